"""Deals won long ago whose contracts still run: by a length of time beside the win, or the day on which they end."""

import pytest

from planner.fields import Field
from planner.settings import Settings
from tests.detection.test_first_lists import TODAY
from tests.readers.make import csv_roster

FIXED = Settings(plan_start=TODAY)


@pytest.mark.parametrize(
    ("header", "running", "over"),
    [
        ("Contract term (months)", "24", "12"),
        ("Contract length", "24 months", "1 year"),
        ("Laufzeit (Monate)", "24", "12"),
        ("Durée", "2 ans", "12 mois"),
        ("Contract end", "2027-05-01", "2026-05-01"),
    ],
)
def test_a_contract_whose_end_lies_ahead_makes_a_client(header, running, over):
    text = (
        f"Deal Name,Deal Stage,Amount,{header},Close Date,Associated Company\n"
        f"A,Closed won,48000,{running},2025-05-01,Alder Union\n"
        f"B,Closed won,60000,{over},2025-05-01,Brook Bank\n"
        f"C,Proposal,30000,{running},2026-12-18,Crane Mills\n"
        f"D,Closed lost,8000,{running},2025-10-08,Dale Toys\n"
    )
    roster = csv_roster(text, settings=FIXED)
    kinds = dict(zip(roster.names, roster.text(Field.RELATIONSHIP), strict=True))
    assert kinds == {"Alder Union": "client", "Brook Bank": "past client", "Crane Mills": "", "Dale Toys": ""}


@pytest.mark.parametrize("header", ["Payment terms", "Notice (months)", "Credit term (days)"])
def test_other_terms_are_none_of_the_contract(header):
    text = (
        f"Deal Name,Deal Stage,Amount,{header},Close Date,Associated Company\n"
        "A,Closed won,48000,60,2025-05-01,Alder Union\nB,Closed won,60000,30,2025-05-01,Brook Bank\n"
    )
    roster = csv_roster(text, settings=FIXED)
    assert set(roster.text(Field.RELATIONSHIP)) == {"past client"}
