"""A list of invoices becomes clients with the fee of a year; leads on another sheet stand beside them."""

import datetime as dt

import pytest

from planner.fields import Field
from planner.pipeline import plan as make_plan
from planner.roster.deals.deal_aging import date_deals
from planner.settings import Settings
from planner.vocabulary import Grain
from tests.readers.make import csv_roster, sheet_roster, workbook_roster

TODAY = Settings(plan_start=dt.date(2026, 11, 28))
INVOICES = [
    ["Inv.", "Date", "Client", "Job", "Net", "VAT", "Gross"],
    ["1", dt.datetime(2026, 1, 9), "Acme", "Hall", 1000, 200, 1200],
    ["2", dt.datetime(2026, 5, 7), "Acme", "Credit", -100, -20, -120],
    ["3", dt.datetime(2026, 9, 1), "Beta", "Barn", 500, 100, 600],
    ["4", dt.datetime(2024, 9, 1), "Zed", "Shed", 900, 180, 1080],
]


def test_what_was_invoiced_within_a_year_is_the_fee_and_makes_a_client():
    roster = make_plan(sheet_roster(*INVOICES, settings=TODAY), plan_start=TODAY.plan_start).roster
    assert roster.source.grain is Grain.OPPORTUNITY
    assert roster.names.tolist() == ["Acme", "Beta", "Zed"]
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "client", "past client"]
    assert roster.number(Field.ANNUAL_FEE).tolist()[:2] == [900, 500]


def test_who_was_invoiced_longer_ago_usually_pays_what_the_last_year_of_it_came_to():
    """A register of a consultant's invoices, a small one every month, that ends before the plan begins."""
    rows = [[str(i), dt.datetime(2024, 1 + i, 5), "Acme", 1000, 1200] for i in range(9)]
    rows += [["20", dt.datetime(2022, 5, 5), "Acme", 7000, 8400], ["21", dt.datetime(2024, 3, 1), "Beta", 500, 600]]
    roster = sheet_roster(["Invoice #", "Date", "Client", "Net", "Gross"], *rows, settings=TODAY)
    dated = date_deals(roster, TODAY)
    assert dated.text(Field.RELATIONSHIP).tolist() == ["past client", "past client"]
    assert dated.number(Field.ANNUAL_FEE).tolist() == [9000, 500]


@pytest.mark.parametrize(
    "headers", [("Net", "Gross"), ("Netto", "Brutto"), ("Total HT", "Total TTC"), ("Net", "Total")]
)
def test_net_beside_gross_is_what_an_invoice_comes_to(headers):
    """Registers of invoices without a column of the tax."""
    rows = [["1", dt.datetime(2026, 1, 9), "Acme", 1000, 1200], ["2", dt.datetime(2026, 5, 7), "Acme", 500, 600],
            ["3", dt.datetime(2026, 5, 9), "Beta", 300, 360]]  # fmt: skip
    roster = date_deals(sheet_roster(["Invoice no", "Date", "Client", *headers], *rows, settings=TODAY), TODAY)
    assert roster.number(Field.ANNUAL_FEE).tolist() == [1500, 300]


@pytest.mark.parametrize(
    ("invoice", "credit"),
    [("Invoice", "Credit note"), ("Rechnung", "Gutschrift"), ("Facture", "Avoir"), ("Factura", "Abono"),
     ("Factuur", "Creditnota")],
)  # fmt: skip
def test_credit_notes_are_taken_off_what_was_billed_whatever_their_sign(invoice, credit):
    """Lists of documents as accounting programs export them: most write a credit note without a minus."""
    rows = [[invoice, dt.datetime(2026, 1, 9), "Acme", 1000], [invoice, dt.datetime(2026, 5, 7), "Acme", 500],
            [invoice, dt.datetime(2026, 5, 9), "Beta", 300]]  # fmt: skip
    for amount, told in ((200, 1), (-200, 0)):
        listed = [*rows, [credit, dt.datetime(2026, 6, 1), "Acme", amount]]
        roster = date_deals(
            sheet_roster(["Type", "Invoice date", "Customer", "Amount"], *listed, settings=TODAY), TODAY
        )
        assert roster.number(Field.ANNUAL_FEE).tolist() == [1300, 300]
        assert sum(issue.code == "credits-subtracted" for issue in roster.issues) == told


def test_a_client_with_little_open_beside_its_invoices_is_told_of():
    leads = [["Who", "Fee if we win it", "Odds", "Likely start"], ["Yam", 700, "40%", "2027-03-01"],
             ["Acme", 50, "70%", "2027-02-01"]]  # fmt: skip
    read = workbook_roster({"Invoices": INVOICES, "Leads": leads}, settings=TODAY)
    made = make_plan(read, plan_start=TODAY.plan_start)
    told = [issue.message for issue in made.issues if issue.code == "offer-below-usual-fee"]
    assert told == ["Acme (900, 50 open) has less open than it hired for within a year, and is valued by what is open."]


def test_leads_beside_invoices_are_open_deals_of_the_same_accounts():
    leads = [["Who", "Fee if we win it", "Odds", "Likely start"], ["Yam", 700, "40%", "2027-03-01"],
             ["Beta", 50, "70%", "2027-02-01"]]  # fmt: skip
    read = workbook_roster({"Invoices": INVOICES, "Leads": leads}, settings=TODAY)
    roster = make_plan(read, plan_start=TODAY.plan_start).roster
    facts = dict(zip(roster.names, roster.text(Field.RELATIONSHIP), strict=True))
    assert (facts["Beta"], facts["Acme"]) == ("client", "client")
    assert facts["Yam"] != "client"
    at = roster.names.tolist().index("Beta")
    assert roster.number(Field.PROBABILITY)[at] == 0.7


def test_running_contracts_add_up_to_what_a_client_pays_in_a_year():
    roster = csv_roster(
        "contract_id,client_name,service,start_date,end_date,monthly_value,status\n"
        "K1,Tern Works,Accounting,2021-08-02,,100,Active\nK2,Tern Works,Payroll,2022-01-02,,50,Active\n"
        "K3,Vale Partners,Accounting,2020-01-02,2023-08-15,900,Cancelled\n"
        "K4,Moor & Sons,Payroll,2022-01-02,,10,Active\n",
        settings=TODAY,
    )
    dated = date_deals(roster, TODAY)
    assert dated.names.tolist() == ["Tern Works", "Vale Partners", "Moor & Sons"]
    assert dated.number(Field.ANNUAL_FEE).tolist()[::2] == [1800.0, 120.0]
    assert dated.text(Field.RELATIONSHIP).tolist()[::2] == ["client", "client"]
    assert 1 in roster.left_out
