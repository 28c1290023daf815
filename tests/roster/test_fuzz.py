"""A short form of the fuzz run, and properties of reading over generated lists."""

import datetime as dt

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.roster.dates import read_date
from planner.schema import Field
from tests.roster.fuzz import run
from tests.roster.make import csv_roster, sheet_roster

WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N")), min_size=4, max_size=20)
NAMES = st.lists(WORDS.map("Firm {}".format), min_size=1, max_size=12, unique_by=str.casefold)
FEES = st.one_of(st.none(), st.integers(0, 10**9), st.floats(0.01, 1e9).map(lambda value: round(value, 2)))
CHANCES = st.one_of(st.none(), st.integers(0, 100).map(lambda percent: percent / 100))
DATES = st.one_of(st.none(), st.dates(dt.date(1990, 1, 1), dt.date(2060, 12, 31)))


def rows_of(draw):
    names = draw(NAMES)
    return [(name, draw(FEES), draw(CHANCES), draw(DATES)) for name in names]


LISTS = st.composite(rows_of)()


def test_damaged_files_are_refused_or_read_and_nothing_else():
    assert set(run(40, seed=3)) <= {"read", "refused"}


def assert_same(roster, rows):
    assert roster.size == len(rows)
    fees = [np.nan if fee is None else fee for _, fee, _, _ in rows]
    chances = [np.nan if chance is None else chance for _, _, chance, _ in rows]
    np.testing.assert_allclose(roster.number(Field.ANNUAL_FEE), fees, rtol=1e-12)
    np.testing.assert_allclose(roster.number(Field.PROBABILITY), chances, atol=1e-12)
    days = ["NaT" if day is None else day.isoformat() for *_, day in rows]
    assert [str(day) for day in roster.date(Field.EXPECTED_DATE)] == days


@settings(max_examples=20, deadline=None)
@given(LISTS)
def test_a_workbook_gives_back_what_was_written(rows):
    written = [["" if value is None else value for value in row] for row in rows]
    roster = sheet_roster(["Account", "Annual fee", "Chance", "Expected date"], *written)
    assert_same(roster, rows)


@settings(max_examples=20, deadline=None)
@given(LISTS, st.sampled_from([(",", "."), (";", ","), ("\t", "."), ("|", ",")]), st.booleans())
def test_a_text_file_of_any_locale_gives_back_what_was_written(rows, locale, grouped):
    delimiter, decimal = locale
    if decimal == delimiter:
        return
    lines = [["Account", "Annual fee", "Chance", "Expected date"]]
    for name, fee, chance, day in rows:
        money = "" if fee is None else f"{fee:,.2f}" if grouped else f"{fee:.2f}"
        money = money.translate(str.maketrans(",.", ".,")) if decimal == "," else money
        percent = "" if chance is None else f"{round(chance * 100)}%"
        lines.append([name, money, percent, "" if day is None else f"{day:%Y-%m-%d}"])
    quoted = (delimiter.join(f'"{cell}"' if delimiter in cell else cell for cell in line) for line in lines)
    assert_same(csv_roster("\n".join(quoted)), rows)


@given(
    st.dates(dt.date(1971, 1, 1), dt.date(2068, 12, 31)),
    st.sampled_from(["%d/%m/%Y", "%d.%m.%y", "%d %b %Y", "%Y/%m/%d"]),
)
@settings(max_examples=60, deadline=None)
def test_days_written_day_first_are_read_back(day, form):
    assert read_date(day.strftime(form), day_first=True, today=dt.date(2026, 1, 1)) == day
