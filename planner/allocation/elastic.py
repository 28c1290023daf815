"""The model with every demand of the user's elastic: each may be broken by as much as it takes, at a price.

Rows beyond those of `model.Model`: `lock_<account>`, `least_<account>`, `most_<account>`; the accounts' own bounds
are only what an account can take by itself. The balance can always be missed, so it never takes part.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from planner.allocation.claims import YOU, Claims
from planner.allocation.engine import Engine, Solved
from planner.allocation.model import Aim, Model
from planner.allocation.problem import Curves, Index, Mask, Numbers, Problem
from planner.allocation.user_constraints import Demand, Kind
from planner.allocation.whole_model import WholeModel
from planner.vocabulary import Status

BROKEN = 1e-6
"""Amounts up to this are solver noise."""
SECONDS = 5.0
BEYOND = (0.1, 0.3, 1.0)
"""Knots added beyond a curve's end, as shares of the hours that are left."""


@dataclass(frozen=True, eq=False)
class Loosened:
    """A problem without the accounts' own demands.

    Attributes:
        problem: minimums 0, maximums what each account can take by itself.
        whole: whether blocks, steps and counts are kept.
    """

    problem: Problem
    demands: tuple[Demand, ...]
    whole: bool


def loosen(problem: Problem, demands: tuple[Demand, ...], natural: Numbers | None, *, whole: bool) -> Loosened:
    """A problem whose only bounds are what accounts can take by themselves.

    Args:
        natural: (n,) hours each account could take without the user's own maximum; as many as there are when None.
    """
    own = {kind: _marked(problem.size, demands, kind) for kind in (Kind.LOCK, Kind.MINIMUM, Kind.MAXIMUM)}
    most = np.full(problem.size, problem.total_hours) if natural is None else natural
    highest = np.where(own[Kind.MAXIMUM], np.maximum(most, problem.maximum), problem.maximum)
    highest = np.where(own[Kind.LOCK], problem.curves.maximum if natural is None else most, highest)
    forced = own[Kind.LOCK] | own[Kind.MINIMUM]
    highest = np.where(forced, np.maximum(highest, problem.minimum), highest)
    highest = np.maximum(np.where(forced | problem.worth.any(axis=1), highest, 0.0), 0.0)
    loose = replace(
        problem,
        curves=_reaching(problem, highest),
        minimum=np.zeros(problem.size),
        maximum=highest,
        locked=own[Kind.LOCK] | _off_grid(problem),
        block=np.where(forced, 0.0, problem.block),
        hour_cost=0.0,
    )
    return Loosened(loose, demands, whole)


def _marked(size: int, demands: Collection[Demand], kind: Kind) -> Mask:
    mask = np.zeros(size, dtype=bool)
    mask[[demand.at for demand in demands if demand.kind is kind]] = True
    return mask


def _off_grid(problem: Problem) -> Mask:
    """(n,) accounts with no multiple of the step between their bounds; they keep their own hours."""
    if problem.step <= 0:
        return np.zeros(problem.size, dtype=bool)
    first = np.ceil(problem.minimum / problem.step - 1e-9) * problem.step
    return np.asarray(first > problem.maximum + 1e-9)


def _reaching(problem: Problem, highest: Numbers) -> Curves:
    """Curves out to `highest` (n,); plain lines where no money is asked for, because then only hours matter."""
    curves = problem.curves
    if problem.min_money is None:
        hours = np.column_stack([np.zeros(problem.size), highest])
        nothing = np.zeros_like(hours)
        return replace(curves, hours=hours, share=nothing, exact=nothing, maximum=highest)
    return extended(curves, highest)


def extended(curves: Curves, highest: Numbers) -> Curves:
    """The same curves, going on as the true ones do (but still concave) out to `highest` (n,) hours."""
    end = curves.hours[:, -1]
    room = np.maximum(highest - end, 0.0)
    added = end[:, None] + room[:, None] * np.array(BEYOND)
    longer = np.hstack([curves.hours, added])
    share, exact = (_on(curves, values, added) for values in (curves.share, curves.exact))
    order = np.argsort(np.diff(longer, axis=1) <= 0, axis=1, kind="stable")
    knots, share, exact = (_reordered(values, order) for values in (longer, share, exact))
    return replace(curves, hours=knots, share=share, exact=exact)


def _reordered(values: Numbers, order: Index) -> Numbers:
    """Knots (n, K) with their pieces in another order, so that the padding comes last again."""
    steps = np.take_along_axis(np.diff(values, axis=1), order, axis=1)
    return np.hstack([values[:, :1], values[:, :1] + np.cumsum(steps, axis=1)])


def _on(curves: Curves, share: Numbers, added: Numbers) -> Numbers:
    """Shares (n, K + added) at knots beyond the end, rising as the true curve does but never faster than before."""
    width, gain = np.diff(curves.hours, axis=1), np.diff(share, axis=1)
    slope = np.divide(gain, width, out=np.zeros_like(gain), where=width > 0)
    last = np.where(width > 0, slope, np.inf).min(axis=1)
    rows = [share]
    before, x = share[:, -1], curves.hours[:, -1]
    for k in range(added.shape[1]):
        step = added[:, k] - x
        rise = np.maximum(curves.at(added[:, k]) - curves.at(x), 0.0)
        rise = np.where(np.isfinite(last), np.minimum(rise, np.nan_to_num(last, posinf=0.0) * step), rise)
        before, x = before + rise, added[:, k]
        rows.append(before[:, None])
    return np.hstack(rows)


class _Rows:
    """The accounts' own demands as elastic rows; mixed into the two models."""

    hours: dict[int, Any]

    def demand_rows(self: Any, demands: Sequence[Demand]) -> None:
        for demand in demands:
            if demand.kind not in (Kind.LOCK, Kind.MINIMUM, Kind.MAXIMUM):
                continue
            terms = {self.hours[demand.at]: 1.0} if demand.at in self.hours else {}
            low = demand.value if demand.kind is not Kind.MAXIMUM else -np.inf
            high = demand.value if demand.kind is not Kind.MINIMUM else np.inf
            self.elastic(demand.rows[0], terms, low, high)


class _Line(_Rows, Model):
    """The linear model with elastic demands."""


class _Blocks(_Rows, WholeModel):
    """The model in whole blocks and steps with elastic demands."""

    def _counts(self) -> None:
        problem = self.problem
        if problem.max_accounts is not None:
            self.elastic("most_accounts", dict.fromkeys(self.takes.values(), 1.0), -np.inf, problem.max_accounts)
        if problem.max_accounts_per_person is not None:
            for p in range(len(problem.people)):
                terms = {self._takes_of(i, q): 1.0 for (i, q) in list(self.spent) if q == p}
                self.elastic(f"most_accounts_{self.people[p]}", terms, -np.inf, problem.max_accounts_per_person)


@dataclass(frozen=True, eq=False)
class Tried:
    """How a set of demands went: whether it can hold, and by how much each other demand was broken."""

    holds: bool
    solved: Solved
    broken: dict[Demand, float]

    def change(self) -> float:
        """All changes together, in weighted hours."""
        return sum(demand.weight * amount for demand, amount in self.broken.items())


class Elastic:
    """One model, kept warm, in which each demand can be enforced, priced or dropped."""

    def __init__(self, loosened: Loosened) -> None:
        self.demands, self.whole = loosened.demands, loosened.whole
        problem = loosened.problem
        claims = Claims.of(problem)
        self.problem = problem
        aim = Aim(np.zeros(problem.size), whole=self.whole)
        kind = _Blocks if self.whole else _Line
        self.model = kind(problem, claims, claims.depths(), aim)
        self.model.demand_rows(self.demands)
        self.engine = Engine(self.model, whole=self.whole)
        self._slack = {d: [j for row in d.rows for j in self.model.slack.get(row, [])] for d in self.demands}

    def attempt(self, enforced: Collection[Demand], priced: Collection[Demand]) -> Tried:
        """Keep `enforced`, break `priced` as little as possible, and let all others be broken for nothing."""
        kept, weighed = set(enforced), set(priced)
        cost = np.zeros(len(self.model.columns))
        for demand, columns in self._slack.items():
            for j in columns:
                self.engine.set_column(j, 0.0, 0.0 if demand in kept else np.inf)
                cost[j] = demand.weight if demand in weighed else 0.0
        self.engine.set_costs(cost)
        solved = self._solve()
        holds = solved.status in (Status.OPTIMAL, Status.WITHIN_GAP) and not np.isnan(solved.values).any()
        return Tried(holds, solved, self._broken(solved, weighed) if holds else {})

    def _solve(self) -> Solved:
        if not self.whole:
            return self.engine.run()
        return self.engine.search(seconds=SECONDS, relative_gap=0.0, absolute_gap=BROKEN)

    def _broken(self, solved: Solved, priced: set[Demand]) -> dict[Demand, float]:
        amounts = {d: float(solved.values[self._slack[d]].max(initial=0.0)) for d in self.demands if d in priced}
        return {demand: amount for demand, amount in amounts.items() if amount > BROKEN}

    def shift(self, solved: Solved, demand: Demand) -> float:
        """By how much the demand's amount would have to rise (fall, below 0) for a solution to keep it."""
        shifts = [0.0]
        for row in demand.rows:
            for j in self.model.slack.get(row, []):
                sign = -1.0 if self.model.columns[j].name.startswith("short_") else 1.0
                shifts.append(sign * float(solved.values[j]))
        return max(shifts, key=abs)

    def hours(self, solved: Solved) -> Numbers:
        """(n,) hours of a solution."""
        hours = np.zeros(self.model.problem.size)
        for i, var in self.model.hours.items():
            hours[i] = solved.values[var.index]
        return hours

    def hours_for_you(self, solved: Solved) -> float:
        """Hours that count for the group `you` in a solution."""
        claims = self.model.claims
        return float(
            sum(solved.values[v.index] for (_, c, _), v in self.model.credit.items() if claims.group[c] == YOU)
        )
