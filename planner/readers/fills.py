"""The colours in which cells of an `.xlsx` are filled, and which are struck through: people mark rows by them, and
explain the colours in a key.

White, patterns and no fill are no colours. A colour is called as the file writes it (`92D050`, `theme 9 0.4`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from planner.errors import FileRefused
from planner.readers.cell_names import column_number
from planner.readers.zip_limits import Archive, parse_tags

STYLES: Final = "xl/styles.xml"
STRIKE: Final = b"<strike"
STRUCK: Final = "struck through"
SOLID: Final = b"solid"
WHITE: Final = frozenset({"FFFFFF", "theme 0 0", "indexed 9", "indexed 65"})
_EACH_STYLED = re.compile(rb"<c r=[\"']([A-Z]{1,3})(\d{1,7})[\"'] s=[\"'](\d{1,5})[\"']")
SECTIONS: Final = frozenset({"fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"})


def fill_styles(archive: Archive) -> dict[int, str]:
    """The colour of each cell style that is filled with one; none where the styles are damaged.

    Raises:
        FileRefused: when there are more styles than a spreadsheet program makes.
    """
    solid = False

    def colour(tag: str, attributes: Mapping[str, str]) -> str | None:
        nonlocal solid
        if tag == "patternFill":
            solid = attributes.get("patternType") == "solid"
        return _colour(attributes) if tag == "fgColor" and solid else None

    return _styles(archive, SOLID, ("fills", "fill", "fillId"), colour)


def struck_styles(archive: Archive) -> dict[int, str]:
    """The cell styles whose font is struck through, each called `STRUCK`; none where the styles are damaged.

    Raises:
        FileRefused: when there are more styles than a spreadsheet program makes.
    """

    def struck(tag: str, attributes: Mapping[str, str]) -> str | None:
        if tag != "strike":
            return None
        return "" if attributes.get("val", "1") in {"0", "false"} else STRUCK

    return _styles(archive, STRIKE, ("fonts", "font", "fontId"), struck)


def _styles(
    archive: Archive,
    mark: bytes,
    names: tuple[str, str, str],
    called: Callable[[str, Mapping[str, str]], str | None],
) -> dict[int, str]:
    """What each cell style is called by its fill or its font, without those called ""; none where no `mark` stands.

    Args:
        names: the section of the fills or fonts, one of them in it, and the attribute by which a style names its own.
        called: what a tag within one says of it, None for nothing.
    """
    if STYLES not in archive.parts or mark not in archive.text(STYLES):
        return {}
    section, one, attribute = names
    found: list[str] = []
    styles: list[int] = []
    within = ""

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal within
        if tag in SECTIONS:
            within = tag
        elif within == section and tag == one:
            found.append("")
        elif within == section and found:
            said = called(tag, attributes)
            found[-1] = found[-1] if said is None else said
        elif tag == "xf" and within == "cellXfs":
            styles.append(int(attributes.get(attribute, 0)))

    archive.count_tags(STYLES)
    try:
        parse_tags([archive.text(STYLES)], start, archive)
    except FileRefused:
        return {}
    return {i: found[at] for i, at in enumerate(styles) if 0 <= at < len(found) and found[at]}


def note_fills(piece: bytes, styles: Mapping[int, str], found: dict[tuple[int, int], str]) -> None:
    """Note the colour of every filled cell in a piece of a sheet, by its row from 1 and column from 0."""
    for letters, row, style in _EACH_STYLED.findall(piece):
        colour = styles.get(int(style))
        if colour:
            found[int(row), column_number(letters.decode()) - 1] = colour


def _colour(attributes: Mapping[str, str]) -> str:
    """What a colour is called, `""` for white."""
    if "rgb" in attributes:
        name = attributes["rgb"].upper()[-6:]
    elif "theme" in attributes:
        name = f"theme {attributes['theme']} {float(attributes.get('tint', 0)):.3g}"
    else:
        name = f"indexed {attributes.get('indexed', '')}"
    return "" if name in WHITE else name
