"""Dates as people say them, counted from 28 November 2026."""

import datetime as dt

import pytest

from planner.parsing.dates.dates import read_date
from planner.parsing.dates.spoken_dates import read_spoken

TODAY = dt.date(2026, 11, 28)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("early Feb", "2027-02-05"),
        ("mid-March", "2027-03-15"),
        ("end Feb", "2027-02-28"),
        ("after Easter", "2027-04-05"),
        ("before Xmas", "2026-12-19"),
        ("nach Karneval", "2027-02-17"),
        ("después de Fallas", "2027-03-27"),
        ("in San Juan", "2027-06-24"),
        ("renewal in March", "2027-03-31"),
        ("Q3 27", "2027-09-30"),
        ("Jan 27", "2027-01-31"),
        ("Feb 14", "2027-02-14"),
        ("KW 12", "2027-03-26"),
        ("Frühjahr", "2027-05-31"),
        ("Mitte März 2027", "2027-03-15"),
        ("nach Ostern", "2027-04-05"),
        ("nächstes Jahr", "2027-12-31"),
        ("rentrée", "2027-09-15"),
        ("début février", "2027-02-05"),
        ("mi-mars 2027", "2027-03-15"),
        ("T1 2027", "2027-03-31"),
        ("l'an prochain", "2027-12-31"),
        ("1er trim. 2027", "2027-03-31"),
        ("después de Semana Santa", "2027-04-05"),
        ("mediados de febrero", "2027-02-15"),
        ("otoño 2027", "2027-11-30"),
        ("half februari", "2027-02-15"),
        ("antes del verano", "2027-06-30"),
        ("vor dem Sommer", "2027-06-30"),
        ("no antes del verano", "2027-08-31"),
        ("avant les vacances", "2026-12-19"),
        ("après les vacances", "2027-01-01"),
        ("antes de las vacaciones", "2026-12-19"),
        ("reporté à l'automne 2028, budget gelé", "2028-11-30"),
        ("begin maart", "2027-03-05"),
        ("volgend jaar", "2027-12-31"),
        ("in 3 months", "2027-02-27"),
        ("no money before FY28", "2028-12-31"),
        ("FY'27", "2027-12-31"),
    ],
)
def test_a_date_is_the_next_such_day(text, day):
    assert read_spoken(text, TODAY) == dt.date.fromisoformat(day)


@pytest.mark.parametrize("text", ["", "?", "80%", "may raise money", "we fall behind", "see Jo", "FY99", "28"])
def test_other_words_are_no_dates(text):
    assert read_spoken(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [("1° trim. 27", "2027-03-31"), ("2do sem 27", "2027-12-31"), ("1er semestre 2027", "2027-06-30"),
     ("3. Quartal 2027", "2027-09-30")],
)  # fmt: skip
def test_quarters_and_halves_may_be_counted_in_words(text, day):
    assert read_date(text, day_first=True, today=dt.date(2026, 11, 28)).isoformat() == day
