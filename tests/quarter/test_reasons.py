"""Reasons for leaving a plan, and the facts that they become."""

import datetime as dt

import pytest

from planner.fields import Field
from planner.quarter.reasons import Reason, Said, learn, read_reason

DAY = dt.date(2026, 12, 28)


def learned(reason: Reason, said: str = "", **more):
    return learn(Said("Selwick Robotics", reason, said, DAY, by="Ines", **more))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("their timing: 15 Feb", Reason.THEIR_TIMING),
        ("meeting moved to February", Reason.THEIR_TIMING),
        ("our time: Ines was on site", Reason.OUR_TIME),
        ("Not worth it", Reason.NOT_WORTH_IT),
        ("went to tender; chance 10%", Reason.NEW_INFORMATION),
        ("one more round before they sign", Reason.MORE_NEEDED),
        ("lovely people", None),
        ("", None),
    ],
)
def test_reasons_are_known_by_their_words(text, reason):
    assert read_reason(text) is reason


def test_not_worth_it_leaves_the_account_out_with_day_and_author():
    (one,) = learned(Reason.NOT_WORTH_IT).overrides
    assert (one.field, one.value, one.by, one.day) == (Field.LEAVE_OUT, "yes", "Ines", "2026-12-28")
    assert one.why == "Not worth it"


def test_their_timing_is_a_date():
    (one,) = learned(Reason.THEIR_TIMING, "meeting moved to 15 February 2027").overrides
    assert (one.field, one.value) == (Field.EXPECTED_DATE, "2027-02-15")


def test_their_timing_without_a_date_is_after_the_quarter():
    (one,) = learned(Reason.THEIR_TIMING, quarter_end=dt.date(2027, 3, 1)).overrides
    assert one.value == "2027-03-01"


@pytest.mark.parametrize(
    ("said", "name", "value"),
    [
        ("went to tender; chance 25% → 10%", Field.PROBABILITY, "10%"),
        ("new information: £40k", Field.ANNUAL_FEE, "£40k"),
    ],
)
def test_new_information_is_a_chance_or_a_fee(said, name, value):
    (one,) = learned(Reason.NEW_INFORMATION, said).overrides
    assert (one.field, one.value) == (name, value)


def test_more_needed_is_a_maximum():
    (one,) = learned(Reason.MORE_NEEDED, "30 h").overrides
    assert (one.field, one.value) == (Field.MAX_HOURS, 30.0)
    (ranged,) = learned(Reason.MORE_NEEDED, "more needed - 20-30 h").overrides
    assert ranged.value == 30.0
    (guessed,) = learned(Reason.MORE_NEEDED, planned=10.0, spent=12.0).overrides
    assert guessed.value == 18.0


def test_our_time_takes_hours_from_a_person():
    fewer = learned(Reason.OUR_TIME, "on site for two weeks, 12 h", person="Ines").fewer
    assert (fewer.person, fewer.hours) == ("Ines", 12.0)


@pytest.mark.parametrize("reason", [Reason.NEW_INFORMATION, Reason.OUR_TIME])
def test_what_a_reason_still_needs_is_asked(reason):
    found = learned(reason, "not sure")
    assert found.missing
    assert not found.overrides


@pytest.mark.parametrize(
    ("reason", "said", "asks"),
    [
        (Reason.THEIR_TIMING, "their timing: 1 Jan 1999", "1 January 1999 is no day to come"),
        (Reason.MORE_NEEDED, "more needed: -4 h", "Give a number above 0"),
        (Reason.MORE_NEEDED, "more needed: 0 h", "Give a number above 0"),
        (Reason.OUR_TIME, "our time: -4 h", "how many hours"),
    ],
)
def test_a_day_gone_by_and_hours_below_nothing_become_no_fact(reason, said, asks):
    found = learned(reason, said, person="Ines", planned=10.0, quarter_end=dt.date(2027, 3, 1))
    assert asks in found.missing
    assert not found.overrides
    assert found.fewer is None
