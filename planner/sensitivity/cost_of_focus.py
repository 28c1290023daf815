"""What it costs to keep to few accounts, to blocks and to whole steps: the plan made again without each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from planner.allocation.allocate import allocate
from planner.allocation.problem import Problem
from planner.explanation import text
from planner.explanation.measure import measure
from planner.result import Plan


@dataclass(frozen=True)
class FocusCost:
    """What the plan would gain without one setting, in `unit`; both plans are within their proven gaps."""

    setting: str
    costs: float
    unit: str
    sentence: str


def cost_of_focus(plan: Plan) -> tuple[FocusCost, ...]:
    """The cost of each of the caps on accounts, of blocks and of steps that are set; the dearest first."""
    rates, currency = measure(plan.problem, plan.allocation), plan.settings.currency
    found = []
    for setting, words, freed in _without(plan):
        again = allocate(freed, plan.settings, ideal=plan.allocation.ideal)
        costs = max(0.0, again.proof.objective - plan.allocation.proof.objective) * rates.per_objective
        found.append(FocusCost(setting, costs, rates.unit, f"{words} costs {rates.says(costs, currency)}."))
    return tuple(sorted(found, key=lambda one: -one.costs))


def _without(plan: Plan) -> Iterator[tuple[str, str, Problem]]:
    problem = plan.problem
    changes: tuple[tuple[str, str, bool, dict[str, Any]], ...] = (
        ("max_accounts", f"Giving time to at most {text.count(problem.max_accounts or 0, 'account')}",
         problem.max_accounts is not None, {"max_accounts": None}),
        ("max_accounts_per_person", f"At most {text.count(problem.max_accounts_per_person or 0, 'account')} a person",
         problem.max_accounts_per_person is not None, {"max_accounts_per_person": None}),
        ("smallest_block", "Giving a smallest block or nothing", bool(problem.block.any()),
         {"block": np.zeros(problem.size)}),
        ("hour_step", f"Planning in steps of {problem.step:g} h", problem.step > 0, {"step": 0.0}),
    )  # fmt: skip
    for setting, words, on, change in changes:
        if on:
            yield setting, words, replace(problem, **change)
