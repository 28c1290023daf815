"""The few questions that turn a first guess into a plan, each skippable, most telling first.

Questions are data that any screen can show; `planner.questions.answers` turns what is answered into rules,
overrides and settings. Hours are of the planning period unless a text says "a week".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.explanation.money_text import money_text
from planner.explanation.text import count, listed
from planner.fields import FIELDS, RATING_OF, Field
from planner.goods import GOODS, Good
from planner.questions.elicitation_priority import TICK, guess_stakes, said_by_hand, stakes
from planner.result import Plan
from planner.settings import FeeMeaning
from planner.tagging.reasons import day_words
from planner.tagging.rule_attributes import Clue
from planner.valuation.deal_timing import Timing, find_open_deals
from planner.valuation.distinct import plain
from planner.valuation.services import account_services
from planner.valuation.track_record import NO_INDUSTRY
from planner.vocabulary import Authority, Relationship

Numbers = NDArray[np.float64]
Index = NDArray[np.intp]

MOST_INDUSTRIES: Final = 9
MOST_NAMES: Final = 15
MOST_STALE: Final = 10
MOST_CHIPS: Final = 12


class Ask(StrEnum):
    """What is asked about, in the order it is asked."""

    HOURS = "hours"
    FEE = "fee"
    INDUSTRIES = "industries"
    GUESSES = "guesses"
    BETTER_AT = "better at"
    NAMES = "names"
    TIME = "time"
    STALE = "stale"


class Say(StrEnum):
    """What can be said of a choice."""

    YES = "yes"
    SOME = "some"
    NO = "no"
    TICK = "tick"
    DOUBLE_TICK = "double tick"
    A_LOT = "a lot"


@dataclass(frozen=True)
class Choice:
    """Something to say a word about: `key` names it in the answer, `note` says what is known of it."""

    key: str
    title: str
    note: str = ""


@dataclass(frozen=True)
class QuestionScreen:
    """One screen of questions.

    Attributes:
        ask: what it is about.  good: for which good, where it is asked good by good.
        text: the question.  hint: why it is asked, or how to answer.
        choices: what to say something about, most telling first.  say: what can be said of each; empty where a
            choice is only picked, or a number or free text is asked for.
        most: how many choices may be picked, 0 for any number.
    """

    ask: Ask
    text: str
    hint: str = ""
    choices: tuple[Choice, ...] = ()
    say: tuple[Say, ...] = ()
    good: Good | None = None
    most: int = 0

    @property
    def name(self) -> str:
        """Short and unique among a plan's questions."""
        return f"{self.ask}: {self.good}" if self.good else str(self.ask)


NAMES_TEXT: Final = MappingProxyType(
    {
        Good.OTHERS: "Where does your work do good beyond the fee?",
        Good.STRENGTHS: "Who would teach you something new?",
        Good.NOW: "Who can hire and pay you now?",
        Good.LATER: "Who will not hire now, but may later?",
        Good.REFERRAL: "Who sends you clients, or could?",
    }
)


def ask(plan: Plan) -> tuple[QuestionScreen, ...]:
    """The questions that a plan leaves open, in order; what the file has said already is not asked."""
    found = (
        _hours(plan),
        _fee(plan),
        _industries(plan),
        _guesses(plan),
        _better_at(plan),
        *(_names(plan, good) for good in GOODS),
        _time(plan),
        _stale(plan),
    )
    return tuple(question for question in found if question is not None)


def _hours(plan: Plan) -> QuestionScreen | None:
    if not plan.team.assumed:
        return None
    people = len(plan.team.people)
    each = plan.team.hours / people / plan.settings.weeks
    who = "do you have" if people == 1 else "does each of you have"
    return QuestionScreen(
        Ask.HOURS,
        f"How many hours a week {who} for winning work?",
        f"{each:g} h a week were assumed for {count(people, 'person', 'people')}.",
    )


def _fee(plan: Plan) -> QuestionScreen | None:
    """Asked where a column of money may mean several things."""
    issue = next((one for one in plan.roster.issues if one.code == "fee-meaning-assumed"), None)
    if issue is None:
        return None
    choices = tuple(Choice(str(meaning), str(meaning).capitalize()) for meaning in FeeMeaning)
    return QuestionScreen(Ask.FEE, f"Your “{issue.value}” column is …", issue.message, choices, most=1)


def _industries(plan: Plan) -> QuestionScreen | None:
    """The industries with the most accounts that nobody rated and no rule is sure of."""
    others = GOODS.index(Good.OTHERS)
    unsure = ~said_by_hand(plan, others) & ~(plan.tags.strength[:, others] >= TICK)
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


def _guesses(plan: Plan) -> QuestionScreen | None:
    """The guesses from names, remarks and rare industries that most of the plan hangs on, to confirm or dismiss."""
    found: list[tuple[float, Choice]] = []
    for column, good in enumerate(GOODS):
        weight = guess_stakes(plan, good)
        for i in np.flatnonzero(weight > 0).tolist():
            name = str(plan.roster.names[i])
            title = f"{name}: {FIELDS[RATING_OF[good]].title.lower()}"
            found.append((float(weight[i]), Choice(f"{good}:{name}", title, str(plan.tags.reason[i, column]))))
    if not found:
        return None
    found.sort(key=lambda one: (-one[0], one[1].key))
    choices = tuple(choice for _, choice in found[:MOST_NAMES])
    return QuestionScreen(
        Ask.GUESSES,
        "Are these guesses right?",
        "They come from names, remarks and rare industries; each counts for a few hours until you say so.",
        choices,
        (Say.YES, Say.NO),
    )


def _better_at(plan: Plan) -> QuestionScreen:
    """The list's own services and industries; free text is welcome, so it is always asked."""
    each = (part for text in account_services(plan.roster).tolist() for part in text.split(";"))
    services = [title for title, _ in _most_common(each)]
    industries = [title for title, _ in _most_common(plan.roster.text(Field.INDUSTRY).tolist())]
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


def _names(plan: Plan, good: Good) -> QuestionScreen | None:
    """The accounts whose tick for a good would change the plan most."""
    stake = stakes(plan, good)
    order = np.lexsort((plan.roster.names.astype(str), -stake))[:MOST_NAMES]
    choices = tuple(
        Choice(str(plan.roster.names[i]), str(plan.roster.names[i]), _known(plan, good, int(i)))
        for i in order
        if stake[i] > 0
    )
    if not choices:
        return None
    hint = "Tick the names; tick twice for the very best. Leave out those you are not sure about."
    return QuestionScreen(Ask.NAMES, NAMES_TEXT[good], hint, choices, (Say.TICK, Say.DOUBLE_TICK), good)


def _known(plan: Plan, good: Good, account: int) -> str:
    """What is known so far: the rule's reason, else the relationship and industry."""
    column = GOODS.index(good)
    if plan.tags.authority[account, column] == Authority.RULE:
        return str(plan.tags.reason[account, column])
    parts = [str(plan.facts.relationship[account]), str(plan.roster.text(Field.INDUSTRY)[account])]
    return listed([part for part in parts if part]).replace(" and ", ", ")


def _time(plan: Plan) -> QuestionScreen | None:
    """Asked where the file has no hours: the accounts that time probably went to."""
    if np.isfinite(plan.facts.current_hours).any():
        return None
    client = (plan.facts.relationship == Relationship.CLIENT).astype(np.float64)
    order = np.lexsort((plan.roster.names.astype(str), -np.nan_to_num(plan.facts.fee), -client))[:MOST_NAMES]
    choices = tuple(
        Choice(str(plan.roster.names[i]), str(plan.roster.names[i]), str(plan.facts.relationship[i])) for i in order
    )
    return QuestionScreen(
        Ask.TIME,
        "Where did your time go last quarter?",
        "Up to five names, of these or of your own list.",
        choices,
        (Say.A_LOT, Say.SOME),
        most=5,
    )


def _stale(plan: Plan) -> QuestionScreen | None:
    """The largest deals that are long past their date, of accounts that have nothing fresher."""
    accounts = stale_accounts(plan)
    if not len(accounts):
        return None
    deals = find_open_deals(plan.roster, plan.settings)
    sign = plan.settings.currency
    choices = []
    for i in accounts[:MOST_STALE].tolist():
        fee = plan.roster.number(Field.ANNUAL_FEE)[i]
        parts = [money_text(sign, fee)] if np.isfinite(fee) else []
        parts.append(f"expected {day_words(deals.expected[i].item(), None)}")
        choices.append(Choice(str(plan.roster.names[i]), str(plan.roster.names[i]), ", ".join(parts)))
    return QuestionScreen(
        Ask.STALE, "Still alive?", "They are half a year or more past their date.", tuple(choices), (Say.YES, Say.NO)
    )


def stale_accounts(plan: Plan) -> Index:
    """Positions of the accounts whose only open deal is long past its date, largest fee first."""
    timing = find_open_deals(plan.roster, plan.settings).timing
    found = np.flatnonzero(timing == Timing.STALE)
    fees = np.nan_to_num(plan.roster.number(Field.ANNUAL_FEE)[found])
    return np.asarray(found[np.lexsort((plan.roster.names[found].astype(str), -fees))])
