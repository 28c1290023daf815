"""The header is found whatever stands above it, and whatever its sections look like."""

import datetime as dt

import pytest

from planner.fields import Field
from planner.reading import read_roster
from tests.readers.make import csv_roster, merged, sheet_roster

MONTHS = [dt.date(2027, month, 1) for month in range(1, 5)]
QUARTERS = [dt.date(2026 + month // 12, month % 12 + 1, 1) for month in (6, 9, 12, 15)]
ENDS = [dt.date(2027, 1, 31), dt.date(2027, 2, 28), dt.date(2027, 3, 31), dt.date(2027, 4, 30)]


def forecast(days):
    """A forecast with sections merged over its whole width."""
    rows = [
        ["Wren Surveyors – fee forecast"], [], ["Dir", "Client", "Sector", *days, "Comment"], ["WORK IN HAND"],
        ["Kev", "Alder Homes", "Residential", 9000, 9000, 9000, 9000, "steady"],
        ["Ann", "Birch College", "Education", 4000, "", 4000, "", ""],
        ["", "Total 2027", "", 13_000, 9000, 13_000, 9000, ""], ["", "2026 actual", "", 39_000, "", "", "", ""],
        ["PARKED"], ["Kev", "Cedar Towers", "Residential", "", "", "", "", "in administration, ceased trading"],
        ["Ann", "Dale Timber", "Industrial", "", "", "", "", "no capex"],
    ]  # fmt: skip
    return read_roster(merged(rows, [(3, 0, 7), (8, 0, 7)]), name="list.xlsx")


@pytest.mark.parametrize("days", [MONTHS, QUARTERS, ENDS])
def test_days_of_periods_side_by_side_are_headers_over_figures(days):
    roster = forecast(days)
    assert roster.source.header_row == 3
    assert roster.names.tolist() == ["Alder Homes", "Birch College", "Cedar Towers", "Dale Timber"]
    assert roster.text(Field.OWNER).tolist() == ["Kev", "Ann", "Kev", "Ann"]
    assert {row.text: row.why for row in roster.skipped}["PARKED"] == "is a title of the rows under it"


def test_months_are_called_by_their_name_and_other_days_as_they_are():
    assert forecast(ENDS).source.mapping[Field.ANNUAL_FEE].header == "Jan 2027"
    days = [dt.date(2026, 11, 30) + dt.timedelta(7 * week) for week in range(3)]
    roster = sheet_roster(["Client", "Sector", *days], ["Acme", "steel", 1, 2, 1], ["Beta", "law", 2, "", 1])
    assert roster.source.header_row == 1
    assert "2026-12-07" in roster.source.unmapped


def test_a_single_date_among_values_is_no_header():
    roster = sheet_roster(
        ["Client", "Sector", "Since", "Fee"],
        ["Acme", "Sales", dt.date(2024, 1, 1), 4000],
        ["Beta", "Law", MONTHS[0], 9],
    )
    assert roster.names.tolist() == ["Acme", "Beta"]


@pytest.mark.parametrize("title", ["Business development list", "updated 20 November 2026", "Prepared by,M. Burke"])
def test_titles_above_a_header_of_quarters_alone_are_no_header(title):
    head, *rows = ",Q1 2026,Q2 2026,Q3 2026,Total", "Bell LLP,620,,,620", "Crane Mutual,5200,4900,6340,16440"
    rows = "\n".join([title, ",,", head, *rows, "Grady Group,400,402,500,1302"])
    assert csv_roster(rows).names.tolist() == ["Bell LLP", "Crane Mutual", "Grady Group"]


def test_a_title_of_all_groups_stands_above_that_of_the_first():
    rows = [
        ["Name", "Contact", "Jobs", "Fee"], ["MAIN LIST"], ["Builders"], ["Coast Kit Homes", "Troy", 38, 31_200],
        ["Maitland Flats", "Leanne", 21, 18_400], ["Councils"], ["Cessnock Council", "Mia", 4, 22_000],
        ["Dungog Shire", "Lou", 2, 4400], ["Port Stephens", "Pam", 1, 900],
        ["Designers"], ["Anna Grech", "Anna", 3, 2900], ["Drafting by Dean", "Dean", 5, 1650],
    ]  # fmt: skip
    roster = sheet_roster(*rows)
    assert [row.text for row in roster.skipped] == ["MAIN LIST", "Builders", "Councils", "Designers"]
    assert roster.size == 7


def test_a_single_title_groups_columns_only_where_the_names_stand_outside_it():
    rows = [["", "", "Fees", "", ""], ["No", "Client", "2025", "2026", "Notes"], [1, "Acme Ltd", 4000, 5000, ""],
            [2, "Beta Ltd", 900, 1000, ""], ["", "PROPOSALS"], ["No", "Client", "Fee quoted", "", "Notes"],
            [1, "Cora Ltd", 3000, "", ""], [2, "Dory Ltd", 1000, "", ""]]  # fmt: skip
    roster = read_roster(merged(rows, [(0, 2, 3), (4, 1, 4)]), name="list.xlsx")
    assert roster.names.tolist() == ["Acme Ltd", "Beta Ltd", "Cora Ltd", "Dory Ltd"]
    assert not any("PROPOSALS" in header for header in roster.source.unmapped)
