"""The table of the Quarter page: account by account with its reasons, and person by person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.day_field import day_field
from dashboard.components.parts import (
    aria,
    button,
    card,
    empty,
    figures_table,
    heading,
    heads,
    line_button,
)
from dashboard.state.quarter.standing import why_of
from dashboard.tables.quarter import (
    FIRST_LINES,
    Line,
    day_words,
    lines,
    spent_of,
    usual_hours,
)
from planner.quarter.reasons import Reason
from planner.text import count, hours

if TYPE_CHECKING:
    from dashboard.service.plan_service import View
    from planner.quarter.quarter import Quarter


def table_card(view: View, quarter: Quarter, asked: Mapping[str, str] | None) -> list[Component]:
    """Account by account, and person by person."""
    found = lines(quarter, view.work.quarter)
    if not found:
        body: list[Component] = [empty("No hours are planned", "Nothing is spent and nothing planned yet.")]
    else:
        head_row = html.Tr(
            [html.Th(title, scope="col", className=look) for title, look in zip(
                ("Account", "Owner", "Spent", "Hours", "Why different"), ("", "wide", "", "number", ""), strict=True
            )]
        )  # fmt: skip
        rows = [[row for line in part for row in account_rows(line, quarter, asked)] for part in folded(found)]
        body = [figures_table("Accounts", [head_row], rows[0], "by-account")]
        if rows[1]:
            more = figures_table("Further accounts", [head_row], rows[1], "by-account")
            nearer = count(len(found) - FIRST_LINES, "account nearer to the plan", "accounts nearer to the plan")
            summary = html.Summary(nearer)
            here = asked is not None and any(line.account == asked["account"] for line in found[FIRST_LINES:])
            body.append(html.Details([summary, more], open=here))
        left = len(quarter.progress.accounts) - len(found)
        if left > 0:
            body.append(html.P(f"{left:,} more are in the workbook.", className="quiet"))
    return [
        card([heading("Account by account", "line: where you would be by today"), *body], "Account by account"),
        people_card(quarter),
    ]


def folded(found: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """What is shown at once, and what can be unfolded."""
    return found[:FIRST_LINES], found[FIRST_LINES:]


def account_rows(line: Line, quarter: Quarter, asked: Mapping[str, str] | None) -> list[html.Tr]:
    """A row, and below it what its reason still asks."""
    here = asked is not None and asked.get("account") == line.account
    row = html.Tr(
        [
            html.Th([line.account, html.Span(line.owner, className="narrow quiet")], scope="row"),
            html.Td(line.owner, className="wide"),
            html.Td(bar(line), className="bar-cell"),
            html.Td(spent_of(line.spent, line.planned), className="number"),
            html.Td(why_cell(line), className="reason-cell"),
        ]
    )
    if not here or asked is None:
        return [row]
    return [row, html.Tr(html.Td(reason_form(line, asked.get("reason", ""), quarter), colSpan=5), className="asked")]


def bar(line: Line) -> html.Div:
    """Spent as a fill, and a mark where one would be by the day."""
    fill = html.Div(className=f"pace-fill {line.tone or 'rested'}", style={"width": f"{line.fill:.1f}%"})
    mark = [html.Div(className="pace-mark", style={"left": f"{line.mark:.1f}%"})] if line.mark is not None else []
    return html.Div([fill, *mark], className="pace-bar", **aria(hidden="true"))


def why_cell(line: Line) -> list[Component]:
    """The reason and a way back, or what may be the reason."""
    if line.given is not None:
        said = " · ".join(part for part in (line.given.by, day_words(line.given.day)) if part)
        return [
            html.Span(why_of(line.account, line.given)),
            html.Span(f" {said} ", className="quiet"),
            line_button("take back", "take back", f"Take back the reason for {line.account}", account=line.account),
        ]
    if line.said:
        return [html.Span(line.said, className="quiet")]
    state = [html.Span(line.state, className="pace-warning" if line.warns else "quiet")] if line.state else []
    more = [] if line.chips else [chip(line.account, "", "say why")]
    return [
        html.Div([*state, *(chip(line.account, str(one), str(one)) for one in line.chips), *more], className="chips")
    ]


def chip(account: str, reason: str, text: str) -> html.Button:
    """Says why an account's hours differ; without a reason, asks which."""
    return line_button(text, "reason", f"{account}: {text}", "reason-chip", account=account, reason=reason)


def reason_form(line: Line, reason: str, quarter: Quarter) -> html.Div:
    """What a reason needs to become a fact; all reasons where none is chosen yet."""
    cancel = button("Cancel", ids.REASON_CANCEL, size="sm")
    if not reason:
        chips = [chip(line.account, str(one), str(one)) for one in Reason]
        return html.Div([html.Span(f"Why does {line.account} differ?"), *chips, cancel], className="row")
    fields = reason_fields(line, Reason(reason), quarter)
    note = dmc.TextInput(id=ids.REASON_NOTE, label="In your words", placeholder="optional", size="sm")
    save = button("Keep", ids.REASON_SAVE, size="sm")
    return html.Div(
        [
            html.B(f"{reason[:1].upper()}{reason[1:]}"),
            *fields,
            note,
            html.Div([save, cancel], className="row"),
            html.Div(id=ids.REASON_WRONG, role="alert", className="field-wrong"),
        ],
        className="row end reason-form",
    )


def reason_fields(line: Line, reason: Reason, quarter: Quarter) -> list[Component]:
    """The fields of one reason."""
    if reason is Reason.THEIR_TIMING:
        end = quarter.planned.end.isoformat()
        return [day_field(ids.REASON_DATE, label="Not before", value=end, size="sm", w=140)]
    if reason is Reason.NEW_INFORMATION:
        return [
            dmc.TextInput(
                id=ids.REASON_VALUE, label="Chance or yearly fee", placeholder="25% or 40,000", size="sm", w=170
            )
        ]
    amount = "" if reason is Reason.OUR_TIME else usual_hours(line)
    label = "Hours less" if reason is Reason.OUR_TIME else "Hours at most"
    number = dmc.NumberInput(id=ids.REASON_HOURS, label=label, value=amount, min=0, step=0.5, size="sm", w=110)
    if reason is Reason.MORE_NEEDED:
        return [number]
    people = list(quarter.planned.people)
    mine = next((who for who in people if who and who in line.owner), people[0] if people else "")
    return [
        dmc.Select(
            id=ids.REASON_PERSON, label="Whose time", data=people, value=mine, allowDeselect=False, size="sm", w=150
        ),
        number,
    ]


def people_card(quarter: Quarter) -> html.Section:
    """Hours of each person: spent, by now, left."""
    rows = [
        html.Tr(
            [
                html.Th(one.person or "not named", scope="row"),
                *(
                    html.Td(hours(amount), className="number")
                    for amount in (one.spent, one.expected, one.planned, max(one.planned - one.spent, 0.0))
                ),
            ]
        )
        for one in quarter.progress.people
    ]
    head_row = heads("Person", "Spent", "By now", "Planned", "Left")
    nameless = bool((quarter.spent.frame["person"] == "").any()) and len(quarter.planned.people) > 1
    note = "hours without a name count for those who have the account" if nameless else ""
    return card([heading("Person by person", note), figures_table("People", [head_row], rows)], "Person by person")
