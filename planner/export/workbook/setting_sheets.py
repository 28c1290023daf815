"""The setting sheets, written so that opening the workbook again gives exactly the same plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

from xlsxwriter.utility import xl_col_to_name

from planner.balance import Balance
from planner.explanation.service_levels import DEFAULT_LEVELS
from planner.export.template.content import SHEETS
from planner.export.workbook.client_list import stated_columns
from planner.export.workbook.layout import CLIENT_LIST, HOURS_SPENT, SETTING_SHEETS, Layout
from planner.export.workbook.plan_sheet import AVAILABLE
from planner.export.workbook.styles import BOLD, DATE, HEADER, LEFT, LINE, QUIET, TEXT, TO_FILL, WRAP, Props, Styles
from planner.export.workbook.tables import cells, height_of, length, put, quoted, set_up_page
from planner.fields import Field
from planner.goods import GROUPS
from planner.quarter.track import HEADERS as HOURS_HEADERS
from planner.records.question import ChoiceOption, Question
from planner.roster.roster import Roster
from planner.settings import MEANINGS, Settings
from planner.sheets.answers import HEADERS as ANSWERS_HEADERS
from planner.sheets.answers import SHEET as ANSWERS_SHEET
from planner.sheets.answers import Answer, answer_row, read_answers
from planner.sheets.overrides import HEADERS as OVERRIDES_HEADERS
from planner.tagging.rule_sheet import rules_rows

SETTINGS, TEAM, RULES, LIMITS, FIT, LADDER, OVERRIDES, ANSWERS = SETTING_SHEETS
Rows = Sequence[Sequence[object]]

EMPTY: Final = MappingProxyType(
    {
        LIMITS: ("what", "sense", "amount"),
        FIT: ("criterion", "weight"),
        LADDER: ("level", "from hours"),
        OVERRIDES: OVERRIDES_HEADERS,
        ANSWERS: ANSWERS_HEADERS,
        HOURS_SPENT: HOURS_HEADERS,
    }
)
"""Headers of the sheets that a list need not have."""
HIGHEST_ROW, HIGHEST_RULE, HIGHEST_QUESTION = 400.0, 31.0, 58.0
SENSES: Final = ("at most", "at least", "exactly")
MEANING_OF_SHEET: Final = MappingProxyType(dict(SHEETS))
OFFERED_ROWS = 1_000
"""Rows of a sheet to fill in that have drop-downs."""
LONGEST_CHOICES = 255
"""Letters that Excel allows in the choices of a drop-down together."""
WIDTHS: Final = MappingProxyType(
    {
        "setting": 28,
        "meaning": 90,
        "reason": 50,
        "why": 60,
        "value": 34,
        "what": 40,
        "code": 34,
        "question": 70,
        "choices": 60,
        "amount": 24,
        "operator": 15,
        "field": 17,
    }
)


def write_settings(book: Any, sheet: Any, layout: Layout) -> None:
    """Every setting as used, its value and meaning; `hours` is the cell that shares are counted against."""
    rows = setting_rows(layout.plan.settings)
    write_rows(sheet, layout.styles, ("setting", "value", "meaning"), rows)
    at = next(row for row, (name, *_) in enumerate(rows, start=2) if name == "hours")
    book.define_name(AVAILABLE, f"={SETTINGS}!$B${at}")


def write_team(sheet: Any, layout: Layout) -> None:
    """Each person's hours and, where anyone has one, their own balance in percent."""
    people = layout.plan.team.people
    own = any(person.balance for person in people)
    header = ("person", "hours", *(GROUPS if own else ()))
    rows = [(person.name, person.hours, *(100 * share for share in person.balance or ())) for person in people]
    write_rows(sheet, layout.styles, header, rows)


def write_rules(sheet: Any, layout: Layout) -> None:
    """The tag rules that were used, the default ones too, so that they can be seen and changed."""
    header, *rows = rules_rows(layout.plan.rules)
    write_rows(sheet, layout.styles, [str(title) for title in header], rows, highest=HIGHEST_RULE)


def write_carried(sheet: Any, layout: Layout, name: str) -> None:
    """A sheet of the user's own (Limits, Fit, Ladder, Overrides) as it was, else its headers to fill in."""
    header, rows = carried(layout.plan.roster, name)
    write_rows(sheet, layout.styles, header, rows)
    if name in MEANING_OF_SHEET:
        sheet.write_comment(0, 0, MEANING_OF_SHEET[name], {"x_scale": 2})


def write_limits(sheet: Any, layout: Layout) -> None:
    """The user's limits, or room for some."""
    write_carried(sheet, layout, LIMITS)
    offer(sheet, 1, list(SENSES))


def write_overrides(sheet: Any, layout: Layout) -> None:
    """What the user changed by hand, or room for it, with the accounts and the columns of the list to choose from."""
    write_carried(sheet, layout, OVERRIDES)
    roster = layout.plan.roster
    columns = stated_columns(roster)
    account = next((at for at, one in enumerate(columns) if one.field is Field.ACCOUNT), 0)
    offer(sheet, 0, "=" + cells(CLIENT_LIST, (1, max(roster.size, 1)), account))
    offer(sheet, 1, f"={quoted(CLIENT_LIST)}!$A$1:${xl_col_to_name(len(columns) - 1)}$1")


def offer(sheet: Any, column: int, choices: str | list[str], first: int = 1, last: int = OFFERED_ROWS) -> None:
    """Offer choices, or those of a range, in a column's rows; anything else can be typed too.

    A drop-down keeps its choices in one text with commas between: choices that hold one, or a quote, are not offered.
    """
    if isinstance(choices, str) or _fits(choices):
        rule = {"validate": "list", "source": choices, "show_error": False}
        sheet.data_validation(first, column, last, column, rule)


def _fits(choices: list[str]) -> bool:
    """Whether Excel can hold the choices of a drop-down; none are no drop-down."""
    told_apart = not any("," in choice or '"' in choice for choice in choices)
    return told_apart and 0 < length(",".join(choices)) <= LONGEST_CHOICES


def write_answers(sheet: Any, layout: Layout, questions: Sequence[Question]) -> None:
    """The answers that were given, then the open questions with their choices, to be answered beside them.

    Questions about a column of the user's own file are left out: here the columns have other headers.
    """
    told, _ = read_answers(layout.plan.roster.sheets.get(ANSWERS_SHEET))
    asked = [one for one in questions if not one.header]
    rows = [(*answer_row(one), "") for one in told]
    rows += [(*answer_row(_unanswered(one)), _choices(one)) for one in asked]
    write_rows(sheet, layout.styles, (*ANSWERS_HEADERS, "choices"), rows, highest=HIGHEST_QUESTION)
    column = ANSWERS_HEADERS.index("answer")
    for row, one in enumerate(asked, start=1 + len(told)):
        put(sheet, row, column, "", layout.styles(WRAP, LEFT, TEXT, TO_FILL))
        offer(sheet, column, [option.value for option in one.choices], row, row)


def _unanswered(question: Question) -> Answer:
    return Answer(question.code, "", question.field, question.header, question.text)


def _choices(question: Question) -> str:
    """`fee (What they pay us); turnover (…)`, and `Acme (client)` where the label names the value itself."""
    return "; ".join(map(_choice, question.choices))


def _choice(option: ChoiceOption) -> str:
    if option.label.startswith(f"{option.value} ("):
        return option.label
    same = option.value.casefold() == option.label.casefold()
    return option.value if same else f"{option.value} ({option.label})"


def carried(roster: Roster, name: str) -> tuple[Sequence[str], Rows]:
    """Header and rows of a setting sheet of the list; of the ladder the default levels where it has none."""
    found = roster.sheets.get(name.lower())
    if found is None or not found.rows:
        return EMPTY[name], [(level, None) for level in DEFAULT_LEVELS] if name == LADDER else []
    header = list(dict.fromkeys(title for row in found.rows for title in row))
    return header, [[row[title].value if title in row else None for title in header] for row in found.rows]


def setting_rows(settings: Settings) -> list[tuple[str, object, str]]:
    """Name, value and meaning of every setting; one that is off has an empty value."""
    return [(name, _value(value), MEANINGS[name]) for name, value in settings.values().items()]


def _value(value: object) -> object:
    if isinstance(value, Balance):
        return value.written()
    return str(value) if isinstance(value, StrEnum) else value


def write_rows(sheet: Any, styles: Styles, header: Sequence[str], rows: Rows, *, highest: float = HIGHEST_ROW) -> None:
    """A plain table from A1 on: the reader finds setting sheets by their first row.

    Args:
        highest: points that a row is at most high; what does not fit is seen when the cell is opened.
    """
    set_up_page(sheet, header_row=0)
    for column, title in enumerate(header):
        sheet.set_column(column, column, _width(title))
        sheet.write_string(0, column, title, styles(HEADER))
    sheet.freeze_panes(1, 0)
    for row, values in enumerate(rows, start=1):
        texts = [(str(value), _width(title)) for title, value in zip(header, values, strict=False)]
        needed = max((height_of(text, width) for text, width in texts), default=15.0)
        sheet.set_row(row, min(needed, highest))
        for column, value in enumerate(values):
            put(sheet, row, column, value, styles(*_layers(header[column], column, value)))


def _width(title: str) -> float:
    return WIDTHS.get(title.rstrip(" 0123456789"), 22)


def _layers(title: str, column: int, value: object) -> tuple[Props, ...]:
    layers: tuple[Props, ...] = (LINE, WRAP, LEFT)
    if isinstance(value, dt.date):
        return (*layers, DATE)
    if title in {"meaning", "reason", "why", "question", "choices"}:
        return (*layers, QUIET)
    return (*layers, BOLD) if column == 0 else (*layers, TEXT) if isinstance(value, str) else layers
