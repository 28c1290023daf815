"""A finished plan: every stage's result in one place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial

import pandas as pd

from planner.allocation.allocate import allocate
from planner.allocation.allocation import Allocation
from planner.allocation.problem import Problem
from planner.explanation.sentences.alternatives import Alternatives
from planner.explanation.sentences.balance_cost import cost_of_balance
from planner.explanation.types import BalanceCost, Explanation
from planner.fields import Field
from planner.goods import GOODS, GROUPS
from planner.records.issues import Issue, issues_of
from planner.records.team import Team
from planner.roster.roster import Roster
from planner.settings import Settings
from planner.tagging.rule_sheet import Rule
from planner.valuation.response.curves import Curves
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
    def frame(self) -> pd.DataFrame:
        """The plan as a table, one row an account in the list's order.

        Columns: `account`, `relationship`, `owner`; `current_hours` (NaN where not known), `hours`, `decision`; for
        each good `strength_…` (0 to 1, NaN where not known) and `value_…` (money a year, or points), for each group
        `counts_…` (hours that count for it); `why`. Hours are of the planning period. It is a copy.

        >>> import planner
        >>> roster = planner.read_roster(b"Account,Type,Fee\\nAcme,client,50000\\nBeta,client,7000\\n", name="list.csv")
        >>> bool(planner.plan(roster, hours=20).frame["hours"].sum() <= 20)
        True
        """
        goods: dict[str, object] = {}
        for g, good in enumerate(GOODS):
            goods[f"strength_{good}"] = self.tags.strength[:, g]
            goods[f"value_{good}"] = self.values.worth[:, g]
        counts = {f"counts_{group}": self.allocation.counts[:, g] for g, group in enumerate(GROUPS)}
        return pd.DataFrame(
            {
                "account": self.roster.names,
                "relationship": self.facts.relationship,
                "owner": self.roster.text(Field.OWNER),
                "current_hours": self.facts.current_hours,
                "hours": self.allocation.hours,
                "decision": [str(decision) for decision in self.explanation.decision],
                **goods,
                **counts,
                "why": self.explanation.why,
            }
        )

    @cached_property
    def balance_cost(self) -> BalanceCost | None:
        """What keeping the balance costs, from plans made without it and with it above all; None where nothing."""
        solve = partial(allocate, settings=self.settings, ideal=self.allocation.ideal)
        other = Alternatives(self.problem, self.allocation, solve)
        return cost_of_balance(self.problem, self.allocation, other, self.settings.currency)

    @property
    def issues(self) -> tuple[Issue, ...]:
        """Everything that was wrong or had to be decided, of every stage."""
        return issues_of(self.roster, self.team, self.facts, self.tags, self.curves)
