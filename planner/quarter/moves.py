"""What changes when the rest of a quarter is planned again: account by account, why, and what it brings in words.

Hours are those still to come, without those spent.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from planner import text
from planner.arrays import Mask, Numbers
from planner.quarter.progress import QuarterPlan
from planner.quarter.reasons import Reason, read_reason

if TYPE_CHECKING:
    from planner.quarter.replan import Rest

CRUMB: Final = 0.25
"""A difference of fewer hours is no move."""


@dataclass(frozen=True)
class Move:
    """A change of an account's hours in the rest of the quarter: before and after, without those spent."""

    account: str
    before: float
    after: float
    why: str


def find_moves(
    quarter: QuarterPlan,
    done: Numbers,
    new: Numbers,
    said: Mapping[int, str],
    left_out: Mapping[int, str],
    short: Mask,
) -> tuple[Move, ...]:
    """What differs between the rest of the plan as it was and the new rest, the largest move first.

    Args:
        done, new: (n,) hours spent, and those of the whole quarter.
        said, left_out: by account, why hours differ, and why it gets none.
        short: (n,) whether somebody who works on it has fewer hours left than the old plan asks for.
    """
    before, after = np.maximum(quarter.hours - done, 0.0), new - done
    moved = np.flatnonzero(np.abs(after - before) >= CRUMB)
    order = sorted(moved.tolist(), key=lambda i: (-abs(after[i] - before[i]), quarter.names[i]))
    gains = bool((after - before >= CRUMB).any())

    def brings(i: int) -> str:
        if after[i] > before[i]:
            return "these hours bring more here"
        return "fewer hours are left than planned" if short[i] and not gains else "these hours bring more elsewhere"

    return tuple(
        Move(
            quarter.names[i],
            float(before[i]),
            float(after[i]),
            _reason(said.get(i, "")) or left_out.get(i, "") or brings(i),
        )
        for i in order
    )


def _reason(said: str) -> str:
    """What was said of an account, where that can be why its hours move: whose time is missing says nothing of it."""
    return "" if read_reason(said) is Reason.OUR_TIME else said


def verdict(rest: Rest, currency: str) -> str:
    """What the moves are for, in one or two sentences: whose hours are lacking, and what the moves bring together."""
    whose = [f"{name} for {text.hours(hours)}".removeprefix(" ") for name, hours in rest.lacking.items()]
    lacking = f"The plan still asks {text.listed(whose)} more than are left. " if whose else ""
    if lacking and not any(move.after > move.before for move in rest.moves):
        return f"{lacking}{text.count(len(rest.moves), 'account gives', 'accounts give')} way."
    return f"{lacking}{text.count(len(rest.moves), 'move is', 'moves are')} worth making{gain_of(rest, currency)}."


def gain_of(rest: Rest, currency: str) -> str:
    """What the moves bring over the old rest, to follow their number: "; together they bring …", or ""."""
    parts = []
    if np.isfinite(rest.money) and abs(rest.money) >= 1:
        parts.append(f"{text.about(rest.money, currency)} of expected margin a year")
    if abs(rest.points) >= 0.5:
        parts.append(text.points(rest.points))
    bring = "it brings" if len(rest.moves) == 1 else "together they bring"
    return f"; {bring} {text.listed(parts)}" if parts else ""
