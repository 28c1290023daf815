"""What the Plan page says a moment after a plan stands: what hours and limits are worth, and what the balance costs.

Each takes plans of its own. Until then its place says that it is to come, or nothing (see `assets/plan.js`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.components.markup import markup
from dashboard.pages.plan.side import held_back, team
from dashboard.pages.plan.top import cost_line, hour_metric

if TYPE_CHECKING:
    from planner.result import Plan


def later_parts(plan: Plan) -> dict[str, str]:
    """HTML by the name of its place, of a plan with its prices."""
    return {
        "hour": markup(hour_metric(plan)),
        "held": markup(held_back(plan)),
        "people": markup(team(plan)),
        "cost": markup(cost_line(plan)),
    }
