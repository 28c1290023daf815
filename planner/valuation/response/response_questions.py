"""The five decision-calculus questions, fitted to the response curve.

A partner says what share of today's value (1 for 100%) stays with no time, half of today's hours, today's, half as
much again, and unlimited. With `s` = hours over today's, `d = (max − same)/(same − none)` and

    c = ⅓·ln(d·(half − none)/(max − half)) / ln 0.5  +  ⅔·ln(d·(more − none)/(max − more)) / ln 1.5

the curve `none + (max − none)·s^c/(d + s^c)` goes through none, same and max (Lodish, CALLPLAN, 1971). In the
terms of `Curves`: γ = c and half = today's hours × d^(1/c).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from planner.arrays import Mask, Numbers
from planner.fields import Field
from planner.records.issues import Issue
from planner.roster.roster import Roster
from planner.vocabulary import Severity

MOMENTS = np.array([0.5, 1.5])
"""Hours over today's at which `half` and `more` are asked."""
EXPONENTS = np.geomspace(0.2, 8, 400)
SAME_EXPONENT = 1e-6
"""An exponent this close to 1 is 1: the answers repeat the usual form of a curve."""
STEEPEST = 20.0
"""Largest exponent; above it a curve is a step."""
ASKED = (Field.RESPONSE_0, Field.RESPONSE_HALF, Field.RESPONSE_SAME, Field.RESPONSE_MORE, Field.RESPONSE_MAX)


@dataclass(frozen=True, eq=False)
class Answers:
    """The answers as shares of today's value, each (n,), NaN where not given; `same` is 1 where not given."""

    none: Numbers
    half: Numbers
    same: Numbers
    more: Numbers
    most: Numbers

    @classmethod
    def of(cls, roster: Roster) -> Answers:
        none, half, same, more, most = (roster.number(field) for field in ASKED)
        return cls(none, half, np.where(np.isnan(same), 1.0, same), more, most)

    def given(self) -> Mask:
        """(n,) whether anything was answered; that today's hours bring today's value says nothing."""
        return np.asarray(~np.all(np.isnan([self.none, self.half, self.more, self.most]), axis=0) | (self.same != 1))


@dataclass(frozen=True, eq=False)
class Fitted:
    """Curve of each answered account, (n,) each; `used` marks them, `error` is the root mean square misfit."""

    used: Mask
    low: Numbers
    high: Numbers
    half: Numbers
    gamma: Numbers
    error: Numbers


def fit_answers(answers: Answers, today: Numbers, roster: Roster) -> tuple[Fitted, tuple[Issue, ...]]:
    """Curves through the answers, and an issue for each account whose answers could not be used as they are."""
    size = len(today)
    one = np.ones(size)
    fitted = Fitted(np.zeros(size, dtype=bool), one.copy(), one.copy(), one.copy(), one.copy(), np.zeros(size))
    issues: list[Issue] = []
    for i in np.flatnonzero(answers.given()):
        five = np.array([a[i] for a in (answers.none, answers.half, answers.same, answers.more, answers.most)])
        code = _unusable(five, float(today[i]))
        if not code:
            code = _fit_one(fitted, int(i), five, float(today[i]))
        if code:
            issues.append(_issue(code, roster, int(i)))
    return fitted, tuple(issues)


def _unusable(five: Numbers, today: float) -> str:
    if not today > 0:
        return "answers-without-hours"
    return "answers-incomplete" if np.isnan(five[0]) or np.isnan(five[4]) else ""


def _fit_one(fitted: Fitted, i: int, five: Numbers, today: float) -> str:
    """Fill row `i` of the (fresh) arrays of `fitted`; the code of an issue, or ""."""
    none, half, same, more, most = five
    fitted.used[i] = True
    code = ""
    if none < half < same < more < most:
        d = (most - same) / (same - none)
        terms = np.log(d * (five[[1, 3]] - none) / (most - five[[1, 3]])) / np.log(MOMENTS)
        gamma = float(terms @ [1 / 3, 2 / 3])
    else:
        answered = ~np.isnan(five)
        rising = five.copy()
        rising[answered] = _isotonic(five[answered])
        none, _, same, _, most = rising
        code = "" if np.all(np.diff(five[answered]) > 0) else "answers-not-rising"
        if not none < same < most:
            fitted.low[i] = fitted.high[i] = same
            return "answers-flat"
        d = (most - same) / (same - none)
        gamma = _least_squares(rising, d)
    if gamma <= 0:
        gamma, code = _least_squares(five, d), "answers-not-rising"
    gamma = 1.0 if abs(gamma - 1) < SAME_EXPONENT else min(gamma, STEEPEST)
    fitted.low[i], fitted.high[i], fitted.gamma[i] = none, most, gamma
    fitted.half[i] = today * d ** (1 / gamma)
    asked = five[[1, 3]]
    misfit = (_at(MOMENTS, none, most, d, np.array([gamma]))[0] - asked)[~np.isnan(asked)]
    fitted.error[i] = float(np.sqrt(np.mean(misfit**2))) if misfit.size else 0.0
    return code


def _at(moments: Numbers, none: float, most: float, d: float, gamma: Numbers) -> Numbers:
    """(len(gamma), len(moments)) shares of today's value."""
    powered = moments[None, :] ** gamma[:, None]
    return np.asarray(none + (most - none) * powered / (d + powered))


def _least_squares(five: Numbers, d: float) -> float:
    """The exponent of least squares through none, same and max; 1 where neither half nor more was answered."""
    asked = five[[1, 3]]
    known = ~np.isnan(asked)
    if not known.any():
        return 1.0
    misfit = (_at(MOMENTS[known], five[0], five[4], d, EXPONENTS) - asked[known]) ** 2
    return float(EXPONENTS[int(np.argmin(misfit.sum(axis=1)))])


def _isotonic(values: Numbers) -> Numbers:
    """Nearest rising sequence in least squares (pool adjacent violators)."""
    pools: list[tuple[float, int]] = []
    for value in values:
        pools.append((float(value), 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (a, n), (b, m) = pools[-2:]
            pools[-2:] = [((a * n + b * m) / (n + m), n + m)]
    return np.concatenate([np.full(count, mean) for mean, count in pools])


_MESSAGES = {
    "answers-without-hours": (
        "The answers on what extra time brings for {name} were left out, because its hours of today are not known.",
        "Fill in the hours now, or clear the answers.",
    ),
    "answers-incomplete": (
        "The answers on what extra time brings for {name} were left out: the first and the last are both needed.",
        "Answer what stays with no time and what unlimited time would bring.",
    ),
    "answers-not-rising": (
        "The answers for {name} do not rise with the hours; the nearest rising curve was used.",
        "Check the five answers: more time should never bring less.",
    ),
    "answers-flat": (
        "By the answers for {name} more time brings nothing, so it earns no hours.",
        "Check the five answers if that is not what was meant.",
    ),
}


def _issue(code: str, roster: Roster, i: int) -> Issue:
    message, fix = _MESSAGES[code]
    severity = Severity.NOTE if code == "answers-flat" else Severity.WARNING
    cell = next((c for c in (roster.cell(f, i) for f in ASKED) if c), "")
    return Issue(code, severity, message.format(name=roster.names[i]), fix, roster.source.sheet, cell)
