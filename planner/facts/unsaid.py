"""What the parsers of a column did without saying so: nothing that is changed or lost stays in silence.

Two nets over every parsed column, whatever its parser: a cell that says something but gave no value, and a cell
whose words were taken for a figure, a date or a kind of account. What a parser has spoken of itself is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from types import MappingProxyType
from typing import Any, Final

import numpy as np

from planner.facts.value_words import value_words
from planner.fields import FIELDS, Field, Kind
from planner.parsing.cell_values import Parsed, Problem, as_cells, clean
from planner.vocabulary import Relationship, Severity

EXAMPLES: Final = 10
"""So many different texts are told with what they were read as; a list seldom has more words for one thing."""
_SIGNS: Final = r"[$€£¥₹]|(?:US|CA|AU|NZ|HK|S)\$|[A-Z]{3}|Rs\.?|R|kr\.?|Fr\.?"
_NUMBER: Final = r"\(?[-−+]?\s*\d[\d.,'’\s]*\)?"
_PLAIN: Final = MappingProxyType(
    {
        Kind.MONEY: re.compile(rf"^(?:{_SIGNS})?\s*{_NUMBER}\s*(?:k|m|mn|mio|bn|tsd)?\.?\s*(?:{_SIGNS})?$", re.I),
        Kind.SHARE: re.compile(rf"^{_NUMBER}\s*%?$"),
        Kind.SHARE_OF_TODAY: re.compile(rf"^[x×]?\s*{_NUMBER}\s*%?$", re.I),
        Kind.HOURS: re.compile(rf"^{_NUMBER}\s*(?:h|hr|hrs|hours?|std|uur|heures?|horas?)?\.?$", re.I),
        Kind.NUMBER: re.compile(rf"^{_NUMBER}$"),
        Kind.DATE: re.compile(
            r"^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:[T\s].*)?$|^\d{1,2}\.?(?:st|nd|rd|th)?[\s-][^\W\d]{3,}\.?,?[\s-]\d{2,4}$"
            r"|^[^\W\d]{3,}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}$",
            re.I,
        ),
    }
)
"""How a cell of each kind is written when it needs no reading into."""


def unsaid(name: Field, cells: Sequence[Any], parsed: Parsed, problems: Sequence[Problem] = ()) -> tuple[Problem, ...]:
    """Problems that the parser of a column did not name, each for all cells alike.

    Args:
        cells: (n,) as they stand.  parsed: the same column in its unit.
        problems: what else was said of the cells.
    """
    kind = FIELDS[name].kind
    column = as_cells(cells)
    if kind in {Kind.TEXT, Kind.NAMES} or str not in column.kinds:
        return ()
    written = column.texts - column.silent
    odd = {text for text in written if not _is_plain(kind, text)}
    said = {at for problem in (*parsed.problems, *problems) for at in problem.at}
    gone = _missing(parsed.values)
    found = []
    if kind is not Kind.RELATIONSHIP:
        lost = [i for i in np.flatnonzero(gone & column.said).tolist() if i not in said]
        found += [_lost(lost)] if lost else []
    if odd and kind is not Kind.RATING:
        read = [i for i, cell in enumerate(column) if cell in odd and not gone[i] and i not in said]
        found += [_read(kind, column, parsed, read)] if read else []
    return tuple(found)


def _is_plain(kind: Kind, text: str) -> bool:
    if kind is Kind.RELATIONSHIP:
        return clean(text).lower().removesuffix("s") in set(Relationship)
    pattern = _PLAIN.get(kind)
    return pattern is not None and pattern.match(clean(text)) is not None


def _missing(values: Any) -> Any:
    if values.dtype == object:
        return values == ""
    return np.isnat(values) if values.dtype.kind == "M" else np.isnan(values)


def _lost(at: Sequence[int]) -> Problem:
    return Problem(
        "value-not-read", Severity.WARNING, tuple(at),
        "“{value}” in {header} gave no value; it was read as empty.", "Write it plainly, or leave it empty.",
        grouped=True,
    )  # fmt: skip


def _read(kind: Kind, cells: Sequence[Any], parsed: Parsed, at: Sequence[int]) -> Problem:
    """A note on what words in a column were taken for."""
    found: dict[str, int] = {}
    for i in at:
        found.setdefault(clean(cells[i]), i)
    told = [
        f"“{_escaped(text)}” as {value_words(kind, parsed.values[i])}" for text, i in islice(found.items(), EXAMPLES)
    ]
    more = [f"{len(found) - EXAMPLES:,} others"] if len(found) > EXAMPLES else []
    listed = ", ".join([*told, *more])
    return Problem(
        "words-read-as-value", Severity.NOTE, tuple(at), f"{{header}} is partly in words, which were read: {listed}.",
        "Correct those that mean something else.", grouped=True,
    )  # fmt: skip


def _escaped(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
