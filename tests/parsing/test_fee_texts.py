"""Fees as people write them: retainers, day rates, spans of years, work for nothing, in five languages."""

import pytest

from planner.parsing.cell_values import Unreadable
from planner.parsing.money.fee_texts import read_fee


@pytest.mark.parametrize(
    ("text", "fee"),
    [
        ("1,500 pm", 18_000),
        ("CHF 12'500.–/an", 12_500),
        ("CHF 600.-/Monat", 7_200),
        ("Fr. 9'800.— p.a.", 9_800),
        ("€ 5.600,-", 5_600),
        ("₹ 12.5 L", 1_250_000),
        ("4.2 L", 420_000),
        ("₹ 0.55 Cr", 5_500_000),
        ("6,75,000", 675_000),
        ("R 1.2m", 1_200_000),
        ("R 84 500", 84_500),
        ("R1 200 000 p.a.", 1_200_000),
        ("£3.5k pcm", 42_000),
        ("600/day x 10 days", 6_000),
        ("10 days @ £600", 6_000),
        ("2 days/month at 800", 19_200),
        ("12 x 1,500", 18_000),
        ("£95/hr x 200 hrs", 19_000),
        ("50k over 2 years", 25_000),
        ("40k + 5k", 45_000),
        ("60k?", 60_000),
        ("£12k (est)", 12_000),
        ("between 20k and 30k", 25_000),
        ("free", 0),
        ("pro bono (2 days)", 0),
        ("waived", 0),
        ("at no cost", 0),
        ("£2,050 + vat", 2_050),
        ("1.200 €/Monat", 14_400),
        ("800 EUR mtl.", 9_600),
        ("12 TEUR", 12_000),
        ("rund 15.000 Euro", 15_000),
        ("ehrenamtlich", 0),
        ("20 à 30 k€", 25_000),
        ("3 000 € HT / mois", 36_000),
        ("2.000 € al año", 2_000),
        ("5.000 al mes", 60_000),
        ("1.500 p/mnd", 18_000),
        ("kosteloos", 0),
        ("20-30 mil", 25_000),
        ("$2 mil", 2_000_000),
    ],
)
def test_fees_are_read_as_a_year_s(text, fee):
    amount, among_words = read_fee(text, decimal_comma="." in text and "k" not in text)
    assert amount.value == pytest.approx(fee)
    assert not among_words


def test_one_amount_among_words_is_taken_and_said_to_be():
    amount, among_words = read_fee("£12,000 audit and tax", decimal_comma=False)
    assert (amount.value, amount.currency, among_words) == (12_000, "£", True)


@pytest.mark.parametrize(
    "text", ["600/day", "strategic", "at cost", "3 partners", "3/4/2026", "since 2024", "12k or 15k"]
)
def test_what_names_no_one_amount_is_not_guessed(text):
    with pytest.raises(Unreadable):
        read_fee(text, decimal_comma=False)
