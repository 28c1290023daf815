"""The plan as an Excel workbook that an owner would take to a meeting, and that opens again as the same plan.

XlsxWriter writes every formula with the value it has now, so that previews and phones show numbers. Nothing from
the client list is ever written as a formula or a link.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from planner.export.workbook.about_sheet import write_about
from planner.export.workbook.layout import (
    ABOUT,
    CLIENT_LIST,
    DEALS,
    HOURS_SPENT,
    ISSUES,
    PLAN,
    QUARTER,
    SCENARIOS,
    SETTING_SHEETS,
    STEP_BACK,
    SUMMARY,
    WHY,
    Layout,
    lay_out,
)
from planner.export.workbook.list_sheets import write_client_list, write_deals
from planner.export.workbook.person_sheets import write_person
from planner.export.workbook.plan_sheet import write_plan
from planner.export.workbook.quarter_sheet import write_quarter
from planner.export.workbook.setting_sheets import (
    ANSWERS,
    write_answers,
    write_carried,
    write_rules,
    write_settings,
    write_team,
)
from planner.export.workbook.styles import BRAND, FAINT, FONT, Styles
from planner.export.workbook.summary_sheet import write_summary
from planner.export.workbook.tables import PlainFormulas
from planner.export.workbook.why_sheets import write_issues, write_scenarios, write_step_back, write_why
from planner.questions.plan_questions import all_questions

if TYPE_CHECKING:
    from planner.quarter.progress import Progress
    from planner.records.question import Question
    from planner.result import Plan

OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": {"font_name": FONT, "font_size": 10},
}


def write_workbook(
    plan: Plan, path: Path, progress: Progress | None = None, questions: Sequence[Question] | None = None
) -> None:
    """Write the whole workbook; a file at `path` is replaced.

    Args:
        progress: how the quarter stands, for the `Quarter` sheet; no such sheet without it.
        questions: what is open, for the `Answers` sheet; when not given, in the order in which it is asked.
    """
    from xlsxwriter import Workbook

    with Workbook(str(path), OPTIONS) as book:
        layout = lay_out(plan, _styles(book, plan))
        sheets = {
            name: book.add_worksheet(name, worksheet_class=PlainFormulas)
            for name in _names(layout, progress is not None)
        }
        for name, sheet in sheets.items():
            sheet.set_tab_color(FAINT if name in {*SETTING_SHEETS, CLIENT_LIST, DEALS, ABOUT, ISSUES} else BRAND)
        _write_results(book, sheets, layout)
        if progress is not None:
            write_quarter(book, sheets[QUARTER], layout, progress)
        _write_sources(book, sheets, layout)
        write_answers(sheets[ANSWERS], layout, all_questions(plan) if questions is None else questions)
        book.set_properties({"title": "Plan for business development", "comments": plan.explanation.headline})
        sheets[SUMMARY].activate()


def _names(layout: Layout, tracked: bool) -> tuple[str, ...]:
    """Sheets in the order people open them: results, pages for the meeting, reasons, then what it came from."""
    return (
        SUMMARY,
        PLAN,
        *((QUARTER,) if tracked else ()),
        *layout.person_sheets,
        WHY,
        STEP_BACK,
        SCENARIOS,
        ISSUES,
        CLIENT_LIST,
        *((DEALS,) if layout.plan.roster.deals is not None else ()),
        *SETTING_SHEETS,
        *((HOURS_SPENT,) if HOURS_SPENT.lower() in layout.plan.roster.sheets else ()),
        ABOUT,
    )


def _write_results(book: Any, sheets: dict[str, Any], layout: Layout) -> None:
    write_summary(book, sheets[SUMMARY], layout)
    write_plan(sheets[PLAN], layout)
    for person, name in enumerate(layout.person_sheets):
        write_person(sheets[name], layout, person)
    write_why(sheets[WHY], layout)
    write_step_back(sheets[STEP_BACK], layout)
    write_scenarios(sheets[SCENARIOS], layout)
    write_issues(sheets[ISSUES], layout)


def _write_sources(book: Any, sheets: dict[str, Any], layout: Layout) -> None:
    write_client_list(sheets[CLIENT_LIST], layout)
    if layout.plan.roster.deals is not None:
        write_deals(sheets[DEALS], layout, layout.plan.roster.deals)
    settings, team, rules, *others = SETTING_SHEETS
    write_settings(book, sheets[settings], layout)
    write_team(sheets[team], layout)
    write_rules(sheets[rules], layout)
    for name in (*others, HOURS_SPENT):
        if name in sheets and name != ANSWERS:
            write_carried(sheets[name], layout, name)
    write_about(sheets[ABOUT], layout)


def _styles(book: Any, plan: Plan) -> Styles:
    hours = np.concatenate((plan.allocation.hours, np.nan_to_num(plan.facts.current_hours)))
    return Styles(
        book,
        currency=plan.settings.currency,
        halves=bool(np.any(np.abs(hours - np.round(hours)) > 1e-6)),
        in_money=plan.values.in_money,
    )
