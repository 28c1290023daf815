"""An account that has much of all hours because somebody said one word about it, and what it would have without.

The word is an answer to a question or a change by hand: it makes a fact of what the list only suggests. What the
account would have if it had stayed a guess is found by solving again.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from planner import text
from planner.arrays import Mask, Numbers
from planner.explanation.context import Story
from planner.explanation.decisions import CRUMB
from planner.fields import Field
from planner.goods import GOOD_SPECS, GOODS, GROUP_OF, Good, Group
from planner.vocabulary import Authority

MUCH = 0.15
"""Share of all hours from which one account has much of them."""
LESS = 0.05
"""Share of all hours that it must have less without the word, for the word to be why."""


def find_one_word(story: Story) -> tuple[str, ...]:
    """The account with most hours of those that owe them to one word, and the way out; at most one sentence."""
    hours, whole = story.allocation.hours, story.problem.total_hours
    much = hours >= MUCH * whole - max(story.problem.step, CRUMB)
    open_ = ~story.problem.locked & np.isnan(story.roster.number(Field.MAX_HOURS))
    for i in np.flatnonzero(much & open_ & _told(story)).tolist():
        good = Good(story.mainly[i])
        without = _as_a_guess(story, i, good)
        if without is not None and without[i] <= hours[i] - LESS * whole:
            return (_said(story, i, good, float(without[i])),)
    return ()


def _told(story: Story) -> Mask:
    """(n,) accounts whose main good is one that counts in points, and was told by hand."""
    told = np.zeros(story.problem.size, dtype=bool)
    for k, good in enumerate(GOODS):
        if GROUP_OF[good] is not Group.YOU:
            told |= (story.mainly == str(good)) & (story.tags.authority[:, k] == str(Authority.OVERRIDE))
    return told


def _as_a_guess(story: Story, i: int, good: Good) -> Numbers | None:
    """(n,) hours if what was told of one account were a guess still."""
    problem, k = story.problem, GOODS.index(good)
    worth, strength = problem.worth_of_facts.copy(), problem.strength_of_facts.copy()
    worth[i, k] = strength[i, k] = 0.0
    found = story.other.changed(f"{good} of {i} as a guess", replace(problem, sure_worth=worth, sure_strength=strength))
    return None if found is None else found.hours


def _said(story: Story, i: int, good: Good, without: float) -> str:
    hours = float(story.allocation.hours[i])
    guess = f"as a guess it would get {text.hours(without)}" if without > CRUMB else "as a guess it would get none"
    return (
        f"{story.problem.names[i]} gets {text.hours(hours)}, {text.percent(hours / story.problem.total_hours)} of all "
        f"hours, because you said that it {GOOD_SPECS[good].does}; {guess}. To hold it to fewer, give it “max_hours”."
    )
