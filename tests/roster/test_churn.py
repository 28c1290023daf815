"""Columns that say who may leave are cautions beside clients, and no chances of prospects."""

import datetime as dt

import pytest

from planner.fields import Field
from planner.settings import Settings
from tests.readers.make import csv_roster

FIXED = Settings(plan_start=dt.date(2026, 11, 28))


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("Churn risk", ("High", "Low", "Med", "High")),
        ("Risk (H/M/L)", ("H", "L", "M", "H")),
        ("Risk of leaving", ("high - new CFO", "low", "low", "high")),
        ("Health", ("Low", "High", "Med", "High")),
        ("Relationship strength", ("Weak", "Strong", "OK", "Strong")),
    ],
)
def test_who_may_leave_is_a_caution_beside_a_client(header, words):
    names = ("Ash", "Birch", "Cedar", "Dale")
    rows = [f"{one},{'client' if i < 3 else 'prospect'},{9000 + i},{words[i]}" for i, one in enumerate(names)]
    roster = csv_roster("\n".join([f"Company,Status,Fee,{header}", *rows]), settings=FIXED)
    (issue,) = [one for one in roster.issues if one.code == "client-at-risk"]
    assert issue.message.startswith("Ash (")
    assert Field.STAGE not in roster.columns
    assert Field.PROBABILITY not in roster.columns
