"""Texts that the rest of a list explains: codes of a stage with a key, and an industry that only a type names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from planner.arrays import Column, Texts, same_text
from planner.detection.headers.header_words import header_words
from planner.detection.list_finder import FoundList
from planner.fields import Field
from planner.parsing.remarks.phrases import words_of
from planner.parsing.stages import is_stage, outcome_of
from planner.parsing.standing.legends import Legend
from planner.parsing.standing.relationships import relationship_of
from planner.parsing.standing.standing_words import LEGAL_FORMS
from planner.parsing.standing.statuses import status_of
from planner.parsing.text_cells import as_texts
from planner.parsing.word_lists import words
from planner.vocabulary import Relationship

REFERRALS = frozenset({"referral", "referrals", "referred", "recommendation", "empfehlung", "recommandation"})
REFERRING = words("referral referrer introducer empfehler apporteur prescriptor verwijzer segnalatore")
"""Words of types that no kind of business is called."""
DEAL_WORDS = frozenset(
    [
        "new",
        "existing",
        "renewal",
        "upsell",
        "cross",
        "expansion",
        "repeat",
        "opportunity",
        "deal",
        "project",
        "retainer",
        "recurring",
        "one",
    ]
)
SIZES_AND_ROLES = words(
    """enterprise smb sme mid midmarket midsize small medium large micro mini individual person persons buyer seller
    vendor tenant consumer b2b b2c tier strategic segment lead"""
)
"""Words of types and segments that say how large somebody is or what part they play, not what business they are in."""
ENOUGH = 0.6
_CATEGORIES = re.compile(r"\s*[;,|]\s*")


def stages_spelt_out(texts: Texts, legend: Legend) -> Texts:
    """(n,) stages with each code that a key explains as a stage or an outcome replaced by what it means."""
    known = {text: _meaning(text, legend) for text in set(texts)}
    return as_texts([known[text] or text for text in texts]) if any(known.values()) else texts


def _meaning(text: str, legend: Legend) -> str:
    said = legend.get(text.strip().lower(), ()) if len(text.strip()) > 1 and not outcome_of(text) else ()
    return next((one for one in said if outcome_of(one) or is_stage(one)), "")


def industry_of_type(columns: Mapping[Field, Column]) -> Texts | None:
    """(n,) industries from a column of types, where the list has no industry and the types are kinds of business."""
    if Field.INDUSTRY in columns or Field.TYPE not in columns:
        return None
    types = columns[Field.TYPE]
    kinds = {text: text if _is_business(text) else "" for text in set(types)}
    found = as_texts([kinds[text] for text in types])
    if sum(found != "") < ENOUGH * max(1, sum(types != "")):
        return None
    return found if any(relationships_of_types(types)) else as_texts(list(types))


def industry_of_categories(columns: Mapping[Field, Column], written: Sequence[str]) -> Texts | None:
    """(n,) industries from categories that name the relationship and a business (`Client; Health`); else None.

    Args:
        written: (n,) what the column of relationships says as it is written.
    """
    if Field.INDUSTRY in columns:
        return None
    parts = {text: [part.strip() for part in _CATEGORIES.split(text) if part.strip()] for text in set(written)}
    told = {text: _business_beside(found) for text, found in parts.items()}
    industries = as_texts([told[text] for text in written])
    several = sum(len(parts[text]) > 1 for text in written)
    enough = several >= ENOUGH * max(1, sum(text != "" for text in written))
    repeated = len(set(industries) - {""}) < sum(industries != "")
    return industries if enough and repeated else None


def _business_beside(parts: Sequence[str]) -> str:
    """The business among categories of which another says what the account is to the firm, or `""`."""
    if not any(relationship_of(part) for part in parts):
        return ""
    return next((part for part in parts if _is_business(part) and not status_of(part).said), "")


def relationships_of_types(types: Iterable[str]) -> list[Relationship | None]:
    """(n,) what each type says of the relationship, where some of them speak of clients or prospects, or most of any.

    In a column of kinds of business an `Association` is one of them, and sends no work for that.
    """
    texts = list(types)
    kinds = [relationship_of(text) for text in texts]
    said = {kind for kind in kinds if kind is not None}
    business = sum(text != "" and _is_business(text) for text in texts)
    speaks = said - {Relationship.REFERRAL_SOURCE} or business < ENOUGH * sum(text != "" for text in texts)
    if speaks:
        return kinds
    return [kind if kind and REFERRING & set(words_of(text)) else None for kind, text in zip(kinds, texts, strict=True)]


def _is_business(text: str) -> bool:
    """Whether a type is a kind of business: no legal form, no relationship, no kind of deal."""
    parts = words_of(text)
    whole = " ".join(parts)
    if not parts or whole in LEGAL_FORMS or relationship_of(text) is not None:
        return False
    return not (DEAL_WORDS | SIZES_AND_ROLES) & set(parts) and len(text) > 2


def referred_in(found: FoundList, columns: Mapping[Field, Column]) -> Mapping[Field, Column]:
    """The types of leads without `Referral`, which says how they came and not that they refer; and the lead sources."""
    match = found.mapped.matches.get(Field.TYPE)
    if match is None or "lead" not in header_words(match.header):
        return {}
    types = columns[Field.TYPE]
    came = np.array([" ".join(words_of(text)) in REFERRALS for text in types.tolist()], dtype=np.bool_)
    sources = columns.get(Field.LEAD_SOURCE, same_text(len(types), ""))
    return {
        Field.TYPE: np.where(came, "", types).astype(object),
        Field.LEAD_SOURCE: np.where(came & (sources == ""), types, sources).astype(object),
    }
