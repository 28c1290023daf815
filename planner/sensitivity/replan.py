"""Plan a list again with one thing about one account changed: the whole pipeline but for the sentences."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from planner.allocation.allocate import ColumnGeneration, allocate
from planner.allocation.analysis.shadow_prices import priced
from planner.allocation.build_problem import build_problem
from planner.allocation.column_generation import LpSolution, objective_of, scale_of, surplus_of
from planner.allocation.integer_model import choices
from planner.allocation.problem import Problem
from planner.errors import Contradiction
from planner.fields import RATING_OF, Field
from planner.goods import GOODS, GROUP_INDEX, GROUPS, Good
from planner.pipeline import inputs_of
from planner.result import Plan
from planner.roster.roster import Roster, missing
from planner.tagging.tagging import NOISE, TOP_RATING
from planner.valuation.response_curves import respond
from planner.valuation.value import worth_of

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
    columns: ColumnGeneration = field(default_factory=ColumnGeneration)
    _entered: dict[tuple[Field, float], bool] = field(default_factory=dict)

    def problem(self, name: Field, value: float) -> Problem:
        """What the changed list poses."""
        if name in RATING_OF.values():
            return self._rated(name, value)
        return inputs_of(changed(self.plan.roster, self.account, name, value), self.plan.settings).problem

    def enters(self, name: Field, value: float) -> bool:
        """Whether the account gets hours in the plan of the changed list; a value is planned once, to nine digits."""
        value = float(f"{value:.9g}")
        if (name, value) not in self._entered:
            try:
                hours = allocate(self.problem(name, value), self.plan.settings, self.columns).hours
            except Contradiction:
                hours = np.zeros(self.plan.problem.size)
            self._entered[name, value] = bool(hours[self.account] > IN)
        return self._entered[name, value]

    def surplus(self, name: Field, value: float) -> float:
        """What the account's first hours would bring above their price in the plan that stands, without solving.

        In the objective; −1 times an hour's worth of it where the account can take none at all.
        """
        problem, i = self.problem(name, value), self.account
        plan, ideal = self.priced, self.plan.allocation.ideal
        first = choices(problem, np.array([i]))
        if not first.size:
            return -1.0
        model = copy(plan.model)
        model.problem = problem
        there = replace(plan, model=model, objective=objective_of(problem, ideal))
        brings = float(surplus_of(there, first).max())
        each = [plan.dual(f"most_accounts_{model.people[p]}") for p in np.flatnonzero(problem.eligible[i]).tolist()]
        return (brings + plan.dual("most_accounts") + max(each, default=0.0)) / scale_of(problem)

    def _rated(self, name: Field, value: float) -> Problem:
        """What the list poses with another rating of the account: rules do not look at ratings, so all else stands.

        A rating, even of 0, is evidence for its group.
        """
        plan, i = self.plan, self.account
        strength = plan.tags.strength.copy()
        good = next(good for good in GOODS if RATING_OF[good] is name)
        unpaid = plan.facts.in_money and plan.facts.margin[i] <= 0 and good in (Good.NOW, Good.LATER)
        strength[i, GOODS.index(good)] = 0.0 if unpaid or value < NOISE * TOP_RATING else value / TOP_RATING
        worth = worth_of(plan.facts, np.nan_to_num(strength), plan.settings)
        seen = plan.tags.seen | (np.arange(len(GROUPS)) == GROUP_INDEX[GOODS.index(good)])
        tags = replace(plan.tags, strength=np.where((strength > 0) & ~(worth > 0), 0.0, strength), seen=seen)
        values = replace(plan.values, worth=np.where(tags.strength > 0, worth, 0.0))
        curves = respond(plan.roster, plan.facts, plan.settings, plan.team)
        return build_problem(
            plan.roster, plan.facts, tags, values, curves, plan.team, plan.problem.limits, plan.settings
        )

    @cached_property
    def priced(self) -> LpSolution:
        """The linear program of the plan that stands, over the hull of whole blocks where it has any."""
        return priced(self.plan.problem, self.plan.allocation.ideal)


def changed(roster: Roster, account: int, name: Field, value: float) -> Roster:
    """The list with one number of one account changed."""
    column = (roster.columns[name] if name in roster.columns else missing(name, roster.size)).copy()
    column[account] = value
    return replace(roster, columns={**roster.columns, name: column})
