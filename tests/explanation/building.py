"""Small client lists and hand-made plans for the tests of this folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import numpy as np

from planner.allocation.allocation import Allocation, Proof
from planner.allocation.problem import Problem
from planner.allocation.solution import by_good, counts
from planner.errors import NoPlan
from planner.explanation.measure import added
from planner.fields import Field
from planner.goods import GROUP_INDEX
from planner.records.findings import SettingSheet
from planner.records.team import Person, Team
from planner.roster.roster import Roster, Source
from planner.valuation.response.curves import Curves
from planner.valuation.types import Facts, Tags
from planner.vocabulary import Relationship, Status

KNOTS = np.linspace(0.0, 1.0, 60) ** 2


def make_curves(n: int, *, half: float = 8.0, low: float = 0.05, maximum: float = 24.0) -> Curves:
    ones = np.ones(n)
    hours = np.tile(KNOTS * maximum, (n, 1))
    share = low + (1 - low) * hours / (half + hours)
    return Curves(
        low=low * ones,
        high=ones,
        half=half * ones,
        gamma=ones,
        maximum=maximum * ones,
        hours=hours,
        share=share,
        exact=share,
        answered=np.zeros(n, dtype=bool),
        error=0 * ones,
    )


def make_problem(worth: Any, *, people: Mapping[str, float] | None = None, **changes: Any) -> Problem:
    """A problem over `worth` (n, 5); strengths are 1 where there is worth unless given."""
    worth = np.asarray(worth, dtype=float)
    n = len(worth)
    team = tuple(Person(name, hours) for name, hours in (people or {"A. Lind": 40.0}).items())
    curves = changes.pop("curves", make_curves(n))
    return Problem(
        **{
            "names": np.array([f"Account {i}" for i in range(n)], dtype=object),
            "worth": worth,
            "strength": (worth > 0).astype(float),
            "curves": curves,
            "minimum": np.zeros(n),
            "maximum": curves.maximum,
            "locked": np.zeros(n, dtype=bool),
            "block": np.zeros(n),
            "today": np.full(n, np.nan),
            "people": team,
            "eligible": np.ones((n, len(team)), dtype=bool),
            "aim": np.array([0.2, 0.3, 0.5]),
            "weights": np.array([0.2, 0.3, 0.5]),
            "tolerance": 0.05,
            **changes,
        }
    )


def make_allocation(problem: Problem, hours: Any, *, ideal: Any = None, **changes: Any) -> Allocation:
    """A plan with these hours, all by the first person who may serve an account; the balance is kept."""
    hours = np.asarray(hours, dtype=float)
    everything = added(problem, np.full(problem.size, problem.curves.maximum)).sum(axis=0)
    who = problem.eligible.argmax(axis=1)
    return Allocation(
        **{
            "hours": hours,
            "by_person": {(i, int(who[i])): float(h) for i, h in enumerate(hours) if h > 0},
            "counts": counts(problem, hours),
            "by_good": by_good(problem, hours),
            "ideal": np.asarray(ideal if ideal is not None else everything, dtype=float),
            "added": added(problem, hours).sum(axis=0),
            "short": np.zeros(3),
            "usable": min(problem.total_hours, float(problem.maximum.sum())),
            "proof": Proof(Status.OPTIMAL, "by hand", 0.0, 0.0, 0.0, 0.0),
            "price": {},
            **changes,
        }
    )


def no_other(_problem: Problem) -> Allocation:
    """For plans made by hand: there is no other plan to compare with."""
    raise NoPlan("No other plan is made here.")


def make_tags(strength: Any, reason: str = "", **changes: Any) -> Tags:
    strength = np.asarray(strength, dtype=float)
    seen = np.zeros(3, dtype=bool)
    for good, group in enumerate(GROUP_INDEX):
        seen[group] |= bool((strength[:, good] > 0).any())
    blank = np.full(strength.shape, reason, dtype=object)
    return Tags(
        **{
            "strength": strength,
            "sure_strength": np.nan_to_num(strength),
            "reason": blank,
            "authority": blank,
            "seen": seen,
            **changes,
        }
    )


def make_facts(n: int, **changes: Any) -> Facts:
    """Prospects with a fee of 50,000, of which 20,000 are left; every other figure is 1 unless given."""
    given = {
        "relationship": np.full(n, str(Relationship.PROSPECT), dtype=object),
        "fee": np.full(n, 50_000.0),
        "margin": np.full(n, 20_000.0),
        "current_hours": np.full(n, np.nan),
        "assumed": {},
        "repeated": None,
        "in_money": True,
        **changes,
    }
    return Facts(**{f.name: np.ones(n) for f in fields(Facts) if f.name != "issues"} | given)


def make_roster(n: int, columns: Mapping[Field, Any] | None = None, **sheets: SettingSheet) -> Roster:
    names = np.array([f"Account {i}" for i in range(n)], dtype=object)
    return Roster(
        source=Source("list.xlsx", "Clients", 1),
        columns={Field.ACCOUNT: names, **(columns or {})},
        rows=np.arange(2, n + 2),
        sheets=sheets,
    )


def make_team(problem: Problem, *, assumed: bool = False) -> Team:
    return Team(problem.people, problem.eligible, assumed)
