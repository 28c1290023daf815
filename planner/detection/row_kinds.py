"""What a row under a header is, when it is no account: a total, a header again, a section's title, a remark."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Any

from planner.detection.header_rows import field_of, known_headers
from planner.detection.header_text import read_header
from planner.fields import Field
from planner.parsing.cell_values import ERRORS, MISSING, is_missing
from planner.parsing.relationships import WORDS

TOTAL = re.compile(
    r"^(?:(?:grand|overall|sub|report|page|pipeline)[\s-]*)?(?:totals?|sum|summe|gesamt)\s*(?:[:=]|\(.*\))?\s*$"
    r"|^sub-?\s?totals?\b.*$|^grand totals?\b.*$|^totals?\s*[-–:(].*$|^(?:average|mean|median|count|avg)\s*:?$",
    re.IGNORECASE,
)
_GROUP_TOTAL = re.compile(r"^.+?\s+(?:sub-?)?total$", re.IGNORECASE)
_SUMMING = ("sum", "gesamt", "average", "mean", "median", "count", "avg")
_ODD_PARTS = ("total", ":", "/", "(", "_")
_NO_NAME = MISSING | ERRORS
_SECTIONS = frozenset(WORDS) | {f"{word}s" for word in WORDS} | {"targets", "referrers", "friends", "others", "dormant"}
LONGEST_SECTION = 40
NOTE_LENGTH = 60
NOTE_STARTS = ("note", "*", "source:", "as of", "as at", "nb", "key:")


def odd_names(names: Collection[str], header: str) -> set[str]:
    """Those of some names that may be something else than accounts; quick, and errs towards yes."""
    small = [*map(str.lower, map(str.strip, names))]
    whole = "\n".join(["", *small])
    parts = [part.strip() for part in (*_ODD_PARTS, *(f"\n{word}" for word in _SUMMING)) if part in whole]
    known = _odd_words() | {header}
    if not parts and known.isdisjoint(small):
        return set()
    return {
        name
        for name, low in zip(names, small, strict=True)
        if (low in known or any(part in low for part in parts)) and _is_odd(low, header)
    }


def _is_odd(low: str, header: str) -> bool:
    if low in _odd_words() or "total" in low or low == header or low[-1:] == ":" or low.startswith(_SUMMING):
        return True
    return ("/" in low or "(" in low or "_" in low) and field_of(read_header(low)) is not None


@lru_cache(maxsize=1)
def _odd_words() -> frozenset[str]:
    return _NO_NAME | _SECTIONS | frozenset(known_headers())


def is_total(name: str, at: int, columns: Sequence[Sequence[Any]], account: int) -> bool:
    """Whether a row is a total: by its name, or as `Health Total` whose figure adds up those above."""
    if TOTAL.match(name):
        return True
    return bool(_GROUP_TOTAL.match(name)) and _adds_up(at, columns, account)


def _adds_up(at: int, columns: Sequence[Sequence[Any]], account: int) -> bool:
    """Whether some figure of a row is the sum of two or more figures right above it."""
    for j, column in enumerate(columns):
        figure = column[at]
        if j == account or not isinstance(figure, int | float) or isinstance(figure, bool) or not figure:
            continue
        running = 0.0
        for count, above in enumerate(reversed(column[max(0, at - 500) : at]), 1):
            if not isinstance(above, int | float):
                continue
            running += above
            if count > 1 and abs(running - figure) <= 0.005 * abs(figure):
                return True
    return False


def repeats_header(row: Sequence[Any], headers: Sequence[str]) -> bool:
    """Whether a row says again what the header says."""
    texts = _texts(row)
    same = sum(text.lower() == headers[j].lower() for j, text in texts)
    return len(texts) > 1 and same >= max(2, 0.7 * len(texts))


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


def fits_header(row: Sequence[Any], headers: Sequence[str]) -> bool:
    """Whether the fields that a second header names stand in the same columns as those of the first."""
    for j, text in _texts(row):
        here, there = field_of(read_header(text)), field_of(read_header(headers[j])) if headers[j] else None
        if here is not None and here[1] == 1.0 and (there is None or there[0] is not here[0]):
            return False
    return True


def is_section(name: str, row: Sequence[Any]) -> bool:
    """Whether a row is the title of the rows under it: nothing but a known word, or a text that ends in a colon."""
    if sum(not is_missing(cell) for cell in row) != 1 or len(name) > LONGEST_SECTION:
        return False
    low = name.strip().lower()
    return low.endswith(":") or low in _SECTIONS


def is_remark(text: str) -> bool:
    """Whether a lone text reads like a remark under the list."""
    return len(text) > NOTE_LENGTH or text.lower().startswith(NOTE_STARTS)


def _texts(row: Sequence[Any]) -> list[tuple[int, str]]:
    return [(j, " ".join(cell.split())) for j, cell in enumerate(row) if isinstance(cell, str) and cell.strip()]
