"""A sheet read by its different cells has the cells and merged ranges that the reader finds in the file itself."""

import datetime as dt
import io
import random
import zipfile
from functools import cache

import numpy as np
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from planner.errors import PlannerError
from planner.readers import distinct_cells
from planner.readers.sheet_copy import outline
from planner.readers.workbook import open_book
from planner.readers.zip_limits import open_archive
from planner.settings import Settings
from tests.readers.fuzz import FILES, damaged
from tests.readers.make import workbook

PART = "xl/worksheets/sheet2.xml"


@cache
def merged_workbook(rows=2000):
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        book.add_worksheet("Notes").write(0, 0, "see the list")
        sheet = book.add_worksheet("List")
        percent = book.add_format({"num_format": "0%"})
        sheet.merge_range("B2:D2", "Group")
        sheet.merge_range("AA3:AB10", "Far")
        for row in range(3, rows):
            sheet.write_row(row, 1, [f"Account {row}", row, row / 7, row % 5 == 0, "often", -1e-7 * row])
            sheet.write(row, 8, dt.date(2026, 1, 1 + row % 28))
            sheet.write(row, 9, row % 10 / 10, percent)
            sheet.write_formula(row, 10, f'=B{row}&"<&>"', value="" if row % 3 else "#N/A" if row % 2 else "a < b")
            sheet.write_rich_string(row, 11, "plain ", percent, "rich")
    return content.getvalue()


def edited(content, change, part=PART):
    """A workbook with one part rewritten."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return out.getvalue()


def of_cells(xml):
    """A workbook whose list has these rows."""
    body = b"<sheetData>" + xml + b"</sheetData></worksheet>"
    return edited(merged_workbook(4), lambda sheet: sheet.partition(b"<sheetData>")[0] + body)


def by_calamine(content, name="List"):
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name(name)


def opened(content):
    return open_book(content, "list.xlsx", Settings())


def taken(content, name="List"):
    """Whether a sheet is read by its different cells."""
    return opened(content).findings.scan(name, "list.xlsx", Settings()).cells is not None


def typed(rows):
    return [[(type(cell), cell) for cell in row] for row in rows]


def assert_same_cells(content, name="List"):
    here, there = opened(content).sheet(name), by_calamine(content, name)
    assert typed(here.rows) == typed(there.to_python(skip_empty_area=False))
    assert sorted(here.merged) == sorted(there.merged_cell_ranges or ())


def test_a_sheet_has_the_cells_and_merged_ranges_of_the_file():
    content = merged_workbook()
    assert taken(content)
    assert_same_cells(content)


@pytest.mark.parametrize("name", ["clients_libreoffice.xlsx"])
def test_a_sheet_of_another_program_has_the_cells_of_the_file(name):
    content = (FILES / name).read_bytes()
    for sheet in opened(content).names:
        assert taken(content, sheet)
        assert_same_cells(content, sheet)


CELLS = (
    b"", b"<v></v>", b"<v/>", b"<v>1</v>", b"<v> 7 </v>", b"<v>1e3</v>", b"<v>46204.5</v>", b"<f>A1</f>",
    b"<f>A1</f><v></v>", b"<f>A1</f><v>2</v>", b'<f t="shared" si="0"/><v>3</v>', b"<is><t></t></is>", b"<is/>",
    b"<is><r><t>row</t></r><r><t> c </t></r></is>", b'<is><t xml:space="preserve"> a &amp; b&#10;</t></is>',
    b"\n <v>4</v>\n", b"<v>0</v><extLst><ext/></extLst>", b"<v>#REF!</v>", b"<v>#N/A</v>", b"<v>2026-05-01</v>",
)  # fmt: skip
KINDS = (b"", b' t="n"', b' t="s"', b' t="str"', b' t="b"', b' t="e"', b' t="inlineStr"', b' s="1"', b' s="1" t="s"',
         b' t="d"', b' s="2"')  # fmt: skip


def assert_same_end(content):
    """The same cells as from the file, or refused where calamine raises."""
    try:
        there = typed(by_calamine(content).to_python(skip_empty_area=False))
    except BaseException:
        with pytest.raises(PlannerError):
            opened(content).sheet("List")
    else:
        assert typed(opened(content).sheet("List").rows) == there


@pytest.mark.parametrize("kind", KINDS, ids=bytes.decode)
def test_every_kind_of_cell_is_read_as_in_the_file_also_where_it_is_the_last(kind):
    for cell in CELLS:
        once = b'<c r="%s"' + kind + b">" + cell + b"</c>"
        rows = (b'<c r="B2" t="s"><v>1</v></c>' + once % b"C2", once % b"A3", once % b"F5")
        assert_same_end(of_cells(b"".join(b"<row>" + row + b"</row>" for row in rows)))
        assert_same_end(of_cells(b"<row>" + rows[0] + b'</row><row><c r="F9"><v>1</v></c></row>'))


@pytest.mark.parametrize(
    "xml",
    [
        b'<row r="1"><c r="A1"><v>1</v></c><!-- <c r="B1"><v>2</v></c> --></row>',
        b'<row r="1"><c r="A1" t="str"><v><![CDATA[<c r="B1"><v>2</v></c>]]></v></c></row>',
        b'<row r="1"><c><v>1</v></c><c><v>2</v></c></row>',
        b'<row r="1"><c s="0" r="B1"><v>1</v></c></row>',
        b'<row r="3"><c r="A3"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>',
        b'<row r="1"><c r="A1"><v>1</v></c></row></sheetData><sheetData><row r="2"><c r="A2"><v>2</v></c></row>',
        b'<row r="1"><c r="a1"><v>1</v></c></row>',
        b'<row r="1"><c r="A1"/><c\tr="E9"><v>1</v></c></row>',
        b'<row r="1"><c r="A1"><v>1</v><x:c r="E9"><v>1</v></x:c></c></row>',
        b'<row r="1"><c r="A1"><v>1</v></c><other/></row>',
    ],
)
def test_a_sheet_written_in_an_unusual_way_is_left_to_the_reader(xml):
    content = of_cells(xml)
    assert not taken(content)
    assert_same_end(content)


@pytest.mark.parametrize(
    "xml",
    [
        b"",
        b'<row r="4"/>',
        b'<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
        b'<row r="1"><c r="ZZ1" s="1"/><c r="AAA1"><v>2</v></c><c r="AAB1" s="1" /></row><row r="9"/>',
        b'<row r="1">\n<c r="A1">\n<v>1</v>\n</c>\n<c r="B1" s="1"/></row>\n',
        b'<row r="1"><c r="A1" t="s"><v>00000000000</v></c><c r="B1" t="s"><v>01</v></c></row>',
    ],
)
def test_what_is_rare_but_usual_is_read_by_the_different_cells(xml):
    content = of_cells(xml)
    assert taken(content)
    assert_same_cells(content)


@pytest.mark.parametrize("cell", [b'<c r="A1"[t="s"><v>1</v></c>', b'<c r="A1"/><x:c r="E9"><v>1</v></c>'])
def test_a_sheet_that_is_no_proper_xml_is_refused(cell):
    with pytest.raises(PlannerError, match="damaged"):
        opened(of_cells(b'<row r="1">' + cell + b"</row>")).sheet("List")


def test_a_sheet_in_pieces_is_read_whole(monkeypatch):
    monkeypatch.setattr("planner.readers.zip_limits.PIECE", 5_000)
    content = merged_workbook(300)
    assert taken(content)
    assert_same_cells(content)


def test_a_sheet_whose_bytes_do_not_fit_their_check_is_left_to_the_reader():
    content = bytearray(merged_workbook())
    content[content.rindex(PART.encode()) - 30] ^= 0xFF  # a byte of the check in the zip's directory
    assert not taken(bytes(content))


def test_a_sheet_of_too_many_different_cells_is_read_from_the_file_itself(monkeypatch):
    monkeypatch.setattr("planner.readers.zip_limits.PIECE", 5_000)
    monkeypatch.setattr(distinct_cells, "MOST", 100)
    content = merged_workbook()
    assert not taken(content)
    assert_same_cells(content)


def test_cells_that_are_mixed_up_are_read_one_by_one(monkeypatch):
    monkeypatch.setattr(distinct_cells, "MIXED", np.uint64(0))
    content = merged_workbook(300)
    assert taken(content)
    assert_same_cells(content)


def test_long_cells_that_begin_alike_are_told_apart():
    texts = [b"<is><t>" + b"x" * 100 + end + b"</t></is>" for end in (b"a", b"b", b"a")]
    cells = b"".join(b'<c r="A%d" t="inlineStr">%s</c>' % (row + 1, text) for row, text in enumerate(texts))
    assert taken(of_cells(b"<row>" + cells + b"</row>"))
    assert_same_cells(of_cells(b"<row>" + cells + b"</row>"))


def test_the_outline_names_the_sheets_and_holds_none():
    small = outline(open_archive(merged_workbook(), "list.xlsx", Settings()))
    assert [one.name for one in CalamineWorkbook.from_filelike(io.BytesIO(small)).sheets_metadata] == ["Notes", "List"]
    assert not [name for name in zipfile.ZipFile(io.BytesIO(small)).namelist() if "sheet" in name]


VALUES = st.one_of(
    st.none(), st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=8), st.booleans(),
    st.integers(-(10**9), 10**9), st.floats(allow_nan=False, allow_infinity=False), st.sampled_from(["a", "b", 1, 0.5]),
    st.dates(dt.date(1950, 1, 1), dt.date(2060, 1, 1)),
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(VALUES, max_size=5), max_size=8))
def test_whatever_was_written_is_read_as_from_the_file(rows):
    assert_same_cells(workbook({"List": rows}))


def test_a_damaged_sheet_is_read_as_from_the_file_or_not_by_its_different_cells():
    draw = random.Random(5)
    good = workbook({"List": [["Account", "Fee", "When"], *([f"A{i}", i, i / 3] for i in range(9))]})
    for _ in range(150):
        content = damaged(good, draw)
        try:
            if not taken(content):
                continue
            there = typed(by_calamine(content).to_python(skip_empty_area=False))
        except BaseException:
            continue
        assert typed(opened(content).sheet("List").rows) == there
