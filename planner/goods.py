"""The goods that make an account worth time, and the groups that are balanced: one registry of both.

A good or a group is added here: its name in files (`Good`, `Group`) and its entry in `GOOD_SPECS` or `GROUP_SPECS`.
Arrays with a good axis follow `GOODS`, those with a group axis `GROUPS`. Colours are safe for the colour-blind and
never the only signal; tints are light enough behind dark figures.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
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
    """The goods that are balanced. The order is that of every array with a group axis."""

    OTHERS = "others"
    STRENGTHS = "strengths"
    YOU = "you"


@dataclass(frozen=True)
class GroupSpec:
    """How a group is named and shown.

    Attributes:
        title: as a heading: "Builds strengths".
        noun: inside a sentence, of hours or accounts that count for it: "building strengths".
        short: in tight places: "strengths".
        verb: what an account of the group does, in the plural: "build strengths".
        colour, tint: of bars and dots, and behind figures.
        in_money: whether it is worth money where the list has any; else points.
    """

    title: str
    noun: str
    short: str
    verb: str
    colour: str
    tint: str
    in_money: bool = False


@dataclass(frozen=True)
class GoodSpec:
    """A good: its group, how it is named and shown."""

    group: Group
    title: str
    short: str
    colour: str
    tint: str


GROUP_SPECS: Final[Mapping[Group, GroupSpec]] = MappingProxyType(
    {
        Group.OTHERS: GroupSpec(
            "Good for others", "good for others", "others", "do good for others", "#009E73", "#A6DECB"
        ),
        Group.STRENGTHS: GroupSpec(
            "Builds strengths", "building strengths", "strengths", "build strengths", "#E69F00", "#F6D99A"
        ),
        Group.YOU: GroupSpec(
            "Good for you", "good for you", "you", "be good for you", "#0072B2", "#9DC8E8", in_money=True
        ),
    }
)
GOOD_SPECS: Final[Mapping[Good, GoodSpec]] = MappingProxyType(
    {
        Good.OTHERS: GoodSpec(Group.OTHERS, "Good for others", "others", "#009E73", "#A6DECB"),
        Good.STRENGTHS: GoodSpec(Group.STRENGTHS, "Builds strengths", "strengths", "#E69F00", "#F6D99A"),
        Good.NOW: GoodSpec(Group.YOU, "Good for you, now", "you, now", "#0072B2", "#9DC8E8"),
        Good.LATER: GoodSpec(Group.YOU, "Good for you, later", "you, later", "#56B4E9", "#BFE1F6"),
        Good.REFERRAL: GoodSpec(Group.YOU, "Good for you, via referral", "you, referral", "#9DC8E8", "#D5E8F6"),
    }
)

GOODS: Final = tuple(Good)
GROUPS: Final = tuple(Group)
GROUP_OF: Final = MappingProxyType({good: spec.group for good, spec in GOOD_SPECS.items()})
GROUP_INDEX: Final = tuple(GROUPS.index(GROUP_OF[good]) for good in GOODS)
"""Group axis position of each good: (0, 1, 2, 2, 2)."""
