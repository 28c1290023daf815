"""A blank client list with drop-downs, notes and an example to write over, and every optional sheet.

It can be planned as it stands, so that a first try shows what comes out.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from planner.errors import InputError
from planner.explanation.service_levels import DEFAULT_LEVELS
from planner.export import check_targets, whole
from planner.export.template.content import COLUMNS, CRITERION, EXAMPLE, SHEETS, STAGES, STEPS, TEAM
from planner.export.workbook.layout import CLIENT_LIST, SETTING_SHEETS
from planner.export.workbook.setting_sheets import EMPTY, SENSES, offer, setting_rows, write_rows
from planner.export.workbook.styles import BOLD, DATE, GENERAL, HEADER, HEADING, LINE, QUIET, SHARE, TITLE, WRAP, Styles
from planner.export.workbook.tables import FIRST_DATE, height_of, put, set_up_page
from planner.fields import FIELDS, Field, Kind
from planner.goods import GROUPS
from planner.settings import Settings
from planner.tagging.rule_sheet import DEFAULT_RULES, rules_rows
from planner.vocabulary import Relationship

START = "Start here"
LONGEST_TITLE = 32
"""Characters that Excel allows in the title of a warning."""
ROWS = 1_000
"""Rows of the list that have drop-downs and formats."""


def write_template(path: Path) -> None:
    """Write the blank workbook; a file at `path` is replaced.

    Raises:
        InputError: when `path` does not end in .xlsx or cannot be written.
    """
    from xlsxwriter import Workbook

    if path.suffix.lower() != ".xlsx":
        raise InputError(f"A blank client list is an Excel workbook; end “{path.name}” in .xlsx.")
    check_targets([path])
    options = {"strings_to_formulas": False, "strings_to_urls": False}
    with whole(path) as draft, Workbook(str(draft), options) as book:
        styles = Styles(book, currency="", halves=True, in_money=True)
        sheets = {name: book.add_worksheet(name) for name in (START, CLIENT_LIST, *SETTING_SHEETS)}
        _write_start(sheets[START], styles)
        _write_list(sheets[CLIENT_LIST], styles)
        _write_setting_sheets(sheets, styles)
        sheets[START].activate()


def _write_start(sheet: Any, styles: Styles) -> None:
    set_up_page(sheet)
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 110)
    sheet.write_string(0, 0, "A blank client list", styles(TITLE))
    row = 2
    for number, step in enumerate(STEPS, start=1):
        sheet.write_string(row, 0, f"Step {number}", styles(BOLD))
        sheet.write_string(row, 1, step, styles(WRAP))
        sheet.set_row(row, height_of(step, 108) + 4)
        row += 1
    sheet.write_string(row + 1, 0, "The sheets", styles(HEADING))
    for at, (name, meaning) in enumerate(SHEETS, start=row + 2):
        sheet.write_url(at, 0, f"internal:'{name}'!A1", styles(BOLD, LINE), name)
        sheet.write_string(at, 1, meaning, styles(WRAP, QUIET, LINE))
        sheet.set_row(at, height_of(meaning, 108) + 4)


def _write_list(sheet: Any, styles: Styles) -> None:
    set_up_page(sheet, header_row=0)
    for at, name in enumerate(COLUMNS):
        spec = FIELDS[name]
        sheet.set_column(at, at, _width(name), styles(*_look(name)))
        sheet.write_string(0, at, spec.title, styles(HEADER))
        if spec.note:
            sheet.write_comment(0, at, spec.note, {"x_scale": 1.6})
        for row, example in enumerate(EXAMPLE, start=1):
            put(sheet, row, at, example.get(name), styles(*_look(name)))
        _validate(sheet, at, name)
    fit = len(COLUMNS)
    sheet.set_column(fit, fit, 16)
    sheet.write_string(0, fit, f"Fit: {CRITERION}", styles(HEADER))
    for row, example in enumerate(EXAMPLE, start=1):
        put(sheet, row, fit, example.get(CRITERION), styles(GENERAL))
    sheet.set_row(0, 30)
    sheet.freeze_panes(1, 1)


def _width(name: Field) -> float:
    if name in {Field.ACCOUNT, Field.NOTES, Field.NEXT_STEP}:
        return 32
    return 18 if FIELDS[name].kind in {Kind.TEXT, Kind.NAMES, Kind.RELATIONSHIP} else 11


def _look(name: Field) -> tuple[Any, ...]:
    match FIELDS[name].kind:
        case Kind.SHARE | Kind.SHARE_OF_TODAY:
            return (SHARE,)
        case Kind.DATE:
            return (DATE,)
        case Kind.MONEY:
            return ({"num_format": "#,##0"},)
        case _:
            return (BOLD,) if name is Field.ACCOUNT else (GENERAL,)


def _validate(sheet: Any, at: int, name: Field) -> None:
    """Drop-downs and checks; all of them let the user type something else after a word of warning."""
    kind = FIELDS[name].kind
    rule: dict[str, Any] = {
        "error_type": "warning",
        "error_title": FIELDS[name].title[:LONGEST_TITLE],
        "ignore_blank": True,
    }
    if name is Field.RELATIONSHIP:
        rule |= {"validate": "list", "source": [str(kind) for kind in Relationship]}
    elif name is Field.OWNER:
        rule |= {"validate": "list", "source": "=Team!$A$2:$A$41", "error_message": "Several names go with ; between."}
    elif name is Field.STAGE:
        rule |= {"validate": "list", "source": list(STAGES)}
    elif kind is Kind.RATING:
        rule |= {"validate": "list", "source": ["0", "1", "2", "3", "4", "5"], "error_message": "A rating from 0 to 5."}
    elif kind is Kind.SHARE:
        rule |= {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1}
        rule |= {"error_message": "A chance from 0% to 100%."}
    elif kind is Kind.DATE:
        rule |= {"validate": "date", "criteria": ">=", "value": FIRST_DATE.item(), "error_message": "A date."}
    elif kind in {Kind.MONEY, Kind.HOURS, Kind.NUMBER, Kind.SHARE_OF_TODAY}:
        rule |= {"validate": "decimal", "criteria": ">=", "value": 0, "error_message": "A number, 0 or more."}
    else:
        return
    sheet.data_validation(1, at, ROWS, at, rule)


def _write_setting_sheets(sheets: dict[str, Any], styles: Styles) -> None:
    settings, team, rules, limits, fit, ladder, overrides, answers = SETTING_SHEETS
    write_rows(sheets[settings], styles, ("setting", "value", "meaning"), setting_rows(Settings()))
    write_rows(sheets[team], styles, ("person", "hours", *GROUPS), TEAM)
    header, *rows = rules_rows(DEFAULT_RULES)
    write_rows(sheets[rules], styles, [str(title) for title in header], rows)
    write_rows(sheets[limits], styles, EMPTY[limits], ())
    offer(sheets[limits], 1, list(SENSES))
    write_rows(sheets[fit], styles, EMPTY[fit], ((CRITERION, 1),))
    write_rows(sheets[ladder], styles, EMPTY[ladder], [(level, None) for level in DEFAULT_LEVELS])
    write_rows(sheets[overrides], styles, EMPTY[overrides], ())
    offer(sheets[overrides], 1, f"='{CLIENT_LIST}'!$A$1:$AH$1")
    write_rows(sheets[answers], styles, (*EMPTY[answers], "choices"), ())
