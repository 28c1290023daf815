"""What a plan leaves open, as plain questions: the screens of `planner.questions.elicitation`, one answer each.

`planner.questions.plan_answers` obeys the answers, by the same codes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from planner.fields import FIELDS, RATING_OF, Field
from planner.goods import Good
from planner.questions.elicitation import ask
from planner.questions.plan_answers import PlanCode
from planner.questions.screen import Ask, Choice, QuestionScreen, Say
from planner.records.question import ChoiceOption, Question
from planner.result import Plan

SAY_LABELS: Final = MappingProxyType({Say.YES: "Yes", Say.SOME: "Some", Say.NO: "No"})


def plan_questions(plan: Plan) -> tuple[Question, ...]:
    """The questions that a plan leaves open and that no answer of the list answers, in the order of the screens."""
    screens = (screen for screen in ask(plan) if screen.ask is not Ask.LIST)
    found = (question for screen in screens for question in questions_on(plan, screen))
    return tuple(question for question in found if question.code not in plan.roster.answers)


def all_questions(plan: Plan) -> tuple[Question, ...]:
    """Those of the reading, then those of the plan."""
    return (*plan.roster.questions, *plan_questions(plan))


def questions_on(plan: Plan, screen: QuestionScreen) -> tuple[Question, ...]:
    """The questions that stand together on a screen, as `all_questions` counts them."""
    if screen.ask is Ask.LIST:
        return tuple(question for question in plan.roster.questions if question.code == screen.code)
    return tuple(_QUESTIONS[screen.ask](plan, screen))


def _hours(plan: Plan, screen: QuestionScreen) -> Iterator[Question]:
    people = len(plan.team.people)
    each = plan.team.hours / people / plan.settings.weeks
    yield Question(PlanCode.HOURS, "", text=f"{screen.text} {screen.hint}", default=f"{each:g}")


def _industries(_plan: Plan, screen: QuestionScreen) -> Iterator[Question]:
    for choice in screen.choices:
        yield Question(
            f"{PlanCode.INDUSTRY}:{choice.key}",
            str(RATING_OF[screen.good]) if screen.good else "",
            text=f"Does serving “{choice.title}” ({choice.note}) do good beyond the fee?",
            choices=_options(screen.say),
        )


def _guesses(_plan: Plan, screen: QuestionScreen) -> Iterator[Question]:
    for choice in screen.choices:
        good = Good(choice.key.partition(":")[0])
        yield Question(
            f"{PlanCode.GUESS}:{choice.key}", str(RATING_OF[good]),
            text=f"{choice.title}? {choice.note}.".replace("..", "."), choices=_options(screen.say),
        )  # fmt: skip


def _better_at(_plan: Plan, screen: QuestionScreen) -> Iterator[Question]:
    yield Question(
        PlanCode.BETTER_AT, str(Field.RATING_STRENGTHS), text=f"{screen.text} Several are separated by “;”.",
        choices=tuple(ChoiceOption(choice.key, choice.title) for choice in screen.choices), several=True, free=True,
    )  # fmt: skip


def _names(_plan: Plan, screen: QuestionScreen) -> Iterator[Question]:
    assert screen.good is not None
    name = RATING_OF[screen.good]
    yield Question(
        f"{PlanCode.NAMES}:{screen.good}", str(name),
        text=f"{screen.text} ({FIELDS[name].title}; several names are separated by “;”.)",
        choices=tuple(map(_named, screen.choices)), several=True, free=True,
    )  # fmt: skip


def _time(_plan: Plan, screen: QuestionScreen) -> Iterator[Question]:
    yield Question(
        PlanCode.TIME, str(Field.CURRENT_HOURS),
        text=f"{screen.text} Up to five names, separated by “;”.",
        choices=tuple(map(_named, screen.choices)), several=True, free=True,
    )  # fmt: skip


def _stale(_plan: Plan, screen: QuestionScreen) -> Iterator[Question]:
    for choice in screen.choices:
        yield Question(
            f"{PlanCode.ALIVE}:{choice.key}", str(Field.EXPECTED_DATE),
            text=f"Is “{choice.title}” ({choice.note}) still alive?", choices=_options(screen.say),
        )  # fmt: skip


def _left_out(_plan: Plan, screen: QuestionScreen) -> Iterator[Question]:
    for choice in screen.choices:
        yield Question(
            f"{PlanCode.LEAVE_OUT}:{choice.key}", str(Field.LEAVE_OUT),
            text=f"Your list says of “{choice.title}”: “{choice.note}”. Is it over?".replace(".”.", ".”"),
            choices=_options(screen.say),
            default=str(Say.YES),
        )  # fmt: skip


def _options(words: tuple[Say, ...]) -> tuple[ChoiceOption, ...]:
    return tuple(ChoiceOption(str(word), SAY_LABELS.get(word, str(word).capitalize())) for word in words)


def _named(choice: Choice) -> ChoiceOption:
    return ChoiceOption(choice.key, f"{choice.title} ({choice.note})" if choice.note else choice.title)


_QUESTIONS: Final[Mapping[Ask, Callable[[Plan, QuestionScreen], Iterator[Question]]]] = MappingProxyType(
    {
        Ask.HOURS: _hours,
        Ask.FEE: lambda _plan, _screen: iter(()),
        Ask.INDUSTRIES: _industries,
        Ask.GUESSES: _guesses,
        Ask.BETTER_AT: _better_at,
        Ask.NAMES: _names,
        Ask.TIME: _time,
        Ask.STALE: _stale,
        Ask.LEFT_OUT: _left_out,
    }
)
