"""What the cell parsers share: the words for "nothing here", a parsed column, and what was wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress
from math import isnan
from typing import Any, TypeGuard, TypeVar

import numpy as np
from numpy.typing import NDArray

from planner.arrays import Column
from planner.vocabulary import Severity

MISSING = frozenset(
    {
        "", "-", "--", "---", "–", "—", "―", "n/a", "na", "n.a.", "n.a", "n/k", "tbd", "tbc", "tba", "t.b.d.",
        "t.b.c.",
        "?", "??", "???", "none", "null", "nan", "\\n", "undefined", "(null)", "[null]",
        "unknown", "not known", "not set", "pending", ".", "..", "...", "…",
        "not available", "not applicable",
        "k. a.", "k.a.", "k. a", "s. o.", "n. a.", "n. d.", "n.d.", "n. v. t.", "n.v.t.",
        "no value", "(blank)", "blank", "(none)", "(no value)", "--none--",
        "to be decided", "to be confirmed", "not sure", "don't know", "dont know", "x.x", "nat", "unspecified",
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
SAYING_NOTHING = MISSING | ERRORS
TICKS = frozenset({True, False})
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
    """A column in its canonical unit, as long as the cells it was read from.

    `weekly` is set where hours are written a week or a month: the hours a week that the length of the period
    multiplies, 0 where a cell says nothing of weeks.
    """

    values: Column
    problems: tuple[Problem, ...] = ()
    currencies: tuple[str, ...] = ()
    weekly: NDArray[np.float64] | None = None


class Cells(tuple[Any, ...]):
    """The cells of one column; which kinds and which different ones there are is looked at once."""

    @classmethod
    def shared(cls, cells: Sequence[Any]) -> Cells:
        """Cells of which equal ones are one object, so that they are told apart at once.

        Where ticks stand beside numbers, of which 1 is the same as `True`, they stay as they are.
        """
        known: dict[Any, Any] = {}
        column = cls(map(known.setdefault, cells, cells))
        column.distinct = frozenset(known)
        if not column.distinct.isdisjoint(TICKS) and len(frozenset(map(type, cells)) & {bool, int, float}) > 1:
            return cls(cells)
        return column

    @cached_property
    def kinds(self) -> frozenset[type]:
        """Types of the cells; of numbers that are equal, one may stand for the other."""
        return frozenset(map(type, self.distinct if self.distinct.isdisjoint(TICKS) else self))

    @cached_property
    def distinct(self) -> frozenset[Any]:
        """The different cells; where there are booleans, `True` is the same as 1."""
        return frozenset(self)

    @cached_property
    def texts(self) -> frozenset[str]:
        """The different texts, the empty one too."""
        if self.kinds <= {str}:
            return self.distinct
        return frozenset(cell for cell in self.distinct if isinstance(cell, str)) if str in self.kinds else frozenset()

    @cached_property
    def has_lines(self) -> bool:
        """Whether a cell holds several lines of text."""
        whole = "".join(self.texts)
        return "\n" in whole or "\r" in whole

    @cached_property
    def low(self) -> Mapping[str, str]:
        """The different texts, each trimmed and in lower case."""
        texts = tuple(self.texts)
        whole = "|".join(texts)
        if not whole.isprintable() or whole.count("|") >= max(1, len(texts)):
            return {text: clean(text).lower() for text in texts}
        return dict(zip(texts, map(str.strip, whole.lower().split("|")), strict=True)) if texts else {}

    @cached_property
    def silent(self) -> frozenset[Any]:
        """The different cells that say nothing."""
        none = not SAYING_NOTHING.isdisjoint(self.low.values())
        texts = {text for text, low in self.low.items() if low in SAYING_NOTHING} if none else set()
        others = () if self.kinds <= {str, int, bool} else self.distinct
        return frozenset(texts.union(cell for cell in others if cell is None or (type(cell) is float and isnan(cell))))

    @cached_property
    def said(self) -> NDArray[np.bool_]:
        """Which cells say something."""
        if not self.silent:
            return np.ones(len(self), dtype=np.bool_)
        return ~np.fromiter(map(self.silent.__contains__, self), np.bool_, len(self))

    def map(self, function: Callable[[Any], V]) -> list[V]:
        """`function` of every cell, called once for each different one."""
        if bool in self.kinds:  # True is the same as 1 among the different ones
            return list(map(function, self))
        known = {cell: function(cell) for cell in self.distinct}
        return list(map(known.__getitem__, self))

    def without(self, texts: frozenset[str]) -> Cells:
        """The cells with some texts emptied; the same where none of them stands there."""
        return self if texts.isdisjoint(self.texts) else Cells("" if cell in texts else cell for cell in self)

    @cached_property
    def numbers(self) -> NDArray[np.float64] | None:
        """The cells as numbers where there is nothing but plain numbers and cells that say nothing; else None."""
        if not self.kinds <= {int, float, str} or any(clean(text).lower() not in MISSING for text in self.texts):
            return None
        if not self.texts:
            return np.array(self, dtype=np.float64)
        numbers = np.full(len(self), np.nan)
        numbers[self.said] = np.fromiter(compress(self, self.said.tolist()), np.float64)
        return numbers


def as_cells(values: Iterable[Any]) -> Cells:
    """A column of cells; what is one already stays the same."""
    return values if isinstance(values, Cells) else Cells(values)


class Unreadable(ValueError):
    """Text that is not of the kind that its column holds."""


def clean(text: str) -> str:
    """Text with odd spaces made plain and its ends trimmed."""
    return (text if text.isprintable() else text.translate(SPACES)).strip()


def is_number(value: Any) -> TypeGuard[float]:
    """Whether a cell is a number, and no tick or text of one."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_missing(value: Any) -> bool:
    """Whether a cell says nothing: empty, `TBD`, `n/a`, `-`, an error."""
    if isinstance(value, str):
        text = clean(value).lower()
        return text in MISSING or text in ERRORS
    return value is None or (isinstance(value, float) and isnan(value))


def each(values: Sequence[Any], parse: Callable[[Any], V], default: V) -> tuple[list[V], list[int], list[int]]:
    """`parse` of every cell, called once for each different one.

    Returns:
        the results; the positions that were unreadable; the positions that hold an error (`#N/A`).
    """
    cells = as_cells(values)
    known: dict[Any, V] = {}
    unreadable: set[Any] = set()
    errors: set[Any] = set()
    keys: Sequence[Any] = list(zip(map(type, cells), cells, strict=True)) if bool in cells.kinds else cells
    for key in set(keys) if bool in cells.kinds else cells.distinct:
        cell = key[1] if bool in cells.kinds else key
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


def _where(keys: Sequence[Any], wanted: set[Any]) -> list[int]:
    return [at for at, key in enumerate(keys) if key in wanted] if wanted else []


def as_floats(values: Iterable[float]) -> NDArray[np.float64]:
    return np.array(list(values), dtype=np.float64)


def wrong_cells(
    errors: Sequence[int], unreadable: Sequence[int], code: str, what: str, fix: str, read_as: str = "empty"
) -> tuple[Problem, ...]:
    """The cells of a column that hold an error, and those that are not what they should be."""
    if not unreadable:
        return error_problem(errors)
    message = f"“{{value}}” in {{header}} is not {what}; it was read as {read_as}."
    return (*error_problem(errors), Problem(code, Severity.WARNING, tuple(unreadable), message, fix))


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
