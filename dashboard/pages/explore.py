"""The What-if page: what-ifs to keep and compare, the balance map and its price, how sure, where partners differ."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.parts import aria, button, callout, card, empty, heading, icon
from dashboard.components.setting_words import setting_words
from dashboard.pages.partners import differ_card
from dashboard.pages.side_by_side import side_by_side
from dashboard.pages.tags import history
from dashboard.service.job_store import Kind
from dashboard.state.what_ifs import TRIES
from dashboard.state.workspace import WhatIf
from planner.explanation.text import count
from planner.scenarios.draws import FEES, HALF_HOURS, PROBABILITIES, RATINGS

if TYPE_CHECKING:
    from dashboard.service.plan_service import View
    from planner.scenarios.compare import Comparison

WAIT_MS = 600
CHANCE: Final = 0.4
"""A chance to picture a spread of log odds by."""


def layout(view: View) -> html.Div:
    """The frame of the page; what takes time is filled in by the callbacks."""
    stores = [
        store
        for kind in Kind
        for store in (
            dcc.Store(id=ids.job(kind)),
            dcc.Store(id=ids.job_ended(kind)),
            dcc.Store(id=ids.job_seen(kind), data=""),
        )
    ]
    return html.Div(
        className="stack scenarios-page",
        children=[
            html.Div(
                [html.H1("What if?"), html.Div(history(view.work), id=ids.WHAT_IF_HISTORY, className="history")],
                className="page-head",
            ),
            *stores,
            dcc.Interval(id=ids.JOB_CLOCK, interval=WAIT_MS),
            dcc.Store(id=ids.JOB_STOPPED),
            save_card(),
            html.Div(html.Div(dmc.Skeleton(h=260, radius="lg")), id=ids.COMPARED, className="stack"),
            map_card(),
            sure_card(),
            html.Div(differ_card(view), id=ids.DIFFER_CARD),
        ],
    )


def save_card() -> html.Section:
    """Keep the plan as it stands under a name, or try something at once."""
    tries = [
        dmc.Button(name, id=ids.what_if_try(name), variant="default", size="xs", radius="xl", n_clicks=0)
        for name in TRIES
    ]
    return card(
        label="Keep a what-if",
        className="keep",
        children=[
            html.Div(
                className="keep-main",
                children=[
                    html.Div(
                        [
                            html.H2("Keep this plan as a what-if"),
                            html.P("Its balance, hours and limits are kept; play on, and compare.", className="quiet"),
                        ]
                    ),
                    html.Div(
                        className="row keep-form",
                        children=[
                            dmc.TextInput(
                                id=ids.WHAT_IF_NAME,
                                placeholder="Two partners more",
                                debounce=True,
                                **aria(label="Its name"),
                            ),
                            button("Keep it", ids.WHAT_IF_SAVE, primary=True),
                        ],
                    ),
                ],
            ),
            html.Div(
                [html.Span("Or try one at once:", className="quiet"), *tries],
                className="row",
                role="group",
                **aria(label="Ready-made what-ifs"),
            ),
        ],
    )


def compared(kept: Sequence[WhatIf], found: Comparison | None, problems: Sequence[str] = ()) -> list[Component]:
    """The what-ifs that were kept, and everything that stands side by side."""
    first = [kept_card(kept)] if kept else []
    if found is None:
        return [*first, card([callout(text, "warning") for text in problems], "Side by side")]
    return [*first, *side_by_side(found, problems)]


def kept_card(kept: Sequence[WhatIf]) -> html.Section:
    """The what-ifs by name, with what can be done with each."""
    return card(
        label="Kept what-ifs",
        children=[
            heading("Kept what-ifs", count(len(kept), "what-if")),
            html.Ul([kept_item(one, at) for at, one in enumerate(kept)], className="kept"),
        ],
    )


def kept_item(one: WhatIf, at: int) -> html.Li:
    words = ", ".join(setting_words(name, value) for name, value in one.changes.items())
    actions = (("use", "Plan with it"), ("copy", "Copy"), ("delete", "Delete"))
    return html.Li(
        [
            dmc.TextInput(
                id=ids.what_if_name(at),
                value=one.name,
                debounce=True,
                **aria(label=f"Name of {one.name}"),
            ),
            html.Span(words, className="quiet"),
            html.Span(
                [
                    dmc.Button(
                        text,
                        id=ids.what_if(at, action),
                        variant="default",
                        size="xs",
                        n_clicks=0,
                        **aria(label=f"{text}: {one.name}"),
                    )
                    for action, text in actions
                ],
                className="row",
            ),
        ]
    )


def map_card() -> html.Section:
    """The triangle of all balances and what balance costs."""
    return card(
        label="Balance map",
        className="map-card",
        children=[
            html.Div(
                [
                    heading("Every balance there is", "click one to plan with it"),
                    dmc.Select(
                        id=ids.MAP_MEASURE,
                        data=[],
                        value="value",
                        allowDeselect=False,
                        w=280,
                        **aria(label="What the colour shows"),
                    ),
                ],
                className="row spread",
            ),
            html.Div(waiting("Working out 231 balances…"), id=ids.MAP_BODY),
        ],
    )


def chance_of(spread: float) -> float:
    """What a chance of 40% becomes at so much more of log odds: the spread of chances as one can picture it."""
    return 1 / (1 + math.exp(-spread) * (1 - CHANCE) / CHANCE)


def spread_of(chance: float) -> float:
    """The log odds between a chance of 40% and another one.

    Raises:
        ValueError: where the other is not from 40% to under 100%.
    """
    if not CHANCE <= chance < 1:
        raise ValueError(chance)
    return math.log(chance / (1 - chance) * (1 - CHANCE) / CHANCE)


def sure_card() -> html.Section:
    """How uncertain the inputs are, and what that does to the plan."""
    spreads = (
        ("fees", "Fees, give or take", 100 * FEES, "%", 300, 5),
        ("probabilities", "A chance of 40% may be", round(100 * chance_of(PROBABILITIES), 1), "%", 95, 1),
        ("ratings", "Ratings, points of 5", RATINGS, "", 3, 0.1),
        ("half_hours", "Time to half the benefit, give or take", 100 * HALF_HOURS, "%", 200, 5),
    )
    fields = [
        dmc.NumberInput(
            id=ids.SURE_SPREAD[name],
            label=title,
            value=value,
            min=40 if name == "probabilities" else 0,
            max=most,
            step=step,
            suffix=suffix,
            w=190,
            debounce=True,
        )
        for name, title, value, suffix, most, step in spreads
    ]
    return card(
        label="How sure",
        children=[
            heading(
                "How sure is this?",
                "fees, chances, ratings and what time brings are guesses: draw them many times, and plan each time",
            ),
            html.Div(
                [
                    *fields,
                    dmc.NumberInput(
                        id=ids.SURE_DRAWS, label="Draws", value=200, min=1, max=5000, step=50, w=110, debounce=True
                    ),
                    button("Draw", ids.SURE_RUN),
                ],
                className="row sure-form",
            ),
            html.Div(id=ids.SURE_BODY),
        ],
    )


def waiting(text: str) -> html.Div:
    return html.Div([html.Span(className="spinner", **aria(hidden="true")), text], className="reading", role="status")


def going(kind: Kind, done: int, of: int, what: str, waits: bool = False) -> html.Div:
    """A job's progress, or that others come before it, with a way to stop it."""
    share = 100 * done / of if of else 0
    text = f"{done} of {of} {what}" if of else "Waiting for its turn…" if waits else "Starting…"
    return html.Div(
        className="going",
        children=[
            dmc.Progress(value=share, size="md", **aria(label=text)),
            html.Div(
                [html.Span(text, role="status"), button("Stop", ids.job_stop(kind), size="xs")], className="row spread"
            ),
        ],
    )


AGAIN: Final = {Kind.SURE: "draw again", Kind.DIFFER: "compare again"}


def of_before(kind: Kind) -> list[Component]:
    """Said above figures that belong to the plan as it was."""
    return [callout(f"These figures are of the plan before your last change; {AGAIN[kind]} for this one.", "warning")]


def stopped(text: str) -> Component:
    """A job that ended without anything to show."""
    return empty("Stopped", text) if text == "Stopped." else callout([icon("warning"), text], "warning")
