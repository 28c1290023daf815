"""What the cell parsers share: the words for "nothing here", a parsed column, and what was wrong with it."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from planner.roster.roster import Column
from planner.schema import Severity

MISSING = frozenset(
    {
        "", "-", "--", "---", "–", "—", "―", "n/a", "na", "n.a.", "n.a", "n/k", "tbd", "tbc", "tba", "t.b.d.",
        "t.b.c.",
        "?", "??", "???", "none", "null", "nan", "unknown", "not known", "not set", "pending", ".", "..", "...", "…",
        "not available", "not applicable", "no value", "(blank)", "blank", "(none)", "(no value)", "--none--",
        "to be decided", "to be confirmed", "not sure", "don't know", "dont know", "dk", "x.x", "nat", "unspecified",
    }
)  # fmt: skip
ERRORS = frozenset(
    {
        "#n/a", "#ref!", "#div/0!", "#value!", "#name?", "#num!", "#null!", "#spill!", "#calc!", "#getting_data",
        "#error!", "#field!", "#blocked!", "#connect!", "#busy!", "#unknown!", "#####", "########", "err:502",
        "err:508",
        "err:504", "err:509", "err:511", "err:522", "err:523",
    }
)  # fmt: skip
SPACES = str.maketrans(dict.fromkeys("\xa0\u202f\u2009\u2007\u2002\u2003\u200b\ufeff\t\r\n", " "))
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(frozen=True)
class Problem:
    """Cells of one column that share what was wrong with them.

    Attributes:
        at: positions in the column.
        message: what is wrong, with `{value}` and `{header}` to be filled in.
        grouped: one issue for all, whatever their number.
    """

    code: str
    severity: Severity
    at: tuple[int, ...]
    message: str
    fix: str
    grouped: bool = False


@dataclass(frozen=True, eq=False)
class Parsed:
    """A column in its canonical unit, as long as the cells it was read from."""

    values: Column
    problems: tuple[Problem, ...] = ()
    currencies: tuple[str, ...] = ()
    scale: str = ""


class Unreadable(ValueError):
    """Text that is not of the kind that its column holds."""


def clean(text: str) -> str:
    """Text with odd spaces made plain and its ends trimmed."""
    return text.translate(SPACES).strip()


def is_missing(value: Any) -> bool:
    """Whether a cell says nothing: empty, `TBD`, `n/a`, `-`, an error."""
    if isinstance(value, str):
        text = clean(value).lower()
        return text in MISSING or text in ERRORS
    return value is None or (isinstance(value, float) and math.isnan(value))


def each(values: Sequence[Any], parse: Callable[[Any], V], default: V) -> tuple[list[V], list[int], list[int]]:
    """`parse` of every cell, called once for each different one.

    Returns:
        the results; the positions that were unreadable; the positions that hold an error (`#N/A`).
    """
    known: dict[tuple[type, Any], V] = {}
    unreadable: set[tuple[type, Any]] = set()
    errors: set[tuple[type, Any]] = set()
    keys = list(zip(map(type, values), values, strict=True))
    for key in set(keys):
        cell = key[1]
        known[key] = default
        if is_missing(cell):
            if isinstance(cell, str) and clean(cell).lower() in ERRORS:
                errors.add(key)
            continue
        try:
            known[key] = parse(cell)
        except (Unreadable, ValueError, OverflowError):
            unreadable.add(key)
    return [known[key] for key in keys], _where(keys, unreadable), _where(keys, errors)


def _where(keys: list[tuple[type, Any]], wanted: set[tuple[type, Any]]) -> list[int]:
    return [at for at, key in enumerate(keys) if key in wanted] if wanted else []


def numbers_or_blanks(values: Sequence[Any]) -> NDArray[np.float64] | None:
    """The cells as numbers where there is nothing but plain numbers and cells that say nothing; else None."""
    kinds = set(map(type, values))
    if kinds <= {int, float}:
        return np.array(values, dtype=np.float64)
    if not kinds <= {int, float, str}:
        return None
    texts = {cell for cell in values if type(cell) is str}
    if any(clean(text).lower() not in MISSING for text in texts):
        return None
    return np.array([math.nan if type(cell) is str else cell for cell in values], dtype=np.float64)


def as_floats(values: Iterable[float]) -> NDArray[np.float64]:
    return np.array(list(values), dtype=np.float64)


def error_problem(errors: Sequence[int]) -> tuple[Problem, ...]:
    if not errors:
        return ()
    return (
        Problem(
            "error-cell",
            Severity.WARNING,
            tuple(errors),
            "{header} holds the error {value}; it was read as empty.",
            "Mend the formula, or type the value.",
        ),
    )
