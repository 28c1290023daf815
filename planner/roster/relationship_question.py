"""Whether the accounts whose relationship nothing says are clients, prospects, or both: asked, assumed, and told.

Until somebody answers, the plan takes them for prospects (`planner.valuation.facts`). An answer holds for the
accounts that say nothing themselves.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.explanation.text import count, listed
from planner.fields import Field
from planner.questions.question import ChoiceOption, Question, answer_to
from planner.roster.roster import Issue, Roster
from planner.roster.sources import marked
from planner.vocabulary import Grain, Origin, Relationship, Severity

BOTH: Final = "both"
CODE: Final = str(Field.RELATIONSHIP)
FEW: Final = 3
"""Fewer accounts than this are named in a note, and not asked about, unless they are a tenth of the list."""
SHARE: Final = 0.1
SHOWN: Final = 5
CHOICES: Final = (
    ChoiceOption(Relationship.CLIENT, "Clients"),
    ChoiceOption(Relationship.PROSPECT, "Prospects"),
    ChoiceOption(BOTH, "Both"),
    ChoiceOption(Relationship.PAST_CLIENT, "Past clients"),
    ChoiceOption(Relationship.REFERRAL_SOURCE, "People who refer others"),
)


def with_relationship_told(roster: Roster, answers: Mapping[str, str]) -> Roster:
    """The roster with the question on its relationships, or the note, where some are not said; and the answer obeyed.

    Args:
        answers: values by the code of their question.
    """
    open_to = np.asarray(roster.text(Field.RELATIONSHIP) == "", dtype=np.bool_)
    number = int(open_to.sum())
    if not number:
        return roster
    if roster.source.grain is Grain.OPPORTUNITY or (number < FEW and number < SHARE * roster.size):
        return dataclasses.replace(roster, issues=(*roster.issues, _note(roster, open_to)))
    question = _question(roster, number)
    roster = dataclasses.replace(roster, questions=(question, *roster.questions))
    said = answer_to(question, answers)
    return roster if said in {None, BOTH} else _filled(roster, open_to, str(said))


def _question(roster: Roster, number: int) -> Question:
    if number == roster.size:
        text = "Are these your clients, prospects, or both? Nothing in the list says so."
    else:
        text = f"{count(number, 'account')} of {roster.size:,} do not say what they are to you. Clients, or prospects?"
    return Question(
        CODE, Field.RELATIONSHIP, sheet=roster.source.sheet, text=text, choices=CHOICES,
        default=str(Relationship.PROSPECT),
    )  # fmt: skip


def _filled(roster: Roster, open_to: NDArray[np.bool_], said: str) -> Roster:
    column = roster.text(Field.RELATIONSHIP).copy()
    column[open_to] = said
    sources = marked(roster, Field.RELATIONSHIP, np.flatnonzero(open_to).tolist(), Origin.TOLD)
    return dataclasses.replace(roster, columns={**roster.columns, Field.RELATIONSHIP: column}, sources=sources)


def _note(roster: Roster, open_to: NDArray[np.bool_]) -> Issue:
    names = roster.names[open_to].tolist()
    more = [f"{len(names) - SHOWN:,} more"] if len(names) > SHOWN else []
    why = "nothing but open or lost deals" if roster.deals is not None else "no relationship"
    return Issue(
        "relationship-assumed", Severity.NOTE,
        f"{listed([*names[:SHOWN], *more])} {'has' if len(names) == 1 else 'have'} {why}; "
        f"{'it was' if len(names) == 1 else 'they were'} taken for {'a prospect' if len(names) == 1 else 'prospects'}.",
        "Say what it is to you in a column, or under “relationship” on the Overrides sheet.", roster.source.sheet,
        roster.cell(Field.ACCOUNT, int(np.flatnonzero(open_to)[0])),
    )  # fmt: skip
