"""What came of the long work of the What-if page: pure functions from its JSON to components."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.map_figure import map_figure, shares_text
from dashboard.parts import aria, heading, metric
from dashboard.words import GOOD_TITLE, GROUP_TITLE
from planner.explanation.text import about, count, hours, percent
from planner.schema import GROUPS, Good

ACCOUNTS_SHOWN = 40
DISAGREEMENTS_SHOWN = 12
Found = Mapping[str, Any]


def map_body(found: Found, measure: str) -> list[Component]:
    """The triangle, what it says in a sentence, and what balance costs."""
    points = found["points"]
    beyond = sum(point["reachable"] != "yes" for point in points)
    reach = (
        f"Crosses mark the {count(beyond, 'balance')} that your list cannot reach."
        if beyond
        else "Your list can reach every balance."
    )
    best = next((point for point in points if "best" in str(point["mark"] or "").split()), None)
    best_text = f" At your weights, {shares_text(best)} reaches most." if best is not None else ""
    return [
        html.Div(
            className="map-and-price",
            children=[
                html.Div(
                    dcc.Graph(
                        id=ids.MAP_FIGURE,
                        figure=map_figure(points, measure, found["currency"]),
                        config={"displayModeBar": False, "responsive": True},
                    ),
                    role="img",
                    **aria(label=f"Map of all balances. {reach}{best_text}"),
                ),
                html.Div(
                    [
                        html.P(reach + best_text),
                        html.H3("What balance costs"),
                        html.Ul([html.Li(sentence) for sentence in found["prices"]]),
                        html.P(found["note"], className="quiet"),
                    ],
                    className="stack tight",
                ),
            ],
        )
    ]


def sure_body(found: Found, currency: str) -> list[Component]:
    """How sure the plan is: figures, then how often each account is in."""
    kept, money = found["value_kept"], found["money"]
    figures = [
        metric(
            "The same in nine draws of ten",
            percent(found["same_in_nine_of_ten"]),
            "of the hours",
            found["same_in_nine_of_ten"],
            "you",
        ),
        metric(
            "What the plan keeps",
            percent(kept["50"]),
            f"of the best possible; at least {percent(kept['10'])} in nine of ten",
            kept["50"],
            "you",
        ),
    ]
    if money["50"] is not None:
        span = f"{about(money['10'], currency)} to {about(money['90'], currency)} in eight of ten"
        figures.append(metric("Money to expect", about(money["50"], currency), span))
    figures.append(metric("The plan best over all draws", gain_text(found["offer_gain"]), offer_text(found)))
    early = found["draws"] < found["asked"]
    note = f"after {found['draws']} of {found['asked']} draws" if early else f"{found['draws']} draws"
    accounts = sorted(found["accounts"], key=lambda a: (-a["often"], -a["hours"], a["account"]))
    shown = [account for account in accounts if account["often"] > 0]
    return [
        html.Div(figures, className="metrics"),
        heading("How often each account is in", note, level=3),
        html.Div(
            html.Table([_sure_head(), html.Tbody([_sure_row(a) for a in shown[:ACCOUNTS_SHOWN]])], className="plain"),
            className="scroll tall",
            tabIndex="0",
            role="region",
            **aria(label="How often each account is in"),
        ),
    ]


def gain_text(gain: float) -> str:
    return "yours" if gain < 0.0005 else f"+{100 * gain:.1f}%"


def offer_text(found: Found) -> str:
    """Where the plan that does best over the draws puts other hours."""
    if found["offer_gain"] < 0.0005:
        return "no other plan does better"
    moves = sorted(found["accounts"], key=lambda a: -abs(a["offer_hours"] - a["hours"]))[:2]
    words = [f"{a['account']} {hours(a['offer_hours'])} instead of {hours(a['hours'])}" for a in moves]
    return "; ".join(words)


def _sure_head() -> html.Thead:
    heads = ("Account", "Planned", "In", "Hours in eight draws of ten")
    return html.Thead(
        html.Tr([html.Th(text, scope="col", className="number" if at else "") for at, text in enumerate(heads)])
    )


def _sure_row(account: Mapping[str, Any]) -> html.Tr:
    low, _, high = account["hours_range"]
    span = hours(low) if low == high else f"{hours(low)} to {hours(high)}"
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
            html.Td([bar, often], className="number"),
            html.Td(span, className="number"),
        ]
    )


def differ_body(found: Found) -> list[Component]:
    """Disagreements by what hangs on them, each partner's balance, and the balances that suit all."""
    partners: Sequence[str] = found["partners"]
    parts: list[Component] = [html.P(settle_text(found), className="lead")]
    rows = [
        html.Tr(
            [
                html.Th(d["account"], scope="row"),
                html.Td(GOOD_TITLE[Good(d["good"])]),
                *(html.Td(f"{d['ratings'][p]:g}" if p in d["ratings"] else "–", className="number") for p in partners),
                html.Td(hours(d["effect_hours"]), className="number"),
            ]
        )
        for d in found["disagreements"][:DISAGREEMENTS_SHOWN]
    ]
    head = ["Account", "How it is good", *partners, "Hours that hang on it"]
    parts.append(heading("Disagreements, by what hangs on them", level=3))
    parts.append(_table(head, rows) if rows else html.P("Nobody disagrees."))
    parts.append(
        heading("What each partner's own plan would lose", "by the ratings and the balance of the others", level=3)
    )
    loss = [
        html.Tr([html.Th(name, scope="row"), *(html.Td(percent(cell), className="number") for cell in line)])
        for name, line in zip(partners, found["loss"], strict=True)
    ]
    parts.append(_table(["The plan of", *(f"to {name}" for name in partners)], loss))
    return parts


def settle_text(found: Found) -> str:
    """The balance that the least content partner minds least, and the one with the least average loss."""
    worst, average = found["least_worst"], found["least_average"]
    own = "; ".join(f"{name} {_balance(balance)}" for name, balance in found["balances"].items())
    return (
        f"Own balances: {own}. At {_balance(worst['balance'])} nobody loses more than {percent(worst['loss'])}; "
        f"at {_balance(average['balance'])} the average loss is least, {percent(average['loss'])}."
    )


def _balance(shares: Mapping[str, float]) -> str:
    return "/".join(f"{100 * shares[group]:.0f}" for group in GROUPS)


def _table(head: Sequence[str], rows: Sequence[html.Tr]) -> html.Div:
    return html.Div(
        html.Table(
            [html.Thead(html.Tr([html.Th(text, scope="col") for text in head])), html.Tbody(list(rows))],
            className="plain",
        ),
        className="scroll",
        tabIndex="0",
        role="region",
        **aria(label=head[0]),
    )


def balance_text(shares: Sequence[float]) -> str:
    """`20% good for others, 30% builds strengths, 50% good for you`."""
    return ", ".join(
        f"{100 * share:.0f}% {GROUP_TITLE[group].lower()}" for group, share in zip(GROUPS, shares, strict=True)
    )
