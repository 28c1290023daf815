"""A short form of the fuzz run, and properties of reading over generated lists."""

import csv
import datetime as dt
import io
from dataclasses import dataclass

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.detection.rows.lone_rows import is_known_title
from planner.fields import Field
from planner.parsing.dates.dates import read_date
from planner.reading import read_roster
from tests.readers.fuzz import run
from tests.readers.make import workbook
from tests.readers.ods import ods
from tests.readers.xlsb import xlsb

WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N")), min_size=4, max_size=20)
NAMES = st.lists(
    WORDS.map("Firm {}".format).filter(lambda name: not is_known_title(name)),  # `Firm TARGET` may be a title
    min_size=1,
    max_size=12,
    unique_by=str.casefold,
)
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


HEADER = ["Account", "Annual fee", "Chance", "Expected date"]


def written(rows):
    return [HEADER, *([("" if value is None else value) for value in row] for row in rows)]


@settings(max_examples=20)
@given(LISTS, st.sampled_from([("list.xlsx", lambda rows: workbook({"Clients": rows})), ("list.ods", ods)]))
def test_a_workbook_gives_back_what_was_written(rows, kind):
    name, write = kind
    assert_same(read_roster(write(written(rows)), name=name), rows)


@settings(max_examples=3)
@given(LISTS)
def test_a_binary_workbook_gives_back_what_was_written(rows):
    dated = [[*row[:3], row[3].isoformat() if isinstance(row[3], dt.date) else row[3]] for row in written(rows)]
    assert_same(read_roster(xlsb(dated), name="list.xlsb"), rows)


@dataclass(frozen=True)
class Locale:
    """How a country's spreadsheets write text files."""

    delimiter: str
    decimal: str
    group: str
    date: str
    percent: str = "{}%"
    money: str = "{}"


LOCALES = {
    "us": Locale(",", ".", ",", "%m/%d/%Y", money="${}"),
    "uk": Locale(",", ".", ",", "%d/%m/%Y", money="£{}"),
    "german": Locale(";", ",", ".", "%d.%m.%Y", "{} %", "{} €"),
    "french": Locale(";", ",", "\u202f", "%d/%m/%Y", "{} %", "{} €"),
    "swiss": Locale(";", ".", "’", "%d.%m.%Y", money="CHF {}"),
    "plain": Locale("\t", ".", "", "%Y-%m-%d"),
    "pipes": Locale("|", ",", ".", "%Y-%m-%d", "{} %"),
}
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252")


def in_locale(rows, locale):
    """The list as text, every fee with two decimals, so that nothing about it is in doubt."""
    lines = [HEADER]
    for name, fee, chance, day in rows:
        money = (
            f"{fee:,.2f}".translate(str.maketrans({",": locale.group, ".": locale.decimal})) if fee is not None else ""
        )
        lines.append(
            [
                name,
                locale.money.format(money) if money else "",
                "" if chance is None else locale.percent.format(round(chance * 100)),
                "" if day is None else day.strftime(locale.date),
            ]
        )
    out = io.StringIO()
    csv.writer(out, delimiter=locale.delimiter, lineterminator="\r\n").writerows(lines)
    return out.getvalue()


def told_apart(rows, locale):
    """Whether some date shows its order, where the order of day and month is in doubt."""
    return "/" not in locale.date or any(day is not None and day.day > 12 for *_, day in rows)


@settings(max_examples=60)
@given(
    LISTS, st.sampled_from(sorted(LOCALES)), st.sampled_from(ENCODINGS), st.sampled_from(["", "sep", "Exported today"])
)
def test_a_text_file_of_any_locale_and_encoding_gives_back_what_was_written(rows, name, encoding, first):
    locale = LOCALES[name]
    if not told_apart(rows, locale):
        rows = [(*row[:3], None) for row in rows]
    text = in_locale(rows, locale)
    lead = {"": "", "sep": f"sep={locale.delimiter}\r\n"}.get(first, f"{first}\r\n")
    try:
        content = (lead + text).encode(encoding)
    except UnicodeEncodeError:
        content = (lead + text).encode("utf-8")
    assert_same(read_roster(content, name="list.csv"), rows)


@given(
    st.dates(dt.date(1971, 1, 1), dt.date(2068, 12, 31)),
    st.sampled_from(["%d/%m/%Y", "%d.%m.%y", "%d %b %Y", "%Y/%m/%d"]),
)
@settings(max_examples=60)
def test_days_written_day_first_are_read_back(day, form):
    assert read_date(day.strftime(form), day_first=True, today=dt.date(2026, 1, 1)) == day
