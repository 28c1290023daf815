"""Forecasts month by month with weighted totals, totals of a month beside a word for it, and what is said of rates."""

import datetime as dt

import pytest

from planner.detection.rows.total_rows import is_named_total
from planner.fields import Field
from planner.parsing.standing.relationships import relationship_of
from planner.parsing.text_shapes import reads_like_name
from planner.settings import Settings
from planner.vocabulary import Relationship
from tests.readers.make import codes, csv_roster, sheet_roster

FIXED = Settings(plan_start=dt.date(2026, 11, 28))
MONTHS = ["Dec 26", "Jan 27", "Feb", "Mar"]
FORECAST = [
    ["Client", "Project", "Dir", "Fee agreed / quoted", "Invoiced to date", *MONTHS, "12m total", "P%"],
    ["Tidewell Hall", "Refurbishment", "KH", 48000, 30000, 6000, 6000, 6000, "", 18000, 1],
    ["Morrant Homes", "Phase 1", "RV", 22000, 14000, 4000, 4000, "", "", 8000, 1],
    ["Plumgarth Studios", "Dubbing", "RV", 16800, 4200, 4200, 4200, "", 4200, 12600, 1],
    ["Secured total", "", "", "", "", 14200, 14200, 6000, 4200, 38600, ""],
    ["", "", "", "", "", "", "", "", "", "", ""],
    ["Vella Hotels", "Three hotels", "KH", 62000, "", "", 12000, 20000, 30000, 62000, 0.4],
    ["Fern Stages", "Stages 4-7", "RV", 20000, "", "", "", 5000, 15000, 20000, 0.5],
    ["Quoted, weighted", "", "", "", "", "", 4800, 10500, 19500, 34800, ""],
]


def test_the_fee_of_a_job_is_what_is_forecast_of_it_for_the_months_ahead():
    roster = sheet_roster(*FORECAST, settings=FIXED)
    assert roster.names.tolist() == [
        "Tidewell Hall",
        "Morrant Homes",
        "Plumgarth Studios",
        "Vella Hotels",
        "Fern Stages",
    ]
    assert roster.number(Field.ANNUAL_FEE).tolist() == [18000, 8000, 12600, 62000, 20000]
    assert "fee-of-the-year" in codes(roster)


@pytest.mark.parametrize("header", ["Total next 12", "Next 12 months", "Summe nächste 12 Monate"])
def test_what_months_ahead_come_to_has_many_names(header):
    rows = [[header if cell == "12m total" else cell for cell in row] for row in FORECAST]
    assert sheet_roster(*rows, settings=FIXED).number(Field.ANNUAL_FEE)[0] == 18000


def test_a_total_of_months_that_are_over_is_no_forecast():
    rows = [list(row) for row in FORECAST]
    rows[0][5:7] = ["Dec 24", "Jan 25"]
    assert "fee-of-the-year" not in codes(sheet_roster(*rows, settings=FIXED))


@pytest.mark.parametrize("name", ["Monthly total", "Total per month", "Total mensuel", "Summe pro Monat", "Total p.m."])
def test_totals_may_say_of_which_period_they_are(name):
    assert is_named_total(name)


@pytest.mark.parametrize("name", ["Total Fitness", "Monthly Muse", "Total Per Ltd Holdings"])
def test_firms_may_be_called_after_totals_and_months(name):
    assert not is_named_total(name)


def test_a_total_with_its_period_beside_it_and_a_remark_on_rates_are_no_accounts():
    rows = "Acme,dental,1200,month\nBolt,schools,850,month\nCove,gyms,400,month\nMonthly total,,2450,month\n"
    roster = csv_roster(f"Organisation,Sector,£,per\n{rows}\nRates go up 4% in April,,,\n")
    assert roster.names.tolist() == ["Acme", "Bolt", "Cove"]
    assert not reads_like_name("Prices rise in June")
    assert reads_like_name("Rise in Bath")


@pytest.mark.parametrize("title", ["ONE-OFFS THIS YEAR", "Ad hoc so far", "One-offs 2026", "Kunden dieses Jahr"])
def test_titles_may_end_in_the_year(title):
    assert relationship_of(title) is Relationship.CLIENT
