"""The prices of a plan that are cheap enough to find with it: of hours and points, and of the rows that bind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from planner.allocation.analysis.constraint_costs import Without, quick_row_costs
from planner.allocation.analysis.shadow_prices import Margins, find_margins
from planner.allocation.column_generation import ColumnGeneration
from planner.allocation.constraints.setting_locations import SettingLocations
from planner.allocation.problem import Allocation, Problem


@dataclass(frozen=True, eq=False)
class Prices:
    """What the plan's hours, points and rows are worth; what would take too long is left out.

    Attributes:
        margins: of each person's hour and each point of balance; None where only the linear program's duals are.
        rows: the plan without each row that holds it back, by name (see `constraint_costs.row_costs`).
    """

    margins: Margins | None = None
    rows: Mapping[str, Without] = field(default_factory=dict)


def price(problem: Problem, allocation: Allocation, columns: ColumnGeneration, locations: SettingLocations) -> Prices:
    """The prices of the plan that was just solved; none where another solver solved it."""
    if columns.other is not None or columns.priced is None:
        return Prices()
    return Prices(find_margins(columns.priced), quick_row_costs(problem, allocation.ideal, locations))
