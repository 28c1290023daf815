"""What the columns of a list leave open, and what an answer changes: which column is the name, whether money is a fee,
for which period hours are.

A question's code is made of a field and a header, so that the answer holds for next month's file with the same headers.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from planner.detection.columns.hours_of_work import are_of_work
from planner.detection.columns.mapped import Mapped
from planner.detection.headers.field_words import Other, meanings_of
from planner.detection.headers.header_words import header_words
from planner.detection.table import letter
from planner.fields import FIELDS, Field
from planner.parsing.header_text import Header, read_header
from planner.parsing.standing.legends import Legend
from planner.parsing.word_lists import words
from planner.records.question import ChoiceOption, Question, question_code
from planner.vocabulary import Level

FEE, POTENTIAL, TURNOVER, IGNORE, YES = "fee", "potential", "turnover", "ignore", "yes"
FEE_CHOICES = (
    ChoiceOption(FEE, "What they pay us in a year"),
    ChoiceOption(POTENTIAL, "What they could pay us in a year"),
    ChoiceOption(TURNOVER, "Their own turnover or size"),
    ChoiceOption(IGNORE, "Something else; leave it out"),
)
PAID_BY_DEALS = (ChoiceOption(FEE, "What a deal pays us"), *FEE_CHOICES[1:])
"""The choices for the amount of a deal, which is paid for a whole job and not every year."""
THIS_QUARTER, THIS_YEAR, LAST_YEAR, A_WEEK, A_MONTH = "this quarter", "this year", "last year", "a week", "a month"
HALF_YEAR, NINE_MONTHS = "half a year", "nine months"
HOURS_CHOICES = (
    ChoiceOption(THIS_QUARTER, "This quarter's"),
    ChoiceOption(THIS_YEAR, "This year's, so far"),
    ChoiceOption(HALF_YEAR, "Of half a year"),
    ChoiceOption(NINE_MONTHS, "Of nine months"),
    ChoiceOption(LAST_YEAR, "Of a whole year"),
    ChoiceOption(A_WEEK, "A week"),
    ChoiceOption(A_MONTH, "A month"),
    ChoiceOption(IGNORE, "Something else; leave them out"),
)
OF_PERSONS = 0.5
"""From here on the words of a header speak of persons."""
PAID = words("vendor vendors supplier suppliers lieferant lieferanten fournisseur fournisseurs proveedor proveedores")
"""Words of headers of firms that are paid, not served."""
IT_IS = (ChoiceOption(YES, "Yes"), ChoiceOption(IGNORE, "No, leave it out"))
WEEKS = MappingProxyType({A_WEEK: 1.0, A_MONTH: 52 / 12, HALF_YEAR: 26.0, NINE_MONTHS: 39.0, LAST_YEAR: 52.0})
SAID_PERIOD = words("now quarter current today currently planned period bd this")
"""Words of a header of hours after which they are taken for those of the planning period without asking."""
OF_WINNING = words(
    """bd development selling sales marketing winning relationship unbilled non now current planned akquise vertrieb
    pflege prospection commercial captacion comercial acquisitie commercieel acquisizione commerciale captacao"""
)
"""Words of a header of hours that surely are those for winning work."""
LONG_PAST = words(
    "ytd last previous prior fiscal vorjahr dernier pasado vorig annee kumuliert cumul acumulado to-date lifetime total"
)
ASKED = (Field.RELATIONSHIP, Field.OWNER, Field.PROBABILITY, Field.EXPECTED_DATE, Field.INDUSTRY, Field.SERVICE)
"""Fields of which a likely column is asked about; for others it does no harm."""
ASKED_UNDER = 0.65
"""A likely column surer than this is not asked about."""
NOT_FEES = frozenset({TURNOVER, IGNORE})


@dataclass(frozen=True)
class ColumnAnswers:
    """What answers say of the columns of a list.

    Attributes:
        wanted: field name → header, like a mapping that the user gives.
        barred: fields that a column is not.
        hours: the period that a column of hours is for, by column.
        asked: field and column of each answer.
    """

    wanted: Mapping[str, str] = field(default_factory=dict)
    barred: frozenset[tuple[Field, int]] = frozenset()
    hours: Mapping[int, str] = field(default_factory=dict)
    asked: tuple[tuple[Field, int], ...] = ()


def read_answers(answers: Mapping[str, str], headers: Sequence[str]) -> ColumnAnswers:
    """The answers that speak of the columns of a list."""
    if not answers:
        return ColumnAnswers()
    wanted: dict[str, str] = {}
    barred: set[tuple[Field, int]] = set()
    hours: dict[int, str] = {}
    asked: list[tuple[Field, int]] = []
    names = [header or letter(j) for j, header in enumerate(headers)]
    for j, header in enumerate(names):
        for name in Field:
            value = _value(name, answers.get(question_code(name, header), ""))
            if not value:
                continue
            asked.append((name, j))
            if name is Field.ACCOUNT and value != YES:
                wanted |= {str(name): value} if value in names else {}
            elif value in NOT_FEES:
                barred.add((name, j))
            else:
                wanted[str(name)] = header
            if name is Field.CURRENT_HOURS and value not in NOT_FEES:
                hours[j] = value
    return ColumnAnswers(wanted, frozenset(barred), hours, tuple(asked))


def _value(name: Field, said: str) -> str:
    """What some words choose for a field's question, `""` where they choose nothing; of the account any column."""
    if name is Field.ACCOUNT:
        return said.strip()
    choices = (*_choices(name), *(PAID_BY_DEALS if name is Field.ANNUAL_FEE else ()))
    return Question("", name, choices=choices).value_of(said) or ""


def _choices(name: Field) -> tuple[ChoiceOption, ...]:
    return FEE_CHOICES if name is Field.ANNUAL_FEE else HOURS_CHOICES if name is Field.CURRENT_HOURS else IT_IS


def with_hours(
    mapped: Mapped, headers: Sequence[str], columns: Sequence[Sequence[Any]], told: ColumnAnswers, today: dt.date,
    keys: Legend,
) -> Mapped:  # fmt: skip
    """The columns with hours of the period that was answered; those of a year, or of the work, wait for an answer.

    Args:
        keys: what the sheet says that words mean (`Hrs = our unbilled time`), by word in lower case.
    """
    column = mapped.columns.get(Field.CURRENT_HOURS)
    if column is None:
        return mapped
    header = mapped.readings.get(column) or read_header(headers[column])
    if column in told.hours:
        weeks = (today - dt.date(today.year, 1, 1)).days / 7 if told.hours[column] == THIS_YEAR else None
        reading = dataclasses.replace(header, weeks=weeks or WEEKS.get(told.hours[column]), per="")
        return dataclasses.replace(mapped, readings={**mapped.readings, column: reading})
    if Field.CURRENT_HOURS in mapped.given:
        return mapped
    meant = [part for word in header.words.split() for said in keys.get(word, ()) for part in header_words(said)]
    of_winning = bool({*header_words(header.text), *header.words.split(), *meant} & OF_WINNING)
    if not _long_past(header) and (of_winning or not are_of_work(column, header, mapped, columns)):
        return mapped
    return _unused(mapped, Field.CURRENT_HOURS)


def _long_past(header: Header) -> bool:
    parts = set(header_words(header.text)) | {word for word in header.words.split() if word in LONG_PAST}
    low = header.text.lower()
    return not header.per and (bool(parts & LONG_PAST) or "fy" in low or "12m" in low) and "quarter" not in parts


def _unused(mapped: Mapped, name: Field) -> Mapped:
    """The columns without one that is only possible."""
    return dataclasses.replace(mapped.without(name), possible={**mapped.possible, name: mapped.columns[name]})


def column_questions(mapped: Mapped, headers: Sequence[str], sheet: str, told: ColumnAnswers) -> tuple[Question, ...]:
    """Everything that the columns leave open, the answered questions too."""
    asked = [
        *_on_account(mapped, headers, sheet),
        *_on_fees(mapped, headers, sheet, told),
        *_on_hours(mapped, headers, sheet, told),
        *_on_likely(mapped, sheet),
        *_on_possible(mapped, headers, sheet),
    ]
    found = {question.code: question for question in asked}
    return (*found.values(), *(one for one in _on_told(headers, sheet, told) if one.code not in found))


def _on_told(headers: Sequence[str], sheet: str, told: ColumnAnswers) -> Iterator[Question]:
    """Questions that nobody would ask any more, because they are answered."""
    for name, j in told.asked:
        header = headers[j] or letter(j)
        others = tuple(ChoiceOption(text, text) for text in dict.fromkeys(headers) if text and text != header)
        choices = (ChoiceOption(YES, f"Yes, “{header}”"), *others) if name is Field.ACCOUNT else _choices(name)
        text = f"Is “{header}” the {FIELDS[name].title.lower()}?"
        yield Question(question_code(name, header), name, headers[j], sheet, text, choices)


def _on_account(mapped: Mapped, headers: Sequence[str], sheet: str) -> Iterator[Question]:
    match = mapped.matches.get(Field.ACCOUNT)
    paid = match is not None and bool(PAID & set(header_words(match.header)))
    if match is None or (match.level is Level.SURE and not paid):
        return
    own = match.header or match.column
    free = [j for j in mapped.name_like if letter(j) != match.column]
    others = [headers[j] or letter(j) for j in free]
    persons = all(meanings_of(header_words(headers[j])).get(Other.PERSON, 0.0) >= OF_PERSONS for j in free)
    if persons and match.header and not paid:  # such as `Hotel` beside `Contact`: nothing else to take
        return
    choices = (ChoiceOption(YES, f"Yes, “{own}”"), *(ChoiceOption(name, name) for name in dict.fromkeys(others)))
    text = f"Does “{own}” hold the names of your clients and prospects?"
    if paid:
        text = f"“{own}” sounds like firms that you pay. Are they your clients and prospects?"
    yield Question(question_code(Field.ACCOUNT, own), Field.ACCOUNT, match.header, sheet, text, choices, YES)


def _on_fees(mapped: Mapped, headers: Sequence[str], sheet: str, told: ColumnAnswers) -> Iterator[Question]:
    fees = mapped.fees
    unclear = [fees.main] if fees.main is not None and (fees.unclear or fees.past) else []
    answered = [j for name, j in told.barred if name is Field.ANNUAL_FEE]
    past = [j for j in (fees.billed, fees.fill) if j is not None]
    columns = [*past, *unclear, *answered]
    if Field.ANNUAL_FEE in mapped.given and str(Field.ANNUAL_FEE) not in told.wanted:
        columns = answered
    for j in dict.fromkeys(columns):
        if headers[j]:
            paid = "a deal pays us" if Field.DEAL in mapped.columns else _paid(headers[j])
            text = f"Is “{headers[j]}” what {paid}, or their own turnover or size?"
            choices = PAID_BY_DEALS if Field.DEAL in mapped.columns else FEE_CHOICES
            yield dataclasses.replace(_fee_question(headers[j], sheet, text, FEE), choices=choices)
    perhaps = mapped.possible.get(Field.ANNUAL_FEE)
    if perhaps is not None and headers[perhaps]:
        theirs = meanings_of(header_words(headers[perhaps])).get(Other.THEIR_MONEY, 0.0) > 0
        text = f"Is “{headers[perhaps]}” what {_paid(headers[perhaps])}? It is not used until you say so."
        if theirs:
            text = f"“{headers[perhaps]}” was left aside as their own money. Is it what they pay us?"
        yield _fee_question(headers[perhaps], sheet, text, TURNOVER if theirs else IGNORE)


def _paid(header: str) -> str:
    """What a fee is: the period that its header names needs no other beside it."""
    return "they pay us" if read_header(header).per_year > 1 else "they pay us in a year"


def _fee_question(header: str, sheet: str, text: str, default: str) -> Question:
    code = question_code(Field.ANNUAL_FEE, header)
    return Question(code, Field.ANNUAL_FEE, header, sheet, text, FEE_CHOICES, default)


def _on_hours(mapped: Mapped, headers: Sequence[str], sheet: str, told: ColumnAnswers) -> Iterator[Question]:
    column = mapped.columns.get(Field.CURRENT_HOURS, mapped.possible.get(Field.CURRENT_HOURS))
    if column is None or not headers[column]:
        return
    header = mapped.readings.get(column) or read_header(headers[column])
    used = Field.CURRENT_HOURS in mapped.columns
    said = header.per or bool(set(header_words(header.text)) & SAID_PERIOD)
    if column not in told.hours and used and said:
        return
    yield Question(
        question_code(Field.CURRENT_HOURS, header.text), Field.CURRENT_HOURS, header.text, sheet,
        f"Which hours are those in “{header.text}”?"
        + ("" if used else " They are left out until you say so."), HOURS_CHOICES, THIS_QUARTER if used else IGNORE,
    )  # fmt: skip


def _on_likely(mapped: Mapped, sheet: str) -> Iterator[Question]:
    for name in ASKED:
        match = mapped.matches.get(name)
        if match is not None and match.header and match.level is Level.LIKELY and match.confidence < ASKED_UNDER:
            text = f"“{match.header}” was taken for the {FIELDS[name].title.lower()}. Is it?"
            yield Question(question_code(name, match.header), name, match.header, sheet, text, IT_IS, YES)


def _on_possible(mapped: Mapped, headers: Sequence[str], sheet: str) -> Iterator[Question]:
    for name in ASKED:
        column = mapped.possible.get(name)
        if column is not None and headers[column] and name not in mapped.columns:
            text = f"Is “{headers[column]}” the {FIELDS[name].title.lower()}? It is not used until you say so."
            yield Question(question_code(name, headers[column]), name, headers[column], sheet, text, IT_IS, IGNORE)
