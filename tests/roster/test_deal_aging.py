"""Deals become accounts with the arithmetic of the design, on the day the plan starts."""

import datetime as dt

import numpy as np
import pytest

from planner.fields import Field
from planner.roster.deals.deal_aging import date_deals
from planner.settings import Settings
from planner.vocabulary import Grain
from tests.readers.make import codes, sheet_roster, workbook_roster

START = dt.date(2026, 1, 1)
HEADER = [
    "Opportunity Name",
    "Account Name",
    "Stage",
    "Amount",
    "Probability",
    "Close Date",
    "Lead Source",
    "Loss Reason",
]


def days(offset):
    return dt.datetime(2026, 1, 1) + dt.timedelta(days=offset)


def deals(*rows, **changes):
    return sheet_roster(HEADER, *rows, settings=Settings(plan_start=START, **changes))


def test_live_deals_of_an_account_are_summed_and_their_chances_weighed_by_fee():
    roster = deals(
        ["One", "Acme", "Proposal", 30_000, "50%", days(60)],
        ["Two", "Acme", "Proposal", 10_000, "10%", days(30)],
        ["Three", "Beta", "Proposal", 5_000, "", days(90)],
    )
    assert roster.source.grain is Grain.OPPORTUNITY
    assert roster.names.tolist() == ["Acme", "Beta"]
    assert roster.number(Field.ANNUAL_FEE).tolist() == [40_000, 5_000]
    assert roster.number(Field.PROBABILITY) == pytest.approx([(0.5 * 30 + 0.1 * 10) / 40, 0.4])
    assert str(roster.date(Field.EXPECTED_DATE)[0]) == "2026-01-31"
    assert roster.reconciliation.deals_open == 3
    assert roster.reconciliation.money_open == 45_000


@pytest.mark.parametrize(("late", "factor"), [(0, 1.0), (1, 0.7), (90, 0.7), (91, 0.4), (180, 0.4)])
def test_a_deal_past_its_date_counts_less(late, factor):
    roster = deals(["One", "Acme", "Proposal", 10_000, "50%", days(-late)])
    assert roster.number(Field.PROBABILITY) == pytest.approx([0.5 * factor])
    assert roster.deals.state.tolist() == ["open"]


def test_a_deal_half_a_year_past_its_date_is_asked_after_and_leaves_the_sum():
    roster = deals(
        ["Old", "Acme", "Proposal", 70_000, "50%", days(-181)], ["New", "Acme", "Proposal", 1_000, "50%", days(9)]
    )
    assert roster.number(Field.ANNUAL_FEE).tolist() == [1_000]
    assert roster.fact("stale_deals").tolist() == [1]
    stale = next(issue for issue in roster.issues if issue.code == "deal-stale")
    assert stale.cell == "F2"
    assert "Old" in stale.message
    assert roster.reconciliation.sentence == (
        "2 open deals, 71,000; used 1 (1,000); 1 is past its date by over 180 days and counts for later only; "
        "1 account."
    )


def test_only_deals_that_count_in_full_are_said_to_be_used():
    late = [[f"L{i}", "Acme", "Proposal", 1_000, "50%", days(-10 * i)] for i in range(1, 5)]
    dead = [[f"O{i}", "Acme", "Proposal", 500, "50%", days(-200 * i)] for i in range(1, 4)]
    found = deals(["New", "Beta", "Proposal", 70_000, "50%", days(9)], *late, *dead).reconciliation
    assert found.sentence == (
        "8 open deals, 75,500; used 1 (70,000); 7 are past their date: 4 count for less, and 3, over 180 days past it, "
        "for later only; 2 accounts."
    )
    assert (found.deals_open, found.deals_used, found.deals_late, found.deals_stale) == (8, 1, 4, 3)
    assert deals(*late[:1]).reconciliation.sentence == (
        "1 open deal, 1,000; used 0 (0); 1 is past its date and counts for less; 1 account."
    )


def test_deals_a_little_past_their_dates_are_told_from_those_in_time():
    roster = deals(
        ["Late", "Acme", "Proposal", 2_000, "50%", days(-20)], ["New", "Acme", "Proposal", 1_000, "50%", days(9)]
    )
    assert roster.reconciliation.sentence == (
        "2 open deals, 3,000; used 1 (1,000); 1 is past its date and counts for less; 1 account."
    )


def test_won_deals_make_a_client_and_give_the_fee_of_its_year_and_lost_ones_are_history():
    roster = deals(
        ["A", "Acme", "Closed Won", 20_000, "100%", days(-40)],
        ["B", "Acme", "Closed Won", 30_000, "100%", days(-90)],
        ["C", "Acme", "Closed Lost", 90_000, "0%", days(-10), "", "Price"],
        ["D", "Beta", "Closed Won", 8_000, "100%", days(-500)],
        ["E", "Gamma", "Closed Lost", 8_000, "0%", days(-50), "Referral - Beta", "Timing"],
        ["F", "Gamma", "Proposal", 9_000, "", days(50), "beta", ""],
    )
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "past client", ""]
    assert roster.number(Field.ANNUAL_FEE).tolist() == [50_000, 8_000, 9_000]
    assert roster.fact("won_deals").tolist() == [2, 1, 0]
    assert roster.fact("lost_deals").tolist() == [1, 0, 1]
    assert roster.fact("referred_deals").tolist() == [0, 2, 0]
    assert roster.text(Field.LOST_REASON).tolist() == ["Price", "", "Timing"]
    assert [str(day) for day in roster.date(Field.WON_ON)] == ["2025-11-22", "2024-08-19", "NaT"]
    assert np.isnan(roster.number(Field.PROBABILITY)[0])


def test_dating_again_on_another_day_is_the_same_as_dating_on_that_day_only():
    rows = (
        ["One", "Acme", "Proposal", 10_000, "50%", days(-100)],
        ["Two", "Beta", "Closed Won", 10_000, "", days(-300)],
    )
    later = Settings(plan_start=dt.date(2026, 6, 1))
    once = date_deals(sheet_roster(HEADER, *rows, settings=later), later)
    twice = date_deals(date_deals(deals(*rows), Settings(plan_start=START)), later)
    assert twice.text(Field.RELATIONSHIP).tolist() == once.text(Field.RELATIONSHIP).tolist() == ["", "past client"]
    assert twice.number(Field.PROBABILITY)[0] == once.number(Field.PROBABILITY)[0]
    assert codes(twice) == codes(once)


def test_deals_and_companies_on_two_sheets_join_by_id_with_their_zeros_and_report_what_does_not_join():
    roster = workbook_roster(
        {
            "Companies": [
                ["Account ID", "Account Name", "Industry", "Annual Revenue"],
                ["0012", "Acme Inc", "Health", 1e9],
                ["0013", "Quiet Co", "Law", 2e9],
            ],
            "Deals": [
                ["Deal Name", "Account ID", "Account Name", "Stage", "Amount"],
                ["One", "0012", "ACME", "Proposal", 5],
                ["Two", "0099", "Stray", "Proposal", 6],
            ],
        }
    )
    assert roster.source.sheet == "Deals"
    assert roster.names.tolist() == ["Acme Inc", "Stray", "Quiet Co"]
    assert roster.text(Field.INDUSTRY).tolist() == ["Health", "", "Law"]
    assert roster.reconciliation.unjoined == ("Stray",)
    assert roster.cell(Field.INDUSTRY, 0) == "Companies!C2"
    assert "Annual Revenue" in roster.other
    assert {"not-joined", "without-deals"} <= set(codes(roster))


def test_what_was_delivered_with_a_chance_beside_it_is_a_proposal_still_open():
    rows = [["One", "Acme", "Delivered", 30_000, "50%", days(60)], ["Two", "Beta", "Delivered", 9_000, "25%", days(30)]]
    roster = deals(*rows, ["Three", "Gamma", "Won", 5_000, "100%", days(-9)])
    assert roster.deals.state.tolist() == ["open", "open", "won"]
    sure = deals(*([*row[:4], "100%", *row[5:]] for row in rows))
    assert sure.deals.state.tolist() == ["won", "won"]


@pytest.mark.parametrize(("other", "state"), [("Cancelled", "won"), ("Won", "open")])
def test_closed_is_done_where_the_list_calls_nothing_won(other, state):
    rows = [["One", "Acme", "Closed", 30_000, "", days(-60)], ["Two", "Beta", other, 9_000, "", days(-30)]]
    roster = deals(*rows, ["Three", "Gamma", "Open", 5_000, "", days(9)])
    assert roster.deals.state.tolist()[0] == state
