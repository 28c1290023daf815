"""A list of people with their matters, among them past clients, those who refer, and fees in words."""

import datetime as dt

import numpy as np
import pytest

from planner.fields import Field
from planner.parsing.money.fee_texts import read_fee
from planner.pipeline import plan
from planner.settings import Settings
from tests.readers.make import csv_roster, workbook_roster

TODAY = dt.date(2026, 11, 28)
FIXED = Settings(plan_start=TODAY)
MATTERS = [
    ["Client / contact", "C/P/R", "Atty", "Matter", "Fee", "Where it stands", "Came from"],
    ["Abernathy, Joan", "C", "LM", "Trust", 6500, "Signed 9/14", ""],
    ["Castellano, Rick", "P", "JT", "Trust", "$4,800 quoted", "Engagement letter out", "Heritage Wealth"],
    ["Jessup, Carol", "C", "KS", "Trust admin", "$350/hr, ~20 hrs", "Open", ""],
    ["Norris, Bill", "past", "LM", "Will 2009", "", "inactive", ""],
    ["Dale Purvis CPA", "R", "LM", "", "", "lunch every quarter", ""],
    ["Lakeside Title", "R", "KS", "", "", "cold", ""],
    ["Oyelaran, Grace", "P", "KS", "Trust", 4800, "verbal yes", "Dale Purvis CPA"],
    ["C = client, P = prospect, R = referral source"],
]  # fmt: skip


def test_who_refers_and_past_clients_without_a_fee_have_no_open_deal():
    made = plan(workbook_roster({"Sheet1": MATTERS}, settings=FIXED), plan_start=TODAY)
    frame = made.frame.set_index("account")
    now = frame["strength_now"]
    assert not (now[["Norris, Bill", "Dale Purvis CPA", "Lakeside Title"]] > 0).any()
    assert (now[["Castellano, Rick", "Oyelaran, Grace", "Jessup, Carol"]] > 0).all()


def test_an_open_matter_of_a_client_is_work_and_no_early_hope():
    roster = workbook_roster({"Sheet1": MATTERS}, settings=FIXED)
    states = dict(zip(roster.names[roster.deals.account].tolist(), roster.deals.state.tolist(), strict=True))
    assert (states["Jessup, Carol"], states["Castellano, Rick"]) == ("won", "open")


@pytest.mark.parametrize(
    ("text", "fee"),
    [("$350/hr, ~20 hrs", 7000), ("350/hr est 12 hrs", 4200), ("£600/day 10 days", 6000), ("£45ph x 20 hrs", 900)],
)
def test_a_rate_with_about_so_many_hours_is_a_fee(text, fee):
    assert read_fee(text, False)[0].value == fee


def test_a_bare_amount_among_amounts_a_month_is_a_months_too():
    text = (
        "Client,£\nArdent,£900 pm\nBirch,£1.7k pm\nCressida,£480 pm\nFable,£3k pm\nGresham,£700 pm\n"
        "Hart,£600 pm\nMonk,£900\nNoor,£24000\n"
    )
    roster = csv_roster(text, settings=FIXED)
    assert roster.number(Field.ANNUAL_FEE).tolist() == [10_800, 20_400, 5_760, 36_000, 8_400, 7_200, 10_800, 24_000]
    assert "money-of-a-month" in [issue.code for issue in roster.issues]


def test_the_contract_of_a_client_that_ends_soon_may_be_renewed_then():
    text = (
        "Client,Status,Fee,Contract end\nAcme,client,9000,Mar 27\nBrook,client,4000,rolling\n"
        "Crane,client,700,31/10/28\nDale,client,800,Jan 27\nElm,client,900,30/4/27\nFox,prospect,900,30/4/27\n"
    )
    roster = csv_roster(text, settings=FIXED)
    days = roster.date(Field.EXPECTED_DATE)
    assert [str(day) for day in days[[0, 3, 4]]] == ["2027-03-31", "2027-01-31", "2027-04-30"]
    assert np.isnat(days[[1, 2, 5]]).all()


def test_the_day_on_which_a_past_client_left_is_no_open_deal():
    text = "Customer,Status,Renewal date\nAsh,Live,2027-03-31\nQuill,Lapsed,2026-08-31\nRush,Prospect,2027-02-28\n"
    frame = plan(csv_roster(text, settings=FIXED), plan_start=TODAY).frame.set_index("account")
    assert not frame.loc["Quill", "strength_now"] > 0
    assert frame.loc["Rush", "strength_now"] > 0


def test_a_past_client_of_this_year_may_hire_later():
    text = (
        "Firm,Position,Last instructed,Fee\nAmory,Client,Oct 26,9000\nFoxcote,Gone quiet,Feb 26,7000\n"
        "Birk,Client,Nov 26,5000\n"
    )
    frame = plan(csv_roster(text, settings=FIXED), plan_start=TODAY).frame.set_index("account")
    assert (frame.loc["Foxcote", "relationship"], frame.loc["Foxcote", "strength_later"]) == ("past client", 0.5)


def test_a_prospect_gone_quiet_is_cold_whatever_stands_above_it():
    rows = [
        ["Client", "Lead", "Fee", "Notes"],
        ["CURRENT"],
        ["Ardent", "Sasha", 9000, "loves us"],
        ["Birch", "Bea", 4000, ""],
        [],
        ["IN TALKS"],
        ["Lyric", "Bea", 8000, "gone quiet since Sept"],
        ["Monk", "Bea", 8000, "contract sent 20 Nov"],
        ["Noor", "Sasha", 7000, "wants a proposal"],
    ]
    roster = workbook_roster({"Main": rows}, settings=FIXED)
    assert roster.number(Field.PROBABILITY).tolist()[2:] == [0.1, 0.65, 0.25]
