"""The account table by person: whose account each one is, and a line above each person's accounts.

Hours are of the period. `ANYONE` stands after the last person: accounts that several may serve and nobody does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from dashboard.components.summary import people
from dashboard.components.words import used_of
from dashboard.tables.accounts import Table, plan_table
from planner.text import count, hours

if TYPE_CHECKING:
    from dashboard.tables.accounts import Overrides, Row
    from planner.result import Plan

ANYONE = "Anyone"
CRUMB = 0.05


def full_table(plan: Plan, overrides: Overrides) -> Table:
    """The account table, with a line a person, shown where the table is by person."""
    table = plan_table(plan, overrides)
    if len(plan.team.people) < 2:
        return table
    spent = hours_spent(plan)
    of = person_of(plan, spent)
    names = [person.name for person in plan.team.people]
    serves = plan.problem.eligible & (plan.problem.eligible.sum(axis=1) < len(names))[:, None] | (spent > CRUMB)
    servers: list[list[str]] = [[] for _ in of]
    for at, person in np.argwhere(serves).tolist():
        servers[at].append(names[person])
    return Table({**table.fields, "person": of.tolist(), "people": servers}, person_rows(plan, spent, of))


def hours_spent(plan: Plan) -> NDArray[np.float64]:
    """(n, m) hours of each person on each account."""
    spent = np.zeros(plan.problem.eligible.shape)
    for (account, person), amount in plan.allocation.by_person.items():
        spent[account, person] = amount
    return spent


def person_of(plan: Plan, spent: NDArray[np.float64]) -> NDArray[np.intp]:
    """(n,) who gives an account most, else the first who may; m where everybody may and nobody does."""
    eligible = plan.problem.eligible
    first = np.where(eligible.all(axis=1), eligible.shape[1], eligible.argmax(axis=1))
    return np.asarray(np.where(spent.max(axis=1, initial=0.0) > CRUMB, spent.argmax(axis=1), first), dtype=np.intp)


def person_rows(plan: Plan, spent: NDArray[np.float64], of: NDArray[np.intp]) -> list[Row]:
    """A line a person: hours placed of those there are, on how many accounts, what one more hour brings if known."""
    rows = []
    for at, person in enumerate(people(plan)):
        mine = spent[:, at]
        elsewhere = float(mine[of != at].sum())
        parts = [
            f"{used_of(person.used, person.capacity)} on {count(int((mine > CRUMB).sum()), 'account')}",
            f"{hours(elsewhere)} of it under others" if elsewhere > CRUMB else "",
            f"next hour {person.next_hour}" if np.isfinite(plan.explanation.hour_of_person[at]).all() else "",
        ]
        rows.append(_line(at, person.name, " · ".join(part for part in parts if part)))
    alone = int((of == len(rows)).sum())
    return [*rows, _line(len(rows), ANYONE, f"{count(alone, 'account')} without time")] if alone else rows


def _line(at: int, name: str, text: str) -> dict[str, Any]:
    return {"id": f"person-{at}", "person": at, "people": [name], "account": name, "line": text}
