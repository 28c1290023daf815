"""The sheets of a plan's workbook, each once: its title, what writes it, and whether a plan has it.

To add one: a module that writes it, and its entry here. `About` lists the titles, from which the reader learns which
sheets of a workbook are ours.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from planner.export.workbook import setting_sheets
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
)
from planner.export.workbook.list_sheets import write_client_list, write_deals
from planner.export.workbook.plan_sheet import write_plan
from planner.export.workbook.quarter_sheet import write_quarter
from planner.export.workbook.styles import BRAND, FAINT, FILL_TAB
from planner.export.workbook.summary_sheet import write_summary
from planner.export.workbook.why_sheets import write_issues, write_scenarios, write_step_back, write_why
from planner.vocabulary import Severity

if TYPE_CHECKING:
    from planner.quarter.progress import Progress
    from planner.records.question import Question


@dataclass(frozen=True, eq=False)
class Contents:
    """What sheets are written from.

    Attributes:
        book: the XlsxWriter workbook, for its charts and names.
        progress: how the quarter stands; None where nothing of it is known.
        questions: what is open or answered, in the order of the `Answers` sheet.
    """

    book: Any
    layout: Layout
    progress: Progress | None
    questions: Sequence[Question]


@dataclass(frozen=True)
class Sheet:
    """A sheet that is there at most once.

    Attributes:
        write: writes an empty worksheet from the contents.
        needed: whether a workbook has it.
        tab: colour of its tab.
        printed: whether it comes out when the whole workbook is printed. What a meeting does not need is seen, so
            that people can fill it in, but stays off paper.
    """

    title: str
    write: Callable[[Any, Contents], None]
    needed: Callable[[Contents], bool] = lambda _: True
    tab: str = BRAND
    printed: Callable[[Contents], bool] = lambda _: True


def _carried(title: str) -> Callable[[Any, Contents], None]:
    return lambda sheet, of: setting_sheets.write_carried(sheet, of.layout, title)


def _quarter(sheet: Any, of: Contents) -> None:
    if of.progress is not None:
        write_quarter(of.book, sheet, of.layout, of.progress)


def _to_mend(of: Contents) -> bool:
    """Whether something of the list is to be mended, or looked at."""
    return any(issue.severity is not Severity.NOTE for issue in of.layout.plan.issues)


def _off_paper(_: Contents) -> bool:
    return False


def _deals(sheet: Any, of: Contents) -> None:
    deals = of.layout.plan.roster.deals
    if deals is not None:
        write_deals(sheet, of.layout, deals)


RESULTS: Final = (
    Sheet(SUMMARY, lambda sheet, of: write_summary(of.book, sheet, of.layout)),
    Sheet(PLAN, lambda sheet, of: write_plan(sheet, of.layout)),
    Sheet(QUARTER, _quarter, needed=lambda of: of.progress is not None),
)
"""Opened first; the pages of the people follow them."""

_SETTINGS: Final = {
    setting_sheets.SETTINGS: lambda sheet, of: setting_sheets.write_settings(of.book, sheet, of.layout),
    setting_sheets.TEAM: lambda sheet, of: setting_sheets.write_team(sheet, of.layout),
    setting_sheets.RULES: lambda sheet, of: setting_sheets.write_rules(sheet, of.layout),
    setting_sheets.LIMITS: lambda sheet, of: setting_sheets.write_limits(sheet, of.layout),
    setting_sheets.OVERRIDES: lambda sheet, of: setting_sheets.write_overrides(sheet, of.layout),
    setting_sheets.ANSWERS: lambda sheet, of: setting_sheets.write_answers(sheet, of.layout, of.questions),
}


def _to_fill_in(title: str) -> Sheet:
    return Sheet(title, _SETTINGS.get(title, _carried(title)), tab=FILL_TAB, printed=_off_paper)


_FIRST_TO_FILL_IN: Final = (setting_sheets.ANSWERS, setting_sheets.OVERRIDES)

REASONS_AND_SOURCES: Final = (
    Sheet(WHY, lambda sheet, of: write_why(sheet, of.layout)),
    Sheet(STEP_BACK, lambda sheet, of: write_step_back(sheet, of.layout)),
    Sheet(SCENARIOS, lambda sheet, of: write_scenarios(sheet, of.layout)),
    Sheet(ISSUES, lambda sheet, of: write_issues(sheet, of.layout), tab=FAINT, printed=_to_mend),
    *(_to_fill_in(title) for title in _FIRST_TO_FILL_IN),
    Sheet(CLIENT_LIST, lambda sheet, of: write_client_list(sheet, of.layout), tab=FAINT, printed=_off_paper),
    Sheet(DEALS, _deals, needed=lambda of: of.layout.plan.roster.deals is not None, tab=FAINT, printed=_off_paper),
    *(_to_fill_in(title) for title in SETTING_SHEETS if title not in _FIRST_TO_FILL_IN),
    Sheet(
        HOURS_SPENT,
        _carried(HOURS_SPENT),
        needed=lambda of: HOURS_SPENT.lower() in of.layout.plan.roster.sheets,
    ),
    Sheet(ABOUT, lambda sheet, of: write_about(sheet, of.layout, TITLES), tab=FAINT, printed=_off_paper),
)
"""After the pages of the people: why, then what is to be filled in and what the plan came from.

What stays off paper comes last: Excel leaves empty pages out at the end of a workbook only.
"""

TITLES: Final[tuple[str, ...]] = tuple(sheet.title for sheet in (*RESULTS, *REASONS_AND_SOURCES))
