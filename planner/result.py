"""A finished plan: every stage's result in one place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial

from planner.allocation.allocate import allocate
from planner.allocation.problem import Allocation, Problem
from planner.explanation.sentences.alternatives import Alternatives
from planner.explanation.sentences.balance_cost import cost_of_balance
from planner.explanation.types import BalanceCost, Explanation
from planner.issues import Issue
from planner.roster.roster import Roster
from planner.settings import Settings
from planner.tagging.rule_sheet import Rule
from planner.team import Team
from planner.valuation.curves import Curves
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

    @cached_property
    def balance_cost(self) -> BalanceCost | None:
        """What keeping the balance costs, from plans made without it and with it above all; None where nothing."""
        solve = partial(allocate, settings=self.settings, ideal=self.allocation.ideal)
        other = Alternatives(self.problem, self.allocation, solve)
        return cost_of_balance(self.problem, self.allocation, other, self.settings.currency)

    @property
    def issues(self) -> tuple[Issue, ...]:
        """Everything that was wrong or had to be decided, of every stage."""
        stages = (self.roster, self.team, self.facts, self.tags, self.curves)
        return tuple(issue for stage in stages for issue in stage.issues)
