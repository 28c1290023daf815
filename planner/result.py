"""A finished plan: every stage's result in one place, and how to save it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planner.allocation.problem import Allocation, Curves, Problem, Team
from planner.explanation.types import Explanation
from planner.goodness.rules import Rule
from planner.goodness.types import Facts, Tags, Values
from planner.roster.roster import Issue, Roster
from planner.settings import Settings


@dataclass(frozen=True, eq=False)
class Plan:
    """How to split the hours, and why. Arrays of every stage share the roster's order.

    Attributes:
        roster: the client list, the user's overrides applied.
        settings: every setting as used (hours, start and currency resolved).
        rules: the tag rules that were used.
    """

    roster: Roster
    settings: Settings
    rules: tuple[Rule, ...]
    facts: Facts
    tags: Tags
    values: Values
    curves: Curves
    team: Team
    problem: Problem
    allocation: Allocation
    explanation: Explanation

    @property
    def issues(self) -> tuple[Issue, ...]:
        """Everything that was wrong or had to be decided, of every stage."""
        stages = (self.roster, self.team, self.facts, self.tags, self.curves)
        return tuple(issue for stage in stages for issue in stage.issues)

    def to_dict(self) -> dict[str, Any]:
        """The plan in the published JSON format (`planner/export/plan.schema.json`)."""
        from planner.export.text import plan_json

        return plan_json(self)

    def save(self, path: str | Path) -> None:
        """Write `.xlsx`, `.csv` or `.json`, by the ending of `path`.

        Raises:
            InputError: on another ending, or where the file cannot be written.
        """
        from planner.export import save_plan

        save_plan(self, Path(path))
