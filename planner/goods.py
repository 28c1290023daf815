"""The goods that make an account worth time, and the groups that are balanced."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Good(StrEnum):
    """What makes an account worth time. The order is that of every array with a good axis."""

    OTHERS = "others"
    STRENGTHS = "strengths"
    NOW = "now"
    LATER = "later"
    REFERRAL = "referral"


class Group(StrEnum):
    """The three goods that are balanced. The order is that of every array with a group axis."""

    OTHERS = "others"
    STRENGTHS = "strengths"
    YOU = "you"


GOODS: Final = tuple(Good)
GROUPS: Final = tuple(Group)
GROUP_OF: Final = MappingProxyType(
    {
        Good.OTHERS: Group.OTHERS,
        Good.STRENGTHS: Group.STRENGTHS,
        Good.NOW: Group.YOU,
        Good.LATER: Group.YOU,
        Good.REFERRAL: Group.YOU,
    }
)
GROUP_INDEX: Final = tuple(GROUPS.index(GROUP_OF[good]) for good in GOODS)
"""Group axis position of each good: (0, 1, 2, 2, 2)."""
