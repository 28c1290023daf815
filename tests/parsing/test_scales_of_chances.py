"""Chances on scales, in stars and in words that a key explains; periods and days that headers and keys name."""

import numpy as np
import pytest

from planner.fields import Field
from planner.parsing.header_text import read_header
from planner.parsing.shares import parse_shares
from tests.readers.make import codes, csv_roster


def shares(values, **options):
    return parse_shares(values, decimal_comma=False, **options).values.tolist()


def test_a_chance_out_of_five_is_no_percentage():
    assert shares([2, 4, "80%"], top=5.0) == pytest.approx([0.4, 0.8, 0.8])
    assert csv_roster("Client,Chance (1-5)\nAcme,4\nBrook,5\n").number(Field.PROBABILITY).tolist() == [0.8, 1.0]


def test_small_whole_numbers_are_grades_and_that_is_told():
    roster = csv_roster("Client,Chance,Fee\nAcme,4,10\nBrook,5,10\nCrane,2,10\nDunn,1,10\n")
    assert roster.number(Field.PROBABILITY).tolist() == pytest.approx([0.8, 1.0, 0.4, 0.2])
    assert "chance-scale" in codes(roster)


@pytest.mark.parametrize("values", [[5, 10, 0], [5, 20, 60], [1, 0, 1], [0.5, 1, 0.2], [3, 4, 40]])
def test_other_numbers_are_percentages_or_shares(values):
    assert max(shares(values)) == pytest.approx(max(values) / 100 if max(values) > 1 else max(values))


def test_stars_are_the_share_of_them_that_is_full():
    assert shares(["★★★☆☆", "★☆☆☆☆", ""])[:2] == pytest.approx([0.6, 0.2])
    assert np.isnan(shares(["★★★"])[0])


def test_words_mean_what_a_key_says():
    rows = "Client,Chance\nAcme,High\nBrook,Med\nCrane,Low\n"
    roster = csv_roster(f'{rows},\n,\n"High = 75%, Med = 50%, Low = 20%",\n')
    assert roster.number(Field.PROBABILITY).tolist() == [0.75, 0.5, 0.2]
    assert csv_roster(rows).number(Field.PROBABILITY).tolist() == [0.7, 0.4, 0.15]


@pytest.mark.parametrize(("header", "period"), [("Retainer p.m. (Rs.)", "month"), ("Fee p.w.", "week"), ("Fee", "")])
def test_a_header_names_its_period_with_points(header, period):
    assert read_header(header).per == period


def test_a_retainer_a_month_is_twelve_a_year():
    roster = csv_roster('Client,Retainer p.m. (Rs.)\nAcme,"35,000"\nBrook,"1,20,000"\n')
    assert roster.number(Field.ANNUAL_FEE).tolist() == [420_000, 1_440_000]


def test_days_a_month_have_the_hours_that_a_line_below_says():
    rows = "Client,Fee,Man-days p.m.\nAcme,9000,3\nBrook,4000,0.5\n"
    assert csv_roster(rows).number(Field.CURRENT_HOURS).tolist() == pytest.approx([72, 12])
    told = csv_roster(f"{rows},,\n1 man-day = 7 hrs,,\n")
    assert told.number(Field.CURRENT_HOURS).tolist() == pytest.approx([63, 10.5])


def test_a_foreign_amount_under_a_header_with_a_currency_is_told():
    roster = csv_roster('Client,Billed 2025 (R)\nAcme,312500\nBrook,"USD 14,000"\n')
    assert "currencies-mixed" in codes(roster)
