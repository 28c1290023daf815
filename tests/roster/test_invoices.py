"""A list of invoices becomes clients with the fee of a year; leads on another sheet stand beside them."""

import datetime as dt

from planner.fields import Field
from planner.pipeline import plan as make_plan
from planner.settings import Settings
from planner.vocabulary import Grain
from tests.readers.make import sheet_roster, workbook_roster

TODAY = Settings(plan_start=dt.date(2026, 11, 28))
INVOICES = [
    ["Inv.", "Date", "Client", "Job", "Net", "VAT", "Gross"],
    ["1", dt.datetime(2026, 1, 9), "Acme", "Hall", 1000, 200, 1200],
    ["2", dt.datetime(2026, 5, 7), "Acme", "Credit", -100, -20, -120],
    ["3", dt.datetime(2026, 9, 1), "Beta", "Barn", 500, 100, 600],
    ["4", dt.datetime(2024, 9, 1), "Zed", "Shed", 900, 180, 1080],
]


def test_what_was_invoiced_within_a_year_is_the_fee_and_makes_a_client():
    roster = make_plan(sheet_roster(*INVOICES, settings=TODAY)).roster
    assert roster.source.grain is Grain.OPPORTUNITY
    assert roster.names.tolist() == ["Acme", "Beta", "Zed"]
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "client", "past client"]
    assert roster.number(Field.ANNUAL_FEE).tolist()[:2] == [900, 500]


def test_leads_beside_invoices_are_open_deals_of_the_same_accounts():
    leads = [["Who", "Fee if we win it", "Odds", "Likely start"], ["Yam", 700, "40%", "2027-03-01"],
             ["Beta", 50, "70%", "2027-02-01"]]  # fmt: skip
    roster = make_plan(workbook_roster({"Invoices": INVOICES, "Leads": leads}, settings=TODAY)).roster
    facts = dict(zip(roster.names, roster.text(Field.RELATIONSHIP), strict=True))
    assert (facts["Beta"], facts["Acme"]) == ("client", "client")
    assert facts["Yam"] != "client"
    at = roster.names.tolist().index("Beta")
    assert roster.number(Field.PROBABILITY)[at] == 0.7
