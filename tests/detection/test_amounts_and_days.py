"""Plain figures that may be amounts of money or days as spreadsheets count them."""

import datetime as dt

import pytest

from planner.fields import Field
from planner.settings import Settings
from tests.detection.test_first_lists import TODAY
from tests.readers.make import csv_roster

FIXED = Settings(plan_start=TODAY)

ROWS = (("Arrow Wines", 18_200, 21_400), ("Coolart Surf", 31_000, 27_500), ("Jindi Cheese", 43_500, 39_200))


def _two(first: str, second: str) -> str:
    return f"Client,Partner,{first},{second}\n" + "".join(f"{name},KL,{one},{two}\n" for name, one, two in ROWS)


@pytest.mark.parametrize(
    ("before", "last"),
    [("FY25", "FY26"), ("2024", "2025"), ("Exercice 2024", "Exercice 2025"), ("GJ 2024", "GJ 2025")],
)
def test_money_of_a_year_is_no_day(before, last):
    roster = csv_roster(_two(before, last))
    assert roster.source.mapping[Field.ANNUAL_FEE].header == last
    assert not roster.has(Field.LAST_CONTACT)
    assert roster.number(Field.ANNUAL_FEE).tolist() == [21_400, 27_500, 39_200]


def test_round_figures_are_amounts_where_a_header_may_name_a_day_too():
    roster = csv_roster(_two("Fee", "Expected"))
    assert not roster.has(Field.EXPECTED_DATE)


def test_days_as_spreadsheets_count_them_are_read_under_headers_of_days():
    today = (TODAY - dt.date(1899, 12, 30)).days
    lines = (f"{name},KL,{fee},{today - 37 * i - 6},{today + 41 * i + 33}\n" for i, (name, fee, _) in enumerate(ROWS))
    roster = csv_roster("Client,Partner,Fee p.a.,Last contact,Renewal\n" + "".join(lines), settings=FIXED)
    assert roster.date(Field.LAST_CONTACT)[0] == TODAY - dt.timedelta(days=6)
    assert roster.date(Field.EXPECTED_DATE)[0] == TODAY + dt.timedelta(days=33)


@pytest.mark.parametrize(
    "header", ["$ first yr", "1st yr ($)", "Year 1 (£)", "Erstes Jahr (€)", "€ 1re année", "First yr"]
)
def test_the_money_of_a_first_year_is_the_fee(header):
    roster = csv_roster(
        f"Prospect,Partner,{header},Chance\nOrbost,KL,22000,40%\nNarra Games,MT,16000,25%\nMal,KL,9000,9%\n"
    )
    assert roster.number(Field.ANNUAL_FEE).tolist() == [22_000, 16_000, 9_000]


@pytest.mark.parametrize(
    "header", ["FY27 YTD (Jul–Oct)", "FY27 (Jul-Oct)", "FY27 YTD", "FY27 (juil.–oct.)", "FY27 bis Okt"]
)
def test_who_was_billed_in_a_year_to_date_alone_is_a_client(header):
    text = f"Client,Partner,FY24,FY25,FY26,{header}\nArrow Wines,KL,18200,21400,19900,8300\n"
    roster = csv_roster(text + "Fingal Brewing,KL,7700,0,0,0\nKoroit Toys,MT,-,-,-,5200\n", settings=FIXED)
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "past client", "client"]


def test_the_sum_of_fees_says_whose_it_is():
    text = "Client,Status,Fee p.a.\nArrow Wines,client,18200\nCoolart Surf,prospect,31000\nJindi Cheese,lost,4000\n"
    said = csv_roster(text).reconciliation
    assert said is not None
    assert said.sentence == "3 accounts; the fees beside them, paid or hoped for, come to 53,200 a year."
