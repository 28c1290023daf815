"""Which of all optimal plans is taken: the last stage, on the little that the optimum leaves open.

Of the plans of the same value it is the one that moves the fewest hours from today and then comes first in a fixed
order that depends on names alone, so that the same list gives the same plan from a cold or a warm start.

A column whose reduced cost is not zero is the same in every optimum, and a row whose dual is not zero is as tight.
What is left after that is a small model, whatever the size of the list.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

import numpy as np

from planner.allocation.engine import Engine, Solved
from planner.allocation.model import Model
from planner.allocation.problem import Numbers
from planner.allocation.rest import rest_of
from planner.vocabulary import Status

FACE = 1e-7
"""Reduced costs and duals up to this are zero."""
CANONICAL = 1e-4
"""Weight of the fixed order against an hour moved from today."""


def settle(model: Model, solved: Solved, bounds: tuple[Numbers, Numbers], order: Numbers, engine: Engine) -> Solved:
    """The optimum that is taken, with the duals of the one that was found.

    Args:
        bounds: of the rows as they were solved.  order: cost of each column, see `order_of`.
        engine: any, to solve with.
    """
    tight = (np.abs(solved.row_dual) > FACE) | (bounds[0] == bounds[1])
    rest = rest_of(model, solved.values, np.abs(solved.reduced) <= FACE, tight, bounds, order)
    if not rest.columns.size:
        return solved
    engine.state(rest.statement)
    settled = engine.run()
    return solved if settled.status is not Status.OPTIMAL else replace(solved, values=rest.whole(settled.values))


def order_of(model: Model) -> Numbers:
    """Cost of the last stage: hours beyond today's, then a fixed number for each account, person and good."""
    problem, claims, cost = model.problem, model.claims, np.zeros(len(model.columns))
    cost[model.beyond_index] += 1.0
    account = np.zeros(problem.size)
    account[model.stated] = [_rank(str(name)) for name in problem.names[model.stated]]
    person = np.array([_rank(person.name) for person in problem.people])
    claim = np.array([_rank(name) for name in claims.names])
    spent, credit = model.spent_of, model.credit_of
    for columns, rank in (
        (model.hours_index, account[model.stated]),
        (model.spent_index, _mixed(account[spent[:, 0]], person[spent[:, 1]])),
        (model.credit_index, _mixed(account[credit[:, 0]], claim[credit[:, 1]] + person[credit[:, 2]])),
    ):
        cost[columns] += CANONICAL * rank
    return cost


def _rank(name: str) -> float:
    """A number in [0, 1) that depends on the name alone."""
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=6).digest(), "big") / 2**48


def _mixed(one: Numbers, other: Numbers) -> Numbers:
    """Numbers in [0, 1) from pairs, not additive, so that no exchange of two pairs costs nothing."""
    return np.asarray(one * (1000.0 + 1000.0 * other) % 1.0)
