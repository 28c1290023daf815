"""Rows that repeat a header or begin another list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from planner.detection.headers.known_headers import field_of, headerness, may_name_account, names_account
from planner.fields import Field
from planner.parsing.cell_values import is_missing, is_number
from planner.parsing.header_text import read_header

LONGEST = 40
"""A longer text is no header of a small list."""
LEAST_TEXTS, PERHAPS, LIKELY = 3, 0.3, 0.5
"""So many texts that may be headers, and so surely, head another list."""
UNLIKE = 0.3
"""A header with a larger share of other texts, none of them known, is that of another list."""


def repeats_header(row: Sequence[Any], headers: Sequence[str]) -> bool:
    """Whether a row says again what the header says."""
    texts = _texts(row)
    same = sum(text.lower() == headers[j].lower() for j, text in texts)
    return len(texts) > 1 and same >= max(2, 0.7 * len(texts))


def says_half_again(row: Sequence[Any], headers: Sequence[str]) -> bool:
    """Whether a row of nothing but texts says half of what a header of several texts says, in the same columns; or a
    unit of it (`£pcm`) among headers that are known."""
    texts = _texts(row)
    again = [text for j, text in texts if text.lower() == headers[j].lower()]
    whole = len(texts) == sum(not is_missing(cell) for cell in row)
    half = len(again) >= 2 and 2 * len(again) >= max(len(texts), sum(map(bool, headers)))
    units = any(read_header(text).currency or read_header(text).percent for text in again)
    known = all(field_of(read_header(text)) or text in again for _, text in texts[1:])
    return whole and (half or (units and known and len(texts) >= LEAST_TEXTS))


def title_in_header(name: Any, header: str) -> str:
    """The title of a block that stands in its header over the names (`TARGETS`), where another one stood before; or
    `""`."""
    text = " ".join(name.split()) if isinstance(name, str) else ""
    return text if text and text.lower() != header.lower() and not names_account(text) else ""


def is_other_header(row: Sequence[Any]) -> bool:
    """Whether a row is a header of another list: all text, most of it known, an account among it; where the account is
    named by a word that may be a value too (`Prospect`), all of it known."""
    texts = _texts(row)
    if len(texts) < 2 or len(texts) < sum(not is_missing(cell) for cell in row):
        return False
    found = [field_of(read_header(text)) for _, text in texts]
    sure = [one[0] for one in found if one is not None and one[1] == 1.0]
    if Field.ACCOUNT in sure and len(set(sure)) >= 2 and len(sure) >= 0.6 * len(texts):
        return True
    perhaps = {one[0] for one in found if one is not None}
    return None not in found and Field.ACCOUNT in perhaps and len(perhaps) >= (2 if Field.ACCOUNT in sure else 3)


def reads_like_header(row: Sequence[Any]) -> bool:
    """Whether a row after a blank one heads another list: nothing but texts, all of which may be headers and most of
    which are likely to be, the first over the names of accounts."""
    texts = [text for _, text in _texts(row)]
    if len(texts) < LEAST_TEXTS or len(texts) < sum(not is_missing(cell) for cell in row):
        return False
    likely = [headerness(text) for text in texts]
    return (
        may_name_account(texts[0]) and min(likely) >= PERHAPS and 2 * sum(one >= LIKELY for one in likely) > len(texts)
    )


def names_again(row: Sequence[Any], account: int, headers: Sequence[str]) -> bool:
    """Whether a row of short texts says in the column of the names what their header says: it is a header too."""
    name, texts = row[account], _texts(row)
    if not isinstance(name, str) or not headers[account] or name.strip().lower() != headers[account].lower():
        return False
    short = all(len(text) <= LONGEST for _, text in texts)
    return short and len(texts) >= 2 and len(texts) == sum(not is_missing(cell) for cell in row)


def heads_parts(row: Sequence[Any], account: int, headers: Sequence[str]) -> bool:
    """Whether a row heads the parts of the row above it, as boards export them: the name of one of the list's columns
    stands in the place of the account (`Subitems`), with nothing but known headers behind it."""
    name, texts = row[account], _texts(row)
    if not isinstance(name, str) or len(texts) < 3 or len(texts) < sum(not is_missing(cell) for cell in row):
        return False
    there = {header.lower() for j, header in enumerate(headers) if header and j != account}
    others = [text for j, text in texts if j != account]
    known = field_of(read_header(name)) is not None  # then it may head a list of its own
    return not known and name.strip().lower() in there and all(field_of(read_header(text)) for text in others)


def heads_figures(row: Sequence[Any], under: Sequence[Sequence[Any]]) -> bool:
    """Whether a row of short texts stands over rows that hold figures in some column and names in its first."""
    texts = _texts(row)
    if len(texts) < 2 or len(texts) < sum(not is_missing(cell) for cell in row) or not under:
        return False
    if any(len(text) > LONGEST or any(map(str.isdigit, text)) for _, text in texts):
        return False
    first, *others = [j for j, _ in texts]
    named = all(isinstance(one[first], str) and one[first].strip() for one in under)
    return named and any(all(is_number(one[j]) for one in under) for j in others)


def fits_header(row: Sequence[Any], headers: Sequence[str]) -> bool:
    """Whether the fields that a second header names stand in the same columns as those of the first."""
    others = [(j, text) for j, text in _texts(row) if text.lower() != headers[j].lower()]
    if len(others) > UNLIKE * len(_texts(row)) and not any(field_of(read_header(text)) for _, text in others):
        return False
    for j, text in _texts(row):
        here, there = field_of(read_header(text)), field_of(read_header(headers[j])) if headers[j] else None
        if here is not None and here[1] == 1.0 and (there is None or there[0] is not here[0]):
            return False
    return True


def _texts(row: Sequence[Any]) -> list[tuple[int, str]]:
    return [(j, " ".join(cell.split())) for j, cell in enumerate(row) if isinstance(cell, str) and cell.strip()]
