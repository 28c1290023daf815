"""The What-if page: what-ifs side by side, the balance map and its price, how sure, where partners differ."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.jobs import Kind
from dashboard.parts import aria, button, callout, card, empty, heading, icon
from dashboard.workspace import WhatIf
from planner.explanation.text import about, count, hours, percent
from planner.export.words import BASELINE_TITLES, GROUP_TITLES
from planner.scenarios.compare import Comparison, Side, change_words
from planner.scenarios.draws import FEES, PROBABILITIES, RATINGS
from planner.schema import GROUPS

if TYPE_CHECKING:
    from dashboard.desk import View

MOVERS_SHOWN = 15
WAIT_MS = 600


def layout(view: View) -> html.Div:
    """The frame of the page; what takes time is filled in by the callbacks."""
    raters = view.plan.roster.raters
    return html.Div(
        className="stack scenarios-page",
        children=[
            html.H1("What if?"),
            *(
                part
                for kind in Kind
                for part in (
                    dcc.Store(id=ids.job(kind)),
                    dcc.Store(id=ids.job_ended(kind)),
                    dcc.Store(id=ids.job_seen(kind), data=""),
                )
            ),
            dcc.Interval(id=ids.JOB_CLOCK, interval=WAIT_MS),
            save_card(),
            html.Div(html.Div(dmc.Skeleton(h=260, radius="lg")), id=ids.COMPARED, className="stack"),
            map_card(),
            sure_card(),
            differ_card(tuple(raters)),
        ],
    )


def save_card() -> html.Section:
    """Keep the plan as it stands under a name."""
    return card(
        label="Keep a what-if",
        className="keep",
        children=[
            html.Div(
                [
                    html.H2("Keep this plan's settings as a what-if"),
                    html.P("Balance, hours and leeway are kept; play on, and compare.", className="quiet"),
                ]
            ),
            html.Div(
                className="row keep-form",
                children=[
                    dmc.TextInput(id=ids.WHAT_IF_NAME, placeholder="Two partners more", **aria(label="Its name")),
                    button("Keep it", ids.WHAT_IF_SAVE, primary=True),
                ],
            ),
        ],
    )


def compared(kept: Sequence[WhatIf], found: Comparison | None, problems: Sequence[str] = ()) -> list[Component]:
    """Everything that stands side by side."""
    notes = [callout(text, "warning") for text in problems]
    if found is None:
        return [card(notes, "Side by side")]
    first = [kept_card(kept)] if kept else []
    return [*first, sides_card(found, notes), movers_card(found)]


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
    words = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in one.changes.items())
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


def sides_card(found: Comparison, notes: Sequence[Component]) -> html.Section:
    """One column a side, one row a figure."""
    sides = found.sides
    head = html.Thead(html.Tr([html.Td(""), *(html.Th(side_title(s), scope="col") for s in sides)]))
    rows = [
        _row(f"{GROUP_TITLES[group]}: of the hours", [percent(float(s.shares[g])) for s in sides])
        for g, group in enumerate(GROUPS)
    ]
    rows += [
        _row(f"{GROUP_TITLES[group]}: of the most you could reach", [percent(float(s.attainment[g])) for s in sides])
        for g, group in enumerate(GROUPS)
    ]
    if found.in_money:
        rows.append(_row("Money to expect in a year", [about(s.money, found.currency) for s in sides]))
    rows.append(_row("In all, at the plan's weights", [percent(s.value) for s in sides], strong=True))
    rows.append(_row("Hours short of its balance", [hours(s.deviation) for s in sides]))
    rows.append(_row("Hours planned", [hours(s.used) for s in sides]))
    people = list(dict.fromkeys(name for side in found.plans for name in side.by_person))
    if len(people) > 1:
        rows += [
            _row(f"Hours of {name}", [hours(s.by_person[name]) if name in s.by_person else "" for s in sides])
            for name in people
        ]
    if any(s.changes for s in sides):
        cells = [html.Td(differs(s), className="differs") for s in sides]
        rows.append(html.Tr([html.Th("What differs", scope="row"), *cells]))
    return card(
        label="Side by side",
        children=[
            heading(
                "Side by side", "all measured alike: at the weights of the plan, against the most the list could reach"
            ),
            *notes,
            html.Div(
                html.Table([head, html.Tbody(rows)], className="plain sides"),
                className="scroll",
                tabIndex="0",
                role="region",
                **aria(label="Plans side by side"),
            ),
        ],
    )


def side_title(side: Side) -> str:
    return BASELINE_TITLES.get(side.name, side.name) if side.is_baseline else side.name


def differs(side: Side) -> str:
    return "; ".join(change_words(side)) if side.changes else ""


def _row(title: str, cells: Sequence[str], strong: bool = False) -> html.Tr:
    wrap = html.B if strong else html.Span
    return html.Tr([html.Th(title, scope="row"), *(html.Td(wrap(cell), className="number") for cell in cells)])


def movers_card(found: Comparison) -> html.Section:
    """Accounts whose hours differ, biggest first."""
    if not found.movers:
        text = "Keep a what-if and change the plan: what moves between them stands here."
        none = "None: every account keeps its hours." if len(found.plans) > 1 else text
        return card([heading("Accounts that move"), html.P(none)], "Accounts that move")
    plans = found.plans
    head = html.Tr(
        [
            html.Th("Account", scope="col"),
            *(html.Th(s.name, scope="col", className="number") for s in plans),
            html.Td(""),
        ]
    )
    rows = [
        html.Tr(
            [
                html.Th(mover.name, scope="row"),
                *(html.Td(hours(amount), className="number") for amount in mover.hours),
                html.Td(str(mover.move), className="quiet"),
            ]
        )
        for mover in found.movers[:MOVERS_SHOWN]
    ]
    more = len(found.movers) - len(rows)
    note = f"and {count(more, 'more account')} with other hours" if more > 0 else "biggest first"
    return card(
        label="Accounts that move",
        children=[
            heading("Accounts that move", note),
            html.Div(
                html.Table([html.Thead(head), html.Tbody(rows)], className="plain"),
                className="scroll",
                tabIndex="0",
                role="region",
                **aria(label="Accounts that move"),
            ),
        ],
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


def sure_card() -> html.Section:
    """How uncertain the inputs are, and what that does to the plan."""
    spreads = (
        ("fees", "Fees, give or take", 100 * FEES, " %", 300, 5),
        ("probabilities", "Odds of a chance, ×", round(math.exp(PROBABILITIES), 2), "", 20, 0.1),
        ("ratings", "Ratings, points of 5", RATINGS, "", 3, 0.1),
    )
    fields = [
        dmc.NumberInput(
            id=ids.SURE_SPREAD[name],
            label=title,
            value=value,
            min=1 if name == "probabilities" else 0,
            max=most,
            step=step,
            suffix=suffix,
            w=160,
        )
        for name, title, value, suffix, most, step in spreads
    ]
    return card(
        label="How sure",
        children=[
            heading(
                "How sure is this?",
                "fees, chances and ratings are guesses: draw them again many times, and plan each time",
            ),
            html.Div(
                [
                    *fields,
                    dmc.NumberInput(id=ids.SURE_DRAWS, label="Draws", value=200, min=1, max=5000, step=50, w=110),
                    button("Draw", ids.SURE_RUN),
                ],
                className="row sure-form",
            ),
            html.Div(id=ids.SURE_BODY),
        ],
    )


def differ_card(raters: Sequence[str]) -> html.Section:
    """Where several raters disagree, when there are several."""
    title = heading("Where partners differ")
    if len(raters) < 2:
        text = (
            "When several partners rate the same list, in columns such as “rating_others — Ana”, this shows where "
            "they disagree, what hangs on it, and a balance that all could live with."
        )
        return card(
            [
                title,
                html.P(text, className="quiet"),
                html.Div(id=ids.DIFFER_BODY),
                dcc.Store(id=ids.DIFFER_RUN),
            ],
            "Where partners differ",
        )
    return card(
        [
            title,
            html.Div(
                [html.Span(f"{', '.join(raters)} rated this list."), button("Compare them", ids.DIFFER_RUN)],
                className="row",
            ),
            html.Div(id=ids.DIFFER_BODY),
        ],
        "Where partners differ",
    )


def waiting(text: str) -> html.Div:
    return html.Div([html.Span(className="spinner", **aria(hidden="true")), text], className="reading", role="status")


def going(kind: Kind, done: int, of: int, what: str) -> html.Div:
    """A job's progress, with a way to stop it."""
    share = 100 * done / of if of else 0
    text = f"{done} of {of} {what}" if of else "Starting…"
    return html.Div(
        className="going",
        children=[
            dmc.Progress(value=share, size="md", **aria(label=text)),
            html.Div(
                [html.Span(text, role="status"), button("Stop", ids.job_stop(kind), size="xs")], className="row spread"
            ),
        ],
    )


def stopped(text: str) -> Component:
    """A job that ended without anything to show."""
    return empty("Stopped", text) if text == "Stopped." else callout([icon("warning"), text], "warning")
