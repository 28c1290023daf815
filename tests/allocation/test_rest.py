"""What is left of a model has the same optimum as the model with the settled columns held."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.allocation.engine import Engine
from planner.allocation.rest import rest_of
from planner.allocation.statement import Statement
from planner.vocabulary import Status


def random_model(seed: int) -> tuple[Statement, np.ndarray]:
    """A model with equations, caps and rows that join all, and a point that keeps them."""
    rng = np.random.default_rng(seed)
    size, model = int(rng.integers(3, 12)), Statement("random")
    values = np.round(rng.uniform(0, 4, size) * (rng.random(size) < 0.7), 2)
    at = model.column_block(lambda k: f"x_{k}", np.zeros(size), np.where(rng.random(size) < 0.5, values + 3, np.inf))
    for r in range(int(rng.integers(2, 9))):
        some = np.flatnonzero(rng.random(size) < rng.choice([0.2, 0.5]))
        entries = np.round(rng.choice([1.0, -1.0], len(some)) * rng.uniform(0.2, 2, len(some)), 2)
        amount = float(entries @ values[some])
        low, high = [(amount, amount), (amount - 1, np.inf), (-np.inf, amount), (amount, amount + 1)][rng.integers(4)]
        model.row(f"row_{r}", {}, low, high, (at[some], entries))
    return model, values


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 100_000))
def test_the_rest_has_the_optimum_of_the_model_with_the_others_held(seed: int) -> None:
    model, values = random_model(seed)
    rng = np.random.default_rng(seed)
    opened, tight = rng.random(len(values)) < 0.7, rng.random(len(model.row_low)) < 0.3
    cost = np.round(rng.uniform(0, 1, len(values)), 3)
    rows = np.bincount(model.matrix[0], model.matrix[2] * values[model.matrix[1]], len(tight))
    engine = Engine(model)
    engine.set_costs(cost)
    for j in np.flatnonzero(~opened):
        engine.set_column(int(j), values[j], values[j])
    for r in np.flatnonzero(tight):
        engine.set_row(int(r), rows[r], rows[r])
    whole = engine.run()
    bounds = np.array(model.row_low), np.array(model.row_high)
    rest = rest_of(model, values, opened, tight, bounds, cost)
    left = Engine(rest.statement).run()
    assert whole.status is left.status is Status.OPTIMAL
    found = rest.whole(left.values)
    assert cost @ found == pytest.approx(whole.objective, abs=1e-7)
    assert found[~opened] == pytest.approx(values[~opened])
    after = np.bincount(model.matrix[0], model.matrix[2] * found[model.matrix[1]], len(tight))
    assert np.all(after >= np.where(tight, rows, bounds[0]) - 1e-7)
    assert np.all(after <= np.where(tight, rows, bounds[1]) + 1e-7)
    assert np.all(found >= -1e-9)
    assert np.all(found <= np.array(model.high) + 1e-7)


def test_a_row_with_one_open_column_is_a_bound_of_it_and_a_column_no_row_holds_goes_to_its_cheaper_end() -> None:
    """x + y = 5, x ≤ 3 (a row), z ≥ x − 1 with y and z open: y is 5 − x, z goes down to where its row lets it."""
    model = Statement("small")
    x, y, z = (model.column(name, 0.0, np.inf) for name in "xyz")
    model.row("sum", {x: 1.0, y: 1.0}, 5.0, 5.0)
    model.row("cap", {x: 1.0}, -np.inf, 3.0)
    model.row("past", {x: 1.0, z: -1.0}, -np.inf, 1.0)
    bounds = np.array(model.row_low), np.array(model.row_high)
    opened, tight = np.array([False, True, True]), np.array([True, False, False])
    rest = rest_of(model, np.array([2.0, 3.0, 7.0]), opened, tight, bounds, np.array([1.0, 1.0, 1.0]))
    assert not rest.columns.size
    assert rest.values == pytest.approx([2.0, 3.0, 1.0])


def test_a_whole_column_between_two_whole_numbers_is_not_settled() -> None:
    model = Statement("whole")
    k = model.column("k", 0.0, 3.0, whole=True)
    model.row("held", {k: 1.0}, 1.5, 1.5)
    bounds = np.array(model.row_low), np.array(model.row_high)
    rest = rest_of(model, np.array([1.5]), np.array([True]), np.array([True]), bounds, np.array([1.0]))
    assert rest.columns.tolist() == [0]
    assert rest.statement.whole_columns == [0]
