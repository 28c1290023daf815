"""Which groups a list says anything about, and what to say of the others.

A group without any evidence (no yes, nobody rated, no rule of the user's own spoke) is not seen: the balance is not
chased for it. That a default rule denied something ("an insurer is not a charity") is no evidence.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.goods import GROUP_INDEX, GROUP_SPECS, GROUPS, GroupSpec
from planner.valuation.distinct import is_one_of
from planner.vocabulary import Authority

SOMEBODY: Final = (str(Authority.RATING), str(Authority.OVERRIDE))
NONE_SEEN: Final = (
    "Nothing in this list says what any account is good for, so there is nothing to balance yet. "
    "Rate some accounts from 0 to 5, or answer the questions."
)


def groups_seen(
    strength: NDArray[np.float64], authority: NDArray[np.object_], said_by_rules: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """(3,) from (n, 5) strengths and authorities, and (5,) goods that a rule of the user's own spoke about."""
    known = (strength > 0).any(axis=0) | said_by_rules
    for good in np.flatnonzero(~known):
        known[good] = (is_one_of(authority[:, good], SOMEBODY) & ~np.isnan(strength[:, good])).any()
    return np.array([known[np.array(GROUP_INDEX) == position].any() for position in range(len(GROUPS))])


def evidence_notes(seen: NDArray[np.bool_]) -> tuple[str, ...]:
    """A sentence for each group that is not seen."""
    if not seen.any():
        return (NONE_SEEN,)
    return tuple(_not_seen(GROUP_SPECS[group]) for position, group in enumerate(GROUPS) if not seen[position])


def _not_seen(group: GroupSpec) -> str:
    return (
        f"Nothing in this list says which accounts {group.do}, so any share you choose for "
        f"them goes to the other groups. The shortest way to find out: {group.find_out}."
    )
