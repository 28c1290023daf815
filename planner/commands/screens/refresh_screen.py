"""A refreshed plan in a terminal: what is new, gone, renamed and changed, and the hours that each of it moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group as Stack
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from planner import text
from planner.fields import FIELDS
from planner.quarter.refresh import Refreshed
from planner.result import Plan

SHOWN = 12
CRUMB = 0.25
"""Hours that are not worth naming."""


def refresh_screen(found: Refreshed, now: Plan, before: Plan, width: int) -> RenderableType:
    """What a new list changed in the plan, on a screen `width` characters wide."""
    parts: list[RenderableType] = [Text(now.explanation.headline, style="bold"), ""]
    parts += _names("New", found.new, width)
    parts += _names("Gone", found.gone, width)
    parts += [
        Text(
            f"Probably renamed: “{one.before}” is “{one.after}” now? "
            f'Say --same "{one.before}={one.after}" to keep what was decided.',
            style="yellow",
        )
        for one in found.renamed
    ]
    moved = dict(_moves(found, now, before))
    table = _changes(found, moved)
    if table.row_count:
        parts += ["", table]
    others = sorted(moved.items(), key=lambda item: (-abs(item[1][1] - item[1][0]), item[0]))
    changed = {one.account for one in found.changes}
    rest = [(name, hours) for name, hours in others if name not in changed][:SHOWN]
    if rest:
        parts += ["", _moves_table(rest)]
    return Stack(*parts)


def _names(title: str, names: Sequence[str], width: int) -> list[RenderableType]:
    if not names:
        return [Text(f"{title}: none", style="dim")]
    shown = ", ".join(names[:SHOWN]) + (f" and {len(names) - SHOWN} more" if len(names) > SHOWN else "")
    return [Text(f"{title}: {shown}"[: 3 * width])]


def _moves(found: Refreshed, now: Plan, before: Plan) -> Iterator[tuple[str, tuple[float, float]]]:
    """Hours of each account in last month's plan and in this one, where they differ."""
    for i, name in enumerate(map(str, now.roster.names)):
        old = float(before.allocation.hours[found.before[i]]) if found.before[i] >= 0 else 0.0
        hours = float(now.allocation.hours[i])
        if abs(hours - old) >= CRUMB:
            yield name, (old, hours)


def _changes(found: Refreshed, moved: dict[str, tuple[float, float]]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    for header in ("Changed", "", "Before", "Now"):
        table.add_column(header, no_wrap=True)
    table.add_column("Hours", justify="right", no_wrap=True)
    for one in found.changes[: 2 * SHOWN]:
        hours = moved.get(one.account)
        moves = f"{text.hours(hours[0])} → {text.hours(hours[1])}" if hours else "as before"
        table.add_row(one.account, FIELDS[one.field].title, one.before or "–", one.after or "–", moves)
    return table


def _moves_table(moves: Sequence[tuple[str, tuple[float, float]]]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("Hours that moved with it", no_wrap=True)
    table.add_column("Before", justify="right")
    table.add_column("Now", justify="right")
    for name, (old, hours) in moves:
        table.add_row(name, text.hours(old), text.hours(hours))
    return table
