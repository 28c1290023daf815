"""Client-portfolio balancing planner: from a client list to a plan of the business-development hours.

import planner

roster = planner.read_roster("clients.xlsx")
plan = planner.plan(roster, balance="20/30/50", hours=400)
planner.save_plan(plan, "plan.xlsx")
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from planner.balance import Balance
    from planner.errors import PlannerError
    from planner.export import save_plan
    from planner.export.plan_json import plan_json
    from planner.pipeline import plan
    from planner.reading import read_roster
    from planner.records.issues import Issue
    from planner.result import Plan
    from planner.roster.roster import Roster
    from planner.settings import Settings

    __version__: str

__all__ = [
    "Balance",
    "Issue",
    "Plan",
    "PlannerError",
    "Roster",
    "Settings",
    "plan",
    "plan_json",
    "read_roster",
    "save_plan",
]

_HOME = {
    "Balance": "planner.balance",
    "Issue": "planner.records.issues",
    "Plan": "planner.result",
    "PlannerError": "planner.errors",
    "Roster": "planner.roster.roster",
    "Settings": "planner.settings",
    "plan": "planner.pipeline",
    "plan_json": "planner.export.plan_json",
    "read_roster": "planner.reading",
    "save_plan": "planner.export",
}


def __getattr__(name: str) -> Any:
    """Load a public name on first use, so that `planner --help` does not wait for solvers and readers."""
    if name == "__version__":
        return _version()
    if name not in _HOME:
        raise AttributeError(f"module 'planner' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def _version() -> str:
    """Of the installed package; 0.0.0 in a checkout that was never installed."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("client-portfolio-planner")
    except PackageNotFoundError:
        return "0.0.0"
