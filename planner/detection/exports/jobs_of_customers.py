"""Customers with jobs of their own in lists of bookkeeping programs: `Acme Foods`, `Acme Foods:Website`.

The customer is the account. In a list of documents its jobs stand for it; in a list of customers they are parts of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from planner.detection.columns.mapped import Mapped
from planner.detection.exports.activity_rows import without_rows
from planner.detection.rows.body import Body
from planner.detection.table import Table
from planner.fields import Field
from planner.parsing.cell_values import Cells, is_missing
from planner.parsing.money.money import amount_in
from planner.parsing.names import fold
from planner.records.issues import Issue
from planner.vocabulary import Severity

BETWEEN = ":"
LEAST_JOBS = 2
"""A customer that does not stand in the list itself is known by so many jobs."""


def with_customers_of_jobs(body: Body, table: Table, mapped: Mapped) -> Body:
    """The rows with each job under the name of its customer, on one row with it where every name stands once."""
    account = mapped.columns[Field.ACCOUNT]
    if not body.columns or BETWEEN not in "".join(body.columns[account].texts):
        return body
    names = [cell.strip() if isinstance(cell, str) else "" for cell in body.columns[account]]
    customers = _customers(names)
    if not customers:
        return body
    told = _told(len({name for name in names if name in customers}), next(iter(customers.items())), table)
    again = max(Counter(filter(None, names)).values()) > 1
    if again or Field.DEAL in mapped.columns:
        cells = Cells(customers.get(name, cell) for name, cell in zip(names, body.columns[account], strict=True))
        columns = (*body.columns[:account], cells, *body.columns[account + 1 :])
        return replace(body, columns=columns, issues=(*body.issues, told))
    return _in_one_row_each(body, table, mapped, [customers.get(name, name) for name in names], told)


def _customers(names: Sequence[str]) -> Mapping[str, str]:
    """The customer of each name of a job, where it stands in the list itself or has several jobs there."""
    alone = {fold(name): name for name in names if name and BETWEEN not in name}
    parted = {name: head.strip() for name in dict.fromkeys(names) if (head := _head(name))}
    jobs = Counter(map(fold, parted.values()))
    return {
        name: alone.get(fold(head), head)
        for name, head in parted.items()
        if fold(head) in alone or (jobs[fold(head)] >= LEAST_JOBS and len(head.split()) > 1)
    }


def _head(name: str) -> str:
    head, _, job = name.partition(BETWEEN)
    return head if job.strip() and not job.startswith(" ") else ""  # a label has a space behind it: `Partner: Ann`


def _in_one_row_each(body: Body, table: Table, mapped: Mapped, whose: Sequence[str], told: Issue) -> Body:
    """The rows of customers, each with the figures of its jobs where it has none itself."""
    account, hours = mapped.columns[Field.ACCOUNT], mapped.columns.get(Field.CURRENT_HOURS)
    figures = {*mapped.fees.all, mapped.columns.get(Field.ANNUAL_FEE), hours}
    rows: dict[str, list[int]] = {}
    for i, name in enumerate(whose):
        if name:
            rows.setdefault(fold(name), []).append(i)
    columns = [list(cells) for cells in body.columns]
    why: dict[int, str] = {}
    for own in (one for one in rows.values() if len(one) > 1):
        first = next((i for i in own if BETWEEN not in str(body.columns[account][i])), own[0])
        jobs = [i for i in own if i != first]
        for j, cells in enumerate(columns):
            cells[first] = _of_all([body.columns[j][i] for i in (first, *jobs)], j in figures, table)
        columns[account][first] = whose[first]
        why |= dict.fromkeys(jobs, f"is part of “{whose[first]}”")
    return without_rows(replace(body, columns=tuple(map(Cells, columns))), table, account, why, told)


def _of_all(cells: Sequence[Any], is_figure: bool, table: Table) -> Any:
    """What a customer's cell and those of its jobs say: its own, or the sum of theirs; a smaller figure is added."""
    own, *jobs = cells
    if not is_figure:
        return next((cell for cell in cells if not is_missing(cell)), "")
    amounts = [amount_in(cell, decimal_comma=bool(table.sheet.decimal_comma)) for cell in cells]
    of_jobs = sum(amount or 0.0 for amount in amounts[1:])
    if all(map(is_missing, jobs)) or (amounts[0] or 0.0) >= of_jobs:
        return own
    return of_jobs + (amounts[0] or 0.0)


def _told(jobs: int, first: tuple[str, str], table: Table) -> Issue:
    job, customer = first
    return Issue(
        "jobs-of-customers", Severity.NOTE,
        f"{jobs:,} name{'s are' if jobs > 1 else ' is'} that of a customer and its job (“{job}”); the customer, here "
        f"“{customer}”, is the account, and has the figures of its jobs.",
        "Export the list without sub-customers if that is wrong.", table.sheet.name,
    )  # fmt: skip
