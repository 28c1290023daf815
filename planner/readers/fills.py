"""The colours in which cells of an `.xlsx` are filled, and which are struck through: people mark rows by them, and
explain the colours in a key.

White, patterns and no fill are no colours. A colour is called as the file writes it (`92D050`, `theme 9 0.4`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from planner.errors import FileRefused
from planner.readers.zip_limits import Archive, parse_tags

STYLES: Final = "xl/styles.xml"
STRIKE: Final = b"<strike"
STRUCK: Final = "struck through"
SOLID: Final = b"solid"
WHITE: Final = frozenset({"FFFFFF", "theme 0 0", "indexed 9", "indexed 65"})
_EACH_STYLED = re.compile(rb"<c r=[\"']([A-Z]{1,3})(\d{1,7})[\"'] s=[\"'](\d{1,5})[\"']")
LETTERS: Final = 26


def fill_styles(archive: Archive) -> dict[int, str]:
    """The colour of each cell style that is filled with one; none where the styles are damaged.

    Raises:
        FileRefused: when there are more styles than a spreadsheet program makes.
    """
    if STYLES not in archive.parts or SOLID not in archive.text(STYLES):
        return {}
    colours: list[str] = []
    styles: list[int] = []
    within, solid = "", False

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal within, solid
        if tag in {"fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"}:
            within = tag
        elif tag == "fill" and within == "fills":
            colours.append("")
        elif tag == "patternFill":
            solid = attributes.get("patternType") == "solid"
        elif tag == "fgColor" and within == "fills" and solid and colours:
            colours[-1] = _colour(attributes)
        elif tag == "xf" and within == "cellXfs":
            styles.append(int(attributes.get("fillId", 0)))

    archive.count_tags(STYLES)
    try:
        parse_tags([archive.text(STYLES)], start, archive)
    except FileRefused:
        return {}
    known = {i: colours[fill] for i, fill in enumerate(styles) if 0 <= fill < len(colours)}
    return {i: colour for i, colour in known.items() if colour}


def struck_styles(archive: Archive) -> dict[int, str]:
    """The cell styles whose font is struck through, each called `STRUCK`; none where the styles are damaged.

    Raises:
        FileRefused: when there are more styles than a spreadsheet program makes.
    """
    if STYLES not in archive.parts or STRIKE not in archive.text(STYLES):
        return {}
    fonts: list[bool] = []
    styles: list[int] = []
    within = ""

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal within
        if tag in {"fonts", "fills", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"}:
            within = tag
        elif tag == "font" and within == "fonts":
            fonts.append(False)
        elif tag == "strike" and within == "fonts" and fonts:
            fonts[-1] = attributes.get("val", "1") not in {"0", "false"}
        elif tag == "xf" and within == "cellXfs":
            styles.append(int(attributes.get("fontId", 0)))

    archive.count_tags(STYLES)
    try:
        parse_tags([archive.text(STYLES)], start, archive)
    except FileRefused:
        return {}
    return {i: STRUCK for i, font in enumerate(styles) if 0 <= font < len(fonts) and fonts[font]}


def note_fills(piece: bytes, styles: Mapping[int, str], found: dict[tuple[int, int], str]) -> None:
    """Note the colour of every filled cell in a piece of a sheet, by its row from 1 and column from 0."""
    for letters, row, style in _EACH_STYLED.findall(piece):
        colour = styles.get(int(style))
        if colour:
            found[int(row), _index(letters.decode())] = colour


def _colour(attributes: Mapping[str, str]) -> str:
    """What a colour is called, `""` for white."""
    if "rgb" in attributes:
        name = attributes["rgb"].upper()[-6:]
    elif "theme" in attributes:
        name = f"theme {attributes['theme']} {float(attributes.get('tint', 0)):.3g}"
    else:
        name = f"indexed {attributes.get('indexed', '')}"
    return "" if name in WHITE else name


def _index(letters: str) -> int:
    number = 0
    for mark in letters:
        number = number * LETTERS + ord(mark) - 64
    return number - 1
