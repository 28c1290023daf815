"""What the sentences about accounts are told from: figures of each account, beside those of its rivals.

Value is that of the account's own group: money or points, as in `Problem.worth`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from planner.allocation.pose import group_worth
from planner.allocation.problem import Allocation, Index, Mask, Numbers, Problem
from planner.explanation.decisions import CRUMB
from planner.explanation.measure import YOU, Measure, reach
from planner.explanation.next_hour import gain_of
from planner.explanation.types import Texts
from planner.goodness.types import Facts, Tags
from planner.roster.roster import Roster
from planner.schema import GOODS, GROUP_INDEX, Field, Good


@dataclass(frozen=True, eq=False)
class Story:
    """What the sentences are told from; arrays of n accounts in the roster's order."""

    roster: Roster
    facts: Facts
    tags: Tags
    problem: Problem
    allocation: Allocation
    measure: Measure
    decision: Texts
    mainly: Texts
    level: Texts
    next_hour: Numbers
    currency: str

    @cached_property
    def planned(self) -> Mask:
        """(n,) accounts that get hours."""
        return self.allocation.hours > CRUMB

    @cached_property
    def worth(self) -> Numbers:
        """(n, 3) value at full effort by group."""
        return group_worth(self.problem)

    @cached_property
    def group(self) -> Index:
        """(n,) the group an account is told by: that of its hours, else the one it could add most to."""
        by_name = {str(good): GROUP_INDEX[k] for k, good in enumerate(GOODS)}
        could = (self.worth * self.measure.weight).argmax(axis=1)
        served = np.array([by_name.get(name, -1) for name in self.mainly], dtype=np.intp)
        return np.where(served >= 0, served, could)

    @cached_property
    def next_value(self) -> Numbers:
        """(n,) what one more hour adds for the account's group, in that group's own value."""
        return self._rate(self.allocation.hours, 1.0)

    @cached_property
    def first_value(self) -> Numbers:
        """(n,) what each of the first hours adds, over the smallest block worth giving."""
        block = np.maximum(self.problem.block, 1.0)
        return self._rate(np.zeros(self.problem.size), block) / block

    @cached_property
    def going_rate(self) -> Numbers:
        """(n,) what the least hour that people gave to the account's group brings there; NaN where there is none.

        Of those people who may serve the account; hours that a lock or minimum forces are left out.
        """
        hours = self.allocation.hours
        step = np.minimum(np.maximum(hours, 1e-3), 1.0)
        last = self._rate(hours - step, step) / step
        free = self.planned & ~self.problem.locked & (hours > self.problem.minimum + CRUMB)
        lowest = np.full((len(self.problem.people), 3), np.inf)
        for (account, person), spent in self.allocation.by_person.items():
            if spent > CRUMB and free[account]:
                group = self.group[account]
                lowest[person, group] = min(lowest[person, group], last[account])
        rate = np.full(self.problem.size, np.inf)
        for person in range(len(self.problem.people)):
            rate = np.where(self.problem.eligible[:, person], np.minimum(rate, lowest[person, self.group]), rate)
        return np.where(np.isfinite(rate), rate, np.nan)

    @cached_property
    def reached(self) -> Numbers:
        """(n,) share of what time can add that the planned hours add, by the account's own curve."""
        curves = self.problem.curves
        most = curves.high - curves.low
        more = reach(curves, self.allocation.hours) - curves.low
        return np.clip(np.divide(more, most, out=np.zeros_like(more), where=most > 0), 0.0, 1.0)

    @cached_property
    def told_in_money(self) -> Mask:
        """(n,) accounts whose value is told as money."""
        return np.asarray(self.problem.in_money & (self.group == YOU))

    @cached_property
    def fee_assumed(self) -> Mask:
        """(n,) accounts whose money rests on a fee that was filled in."""
        return self.facts.assumed.get(Field.ANNUAL_FEE, np.zeros(self.problem.size, dtype=bool))

    @cached_property
    def signer_wanted(self) -> Mask:
        """(n,) accounts good now with nobody named who signs, where the list says who signs at all."""
        if not self.roster.has(Field.ECONOMIC_BUYER):
            return np.zeros(self.problem.size, dtype=bool)
        unnamed = np.array([not str(name).strip() for name in self.roster.text(Field.ECONOMIC_BUYER)])
        return unnamed & (np.nan_to_num(self.tags.strength[:, GOODS.index(Good.NOW)]) > 0)

    def _rate(self, hours: Numbers, extra: Numbers | float) -> Numbers:
        return gain_of(self.problem, hours, extra)[np.arange(self.problem.size), self.group]
