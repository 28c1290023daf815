"""Screens of questions as data: what is asked about, the choices, and what can be said of each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from planner.goods import Good


class Ask(StrEnum):
    """What is asked about, in the order it is asked."""

    LIST = "list"
    """What the reading of the list itself leaves open."""
    HOURS = "hours"
    FEE = "fee"
    INDUSTRIES = "industries"
    GUESSES = "guesses"
    BETTER_AT = "better at"
    NAMES = "names"
    TIME = "time"
    STALE = "stale"
    LEFT_OUT = "left out"


class Say(StrEnum):
    """What can be said of a choice."""

    YES = "yes"
    SOME = "some"
    NO = "no"
    TICK = "tick"
    DOUBLE_TICK = "double tick"
    A_LOT = "a lot"


@dataclass(frozen=True)
class Choice:
    """Something to say a word about: `key` names it in the answer, `note` says what is known of it."""

    key: str
    title: str
    note: str = ""


@dataclass(frozen=True)
class QuestionScreen:
    """One screen of questions.

    Attributes:
        ask: what it is about.  good: for which good, where it is asked good by good.
        text: the question.  hint: why it is asked, or how to answer.
        choices: what to say something about, most telling first.  say: what can be said of each; empty where a
            choice is only picked, or a number or free text is asked for.
        most: how many choices may be picked, 0 for any number.
        code: of the question of the reading that this is.
    """

    ask: Ask
    text: str
    hint: str = ""
    choices: tuple[Choice, ...] = ()
    say: tuple[Say, ...] = ()
    good: Good | None = None
    most: int = 0
    code: str = ""

    @property
    def name(self) -> str:
        """Short and unique among a plan's questions."""
        about = self.code or self.good
        return f"{self.ask}: {about}" if about else str(self.ask)
