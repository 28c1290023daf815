"""Where things are in a written plan: order of the rows, names of the sheets, so that formulas can point at them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planner.export.words import by_hours
from planner.export.workbook.styles import Styles
from planner.export.workbook.tables import cells, cut
from planner.goods import GROUPS

if TYPE_CHECKING:
    from planner.result import Plan

SUMMARY, PLAN, WHY, STEP_BACK, SCENARIOS = "Summary", "Plan", "Why", "Step back", "Scenarios"
ISSUES, ABOUT, CLIENT_LIST, DEALS = "Import issues", "About", "Client list", "Deals"
SETTING_SHEETS: Final = ("Settings", "Team", "Rules", "Limits", "Fit", "Ladder", "Overrides", "Answers")
QUARTER, HOURS_SPENT = "Quarter", "Hours spent"
EXCELS_OWN = "History"
"""No sheet may be called so: Excel keeps the name for itself."""
LONGEST_TITLE: Final = 31
"""Characters in the name of a sheet."""
PLAN_HEADER = 4
"""Row of the Plan sheet's header, from 0; accounts start below it."""
PERSON_HEADER = 6
"""Row of the header on each person's page, from 0."""


class PlanColumn:
    """Columns of the Plan sheet, from 0."""

    ACCOUNT, RELATIONSHIP, OWNER, NOW, PLANNED, CHANGE = range(6)
    GROUPS = tuple(range(6, 6 + len(GROUPS)))


class PersonColumn:
    """Columns of a person's page, from 0."""

    ACCOUNT, HOURS, DECISION, NEXT_STEP, SIGNS, SPENT, OUTCOME, WHY = range(8)


@dataclass(frozen=True, eq=False)
class Layout:
    """What every sheet needs to know of the others.

    Attributes:
        order: positions of the accounts in the roster, in the order of the Plan sheet.
        row: row on the Plan sheet of each account, from 0.
        person_sheets: name of each person's page.
    """

    plan: Plan
    styles: Styles
    order: tuple[int, ...]
    row: Mapping[int, int]
    person_sheets: tuple[str, ...]

    @property
    def plan_rows(self) -> tuple[int, int]:
        """First and last row of the accounts on the Plan sheet."""
        return PLAN_HEADER + 1, PLAN_HEADER + max(len(self.order), 1)

    def plan_range(self, column: int) -> str:
        return cells(PLAN, self.plan_rows, column)


def lay_out(plan: Plan, styles: Styles, titles: Sequence[str]) -> Layout:
    """Where things are in the workbook of a plan whose other sheets have these titles."""
    order = tuple(by_hours(plan))
    row = {account: PLAN_HEADER + 1 + place for place, account in enumerate(order)}
    return Layout(plan, styles, order, row, sheet_names((person.name for person in plan.team.people), titles))


def sheet_names(names: Iterable[str], titles: Iterable[str] = ()) -> tuple[str, ...]:
    """Names that Excel accepts for sheets: 31 characters, none of `[]:*?/\\`, each once, none of `titles`.

    >>> sheet_names(["Ana: Lead", "ana  lead", "Plan"], ["Plan"])
    ('Ana  Lead', 'ana  lead 2', 'Plan 2')
    """
    taken = {name.casefold() for name in (*titles, EXCELS_OWN)}
    made: list[str] = []
    for name in names:
        stem = _tab_name(name, LONGEST_TITLE) or "Person"
        free, number = stem, 1
        while free.casefold() in taken:
            number += 1
            end = f" {number}"
            free = f"{_tab_name(stem, LONGEST_TITLE - len(end))}{end}"
        taken.add(free.casefold())
        made.append(free)
    return tuple(made)


def _tab_name(name: str, longest: int) -> str:
    """The name without what no sheet's may hold, cut to what Excel takes."""
    kept = re.sub(r"[\[\]:*?/\\\x00-\x1f\ufffe\uffff]", " ", name).strip("' ")
    return cut(kept, longest).strip("' ")
