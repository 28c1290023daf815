"""When no plan exists: the smallest set of the user's own settings that cannot all hold, and what would mend it.

First every constraint is elastic and the broken ones are enforced, again and again, until nothing holds any more: what
is enforced then contains a contradiction (elastic filter; Chinneck 2008, *Feasibility and Infeasibility in
Optimization*). Of the hours alone HiGHS then names an irreducible infeasible set (IIS). Blocks, steps and counts only
come in where the hours alone fit; there each constraint is dropped in turn, and stays dropped when the rest still
contradicts itself (deletion filter). What is left has no smaller contradiction in it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from planner.allocation.analysis.elastic import BROKEN, Elastic, Tried, loosen
from planner.allocation.constraints.base import Kind, UserConstraint, tidy
from planner.allocation.constraints.limits import goods_per_hour
from planner.allocation.constraints.setting_locations import SettingLocations
from planner.allocation.constraints.user_constraints import user_constraints
from planner.allocation.constraints.whole_hours import HourStep, SmallestBlock
from planner.allocation.problem import Problem
from planner.errors import Conflict, Contradiction, SolverFault
from planner.goods import WITHIN_YOU

MOST_TOLD = 3
MOST_CORES, MOST_CHANGED = 6, 4
"""So many contradictions are collected, and so many constraints changed together, in search of the fewest changes."""
UNITS = {"h": " h", "money": "", "share": "%", "accounts": "", "times": " x"}
RATIOS = ("share", "times")


@dataclass(frozen=True)
class Member:
    """A constraint of a contradiction and the value it would need for the rest to hold.

    Attributes:
        value: None where no value would do.
        effort: size of the change, in weighted hours.
        mends: whether everything else holds with it, not only the rest of the contradiction.
    """

    constraint: UserConstraint
    value: float | None
    effort: float = math.inf
    mends: bool = False

    @property
    def change(self) -> str:
        """ "lower to 22 h", or "" where no value of this alone mends it."""
        if self.value is None:
            return ""
        if self.constraint.kind in (Kind.BLOCK, Kind.STEP):
            return "set to 0"
        shown = 100 * self.value if self.constraint.unit == "share" else self.value
        way = "raise" if self.value > self.constraint.value else "lower"
        return f"{way} to {tidy(shown)}{UNITS[self.constraint.unit]}"


def contradiction(problem: Problem, locations: SettingLocations | None = None) -> Contradiction:
    """The error that names the smallest conflicting set of a problem without a plan, and what mends it.

    Raises:
        SolverFault: when no conflicting set is found: then the solver was wrong to say that there is no plan.
    """
    locations = locations or SettingLocations()
    members = find_conflict(problem, locations)
    if not members:
        raise SolverFault(
            "Our solver contradicted itself: it found no plan, and nothing in your list or settings that would rule "
            "one out. This is an error of ours, not of yours; please report it."
        )
    conflicts = tuple(
        Conflict(_capital(m.constraint.what), m.constraint.where, m.constraint.value, m.change) for m in members
    )
    named = "; ".join(
        f"{m.constraint.what} ({m.constraint.where})" if m.constraint.where else m.constraint.what for m in members
    )
    opening = "These cannot all hold" if len(members) > 1 else "This cannot hold"
    return Contradiction(f"{opening}: {named}.{_told(mending(problem, locations, members))}", conflicts)


def _told(mends: tuple[Member, ...]) -> str:
    if not mends:
        return ""
    shown = "; ".join(f"{member.constraint.what} – {member.change}" for member in mends[:MOST_TOLD])
    more = f"; and {len(mends) - MOST_TOLD} more" if len(mends) > MOST_TOLD else ""
    return f" The smallest change that mends it: {shown}{more}."


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def find_conflict(problem: Problem, locations: SettingLocations) -> tuple[Member, ...]:
    """The smallest conflicting set, each member with the value that would mend it; empty where there is a plan."""
    constraints = user_constraints(problem, locations)
    if shares := _shares_within_you(constraints):
        return shares
    natural = locations.natural() if locations.natural is not None else None
    in_hours = tuple(constraint for constraint in constraints if not constraint.counts)
    elastic = Elastic(loosen(problem, in_hours, natural, whole=False))
    core = smallest_core(elastic)
    if core is not None:
        return _members(elastic, core)
    elastic = Elastic(loosen(problem, constraints, natural, whole=True))
    core = smallest_core(elastic)
    if core is None:
        return ()
    return (*_members(elastic, core), *_whole_settings(problem, constraints, natural, core, locations))


def smallest_core(elastic: Elastic, among: Sequence[UserConstraint] | None = None) -> tuple[UserConstraint, ...] | None:
    """A set of constraints that cannot all hold although any one of them left out they could; None where all hold.

    Args:
        among: only these; all of the model's where not given.
    """
    among = elastic.constraints if among is None else among
    enforced: list[UserConstraint] = []
    while True:
        others = [constraint for constraint in among if constraint not in enforced]
        tried = elastic.attempt(enforced, others)
        if not tried.holds:
            break
        if not tried.broken:
            return None
        enforced += list(tried.broken)
    if not elastic.whole:
        core = elastic.core(enforced)
        if core and not elastic.attempt(core, ()).holds:
            return core
    found = [_pruned(elastic, order) for order in (enforced, enforced[::-1])]
    return tuple(d for d in elastic.constraints if d in min(found, key=len))


def _pruned(elastic: Elastic, suspects: Sequence[UserConstraint]) -> list[UserConstraint]:
    """Suspects without those that can be left out; whole runs of them first, halved until single ones are tried."""
    kept = list(suspects)
    run = max(1, len(kept) // 2)
    while True:
        start = 0
        while start < len(kept):
            rest = kept[:start] + kept[start + run :]
            if elastic.attempt(rest, ()).holds:
                start += run
            else:
                kept = rest
        if run == 1:
            return kept
        run //= 2


def _members(elastic: Elastic, core: tuple[UserConstraint, ...]) -> tuple[Member, ...]:
    return tuple(_mended(elastic, core, constraint) for constraint in core)


def _mended(elastic: Elastic, core: tuple[UserConstraint, ...], constraint: UserConstraint) -> Member:
    """The nearest value of one constraint with which all others hold, or at least the rest of the core."""
    for company in (elastic.constraints, core):
        tried = elastic.attempt([other for other in company if other is not constraint], [constraint])
        if tried.holds:
            mends = company is elastic.constraints
            return Member(constraint, new_value(elastic, tried, constraint), tried.change(), mends)
    return Member(constraint, None)


def new_value(elastic: Elastic, tried: Tried, constraint: UserConstraint) -> float | None:
    """The value a constraint needs for a solution to keep it, rounded to the safe side; None where none would do."""
    shift = elastic.shift(tried, constraint)
    if abs(shift) <= BROKEN:
        return constraint.value
    if constraint.counts:
        return constraint.value + math.ceil(shift - BROKEN)
    if constraint.kind is Kind.WITHIN_YOU:
        served = goods_per_hour(elastic.problem)[:, list(WITHIN_YOU)].max(axis=1)
        you = float(served @ tried.hours)
        return _down(constraint.value + shift / you, 3) if you > 0 else None
    if constraint.unit in RATIOS:
        return _new_factor(elastic, tried, constraint)
    value = constraint.value + shift
    if value < -BROKEN:
        return None
    digits = 0 if constraint.unit == "money" else 2
    return _down(value, digits) if shift < 0 else _up(value, digits)


def _new_factor(elastic: Elastic, tried: Tried, constraint: UserConstraint) -> float | None:
    """The factor between two selections of accounts that a solution keeps."""
    limit = elastic.problem.limits[constraint.at]
    if limit.good is not None:
        return None
    hours = tried.hours
    against = hours if constraint.unit == "share" else np.where(limit.weight < 0, hours, 0.0)
    if against.sum() <= BROKEN:
        return None
    factor = float(hours[limit.weight > 0].sum() / against.sum())
    return _down(factor, 3) if np.isfinite(limit.lower) else _up(factor, 3)


def _up(value: float, digits: int) -> float:
    return -_down(-value, digits)


def _down(value: float, digits: int) -> float:
    """Rounded down, but for what is a solver's noise away from the next figure."""
    scale = 10.0**digits
    return math.floor(value * scale + 1e-3) / scale


def _shares_within_you(constraints: Sequence[UserConstraint]) -> tuple[Member, ...]:
    """Shares for now, later and referral that together are more than all hours for you."""
    shares = sorted((d for d in constraints if d.kind is Kind.WITHIN_YOU), key=lambda d: -d.value)
    total = sum(d.value for d in shares)
    if total <= 1 + 1e-9:
        return ()
    count = next(k for k in range(1, len(shares) + 1) if sum(d.value for d in shares[:k]) > 1 + 1e-9)
    chosen = shares[:count]
    past = sum(d.value for d in chosen) - 1
    return tuple(Member(d, _down(d.value - past, 3), past) if d.value >= past else Member(d, None) for d in chosen)


def _whole_settings(
    problem: Problem,
    constraints: tuple[UserConstraint, ...],
    natural: np.ndarray | None,
    core: tuple[UserConstraint, ...],
    locations: SettingLocations,
) -> tuple[Member, ...]:
    """The step and the block, where the contradiction would go away without them."""
    found: list[Member] = []
    value = problem.step
    if value > 0:
        eased = replace(problem, step=0.0)
        if Elastic(loosen(eased, constraints, natural, whole=True)).attempt(core, ()).holds:
            what = f"hours are planned in steps of {tidy(value)} h"
            found.append(Member(HourStep(-1, what, locations.setting("hour_step"), value, "h", ()), 0.0, mends=True))
        else:
            problem = eased
    value = float(problem.block.max(initial=0.0))
    if value > 0:
        eased = replace(problem, block=np.zeros(problem.size))
        if Elastic(loosen(eased, constraints, natural, whole=True)).attempt(core, ()).holds:
            what = f"an account gets at least {tidy(value)} h or none"
            block = SmallestBlock(-1, what, locations.setting("smallest_block"), value, "h", ())
            found.append(Member(block, 0.0, mends=True))
    return tuple(found)


def mending(problem: Problem, locations: SettingLocations, members: tuple[Member, ...]) -> tuple[Member, ...]:
    """The fewest changes that let everything hold, of those the smallest; people's hours are left alone.

    Only constraints that take part in a contradiction are changed: `members`, and those of a further contradiction
    where mending one leaves another.
    """
    if shares := _shares_within_you(user_constraints(problem, locations)):
        return shares[:1]
    alone = [member for member in members if _changeable(member) and member.mends]
    if alone:
        return (min(alone, key=lambda member: member.effort),)
    found = _fewest(problem, locations)
    named = [member for member in members if _changeable(member)]
    return found or ((min(named, key=lambda member: member.effort),) if named else ())


def _changeable(member: Member) -> bool:
    return member.value is not None and member.constraint.kind is not Kind.CAPACITY


def _fewest(problem: Problem, locations: SettingLocations) -> tuple[Member, ...]:
    """As few changes as meet every contradiction among the constraints; none where more than `MOST_CHANGED` would."""
    constraints = user_constraints(problem, locations)
    natural = locations.natural() if locations.natural is not None else None
    for whole in (False, True):
        asked = constraints if whole else tuple(one for one in constraints if not one.counts)
        elastic = Elastic(loosen(problem, asked, natural, whole=whole))
        if not elastic.attempt(asked, ()).holds:
            return _changed_in(elastic)
    return ()


def _changed_in(elastic: Elastic) -> tuple[Member, ...]:
    """The fewest changes in one elastic model.

    Contradictions are collected until some of their constraints, changed together, meet them all.
    """
    suspects: list[UserConstraint] = []
    for _ in range(MOST_CORES):
        core = smallest_core(elastic, [one for one in elastic.constraints if one not in suspects])
        if core is None:
            break
        suspects += [one for one in core if one.kind is not Kind.CAPACITY]
        for size in range(1, min(len(suspects), MOST_CHANGED) + 1):
            tried = [_together(elastic, chosen) for chosen in combinations(suspects, size)]
            able = [members for members in tried if members and all(map(_changeable, members))]
            if able:
                return min(able, key=lambda members: sum(member.effort for member in members))
    return ()


def _together(elastic: Elastic, chosen: tuple[UserConstraint, ...]) -> tuple[Member, ...]:
    """The least changes of some constraints with which all others hold; none where they do not."""
    tried = elastic.attempt([one for one in elastic.constraints if one not in chosen], chosen)
    if not tried.holds:
        return ()
    return tuple(Member(d, new_value(elastic, tried, d), d.weight * by, True) for d, by in tried.broken.items())
