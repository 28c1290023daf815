"""Days of lists kept by hand: months and days without a year, of what has been and of what is to come."""

import datetime as dt

import pytest

from planner.fields import Field
from planner.parsing.dates.dates import parse_dates
from planner.parsing.dates.spoken_dates import read_spoken
from planner.parsing.remarks.remarks import read_remark
from tests.readers.make import csv_roster

TODAY = dt.date(2026, 11, 28)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Oct", "2026-10-31"),
        ("Sept", "2026-09-30"),
        ("Nov", "2026-11-28"),
        ("Q3", "2026-09-30"),
        ("12/05/2026", "2026-05-12"),
        ("last week", "2026-11-21"),
        ("3 months ago", "2026-08-30"),
        ("yesterday", "2026-11-27"),
        ("2024", "2024-12-31"),
    ],
)
def test_when_somebody_was_last_spoken_to_lies_in_the_past(said, day):
    """Trackers with `Last spoke` in whatever came to mind."""
    assert str(parse_dates([said], day_first=True, today=TODAY, past=True).values[0]) == day


def test_days_behind_months_are_no_years_where_one_of_them_cannot_be():
    """North American lists that write `Nov 4` and `Oct 28`."""
    said = ["Nov 4", "Oct 28", "Nov 20"]
    read = parse_dates(said, day_first=None, today=TODAY, past=True).values
    assert [str(day) for day in read] == ["2026-11-04", "2026-10-28", "2026-11-20"]
    ahead = parse_dates(["Jan 15", "Dec 11", "Jan 28"], day_first=None, today=TODAY).values
    assert [str(day) for day in ahead] == ["2027-01-15", "2026-12-11", "2027-01-28"]


def test_months_with_years_stay_so():
    read = parse_dates(["Jan 27", "Mar 28"], day_first=None, today=TODAY).values
    assert [str(day) for day in read] == ["2027-01-31", "2028-03-31"]


def test_a_day_and_a_month_show_the_order_of_a_column():
    read = parse_dates(["20/11", "03/09"], day_first=None, today=TODAY, past=True).values
    assert [str(day) for day in read] == ["2026-11-20", "2026-09-03"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("RFP due Dec 11. Five bidders", "2026-12-11"),
        ("vote at the AGM Dec 9", "2026-12-09"),
        ("call Nov 30, then decide", "2026-11-30"),
        ("from Jan 15, 2028", "2028-01-15"),
        ("FY 27-28", "2028-03-31"),
        ("FY2027/28", "2028-03-31"),
    ],
)
def test_days_among_words(text, day):
    assert str(read_spoken(text, TODAY)) == day


@pytest.mark.parametrize(
    ("remark", "day"),
    [
        ("Ph 3 starts Feb 2027", "2027-02-28"),
        ("refurb of 3 lodges. tender Jan. vs one other", "2027-01-31"),
        ("new factory, board approval in March", "2027-03-31"),
        ("unhappy with current firm, meeting 9 Dec", "2026-12-09"),
        ("could be 10-12k. proposal Jan", "2027-01-31"),
    ],
)
def test_steps_with_a_month_are_for_now(remark, day):
    ready = next(clue for clue in read_remark(remark, TODAY) if clue.family == "ready now")
    assert str(ready.date) == day


def test_last_contacts_of_a_list_lie_behind():
    roster = csv_roster(
        "Client,Fees,Last spoke\nAlder Ltd,5000,Oct\nBirch Ltd,7000,12/05\nCedar Ltd,9000,20/11\nElm Ltd,2000,2024\n"
    )
    assert max(roster.date(Field.LAST_CONTACT)).astype(dt.date) <= dt.date.today()


@pytest.mark.parametrize(
    ("text", "day"), [("Nov 26", "2026-11-28"), ("Oct 26", "2026-10-31"), ("Nov 25", "2025-11-30")]
)
def test_the_month_that_still_runs_with_its_year_is_no_year_ago(text, day):
    parsed = parse_dates([text, "Sep 24", "Jul 25"], day_first=None, today=dt.date(2026, 11, 28), past=True)
    assert str(parsed.values[0]) == day
