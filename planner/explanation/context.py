"""What the sentences about accounts are told from: the plan, and figures of each account worked out on demand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from planner.allocation.build_problem import group_worth
from planner.allocation.problem import Allocation, Mask, Numbers, Problem
from planner.explanation.decisions import CRUMB
from planner.explanation.hour_values import hurdle
from planner.explanation.measure import YOU, Measure, reach
from planner.explanation.next_hour import gain_of
from planner.explanation.types import Texts
from planner.fields import Field
from planner.goods import GOODS, Good
from planner.roster.roster import Roster
from planner.settings import Settings
from planner.valuation.types import Facts, Tags

NOW, REFERRAL = GOODS.index(Good.NOW), GOODS.index(Good.REFERRAL)


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
    settings: Settings

    @property
    def currency(self) -> str:
        return self.settings.currency

    @cached_property
    def planned(self) -> Mask:
        """(n,) accounts that get hours."""
        return self.allocation.hours > CRUMB

    @cached_property
    def worth(self) -> Numbers:
        """(n, 3) value at full effort by group."""
        return group_worth(self.problem)

    @cached_property
    def next_money(self) -> Numbers:
        """(n,) money that one more hour adds."""
        return gain_of(self.problem, self.allocation.hours, 1.0)[:, YOU]

    @cached_property
    def first(self) -> Numbers:
        """(n,) what each of the first hours would bring, over the smallest block worth giving, in the plan's unit."""
        block = np.maximum(self.problem.block, 1.0)
        gained = gain_of(self.problem, np.zeros(self.problem.size), block) @ self.measure.weight
        return gained / block * self.measure.per_objective

    @cached_property
    def hurdle(self) -> Numbers:
        """(n,) what an hour has to bring to earn its place, in the plan's unit; 0 where hours are plenty."""
        return hurdle(self.problem, self.allocation, self.measure)

    @cached_property
    def reached(self) -> Numbers:
        """(n,) share of what time can add that the planned hours add, by the account's own curve."""
        curves = self.problem.curves
        most = curves.high - curves.low
        more = reach(curves, self.allocation.hours) - curves.low
        return np.clip(np.divide(more, most, out=np.zeros_like(more), where=most > 0), 0.0, 1.0)

    @cached_property
    def kept(self) -> Numbers:
        """(n,) value that the planned hours keep, as a share of what today's do; 1 where today's bring nothing."""
        curves = self.problem.curves
        now, then = reach(curves, np.nan_to_num(self.problem.today)), reach(curves, self.allocation.hours)
        return np.asarray(np.divide(then, now, out=np.ones_like(then), where=now > 0))

    @cached_property
    def told_in_money(self) -> Mask:
        """(n,) accounts whose value to the plan is money for the most part."""
        weighed = self.worth * self.measure.weight
        return np.asarray(self.problem.in_money & (weighed[:, YOU] > 0) & (2 * weighed[:, YOU] >= weighed.sum(axis=1)))

    @cached_property
    def fee_assumed(self) -> Mask:
        """(n,) accounts most of whose money rests on a fee that was filled in: their own, or that of a referral."""
        no = np.zeros(self.problem.size, dtype=bool)
        money = self.problem.worth[:, NOW:]
        own = self.facts.assumed.get(Field.ANNUAL_FEE, no) * money[:, : REFERRAL - NOW].sum(axis=1)
        referred = self.facts.assumed.get(Field.REFERRAL_FEE, no) * money[:, REFERRAL - NOW]
        return np.asarray(2 * (own + referred) > money.sum(axis=1))

    @cached_property
    def signer_wanted(self) -> Mask:
        """(n,) accounts good now with nobody named who signs, where the list says who signs at all."""
        if not self.roster.has(Field.ECONOMIC_BUYER):
            return np.zeros(self.problem.size, dtype=bool)
        unnamed = np.array([not str(name).strip() for name in self.roster.text(Field.ECONOMIC_BUYER)])
        return unnamed & (np.nan_to_num(self.tags.strength[:, NOW]) > 0)
