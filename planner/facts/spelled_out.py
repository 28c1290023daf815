"""Texts that the rest of a list explains: codes of a stage with a key, and an industry that only a type names."""

from __future__ import annotations

from collections.abc import Mapping

from planner.arrays import Column, Texts
from planner.fields import Field
from planner.parsing.remarks.phrases import words_of
from planner.parsing.stages import is_stage, outcome_of
from planner.parsing.standing.legends import Legend
from planner.parsing.standing.relationships import relationship_of
from planner.parsing.standing.standing_words import LEGAL_FORMS
from planner.parsing.text_cells import as_texts

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
ENOUGH = 0.6


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
    return found if sum(found != "") >= ENOUGH * max(1, sum(types != "")) else None


def _is_business(text: str) -> bool:
    """Whether a type is a kind of business: no legal form, no relationship, no kind of deal."""
    parts = words_of(text)
    whole = " ".join(parts)
    if not parts or whole in LEGAL_FORMS or relationship_of(text) is not None:
        return False
    return not DEAL_WORDS & set(parts) and len(text) > 2
