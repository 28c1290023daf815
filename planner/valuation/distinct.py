"""Each text once: what is done per text costs as much as there are different texts, not accounts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from planner.arrays import Index


@dataclass(frozen=True, eq=False)
class Distinct:
    """Different texts in order of appearance, and which of them each account has.

    Attributes:
        values: the different texts.
        codes: (n,) position in `values`.
    """

    values: tuple[str, ...]
    codes: Index

    def spread(self, per_value: Sequence[Any] | NDArray[Any]) -> NDArray[Any]:
        """(n, …) what each account gets from one entry per different text."""
        return np.asarray(per_value)[self.codes]

    def map(self, function: Callable[[str], str]) -> Distinct:
        """The texts after `function`, which is called once per different text; equal results are joined."""
        return self._become(tuple(map(function, self.values)))

    def plain(self) -> Distinct:
        """The texts as they are compared."""
        return self._become(tuple(plain_all(self.values)))

    def _become(self, results: tuple[str, ...]) -> Distinct:
        if results == self.values:
            return self
        changed = distinct(np.array(results, dtype=object))
        return Distinct(changed.values, changed.codes[self.codes] if self.values else self.codes)


def distinct(texts: NDArray[np.object_]) -> Distinct:
    """Different texts of a (n,) array of text."""
    codes, values = pd.factorize(texts)
    return Distinct(tuple(values), codes)


def is_one_of(texts: NDArray[np.object_], wanted: Iterable[str]) -> NDArray[np.bool_]:
    """(n,) where a text is one of a few."""
    return np.asarray(np.logical_or.reduce([texts == text for text in wanted]), dtype=bool)


def plain(text: str) -> str:
    """How texts are compared: without case and outer or doubled spaces."""
    return " ".join(text.casefold().split())


def plain_all(texts: Sequence[str]) -> Sequence[str]:
    """`plain` of many texts; those that are in order already, as most are, go through `casefold` together."""
    whole = f"|{'|'.join(texts)}|"
    orderly = whole.isprintable() and not any(marks in whole for marks in ("  ", "| ", " |"))
    if not texts or not orderly or whole.count("|") != len(texts) + 1:
        return list(map(plain, texts))
    return whole[1:-1].casefold().split("|")
