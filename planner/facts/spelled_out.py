"""Texts that the rest of a list explains: codes of a stage with a key, and an industry that only a type names."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from planner.arrays import Column, Numbers, Texts, same_text
from planner.detection.columns.scores.neighbours import END, START
from planner.detection.found_list import FoundList
from planner.detection.headers.header_words import header_words
from planner.fields import Field
from planner.parsing.header_text import read_header
from planner.parsing.remarks.phrases import words_of
from planner.parsing.remarks.remark_families import NOT_TO_WIN
from planner.parsing.standing.legends import Legend
from planner.parsing.standing.relationships import relationship_of, relationship_of_source, says_quiet
from planner.parsing.standing.stages import chance_of_stage, is_stage, outcome_of
from planner.parsing.standing.statuses import status_of
from planner.parsing.standing.titles import status_of_title
from planner.parsing.standing.words.standing_words import LEGAL_FORMS
from planner.parsing.standing.words.status_words import ENDING
from planner.parsing.text_cells import Habits, as_texts, parse_cells
from planner.parsing.word_lists import words
from planner.records.issues import Issue
from planner.vocabulary import Relationship, Severity

REFERRALS = frozenset({"referral", "referrals", "referred", "recommendation", "empfehlung", "recommandation"})
REFERRING = words("referral referrer introducer empfehler apporteur prescriptor verwijzer segnalatore")
"""Words of types that no kind of business is called."""
DEAL_WORDS = words("new existing renewal upsell cross expansion repeat opportunity deal project retainer recurring one")
SIZES_AND_ROLES = words(
    """enterprise smb sme mid midmarket midsize small medium large micro mini individual person persons buyer seller
    vendor tenant consumer b2b b2c tier strategic segment lead kmu pme pyme pymes tpe eti mkb pmi mittelstand konzern"""
)
"""Words of types and segments that say how large somebody is or what part they play, not what business they are in."""
OF_ANYBODY = words(
    """client clients customer customers account accounts business businesses company companies firm firms organisation
    organisations organization organizations cap market corporate kunde kunden unternehmen firma firmen betrieb betriebe
    cliente clientes empresa empresas entreprise entreprises societe societes klant klanten bedrijf bedrijven azienda
    aziende clienti"""
)
"""Words beside a size that name no business either (`small business`, and not `small animal`)."""
LISTED = "Public company"
CLIENTS = "Clients"
"""What those are of whom nobody says that they are prospects."""
ENOUGH = 0.6
_SHARE = re.compile(r"^\s*(\d{1,2}|100)\s?%\s*$")
LEAST_CHANCES = 2
STEPS = (Field.STAGE, Field.STATUS)
_CATEGORIES = re.compile(r"\s*[;,|]\s*")


def stages_spelt_out(texts: Texts, legend: Legend) -> Texts:
    """(n,) stages with each code that a key explains as a stage or an outcome replaced by what it means."""
    known = {text: _meaning(text, legend) for text in set(texts)}
    return as_texts([known[text] or text for text in texts]) if any(known.values()) else texts


def stages_beside_numbers(columns: Mapping[Field, Column]) -> Texts | None:
    """(n,) stages of sales that stand under the status, where the column of stages only numbers those of the work
    (`0` to `7` of a building); else None."""
    if not {Field.STAGE, Field.STATUS} <= columns.keys():
        return None
    stages, statuses = columns[Field.STAGE], columns[Field.STATUS]
    of_sales = {text for text in set(statuses) if 0.0 < chance_of_stage(text) < 1.0}
    numbered = {text for text in set(stages) if text.isdigit()}
    if not of_sales or not numbered or set(stages) - numbered - {"", "-"}:
        return None
    return as_texts([said if said in of_sales else stage for stage, said in zip(stages, statuses, strict=True)])


def status_of_outcomes(columns: Mapping[Field, Column]) -> Texts | None:
    """(n,) outcomes that stand for the status, where a list has neither status nor stage and they say which work was
    won and which was lost; else None."""
    if {Field.STAGE, Field.STATUS} & columns.keys() or Field.OUTCOME not in columns:
        return None
    outcomes = columns[Field.OUTCOME]
    settled = {text for text in set(outcomes.tolist()) if outcome_of(text)}
    return outcomes if np.isin(outcomes, list(settled)).sum() >= ENOUGH * max(1, np.sum(outcomes != "")) else None


def instead_of_day(text: str) -> bool:
    """Whether a text says how things stand and not when (`quote sent Tues`, `lost to an agency`, `went quiet`)."""
    return is_stage(text) or status_of(text).said or says_quiet(text)


def goes_on(text: str) -> bool:
    """Whether a text in the place of a day says no more than that work goes on (`ongoing`, `laufend`)."""
    return relationship_of(text) is Relationship.CLIENT


def status_of_days(columns: Mapping[Field, Column], cells: Sequence[Any]) -> Texts | None:
    """(n,) what is written of how things stand in the place of days, where a list has neither status nor stage; else
    None.

    Args:
        cells: (n,) the column of the expected date as it is written.
    """
    if {Field.STAGE, Field.STATUS} & columns.keys():
        return None
    undated = np.isnat(columns[Field.EXPECTED_DATE]).tolist()
    told = [
        cell if empty and isinstance(cell, str) and instead_of_day(cell) else ""
        for cell, empty in zip(cells, undated, strict=True)
    ]
    return as_texts(told) if any(told) else None


def stages_of_sections(columns: Mapping[Field, Column], sections: Sequence[str]) -> Texts | None:
    """(n,) stages from the titles over the rows of a list of deals that has no column of them; else None.

    Args:
        sections: title that each row stands under, `""` for none; empty where there are none.
    """
    if {Field.STAGE, Field.STATUS} & columns.keys() or not {Field.DEAL, Field.PROBABILITY} & columns.keys():
        return None
    titles = set(sections) - {""}
    tells = len(titles) > 1 or Field.PROBABILITY not in columns  # one alone says less than the chances under it
    return as_texts(list(sections)) if titles and tells and all(map(is_stage, titles)) else None


def with_untitled(sections: Sequence[str], over: Container[int] = ()) -> Sequence[str]:
    """(n,) titles of rows, those above the first title called clients where all titles are of others (`Prospects`).

    Args:
        over: rows of which something was billed in years before alone: of them their figures say more.
    """
    if not any(sections) or sections[0]:
        return sections
    said = [status_of_title(title) for title in set(sections) - {""}]
    kinds = {one.relationship for one in said if one.relationship is not None or one.state not in ENDING}
    first = next(i for i, title in enumerate(sections) if title)
    others = Relationship.PROSPECT in kinds and not kinds & {None, Relationship.CLIENT}
    above = ["" if i in over else CLIENTS for i in range(first)]
    return [*above, *sections[first:]] if others else sections


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


def who_send_too(written: Sequence[str]) -> tuple[Texts, Texts] | None:
    """(n,) relationships and types of clients and others who send work too, as tags say both (`client, referrer`).

    Args:
        written: (n,) what the column of relationships says.
    """
    told = {text: _beside_sending(text) for text in set(written)}
    if not any(told.values()):
        return None
    return as_texts([str(told[text] or "") for text in written]), as_texts(
        [text if told[text] else "" for text in written]
    )


def _beside_sending(text: str) -> Relationship | None:
    """What somebody is to the firm besides sending it work, or None."""
    kinds = {relationship_of(part.strip(" \"'")) for part in _CATEGORIES.split(text)} - {None}
    others = kinds - {Relationship.REFERRAL_SOURCE}
    return next(iter(others)) if len(kinds) == 2 and len(others) == 1 else None


def chances_among_states(columns: Mapping[Field, Column]) -> Numbers | None:
    """(n,) chances among words for how things stand (`Live`, `80%`), where no column holds them; else None."""
    if Field.PROBABILITY in columns:
        return None
    for name in STEPS:
        written = columns[name].tolist() if name in columns else []
        found = np.array([float(match[1]) / 100 if (match := _SHARE.match(text)) else np.nan for text in written])
        if np.isfinite(found).sum() >= LEAST_CHANCES:
            return found
    return None


def relationships_of_sources(columns: Mapping[Field, Column]) -> Texts | None:
    """(n,) relationships from a column of sources, some of which are the firm's own clients; else None."""
    if Field.RELATIONSHIP in columns or Field.LEAD_SOURCE not in columns:
        return None
    sources = columns[Field.LEAD_SOURCE].tolist()
    told = {text: str(relationship_of_source(text) or "") for text in set(sources)}
    won = [any(outcome_of(columns[name][i]) == "won" for name in STEPS if name in columns) for i in range(len(sources))]
    found = ["" if hired else told[text] for text, hired in zip(sources, won, strict=True)]
    return as_texts(found) if any(found) else None


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


def suppliers_among(types: Sequence[str], kinds: Sequence[Relationship | None]) -> Mapping[int, str]:
    """The types that are nobody to win (`Vendor`), by row, in a column that names clients or prospects too."""
    if not {Relationship.CLIENT, Relationship.PROSPECT} & set(kinds):
        return {}
    return {i: text for i, text in enumerate(types) if text and " ".join(words_of(text)) in NOT_TO_WIN}


def _is_business(text: str) -> bool:
    """Whether a type is a kind of business: no legal form, no relationship, no kind of deal."""
    parts = words_of(text)
    whole = " ".join(parts)
    if not parts or whole in LEGAL_FORMS or relationship_of(text) is not None:
        return False
    sized = SIZES_AND_ROLES & set(parts)
    rest = {part for part in parts if len(part) > 1 and not part.isdigit()} - SIZES_AND_ROLES - OF_ANYBODY
    return not DEAL_WORDS & set(parts) and len(text) > 2 and (bool(rest) or not sized)


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


def listed_companies(found: FoundList, columns: Mapping[Field, Column]) -> Mapping[Field, Column]:
    """The types with `Public` spelt out where they say who owns a company: CRMs call one public that is listed."""
    match = found.mapped.matches.get(Field.TYPE)
    if match is None or "ownership" not in header_words(match.header):
        return {}
    types = columns[Field.TYPE]
    return {Field.TYPE: as_texts([LISTED if text.strip().lower() == "public" else text for text in types])}


def without_ends_of_work(
    found: FoundList, columns: Mapping[Field, Column], habits: Habits
) -> tuple[Mapping[Field, Column], tuple[Issue, ...]]:
    """The expected dates without the ends of work that is under way (`Timeline - End`), where its beginnings stand in a
    column of their own, and a note on them; both are empty where there are none."""
    j = found.mapped.columns.get(Field.EXPECTED_DATE)
    start = None if j is None else _start_of(found.table.headers, j)
    if j is None or start is None or habits.today is None:
        return {}, ()
    header = read_header(found.table.headers[start])
    begun = parse_cells(Field.CREATED_ON, found.body.columns[start], header, habits).values
    ends, today = columns[Field.EXPECTED_DATE], np.datetime64(habits.today, "D")
    under_way = (begun < today) & (ends > begun)
    if Field.PROBABILITY in columns:
        under_way &= np.isnan(columns[Field.PROBABILITY])
    at = np.flatnonzero(under_way)
    if not len(at):
        return {}, ()
    issue = Issue(
        "work-under-way", Severity.NOTE,
        f"Under “{found.table.headers[j]}” stands where work ends that is under way, in {len(at):,} "
        f"row{'s' if len(at) > 1 else ''}; that was not taken for a date of hiring.",
        "Write when they could hire again into a column of its own.", found.table.sheet.name,
        found.table.address(j, int(found.body.rows[at[0]])), found.table.headers[j],
    )  # fmt: skip
    return {Field.EXPECTED_DATE: np.where(under_way, np.datetime64("NaT", "D"), ends)}, (issue,)


def _start_of(headers: Sequence[str], end: int) -> int | None:
    """The column of beginnings beside one of ends: both are called alike but for that."""
    said = [set(header_words(text)) for text in headers]
    if not END & said[end]:
        return None
    beside = (j for j, words_of_it in enumerate(said) if START & words_of_it and words_of_it - START == said[end] - END)
    return next(beside, None)
