"""Groups that are short of their hours: by how much, why, and what to look for; and hours left to place.

A cause is named only where the plan without it is less short: a price that is not worth paying, a count of accounts,
limits of the user's own, people who have no time. What is left is the list itself, and is said once for all groups.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil, floor

import numpy as np

from planner import text
from planner.allocation.allocation import Allocation
from planner.allocation.problem import Problem, strongest_by_group
from planner.arrays import Numbers
from planner.explanation.context import Story
from planner.explanation.gains import Gain
from planner.explanation.measure import difference, floors
from planner.explanation.sentences.alternatives import shared_by_all
from planner.goods import GROUP_SPECS, GROUPS, WITHIN_YOU, YOU

SHORT = 0.25
"""Hours that a group must be short by to be worth a sentence."""
OPEN = 0.01
"""Share of all hours left to place that is worth a sentence."""
USUAL_HOURS = 10.0
"""Hours that a new prospect is given, where no account serves the group yet."""
UNDER_HALF = 0.2
NO_HOURS = (text.hours(0.0), text.hours(UNDER_HALF))
NAMED = 2
"""Accounts that are named of those to be asked about."""
MANY = 10
"""More new prospects than this are no advice that anybody can follow."""


@dataclass(frozen=True)
class Shortage:
    """What is short, why it is no more, and what to do, as sentences; `urgent` if it is for Monday."""

    result: str
    remedy: str
    urgent: bool = True


@dataclass(frozen=True)
class _Cause:
    """Something that keeps groups short: the problem without it, in words, and what to do about it."""

    name: str
    problem: Problem
    words: str
    remedy: str


def find_shortages(story: Story) -> tuple[Shortage, ...]:
    """The groups that are short, the shortest first; those that the list itself keeps short together."""
    short = story.allocation.short
    if not story.tags.seen.any() or not (short > SHORT).any() or not story.planned.any():
        return ()
    nearest = story.other.whatever_it_costs()
    if nearest is None:
        return (_of_the_list(story, np.flatnonzero(short > SHORT).tolist(), proven=False),)
    caused: list[Shortage] = []
    priced: list[int] = []
    by_list: list[int] = []
    for g in np.argsort(-short, kind="stable").tolist():
        if short[g] <= SHORT:
            continue
        could = max(float(short[g] - nearest.short[g]), 0.0)
        cause = _cause(story, g, nearest)
        if cause and cause[1] > could:
            caused.append(_caused(story, g, *cause))
        else:
            (priced if could > SHORT else by_list).append(g)
    told = [_priced(story, priced, nearest)] if priced else []
    return (*told, *caused, *([_of_the_list(story, by_list)] if by_list else []))


def find_advice(story: Story) -> tuple[str, ...]:
    """What to do about groups that are short and hours that are left, as sentences."""
    advice = [f"{shortage.result} {shortage.remedy}".strip() for shortage in find_shortages(story)]
    left = story.problem.capacity - used_by(story.allocation, len(story.problem.people))
    if not story.planned.any():
        return ()  # the headline says all there is to say
    return (*advice, *([_open(story, left)] if left.sum() > OPEN * story.problem.total_hours else []))


def used_by(allocation: Allocation, people: int) -> Numbers:
    """(m,) planned hours of each person."""
    used = np.zeros(people)
    for (_, person), spent in allocation.by_person.items():
        used[person] += spent
    return used


def _start(story: Story, g: int) -> str:
    """How far the plan comes: hours that count for the group beside those that the balance asks for."""
    allocation = story.allocation
    counted = float(allocation.counts[:, g].sum())
    asked = float(floors(story.problem, allocation)[:, g].sum())
    leeway = _as_asked(story)
    noun = GROUP_SPECS[GROUPS[g]].noun
    if text.hours(counted) in NO_HOURS:
        return f"No hours count as {noun}; your balance asks for {text.hours(asked)}{leeway}"
    start = f"{text.hours_do(counted, 'count', 'counts')} as {noun}"
    if story.problem.per_person:
        missing = text.hours(float(allocation.short[g]))
        return f"{start}, but people's own balances miss {missing} of the {text.hours(asked)} they ask for{leeway}"
    missing = text.hours(fewer(asked, counted))
    return f"{start}, {missing} fewer than the {text.hours(asked)} that your balance asks for{leeway}"


def _as_asked(story: Story) -> str:
    """What makes the hours asked for other than the chosen share: shares of groups not seen, and the leeway."""
    shares = zip(GROUPS, story.settings.balance.shares(), story.tags.seen.tolist(), strict=True)
    passed = [GROUP_SPECS[group].short for group, share, seen in shares if share > 0 and not seen]
    changes = [f"its part of the share for {text.listed(passed)} added"] if passed else []
    leeway = story.problem.tolerance
    changes += [f"a leeway of {text.percent(leeway)} taken off"] if leeway > 0 else []
    return f" ({text.listed(changes)})" if changes else ""


def fewer(asked: float, counted: float) -> float:
    """By how many hours fewer count than are asked for, both as they are told, so that what is told adds up."""
    return max(_halves(asked) - _halves(counted), UNDER_HALF)


def _halves(hours: float) -> float:
    return floor(2 * hours + 0.5) / 2


def _priced(story: Story, groups: list[int], strict: Allocation) -> Shortage:
    """Groups of which more could be had at a price, which the plan nearest to the balance pays for all of them."""
    costs = difference(story.problem, story.allocation.hours, strict.hours)
    had = [
        f"{_start(story, g)}: {text.hours(float(story.allocation.short[g] - strict.short[g]))} of them could be had"
        for g in groups
    ]
    at = ", but at" if len(groups) == 1 else ", but all of that at"
    return Shortage(
        f"{'. '.join(had)}{at} a loss of "
        f"{Gain(np.maximum(costs.by_group, 0.0), costs.in_money).brings(story.currency)}.",
        "Raise “balance_weight” to have them all the same, or ask for less.",
        urgent=False,
    )


def _cause(story: Story, g: int, nearest: Allocation) -> tuple[_Cause, float] | None:
    """What keeps a group short even where its balance comes first, with the hours that the plan without it gains."""
    if nearest.short[g] <= SHORT:
        return None
    for cause in _causes(story):
        without = story.other.changed(cause.name, cause.problem)
        if without is not None and without.short[g] < nearest.short[g] - SHORT:
            return cause, float(nearest.short[g] - without.short[g])
    return None


def _causes(story: Story) -> Iterator[_Cause]:
    strict = story.other.strict
    if strict.max_accounts is not None or strict.max_accounts_per_person is not None:
        free = replace(strict, max_accounts=None, max_accounts_per_person=None)
        yield _Cause("without counts", free, _kept_to(strict), "Let more accounts have time.")
    limits = bool(strict.limits) or any(strict.within_you) or strict.min_money is not None
    if limits or strict.max_change is not None:
        free = replace(strict, limits=(), within_you=(0.0,) * len(WITHIN_YOU), min_money=None, max_change=None)
        yield _Cause("without limits", free, "your own limits cost", "Ease one of your limits.")
    if len(strict.people) > 1 and not strict.eligible.all():
        words = "the people whose accounts these are have no more time, and this costs"
        yield _Cause(
            "shared by all", shared_by_all(strict), words, "Let somebody help the people whose accounts these are."
        )


def _kept_to(problem: Problem) -> str:
    if problem.max_accounts is not None:
        return f"keeping to {text.count(problem.max_accounts, 'account')} costs"
    return f"keeping to {text.count(problem.max_accounts_per_person or 0, 'account')} a person costs"


def _caused(story: Story, g: int, cause: _Cause, hours: float) -> Shortage:
    return Shortage(f"{_start(story, g)}; {cause.words} {text.hours(hours)} of them.", cause.remedy)


def _of_the_list(story: Story, groups: list[int], *, proven: bool = True) -> Shortage:
    """The groups for which the list has too little, together; whether it has is only said where it is proven."""
    guesses = _guessed(story, groups)
    held = [words for words in (_cap_in_words(story, groups), _guesses_in_words(story, guesses)) if words]
    under = f", with at most {text.listed(held)}" if held else ""
    no_more = f". The list has no more{under}." if proven else "."
    result = ". ".join(f"{_start(story, g)}" for g in groups) + no_more
    right = "guess on {} is right" if len(guesses) == 1 else "guesses on {} are right"
    first = f"Say whether the {right.format(_named(story, guesses))}" if guesses else ""
    wanted = [_search(story, g) for g in groups]
    few = [words for words, number in wanted if number <= MANY]
    if len(few) < len(wanted):
        shares = text.listed([f"“{GROUP_SPECS[GROUPS[g]].title}”" for g in groups])
        start = f"{first}, lower {shares}," if first else f"Lower {shares}"
        remedy = f"{start} or plan fewer hours: the balance would take more than {MANY} new prospects."
        return Shortage(result, remedy)
    start = f"{first}, and look for" if first else "Look for"
    return Shortage(result, f"{start} {text.listed(few)}.")


def _cap_in_words(story: Story, groups: list[int]) -> str:
    """The cap on every account, where one that serves these groups stands at it: without it the list had more."""
    problem, share = story.problem, story.settings.max_share_per_account
    at_cap = story.allocation.hours >= share * problem.total_hours - max(problem.step, SHORT)
    serves = (story.allocation.counts[:, groups] > SHORT).any(axis=1)
    if share >= 1 or not (at_cap & serves & ~problem.locked).any():
        return ""
    return f"{text.percent(share)} of all hours for one account"


def _guessed(story: Story, groups: list[int]) -> list[int]:
    """Accounts that by a guess serve these groups and have the hours that it counts for, most hours first."""
    problem = story.problem
    guessed = strongest_by_group(problem.strength_of_facts) < strongest_by_group(problem.strength)
    at_end = story.allocation.hours >= problem.guess_hours - max(problem.step, SHORT)
    found = np.flatnonzero(at_end & guessed[:, groups].any(axis=1))
    return [int(i) for i in found[np.argsort(-story.allocation.hours[found], kind="stable")]]


def _guesses_in_words(story: Story, guessed: list[int]) -> str:
    """The hours that a guess counts for, where some accounts have as many."""
    return f"{text.hours(story.problem.guess_hours)} counted of each account that is only a guess" if guessed else ""


def _named(story: Story, accounts: list[int]) -> str:
    """Two accounts by name, and how many more there are."""
    names, more = [str(story.problem.names[i]) for i in accounts[:NAMED]], len(accounts) - NAMED
    return text.listed([*names, f"{text.number_word(more)} more"] if more > 0 else names)


def _search(story: Story, g: int) -> tuple[str, int]:
    """How many accounts more the hours short would keep busy, at the hours of those that serve the group already.

    The larger of them count for more: what is looked for is a good one.
    """
    hours = story.allocation.counts[:, g]
    total = float(hours.sum())
    usual = max(float((hours**2).sum()) / total, 1.0) if total > 0 else USUAL_HOURS
    number = max(ceil(float(story.allocation.short[g]) / usual - 0.1), 1)
    who = "one more prospect" if number == 1 else f"about {number} more prospects"
    return f"{who} {GROUP_SPECS[GROUPS[g]].look_for}", number


def _open(story: Story, left: Numbers) -> str:
    """What the (m,) hours left to place would bring, on accounts that could take them as they are."""
    problem, hours = story.problem, story.allocation.hours
    they_are = text.hours_do(float(left.sum()), "are", "is")
    said = f"{they_are} left to place"
    if problem.leave_open and (story.allocation.short > SHORT).any():
        missed = np.flatnonzero(story.allocation.short > SHORT).tolist()
        names = [GROUP_SPECS[GROUPS[g]].noun for g in missed]
        return f"{they_are} kept open for accounts that count as {text.listed(names)}."
    needed = np.where(story.planned, max(problem.step, SHORT), np.maximum(problem.block, SHORT))
    most = np.where(problem.eligible, left, 0.0).max(axis=1)
    room = ~problem.locked & (needed <= np.minimum(most, problem.maximum - hours) + 1e-9)
    if not room.any():
        can = float(problem.maximum.sum())
        if can < problem.total_hours - SHORT and can < hours.sum() + SHORT:
            whose = "the" if story.assumed_hours else "your"
            held = _cap_in_words(story, list(range(len(GROUPS))))
            start = f"With at most {held}, the list" if held else "The list"
            return f"{start} can use {text.hours(can)} of {whose} {text.hours(problem.total_hours)}; {said}."
        of_people = " of the people who have them" if len(problem.people) > 1 else ""
        return f"{said}; no account{of_people} can use more."
    brings = np.where(story.planned[:, np.newaxis], story.next_hour, story.first)
    best = int(np.argmax(np.where(room, brings @ story.weight, -1.0)))
    gain = Gain(brings[best], problem.in_money)
    weighs = float(brings[best] @ story.weight)
    if 0 < weighs <= problem.hour_cost * float(story.weight[YOU]):
        return f"{said}; none of them brings what an hour costs."
    if weighs <= 0 and gain.matters:
        return f"{said}; what they could still bring has no weight in your balance."
    would = f"the best use of the next of them would bring {gain.brings(story.currency)}"
    held = _held_open(story, best)
    return f"{said}, as {held}; but for that, {would}." if held else f"{said}; {would}."


def _held_open(story: Story, best: int) -> str:
    """What of the user's own keeps hours open that the best account could take: the number of accounts, or limits."""
    if story.capped_out[best]:
        return story.cap_in_words
    free = story.hours_without_limits
    more = free is not None and float(free.sum()) > float(story.allocation.hours.sum()) + SHORT
    return "your own limits ask for it" if more else ""
