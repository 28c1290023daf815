"""Cells put into the XML of a sheet leave everything else letter for letter."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.export.own_workbook.cells import (
    Cell,
    as_text,
    column_styles,
    hidden_until,
    put_cells,
    replaced_formulas,
    without_orphans,
)
from planner.export.own_workbook.formats import Formats, Look

PLAIN = (
    '<worksheet><dimension ref="A1:B2"/><sheetData><row r="1" spans="1:2" ht="20"><c r="A1" s="3" t="s"><v>0</v></c>'
    '<c r="B1"/></row><row r="2"><c r="A2" s="4"><f>1+1</f><v>2</v></c></row></sheetData>'
    "<extLst>kept</extLst></worksheet>"
)
PREFIXED = '<x:worksheet><x:sheetData><x:row r="3"><x:c r="A3"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'
UNNUMBERED = (
    "<worksheet><sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData></worksheet>"
)


def always(style: int | None) -> Cell:
    return Cell("new", lambda _: style)


def test_a_cell_goes_to_its_row_in_the_order_of_columns() -> None:
    xml = put_cells(PLAIN, {(2, 3): always(7), (1, 3): Cell(2.5, lambda _: None)})
    assert '<row r="1" ht="20"><c r="A1" s="3" t="s"><v>0</v></c><c r="B1"/><c r="C1"><v>2.5</v></c></row>' in xml
    new = '<c r="C2" s="7" t="inlineStr"><is><t xml:space="preserve">new</t></is></c></row>'
    assert '<c r="A2" s="4"><f>1+1</f><v>2</v></c>' + new in xml
    assert '<dimension ref="A1:C2"/>' in xml
    assert xml.endswith("<extLst>kept</extLst></worksheet>")


def test_a_cell_that_is_only_restyled_keeps_its_formula() -> None:
    xml = put_cells(PLAIN, {(2, 1): Cell(None, lambda before: (before or 0) + 10)})
    assert '<c s="14" r="A2"><f>1+1</f><v>2</v></c>' in xml


def test_a_row_that_is_not_there_is_made_in_its_place() -> None:
    xml = put_cells(PREFIXED, {(2, 2): always(None), (9, 1): Cell("", lambda _: 5)})
    assert xml.index('<x:row r="2"><x:c r="B2" t="inlineStr"><x:is>') < xml.index('<x:row r="3">')
    assert xml.index('<x:row r="9"><x:c r="A9" s="5"/></x:row>') > xml.index('<x:row r="3">')


def test_rows_and_cells_without_addresses_are_counted() -> None:
    xml = put_cells(UNNUMBERED, {(2, 2): always(None)})
    assert '<row><c><v>3</v></c><c r="B2" t="inlineStr">' in xml
    assert column_styles(UNNUMBERED.replace("<c><v>2", '<c s="6"><v>2'), 2) == {1: 6}


def test_formulas_and_errors_count_as_filled_though_no_reader_shows_them() -> None:
    cells = '<c r="A2"><v>1</v></c><c r="C2"><f>1/3</f></c><c r="D2" s="1"/><c r="E2" t="e" vm="1"><v>#VALUE!</v></c>'
    xml = (
        f'<worksheet><sheetData><row r="1"><c r="H1"><f>1</f></c></row><row r="2">{cells}</row></sheetData></worksheet>'
    )
    assert hidden_until(xml, 2, 9) == 5
    assert hidden_until(xml.replace(' t="e"', ""), 2, 9) == 3
    assert hidden_until(xml, 3, 9) == 0


def test_a_formula_that_follows_a_replaced_one_becomes_its_value() -> None:
    shared = (
        '<c r="C1"><f t="shared" ref="C1:C3" si="4">A1*2</f><v>2</v></c>',
        '<c r="C2"><f t="shared" si="4"/><v>4</v></c>',
    )
    rows = "".join(f'<row r="{number}">{cell}</row>' for number, cell in enumerate(shared, start=1))
    xml = f"<worksheet><sheetData>{rows}</sheetData></worksheet>"
    cells = {(1, 3): always(None)}
    assert replaced_formulas(xml, {(2, 3): Cell(None)}) == frozenset()
    assert replaced_formulas(xml, cells) == {(1, 3)}
    assert '<c r="C2"><v>4</v></c>' in without_orphans(put_cells(xml, cells))
    assert without_orphans(xml) == xml


def test_what_excel_would_take_for_a_code_of_its_own_stays_text() -> None:
    assert as_text("_x0041_ & \x0b_xyz_") == "_x005F_x0041_ &amp; _xyz_"


@settings(max_examples=60)
@given(st.text(max_size=60))
def test_any_text_makes_well_formed_xml(text: str) -> None:
    xml = put_cells(PLAIN, {(1, 5): Cell(text, lambda _: None)})
    ElementTree.fromstring(xml)


STYLES = (
    '<styleSheet><fills count="2"><fill/><fill/></fills><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" '
    'borderId="0"/><xf numFmtId="4" fontId="1" fillId="1" borderId="1"><alignment wrapText="1"/></xf></cellXfs>'
    "</styleSheet>"
)


def test_new_formats_are_appended_and_old_ones_keep_their_numbers() -> None:
    formats = Formats(STYLES)
    assert formats.format(1, Look(fill="FFC7CE")) == 2
    assert formats.format(1, Look(fill="FFC7CE")) == 2
    assert formats.format(0, Look(fill="FFC7CE")) == 3
    assert formats.format(1, Look(general=True)) == 4
    root = ElementTree.fromstring(formats.xml)
    fills, cells = root.find("fills"), root.find("cellXfs")
    assert fills is not None
    assert cells is not None
    assert (fills.get("count"), len(fills)) == ("3", 3)
    assert (cells.get("count"), len(cells)) == ("5", 5)
    assert formats.xml.startswith(STYLES[: STYLES.index("<fills")])
    assert (cells[2].get("fillId"), cells[2].get("numFmtId"), cells[2].find("alignment") is None) == ("2", "4", False)
    assert (cells[4].get("numFmtId"), cells[4].get("fillId"), cells[4].find("alignment")) == ("0", "1", None)


def test_a_format_that_is_written_twice_counts_once() -> None:
    held = STYLES[STYLES.index("<xf") : STYLES.index("</cellXfs>")]
    twice = (
        f'<mc:AlternateContent><mc:Choice Requires="hs"><xf hs:new="1"/></mc:Choice><mc:Fallback>{held}</mc:Fallback>'
    )
    formats = Formats(STYLES.replace(held, f"{twice}</mc:AlternateContent>"))
    assert formats.format(1, Look(fill="FFC7CE")) == 2
    assert "hs:new" not in formats.xml.partition("</mc:AlternateContent>")[2]


@pytest.mark.parametrize("xml", [PLAIN, PREFIXED, UNNUMBERED])
def test_nothing_to_put_changes_nothing(xml: str) -> None:
    assert put_cells(xml, {}) == xml
