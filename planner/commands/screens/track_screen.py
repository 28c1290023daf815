"""A quarter in a terminal: one sentence, the goods and people, the accounts that need a word, what did not match."""

from __future__ import annotations

from rich.console import Group as Stack
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from planner import text
from planner.export.words import GROUP_COLOURS, GROUP_TITLES
from planner.quarter.matching import Matched
from planner.quarter.moves import verdict
from planner.quarter.progress import AccountProgress, Pace, Progress, headline
from planner.quarter.quarter import Quarter
from planner.quarter.replan import Rest

SHOWN = 15
BAR = 24
LOUD = frozenset({Pace.BEHIND, Pace.AHEAD, Pace.RESTED})
ROOM_BESIDE_WHY = 88
"""Characters that the other columns take at most."""
LEAST_WHY = 16


def track_screen(quarter: Quarter, width: int) -> RenderableType:
    """How a quarter stands, on one screen `width` characters wide."""
    progress = quarter.progress
    parts: list[RenderableType] = [Text(headline(progress), style="bold")]
    if progress.on_rested:
        parts.append(Text(f"{text.hours(progress.on_rested)} went to accounts that the plan rests.", style="dim"))
    parts += ["", _sums(progress), "", _accounts(progress, width - ROOM_BESIDE_WHY)]
    more = len(progress.accounts) - SHOWN
    if more > 0:
        parts.append(Text(f"and {more} more", style="dim"))
    parts += list(_names(quarter.matched))
    if quarter.learned.brier is not None:
        parts += ["", Text(quarter.learned.sentence)]
    parts += [Text(f"To answer: {question}", style="yellow") for question in quarter.asked]
    parts += [Text(f"To check: {issue}", style="yellow") for issue in quarter.issues]
    if quarter.rest is not None:
        parts += ["", *_rest(quarter.rest, quarter.plan.settings.currency)]
    return Stack(*parts)


def _rest(rest: Rest, currency: str) -> list[RenderableType]:
    """The rest of the quarter planned again: hours left, and the moves worth making."""
    weeks = "under a week are" if rest.weeks_left < 0.5 else f"{text.count(round(rest.weeks_left), 'week')} are"
    left = f"{text.hours(rest.hours_left)} and {weeks} left."
    if not rest.moves:
        return [Text(f"{left} No move is worth making: keep to the plan.", style="bold")]
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("The rest of the quarter", no_wrap=True, max_width=30, overflow="ellipsis")
    for header in ("Before", "Now"):
        table.add_column(header, justify="right", no_wrap=True)
    table.add_column("Why", overflow="fold")
    for move in rest.moves:
        table.add_row(move.account, text.hours(move.before), text.hours(move.after), move.why)
    return [Text(f"{left} {verdict(rest, currency)}", style="bold"), table]


def _sums(progress: Progress) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("Hours")
    for header in ("Planned", "Expected by now", "Spent"):
        table.add_column(header, justify="right")
    table.add_column("")
    for one in progress.groups:
        bar = _bar(one.spent, one.planned, GROUP_COLOURS[one.group])
        cells = (text.hours(one.planned), text.hours(one.expected), text.hours(one.spent))
        table.add_row(GROUP_TITLES[one.group], *cells, bar)
    for person in progress.people:
        cells = (text.hours(person.planned), text.hours(person.expected), text.hours(person.spent))
        table.add_row(person.person or "nobody named", *cells, _bar(person.spent, person.planned, "grey62"))
    return table


def _accounts(progress: Progress, why: int) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("Account", no_wrap=True, max_width=30, overflow="ellipsis")
    table.add_column("Owner", no_wrap=True, max_width=14, overflow="ellipsis")
    for header in ("Planned", "By now", "Spent"):
        table.add_column(header, justify="right", no_wrap=True)
    table.add_column("Stands", no_wrap=True)
    if why >= LEAST_WHY:
        table.add_column("Why different", width=why, no_wrap=True, overflow="ellipsis")
    for one in progress.accounts[:SHOWN]:
        words = (one.why_different,) if why >= LEAST_WHY else ()
        stands = Text(str(one.pace), style="bold" if one.pace in LOUD else "dim")
        table.add_row(one.account, one.owner, *_hours(one), stands, *words)
    return table


def _hours(one: AccountProgress) -> tuple[str, str, str]:
    return text.hours(one.planned), text.hours(one.expected), text.hours(one.spent)


def _bar(spent: float, planned: float, colour: str) -> Text:
    filled = 0 if planned <= 0 else min(BAR, round(BAR * spent / planned))
    return Text("█" * filled, style=colour) + Text("░" * (BAR - filled), style="dim")


def _names(matched: Matched) -> list[RenderableType]:
    """What the time sheets name that was not counted, and how to say what it is."""
    lines: list[RenderableType] = []
    for one in matched.unsure:
        near = " or ".join(f"“{name}”" for name in one.accounts)
        lines.append(
            Text(
                f"Not counted: {text.hours(one.hours)} on “{one.name}”. Is it {near}? "
                f'Say --account "{one.name}={one.accounts[0]}", or nothing after the = for none.',
                style="yellow",
            )
        )
    unknown = (f"No account: {text.hours(one.hours)} on “{one.name}”." for one in matched.unknown)
    return [*lines, *(Text(line, style="dim") for line in unknown)]
