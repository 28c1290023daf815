"""Whether the answers that somebody gave answer anything: unknown codes and values are said at once.

Answers of the `Answers` sheet may wait for a file that asks; those given on a command line may not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Final

from planner.errors import SettingError
from planner.questions.plan_answers import OF_SOMETHING, PlanCode, check_plan_answer, is_plan_code
from planner.records.question import Question
from planner.roster.roster import Roster

SHOWN: Final = 15
"""So many codes are named in a message."""


def check_answers(roster: Roster, answers: Mapping[str, str], changes: Mapping[str, object]) -> None:
    """Check answers that were given for a list that was read with them.

    Args:
        changes: settings that the list is planned with.

    Raises:
        SettingError: on a code that nothing asks about, with the nearest one, or a value that is no choice.
    """
    asked = {question.code: question for question in (*roster.questions, *roster.answered)}
    for code, value in answers.items():
        if code in asked:
            check_value(asked[code], value)
        elif is_plan_code(code):
            check_plan_answer(roster, code, value, changes)
        else:
            raise SettingError(_unknown(code, (*asked, *(_title(kind) for kind in PlanCode))))


def check_value(question: Question, value: str) -> None:
    """Check one answer.

    Raises:
        SettingError: when it is none of the question's choices.
    """
    if question.value_of(value) is None:
        choices = ", ".join(option.value for option in question.choices) or "some words"
        raise SettingError(f"“{value}” does not answer “{question.code}”; answer with {choices}.")


def _title(kind: PlanCode) -> str:
    return f"{kind}:…" if kind in OF_SOMETHING else str(kind)


def _unknown(code: str, known: Iterable[str]) -> str:
    codes = list(known)
    folded = {one.casefold(): one for one in codes}
    near = get_close_matches(code.casefold(), folded, n=1, cutoff=0.5)
    hint = f" Did you mean “{folded[near[0]]}”?" if near else ""
    more = f" and {len(codes) - SHOWN} more" if len(codes) > SHOWN else ""
    return f"No question has the code “{code}”.{hint} The codes are: {', '.join(codes[:SHOWN])}{more}."
