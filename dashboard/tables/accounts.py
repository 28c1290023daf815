"""Rows and columns of the grids: a plan or a list in, plain JSON out. Row ids are positions in the list.

Cells are drawn by `assets/grid*.js`; what they need is in the row, already in words and per cent.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from planner.arrays import Numbers
from planner.fields import Field
from planner.goods import GOOD_SPECS, GOODS
from planner.text import percent, short_money
from planner.vocabulary import Relationship

if TYPE_CHECKING:
    from dashboard.state.workspace import Override
    from planner.result import Plan

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
    """Of each account who it is, hours today and planned, what it is good for, and why."""
    hours, today, explanation = plan.allocation.hours, plan.problem.today, plan.explanation
    top = nice_top(max(float(hours.max(initial=0)), float(np.nanmax(today, initial=0)), 4.0))
    names = [str(name) for name in plan.roster.names]
    fields: dict[str, Sequence[Any]] = {
        "id": [str(at) for at in range(len(names))],
        "account": names,
        "sub": _subtitles(plan),
        "notes": [str(text) for text in plan.roster.text(Field.NOTES)],
        "owner": [str(owner) for owner in plan.roster.text(Field.OWNER)],
        "today": _rounded(today, 2),
        "plan": _rounded(hours, 2),
        "outline": _rounded(100 * today / top, 1),
        "fill": _rounded(100 * hours / top, 1),
        "mainly": [str(good) for good in explanation.mainly],
        "dots": good_dots(plan),
        "decision": [str(decision).capitalize() for decision in explanation.decision],
        "why": [str(why) for why in explanation.why],
        "guess": guesses(plan),
        "mark": [
            mark_of(overrides.get(name, {}), locked, amount)
            for name, locked, amount in zip(names, plan.problem.locked.tolist(), hours.tolist(), strict=True)
        ],
    }
    return Table(fields)


def good_dots(plan: Plan) -> list[str]:
    """Of each account a sign for each good: `f0.8` a fact and how strongly, `g0.6` a guess, `n` no, `` not known.

    Returns:
        signs joined by spaces, in the order of the goods.
    """
    strength, sure = plan.tags.strength, plan.tags.sure_strength
    guess = (np.nan_to_num(strength) > 0) & (sure < np.nan_to_num(strength))
    level = np.char.add(np.where(guess, "g", "f"), np.round(np.nan_to_num(strength), 1).astype(str))
    signs = np.where(np.isnan(strength), "-", np.where(strength == 0, "n", level))
    return [" ".join(row) for row in signs.tolist()]


def guesses(plan: Plan) -> list[list[str]]:
    """Of each account with hours the guess that most rests on, as (good, what says so); empty where there is none."""
    strength, sure = np.nan_to_num(plan.tags.strength), plan.tags.sure_strength
    rests = np.where(plan.allocation.hours[:, None] > 0, strength - sure, 0.0)
    best = rests.argmax(axis=1)
    return [
        [str(GOODS[k]), _quoted(str(plan.tags.reason[at, k]))] if rests[at, k] > 0 else []
        for at, k in enumerate(best.tolist())
    ]


def _quoted(reason: str) -> str:
    """What a guess rests on and its cell, without the request to confirm it, which has buttons of its own.

    >>> _quoted("“new to us” in Client list!Q57; confirm")
    '“new to us”, Q57'
    """
    said = reason.removesuffix("confirm").rstrip(" ;,")
    return re.sub(r" in (?:[^”“]*!)?([A-Z]+\d+)$", r", \1", said)


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
    no = {"sortable": False, "filter": False, "getQuickFilterText": {"function": "noText()"}}
    shown = {"valueFormatter": {"function": "hoursText(params)"}}
    return [
        _column(
            "account", "Account", valueGetter={"function": "whoText(params)"}, cellRenderer="AccountCell", flex=5,
            minWidth=170, getQuickFilterText={"function": "soughtText(params)"}, **words,
        ),
        _column("owner", "Owner", width=86, cellClass="quiet", **words),
        _column(
            "bar", "Hours", valueGetter={"function": "barText(params)"}, cellRenderer="HoursCell", flex=1.7,
            minWidth=96, headerTooltip="Outline: today. Fill: plan.", **no,
        ),
        _column("today", "Today", width=66, **shown, **number | {"cellClass": "number quiet"}),
        _column(
            "plan", "Plan", width=76, sort="desc", editable=True, headerTooltip="Type hours to fix them",
            valueFormatter={"function": "planText(params)"}, **number | {"cellClass": "number planned"},
        ),
        _column(
            "dots", "Good for", width=22 + 18 * len(GOODS), cellRenderer="DotsCell",
            headerTooltip=f"{', '.join(spec.short for spec in GOOD_SPECS.values())}. Dashed: a guess", **no,
        ),
        _column(
            "reason", "Why", valueGetter={"function": "reasonText(params)"}, cellRenderer="WhyCell", flex=6.2,
            minWidth=210, **words,
        ),
        _column("mark", "Actions", width=104, cellRenderer="ActionsCell", headerTooltip="Fix, leave out, open", **no),
    ]  # fmt: skip


def _column(field: str, title: str, **more: Any) -> dict[str, Any]:
    return {"field": field, "headerName": title, **more}


def _subtitles(plan: Plan) -> list[str]:
    """`Prospect · £150k · 80% · renewables`: the longest last, since a narrow screen cuts it.

    What was only assumed is left out, and so is a chance of a client.
    """
    industries, services = plan.roster.text(Field.INDUSTRY), plan.roster.text(Field.SERVICE)
    no = np.zeros(plan.roster.size, dtype=bool)
    assumed = plan.facts.assumed
    fee_told = ~assumed.get(Field.ANNUAL_FEE, no) & (np.nan_to_num(plan.facts.fee) > 0)
    chance_told = ~assumed.get(Field.PROBABILITY, no)
    kinds = {str(kind): str(kind).capitalize() for kind in Relationship}
    return [
        " · ".join(
            part
            for part in (
                kinds[kind],
                short_money(fee, plan.settings.currency) if has_fee else "",
                percent(chance) if has_chance and kind != Relationship.CLIENT else "",
                str(industry or service),
            )
            if part
        )
        for kind, industry, service, fee, has_fee, chance, has_chance in zip(
            plan.facts.relationship, industries, services, plan.facts.fee.tolist(), fee_told.tolist(),
            plan.facts.probability.tolist(), chance_told.tolist(), strict=True,
        )
    ]  # fmt: skip


def _rounded(values: Numbers, digits: int) -> list[float | None]:
    """Plain numbers, None where not known."""
    known = np.isfinite(values).tolist()
    return [value if here else None for value, here in zip(np.round(values, digits).tolist(), known, strict=True)]
