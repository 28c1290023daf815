"""Calendars of the planned hours, opened and read back."""

import datetime as dt
from itertools import pairwise
from math import ceil

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from planner.quarter.calendar import PlannedHours, person_calendar, weekly_blocks

START = dt.date(2026, 11, 30)
PLANNED = (
    PlannedHours("Northvale Water", 30.0),
    PlannedHours("Selwick Robotics", 17.5, "Send the pilot's report", dt.date(2027, 1, 12)),
    PlannedHours("Tollard Bank", 0.5),
)


def events(content: bytes):
    return list(Calendar.from_ical(content).walk("VEVENT"))


def test_the_blocks_of_a_calendar_add_to_the_planned_hours():
    found = events(person_calendar("Marian", PLANNED, START, 13))
    hours: dict[str, float] = {}
    for event in found:
        if isinstance(event.decoded("dtstart"), dt.datetime):
            account = str(event["summary"]).rsplit(" (", 1)[0]
            length = (event.decoded("dtend") - event.decoded("dtstart")).total_seconds() / 3600
            hours[account] = hours.get(account, 0.0) + length
    assert hours == {"Northvale Water": 30.0, "Selwick Robotics": 17.5, "Tollard Bank": 0.5}


def test_a_next_step_stands_on_its_day():
    days = [event for event in events(person_calendar("Marian", PLANNED, START, 13)) if "pilot" in event["summary"]]
    assert [event.decoded("dtstart") for event in days] == [dt.date(2027, 1, 12)]


def test_blocks_of_a_day_do_not_overlap():
    found = events(person_calendar("Marian", (PlannedHours("A", 60.0), PlannedHours("B", 61.5)), START, 4))
    spans = sorted((event.decoded("dtstart"), event.decoded("dtend")) for event in found)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


def test_a_plan_that_starts_on_a_weekend_has_no_block_before_it():
    found = events(person_calendar("Marian", PLANNED, dt.date(2026, 11, 28), 13))
    first = min(event.decoded("dtstart") for event in found if isinstance(event.decoded("dtstart"), dt.datetime))
    assert first.date() == dt.date(2026, 11, 30)


@given(
    st.lists(st.integers(0, 80), min_size=1, max_size=8),
    st.integers(1, 26),
)
def test_no_week_is_past_its_share_and_nothing_is_lost(halves, weeks):
    planned = [PlannedHours(f"A{i}", count / 2) for i, count in enumerate(halves)]
    blocks = weekly_blocks(planned, weeks)
    for one in planned:
        assert sum(block.hours for block in blocks if block.account == one.account) == one.hours
    share = ceil(sum(halves) / weeks) / 2
    for week in {block.week for block in blocks}:
        assert 0 <= week < weeks
        assert sum(block.hours for block in blocks if block.week == week) <= max(share, 0.5)
