"""Rows and columns of the grids: a plan or a list in, plain JSON out. Row ids are positions in the list.

Cells are drawn by `assets/grid*.js`; what they need is in the row, already in words and per cent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from planner.schema import GOODS, Field, Relationship

if TYPE_CHECKING:
    from dashboard.workspace import Override
    from planner.result import Plan

Row = dict[str, Any]
Overrides = Mapping[str, Mapping[str, "Override"]]


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


def plan_rows(plan: Plan, overrides: Overrides) -> list[Row]:
    """One row an account: who it is, hours today and planned, what they serve, and why."""
    hours, today, credit = plan.allocation.hours, plan.problem.today, plan.allocation.credit
    top = nice_top(max(float(hours.max(initial=0)), float(np.nanmax(today, initial=0)), 4.0))
    subs, owners = _subtitles(plan), plan.roster.text(Field.OWNER)
    explanation = plan.explanation
    signs = plan.roster.text(Field.ECONOMIC_BUYER)
    rows = [
        {
            "id": str(at),
            "account": str(name),
            "sub": subs[at],
            "owner": str(owners[at]),
            "today": _rounded(today[at]),
            "plan": _rounded(hours[at]),
            "change": _rounded(hours[at] - today[at]),
            "outline": _share(today[at], top),
            "fill": [
                [str(good), _share(credit[at, column], top)]
                for column, good in enumerate(GOODS)
                if credit[at, column] > 0.05
            ]
            or ([["none", _share(hours[at], top)]] if hours[at] > 0 else []),
            "mainly": str(explanation.mainly[at]),
            "decision": str(explanation.decision[at]).capitalize(),
            "level": str(explanation.service_level[at]),
            "why": str(explanation.why[at]),
            "signs": str(signs[at]),
            "mark": mark_of(overrides.get(str(name), {}), bool(plan.problem.locked[at]), float(hours[at])),
        }
        for at, name in enumerate(plan.roster.names)
    ]
    for row in rows:  # a cell is drawn anew when its own value changes, so all that it draws is in it
        row["bar"] = f"{row['outline']} {row['fill']}"
        row["reason"] = f"{row['decision']}: {row['why']}"
    return rows


def mark_of(changes: Mapping[str, Override], locked: bool, hours: float) -> str:
    """What holds an account's hours: "" nothing, "lock" fixed by hand, "out" left out, "file" by the list."""
    lock = changes.get(Field.LOCK_HOURS)
    if lock is not None and locked:
        return "out" if hours <= 0 else "lock"
    return "file" if locked else ""


def changed_rows(old: Sequence[Row], new: Sequence[Row]) -> list[Row] | None:
    """The rows that differ, for an update in place; None where the lists themselves differ."""
    if len(old) != len(new) or any(a["account"] != b["account"] for a, b in zip(old, new, strict=True)):
        return None
    return [b for a, b in zip(old, new, strict=True) if a != b]


def plan_columns() -> list[dict[str, Any]]:
    """Columns of the account table; `grid.js` hides those that have nothing to say on a list or a narrow screen."""
    number = {"type": "rightAligned", "filter": "agNumberColumnFilter", "cellClass": "number"}
    words = {"filter": "agTextColumnFilter"}
    no = {"sortable": False, "filter": False}
    shown = {"valueFormatter": {"function": "hoursText(params)"}}
    return [
        _column("account", "Account", cellRenderer="AccountCell", flex=3, minWidth=168, **words),
        _column("owner", "Owner", width=82, cellClass="quiet", **words),
        _column(
            "bar", "Hours", cellRenderer="HoursCell", flex=2, minWidth=124, headerTooltip="Outline: today. Fill: plan.",
            **no,
        ),
        _column("today", "Today", width=68, **shown, **number),
        _column(
            "plan", "Plan", width=70, sort="desc", editable=True, headerTooltip="Type hours to fix them",
            **shown, **number | {"cellClass": "number planned"},
        ),
        _column("mainly", "Mainly", width=100, cellRenderer="ChipCell", **words),
        _column("reason", "Why", cellRenderer="WhyCell", flex=6, minWidth=220, **words),
        _column("mark", "Actions", width=104, cellRenderer="ActionsCell", headerTooltip="Fix, leave out, open", **no),
    ]  # fmt: skip


def _column(field: str, title: str, **more: Any) -> dict[str, Any]:
    return {"field": field, "headerName": title, **more}


def _subtitles(plan: Plan) -> list[str]:
    """`Prospect · Utilities`, or with the service where there is no industry."""
    industries, services = plan.roster.text(Field.INDUSTRY), plan.roster.text(Field.SERVICE)
    return [
        " · ".join(part for part in (str(Relationship(kind)).capitalize(), str(industry or service)) if part)
        for kind, industry, service in zip(plan.facts.relationship, industries, services, strict=True)
    ]


def _rounded(value: float) -> float | None:
    return round(float(value), 2) if np.isfinite(value) else None


def _share(value: float, top: float) -> float | None:
    return round(100 * float(value) / top, 1) if np.isfinite(value) else None
