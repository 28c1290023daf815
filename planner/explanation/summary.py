"""What people open first: one sentence on the split, five to push, five to rest, three decisions for Monday."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import numpy as np

from planner.allocation.problem import Mask, Numbers
from planner.explanation import text
from planner.explanation.baselines import TODAY
from planner.explanation.context import Story
from planner.explanation.measure import money
from planner.explanation.shortages import Shortage
from planner.explanation.types import Baseline
from planner.fields import Field
from planner.goods import GROUP_INDEX
from planner.vocabulary import Decision

FEW = 5
FOR = ("good for others", "building strengths", "good for you")
KNOWN_ENOUGH = 0.5
"""Today's hours must be this share of all hours before the plan is told as a move from today."""
OFF = 0.5
"""Hours by which a balance may be missed and still be called the chosen one."""


def headline(story: Story, baselines: Mapping[str, Baseline]) -> str:
    """One sentence: what to move and what it brings against today, or how the hours are split."""
    if not story.planned.any():
        if not story.problem.worth.any():
            return "No account on this list earns any time yet; say what some of them are good for."
        whole = text.hours(story.problem.total_hours)
        return f"No account can take any of your {whole}; more hours, smaller blocks or fewer limits let some in."
    today = baselines.get(TODAY)
    all_hours = story.problem.total_hours
    if today is None or float(today.hours.sum()) < KNOWN_ENOUGH * all_hours:
        return _split_sentence(story)
    moved = float(np.maximum(story.allocation.hours - today.hours, 0.0).sum())
    if moved < OFF:
        return f"Keep your {text.hours(all_hours)[:-2]} hours as they are: no move would bring more{_balance(story)}."
    return _move(story, moved, today.money)


def _move(story: Story, moved: float, before: float) -> str:
    """How many hours to move, at which balance, and what it brings against `before`, the money of today."""
    start = f"Move {_number(moved)} of your {_number(story.problem.total_hours)} hours"
    if not story.problem.in_money:
        return f"{start} to reach more{_balance(story)}."
    more = money(story.problem, story.allocation.hours) - before
    amount = text.about(abs(more), story.currency)
    if abs(more) < 0.005 * abs(before):
        return f"{start} and expect about the same money{_balance(story)}."
    if more > 0:
        return f"{start} and expect {amount} more{_balance(story)}."
    return f"{start}{_balance(story)}; it takes {amount} off what you expect today."


def find_push(story: Story) -> tuple[int, ...]:
    """Up to five accounts to push: those that gain most hours, or get most where today is not known."""
    today = np.nan_to_num(story.problem.today)
    gain = story.allocation.hours - today
    chosen = np.isin(story.decision, (str(Decision.INVEST), str(Decision.PUSH)))
    return _biggest(chosen, gain)


def find_rest(story: Story) -> tuple[int, ...]:
    """Up to five accounts to rest: first those that give up most hours for good, then the biggest names without any.

    Accounts that nobody has rated are not among them; those that only ease off come last.
    """
    less = np.nan_to_num(story.problem.today) - story.allocation.hours
    known = ~np.isnan(story.tags.strength).all(axis=1)
    leaving = ~story.planned & (less > 0)
    resting = ~story.planned & ~leaving & known
    easing = story.decision == str(Decision.EASE_OFF)
    fees = np.nan_to_num(story.facts.fee)
    return (*_biggest(leaving, less), *_biggest(resting, fees), *_biggest(easing, less))[:FEW]


def find_monday(
    story: Story, pushed: tuple[int, ...], rested: tuple[int, ...], shortages: tuple[Shortage, ...]
) -> tuple[str, ...]:
    """Up to three decisions to take first: one to start, one to stop, one to find out or to mend."""
    decisions = []
    if pushed:
        decisions.append(_start(story, pushed[0]))
    stopped = [i for i in rested if np.nan_to_num(story.problem.today[i]) > story.allocation.hours[i]]
    if stopped:
        decisions.append(_stop(story, stopped[0]))
    signer = next((i for i in pushed if story.signer_wanted[i]), None)
    if signer is not None:
        decisions.append(f"Find out who signs at {story.problem.names[signer]}.")
    decisions.extend(shortage.remedy for shortage in shortages)
    decisions.extend(_start(story, i) for i in pushed[1:])
    return tuple(decisions[:3])


def _start(story: Story, i: int) -> str:
    name, hours, today = story.problem.names[i], float(story.allocation.hours[i]), float(story.problem.today[i])
    before = f", up from {text.hours(today)}" if today > 0 else ""
    step = _in_words(str(story.roster.text(Field.NEXT_STEP)[i]).strip().rstrip("."))
    return f"Give {name} {text.hours(hours)}{_who(story, i)}{before}{f': {step}' if step else ''}."


def _in_words(step: str) -> str:
    """A next step as it stands; where the list has no more than its day, said so."""
    try:
        day = date.fromisoformat(step)
    except ValueError:
        return step
    return f"the next step is due {day.day} {day:%b %Y}"


def _stop(story: Story, i: int) -> str:
    name, hours, today = story.problem.names[i], float(story.allocation.hours[i]), float(story.problem.today[i])
    if hours > 0:
        return f"Ease off {name}: {text.hours(hours)} instead of {text.hours(today)}{_who(story, i)}."
    level = "" if not story.level[i] else f" and move it to “{story.level[i]}”"
    return f"Step back from {name}: free its {text.hours(today)}{level}."


def _who(story: Story, i: int) -> str:
    people = story.problem.people
    if len(people) == 1:
        return ""
    names = [
        people[p].name
        for (account, p), spent in sorted(story.allocation.by_person.items())
        if account == i and spent > 0
    ]
    return f" ({text.listed(names)})" if names else ""


def _biggest(chosen: Mask, size: Numbers) -> tuple[int, ...]:
    order = np.lexsort((np.arange(len(size)), -size))
    return tuple(int(i) for i in order[chosen[order]][:FEW])


def _balance(story: Story) -> str:
    """Whether the plan stands at the chosen balance: within its leeway, with no chosen group that nothing shows."""
    unseen = [share for share, seen in zip(story.settings.balance.shares(), story.tags.seen, strict=True) if not seen]
    if story.allocation.short_hours <= OFF and not any(unseen):
        return ", at the balance you chose"
    return ", as near to your balance as the list allows"


def _split_sentence(story: Story) -> str:
    hours = np.bincount(GROUP_INDEX, weights=story.allocation.by_good.sum(axis=0), minlength=len(FOR))
    parts = [
        f"{_number(h)} for {what}" for h, what in zip(hours, ("others", "strengths", "you"), strict=True) if h >= OFF
    ]
    used = float(story.allocation.hours.sum())
    accounts = text.count(int(story.planned.sum()), "account")
    whole = story.problem.total_hours
    most = f"{_number(used)} of your {_number(whole)}" if used < whole - OFF else f"your {_number(whole)}"
    start = f"Put {most} hours into {accounts}"
    return f"{start}: {text.listed(parts)}."


def _number(hours: float) -> str:
    return text.hours(hours).removesuffix(" h")
