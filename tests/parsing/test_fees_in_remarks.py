"""Fees that remarks tell of."""

import datetime as dt

import numpy as np
import pytest

from planner.parsing.money.fee_remarks import fee_in_remark
from planner.parsing.remarks.chances_in_remarks import chance_in
from planner.parsing.remarks.remarks import read_remark


@pytest.mark.parametrize(
    ("text", "fee"),
    [
        ("fleet of 14, est 90k pa", 90_000),
        ("retainer $1,500/mo from 1/1/27", 18_000),
        ("Angebot 12.500 € liegt vor", 12_500),
        ("quoted 8-10k in May", 9_000),
        ("pitch 9 Dec – £70k", 70_000),
        ("quoted R 750 000 p.a., 50%", 750_000),
        ("quoted R20 000 per month", 240_000),
        ("fee ₹ 85,000 a year", 85_000),
        ("1.250,50 € im Jahr", 1250.5),
        ("Cuota 75 €/mes. Debe dos recibos", 900),
        ("aanbesteding, offerte 30.000", 30_000),
        ("Angebot: 12.500, warten auf Antwort", 12_500),
        ("quote 14,000 users", None),
        ("offerte 14.000 per jaar", 14_000),
        ("owes us £3,200 since June", None),
        ("£2m turnover", None),
        ("day rate £650/day", None),
        ("£4,000 fee in 2025, £5,000 fee in 2026", None),
        ("won 3 of 5, runs a 401k plan", None),
    ],
)
def test_one_amount_with_its_period_or_a_word_for_fees_is_a_fee_a_year(text, fee):
    assert fee_in_remark(text, only=False) == fee


def test_where_a_list_has_no_fees_an_amount_in_money_is_one():
    assert fee_in_remark("security audit. 12.000 €", only=False) is None
    assert fee_in_remark("security audit. 12.000 €", only=True) == 12_000


def test_of_two_ways_to_read_a_day_the_one_that_is_still_to_come_is_taken():
    (clue,) = read_remark("firma el 10/12/2026", dt.date(2026, 11, 28))
    assert clue.date == np.datetime64("2026-12-10")


def test_who_used_to_refer_does_not():
    (clue,) = read_remark("used to refer us to their agents", dt.date(2026, 11, 28))
    assert (clue.family, clue.negated, clue.strength) == ("sends work", True, 0.0)


def test_a_day_on_which_something_was_done_is_not_when_it_is_due():
    clues = read_remark("Quote sent 3 Nov, decision mid December", dt.date(2026, 11, 28))
    assert [clue.date for clue in clues if clue.date is not None] == [np.datetime64("2026-12-15")]


REPORT = "We met at noon and talked of the roof for a good hour with his wife, who was not sure what it is for. " * 3


def test_of_the_figures_of_a_long_report_few_are_the_deal_s():
    assert fee_in_remark(f"{REPORT} Their bill is $400.", only=True) is None
    assert fee_in_remark(f"{REPORT} We quoted $400.", only=True) == 400
    assert chance_in(f"{REPORT} The panels give them 87% of their power.") is None
    assert chance_in(f"{REPORT} I am 80% sure that they sign.") == 0.8
    assert chance_in("The panels give them 87%") == 0.87


@pytest.mark.parametrize("text", ["Bridge protocol with TVL $766,296", "Built £100k ISA", "pays $0.21 per kWh"])
def test_what_is_saved_lent_or_metered_is_no_fee(text):
    assert fee_in_remark(text, only=True) is None


@pytest.mark.parametrize(
    "text",
    ["private coachee; £250 a session monthly", "£95 an hour", "£5k each", "£3k a site", "€120 pro Stunde",
     "80 € l'heure", "€90 per uur", "£150 p/h"],
)  # fmt: skip
def test_the_price_of_a_piece_is_no_fee_a_year(text):
    assert fee_in_remark(text, only=True) is None


def test_what_a_month_costs_is_a_fee_a_year():
    assert fee_in_remark("£500 a month", only=True) == 6000


@pytest.mark.parametrize(
    ("text", "fee"),
    [
        ("client, Rs 18 lakh p.a.", 1_800_000),
        ("client, Rs 2.5 crore a year", 25_000_000),
        ("Rs. 12.5 lakhs", 1_250_000),
        ("client, 8-10 lakhs p.a.", 900_000),
        ("lead from website, 8 lakhs, maybe 20%", 800_000),
        ("₹18L retainer", 1_800_000),
        ("2 Cr p.a.", 20_000_000),
        ("client, Rs.9,60,000/- per year", 960_000),
        ("₹1,20,00,000", 12_000_000),
        ("retainer of 4,80,000 p.a.", 480_000),
        ("Kunde, 45 T€ p.a.", 45_000),
        ("tank holds 18L", None),
        ("water, 18L a month", None),
        ("quote for an 18L tank", None),
        ("course of 2 Cr, passed", None),
        ("12 lakh litres", None),
        ("1,20,000 members", None),
        ("turnover 8 crore a year", None),
        ("client, +91 98400 00111", None),
    ],
)
def test_lakhs_and_crores_and_figures_grouped_in_pairs_are_amounts(text, fee):
    assert fee_in_remark(text, only=True) == fee


@pytest.mark.parametrize(
    ("text", "fee"),
    [
        ("client, 24,000 a year", 24_000),
        ("24000 p.a.", 24_000),
        ("current client, pays us about 24,000 a year", 24_000),
        ("Kunde, 24.000 pro Jahr", 24_000),
        ("client, 24 000 par an", 24_000),
        ("cliente, 2.000 al mes", 24_000),
        ("klant, 24.000 per jaar", 24_000),
        ("makes shoes, 24,000 a year", None),
        ("prospect, 24,000 visitors a year", None),
        ("client, 500 a year", None),
        ("12k", None),
    ],
)
def test_an_amount_without_a_sign_is_a_fee_where_it_is_all_that_is_said_of_an_account(text, fee):
    assert fee_in_remark(text, only=True) == fee
