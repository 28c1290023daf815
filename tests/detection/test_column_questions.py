"""What a list's columns leave open is asked, and an answer is obeyed."""

import datetime as dt

import numpy as np
import pytest

from planner.fields import Field
from planner.settings import Settings
from planner.vocabulary import Level
from tests.readers.make import csv_roster, sheet_roster

TODAY = Settings(plan_start=dt.date(2026, 7, 2))
BILLED = [["Client", "Rev FY25", "Adv"], ["Acme", 100, "AB"], ["Beta", 200, "CD"]]


def codes(roster):
    return [question.code for question in roster.questions]


def fees(roster):
    return [None if np.isnan(fee) else fee for fee in roster.number(Field.ANNUAL_FEE)]


def test_past_billing_is_taken_for_the_fee_and_asked_about():
    roster = sheet_roster(*BILLED)
    assert fees(roster) == [100, 200]
    assert roster.source.mapping[Field.ANNUAL_FEE].level is Level.LIKELY
    assert "annual_fee:Rev FY25" in codes(roster)


@pytest.mark.parametrize(("answer", "kept"), [("fee", [100, 200]), ("turnover", [None, None])])
def test_an_answer_says_whether_money_is_a_fee(answer, kept):
    roster = sheet_roster(*BILLED, answers={"annual_fee:Rev FY25": answer})
    assert fees(roster) == kept
    assert "annual_fee:Rev FY25" not in codes(roster)
    assert "annual_fee:Rev FY25" in {question.code for question in roster.answered}


def test_the_accounts_own_money_is_no_fee():
    header = ["Company", "Fee £k", "Turnover £m", "Staff", "Assets (£m)", "Founded", "Tel", "Post code"]
    rows = [["Acme", 12, 40, 220, 8, 1998, "01223 555014", "CB1 2AB"],
            ["Beta", 8, 3, 21, 1, 2011, "01223 555015", "CB1 3AB"]]  # fmt: skip
    roster = sheet_roster(header, *rows)
    assert fees(roster) == [12_000, 8_000]
    assert set(header[2:]) <= set(roster.other)


def test_revenue_beside_a_head_count_is_left_aside_and_asked_about():
    roster = sheet_roster(["Company", "Employees", "Revenue"], ["Acme", 40, 9e6], ["Beta", 900, 2e8])
    assert fees(roster) == [None, None]
    assert "annual_fee:Revenue" in codes(roster)
    told = sheet_roster(["Company", "Employees", "Revenue"], ["Acme", 40, 9e6], answers={"annual_fee:Revenue": "fee"})
    assert fees(told) == [9e6]


def test_two_columns_of_fees_fill_each_other():
    roster = sheet_roster(
        ["Name", "C/P", "Billed last year", "Potential p.a. (k)"],
        ["Acme", "client", 900, 5], ["Beta", "prospect", "", 7], ["Zed", "client", "", 3], ["Yam", "prospect", 50, ""],
    )  # fmt: skip
    assert fees(roster) == [900, 7000, 3000, 50]
    assert "annual_fee:Billed last year" in codes(roster)


def test_hours_of_a_year_wait_for_an_answer_and_are_then_converted():
    rows = [["Client", "BD hrs YTD"], ["Acme", 52], ["Beta", 26]]
    roster = sheet_roster(*rows, settings=TODAY)
    assert not roster.has(Field.CURRENT_HOURS)
    assert "current_hours:BD hrs YTD" in codes(roster)
    told = sheet_roster(*rows, settings=TODAY, answers={"current_hours:BD hrs YTD": "this year"})
    assert told.number(Field.CURRENT_HOURS).tolist() == [pytest.approx(26), pytest.approx(13)]


def test_hours_of_no_period_are_used_and_asked_about():
    roster = sheet_roster(["Client", "Hours"], ["Acme", 5])
    assert roster.number(Field.CURRENT_HOURS).tolist() == [5]
    assert "current_hours:Hours" in codes(roster)
    weekly = sheet_roster(["Client", "Hours"], ["Acme", 5], answers={"current_hours:Hours": "a week"})
    assert weekly.number(Field.CURRENT_HOURS).tolist() == [65]
    assert "current_hours:Hours a week" not in codes(sheet_roster(["Client", "Hours a week"], ["Acme", 5]))


def test_the_likeliest_column_of_names_is_taken_and_asked_about():
    rows = "Firma Dingsbums,Zeug,Kram\nAlpha Bau,12,x y z\nBeta Bau,13,x y\nGamma Holz,14,z\n"
    roster = csv_roster(rows.replace("Firma Dingsbums", "Dingsbums"))
    assert roster.names.tolist() == ["Alpha Bau", "Beta Bau", "Gamma Holz"]
    assert "account:Dingsbums" in codes(roster)


def test_initials_become_the_names_that_a_key_gives():
    roster = sheet_roster(
        ["Who", "Us", "Fee"],
        ["Acme", "AB", 1],
        ["Beta", "ab/CD", 2],
        ["Zed", "CD", 3],
        [],
        ["AB = Ann Bell; CD = Cy Dunn"],
    )
    assert roster.source.mapping[Field.OWNER].header == "Us"
    assert roster.text(Field.OWNER).tolist() == ["Ann Bell", "Ann Bell; Cy Dunn", "Cy Dunn"]


def test_the_amount_of_a_deal_is_asked_about_as_that_of_a_deal():
    rows = "Deal name,Company,Deal stage,Amount\nA,Alder,Proposal,24000\nB,Birch,Closed won,4000\nC,Cedar,Lead,14000\n"
    (question,) = [one for one in csv_roster(rows).questions if one.field == Field.ANNUAL_FEE]
    assert question.text.startswith("Is “Amount” what a deal pays us")
    assert question.choices[0].label == "What a deal pays us"
    answered = csv_roster(rows, answers={question.code: "What a deal pays us"})
    assert fees(answered)[0] == 24_000
