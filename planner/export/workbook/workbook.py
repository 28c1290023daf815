"""The plan as an Excel workbook that an owner would take to a meeting, and that opens again as the same plan.

XlsxWriter writes every formula with the value it has now, so that previews and phones show numbers. Nothing from
the client list is ever written as a formula or a link.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from planner.export.workbook.layout import lay_out
from planner.export.workbook.person_sheets import write_person
from planner.export.workbook.sheets import REASONS_AND_SOURCES, RESULTS, TITLES, Contents, Sheet
from planner.export.workbook.styles import BRAND, FONT, Styles
from planner.export.workbook.tables import PlainFormulas, keep_off_paper
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
        layout = lay_out(plan, _styles(book, plan), TITLES)
        contents = Contents(book, layout, progress, all_questions(plan) if questions is None else questions)
        sheets = [(one, _worksheet(book, one)) for one in RESULTS if one.needed(contents)]
        pages = [_tab(book, name, BRAND) for name in layout.person_sheets]
        sheets += [(one, _worksheet(book, one)) for one in REASONS_AND_SOURCES if one.needed(contents)]
        for one, sheet in sheets:
            one.write(sheet, contents)
            if not one.printed(contents):
                keep_off_paper(sheet)
        for person, page in enumerate(pages):
            write_person(page, layout, person)
        sheets[0][1].activate()
        book.set_properties({"title": "Plan for business development", "comments": plan.explanation.headline})


def _worksheet(book: Any, one: Sheet) -> Any:
    return _tab(book, one.title, one.tab)


def _tab(book: Any, title: str, color: str) -> Any:
    sheet = book.add_worksheet(title, worksheet_class=PlainFormulas)
    sheet.set_tab_color(color)
    return sheet


def _styles(book: Any, plan: Plan) -> Styles:
    hours = np.concatenate((plan.allocation.hours, np.nan_to_num(plan.facts.current_hours)))
    return Styles(
        book,
        currency=plan.settings.currency,
        halves=bool(np.any(np.abs(hours - np.round(hours)) > 1e-6)),
        in_money=plan.values.in_money,
    )
