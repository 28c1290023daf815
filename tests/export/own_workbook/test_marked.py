"""The user's own workbook with its issues marked, ready to be corrected."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
import xlsxwriter

from planner.errors import InputError
from planner.export.own_workbook.mark_issues import COLOURS, find_marks, write_marked
from planner.export.own_workbook.package import Package
from planner.reading import read_roster
from planner.records.issues import Issue
from planner.roster.roster import Roster
from planner.vocabulary import Severity
from sample_workbooks import sample_path
from tests.builders import small_roster
from tests.export.own_workbook.make import DOT, parts, rich_workbook

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
ISSUES = (
    Issue("a", Severity.WARNING, "This fee is odd.", "Type a number.", "Clients", "D6", "x"),
    Issue("b", Severity.ERROR, "This fee is wrong too.", "", "Clients", "D6", "x"),
    Issue("c", Severity.NOTE, "Who is this?", "", "Clients", "B5"),
    Issue("d", Severity.NOTE, "The whole column.", "", "Clients", "E"),
    Issue("e", Severity.WARNING, "Something <general> & more.", "", "", ""),
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    rich_workbook(tmp_path / "clients.xlsx")
    return tmp_path / "clients.xlsx"


@pytest.fixture
def roster(source: Path) -> Roster:
    return replace(read_roster(source), issues=ISSUES)


def test_cells_are_coloured_by_the_worst_issue_and_say_all_of_them(
    roster: Roster, source: Path, tmp_path: Path
) -> None:
    assert write_marked(roster, source, tmp_path / "marked.xlsx") == 4
    sheet = openpyxl.load_workbook(io.BytesIO((tmp_path / "marked.xlsx").read_bytes()))["Clients"]
    assert sheet["D6"].fill.fgColor.rgb == "FF" + COLOURS[Severity.ERROR]
    assert sheet["D6"].number_format == sheet["E6"].number_format == "#,##0"
    assert sheet["D6"].value == 20_000
    assert sheet["D6"].comment.text == "This fee is odd. Type a number.\n\nThis fee is wrong too."
    assert sheet["E4"].comment.text == "The whole column."
    assert sheet["A4"].comment.text == "Something <general> & more."
    assert sheet["A4"].fill.fgColor.rgb == "FF" + COLOURS[Severity.WARNING]


def test_a_note_that_was_there_is_kept_and_lengthened(roster: Roster, source: Path, tmp_path: Path) -> None:
    write_marked(roster, source, tmp_path / "marked.xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO((tmp_path / "marked.xlsx").read_bytes()))["Clients"]
    assert sheet["B5"].comment.text == "Ask Jo\n\nWho is this?"
    after = parts(tmp_path / "marked.xlsx")
    drawings = [name for name in after if name.endswith(".vml")]
    assert len(drawings) == 1
    assert after[drawings[0]].count(b"<x:Row>") == 4


def test_pictures_charts_and_sparklines_are_kept(roster: Roster, source: Path, tmp_path: Path) -> None:
    write_marked(roster, source, tmp_path / "marked.xlsx")
    before, after = parts(source), parts(tmp_path / "marked.xlsx")
    for name in ("xl/media/image1.png", "xl/charts/chart1.xml", "xl/drawings/drawing2.xml", "xl/workbook.xml"):
        assert after[name] == before[name]
    assert b"sparkline" in after["xl/worksheets/sheet2.xml"]


def test_a_sheet_without_notes_gets_its_first(tmp_path: Path) -> None:
    source = sample_path("partner_tracker")
    roster = read_roster(source)
    assert roster.issues
    write_marked(roster, source, tmp_path / "marked.xlsx")
    book = openpyxl.load_workbook(io.BytesIO((tmp_path / "marked.xlsx").read_bytes()))
    noted = {cell.coordinate for row in book[roster.source.sheet].iter_rows() for cell in row if cell.comment}
    assert noted == {
        openpyxl.utils.get_column_letter(column) + str(row) for row, column in find_marks(roster)[roster.source.sheet]
    }
    again = read_roster(tmp_path / "marked.xlsx")
    assert list(again.names) == list(roster.names)


def test_notes_stand_where_the_format_wants_them_beside_data_bars_and_a_picture_in_the_header(
    roster: Roster, tmp_path: Path
) -> None:
    source = tmp_path / "clients.xlsx"
    with xlsxwriter.Workbook(str(source)) as book:
        sheet = book.add_worksheet("Clients")
        sheet.write_column("D5", [1, 2, 3])
        sheet.conditional_format("D5:D7", {"type": "data_bar", "data_bar_2010": True})
        sheet.set_header("&L&G", {"image_left": "logo.png", "image_data_left": io.BytesIO(DOT)})
    write_marked(roster, source, tmp_path / "marked.xlsx")
    root = ElementTree.fromstring(parts(tmp_path / "marked.xlsx")["xl/worksheets/sheet1.xml"])
    order = [child.tag.rpartition("}")[2] for child in root]
    assert order[order.index("sheetData") + 1 :] == [
        "conditionalFormatting", "pageMargins", "headerFooter", "legacyDrawing", "legacyDrawingHF", "extLst",
    ]  # fmt: skip
    drawings = {name: held for name, held in parts(tmp_path / "marked.xlsx").items() if name.endswith(".vml")}
    assert [held.count(b'ObjectType="Note"') for held in drawings.values()] == [0, 4]


THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
LINKS = "http://schemas.microsoft.com/office/2017/10/relationships"


def test_a_thread_of_comments_is_answered_for_programs_that_show_no_note_beside_it(
    roster: Roster, source: Path, tmp_path: Path
) -> None:
    package = Package.read(source.read_bytes(), source.name)
    first = '<threadedComment ref="B5" personId="{JO}" id="{ONE}"><text>Call Jo</text></threadedComment>'
    other = '<threadedComment ref="B6" personId="{JO}" id="{TWO}"><text>Call Al</text></threadedComment>'
    person = '<person displayName="Jo" id="{JO}" userId="Jo" providerId="None"/>'
    for owner, name, text in (
        ("xl/worksheets/sheet2.xml", "threadedComment", f'<Threads xmlns="{THREADS}">{first}{other}</Threads>'),
        (package.workbook, "person", f'<personList xmlns="{THREADS}">{person}</personList>'),
    ):
        package, _ = package.with_part(owner, f"xl/{name}1.xml", text, kind=f"{LINKS}/{name}", content_type=name)
    package.write(tmp_path / "threads.xlsx")
    write_marked(roster, tmp_path / "threads.xlsx", tmp_path / "marked.xlsx")
    after = parts(tmp_path / "marked.xlsx")
    threads = ElementTree.fromstring(after["xl/threadedComment1.xml"])
    assert [(one.get("ref"), one.get("parentId"), one[0].text) for one in threads] == [
        ("B5", None, "Call Jo"), ("B5", "{ONE}", "Who is this?"), ("B6", None, "Call Al"),
    ]  # fmt: skip
    people = {one.get("id"): one.get("displayName") for one in ElementTree.fromstring(after["xl/person1.xml"])}
    assert people[threads[1].get("personId")] == "Planner"


def test_what_no_xml_can_hold_is_left_out_of_a_note(source: Path, tmp_path: Path) -> None:
    odd = Issue("a", Severity.NOTE, "A bell\x07 and a tab\x0b.", "", "Clients", "D6")
    write_marked(replace(read_roster(source), issues=(odd,)), source, tmp_path / "marked.xlsx")
    book = openpyxl.load_workbook(io.BytesIO((tmp_path / "marked.xlsx").read_bytes()))
    assert book["Clients"]["D6"].comment.text == "A bell and a tab."


def test_files_without_cells_to_mark_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"save it as \.xlsx first"):
        write_marked(small_roster(), tmp_path / "list.csv", tmp_path / "marked.csv")


def test_a_workbook_of_the_strict_kind_is_refused_in_a_sentence(roster: Roster, source: Path, tmp_path: Path) -> None:
    strict = tmp_path / "strict.xlsx"
    with zipfile.ZipFile(strict, "w") as archive:
        for name, content in parts(source).items():
            kept = content.replace(b"http://schemas.openxmlformats.org/spreadsheetml", b"http://purl.oclc.org/ooxml")
            archive.writestr(name, kept)
    with pytest.raises(InputError, match="strict kind"):
        write_marked(roster, strict, tmp_path / "marked.xlsx")
    assert not (tmp_path / "marked.xlsx").exists()
