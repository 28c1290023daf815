"""The Explore page, in four tabs: compare what-ifs, the balance map and its price, how sure, where partners differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.parts import aria, button, callout, card, empty, heading, icon, step_buttons
from dashboard.components.setting_words import setting_words
from dashboard.pages.explore.own_split import own_split_card
from dashboard.pages.explore.partners import differ_card
from dashboard.pages.explore.side_by_side import side_by_side
from dashboard.pages.explore.sure import sure_card
from dashboard.service.job_store import Kind
from dashboard.state.what_ifs import TRIES
from dashboard.state.workspace import WhatIf
from planner.text import count

if TYPE_CHECKING:
    from dashboard.service.plan_service import View
    from planner.scenarios.compare import Comparison

WAIT_MS: Final = 600
TABS: Final = (
    ("compare", "Compare"),
    ("map", "Balance and its price"),
    ("sure", "How sure"),
    ("partners", "Partners"),
)


def layout(view: View) -> html.Div:
    """The frame of the page; what takes time is filled in by the callbacks."""
    return html.Div(
        className="stack explore-page",
        children=[
            html.Div(
                [
                    html.Div([html.H1("What if?"), html.P("Beside your plan; nothing changes until you say so.")]),
                    html.Div(step_buttons(view.work), id=ids.WHAT_IF_HISTORY),
                ],
                className="page-head",
            ),
            *job_stores(),
            dcc.Interval(id=ids.JOB_CLOCK, interval=WAIT_MS),
            dcc.Store(id=ids.JOB_STOPPED),
            dmc.Tabs(
                id=ids.EXPLORE_TABS,
                value=TABS[0][0],
                keepMounted=True,
                persistence=True,
                persistence_type="session",
                children=[
                    dmc.TabsList([dmc.TabsTab(title, value=name) for name, title in TABS], **aria(label="Explore")),
                    *(
                        dmc.TabsPanel(content, value=name)
                        for (name, _), content in zip(TABS, contents(view), strict=True)
                    ),
                ],
            ),
        ],
    )


def contents(view: View) -> list[Component]:
    """What stands in each tab."""
    waits = html.Div(dmc.Skeleton(h=260, radius="lg"))
    return [
        html.Div(
            [save_card(), own_split_card(view.plan), html.Div(waits, id=ids.COMPARED, className="stack")],
            className="stack",
        ),
        map_card(),
        sure_card(),
        html.Div(differ_card(view), id=ids.DIFFER_CARD),
    ]


def job_stores() -> list[dcc.Store]:
    """Of each kind of long work: its token, what was asked for, its end, and what of it the page shows."""
    return [
        store
        for kind in Kind
        for store in (
            dcc.Store(id=ids.job(kind)),
            dcc.Store(id=ids.job_asked(kind)),
            dcc.Store(id=ids.job_ended(kind)),
            dcc.Store(id=ids.job_seen(kind), data=""),
        )
    ]


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
                    heading("Every balance there is", "click one to plan with it; it can be undone"),
                    dmc.Select(
                        id=ids.MAP_MEASURE,
                        data=[],
                        value="value",
                        allowDeselect=False,
                        w=310,
                        **aria(label="What the colour shows"),
                    ),
                ],
                className="row spread",
            ),
            html.Div(waiting("Working out every balance…"), id=ids.MAP_BODY),
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


AGAIN: Final = {Kind.SURE: "try it again", Kind.DIFFER: "compare again"}


def of_before(kind: Kind) -> list[Component]:
    """Said above figures that belong to the plan as it was."""
    return [callout(f"These figures are of the plan before your last change; {AGAIN[kind]} for this one.", "warning")]


def stopped(text: str) -> Component:
    """A job that ended without anything to show."""
    return empty("Stopped", text) if text == "Stopped." else callout([icon("warning"), text], "warning")
