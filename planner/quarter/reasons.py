"""Why hours differ from the plan, and the fact that each reason becomes.

People leave plans for reasons that the list did not know. Each becomes a change that is kept with its day and author
and undone like any other: their timing is a date, not worth it leaves the account out, new information is a chance or
a fee, more needed raises the account's maximum, and our own time takes hours from a person.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

import numpy as np

from planner.fields import Field
from planner.parsing.header_text import read_header
from planner.parsing.text_cells import Habits, parse_cells
from planner.sheets.overrides import Override

MORE: Final = 1.5
"""What "more needed" without a number raises an account's hours to, times what was planned or spent."""


class Reason(StrEnum):
    """Why hours differ from the plan."""

    THEIR_TIMING = "their timing"
    OUR_TIME = "our time"
    NEW_INFORMATION = "new information"
    NOT_WORTH_IT = "not worth it"
    MORE_NEEDED = "more needed"


WORDS: Final[Mapping[Reason, tuple[str, ...]]] = MappingProxyType(
    {
        Reason.THEIR_TIMING: ("their timing", "their time", "postponed", "moved to", "delayed", "not before", "later"),
        Reason.OUR_TIME: ("our time", "our own time", "no time", "on site", "holiday", "away", "too busy", "on leave"),
        Reason.NEW_INFORMATION: ("new information", "new info", "chance", "fee", "went to tender", "competitor"),
        Reason.NOT_WORTH_IT: ("not worth it", "not worth", "dead", "lost", "stop", "drop", "no interest", "gave up"),
        Reason.MORE_NEEDED: ("more needed", "needs more", "more time", "more hours", "one more round"),
    }
)
"""How people write each reason, in small letters; the reason's own name first."""
_HOURS: Final = re.compile(r"((?<!\d)[-−]?\d+(?:[.,]\d+)?)\s*(?:h|hrs?|hours?)\b", re.IGNORECASE)


@dataclass(frozen=True)
class FewerHours:
    """Hours that a person does not have after all."""

    person: str
    hours: float
    why: str


@dataclass(frozen=True)
class Learned:
    """What a reason says of an account: facts, and hours of a person; nothing where more must be asked.

    Attributes:
        missing: what the reason still needs to become a fact, as a sentence, or "".
    """

    overrides: tuple[Override, ...] = ()
    fewer: FewerHours | None = None
    missing: str = ""


def read_reason(text: str) -> Reason | None:
    """The reason that some words give; None where they give none."""
    words = " ".join(text.lower().split())
    exact = next((reason for reason in Reason if words.startswith(str(reason))), None)
    if exact is not None:
        return exact
    return next((reason for reason, known in WORDS.items() if any(word in words for word in known)), None)


@dataclass(frozen=True)
class Said:
    """A reason as somebody gave it.

    Attributes:
        text: the words with it: "meeting moved to 15 February", "25%", "30 h", "Ines 12 h less".
        day, by: when it was said, and by whom.  person: whose hours "our time" takes.
        planned, spent: hours of the account.  quarter_end: the first day after the period.
    """

    account: str
    reason: Reason
    text: str
    day: dt.date
    by: str = ""
    person: str = ""
    planned: float = 0.0
    spent: float = 0.0
    quarter_end: dt.date | None = None

    @property
    def why(self) -> str:
        """The reason and the words, to be kept with the fact."""
        name = str(self.reason).capitalize()
        if not self.text:
            return name
        return self.text if self.text.lower().startswith(str(self.reason)) else f"{name}: {self.text}"

    @property
    def detail(self) -> str:
        """The words without the reason's own name."""
        return re.sub(
            f"^{re.escape(str(self.reason))}(?:[\\s:,–]|-(?=\\s))*", "", self.text.strip(), flags=re.IGNORECASE
        )

    def fact(self, name: Field, value: object) -> Learned:
        """One value of the account, with the reason, its day and author."""
        return Learned((Override(self.account, name, value, self.why, by=self.by, day=self.day.isoformat()),))


def learn(said: Said) -> Learned:
    """The fact that a reason becomes, or what it still needs to become one."""
    return _FACTS[said.reason](said)


def _timing(said: Said) -> Learned:
    date = _date(said.detail, said.day) or said.quarter_end
    if date is None:
        return Learned(missing=f"When will {said.account} be ready? Give a date.")
    if date <= said.day:
        past = f"{date.day} {date:%B %Y}"
        return Learned(missing=f"When will {said.account} be ready? {past} is no day to come. Give a later date.")
    return said.fact(Field.EXPECTED_DATE, date.isoformat())


def _information(said: Said) -> Learned:
    found = _chance_or_fee(said.detail, said.day)
    if found is None:
        return Learned(missing=f"What is new at {said.account}? Give a chance such as 25%, or a yearly fee.")
    return said.fact(*found)


def _more(said: Said) -> Learned:
    hours = _hours(said.detail)
    if hours is None:
        hours = round(2 * MORE * max(said.planned, said.spent)) / 2
    if hours <= 0:
        return Learned(missing=f"How many hours does {said.account} need at most? Give a number above 0.")
    return said.fact(Field.MAX_HOURS, hours)


def _our_time(said: Said) -> Learned:
    hours = _hours(said.detail)
    if not said.person or hours is None or hours <= 0:
        return Learned(missing="Whose time is missing, and how many hours? Such as “Ines 12 h”.")
    return Learned(fewer=FewerHours(said.person, hours, said.why))


_FACTS: Final[Mapping[Reason, Callable[[Said], Learned]]] = MappingProxyType(
    {
        Reason.THEIR_TIMING: _timing,
        Reason.OUR_TIME: _our_time,
        Reason.NEW_INFORMATION: _information,
        Reason.NOT_WORTH_IT: lambda said: said.fact(Field.LEAVE_OUT, "yes"),
        Reason.MORE_NEEDED: _more,
    }
)


def _hours(text: str) -> float | None:
    match = _HOURS.search(text)
    return float(match[1].replace(",", ".").replace("−", "-")) if match else None


def _date(text: str, day: dt.date) -> dt.date | None:
    """The first date in some words, tried from each word on."""
    words = text.split()
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            value = _parsed(Field.EXPECTED_DATE, " ".join(words[start:end]).strip(".,;"), day)
            if value is not None and not np.isnat(value):
                return dt.date.fromisoformat(str(value))
    return None


def _chance_or_fee(text: str, day: dt.date) -> tuple[Field, str] | None:
    """The field and the words that say a chance or a fee; a percentage is a chance."""
    words = text.replace("→", " ").split()
    for word in reversed(words):
        for name in (Field.PROBABILITY, Field.ANNUAL_FEE):
            plain = word.strip(".,;()")
            if not any(mark.isdigit() for mark in plain):
                continue
            value = _parsed(name, plain, day)
            if value is not None and np.isfinite(value):
                return name, plain
    return None


def _parsed(name: Field, text: str, day: dt.date) -> Any:
    """The value of one text in a column of a field; None where it cannot be read."""
    parsed = parse_cells(name, (text,), read_header(str(name)), Habits(weeks=13.0, today=day))
    if any(0 in problem.at for problem in parsed.problems if problem.code.endswith("unreadable")):
        return None
    return parsed.values[0]
