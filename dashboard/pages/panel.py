"""The panel of one account: what extra time brings, its goods and reasons, and its hours by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import dash_mantine_components as dmc
import numpy as np
from dash import dcc, html

from dashboard import ids
from dashboard.components.figures import curve_figure
from dashboard.components.parts import aria, button, chip, data
from dashboard.components.words import AUTHORITY_TITLE, GOOD_TITLE, hour_brings
from planner.explanation.text import hours, percent
from planner.fields import FIELDS, Field
from planner.goods import GOODS
from planner.vocabulary import Authority

if TYPE_CHECKING:
    from dashboard.state.workspace import Work
    from planner.result import Plan


def panel() -> dmc.Drawer:
    """The empty panel; its body is filled when an account is opened."""
    return dmc.Drawer(
        id=ids.PANEL,
        title="",
        position="right",
        size="lg",
        opened=False,
        closeButtonProps={"aria-label": "Close"},
        children=[dcc.Store(id=ids.PANEL_ACCOUNT), dcc.Store(id=ids.PANEL_DRAWN), html.Div(id=ids.PANEL_BODY)],
    )


def panel_body(plan: Plan, work: Work, at: int) -> html.Div:
    """Everything about the account at position `at`."""
    explanation = plan.explanation
    planned = float(plan.allocation.hours[at])
    return html.Div(
        className="panel",
        **data(account=str(at)),
        children=[
            html.P(str(explanation.why[at]), className="lead"),
            html.Div(
                [
                    _figure("Today", hours(float(plan.problem.today[at]))),
                    _figure("Plan", hours(planned)),
                    _figure("Next hour", next_hour(plan, at)),
                    _figure("Service", str(explanation.service_level[at])),
                ],
                className="figures",
            ),
            html.H3("What extra time brings"),
            _curve(plan, at),
            html.H3("Its hours"),
            _hours_form(plan, work, at),
            html.H3("What it is good for"),
            html.Ul([good_item(plan, at, column) for column in range(len(GOODS))], className="goods"),
            *_known(plan, at),
        ],
    )


def _figure(title: str, value: str, note: str = "") -> html.Div:
    return html.Div([html.Span(title), html.B(value), *([html.Span(note)] if note else [])])


def next_hour(plan: Plan, at: int) -> str:
    """What the next hour on the account brings, money and points apart."""
    return hour_brings(plan.explanation.next_hour[at], plan.problem.in_money, plan.settings.currency)


def _curve(plan: Plan, at: int) -> html.Div:
    curves = plan.curves
    planned, today = float(plan.allocation.hours[at]), float(plan.problem.today[at])
    figure = curve_figure(curves.hours[at], curves.share[at], today, planned, str(plan.explanation.mainly[at]))
    reached = float(np.interp(planned, curves.hours[at], curves.share[at]))
    words = f"With {hours(planned)} it gives {percent(reached)} of its value"
    return html.Div(dcc.Graph(figure=figure, config={"displayModeBar": False}), role="img", **aria(label=words))


def _hours_form(plan: Plan, work: Work, at: int) -> html.Div:
    """Fix the hours, leave the account out, or give it back to the plan."""
    lock = work.overrides.get(str(plan.roster.names[at]), {}).get(Field.LOCK_HOURS)
    planned = round(float(plan.allocation.hours[at]), 2)
    note = "You fixed these hours." if lock is not None else "The plan decides these hours."
    return html.Div(
        [
            html.P(note, className="quiet"),
            html.Div(
                [
                    dmc.NumberInput(
                        id=ids.PANEL_HOURS,
                        value=planned,
                        min=0,
                        step=0.5,
                        suffix=" h",
                        w=120,
                        debounce=True,
                        **aria(label="Hours for this account"),
                    ),
                    button("Fix these hours", ids.PANEL_SET),
                    button("Leave out", ids.PANEL_LEAVE_OUT),
                    button("Let the plan decide", ids.PANEL_FREE, disabled=lock is None),
                ],
                className="row",
            ),
        ]
    )


def good_item(plan: Plan, at: int, column: int) -> html.Li:
    """One good: how strongly, and what says so."""
    strength = float(plan.tags.strength[at, column])
    good = GOODS[column]
    word = "not known" if np.isnan(strength) else "no" if strength == 0 else percent(strength)
    authority = Authority(str(plan.tags.authority[at, column]))
    reason = str(plan.tags.reason[at, column])
    source = AUTHORITY_TITLE[authority] if authority is not Authority.NOBODY else ""
    counted = float(plan.allocation.by_good[at, column])
    return html.Li(
        [
            chip(good),
            html.Span(GOOD_TITLE[good], className="good-name"),
            html.B(word),
            html.Span(" · ".join(part for part in (reason, source) if part), className="quiet"),
            *([html.Span(f"{hours(counted)} count as this", className="quiet")] if counted > 0.05 else []),
        ]
    )


def _known(plan: Plan, at: int) -> list[html.H3 | html.Dl]:
    """What the list says about the account, in its own columns."""
    fields = (Field.NEXT_STEP, Field.ECONOMIC_BUYER, Field.CHAMPION, Field.ALTERNATIVE, Field.STAGE, Field.NOTES)
    rows = [(FIELDS[name].title, str(plan.roster.text(name)[at])) for name in fields if plan.roster.text(name)[at]]
    if not rows:
        return []
    pairs = [part for title, text in rows for part in (html.Dt(title), html.Dd(text))]
    return [html.H3("From your list"), html.Dl(pairs)]
