"""The prices a solve begins with, on lists small enough to see the answer."""

from __future__ import annotations

import numpy as np
import pytest

from planner.allocation.problem import Numbers, Pairs
from planner.allocation.run_out import Demand, first_claims, least_of


def demand(worth: Numbers, eligible: list[list[int]], capacity: list[float]) -> Demand:
    """Accounts (k, K) with pieces of 2 hours each, worth what is given."""
    accounts, pieces = worth.shape
    return Demand(
        account=np.repeat(np.arange(accounts), pieces),
        width=np.full(worth.size, 2.0),
        worth=worth.ravel(),
        least=np.zeros(accounts),
        most=np.full(accounts, np.inf),
        pairs=Pairs.of(np.array(eligible, dtype=bool)),
        capacity=np.array(capacity),
    )


def test_hours_run_out_between_the_last_piece_taken_and_the_next() -> None:
    asked = demand(np.array([[9.0, 5.0, 1.0], [8.0, 4.0, 2.0]]), [[1], [1]], [7.0])
    price = asked.prices()
    assert price[0] == pytest.approx(4.0, abs=0.03)
    piece, whose = asked.last(price)
    assert piece.tolist() == [4]
    assert whose.tolist() == [0]


def test_hours_that_never_run_out_have_no_price_and_no_last_piece() -> None:
    asked = demand(np.array([[9.0, 5.0]]), [[1, 0]], [7.0, 3.0])
    assert asked.prices().tolist() == [0.0, 0.0]
    piece, whose = asked.last(asked.prices())
    assert piece.size == 0
    assert whose.size == 0


def test_an_account_of_two_people_goes_to_the_one_with_time() -> None:
    """Were it the first one's, that one would have to turn the account's own pieces away, at a price of 6."""
    asked = demand(np.array([[9.0, 6.0], [8.0, 7.0], [3.0, 1.0]]), [[1, 0], [1, 1], [0, 1]], [4.0, 5.0])
    price = asked.prices()
    assert 2.97 <= price[0] < 6.0
    assert price[1] == pytest.approx(3.0, abs=0.03)


def test_an_account_that_nobody_may_serve_asks_for_nothing() -> None:
    asked = demand(np.array([[9.0], [5.0]]), [[0], [1]], [1.0])
    assert asked.prices()[0] == pytest.approx(5.0, abs=0.03)


def test_minimum_hours_are_asked_for_at_any_price() -> None:
    plain = demand(np.array([[9.0, 5.0], [3.0, 2.0]]), [[1], [1]], [4.0])
    bound = Demand(**{**vars(plain), "least": np.array([0.0, 3.0])})
    assert plain.prices()[0] == pytest.approx(3.0, abs=0.03)
    assert bound.prices()[0] == pytest.approx(9.0, abs=0.03)


def test_the_least_key_of_each_group() -> None:
    group, key = np.array([2, 0, 2, 0, 5]), np.array([3.0, 1.0, 2.0, 4.0, 0.0])
    assert least_of(group, key).tolist() == [1, 2, 4]


def test_accounts_count_for_what_they_serve_best_where_that_keeps_the_balance() -> None:
    ratio = np.array([[1.0, 0.5], [1.0, 0.0], [0.5, 1.0]])
    first = first_claims(np.full(3, 4.0), ratio, np.array([[6.0, 9.0], [3.0, 6.0]]))
    assert first.tolist() == [0, 0, 1]


def test_those_that_move_most_count_for_a_group_that_would_be_short() -> None:
    ratio = np.array([[1.0, 0.5], [1.0, 1.0], [1.0, 0.0], [1.0, 0.2]])
    first = first_claims(np.full(4, 4.0), ratio, np.array([[9.0, 10.0], [6.0, 7.0]]))
    assert first.tolist() == [1, 1, 0, 0]


def test_a_group_that_nobody_else_can_help_stays_short() -> None:
    first = first_claims(np.full(2, 4.0), np.array([[1.0, 0.0], [1.0, 0.0]]), np.array([[4.0, 4.0], [4.0, 4.0]]))
    assert first.tolist() == [0, 0]
