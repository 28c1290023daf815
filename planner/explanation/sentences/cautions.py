"""What to be careful about: lopsided balances, groups that mean little, hours spread too thin."""

from __future__ import annotations

import numpy as np

from planner import text
from planner.allocation.problem import strongest_by_group
from planner.balance import Balance
from planner.explanation.context import Story
from planner.explanation.sentences.one_word import find_one_word
from planner.explanation.sentences.shortages import SHORT
from planner.explanation.sentences.spread import find_spread
from planner.goods import GROUP_SPECS, GROUPS, YOU

LOPSIDED = 0.7
"""A group with at least this share of the balance is nearly everything."""
FEW_ACCOUNTS = 3
IN_MONEY = ("hour_cost", "point_worth", "min_money")
"""Settings in money that are off unless given."""
FEW_POINTS = 100.0


def find_warnings(story: Story) -> tuple[str, ...]:
    """Settings that do nothing, hours on one word or too thin, groups not seen, lopsided balances, thin groups."""
    if story.all_left_out:
        return ()  # the headline says all there is to say
    return (
        *_not_obeyed(story), *find_one_word(story), *find_spread(story), *story.tags.notes,
        *_lopsided(story.settings.balance), *_thin(story),
    )  # fmt: skip


def _not_obeyed(story: Story) -> list[str]:
    """Settings of the user's that can do nothing, or not what their name says, on this list."""
    given, found = story.settings.given, []
    idle = [name for name in IN_MONEY if name in given and getattr(story.settings, name)]
    if idle and not story.problem.in_money:
        names = text.listed([f"“{name}”" for name in idle])
        found.append(f"{names} {'has' if len(idle) == 1 else 'have'} no effect: the list has no money in it.")
    if story.problem.max_change is not None and not np.isfinite(story.problem.today).any():
        found.append("The list has no hours of today, so “max_change” counts every planned hour as moved.")
    return found


def _lopsided(balance: Balance) -> list[str]:
    return [
        f"{text.percent(balance.share(group))} of the balance is one good: {GROUP_SPECS[group].nothing_else}."
        for group in GROUPS
        if balance.share(group) >= LOPSIDED
    ]


def _thin(story: Story) -> list[str]:
    """Groups with so few accounts, or so little to reach, that their percentage means little."""
    problem, found = story.problem, []
    few: list[str] = []
    serving = (strongest_by_group(problem.strength) > 0).sum(axis=0)
    sure = (strongest_by_group(problem.strength_of_facts) > 0).sum(axis=0)
    for g, group in enumerate(GROUPS):
        if not (story.tags.seen[g] and problem.weights[g] > 0):
            continue
        points = g != YOU or not problem.in_money
        if not serving[g]:
            if story.allocation.short[g] <= SHORT:
                found.append(f"No account {GROUP_SPECS[group].does}, so no hours can count for that.")
        elif serving[g] < FEW_ACCOUNTS:
            verb = GROUP_SPECS[group].does if serving[g] < 2 else GROUP_SPECS[group].do
            guess = _guessed(int(serving[g]), int(sure[g]))
            few.append(f"only {text.count(int(serving[g]), 'account')} {verb}{guess}")
        elif points and story.allocation.ideal[g] < FEW_POINTS:
            found.append(
                f"Little of “{GROUP_SPECS[group].amount}” can be reached on this list, "
                "so the percentage there means little."
            )
    means = "the percentage reached there means" if len(few) == 1 else "the percentages reached there mean"
    return [text.sentence(f"{'; '.join(few)}, so {means} little"), *found] if few else found


def _guessed(serving: int, sure: int) -> str:
    """How many of the accounts that serve a group are only guessed to, after what they are said to do."""
    if serving == sure:
        return ""
    if sure:
        return f", and {text.number_word(serving - sure)} of them is a guess"
    return ", and that is a guess" if serving == 1 else ", and all of that is a guess"
