"""The same list in every format that a firm keeps it in, from the programs that wrote it."""

from pathlib import Path

import numpy as np
import pytest

from planner.errors import FileRefused
from planner.fields import Field
from planner.reading import read_roster
from planner.settings import Settings
from tests.readers.xlsb import xlsb

FILES = Path(__file__).parent / "files"
"""Written by LibreOffice 7.4 from one workbook: a cover sheet, a title, a list with a total under it."""


@pytest.mark.parametrize("name", ["clients.ods", "clients.xls", "clients_libreoffice.xlsx"])
def test_the_same_list_from_every_writer(name):
    roster = read_roster(FILES / name)
    assert (roster.source.sheet, roster.source.header_row) == ("Clients", 3)
    assert roster.names.tolist() == ["Åse & Söhne GmbH", "Tern Robotics", "Ruiz Delgado LLP"]
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "prospect", "referral source"]
    assert roster.number(Field.ANNUAL_FEE)[:2].tolist() == [84000.5, 28000]
    assert roster.number(Field.PROBABILITY)[:2].tolist() == [0.8, 0.3]
    assert [str(day) for day in roster.date(Field.EXPECTED_DATE)] == ["2026-09-01", "2026-11-15", "NaT"]
    assert roster.number(Field.RATING_OTHERS)[:2].tolist() == [3, 5]
    assert np.isnan(roster.number(Field.CURRENT_HOURS)[1])
    unseen = [] if name.endswith("xlsx") else ["errors-not-seen"]
    assert [issue.code for issue in roster.issues] == [*unseen, "total-row", "sheets-not-read"]
    assert roster.rows.tolist() == [4, 5, 6]


def test_a_binary_workbook_is_read_and_its_far_corners_are_refused():
    rows = [["Account", "Annual fee"], ["Acme", 1000.0], ["Beta", 2000.0]]
    roster = read_roster(xlsb(rows), name="list.xlsb")
    assert roster.number(Field.ANNUAL_FEE).tolist() == [1000, 2000]
    far = xlsb([*rows, [""] * 16_000 + ["x"]], numbers=[0, 1, 2, 1_000_000])
    with pytest.raises(FileRefused, match="spans 1,000,001 rows and 16,001 columns"):
        read_roster(far, name="list.xlsb")


@pytest.mark.parametrize("name", ["clients.ods", "clients.xls"])
def test_the_box_of_other_formats_is_measured_before_it_is_read(name):
    with pytest.raises(FileRefused, match="more than the 20 cells"):
        read_roster(FILES / name, settings=Settings(max_cells=20), sheet="Clients")


def size_or_refusal(content, name):
    try:
        return read_roster(content, name=name).size
    except FileRefused:
        return "refused"


@pytest.mark.parametrize("name", ["clients.ods", "clients.xls", "clients_libreoffice.xlsx"])
@pytest.mark.parametrize("share", [0.3, 0.7, 0.95])
def test_a_file_cut_short_is_refused_or_read_whole(name, share):
    content = (FILES / name).read_bytes()
    assert size_or_refusal(content[: int(len(content) * share)], name) in (3, "refused")


def test_a_space_before_the_quotes_of_a_csv_hides_no_comma():
    roster = read_roster(
        b'Account, Notes, Owner\nAcme, "pro bono, 2 days", Ann\nBrook, "big, slow", Bob\n', name="l.csv"
    )
    assert roster.text(Field.OWNER).tolist() == ["Ann", "Bob"]
    assert roster.text(Field.NOTES).tolist() == ["pro bono, 2 days", "big, slow"]


def test_a_quote_that_is_never_closed_swallows_no_row():
    """An outreach tracker kept in a text editor: one note lacks its closing quote, another goes over two lines."""
    text = (
        "Name,Type,Status,Notes\n"
        'Acme,Agency,Sent,"Wrote\n'
        'Beta,SaaS,Sent,"Wrote again"\n'
        'Gamma,SaaS,Sent,"Two lines,\nwith a comma"\n'
        'Delta,SaaS,Sent,"Left open, too\n'
    )
    roster = read_roster(text.encode(), name="tracker.csv")
    assert roster.names.tolist() == ["Acme", "Beta", "Gamma", "Delta"]
    assert roster.text(Field.NOTES).tolist()[:2] == ["Wrote", "Wrote again"]
    told = [issue for issue in roster.issues if issue.code == "unclosed-quote"]
    assert [(issue.cell, issue.message) for issue in told] == [
        ("A2", "Row 2 opens a quote that is never closed; it was taken to end with its line.")
    ]
