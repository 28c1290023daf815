"""A finished plan: every stage's result in one place."""

from __future__ import annotations

from dataclasses import dataclass

from planner.allocation.problem import Allocation, Curves, Problem, Team
from planner.explanation.types import Explanation
from planner.roster.roster import Issue, Roster
from planner.settings import Settings
from planner.tagging.rule_sheet import Rule
from planner.valuation.types import Facts, Tags, Values


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
