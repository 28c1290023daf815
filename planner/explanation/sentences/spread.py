"""How the time is spread over accounts: to the last on too little, each at the most assumed for it, or on too many.

Hours are of the period. Nothing is solved here: what is said is counted from the plan.
"""

from __future__ import annotations

import numpy as np

from planner import text
from planner.arrays import Numbers
from planner.explanation.context import Story
from planner.explanation.decisions import CRUMB
from planner.explanation.sentences.low_return import find_low_return
from planner.fields import Field

ATTENDED = 8
"""Accounts that a person can attend to; with more, on average, focus is advised."""
FEW = 5
"""Of fewer accounts with time nothing is said about their assumed most."""
MOST_OF_THEM = 0.5


def find_spread(story: Story) -> tuple[str, ...]:
    """That hours bring little, or most accounts are as full as was assumed; else that too many share the time.

    With the first two no cap on accounts helps, and one of them says enough. Where a cap keeps accounts out that would
    use hours, the list is known to use more.
    """
    full = "" if story.capped_out.any() else _at_their_most(story)
    said = find_low_return(story) or full or _too_many(story)
    return (said,) if said else ()


def _too_many(story: Story) -> str:
    """Advice on focus where nobody has capped the number of accounts; with the hours that the smallest of them take."""
    problem, people = story.problem, len(story.problem.people)
    served = int(story.planned.sum())
    if problem.max_accounts is not None or problem.max_accounts_per_person is not None:
        return ""
    if served <= ATTENDED * people:
        return ""
    nearest = round(served / people)  # which may be the number that people can attend to
    told = f"{nearest}" if nearest > ATTENDED else f"over {ATTENDED}"
    each = f", {told} a person" if people > 1 else ""
    tail = (
        f"{text.hours(_beyond(story))} go to those beyond {'each one’s' if people > 1 else 'your'} {ATTENDED} biggest"
    )
    return (
        f"{served:,} accounts share the time{each}: more than most people can attend to, and {tail}. "
        f"To cap it, set “max_accounts_per_person”, to {ATTENDED} for example."
    )


def _beyond(story: Story) -> float:
    """Hours that people spend beyond the accounts they give most to."""
    spent: dict[int, list[float]] = {}
    for (_, person), hours in story.allocation.by_person.items():
        spent.setdefault(person, []).append(hours)
    return sum(sum(sorted(hours, reverse=True)[ATTENDED:]) for hours in spent.values())


def _at_their_most(story: Story) -> str:
    """That most accounts with time stand at what was only assumed to be their most, and what would tell them apart."""
    problem, hours = story.problem, story.allocation.hours
    near = max(problem.step, CRUMB)
    own = ~np.isnan(story.roster.number(Field.MAX_HOURS)) | problem.locked | problem.curves.answered
    own |= problem.maximum >= story.settings.max_share_per_account * problem.total_hours - near
    full = story.planned & ~own & (hours >= problem.maximum - near)
    served, number = int(story.planned.sum()), int(full.sum())
    most = number > MOST_OF_THEM * served or float(hours[full].sum()) > MOST_OF_THEM * float(hours.sum())
    if served < FEW or not most:
        return ""
    who = f"All {served:,} accounts" if number == served else f"{number:,} of the {served:,} accounts"
    return (
        f"{who} with time get the most that is assumed for them{_alike(hours[full])}: "
        "there are more hours here than the list is known to use. Answer the five questions for the biggest of them, "
        "or give “max_hours”."
    )


def _alike(hours: Numbers) -> str:
    """The hours that most of these accounts have in common, if they do."""
    amounts, counts = np.unique(hours, return_counts=True)
    common = int(counts.argmax())
    return f", {text.hours(float(amounts[common]))} for most" if counts[common] > 0.5 * len(hours) else ""
