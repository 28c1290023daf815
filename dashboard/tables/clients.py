"""Rows and columns of the Clients grid: each account's facts and its five goods, each with how sure it is.

A row has for each column a value to sort and filter by; under `shown` the text of each fact, under `edit` what an
editor starts from, under `from` where it comes from (`read`, `worked out`, `assumed`, `told`, or "" for not known),
and under `goods` what is known of each good ("fact", "guess", "no" or "unknown"), its words and its reason.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from dashboard.components.words import GOOD_TITLE, full_date
from planner.fields import FIELDS, Field, Kind
from planner.goods import GOOD_SPECS, GOODS, Good
from planner.pipeline import PlanInputs
from planner.result import Plan
from planner.roster.standing.left_out import accounts_left_out
from planner.tagging.remark_texts import APART, joined_remarks
from planner.text import hours, money, percent
from planner.vocabulary import Authority, Origin, Relationship

Stages = Plan | PlanInputs
"""Every stage of a list up to its hours, with them or without."""
Row = dict[str, Any]
Writer = Callable[[int], str]
"""From the position of an account to a fact in words, "" where it is not known."""

SHOWN: Final = (
    Field.RELATIONSHIP,
    Field.OWNER,
    Field.ANNUAL_FEE,
    Field.PROBABILITY,
    Field.EXPECTED_DATE,
    Field.CURRENT_HOURS,
    Field.NOTES,
)
"""Facts with a column of their own."""
LEFT_OUT: Final = "left out"
OUT, IN = "leave out", "take in again"
AS_LISTED: Final = ""
"""The value of an editor that takes a change by hand back."""
RATINGS: Final[Mapping[str, str]] = MappingProxyType(
    {"5": "Yes, the very best", "4": "Yes", "3": "Fairly", "2": "Some", "1": "A little", "0": "No"}
)
"""What can be said of a good, by the rating that it stands for."""
Choices = list[list[str]]


def choices_of(name: str, left_out: bool = False) -> Choices:
    """What an editor offers for a fact or a good, as [value, label]; none where it is typed."""
    if name in set(Good):
        return [*([value, label] for value, label in RATINGS.items()), [AS_LISTED, "As your list says"]]
    if name == Field.RELATIONSHIP:
        last = IN if left_out else OUT
        return [*([str(kind), str(kind).capitalize()] for kind in Relationship), [last, last.capitalize()]]
    return []


def client_rows(plan: Stages) -> list[Row]:
    """One row an account, in the order of the list."""
    write = {name: writer(plan, name) for name in SHOWN}
    origin = {name: origins(plan, name) for name in SHOWN}
    out = accounts_left_out(plan.roster)
    edit_day = writer(plan, Field.EXPECTED_DATE)
    rows = []
    for at, account in enumerate(plan.roster.names):
        known = {name: write[name](at) for name in SHOWN}
        shown = {**known, Field.EXPECTED_DATE: _month(plan, at)}
        if at in out:
            shown[Field.RELATIONSHIP] = LEFT_OUT
        rows.append(
            {
                "id": str(at),
                "account": str(account),
                "small": _small(shown),
                "out": at in out,
                **_sortable(plan, at, shown),
                "shown": {str(name): shown[name] for name in SHOWN},
                "edit": {str(name): known[name] for name in SHOWN} | {str(Field.EXPECTED_DATE): edit_day(at)},
                "from": {str(name): origin[name][at] for name in SHOWN},
                **{str(good): _strength(plan, at, column) for column, good in enumerate(GOODS)},
                "goods": {str(good): good_words(plan, at, column) for column, good in enumerate(GOODS)},
            }
        )
    return rows


def changed_rows(before: Sequence[Row], after: Sequence[Row]) -> list[Row]:
    """The rows of `after` that are another than those of the same place in `before`; all where their number differs."""
    if len(before) != len(after):
        return list(after)
    return [new for old, new in zip(before, after, strict=True) if old != new]


def writer(plan: Stages, name: Field) -> Writer:
    """How a fact of the plan is written, the way that a person would type it."""
    facts, currency, texts = plan.facts, plan.settings.currency, plan.roster.text(name)
    figures: dict[Field, tuple[NDArray[np.float64], Callable[[float], str]]] = {
        Field.ANNUAL_FEE: (facts.fee, lambda amount: money(amount, currency)),
        Field.PROBABILITY: (facts.probability, percent),
        Field.CURRENT_HOURS: (plan.problem.today, hours),
        Field.MAX_HOURS: (plan.problem.maximum, hours),
    }
    if name in figures:
        values, write = figures[name]
        return lambda at: "" if _idle(plan, at, name) else _known(values[at], write)
    others: dict[Field, Callable[[], Writer]] = {
        Field.RELATIONSHIP: lambda: lambda at: str(facts.relationship[at]),
        Field.NOTES: lambda: _remarks(plan),
    }
    if FIELDS[name].kind is Kind.DATE:
        return lambda at: full_date(plan.roster.date(name)[at])
    return others[name]() if name in others else lambda at: str(texts[at])


def origins(plan: Stages, name: Field) -> list[str]:
    """Where each account's fact comes from, as an `Origin`; "" where it is not known."""
    roster, size = plan.roster, plan.roster.size
    found = roster.sources[name].astype(str).tolist() if name in roster.sources else [""] * size
    masks = ((plan.facts.assumed.get(name), Origin.ASSUMED), (roster.overridden.get(name), Origin.TOLD))
    for mask, origin in masks:
        for at in np.flatnonzero(mask).tolist() if mask is not None else ():
            found[at] = str(origin)
    return found


def good_words(plan: Stages, at: int, column: int) -> list[str]:
    """How sure a good of an account is, how strong in words, why, and "told" where it was said by hand."""
    strength, good = float(plan.tags.strength[at, column]), GOODS[column]
    sure = "unknown" if np.isnan(strength) else plan.tags.sure(at, good) or "no"
    told = str(plan.tags.authority[at, column]) == Authority.OVERRIDE
    reason = str(plan.tags.reason[at, column]).removesuffix("; confirm")
    return [sure, strength_words(strength), reason, str(Origin.TOLD) if told else ""]


def strength_words(strength: float) -> str:
    """A strength in words: it says how good, never how likely, so it is no percentage.

    >>> [strength_words(one) for one in (0.9, 0.6, 0.4, 0.1, 0.0, float("nan"))]
    ['very', 'clearly', 'somewhat', 'a little', 'no', 'not known']
    """
    if np.isnan(strength):
        return "not known"
    steps = ((0.85, "very"), (0.5, "clearly"), (0.25, "somewhat"), (1e-9, "a little"))
    return next((word for least, word in steps if strength >= least), "no")


def client_columns() -> list[dict[str, Any]]:
    """The account, its facts, its five goods as dots and its remarks; cells are edited by `assets/clients.js`."""
    words = {"filter": "agTextColumnFilter"}
    number = {"filter": "agNumberColumnFilter", "type": "rightAligned", "cellClass": "number"}
    return [
        _column(
            "account", "Account", cellRenderer="ClientCell", flex=3, minWidth=118, **words
        ),
        _fact(Field.RELATIONSHIP, "Relationship", width=102, **words),
        _fact(Field.OWNER, "Owner", width=80, **words),
        _fact(Field.ANNUAL_FEE, "Yearly fee", width=88, **number),
        _fact(Field.PROBABILITY, "Chance", width=73, **number),
        _fact(Field.EXPECTED_DATE, "When", width=70, **words),
        _fact(Field.CURRENT_HOURS, "Hours now", width=58, wrapHeaderText=True, **number),
        {
            "headerName": "Others · Strengths · Now · Later · Referral",
            "headerClass": "goods-head",
            "children": [_good(good) for good in GOODS],
        },
        _fact(Field.NOTES, "Remarks", flex=4, minWidth=98, cellRenderer="RemarkCell", **words),
    ]  # fmt: skip


def _fact(name: Field, title: str, **more: Any) -> dict[str, Any]:
    usual = {
        "cellRenderer": "FactCell",
        "cellEditorParams": {"fact": str(name), "choices": choices_of(name)},
        "getQuickFilterText": {"function": "factText(params)"},
    }
    return _column(str(name), title, **usual | more)


def _good(good: Good) -> dict[str, Any]:
    return _column(
        str(good), GOOD_SPECS[good].head, headerTooltip=GOOD_TITLE[good], cellRenderer="DotCell", width=30, minWidth=20,
        resizable=False,
        headerClass=f"good-head {good}", cellClass="good-cell", filter=False, cellDataType=False,
        getQuickFilterText={"function": "noText()"},
        cellEditorParams={"fact": str(good), "title": GOOD_TITLE[good], "choices": choices_of(good)},
    )  # fmt: skip


def _column(field: str, title: str, **more: Any) -> dict[str, Any]:
    return {"field": field, "headerName": title, **more}


def _sortable(plan: Stages, at: int, shown: Mapping[Field, str]) -> Row:
    day = plan.roster.date(Field.EXPECTED_DATE)[at]
    return {
        "relationship": shown[Field.RELATIONSHIP],
        "owner": shown[Field.OWNER],
        "annual_fee": _figure(plan.facts.fee[at]) if shown[Field.ANNUAL_FEE] else None,
        "probability": _figure(plan.facts.probability[at]) if shown[Field.PROBABILITY] else None,
        "expected_date": "" if np.isnat(day) else str(day.astype("datetime64[D]")),
        "current_hours": _figure(plan.problem.today[at]),
        "notes": shown[Field.NOTES],
    }


def _small(shown: Mapping[Field, str]) -> str:
    """What a narrow screen says below the name: `client · £72,000 · 90%`."""
    names = (Field.RELATIONSHIP, Field.ANNUAL_FEE, Field.PROBABILITY, Field.OWNER)
    return " · ".join(shown[name] for name in names if shown[name])


def _strength(plan: Stages, at: int, column: int) -> float | None:
    return _figure(plan.tags.strength[at, column])


def _figure(value: float) -> float | None:
    return round(float(value), 4) if np.isfinite(value) else None


def _known(value: float, write: Callable[[float], str]) -> str:
    return write(float(value)) if np.isfinite(value) else ""


def _idle(plan: Stages, at: int, name: Field) -> bool:
    """Whether a fee or chance is only assumed of somebody who is no buyer, and says nothing."""
    mask = plan.facts.assumed.get(name)
    return mask is not None and bool(mask[at]) and plan.facts.relationship[at] == Relationship.REFERRAL_SOURCE


def _month(plan: Stages, at: int) -> str:
    """`Mar 27`."""
    day = plan.roster.date(Field.EXPECTED_DATE)[at]
    return "" if np.isnat(day) else f"{day.astype('datetime64[D]').item():%b %y}"


def _remarks(plan: Stages) -> Writer:
    """What the list remarks on an account; a note that was told by hand stands for all of it."""
    joined, notes = joined_remarks(plan.roster), plan.roster.text(Field.NOTES)
    told = plan.roster.overridden.get(Field.NOTES, np.zeros(plan.roster.size, dtype=bool))
    return lambda at: str(notes[at] if told[at] else joined[at]).replace(APART, " · ")


def fact_title(name: str) -> str:
    """What a fact or a good is called on the page."""
    if name in set(Good):
        return GOOD_TITLE[Good(name)]
    return {Field.ANNUAL_FEE: "Yearly fee", Field.EXPECTED_DATE: "When", Field.NOTES: "Remarks"}.get(
        Field(name), FIELDS[Field(name)].title
    )
