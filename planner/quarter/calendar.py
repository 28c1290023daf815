"""An `.ics` calendar a person: the planned hours as weekly blocks, next steps on their dates.

Hours come in half hours. Each account's hours are spread evenly over the weeks, and no week holds more than its share
of the person's hours. Blocks have times, so that a calendar shows them; they may be moved.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from icalendar import Calendar, Event

FIRST_HOUR: Final = 9
"""Blocks of a day begin at nine and follow each other."""
WORKING_DAYS: Final = 5
LONGEST_BLOCK: Final = 4.0
PRODUCT: Final = "-//Client-portfolio planner//planned hours//EN"


@dataclass(frozen=True)
class PlannedHours:
    """What a person is to do: hours on an account, and its next step."""

    account: str
    hours: float
    next_step: str = ""
    next_step_date: dt.date | None = None


@dataclass(frozen=True)
class Block:
    """Hours on one account in one week, counted from 0."""

    week: int
    account: str
    hours: float


def weekly_blocks(planned: Sequence[PlannedHours], weeks: int) -> tuple[Block, ...]:
    """Spread hours over the weeks: evenly for each account, no week above its share.

    The half hours of all accounts are put in the order of when each is due if spread evenly, and dealt out week by
    week, up to the week's share of all (rounded up to a half hour).

    Args:
        planned: hours in half hours.  weeks: at least 1.
    """
    halves = [(one.account, round(2 * one.hours)) for one in planned]
    due = sorted(
        ((k + 0.5) / count, order, account) for order, (account, count) in enumerate(halves) for k in range(count)
    )
    share = max(1, ceil(len(due) / max(weeks, 1)))
    counted: dict[tuple[int, str], int] = {}
    for position, (_, _, account) in enumerate(due):
        key = (position // share, account)
        counted[key] = counted.get(key, 0) + 1
    return tuple(Block(week, account, count / 2) for (week, account), count in counted.items())


def person_calendar(person: str, planned: Sequence[PlannedHours], start: dt.date, weeks: int) -> bytes:
    """The calendar of one person, as the bytes of an `.ics` file.

    Args:
        start: first day of the plan; weeks count from it.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"Business development: {person}")
    steps = {one.account: one.next_step for one in planned}
    stamp = dt.datetime.combine(start, dt.time(), tzinfo=dt.UTC)
    for event in _block_events(person, weekly_blocks(planned, weeks), steps, start):
        event.add("dtstamp", stamp)
        calendar.add_component(event)
    for one in planned:
        if one.next_step_date is not None:
            event = Event()
            event.add("uid", _uid(person, one.account, "next step"))
            event.add("summary", f"{one.account}: {one.next_step or 'next step'}")
            event.add("dtstart", one.next_step_date)
            event.add("dtend", one.next_step_date + dt.timedelta(days=1))
            event.add("dtstamp", stamp)
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def _block_events(person: str, blocks: Iterable[Block], steps: Mapping[str, str], start: dt.date) -> Iterable[Event]:
    """Events of the blocks: long ones in pieces, each on the day of its week that has least to do so far."""
    start += dt.timedelta(days=max(0, 7 - start.weekday()) if start.weekday() >= WORKING_DAYS else 0)
    monday = start - dt.timedelta(days=start.weekday())
    filled: dict[dt.date, float] = {}
    for block in blocks:
        days = [monday + dt.timedelta(days=7 * block.week + day) for day in range(WORKING_DAYS)]
        days = [day for day in days if day >= start] or [start]
        for number, hours in enumerate(_pieces(block.hours)):
            day = min(days, key=lambda one: (filled.get(one, 0.0), one))
            begin = dt.datetime.combine(day, dt.time(FIRST_HOUR)) + dt.timedelta(hours=filled.get(day, 0.0))
            filled[day] = filled.get(day, 0.0) + hours
            event = Event()
            event.add("uid", _uid(person, block.account, f"week {block.week} {number}"))
            event.add("summary", f"{block.account} ({hours:g} h)")
            if steps.get(block.account):
                event.add("description", steps[block.account])
            event.add("dtstart", begin)
            event.add("dtend", begin + dt.timedelta(hours=hours))
            yield event


def _pieces(hours: float) -> list[float]:
    whole, rest = divmod(hours, LONGEST_BLOCK)
    return [LONGEST_BLOCK] * int(whole) + ([rest] if rest else [])


def _uid(person: str, account: str, what: str) -> str:
    """Stable, so that a calendar that is loaded again replaces its events."""
    import hashlib

    digest = hashlib.sha256(f"{person}\n{account}\n{what}".encode()).hexdigest()[:24]
    return f"{digest}@client-portfolio-planner"
