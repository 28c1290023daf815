"""What Excel asks of a workbook beyond well-formed XML, and mends or refuses where it is not met.

The order of a sheet's elements is that of ECMA-376's schema (`CT_Worksheet`); the limits are those that Excel states.
Texts are measured as Excel does, two for an emoji.
"""

from __future__ import annotations

import itertools
import posixpath
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import TokenizerError
from openpyxl.utils.cell import range_boundaries

ORDER = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection",
    "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells",
    "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
    "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags",
    "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
    "tableParts", "extLst",
)  # fmt: skip
LAST_COLUMN, LAST_ROW = 16_384, 1_048_576
LONGEST_TEXT, LONGEST_FORMULA, HIGHEST_ROW, WIDEST = 32_767, 8_192, 409.5, 255
LONGEST_CHOICES = 255
LONGEST = {"promptTitle": 32, "errorTitle": 32, "prompt": 255, "error": 225}
NEWER = re.compile(r"(?<![\w.])(IFS|XLOOKUP|FILTER|SORT|UNIQUE|SEQUENCE|LET|TEXTJOIN|CONCAT|MAXIFS|MINIFS|IFNA)\(")
OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
VML = "{urn:schemas-microsoft-com:office:excel}"


def faults(path: Path) -> list[str]:
    """Everything in a workbook that Excel would mend or refuse, each in a few words; none for a sound one."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        parts = {name: archive.read(name) for name in names}
    twice = [f"{name} is there twice" for name in {name for name in names if names.count(name) > 1}]
    return [*twice, *_Workbook(parts).faults()]


def length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


class _Workbook:
    """The parts of a workbook as trees without their namespaces' prefixes."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self.trees = {
            name: ElementTree.fromstring(held)
            for name, held in parts.items()
            if name.endswith((".xml", ".rels", ".vml"))
        }
        self.parts = set(parts)
        self.book = self.trees["xl/workbook.xml"]
        self.sheets = [(one.get("name", ""), one) for one in _all(self.book, "sheet")]
        styles = self.trees["xl/styles.xml"]
        self.formats, self.differences = len(_group(styles, "cellXfs")), len(_group(styles, "dxfs"))
        strings = self.trees.get("xl/sharedStrings.xml")
        self.strings = [] if strings is None else ["".join(one.itertext()) for one in strings]

    def faults(self) -> Iterator[str]:
        yield from self._package()
        yield from self._names()
        yield from self._counts()
        links = self.links("xl/workbook.xml")
        chosen = 0
        for name, one in self.sheets:
            part = links[one.get(f"{OFFICE}id", "")]
            chosen += sum(view.get("tabSelected") == "1" for view in _all(self.trees[part], "sheetView"))
            yield from (f"{name}: {fault}" for fault in self._sheet(part, self.trees[part]))
        if chosen != 1:
            yield f"{chosen} sheets are chosen"

    def links(self, part: str) -> dict[str, str]:
        """Parts that a part points to, by the relation's id."""
        folder, name = posixpath.split(part)
        found = self.trees.get(f"{folder}/_rels/{name}.rels".lstrip("/"), Element("none"))
        inner = [one for one in found if one.get("TargetMode") != "External"]
        return {one.get("Id", ""): _resolved(folder, one.get("Target", "")) for one in inner}

    def _package(self) -> Iterator[str]:
        types = self.trees["[Content_Types].xml"]
        endings = {one.get("Extension", "").lower() for one in types}
        stated = [one.get("PartName", "").lstrip("/") for one in types if one.get("PartName")]
        yield from (f"{name} has no part" for name in stated if name not in self.parts)
        if len(stated) != len(set(stated)):
            yield "a part has two types"
        for name in self.parts - {"[Content_Types].xml"}:
            if name not in stated and name.rpartition(".")[2].lower() not in endings:
                yield f"{name} has no type"
            for target in self.links(name).values():
                if target not in self.parts:
                    yield f"{name} points to {target}, which is not there"

    def _names(self) -> Iterator[str]:
        titles = [name for name, _ in self.sheets]
        if len({title.casefold() for title in titles}) < len(titles):
            yield "two sheets have one name"
        for title in titles:
            if not 0 < length(title) <= 31 or re.search(r"[\[\]:*?/\\]|^'|'$|^history$", title, re.IGNORECASE):
                yield f"“{title}” is no name for a sheet"
        defined = [(one.get("name", ""), one.get("localSheetId")) for one in _all(self.book, "definedName")]
        if len(set(defined)) < len(defined):
            yield "a name is defined twice"
        for one in _all(self.book, "definedName"):
            if not re.fullmatch(r"(_xlnm\.)?[A-Za-z_][\w.]{2,254}", one.get("name", "")):
                yield f"“{one.get('name')}” is no name"
            yield from self._formula(one.text or "")

    def _counts(self) -> Iterator[str]:
        styles = self.trees["xl/styles.xml"]
        for group in styles:
            if group.get("count") and int(group.get("count", "0")) != len(group):
                yield f"{group.tag} are not as many as stated"
        sizes = {name: len(_group(styles, f"{name}s")) for name in ("font", "fill", "border")}
        for one in _group(styles, "cellXfs"):
            yield from (f"no {name} of a format" for name in sizes if int(one.get(f"{name}Id", "0")) >= sizes[name])
        yield from ("a text is too long" for text in self.strings if length(text) > LONGEST_TEXT)

    def _sheet(self, part: str, root: Element) -> Iterator[str]:
        order = [ORDER.index(_local(one)) for one in root]
        if order != sorted(order):
            yield "its elements stand in another order"
        yield from self._cells(root)
        yield from _columns(root)
        yield from _validations(root)
        yield from _merged(root)
        for rule in _all(root, "cfRule"):
            if int(rule.get("dxfId", "-1")) >= self.differences:
                yield "a rule has no look"
        for one in _all(root, "headerFooter"):
            yield from (f"{_local(text)} is too long" for text in one if length(text.text or "") > 255)
        for one in itertools.chain(_all(root, "formula1"), _all(root, "formula2"), _all(root, "formula")):
            yield from self._formula(one.text or "")
        yield from self._notes(part, root)

    def _cells(self, root: Element) -> Iterator[str]:
        last_row = 0
        for row in _all(root, "row"):
            number, last_column = int(row.get("r", "0")), 0
            if not last_row < number <= LAST_ROW or float(row.get("ht", "0")) > HIGHEST_ROW:
                yield f"row {number} is out of order or too high"
            last_row = number
            for cell in row:
                column, at, *_ = range_boundaries(cell.get("r", ""))
                if at != number or not last_column < column <= LAST_COLUMN:
                    yield f"{cell.get('r')} is out of order"
                last_column = column
                yield from self._cell(cell)

    def _cell(self, cell: Element) -> Iterator[str]:
        held = {_local(one): one.text or "" for one in cell}
        if int(cell.get("s", "0")) >= self.formats:
            yield f"{cell.get('r')} has no format"
        if cell.get("t") == "s" and int(held["v"]) >= len(self.strings):
            yield f"{cell.get('r')} has no text"
        if cell.get("t") == "inlineStr" and length("".join(cell.itertext())) > LONGEST_TEXT:
            yield f"{cell.get('r')} is too long"
        if held.get("f"):
            yield from self._formula(held["f"])

    def _formula(self, formula: str) -> Iterator[str]:
        if formula.startswith("=") or length(formula) > LONGEST_FORMULA or NEWER.search(re.sub('"[^"]*"', "", formula)):
            yield f"{formula[:40]} is no formula for a file"
        known = {name.casefold() for name, _ in self.sheets}
        try:
            items = Tokenizer("=" + formula).items
        except TokenizerError:
            yield f"{formula[:40]} cannot be read"
            return
        for item in items:
            if item.type == "OPERAND" and item.subtype == "RANGE" and "!" in item.value and item.value[0] != "#":
                sheet = item.value.rpartition("!")[0]
                if sheet.removeprefix("'").removesuffix("'").replace("''", "'").casefold() not in known:
                    yield f"{formula[:40]} points to a sheet that is not there"

    def _notes(self, part: str, root: Element) -> Iterator[str]:
        links = self.links(part)
        notes = [
            one for name in links.values() if "comments" in name.lower() for one in _all(self.trees[name], "comment")
        ]
        drawn = [self.trees[links[one.get(f"{OFFICE}id", "")]] for one in _all(root, "legacyDrawing")]
        shapes = {
            (int(one.findtext(f"{VML}Row", "0")), int(one.findtext(f"{VML}Column", "0")))
            for drawing in drawn
            for one in drawing.iter(f"{VML}ClientData")
        }
        for note in notes:
            column, row, *_ = range_boundaries(note.get("ref", ""))
            if (row - 1, column - 1) not in shapes:
                yield f"the note on {note.get('ref')} is not drawn"


def _columns(root: Element) -> Iterator[str]:
    last = 0
    for one in _all(root, "col"):
        low, high = int(one.get("min", "0")), int(one.get("max", "0"))
        if not last < low <= high <= LAST_COLUMN or float(one.get("width", "0")) > WIDEST:
            yield f"columns {low} to {high} have two widths or none that can be"
        last = high


def _validations(root: Element) -> Iterator[str]:
    taken: list[tuple[int, ...]] = []
    for one in _all(root, "dataValidation"):
        yield from (f"its {name} is too long" for name, most in LONGEST.items() if length(one.get(name, "")) > most)
        formula = next((child.text or "" for child in one if _local(child) == "formula1"), "")
        listed = formula.startswith('"')
        if length(formula) > LONGEST_CHOICES + 2 * listed or (listed and not re.fullmatch(r'"([^"]|"")+"', formula)):
            yield f"{formula[:40]} are no choices"
        for area in one.get("sqref", "").split():
            box = range_boundaries(area)
            if any(_overlap(box, other) for other in taken):
                yield f"{area} is checked twice"
            taken.append(box)


def _merged(root: Element) -> Iterator[str]:
    boxes = [range_boundaries(one.get("ref", "")) for one in _all(root, "mergeCell")]
    if any(_overlap(one, other) for one, other in itertools.combinations(boxes, 2)):
        yield "merged cells overlap"


def _overlap(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _resolved(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _all(root: Element, name: str) -> Iterator[Element]:
    """Elements of a name in the main namespace of the root's own kind, whatever it is."""
    space = root.tag.rpartition("}")[0]
    return root.iter(f"{space}}}{name}" if space else name)


def _group(styles: Element, name: str) -> list[Element]:
    return [one for group in _all(styles, name) for one in group]
