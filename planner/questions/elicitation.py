"""The few questions that turn a first guess into a plan, each skippable, most telling first.

Questions are data that any screen can show; `planner.questions.answers` turns what is answered into rules,
overrides and settings. Hours are of the planning period unless a text says "a week".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

import numpy as np

from planner.arrays import Mask
from planner.fields import Field
from planner.goods import GOODS, Good
from planner.questions.account_screens import ask_guesses, ask_left_out, ask_names, ask_stale, ask_time
from planner.questions.elicitation_priority import TICK, said_by_hand
from planner.questions.screen import Ask, Choice, QuestionScreen, Say
from planner.result import Plan
from planner.settings import FeeMeaning
from planner.tagging.rule_attributes import Clue
from planner.text import count
from planner.valuation.distinct import plain
from planner.valuation.services import account_services
from planner.valuation.track_record import NO_INDUSTRY
from planner.vocabulary import Relationship

MOST_INDUSTRIES: Final = 9
MOST_CHIPS: Final = 12

__all__ = ["Ask", "Choice", "QuestionScreen", "Say", "ask"]


def ask(plan: Plan) -> tuple[QuestionScreen, ...]:
    """The questions that a plan leaves open, in order; what the file has said already is not asked."""
    found = (
        *_list(plan),
        _hours(plan),
        _fee(plan),
        _industries(plan),
        ask_guesses(plan),
        _better_at(plan),
        *(ask_names(plan, good) for good in GOODS),
        ask_time(plan),
        ask_stale(plan),
        ask_left_out(plan),
    )
    return tuple(question for question in found if question is not None)


def _list(plan: Plan) -> Iterator[QuestionScreen]:
    """What the reading leaves open: one click each."""
    for one in plan.roster.questions:
        choices = tuple(Choice(option.value, option.label) for option in one.choices)
        assumed = f"“{one.label_of(one.default)}” was assumed." if one.default else ""
        yield QuestionScreen(Ask.LIST, one.text, assumed, choices, most=1, code=one.code)


def _hours(plan: Plan) -> QuestionScreen | None:
    if not plan.team.assumed:
        return None
    people = len(plan.team.people)
    each = plan.team.hours / people / plan.settings.weeks
    who = "do you have" if people == 1 else "does each of you have"
    return QuestionScreen(
        Ask.HOURS,
        f"How many hours a week {who} for winning work?",
        f"{each:g} h a week{'' if people == 1 else f' for each of {people:,} people'} were assumed.",
    )


def _fee(plan: Plan) -> QuestionScreen | None:
    """Asked where a column of money may mean several things."""
    issue = next((one for one in plan.roster.issues if one.code == "fee-meaning-assumed"), None)
    columns = {one.header for one in (*plan.roster.questions, *plan.roster.answered) if one.field == Field.ANNUAL_FEE}
    if issue is None or issue.value in columns:
        return None
    choices = tuple(Choice(str(meaning), str(meaning).capitalize()) for meaning in FeeMeaning)
    return QuestionScreen(Ask.FEE, f"Your “{issue.value}” column is …", issue.message, choices, most=1)


def _industries(plan: Plan) -> QuestionScreen | None:
    """The industries with the most accounts that nobody rated and no rule is sure of."""
    others = GOODS.index(Good.OTHERS)
    unsure = ~said_by_hand(plan, others) & ~(plan.tags.strength[:, others] >= TICK) & _served(plan)
    counted = _most_common(plan.roster.text(Field.INDUSTRY)[unsure].tolist())[:MOST_INDUSTRIES]
    if not counted:
        return None
    return QuestionScreen(
        Ask.INDUSTRIES,
        "Does serving these industries do good beyond the fee?",
        "Skip those you are not sure about.",
        tuple(Choice(title, title, count(number, "account")) for title, number in counted),
        (Say.YES, Say.SOME, Say.NO),
        Good.OTHERS,
    )


def _served(plan: Plan) -> Mask:
    """(n,) accounts that are or may be served: of those who send others, the trade is no market of the firm's."""
    return np.asarray(plan.roster.text(Field.RELATIONSHIP) != str(Relationship.REFERRAL_SOURCE), dtype=np.bool_)


def _better_at(plan: Plan) -> QuestionScreen:
    """The list's own services and industries; free text is welcome, so it is always asked."""
    each = (part for text in account_services(plan.roster).tolist() for part in text.split(";"))
    found = _most_common(each)
    services = [title for title, number in found if number > 1 or len(found) <= MOST_CHIPS]  # else names of jobs
    industries = [title for title, _ in _most_common(plan.roster.text(Field.INDUSTRY)[_served(plan)].tolist())]
    half = MOST_CHIPS // 2
    kept = services[: max(half, MOST_CHIPS - len(industries))]
    choices = [Choice(f"{Clue.SERVICE}: {text}", text, "service") for text in kept]
    choices += [Choice(f"{Clue.INDUSTRY}: {text}", text, "industry") for text in industries[: MOST_CHIPS - len(kept)]]
    return QuestionScreen(
        Ask.BETTER_AT,
        "What do you want to be better at next year?",
        "Pick any, or write your own words.",
        tuple(choices),
        good=Good.STRENGTHS,
    )


def _most_common(texts: Iterable[str]) -> list[tuple[str, int]]:
    """Different texts and how often each stands there, most frequent first; placeholders left out."""
    counts: Counter[str] = Counter()
    titles: dict[str, str] = {}
    for text, number in Counter(texts).items():
        if plain(text) not in NO_INDUSTRY:
            counts[plain(text)] += number
            titles.setdefault(plain(text), text.strip())
    return [(titles[key], number) for key, number in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
