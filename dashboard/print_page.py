"""The plan on two sheets of paper: what to do and what it comes to; then who gets how many hours.

`print_facts` gives plain values for `templates/print.html`, which escapes every text of the list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from dashboard.components.setting_words import plain
from dashboard.components.summary import (
    Split,
    attainment,
    expected_money,
    moves,
    next_hour,
    people,
    splits,
    total_hours,
    used_hours,
)
from dashboard.components.words import GROUP_TITLE, change, period, used_of
from planner.explanation.text import count, hours, listed, percent, short_money
from planner.fields import Field
from planner.goods import GROUPS, Group

if TYPE_CHECKING:
    from planner.result import Plan

MOST_ROWS: Final = 28
"""Accounts on the second sheet; the workbook has them all."""


def print_facts(plan: Plan, title: str) -> dict[str, Any]:
    """Everything the two sheets show."""
    settings, explanation = plan.settings, plan.explanation
    start = settings.plan_start
    when = f"{period(settings.weeks)} from {start.day} {start:%b %Y}" if start else period(settings.weeks)
    order = by_hours(plan)
    served = [at for at in order if plan.allocation.hours[at] > 0]
    rows = [account_row(plan, at) for at in order[:MOST_ROWS]]
    left = len(order) - len(rows)
    return {
        "title": title,
        "when": when,
        "headline": explanation.headline,
        "moves": moves(plan),
        "metrics": metric_facts(plan),
        "splits": [split_facts(split) for split in splits(plan)],
        "notes": [plain(text) for text in (*explanation.advice, *explanation.warnings)][:3],
        "monday": list(explanation.monday)[:3],
        "push": [named(plan, at) for at in explanation.push],
        "rest": [named(plan, at) for at in explanation.rest],
        "people": [(person.name, used_of(person.used, person.capacity)) for person in people(plan)][:8],
        "assumed": [plain(text) for text in explanation.assumed][:4],
        "reconciled": plan.roster.reconciliation.sentence if plan.roster.reconciliation else "",
        "rows": rows,
        "today": bool(np.isfinite(plan.problem.today).any()),
        "left": _left(max(0, len(served) - MOST_ROWS), left),
        "total": f"{used_of(used_hours(plan), total_hours(plan))} on {count(len(served), 'account')}",
    }


def _left(with_time: int, all_left: int) -> str:
    """What the second sheet leaves to the workbook: accounts with time apart from those at rest."""
    told = [(with_time, "with time"), (all_left - with_time, "without")]
    parts = [f"{count(number, 'account')} {words}" for number, words in told if number > 0]
    return f"In the workbook: {listed(parts)}." if parts else ""


def by_hours(plan: Plan) -> list[int]:
    """Positions of the accounts, the most planned hours first, then the most hours now."""
    today = np.nan_to_num(plan.problem.today)
    return [int(at) for at in np.lexsort((np.arange(len(today)), -today, -plan.allocation.hours))]


def account_row(plan: Plan, at: int) -> dict[str, str]:
    """One line of the second sheet."""
    planned, today = float(plan.allocation.hours[at]), float(plan.problem.today[at])
    return {
        "account": str(plan.roster.names[at]),
        "owner": str(plan.roster.text(Field.OWNER)[at]),
        "today": hours(today) if np.isfinite(today) else "",
        "plan": hours(planned),
        "change": change(planned - today),
        "decision": str(plan.explanation.decision[at]).capitalize(),
        "why": str(plan.explanation.why[at]),
        "good": str(plan.explanation.mainly[at]),
    }


def metric_facts(plan: Plan) -> list[tuple[str, str, str]]:
    """(title, figure, note) for each group and the next hour."""
    reached, currency = attainment(plan), plan.settings.currency
    facts = []
    for group in GROUPS:
        value = reached[group]
        if group is Group.YOU and plan.problem.in_money:
            figure, note = short_money(expected_money(plan)[0], currency), f"{percent(value)} of the most it could be"
        elif plan.tags.seen[GROUPS.index(group)]:
            figure, note = percent(value), "of the most it could be"
        else:
            figure, note = "not seen", "nothing in the list says"
        facts.append((GROUP_TITLE[group], figure, note))
    return [*facts, ("Next hour", next_hour(plan), "what one more hour would bring")]


def split_facts(split: Split) -> dict[str, Any]:
    """A bar: its name, whether it is an outline, and (group, width in %, label) of its parts."""
    parts = [
        (str(group), round(100 * share, 2), percent(share) if share >= 0.06 else "")
        for group, share in zip(GROUPS, split.shares, strict=True)
        if share > 0.002
    ]
    rest = (("open", split.open), ("nothing", split.on_none))
    parts += [
        (name, round(100 * share, 2), percent(share) if share >= 0.06 else "") for name, share in rest if share > 0.005
    ]
    return {"name": split.name, "outline": split.name == "Chosen", "parts": parts}


def named(plan: Plan, at: int) -> tuple[str, str]:
    planned, today = float(plan.allocation.hours[at]), float(plan.problem.today[at])
    moved = change(planned - today)
    return str(plan.roster.names[at]), f"{hours(planned)}{f' ({moved})' if moved else ''}"
