"""What to be careful about: lopsided balances, groups that mean little, hours without a good use."""

from __future__ import annotations

from math import ceil

import numpy as np

from planner.allocation.problem import Numbers
from planner.explanation import text
from planner.explanation.measure import MONEY, YOU
from planner.explanation.split import relative_strength
from planner.explanation.story import Story
from planner.schema import GROUP_INDEX, GROUPS, Group
from planner.settings import Balance

LOPSIDED = 0.7
"""A group with at least this share of the balance is nearly everything."""
FEW_ACCOUNTS = 3
FEW_POINTS = 100.0
USUAL_HOURS = 10.0
"""Hours a quarter that a new prospect is given, where no account serves the group yet."""
SHORT = 0.25
"""Hours that a group must be short by to be worth a sentence."""

TITLE = {Group.OTHERS: "Good for others", Group.STRENGTHS: "Strengths", Group.YOU: "Good for you"}
TOO_MUCH = {
    Group.OTHERS: "a firm that gives all its time to others earns nothing",
    Group.STRENGTHS: "a firm that only learns sells itself under price in the short term",
    Group.YOU: "a firm that only earns stops learning and is worth less each year",
}
SERVE = {
    Group.OTHERS: "does good beyond the fee",
    Group.STRENGTHS: "builds your strengths",
    Group.YOU: "is good for you",
}
LOOK_FOR = {
    Group.OTHERS: "whose work does good beyond the fee",
    Group.STRENGTHS: "in a field that is new to you",
    Group.YOU: "who can hire you or refer those who can",
}


def achieved(story: Story) -> Numbers:
    """(3,) share of all hours that counts for each group."""
    by_good = story.allocation.credit.sum(axis=0)
    return np.bincount(GROUP_INDEX, weights=by_good, minlength=len(GROUPS)) / max(story.problem.total_hours, 1e-9)


def find_warnings(story: Story) -> tuple[str, ...]:
    """Groups not seen, lopsided balances, thin groups, locks past the balance, nobody named who signs."""
    found = [*story.tags.notes, *_lopsided(story.settings.balance), *_thin(story)]
    if story.allocation.excess > SHORT:
        found.append(
            f"Locks and minimums force {text.hours(story.allocation.excess)} past the balance you chose; "
            "lower one of them to come back to it."
        )
    return tuple(found)


def _lopsided(balance: Balance) -> list[str]:
    return [
        f"{text.percent(balance.share(group))} of the hours go to one good: {TOO_MUCH[group]}."
        for group in GROUPS
        if balance.share(group) >= LOPSIDED
    ]


def _thin(story: Story) -> list[str]:
    """Groups with so few accounts, or so little to reach, that their percentage means little."""
    problem, found = story.problem, []
    serving = (relative_strength(problem.strength) > 0).sum(axis=0)
    for g, group in enumerate(GROUPS):
        if not (story.tags.seen[g] and problem.weights[g] > 0):
            continue
        points = g != YOU or not problem.in_money
        if serving[g] < FEW_ACCOUNTS:
            number = "No account" if not serving[g] else f"Only {text.count(int(serving[g]), 'account')}"
            verb = SERVE[group] if serving[g] < 2 else _plural(SERVE[group])
            found.append(f"{number} {verb}, so the percentage reached there means little.")
        elif points and story.allocation.ideal[g] < FEW_POINTS:
            found.append(f"The whole list {SERVE[group]} only a little, so the percentage reached there means little.")
    return found


def _plural(verb: str) -> str:
    first, _, rest = verb.partition(" ")
    return f"{ {'does': 'do', 'builds': 'build', 'is': 'are'}[first] } {rest}"


def find_advice(story: Story) -> tuple[str, ...]:
    """For each group that is short: by how much, what to look for, and what its hours do meanwhile."""
    problem, allocation = story.problem, story.allocation
    share = achieved(story)
    advice = [_short(story, g, float(share[g])) for g in _short_groups(story)]
    open_hours = problem.total_hours - float(allocation.hours.sum())
    if open_hours > SHORT and (advice or problem.leave_open):
        advice.append(_open(story, open_hours))
    return tuple(advice)


def find_searches(story: Story) -> tuple[str, ...]:
    """What to look for, for each group that is short; the shortest first."""
    return tuple(_search(story, g) for g in _short_groups(story))


def _short_groups(story: Story) -> list[int]:
    under = story.allocation.under
    return [g for g in np.argsort(-under, kind="stable").tolist() if under[g] > SHORT]


def _short(story: Story, g: int, share: float) -> str:
    group, short, aim = GROUPS[g], float(story.allocation.under[g]), float(story.problem.aim[g])
    reach = "reach" if group is Group.STRENGTHS else "reaches"
    leeway = ", even with your leeway" if story.problem.tolerance > 0 else ""
    return (
        f"{TITLE[group]} {reach} {text.percent(share)} of the hours, not the {text.percent(aim)} aimed at: "
        f"the list has {text.hours(short)} too little worth doing there{leeway}. "
        f"{_search(story, g)}"
    )


def _search(story: Story, g: int) -> str:
    """What to look for so that a short group is no longer short."""
    number = max(ceil(float(story.allocation.under[g]) / _usual_hours(story, g) - 0.1), 1)
    prospects = "one more prospect" if number == 1 else f"about {number:,} more prospects"
    return f"Look for {prospects} {LOOK_FOR[GROUPS[g]]}."


def _usual_hours(story: Story, group: int) -> float:
    """Hours that an account which serves the group gives it, the larger ones counting for more."""
    hours = story.allocation.credit[:, [k for k, g in enumerate(GROUP_INDEX) if g == group]].sum(axis=1)
    total = float(hours.sum())
    return max(float((hours**2).sum()) / total, 1.0) if total > 0 else USUAL_HOURS


def _open(story: Story, open_hours: float) -> str:
    said = f"{text.hours(open_hours)} {'is' if open_hours == 1 else 'are'} left to place"
    room = story.allocation.hours + 1 <= story.problem.maximum
    best = float((story.next_hour * room).max(initial=0.0))
    if best <= 0:
        return f"{said}; no account on the list can use them."
    if story.measure.unit == MONEY:
        return f"{said}; the next of them would be worth about {text.about(best, story.currency)}."
    return f"{said}; in their best use they would still do good."
