"""The goods that make an account worth time, and the groups that are balanced: one registry of both.

A good or a group is added here: its name in files (`Good`, `Group`), its entry in `GOOD_SPECS` or `GROUP_SPECS`, and
all that is said of it. Arrays with a good axis follow `GOODS`, those with a group axis `GROUPS`. Colours are safe for
the colour-blind and never the only signal; tints are light enough behind dark figures.
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


@dataclass(frozen=True, kw_only=True)
class GroupSpec:
    """How a group is named and shown, and what is said of it.

    Attributes:
        title: as a heading: "Builds strengths".
        noun: inside a sentence, of hours or accounts that count for it: "building strengths".
        amount: what it has points of: "strengths".
        short: in tight places: "strengths".
        beneficiary: whom the hours are for: "your strengths" ("16 h for your strengths").
        verb: what accounts of the group do: "build strengths".
        does, do: what an account (accounts) of the group does, as a clause: "builds your strengths".
        find_out: the shortest way to find out which accounts are of it.
        look_for: which prospects are of it, after "prospects".
        nothing_else: what becomes of a firm that does nothing else.
        points_mean: what its points are, for who asks on the screen.
        colour, tint: of bars and dots, and behind figures.
        ink, ink_on_dark: of its words, legible on white and on black.
        in_money: whether it is worth money where the list has any; else points.
    """

    title: str
    noun: str
    amount: str
    short: str
    beneficiary: str
    verb: str
    does: str
    do: str
    find_out: str
    look_for: str
    nothing_else: str
    points_mean: str
    colour: str
    tint: str
    ink: str
    ink_on_dark: str
    in_money: bool = False


@dataclass(frozen=True, kw_only=True)
class GoodSpec:
    """A good: its group, how it is named and shown, and what is said of it.

    Attributes:
        title, short: as a heading and in tight places.
        head: over a narrow column.
        noun: inside a sentence, of hours or a rating: "what pays now".
        does: what an account does that has it: "builds your strengths".
        remark: what a remark says of the account, in two or three words.
        guess: what a guess says of the account: "would teach you".
        asks: asks about one account.  asks_which: asks which accounts have it.
        means: what it is, in a sentence.
        nothing: why it is not there, where it is worth nothing.
        colour, tint: as those of a group.
    """

    group: Group
    title: str
    short: str
    head: str
    noun: str
    does: str
    remark: str
    guess: str
    asks: str
    asks_which: str
    means: str
    nothing: str
    colour: str
    tint: str


GROUP_SPECS: Final[Mapping[Group, GroupSpec]] = MappingProxyType(
    {
        Group.OTHERS: GroupSpec(
            title="Good for others",
            noun="good for others",
            amount="good for others",
            short="others",
            beneficiary="others",
            verb="do good for others",
            does="does good beyond the fee",
            do="do good beyond the fee",
            find_out="say for each industry whether serving it does",
            look_for="whose work does good beyond the fee",
            nothing_else="a firm that gives all its time to others earns nothing",
            points_mean="What your hours add for others; 100 points are one account as good for others as can be.",
            colour="#009E73",
            tint="#A6DECB",
            ink="#00704f",
            ink_on_dark="#3fcf9f",
        ),
        Group.STRENGTHS: GroupSpec(
            title="Builds strengths",
            noun="building strengths",
            amount="strengths",
            short="strengths",
            beneficiary="your strengths",
            verb="build strengths",
            does="builds your strengths",
            do="build your strengths",
            find_out="choose the services and industries you want to be better at",
            look_for="in a field that is new to you",
            nothing_else="a firm that only learns sells itself under price in the short term",
            points_mean="What your hours add to your strengths; 100 points are one account that teaches all it can.",
            colour="#E69F00",
            tint="#F6D99A",
            ink="#8a5a00",
            ink_on_dark="#f1b63c",
        ),
        Group.YOU: GroupSpec(
            title="Good for you",
            noun="good for you",
            amount="good for you",
            short="you",
            beneficiary="you",
            verb="be good for you",
            does="is good for you",
            do="are good for you",
            find_out="tick those that can hire you, or can send you those who do",
            look_for="who can hire you or refer those who can",
            nothing_else="a firm that only earns stops learning and is worth less each year",
            points_mean="What your hours add that is good for you, in points, because the list has no money in it.",
            colour="#0072B2",
            tint="#9DC8E8",
            ink="#005f95",
            ink_on_dark="#6bbcf0",
            in_money=True,
        ),
    }
)
GOOD_SPECS: Final[Mapping[Good, GoodSpec]] = MappingProxyType(
    {
        Good.OTHERS: GoodSpec(
            group=Group.OTHERS,
            title="Good for others",
            short="others",
            head="Others",
            noun="good for others",
            does="does good beyond the fee",
            remark="does good beyond the fee",
            guess="does good",
            asks="Does your work there do good beyond the fee?",
            asks_which="Where does your work do good beyond the fee?",
            means="Serving it does good beyond the fee: a charity, a school, people who share your aims.",
            nothing="It does no good",
            colour="#009E73",
            tint="#A6DECB",
        ),
        Good.STRENGTHS: GoodSpec(
            group=Group.STRENGTHS,
            title="Builds strengths",
            short="strengths",
            head="Strengths",
            noun="building strengths",
            does="builds your strengths",
            remark="you would learn",
            guess="would teach you",
            asks="Would the work teach you something new?",
            asks_which="Who would teach you something new?",
            means="You learn on it: a new service, a new industry, a stretch.",
            nothing="Nothing is learned",
            colour="#E69F00",
            tint="#F6D99A",
        ),
        Good.NOW: GoodSpec(
            group=Group.YOU,
            title="Good for you, now",
            short="you, now",
            head="Now",
            noun="what pays now",
            does="can hire now",
            remark="ready now",
            guess="can hire you now",
            asks="Can they hire and pay you now?",
            asks_which="Who can hire and pay you now?",
            means="It can hire you and pay you now.",
            nothing="No chance of being hired now",
            colour="#0072B2",
            tint="#9DC8E8",
        ),
        Good.LATER: GoodSpec(
            group=Group.YOU,
            title="Good for you, later",
            short="you, later",
            head="Later",
            noun="what may pay later",
            does="may hire later",
            remark="later, not now",
            guess="may hire you later",
            asks="Will they not hire now, but may later?",
            asks_which="Who will not hire now, but may later?",
            means="It will not hire you now, but may later.",
            nothing="No chance of being hired later",
            colour="#56B4E9",
            tint="#BFE1F6",
        ),
        Good.REFERRAL: GoodSpec(
            group=Group.YOU,
            title="Good for you, via referral",
            short="you, referral",
            head="Referral",
            noun="referrals",
            does="can refer others to you",
            remark="sends you clients",
            guess="sends you clients",
            asks="Do they send you clients, or could they?",
            asks_which="Who sends you clients, or could?",
            means="It will not hire you, but sends you those who do.",
            nothing="A referral would bring nothing",
            colour="#9DC8E8",
            tint="#D5E8F6",
        ),
    }
)

GOODS: Final = tuple(Good)
GROUPS: Final = tuple(Group)
GROUP_OF: Final = MappingProxyType({good: spec.group for good, spec in GOOD_SPECS.items()})
GROUP_INDEX: Final = tuple(GROUPS.index(GROUP_OF[good]) for good in GOODS)
"""Group axis position of each good: (0, 1, 2, 2, 2)."""
YOU: Final = GROUPS.index(Group.YOU)
"""Group axis position of the group that is worth money where the list has any."""
WITHIN_YOU: Final = tuple(at for at, group in enumerate(GROUP_INDEX) if group == YOU)
"""Good axis positions of the goods of that group: now, later, referral."""
