"""The end of work that is under way is no date on which a client could hire."""

import datetime as dt

import numpy as np

from planner.fields import Field
from planner.settings import Settings
from tests.readers.make import codes, csv_roster

TODAY = Settings(plan_start=dt.date(2026, 11, 28))


def test_the_end_of_work_under_way_is_no_expected_date():
    roster = csv_roster(
        "Name,Person,Fee p.a.,Timeline - Start,Timeline - End\n"
        "Acme,Ann,9000,2025-03-01,2027-09-30\nBrook,Cy,4000,2026-09-01,2027-01-31\nCrane,Ann,700,2027-02-01,2027-02-01\n",
        settings=TODAY,
    )
    assert np.isnat(roster.date(Field.EXPECTED_DATE)).tolist() == [True, True, False]
    assert "work-under-way" in codes(roster)


def test_an_end_without_a_start_stays_a_date():
    roster = csv_roster("Client,Fee,Contract end\nAcme,9000,2027-03-01\nBrook,4000,2027-06-30\n", settings=TODAY)
    assert "work-under-way" not in codes(roster)
