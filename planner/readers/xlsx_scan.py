"""What an `.xlsx` sheet holds, seen before it is read: how far its cells reach, errors, formulas, currencies.

The reader allocates the box that the cells span, and shows neither errors nor formulas saved without a result nor
number formats. The usual way of writing a sheet is searched by patterns; anything unusual goes through an XML parser.
Rows and columns count from 1 here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from planner.errors import FileRefused
from planner.readers.cell_names import LETTERS, column_number
from planner.readers.fills import STYLES, note_fills
from planner.readers.zip_limits import LONGEST, Archive, has, parse_tags, refuse_entities

_ERROR = re.compile(
    rb'<c r="([A-Z]{1,3}\d{1,7})"[^<>]*\bt="e"[^<>]*>(?:<f[^<>]*?(?:/>|>[^<]{0,8192}</f>))?<v>([^<]{1,20})</v>'
)
_NO_VALUE = re.compile(
    rb'<c r="([A-Z]{1,3}\d{1,7})"[^<>]*>\s*<f[^<>]*?(?:/>|>[^<]{0,8192}</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>'
)
_FAR = re.compile(rb'<c(?! r="[A-Z]\d)(?: r="([A-Z]{2,3})\d|[\s/>])')
"""Cells beyond column Z, with the letters of their column, and cells that are written in an unusual way."""
_ROWS = re.compile(rb'<row(?: r="(\d{1,7})"|[\s/>])')
"""Every row, with its number where it is written in the usual way."""
_FILLED = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"(?:[^<>]*[^<>/])?>')
_STYLED = re.compile(rb'<c r="([A-Z]{1,3})\d{1,7}" s="(\d{1,5})"')
_EACH_STYLED = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})" s="(\d{1,5})"')
_SIGN = re.compile(r"\[\$([^\]-]*)(?:-[^\]]*)?\]|\"([^\"]{1,4})\"|([$€£¥₹₽₩])")
MOST_NAMED = 2000
"""So many errors and empty formulas of a sheet are named by their cells."""
SHORTEST = len(b"<c><v>1</v></c>")
"""Bytes of a cell with content, at least."""
STYLE_SAMPLE = 1 << 17
FILLS_SEEN = 1 << 19
"""So many bytes of a sheet are looked at for colours: nobody marks longer lists by hand."""
HEAD = 1 << 13
"""Bytes of a piece that show how its cells are written: a program writes all of them alike."""
MOST_UNUSUAL = 6_000_000
"""Tags of a sheet that is written in an unusual way."""
_CELL = re.compile(rb"<(?:[^\s<>/:]{1,20}:)?c[\s/>]")


@dataclass(frozen=True)
class SheetScan:
    """What the scan of one sheet found.

    Attributes:
        rows, columns: of a box from A1 in which every cell stands, 26 columns or more.
        errors: text of each error by cell, such as `{"D5": "#REF!"}`.
        no_value: cells with a formula that was saved without its result.
        currencies: the commonest currency sign of each column's number formats, by letter.
        signs: where a column's formats show several, the sign of each of its cells: by letter, then row.
        fills: the colour of each filled cell, by row from 1 and column from 0; of a long sheet only at its head.
        struck: the cells that are struck through, likewise.
    """

    rows: int
    columns: int
    errors: Mapping[str, str] = field(default_factory=dict)
    no_value: frozenset[str] = frozenset()
    currencies: Mapping[str, str] = field(default_factory=dict)
    signs: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    fills: Mapping[tuple[int, int], str] = field(default_factory=dict)
    struck: frozenset[tuple[int, int]] = frozenset()


def scan_sheet(
    archive: Archive,
    part: str,
    signs: Mapping[int, str],
    most_cells: int,
    fills: Mapping[int, str],
    strikes: Mapping[int, str],
) -> SheetScan:
    """Scan a sheet.

    Args:
        signs: currency sign of each cell style that has one (`currency_styles`).
        most_cells: so many cells may hold something; and a box up to so many is not measured more closely (cells with
            a format only may count).
        fills: colour of each cell style that is filled (`fill_styles`).
        strikes: the cell styles that are struck through (`struck_styles`).

    Raises:
        FileRefused: when the part is damaged or past a limit.
    """
    box, usual = _Box(), True
    errors: dict[str, str] = {}
    empty: set[str] = set()
    found: Counter[tuple[str, str]] = Counter()
    seen = 0
    several = len(set(signs.values())) > 1
    each: dict[str, dict[int, str]] = {}
    filled: dict[tuple[int, int], str] = {}
    struck: dict[tuple[int, int], str] = {}
    for piece in _whole_cells(archive, part):
        usual = usual and box.add(piece)
        if has(piece, b"e", b't="e"') and len(errors) < MOST_NAMED:
            errors |= {cell.decode(): text.decode(errors="replace") for cell, text in _ERROR.findall(piece)}
        if has(piece, b"f", b"<f") and len(empty) < MOST_NAMED:
            empty |= {cell.decode() for cell in _NO_VALUE.findall(piece)}
        if signs and seen < STYLE_SAMPLE:
            for letters, style in _STYLED.findall(piece, 0, STYLE_SAMPLE):
                if int(style) in signs:
                    found[letters.decode(), signs[int(style)]] += 1
        if several:
            _note_signs(piece, signs, each)
        if fills and seen < FILLS_SEEN:
            note_fills(piece, fills, filled)
        if strikes and seen < FILLS_SEEN:
            note_fills(piece, strikes, struck)
        seen += len(piece)
    if seen > SHORTEST * most_cells and sum(piece.count(b"</c>") for piece in archive.pieces(part)) > most_cells:
        raise FileRefused(
            f"A sheet of {archive.file} holds more than the {most_cells:,} cells that are read; keep only the client "
            "list in it."
        )
    if not usual:
        box = _parsed_box(archive, part)
    elif box.rows * box.columns > most_cells:
        box = _filled_box(archive, part)
    mixed = {letters: cells for letters, cells in each.items() if len(set(cells.values())) > 1}
    best = {letters: sign for (letters, sign), _ in reversed(found.most_common())}
    return SheetScan(box.rows, box.columns, errors, frozenset(empty), best, mixed, filled, frozenset(struck))


def _note_signs(piece: bytes, signs: Mapping[int, str], each: dict[str, dict[int, str]]) -> None:
    """Note the currency sign of every cell whose number format has one."""
    for letters, row, style in _EACH_STYLED.findall(piece):
        sign = signs.get(int(style))
        if sign:
            each.setdefault(letters.decode(), {})[int(row)] = sign


def _whole_cells(archive: Archive, part: str) -> Iterator[bytes]:
    """The sheet in pieces that end at the end of a row or a cell, so that no cell is cut in two."""
    rest = b""
    for piece in archive.pieces(part):
        refuse_entities(piece, archive.file)
        rest += piece
        cut = max(rest.rfind(b"</c>") + 4, rest.rfind(b"</row>") + 6)
        if cut <= 6 and len(rest) > LONGEST:
            cut = _before_a_cell(rest, archive)
        if cut > 6:
            yield rest[:cut]
            rest = rest[cut:]
    if rest:
        yield rest


def _before_a_cell(piece: bytes, archive: Archive) -> int:
    """How much of a long piece in which no cell ends can be cut off: what stands before the cell that it may begin.

    Raises:
        FileRefused: when the piece is a single cell, longer than any program writes.
    """
    begins = _CELL.search(piece)
    if begins is None:
        return max(piece.rfind(b"<"), 0) or len(piece)
    if begins.start() <= 6:
        raise archive.damaged()
    return begins.start()


@dataclass
class _Box:
    """A box in which all cells stand, made up piece by piece."""

    rows: int = 0
    columns: int = 0

    def add(self, piece: bytes) -> bool:
        """Take in a piece; whether all of its rows and cells are written in the usual way."""
        letters, rows = set(_FAR.findall(piece)), set(_ROWS.findall(piece))
        if b"" in letters | rows or _prefixed(piece):
            return False
        self.columns = max([self.columns, LETTERS, *(column_number(text.decode()) for text in letters)])
        self.rows = max([self.rows, *map(int, rows)])
        return True


def _prefixed(piece: bytes) -> bool:
    """Whether a piece has cells under a prefix; its beginning says so."""
    head = piece[:HEAD]
    return any(odd in head for odd in (b":c ", b":c>", b":row"))


def _filled_box(archive: Archive, part: str) -> _Box:
    """The box of cells that hold something; those with a format only are left out."""
    box = _Box()
    for piece in _whole_cells(archive, part):
        for letters, row in set(_FILLED.findall(piece)):
            box.rows, box.columns = max(box.rows, int(row)), max(box.columns, column_number(letters.decode()))
    return box


def _parsed_box(archive: Archive, part: str) -> _Box:
    """The box of a sheet that is written in an unusual way: other quotes, prefixes, cells without references."""
    far = {"row": 0, "column": 0, "rows": 0, "columns": 0}

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == "row":
            far["row"] = int(attributes.get("r", far["row"] + 1))
            far["column"] = 0
        elif tag == "c":
            reference = attributes.get("r", "")
            letters = reference.rstrip("0123456789")
            far["column"] = column_number(letters) if letters else far["column"] + 1
            far["row"] = int(reference[len(letters) :] or far["row"])
        elif tag in {"v", "is"}:
            far["rows"] = max(far["rows"], far["row"])
            far["columns"] = max(far["columns"], far["column"])

    parse_tags(_few_tags(archive, part), start, archive)
    return _Box(far["rows"], far["columns"])


def _few_tags(archive: Archive, part: str) -> Iterator[bytes]:
    """The pieces of a part that is gone through tag by tag, as far as that does not take long.

    Raises:
        FileRefused: when it has too many tags.
    """
    tags = 0
    for piece in archive.pieces(part):
        tags += piece.count(b"<")
        if tags > MOST_UNUSUAL:
            raise FileRefused(
                f"A sheet of {archive.file} is very long and written in an unusual way; open it in Excel and save it "
                "again, or save only the client list."
            )
        yield piece


def sheet_parts(archive: Archive) -> dict[str, str]:
    """The part of each sheet by the sheet's name; empty where the workbook does not say."""
    book, links = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
    if book not in archive.parts or links not in archive.parts:
        return {}
    targets: dict[str, str] = {}
    sheets: dict[str, str] = {}

    def link(tag: str, attributes: dict[str, str]) -> None:
        if tag == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    def sheet(tag: str, attributes: dict[str, str]) -> None:
        if tag == "sheet":
            sheets[attributes.get("name", "")] = next((v for k, v in attributes.items() if _tag(k) == "id"), "")

    for part, take in ((links, link), (book, sheet)):
        archive.count_tags(part)
        parse_tags([archive.text(part)], take, archive)
    found = {name: _part(targets.get(key, "")) for name, key in sheets.items()}
    return {name: part for name, part in found.items() if part in archive.parts}


def _part(target: str) -> str:
    """The part that a link of the workbook leads to."""
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def currency_styles(archive: Archive) -> dict[int, str]:
    """Currency sign of each cell style whose number format has one; none where the styles are damaged.

    Raises:
        FileRefused: when there are more styles than a spreadsheet program makes.
    """
    if STYLES not in archive.parts:
        return {}
    formats: dict[int, str] = {}
    numbers: list[int] = []
    within = ""

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal within
        if tag == "numFmt":
            if sign := _currency_of(attributes.get("formatCode", "")):
                formats[int(attributes.get("numFmtId", -1))] = sign
        elif tag in {"cellStyleXfs", "cellXfs", "cellStyles", "dxfs"}:
            within = tag
        elif tag == "xf" and within == "cellXfs":
            numbers.append(int(attributes.get("numFmtId", 0)))

    archive.count_tags(STYLES)
    try:
        parse_tags([archive.text(STYLES)], start, archive)
    except FileRefused:
        return {}
    return {i: formats[number] for i, number in enumerate(numbers) if number in formats}


def _currency_of(code: str) -> str:
    for match in _SIGN.finditer(code.split(";", maxsplit=1)[0]):
        sign = (match[1] or match[2] or match[3] or "").strip()
        if sign and (sign in "$€£¥₹₽₩" or (sign.isalpha() and sign.isupper() and len(sign) == 3)):
            return sign
    return ""


def _tag(name: str) -> str:
    """An attribute without its prefix."""
    return name.rpartition(":")[2]
