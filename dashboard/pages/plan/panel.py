"""The panel of one account: why, its hours by hand, what it is good for, its facts to correct, what time brings."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import dash_mantine_components as dmc
import numpy as np
from dash import dcc, html
from numpy.typing import NDArray

from dashboard import ids
from dashboard.components.figures import curve_figure
from dashboard.components.parts import aria, button, data
from dashboard.components.words import AUTHORITY_TITLE, GOOD_TITLE, full_date, hour_brings
from dashboard.tables.clients import strength_words
from planner.fields import FIELDS, Field, Kind
from planner.goods import GOODS
from planner.text import hours, money, percent
from planner.vocabulary import Authority, Origin, Relationship

if TYPE_CHECKING:
    from dashboard.state.workspace import Workspace
    from planner.result import Plan


EDITED: Final = (
    Field.RELATIONSHIP,
    Field.ANNUAL_FEE,
    Field.PROBABILITY,
    Field.EXPECTED_DATE,
    Field.CURRENT_HOURS,
    Field.MAX_HOURS,
    Field.INDUSTRY,
    Field.OWNER,
    Field.NEXT_STEP,
    Field.NEXT_STEP_DATE,
    Field.LAST_CONTACT,
    Field.ECONOMIC_BUYER,
)
"""Facts that the panel offers to correct."""
PLACEHOLDERS: Final = {Field.PROBABILITY: "60%", Field.EXPECTED_DATE: "1 Mar 2027", Field.CURRENT_HOURS: "12 h"}


def panel() -> dmc.Drawer:
    """The empty panel; its body is filled when an account is opened."""
    return dmc.Drawer(
        id=ids.PANEL,
        title="",
        position="right",
        size="lg",
        opened=False,
        closeButtonProps={"aria-label": "Close"},
        children=[
            dcc.Store(id=ids.PANEL_ACCOUNT),
            dcc.Store(id=ids.GUESS),
            dcc.Store(id=ids.PANEL_DRAWN),
            html.Div(id=ids.PANEL_BODY),
        ],
    )


def panel_body(plan: Plan, work: Workspace, at: int) -> html.Div:
    """Everything about the account at position `at`."""
    explanation = plan.explanation
    planned = float(plan.allocation.hours[at])
    return html.Div(
        className="panel",
        **data(account=str(at)),
        children=[
            html.P(who(plan, at), className="quiet"),
            html.P(
                [html.B(f"{str(explanation.decision[at]).capitalize()}. "), str(explanation.why[at])], className="lead"
            ),
            html.Div(
                [
                    _figure("Today", hours(float(plan.problem.today[at]))),
                    _figure("Plan", hours(planned)),
                    _figure("Next hour brings", next_hour(plan, at)),
                    _figure("How to serve it", str(explanation.service_level[at])),
                ],
                className="panel-figures",
            ),
            _hours_form(plan, work, at),
            *remarks(plan, at),
            html.H3("What it is good for"),
            html.Ul([good_item(plan, at, column) for column in range(len(GOODS))], className="goods"),
            html.H3("Facts"),
            facts_form(plan, at),
            html.H3("What extra time brings"),
            _curve(plan, at),
            *_known(plan, at),
        ],
    )


def who(plan: Plan, at: int) -> str:
    """`client · social housing · Ines Kerrow`."""
    parts = (plan.facts.relationship[at], plan.roster.text(Field.INDUSTRY)[at], plan.roster.text(Field.OWNER)[at])
    return " · ".join(str(part) for part in parts if str(part))


def remarks(plan: Plan, at: int) -> list[html.Div]:
    """What the list remarks on the account, each with its place; cautions first."""
    mine = [clue for clue in plan.roster.remarks if clue.account == at]
    seen: dict[str, html.Div] = {}
    for clue in sorted(mine, key=lambda clue: not clue.caution):
        if clue.quote and clue.quote not in seen:
            said = [
                html.Span(f"“{clue.quote}”"),
                html.Span(" · ".join(filter(None, (clue.caution, clue.cell))), className="quiet"),
            ]
            seen[clue.quote] = html.Div(
                said, className=f"panel-remark good {clue.good}" if clue.good else "panel-remark"
            )
    return list(seen.values())


def facts_form(plan: Plan, at: int) -> html.Div:
    """The facts that decide most, each with where it comes from; saved by a button, never by clicking away."""
    return html.Div(
        [
            html.Div([fact_input(plan, at, name) for name in EDITED], className="facts-form"),
            html.Div(
                [
                    button("Save these facts", ids.FACTS_SAVE),
                    html.Span("Blank: as the list says. Undo takes it back.", className="quiet"),
                ],
                className="row",
            ),
        ],
        className="stack tight",
    )


def fact_input(plan: Plan, at: int, name: Field) -> dmc.TextInput | dmc.Select:
    """One fact as a person would write it, with its origin below."""
    value, origin = fact_value(plan, at, name)
    guessed = origin.startswith(("assumed", "worked out"))
    more = {
        "id": ids.fact(name),
        "label": FIELDS[name].title,
        "description": origin or "not known",
        "inputWrapperOrder": ["label", "input", "description", "error"],
        "className": "guessed" if guessed else "",
        "value": value,
    }
    if name is Field.RELATIONSHIP:
        return dmc.Select(data=[{"value": str(kind), "label": str(kind)} for kind in Relationship], **more)
    return dmc.TextInput(placeholder=PLACEHOLDERS.get(name, ""), **more)


def fact_value(plan: Plan, at: int, name: Field) -> tuple[str, str]:
    """A fact in words, and where it comes from: `read, E13`, `assumed`, `your change`."""
    facts, currency = plan.facts, plan.settings.currency
    no = np.zeros(plan.roster.size, dtype=bool)
    figures: dict[Field, tuple[NDArray[np.float64], Callable[[float], str]]] = {
        Field.ANNUAL_FEE: (facts.fee, lambda amount: money(amount, currency)),
        Field.PROBABILITY: (facts.probability, percent_text),
        Field.CURRENT_HOURS: (plan.problem.today, hours_text),
        Field.MAX_HOURS: (plan.problem.maximum, hours_text),
    }
    if name is Field.RELATIONSHIP:
        value = str(facts.relationship[at])
    elif name in figures:
        column, write = figures[name]
        value = write(float(column[at])) if np.isfinite(column[at]) else ""
    elif FIELDS[name].kind is Kind.DATE:
        value = full_date(plan.roster.date(name)[at])
    else:
        value = str(plan.roster.text(name)[at])
    if not value:
        return "", ""
    if name is Field.MAX_HOURS and not plan.roster.has(name):
        return value, "worked out: more would bring little"
    return value, origin_of(plan, at, name, bool(facts.assumed.get(name, no)[at]))


def origin_of(plan: Plan, at: int, name: Field, assumed: bool) -> str:
    """Where a fact comes from, with its cell where it was read."""
    sources = plan.roster.sources.get(name)
    said = "" if sources is None else str(sources[at])
    if said == Origin.TOLD:
        return "your change"
    if said == Origin.READ:
        cell = plan.roster.cell(name, at)
        return f"read, {cell}" if cell else "read"
    return "assumed" if assumed or said == Origin.ASSUMED or not said else said


def percent_text(share: float) -> str:
    return f"{100 * share:.0f}%"


def hours_text(amount: float) -> str:
    return f"{round(2 * amount) / 2:g} h"


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


def _hours_form(plan: Plan, work: Workspace, at: int) -> html.Div:
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
    """One good: how strongly, in words, and what says so. A strength is no chance, so it has no per cent."""
    strength = float(plan.tags.strength[at, column])
    good = GOODS[column]
    sure = plan.tags.sure(at, good)
    authority = Authority(str(plan.tags.authority[at, column]))
    reason = str(plan.tags.reason[at, column]).removesuffix("; confirm")
    source = AUTHORITY_TITLE[authority] if authority is not Authority.NOBODY else ""
    counted = float(plan.allocation.by_good[at, column])
    dot = "unknown" if np.isnan(strength) else "no" if strength == 0 else "guess" if sure == "guess" else ""
    parts = [
        html.Span(
            className=f"good-dot {good} {dot}".strip(),
            style={"--full": round(float(np.nan_to_num(strength)), 2)},
            **aria(hidden="true"),
        ),
        html.Span(GOOD_TITLE[good], className="good-name"),
        html.B(("perhaps " if sure == "guess" else "") + strength_words(strength)),
        html.Span(" · ".join(part for part in (reason, source) if part), className="quiet"),
    ]
    if sure == "guess":
        ask = [("yes", "Yes, it is"), ("no", "No")]
        said = [
            html.Button(word, type="button", className="link", **data(guess=answer, good=good, row=str(at)))
            for answer, word in ask
        ]
        parts.append(html.Span([said[0], " · ", said[1]], className="quiet"))
    return html.Li(
        [*parts, *([html.Span(f"{hours(counted)} count as this", className="quiet")] if counted > 0.05 else [])]
    )


def _known(plan: Plan, at: int) -> list[html.H3 | html.Dl]:
    """What the list says about the account, in its own columns."""
    fields = (Field.CHAMPION, Field.ALTERNATIVE, Field.PROMISE, Field.STAGE, Field.NOTES)
    rows = [(FIELDS[name].title, str(plan.roster.text(name)[at])) for name in fields if plan.roster.text(name)[at]]
    if not rows:
        return []
    pairs = [part for title, text in rows for part in (html.Dt(title), html.Dd(text))]
    return [html.H3("From your list"), html.Dl(pairs)]
