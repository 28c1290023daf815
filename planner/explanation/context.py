"""What the sentences about a plan are told from: the plan, and figures of each account worked out on demand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from planner import text
from planner.allocation.allocation import Allocation
from planner.allocation.objective import units
from planner.allocation.problem import Problem, sum_by_group
from planner.arrays import Index, Mask, Numbers, Texts
from planner.explanation.account_caps import held_out
from planner.explanation.decisions import CRUMB
from planner.explanation.measure import added, gain_of, reach
from planner.explanation.sentences.alternatives import LARGEST, Alternatives
from planner.fields import Field
from planner.goods import GOODS, YOU, Good
from planner.roster.roster import Roster
from planner.roster.standing.left_out import accounts_left_out
from planner.settings import Settings
from planner.valuation.types import Facts, Tags

CLEARLY = 1.1
"""Times that an amount has to be another to be more in the eyes of a reader."""
MUCH_MORE = 1.5
"""Times that an hour has to do more on one person's account than on another's for it to be worth a word."""
NOW, REFERRAL = GOODS.index(Good.NOW), GOODS.index(Good.REFERRAL)


@dataclass(frozen=True, eq=False)
class Story:
    """What the sentences are told from; arrays of n accounts in the roster's order.

    Attributes:
        next_hour: (n, G) what one more hour on each account brings.
        assumed_hours: whether the hours there are were assumed.
        usual_levels: whether the levels of service are the usual ones, which the firm need not have.
        other: plans beside this one, for what has to be solved again to be said.
    """

    roster: Roster
    facts: Facts
    tags: Tags
    problem: Problem
    allocation: Allocation
    decision: Texts
    mainly: Texts
    level: Texts
    next_hour: Numbers
    settings: Settings
    assumed_hours: bool
    usual_levels: bool
    other: Alternatives

    @property
    def currency(self) -> str:
        return self.settings.currency

    @cached_property
    def planned(self) -> Mask:
        """(n,) accounts that get hours."""
        return self.allocation.hours > CRUMB

    @cached_property
    def worth(self) -> Numbers:
        """(n, G) value at a share of 1 by group."""
        return sum_by_group(self.problem.worth)

    @cached_property
    def weight(self) -> Numbers:
        """(G,) objective for a unit of each group's value; it orders, and is never told."""
        return units(self.problem, self.allocation.ideal)

    @cached_property
    def first(self) -> Numbers:
        """(n, G) what each of the first hours would bring, over the smallest block worth giving."""
        block = np.maximum(self.problem.block, 1.0)
        return gain_of(self.problem, np.zeros(self.problem.size), block) / block[:, np.newaxis]

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
        now, then = curves.at(np.nan_to_num(self.problem.today)), curves.at(self.allocation.hours)
        return np.asarray(np.divide(then, now, out=np.ones_like(then), where=now > 0))

    @cached_property
    def stays(self) -> Numbers:
        """(n,) value that stays without any time, as a share of what today's hours bring; NaN where not known."""
        curves = self.problem.curves
        now = curves.at(np.where(np.isnan(self.problem.today), 0.0, self.problem.today))
        kept = np.divide(curves.low, now, out=np.full_like(now, np.nan), where=now > 0)
        return np.where(np.isnan(self.problem.today), np.nan, kept)

    @cached_property
    def told_in_money(self) -> Mask:
        """(n,) accounts whose value to the plan is money for the most part."""
        weighed = self.worth * self.weight
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

    @cached_property
    def all_left_out(self) -> bool:
        """Whether the list's own words, or the user, leave out every account."""
        return len(accounts_left_out(self.roster)) == self.problem.size

    @cached_property
    def idle(self) -> bool:
        """Whether hours are left to place: then no account is without time because others use it."""
        return float(self.allocation.hours.sum()) < self.problem.total_hours - max(self.problem.step, 0.25)

    @cached_property
    def all_too_dear(self) -> bool:
        """Whether no account's first hours bring what they cost."""
        dear = self.problem.hour_cost * float(self.weight[YOU])
        return dear > 0 and bool((self.first @ self.weight <= dear).all())

    @cached_property
    def beats_others(self) -> Mask:
        """(n,) accounts whose first hours bring more than the last hours of every account that may give some up."""
        problem, hours = self.problem, self.allocation.hours
        part = np.minimum(hours, max(problem.step, 0.5))
        last = gain_of(problem, hours - part, part) @ self.weight / np.maximum(part, CRUMB)
        free = self.planned & ~problem.locked & (hours > problem.minimum + CRUMB)
        return np.asarray(self.first @ self.weight > last[free].max(initial=0.0) + 1e-9)

    @cached_property
    def brought(self) -> Numbers:
        """(n, G) what the planned hours add over none."""
        return added(self.problem, self.allocation.hours)

    @cached_property
    def scarcest(self) -> Index:
        """(n,) the one person who may serve an account, where all of their hours are planned and the next one on it
        would do more than the last ones that others give to accounts of theirs; else −1.
        """
        problem, hours = self.problem, self.allocation.hours
        used = np.zeros(len(problem.people))
        for (_, person), spent in self.allocation.by_person.items():
            used[person] += spent
        full = used >= problem.capacity - max(problem.step, CRUMB)
        alone = problem.eligible.sum(axis=1) == 1
        who = problem.eligible.argmax(axis=1)
        part = np.minimum(hours, max(problem.step, 0.5))
        last = gain_of(problem, hours - part, part) @ self.weight / np.maximum(part, CRUMB)
        least = np.full(len(problem.people), np.inf)
        for (account, person), spent in self.allocation.by_person.items():
            if spent > CRUMB and not problem.locked[account] and hours[account] > problem.minimum[account] + CRUMB:
                least[person] = min(least[person], float(last[account]))
        others = np.array([min((x for q, x in enumerate(least) if q != p), default=np.inf) for p in range(len(least))])
        dear = self.next_hour @ self.weight > MUCH_MORE * others[who]
        room = hours < problem.maximum - max(problem.step, CRUMB)
        return np.where(self.planned & alone & full[who] & dear & room, who, -1)

    @cached_property
    def more_money_than_elsewhere(self) -> Mask:
        """(n,) accounts whose first hours bring more money than the last ones of most that their people serve."""
        part = np.minimum(self.allocation.hours, max(self.problem.step, 0.5))
        last = gain_of(self.problem, self.allocation.hours - part, part)[:, YOU] / np.maximum(part, CRUMB)
        served: dict[int, list[float]] = {}
        for (account, person), spent in self.allocation.by_person.items():
            if spent > CRUMB and not self.problem.locked[account]:
                served.setdefault(person, []).append(float(last[account]))
        usual = [float(np.median(served[p])) if p in served else np.inf for p in range(len(self.problem.people))]
        theirs = np.where(self.problem.eligible, usual, np.inf).min(axis=1)
        return np.asarray(self.problem.in_money & (self.first[:, YOU] > CLEARLY * theirs))

    @cached_property
    def no_more_accounts(self) -> Mask:
        """(n,) accounts for which nobody may take on one more, by the counts that the plan keeps to."""
        problem, served = self.problem, int(self.planned.sum())
        full = np.zeros(problem.size, dtype=bool)
        if problem.max_accounts is not None:
            full |= served >= problem.max_accounts
        if problem.max_accounts_per_person is not None:
            theirs = np.bincount([person for _, person in self.allocation.by_person], minlength=len(problem.people))
            full |= ~(problem.eligible & (theirs < problem.max_accounts_per_person)).any(axis=1)
        return full

    @cached_property
    def capped_out(self) -> Mask:
        """(n,) accounts without hours that would get some but for the most accounts that are served."""
        full = self.no_more_accounts & ~self.planned
        if self.problem.size > LARGEST:
            return np.asarray(full & self.beats_others)
        return held_out(self.problem, self.allocation, self.weight, full)

    @property
    def cap_in_words(self) -> str:
        """How many accounts the firm, or each person, serves: `at most 10 accounts a person get time`."""
        whole, each = self.problem.max_accounts, self.problem.max_accounts_per_person
        alone = len(self.problem.people) == 1
        number, a_person = (whole, "") if whole is not None else (each or 0, "" if alone else " a person")
        return f"at most {text.count(number, 'account')}{a_person} {'gets' if number == 1 else 'get'} time"

    @cached_property
    def could_take(self) -> Mask:
        """(n,) accounts that hours left to place could serve: somebody who may has enough of them for a block."""
        left = self.problem.capacity.astype(float)
        for (_, person), spent in self.allocation.by_person.items():
            left[person] -= spent
        least = np.maximum(self.problem.block, max(self.problem.step, 0.25))
        return np.asarray(np.where(self.problem.eligible, left, 0.0).sum(axis=1) >= least - CRUMB)

    @property
    def limited(self) -> bool:
        """Whether the user set any limit on hours beyond those of single accounts."""
        problem = self.problem
        amounts = problem.min_money is not None or problem.max_change is not None
        return amounts or bool(problem.limits) or any(problem.within_you)

    @cached_property
    def hours_without_limits(self) -> Numbers | None:
        """(n,) hours if no limit or count of the user's held; None where hours are not idle, or none is set."""
        problem = self.problem
        counts = problem.max_accounts is not None or problem.max_accounts_per_person is not None
        if not self.idle or not (counts or self.limited):
            return None
        free = replace(
            problem, limits=(), within_you=(0.0,) * len(problem.within_you), min_money=None, max_change=None,
            max_accounts=None, max_accounts_per_person=None,
        )  # fmt: skip
        found = self.other.changed("without limits and counts", free)
        return None if found is None else found.hours

    @cached_property
    def guessed(self) -> Mask:
        """(n,) accounts whose main good only a guess says."""
        sure = self.tags.sure_strength
        where = [GOODS.index(Good(name)) if name else -1 for name in self.mainly]
        return np.array([k >= 0 and not np.nan_to_num(sure[i, k]) > 0 for i, k in enumerate(where)], dtype=bool)
