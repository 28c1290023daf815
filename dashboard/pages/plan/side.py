"""Below the account table: what to do first, what holds the plan back, people, other ways, what was assumed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from dash import html

from dashboard.components.parts import aria, card, data, heading
from dashboard.components.setting_words import plain
from dashboard.components.shares import share_text
from dashboard.components.summary import moves, people
from dashboard.components.words import GROUP_TITLE, TO_COME, change, used_of
from planner.export.words import BASELINE_TITLES
from planner.goods import GROUPS, Group
from planner.text import hours

if TYPE_CHECKING:
    from planner.explanation.types import Binding
    from planner.result import Plan

FULL: Final = 1.005
OVER: Final = (
    "More than 100%: the most is what the plan’s hours could reach, no account beyond the most that it is taken to "
    "use. More hours, or more on one account, can pass that."
)


def plan_side(plan: Plan, priced: bool = True) -> html.Div:
    """Below the table: push and rest, what holds the plan back, people, compare with, what was assumed.

    Args:
        priced: whether it is known what hours and limits are worth; else their places are held.
    """
    cards = [
        push_and_rest(plan),
        html.Div(held_back(plan) if priced else None, **data(later="held")),
        html.Div(team(plan, priced), **data(later="people")),
        compare(plan),
        assumed(plan),
    ]
    return html.Div([part for part in cards if part is not None], className="side")


def push_and_rest(plan: Plan) -> html.Section:
    explanation = plan.explanation

    def names(title: str, accounts: tuple[int, ...], nothing: str) -> html.Div:
        items = [
            html.Li(
                [
                    html.Button(
                        str(plan.roster.names[at]),
                        type="button",
                        className="link",
                        **data(open=str(at)),
                    ),
                    html.Span(_hours_moved(plan, at), className="amount"),
                ]
            )
            for at in accounts
        ]
        return html.Div([html.H3(title), html.Ol(items, className="names") if items else html.P(nothing)])

    return card(
        label="What to do first",
        children=[
            heading("What to do first"),
            html.P(moves(plan), className="quiet"),
            *(
                [html.Ol([html.Li(text) for text in explanation.monday], className="monday")]
                if explanation.monday
                else []
            ),
            html.Div(
                [
                    names("Push", explanation.push, _nothing_to_push(plan)),
                    names("Rest", explanation.rest, "Nothing to rest."),
                ],
                className="columns",
            ),
        ],
    )


def _nothing_to_push(plan: Plan) -> str:
    return "Nothing to push: the hours lie well." if plan.allocation.hours.any() else "Nobody to push."


def held_back(plan: Plan) -> html.Section | None:
    """Limits that hold the plan back and what each costs; one without which the plan is the same is no news."""
    binding = [item for item in plan.explanation.binding if item.gain is None or item.gain.matters]
    if not binding:
        return None
    rows = [
        html.Li([html.Span(capital(plain(item.limit))), html.Span(_cost(item, plan), className="amount wrap")])
        for item in binding[:8]
    ]
    return card(
        [heading("What is holding the plan back"), html.Ul(rows, className="names")], "What is holding the plan back"
    )


def team(plan: Plan, priced: bool = True) -> html.Section | None:
    """Hours by person, where there is more than one."""
    persons = people(plan)
    if len(persons) < 2:
        return None
    rows = [
        html.Tr(
            [
                html.Th(person.name, scope="row"),
                html.Td(
                    [used_of(person.used, person.capacity), _full(person.used, person.capacity)], className="number"
                ),
                html.Td(person.next_hour if priced else TO_COME, className="brings"),
            ]
        )
        for person in persons
    ]
    head = html.Tr(
        [
            html.Th("Person", scope="col"),
            html.Th("Hours", scope="col", className="number"),
            html.Th("One more hour brings", scope="col"),
        ]
    )
    table = html.Table([html.Thead(head), html.Tbody(rows)], className="plain people")
    shared = plan.explanation.handover if priced else None
    hint = [] if shared is None else [html.P(shared.sentence, className="quiet")]
    return card([heading("People"), table, *hint], "People")


def _full(used: float, capacity: float) -> html.Div:
    """How much of somebody's time is planned, as a bar."""
    share = min(used / capacity, 1.0) if capacity > 0 else 0.0
    fill = html.Div(className="meter-fill", style={"width": f"{100 * share:.0f}%"})
    return html.Div(fill, className="meter", **aria(hidden="true"))


def compare(plan: Plan) -> html.Section | None:
    """The plan beside other ways to split the same hours: of the most that each group could reach."""
    baselines = plan.explanation.baselines
    if not baselines:
        return None
    ways = {"This plan": plan.allocation.attainment}
    ways |= {title: baselines[name].attainment for name, title in BASELINE_TITLES.items() if name in baselines}
    head = [html.Th(GROUP_TITLE[group], scope="col") for group in GROUPS]
    rows = [html.Tr([html.Th(name, scope="row"), *map(_reach, GROUPS, reached)]) for name, reached in ways.items()]
    return card(
        label="Compare with",
        children=[
            heading("Compare with", "of the most each could reach with all hours"),
            html.Table(
                [html.Thead(html.Tr([html.Td(), *head])), html.Tbody(rows)],
                className="plain reaches",
            ),
            *([html.P(OVER, className="quiet")] if any((reached > FULL).any() for reached in ways.values()) else []),
        ],
    )


def _reach(group: Group, value: float) -> html.Td:
    """How far a way gets for one group: a bar and its per cent; blank where nothing can be reached."""
    if not np.isfinite(value):
        return html.Td()
    width = f"{100 * min(max(float(value), 0.0), 1.0):.0f}%"
    bar = html.Div(html.Div(className=f"meter-fill {group}", style={"width": width}), className="meter")
    return html.Td([html.Span(share_text(float(value))), bar])


def assumed(plan: Plan) -> html.Section | None:
    sentences = plan.explanation.assumed
    if not sentences:
        return None
    return card(
        [heading("What was assumed"), html.Ul([html.Li(plain(text)) for text in sentences])], "What was assumed"
    )


def _hours_moved(plan: Plan, at: int) -> str:
    planned, today = float(plan.allocation.hours[at]), float(plan.problem.today[at])
    moved = change(planned - today)
    return f"{hours(planned)}{f' ({moved})' if moved else ''}"


def capital(text: str) -> str:
    """A text with its first letter large."""
    return text[:1].upper() + text[1:]


def _cost(item: Binding, plan: Plan) -> str:
    return "" if item.gain is None else f"without it {item.gain.compared(plan.settings.currency)}"
