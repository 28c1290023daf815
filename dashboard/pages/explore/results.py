"""What came of the long work of the Explore page: pure functions from its JSON to components."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.balance_triangle import choice_text, map_figure, shares_text
from dashboard.components.parts import aria, button, callout, figures_table, heading, heads, metric
from dashboard.components.words import GROUP_TITLE
from planner.goods import GROUPS
from planner.text import about, count, hours, listed, percent

ACCOUNTS_SHOWN = 12
MOST_ACCOUNTS = 60
OFFER_SHOWN = 4
NOTHING_GAINED = 0.0005
"""Gain of another plan that is as good as none."""
Found = Mapping[str, Any]


def map_body(found: Found, measure: str) -> list[Component]:
    """The triangle, what it says in a sentence, a way to choose without the mouse, and what balance costs."""
    points = found["points"]
    said = map_sentence(points)
    figure = map_figure(points, measure, found["currency"], found.get("partners", {}))
    drawing = dcc.Graph(
        id=ids.MAP_FIGURE, figure=figure, responsive=True, config={"displayModeBar": False}, style={"height": "100%"}
    )
    words = [
        html.P(said),
        choose_form(points, found["currency"]),
        html.H3("What balance costs"),
        *(_price(price) for price in found["prices"]),
        html.P(found["note"], className="quiet"),
    ]
    return [
        html.Div(
            className="map-and-price",
            children=[
                html.Div(drawing, className="map-drawing", role="img", **aria(label=f"Map of all balances. {said}")),
                html.Div(words, className="stack tight"),
            ],
        )
    ]


def map_sentence(points: Sequence[Mapping[str, Any]]) -> str:
    """How much of the map is within reach, and where the most is reached."""
    beyond = sum(point["reachable"] != "yes" for point in points)
    reach = (
        f"Crosses mark the {count(beyond, 'balance')} that your list cannot reach."
        if beyond
        else "Your list can reach every balance."
    )
    best = next((point for point in points if "best" in str(point["mark"] or "").split()), None)
    return f"{reach} Weighed as you chose, {shares_text(best)} reaches most." if best is not None else reach


def choose_form(points: Sequence[Mapping[str, Any]], currency: str) -> html.Div:
    """The same choice as a click on the map, for the keyboard."""
    choices = [{"value": shares_text(point), "label": choice_text(point, currency)} for point in points]
    return html.Div(
        [
            dmc.Select(
                id=ids.MAP_PICK,
                label="Look one up: others / strengths / you",
                placeholder="20/30/50",
                data=choices,
                searchable=True,
                nothingFoundMessage="There is no such balance on the map.",
                limit=40,
                className="grow",
            ),
            button("Plan with it", ids.MAP_PICK_USE),
        ],
        className="row end",
    )


def _price(price: Mapping[str, Any]) -> html.Div:
    """What two groups cost each other."""
    first, second = price["pair"]
    return html.Div(
        [
            html.Div(
                [
                    html.Span(className=f"dot {first}", **aria(hidden="true")),
                    html.Span(className=f"dot {second}", **aria(hidden="true")),
                    f"{first.capitalize()} and {second}",
                ],
                className="of-group pair",
            ),
            html.Ul([html.Li(sentence) for sentence in price["sentences"]], className="prices"),
        ]
    )


def sure_body(found: Found, currency: str) -> list[Component]:
    """How sure the plan is: figures, what would do better, then how often each account is in."""
    early = found["draws"] < found["asked"]
    note = f"after {found['draws']} of {found['asked']} tries" if early else f"in {found['draws']} tries"
    accounts = sorted(found["accounts"], key=lambda a: (-a["often"], -a["hours"], a["account"]))
    shown = [_sure_row(account) for account in accounts if account["often"] > 0]
    head = heads("Account", "In your plan", "Gets time", "Hours, most of the time")
    title = "How often each account gets time"
    return [
        html.Div(sure_figures(found, currency), className="metrics three"),
        offer(found),
        heading(title, f"{note}; most of the time is eight of ten", level=3),
        figures_table(title, [head], shown[:ACCOUNTS_SHOWN]),
        *_further(head, shown),
    ]


def _further(head: html.Tr, rows: Sequence[html.Tr]) -> list[Component]:
    """The accounts past the first, folded, so that nobody takes the first for all of them."""
    more = rows[ACCOUNTS_SHOWN:MOST_ACCOUNTS]
    if not more:
        return []
    left = len(rows) - MOST_ACCOUNTS
    beyond = [html.P(f"and {count(left, 'more account')}, less often", className="quiet")] if left > 0 else []
    title = count(len(rows) - ACCOUNTS_SHOWN, "more account")
    return [html.Details([html.Summary(title), figures_table("Further accounts", [head], more), *beyond])]


def sure_figures(found: Found, currency: str) -> list[html.Div]:
    """What is the same nearly always, what the plan keeps, and the margin to expect."""
    kept, money, same = found["value_kept"], found["money"], found["same_in_nine_of_ten"]
    note = f"of the best plan with hindsight; at least {percent(min(kept['10'], 1.0))} in nine tries of ten"
    figures = [
        metric("Hours you can rely on", percent(same), "of your hours go the same way in nine tries of ten", same, ""),
        metric("If you keep to this plan", percent(min(kept["50"], 1.0)), note, kept["50"], ""),
    ]
    if money["50"] is not None:
        most = f"{about(money['10'], currency)} to {about(money['90'], currency)} in eight of ten"
        span = f"in the middle of the tries; {most}"
        figures.append(metric("Expected margin a year", about(money["50"], currency), span))
    return figures


def offer(found: Found) -> html.Div:
    """The plan that does best over all tries, with a button to plan with it; or that this one does."""
    if found["offer_gain"] < NOTHING_GAINED:
        return callout("No other plan does better over all the tries than yours.", "good")
    return callout(
        html.Div(
            [
                html.Span(
                    [
                        html.B("Another plan does better over all the tries: "),
                        f"{100 * found['offer_gain']:.1f}% more than yours on average. {offer_text(found)}",
                    ]
                ),
                button("Fix these hours", ids.OFFER_USE),
            ],
            className="row spread offer",
        ),
        "note",
    )


def offer_text(found: Found) -> str:
    """Where the plan that does best over the tries puts other hours, the widest differences first."""
    moves = [a for a in found["accounts"] if abs(a["offer_hours"] - a["hours"]) >= 0.25]
    moves.sort(key=lambda a: -abs(a["offer_hours"] - a["hours"]))
    words = [f"{a['account']} {hours(a['offer_hours'])} (not {hours(a['hours'])})" for a in moves[:OFFER_SHOWN]]
    more = len(moves) - len(words)
    return f"{listed([*words, *([count(more, 'more account')] if more > 0 else [])])}."


def _sure_row(account: Mapping[str, Any]) -> html.Tr:
    low, _, high = account["hours_range"]
    span = hours(low) if low == high else f"{hours(low).removesuffix(' h')} to {hours(high)}"
    often = "always" if account["often"] > 0.995 else percent(account["often"])
    bar = html.Span(
        html.Span(className="often-fill", style={"width": f"{100 * account['often']:.0f}%"}),
        className="often",
        **aria(hidden="true"),
    )
    return html.Tr(
        [
            html.Th(account["account"], scope="row"),
            html.Td(hours(account["hours"]), className="number"),
            html.Td([bar, html.Span(often, className="often-words")], className="number"),
            html.Td(span, className="number"),
        ]
    )


def balance_text(shares: Sequence[float]) -> str:
    """`20% good for others, 30% builds strengths, 50% good for you`."""
    return ", ".join(
        f"{100 * share:.0f}% {GROUP_TITLE[group].lower()}" for group, share in zip(GROUPS, shares, strict=True)
    )
