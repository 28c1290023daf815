"""Plan against actual, recomputed by hand."""

import dataclasses
import datetime as dt

import numpy as np
import pytest

from planner.quarter.progress import Pace, QuarterPlan, find_progress, headline, pace_of
from planner.quarter.spent import HoursSpent, as_frame, team_member

PLAN = QuarterPlan(
    names=("Acme", "Beta", "Ceta"),
    owners=("Ann", "Bob", "Bob"),
    hours=np.array([26.0, 13.0, 0.0]),
    counts=np.array([[0.0, 0.0, 1.0], [1.0, 0.5, 0.0], [0.0, 0.0, 1.0]]),
    split={(0, "Ann"): 26.0, (1, "Bob"): 13.0},
    people=("Ann", "Bob"),
    start=dt.date(2026, 11, 30),
    weeks=13,
)
AFTER_FOUR_WEEKS = dt.date(2026, 12, 27)
SPENT = HoursSpent(
    as_frame(
        [
            (0, "Ann", dt.date(2026, 12, 2), 8.0, "typed", ""),
            (2, "Bob", dt.date(2026, 12, 9), 3.0, "typed", ""),
            (1, "Bob", dt.date(2027, 1, 20), 5.0, "typed", ""),
        ]
    )
)


def test_expected_by_today_is_the_plan_times_the_weeks_gone():
    progress = find_progress(PLAN, SPENT, AFTER_FOUR_WEEKS)
    assert progress.expected == pytest.approx(39 * 4 / 13)
    assert progress.spent == 11
    assert progress.on_rested == 3
    assert progress.week == 4


def test_each_account_says_how_it_stands():
    found = {one.account: one.pace for one in find_progress(PLAN, SPENT, AFTER_FOUR_WEEKS).accounts}
    assert found == {"Acme": Pace.ON_TRACK, "Beta": Pace.BEHIND, "Ceta": Pace.RESTED}


def test_hours_after_the_day_do_not_count_yet():
    beta = next(one for one in find_progress(PLAN, SPENT, AFTER_FOUR_WEEKS).accounts if one.account == "Beta")
    assert beta.spent == 0
    later = next(one for one in find_progress(PLAN, SPENT, dt.date(2027, 1, 20)).accounts if one.account == "Beta")
    assert later.spent == 5


def test_goods_count_hours_by_what_the_account_serves():
    groups = {str(one.group): one for one in find_progress(PLAN, SPENT, dt.date(2027, 2, 28)).groups}
    assert (groups["others"].planned, groups["others"].spent) == (13.0, 5.0)
    assert (groups["strengths"].planned, groups["strengths"].spent) == (6.5, 2.5)
    assert (groups["you"].planned, groups["you"].spent) == (26.0, 11.0)


def test_the_weeks_to_come_have_no_hours_spent():
    by_week = find_progress(PLAN, SPENT, AFTER_FOUR_WEEKS).by_week
    assert by_week[4].spent == 11
    assert by_week[5].spent is None
    assert by_week[13].planned == 39


def test_hours_without_a_day_are_known_to_be_spent_only_by_today():
    undated = HoursSpent(as_frame([(0, "Ann", None, 4.0, "typed", "")]))
    by_week = find_progress(PLAN, undated, AFTER_FOUR_WEEKS).by_week
    assert [one.spent for one in by_week[:5]] == [0, 0, 0, 0, 4]


def test_the_headline_says_how_far_behind():
    assert headline(find_progress(PLAN, HoursSpent(), AFTER_FOUR_WEEKS)) == (
        "Week 4 of 13: 0 of 39 hours spent, 12 behind."
    )


def test_the_first_days_of_a_quarter_are_no_lateness():
    said = [headline(find_progress(PLAN, HoursSpent(), PLAN.start + dt.timedelta(days=day))) for day in (0, 7)]
    assert said == ["Week 1 of 13: 0 of 39 hours spent, as planned.", "Week 2 of 13: 0 of 39 hours spent, 3 behind."]


def test_a_quarter_that_is_over_is_said_to_be():
    progress = find_progress(PLAN, SPENT, dt.date(2027, 3, 5))
    assert progress.is_over
    assert headline(progress) == "The quarter is over: 16 of 39 hours spent, 23 fewer than planned."
    assert not find_progress(PLAN, SPENT, dt.date(2027, 2, 27)).is_over
    halves = dataclasses.replace(PLAN, hours=np.array([26.0, 13.5, 0.0]))
    said = headline(find_progress(halves, SPENT, dt.date(2027, 3, 5)))
    assert said == "The quarter is over: 16 of 39½ hours spent, 23½ fewer than planned."


def test_hours_of_a_time_sheet_that_names_nobody_are_those_of_who_has_the_account():
    """Totals by client, as an accounting program or a one-person clock exports them."""
    shared = dataclasses.replace(PLAN, owners=("Ann; Bob", "Bob", "Cy"), split={(0, "Ann"): 8.0, (0, "Bob"): 4.0})
    nameless = HoursSpent(as_frame([(at, "", None, 6.0, "time sheet", "") for at in range(3)]))
    people = {one.person: one.spent for one in find_progress(shared, nameless, AFTER_FOUR_WEEKS).people}
    assert people == pytest.approx({"Ann": 4, "Bob": 2 + 6, "": 6})
    assert nameless.named(shared.parts).total == 18


@pytest.mark.parametrize(
    ("planned", "spent", "expected", "pace"),
    [(10, 10, 3, Pace.DONE), (10, 14, 3, Pace.AHEAD), (10, 0, 0.5, Pace.NOT_STARTED), (0, 2, 0, Pace.RESTED)],
)
def test_pace(planned, spent, expected, pace):
    assert pace_of(planned, spent, expected) is pace


@pytest.mark.parametrize("written", ["Marian Bostock", "MB", "marian", "M. Bostock", "Bostock, Marian"])
def test_a_person_is_known_by_several_spellings(written):
    assert team_member(written, ["Marian Bostock", "Tom Sallis"]) == "Marian Bostock"


def test_a_person_outside_the_team_keeps_the_name():
    assert team_member("Zed", ["Marian Bostock", "Tom Sallis"]) == "Zed"
