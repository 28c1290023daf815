"""Colours of rows: what a key says that they mean, and which accounts are marked by them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from colorsys import rgb_to_hsv
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final

from planner.detection.rows.body import Body
from planner.detection.rows.lone_rows import is_known_title
from planner.detection.rows.total_rows import is_named_total
from planner.detection.table import Table, letter
from planner.parsing.cell_values import Cells, is_number
from planner.parsing.standing.legends import Legend
from planner.readers.workbook import Sheet
from planner.records.issues import Issue
from planner.vocabulary import Severity

COLOUR: Final = "colour "
"""What stands before a colour among the codes of a key."""
FEW: Final = 2
"""A row of a key holds no more texts."""
LONGEST: Final = 60
LEAST: Final = 2
"""So many colours are explained where any are: one filled cell is but a title."""
MOST: Final = 0.8
"""A colour of more accounts than this share marks none of them."""
LEAST_BANDS: Final = 3
LIT: Final = 0.5
"""A column without any text holds lights where so many of its cells are filled, in two colours or more."""
HUES: Final = ((20, "red"), (70, "amber"), (170, "green"), (340, ""), (360, "red"))
"""Names of lights, each with the degrees of hue up to which it goes; `""` for other colours."""
NAMED: Final = {"yellow": "amber", "orange": "amber", "gray": "grey", "pink": "red"}
"""Names that people give colours, and those of `HUES`."""
COLOURS: Final = ("green", "yellow", "amber", "orange", "red", "pink", "grey", "gray")
_NAMED: Final = re.compile(rf"^\s*({'|'.join(COLOURS)})\s*(?:=|:|–|-|means|is)\s*(\S.*)$", re.IGNORECASE)
_APART: Final = re.compile(r"\s*[,;|\n]\s*|\s{3,}")
SEEN: Final = 400
"""So many rows are looked at for colours that are named."""
PALE: Final = 0.15
"""Colours with less saturation are grey."""


def colour_keys(sheets: Iterable[Sheet]) -> Legend:
    """What colours mean, by `colour` and their name, from filled cells with a text in them or right of them."""
    found: dict[str, tuple[str, ...]] = {}
    for sheet in sheets:
        said = set(_explained(sheet))
        if len({colour for colour, _ in said}) < len(said):
            continue  # of a key each colour says one thing; these are rows of a list
        for colour, text in sorted(said):
            found.setdefault(f"{COLOUR}{colour.lower()}", (text,))
    return found if len(found) >= LEAST else {}


def colour_words(table: Table) -> Legend:
    """What colours mean, likewise, from texts anywhere on the sheet that name a colour (`green = good payer`)."""
    texts = dict.fromkeys(cell for row in table.sheet.rows[:SEEN] for cell in row if isinstance(cell, str))
    whole = "\n".join(texts).lower()
    if not any(colour in whole for colour in COLOURS):
        return {}
    cells = (cell for cell in texts if len(cell) <= 2 * LONGEST)
    named = (match for cell in cells for match in map(_NAMED.match, _APART.split(cell)) if match)
    return {f"{COLOUR}{NAMED.get(match[1].lower(), match[1].lower())}": (match[2].strip(),) for match in named}


def _explained(sheet: Sheet) -> Iterator[tuple[str, str]]:
    fills = sheet.scan.fills if sheet.scan is not None else {}
    for (row, column), colour in sorted(fills.items()):
        cells = sheet.rows[row - 1] if row <= len(sheet.rows) else ()
        texts = [cell for cell in cells if cell != ""]
        if not 0 < len(texts) <= FEW or column >= len(cells) or any(map(is_number, texts)):
            continue
        beside = cells[column] if cells[column] != "" else cells[column + 1] if column + 1 < len(cells) else ""
        if _is_meaning(beside):
            yield colour, beside.strip()


def _is_meaning(text: Any) -> bool:
    if not isinstance(text, str) or not 1 < len(text.strip()) <= LONGEST:
        return False
    return not text.isupper() and not is_named_total(text) and not (text[:1].isupper() and is_known_title(text))


def colours_of_rows(found: Table, rows: Sequence[int], column: int) -> Mapping[int, str]:
    """The colour in which each account is marked, by its position among some rows (from 1), in the column of names.

    Empty where nearly all are marked alike, or rows in turns: that is the look of the list.
    """
    fills = found.sheet.scan.fills if found.sheet.scan is not None else {}
    if not fills or found.cells:
        return {}
    marked = {i: fills[row, column] for i, row in enumerate(rows) if (row, column) in fills}
    usual = {colour for colour, count in Counter(marked.values()).items() if count > MOST * len(rows)}
    return {} if _banded(marked, rows) else {i: colour for i, colour in marked.items() if colour not in usual}


def _banded(marked: Mapping[int, str], rows: Sequence[int]) -> bool:
    """Whether every second row is filled, in one colour."""
    turns = sorted(rows[i] for i in marked)
    apart = {second - first for first, second in pairwise(turns)}
    return len(turns) >= LEAST_BANDS and len(set(marked.values())) == 1 and apart == {2}


def meanings_of_rows(found: Table, rows: Sequence[int], column: int, keys: Legend) -> Mapping[int, str]:
    """What the colours of accounts mean, by position, where a key says it."""
    colours = colours_of_rows(found, rows, column)
    said = {colour: _meaning(colour, keys) for colour in set(colours.values())}
    return {i: said[colour] for i, colour in colours.items() if said[colour]}


def _meaning(colour: str, keys: Legend) -> str:
    """What a key says of a colour, or of its name, or `""`."""
    by_name = keys.get(f"{COLOUR}{light_of(colour)}", ("",))
    return keys.get(f"{COLOUR}{colour.lower()}", by_name)[0]


def colours_told(found: Table, rows: Sequence[int], column: int, keys: Legend) -> tuple[Issue, ...]:
    """A note on what marked names were taken for, and one on marked names of which nothing says what that means."""
    colours = colours_of_rows(found, rows, column)
    meanings = meanings_of_rows(found, rows, column, keys)
    place, sheet = f"{letter(column)}{found.header_row}", found.sheet.name
    issues = []
    if meanings:
        said = ", ".join(f"“{text}” of {count:,}" for text, count in Counter(meanings.values()).items())
        message = f"The colours of names were read as the key of the workbook says: {said}."
        issues.append(
            Issue(
                "colours-read", Severity.NOTE, message, "Change the colour or the key where it is wrong.", sheet, place
            )
        )
    silent = len(colours) - len(meanings)
    if silent:
        message = (
            f"{silent:,} name{'s are' if silent > 1 else ' is'} marked by a colour, and nothing says what that means; "
            "it was not read."
        )
        fix = "Write a key on the sheet: a cell in the colour, and beside it what it means."
        issues.append(Issue("colours-not-read", Severity.NOTE, message, fix, sheet, place))
    return tuple(issues)


def with_lights(body: Body, table: Table, keys: Legend) -> Body:
    """The rows with words for the lights of columns that hold nothing but filled cells (`RAG`): those of a key, else
    green, amber and red."""
    fills = table.sheet.scan.fills if table.sheet.scan is not None else {}
    if not fills or table.cells or not body.columns:
        return body
    rows = body.rows.tolist()
    columns, lit = list(body.columns), []
    for j in sorted({column for _, column in fills} & set(range(len(columns)))):
        if not table.headers[j] or any(cell != "" for cell in columns[j]):
            continue
        colours = [fills.get((row, j), "") for row in rows]
        said = {colour: keys.get(f"{COLOUR}{colour.lower()}", (light_of(colour),))[0] for colour in set(colours) - {""}}
        if sum(map(bool, colours)) < LIT * len(rows) or len(set(said.values()) - {""}) < LEAST:
            continue
        columns[j] = Cells(said.get(colour, "") for colour in colours)
        lit.append(j)
    if not lit:
        return body
    names = ", ".join(f"“{table.headers[j]}”" for j in lit)
    issue = Issue(
        "lights-read", Severity.NOTE, f"{names} holds colours and no text; the colours were read as words.",
        "Write the words into the cells where they are others.", table.sheet.name,
        f"{letter(lit[0])}{table.header_row}",
    )  # fmt: skip
    return replace(body, columns=tuple(columns), issues=(*body.issues, issue))


def light_of(colour: str) -> str:
    """`green`, `amber`, `red` or `grey` for a colour of a fill, `""` for others and those of a theme."""
    if len(colour) != len("RRGGBB") or " " in colour:
        return ""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, saturation, _ = rgb_to_hsv(red, green, blue)
    if saturation < PALE:
        return "grey"
    return next(name for upto, name in HUES if 360 * hue <= upto)
