"""When no plan exists: the smallest set of the user's own settings that cannot all hold, and what would mend it.

First every demand is elastic and the broken ones are enforced, again and again, until nothing holds any more: what
is enforced then contains a contradiction (elastic filter). Then each is dropped in turn, and stays dropped when the
rest still contradicts itself (deletion filter; Chinneck 2008, *Feasibility and Infeasibility in Optimization*).
What is left has no smaller contradiction in it. Blocks, steps and counts only come in where the hours alone fit.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from planner.allocation.elastic import BROKEN, Elastic, Tried, loosen
from planner.allocation.problem import Problem
from planner.allocation.setting_locations import SettingLocations
from planner.allocation.user_constraints import Demand, Kind, find_demands, tidy
from planner.errors import Conflict, Contradiction, SolverFault

COUNTS = (Kind.ACCOUNTS, Kind.ACCOUNTS_EACH)
MOST_TOLD = 3
UNITS = {"h": " h", "money": "", "share": "%", "accounts": "", "times": " x"}
RATIOS = ("share", "times")


@dataclass(frozen=True)
class Member:
    """A demand of a contradiction and the value it would need for the rest to hold.

    Attributes:
        value: None where no value would do.
        effort: size of the change, in weighted hours.
    """

    demand: Demand
    value: float | None
    effort: float = math.inf

    @property
    def change(self) -> str:
        """ "lower to 22 h", or "" where no value of this alone mends it."""
        if self.value is None:
            return ""
        if self.demand.kind in (Kind.BLOCK, Kind.STEP):
            return "set to 0"
        shown = 100 * self.value if self.demand.unit == "share" else self.value
        way = "raise" if self.value > self.demand.value else "lower"
        return f"{way} to {tidy(shown)}{UNITS[self.demand.unit]}"


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
    conflicts = tuple(Conflict(_capital(m.demand.what), m.demand.where, m.demand.value, m.change) for m in members)
    named = "; ".join(f"{m.demand.what} ({m.demand.where})" if m.demand.where else m.demand.what for m in members)
    opening = "These cannot all hold" if len(members) > 1 else "This cannot hold"
    return Contradiction(f"{opening}: {named}.{_told(mending(problem, locations, members))}", conflicts)


def _told(mends: tuple[Member, ...]) -> str:
    if not mends:
        return ""
    shown = "; ".join(f"{member.demand.what} – {member.change}" for member in mends[:MOST_TOLD])
    more = f"; and {len(mends) - MOST_TOLD} more" if len(mends) > MOST_TOLD else ""
    return f" The smallest change that mends it: {shown}{more}."


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def find_conflict(problem: Problem, locations: SettingLocations) -> tuple[Member, ...]:
    """The smallest conflicting set, each member with the value that would mend it; empty where there is a plan."""
    demands = find_demands(problem, locations)
    if shares := _shares_within_you(demands):
        return shares
    natural = locations.natural() if locations.natural is not None else None
    in_hours = tuple(demand for demand in demands if demand.kind not in COUNTS)
    elastic = Elastic(loosen(problem, in_hours, natural, whole=False))
    core = smallest_core(elastic)
    if core is not None:
        return _members(elastic, core)
    elastic = Elastic(loosen(problem, demands, natural, whole=True))
    core = smallest_core(elastic)
    if core is None:
        return ()
    return (*_members(elastic, core), *_whole_settings(problem, demands, natural, core, locations))


def smallest_core(elastic: Elastic) -> tuple[Demand, ...] | None:
    """A set of demands that cannot all hold although any one of them left out they could; None where all hold."""
    enforced: list[Demand] = []
    while True:
        others = [demand for demand in elastic.demands if demand not in enforced]
        tried = elastic.attempt(enforced, others)
        if not tried.holds:
            break
        if not tried.broken:
            return None
        enforced += list(tried.broken)
    found = [_pruned(elastic, order) for order in (enforced, enforced[::-1])]
    return tuple(d for d in elastic.demands if d in min(found, key=len))


def _pruned(elastic: Elastic, suspects: Sequence[Demand]) -> list[Demand]:
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


def _members(elastic: Elastic, core: tuple[Demand, ...]) -> tuple[Member, ...]:
    return tuple(_mended(elastic, core, demand) for demand in core)


def _mended(elastic: Elastic, core: tuple[Demand, ...], demand: Demand) -> Member:
    """The nearest value of one demand with which all others hold, or at least the rest of the core."""
    for company in (elastic.demands, core):
        tried = elastic.attempt([other for other in company if other is not demand], [demand])
        if tried.holds:
            return Member(demand, new_value(elastic, tried, demand), tried.change())
    return Member(demand, None)


def new_value(elastic: Elastic, tried: Tried, demand: Demand) -> float | None:
    """The value a demand needs for a solution to keep it, rounded to the safe side; None where none would do."""
    shift = elastic.shift(tried.solved, demand)
    if abs(shift) <= BROKEN:
        return demand.value
    if demand.kind in COUNTS:
        return demand.value + math.ceil(shift - BROKEN)
    if demand.kind is Kind.WITHIN_YOU:
        you = elastic.hours_for_you(tried.solved)
        return _down(demand.value + shift / you, 3) if you > 0 else None
    if demand.unit in RATIOS:
        return _new_factor(elastic, tried, demand)
    value = demand.value + shift
    if value < -BROKEN:
        return None
    digits = 0 if demand.unit == "money" else 2
    return _down(value, digits) if shift < 0 else _up(value, digits)


def _new_factor(elastic: Elastic, tried: Tried, demand: Demand) -> float | None:
    """The factor between two selections of accounts that a solution keeps."""
    limit = elastic.problem.limits[demand.at]
    if limit.good is not None:
        return None
    hours = elastic.hours(tried.solved)
    against = hours if demand.unit == "share" else np.where(limit.weight < 0, hours, 0.0)
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


def _shares_within_you(demands: Sequence[Demand]) -> tuple[Member, ...]:
    """Shares for now, later and referral that together are more than all hours for you."""
    shares = sorted((d for d in demands if d.kind is Kind.WITHIN_YOU), key=lambda d: -d.value)
    total = sum(d.value for d in shares)
    if total <= 1 + 1e-9:
        return ()
    count = next(k for k in range(1, len(shares) + 1) if sum(d.value for d in shares[:k]) > 1 + 1e-9)
    chosen = shares[:count]
    past = sum(d.value for d in chosen) - 1
    return tuple(Member(d, _down(d.value - past, 3), past) if d.value >= past else Member(d, None) for d in chosen)


def _whole_settings(
    problem: Problem,
    demands: tuple[Demand, ...],
    natural: np.ndarray | None,
    core: tuple[Demand, ...],
    locations: SettingLocations,
) -> tuple[Member, ...]:
    """The step and the block, where the contradiction would go away without them."""
    found: list[Member] = []
    for kind, name, without in (
        (Kind.STEP, "hour_step", {"step": 0.0}),
        (Kind.BLOCK, "smallest_block", {"block": np.zeros(problem.size)}),
    ):
        eased = replace(problem, **without)
        if Elastic(loosen(eased, demands, natural, whole=True)).attempt(core, ()).holds:
            value = problem.step if kind is Kind.STEP else float(problem.block.max(initial=0.0))
            if value <= 0:
                continue
            what = f"hours are planned in steps of {tidy(value)} h"
            if kind is Kind.BLOCK:
                what = f"an account gets at least {tidy(value)} h or none"
            found.append(Member(Demand(kind, -1, what, locations.setting(name), value, "h", ()), 0.0, math.inf))
        else:
            problem = eased
    return tuple(found)


def mending(problem: Problem, locations: SettingLocations, members: tuple[Member, ...]) -> tuple[Member, ...]:
    """The smallest changes that let every demand hold, people's hours left alone; else the least one of `members`."""
    mends = _smallest(problem, locations)
    if mends and all(_changeable(member) for member in mends):
        return mends
    named = [member for member in members if _changeable(member)]
    return (min(named, key=lambda member: member.effort),) if named else ()


def _changeable(member: Member) -> bool:
    return member.value is not None and member.demand.kind is not Kind.CAPACITY


def _smallest(problem: Problem, locations: SettingLocations) -> tuple[Member, ...]:
    """Changes of any demands that together are smallest in weighted hours, and let all hold."""
    demands = find_demands(problem, locations)
    if shares := _shares_within_you(demands):
        return shares[:1]
    natural = locations.natural() if locations.natural is not None else None
    for whole in (False, True):
        asked = demands if whole else tuple(demand for demand in demands if demand.kind not in COUNTS)
        elastic = Elastic(loosen(problem, asked, natural, whole=whole))
        tried = elastic.attempt((), asked)
        if tried.broken:
            return tuple(Member(d, new_value(elastic, tried, d), d.weight * by) for d, by in tried.broken.items())
    return ()
