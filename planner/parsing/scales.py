"""Ratings as people write them, read as 0 to 5: `4/5`, `●●●○○`, `Medium`, ticks, numbers on any scale.

Which scale a column of numbers uses its header says, else the column as a whole; one with few numbers has that of
the others.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import Any

import numpy as np

from planner.parsing.cell_values import (
    Parsed,
    Problem,
    Unreadable,
    as_cells,
    as_floats,
    clean,
    each,
    is_missing,
    is_number,
    wrong_cells,
)
from planner.parsing.money.money import to_number
from planner.vocabulary import Severity

RATING_WORDS = MappingProxyType(
    {
        "none": 0.0, "no": 0.0, "n": 0.0, "false": 0.0, "not at all": 0.0, "very low": 0.5, "low": 1.0, "l": 1.0,
        "poor": 1.0, "weak": 1.0, "medium low": 2.0, "fair": 2.0, "some": 3.0, "maybe": 2.5, "partly": 2.5,
        "medium": 3.0,
        "med": 3.0, "m": 3.0, "moderate": 3.0, "average": 3.0, "ok": 3.0, "mid": 3.0, "good": 4.0, "medium high": 4.0,
        "yes": 4.0, "y": 4.0, "true": 4.0, "x": 4.0, "tick": 4.0, "high": 5.0, "h": 5.0, "strong": 5.0,
        "very good": 4.5,
        "very high": 5.0, "excellent": 5.0, "great": 4.5, "outstanding": 5.0, "a lot": 5.0, "a+": 5.0, "a": 5.0,
        "a-": 4.5, "b+": 3.5, "b": 3.0, "b-": 2.5, "c": 1.0, "d": 0.0, "five": 5.0, "four": 4.0, "three": 3.0,
        "two": 2.0,
        "one": 1.0, "zero": 0.0, "gold": 5.0, "silver": 3.0, "bronze": 1.0, "oui": 4.0, "non": 0.0, "ja": 4.0,
        "nein": 0.0,
        "si": 4.0, "sí": 4.0, "essential": 5.0, "negligible": 0.5, "little": 1.0, "significant": 4.0, "core": 5.0,
    }
)  # fmt: skip
FULL, EMPTY = "●★⬤◆■⭐✪⚫🟢👍♥❤", "○☆◯◇□⚪✩♡"
LONGEST_SIGNS = 10
TICKS, CROSSES = "✓✔☑✅√🗸", "✗✘☒❌×✕✖🗙"
TICK_WORDS = frozenset({"x", "yes", "y", "tick", "true", "oui", "ja", "si", "sí"})
_OUT_OF = re.compile(r"^(\d+(?:[.,]\d+)?)\s*(?:/|out of|of|von|sur)\s*(\d+)$", re.IGNORECASE)
_LEADING = re.compile(r"^(\d+(?:[.,]\d+)?)\s*(?:[-–:=(.]|\s)\s*[^\d\s].*$")
_NOT_WORD = re.compile(r"[^\w+]+")


def _word(text: str) -> str:
    return _NOT_WORD.sub(" ", clean(text).lower()).strip()


def plain_numbers(values: Iterable[Any], decimal_comma: bool) -> list[float]:
    """The bare numbers of a column: cells that are numbers, or text with nothing but one."""
    found = []
    for cell in values:
        if isinstance(cell, str):
            try:
                found.append(to_number(clean(cell), decimal_comma))
            except Unreadable:
                continue
        elif is_number(cell):
            found.append(float(cell))
    return [number for number in found if not math.isnan(number)]


USUAL_TOP = 5.0
ENOUGH_RATINGS = 5
"""With so many numbers a column of ratings shows its own scale; with fewer it has that of the others."""


def own_top(cells: Sequence[Any], others: float, decimal_comma: bool) -> float:
    """The top of one column's scale, as its numbers suggest; `others` is that of all columns of ratings together."""
    numbers = as_cells(cells).numbers
    known = plain_numbers(cells, decimal_comma) if numbers is None else numbers[~np.isnan(numbers)]
    return rating_top([cells], decimal_comma) if len(known) >= ENOUGH_RATINGS else others


def rating_top(columns: Iterable[Sequence[Any]], decimal_comma: bool) -> float:
    """The top of the scale that a family of rating columns uses: 1, 5, 10 or 100."""
    numbers = [np.zeros(0)]
    for cells in columns:
        plain = as_cells(cells).numbers
        numbers.append(as_floats(plain_numbers(cells, decimal_comma)) if plain is None else plain[~np.isnan(plain)])
    bare = np.concatenate(numbers)
    if not len(bare):
        return 5.0
    if bare.max() <= 1 and np.any(bare != np.round(bare)):
        return 1.0
    slips = 0.1 * len(bare) if len(bare) >= 5 else 0.0
    return next((float(scale) for scale in (5, 10, 100) if np.sum(bare > scale) <= slips), 5.0)


def parse_rated(
    values: Sequence[Any], *, written: float | None, others: float, decimal_comma: bool, blank_may_be_no: bool = False
) -> Parsed:
    """A column of ratings on its own scale, 0 to 5; a scale that only its numbers suggest is told.

    Args:
        written: the best rating that its header names, or None.  others: that of all columns of ratings together.
    """
    top = written or own_top(values, others, decimal_comma)
    parsed = parse_ratings(values, top=top, decimal_comma=decimal_comma, blank_may_be_no=blank_may_be_no)
    rated = np.flatnonzero(np.isfinite(parsed.values))
    if written is not None or not len(rated) or top == others == USUAL_TOP:
        return parsed
    best = int(rated[np.argmax(parsed.values[rated])])
    told = Problem(
        "rating-scale", Severity.NOTE, (best,),
        f"{{header}} was read on a scale of 0 to {top:g}, as its numbers suggest.",
        "Write the scale into its header where it is another, as in “Impact (0-5)”.", grouped=True,
    )  # fmt: skip
    return replace(parsed, problems=(*parsed.problems, told))


def parse_ratings(values: Sequence[Any], *, top: float, decimal_comma: bool, blank_may_be_no: bool = False) -> Parsed:
    """A column of ratings, 0 to 5.

    Args:
        top: what the best rating is in the file's numbers (5, 10, 100 or 1).
        blank_may_be_no: whether an empty cell says no where everything else in the column is a tick or a yes.
    """
    if crossed_out(values):
        return _crossed(values, top, decimal_comma)
    if blank_may_be_no and _is_ticked(values):
        return _ticked(values, top, decimal_comma)
    flags = _is_flags(values)
    plain = as_cells(values).numbers
    if plain is not None and not flags and not np.any((plain < 0) | (plain > top)):
        return Parsed(plain * 5 / top)
    parse = partial(_one_rating, top=top, decimal_comma=decimal_comma, flags=flags)
    ratings, unreadable, errors = each(values, parse, float("nan"))
    nones = [i for i, cell in enumerate(values) if isinstance(cell, str) and clean(cell).lower() == "none"]
    found = as_floats(ratings)
    found[nones] = 0.0
    what, fix = f"a rating from 0 to {top:g}", "Write a number from 0 to 5."
    problems = wrong_cells(errors, unreadable, "rating-unreadable", what, fix, read_as="not known")
    return Parsed(found, problems)


def crossed_out(values: Sequence[Any]) -> bool:
    """Whether an `x` is a cross in a column: ticks or a yes stand in it too, which would say the same, and no `✗`."""
    said = {cell.strip().lower() for cell in as_cells(values).texts} if str in as_cells(values).kinds else set()
    crossed = any(cell and all(sign in CROSSES for sign in cell) for cell in said)
    return "x" in said and not crossed and any(_is_tick(cell) for cell in said - {"x"})


def _crossed(values: Sequence[Any], top: float, decimal_comma: bool) -> Parsed:
    """Ratings of a column of ticks and crosses; that an `x` is a cross is said in one note."""
    at = tuple(i for i, cell in enumerate(values) if isinstance(cell, str) and cell.strip().lower() == "x")
    crosses = set(at)
    signs = [CROSSES[0] if i in crosses else cell for i, cell in enumerate(values)]
    parsed = parse_ratings(signs, top=top, decimal_comma=decimal_comma)
    problem = Problem(
        "x-means-no", Severity.NOTE, at, "{header} holds ticks and “{value}”, which was read as no.",
        "Write yes where it is one.", grouped=True,
    )  # fmt: skip
    return replace(parsed, problems=(*parsed.problems, problem))


def _is_ticked(values: Sequence[Any]) -> bool:
    """Whether everything in a column, twice at least, is a tick or a yes: who ticks boxes means no by an empty one."""
    filled = frozenset(cell for cell in as_cells(values).distinct if not is_missing(cell))
    return bool(filled) and all(map(_is_tick, filled)) and 1 < sum(cell in filled for cell in values) < len(values)


def _is_tick(cell: Any) -> bool:
    if isinstance(cell, bool):
        return cell
    text = clean(cell).replace("\ufe0f", "") if isinstance(cell, str) else ""
    return bool(text) and (text.lower() in TICK_WORDS or all(sign in TICKS for sign in text))


def _ticked(values: Sequence[Any], top: float, decimal_comma: bool) -> Parsed:
    """Ratings of a column of ticks: an empty cell is a no, said in one note."""
    parsed = parse_ratings(values, top=top, decimal_comma=decimal_comma)
    empty = tuple(i for i, cell in enumerate(values) if isinstance(cell, str) and not cell.strip())
    found = parsed.values.copy()
    found[list(empty)] = 0.0
    problem = Problem(
        "blank-means-no", Severity.NOTE, empty,
        "{header} is a column of ticks, so an empty cell was read as no.",
        "Write ? where you do not know.", grouped=True,
    )  # fmt: skip
    return Parsed(found, (*parsed.problems, problem))


def _is_flags(values: Sequence[Any]) -> bool:
    """Whether a column says only 0 and 1: yes and no, not a rating."""
    filled = {cell for cell in as_cells(values).distinct if not is_missing(cell)}
    return bool(filled) and filled <= {0, 1, "0", "1"} and bool(filled & {1, "1"})


def _one_rating(cell: Any, *, top: float, decimal_comma: bool, flags: bool) -> float:
    if isinstance(cell, bool):
        return 4.0 if cell else 0.0
    if isinstance(cell, dt.date | dt.time | dt.timedelta):
        raise Unreadable(str(cell))
    rating = _rating_of_text(clean(cell), top, decimal_comma) if isinstance(cell, str) else None
    if rating is None:
        number = float(cell) if not isinstance(cell, str) else to_number(clean(cell), decimal_comma)
        rating = 4.0 * number if flags else number * 5 / top
    if not 0 <= rating <= 5:
        raise Unreadable(str(cell))
    return rating


def _rating_of_text(text: str, top: float, decimal_comma: bool) -> float | None:
    """The rating that words or signs say; None when the text is a bare number."""
    if text.lower() in RATING_WORDS or _word(text) in RATING_WORDS:
        return RATING_WORDS.get(text.lower(), RATING_WORDS.get(_word(text), 0.0))
    signs = text.replace(" ", "").replace("\ufe0f", "")
    if (signed := _rating_of_signs(signs)) is not None:
        return signed
    if match := _OUT_OF.match(text):
        return to_number(match[1], decimal_comma) / int(match[2]) * 5 if int(match[2]) else -1.0
    if text.endswith("%"):
        return to_number(text[:-1].strip(), decimal_comma) / 20
    if match := _LEADING.match(text):
        return to_number(match[1], decimal_comma) * 5 / top
    return None


def share_of_signs(text: str) -> float | None:
    """Which share of some signs is full (`★★★☆☆` is 0.6); None for other texts, and where none is empty."""
    signs = text.replace(" ", "").replace("\ufe0f", "")
    if not 1 < len(signs) <= LONGEST_SIGNS or signs[0].isalnum():
        return None
    full, empty = sum(c in FULL for c in signs), sum(c in EMPTY for c in signs)
    return full / len(signs) if empty and full + empty == len(signs) else None


def _rating_of_signs(signs: str) -> float | None:
    if not signs or len(signs) > LONGEST_SIGNS:
        return None
    full, empty = sum(c in FULL for c in signs), sum(c in EMPTY for c in signs)
    if full + empty == len(signs):
        return 5 * full / (full + empty) if empty else float(min(full, 5))
    if all(c in TICKS for c in signs):
        return 4.0 if len(signs) == 1 else 5.0
    if all(c in CROSSES for c in signs):
        return 0.0
    if set(signs) in ({"*"}, {"+"}):
        return min(5.0, len(signs) * (1.0 if "*" in signs else 5 / 3))
    return None
