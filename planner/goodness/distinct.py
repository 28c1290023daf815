"""Each text once: what is done per text costs as much as there are different texts, not accounts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Index = NDArray[np.intp]


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
        changed = distinct(np.array([function(text) for text in self.values], dtype=object))
        return Distinct(changed.values, changed.codes[self.codes] if self.values else self.codes)


def distinct(texts: NDArray[np.object_]) -> Distinct:
    """Different texts of a (n,) array of text."""
    seen: dict[str, int] = {}
    codes = np.fromiter((seen.setdefault(text, len(seen)) for text in texts.tolist()), np.intp, len(texts))
    return Distinct(tuple(seen), codes)


def plain(text: str) -> str:
    """How texts are compared: without case and outer or doubled spaces."""
    return " ".join(text.casefold().split())
