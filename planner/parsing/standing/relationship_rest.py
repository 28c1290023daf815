"""What the codes of a column of relationships mean that nothing explains: the one kind that is missing among the rest.

Where a key explains targets, former clients and introducers, all others are the clients; where it explains clients and
former ones, they are the prospects.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from planner.arrays import Texts
from planner.vocabulary import Relationship

CLIENT, PROSPECT = str(Relationship.CLIENT), str(Relationship.PROSPECT)


def with_the_rest(read: Texts, raw: Sequence[str]) -> Texts:
    """(n,) relationships with those that were written but not understood, where only one kind is left for them.

    Args:
        read: (n,) values of `Relationship`, `""` where nothing is known.  raw: what is written there.
    """
    if not np.any(read == ""):
        return read
    written = np.array([bool(text.strip()) for text in raw], dtype=np.bool_)
    unknown = written & (read == "")
    kinds = set(read[written]) - {""}
    missing = {CLIENT, PROSPECT} - kinds
    if not unknown.any() or len(kinds) < 2 or len(missing) != 1:
        return read
    if PROSPECT in missing and len({text.strip() for text, rest in zip(raw, unknown, strict=True) if rest}) > 1:
        return read  # of several codes only one can be the prospects'
    return np.where(unknown, missing.pop(), read).astype(object)
