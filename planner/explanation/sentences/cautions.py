"""What to be careful about: lopsided balances, groups that mean little, hours spread too thin."""

from __future__ import annotations

from planner import text
from planner.allocation.problem import strongest_by_group
from planner.explanation.context import Story
from planner.explanation.measure import YOU
from planner.explanation.sentences.spread import find_spread
from planner.goods import GROUPS, Group
from planner.settings import Balance

LOPSIDED = 0.7
"""A group with at least this share of the balance is nearly everything."""
FEW_ACCOUNTS = 3
FEW_POINTS = 100.0

TOO_MUCH = {
    Group.OTHERS: "a firm that gives all its time to others earns nothing",
    Group.STRENGTHS: "a firm that only learns sells itself under price in the short term",
    Group.YOU: "a firm that only earns stops learning and is worth less each year",
}
NAME = {Group.OTHERS: "good for others", Group.STRENGTHS: "strengths", Group.YOU: "good for you"}
SERVE = {
    Group.OTHERS: "does good beyond the fee",
    Group.STRENGTHS: "builds your strengths",
    Group.YOU: "is good for you",
}


def find_warnings(story: Story) -> tuple[str, ...]:
    """Groups not seen, lopsided balances, thin groups, too many accounts or too few."""
    return (*story.tags.notes, *_lopsided(story.settings.balance), *_thin(story), *find_spread(story))


def _lopsided(balance: Balance) -> list[str]:
    return [
        f"{text.percent(balance.share(group))} of the balance is one good: {TOO_MUCH[group]}."
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
        if serving[g] < FEW_ACCOUNTS:
            number = "No account" if not serving[g] else f"Only {text.count(int(serving[g]), 'account')}"
            verb = SERVE[group] if serving[g] < 2 else _plural(SERVE[group])
            found.append(f"{number} {verb}, so the percentage reached there means little.")
        elif points and story.allocation.ideal[g] < FEW_POINTS:
            found.append(
                f"Little of “{NAME[group]}” can be reached on this list, so the percentage there means little."
            )
    return found


def _plural(verb: str) -> str:
    first, _, rest = verb.partition(" ")
    return f"{ {'does': 'do', 'builds': 'build', 'is': 'are'}[first] } {rest}"
