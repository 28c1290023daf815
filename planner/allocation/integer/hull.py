"""The convex hull of what each account can do in whole blocks: its optimum bounds every such plan, and prices it.

The model states the points of promising accounts. An account left out can enter at the hull's prices or it cannot;
while any can, it is stated and the model is solved again, as in column generation.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from planner.allocation.integer.points_model import IntegerModel, choices
from planner.allocation.pieces import Pieces
from planner.allocation.pricing import LpSolution, surplus_of
from planner.allocation.restricted_master import TOLERANCE
from planner.allocation.solvers.highs import Basis, HighsSolver
from planner.allocation.tie_break import settle
from planner.arrays import Mask, Numbers
from planner.vocabulary import Status

NEARLY = 0.05
"""Average hours that an account may lack and still be stated when the hull has to grow."""
MANY, TIMES = 2000, 5
"""Accounts in the linear program past which the hull begins with fewer: so many times as many a person as may be
served."""
ROUNDS = 30


class Hull:
    """The hull of one list inside the solver; from one balance to the next the last basis is the start.

    Attributes:
        everything: every point of every account.
    """

    def __init__(self, lp: LpSolution) -> None:
        """State the accounts of a linear program's solution (the best of them on a long list), and with a minimum."""
        problem = lp.model.problem
        self.everything = choices(problem, np.flatnonzero(np.maximum(problem.maximum, problem.minimum) > 0))
        self._stated = first_stated(lp, self.everything)
        self._state(lp)

    def _state(self, lp: LpSolution, basis: Basis | None = None) -> None:
        of, pieces = lp.model, self.everything.only(self._stated[self.everything.account])
        self._model = IntegerModel(of.problem, pieces, of.usable, of.constraints, forced=of.forced, relaxed=True)
        self._solver = HighsSolver(self._model.lp, self._model.columns, basis=basis)

    def turn(self, lp: LpSolution) -> None:
        """Take the balance of another linear program of the same list."""
        if lp.model.forced != self._model.forced:
            self._state(lp, self._solver.basis)
            return
        for row, least in self._model.turn(lp.model.problem, lp.model.usable).items():
            self._solver.set_row(row, least, np.inf)

    def optimum(self, lp: LpSolution) -> LpSolution | None:
        """The optimum with the objective of a linear program; None where the hull has no plan, though that has one.

        Accounts that would do just as well are stated too, so that the plan does not hang on what was stated before.
        """
        for _ in range(ROUNDS):
            self._solver.set_costs(self._model.costs(lp.objective))
            result = self._solver.run()
            if result.status is not Status.OPTIMAL:
                if self._stated.all():
                    return None
                self._stated[:] = True
                self._state(lp)
                continue
            hull = LpSolution(self._model, result, lp.objective)
            surplus = np.where(self._stated, -np.inf, entering(hull, self.everything))
            if surplus.max(initial=-np.inf) <= -TOLERANCE:
                return replace(hull, result=settle(self._model, self._solver, result))
            self._stated |= surplus > -TOLERANCE - NEARLY
            self._state(lp, self._solver.basis)
        return None


def first_stated(lp: LpSolution, everything: Pieces) -> Mask:
    """(n,) accounts that the hull begins with: those that the linear program states.

    Where people serve few accounts each, a long list's linear program gives time to far more than the hull does: then
    it is the best of each person.
    """
    problem = lp.model.problem
    stated = problem.minimum > 0
    stated[lp.model.pieces.account] = True
    most = problem.max_accounts_per_person
    if most is None or stated.sum() <= MANY:
        return stated
    best = _best_of(everything, surplus_of(lp, everything), problem.size)
    kept = problem.minimum > 0
    for person in range(len(problem.people)):
        mine = np.flatnonzero(problem.eligible[:, person] & stated)
        kept[mine[np.argsort(-best[mine], kind="stable")[: TIMES * most]]] = True
    return kept


def entering(hull: LpSolution, everything: Pieces) -> Numbers:
    """(n,) the most that an account could add to the hull's optimum by one of its points, at the hull's prices."""
    return _best_of(everything, _added_by(hull, everything), hull.model.problem.size)


def within(hull: LpSolution, everything: Pieces, lacking: float) -> Mask:
    """(r,) points that a plan may hold that lacks no more than so many average hours of the hull's optimum.

    At the hull's prices each account does at best what the hull has it do; what a point falls short of that, the whole
    plan does at least. Between two neighbours the worth is that of their mix, so that a point is kept beside one that
    may be held, and all of an S-shaped curve.
    """
    added = _added_by(hull, everything)
    best = _best_of(everything, added, hull.model.problem.size)
    held = added >= np.maximum(best, 0.0)[everything.account] - lacking
    alike = np.diff(everything.account) == 0
    kept = held.copy()
    kept[1:] |= held[:-1] & alike
    kept[:-1] |= held[1:] & alike
    bent = hull.model.problem.curves.bent & (best >= -lacking)
    return np.asarray(kept | bent[everything.account])


def _best_of(everything: Pieces, values: Numbers, size: int) -> Numbers:
    """(n,) the best value of each account's points; minus infinity where it has none."""
    best = np.full(size, -np.inf)
    np.maximum.at(best, everything.account, values)
    return best


def _added_by(hull: LpSolution, everything: Pieces) -> Numbers:
    """(r,) what each point could add to the hull's optimum, at the hull's prices."""
    problem, model = hull.model.problem, hull.model
    assert isinstance(model, IntegerModel)
    pairs, of_person = problem.pairs, np.zeros((problem.size, len(problem.people)))
    of_firm = np.zeros(problem.size)
    for row, (accounts, person) in model.counted.items():
        if person is None:
            of_firm += hull.dual(row) * accounts
        else:
            of_person[:, person] += hull.dual(row) * accounts
    each = pairs.least(-of_person[pairs.account, pairs.person])
    own = of_firm - np.where(problem.eligible.any(axis=1), each, 0.0)
    return np.asarray(surplus_of(hull, everything) + own[everything.account])
