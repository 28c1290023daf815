"""Small allocation problems for tests, made from the few figures that matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from planner.allocation.problem import Curves, Person, Problem


def curves(low: Sequence[float], half: Sequence[float], maximum: Sequence[float]) -> Curves:
    """Default curves (γ = 1, high = 1), laid out as the product lays them out."""
    from planner.valuation import response_curves as response

    lows, halves, most = (np.array(x, dtype=float) for x in (low, half, maximum))
    one = np.ones(len(lows))
    hours = response._knots(halves, one, most)
    exact = response._curve(lows, one, halves, one, hours)
    zero = np.zeros(len(lows))
    return Curves(lows, one, halves, one, most, hours, exact, exact, zero.astype(bool), zero)


def tiers(hours: Sequence[Sequence[float]], share: Sequence[Sequence[float]]) -> Curves:
    """Piecewise-linear curves given by their knots (rows padded by repeating the last knot)."""
    width = max(len(row) for row in hours)
    h = np.array([[*row, *[row[-1]] * (width - len(row))] for row in hours], dtype=float)
    s = np.array([[*row, *[row[-1]] * (width - len(row))] for row in share], dtype=float)
    n = len(h)
    return Curves(s[:, 0], s[:, -1], h[:, -1] / 2, np.ones(n), h[:, -1], h, s, s, np.zeros(n, dtype=bool), np.zeros(n))


def problem(
    worth: Sequence[Sequence[float]],
    response: Curves,
    *,
    strength: Sequence[Sequence[float]] | None = None,
    people: Sequence[tuple[str, float]] = (("Ada", 10.0),),
    balance: Sequence[float] = (0.2, 0.3, 0.5),
    tolerance: float = 0.05,
    **changes: Any,
) -> Problem:
    """A problem over (n, 5) worths; strengths are 1 where there is worth, everybody may serve everything."""
    values = np.array(worth, dtype=float)
    n = len(values)
    base = Problem(
        names=np.array([f"Account {i:03d}" for i in range(n)], dtype=object),
        worth=values,
        strength=(values > 0).astype(float) if strength is None else np.array(strength, dtype=float),
        curves=response,
        minimum=np.zeros(n),
        maximum=np.where(values.any(axis=1), response.maximum, 0.0),
        locked=np.zeros(n, dtype=bool),
        block=np.zeros(n),
        today=np.full(n, np.nan),
        people=tuple(Person(name, hours) for name, hours in people),
        eligible=np.ones((n, len(people)), dtype=bool),
        aim=np.array(balance, dtype=float),
        weights=np.array(balance, dtype=float),
        tolerance=tolerance,
    )
    return replace(base, **{k: np.array(v) if isinstance(v, list) else v for k, v in changes.items()})


def random_problem(seed: int, n: int = 12, people: int = 2, *, goods_each: int = 2, hours: float = 60.0) -> Problem:
    """A random list: mixed goods, one or two owners an account, some minimums and locks."""
    rng = np.random.default_rng(seed)
    strength = np.where(rng.random((n, 5)) < goods_each / 5, rng.uniform(0.15, 1, (n, 5)), 0.0)
    scale = np.array([100, 100, 1, 1, 1]) * np.where(np.arange(5) < 2, 1.0, rng.uniform(1e3, 1e5, (n, 1)))
    worth = strength * scale
    response = curves(rng.uniform(0, 0.6, n), rng.uniform(2, 10, n), rng.uniform(4, 30, n))
    eligible = np.zeros((n, people), dtype=bool)
    eligible[np.arange(n), rng.integers(0, people, n)] = True
    eligible |= rng.random((n, people)) < 0.2
    base = problem(
        worth.tolist(),
        response,
        strength=strength.tolist(),
        people=[(f"P{p}", hours / people) for p in range(people)],
        balance=rng.dirichlet([2, 2, 2]).tolist(),
        tolerance=float(rng.choice([0.0, 0.02, 0.05])),
        eligible=eligible,
        today=np.where(rng.random(n) < 0.6, rng.uniform(0, 8, n), np.nan),
    )
    minimum = np.where((rng.random(n) < 0.15) & (base.maximum > 0), base.maximum * 0.2, 0.0)
    return replace(base, minimum=minimum, leave_open=bool(rng.random() < 0.3))
