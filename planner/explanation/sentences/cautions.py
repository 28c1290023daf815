"""What to be careful about: lopsided balances, groups that mean little, hours spread too thin."""

from __future__ import annotations

from planner import text
from planner.allocation.problem import strongest_by_group
from planner.explanation.context import Story
from planner.explanation.sentences.shortages import SHORT
from planner.explanation.sentences.spread import find_spread
from planner.goods import GROUP_SPECS, GROUPS, YOU
from planner.settings import Balance

LOPSIDED = 0.7
"""A group with at least this share of the balance is nearly everything."""
FEW_ACCOUNTS = 3
FEW_POINTS = 100.0


def find_warnings(story: Story) -> tuple[str, ...]:
    """Groups not seen, lopsided balances, thin groups, too many accounts or too few."""
    return (*story.tags.notes, *_lopsided(story.settings.balance), *_thin(story), *find_spread(story))


def _lopsided(balance: Balance) -> list[str]:
    return [
        f"{text.percent(balance.share(group))} of the balance is one good: {GROUP_SPECS[group].nothing_else}."
        for group in GROUPS
        if balance.share(group) >= LOPSIDED
    ]


def _thin(story: Story) -> list[str]:
    """Groups with so few accounts, or so little to reach, that their percentage means little."""
    problem, found = story.problem, []
    serving = (strongest_by_group(problem.strength) > 0).sum(axis=0)
    for g, group in enumerate(GROUPS):
        if not (story.tags.seen[g] and problem.weights[g] > 0):
            continue
        points = g != YOU or not problem.in_money
        if not serving[g]:
            if story.allocation.short[g] <= SHORT:
                found.append(f"No account {GROUP_SPECS[group].does}, so no hours can count for that.")
        elif serving[g] < FEW_ACCOUNTS:
            number = f"Only {text.count(int(serving[g]), 'account')}"
            verb = GROUP_SPECS[group].does if serving[g] < 2 else GROUP_SPECS[group].do
            found.append(f"{number} {verb}, so the percentage reached there means little.")
        elif points and story.allocation.ideal[g] < FEW_POINTS:
            found.append(
                f"Little of “{GROUP_SPECS[group].amount}” can be reached on this list, "
                "so the percentage there means little."
            )
    return found
