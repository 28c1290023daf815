"""Answers to `planner.questions.elicitation`, as the rules, overrides and settings that they stand for.

An answer changes nothing by itself: it gives `Changes`, which are put into a list with `with_changes` and into a
plan with its settings, so that any answer can be taken back.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

import numpy as np

from planner.errors import SettingError
from planner.fields import RATING_OF, Field
from planner.goods import Good
from planner.questions.screen import Ask, QuestionScreen, Say
from planner.result import Plan
from planner.roster.roster import Roster
from planner.settings import FeeMeaning, Settings
from planner.sheets.overrides import SHEET as OVERRIDES_SHEET
from planner.sheets.overrides import Override, with_override_rows
from planner.tagging.rule import Condition, Operator, Rule
from planner.tagging.rule_attributes import Clue
from planner.tagging.rule_sheet import find_rules, rules_sheet
from planner.text import count, hours, listed
from planner.valuation.deal_timing import find_open_deals

GOOD_BEYOND_FEE: Final = MappingProxyType({Say.YES: 0.8, Say.SOME: 0.4, Say.NO: 0.0})
BETTER_AT_STRENGTH: Final = 0.8
RATING_OF_TICK: Final = MappingProxyType({Say.TICK: 4.0, Say.DOUBLE_TICK: 5.0})
CONFIRMED: Final = 4.0
"""Rating of a guess that somebody confirms."""
SHARE_OF_TIME: Final = MappingProxyType({Say.A_LOT: 0.1, Say.SOME: 0.04})
"""Share of all hours that an account took last quarter."""
LABELS: Final = (str(Clue.NAME), str(Clue.TYPE), str(Clue.INDUSTRY), str(Clue.SERVICE), str(Clue.DEAL_NAME))
NAMED: Final = 3


@dataclass(frozen=True)
class Changes:
    """What answers change. Rules count before the default ones; of two overrides of one value the later holds.

    `told` are answers to questions of the reading, by code: the list has to be read again with them.
    """

    settings: Mapping[str, object] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    overrides: tuple[Override, ...] = ()
    told: Mapping[str, str] = field(default_factory=dict)


def answer(plan: Plan, question: QuestionScreen, said: Mapping[str, str]) -> Changes:
    """What an answer changes.

    Args:
        plan: the plan that the question came from.
        said: by the key of a choice, what was said of it (a `Say`; "yes" for a choice that is only picked). Hours a
            week stand under "hours"; words of the user's own, about what to be better at, under themselves.

    Raises:
        SettingError: when a number, a name or a word cannot be used.
    """
    return _ANSWERS[question.ask](plan, question, said)


def hours_a_week(text: str, people: int, weeks: float) -> Changes:
    """All hours of the period, from one person's hours a week."""
    try:
        each = float(str(text).strip().removesuffix("h").replace(",", ""))
    except ValueError:
        each = np.nan
    if not 0 < each <= 168:
        raise SettingError(f"“{text}” should be a person's hours a week, such as 8.")
    return Changes({"hours": each * weeks * people})


def fee_meaning(text: str) -> Changes:
    """What the column of money stands for; the file has to be read again with it."""
    if text not in frozenset(FeeMeaning):
        raise SettingError(f"“{text}” is none of {', '.join(FeeMeaning)}.")
    return Changes({"fee_meaning": FeeMeaning(text)})


def good_industries(said: Mapping[str, str]) -> Changes:
    """A rule for each industry that was answered."""
    rules = []
    for industry, word in said.items():
        strength = GOOD_BEYOND_FEE[_say(word, GOOD_BEYOND_FEE)]
        reason = f"You said that {industry} does {'no ' if strength == 0 else ''}good beyond the fee"
        when = Condition((str(Clue.INDUSTRY),), Operator.IS, (industry,))
        rules.append(Rule((when,), Good.OTHERS, strength, reason))
    return Changes(rules=tuple(rules))


def better_at(chosen: Iterable[str]) -> Changes:
    """A rule for each service or industry that was chosen, and for words of the user's own."""
    rules = []
    for key in chosen:
        clue, _, text = key.partition(": ")
        words = " ".join((text or key).replace(";", " ").split())
        if not words:
            raise SettingError("Write at least one word for what you want to be better at.")
        if text and clue == Clue.INDUSTRY:
            when = Condition((str(Clue.INDUSTRY),), Operator.IS, (text,))
        elif text and clue == Clue.SERVICE:
            when = Condition((str(Clue.SERVICE),), Operator.HAS_WORD, (words,))
        else:
            when = Condition(LABELS, Operator.HAS_WORD, (words,))
        rules.append(Rule((when,), Good.STRENGTHS, BETTER_AT_STRENGTH, "You chose this"))
    return Changes(rules=tuple(rules))


def ticked(good: Good, said: Mapping[str, str]) -> Changes:
    """A rating of 4 for a tick and 5 for a double tick."""
    return Changes(
        overrides=tuple(
            Override(account, RATING_OF[good], RATING_OF_TICK[_say(word, RATING_OF_TICK)], f"{word}ed".capitalize())
            for account, word in said.items()
        )
    )


def guesses(said: Mapping[str, str]) -> Changes:
    """A rating of 4 where a guess is confirmed, of 0 where it is dismissed; keys are `GOOD:ACCOUNT`."""
    overrides = []
    for key, word in said.items():
        good, _, account = key.partition(":")
        yes = _say(word, (Say.YES, Say.NO)) is Say.YES
        rating, why = (CONFIRMED, "You confirmed it") if yes else (0.0, "You said that it is not so")
        overrides.append(Override(account, RATING_OF[Good(good)], rating, why))
    return Changes(overrides=tuple(overrides))


def time_spent(said: Mapping[str, str], all_hours: float) -> Changes:
    """Current hours: "a lot" is a tenth of all hours, "some" a twenty-fifth, in half hours."""
    overrides = []
    for account, word in said.items():
        spent = round(2 * SHARE_OF_TIME[_say(word, SHARE_OF_TIME)] * all_hours) / 2
        overrides.append(Override(account, Field.CURRENT_HOURS, spent, f"You said {word} of your time"))
    return Changes(overrides=tuple(overrides))


def still_alive(roster: Roster, settings: Settings, said: Mapping[str, str]) -> Changes:
    """A stale deal that lives is expected half-way to the horizon, at the chance it had; a dead one is gone."""
    overrides: list[Override] = []
    for account, word in said.items():
        if _say(word, (Say.YES, Say.NO)) is Say.YES:
            overrides += _alive(roster, settings, account)
        else:
            why = "You said that this is dead"
            gone = (Field.EXPECTED_DATE, Field.STAGE, Field.PROBABILITY)
            overrides += [Override(account, name, "", why) for name in gone]
    return Changes(overrides=tuple(overrides))


def left_out(said: Mapping[str, str]) -> Changes:
    """Whether accounts that the list ends get no hours: yes as it says, no for hours all the same."""
    words = {account: _say(word, (Say.YES, Say.NO)) for account, word in said.items()}
    why = {Say.YES: "You said that it is over", Say.NO: "You said that it is not over"}
    return Changes(overrides=tuple(Override(one, Field.LEAVE_OUT, str(word), why[word]) for one, word in words.items()))


def _alive(roster: Roster, settings: Settings, account: str) -> list[Override]:
    places = np.flatnonzero(roster.names == account)
    if not len(places):
        raise SettingError(f"There is no account called “{account}” in the list.")
    assert settings.plan_start is not None
    new_date = settings.plan_start + dt.timedelta(days=round(settings.horizon_months * 365.25 / 24))
    why = "You said that this is still alive"
    overrides = [Override(account, Field.EXPECTED_DATE, new_date.isoformat(), why)]
    chance = find_open_deals(roster, settings).chance[places[0]]
    if np.isfinite(chance):
        overrides.append(Override(account, Field.PROBABILITY, f"{100 * chance:g}%", why))
    return overrides


def _say(word: str, known: Iterable[Say]) -> Say:
    if word not in set(known):
        raise SettingError(f"“{word}” is none of {', '.join(sorted(set(known)))}.")
    return Say(word)


_ANSWERS: Final[Mapping[Ask, Callable[[Plan, QuestionScreen, Mapping[str, str]], Changes]]] = MappingProxyType(
    {
        Ask.LIST: lambda _, question, said: Changes(told={question.code: next(iter(_picked(said)), "")}),
        Ask.HOURS: lambda plan, _, said: hours_a_week(
            said.get("hours", ""), len(plan.team.people), plan.settings.weeks
        ),
        Ask.FEE: lambda _, __, said: fee_meaning(next(iter(_picked(said)), "")),
        Ask.INDUSTRIES: lambda _, __, said: good_industries(said),
        Ask.GUESSES: lambda _, __, said: guesses(said),
        Ask.BETTER_AT: lambda _, __, said: better_at(_picked(said)),
        Ask.NAMES: lambda _, question, said: ticked(Good(question.good or ""), said),
        Ask.TIME: lambda plan, _, said: time_spent(said, plan.team.hours),
        Ask.LEFT_OUT: lambda _, __, said: left_out(said),
        Ask.STALE: lambda plan, _, said: still_alive(plan.roster, plan.settings, said),
    }
)


def _picked(said: Mapping[str, str]) -> list[str]:
    return [key for key, word in said.items() if word == Say.YES]


def with_changes(roster: Roster, changes: Changes) -> Roster:
    """The list with the rules and overrides of some changes in its sheets; the settings go to the plan."""
    sheets = dict(roster.sheets)
    if changes.rules:
        kept = tuple(rule for rule in find_rules(roster) if rule not in changes.rules)
        sheets["rules"] = rules_sheet((*changes.rules, *kept))
    if changes.overrides:
        sheets[OVERRIDES_SHEET] = with_override_rows(sheets.get(OVERRIDES_SHEET), changes.overrides)
    return dataclasses.replace(roster, sheets=MappingProxyType(sheets))


def what_moved(before: Plan, after: Plan) -> str:
    """One sentence on what an answer moved: hours, who comes in and who drops out."""
    then = dict(zip(before.roster.names.tolist(), before.allocation.hours.tolist(), strict=True))
    now = dict(zip(after.roster.names.tolist(), after.allocation.hours.tolist(), strict=True))
    names = sorted(set(then) | set(now))
    differences = {name: now.get(name, 0.0) - then.get(name, 0.0) for name in names}
    moved = max(sum(d for d in differences.values() if d > 0), -sum(d for d in differences.values() if d < 0))
    if moved < 0.25:
        return "Nothing moved: the plan was right about this already."
    biggest = sorted(names, key=lambda name: (-abs(differences[name]), name))
    came = [name for name in biggest if now.get(name, 0) > 0 >= then.get(name, 0)]
    left = [name for name in biggest if then.get(name, 0) > 0 >= now.get(name, 0)]
    parts = [f"{hours(moved)} moved"]
    if came:
        parts.append(f"{_named(came)} {'comes' if len(came) == 1 else 'come'} in")
    if left:
        parts.append(f"{_named(left)} {'drops' if len(left) == 1 else 'drop'} out")
    return "; ".join(parts) + "."


def _named(names: list[str]) -> str:
    more = len(names) - NAMED
    return listed([*names[:NAMED], count(more, "other")] if more > 0 else names)
