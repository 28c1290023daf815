"""What hangs on a question: hours of the plan that its answer can move, found by planning again with each answer.

Hours are of the planning period. An effect is that of answering one question alone. The number of plans that are
made is bounded by the size of the list, and by time; a question that none was left for keeps `moves` open.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from planner.allocation.allocate import allocate
from planner.errors import PlannerError
from planner.pipeline import plan_from, plan_inputs
from planner.questions.plan_answers import PlanCode, is_plan_code
from planner.questions.plan_questions import all_questions
from planner.records.question import Question, most_telling_first
from planner.roster.roster import Roster
from planner.sheets.answers import SHEET, merged, read_answers, with_answers
from planner.vocabulary import Status

Reread = Callable[[Mapping[str, str]], Roster]
"""The same list, read again with further answers by the code of their question."""
Hours = Mapping[str, float]
"""Planned hours by account."""

MOST_TRIALS: Final = 2
"""So many answers to one question are tried: the first and the last that are not assumed already."""
NAMED_AT_ONCE: Final = 3
"""So many choices together are tried as an answer of their own where an answer may list several."""
OF_A_KIND: Final = 5
"""Of questions that ask the same of several things (industries, guesses), so many are tried; they come in the order
of what hangs on them."""
SOLVES: Final = ((300, 80), (2_000, 12))
"""For lists of up to so many accounts, at most so many plans are made."""
MOST_SECONDS: Final = 6.0
LONGEST_PLAN: Final = 2.0
"""Seconds; what an answer moves stays open where a plan takes longer, as with many accounts that are all alike."""
WHOLE_PLANS: Final = 100
"""Longer lists are compared by plans without whole blocks of hours, which take less time."""
NOISE: Final = 0.25
"""Hours that are not worth a word."""


def open_questions(
    roster: Roster, reread: Reread | None = None, changes: Mapping[str, object] = MappingProxyType({})
) -> tuple[Question, ...]:
    """Everything that a list and its plan leave open, most telling first; see `with_effects`.

    Where the list is too long to plan again and again, or no plan can be made, the questions of the reading as they
    stand.
    """
    if roster.size > SOLVES[-1][0]:
        return roster.questions
    try:
        made = plan_from(plan_inputs(roster, changes))
    except PlannerError:
        return roster.questions
    return with_effects(roster, all_questions(made), reread, changes)


def with_effects(
    roster: Roster,
    questions: Sequence[Question],
    reread: Reread | None = None,
    changes: Mapping[str, object] = MappingProxyType({}),
) -> tuple[Question, ...]:
    """The questions with the hours that their answers can move, most telling first.

    Args:
        roster: the list as read.  questions: those of the reading and of the plan of this list.
        reread: reads the list again; without it, `moves` of the questions of the reading stays open.
        changes: settings that the list is planned with.
    """
    trials = _Trials(roster, reread, _quick(roster, changes), time.monotonic() + MOST_SECONDS)
    most = next((solves for size, solves in SOLVES if roster.size <= size), 0)
    moves: dict[int, float | None] = {}
    for at in _order(questions):
        question = questions[at]
        values = tuple(_values(question)) if reread is not None or is_plan_code(question.code) else ()
        if values and len(values) <= most and trials.base is not None and not trials.late:
            most -= len(values)
            moves[at] = trials.effect(question.code, values)
    return most_telling_first(replace(one, moves=moves.get(at, one.moves)) for at, one in enumerate(questions))


def _order(questions: Sequence[Question]) -> list[int]:
    """Positions of the questions to try: the first of each kind, then the second of each, and so on."""
    kinds: Counter[str] = Counter()
    places = []
    for at, question in enumerate(questions):
        kind = question.code.partition(":")[0] if is_plan_code(question.code) else question.code
        places.append((kinds[kind], at))
        kinds[kind] += 1
    return [at for place, at in sorted(places) if place < OF_A_KIND]


def _quick(roster: Roster, changes: Mapping[str, object]) -> Mapping[str, object]:
    limited = {**changes, "time_limit": LONGEST_PLAN}
    return limited if roster.size <= WHOLE_PLANS else {**limited, "hour_step": 0, "smallest_block": 0}


def _values(question: Question) -> Iterator[str]:
    """Answers to try: other choices than the default; of those that may be listed together the first alone and the
    first few; of hours half as many."""
    if question.code == PlanCode.HOURS:
        yield f"{float(question.default) / 2:g}"
    elif question.several:
        first = [option.value for option in question.choices[:NAMED_AT_ONCE]]
        yield from dict.fromkeys("; ".join(first[:number]) for number in (1, len(first)) if first)
    else:
        others = [option.value for option in question.choices if option.value != question.default]
        yield from dict.fromkeys((*others[: MOST_TRIALS - 1], *others[-1:]))


@dataclass
class _Trials:
    """Plans of one list under different answers."""

    roster: Roster
    reread: Reread | None
    changes: Mapping[str, object]
    deadline: float

    def __post_init__(self) -> None:
        self.base = self._hours(self.roster)

    @property
    def late(self) -> bool:
        return time.monotonic() > self.deadline

    def effect(self, code: str, values: Sequence[str]) -> float | None:
        """Hours that the most telling of some answers moves; None where no plan can be made with any of them."""
        assert self.base is not None
        moved = [
            moved_hours(self.base, hours)
            for value in values
            if (answered := self._answered(code, value)) is not None and (hours := self._hours(answered)) is not None
        ]
        return max((hours if hours >= NOISE else 0.0 for hours in moved), default=None)

    def _answered(self, code: str, value: str) -> Roster | None:
        if is_plan_code(code):
            before, _ = read_answers(self.roster.sheets.get(SHEET))
            return with_answers(self.roster, merged(before, {code: value}, by="", day=""))
        try:
            return self.reread({code: value}) if self.reread is not None else None
        except PlannerError:
            return None

    def _hours(self, roster: Roster) -> Hours | None:
        try:
            inputs = plan_inputs(roster, self.changes)
            found = allocate(inputs.problem, inputs.settings, None, inputs.locations)
        except PlannerError:
            return None
        if found.proof.status is Status.TIME_LIMIT:
            return None
        return dict(zip(inputs.roster.names.tolist(), found.hours.tolist(), strict=True))


def moved_hours(before: Hours, after: Hours) -> float:
    """Hours that must move to come from one plan to another: what is added, or taken, whichever is more."""
    changes = [after.get(name, 0.0) - before.get(name, 0.0) for name in dict.fromkeys((*before, *after))]
    return round(max(sum(hours for hours in changes if hours > 0), -sum(hours for hours in changes if hours < 0)), 2)
