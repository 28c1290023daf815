"""The five questions are read in one unit, fractions of today's value, whatever the column writes."""

from __future__ import annotations

import csv
import io

import numpy as np
import pytest

import planner
from planner.fields import Field
from planner.parsing.shares import parse_share_of_today
from planner.valuation.response.response_questions import ASKED

HEADERS = ("No time", "Half the hours", "Same hours", "Half as many hours again", "Unlimited time")


def read(*rows: tuple[str, ...]) -> planner.Roster:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(("Account", "Relationship", "Fee", "Hours now", *HEADERS))
    writer.writerows(
        ("Northgate Foods" if i == 0 else f"Account {i}", "client", "10000", "4", *row) for i, row in enumerate(rows)
    )
    return planner.read_roster(text.getvalue().encode(), name="list.csv")


NOTATIONS = [
    ("20", "62", "100", "130", "150"),
    ("20%", "62%", "100%", "130%", "150%"),
    ("0.2", "0.62", "1", "1.3", "1.5"),
    ("×0.2", "×0.62", "×1", "1.3x", "×1.5"),
    ("20%", "0.62", "1", "130%", "1.5"),
    ("20", "62", "", "130", "150"),
]


@pytest.mark.parametrize("five", NOTATIONS)
def test_the_same_answers_in_any_notation_are_the_same_fractions(five: tuple[str, ...]) -> None:
    roster = read(five, five)
    known = [roster.number(field) for field in ASKED if field is not Field.RESPONSE_SAME]
    assert [column.tolist() for column in known] == [pytest.approx([share] * 2) for share in (0.2, 0.62, 1.3, 1.5)]


@pytest.mark.parametrize("five", NOTATIONS)
def test_the_same_answers_in_any_notation_are_one_plan_worth_the_same_money(five: tuple[str, ...]) -> None:
    plan = planner.plan(read(five, five), plan_start="2026-09-01", hours=12, max_share_per_account=1)
    assert plan.curves.low.tolist() == pytest.approx([0.2, 0.2])
    assert plan.curves.high.tolist() == pytest.approx([1.5, 1.5])
    assert plan.curves.at(np.array([4.0, 4.0])) == pytest.approx(1.0)
    first = planner.plan(read(NOTATIONS[0], NOTATIONS[0]), plan_start="2026-09-01", hours=12, max_share_per_account=1)
    assert plan.allocation.hours.tolist() == first.allocation.hours.tolist()
    assert plan.allocation.added == pytest.approx(first.allocation.added)
    assert plan.allocation.hours.sum() == pytest.approx(12)


def test_a_column_that_does_not_show_its_unit_follows_the_others() -> None:
    roster = read(("0", "50", "100", "110", "120"), ("1", "60", "100", "120", "150"))
    assert roster.number(Field.RESPONSE_0).tolist() == pytest.approx([0, 0.01])
    roster = read(("0", "0.5", "1", "1.5", "2"), ("0", "0.6", "1", "1.5", "3"))
    assert roster.number(Field.RESPONSE_MAX).tolist() == pytest.approx([2, 3])


def test_what_is_no_share_of_today_is_an_issue_with_its_cell() -> None:
    parsed = parse_share_of_today(["20%", "a lot", "-5%"], decimal_comma=False)
    assert parsed.values[0] == pytest.approx(0.2)
    assert np.isnan(parsed.values[1:]).all()
    assert [problem.at for problem in parsed.problems] == [(1, 2)]
