"""Plans of small lists, for the exploring tests."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

import planner
from planner.result import Plan
from planner.roster.roster import Roster
from sample_workbooks import sample_path
from tests.builders import make_roster


@cache
def solo_roster() -> Roster:
    """The smallest sample."""
    return planner.read_roster(sample_path("solo_consultant"))


@cache
def solo_plan() -> Plan:
    return planner.plan(solo_roster())


def random_roster(seed: int, size: int = 14, **parts: Any) -> Roster:
    """Rated accounts of two partners, with fees and chances."""
    rng = np.random.default_rng(seed)
    some = lambda values, share: [v if keep else None for v, keep in zip(values, rng.random(size) < share, strict=True)]  # noqa: E731
    return make_roster(
        {
            "account": [f"Account {i:02d}" for i in range(size)],
            "relationship": rng.choice(["client", "prospect", "past client", "referral source"], size).tolist(),
            "owner": rng.choice(["Ana", "Ben", "Ana; Ben"], size).tolist(),
            "annual_fee": rng.integers(5, 90, size).astype(float) * 1000,
            "probability": rng.uniform(0.1, 0.9, size),
            "rating_others": some(rng.integers(0, 6, size).tolist(), 0.7),
            "rating_strengths": some(rng.integers(0, 6, size).tolist(), 0.7),
            "rating_now": some(rng.integers(0, 6, size).tolist(), 0.8),
            "rating_later": some(rng.integers(0, 6, size).tolist(), 0.5),
            "current_hours": some(rng.integers(0, 10, size).tolist(), 0.6),
        },
        **parts,
    )


@cache
def random_plan(seed: int) -> Plan:
    return planner.plan(random_roster(seed), hours=70, plan_start="2026-09-01")
