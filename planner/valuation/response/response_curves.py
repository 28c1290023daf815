"""What extra time brings: the response curve of every account, exact and as the linear program sees it.

`f(h) = low + (high − low)·h^γ / (half^γ + h^γ)` is the share of an account's value reached with `h` hours in the
period: the ADBUDG curve of Little, *Models and Managers: The Concept of a Decision Calculus* (1970), as CALLPLAN
(Lodish 1971) asks for it in five questions about calls. Without answers γ = 1 and high = 1; with them the shares
are of today's value. What h hours add is `worth · (f(h) − f(0)) / reference`: see `Curves.reference`.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from planner.arrays import Mask, Numbers
from planner.fields import Field
from planner.records.issues import Issue
from planner.records.team import Team
from planner.roster.roster import Roster
from planner.settings import Settings
from planner.valuation.fees import middle
from planner.valuation.response.curves import Curves
from planner.valuation.response.response_questions import Answers, fit_answers
from planner.valuation.types import Facts
from planner.vocabulary import Relationship, Severity

QUARTER_WEEKS = 13.0
KEPT_WITHOUT_TIME = {
    Relationship.CLIENT: 0.6,
    Relationship.PROSPECT: 0.05,
    Relationship.PAST_CLIENT: 0.1,
    Relationship.REFERRAL_SOURCE: 0.3,
}
HALF_WAY_HOURS = {
    Relationship.CLIENT: 8.0,
    Relationship.PROSPECT: 10.0,
    Relationship.PAST_CLIENT: 4.0,
    Relationship.REFERRAL_SOURCE: 3.0,
}
SIZES = (0.5, 2.5)
"""Smallest and largest size of an account."""
PLAIN_REACH, LONGEST_REACH = 3.5, 20.0
"""Most hours over those to get half the benefit: of the usual curve, and of any."""
LATE_HOUR = 1 / 20
"""An hour that brings less than this share of the first is not planned."""
FIRST_KNOT = 1 / 20
"""First knot at most this share of the half-way hours."""
LARGEST_ERROR = 0.0008
"""Largest error of the piecewise-linear curve, as a share of its range; the promise is 0.001."""


def respond(roster: Roster, facts: Facts, settings: Settings, team: Team) -> Curves:
    """Curves of all accounts, arrays of shape (n,) and (n, K).

    Usual ones by relationship and size where the five questions are not answered; `maximum` is the user's, else
    where the next hour brings under a twentieth of the first, never under today's, minimum or locked hours.
    """
    size = _size(facts, settings)
    half = _by_relationship(facts, HALF_WAY_HOURS) * settings.weeks / QUARTER_WEEKS * size
    low, one = _by_relationship(facts, KEPT_WITHOUT_TIME), np.ones(roster.size)
    at_today = _at_today(low, half, facts.current_hours)
    answers, issues = fit_answers(Answers.of(roster), facts.current_hours, roster)
    given = answers.used
    low, high = np.where(given, answers.low, low), np.where(given, answers.high, one)
    half, gamma = np.where(given, answers.half, half), np.where(given, answers.gamma, one)
    maximum, wrong = _maximum(roster, facts, half * _useful_reach(gamma), settings.max_share_per_account * team.hours)
    hours = _knots(half, gamma, maximum)
    exact = _curve(low, high, half, gamma, hours)
    return Curves(
        low=low,
        high=high,
        half=half,
        gamma=gamma,
        maximum=maximum,
        hours=hours,
        share=_envelope(hours, exact, gamma),
        exact=exact,
        answered=given,
        error=answers.error,
        reference=_reference(facts, at_today, given),
        size=size,
        issues=issues + wrong,
    )


def _size(facts: Facts, settings: Settings) -> Numbers:
    """(n,) time that an account can use, over what is usual for its relationship.

    The square root of its fee over the median fee of its relationship; where today's hours are known, the larger of
    that and today's hours over the usual hours to get half the benefit. Both within ½ and 2½.
    """
    size = np.ones(len(facts.fee))
    known = facts.fee > 0
    guessed = facts.assumed.get(Field.ANNUAL_FEE, np.zeros(len(known), dtype=bool))
    for relationship in Relationship:
        mine = facts.relationship == relationship
        fees = facts.fee[mine & known & ~guessed]
        if not len(fees):
            continue
        size[mine] = np.sqrt(np.maximum(facts.fee[mine], 0.0) / middle(fees))
    size = np.clip(np.nan_to_num(size, nan=1.0), *SIZES)
    usual = _by_relationship(facts, HALF_WAY_HOURS) * settings.weeks / QUARTER_WEEKS
    return np.asarray(np.fmax(size, np.clip(facts.current_hours / usual, *SIZES)))


def _at_today(low: Numbers, half: Numbers, today: Numbers) -> Numbers:
    """(n,) share that today's hours reach on the usual curve; NaN where they are not known."""
    return np.asarray(low + (1.0 - low) * today / (half + today))


def _reference(facts: Facts, at_today: Numbers, answered: Mask) -> Numbers:
    """(n,) share of its curve at which an account is worth what its fee says.

    A client's fee is what today's time brings, anybody else's what full effort may bring. Answers count from today:
    what an account is worth today is 1 on their curve.
    """
    client = (facts.relationship == Relationship.CLIENT) & np.isfinite(at_today)
    by_answers = np.where(client, 1.0, np.divide(1.0, at_today, out=np.ones_like(at_today), where=answered))
    return np.where(answered, by_answers, np.where(client, at_today, 1.0))


def reshaped(curves: Curves, low: Numbers, half: Numbers, today: Numbers) -> Curves:
    """The curves with other (n,) shares without time and hours to get half the benefit, out to the same maximums.

    Curves that somebody answered stay. A client's value today stays what it is: its reference moves along.
    """
    own = curves.answered
    low, half = np.where(own, curves.low, low), np.where(own, curves.half, half)
    hours = _knots(half, curves.gamma, curves.maximum)
    exact = _curve(low, curves.high, half, curves.gamma, hours)
    from_today = ~own & (curves.reference != 1)
    reference = np.where(from_today, _at_today(low, half, today), curves.reference)
    share = _envelope(hours, exact, curves.gamma)
    return replace(curves, low=low, half=half, hours=hours, share=share, exact=exact, reference=reference)


def _by_relationship(facts: Facts, table: dict[Relationship, float]) -> Numbers:
    values = np.full(len(facts.relationship), table[Relationship.PROSPECT])
    for relationship, value in table.items():
        values[facts.relationship == relationship] = value
    return values


def _useful_reach(gamma: Numbers) -> Numbers:
    """(n,) hours, over those to get half the benefit, at which the next hour brings a twentieth of the first ones.

    The first ones are those up to `FIRST_KNOT`, or those up to the steepest way into an S-shaped curve.
    """
    reach = np.full(len(gamma), PLAIN_REACH)
    for i in np.flatnonzero(gamma != 1):
        exponent = float(gamma[i])
        x = np.geomspace(FIRST_KNOT, LONGEST_REACH, 2000)
        share = x**exponent / (1 + x**exponent)
        slope = exponent * share * (1 - share) / x
        first = share[0] / x[0] if exponent < 1 else float((share / x).max())
        late = (slope < LATE_HOUR * first) & (x >= x[int(np.argmax(share / x))])
        reach[i] = x[int(np.argmax(late))] if late.any() else LONGEST_REACH
    return reach


def _maximum(roster: Roster, facts: Facts, useful: Numbers, cap: float) -> tuple[Numbers, tuple[Issue, ...]]:
    """Most hours each account can take, (n,): the user's own figure, else those that are useful, up to the cap."""
    own, least, locked = (roster.number(f) for f in (Field.MAX_HOURS, Field.MIN_HOURS, Field.LOCK_HOURS))
    floor = np.fmax(np.nan_to_num(least), np.nan_to_num(locked))
    default = np.fmax(np.minimum(np.fmax(useful, facts.current_hours), cap), floor)
    return np.where(np.isnan(own), default, np.fmax(own, np.nan_to_num(locked))), _overruled(roster, own, locked)


def _overruled(roster: Roster, own: Numbers, locked: Numbers) -> tuple[Issue, ...]:
    """A lock above the account's own maximum: the lock is obeyed and the user is told."""
    return tuple(
        Issue(
            code="lock-above-maximum",
            severity=Severity.WARNING,
            message=f"{roster.names[i]} is locked at {locked[i]:g} h, above its maximum of {own[i]:g} h; "
            "the lock is kept.",
            fix="Raise the maximum or lower the lock.",
            sheet=roster.source.sheet,
            cell=roster.cell(Field.LOCK_HOURS, int(i)),
            value=f"{locked[i]:g}",
        )
        for i in np.flatnonzero(locked > own)
    )


def _curve(low: Numbers, high: Numbers, half: Numbers, gamma: Numbers, hours: Numbers) -> Numbers:
    """f at (n, K) hours."""
    powered = (hours / half[:, None]) ** gamma[:, None]
    return np.asarray(low[:, None] + (high - low)[:, None] * (powered / (1 + powered)))


def _knots(half: Numbers, gamma: Numbers, maximum: Numbers) -> Numbers:
    """Hours of the knots, (n, K), from 0 to the maximum, padded by repeating the maximum.

    With γ = 1 the knots of least error lie evenly in `1/√(1 + h/half)`, because the error of a chord goes with
    its width squared times f″, and √f″ ∝ (1 + h/half)^(−3/2). Other exponents are laid out numerically.
    """
    reach = maximum / half
    plain = np.flatnonzero(gamma == 1)
    laid = [_plain_knots(reach[plain])] if plain.size else []
    bent = {int(i): _bent_knots(float(gamma[i]), float(reach[i])) for i in np.flatnonzero(gamma != 1)}
    width = max([part.shape[1] for part in laid] + [len(part) for part in bent.values()], default=2)
    knots = np.repeat(reach[:, None], width, axis=1)
    if plain.size:
        knots[plain, : laid[0].shape[1]] = laid[0]
    for i, part in bent.items():
        knots[i, : len(part)] = part
    knots = knots * half[:, None]
    knots[:, -1] = maximum
    return np.minimum(knots, maximum[:, None])


def _plain_knots(reach: Numbers) -> Numbers:
    """Knots in units of the half-way hours for γ = 1, (k, K)."""
    span = 1 - 1 / np.sqrt(1 + reach)
    chords = np.maximum(1, np.ceil(span * np.sqrt(8) / np.sqrt(8 * LARGEST_ERROR)))
    steps = np.arange(chords.max(initial=1) + 1)
    grid = np.minimum(steps[None, :] / chords[:, None], 1) * span[:, None]
    knots = 1 / (1 - grid) ** 2 - 1
    first = np.minimum(FIRST_KNOT, reach)[:, None]
    knots = np.sort(np.hstack([knots, np.where(knots[:, 1:2] > first, first, reach[:, None])]), axis=1)
    knots[:, -1] = reach
    return np.asarray(np.minimum(knots, reach[:, None]))


def _bent_knots(gamma: float, reach: float) -> Numbers:
    """Knots for one account whose exponent is not 1, in units of its half-way hours."""
    if reach <= 0:
        return np.zeros(2)
    fine = np.unique(np.concatenate([np.geomspace(1e-9, 1, 3000), np.linspace(0, 1, 3000)])) * reach
    powered = fine**gamma
    share = powered / (1 + powered)
    slope = np.diff(share) / np.diff(fine)
    middle = (fine[1:] + fine[:-1]) / 2
    bend = np.abs(np.diff(slope)) / np.diff(middle)
    effort = np.concatenate([[0.0], np.cumsum(np.sqrt(bend) * np.diff(middle)), [0.0]])
    effort[-1] = effort[-2]
    chords = max(2, int(np.ceil(effort[-1] / np.sqrt(4 * LARGEST_ERROR))))
    picked = fine[np.searchsorted(effort, np.linspace(0, effort[-1], chords + 1)[1:-1])]
    turn = [((gamma - 1) / (gamma + 1)) ** (1 / gamma)] if gamma > 1 else []
    ends = [0.0, min(FIRST_KNOT, reach), reach, *(t for t in turn if t < reach)]
    return np.unique(np.concatenate([picked, ends]))


def _envelope(hours: Numbers, exact: Numbers, gamma: Numbers) -> Numbers:
    """Least concave majorant of the knots, (n, K); equal to `exact` where γ ≤ 1."""
    share = exact.copy()
    for i in np.flatnonzero(gamma > 1):
        gain = exact[i] - exact[i, 0]
        slope = np.divide(gain, hours[i], out=np.zeros_like(gain), where=hours[i] > 0)
        touch = int(np.argmax(slope))
        share[i, :touch] = exact[i, 0] + slope[touch] * hours[i, :touch]
    return share
