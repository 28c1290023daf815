"""Notes on cells: the comments of a sheet and the drawing that shows them, added to what is there.

A note is two things in the file: its text in the comments part, and a shape in an old-style (VML) drawing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from planner.detection.table import letter
from planner.errors import InputError
from planner.export.own_workbook.cells import as_text
from planner.export.own_workbook.package import Package
from planner.export.own_workbook.sheet_parts import place_before
from planner.export.own_workbook.threads import with_replies

AUTHOR = "Planner"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE = "vml=application/vnd.openxmlformats-officedocument.vmlDrawing"
_SPACES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_SHAPE_ID = "_x0000_t202p"
_SHAPE_TYPE = (
    f'<v:shapetype {_SPACES} id="{_SHAPE_ID}" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_AFTER_DRAWING = frozenset(
    {"legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"}
)
_LAST_COLUMN = 16_383


def with_notes(package: Package, part: str, notes: Mapping[tuple[int, int], str]) -> Package:
    """The workbook with notes on the cells of one sheet, by row and column from 1.

    Raises:
        InputError: for a workbook of the strict kind, which has no such notes.
    """
    if not notes:
        return package
    if "purl.oclc.org" in package.text(package.workbook):
        raise InputError("The workbook is of the strict kind, which cannot hold notes; save it as plain .xlsx first.")
    package, fresh = _with_comments(package, part, notes)
    return with_replies(_with_shapes(package, part, fresh), part, notes, AUTHOR)


def _with_comments(
    package: Package, part: str, notes: Mapping[tuple[int, int], str]
) -> tuple[Package, list[tuple[int, int]]]:
    """Comments added; cells that had one get theirs lengthened and need no shape. Returns the cells that do."""
    comments = package.related(part, "comments")
    if comments is None or comments not in package.parts:
        comments = _free(package, "xl/commentsPlan{}.xml")
        empty = f'<comments xmlns="{_MAIN}"><authors></authors><commentList></commentList></comments>'
        package, _ = package.with_part(part, comments, empty, kind=f"{_OFFICE}/comments", content_type=_COMMENTS_TYPE)
    xml = package.text(comments)
    p = (re.search(r"<((?:\w+:)?)comments\b", xml) or ["", ""])[1]
    xml = re.sub(rf"<{p}(authors|commentList)\s*/>", rf"<{p}\1></{p}\1>", xml)
    author = len(re.findall(rf"<{p}author[\s/>]", xml))
    xml = xml.replace(f"</{p}authors>", f"<{p}author>{AUTHOR}</{p}author></{p}authors>", 1)
    fresh: list[tuple[int, int]] = []
    added = []
    for (row, column), text in sorted(notes.items()):
        address = f"{letter(column - 1)}{row}"
        run = f'<{p}r><{p}t xml:space="preserve">{as_text(text)}</{p}t></{p}r>'
        held = re.search(rf'<{p}comment\b[^<>]*\bref="{address}".*?</{p}comment>', xml, re.DOTALL)
        if held and f"</{p}text>" in held[0]:
            more = run.replace('preserve">', 'preserve">\n\n', 1)
            xml = xml.replace(held[0], held[0].replace(f"</{p}text>", f"{more}</{p}text>", 1), 1)
        else:
            added.append(f'<{p}comment ref="{address}" authorId="{author}"><{p}text>{run}</{p}text></{p}comment>')
            fresh.append((row, column))
    xml = xml.replace(f"</{p}commentList>", "".join(added) + f"</{p}commentList>", 1)
    return package.with_text(comments, xml), fresh


def _with_shapes(package: Package, part: str, places: list[tuple[int, int]]) -> Package:
    drawing = _drawing(package, part)
    if drawing is None:
        drawing = _free(package, "xl/drawings/vmlDrawingPlan{}.vml")
        package, number = package.with_part(
            part, drawing, f"<xml {_SPACES}></xml>", kind=f"{_OFFICE}/vmlDrawing", content_type=_VML_TYPE
        )
        package = package.with_text(part, _shown(package.text(part), number))
    xml = package.text(drawing)
    taken = [int(found) for found in re.findall(r'id="_x0000_s(\d+)"', xml)]
    start = max(taken, default=1024) + 1
    shapes = "".join(_shape(start + k, row, column) for k, (row, column) in enumerate(places))
    kind = "" if f'id="{_SHAPE_ID}"' in xml else _SHAPE_TYPE
    return package.with_text(drawing, re.sub(r"</xml>\s*$", lambda _: kind + shapes + "</xml>", xml))


def _drawing(package: Package, part: str) -> str | None:
    """The drawing with the notes of a sheet. A drawing of pictures in its header is of the same kind, and is none."""
    shown = re.search(r'<(?:\w+:)?legacyDrawing\b[^<>]*?\s\w+:id="([^"]*)"', package.text(part))
    target = next((one.target for one in package.relations(part) if shown and one.id == shown[1]), None)
    return target if target in package.parts else None


def _shown(sheet: str, relation: str) -> str:
    """The sheet's XML with its drawing of notes, where the order of the format wants it."""
    p = (re.search(r"<((?:\w+:)?)worksheet\b", sheet) or ["", ""])[1]
    new = f'<{p}legacyDrawing xmlns:rp="{_OFFICE}" rp:id="{relation}"/>'
    at = place_before(sheet, _AFTER_DRAWING)
    return sheet[:at] + new + sheet[at:]


def _shape(number: int, row: int, column: int) -> str:
    left = min(column, _LAST_COLUMN - 4)
    anchor = f"{left}, 15, {max(row - 2, 0)}, 10, {left + 4}, 15, {row + 4}, 4"
    return (
        f'<v:shape {_SPACES} id="_x0000_s{number}" type="#{_SHAPE_ID}" style="position:absolute;visibility:hidden" '
        'fillcolor="#FFFFE1" o:insetmode="auto"><v:fill color2="#FFFFE1"/><v:path o:connecttype="none"/>'
        '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
        f'<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
        f"<x:AutoFill>False</x:AutoFill><x:Row>{row - 1}</x:Row><x:Column>{column - 1}</x:Column></x:ClientData>"
        "</v:shape>"
    )


def _free(package: Package, pattern: str) -> str:
    number = 1
    while pattern.format(number) in package.parts:
        number += 1
    return pattern.format(number)
