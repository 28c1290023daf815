from __future__ import annotations

import math

import pytest

from planner import text


@pytest.mark.parametrize(
    ("amount", "currency", "said"),
    [
        (0, "$", "$0"),
        (1250, "$", "$1,250"),
        (84_000.4, "£", "£84,000"),
        (999_999.6, "$", "$1m"),
        (1_312_000, "$", "$1.31m"),
        (1_300_000, "€", "€1.3m"),
        (2_450_000_000, "$", "$2,450m"),
        (-500, "$", "−$500"),
        (1250, "CHF", "CHF 1,250"),
        (1250, "", "1,250"),
        (math.nan, "$", "not known"),
    ],
)
def test_money_is_written_to_the_unit_and_millions_short(amount: float, currency: str, said: str) -> None:
    assert text.money(amount, currency) == said


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (413.2, "$410"),
        (4.4, "$4"),
        (0.4, "under $1"),
        (1_249, "$1,200"),
        (9_960, "$10,000"),
        (64_480, "$64,000"),
        (99_499, "$99,000"),
        (99_501, "$99,500"),
        (212_413, "$212,000"),
        (999_600, "$1m"),
        (1_312_000, "$1.31m"),
        (-7_350, "−$7,400"),
        (0, "$0"),
    ],
)
def test_money_in_a_sentence_has_two_or_three_digits(amount: float, said: str) -> None:
    assert text.about(amount, "$") == said


@pytest.mark.parametrize(
    ("amount", "said"),
    [(410, "$410"), (9_449, "$9.4k"), (212_413, "$212k"), (999_700, "$1m"), (1_314_000, "$1.31m"), (-2_000, "−$2k")],
)
def test_short_money_fits_tight_places(amount: float, said: str) -> None:
    assert text.short_money(amount, "$") == said


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (16, "16 h"),
        (16.64, "16½ h"),
        (9.5, "9½ h"),
        (0.5, "½ h"),
        (0.1, "under ½ h"),
        (0, "0 h"),
        (1250, "1,250 h"),
        (-3, "−3 h"),
        (math.nan, "not known"),
    ],
)
def test_hours_come_in_halves(amount: float, said: str) -> None:
    assert text.hours(amount) == said


@pytest.mark.parametrize(
    ("share", "said"),
    [(0.26, "26%"), (0, "0%"), (0.001, "under 1%"), (0.997, "over 99%"), (1, "100%"), (-0.08, "−8%"), (1.2, "120%")],
)
def test_shares_never_round_to_nothing_or_to_all(share: float, said: str) -> None:
    assert text.percent(share) == said


def test_counts_and_lists_read_as_english() -> None:
    assert text.count(1, "account") == "1 account"
    assert text.count(1200, "account") == "1,200 accounts"
    assert text.count(2, "company", "companies") == "2 companies"
    assert [text.listed(words) for words in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == [
        "",
        "A",
        "A and B",
        "A, B and C",
    ]


def test_a_sentence_joins_its_clauses_and_ends_once() -> None:
    assert text.sentence("renews in May.", "", "16 h hold it") == "Renews in May; 16 h hold it."
    assert text.sentence() == ""


def test_hardly_any_money_is_not_called_about_under():
    assert [text.roughly(amount, "€") for amount in (0.4, 410)] == ["under €1", "about €410"]
