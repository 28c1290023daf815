"""What it costs to keep to few accounts, to blocks and to whole steps: the plan made again without each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from planner import text
from planner.allocation.allocate import allocate
from planner.allocation.problem import Problem
from planner.explanation.gains import Gain
from planner.result import Plan

NOTHING = 1e-4
"""Weighted attainment below which a setting costs nothing worth a word."""


@dataclass(frozen=True, eq=False)
class FocusCost:
    """What the plan without one setting adds more; both plans are within their proven gaps.

    Attributes:
        objective: the same in weighted attainment, which orders.
    """

    setting: str
    gain: Gain
    objective: float
    sentence: str


def cost_of_focus(plan: Plan) -> tuple[FocusCost, ...]:
    """The cost of each of the caps on accounts, of blocks and of steps that are set; the dearest first."""
    found = []
    for setting, words, freed in _without(plan):
        again = allocate(freed, plan.settings, ideal=plan.allocation.ideal)
        better = max(0.0, again.proof.objective - plan.allocation.proof.objective)
        gain = Gain(again.added - plan.allocation.added, plan.problem.in_money)
        costs = gain.costs(plan.settings.currency) if better > NOTHING else "costs next to nothing"
        found.append(FocusCost(setting, gain, better, f"{words} {costs}."))
    return tuple(sorted(found, key=lambda one: -one.objective))


def _step(step: float) -> str:
    """Half hours as everywhere; finer steps in full."""
    return text.hours(step) if (2 * step).is_integer() else f"{step:g} h"


def _without(plan: Plan) -> Iterator[tuple[str, str, Problem]]:
    problem = plan.problem
    changes: tuple[tuple[str, str, bool, dict[str, Any]], ...] = (
        ("max_accounts", f"Giving time to at most {text.count(problem.max_accounts or 0, 'account')}",
         problem.max_accounts is not None, {"max_accounts": None}),
        ("max_accounts_per_person", f"At most {text.count(problem.max_accounts_per_person or 0, 'account')} a person",
         problem.max_accounts_per_person is not None, {"max_accounts_per_person": None}),
        ("smallest_block", "Giving a smallest block or nothing", bool(problem.block.any()),
         {"block": np.zeros(problem.size)}),
        ("hour_step", f"Planning in steps of {_step(problem.step)}", problem.step > 0, {"step": 0.0}),
    )  # fmt: skip
    for setting, words, on, change in changes:
        if on:
            yield setting, words, replace(problem, **change)
