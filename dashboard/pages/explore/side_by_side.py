"""What-ifs side by side on the What-if page: what each reaches, and the accounts that enter, leave or move."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from typing import TYPE_CHECKING, Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.parts import aria, callout, card, figures_table, heading
from dashboard.components.setting_words import setting_value, setting_words
from dashboard.components.words import GROUP_TITLE, change
from planner.export.words import BASELINE_TITLES
from planner.goods import GROUPS, Group
from planner.scenarios.compare import beyond_words
from planner.text import about, count, hours, percent

if TYPE_CHECKING:
    from planner.scenarios.compare import Comparison, Mover, Side

MOVERS_SHOWN = 15


def side_by_side(found: Comparison, problems: Sequence[str] = ()) -> list[Component]:
    """One column a side; then the accounts whose hours differ."""
    return [sides_card(found, [callout(text, "warning") for text in problems]), movers_card(found)]


def sides_card(found: Comparison, notes: Sequence[Component]) -> html.Section:
    """One column a side, one row a figure, in a few named parts."""
    sides = found.sides
    head = html.Tr([html.Td(""), *(html.Th(side_title(side), scope="col", className="number") for side in sides)])
    parts = [
        *titled_part(
            "Share of the hours that counts",
            [shares_row(group, [float(s.shares[g]) for s in sides]) for g, group in enumerate(GROUPS)],
        ),
        *titled_part(
            "Of the most you could reach",
            [shares_row(group, [float(s.attainment[g]) for s in sides]) for g, group in enumerate(GROUPS)],
        ),
        *titled_part("In all", _in_all(found)),
        *titled_part("Hours by person", _people(found)),
        *titled_part("Against this plan", _against(found)),
    ]
    return card(
        label="Side by side",
        children=[
            heading("Side by side", "an hour may count for several goods; all are measured by this plan's balance"),
            *notes,
            *([html.P(beyond, className="quiet")] if (beyond := beyond_words(found)) else []),
            figures_table("Plans side by side", [head], parts, "sides"),
        ],
    )


def side_title(side: Side) -> str:
    return BASELINE_TITLES.get(side.name, side.name) if side.is_baseline else side.name


def differs(side: Side) -> list[str]:
    """Settings that differ from the plan's, each as `balance 40/30/30, not 20/30/50`."""
    return [
        f"{setting_words(name, here)}, not {setting_value(name, there)}" for name, (there, here) in side.changes.items()
    ]


def titled_part(title: str, rows: Sequence[html.Tr]) -> list[html.Tr]:
    """Rows under a title of their own; nothing where there are none."""
    if not rows:
        return []
    return [html.Tr(html.Th(title, colSpan=99, scope="rowgroup"), className="part-title"), *rows]


def shares_row(group: Group, values: Sequence[float]) -> html.Tr:
    """A share a side, with a bar in the colour of its group."""
    title: list[Any] = [html.Span(className=f"dot {group}", **aria(hidden="true")), GROUP_TITLE[group]]
    cells = [
        html.Td(
            [
                percent(value),
                *([_meter(group, value)] if isfinite(value) else []),
            ],
            className="number",
        )
        for value in values
    ]
    return html.Tr([html.Th(html.Span(title, className="of-group"), scope="row"), *cells])


def _meter(group: Group, share: float) -> html.Span:
    fill = html.Span(className=f"meter-fill {group}", style={"width": f"{100 * min(max(share, 0), 1):.0f}%"})
    return html.Span(fill, className="meter", **aria(hidden="true"))


def _in_all(found: Comparison) -> list[html.Tr]:
    sides = found.sides
    money = [figures_row("Expected margin a year", [about(s.money, found.currency) for s in sides], strong=True)]
    return [
        *(money if found.in_money else []),
        figures_row("Reached in all, weighed as this plan is", [percent(s.value) for s in sides], strong=True),
        figures_row("Hours planned", [hours(s.used) for s in sides]),
        figures_row("Short of its balance", [hours(s.deviation) if s.deviation > 0.05 else "–" for s in sides]),
    ]


def _people(found: Comparison) -> list[html.Tr]:
    """Hours of each person, where there are several."""
    people = list(dict.fromkeys(name for side in found.plans for name in side.by_person))
    if len(people) < 2:
        return []
    return [
        figures_row(name, [hours(s.by_person[name]) if name in s.by_person else "–" for s in found.sides])
        for name in people
    ]


def _against(found: Comparison) -> list[html.Tr]:
    """Accounts that enter and leave, hours that move, and the settings that differ; blank for this plan itself."""
    if len(found.plans) < 2:
        return []
    plans = range(1, len(found.plans))
    blank = [""] * (len(found.sides) - len(found.plans))
    moved = [_moved([mover.hours[at] - mover.hours[0] for mover in found.movers]) for at in plans]
    settings = [html.Td([html.Div(text) for text in differs(side)], className="differs") for side in found.sides]
    return [
        figures_row("Accounts that enter", ["", *(how_many(len(found.enters(at))) for at in plans), *blank]),
        figures_row("Accounts that leave", ["", *(how_many(len(found.leaves(at))) for at in plans), *blank]),
        figures_row("Hours that move", ["", *(hours(amount) for amount in moved), *blank]),
        html.Tr([html.Th("Settings that differ", scope="row"), *settings]),
    ]


def how_many(accounts: int) -> str:
    """`3 accounts`, `none`."""
    return count(accounts, "account") if accounts else "none"


def _moved(changes: Sequence[float]) -> float:
    """Hours that some accounts gain from others, or that all of them gain or lose."""
    return max(sum(change for change in changes if change > 0), -sum(change for change in changes if change < 0))


def figures_row(title: str, cells: Sequence[str], strong: bool = False) -> html.Tr:
    wrap = html.B if strong else html.Span
    return html.Tr([html.Th(title, scope="row"), *(html.Td(wrap(cell), className="number") for cell in cells)])


def movers_card(found: Comparison) -> html.Section:
    """Accounts whose hours differ, biggest first."""
    plans, title = found.plans, "Accounts that move"
    if len(plans) < 2:
        return card([heading(title), html.P("Keep or try a what-if: what moves stands here.")], title)
    if not found.movers:
        return card([heading(title), html.P("None: every account keeps its hours.")], title)
    head = html.Tr(
        [
            html.Th("Account", scope="col"),
            *(html.Th(side.name, scope="col", className="number") for side in plans),
            html.Th("What becomes of it", scope="col"),
        ]
    )
    more = len(found.movers) - MOVERS_SHOWN
    note = f"biggest first; {count(more, 'more account')} with other hours" if more > 0 else "biggest first"
    rows = [_mover(mover) for mover in found.movers[:MOVERS_SHOWN]]
    return card([heading(title, note), figures_table("Hours of the accounts that move", [head], rows, "movers")], title)


def _mover(mover: Mover) -> html.Tr:
    """Its hours in this plan, then in each other with the change."""
    first, *others = mover.hours
    cells = [
        html.Td([html.Span(_by(amount - first), className="quiet moved"), hours(amount)], className="number")
        for amount in others
    ]
    return html.Tr(
        [
            html.Th(mover.name, scope="row"),
            html.Td(hours(first), className="number"),
            *cells,
            html.Td(str(mover.move), className="quiet"),
        ]
    )


def _by(amount: float) -> str:
    return change(amount) if abs(amount) >= 0.25 else ""
