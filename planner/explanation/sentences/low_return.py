"""Hours of the plan that bring little: more hours than the list can use well end on accounts that hardly need them.

Hours are of the period. Nothing is solved here: what is said is read off the accounts' own curves.
"""

from __future__ import annotations

from math import ceil, floor, log10

import numpy as np

from planner import text
from planner.arrays import Numbers
from planner.explanation.context import Story
from planner.explanation.decisions import CRUMB
from planner.explanation.gains import Gain
from planner.explanation.measure import gain_of
from planner.goods import YOU

LITTLE = 0.1
"""An hour brings little that brings less than this part of what an hour of the plan brings on average."""
WORTH_SAYING = 0.1
"""Part of the plan's hours that have to bring little for it to be said."""
HALVINGS = 10
"""Of an account's hours, to find where the next of them brings little: within a thousandth of them."""


def find_low_return(story: Story) -> str:
    """That some hours bring little, what they bring together, and how to keep them; "" where they are few."""
    problem, planned = story.problem, float(story.allocation.hours.sum())
    weighed = float(story.weight @ story.allocation.added)
    if planned <= 0 or weighed <= 0:
        return ""
    little = LITTLE * weighed / planned
    last = _last_hours(story, little)
    if float(last.sum()) < WORTH_SAYING * planned:
        return ""
    gain = Gain(gain_of(problem, story.allocation.hours - last, last).sum(axis=0), problem.in_money)
    together = gain.brings(story.currency)
    return (
        f"{text.hours(float(last.sum()))} of the {text.hours(planned)} bring little: together {together}; by your "
        "balance each is worth less than a tenth of an average hour. "
        f"{_how_to_keep_them(story, little, planned - float(last.sum()))}"
    )


def _how_to_keep_them(story: Story, little: float, rest: float) -> str:
    """The cost of an hour from which the plan leaves them open; without money, the hours that are left."""
    if story.problem.in_money and story.weight[YOU] > 0:
        cost = text.money(_rounded_up(little / float(story.weight[YOU])), story.currency)
        return f"To keep such hours open, say what an hour costs you: “hour_cost”, from {cost} on."
    return f"To keep such hours open, plan about {text.hours(rest)}."


def _last_hours(story: Story, little: float) -> Numbers:
    """(n,) whole steps at the end of each account's hours that bring under `little` an hour; none of locked ones."""
    problem, hours = story.problem, story.allocation.hours
    step = max(problem.step, 0.5)
    free = story.planned & ~problem.locked
    enough, much = np.where(free, problem.minimum, hours), hours.copy()
    for _ in range(HALVINGS):
        middle = (enough + much) / 2
        low = gain_of(problem, middle, step) @ story.weight < little * step
        much, enough = np.where(low, middle, much), np.where(low, enough, middle)
    return np.asarray(np.floor((hours - much) / step + CRUMB) * step)


def _rounded_up(amount: float) -> float:
    """To two significant digits and no cents, so that no such hour is worth the amount that is named."""
    unit = 10.0 ** max(0, floor(log10(amount)) - 1)
    return ceil(amount / unit) * unit
