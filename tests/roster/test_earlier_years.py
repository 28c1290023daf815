"""Client lists with a sheet a year: who is billed no more stands on an older sheet alone."""

import pytest

from planner.fields import Field
from tests.readers.make import codes, workbook_roster

HEADER = ["Client", "Sector", "Partner", "Billed"]
YEARS = {
    "2024": [["Acme", "Food", "Ann", 12_000], ["Old Mill", "Food", "Ann", 15_000], ["Gone Ltd", "Law", "Bob", 4_000]],
    "2025": [["Acme", "Food", "Ann", 14_000], ["Gone Ltd", "Law", "Bob", 5_000], ["Beta", "Law", "Bob", 8_000]],
    "2026": [["Acme", "Food", "Ann", 9_000], ["Beta", "Law", "Bob", 8_500], ["New Co", "Law", "Bob", 2_000]],
}


@pytest.mark.parametrize("order", [("2024", "2025", "2026"), ("2026", "2025", "2024"), ("2025", "2026", "2024")])
def test_who_stands_on_an_older_sheet_alone_is_a_past_client(order):
    roster = workbook_roster({f"Fees {year}": [HEADER, *YEARS[year]] for year in order})
    facts = dict(zip(roster.names, roster.text(Field.RELATIONSHIP), strict=True))
    fees = dict(zip(roster.names, roster.number(Field.ANNUAL_FEE), strict=True))
    assert sorted(facts) == ["Acme", "Beta", "Gone Ltd", "New Co", "Old Mill"]
    assert (facts["Old Mill"], facts["Gone Ltd"]) == ("past client", "past client")
    assert "past client" not in {facts["Acme"], facts["Beta"], facts["New Co"]}
    assert (fees["Acme"], fees["Gone Ltd"], fees["Old Mill"]) == (9_000, 5_000, 15_000)
    assert codes(roster).count("earlier-years") == 2
    assert "sheets-not-read" not in codes(roster)


def test_a_pipeline_of_an_earlier_year_makes_nobody_a_client():
    header = [*HEADER[:3], "Stage", "Value"]
    sheets = {year: [header, *([*row[:3], "Proposal", row[3]] for row in rows)] for year, rows in YEARS.items()}
    assert "past client" not in workbook_roster(sheets).text(Field.RELATIONSHIP)
