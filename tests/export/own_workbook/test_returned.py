"""The user's own workbook comes back with the plan beside their rows and everything else as it was."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
import xlsxwriter

from planner.errors import InputError
from planner.export.own_workbook.plan_columns import HEADERS, write_into
from planner.fields import Field
from planner.pipeline import plan as make_plan
from planner.reading import read_roster
from planner.result import Plan
from sample_workbooks import sample_path
from tests.export.own_workbook.make import changed, parts, rich_workbook

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")


def sheet_of(path: Path, name: str) -> openpyxl.worksheet.worksheet.Worksheet:
    return openpyxl.load_workbook(io.BytesIO(path.read_bytes()), keep_vba=path.suffix == ".xlsm")[name]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    rich_workbook(tmp_path / "clients.xlsx")
    return tmp_path / "clients.xlsx"


@pytest.fixture
def made(source: Path) -> Plan:
    return make_plan(read_roster(source), hours=40)


def test_the_plan_stands_beside_the_rows(source: Path, made: Plan, tmp_path: Path) -> None:
    write_into(made, source, tmp_path / "own.xlsx")
    sheet = sheet_of(tmp_path / "own.xlsx", "Clients")
    assert tuple(sheet.cell(4, column).value for column in range(10, 14)) == HEADERS
    for i in range(3):
        row = [sheet.cell(5 + i, column).value for column in range(10, 14)]
        assert row[0] == made.allocation.hours[i]
        assert row[1] == made.allocation.hours[i] - made.facts.current_hours[i]
        assert row[2].lower() == made.explanation.decision[i]
        assert row[3] == made.explanation.why[i]


def test_the_new_columns_take_the_look_of_the_list(source: Path, made: Plan, tmp_path: Path) -> None:
    write_into(made, source, tmp_path / "own.xlsx")
    sheet = sheet_of(tmp_path / "own.xlsx", "Clients")
    assert sheet["J4"].fill.fgColor.rgb == "FF204060"
    assert sheet["J4"].font.bold
    assert sheet["J6"].fill.fgColor.rgb == sheet["I6"].fill.fgColor.rgb == "FFEEF2F6"
    assert sheet["J6"].number_format == "General"
    assert sheet.column_dimensions["M"].width == 70


def test_everything_else_is_kept_byte_for_byte(source: Path, made: Plan, tmp_path: Path) -> None:
    write_into(made, source, tmp_path / "own.xlsx")
    before, after = parts(source), parts(tmp_path / "own.xlsx")
    assert list(after) == list(before)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"xl/worksheets/sheet2.xml", "xl/styles.xml"}
    sheet = after["xl/worksheets/sheet2.xml"].decode()
    for kept in ("<f>D5*2</f>", "sparkline", "dataBar", "<drawing ", "<legacyDrawing ", 'orientation="landscape"'):
        assert kept in sheet
    for xml in changed:
        ElementTree.fromstring(after[xml])
    assert re.search(r'dimension ref="B1:M7"', sheet)


def test_the_returned_workbook_reads_as_the_same_list(source: Path, made: Plan, tmp_path: Path) -> None:
    write_into(made, source, tmp_path / "own.xlsx")
    again = read_roster(tmp_path / "own.xlsx")
    assert list(again.names) == list(made.roster.names)
    assert again.number(Field.CURRENT_HOURS).tolist() == [8, 12, 20]
    assert set(again.source.mapping) == set(made.roster.source.mapping)


def test_a_second_plan_fills_the_same_columns_again(source: Path, made: Plan, tmp_path: Path) -> None:
    write_into(made, source, tmp_path / "once.xlsx")
    other = make_plan(read_roster(tmp_path / "once.xlsx"), hours=20)
    write_into(other, tmp_path / "once.xlsx", tmp_path / "twice.xlsx")
    sheet = sheet_of(tmp_path / "twice.xlsx", "Clients")
    assert sheet.max_column == 13
    assert [sheet.cell(row, 10).value for row in (5, 6, 7)] == other.allocation.hours.tolist()


STACKED = (
    ("Prospects",),
    ("Prospect", "Stage", "Fee", "Chance", "Lead", "Next step"),
    ("Amberline", "Proposal", 180_000, 0.9, "Mark", "SOW to legal"),
    ("Blue Mesa", "Proposal", 240_000, 0.5, "Jill", "call the CFO"),
    ("Cobalt Ridge", "First call", 90_000, 0.2, "Mark", "send case study"),
    (),
    ("CURRENT CLIENTS",),
    ("Client", "Fee", "Lead"),
    ("Juniper Steel", 412_000, "Mark"),
    ("Kestrel Airparts", 155_500, "Jill"),
    ("Lakota Power", 38_000, "Sam"),
)


def test_of_lists_that_stand_over_each_other_the_widest_leaves_the_room(tmp_path: Path) -> None:
    source = tmp_path / "clients.xlsx"
    with xlsxwriter.Workbook(str(source)) as book:
        sheet = book.add_worksheet("Clients")
        for number, row in enumerate(STACKED):
            sheet.write_row(number, 0, row)
    made = make_plan(read_roster(source), hours=40)
    assert made.roster.size == 6
    write_into(made, source, tmp_path / "own.xlsx")
    rows = list(sheet_of(tmp_path / "own.xlsx", "Clients").iter_rows(values_only=True))
    assert [tuple(value for value in row[:6] if value is not None) for row in rows] == list(STACKED)
    assert [number for number, row in enumerate(rows) if row[6:10] == HEADERS] == [1, 7]
    assert sum(row[6] for row in rows if isinstance(row[6], int | float)) == made.allocation.hours.sum()


def test_a_column_of_formulas_without_values_is_no_free_column(source: Path, made: Plan, tmp_path: Path) -> None:
    formulas = changed(
        source, tmp_path / "formulas.xlsx", "xl/worksheets/sheet2.xml", "<v>40000</v></c></row>",
        '<v>40000</v></c><c r="J6"><f>I6/0</f></c><c r="L6" t="e"><v>#N/A</v></c></row>',
    )  # fmt: skip
    write_into(made, formulas, tmp_path / "own.xlsx")
    sheet = sheet_of(tmp_path / "own.xlsx", "Clients")
    assert tuple(sheet.cell(4, column).value for column in range(13, 17)) == HEADERS
    assert (sheet["J6"].value, sheet["L6"].value) == ("=I6/0", "#N/A")


def test_a_sheet_without_room_is_refused_in_a_sentence(source: Path, made: Plan, tmp_path: Path) -> None:
    full = changed(
        source, tmp_path / "full.xlsx", "xl/worksheets/sheet2.xml", "<v>40000</v></c></row>",
        '<v>40000</v></c><c r="XFB6"><f>1</f></c></row>',
    )  # fmt: skip
    with pytest.raises(InputError, match="filled up to its last column"):
        write_into(made, full, tmp_path / "own.xlsx")


def test_formulas_that_the_plan_replaces_are_not_counted_on_any_more(source: Path, made: Plan, tmp_path: Path) -> None:
    write_into(made, source, tmp_path / "once.xlsx")
    book = openpyxl.load_workbook(tmp_path / "once.xlsx")
    book["Clients"]["J5"] = "=1+2"
    book.save(tmp_path / "typed.xlsx")
    with zipfile.ZipFile(tmp_path / "typed.xlsx", "a") as archive:
        archive.writestr("xl/calcChain.xml", '<calcChain><c r="J5" i="2"/></calcChain>')
    link = 'Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain"'
    rels, types = "xl/_rels/workbook.xml.rels", "[Content_Types].xml"
    linked = changed(tmp_path / "typed.xlsx", tmp_path / "linked.xlsx", rels, "</Relationships>",
                     f'<Relationship {link} Target="calcChain.xml"/></Relationships>')  # fmt: skip
    kind = 'PartName="/xl/calcChain.xml" ContentType="application/calcChain+xml"'
    chained = changed(linked, tmp_path / "chained.xlsx", types, "</Types>", f"<Override {kind}/></Types>")
    write_into(made, chained, tmp_path / "own.xlsx")
    after = parts(tmp_path / "own.xlsx")
    assert "xl/calcChain.xml" not in after
    assert b"calcChain" not in after[rels] + after[types]
    assert sheet_of(tmp_path / "own.xlsx", "Clients")["J5"].value == made.allocation.hours[0]


def test_macros_are_kept(source: Path, made: Plan, tmp_path: Path) -> None:
    macro = tmp_path / "clients.xlsm"
    macro.write_bytes(source.read_bytes())
    with zipfile.ZipFile(macro, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\x01\x02 macros")
    write_into(made, macro, tmp_path / "own.xlsm")
    assert parts(tmp_path / "own.xlsm")["xl/vbaProject.bin"] == b"\x01\x02 macros"


def test_of_a_list_of_deals_the_first_row_has_the_hours_and_the_companies_have_theirs(tmp_path: Path) -> None:
    source = sample_path("crm_export")
    made = make_plan(read_roster(source))
    write_into(made, source, tmp_path / "own.xlsx")
    hours, roster = made.allocation.hours, made.roster
    assert roster.joined_rows is not None
    for name, rows in (("Opportunities", roster.rows), ("Accounts", roster.joined_rows)):
        sheet = sheet_of(tmp_path / "own.xlsx", name)
        at = next(cell.column for cell in sheet[1] if cell.value == "Hours planned")
        total = sum(row[at - 1] or 0 for row in sheet.iter_rows(min_row=2, values_only=True))
        assert total == pytest.approx(hours[rows > 0].sum())
    deals = sheet_of(tmp_path / "own.xlsx", "Opportunities")
    decisions = [cell.value for cell in deals[deals.cell(1, deals.max_column - 1).column_letter][1:]]
    assert sum(str(decision).startswith("see row ") for decision in decisions) == 120 - 65


def test_a_text_file_comes_back_with_its_own_delimiter(tmp_path: Path) -> None:
    source = tmp_path / "clients.csv"
    source.write_text('Client;Fee;Chance\nAcme;40.000,50;50%\n"Be;ta";20.000,00;40%\n', encoding="cp1252")
    made = make_plan(read_roster(source), hours=20)
    write_into(made, source, tmp_path / "own.csv")
    lines = (tmp_path / "own.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "Client;Fee;Chance;Hours planned;Change in hours;Decision;Why"
    assert lines[2].startswith(f'"Be;ta";20.000,00;40%;{made.allocation.hours[1]:g};')


@pytest.mark.parametrize(("name", "target"), [("list.ods", "own.ods"), ("list.xls", "own.xls")])
def test_kinds_that_cannot_be_given_back_are_refused(plan: Plan, tmp_path: Path, name: str, target: str) -> None:
    with pytest.raises(InputError, match=r"save it as \.xlsx first"):
        write_into(plan, tmp_path / name, tmp_path / target)


def test_the_ending_must_stay(made: Plan, source: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"end “own.xlsm” in \.xlsx"):
        write_into(made, source, tmp_path / "own.xlsm")
