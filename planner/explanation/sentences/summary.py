"""What people open first: one sentence on the split, five to push, five to rest, three decisions for Monday."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from heapq import heapify, heappop, heappush

import numpy as np

from planner import text
from planner.arrays import Mask, Numbers
from planner.explanation.baselines import TODAY
from planner.explanation.context import Story
from planner.explanation.gains import LEAST_MONEY
from planner.explanation.measure import difference, gain_of
from planner.explanation.sentences.shortages import Shortage
from planner.explanation.types import Baseline
from planner.goods import GROUP_SPECS, GROUPS
from planner.roster.next_step import next_step
from planner.roster.standing.left_out import BY_HAND, accounts_left_out
from planner.vocabulary import Decision

FEW = 5
FEW_WORDS = 2
PUSHED = 0.25
"""Part of what an average hour of the plan brings that the hours of an account must bring for it to be pushed."""
KNOWN_ENOUGH = 0.5
"""Today's hours must be this share of all hours before the plan is told as a move from today."""
MOST_STEPS = 400
"""So many steps at most in which hours are taken away to compare as many as today."""
CRUMB = 1e-9
OFF = 0.5
"""Hours by which a balance may be missed, or two splits differ in all, and still be called the same."""


def headline(story: Story, baselines: Mapping[str, Baseline]) -> str:
    """One sentence: what to move and what it brings against today, at the same hours; or how the hours are split."""
    if not story.planned.any():
        return _nothing_planned(story)
    today = baselines.get(TODAY)
    if today is None or float(today.hours.sum()) < KNOWN_ENOUGH * story.problem.total_hours:
        return _split_sentence(story)
    planned, before = float(story.allocation.hours.sum()), float(today.hours.sum())
    if abs(planned - before) <= OFF:
        return _move(story, story.allocation.hours, today.hours)
    return _further(story, today.hours) if planned > before else _fewer(story, today.hours)


def _nothing_planned(story: Story) -> str:
    """Why no account gets any hours, and what would change that."""
    if story.all_left_out:
        return _all_left_out(story)
    if not story.problem.worth.any():
        return "No account on this list earns any time yet; say what some of them are good for."
    whole = text.hours(story.problem.total_hours)
    if story.all_too_dear:
        return f"No account brings what an hour costs; your {whole} stay open."
    return f"No account can take any of your {whole}; more hours, smaller blocks or fewer limits let some in."


def _all_left_out(story: Story) -> str:
    """That nobody is left to plan for, in the list's own words."""
    said = sorted({f"“{words}”" for words in accounts_left_out(story.roster).values() if words != BY_HAND})
    why = f", by words such as {text.listed(said[:FEW_WORDS])}" if said else ""
    who = text.count(story.problem.size, "account")
    left = "is" if story.problem.size == 1 else "are all"
    return (
        f"No hours are planned: the {who} of this list {left} left out{why}. Take in who is worth time, or add others."
    )


def _move(story: Story, after: Numbers, before: Numbers) -> str:
    """The same hours in other places."""
    moved = _moved(after, before)
    whole = f"{'the' if story.assumed_hours else 'your'} {text.in_full(float(after.sum()))}"
    if moved < OFF:
        return f"Keep {whole} as they are: no move would bring more{_balance(story)}."
    return f"Move {_number(moved)} of {whole}{_brings(story, after, before)}{_balance(story)}."


def _further(story: Story, today: Numbers) -> str:
    """More hours than today: what as many planned bring, and what the further ones bring, told apart.

    Hours that move are those that accounts lose against today, as anybody can add them up in the plan.
    """
    before = float(today.sum())
    more = float(story.allocation.hours.sum()) - before
    same = without_last_hours(story, more)
    if same is None:
        return _split_sentence(story)
    moved = float(np.maximum(today - story.allocation.hours, 0.0).sum())
    further = difference(story.problem, story.allocation.hours, same if moved >= OFF else today)
    assumed = " (assumed)" if story.assumed_hours else ""
    start = f"Keep today's {text.in_full(before)} as they are"
    if moved >= OFF:
        start = f"Move {_number(moved)} of today's {text.in_full(before)}{_brings(story, same, today)}"
    one = text.in_full(more).endswith("hour")
    brings = f" and {'brings' if one else 'bring'} {further.brings(story.currency)}" if further.matters else ""
    placed = f"further {'hour' if one else 'hours'}{assumed} {'is' if one else 'are'} placed"
    return f"{start}; {_number(more)} {placed}{brings}{_balance(story)}."


def without_last_hours(story: Story, fewer: float) -> Numbers | None:
    """(n,) the planned hours without the `fewer` of them that bring least; None where locks and minimums hold them.

    Hours are taken in small steps, each from the account that loses least of the plan's value by it.
    """
    hours = story.allocation.hours.copy()
    room = hours - np.where(story.problem.locked, hours, np.minimum(story.problem.minimum, hours))
    step = max(story.problem.step or OFF, fewer / MOST_STEPS)
    if float(room.sum()) < fewer:
        return None
    losses = _losses(story, hours, room, step)
    levels = [next(losses)]  # what the first step costs each account; the next ones where they are asked for
    waiting = [(loss, i, 0) for i, loss in enumerate(levels[0].tolist()) if loss < np.inf]
    heapify(waiting)
    while fewer > CRUMB and waiting:
        _, i, taken = heappop(waiting)
        part = min(step, float(room[i]), fewer)
        hours[i] -= part
        room[i] -= part
        fewer -= part
        if taken + 1 == len(levels):
            levels.append(next(losses))
        if levels[taken + 1][i] < np.inf:
            heappush(waiting, (float(levels[taken + 1][i]), i, taken + 1))
    return hours


def _losses(story: Story, hours: Numbers, room: Numbers, step: float) -> Iterator[Numbers]:
    """(n,) times without end: what an hour of the first, second, … step that is taken from each account costs.

    Infinite where nothing is left to be taken.
    """
    left, room = hours.copy(), room.copy()
    while True:
        part = np.minimum(room, step)
        left, room = left - part, room - part
        gone = gain_of(story.problem, left, part) @ story.weight
        yield np.where(part > CRUMB, gone / np.maximum(part, CRUMB), np.inf)


def _fewer(story: Story, today: Numbers) -> str:
    """Fewer hours than today: today's split, cut in proportion to as many, against the plan."""
    planned, before = float(story.allocation.hours.sum()), float(today.sum())
    cut = today * (planned / before)
    assumed = " (assumed)" if story.assumed_hours else ""
    start = f"Plan {text.in_full(planned)}{assumed}, {_number(before - planned)} fewer than today's {_number(before)}"
    found = difference(story.problem, story.allocation.hours, cut)
    if not np.isfinite(found.money) or abs(found.money) < 0.5:
        return f"{start}{_balance(story)}."
    if found.money < 0:
        return f"{start}; against today's shares they bring {found.brings(story.currency)}{_balance(story)}."
    amount = text.roughly(found.money, story.currency)
    return f"{start}; split so, they bring {amount} more margin a year than in today's shares{_balance(story)}."


def _moved(after: Numbers, before: Numbers) -> float:
    """Hours that are taken from accounts or given to them, whichever is more; a cut is a move."""
    change = after - before
    return float(max(np.maximum(change, 0.0).sum(), np.maximum(-change, 0.0).sum()))


def _brings(story: Story, after: Numbers, before: Numbers) -> str:
    """What a move of the same hours brings: margin where the list has money, else whether it reaches more.

    Where it brings less margin, what it brings for that is told with it.
    """
    found = difference(story.problem, after, before)
    whole = float(difference(story.problem, before, np.zeros_like(before)).money)
    if not story.problem.in_money or max(abs(found.money), abs(whole)) < LEAST_MONEY:
        return " to reach more" if float(found.by_group @ story.weight) > 0 else ""
    if abs(found.money) < 0.005 * abs(whole):
        return " and expect about the same margin"
    if found.money < 0:
        return f" and bring {found.brings(story.currency)}"
    return f" and expect {text.roughly(found.money, story.currency)} more margin a year"


def find_push(story: Story) -> tuple[int, ...]:
    """Up to five accounts to push: those that gain most hours, or get most where today is not known.

    Hours that are only left over, and bring little, are nothing to push.
    """
    hours, today = story.allocation.hours, np.nan_to_num(story.problem.today)
    chosen = np.isin(story.decision, (str(Decision.INVEST), str(Decision.PUSH)))
    average = float(story.weight @ story.allocation.added) / max(float(hours.sum()), CRUMB)
    return _biggest(chosen & (story.brought @ story.weight >= PUSHED * average * hours), hours - today)


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


def find_monday(story: Story, pushed: tuple[int, ...], shortages: tuple[Shortage, ...]) -> tuple[str, ...]:
    """Up to three decisions to take first: one to start, the one that frees most hours, one to find out or to mend."""
    decisions = []
    if pushed:
        decisions.append(_start(story, pushed[0]))
    freed = np.nan_to_num(story.problem.today) - story.allocation.hours
    stopped = max(_shrinking(story), key=lambda i: float(freed[i]), default=None)
    if stopped is not None:
        decisions.append(_stop(story, stopped))
    signer = next((i for i in pushed if story.signer_wanted[i]), None)
    if signer is not None:
        decisions.append(f"Find out who signs at {story.problem.names[signer]}.")
    decisions.extend(shortage.remedy for shortage in shortages if shortage.urgent and shortage.remedy)
    decisions.extend(_start(story, i) for i in pushed[1:])
    return tuple(decisions[:3])


def _shrinking(story: Story) -> list[int]:
    """Accounts that the plan steps back from, or eases off."""
    leaving = ~story.planned & (np.nan_to_num(story.problem.today) > 0)
    return np.flatnonzero(leaving | (story.decision == str(Decision.EASE_OFF))).tolist()


def _start(story: Story, i: int) -> str:
    name, hours, today = story.problem.names[i], float(story.allocation.hours[i]), float(story.problem.today[i])
    before = f", up from {text.hours(today)}" if today > 0 else ""
    step = _in_words(next_step(story.roster, i))
    end = "" if step[-1:] in ("?", "!", "…") else "."
    return f"Give {name} {text.hours(hours)}{_who(story, i)}{before}{f': {step}' if step else ''}{end}"


def _in_words(step: str) -> str:
    """A next step as it stands; where the list has no more than its day, said so."""
    try:
        day = date.fromisoformat(step)
    except ValueError:
        return step
    return f"the next step is due {text.day_text(day)}"


def _stop(story: Story, i: int) -> str:
    name, hours, today = story.problem.names[i], float(story.allocation.hours[i]), float(story.problem.today[i])
    if hours > 0:
        return f"Ease off {name}: {text.hours(hours)} instead of {text.hours(today)}{_who(story, i)}."
    level = f" and move it to “{story.level[i]}”" if story.level[i] else ""
    if level and story.usual_levels:
        level = f"; “{story.level[i]}” could serve it meanwhile"
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
    """How the plan stands to the chosen balance: kept, as near as the list allows, or short because it costs more."""
    unseen = [share for share, seen in zip(story.settings.balance.shares(), story.tags.seen, strict=True) if not seen]
    short = float(story.allocation.short.sum())
    if short <= OFF:
        return ", as near to your balance as the list allows" if any(unseen) else ", at the balance you chose"
    nearest = story.other.whatever_it_costs()
    if nearest is None or float(nearest.short.sum()) < short - OFF:
        return f", {text.hours(short)} short of the balance you chose"
    return ", as near to your balance as the list allows"


def _split_sentence(story: Story) -> str:
    counted = story.allocation.counts.sum(axis=0)
    parts = [
        f"{_number(float(hours))} for {GROUP_SPECS[group].short}"
        for hours, group in zip(counted, GROUPS, strict=True)
        if hours >= OFF
    ]
    used, whole = float(story.allocation.hours.sum()), story.problem.total_hours
    accounts = text.count(int(story.planned.sum()), "account")
    most = _number(used) if used < whole - OFF else ""
    all_hours = f"{text.in_full(whole)} (assumed)" if story.assumed_hours else f"your {text.in_full(whole)}"
    start = f"Put {f'{most} of ' if most else ''}{all_hours} into {accounts}"
    return f"{start}: {text.listed(parts)}{_may_overlap(counted, used)}." if parts else f"{start}."


def _may_overlap(counted: Numbers, used: float) -> str:
    return ", some for more than one" if float(counted.sum()) > used + OFF else ""


def _number(hours: float) -> str:
    return text.hours(hours).removesuffix(" h")
