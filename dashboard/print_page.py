"""The plan on two sheets of paper: what to do and what it comes to; then who gets how many hours.

`print_facts` gives plain values for `templates/print.html`, which escapes every text of the list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from dashboard.components.goods_style import goods_css
from dashboard.components.setting_words import plain
from dashboard.components.shares import GroupShare, ServedPart, group_shares, served_parts, share_text
from dashboard.components.summary import moves, people, total_hours, used_hours
from dashboard.components.words import GROUP_TITLE, change, period, used_of
from dashboard.pages.plan.top import hour_figure, key_figures, part_name, part_style, percent_of
from planner.fields import Field
from planner.text import count, day_text, hours, listed

if TYPE_CHECKING:
    from planner.result import Plan

MOST_ROWS: Final = 28
"""Accounts on the second sheet; the workbook has them all."""


def print_facts(plan: Plan, title: str) -> dict[str, Any]:
    """Everything the two sheets show."""
    settings, explanation = plan.settings, plan.explanation
    start = settings.plan_start
    when = f"{period(settings.weeks)} from {day_text(start)}" if start else period(settings.weeks)
    order = by_hours(plan)
    served = [at for at in order if plan.allocation.hours[at] > 0]
    rows = [account_row(plan, at) for at in order[:MOST_ROWS]]
    left = len(order) - len(rows)
    return {
        "title": title,
        "when": when,
        "goods_css": goods_css(),
        "headline": explanation.headline,
        "moves": moves(plan),
        "metrics": metric_facts(plan),
        "shares": [share_facts(share) for share in group_shares(plan)],
        "served": [served_facts(part) for part in served_parts(plan)],
        "cost": plan.balance_cost.sentence if plan.balance_cost else "",
        "notes": [plain(text) for text in explanation.cautions][:3],
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
    """(title, figure, note): expected margin, the points of the other groups, what one more hour brings."""
    facts = [(title, figure, note) for title, _, figure, note in key_figures(plan)]
    return [*facts, ("One more hour brings", *hour_figure(plan))]


def share_facts(share: GroupShare) -> dict[str, str]:
    """A bar: its group, how far it is filled, where the chosen share is, and how it stands."""
    return {
        "group": str(share.group),
        "title": GROUP_TITLE[share.group],
        "width": percent_of(share.reached),
        "figure": share_text(share.reached),
        "mark": percent_of(share.chosen),
        "least": f"at least {share_text(share.chosen)}",
        "note": share.note,
    }


def served_facts(part: ServedPart) -> tuple[str, str, str]:
    """(class, style, words where there is room) of a part of the bar."""
    words = f"{part.title.replace(' and ', ' + ')} {share_text(part.share)}"
    style = "; ".join(f"{name}: {value}" for name, value in part_style(part).items())
    return part_name(part), style, words if part.share >= 0.011 * len(words) else ""


def named(plan: Plan, at: int) -> tuple[str, str]:
    planned, today = float(plan.allocation.hours[at]), float(plan.problem.today[at])
    moved = change(planned - today)
    return str(plan.roster.names[at]), f"{hours(planned)}{f' ({moved})' if moved else ''}"
