"""The firm's own win rates replace the usual chances of stages only where a list has the history to tell."""

import datetime as dt

import numpy as np
import pytest

from planner.roster.deals.deal_aging import date_deals
from planner.roster.deals.win_rates import stage_chances
from planner.settings import Settings
from tests.readers.make import sheet_roster

START = Settings(plan_start=dt.date(2026, 1, 1))
HEADER = ["Opportunity Name", "Account Name", "Stage", "Status", "Amount", "Probability", "Close Date"]
SOON = dt.datetime(2026, 2, 1)
BEFORE = dt.datetime(2025, 6, 1)


def closed(won, lost, stage=""):
    """So many deals won and lost; `stage` is what the lost ones keep."""
    rows = [[f"W{i}", f"Won {i}", "Closed Won", "Won", 1_000, "", BEFORE] for i in range(won)]
    return rows + [[f"L{i}", f"Lost {i}", stage or "Closed Lost", "Lost", 1_000, "", BEFORE] for i in range(lost)]


def opened(*stages, chance=""):
    return [[f"O{i}", f"Open {i}", stage, "Open", 5_000, chance, SOON] for i, stage in enumerate(stages)]


def chances(*rows):
    roster = sheet_roster(HEADER, *rows, settings=START)
    of_stage = stage_chances(roster.deals)
    return of_stage[roster.deals.state == "open"], [i for i in roster.issues if i.code == "own-win-rates"]


STAGES = ("Qualification", "Proposal", "Negotiation")
USUAL = [0.1, 0.4, 0.65]


@pytest.mark.parametrize(
    ("won", "lost"), [(20, 9), (25, 6), (0, 40), (40, 0)], ids=["few closed", "few lost", "none won", "none lost"]
)
def test_a_list_without_the_history_keeps_the_usual_chances(won, lost):
    found, notes = chances(*opened(*STAGES), *closed(won, lost))
    assert found == pytest.approx(USUAL)
    assert notes == []


def test_thirty_closed_deals_with_a_fifth_lost_are_enough():
    found, notes = chances(*opened(*STAGES), *closed(24, 6))
    assert found.mean() == pytest.approx(0.8)
    odds = found / (1 - found)
    usual = np.array(USUAL) / (1 - np.array(USUAL))
    assert odds / usual == pytest.approx(np.full(3, (odds / usual)[0]))
    assert [note.message for note in notes] == [
        "You won 24 of 30 closed deals, so your own win rates set the chance of 3 open deals that the list gives none: "
        "80% on average, where 38% is usual for the stages."
    ]


def test_lost_deals_that_keep_their_stage_give_a_rate_stage_by_stage():
    history = [*closed(30, 30, "Qualification"), *closed(0, 15, "Proposal"), *closed(0, 5, "Negotiation")]
    found, notes = chances(*opened(*STAGES), *history)
    assert found == pytest.approx([30 / 80, 30 / 50, 30 / 35])
    assert len(notes) == 1


def test_the_lists_own_chances_win_over_its_own_rates():
    rows = [*opened(*STAGES, chance="35%"), *closed(24, 6)]
    roster = sheet_roster(HEADER, *rows, settings=START)
    assert not [issue for issue in roster.issues if issue.code == "own-win-rates"]
    assert np.nanmin(roster.deals.probability) == pytest.approx(0.35)


def test_dating_again_says_the_rates_once():
    roster = sheet_roster(HEADER, *opened(*STAGES), *closed(24, 6), settings=START)
    again = date_deals(roster, START)
    assert [issue.code for issue in again.issues].count("own-win-rates") == 1


def test_chances_rosier_than_the_usual_ones_of_their_stages_are_said():
    roster = sheet_roster(HEADER, *opened(*["Qualification"] * 6, chance="70%"), settings=START)
    rosy = next(issue for issue in roster.issues if issue.code == "chances-rosy")
    assert "(70% on average) are rosier than is usual for their stages (10%)" in rosy.message
