"""Plan a list again with one thing about one account changed: the whole pipeline but for the sentences."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field, replace
from functools import cached_property

from planner.allocation.allocate import Kernel, allocate
from planner.allocation.claims import Claims
from planner.allocation.engine import Solved
from planner.allocation.kernel import weigh
from planner.allocation.model import Model
from planner.allocation.pricing import Duals, prices
from planner.allocation.problem import Numbers, Problem
from planner.allocation.whole import hull_of
from planner.allocation.whole_model import entry, needed
from planner.errors import Contradiction
from planner.pipeline import pose_list
from planner.result import Plan
from planner.roster.roster import Roster, missing
from planner.schema import Field

IN = 1e-6
"""Hours above which an account counts as in the plan."""


@dataclass
class Again:
    """Plans of one list with one field of one account changed.

    Attributes:
        plan: the plan that stands.  account: position of the account.
    """

    plan: Plan
    account: int
    kernel: Kernel = field(default_factory=Kernel)

    def problem(self, name: Field, value: float) -> Problem:
        """What the changed list poses."""
        return pose_list(changed(self.plan.roster, self.account, name, value), self.plan.settings).problem

    def enters(self, name: Field, value: float) -> bool:
        """Whether the account gets hours in the plan of the changed list."""
        try:
            allocation = allocate(self.problem(name, value), self.plan.settings, self.kernel)
        except Contradiction:
            return False
        return bool(allocation.hours[self.account] > IN)

    def surplus(self, name: Field, value: float) -> float:
        """What the account's first hours would bring above their price in the plan that stands, without solving.

        In the objective; −1 times an hour's worth of it where the account can take none at all.
        """
        problem, i = self.problem(name, value), self.account
        base, solved, ideal = self.priced
        model = copy(base)
        model.problem, model.claims = problem, Claims.of(problem)
        duals = Duals(model, solved)
        people = [duals[f"most_accounts_{model.people[p]}"] for p in range(len(problem.people))]
        cost = float(prices(model, duals)[i])
        worth = float(weigh(problem, ideal).gain[i] + model.claims.money[i] * duals["money"])
        hours, share = problem.curves.hours[i], problem.curves.share[i]
        able = (hours > 0) & (hours >= entry(problem)[i] - 1e-9) & (hours <= problem.maximum[i] + 1e-9)
        if not able.any():
            return -1.0
        brings = float((worth * (share[able] - share[0]) - cost * hours[able]).max())
        return brings + duals["most_accounts"] + max(people)

    @cached_property
    def priced(self) -> tuple[Model, Solved, Numbers]:
        """The linear program of the plan that stands, over the hull of whole blocks where it has any; its ideals."""
        relaxed = Kernel().relax(self.plan.problem, self.plan.allocation.ideal)
        hull = hull_of(relaxed) if needed(self.plan.problem) else None
        if hull is None:
            return relaxed.model, relaxed.solved, relaxed.weighed.ideal
        return hull.model, hull.solved, relaxed.weighed.ideal


def changed(roster: Roster, account: int, name: Field, value: float) -> Roster:
    """The list with one number of one account changed."""
    column = (roster.columns[name] if name in roster.columns else missing(name, roster.size)).copy()
    column[account] = value
    return replace(roster, columns={**roster.columns, name: column})
