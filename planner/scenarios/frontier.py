"""The price of balance: for each pair of groups, what one costs the other while the third keeps its chosen share.

Solved like the balance map: without blocks and steps, with the chosen plan's ideals and weights.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import Final

import numpy as np

from planner import text
from planner.arrays import Numbers
from planner.goods import GROUPS, Group
from planner.result import Plan
from planner.scenarios.balance_map import OUT_OF_REACH, Reached, reach_balances

STEP: Final = 0.05
TINY: Final = 0.002
"""Attainment under this is as good as nothing."""


@dataclass(frozen=True, eq=False)
class Frontier:
    """From all for `second` to all for `first`, of the share that the third group leaves them.

    Attributes:
        balance: (P, 3).  attainment: (P, 3).  money, value, deviation: (P,).
        sentences: what the last five points cost either way, and five points more from where the plan is.
    """

    first: Group
    second: Group
    balance: Numbers
    attainment: Numbers
    money: Numbers
    value: Numbers
    deviation: Numbers
    sentences: tuple[str, ...]


def frontiers(plan: Plan) -> tuple[Frontier, ...]:
    """The frontier of each pair of groups.

    Raises:
        NoPlan: when no plan keeps all locks, minimums, limits and capacities.
    """
    return tuple(_frontier(plan, first, second) for first, second in combinations(GROUPS, 2))


def _frontier(plan: Plan, first: Group, second: Group) -> Frontier:
    a, b = GROUPS.index(first), GROUPS.index(second)
    chosen = np.array(plan.settings.balance.shares())
    room = float(chosen[a] + chosen[b])
    levels = _levels(room, float(chosen[a]))
    balance = np.tile(chosen, (len(levels), 1))
    balance[:, a], balance[:, b] = levels, room - levels
    found = list(reach_balances(plan, balance))
    return Frontier(
        first,
        second,
        balance,
        np.stack([r.attainment for r in found]),
        np.array([r.money for r in found]),
        np.array([r.value for r in found]),
        np.array([r.deviation for r in found]),
        _sentences(plan, first, second, levels, found),
    )


def _levels(room: float, chosen: float) -> Numbers:
    """Shares of the first group from 0 to all there is, in fives from both ends, with the chosen one."""
    up = np.arange(0.0, room + 1e-9, STEP)
    shares = np.round(np.concatenate([up, room - up, [chosen, chosen + STEP, chosen - STEP]]), 6)
    return np.unique(shares[(shares >= 0) & (shares <= room + 1e-9)])


def _sentences(plan: Plan, first: Group, second: Group, levels: Numbers, found: list[Reached]) -> tuple[str, ...]:
    """What the last five points cost either way, and five more from the chosen balance."""
    at = {round(float(level), 6): reached for level, reached in zip(levels, found, strict=True)}
    room, chosen = float(levels[-1]), plan.settings.balance.share(first)
    said: list[str] = []
    for gainer, loser, ends in ((first, second, (room - STEP, room)), (second, first, (STEP, 0.0))):
        before, after = (at.get(round(end, 6)) for end in ends)
        if before is None or after is None or room < 2 * STEP:
            continue
        said.append(_last_five(plan, gainer, loser, before, after))
    here, further = at.get(round(chosen, 6)), at.get(round(chosen + STEP, 6))
    if here is not None and further is not None:
        more = f"From where you are, five points more for {_name(first)}, taken from {_name(second)},"
        said.append(f"{more} {_price_or_short(plan, second, here, further)}.")
    return tuple(said)


def _last_five(plan: Plan, gainer: Group, loser: Group, before: Reached, after: Reached) -> str:
    last = f"The last five points for {_name(gainer)}, taken from {_name(loser)},"
    return f"{last} {_price_or_short(plan, loser, before, after)}."


def _price_or_short(plan: Plan, loser: Group, before: Reached, after: Reached) -> str:
    """What the step costs; or that it cannot be made, where the list is only further short after it."""
    if after.deviation > OUT_OF_REACH and after.deviation >= before.deviation:
        return f"are out of reach: the list is short by {text.hours(after.deviation)}"
    return _price(plan, loser, before, after)


def _price(plan: Plan, loser: Group, before: Reached, after: Reached) -> str:
    """What the step from one balance to the next costs: money where it is at stake, else the other group's reach."""
    lost = before.money - after.money
    if loser is Group.YOU and np.isfinite(lost):
        if abs(lost) < max(1.0, TINY * abs(before.money)):
            return "cost next to nothing"
        amount = text.about(abs(lost), plan.settings.currency)
        return f"{'cost' if lost > 0 else 'bring'} about {amount} of expected margin a year"
    k = GROUPS.index(loser)
    was, will = float(before.attainment[k]), float(after.attainment[k])
    if not np.isfinite(was - will) or text.percent(was) == text.percent(will):
        return "cost next to nothing"
    verb = "take" if will < was else "bring"
    return f"{verb} {_name(loser)} from {text.percent(was)} to {text.percent(will)} of the most you could reach"


def _name(group: Group) -> str:
    return str(group)
