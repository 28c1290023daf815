"""Where partners differ: whose ratings are in, what hangs on their differences, and balances that suit all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.parts import aria, button, card, chip, data, drop_zone, figures_table, heading, heads
from dashboard.components.words import GOOD_TITLE
from dashboard.state.list_loading import MEGABYTE
from planner.goods import GOODS, GROUPS, Good
from planner.text import count, hours, listed, percent

if TYPE_CHECKING:
    from dashboard.service.plan_service import View

DISAGREEMENTS_SHOWN = 12
ACCOUNTS_SHOWN = 60
HARDLY = 0.001
"""A loss, or a difference between two, that nobody would notice."""
FAR_APART = 0.6
NOTHING = "nothing"
Found = Mapping[str, Any]


def differ_card(view: View) -> html.Section:
    """Whose ratings are in, a place to drop more, and the comparison once it was asked for."""
    raters = tuple(view.plan.roster.raters)
    title = "Where partners differ"
    ready = len(raters) > 1
    said = (
        f"{listed(list(raters))} rated this list. The plan goes by the average."
        if ready
        else "Drop each partner's copy of this list, rated and named after the partner (ana.xlsx, ben.xlsx); or keep "
        "columns such as “Good for others — Ana”. See where you disagree, what hangs on it, what all could live with."
    )
    return card(
        label=title,
        children=[
            heading(title),
            html.P(said, className="" if ready else "quiet"),
            html.Div(
                [
                    *([button("Compare them", ids.DIFFER_RUN)] if ready else [dcc.Store(id=ids.DIFFER_RUN)]),
                    drop_zone(ids.RATERS, "Drop partners' ratings, or choose files", name="drop small"),
                ],
                className="row",
            ),
            *([rater_files(view)] if view.work.raters else []),
            html.Div(id=ids.UPLOAD_LIMIT, hidden=True, **data(bytes=str(int(view.max_file_mb * MEGABYTE)))),
            html.Div(id=ids.RATERS_ERROR),
            html.Div(id=ids.DIFFER_BODY),
        ],
    )


def rater_files(view: View) -> html.Ul:
    """The files of ratings that are in, each with a way to take it out."""
    return html.Ul(
        [
            html.Li(
                [
                    html.Span([html.B(PurePath(file.name).stem), html.Span(f" {file.name}", className="quiet")]),
                    button("Take out", ids.rater_drop(file.digest), size="xs", **aria(label=f"Take out {file.name}")),
                ]
            )
            for file in view.work.raters
        ],
        className="names",
    )


def differ_body(found: Found) -> list[Component]:
    """Balances that suit all; disagreements by what hangs on them; agreement; what each own plan would lose."""
    return [*_suits(found), *_disagreements(found), *_agreement(found), *_own_plans(found)]


def balance_of(shares: Mapping[str, float]) -> str:
    """`20/30/50`."""
    return "/".join(f"{100 * shares[group]:.0f}" for group in GROUPS)


def _suits(found: Found) -> list[Component]:
    """What each of a few balances costs each partner, with a button to plan with it."""
    partners: Sequence[str] = found["partners"]
    worst, average, chosen = found["least_worst"], found["least_average"], found["chosen"]
    rows = [
        _suit("Nobody loses much", worst, partners),
        _suit("Least on average", average, partners),
        *(
            _suit(f"{name}'s own", {"balance": balance, "by": None}, partners)
            for name, balance in found["balances"].items()
            if found["own_balance"][name]
        ),
        _suit("As chosen", chosen, partners, apply=False),
    ]
    head = heads("Balance", "others / strengths / you", *(f"{name} loses" for name in partners), "", words=2)
    title = "What a balance costs each partner"
    note = "of what their own plan would reach, by their own ratings"
    return [html.P(settled(found), className="lead"), heading(title, note, level=3), figures_table(title, [head], rows)]


def settled(found: Found) -> str:
    """Whether another balance would suit the least content partner better than the chosen one, and which."""
    worst, chosen = found["least_worst"], found["chosen"]
    name = max(chosen["by"], key=lambda one: chosen["by"][one])
    now, then = loss(chosen["loss"]), loss(worst["loss"])
    if chosen["loss"] - worst["loss"] < HARDLY:
        most = "anything" if now == NOTHING else f"more than {now}"
        return f"Your balance suits everybody: nobody loses {most} of what their own plan reaches."
    start = f"At {balance_of(worst['balance'])} nobody loses more than {then} of what their own plan reaches"
    return f"{start}; at your balance {name} loses {now}."


def loss(share: float) -> str:
    """To a tenth of a per cent, because small losses are compared: `1.2%`, `nothing`."""
    return NOTHING if share < HARDLY / 2 else f"{100 * share:.1f}%"


def _suit(title: str, at: Mapping[str, Any], partners: Sequence[str], apply: bool = True) -> html.Tr:
    balance = balance_of(at["balance"])
    named = aria(label=f"Plan with {balance}: {title}")
    offered = button("Plan with it", ids.apply_balance(balance, title), size="xs", **named)
    action = offered if apply else html.Span("now", className="quiet")
    losses = [loss(at["by"][name]) if at["by"] else "" for name in partners]
    return html.Tr(
        [
            html.Th(title, scope="row"),
            html.Td(balance),
            *(html.Td(text, className="number") for text in losses),
            html.Td(action, className="number"),
        ]
    )


def _disagreements(found: Found) -> list[Component]:
    partners: Sequence[str] = found["partners"]
    every = found["disagreements"]
    if not every:
        return [html.P("Nobody disagrees about any account.")]
    rows = [
        html.Tr(
            [
                html.Th(d["account"], scope="row"),
                html.Td(chip(d["good"])),
                *(html.Td(f"{d['ratings'][p]:g}" if p in d["ratings"] else "–", className="number") for p in partners),
                html.Td(_hangs(d["effect_hours"]), className="number"),
            ]
        )
        for d in every[:DISAGREEMENTS_SHOWN]
    ]
    more = len(every) - len(rows)
    note = "ratings 0 to 5; talk about these first" + (f"; {count(more, 'smaller one')} not shown" if more > 0 else "")
    head = heads("Account", "How it is good", *partners, "Hours that hang on it", words=2)
    title = "Disagreements, by what hangs on them"
    return [heading(title, note, level=3), figures_table(title, [head], rows)]


def _hangs(effect: float | None) -> str:
    """Hours that would go elsewhere; a dash where it was not worked out."""
    if effect is None:
        return "–"
    return hours(effect) if effect >= 0.25 else "none"


def _agreement(found: Found) -> list[Component]:
    """How far partners agree on each account and good, the least agreed accounts first."""
    by_account: dict[str, dict[str, float]] = {}
    for one in found["agreement"]:
        by_account.setdefault(one["account"], {})[one["good"]] = one["agreement"]
    if not by_account:
        return []
    ordered = sorted(by_account.items(), key=lambda item: (min(item[1].values()), sum(item[1].values())))
    rated = [good for good in GOODS if any(good in goods for goods in by_account.values())]
    alike = sum(min(goods.values()) > 0.999 for goods in by_account.values())
    rows = [
        html.Tr(
            [html.Th(name, scope="row"), *(html.Td(_agreed(goods.get(good)), className="number") for good in rated)]
        )
        for name, goods in ordered[:ACCOUNTS_SHOWN]
        if min(goods.values()) <= 0.999
    ]
    title = "How far you agree"
    note = f"100% is the same rating; you agree in everything on {alike} of {count(len(by_account), 'account')}"
    if not rows:
        return [heading(title, note, level=3)]
    head = heads("Account", *(GOOD_TITLE[Good(good)] for good in rated))
    return [heading(title, note, level=3), figures_table(title, [head], rows, tall=True)]


def _agreed(share: float | None) -> Component | str:
    """Strong where partners are far apart, quiet where they agree."""
    if share is None:
        return "–"
    if share > 0.999:
        return html.Span(percent(share), className="quiet")
    return html.B(percent(share)) if share < FAR_APART else percent(share)


def _own_plans(found: Found) -> list[Component]:
    partners: Sequence[str] = found["partners"]
    rows = []
    for name, losses in zip(partners, found["loss"], strict=True):
        cells = ["–" if other == name else loss(lost) for other, lost in zip(partners, losses, strict=True)]
        rows.append(html.Tr([html.Th(name, scope="row"), *(html.Td(cell, className="number") for cell in cells)]))
    title = "What each partner's own plan would lose"
    head = heads("The plan of", *(f"to {name}" for name in partners))
    return [
        heading(title, "by the ratings and the balance of the others", level=3),
        figures_table(title, [head], rows),
    ]
