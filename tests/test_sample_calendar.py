"""Samples move with the calendar: their quarter is always the one that begins now."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

import planner
from planner.fields import Field
from planner.settings_sources import resolve_settings
from sample_workbooks import FIRST_DAY, sample_names, sample_path, sample_workbook
from sample_workbooks.calendar import move_words


def read(name: str, today: dt.date) -> planner.Roster:
    return planner.read_roster(
        sample_workbook(name, today), name=f"{name}.xlsx", settings=planner.Settings(plan_start=today)
    )


def test_a_sample_in_its_own_quarter_is_the_stored_workbook() -> None:
    for name, day in FIRST_DAY.items():
        assert sample_workbook(name, day + dt.timedelta(days=6)) == sample_path(name).read_bytes()
    assert set(FIRST_DAY) == set(sample_names())


@pytest.mark.parametrize("name", sorted(FIRST_DAY))
@pytest.mark.parametrize("weeks", [-13, 1, 38, 161])
def test_dates_keep_their_distance_from_the_first_day(name: str, weeks: int) -> None:
    first = FIRST_DAY[name]
    by = dt.timedelta(weeks=weeks)
    before, after = read(name, first), read(name, first + by + dt.timedelta(days=3))
    assert after.names.tolist() == before.names.tolist()
    was, now = before.date(Field.EXPECTED_DATE), after.date(Field.EXPECTED_DATE)
    known = ~np.isnat(was)
    assert known.any()
    assert np.isnat(now).tolist() == (~known).tolist()
    shift = (now[known] - was[known]).astype(int)
    written_in_words = name in {"partner_tracker", "solo_consultant"}
    assert np.median(np.abs(shift - by.days)) <= (20 if written_in_words else 0)
    assert np.abs(shift - by.days).max() <= (200 if written_in_words else 0)


def test_the_quarter_of_a_sample_begins_in_the_week_before_today() -> None:
    for days in range(0, 400, 17):
        today = dt.date(2027, 1, 1) + dt.timedelta(days=days)
        settings = resolve_settings(read("out_of_reach", today), {})
        assert settings.plan_start is not None
        assert 0 <= (today - settings.plan_start).days < 7


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("Pitch evening, 15 Oct", "Pitch evening, 14 Jan"),
        ("1 September to 30 November", "1 December to 1 March"),
        ("Talk on Feb 11", "Talk on May 13"),
        ("Jan 2027", "Apr 2027"),
        ("Q4-2026", "Q1-2027"),
        ("Q1 2027", "Q2 2027"),
        ("Spring 2027", "Summer 2027"),
        ("Autumn 2026", "Q1 2027"),
        ("early 2027", "early 2027"),
        ("Series A closes Jan?", "Series A closes Apr?"),
        ("Updated 10/11/2026 CW.", "Updated 09/02/2027 CW."),
        ("Budget session, 3 of 12, Marchmont may wait", "Budget session, 3 of 12, Marchmont may wait"),
    ],
)
def test_dates_in_words_move_and_other_words_stay(text: str, moved: str) -> None:
    assert move_words(text, dt.date(2026, 9, 1), dt.timedelta(weeks=13)) == moved
