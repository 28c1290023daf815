"""Lists in a single column: pasted lines such as `Northgate Foods – client – 40k – Maya` are split into columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from planner.detection.headers.known_headers import headerness
from planner.detection.keys import codes_of_people
from planner.detection.rows.lone_rows import NOTE_STARTS, is_known_title
from planner.detection.rows.ragged_lines import INDUSTRY, RELATIONSHIP, aligned, named_parts, read_as_fee
from planner.detection.table import Table, letter
from planner.parsing.money.money import read_amount
from planner.parsing.standing.legends import read_legend
from planner.parsing.standing.relationships import relationship_of
from planner.parsing.standing.statuses import status_of
from planner.parsing.text_shapes import reads_like_name
from planner.readers.workbook import Rows, Sheet

SEPARATORS = ("\t", " | ", "|", " – ", " — ", " - ", " -- ", " / ", ";", ", ", " : ", ": ")
"""What may part a line, the likeliest first."""
NEED_TWO = frozenset({", ", " / ", ": ", " : ", ";"})
"""Signs that stand in names too: they part lines only where they stand in them twice."""
TWICE = 2
ENOUGH = 0.6
"""A separator parts the list where it stands in at least this share of its lines."""
FEWEST_LINES = 2
FEWEST_PARTED = 3
HEAD = 100
"""So many rows show whether a sheet has more columns than one."""
LEAST_TITLES = 2
"""Under so many titles that say what accounts are, lines need not be understood any further."""
MOST_TELL = 0.8
ALIKE = 0.8
"""Where so many rows have the same number of cells, and more than two, they are columns."""
IN_WORDS = 0.9
"""Of the commas in the lines of a text at least this share has a space behind it or groups thousands."""
_GROUPED = re.compile(r"\d,\d{3}(?!\d)")
_COLON = re.compile(r"^(?P<name>[^:,;]{2,60}):\s+(?P<rest>\S.*)$")
_SEMICOLON = re.compile(r"^(?P<name>[^:,;.]{2,40});\s+(?P<rest>\S.*)$")
_ASIDE = re.compile(r"^(?P<name>[^()]{2,60}?)\s*\((?P<rest>[^()]+)\)$")
_ITEMS = re.compile(r"\s*[,;]\s+")
_FIRST = re.compile(r"^(?P<what>[^,.;:]{2,30})[,.;:]\s+(?P<rest>\S.*)$")
_BUSINESS = re.compile(  # two words in small letters behind a name
    r"^(?P<name>.*[^\W_].*?)(?:,\s(?P<what>[^\W\dA-ZÀ-Þ_]+(?:\s[^\W\dA-ZÀ-Þ_]+)?)"
    r"|\s\((?P<aside>[^\W\dA-ZÀ-Þ_]+(?:\s[^\W\dA-ZÀ-Þ_]+)?)\))$"
)
_BULLET = re.compile(r"^\s*(?:[-*•·–—>]|\(?\d{1,3}[.)])\s+")
_DASHES = re.compile(r"\s+(?:[-–—]+|\|)\s+|\t")
_WHOLE = re.compile(r"^\s*[\d.,]+\s*$")


def ragged_table(sheet: Sheet) -> Table | None:
    """The list that pasted lines of uneven parts make, its columns under headers of our own; else None.

    Lines above the first that is parted are titles.
    """
    lines, prose = _lines(sheet)
    parts = {i: _parts_of_line(_BULLET.sub("", line)) for i, line in lines.items()}
    parted = [i for i, found in parts.items() if len(found) > 1]
    if len(parted) < FEWEST_PARTED or len(parted) < ENOUGH * len(lines):
        return None
    if _is_heading(parted[0], sheet.rows, lines, parts):
        parted = parted[1:]
    first, counts = parted[0], {len(parts[i]) for i in parted}
    heads = all(headerness(part) for part in parts[first]) and not any(map(str.isdigit, "".join(parts[first])))
    if heads or (len(counts) == 1 and len(parted) == len(lines)):
        return None
    titled = sum(is_known_title(line) for i, line in lines.items() if i not in parted) >= LEAST_TITLES
    parted_lines = [found for i, found in parts.items() if i >= first]
    people = codes_of_people(read_legend([line] for i, line in lines.items() if i not in parted))
    rows = aligned(parted_lines, people)
    if titled or (prose and rows is None):
        rows = _with_businesses(parted_lines, titled, people)
    if rows is None:
        return None
    headers, found = rows
    said = dict(zip((i for i in parts if i >= first), found, strict=True))
    width = len(headers)
    titles = {i: [line, *[""] * (width - 1)] for i, line in lines.items() if i < first}
    cells = [said.get(i, titles.get(i, [""] * width)) for i in range(len(sheet.rows))]
    only = letter(min(j for row in sheet.rows for j, cell in enumerate(row) if cell != ""))
    return Table(replace(sheet, rows=cells, merged=(), only=only), first, headers, first, 0, 0.0, top=first + 1)


def _is_heading(at: int, rows: Rows, lines: Mapping[int, str], parts: Mapping[int, Sequence[str]]) -> bool:
    """Whether the first of the parted lines heads all of them: a blank row, a key or a remark follows, then a title.

    Without titles it heads lines of which most say something, as it does not, and which have more parts.
    """
    after = [i for i in lines if i > at]
    among = after[: next((n for n, i in enumerate(after) if len(parts[i]) > 1), 0)]
    apart = not any(rows[at + 1]) or (bool(among) and not is_known_title(lines[among[0]]))
    if not apart or any(map(_says_one_thing, parts[at])):
        return False
    others = [found for i, found in parts.items() if i > at and len(found) > 1]
    telling = [found for found in others if len(found) > len(parts[at]) and any(map(_says_one_thing, found[1:]))]
    return any(is_known_title(lines[i]) for i in among) or len(telling) >= MOST_TELL * len(others)


def _parts_of_line(line: str) -> list[str]:
    """What dashes part in a line, else a name before a colon and what is said of it; and a word for what it is apart.

    `Northgate Foods – client, pays us £6,000` has three parts.
    """
    found = [part.strip() for part in _DASHES.split(line)]
    colon = _COLON.match(line) if len(found) == 1 else None
    if colon and reads_like_name(colon["name"]) and not colon["name"].lower().startswith(NOTE_STARTS):
        found = [colon["name"], colon["rest"]]
    semicolon = _SEMICOLON.match(line) if len(found) == 1 else None
    if semicolon and reads_like_name(semicolon["name"]):
        found = [semicolon["name"], semicolon["rest"]]
    aside = _ASIDE.match(found[0])
    items = _ITEMS.split(aside["rest"]) if aside else []
    if aside and any(relationship_of(item) or status_of(item).said or read_as_fee(item) for item in items):
        found = [aside["name"], *items, *found[1:]]
    parts = found[:1]
    for part in found[1:]:
        rest = part
        while (first := _FIRST.match(rest)) and _says_one_thing(first["what"]):
            parts.append(first["what"])
            rest = first["rest"]
        parts.append(rest)
    return parts


def _says_one_thing(text: str) -> bool:
    """Whether a text says what an account is, how things stand with it, or what it pays, and no more."""
    return relationship_of(text) is not None or status_of(text).said or read_as_fee(text)


def _with_businesses(
    lines: Sequence[Sequence[str]], titled: bool, people: frozenset[str]
) -> tuple[tuple[str, ...], list[list[str]]]:
    """Headers and rows of lines, with the businesses that follow the names (`Halden & Pyke, architects`) apart."""
    found = [_BUSINESS.match(parts[0]) for parts in lines]
    headers, rows = named_parts(
        [[match["name"] if match else parts[0], *parts[1:]] for parts, match in zip(lines, found, strict=True)],
        known=frozenset({RELATIONSHIP} if titled else ()),
        people=people,
    )
    if not any(found):
        return headers, rows
    businesses = [(match["what"] or match["aside"]) if match else "" for match in found]
    if INDUSTRY not in headers:
        return (*headers, INDUSTRY), [[*row, what] for row, what in zip(rows, businesses, strict=True)]
    place = headers.index(INDUSTRY)
    for row, what in zip(rows, businesses, strict=True):
        row[place] = ", ".join(filter(None, (what, row[place])))
    return headers, rows


def _lines(sheet: Sheet) -> tuple[dict[int, str], bool]:
    """The lines of a sheet of lines, by row from 0, empty where it has columns; and whether they are prose.

    A text file's lines are put together again where commas in them (`£22,000`) were taken for columns.
    """
    head = [[cell for cell in row if cell != ""] for row in sheet.rows[:HEAD]]
    filled = [row for row in head if row]
    if sheet.scan is None and not sheet.merged and _is_prose(filled):
        said = {i: [str(cell) for cell in row if cell != ""] for i, row in enumerate(sheet.rows)}
        return {i: ",".join(cells) for i, cells in said.items() if cells}, True
    alone = sum(len(row) == 1 for row in filled)
    if alone < ENOUGH * len(filled) or (alone < len(filled) and (sheet.scan is not None or sheet.merged)):
        return {}, False
    lines: dict[int, str] = {}
    for i, row in enumerate(sheet.rows):
        cells = [str(cell) for cell in row if cell != ""]
        if len(cells) > 1 and not _DASHES.search(",".join(cells)):
            return {}, False
        if cells:
            lines[i] = ",".join(cells)
    return lines, False


def _is_prose(rows: Sequence[Sequence[Any]]) -> bool:
    """Whether rows of a text file are lines with commas among their words: names before dashes, then sentences."""
    lines = [",".join(map(str, row)) for row in rows]
    named = sum(bool(_DASHES.search(line) or _COLON.match(line) or _BULLET.match(line)) for line in lines)
    widths = Counter(map(len, rows))
    width, alike = max(widths.items(), key=lambda item: item[1], default=(0, 0))
    if width > 2 and alike >= ALIKE * len(rows):
        return False
    pairs = [(str(one), str(other)) for row in rows for one, other in pairwise(row)]
    in_words = sum(other[:1] == " " or bool(_GROUPED.search(f"{one},{other}")) for one, other in pairs)
    return named >= ENOUGH * len(rows) and len(pairs) > 0 and in_words >= IN_WORDS * len(pairs)


def split_lines(sheet: Sheet) -> Sheet | None:
    """The sheet with the lines of its only filled column split; None where it has more columns or nothing to split.

    Bullets and numbers before the lines are taken off.
    """
    if any(sum(cell != "" for cell in row) > 1 for row in sheet.rows[:HEAD]):
        return None
    filled = [(i, row) for i, row in enumerate(sheet.rows) if any(cell != "" for cell in row)]
    columns = {j for _, row in filled for j, cell in enumerate(row) if cell != ""}
    if len(columns) != 1 or len(filled) < FEWEST_LINES:
        return None
    only = columns.pop()
    lines = {i: row[only] for i, row in filled}
    texts = [_BULLET.sub("", line) for line in lines.values() if isinstance(line, str)]
    separator = _separator(texts)
    bullets = sum(bool(_BULLET.match(line)) for line in lines.values() if isinstance(line, str))
    if separator is None and bullets < ENOUGH * len(texts):
        return None
    split = {i: _parts(line, separator) for i, line in lines.items()}
    width = max(map(len, split.values()))
    rows = [_padded(split.get(i, []), width) for i in range(len(sheet.rows))]
    return replace(sheet, rows=rows, merged=(), only=letter(only))


def _separator(texts: Sequence[str]) -> str | None:
    """What parts most lines, into the same number of parts where there is a choice."""
    best, most = None, 0.0
    for separator in SEPARATORS:
        counts = Counter(text.count(separator) for text in texts)
        parted = sum(number for times, number in counts.items() if times)
        if parted < max(FEWEST_LINES, ENOUGH * len(texts)):
            continue
        least = TWICE if separator in NEED_TWO else 1
        usual = max((number for times, number in counts.items() if times >= least), default=0)
        if not usual:
            continue
        score = parted + 0.5 * usual
        if score > most + 1e-9:
            best, most = separator, score
    return best


def _parts(line: Any, separator: str | None) -> list[Any]:
    if not isinstance(line, str):
        return [line]
    text = _BULLET.sub("", line)
    return (
        [_value(part.strip()) for part in text.split(separator)] if separator and separator in text else [text.strip()]
    )


def _value(text: str) -> Any:
    """A plain number as a number, all else as it is."""
    return read_amount(text, False).value if _WHOLE.match(text) and text.count(",") + text.count(".") <= 1 else text


def _padded(parts: Sequence[Any], width: int) -> list[Any]:
    return [*parts, *[""] * (width - len(parts))]
