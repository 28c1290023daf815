"""The end of work that is under way is no date on which a client could hire, and work that ended long ago is past."""

import datetime as dt

import numpy as np
import pytest

from planner.fields import Field
from planner.parsing.dates.finished_work import finished_on
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


def kinds(roster):
    return dict(zip(roster.names.tolist(), roster.text(Field.RELATIONSHIP).tolist(), strict=True))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Completed Mar 2023", dt.date(2023, 3, 31)),
        ("Project finished in 2024", dt.date(2024, 12, 31)),
        ("abgeschlossen März 2023", dt.date(2023, 3, 31)),
        ("livré 06/24", dt.date(2024, 6, 30)),
        ("opgeleverd 2026", dt.date(2026, 11, 28)),
        ("Phase 1 completed 2023", None),
        ("Complete Works 2024", None),
        ("Finished", None),
    ],
)
def test_a_status_says_when_work_ended(text, day):
    assert finished_on(text, dt.date(2026, 11, 28)) == day


@pytest.mark.parametrize(
    "states",
    [
        ("Running", "Finished 2024", "Completed Mar 2023", "Finished Sept 2026"),
        ("laufend", "abgeschlossen 2022", "fertig 03/2023", "abgeschlossen Okt 2026"),
    ],
)
@pytest.mark.parametrize("header", ["Status", "Stage"])
def test_work_that_ended_over_a_year_ago_makes_a_past_client(header, states):
    rows = zip(("Acme", "Brook", "Crane", "Dale"), states, strict=True)
    roster = csv_roster(
        f"Client,Fee,{header}\n" + "".join(f"{name},9000,{said}\n" for name, said in rows), settings=TODAY
    )
    assert kinds(roster) == {"Acme": "client", "Brook": "past client", "Crane": "past client", "Dale": "client"}


def test_a_job_that_ended_long_ago_is_past_where_no_other_one_of_the_client_runs():
    roster = csv_roster(
        "Client,Project,Fee,Status\nAcme,Roof,4000,Running\nBrook,Hall,4000,Finished 2024\n"
        "Acme,Shed,3000,Finished 2023\nCrane,Barn,3000,Completed Mar 2023\nDale,Mill,3000,Finished 2026\n",
        settings=TODAY,
    )
    assert kinds(roster) == {"Acme": "client", "Brook": "past client", "Crane": "past client", "Dale": "client"}


@pytest.mark.parametrize(
    ("going", "done"),
    [("On site", "Complete"), ("RIBA 3", "Closed out"), ("laufend", "abgeschlossen"), ("lopend", "opgeleverd")],
)
@pytest.mark.parametrize("work", ["", "Project,"])
def test_work_that_is_done_beside_work_that_goes_on_makes_a_past_client(work, going, done):
    named = ("Roof,", "Hall,", "Barn,") if work else ("", "", "")
    rows = zip(("Acme", "Brook", "Crane"), named, (going, going, done), strict=True)
    text = f"Client,{work}Stage,Fee\n" + "".join(f"{name},{what}{said},9000\n" for name, what, said in rows)
    assert kinds(csv_roster(text, settings=TODAY))["Crane"] == "past client"


def test_work_that_is_done_is_of_a_client_where_it_was_done_lately_or_more_goes_on():
    text = (
        "Client,Project,Stage,Fee,Notes\nAcme,Roof,On site,9000,\nBrook,Hall,Complete,9000,completed Oct 2026\n"
        "Acme,Shed,Complete,4000,\nCrane,Barn,Complete,3000,account settled\n"
    )
    assert kinds(csv_roster(text, settings=TODAY)) == {"Acme": "client", "Brook": "client", "Crane": "past client"}


def test_deals_that_a_pipeline_calls_completed_are_won():
    text = "Deal,Account,Stage,Amount\nA,Acme,Completed,5000\nB,Brook,Won,5000\nC,Crane,Proposal,4000\n"
    assert kinds(csv_roster(text, settings=TODAY))["Acme"] == "client"
