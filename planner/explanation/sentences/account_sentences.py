"""One plain sentence per account: why it gets its hours, or why it gets none.

Accounts with hours are few and told one by one; those without are told in few templates (see `left_out`), so that
a hundred thousand of them share a few hundred texts.
"""

from __future__ import annotations

import re
from math import isnan

import numpy as np

from planner import text
from planner.arrays import Texts
from planner.explanation.context import Story
from planner.explanation.decisions import CRUMB
from planner.explanation.sentences.unplanned_sentences import SHORT, left_out
from planner.fields import Field
from planner.goods import GOOD_SPECS, GOODS, GROUP_INDEX, GROUP_OF, YOU, Good, Group
from planner.settings import Settings
from planner.tagging.reasons import SAID_SO
from planner.vocabulary import Authority, Decision

ASIDE = re.compile(r"; ([^;“”]+)$")
"""What a rule's reason adds to what it found: "Repeats; typical fee assumed"; never a part of a quoted remark."""
OF_CLIENTS = re.compile(r"^(?:\d[\d,]*|none) of your \d[\d,]* clients$", re.IGNORECASE)
GUESSED = re.compile(r"\b(confirm|guess|suggests)", re.IGNORECASE)
"""Reasons that say themselves that they are guesses."""
WORTH_SAYING = 0.5
"""Strength from which a second good is named, or:"""
WORTH_COUNTING = 0.25
"""Share of an account's hours that has to count for it, unless it is weaker than:"""
NOT_WEAK = 0.3
USUAL_CAP = Settings().max_share_per_account
WEAK = 0.5
"""Strength up to which hours for a good want a reason of their own, where the balance is short of it."""
HARDLY_MISSED = 0.85
"""Share of today's value from which fewer hours are said to lose hardly anything."""


def tell(story: Story) -> Texts:
    """(n,) one sentence for each account."""
    why = left_out(story)
    for account in np.flatnonzero(story.planned):
        why[account] = _with_hours(story, int(account))
    return why


def _with_hours(story: Story, i: int) -> str:
    if not story.mainly[i]:
        return text.sentence(_nothing_good(story, i))
    signer = "nobody is named who signs" if story.signer_wanted[i] else ""
    limit = _limit(story, i)
    eased = story.decision[i] == Decision.EASE_OFF
    why = _short_of_it(story, i) or ("" if limit or eased else _time_up(story, i))
    return text.sentence(_reason(story, i), limit or _hours(story, i), why, signer)


def _short_of_it(story: Story, i: int) -> str:
    """Why a weak account gets hours: the balance is short of what it is good for."""
    good = GOODS.index(Good(story.mainly[i]))
    weak = float(np.nan_to_num(story.tags.strength[i, good])) <= WEAK
    short = float(story.allocation.short[GROUP_INDEX[good]]) > SHORT
    return "your balance asks for more of this" if weak and short else ""


def _time_up(story: Story, i: int) -> str:
    """Why an account gets no more, where others with a lesser next hour do: whose time is all planned."""
    person = int(story.scarcest[i])
    return f"{story.problem.people[person].name} has no more hours" if person >= 0 else ""


def _reason(story: Story, i: int) -> str:
    """What is good about the account: the reason of the good that most of its hours serve, and any second good."""
    good = Good(story.mainly[i])
    reason = _said(story, i, good)
    further = [GOOD_SPECS[g].does for g in _further(story, i, good)]
    return f"{reason}; also {text.listed(further)}" if further else reason


def _nothing_good(story: Story, i: int) -> str:
    """An account that only the user's own lock or minimum gives hours."""
    said = text.hours(float(story.allocation.hours[i]))
    held = f"you locked {said}" if story.problem.locked[i] else f"held at the {said} you set as its least"
    return f"{held}, though nothing good is known about it"


def _further(story: Story, i: int, main: Good) -> list[Good]:
    """Up to two more goods worth naming: one a group at most, the strongest of it, and not the main one's."""
    counted = (story.allocation.counts[i] / float(story.allocation.hours[i])).tolist()
    best: dict[Group, tuple[float, Good]] = {}
    for good, strength, g in zip(GOODS, story.tags.strength[i].tolist(), GROUP_INDEX, strict=True):
        group = GROUP_OF[good]
        counts = strength >= WORTH_SAYING or (counted[g] >= WORTH_COUNTING and strength >= NOT_WEAK)
        if counts and group is not GROUP_OF[main] and (group not in best or strength > best[group][0]):
            best[group] = strength, good
    return [good for _, good in best.values()]


def _said(story: Story, i: int, good: Good) -> str:
    """Why the account has the good: what the rule found, or the rating given and the date that goes with it."""
    k = GOODS.index(good)
    authority = story.tags.authority[i, k]
    if authority not in (Authority.RATING, Authority.OVERRIDE):
        found = ASIDE.sub(r" (\1)", str(story.tags.reason[i, k]).strip().rstrip("."))
        guess = " – a guess" if story.tags.sure(i, good) == "guess" and not GUESSED.search(found) else ""
        quoted = found.startswith("“")
        if not found or (GROUP_OF[good] is Group.YOU and good is not Good.LATER and not quoted):
            return f"{found or GOOD_SPECS[good].does}{guess}"
        return f"{GOOD_SPECS[good].does}: {_inside(_in_full(found))}{guess}"
    rated = f"{5 * story.tags.strength[i, k]:.2g} of 5"
    told = str(story.tags.reason[i, k]).partition(": ")[2] in SAID_SO
    who = f"rated {rated}" if authority == Authority.RATING else "you said so" if told else f"your change: {rated}"
    date = _expected(story, i) if good in (Good.NOW, Good.LATER) else ""
    return f"{GOOD_SPECS[good].does} ({who}{date})"


def _in_full(reason: str) -> str:
    """A count of clients, short beside the tag, with what is counted: `2 of your 46 clients are in its industry`."""
    if not OF_CLIENTS.search(reason):
        return reason
    return f"{reason} {'is' if reason.startswith('1 ') else 'are'} in its industry"


def _inside(reason: str) -> str:
    """A reason within a sentence: its first letter small, unless its first word has further capitals."""
    first = re.split(r"[\s,;]", reason, maxsplit=1)[0]
    return reason if any(map(str.isupper, first[1:])) else reason[:1].lower() + reason[1:]


def _expected(story: Story, i: int) -> str:
    date, start = (
        story.roster.date(Field.EXPECTED_DATE)[i].astype("datetime64[D]").astype(object),
        story.settings.plan_start,
    )
    if date is None:
        return ""
    past = start is not None and (date.year, date.month) < (start.year, start.month)
    return f", {'was ' if past else ''}expected {date:%b %Y}"


def _limit(story: Story, i: int) -> str:
    """The limit that decides the hours, if one does, and what they come to."""
    if story.problem.locked[i]:
        return f"you locked {text.hours(float(story.allocation.hours[i]))}"
    at = _held_at(story, i)
    return f"{at}{_next(story, i)}" if at else ""


def _held_at(story: Story, i: int) -> str:
    """The user's own least or most, what a guess counts for, the cap on every account or what was assumed."""
    problem, hours = story.problem, float(story.allocation.hours[i])
    said = text.hours(hours)
    if hours <= problem.minimum[i] + CRUMB:
        return f"held at the {said} you set as its least"
    if story.guessed[i] and abs(hours - problem.guess_hours) <= max(problem.step / 2, CRUMB):
        return f"at the {said} that a guess counts for"
    if hours <= problem.maximum[i] - max(problem.step, CRUMB):
        return ""
    if hours >= story.roster.number(Field.MAX_HOURS)[i] - max(problem.step, CRUMB):
        return f"at the {said} you set as its most"
    if hours >= story.settings.max_share_per_account * problem.total_hours - max(problem.step, CRUMB):
        return f"at {_most_of_all(story, said)}"
    return f"at the {said} assumed to be its most"


def _most_of_all(story: Story, said: str) -> str:
    """The cap on every account: the user's own, or the usual one, which nobody has to have set."""
    if story.settings.max_share_per_account == USUAL_CAP:
        return f"{said}, a fifth of all hours, the most for one account"
    return f"the {said} you allow one account"


def _hours(story: Story, i: int) -> str:
    """What the hours do: what they keep when they shrink, else what they reach or what one more would bring."""
    if story.decision[i] == Decision.EASE_OFF:
        return _eased(story, i)
    if story.told_in_money[i]:
        return f"{text.hours_do(float(story.allocation.hours[i]), 'bring', 'brings')} {_brings(story, i)}"
    held = "hold" if story.decision[i] == Decision.KEEP else "reach"
    return f"{text.hours(float(story.allocation.hours[i]))} {held} {_reached(story, i)}"


def _eased(story: Story, i: int) -> str:
    """What the fewer hours keep of the value at today's."""
    kept, today = float(story.kept[i]), float(story.problem.today[i])
    hours, before = text.hours(float(story.allocation.hours[i])), text.hours(0.0 if isnan(today) else today)
    if kept >= HARDLY_MISSED:
        return f"past the point where an hour adds much, {hours} keep {text.percent(kept)} of what {before} do"
    rest = "" if story.idle else ", and the hours freed do more elsewhere"
    return f"{hours} keep {text.percent(kept)} of what {before} do{rest}"


def _next(story: Story, i: int) -> str:
    """After how many hours there are: what they bring where that is money, else how far they reach."""
    if not story.told_in_money[i]:
        return f", reaching {_reached(story, i)}"
    return (
        f"; {'it brings' if text.is_one_hour(float(story.allocation.hours[i])) else 'they bring'} {_brings(story, i)}"
    )


def _brings(story: Story, i: int) -> str:
    """What the hours bring together, and one more: `about $9,100 of margin a year, the next hour about $360`."""
    assumed = ", on an assumed fee" if story.fee_assumed[i] and not _fee_told(story, i) else ""
    together, margin = (text.roughly(float(of[i, YOU]), story.currency) for of in (story.brought, story.next_hour))
    return f"{together} of margin a year, the next hour {margin}{assumed}"


def _fee_told(story: Story, i: int) -> bool:
    """Whether the reason itself says that the fee is assumed."""
    good = str(story.mainly[i])
    return bool(good) and "fee assumed" in str(story.tags.reason[i, GOODS.index(Good(good))])


def _reached(story: Story, i: int) -> str:
    return f"{text.percent(float(story.reached[i]))} of what time can do here"
