"""One plain sentence per account: why it gets its hours, or why it gets none.

Accounts with hours are few and told one by one; those without are told in few templates (see `left_out`), so that
a hundred thousand of them share a few hundred texts.
"""

from __future__ import annotations

import numpy as np

from planner.explanation import text
from planner.explanation.decisions import CRUMB
from planner.explanation.left_out import left_out
from planner.explanation.measure import reach
from planner.explanation.story import Story
from planner.explanation.types import Texts
from planner.schema import GOODS, Authority, Decision, Field, Good

LEAD = {
    Good.OTHERS: "does good beyond the fee",
    Good.STRENGTHS: "builds your strengths",
    Good.NOW: "can hire now",
    Good.LATER: "may hire later",
    Good.REFERRAL: "can refer others to you",
}
WORTH_SAYING = 0.1
"""Least share of an account's hours that counts for a second good before it is named."""


def tell(story: Story) -> Texts:
    """(n,) one sentence for each account."""
    why = left_out(story)
    for account in np.flatnonzero(story.planned):
        why[account] = _with_hours(story, int(account))
    return why


def _with_hours(story: Story, i: int) -> str:
    signer = "nobody is named who signs" if story.signer_wanted[i] else ""
    return text.sentence(_reason(story, i), _limit(story, i) or _hours(story, i), signer)


def _reason(story: Story, i: int) -> str:
    """What is good about the account: the reason of the good that most of its hours serve, and any second good."""
    if not story.mainly[i]:
        return "You locked this, though nothing good is known about it"
    good = Good(story.mainly[i])
    reason = _said(story, i, good)
    credit = story.allocation.credit[i] / story.allocation.hours[i]
    further = [LEAD[g] for k, g in enumerate(GOODS) if g is not good and credit[k] >= WORTH_SAYING]
    return f"{reason}; also {text.listed(further)}" if further else reason


def _said(story: Story, i: int, good: Good) -> str:
    """Why the account has the good: what the rule found, or the rating given and the date that goes with it."""
    k = GOODS.index(good)
    authority = story.tags.authority[i, k]
    if authority not in (Authority.RATING, Authority.OVERRIDE):
        return str(story.tags.reason[i, k]).strip().rstrip(".") or LEAD[good]
    rated = f"{5 * story.tags.strength[i, k]:.2g} of 5"
    who = f"rated {rated}" if authority == Authority.RATING else f"your change: {rated}"
    date = _expected(story, i) if good in (Good.NOW, Good.LATER) else ""
    return f"{LEAD[good]} ({who}{date})"


def _expected(story: Story, i: int) -> str:
    date = story.roster.date(Field.EXPECTED_DATE)[i].astype("datetime64[D]").astype(object)
    return "" if date is None else f", expected {date:%b %Y}"


def _limit(story: Story, i: int) -> str:
    """The user's own limit that decides the hours, if one does."""
    problem, hours = story.problem, float(story.allocation.hours[i])
    said = text.hours(hours)
    if problem.locked[i]:
        return f"you locked {said}"
    if hours <= problem.minimum[i] + CRUMB:
        return f"held at the {said} you set as its least, {_next(story, i)}"
    if hours < problem.maximum[i] - max(problem.step, CRUMB):
        return ""
    own = story.roster.number(Field.MAX_HOURS)[i]
    if hours >= own - CRUMB:
        return f"at the {said} you set as its most, though {_next(story, i)}"
    if hours >= problem.maximum[i] - CRUMB:
        return f"{said} is the most for one account"
    return ""


def _hours(story: Story, i: int) -> str:
    """What the hours do: what they keep when they shrink, else what they reach and what one more would bring."""
    hours, today = float(story.allocation.hours[i]), float(story.problem.today[i])
    if story.decision[i] == Decision.EASE_OFF:
        return f"past the point where an hour adds much, {text.hours(hours)} keep {_kept(story, i)}"
    if story.told_in_money[i] and story.next_value[i] > 0:
        return _next(story, i)
    reached = text.percent(float(story.reached[i]))
    held = "hold" if story.decision[i] == Decision.KEEP and today > 0 else "reach"
    return f"{text.hours(hours)} {held} {reached} of what time can do here"


def _kept(story: Story, i: int) -> str:
    """Share of the value at today's hours that the planned ones keep."""
    curves, today = story.problem.curves, np.nan_to_num(story.problem.today)
    now, then = reach(curves, today)[i], reach(curves, story.allocation.hours)[i]
    return f"{text.percent(float(then / now) if now > 0 else 1.0)} of what {text.hours(float(today[i]))} do"


def _next(story: Story, i: int) -> str:
    """What one more hour brings: money for what is good for you, a comparison for the rest."""
    if story.told_in_money[i]:
        assumed = ", on an assumed fee" if story.fee_assumed[i] else ""
        return f"the next hour brings about {text.about(float(story.next_value[i]), story.currency)}{assumed}"
    rate = float(story.going_rate[i])
    if not rate > 0:
        return f"reaching {text.percent(float(story.reached[i]))} of what time can do here"
    share = float(story.next_value[i]) / rate
    return f"the next hour does {_times(share)} elsewhere"


def _times(share: float) -> str:
    """How an hour compares with an hour elsewhere."""
    if share >= 1.5:
        return f"{share:.1f} times as much as one" if share < 9.95 else "far more than one"
    return "about as much as one" if share >= 0.95 else f"{text.percent(share)} of what one does"
