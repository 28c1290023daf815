"""Elements before and after a sheet's cells stand in the order of the format, and no column has two widths."""

from __future__ import annotations

import pytest

from planner.export.own_workbook.sheet_parts import merged_until, place_before, with_widths

LATER = {"tableParts", "extLst", "controls"}
BAR = '<conditionalFormatting sqref="A1"><cfRule type="dataBar"><dataBar/><extLst/></cfRule></conditionalFormatting>'
EITHER_WAY = '<AlternateContent><Choice Requires="x14"><controls/></Choice></AlternateContent>'


def sheet(after: str, cols: str = "") -> str:
    return f"<worksheet>{cols}<sheetData><row/></sheetData>{after}</worksheet>"


@pytest.mark.parametrize(
    ("after", "before"),
    [
        (BAR + "<extLst/>", "<extLst/></worksheet>"),
        (BAR, "</worksheet>"),
        ('<dataValidations><a prompt="x > <y"/></dataValidations><tableParts/>', "<tableParts/></worksheet>"),
        ("<!-- <extLst/> --><pageMargins/><tableParts/><extLst/>", "<tableParts/><extLst/></worksheet>"),
        (f"<drawing/>{EITHER_WAY}", f"{EITHER_WAY}</worksheet>"),
    ],
)
def test_an_element_is_placed_among_the_own_children_of_the_sheet(after: str, before: str) -> None:
    xml = sheet(after)
    assert xml[place_before(xml, LATER) :] == before


def test_a_sheet_without_cells_has_a_place_too() -> None:
    xml = f"<x:worksheet><x:sheetData/>{BAR}<x:extLst/></x:worksheet>"
    assert xml[place_before(xml, LATER) :] == "<x:extLst/></x:worksheet>"


def test_widths_are_given_to_columns_that_have_none() -> None:
    new = '<col min="3" max="3" width="12" customWidth="1"/>'
    assert f"<cols>{new}</cols><sheetData>" in with_widths(sheet(""), {3: 12})
    own = '<cols><col min="2" max="2" width="9"/><col max="3" min="3" width="7"/></cols>'
    assert with_widths(sheet("", own), {3: 12}) == sheet("", own)
    beyond = '<cols><col min="5" max="9" width="9"/></cols>'
    assert f'<cols>{new}<col min="5" max="9" width="9"/></cols>' in with_widths(sheet("", beyond), {3: 12})


@pytest.mark.parametrize("span", ['min="2" max="16384" hidden="1"', 'hidden="1" max="16384" min="2"'])
def test_a_span_of_columns_is_parted_around_the_new_ones(span: str) -> None:
    xml = with_widths(sheet("", f"<cols><col {span}/></cols>"), {3: 12, 4: 70})
    low, high = span.replace("16384", "2"), span.replace('min="2"', 'min="5"')
    new = '<col min="3" max="3" width="12" customWidth="1"/><col min="4" max="4" width="70" customWidth="1"/>'
    assert f"<cols><col {low}/>{new}<col {high}/></cols>" in xml


def test_merged_cells_reach_as_far_as_they_go_in_the_rows() -> None:
    merged = '<mergeCells count="2"><mergeCell ref="A1:Z1"/><mergeCell ref="C4:F6"/></mergeCells>'
    assert merged_until(sheet(merged), (4, 9)) == 6
    assert merged_until(sheet(merged), (2, 7)) == 0
