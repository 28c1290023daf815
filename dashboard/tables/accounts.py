"""Rows and columns of the grids: a plan or a list in, plain JSON out. Row ids are positions in the list.

Cells are drawn by `assets/grid*.js`; what they need is in the row, already in words and per cent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from planner.fields import Field
from planner.goods import GOODS
from planner.vocabulary import Relationship

if TYPE_CHECKING:
    from dashboard.state.workspace import Override
    from planner.result import Plan

Numbers = NDArray[np.float64]
Row = dict[str, Any]
Overrides = Mapping[str, Mapping[str, "Override"]]


@dataclass(frozen=True, eq=False)
class Table:
    """The account table.

    Attributes:
        fields: of the accounts, a list for each field.
        lines: the rows above each person's accounts.
    """

    fields: Mapping[str, Sequence[Any]]
    lines: Sequence[Row] = ()

    def rows(self) -> list[Row]:
        """The accounts, then the lines, as the grid has them."""
        return [
            *(dict(zip(self.fields, row, strict=True)) for row in zip(*self.fields.values(), strict=True)),
            *self.lines,
        ]


def nice_top(largest: float) -> float:
    """A round number just above: the end of the bars' scale, which seldom changes while one plays.

    >>> nice_top(26.0), nice_top(31.0), nice_top(0.0)
    (30.0, 40.0, 1.0)
    """
    if largest <= 0:
        return 1.0
    unit = 10.0 ** np.floor(np.log10(largest))
    steps = np.array([1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]) * unit
    return float(steps[np.searchsorted(steps, largest * (1 - 1e-9))])


def plan_table(plan: Plan, overrides: Overrides) -> Table:
    """Of each account who it is, hours today and planned, what they serve, and why."""
    hours, today, explanation = plan.allocation.hours, plan.problem.today, plan.explanation
    top = nice_top(max(float(hours.max(initial=0)), float(np.nanmax(today, initial=0)), 4.0))
    names = [str(name) for name in plan.roster.names]
    fields: dict[str, Sequence[Any]] = {
        "id": [str(at) for at in range(len(names))],
        "account": names,
        "sub": _subtitles(plan),
        "owner": [str(owner) for owner in plan.roster.text(Field.OWNER)],
        "today": _rounded(today, 2),
        "plan": _rounded(hours, 2),
        "outline": _rounded(100 * today / top, 1),
        "fill": _fills(hours, plan.allocation.by_good, top),
        "mainly": [str(good) for good in explanation.mainly],
        "decision": [str(decision).capitalize() for decision in explanation.decision],
        "why": [str(why) for why in explanation.why],
        "mark": [
            mark_of(overrides.get(name, {}), locked, amount)
            for name, locked, amount in zip(names, plan.problem.locked.tolist(), hours.tolist(), strict=True)
        ],
    }
    return Table(fields)


def _fills(hours: Numbers, credit: Numbers, top: float) -> list[list[list[Any]]]:
    """Per account the parts of its bar: good (or none) and length in per cent of the track."""
    fills: list[list[list[Any]]] = [[] for _ in range(len(hours))]
    for good, part in zip(GOODS, credit.T, strict=True):
        for at in np.flatnonzero(part > 0.05).tolist():
            fills[at].append([str(good), round(100 * float(part[at]) / top, 1)])
    for at in np.flatnonzero(hours > 0).tolist():
        fills[at] = fills[at] or [["none", round(100 * float(hours[at]) / top, 1)]]
    return fills


def mark_of(changes: Mapping[str, Override], locked: bool, hours: float) -> str:
    """What holds an account's hours: "" nothing, "lock" fixed by hand, "out" left out, "file" by the list."""
    lock = changes.get(Field.LOCK_HOURS)
    if lock is not None and locked:
        return "out" if hours <= 0 else "lock"
    return "file" if locked else ""


def plan_columns() -> list[dict[str, Any]]:
    """Columns of the account table; `grid.js` hides those that have nothing to say on a list or a narrow screen."""
    number = {"type": "rightAligned", "filter": "agNumberColumnFilter", "cellClass": "number"}
    words = {"filter": "agTextColumnFilter"}
    no = {"sortable": False, "filter": False}
    shown = {"valueFormatter": {"function": "hoursText(params)"}}
    return [
        _column("account", "Account", cellRenderer="AccountCell", flex=3, minWidth=150, **words),
        _column("owner", "Owner", width=78, cellClass="quiet", **words),
        _column(
            "bar", "Hours", valueGetter={"function": "barText(params)"}, cellRenderer="HoursCell", flex=2.5,
            minWidth=88, headerTooltip="Outline: today. Fill: plan.", **no,
        ),
        _column("today", "Today", width=64, **shown, **number),
        _column(
            "plan", "Plan", width=70, sort="desc", editable=True, headerTooltip="Type hours to fix them",
            **shown, **number | {"cellClass": "number planned"},
        ),
        _column("mainly", "Mainly", width=100, cellRenderer="ChipCell", **words),
        _column(
            "reason", "Why", valueGetter={"function": "reasonText(params)"}, cellRenderer="WhyCell", flex=6,
            minWidth=188, **words,
        ),
        _column("mark", "Actions", width=104, cellRenderer="ActionsCell", headerTooltip="Fix, leave out, open", **no),
    ]  # fmt: skip


def _column(field: str, title: str, **more: Any) -> dict[str, Any]:
    return {"field": field, "headerName": title, **more}


def _subtitles(plan: Plan) -> list[str]:
    """`Prospect · Utilities`, or with the service where there is no industry."""
    industries, services = plan.roster.text(Field.INDUSTRY), plan.roster.text(Field.SERVICE)
    kinds = {str(kind): str(kind).capitalize() for kind in Relationship}
    return [
        f"{kinds[kind]} · {industry or service}" if industry or service else kinds[kind]
        for kind, industry, service in zip(plan.facts.relationship, industries, services, strict=True)
    ]


def _rounded(values: Numbers, digits: int) -> list[float | None]:
    """Plain numbers, None where not known."""
    known = np.isfinite(values).tolist()
    return [value if here else None for value, here in zip(np.round(values, digits).tolist(), known, strict=True)]
