"""What is known of the accounts of a work before their hours are: enough for the Clients page, and at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dashboard.state.workspace import Workspace
    from dashboard.tables.clients import Stages
    from planner.allocation.problem import Problem

SOON: Final = 300
"""Lists of up to so many accounts are planned while one waits; their edits are tried on the whole plan."""


@dataclass(frozen=True)
class Known:
    """A workspace at one revision, and what is known of its accounts; `plan` has no hours where none were planned."""

    workspace: str
    work: Workspace
    revision: int
    plan: Stages
    token: str


def needs_plan(stages: Stages) -> bool:
    """Whether only a plan can tell that an edit can be kept: where it is soon made, or where limits could clash."""
    return stages.roster.size <= SOON or can_clash(stages.problem)


def can_clash(problem: Problem) -> bool:
    """Whether locks, minimums or limits bind the hours, so that they may contradict each other.

    Without any of them there always is a plan.
    """
    bound = problem.locked.any() or problem.minimum.any() or problem.limits or any(problem.within_you)
    return bool(bound or problem.min_money is not None or problem.max_change is not None)
