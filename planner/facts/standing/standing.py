"""How things stand with the account of each row of a list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from planner.arrays import Numbers, Texts


@dataclass(frozen=True, eq=False)
class Standing:
    """How things stand with the account of each of n rows.

    Attributes:
        relationship: (n,) values of `Relationship`, `""` where nothing says it.
        origin: (n,) values of `Origin`, `""` where nothing says it.
        chance: (n,) chance that goes with how warm a prospect is; NaN where nothing says it.
        left_out: words that end or park an account, by row.
        doubtful: remarks after which a client may have ended, by row.
        risk: words that say that a client may be lost, by row.
        titles: the title that a row stands under, by row.
    """

    relationship: Texts
    origin: Texts
    chance: Numbers
    left_out: Mapping[int, str] = field(default_factory=dict)
    doubtful: Mapping[int, str] = field(default_factory=dict)
    risk: Mapping[int, str] = field(default_factory=dict)
    titles: Mapping[int, str] = field(default_factory=dict)

    def at_rows(self, kept: NDArray[np.intp]) -> Standing:
        """The standing of some rows, in the order of `kept`."""
        place = {row: i for i, row in enumerate(kept.tolist())}
        by_row = (
            {place[row]: words for row, words in said.items() if row in place}
            for said in (self.left_out, self.doubtful, self.risk, self.titles)
        )
        return Standing(self.relationship[kept], self.origin[kept], self.chance[kept], *by_row)

    def resting(self, waiting: Mapping[int, str]) -> Standing:
        """This standing with rows left out for which nothing is to be done yet, each with the words for it."""
        return replace(self, left_out={**waiting, **self.left_out}) if waiting else self

    def and_that_of(self, other: Standing) -> Standing:
        """This standing and that of a list whose rows follow."""
        size = len(self.relationship)
        return Standing(
            np.concatenate((self.relationship, other.relationship)),
            np.concatenate((self.origin, other.origin)),
            np.concatenate((self.chance, other.chance)),
            *({**mine, **{row + size: words for row, words in theirs.items()}} for mine, theirs in (
                (self.left_out, other.left_out), (self.doubtful, other.doubtful), (self.risk, other.risk),
                (self.titles, other.titles),
            )),
        )  # fmt: skip
