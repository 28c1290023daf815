"""Why an account gets no hours, for any number of accounts: few templates, figures rounded, texts shared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from planner import text
from planner.arrays import Index, Mask, Numbers, Texts
from planner.explanation.context import Story
from planner.explanation.decisions import CRUMB, nothing_good
from planner.explanation.gains import Gain
from planner.fields import Field
from planner.goods import GOOD_SPECS, GOODS, GROUPS, YOU
from planner.parsing.dates.not_before import says_to_wait
from planner.roster.standing.left_out import BY_HAND, accounts_left_out
from planner.vocabulary import Relationship

NEARLY_ALL = 0.995
SHORT = 0.25
"""Hours that a group must be short by to be worth a word."""
NOT_RATED = "Nobody has rated this; say what it is good for, and it can earn time."
NOT_GOOD = "Not good enough: no good beyond the fee, nothing to learn, and no fee now, later or by referral."
NO_CHANCE = "Your list gives it no chance, and nothing else is known to be good about it."
NO_FEE = "Your list gives it a fee of 0, and nothing else is known to be good about it."
NO_EFFECT = "By your own answers, extra time changes nothing here."
NO_VALUE = "Good on paper, but its value comes to nothing; check its fee and chance."


def left_out(story: Story) -> Texts:
    """(n,) sentences of the accounts without hours, "" for the others."""
    why = np.full(story.problem.size, "", dtype=object)
    open_ = ~story.planned
    worthless = ~(story.worth > 0).any(axis=1)
    strength = story.tags.strength
    some = (strength > 0).any(axis=1)
    curves = story.problem.curves
    for mask, write in (
        (story.problem.locked, _locked),
        (_ended(story), lambda i: _told_to_leave(story, i)),
        (story.roster.number(Field.MAX_HOURS) <= CRUMB, _shut),
        (worthless & ~some & np.isnan(strength).all(axis=1), lambda _: NOT_RATED),
        (worthless & _costs_more(story), lambda i: _margin(story, i)),
        (worthless & nothing_good(story.tags), lambda _: NOT_GOOD),
        (worthless & ~some & (story.roster.number(Field.PROBABILITY) == 0), lambda _: NO_CHANCE),
        (worthless & ~some & (story.roster.number(Field.ANNUAL_FEE) == 0), lambda _: NO_FEE),
        (worthless & ~some, lambda i: _not_known(story, i)),
        (worthless & (curves.high <= curves.low), lambda _: NO_EFFECT),
        (worthless, lambda _: NO_VALUE),
        (_under_a_block(story), lambda i: _too_small(story, i)),
    ):
        chosen = open_ & mask
        _write(why, np.flatnonzero(chosen), write)
        open_ &= ~chosen
    _compare(story, why, np.flatnonzero(open_))
    return why


def _write(why: Texts, accounts: Index, write: Callable[[int], str]) -> None:
    for account in accounts.tolist():
        why[account] = write(account)


def _ended(story: Story) -> Mask:
    """(n,) accounts that the list itself ends or that somebody left out."""
    ended = np.zeros(story.problem.size, dtype=bool)
    ended[list(accounts_left_out(story.roster))] = True
    return ended


def _told_to_leave(story: Story, i: int) -> str:
    words = accounts_left_out(story.roster)[i]
    if words == BY_HAND:
        return "You left it out."
    until = "then" if says_to_wait(words, step=True) else "somebody says otherwise"
    return f"Your list says “{words}”, so it gets no hours until {until}."


def _locked(_: int) -> str:
    return "You left it out, or fixed it at 0 h."


def _shut(_: int) -> str:
    return "You set its most at 0 h."


def _costs_more(story: Story) -> Mask:
    """(n,) accounts with a fee that does not exceed what it costs to serve them."""
    return np.asarray((story.facts.margin <= 0) & (story.facts.fee > 0))


def _margin(story: Story, i: int) -> str:
    fee, margin = float(story.facts.fee[i]), float(story.facts.margin[i])
    amount, cost = text.money(fee, story.currency), text.money(fee - margin, story.currency)
    rest = "is known to be good" if np.isnan(story.tags.strength[i]).any() else "about it is good"
    return f"The fee of {amount} does not exceed the {cost} it costs to serve, and nothing else {rest}."


def _not_known(story: Story, i: int) -> str:
    missing = [GOOD_SPECS[good].does for k, good in enumerate(GOODS) if np.isnan(story.tags.strength[i, k])]
    sends_none = story.roster.number(Field.REFERRALS_PER_YEAR)[i] == 0
    known = "It refers nobody by your list, and nothing else good" if sends_none else "Nothing good"
    return f"{known} is known about it yet; nobody has said whether it {_any_of(missing)}."


def _any_of(words: list[str]) -> str:
    return " or ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)


def _too_small(story: Story, i: int) -> str:
    most = float(np.floor(2 * story.problem.maximum[i]) / 2) or float(story.problem.maximum[i])
    block, step = story.settings.smallest_block, story.problem.step
    under = f"your smallest block of {text.hours(block)}" if block > 0 else f"the steps of {text.hours(step)} of a plan"
    return f"It can use {text.hours(most)} at most, under {under}."


def _under_a_block(story: Story) -> Mask:
    """(n,) accounts that can use less than the smallest block, in whole steps."""
    problem = story.problem
    step = problem.step if problem.step > 0 else CRUMB
    block = np.ceil(problem.block / step - CRUMB) * step
    small = max(story.settings.smallest_block, problem.step) - CRUMB
    least = np.maximum(block, problem.step) - CRUMB
    return np.asarray((problem.maximum > CRUMB) & (problem.maximum < small) & (problem.maximum < least))


def _compare(story: Story, why: Texts, accounts: Index) -> None:
    """What stays without time, and what the first hours on each account would bring.

    A text depends on rounded figures only, so it is written once for each different set of them.
    """
    client = story.facts.relationship == Relationship.CLIENT
    columns = (
        np.where(client & (np.nan_to_num(story.problem.today) > 0), np.round(np.nan_to_num(story.stays), 2), 0.0),
        *(_two_digits(story.first[:, g]) for g in range(len(GROUPS))),
        story.told_in_money,
        story.fee_assumed,
        story.signer_wanted,
        _only_person(story),
        story.more_money_than_elsewhere,
        _reason_in_words(story),
        story.could_take | (story.beats_others & story.limited),
    )
    people = tuple(person.name for person in story.problem.people)
    words = _Words(story.currency, story.problem.in_money, people)
    texts: dict[tuple[Any, ...], str] = {}
    for i, key in zip(
        accounts.tolist(), zip(*(column[accounts].tolist() for column in columns), strict=True), strict=True
    ):
        if key not in texts:
            stays, *first = key[: 1 + len(GROUPS)]
            texts[key] = _against(stays, np.array(first), *key[1 + len(GROUPS) :], words=words)
        why[i] = texts[key]


def _two_digits(values: Numbers) -> Numbers:
    """Each value to two significant digits, as the text will round it."""
    unit = 10.0 ** (np.floor(np.log10(np.where(values > 0, values, 1.0))) - 1)
    return np.asarray(np.round(values / unit) * unit)


def _reason_in_words(story: Story) -> Texts:
    """(n,) why an account without hours gets none where others' hours are not the reason, "" where they are.

    That limits leave it out is only said where the plan without them gives it hours.
    """
    weighs = story.first @ story.weight
    dear = story.problem.hour_cost * float(story.weight[YOU])
    kept_open = story.idle and story.problem.leave_open and bool((story.allocation.short > SHORT).any())
    free = story.hours_without_limits
    held = np.zeros(story.problem.size, dtype=bool) if free is None else free > CRUMB
    cases = (
        (weighs <= 0, "that has no weight in your balance"),
        (weighs <= dear, "less than an hour costs"),
        (np.full(len(weighs), kept_open), "the hours left are kept open for what your balance is short of"),
        (story.capped_out, f"{story.cap_in_words}, and this is not among them"),
        (held, "your own limits leave it out"),
    )
    return np.select([mask for mask, _ in cases], [words for _, words in cases], "").astype(object)


def _only_person(story: Story) -> Index:
    """(n,) the one person of several who may serve the account; −1 where anyone else may, too."""
    eligible = story.problem.eligible
    alone = (eligible.sum(axis=1) == 1) & (eligible.shape[1] > 1)
    return np.where(alone, eligible.argmax(axis=1), -1)


@dataclass(frozen=True)
class _Words:
    """What all sentences share: the currency, whether `you` is money, the people."""

    currency: str
    in_money: bool
    people: tuple[str, ...]


def _against(
    stays: float, first: Numbers, in_money: bool, assumed: bool, signer: bool, who: int, dearer: bool, held: str,
    idle: bool,
    *, words: _Words,
) -> str:  # fmt: skip
    """The sentence: what stays anyway, what its first hours would bring, where they do more, who is missing."""
    kept = ""
    if stays > 0:
        most = "nearly all" if stays >= NEARLY_ALL else f"about {text.percent(stays)}"
        kept = f"keeps {most} of what today's hours bring without your time"
    told = (
        np.where(np.arange(len(GROUPS)) == YOU, first, 0.0)
        if in_money
        else np.where(first < first.max() / 10, 0.0, first)
    )
    on = " on an assumed fee" if assumed and told[YOU] > 0 and words.in_money else ""
    would = f"each of its first hours would bring {Gain(told, words.in_money).brings(words.currency)}{on}"
    elsewhere = f"elsewhere in {words.people[who]}’s hours" if who >= 0 else "elsewhere"
    do_more = "by your balance they do more" if dearer and in_money else "they do more"
    more = held or ("" if idle else f"{do_more} {elsewhere}")
    missing = "nobody is named who signs" if signer else ""
    return text.sentence(kept, would, more, missing)
