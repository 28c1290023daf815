"""The figures of a plan that its page, its print and its cards share: arrays in, plain values out.

Hours are of the period.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.components.words import hour_brings
from planner.documents.plan_figures import scarcest_person
from planner.explanation.measure import money
from planner.goods import GROUPS, Group
from planner.text import listed, number_word

if TYPE_CHECKING:
    from planner.result import Plan


@dataclass(frozen=True)
class PersonHours:
    name: str
    used: float
    capacity: float
    next_hour: str


def total_hours(plan: Plan) -> float:
    return plan.problem.total_hours


def used_hours(plan: Plan) -> float:
    return float(plan.allocation.hours.sum())


def attainment(plan: Plan) -> dict[Group, float]:
    """Of the most each group could reach with all hours; NaN where there is nothing to reach."""
    return {group: float(value) for group, value in zip(GROUPS, plan.allocation.attainment, strict=True)}


def expected_money(plan: Plan) -> tuple[float, float]:
    """Money to expect in a year, and how much that is above today's split (NaN where not known)."""
    here = money(plan.problem, plan.allocation.hours)
    today = plan.explanation.baselines.get("today")
    return here, here - today.money if today is not None else float("nan")


def next_hour(plan: Plan) -> str:
    """What one more hour brings, of whoever's time is scarcest; `not worked out` for a list that is too long."""
    hours, best = plan.explanation.hour_of_person, scarcest_person(plan)
    if best is None:
        return "not worked out"
    return hour_brings(hours[best].tolist(), plan.problem.in_money, plan.settings.currency)


def people(plan: Plan) -> list[PersonHours]:
    """Hours used and there, and what one more hour brings, person by person."""
    used: Counter[int] = Counter()
    for (_, person), amount in plan.allocation.by_person.items():
        used[person] += amount  # type: ignore[assignment]
    return [
        PersonHours(
            person.name,
            float(used[at]),
            person.hours,
            hour_brings(plan.explanation.hour_of_person[at], plan.problem.in_money, plan.settings.currency),
        )
        for at, person in enumerate(plan.team.people)
    ]


def moves(plan: Plan) -> str:
    """How many accounts get more, less or no time, in one sentence."""
    hours, today = plan.allocation.hours, plan.problem.today
    known = np.isfinite(today)
    if not known.any():
        served = int((hours > 0).sum())
        if not served:
            return "No account gets time."
        return f"{number_word(served).capitalize()} of {len(hours):,} accounts get time."
    more = int((hours > today + 0.25)[known].sum())
    less = int(((hours < today - 0.25) & (hours > 0))[known].sum())
    new = int(((hours > 0) & ~known).sum())
    none = int((hours <= 0).sum())
    parts = [f"{number_word(more)} {'account gets' if more == 1 else 'accounts get'} more"]
    parts += [
        f"{number_word(number)} {what}" for number, what in ((less, "less"), (new, "some for the first time")) if number
    ]
    text = listed([*parts, f"{number_word(none)} none"])
    return f"Against how you spend the time today. {text[:1].upper()}{text[1:]}."
