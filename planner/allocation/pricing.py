"""Which pieces of which curves can matter: a restricted model, and the proof that it gives the whole optimum.

The whole model has one column for each piece of each curve, and most of them can never enter a plan. The restricted
model states the first `depth[i]` pieces of account i (none at all for most accounts). Let y be its optimal duals.
They extend to the whole model as follows.

- An account that is not stated: its rows `curve`, `people`, `split` and `share` get the duals that price one hour on
  it at the least cost, `price_i = min_p [ −y_capacity(p) − max_α Σ_c α_c·z_ic ] − Σ_L w_iL·y_L`, where z_ic is what
  an hour credited to claim c earns in the rows of the balance and the limits, and α runs over the ways to divide an
  hour (`Σ α = 1, 0 ≤ α_c ≤ ratio_ic`). All its columns but the pieces then have a reduced cost of at least 0.
- The next piece of a stated account: its `curve` row has its dual already.

So y is feasible for the dual of the whole model, hence the restricted optimum is the whole one, as soon as no piece
left out has `benefit > price`: slopes fall along a curve, so that the first piece left out stands for the rest.
Otherwise those pieces are stated and the model is solved again; there are finitely many.
The same holds in every stage, with the duals and the costs of that stage.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from planner.allocation.claims import YOU, Claims
from planner.allocation.engine import Solved
from planner.allocation.model import Model, limit_row
from planner.allocation.problem import Index, Numbers, Problem
from planner.allocation.run_out import pooled
from planner.goods import GOODS, GROUPS

HEADROOM = 0.8
"""First guess: pieces worth at least this share of the guessed price of an hour are stated."""
NEARLY = 0.9
"""The same of its price, whenever the model has to grow: a little more than it needs, for balances nearby."""


@dataclass(frozen=True, eq=False)
class Duals:
    """Duals of a restricted model by row name; 0 for a row that is not stated."""

    model: Model
    solved: Solved

    def __getitem__(self, row: str) -> float:
        number = self.model.row_number.get(row)
        return 0.0 if number is None else float(self.solved.row_dual[number])

    @property
    def hour(self) -> Numbers:
        """(m,) price of an hour of each person."""
        people = self.model.people
        return -np.array([self[f"capacity_{people[p]}"] for p in range(len(self.model.problem.people))])


def first_depth(problem: Problem, claims: Claims, gains: Numbers, hours: Numbers) -> Index:
    """Pieces to start from, (n,): those that hours given to one group alone could reach, for each group.

    Args:
        gains: (r, n) objective of an account's whole value for each of r uses of the hours; 0 where it is no use.
        hours: (r,) for each use.
    """
    full = claims.depths()
    depth = np.where(problem.minimum > 0, full, 0)
    usable = np.arange(claims.width.shape[1])[None, :] < full[:, None]
    for gain, most in zip(gains, hours, strict=True):
        slopes = np.where(usable, gain[:, None] * claims.slope, 0.0)
        price = pooled(slopes, claims.width, float(most))
        depth = np.maximum(depth, ((slopes >= HEADROOM * price) & (slopes > 0)).sum(axis=1))
    return np.minimum(depth, full)


def prices(model: Model, duals: Duals) -> Numbers:
    """Least cost of an hour on each account, (n,), in the objective of the stage; +inf where nobody may."""
    problem, claims = model.problem, model.claims
    on_hours = np.full(problem.size, model.aim.hour_price)
    for number, limit in enumerate(problem.limits):
        if limit.good is None and (y := duals[limit_row(problem, number)]):
            on_hours -= limit.weight * y
    if y := duals["change"]:
        on_hours -= np.where(problem.today > 0, 0.0, y)
    if not model.aim.balanced:
        return on_hours + problem.pairs.least(duals.hour[problem.pairs.person])
    if not problem.per_person:
        return (
            on_hours
            + problem.pairs.least(duals.hour[problem.pairs.person])
            - best_credit(claims, _earned(model, duals, 0))
        )
    best, hour = np.full(problem.size, np.inf), duals.hour
    for p in claims.pools:
        cost = hour[p] - best_credit(claims, _earned(model, duals, p))
        best = np.where(problem.eligible[:, p], np.minimum(best, cost), best)
    return np.asarray(on_hours + best)


def _earned(model: Model, duals: Duals, pool: int) -> Numbers:
    """z (n, C): what an hour credited to each claim earns in the rows of the balance and of the limits."""
    problem, claims = model.problem, model.claims
    of = f"_of_{model.people[pool]}" if problem.per_person else ""
    per_claim = [
        duals[f"balance_floor_{GROUPS[g]}{of}"] + duals[f"balance_ceiling_{GROUPS[g]}{of}"] for g in claims.group
    ]
    for k, least in enumerate(problem.within_you):
        if y := duals[f"within_you_{GOODS[YOU + k]}"]:
            for c, (good, group) in enumerate(zip(claims.good, claims.group, strict=True)):
                per_claim[c] += y * ((good == YOU + k) - least) if group == YOU else 0.0
    earned = np.tile(np.array(per_claim), (problem.size, 1))
    for number, limit in enumerate(problem.limits):
        if limit.good is not None and (y := duals[limit_row(problem, number)]):
            earned[:, claims.good.index(limit.good)] += limit.weight * y
    return earned


def best_credit(claims: Claims, earned: Numbers) -> Numbers:
    """max_α Σ α_c·z_ic, (n,): fill the best claims first, each up to its ratio; 0 for an account without tags."""
    if not earned.any():
        return np.zeros(len(earned))
    order = np.argsort(-earned, axis=1)
    rows = np.arange(len(earned))
    left = claims.tagged.astype(float)
    you_left = claims.you_ratio.copy()
    group = np.array(claims.group)
    total = np.zeros(len(earned))
    for rank in range(claims.count):
        claim = order[:, rank]
        is_you = group[claim] == YOU
        share = np.minimum(claims.ratio[rows, claim], left)
        share = np.where(is_you, np.minimum(share, you_left), share)
        total += share * earned[rows, claim]
        left = left - share
        you_left = np.where(is_you, you_left - share, you_left)
    return total


def account_prices(model: Model, solved: Solved) -> Numbers:
    """(n,) cost of an hour on each account: of its own row where it is stated, else the least it could have."""
    cost = prices(model, Duals(model, solved))
    cost[model.stated] = -solved.row_dual[model.curve_row]
    return cost


def price_out(model: Model, solved: Solved, gain: Numbers, tolerance: float) -> tuple[Index, float]:
    """What the restricted model lacks: depths (n,) to state next, and the largest reduced cost left out.

    Args:
        gain: (n,) objective of an account's whole value in the stage that was solved.
        tolerance: pieces whose benefit is above their price by more than this enter; a negative one lets in
            the pieces that are worth just as much, so that ties are complete.
    """
    claims, duals = model.claims, Duals(model, solved)
    full = claims.depths()
    left_out = np.flatnonzero(model.depth < full)
    if not left_out.size:
        return model.depth, 0.0
    cost = account_prices(model, solved)
    worth = gain + claims.money * duals["money"]
    surplus = worth[left_out] * claims.slope[left_out, model.depth[left_out]] - cost[left_out]
    enters = left_out[surplus > tolerance]
    depth = model.depth.copy()
    if enters.size:
        depth[enters] += 1
        above = (worth[:, None] * claims.slope > NEARLY * np.maximum(cost, 0.0)[:, None]) & (worth > 0)[:, None]
        depth = np.minimum(np.maximum(above.sum(axis=1), depth), full)
    return depth, max(0.0, float(surplus.max()))
