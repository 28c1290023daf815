"""Cells → table: where on a sheet the list begins, and what its headers are.

A header row is known by its words and by what stands under it: short texts over columns of other things. A header over
two rows, or in merged cells, is read as one. A list without any header begins with its first row.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

from planner.detection.headers.header_labels import (
    group_titles,
    is_year,
    one_header,
    only_parts_of_groups,
    two_rows_make_one,
)
from planner.detection.headers.known_headers import field_of, headerness
from planner.detection.headers.periods import periods_side_by_side
from planner.detection.rows.lone_rows import is_known_title
from planner.detection.rows.repeated_headers import heads_parts
from planner.detection.side_blocks import beside_and_aside
from planner.detection.table import Table, is_blank, leftmost
from planner.fields import Field
from planner.parsing.cell_values import clean
from planner.parsing.header_text import read_header
from planner.readers.workbook import Rows, Sheet

SEARCHED_ROWS = 400
"""How far down a header is looked for, in rows that are not empty."""
SEARCHED_CELLS = 50_000
"""So many cells are looked at for a header, and no row more."""
SEARCHED_BELOW, CERTAIN = 40, 4.0
"""Under a header with so many known names only so many more rows are searched for a better one."""
LONGEST_UNKNOWN = 40
"""An unknown text that is longer is no header."""
CONTRAST_ROWS = 12
"""So many rows under a header show what kind of values its columns hold."""
KNOWN = 0.6
PARTS_OF_GROUPS = 2.0
"""How much it says for two rows being one header that the lower has nothing but parts of the upper's merged titles."""
REPEATED = 0.7
"""A row that says so much of another again repeats it."""
NARROW = 2
"""Over rows with more cells a single text that is not known as a header is none."""
NAMES_ABOVE = 2
"""So many rows of texts right above another that are filled alike: a title and what is below it may stand over a
header, no more."""
LEGAL_FORM = 24
"""Characters that a legal form behind a name takes at most."""
CONTRAST_LEAST = 2
"""Fewer rows under a header show nothing."""
LEAST_AGAIN = 3
HEADERS_LOOKED_AT = 40
"""A row is known to repeat a header by its first so many texts: more would say the same, over and over."""
_FIGURE = re.compile(
    r"^\s*[~<>]?\s*(?:(?:[$€£₹]|chf|eur|gbp|usd|inr|rs\.?)\s*)?\d[\d.,'’\s]*[-–—]*\s*(?:k|m|%|€|£|l|lakhs?|cr)?\s*"
    r"(?:/\s?[^\W\d]+\.?|p\.?\s?[am]\.?)?\s*$",
    re.IGNORECASE,
)
_BAND = re.compile(
    r"^\s*\d{1,3}\s*(?:[-–]|to|bis|à|a|tot)\s*\d{2,3}\s*(?:d|days?|tage|jours|d[ií]as|dagen)?\s*$", re.IGNORECASE
)
"""How long something has been owed, as reports of debtors head their columns: `31-60`."""
_OPEN_BAND = re.compile(
    r"^\s*(?:[<>]=?|over|über|ab)?\s*\d{2,3}\s*\+?\s*(?:d|days?|tage|jours|d[ií]as|dagen)?\s*$", re.IGNORECASE
)
_FIRM = re.compile(
    r"[^\W_][.)]?[\s,]+(?:ltd|limited|plc|llp|llc|pllc|gmbh|sarl|srl|pty|(?:&|\+|and)\s*co)\b[.\s]*(?:(?:ltd|kg)\b[.\s]*)?$",
    re.IGNORECASE,
)
"""A name with a legal form behind it, such as `Clients First Ltd` or `Smith & Co`: no header, whatever else it says."""
_EMAIL = re.compile(r"^[^\s@]+@[^\s@]+\.[a-z]{2,}$", re.IGNORECASE)
A_YEAR = 0.5
"""How much of a header a year among several is."""
PERIODS = 1.5
"""How much it says for a header that it has months or quarters side by side, however many: budgets have them too."""
PIVOT_HEADERS = frozenset({"Row Labels", "Zeilenbeschriftungen", "Étiquettes de lignes", "Etiquetas de fila"})


def is_summary(sheet: Sheet) -> bool:
    """Whether a sheet has a pivot table, which names its own columns."""
    return any(type(cell) is str and cell in PIVOT_HEADERS for row in sheet.rows[:SEARCHED_ROWS] for cell in row)


def find_table(sheet: Sheet, header_row: int | None = None, wanted: Sequence[str] = ()) -> Table | None:
    """The list on a sheet, or None where nothing looks like one.

    Args:
        header_row: the header's row as the user counts, from 1; None to look for it.
        wanted: headers that the user named in a mapping; a row that holds them is the header.
    """
    rows = sheet.rows
    if header_row is not None:
        return _table(sheet, header_row - 1, header_row - 1, wanted) if 0 < header_row <= len(rows) else None
    if _labels_groups(rows):
        return None
    best: Table | None = None
    most, seen, looked, last = 0.0, 0, 0, len(rows)
    titles = _titles(rows, wanted)
    for index, row in enumerate(rows[: 20 * SEARCHED_ROWS]):
        if not any(row):
            continue
        seen += 1
        looked += len(row)
        if seen > SEARCHED_ROWS or index > last or looked > SEARCHED_CELLS + len(row):
            break
        hits = sum(_hit(cell, wanted) for cell in row if type(cell) is str and cell) + A_YEAR * _periods_in(row)
        if best is not None and heads_parts(row, best.left, best.headers):
            continue
        alone = hits > 0 and hits >= 0.6 * most and index not in titles
        goes_on = best is not None and best.header_row == index and _parts_of_groups(row, best)
        if (not alone and not goes_on) or (hits < KNOWN and _amid_names(rows, index)):
            continue
        for top in (index, index - 1) if alone else (index - 1,):
            table = _table(sheet, top, index, wanted) if top >= 0 else None
            if table and (best is None or table.score > best.score + 1e-9):
                best, most = table, max(hits, most)
                last = index + SEARCHED_BELOW if hits >= CERTAIN else last
    return best


def _labels_groups(rows: Rows) -> bool:
    """Whether the first column labels the groups of a list without a header on their first rows (`HOT`, `WARM`,
    `CLIENTS` beside names), from the very first row on."""
    near = [row[0] for row in rows[:SEARCHED_BELOW] if sum(cell != "" for cell in row) > 1]
    labels = {cell for cell in near if isinstance(cell, str) and cell and is_known_title(cell)}
    return len(labels) > 1 and near[0] in labels and "" in near and labels >= set(near) - {""}


def _titles(rows: Rows, wanted: Sequence[str]) -> frozenset[int]:
    """Rows whose only text is no header of the fuller rows: none that is known, or one of several titles."""
    filled = {i: [cell for cell in row if cell != ""] for i, row in enumerate(rows[:SEARCHED_ROWS]) if any(row)}
    lone = {i: str(row[0]).strip() for i, row in filled.items() if len(row) == 1}
    titles = {i: text for i, text in lone.items() if len(filled.get(i + 1, ())) > 1 and is_known_title(text)}
    wide = sum(len(row) > NARROW for row in filled.values()) > len(lone)
    unknown = {i for i, text in lone.items() if wide and _hit(text, wanted) < KNOWN}
    several = len(set(titles.values())) > 1 and len(filled) - len(lone) > len(titles)
    return frozenset({*titles, *unknown} if several else unknown)


def _amid_names(rows: Rows, index: int) -> bool:
    """Whether a row goes on with rows of texts in the same places, such as “Dray & Co” among names: it is no header."""
    near = rows[max(index - NAMES_ABOVE, 0) : index + 1]
    places = {tuple(j for j, cell in enumerate(row) if cell != "") for row in near}
    texts = all(isinstance(cell, str) for row in near for cell in row)
    return len(near) > NAMES_ABOVE and len(places) == 1 and texts


def _parts_of_groups(row: Sequence[Any], above: Table) -> bool:
    """Whether a row right under a header may name the columns of its groups: several texts, none under the first."""
    return bool(row[above.left] == "") and sum(cell != "" for cell in row) > 1


def likeliest_table(sheet: Sheet) -> Table | None:
    """The list on a sheet whose headers are not known: under the first row of short texts, else without a header.

    None where the sheet has no text.
    """
    rows = sheet.rows
    if not any(isinstance(cell, str) and any(map(str.isalpha, cell)) for row in rows for cell in row):
        return None
    widths = [sum(cell != "" for cell in row) for row in rows]
    wide = max(2, 0.5 * max(widths))
    first = next((i for i, width in enumerate(widths) if width >= wide), None)
    if first is None:
        return _without_header(sheet, next(i for i, width in enumerate(widths) if width))
    if not _may_be_header(rows[first], rows[first + 1 :]):
        return _without_header(sheet, first)
    headers = one_header(sheet, first, first)
    return beside_and_aside(Table(sheet, first + 1, headers, first + 1, leftmost(headers), 0.0, top=first + 1))


def _without_header(sheet: Sheet, first: int) -> Table:
    """A list whose first row is an account already."""
    return Table(sheet, first, ("",) * sheet.width, first, 0, 0.0, top=first + 1)


def _may_be_header(row: Sequence[Any], body: Rows) -> bool:
    """Whether a row of unknown texts stands over others: texts only, none of which stands below again."""
    texts = [cell for cell in row if cell != ""]
    if not all(isinstance(cell, str) and len(cell) <= LONGEST_UNKNOWN for cell in texts) or not body:
        return False
    if any(any(map(str.isdigit, text)) and not any(map(str.isalpha, text)) for text in texts):
        return False
    below = {cell for one in body for cell in one if isinstance(cell, str)}
    return not below.intersection(texts) and _contrast(row, body) > 0


def _hit(text: str, wanted: Sequence[str]) -> float:
    """How surely a cell is a header: 2 where the user named it, else 0 to 1."""
    if wanted and " ".join(clean(text).split()) in wanted:
        return 2.0
    return 0.0 if _FIRM.search(text, max(len(text) - LEGAL_FORM, 0)) else headerness(text)


def _table(sheet: Sheet, top: int, bottom: int, wanted: Sequence[str]) -> Table | None:
    if top != bottom and not two_rows_make_one(sheet, top, bottom):
        return None
    headers = one_header(sheet, top, bottom)
    hits: dict[object, float] = {}
    for text in headers:
        weight = _hit(text, wanted) if text else 0.0
        if weight:
            found = field_of(read_header(text))
            key = found[0] if found else text
            hits[key] = max(hits.get(key, 0.0), weight)
    if not hits:
        return None
    periods = _periods_in(sheet.rows[bottom])
    body = sheet.rows[bottom + 1 :]
    if _is_data(sheet.rows, bottom) or 2 * _stands_below(sheet.rows[bottom], body) >= sum(map(bool, headers)):
        return None
    looks = sheet.rows[bottom] if top == bottom else headers
    score = sum(hits.values()) + (1.0 if Field.ACCOUNT in hits else 0.0) + _shape(looks, headers, body) + periods
    score += PARTS_OF_GROUPS if top != bottom and only_parts_of_groups(sheet, top, bottom) else 0.0
    whole = Table(
        sheet, bottom + 1, headers, bottom + 1, leftmost(headers), score, top=top + 1,
        above=group_titles(sheet, top, bottom),
    )  # fmt: skip
    return beside_and_aside(whole)


def _periods_in(row: Sequence[Any]) -> float:
    """How much years or months in a row, as over the money of each, say for a header; a single year says nothing."""
    years = sum(map(is_year, row))
    return (years if years > 1 else 0) + (PERIODS if periods_side_by_side(row) else 0.0)


def _shape(row: Sequence[Any], headers: Sequence[str], body: Rows) -> float:
    """What the look of a row says for its being a header: texts, with rows of other things under them."""
    filled = sum(not is_blank(under) for under in body[:50])
    texts = sum(isinstance(cell, str) and bool(cell.strip()) and not _FIGURE.match(cell) for cell in row)
    others = sum(cell != "" for cell in row) - texts + _stands_below(row, body)
    score = 0.02 * min(sum(map(bool, headers)), 30) - 0.5 * others + (0.1 * min(filled, 5) if filled else -1.0)
    return float(score + 0.2 * min(_contrast(row, body), 5))


def _stands_below(row: Sequence[Any], body: Rows) -> int:
    """How many texts of a row stand among the values of their own column too, other than in a header again."""
    filled = sum(cell != "" for cell in row)
    under = [one for one in body[:SEARCHED_BELOW] if not _repeats(one, row, filled) and not _all_headers(one)]
    if len(under) < CONTRAST_LEAST:
        return 0
    return sum(
        isinstance(cell, str) and cell != "" and any(one[j] == cell for one in under) for j, cell in enumerate(row)
    )


def _repeats(one: Sequence[Any], row: Sequence[Any], filled: int) -> bool:
    """Whether a row says again most of what a header of so many texts says, or little but that: the next list's."""
    own = sum(cell != "" for cell in one)
    return _same(one, row) >= REPEATED * (min(filled, own) if own >= LEAST_AGAIN else filled)


def _all_headers(row: Sequence[Any]) -> bool:
    """Whether a row holds nothing but texts that are known as headers, by as many of them as are ever looked at."""
    texts = [cell for cell in row if cell != ""][:HEADERS_LOOKED_AT]
    return all(isinstance(cell, str) and headerness(cell) >= KNOWN for cell in texts)


def _is_data(rows: Rows, at: int) -> bool:
    """Whether a row is no header: it holds an e-mail address, or a figure where the rows around it hold figures."""
    row = rows[at]
    if any(isinstance(cell, str) and _EMAIL.match(cell) for cell in row):
        return True
    aged = any(isinstance(cell, str) and _BAND.match(cell) for cell in row)
    periods = periods_side_by_side(row)
    figures = [
        j
        for j, cell in enumerate(row)
        if _is_figure(cell) and not is_year(cell) and j not in periods and not (aged and _is_open(cell))
    ]
    for near in (rows[at + 1 : at + 1 + CONTRAST_ROWS], rows[max(0, at - CONTRAST_ROWS) : at]) if figures else ():
        around = [one for one in near if sum(cell != "" for cell in one) > 1]
        for j in figures:
            cells = [one[j] for one in around if one[j] != ""]
            if cells and sum(map(_is_figure, cells)) > 0.5 * len(cells):
                return True
    return False


def _is_open(cell: Any) -> bool:
    """Whether a cell is the last of some bands of days, which has one end only: `>90`, `90+`."""
    return isinstance(cell, str) and _OPEN_BAND.match(cell) is not None


def _is_figure(cell: Any) -> bool:
    """Whether a cell is a number, a date or an amount in digits."""
    if isinstance(cell, str):
        return bool(_FIGURE.match(cell))
    return isinstance(cell, int | float | dt.date) and not isinstance(cell, bool)


def _same(row: Sequence[Any], other: Sequence[Any]) -> int:
    """How many cells of two rows are the same, the empty ones aside."""
    return sum(a == b != "" for a, b in zip(row, other, strict=True))


def _contrast(row: Sequence[Any], body: Rows) -> int:
    """How many columns have a text in a row and mostly numbers or dates in the rows under it."""
    under = [one for one in body[:CONTRAST_ROWS] if sum(cell != "" for cell in one) > 1]
    count = 0
    for j, cell in enumerate(row):
        if not isinstance(cell, str) or not cell.strip() or _is_figure(cell):
            continue
        below = [one[j] for one in under if one[j] != ""]
        count += len(below) > 0 and sum(map(_is_figure, below)) > 0.5 * len(below)
    return count
