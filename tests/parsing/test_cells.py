"""Cells as people write them, read as a careful person would."""

import datetime as dt

import numpy as np
import pytest

from planner.fields import Field
from planner.parsing.header_text import read_header
from planner.parsing.text_cells import Habits, find_habits, parse_cells

TODAY = dt.date(2026, 1, 15)
NAN = float("nan")


def read(name, *cells, header="", habits=None):
    """The values of a column, and the codes of what was wrong with it."""
    habits = habits or find_habits([cells], [cells], None, weeks=13, today=TODAY)
    parsed = parse_cells(name, cells, read_header(header or str(name)), habits)
    return parsed.values.tolist(), [problem.code for problem in parsed.problems]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("$1,250,000", 1_250_000),
        ("$1,488,043.00", 1_488_043),
        ("€1.2m", 1_200_000),
        ("1.234,56", 1234.56),
        ("188.694,98 €", 188_694.98),
        ("16 500 €", 16_500),
        ("16\u202f500 €", 16_500),
        ("CHF 12'500.-", 12_500),
        ("(500)", -500),
        ("-500", -500),
        ("500-", -500),
        ("50k–100k", 75_000),
        ("£40-60k", 50_000),
        ("40 to 60k", 50_000),
        ("$50,000 - $70,000", 60_000),
        ("c. £18k", 18_000),
        ("~50k", 50_000),
        ("£80k?", 80_000),
        ("up to 50k", 50_000),
        ("100k+", 100_000),
        ("£12,000 + VAT", 12_000),
        ("35k pa", 35_000),
        ("2k / month", 24_000),
        ("$5,000 per quarter", 20_000),
        ("1,000 monthly", 12_000),
        ("12 lakh", 1_200_000),
        ("₹12,34,567", 1_234_567),
        ("USD 40,000", 40_000),
        ("40 000 kr", 40_000),
        ("0.5m", 500_000),
        ("pro bono", 0),
        ("nil", 0),
        ("7500", 7500),
        ("7500.5", 7500.5),
        ("1.5K", 1500),
        ("£1.25 million", 1_250_000),
    ],
)
def test_money(text, amount):
    values, problems = read(Field.ANNUAL_FEE, text)
    assert values == pytest.approx([amount])
    assert set(problems) <= {"money-range"}


@pytest.mark.parametrize("text", ["", "TBD", "n/a", "-", "–", "?", "tbc", "None", "N/A", " ", "unknown", "k. A."])
@pytest.mark.parametrize("name", [Field.ANNUAL_FEE, Field.PROBABILITY, Field.RATING_NOW, Field.CURRENT_HOURS])
def test_words_for_nothing_are_missing_and_no_problem(name, text):
    values, problems = read(name, text)
    assert np.isnan(values[0])
    assert problems == []


@pytest.mark.parametrize("text", ["abc", "1.2.3,4,5", "12 apples", "40%", "$", "3/4/2026", "call Jo 555-1234"])
def test_what_is_no_money_is_a_problem_and_missing(text):
    values, problems = read(Field.ANNUAL_FEE, text)
    assert np.isnan(values[0])
    assert problems == ["money-unreadable"]


def test_an_error_is_named_as_one():
    assert read(Field.ANNUAL_FEE, "#REF!", 5) == (pytest.approx([NAN, 5], nan_ok=True), ["error-cell"])


@pytest.mark.parametrize(
    ("cells", "amounts"),
    [
        (("1.250", "2.500,50"), [1250, 2500.5]),
        (("1,250", "2,500.50"), [1250, 2500.5]),
        (("1.250", "3.750"), [1250, 3750]),
        (("1,250", "3,750"), [1250, 3750]),
        (("12,5", "1.250"), [12.5, 1250]),
        (("1.250.000", "1.250"), [1_250_000, 1250]),
    ],
)
def test_the_decimal_sign_is_decided_by_the_whole_column(cells, amounts):
    assert read(Field.ANNUAL_FEE, *cells)[0] == amounts


@pytest.mark.parametrize(
    ("header", "cell", "amount"),
    [
        ("Fee ($000)", 84, 84_000),
        ("Fee (£k)", "84", 84_000),
        ("Fee $k", 84, 84_000),
        ("Fee (k€)", 84, 84_000),
        ("Fee in thousands", 84, 84_000),
        ("Fee ($m)", 1.2, 1_200_000),
        ("Monthly fee", 1000, 12_000),
        ("Fee per month", 1000, 12_000),
        ("Annual fee", 1000, 1000),
        ("Fee (USD)", 1000, 1000),
        ("Fee ($k)", "£84k", 84_000),
    ],
)
def test_units_in_the_header_of_money(header, cell, amount):
    assert read(Field.ANNUAL_FEE, cell, header=header)[0] == [amount]


@pytest.mark.parametrize(
    ("cells", "shares"),
    [
        (("60%",), [0.6]),
        ((0.6, 0.4), [0.6, 0.4]),
        ((60, 40, 100), [0.6, 0.4, 1.0]),
        (("60", "5"), [0.6, 0.05]),
        (("60 %", "0,4"), [0.6, 0.4]),
        (("High", "Medium", "low", "Hot"), [0.7, 0.4, 0.15, 0.55]),
        (("long shot", "80% if budget holds", "60-70%", "one in three"), [0.1, 0.8, 0.65, 1 / 3]),
        (("hoch", "peu probable", "alta", "onwaarschijnlijk", "1 sur 4"), [0.7, 0.1, 0.7, 0.1, 0.25]),
        (("50/50", "1 in 4"), [0.5, 0.25]),
        (("40-60%",), [0.5]),
        ((">80%", "~10%"), [0.8, 0.1]),
        ((1, 10, 50), [0.01, 0.1, 0.5]),
        ((0, 1), [0, 1]),
    ],
)
def test_chances(cells, shares):
    values, problems = read(Field.PROBABILITY, *cells)
    assert values == pytest.approx(shares)
    assert problems == []


def test_a_column_of_chances_over_100_is_one_problem_with_one_fix():
    values, problems = read(Field.PROBABILITY, 120, 4000, 60, 900, 350)
    assert all(np.isnan(values))
    assert problems == ["chance-over-100"]


def test_a_single_chance_over_100_is_a_problem_of_its_cell():
    values, problems = read(Field.PROBABILITY, 120, 40, 60, 90, 35)
    assert values == pytest.approx([NAN, 0.4, 0.6, 0.9, 0.35], nan_ok=True)
    assert problems == ["chance-unreadable"]


@pytest.mark.parametrize(
    ("cells", "ratings"),
    [
        ((0, 3, 5), [0, 3, 5]),
        ((0, 7, 10), [0, 3.5, 5]),
        ((0, 70, 100), [0, 3.5, 5]),
        (("Low", "Medium", "High"), [1, 3, 5]),
        (("yes", "no", True, False), [4, 0, 4, 0]),
        (("●●●○○", "●○○○○"), [3, 1]),
        (("★★★★", "★"), [4, 1]),
        (("✓", "✓✓", "✗", "x"), [4, 5, 0, 4]),
        (("4/5", "7/10", "3 out of 5"), [4, 3.5, 3]),
        (("***", "*****"), [3, 5]),
        (("A", "B", "C"), [5, 3, 1]),
        (("4 - strong", "2 (weak)"), [4, 2]),
        ((1, 0, 1), [4, 0, 4]),
        (("80%",), [4]),
        ((1, 2, 3, 4, 5, 2, 3, 4, 1, 2, 44), [1, 2, 3, 4, 5, 2, 3, 4, 1, 2, NAN]),
    ],
)
def test_ratings(cells, ratings):
    from planner.parsing.scales import rating_top

    habits = Habits(today=TODAY, rating_top=rating_top([cells], False))
    values, problems = read(Field.RATING_NOW, *cells, habits=habits)
    assert values == pytest.approx(ratings, nan_ok=True)
    assert [code for code in problems if code != "rating-scale"] == (
        ["rating-unreadable"] if any(np.isnan(ratings)) else []
    )


def test_a_scale_in_the_header_holds_for_its_column():
    assert read(Field.RATING_NOW, 4, 2, header="Good now (0-10)")[0] == [2, 1]


@pytest.mark.parametrize(
    ("header", "cell", "hours"),
    [
        ("Hours", 16, 16),
        ("Hours", "16 h", 16),
        ("Hours", "16.5hrs", 16.5),
        ("Hours", "2 days", 16),
        ("Hours", "3½ h", 3.5),
        ("Hours", "½", 0.5),
        ("Hours", "half a day", None),
        ("Hours", "1:30", 1.5),
        ("Hours", "1h30", 1.5),
        ("Hours", "90 min", 1.5),
        ("Hours", "2–3 h", 2.5),
        ("Hours", "4 / week", 52),
        ("Hours", "4h per month", 12),
        ("Hours", dt.timedelta(hours=30), 30),
        ("Hours", dt.time(1, 30), 1.5),
        ("Hrs/week", 1, 13),
        ("Hours per month", 4, 12),
        ("Days per quarter", 2, 16),
        ("BD hours this qtr", 14, 14),
        ("Hours/week now", "1.5", 19.5),
        ("Hours", -3, None),
        ("Hours", "lots", None),
    ],
)
def test_hours(header, cell, hours):
    values, problems = read(Field.CURRENT_HOURS, cell, header=header)
    assert values == pytest.approx([NAN if hours is None else hours], nan_ok=True)
    assert problems == (["hours-unreadable"] if hours is None else [])


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (dt.datetime(2026, 9, 1, 14, 30), "2026-09-01"),
        (dt.date(2026, 9, 1), "2026-09-01"),
        ("2026-09-01", "2026-09-01"),
        ("2026-09-01T10:15:00Z", "2026-09-01"),
        ("20260901", "2026-09-01"),
        ("1 Sep 2026", "2026-09-01"),
        ("Sep 1, 2026", "2026-09-01"),
        ("September 1st, 2026", "2026-09-01"),
        ("Tue 1 Sep 2026", "2026-09-01"),
        ("1. September 2026", "2026-09-01"),
        ("31/03/2026", "2026-03-31"),
        ("3/31/2026", "2026-03-31"),
        ("31.3.26", "2026-03-31"),
        ("3/31/2026 10:15 AM", "2026-03-31"),
        ("Q3 2026", "2026-09-30"),
        ("2026 Q3", "2026-09-30"),
        ("Q3-26", "2026-09-30"),
        ("3Q26", "2026-09-30"),
        ("H1 2026", "2026-06-30"),
        ("Sep 2026", "2026-09-30"),
        ("Sept '26", "2026-09-30"),
        ("Sep-26", "2026-09-30"),
        ("09/2026", "2026-09-30"),
        ("2026-09", "2026-09-30"),
        ("2026", "2026-12-31"),
        (2026, "2026-12-31"),
        ("mid 2026", "2026-08-31"),
        ("Spring 2027", "2027-05-31"),
        ("next quarter", "2026-06-30"),
        ("in 3 months", "2026-04-16"),
        ("ASAP", "2026-01-15"),
        (46266, "2026-09-01"),
        ("46266", "2026-09-01"),
        ("1 Mar", "2026-03-01"),
        ("Mär 2026", "2026-03-31"),
    ],
)
def test_dates(cell, day):
    values, problems = read(Field.EXPECTED_DATE, cell)
    assert [str(value) for value in values] == [day]
    assert problems == []


@pytest.mark.parametrize("cell", ["soonish", "32/13/2026", "when ready?", 12, 9_999_999, "31/02/2026", True])
def test_what_is_no_date_is_a_problem_and_missing(cell):
    values, problems = read(Field.EXPECTED_DATE, cell)
    assert values == [None]
    assert problems == ["date-unreadable"]


@pytest.mark.parametrize(
    ("cells", "days"),
    [
        (("03/04/2026", "25/04/2026"), ["2026-04-03", "2026-04-25"]),
        (("03/04/2026", "04/25/2026"), ["2026-03-04", "2026-04-25"]),
    ],
)
def test_day_or_month_first_is_decided_by_the_column(cells, days):
    values, problems = read(Field.EXPECTED_DATE, *cells)
    assert [str(value) for value in values] == days
    assert problems == []


def test_dates_that_nothing_decides_are_said_to_be_assumed():
    values, problems = read(Field.EXPECTED_DATE, "03/04/2026", "05/06/2026")
    assert [str(value) for value in values] == ["2026-03-04", "2026-05-06"]
    assert problems == ["date-order-assumed"]


@pytest.mark.parametrize(
    ("cell", "relationship"),
    [
        ("Client", "client"),
        ("Customer - Direct", "client"),
        ("Existing client", "client"),
        ("Target", "prospect"),
        ("Marketing Qualified Lead", "prospect"),
        ("not a client yet", "prospect"),
        ("Former client", "past client"),
        ("Dormant", "past client"),
        ("Intro source", "referral source"),
        ("Channel Partner / Reseller", "referral source"),
        ("past_client", "past client"),
        ("", ""),
    ],
)
def test_relationships(cell, relationship):
    assert read(Field.RELATIONSHIP, cell) == ([relationship], [])


def test_text_loses_odd_spaces_control_characters_and_words_for_nothing():
    values, problems = read(Field.NOTES, " a\u00a0b ", "x\x07y", "N/A", "two\nlines", 42.0, dt.date(2026, 3, 1))
    assert values == ["a b", "xy", "", "two lines", "42", "2026-03-01"]
    assert problems == []


@pytest.mark.parametrize(
    ("header", "cells", "fee", "costs"),
    [
        ("Cost to serve", ["40%", 5000], [20_000, 20_000], [8000, 5000]),
        ("Cost to serve (%)", [40, 25], [20_000, 20_000], [8000, 5000]),
        ("Cost to serve", [0.4, 0.25], [20_000, 20_000], [8000, 5000]),
        ("Cost ($k)", [8, ""], [20_000, 20_000], [8000, NAN]),
    ],
)
def test_cost_to_serve_is_money_or_a_share_of_the_fee(header, cells, fee, costs):
    from planner.facts.money.costs import parse_costs

    parsed = parse_costs(cells, read_header(header), np.array(fee, dtype=float), Habits(today=TODAY))
    assert parsed.values.tolist() == pytest.approx(costs, nan_ok=True)
