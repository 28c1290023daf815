"""Remarks of a client list and the clues in them, as stages hand them on."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from planner.arrays import Texts
from planner.goods import Good

LONGEST_QUOTE: Final = 140


class Clue(NamedTuple):
    """What a remark says about an account, until somebody says otherwise; a tuple, as long lists have many.

    Attributes:
        account: position of the account in the client list.
        family: which kind of phrase was found (see `remark_families`).
        quote: the remark, shortened.  sheet, cell: where it stands.
        good, strength: what it is a guess of; a strength of 0 says that the account is not good in this way.
        negated: whether a negation turned the phrase round.
        date: the day that the remark speaks of, or None.
        caution: what to say beside the account, or `""`.
        leave_out: whether it proposes to leave the account out.
        referrals: referrals a year, or None.  chance: of hiring, or None.
    """

    account: int
    family: str
    quote: str
    sheet: str
    cell: str
    good: Good | None = None
    strength: float = 0.0
    negated: bool = False
    date: np.datetime64 | None = None
    caution: str = ""
    leave_out: bool = False
    referrals: float | None = None
    chance: float | None = None

    def placed(self, account: int, sheet: str, cell: str) -> Clue:
        """The same clue in another place."""
        return Clue._make((account, self.family, self.quote, sheet, cell, *self[5:]))


@dataclass(frozen=True, eq=False)
class FreeTexts:
    """Remarks of a list, k of them.

    Attributes:
        row: (k,) position of the row (later of the account) that each belongs to.
        text, sheet, cell: (k,) what is written and where.
    """

    row: NDArray[np.intp]
    text: Texts
    sheet: Texts
    cell: Texts

    def of(self, place: NDArray[np.intp]) -> FreeTexts:
        """The same remarks where row i has become `place[i]`."""
        return dataclasses.replace(self, row=place[self.row])

    def at_rows(self, kept: NDArray[np.intp]) -> FreeTexts:
        """The remarks of some rows, in the order of `kept`, by their place in it."""
        place = {row: i for i, row in enumerate(kept.tolist())}
        at = np.array([i for i, row in enumerate(self.row.tolist()) if row in place], dtype=np.intp)
        rows = np.array([place[row] for row in self.row[at].tolist()], dtype=np.intp)
        return FreeTexts(rows, self.text[at], self.sheet[at], self.cell[at])

    def and_those_of(self, other: FreeTexts, size: int) -> FreeTexts:
        """These remarks and those of a list whose rows follow the `size` rows of this one."""
        return FreeTexts(
            np.concatenate((self.row, other.row + size)),
            np.concatenate((self.text, other.text)),
            np.concatenate((self.sheet, other.sheet)),
            np.concatenate((self.cell, other.cell)),
        )


def no_texts() -> FreeTexts:
    """The free texts of a list without any."""
    nothing = np.zeros(0, dtype=object)
    return FreeTexts(np.zeros(0, dtype=np.intp), nothing, nothing, nothing)


def shortened(text: str) -> str:
    """A remark on one line, cut behind a word where it is long."""
    line = " ".join(text.split())
    if len(line) <= LONGEST_QUOTE:
        return line
    return line[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"


def ended_by(clues: Sequence[Clue]) -> dict[int, str]:
    """The first remark that ends each account, by row."""
    ended: dict[int, str] = {}
    for clue in clues:
        if clue.leave_out:
            ended.setdefault(clue.account, clue.quote)
    return ended
