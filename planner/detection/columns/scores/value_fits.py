"""How far the values of a column can be those of what its header says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from planner.detection.columns.scores.column_plausibility import plausibility
from planner.detection.columns.scores.column_profile import ColumnProfile
from planner.detection.headers.field_words import Other
from planner.fields import Field
from planner.parsing.chances.chance_words import says_chance
from planner.parsing.shares import PERCENT
from planner.parsing.standing.stages import is_stage, outcome_of
from planner.parsing.standing.statuses import status_of
from planner.parsing.word_lists import words

MANY_OWNERS = 12
"""So many rows that each name another person name somebody there, no owner here."""
OTHER_FIRMS, OF_A_ROLE = 0.45, 0.6
"""Other firms beside the accounts (their architects, their banks) own none; under a header that surely speaks of owners
(`Partner`), and not of a trade (`Architect`), it is asked."""
NAMED_APART = 4
"""So many names that are all different are hardly a category."""
MOSTLY_FIGURES = 0.8
"""A column with a larger share of amounts holds no remarks, no steps to take and no names of deals."""
TOLD = 0.8
"""From here on values surely say what accounts are (`Retainer`, `Proposal`, `Ended`), and name no deals."""
SEVERAL_STATES, SOME_STATES, OFTEN_AGAIN, ENOUGH_STATES = 2, 0.3, 0.75, 0.65
"""A column of statuses is one where so many and such a share of its values are known, whatever the firm calls the
others: they stand again in other rows."""
CATEGORIES = frozenset({Field.INDUSTRY, Field.SERVICE, Field.REGION, Field.TYPE})
OF_WORK = frozenset({Field.DEAL, Field.SERVICE, Field.TYPE})
COURTESIES = words(
    """mr mrs ms miss mx dr prof rev sir dame herr frau hr fr m mme mlle sr sra srta dhr mevr mw sig sigra dott"""
)
"""How persons are addressed, which names no work (`Title`: Mr, Ms)."""
MOSTLY_ADDRESSED = 0.7
MOSTLY_ADDRESSES, MOSTLY_STAGES = 0.5, 0.6
SAYS_STATUS, ENOUGH_STATUS, MOSTLY_TEXT, FEW_SENTENCES, OF_WORDS = 0.75, 0.6, 0.8, 0.3, 1.2
"""Under a header that surely says status, short texts are statuses, in whatever words."""
SAYS_CHANCE, SOME_CHANCES, ENOUGH_CHANCES = 0.6, 0.4, 0.8
"""Under a header that says chance, a column with such a share of chances holds chances: what else stands there is told
cell by cell."""
FULL = 100


def fit_of_values(name: Field, column: ColumnProfile, cells: Sequence[Any], header: float) -> float:
    """By how much the values under a header weaken what it says, 0 to 1; the surer the header, the less."""
    fits = _with_own_words(name, plausibility(name, cells), column, header)
    weight = 0.25 + 0.75 * fits if fits < 0.5 or header < 0.9 else 0.7 + 0.3 * fits
    if column.size > 4:
        if name is Field.ACCOUNT:
            weight *= 0.6 + 0.4 * min(1.0, 2 * column.different)
        if name is Field.OWNER and column.different > 0.9:
            weight *= 0.75 if column.size < MANY_OWNERS else 0.4
    if name is Field.OWNER and column.firms:
        weight = min(weight, OTHER_FIRMS / header) if header >= OF_A_ROLE else 0.0
    if name is Field.ACCOUNT and (
        column.sentences > 0.5 or column.ticks > 0.5 or (column.codes > 0.8 and column.size > 2)
    ):
        weight *= 0.4
    if _says_otherwise(name, column, cells, fits):
        return 0.0
    if name in CATEGORIES and column.size > 2:
        coded = column.codes > 0.8 and not (name is Field.REGION and column.places)
        weight *= 0.3 if coded or column.sentences > 0.6 else 1.0
        if column.size >= NAMED_APART and column.different > 0.95 and column.names > 0.8 and column.words > 1.5:
            weight *= 0.6
    if name in {Field.NOTES, Field.NEXT_STEP, Field.DEAL} and column.money > MOSTLY_FIGURES:
        weight *= 0.3
    if name is Field.RATING_REFERRAL and column.ticks < 0.5 and not column.numbers:
        weight *= 0.6
    return weight


def _with_own_words(name: Field, fits: float, column: ColumnProfile, header: float) -> float:
    """How well values fit where some of them are words that nobody but the firm knows."""
    if name is Field.PROBABILITY and header >= SAYS_CHANCE and _some_chances(column):
        return max(fits, ENOUGH_CHANCES)
    if name is Field.STATUS and fits < TOLD and _some_states(column):
        fits = max(fits, ENOUGH_STATES)
    if name is Field.STATUS and header >= SAYS_STATUS and _in_own_words(column):
        fits = max(fits, ENOUGH_STATUS)
    return fits


def _says_otherwise(name: Field, column: ColumnProfile, cells: Sequence[Any], fits: float) -> bool:
    """Whether values surely are nothing of a field: fields of work or addresses of the web, both called `Domain`, or
    how far things are, under a word for a place (`Where it is`)."""
    if (
        name in {Field.ACCOUNT_ID, Field.SERVICE, Field.REGION}
        and column.size > 4
        and column.different * column.size <= 1
    ):
        return True  # what stands in every row tells no accounts, work or places apart
    if name is Field.DOMAIN:
        return not fits
    if name in OF_WORK and column.share_of(_addresses_somebody) > MOSTLY_ADDRESSED:
        return True
    if name is Field.REGION and _tells_stages(column):
        return True
    return name in CATEGORIES and column.size > 0 and plausibility(Field.DOMAIN, cells) > MOSTLY_ADDRESSES


def _addresses_somebody(text: str) -> bool:
    return text.rstrip(".") in COURTESIES


def _tells_stages(column: ColumnProfile) -> bool:
    """Whether most texts are stages or outcomes, several of them, not places (`shortlisted`, `handed over`)."""
    known = [text for text in column.often if is_stage(text)]
    return (
        not column.places
        and len(known) > SEVERAL_STATES
        and column.share(sum(column.often[text] for text in known)) > MOSTLY_STAGES
    )


def _in_own_words(column: ColumnProfile) -> bool:
    """Whether a column holds short texts of several words, and no places."""
    short = column.text > MOSTLY_TEXT and column.sentences < FEW_SENTENCES
    return short and column.words > OF_WORDS and not column.places


def _some_chances(column: ColumnProfile) -> bool:
    """Whether short texts are chances often enough, of several kinds, for the others to be words that are not known."""
    known = [text for text in column.often if says_chance(text) or PERCENT.match(text)]
    shares = [number for number in column.numbers if 0 <= number <= FULL]
    said = sum(column.often[text] for text in known) + len(shares)
    return len({*known, *shares}) >= SEVERAL_STATES and column.share(said) >= SOME_CHANCES


def _some_states(column: ColumnProfile) -> bool:
    """Whether values that stand again and again are words for how things stand, several of them known."""
    known = [text for text in column.often if outcome_of(text) or status_of(text).said or is_stage(text)]
    said = sum(column.often[text] for text in known)
    return len(known) >= SEVERAL_STATES and column.different <= OFTEN_AGAIN and column.share(said) >= SOME_STATES


_FITS: Mapping[Other, Callable[[ColumnProfile], float]] = {
    Other.THEIR_MONEY: lambda column: column.money,
    Other.MEASURE: lambda column: column.money,
    Other.WEIGHTED: lambda column: column.money,
    Other.HEAD_COUNT: lambda column: column.whole if column.signed < 0.2 else 0.2,
    Other.YEAR: lambda column: max(column.years, 0.6 * column.dates, 0.5 if column.text > 0.5 else 0.0),
    Other.PHONE: lambda column: max(column.phones, 0.5 * column.whole),
    Other.PAST_DATE: lambda column: max(column.dates, 0.6),
    Other.ADDRESS: lambda column: column.text,
    Other.LEGAL_FORM: lambda column: column.text,
    Other.PERSON: lambda column: column.names,
}


def fit_of_other(meaning: Other, column: ColumnProfile) -> float:
    """How far the values can be those of a meaning that is no field."""
    if not column.size:
        return 0.8
    return _FITS[meaning](column) if meaning in _FITS else 1.0
