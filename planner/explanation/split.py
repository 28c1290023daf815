"""How much of an account's hours counts for each group."""

from __future__ import annotations

import numpy as np

from planner.allocation.problem import Numbers
from planner.goods import GROUP_INDEX, GROUPS

COUNT = len(GROUPS)


def relative_strength(strength: Numbers) -> Numbers:
    """(n, 3) each group's strength over the account's strongest, from (n, 5) strengths; 0 without any."""
    groups = np.zeros((len(strength), COUNT))
    known = np.nan_to_num(strength)
    for good, group in enumerate(GROUP_INDEX):
        groups[:, group] = np.maximum(groups[:, group], known[:, good])
    strongest = groups.max(axis=1, initial=0.0)[:, np.newaxis]
    return np.asarray(np.divide(groups, strongest, out=np.zeros_like(groups), where=strongest > 0))
