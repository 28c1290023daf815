"""How well each column fits each meaning: the words of its header and its values together, beside the other columns.

A score is 0 to 1. Header and values are taken as independent hints (1 - (1 - header) (1 - values)), and values that
cannot be those of a field weaken what a header says.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from planner.detection.columns.scores.column_plausibility import plausibility
from planner.detection.columns.scores.column_profile import ColumnProfile
from planner.detection.columns.scores.value_evidence import Around, value_evidence
from planner.detection.headers.field_words import US, Meaning, Other, meanings_of
from planner.detection.headers.header_phrases import header_scores
from planner.detection.headers.header_synonyms import NEVER
from planner.detection.headers.header_words import header_words
from planner.detection.headers.periods import columns_of_ages
from planner.fields import Field
from planner.parsing.header_text import Header
from planner.parsing.word_lists import words

DEAL_IDS = frozenset({"id", "record id", "code", "number", "ref", "reference", "no", "external id"})
"""Headers of an id that, in a list that names deals, is the deal's and not the account's."""
OF_A_DEAL = ("deal -", "deal –", "deal:", "opportunity -", "opportunity:", "opportunity –")
"""What CRMs put before the headers of a deal's own columns, its id among them."""
OF_A_PERSON = frozenset({"name", "title", "position", "role", "job title"})
"""Headers that, beside a company and a way to reach somebody, are of the person there."""
BY_WORDS = 0.9
"""Words taken one by one say less than the same known phrase."""
A_PERSON = words("contact person ansprechpartner interlocuteur contacto contactpersoon")
A_COMPANY = words("company firm organisation organization firma empresa entreprise societe bedrijf azienda")
BY_VALUES = frozenset({Field.OWNER, Field.EXPECTED_DATE})
"""Fields that values alone suggest only as far as the header names nothing else."""
WHO = words("client clients customer prospect kunde mandant cliente klant kund")
ASKING = words("is a an already ist schon est es ya")
ALL_TICKS = 0.9
"""A column of nothing but ticks under a word for what accounts are (`Client?`) says which of them are so."""
START = words("start starts started begin beginn debut inicio from")
END = words("end ends ended finish ende fin einde until")
ACTIONS = words(
    "action actions agreed todo task tasks massnahme massnahmen aufgabe aufgaben accion acciones actie acties"
)
DUE = words("due date by when deadline bis wann frist termin echeance fecha limite plazo")
TO_WIN = (Field.STAGE, Field.PROBABILITY)
MOST = 0.5
"""Where one date says when the work begins and another when it ends, the first is no date of hiring to come."""
MANY_OWNERS = 12
"""So many rows that each name another person name somebody there, no owner here."""
NAMED_APART = 4
"""So many names that are all different are hardly a category."""
MOSTLY_FIGURES = 0.8
"""A column with a larger share of amounts holds no remarks, no steps to take and no names of deals."""
ROLE = 0.6
"""From here on a header names a role (`CFO`). Persons at the accounts are all others; a few who stand again and again
in that role are the firm's own."""
SHARED, FEW_TWICE = 0.7, 0.1
"""Where one column of owners names most of them more than once, another with hardly any twice names no owners."""
TOLD = 0.8
"""From here on values surely say what accounts are (`Retainer`, `Proposal`, `Ended`), and name no deals."""
AREA, LIKELY_WORDS = 0.6, 0.5
"""A column called `Area` that holds no places is one of fields of work, where no header names those."""
OF_A_YEAR = words(
    "target plan planned budget forecast actual expected est last this next current year prior previous to date so far"
)
YEAR_OF_MONEY = 0.75
"""How surely a column headed by a currency and a year holds what is paid in it."""
OF_DAYS = words("day days our now current week month quarter")
A_YEAR = frozenset({"", "year", "yr", "annum"})
DAYS_OF_A_PERIOD = 0.8
"""How surely days of a week, month or quarter are the time that is spent on an account."""
HARDLY = 0.5
"""A column with no better score is hardly known."""
SURE_PHRASE = 0.78
"""From here on a header is a phrase that names its field and nothing else."""


@dataclass(frozen=True)
class Score:
    """How well a column fits a meaning.

    Attributes:
        header: by the words of its header alone.  values: by its values alone.
        total: both, what does not fit weighed in.
    """

    total: float
    header: float
    values: float

    @property
    def sure_phrase(self) -> bool:
        return self.header > SURE_PHRASE


@dataclass(frozen=True, eq=False)
class Column:
    """One column of a table: its header taken apart, the title of the group it stands in, its values."""

    at: int
    header: Header
    above: str
    profile: ColumnProfile


SEVERAL_WORDS = 1.5
"""A plan of fewer words is one that was bought (`Starter`), no step to take."""
ABOUT = words("tip tips summary confidence score scores seniority evidence strength")
"""Last words of headers of what is thought of a person or a rival, no names of them."""
OF_NAMES = frozenset({Field.OWNER, Field.ECONOMIC_BUYER, Field.CHAMPION, Field.ALTERNATIVE, Field.LEAD_SOURCE})
OF_WINNING = words(
    "confidence level score percent our my deal close closing win winning sales overall forecast rating in of"
)
"""Words beside confidence that leave it the chance of a deal; beside others it is that in something else."""
OF_A_WHOLE = words(
    """share wallet margin discount rabatt utilisation utilization growth stake equity occupancy complete completed
    completion rebate vat mwst tax commission realisation realization recovery marge anteil"""
)
"""Words of headers over percentages that are of something, none of them of a chance."""
OF_CHANCE = 0.5
PLANNED = frozenset({"planned", "change", "geplant", "geplante", "prévues", "gepland"})
"""Words of hours that a plan gives, which are not those of today."""


def score_columns(columns: Sequence[Column], around: Around) -> list[Mapping[Meaning, Score]]:
    """The scores of every column, by meaning."""
    phrases = _in_context([column.header for column in columns])
    scored = [_score(column, phrase, around) for column, phrase in zip(columns, phrases, strict=True)]
    return _beside_each_other(columns, scored)


def _score(column: Column, phrases: Mapping[Field, float], around: Around) -> dict[Meaning, Score]:
    if column.profile.records:
        return {}
    said = _said_by_header(column)
    shown = value_evidence(column.profile, around)
    found: dict[Meaning, Score] = {}
    cells = list(column.profile.cells)
    for meaning in {*phrases, *said, *shown}:
        if isinstance(meaning, Field):
            if meaning in NEVER and {column.header.words, column.header.bare} & set(NEVER[meaning]):
                continue
            if _of_something_else(meaning, header_words(column.header.text)):
                continue
            if meaning is Field.CURRENT_HOURS and PLANNED & set(column.header.words.split()):
                continue
            if meaning is Field.EMAIL and phrases.get(Field.OWNER, 0.0) > SURE_PHRASE:
                continue
            if meaning is Field.NEXT_STEP and column.header.words == "plan" and column.profile.words < SEVERAL_WORDS:
                continue
            header = max(phrases.get(meaning, 0.0), BY_WORDS * said.get(meaning, 0.0))
            fit = _fit_of_values(meaning, column.profile, cells, header)
        else:
            header, fit = said.get(meaning, 0.0), _fit_of_other(meaning, column.profile)
        values = shown.get(meaning, 0.0)
        if meaning is Field.DEAL and shown.get(Field.RELATIONSHIP, 0.0) >= TOLD:
            fit *= 0.4
        if meaning in BY_VALUES and not header:
            values *= 1 - _named_otherwise(phrases, said)
        total = 1 - (1 - header * fit) * (1 - values)
        found[meaning] = Score(round(total, 3), header, values)
    return found


def _said_by_header(column: Column) -> Mapping[Meaning, float]:
    """What the words of a header say, with what a year of money and days of a period say besides."""
    said = _by_words(column)
    if _only_a_year_of_money(column):
        said = {**said, Field.ANNUAL_FEE: max(YEAR_OF_MONEY, said.get(Field.ANNUAL_FEE, 0.0))}
    if _only_days_of_a_period(column):
        said = {**said, Field.CURRENT_HOURS: max(DAYS_OF_A_PERIOD, said.get(Field.CURRENT_HOURS, 0.0))}
    return said


def _of_something_else(name: Field, said: Sequence[str]) -> bool:
    """Whether a header names what is thought of somebody, a risk, or the confidence in something else than the deal."""
    if name in TO_WIN and "risk" in said:
        return True
    if name is Field.PROBABILITY:
        if OF_A_WHOLE & set(said) and meanings_of(said).get(Field.PROBABILITY, 0.0) < OF_CHANCE:
            return True
        return "confidence" in said and not OF_WINNING.issuperset(said)
    return name in OF_NAMES and bool(said) and said[-1] in ABOUT


def _only_a_year_of_money(column: Column) -> bool:
    """Whether a header names a currency and at most a year (`£`, `FY26 £k`, `2027 target (€)`)."""
    header = column.header
    said = set(header_words(header.text))
    return (
        bool(header.currency)
        and said <= OF_A_YEAR
        and (not said or any(c.isdigit() for c in header.text))
        and column.profile.money > MOSTLY_FIGURES
    )


def _only_days_of_a_period(column: Column) -> bool:
    """Whether a header names days of a week, month or quarter and nothing else (`Man-days p.m.`)."""
    header = column.header
    return header.days and header.per not in A_YEAR and set(header_words(header.text)) <= OF_DAYS


def _named_otherwise(phrases: Mapping[Field, float], said: Mapping[Meaning, float]) -> float:
    """How surely a header names something: initials under `Country` are nobody's."""
    return max((*phrases.values(), *said.values()), default=0.0)


def _by_words(column: Column) -> Mapping[Meaning, float]:
    """What the words of a header say; where they say little, with the title of its group."""
    words = header_words(column.header.text)
    said = meanings_of(words)
    if column.above and max(said.values(), default=0.0) < 0.6:
        together = meanings_of((*header_words(column.above), *words))
        return {
            meaning: max(said.get(meaning, 0.0), 0.8 * together.get(meaning, 0.0)) for meaning in {*said, *together}
        }
    return said


def _in_context(parts: Sequence[Header]) -> list[Mapping[Field, float]]:
    """What each header names beside the others: in a list of deals `Id` and `Name` are the deal's."""
    alone = [header_scores(header) if header.words else {} for header in parts]
    surely = {name for scores in alone for name, score in scores.items() if score > 0.9}
    plain_name = any(header.words == "name" for header in parts)
    of_persons = Field.ACCOUNT in surely and any(_reaches_a_person(header) for header in parts)
    of_deals = Field.DEAL in surely or (plain_name and {Field.ACCOUNT, Field.STAGE} <= surely and not of_persons)
    named: list[Mapping[Field, float]] = []
    for header, own in zip(parts, alone, strict=True):
        scores = dict(own)
        if (of_deals or header.text.lower().startswith(OF_A_DEAL)) and header.words in DEAL_IDS:
            scores.pop(Field.ACCOUNT_ID, None)
        elif of_persons and header.words in OF_A_PERSON:
            scores = {}
        elif header.words == "name" and {Field.ACCOUNT_ID, Field.STAGE} <= surely and Field.DEAL not in surely:
            scores = {Field.DEAL: scores.get(Field.ACCOUNT, 0.75)}
        named.append(scores)
    return named


def _reaches_a_person(header: Header) -> bool:
    """Whether a header is one of telephones or e-mail addresses."""
    said = meanings_of(header_words(header.text))
    return max(said.get(Other.PHONE, 0.0), said.get(Field.EMAIL, 0.0)) > SURE_PHRASE


def _fit_of_values(name: Field, column: ColumnProfile, cells: Sequence[Any], header: float) -> float:
    """By how much the values under a header weaken what it says, 0 to 1; the surer the header, the less."""
    fits = plausibility(name, cells)
    weight = 0.25 + 0.75 * fits if fits < 0.5 or header < 0.9 else 0.7 + 0.3 * fits
    if column.size > 4:
        if name is Field.ACCOUNT:
            weight *= 0.6 + 0.4 * min(1.0, 2 * column.different)
        if name is Field.ACCOUNT_ID and column.different * column.size <= 1:
            return 0.0
        if name is Field.OWNER and column.different > 0.9:
            weight *= 0.75 if column.size < MANY_OWNERS else 0.4
    if name is Field.ACCOUNT and (
        column.sentences > 0.5 or column.ticks > 0.5 or (column.codes > 0.8 and column.size > 2)
    ):
        weight *= 0.4
    if name in {Field.INDUSTRY, Field.SERVICE, Field.REGION, Field.TYPE} and column.size > 2:
        coded = column.codes > 0.8 and not (name is Field.REGION and column.places)
        weight *= 0.3 if coded or column.sentences > 0.6 else 1.0
        if column.size >= NAMED_APART and column.different > 0.95 and column.names > 0.8 and column.words > 1.5:
            weight *= 0.6
    if name in {Field.NOTES, Field.NEXT_STEP, Field.DEAL} and column.money > MOSTLY_FIGURES:
        weight *= 0.3
    if name is Field.RATING_REFERRAL and column.ticks < 0.5 and not column.numbers:
        weight *= 0.6
    return weight


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


def _fit_of_other(meaning: Other, column: ColumnProfile) -> float:
    """How far the values can be those of a meaning that is no field."""
    if not column.size:
        return 0.8
    return _FITS[meaning](column) if meaning in _FITS else 1.0


def _beside_each_other(
    columns: Sequence[Column], scored: Sequence[dict[Meaning, Score]]
) -> list[Mapping[Meaning, Score]]:
    """The scores with what the neighbours make likelier: the first column of names is the account."""
    first = next((i for i, one in enumerate(columns) if one.profile.text > 0.6 and one.profile.sentences < 0.5), None)
    unknown_first = first == 0 and _unknown_names(columns[0], scored[0])
    adjusted = []
    aged = columns_of_ages([one.header.text for one in columns])
    named = [i for i, one in enumerate(columns) if _names_apart(one)]
    begun, due = _begun(columns, scored), _due(columns)
    shared = any(
        one.profile.different < SHARED and _is_owner(scores) for one, scores in zip(columns, scored, strict=True)
    )
    industry = any(scores[Field.INDUSTRY].header > LIKELY_WORDS for scores in scored if Field.INDUSTRY in scores)
    companies = any(A_COMPANY & set(header_words(one.header.text)) and one.profile.names > MOST for one in columns)
    for i, scores in enumerate(scored):
        own = {} if i in aged else dict(scores)
        said = set(header_words(columns[i].header.text))
        if said & A_PERSON and Field.ACCOUNT in own and (companies or any(other < i for other in named)):
            own[Field.ACCOUNT] = dataclasses.replace(
                own[Field.ACCOUNT], total=0.4 * own[Field.ACCOUNT].total, header=0.3
            )
        if said & WHO and said <= WHO | ASKING and columns[i].profile.ticks > ALL_TICKS:
            own = {Field.RELATIONSHIP: Score(ALL_TICKS, ALL_TICKS, ALL_TICKS)}
        if said & US and columns[i].profile.few and columns[i].profile.names > 0.6:
            own.pop(Field.CHAMPION, None)
            own[Field.OWNER] = _raised(own.get(Field.OWNER, Score(0.0, 0.0, 0.0)), 0.8)
        if Other.PERSON in own and own[Other.PERSON].header >= ROLE and columns[i].profile.few_people:
            for there in (Other.PERSON, Field.ECONOMIC_BUYER, Field.CHAMPION):
                own.pop(there, None)
            own[Field.OWNER] = _raised(own.get(Field.OWNER, Score(0.0, 0.0, 0.0)), 0.6)
        if i == first and Field.ACCOUNT in own:
            own[Field.ACCOUNT] = _raised(own[Field.ACCOUNT], 0.15)
        elif unknown_first and _owner_as_well(own):
            own[Field.ACCOUNT] = dataclasses.replace(own[Field.ACCOUNT], total=0.4 * own[Field.ACCOUNT].total)
        if (
            shared
            and Field.OWNER in own
            and columns[i].profile.different > 1 - FEW_TWICE
            and columns[i].profile.size > 2
        ):
            own[Field.OWNER] = dataclasses.replace(own[Field.OWNER], total=0.4 * own[Field.OWNER].total)
        if said == {"area"} and not industry and not columns[i].profile.places:
            own[Field.INDUSTRY] = _raised(own.get(Field.INDUSTRY, Score(0.0, 0.0, 0.0)), AREA)
            own.pop(Field.REGION, None)
        if (i in begun or i in due) and Field.EXPECTED_DATE in own:
            own[Field.EXPECTED_DATE] = dataclasses.replace(
                own[Field.EXPECTED_DATE], total=0.5 * own[Field.EXPECTED_DATE].total, header=0.3
            )
        adjusted.append(own)
    return list(adjusted)


def _is_owner(scores: Mapping[Meaning, Score]) -> bool:
    return Field.OWNER in scores and scores[Field.OWNER].total > HARDLY


def _begun(columns: Sequence[Column], scored: Sequence[Mapping[Meaning, Score]]) -> frozenset[int]:
    """Columns of dates on which work began: another says when it ends, or all is past and nothing is to be won."""
    said = [set(header_words(column.header.text)) for column in columns]
    ends = any(END & words and column.profile.dates > MOST for words, column in zip(said, columns, strict=True))
    to_win = any(scores[name].header > SURE_PHRASE for scores in scored for name in TO_WIN if name in scores)
    starts = [i for i, words in enumerate(said) if START & words]
    return frozenset(
        i
        for i in starts
        if ends or (not to_win and Other.PAST_DATE in scored[i] and scored[i][Other.PAST_DATE].values > 0)
    )


def _due(columns: Sequence[Column]) -> frozenset[int]:
    """Columns that say by when an action beside them is to be taken, as in minutes: no date of hiring."""
    said = [set(header_words(column.header.text)) for column in columns]
    actions = [i for i, words in enumerate(said) if words and words <= ACTIONS]
    return frozenset(j for i in actions for j in range(i + 1, min(i + 4, len(said))) if said[j] and said[j] <= DUE)


def _unknown_names(column: Column, scores: Mapping[Meaning, Score]) -> bool:
    """Whether a column holds different names under a header that says next to nothing (`From`, `X`)."""
    look = column.profile
    known = max((score.total for score in scores.values()), default=0.0)
    return look.names > 0.6 and look.different > 0.8 and known < HARDLY


def _owner_as_well(scores: Mapping[Meaning, Score]) -> bool:
    """Whether a column that may be the account (`Lead`) may as well be who looks after it."""
    return (
        Field.ACCOUNT in scores and Field.OWNER in scores and scores[Field.OWNER].total >= scores[Field.ACCOUNT].total
    )


def _names_apart(column: Column) -> bool:
    """Whether a column holds names, nearly all of them different."""
    look = column.profile
    return look.names > 0.7 and look.different > 0.8 and look.words > 1.2 and look.sentences < 0.4


def _raised(score: Score, by: float) -> Score:
    return dataclasses.replace(score, total=round(1 - (1 - score.total) * (1 - by), 3))


def best_other(scores: Mapping[Meaning, Score]) -> tuple[Other | None, float]:
    """The meaning that is no field which a column fits best, and how well."""
    others = ((meaning, score.total) for meaning, score in scores.items() if isinstance(meaning, Other))
    return max(others, key=lambda one: one[1], default=(None, 0.0))


def fields_of(scores: Mapping[Meaning, Score], without: Collection[Field] = ()) -> dict[Field, Score]:
    """The fields that a column may be, and how well it fits each."""
    return {name: score for name, score in scores.items() if isinstance(name, Field) and name not in without}
