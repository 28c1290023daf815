"""Names that every solver can read back from an `.lp` file: short, plain letters, unique."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_OTHER = re.compile(r"[^a-z0-9]+")
LONGEST = 40


def slug(text: str) -> str:
    """`text` in lower-case ASCII letters, digits and underscores, at most 40 of them; "x" where nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _OTHER.sub("_", plain).strip("_")[:LONGEST].strip("_") or "x"


class Slugs:
    """Slug of each name, made on demand; equal slugs are told apart by the rank of their names in order."""

    def __init__(self, names: Sequence[object] | NDArray[np.object_]) -> None:
        self._names = names
        self._slug: dict[int, str] = {}
        self._owner: dict[str, int] = {}

    def __getitem__(self, position: int) -> str:
        position = int(position)
        if position not in self._slug:
            base = candidate = slug(str(self._names[position]))
            number = 1
            while self._owner.setdefault(candidate, position) != position:
                number += 1
                candidate = f"{base}_{number}"
            self._slug[position] = candidate
        return self._slug[position]
