"""The reader is handed the very bytes that were scanned, and reads the same cells and merged ranges from them."""

import io
import zipfile

import xlsxwriter
from python_calamine import CalamineWorkbook

from planner.roster import sheet_copy
from planner.roster.archive import open_archive
from planner.roster.sheet_copy import SheetCopy, outline
from planner.roster.workbook import open_book
from planner.settings import Settings

PART = "xl/worksheets/sheet2.xml"


def merged_workbook():
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.add_worksheet("Notes").write(0, 0, "see the list")
        sheet = book.add_worksheet("List")
        sheet.merge_range("B2:D2", "Group")
        sheet.merge_range("AA3:AB10", "Far")
        for row in range(3, 2000):
            sheet.write_row(row, 1, [f"Account {row}", row, row / 7])
    return content.getvalue()


def opened(content):
    return open_archive(content, "list.xlsx", Settings())


def copied(archive, part=PART):
    copy = SheetCopy(archive, part)
    pieces = list(copy.through(archive.pieces(part)))
    return pieces, copy


def read(content, name="List"):
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name(name)


def test_a_copied_sheet_has_the_cells_and_merged_ranges_of_the_file():
    content = merged_workbook()
    archive = opened(content)
    pieces, copy = copied(archive)
    there, here = read(content), read(copy.content())
    assert here.to_python() == there.to_python()
    assert b"".join(pieces) == archive.text(PART)
    assert sorted(copy.merged) == sorted(there.merged_cell_ranges)
    book = open_book(content, "list.xlsx", Settings())
    assert sorted(book.sheet("List").merged) == sorted(there.merged_cell_ranges)


def test_the_outline_names_the_sheets_and_holds_none():
    small = outline(opened(merged_workbook()))
    assert [one.name for one in CalamineWorkbook.from_filelike(io.BytesIO(small)).sheets_metadata] == ["Notes", "List"]
    assert not [name for name in zipfile.ZipFile(io.BytesIO(small)).namelist() if "sheet" in name]


def test_a_sheet_whose_bytes_do_not_fit_their_check_is_left_to_the_reader():
    content = bytearray(merged_workbook())
    content[content.rindex(PART.encode()) - 30] ^= 0xFF  # a byte of the check in the zip's directory
    _, copy = copied(opened(bytes(content)))
    assert copy.content() is None


def test_a_sheet_that_is_too_large_to_copy_is_read_from_the_file_itself(monkeypatch):
    content = merged_workbook()
    monkeypatch.setattr(sheet_copy, "LARGEST", 10_000)
    assert copied(opened(content))[1].content() is None
    sheet = open_book(content, "list.xlsx", Settings()).sheet("List")
    assert sheet.rows == read(content).to_python(skip_empty_area=False)
    assert sorted(sheet.merged) == sorted(read(content).merged_cell_ranges)


def test_a_sheet_written_in_an_unusual_way_is_not_copied():
    archive = opened(merged_workbook())
    copy = SheetCopy(archive, PART)
    list(copy.through([archive.text(PART).replace(b"<sheetData>", b"<x:sheetData>")]))
    assert copy.content() is None
