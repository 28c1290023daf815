"""The `Answers` sheet: what was answered to the questions about a list, kept for next month's file.

An answer is found again by the code of its question, which stays the same for the same headers. Answers that no
question of this list asks for are kept too: the next file may ask again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from planner.parsing.text_cells import to_text
from planner.records.findings import SettingSheet, SheetCell
from planner.records.issues import Issue
from planner.records.question import Question, answer_to
from planner.roster.roster import Roster
from planner.vocabulary import Severity

SHEET: Final = "answers"
HEADERS: Final = ("code", "field", "header", "answer", "question", "told by", "day")


@dataclass(frozen=True)
class Answer:
    """One answer.

    Attributes:
        code: of the question.  value: what was answered, as a value of the question's choices or in words.
        field, header, question: what was asked about, so that a person can read the sheet.
        by, day: who answered, and when, as written; `""` where nobody said.
        cell: where it is written on the `Answers` sheet, or `""`.
    """

    code: str
    value: str
    field: str = ""
    header: str = ""
    question: str = ""
    by: str = ""
    day: str = ""
    cell: str = ""


def read_answers(sheet: SettingSheet | None) -> tuple[tuple[Answer, ...], tuple[Issue, ...]]:
    """The rows of the `Answers` sheet, the last of two for one code, and an issue for each without a code."""
    found: dict[str, Answer] = {}
    issues: list[Issue] = []
    for row in sheet.rows if sheet else ():
        texts = {key: to_text(row[key].value).strip() for key in HEADERS if key in row}
        code, value = texts.get("code", ""), texts.get("answer", "")
        cell = next((row[key].cell for key in ("answer", *HEADERS) if key in row), "")
        if code and value:
            about, header, asked, by, day = (
                texts.get(key, "") for key in ("field", "header", "question", "told by", "day")
            )
            found.pop(code, None)
            found[code] = Answer(code, value, about, header, asked, by, day, cell)
        elif value:
            issues.append(
                Issue(
                    "answer-incomplete", Severity.WARNING, "An answer needs the code of its question; it was not used.",
                    "Copy the code that planner check shows beside the question.", "Answers", cell, value,
                )
            )  # fmt: skip
    return tuple(found.values()), tuple(issues)


def merged(before: Iterable[Answer], values: Mapping[str, str], *, by: str, day: str) -> tuple[Answer, ...]:
    """Answers with further ones, by code, told by somebody on a day; the later answer to one code holds."""
    answers = {one.code: one for one in before}
    for code, value in values.items():
        if code not in answers or answers[code].value != value:
            answers[code] = Answer(code, value, by=by, day=day)
    return tuple(answers.values())


def described(answers: Sequence[Answer], questions: Iterable[Question]) -> tuple[Answer, ...]:
    """The answers with what their questions ask about, where the question is known."""
    asked = {question.code: question for question in questions}
    return tuple(
        replace(one, field=asked[one.code].field, header=asked[one.code].header, question=asked[one.code].text)
        if one.code in asked
        else one
        for one in answers
    )


def answer_row(one: Answer) -> tuple[str, ...]:
    """The cells of an answer's row, under `HEADERS`."""
    return (one.code, one.field, one.header, one.value, one.question, one.by, one.day)


def answers_sheet(answers: Iterable[Answer]) -> SettingSheet:
    """The answers as the rows of their sheet."""
    rows = []
    for one in answers:
        texts = zip(HEADERS, answer_row(one), strict=True)
        cells = {key: SheetCell(text, one.cell) for key, text in texts if text}
        rows.append(MappingProxyType(cells))
    return SettingSheet(SHEET, tuple(rows))


def values_of(answers: Iterable[Answer]) -> dict[str, str]:
    """Value by code."""
    return {one.code: one.value for one in answers}


def with_answers(roster: Roster, told: Sequence[Answer]) -> Roster:
    """The roster with its answers, on their sheet too, and only the questions that nobody has answered.

    The answers to questions of the reading must have been given to `read_roster`; they are only noted here.
    """
    values = values_of(told)
    asked = (*roster.questions, *roster.answered)
    answered = tuple(one for one in asked if answer_to(one, values) is not None)
    unanswered = tuple(one for one in asked if one not in answered)
    unusable = tuple(_unusable(one, values[one.code], told) for one in unanswered if one.code in values)
    sheets = {key: sheet for key, sheet in roster.sheets.items() if key != SHEET}
    if told:
        sheets[SHEET] = answers_sheet(described(told, asked))
    return replace(
        roster,
        sheets=sheets,
        questions=unanswered,
        answered=answered,
        answers=MappingProxyType(values),
        issues=(*unusable, *roster.issues),
    )


def _unusable(question: Question, value: str, told: Sequence[Answer]) -> Issue:
    choices = ", ".join(option.value for option in question.choices)
    return Issue(
        "answer-unusable", Severity.WARNING,
        f"“{value}” does not answer “{question.text}”; the question stays open.", f"Answer with {choices}.",
        "Answers", next((one.cell for one in told if one.code == question.code), ""), value,
    )  # fmt: skip
