"""Plans of one list side by side: what each reaches, whose hours go where, and which accounts move.

Every plan is measured with one set of weights and ideals: those of the base plan, which stands first. Hours are of
the planning period, money is expected over a year, shares and attainment are fractions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner import text
from planner.allocation.objective import units
from planner.arrays import Numbers
from planner.documents.plan_figures import reached, used_by_person
from planner.explanation.measure import money
from planner.explanation.types import Baseline
from planner.goods import GROUPS, YOU
from planner.result import Plan
from planner.scenarios.scenario import differences

MOVES = 0.25
"""Hours from which an account counts as moved."""
BASELINES = ("today", "equal", "by_fee")
BEYOND = 1.005
"""Attainment that is written as more than 100%."""


class Move(StrEnum):
    """What becomes of an account against the base plan."""

    ENTERS = "enters"
    LEAVES = "leaves"
    MORE = "gains hours"
    LESS = "loses hours"
    MIXED = "gains and loses"


@dataclass(frozen=True, eq=False)
class Side:
    """One plan or baseline of a comparison.

    Attributes:
        name: of the what-if, or "today", "equal", "by_fee".
        changes: settings that differ from the base plan's: name → (there, here).
        balance: (3,) shares that were chosen; the base plan's for a baseline.
        shares: (G,) of its hours that count for each group; they may add to more than 1.
        attainment: (3,) against the base plan's ideals.
        money: expected margin a year, NaN without money.  value: weighted attainment at the base plan's weights, less
            what the hours cost; hours short of the balance take nothing off, on any side.
        deviation: hours by which its own balance is missed.
        used: hours planned.  by_person: hours by person; empty for a baseline.
        hours: (n,).  is_baseline: whether it is another way to split the hours rather than a plan.
    """

    name: str
    changes: Mapping[str, tuple[object, object]]
    balance: Numbers
    shares: Numbers
    attainment: Numbers
    money: float
    value: float
    deviation: float
    used: float
    by_person: Mapping[str, float]
    hours: Numbers
    is_baseline: bool = False


@dataclass(frozen=True, eq=False)
class Mover:
    """An account whose hours differ. `hours` by side, in the order of the comparison's plans; `swing` the widest
    difference from the base plan, with its sign."""

    account: int
    name: str
    move: Move
    hours: tuple[float, ...]
    swing: float


@dataclass(frozen=True, eq=False)
class Comparison:
    """Plans side by side, the base plan first, then the what-ifs, then the baselines."""

    sides: tuple[Side, ...]
    movers: tuple[Mover, ...]
    currency: str
    in_money: bool

    @property
    def plans(self) -> tuple[Side, ...]:
        """The sides that are plans."""
        return tuple(side for side in self.sides if not side.is_baseline)

    def enters(self, side: int) -> tuple[Mover, ...]:
        """Accounts that get time in the plan at this position and none in the base plan."""
        return tuple(m for m in self.movers if m.hours[0] <= 0 < m.hours[side])

    def leaves(self, side: int) -> tuple[Mover, ...]:
        """Accounts that get time in the base plan and none in the one at this position."""
        return tuple(m for m in self.movers if m.hours[side] <= 0 < m.hours[0])


def compare(base: Plan, others: Sequence[tuple[str, Plan]], base_name: str = "This plan") -> Comparison:
    """The base plan, the named others, and the baselines of the base plan.

    Args:
        others: plans of the same list, measured against the base plan's ideals (see `plan_scenario`).
    """
    weight = units(base.problem, base.allocation.ideal)
    plans = [(base_name, base), *others]
    sides = [_side(name, plan, base, weight) for name, plan in plans]
    baselines = base.explanation.baselines
    sides += [_baseline(name, baselines[name], base, weight) for name in BASELINES if name in baselines]
    hours = np.stack([plan.allocation.hours for _, plan in plans])
    return Comparison(tuple(sides), movers(base.roster.names, hours), base.settings.currency, base.values.in_money)


def movers(names: NDArray[np.object_], hours: Numbers) -> tuple[Mover, ...]:
    """Accounts whose (S, n) hours differ from the first row's, biggest swing first."""
    change = hours - hours[0]
    widest = np.abs(change).argmax(axis=0)
    swing = np.take_along_axis(change, widest[None, :], axis=0)[0]
    entered = (hours[0] <= 0) & (hours > 0).any(axis=0)
    left = (hours[0] > 0) & (hours <= 0).any(axis=0)
    moved = np.flatnonzero((np.abs(swing) >= MOVES) | entered | left)
    order = moved[np.lexsort((names[moved].astype(str), -np.abs(swing[moved])))]
    return tuple(
        Mover(int(i), str(names[i]), _move(hours[:, i]), tuple(float(h) for h in hours[:, i]), float(swing[i]))
        for i in order
    )


def _move(hours: Numbers) -> Move:
    if hours[0] <= 0:
        return Move.ENTERS
    if (hours <= 0).any():
        return Move.LEAVES
    more, less = (hours > hours[0] + 1e-9).any(), (hours < hours[0] - 1e-9).any()
    if more and less:
        return Move.MIXED
    return Move.MORE if more else Move.LESS


def _side(name: str, plan: Plan, base: Plan, weight: Numbers) -> Side:
    allocation, ideal = plan.allocation, base.allocation.ideal
    used = float(allocation.hours.sum())
    people = [person.name for person in plan.team.people]
    return Side(
        name=name,
        changes={} if plan is base else differences(base.settings, plan.settings),
        balance=np.array(plan.settings.balance.shares()),
        shares=reached(plan),
        attainment=np.divide(allocation.added, ideal, out=np.full(len(GROUPS), np.nan), where=ideal > 0),
        money=money(plan.problem, allocation.hours),
        value=_value(plan, weight, allocation.added, used),
        deviation=allocation.short_hours,
        used=used,
        by_person=dict(zip(people, (float(h) for h in used_by_person(plan)), strict=True)),
        hours=allocation.hours,
    )


def _value(plan: Plan, weight: Numbers, added: Numbers, used: float) -> float:
    cost = plan.problem.hour_cost * float(weight[YOU]) if plan.problem.in_money else 0.0
    return float(weight @ added) - cost * used


def _baseline(name: str, line: Baseline, base: Plan, weight: Numbers) -> Side:
    used = float(line.hours.sum())
    return Side(
        name=name,
        changes={},
        balance=np.array(base.settings.balance.shares()),
        shares=line.shares,
        attainment=line.attainment,
        money=line.money,
        value=_value(base, weight, np.nan_to_num(line.attainment) * base.allocation.ideal, used),
        deviation=float(line.short.sum()),
        used=used,
        by_person={},
        hours=line.hours,
        is_baseline=True,
    )


def comparison_json(found: Comparison) -> dict[str, Any]:
    """The comparison as plain JSON values; groups in the order of `schema.GROUPS`."""
    from planner.documents.jsonable import by_group, number

    return {
        "format": "client-portfolio-comparison/1",
        "currency": found.currency,
        "sides": [
            {
                "name": side.name,
                "baseline": side.is_baseline,
                "changes": {key: [setting_text(a), setting_text(b)] for key, (a, b) in side.changes.items()},
                "balance": by_group(side.balance),
                "shares": by_group(side.shares),
                "attainment": by_group(side.attainment),
                "money": number(side.money),
                "value": number(side.value),
                "deviation_hours": number(side.deviation),
                "used_hours": number(side.used),
                "hours_by_person": dict(side.by_person),
            }
            for side in found.sides
        ],
        "movers": [{"account": m.name, "move": m.move, "hours": list(m.hours), "swing": m.swing} for m in found.movers],
    }


def comparison_table(found: Comparison) -> list[list[object]]:
    """Header and rows for a spreadsheet: figures of every side, then hours of each account that moves."""
    sides, plans = found.sides, found.plans
    rows: list[list[object]] = [["figure", *(side.name for side in sides)]]
    for g, group in enumerate(GROUPS):
        rows.append([f"{group}_share", *(round(float(side.shares[g]), 6) for side in sides)])
    for g, group in enumerate(GROUPS):
        rows.append([f"{group}_attainment", *(_known(side.attainment[g]) for side in sides)])
    for title, figures in (
        ("money", [side.money for side in sides]),
        ("value", [side.value for side in sides]),
        ("short_by_hours", [side.deviation for side in sides]),
        ("hours", [side.used for side in sides]),
    ):
        rows.append([title, *(_known(figure) for figure in figures)])
    people = dict.fromkeys(name for side in plans for name in side.by_person)
    rows += [[f"hours of {person}", *(_known(side.by_person.get(person, 0.0)) for side in plans)] for person in people]
    rows += [[mover.name, *(_known(h) for h in mover.hours)] for mover in found.movers]
    width = len(rows[0])
    return [[*row, *[""] * (width - len(row))] for row in rows]


def _known(figure: float) -> float | str:
    return round(float(figure), 6) if np.isfinite(figure) else ""


def beyond_words(found: Comparison) -> str:
    """Why a side reaches more than all of the most: that is a figure of the base plan's hours; "" where none does."""
    if not any((np.nan_to_num(side.attainment) >= BEYOND).any() for side in found.sides):
        return ""
    whole = text.hours(found.sides[0].used)
    return (
        f"Over 100%: the most is what the {whole} of “{found.sides[0].name}” could reach, no account beyond the most "
        "that it is taken to use. More hours, or more on one account, can pass that."
    )


def change_words(side: Side) -> list[str]:
    """The settings that differ, as people write them: `balance 40/30/30 (not 20/30/50)`."""
    return [
        f"{name.replace('_', ' ')} {setting_text(here)} (not {setting_text(there)})"
        for name, (there, here) in side.changes.items()
    ]


def setting_text(value: object) -> str:
    """A setting as people write it."""
    if value is None:
        return "off"
    return f"{value:g}" if isinstance(value, float) else str(value)
