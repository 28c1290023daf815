"""What of a list depends on the settings takes effect without reading the file again."""

import numpy as np
import pytest

from planner.facts.column_issues import fee_meaning_words
from planner.fields import Field
from planner.pipeline import plan
from planner.quarter.refresh import refresh
from planner.roster.merging import merge
from planner.settings import FeeMeaning, Settings
from planner.sheets.apply_settings import apply_settings, for_weeks
from tests.readers.make import codes, sheet_roster, workbook_roster

HOURS = [["Client", "Hours/week", "Min hours"], ["Acme", 2, 4], ["Beta", "", "1 per week"], ["Zed", "13 a quarter", ""]]


@pytest.mark.parametrize("weeks", [1, 6.5, 13, 26, 52])
def test_hours_a_week_follow_the_length_of_the_period(weeks):
    read_so = sheet_roster(*HOURS, settings=Settings(weeks=weeks))
    settled_so = apply_settings(apply_settings(sheet_roster(*HOURS), Settings(weeks=40)), Settings(weeks=weeks))
    for name in (Field.CURRENT_HOURS, Field.MIN_HOURS):
        np.testing.assert_allclose(read_so.number(name), settled_so.number(name))
    np.testing.assert_allclose(read_so.number(Field.CURRENT_HOURS), [2 * weeks, np.nan, weeks])
    np.testing.assert_allclose(read_so.number(Field.MIN_HOURS), [4, weeks, np.nan])


def test_a_plan_for_half_a_year_has_twice_the_hours_a_week_of_a_quarter():
    roster = sheet_roster(["Client", "Fee", "Hours/week"], ["Acme", 9000, 2], ["Beta", 5000, 1])
    assert plan(roster).facts.current_hours.tolist() == [26, 13]
    assert plan(roster, weeks=26).facts.current_hours.tolist() == [52, 26]


def test_hours_a_week_stay_so_through_deals_joins_unions_merges_and_refreshes():
    deals = [["Deal", "Client", "Stage", "Hours/week"], ["a", "Acme", "Lead", 1], ["b", "Acme", "Lead", 2]]
    assert for_weeks(sheet_roster(*deals), 26).number(Field.CURRENT_HOURS).tolist() == [78]
    companies = [["Company", "Hours/week", "Max hours"], ["Acme", 9, 50], ["Quiet", 4, ""]]
    joined = for_weeks(workbook_roster({"Deals": deals, "Companies": companies}), 26)
    assert joined.number(Field.CURRENT_HOURS).tolist() == [78, 104]
    stacked = sheet_roster(["Client", "Hours"], ["Acme", 10], [], ["Hours/week", "Client"], [1, "Beta"], [2, "Beta 2"])
    assert for_weeks(stacked, 26).number(Field.CURRENT_HOURS).tolist() == [10, 26, 52]
    merged = merge(stacked, [("Beta", "Beta 2")], Settings())
    assert for_weeks(merged, 26).number(Field.CURRENT_HOURS).tolist() == [10, 78]
    fresh = refresh(sheet_roster(["Client", "Hours"], ["Acme", 7], ["Beta", ""]), stacked).roster
    assert for_weeks(fresh, 26).number(Field.CURRENT_HOURS).tolist() == [7, 26]


def test_hours_a_week_put_in_by_hand_follow_too():
    sheets = {
        "Clients": [["Client", "Hours/week"], ["Acme", 1], ["Beta", 2]],
        "Overrides": [
            ["Account", "Field", "Value"],
            ["Acme", "current_hours", "3 a week"],
            ["Beta", "current_hours", 5],
        ],
    }
    roster = workbook_roster(sheets)
    assert apply_settings(roster, Settings(weeks=26)).number(Field.CURRENT_HOURS).tolist() == [78, 5]
    assert for_weeks(apply_settings(roster, Settings()), 26).number(Field.CURRENT_HOURS).tolist() == [78, 5]


ACCOUNTS = [["Client", "Amount"], ["Acme", "$1,000"], ["Beta", 2000.5], ["Zed", ""]]
DEALS = [["Deal", "Client", "Stage", "Amount"], ["a", "Acme", "Lead", 1000], ["b", "Acme", "Lead", 500]]


@pytest.mark.parametrize("meaning", [FeeMeaning.TURNOVER, FeeMeaning.NOT_A_FEE])
@pytest.mark.parametrize(("rows", "kept"), [(ACCOUNTS, ["1000", "2000.5", ""]), (DEALS, ["1500"])])
def test_an_amount_that_is_no_fee_is_kept_beside_the_accounts(rows, kept, meaning):
    roster = sheet_roster(*rows)
    assert "fee-meaning-assumed" in codes(roster)
    assert roster.has(Field.ANNUAL_FEE)
    for said in (
        apply_settings(roster, Settings(fee_meaning=meaning)),
        sheet_roster(*rows, settings=Settings(fee_meaning=meaning)),
    ):
        assert np.isnan(said.number(Field.ANNUAL_FEE)).all()
        assert said.other["Amount"].tolist() == kept
        assert "Amount" in said.source.unmapped
        assert "fee-meaning-assumed" not in codes(said)
        assert "hoped for" not in said.reconciliation.sentence


def test_a_fee_of_a_whole_job_says_so():
    said = apply_settings(sheet_roster(*ACCOUNTS), Settings(fee_meaning=FeeMeaning.JOB))
    note = next(issue for issue in said.issues if issue.code == "fee-meaning-assumed")
    assert note.message == "“Amount” was taken as the fee of a whole job, hired in a year."


@pytest.mark.parametrize(("header", "named"), [("Amount", "Amount"), ("", "Column D")])
def test_the_meaning_of_a_fee_that_only_a_second_sheet_has_is_told(header, named):
    clients = [
        ["Client", "Sector", "Owner"],
        ["Acme", "Retail", "Ann"],
        ["Beta", "Legal", "Bob"],
        ["Zed", "Food", "Ann"],
    ]
    offers = [
        ["Client", "Sector", "Owner", header],
        ["Ondo", "Food", "Ann", "€9,000"],
        ["Pym", "Food", "Bob", "€12,500"],
    ]
    said = workbook_roster({"Clients": clients, "Offers": offers}, settings=Settings(fee_meaning=FeeMeaning.JOB))
    assert any(f"“{named}” was taken as the fee of a whole job" in issue.message for issue in said.issues)


def test_a_fee_that_is_surely_one_is_left_alone():
    roster = sheet_roster(["Client", "Annual fee"], ["Acme", 5])
    assert apply_settings(roster, Settings(fee_meaning=FeeMeaning.NOT_A_FEE)).number(Field.ANNUAL_FEE).tolist() == [5]


def test_a_monthly_fee_is_not_told_as_one_a_year():
    assert fee_meaning_words("Cuota mensual", FeeMeaning.YEAR) == (
        "“Cuota mensual” was taken as a fee a month, 12 of them a year."
    )
    assert fee_meaning_words("Amount", FeeMeaning.YEAR) == "“Amount” was taken as a fee a year."
