"""The prices of a plan that are cheap enough to find with it: of hours, and of the rows that bind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from planner.allocation.analysis.constraint_costs import Without, quick_row_costs
from planner.allocation.analysis.shadow_prices import Margins, find_margins, priced
from planner.allocation.constraints.setting_locations import SettingLocations
from planner.allocation.pricing import LpSolution
from planner.allocation.problem import Problem
from planner.arrays import Numbers


@dataclass(frozen=True, eq=False)
class Prices:
    """What the plan's hours and rows are worth; what would take too long is left out.

    Attributes:
        margins: of each person's hour; None where that would take too long.
        rows: the plan without each row that holds it back, by name (see `constraint_costs.row_costs`).
    """

    margins: Margins | None = None
    rows: Mapping[str, Without] = field(default_factory=dict)


def price(
    problem: Problem,
    ideal: Numbers,
    locations: SettingLocations,
    solution: LpSolution | None = None,
    pause: Callable[[], None] = lambda: None,
) -> Prices:
    """The prices of a plan that our own solver made.

    Args:
        ideal: (3,) ideals that it was measured against.
        solution: the linear program that gave its prices, with accounts in any order; solved again when None.
        pause: called before each further solve.
    """
    pause()
    if solution is not None:
        return Prices(find_margins(solution, pause=pause), quick_row_costs(problem, ideal, locations, pause=pause))
    again = priced(problem, ideal)
    return Prices(find_margins(again, pause=pause), quick_row_costs(problem, ideal, locations, again, pause))
