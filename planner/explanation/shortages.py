"""Groups that are short of their hours: by how much, why, and what to look for; and hours left to place.

A group is short where nothing more can be done for it: the list may have too little that serves it, the people who
look after such accounts may have too few hours, or the user's own limits may be in the way. Advice names which.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

import numpy as np

from planner.allocation.problem import Numbers
from planner.explanation import text
from planner.explanation.context import Story
from planner.explanation.measure import MONEY
from planner.explanation.split import relative_strength
from planner.goods import GROUPS, Group

SHORT = 0.25
"""Hours that a group must be short by to be worth a sentence."""
OPEN = 0.01
"""Share of all hours left to place that is worth a sentence."""
WORTH_ITS_COST = 1.05
"""An hour that brings no more than so much of its cost is not said to be worth it."""
USUAL_HOURS = 10.0
"""Hours that a new prospect is given, where no account serves the group yet."""
MANY = 10
"""More new prospects than this are no advice that anybody can follow."""
OWN_LIMITS = ("limit_", "within_you_", "money", "change")
"""How the rows of the user's own limits begin."""

REACHES = {
    Group.OTHERS: "Good for others reaches",
    Group.STRENGTHS: "Strengths reach",
    Group.YOU: "Good for you reaches",
}
LOOK_FOR = {
    Group.OTHERS: "whose work does good beyond the fee",
    Group.STRENGTHS: "in a field that is new to you",
    Group.YOU: "who can hire you or refer those who can",
}


@dataclass(frozen=True)
class Shortage:
    """One group that is short: what the plan reaches, why it is no more, and what to do, as sentences."""

    result: str
    remedy: str


def find_shortages(story: Story) -> tuple[Shortage, ...]:
    """The groups that are short, the shortest first."""
    if not story.tags.seen.any():
        return ()
    short = story.allocation.short
    share = _achieved(story)
    order = [g for g in np.argsort(-short, kind="stable").tolist() if short[g] > SHORT]
    return tuple(_shortage(story, g, float(share[g])) for g in order)


def find_advice(story: Story) -> tuple[str, ...]:
    """What to do about groups that are short and hours that are left, as sentences."""
    advice = [f"{shortage.result} {shortage.remedy}" for shortage in find_shortages(story)]
    left = story.problem.capacity - _used(story)
    return (*advice, *([_open(story, left)] if left.sum() > OPEN * story.problem.total_hours else []))


def _used(story: Story) -> Numbers:
    """(m,) planned hours of each person."""
    used = np.zeros(len(story.problem.people))
    for (_, person), spent in story.allocation.by_person.items():
        used[person] += spent
    return used


def _achieved(story: Story) -> Numbers:
    """(3,) share of the usable hours that counts for each group."""
    return np.asarray(story.allocation.counts.sum(axis=0) / max(story.allocation.usable, 1e-9))


def _shortage(story: Story, g: int, share: float) -> Shortage:
    group, short = GROUPS[g], text.hours(float(story.allocation.short[g]))
    aim = text.percent(float(story.problem.aim[g]))
    leeway = ", even with your leeway" if story.problem.tolerance > 0 else ""
    start = f"{REACHES[group]} {text.percent(share)} of the hours, not the {aim} aimed at:"
    if full := _full_count(story):
        return Shortage(f"{start} {full} leaves {short} too few there{leeway}.", "Let more accounts have time.")
    if any(row.startswith(OWN_LIMITS) and abs(price) > 1e-9 for row, price in story.allocation.price.items()):
        return Shortage(f"{start} your own limits leave {short} too few there{leeway}.", "Ease one of them.")
    search = _search(story, g)
    if people := _busy_people(story, g):
        return Shortage(
            f"{start} the accounts there could take more, but {people} {short} too few for them{leeway}.",
            f"Let somebody help there, or l{search}",
        )
    return Shortage(f"{start} the list has {short} too little worth doing there{leeway}.", f"L{search}")


def _full_count(story: Story) -> str:
    """The user's own count of accounts that is full, if one is."""
    problem, allocation = story.problem, story.allocation
    if problem.max_accounts is not None and int(story.planned.sum()) >= problem.max_accounts:
        return f"keeping to {text.count(problem.max_accounts, 'account')}"
    if problem.max_accounts_per_person is not None:
        served = np.bincount([p for (_, p), spent in allocation.by_person.items() if spent > 0], minlength=1)
        if (served >= problem.max_accounts_per_person).any():
            return f"keeping to {text.count(problem.max_accounts_per_person, 'account')} a person"
    return ""


def _busy_people(story: Story, g: int) -> str:
    """Who has no hours left for accounts that could take more; "" where the list itself is too short."""
    problem, hours = story.problem, story.allocation.hours
    serves = relative_strength(problem.strength)[:, g]
    room = np.where(problem.locked | (problem.maximum < problem.block), 0.0, problem.maximum - hours) * serves
    if len(problem.people) == 1 or float(room.sum()) < story.allocation.short[g]:
        return ""
    concerned = problem.eligible[room >= max(problem.step, SHORT)].any(axis=0)
    busy = concerned & (_used(story) > problem.capacity - max(problem.step, SHORT))
    names = [person.name for person, is_busy in zip(problem.people, busy, strict=True) if is_busy]
    if not names:
        return ""
    return f"{names[0]} has" if len(names) == 1 else f"{text.listed(names) if len(names) < 4 else 'their people'} have"


def _search(story: Story, g: int) -> str:
    """How many accounts more the hours short would keep busy, at the hours of those that serve the group already.

    The larger of them count for more: what is looked for is a good one. Begins after the first letter of "Look".
    """
    hours = story.allocation.counts[:, g]
    total = float(hours.sum())
    usual = max(float((hours**2).sum()) / total, 1.0) if total > 0 else USUAL_HOURS
    number = max(ceil(float(story.allocation.short[g]) / usual - 0.1), 1)
    if number > MANY:
        return (
            f"ook for new prospects {LOOK_FOR[GROUPS[g]]}; it would take more than {MANY} of them, so a smaller share "
            "of the balance, or fewer hours in all, is nearer at hand."
        )
    who = "one more prospect" if number == 1 else f"about {number} more prospects"
    return f"ook for {who} {LOOK_FOR[GROUPS[g]]}."


def _open(story: Story, left: Numbers) -> str:
    """What the (m,) hours left to place would bring, on accounts that could take them as they are."""
    problem, hours = story.problem, story.allocation.hours
    said = f"{text.hours(float(left.sum()))} are left to place"
    needed = np.where(story.planned, max(problem.step, SHORT), np.maximum(problem.block, SHORT))
    most = np.where(problem.eligible, left, 0.0).max(axis=1)
    room = ~problem.locked & (needed <= np.minimum(most, problem.maximum - hours) + 1e-9)
    best = float((np.where(story.planned, story.next_hour, story.first) * room).max(initial=0.0))
    if best <= 0:
        return f"{said}; no account on the list can use them."
    if story.measure.unit != MONEY:
        return f"{said}; in their best use they would still do good."
    if best <= WORTH_ITS_COST * problem.hour_cost:
        return f"{said}; none of them would be worth what it costs."
    return f"{said}; the next of them would be worth about {text.about(best, story.currency)}."
