"""Two columns of dates that each say what the other leaves out; ticks whose blanks mean no."""

import datetime as dt

import numpy as np
import pytest

from planner.fields import Field
from planner.roster.roster import Roster
from tests.readers.make import codes, sheet_roster

SOON, PAST = dt.datetime(2026, 3, 1), dt.datetime(2025, 3, 1)


def two_dates(closed: int, open_deals: int) -> Roster:
    rows = [[f"C{i}", f"Acme {i}", "Closed Won", 10, PAST, ""] for i in range(closed)]
    rows += [[f"O{i}", f"Beta {i}", "Proposal", 10, "", SOON] for i in range(open_deals)]
    header = ["Deal Name", "Account Name", "Stage", "Amount", "Close Date (A)", "Their Close Date"]
    return sheet_roster(header, *rows)


def test_the_date_with_far_more_to_say_is_taken_and_the_other_fills_its_gaps():
    roster = two_dates(closed=3, open_deals=9)
    assert roster.source.mapping[Field.EXPECTED_DATE].header == "Their Close Date"
    deals = roster.deals
    assert deals is not None
    assert not np.isnat(deals.expected).any()
    assert str(deals.closed[0]) == "2025-03-01"
    note = next(issue for issue in roster.issues if issue.code == "two-columns")
    assert note.message.endswith("“Their Close Date” (F) was taken, and “Close Date (A)” (E) where it is empty.")


def test_the_surer_date_stays_first_where_it_is_about_as_full():
    roster = two_dates(closed=6, open_deals=8)
    assert roster.source.mapping[Field.EXPECTED_DATE].header == "Close Date (A)"
    assert Field.CLOSED_ON not in roster.source.mapping
    assert roster.deals is not None
    assert not np.isnat(roster.deals.expected).any()


def test_a_nearly_empty_date_of_closing_does_not_stand_before_the_tentative_one():
    rows = [[f"D{i}", f"Acme {i}", "Proposal", 10, PAST if i < 2 else "", SOON] for i in range(9)]
    header = ["Deal Name", "Account Name", "Stage", "Amount", "Close Date (A)", "Tentative Close Date"]
    roster = sheet_roster(header, *rows)
    assert roster.source.mapping[Field.EXPECTED_DATE].header == "Tentative Close Date"
    assert roster.source.mapping[Field.CLOSED_ON].header == "Close Date (A)"


def test_a_date_of_starting_does_not_fill_the_gaps_of_the_date_expected():
    rows = [[f"Acme {i}", PAST, ""] for i in range(4)] + [[f"Beta {i}", "", SOON] for i in range(4)]
    roster = sheet_roster(["Client", "Start date", "Expected close date"], *rows)
    assert np.isnat(roster.date(Field.EXPECTED_DATE)).tolist() == [True] * 4 + [False] * 4


def test_dates_that_speak_of_the_same_rows_do_not_mix():
    rows = [[f"Acme {i}", PAST if i < 3 else "", SOON] for i in range(9)]
    roster = sheet_roster(["Client", "Expected close date", "Their close date"], *rows)
    assert int(np.isnat(roster.date(Field.EXPECTED_DATE)).sum()) == 6


@pytest.mark.parametrize(("tick", "rating"), [("✓", 4.0), ("x", 4.0), ("yes", 4.0), ("✓✓", 5.0), (True, 4.0)])
def test_an_empty_box_among_ticks_is_a_no_and_a_question_mark_is_not_known(tick, rating):
    rows = [["Acme", tick], ["Beta", ""], ["Gamma", tick], ["Delta", "?"], ["Epsilon", ""]]
    roster = sheet_roster(["Client", "Good for me now"], *rows, mapping={"rating_now": "Good for me now"})
    assert roster.number(Field.RATING_NOW) == pytest.approx([rating, 0, rating, np.nan, 0], nan_ok=True)
    notes = [issue for issue in roster.issues if issue.code == "blank-means-no"]
    assert len(notes) == 1
    assert notes[0].message == (
        "Good for me now is a column of ticks, so an empty cell was read as no. 2 cells of column B are like this, "
        "in rows 3 and 6."
    )


@pytest.mark.parametrize("others", [("✗", "✓"), (3, 4), ("no", "yes"), ("High", "yes"), ("✓", "")])
def test_a_blank_beside_anything_but_ticks_or_a_single_tick_stays_not_known(others):
    rows = [["Acme", others[0]], ["Beta", ""], ["Gamma", others[1]]]
    roster = sheet_roster(["Client", "Good for you, now"], *rows)
    assert np.isnan(roster.number(Field.RATING_NOW)[1])
    assert "blank-means-no" not in codes(roster)


def test_many_accounts_of_the_same_name_under_other_ids_are_one_issue():
    rows = [[f"D{i}", f"Acme {i % 100}", f"00{i}", "Proposal", 5] for i in range(140)]
    roster = sheet_roster(["Opportunity Name", "Account Name", "Account ID", "Stage", "Amount"], *rows)
    assert roster.size == 140
    assert codes(roster).count("account-twice") == 1
