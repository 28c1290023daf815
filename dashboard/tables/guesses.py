"""Guesses of a plan that wait for somebody's word: what is guessed, what says so, and what hangs on it.

A guess is a good that rests on a remark, a name or an industry of few clients alone. Hours are of the plan.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from planner.goods import GOODS, Good
from planner.result import Plan
from planner.roster.standing.left_out import accounts_left_out
from planner.text import hours, number_word

if TYPE_CHECKING:
    from dashboard.tables.clients import Stages


@dataclass(frozen=True)
class Guess:
    """One good of one account that only a guess says.

    Attributes:
        account: position in the list.  name: of the account.
        says: the remark or the reason that it rests on.  quoted: whether that is a remark in its own words.
        place: cell of the remark, or `""`.
        hours: planned hours of the account that serve this good; 0 where they are not planned yet.
    """

    account: int
    name: str
    good: Good
    says: str
    place: str
    quoted: bool
    hours: float


def open_guesses(plan: Stages) -> tuple[Guess, ...]:
    """All guesses that nobody confirmed or dismissed yet, those with most hours first."""
    strength = np.nan_to_num(plan.tags.strength)
    guessed = (strength > 0) & (plan.tags.sure_strength < strength)
    guessed[list(accounts_left_out(plan.roster))] = False
    served = plan.allocation.by_good if isinstance(plan, Plan) else np.zeros(strength.shape)
    clues = {(clue.account, clue.good): clue for clue in reversed(plan.roster.remarks) if clue.good is not None}
    found = []
    for at, column in np.argwhere(guessed).tolist():
        good, name = GOODS[column], str(plan.roster.names[at])
        clue = clues.get((at, good))
        if clue is not None and clue.strength > 0 and clue.quote:
            place = clue.cell if clue.sheet in {"", plan.roster.source.sheet} else f"{clue.sheet}!{clue.cell}"
            says, quoted = clue.quote, True
        else:
            says, place, quoted = str(plan.tags.reason[at, column]).removesuffix("; confirm"), "", False
        found.append(Guess(at, name, good, says, place, quoted, float(served[at, column])))
    return tuple(sorted(found, key=lambda one: (-one.hours, one.account, GOODS.index(one.good))))


def hours_that_hang(guesses: Sequence[Guess]) -> float:
    """Planned hours that rest on guesses; those of an account with several count once."""
    most: dict[int, float] = {}
    for one in guesses:
        most[one.account] = max(most.get(one.account, 0.0), one.hours)
    return sum(most.values())


def banner_words(guesses: Sequence[Guess]) -> str:
    """`Ten guesses wait for a word from you; 38 h hang on them.`; `""` where none does."""
    if not guesses:
        return ""
    number, amount = len(guesses), hours_that_hang(guesses)
    what = f"{number_word(number).capitalize()} {'guess waits' if number == 1 else 'guesses wait'} for a word from you"
    if amount < 0.5:
        return f"{what}."
    return f"{what}; {hours(amount)} of the plan {'hangs' if amount < 1.5 else 'hang'} on {_them(number)}."


def _them(number: int) -> str:
    return "it" if number == 1 else "them"


def largest_kind(guesses: Sequence[Guess]) -> Good | None:
    """The good that most guesses are about, where there are at least two of them."""
    counted = Counter(one.good for one in guesses)
    best = max(counted, key=lambda good: (counted[good], -GOODS.index(good)), default=None)
    return best if best is not None and counted[best] > 1 else None


def all_of_a_kind(number: int) -> str:
    """`both`, `all three`, `all 24`."""
    return "both" if number == 2 else f"all {number_word(number)}"
