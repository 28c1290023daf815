"""What a draw is: the uncertain inputs of a list, drawn once more, and the plan that they would have led to.

Fees are multiplied by exp(spread·z), less half its square so that they keep their mean; the odds of a chance by
exp(spread·z); a rating (and a strength that a rule gave) moves by spread·z points of 5, within 0 to 5. z is normal,
of its own stream for each draw: draw k is the same whoever computes it, and when. Of what extra time brings, the
hours to get half the benefit are multiplied like a fee, and the odds of what stays without time like those of a
chance; curves that somebody answered the five questions for stay, and so does what clients are worth today.
What was said not to be good stays so, and what is not known stays unknown. Hours and limits are not drawn.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Final

import numpy as np

from planner.allocation.allocate import allocate
from planner.allocation.build_problem import worth_at_full_share, worth_of_facts
from planner.allocation.objective import units
from planner.allocation.problem import Problem
from planner.arrays import Numbers
from planner.errors import SettingError
from planner.explanation.baselines import short_of
from planner.explanation.measure import added, money
from planner.goods import YOU
from planner.result import Plan
from planner.settings import Settings
from planner.valuation.response.curves import Curves
from planner.valuation.response.response_curves import reshaped
from planner.valuation.types import Facts
from planner.valuation.value import worth_of

FEES: Final = 0.25
PROBABILITIES: Final = 0.5
RATINGS: Final = 0.5
HALF_HOURS: Final = 0.4
KEPT: Final = 0.5
LARGEST: Final = 3.0
TOP: Final = 5.0
NOISE: Final = 0.15
"""A strength under this counts as none, as in the list itself."""


@dataclass(frozen=True)
class Spreads:
    """How uncertain the inputs are; 0 for certain.

    Attributes:
        fees: standard deviation of the logarithm: 0.25 is about a quarter either way.
        probabilities: standard deviation of the log odds: 0.5 makes 40% something between 29% and 52%.
        ratings: points of 5: 0.5 is half a point either way.
        half_hours: of the hours to get half the benefit, as of fees: the least certain of all.
        kept: of what stays of a value without time, as of chances.
    """

    fees: float = FEES
    probabilities: float = PROBABILITIES
    ratings: float = RATINGS
    half_hours: float = HALF_HOURS
    kept: float = KEPT

    def in_words(self) -> tuple[str, ...]:
        """What each of them that is not 0 means, without statistics: "fees may be about 25% more or less"."""
        said = (
            (self.fees, f"fees may be about {self.fees:.0%} more or less"),
            (self.probabilities, f"a chance of 40% may be {_either_way(0.4, self.probabilities)}"),
            (self.ratings, f"ratings may be about {self.ratings:g} of 5 higher or lower"),
            (self.half_hours, f"time to get half the benefit may be about {self.half_hours:.0%} more or less"),
            (self.kept, f"where 60% stays without your time, it may be {_either_way(0.6, self.kept)}"),
        )
        return tuple(words for spread, words in said if spread > 0)


def _either_way(chance: float, spread: float) -> str:
    """`29% to 52%`: where two of three draws of a chance lie."""
    odds = chance / (1 - chance)
    low, high = (odds * np.exp(way * spread) for way in (-1, 1))
    return f"{low / (1 + low):.0%} to {high / (1 + high):.0%}"


def make_spreads(given: Mapping[str, object]) -> Spreads:
    """Spreads from names and amounts as people write them.

    Raises:
        SettingError: on an unknown field, or an amount that is no number from 0 to 3.
    """
    known = [field.name for field in fields(Spreads)]
    amounts: dict[str, float] = {}
    for name, value in given.items():
        if name not in known:
            raise SettingError(f"There is no spread for “{name}”; known are {', '.join(known)}.")
        try:
            amount = float(str(value).strip().rstrip("%")) / (100 if str(value).strip().endswith("%") else 1)
        except ValueError:
            amount = -1.0
        if not 0 <= amount <= LARGEST:
            raise SettingError(f"The spread of {name} cannot be “{value}”; give a number from 0 to {LARGEST:g}.")
        amounts[name] = amount
    return Spreads(**amounts)


@dataclass(frozen=True, eq=False)
class Base:
    """All that a draw needs of the plan, small enough to send to other processes.

    Attributes:
        curves: of the accounts, with the shares that their worth refers to.
        strength: (n, 5) of the tags, NaN for not known.
        ideal: (3,) of the plan.  planned: (n,) its hours.
    """

    problem: Problem
    curves: Curves
    facts: Facts
    strength: Numbers
    settings: Settings
    ideal: Numbers
    planned: Numbers

    @classmethod
    def of(cls, plan: Plan) -> Base:
        """The base of a plan's draws."""
        facts = replace(plan.facts, assumed={}, issues=())
        problem = replace(plan.problem, curves=replace(plan.problem.curves, issues=()))
        planned = plan.allocation.hours
        return cls(
            problem,
            replace(plan.curves, issues=()),
            facts,
            plan.tags.strength,
            plan.settings,
            plan.allocation.ideal,
            planned,
        )


@dataclass(frozen=True, eq=False)
class Draw:
    """One draw and its own best plan.

    Attributes:
        number: from 0.  hours: (n,) of the plan that this draw would have led to.
        worth: (n, 5) what the accounts turn out to be worth, at a share of 1 of their curves.
        low, half: (n,) what their curves turn out to be (see `Curves`).
        value: what the plan as it stands reaches in this draw, in weighted attainment.
        kept: 1 less what it falls behind the draw's own plan by the objective (so that hours short of the balance
            weigh as they do in a plan), as a share of what that plan reaches.
        money: expected money of the plan as it stands, in this draw; NaN without money.
    """

    number: int
    hours: Numbers
    worth: Numbers
    low: Numbers
    half: Numbers
    value: float
    kept: float
    money: float


def draw(base: Base, number: int, seed: int, spreads: Spreads) -> Draw:
    """Draw number `number` of a seed: its inputs, the plan they lead to, and what becomes of the plan as it stands."""
    problem = drawn_problem(base, number, seed, spreads)
    found = allocate(problem, base.settings, ideal=base.ideal)
    unit = units(problem, base.ideal)
    reached = reached_by(problem, unit, added(problem, base.planned).sum(axis=0), base.planned)
    best = reached_by(problem, unit, found.added, found.hours)
    price = problem.balance_weight / problem.total_hours
    behind = found.proof.objective - (reached - price * float(short_of(problem, found, base.planned).sum()))
    kept = 1.0 - float(np.clip(behind / best, 0.0, 1.0)) if best > 0 else 1.0
    curves, expected = problem.curves, money(problem, base.planned)
    return Draw(number, found.hours, problem.worth, curves.low, curves.half, reached, kept, expected)


def reached_by(problem: Problem, unit: Numbers, gained: Numbers, hours: Numbers) -> float:
    """Weighted attainment of (n,) hours that add the (G,) values gained, less what the hours cost."""
    cost = problem.hour_cost * float(unit[YOU]) if problem.in_money else 0.0
    return float(gained @ unit) - cost * float(hours.sum())


def drawn_problem(base: Base, number: int, seed: int, spreads: Spreads) -> Problem:
    """The problem of a draw: what accounts are worth, how strongly they are good, and what time brings."""
    stream = np.random.default_rng(np.random.SeedSequence(entropy=seed, spawn_key=(number,)))
    size = base.problem.size
    z = stream.standard_normal((size, 2))
    z_ratings = stream.standard_normal((size, base.strength.shape[1]))
    curves = _curves(base, stream.standard_normal((size, 2)), spreads)
    strength = _strengths(base.strength, z_ratings, spreads.ratings)
    worth = worth_of(_facts(base.facts, z, spreads), np.nan_to_num(strength), base.settings)
    worth = worth_at_full_share(worth, curves)
    problem = replace(base.problem, curves=replace(curves, reference=np.ones(size)))
    return with_worth(problem, worth, np.where(worth > 0, np.nan_to_num(strength), 0.0))


def _curves(base: Base, z: Numbers, spreads: Spreads) -> Curves:
    """What extra time brings, drawn; as it is where nothing about it is uncertain."""
    if spreads.half_hours == 0 and spreads.kept == 0:
        return base.curves
    low = _chances(base.curves.low, z[:, 0], spreads.kept)
    half = base.curves.half * np.exp(spreads.half_hours * z[:, 1] - spreads.half_hours**2 / 2)
    return reshaped(base.curves, low, half, base.facts.current_hours)


def _facts(facts: Facts, z: Numbers, spreads: Spreads) -> Facts:
    """The facts with fees and chances drawn. A drawn fee keeps its cost to serve in proportion."""
    factor = np.exp(spreads.fees * z[:, 0] - spreads.fees**2 / 2)
    later = facts.later_probability
    return replace(
        facts,
        fee=facts.fee * factor,
        margin=facts.margin * factor,
        referral_fee=facts.referral_fee * factor,
        probability=_chances(facts.probability, z[:, 1], spreads.probabilities),
        later_probability=None if later is None else _chances(later, z[:, 1], spreads.probabilities),
    )


def _chances(chance: Numbers, z: Numbers, spread: float) -> Numbers:
    """Chances whose odds are multiplied by exp(spread·z); 0 and 1 stay."""
    if spread == 0:
        return chance
    factor = np.exp(spread * z)
    return np.asarray(chance * factor / (1.0 - chance + chance * factor))


def _strengths(strength: Numbers, z: Numbers, spread: float) -> Numbers:
    """Strengths moved by spread/5·z; none and not known stay."""
    if spread == 0:
        return strength
    moved = np.clip(strength + spread / TOP * z, 0.0, 1.0)
    moved = np.where(moved < NOISE, 0.0, moved)
    return np.where(strength > 0, moved, strength)


def with_worth(problem: Problem, worth: Numbers, strength: Numbers) -> Problem:
    """The problem with other worths and strengths; an account that is worth nothing any more takes no hours.

    What of a strength is fact and what is guess stays as it was, in proportion.
    """
    held = problem.locked | (problem.minimum > 0)
    maximum = np.where(worth.any(axis=1) | held, problem.maximum, 0.0)
    before, facts = problem.strength, problem.strength_of_facts
    sure = strength * np.divide(facts, before, out=np.ones_like(before), where=before > 0)
    return replace(
        problem,
        worth=worth,
        strength=strength,
        sure_worth=worth_of_facts(worth, strength, sure),
        sure_strength=sure,
        maximum=maximum,
        block=np.minimum(problem.block, maximum),
    )
