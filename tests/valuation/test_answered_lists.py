"""Random lists whose accounts answer the five questions: every one is planned, whatever was answered."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import planner
from planner.errors import Contradiction
from planner.vocabulary import Relationship, Status
from tests.valuation.building import roster

LISTS = 300
NAMES = ("response_0", "response_half", "response_same", "response_more", "response_max")
RELATIONSHIPS = [str(one) for one in Relationship]


def answers(draw: np.random.Generator) -> dict[str, float | None]:
    """Rising answers mostly; also level, falling, steep, incomplete and absurd ones."""
    kind = draw.choice(["rising", "rounded", "level", "any", "zero", "steep"])
    if kind == "rising":
        five = np.sort(draw.uniform(0, 2, 5))
        five[2] = 1.0
        five = np.sort(five)
    elif kind == "rounded":
        five = np.sort(draw.integers(0, 30, 5) / 10)
    elif kind == "level":
        five = np.full(5, float(draw.choice([0.0, 1.0])))
    elif kind == "zero":
        five = np.array([0.0, 0.0, 1.0, 1.0, float(draw.choice([1.0, 2.0]))])
    elif kind == "steep":
        five = np.array([0.0, 1e-6, 1.0, 1.0 + 1e-9, 1.0 + 2e-9])
    else:
        five = draw.uniform(0, 3, 5)
    left_out = draw.random(5) < 0.1
    return {name: None if out else float(share) for name, share, out in zip(NAMES, five, left_out, strict=True)}


def account(draw: np.random.Generator) -> dict[str, Any]:
    row: dict[str, Any] = {
        "relationship": str(draw.choice(RELATIONSHIPS)),
        "annual_fee": float(draw.choice([0, 800, 20_000, 150_000])),
        "probability": float(draw.uniform(0, 1)),
        "current_hours": draw.choice([None, 0.0, 0.5, 4.0, 30.0]),
        "owner": str(draw.choice(["Ann", "Bob", "Ann; Bob"])),
    }
    for good in ("others", "strengths", "now", "later", "referral"):
        row[f"rating_{good}"] = float(draw.integers(0, 6))
    if draw.random() < 0.1:
        row["max_hours"] = float(draw.choice([0.0, 0.25, 6.0]))
    if draw.random() < 0.05:
        row["lock_hours"] = float(draw.choice([0.0, 3.0]))
    return row | (answers(draw) if draw.random() < 0.7 else {})


@pytest.mark.parametrize("seed", range(LISTS))
def test_a_list_with_answered_questions_is_planned(seed: int) -> None:
    draw = np.random.default_rng(seed)
    clients = roster([account(draw) for _ in range(int(draw.integers(1, 9)))])
    try:
        found = planner.plan(clients, hours=float(draw.choice([5, 40])), plan_start="2026-09-01")
    except Contradiction:
        return
    hours, proof = found.allocation.hours, found.allocation.proof
    assert proof.status in {Status.OPTIMAL, Status.WITHIN_GAP}
    assert np.isfinite(proof.objective)
    assert proof.largest_violation < 1e-5
    flat = (found.curves.high <= found.curves.low) & ~found.problem.locked
    assert not hours[flat].any()
    assert np.isfinite(found.problem.worth).all()
    assert all(found.explanation.why)
