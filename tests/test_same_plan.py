"""One list, one plan: in another order, twice, after other balances, hours and decisions and labels stay."""

from __future__ import annotations

import csv
import io
from functools import cache

import numpy as np
import openpyxl
import pytest

import planner
from planner.allocation.allocate import ColumnGeneration
from planner.result import Plan
from sample_workbooks import sample_path

LISTS = ("advisory_firm", "out_of_reach", "solo_consultant")
SETTINGS = {"plan_start": "2026-09-01"}
Labels = dict[str, tuple[float, str, str]]


@cache
def rows_of(name: str) -> tuple[tuple[object, ...], ...]:
    """The first sheet of a sample, its header first."""
    book = openpyxl.load_workbook(sample_path(name), read_only=True)
    return tuple(row for row in book.worksheets[0].iter_rows(values_only=True) if any(row))


def read(name: str, order: np.ndarray | None = None) -> planner.Roster:
    header, *rows = rows_of(name)
    text = io.StringIO()
    csv.writer(text).writerows([header, *(rows if order is None else [rows[i] for i in order])])
    return planner.read_roster(text.getvalue().encode(), name="list.csv")


def labels(made: Plan) -> Labels:
    """Hours, what an account is mainly good for and what to do with it, by name."""
    told = made.explanation
    each = zip(made.roster.names, made.allocation.hours, told.mainly, told.decision, strict=True)
    return {str(name): (float(hours), str(good), str(decision)) for name, hours, good, decision in each}


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("seed", range(2))
def test_a_shuffled_file_gives_the_same_plan_and_the_same_labels(name: str, seed: int) -> None:
    order = np.random.default_rng(seed).permutation(len(rows_of(name)) - 1)
    plain, shuffled = (planner.plan(read(name, rows), **SETTINGS) for rows in (None, order))
    assert labels(shuffled) == labels(plain)
    assert shuffled.explanation.headline == plain.explanation.headline
    assert sorted(shuffled.explanation.advice) == sorted(plain.explanation.advice)


@pytest.mark.parametrize("name", LISTS)
def test_a_plan_made_again_and_one_made_after_other_balances_are_the_first(name: str) -> None:
    roster, columns = read(name), ColumnGeneration()
    first = planner.plan(roster, **SETTINGS, columns=columns)
    again = planner.plan(roster, **SETTINGS)
    for balance in ("60/20/20", "5/5/90"):
        planner.plan(roster, **SETTINGS, balance=balance, columns=columns)
    back = planner.plan(roster, **SETTINGS, columns=columns)
    assert labels(again) == labels(first)
    assert labels(back) == labels(first)
