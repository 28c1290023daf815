"""The prices of a plan that are cheap enough to find with it: see `margins` for hours and points, `costs` for rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from planner.allocation.constraint_costs import quick_row_costs
from planner.allocation.kernel import Relaxed
from planner.allocation.setting_locations import SettingLocations
from planner.allocation.shadow_prices import Margins, Without, find_margins


@dataclass(frozen=True, eq=False)
class Prices:
    """What the plan's hours, points and rows are worth, in objective; what would take too long is left out.

    Attributes:
        margins: of each person's hour and each point of balance; None where only the linear program's duals are.
        rows: the plan without each row that holds it back, by name (see `costs.row_costs`).
    """

    margins: Margins | None = None
    rows: Mapping[str, Without] = field(default_factory=dict)


def price(relaxed: Relaxed | None, locations: SettingLocations) -> Prices:
    """The prices of the plan that was just solved; none where another solver solved it."""
    if relaxed is None:
        return Prices()
    return Prices(find_margins(relaxed), quick_row_costs(relaxed, locations))
