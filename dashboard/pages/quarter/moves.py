"""The rest of the quarter planned again: its moves, to take as a whole or one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.parts import (
    button,
    callout,
    card,
    line_button,
)
from dashboard.tables.quarter import (
    weeks_left,
)
from planner.quarter.moves import verdict
from planner.text import hours

if TYPE_CHECKING:
    from planner.quarter.moves import Move
    from planner.quarter.quarter import Quarter
    from planner.quarter.replan import Rest


MOST_MOVES: Final = 30


def moves_card(quarter: Quarter, rest: Rest | None, problem: str = "") -> html.Section:
    """What planning the rest again would move, to take as a whole or one by one.

    Args:
        rest: None until it was asked for.  problem: why there is none.
    """
    if quarter.progress.is_over:
        body: list[Component] = [html.P("Nothing is left of this quarter to plan again.", className="quiet")]
    elif problem:
        body = [callout([html.B("The rest cannot be planned so. "), problem], "warning")]
    elif rest is None:
        text = (
            f"{weeks_left(quarter).capitalize()} left. See what would move by what is known now, with what is "
            "done kept and as few moves as are worth it. Nothing changes until you take it."
        )
        body = [html.P(text, className="quiet")]
    else:
        body = moves_body(quarter, rest)
    return card([html.H2("If you re-plan now"), *body], "If you re-plan now", className="moves")


def moves_body(quarter: Quarter, rest: Rest) -> list[Component]:
    currency = rest.plan.settings.currency
    left = f"{hours(rest.hours_left)} left, and {weeks_left(quarter)}."
    keep = button("Keep the old plan", ids.MOVES_KEEP)
    if not rest.moves:
        return [html.P(f"{left} No move is worth making: go on with the plan as it is.", className="quiet"), keep]
    shown = rest.moves[:MOST_MOVES]
    more = len(rest.moves) - len(shown)
    every = "Take it" if len(rest.moves) == 1 else f"Take all {len(rest.moves)}"
    return [
        html.P(f"{left} {verdict(rest, currency)}", className="quiet"),
        html.Ul([move_line(move) for move in shown], className="move-list"),
        *([html.P(f"and {more} smaller ones", className="quiet")] if more > 0 else []),
        html.Div([button(every, ids.MOVES_ALL), keep], className="row"),
    ]


def move_line(move: Move) -> html.Li:
    """One move: what and why, hours left before and after, and a way to take it alone."""
    return html.Li(
        [
            html.Div([html.B(move.account), html.Span(move.why, className="quiet")], className="move-what"),
            html.Span([hours(move.before), " → "], className="number quiet"),
            html.B(hours(move.after), className="number"),
            line_button(
                "take it", "move", f"Take it: {move.account} {hours(move.after)}", "reason-chip", account=move.account
            ),
        ]
    )
