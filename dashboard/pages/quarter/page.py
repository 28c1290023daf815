"""The Quarter page: how what was spent stands against the plan, why it differs, and the rest planned again."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.day_field import day_field
from dashboard.components.figures import pace_figure
from dashboard.components.parts import (
    NOTHING_FOUND,
    aria,
    button,
    card,
    data,
    heading,
    step_buttons,
)
from dashboard.components.words import GROUP_TITLE
from dashboard.pages.quarter.accounts import table_card
from dashboard.pages.quarter.moves import moves_card
from dashboard.pages.quarter.side import side
from dashboard.service.quarters import quarter_on
from dashboard.state.list_loading import MEGABYTE
from dashboard.tables.quarter import (
    name_choices,
    second_line,
)
from planner.quarter.progress import headline
from planner.text import hours

if TYPE_CHECKING:
    from dashboard.service.plan_service import View
    from planner.quarter.progress import Progress
    from planner.quarter.quarter import Quarter

TIMESHEETS = ".csv,.tsv,.txt,.xlsx,.xls,.ods"


def layout(view: View) -> html.Div:
    """The whole page for a workspace, as of today."""
    today = dt.date.today()
    quarter = quarter_on(view, today)
    return html.Div(
        className="stack quarter-page",
        children=[
            dcc.Store(id=ids.QUARTER_ASKED),
            dcc.Store(id=ids.REASON_ASKED),
            dcc.Store(id=ids.REST_SHOWN, data=False),
            html.Div(
                [html.Div(head(quarter), id=ids.QUARTER_HEAD), tools(view, today, quarter.progress.is_over)],
                className="page-head",
            ),
            html.Div(id=ids.QUARTER_ERROR),
            html.Div(id=ids.UPLOAD_LIMIT, hidden=True, **data(bytes=str(int(view.max_file_mb * MEGABYTE)))),
            html.Div(
                className="quarter-columns",
                children=[
                    html.Div(
                        [
                            html.Div(chart_card(quarter), id=ids.QUARTER_CHART),
                            html.Div(table_card(view, quarter, None), id=ids.QUARTER_TABLE),
                        ],
                        className="stack",
                    ),
                    html.Div(
                        [
                            html.Div(moves_card(quarter, None), id=ids.MOVES, **aria(live="polite")),
                            html.Div(side(view, quarter), id=ids.QUARTER_SIDE, className="stack"),
                        ],
                        className="stack",
                    ),
                ],
            ),
            hours_form(view, today),
        ],
    )


def head(quarter: Quarter) -> list[Component]:
    """The quarter in one sentence, and what is behind it in a second."""
    return [
        html.H1(headline(quarter.progress)),
        html.P(second_line(quarter.progress)),
    ]


def tools(view: View, today: dt.date, over: bool) -> html.Div:
    """Steps back and forth, which day is looked at, who speaks, and the three ways on."""
    people = [person.name for person in view.plan.team.people if person.name]
    return html.Div(
        className="quarter-tools",
        children=[
            html.Div(step_buttons(view.work), id=ids.QUARTER_STEPS),
            day_field(ids.AS_OF, value=today.isoformat(), label="As of", size="sm", w=120),
            dmc.Select(
                id=ids.SAID_BY,
                data=people,
                placeholder="nobody named",
                label="Said by",
                clearable=True,
                searchable=True,
                nothingFoundMessage=NOTHING_FOUND,
                persistence=True,
                size="sm",
                w=152,
            ),
            button("Add hours", ids.HOURS_ADD),
            dcc.Upload(
                html.Span("Time-sheet file", className="button"),
                id=ids.TIMESHEET,
                className="timesheet",
                accept=TIMESHEETS,
                multiple=True,
                style={},
                style_active={},
                style_reject={},
            ),
            button("Re-plan the rest", ids.REPLAN, primary=True, disabled=over),
        ],
    )


def chart_card(quarter: Quarter) -> html.Section:
    """Hours spent week by week against the plan, and by what they count for."""
    progress = quarter.progress
    return card(
        label="Hours spent",
        className="pace-card",
        children=[
            heading("Hours spent", "dashed: the plan; dotted: from today as planned"),
            html.Div(
                dcc.Graph(figure=pace_figure(progress), config={"staticPlot": True}, className="pace-figure"),
                role="img",
                **aria(label=chart_words(progress)),
            ),
            html.Ul(
                [
                    html.Li(
                        [
                            html.Span(className=f"dot {one.group}", **aria(hidden="true")),
                            f" {GROUP_TITLE[one.group]} ",
                            html.B(hours(one.spent)),
                            html.Span(f" of {hours(one.expected)} by now", className="quiet"),
                        ]
                    )
                    for one in progress.groups
                ],
                className="pace-groups",
            ),
        ],
    )  # fmt: skip


def chart_words(progress: Progress) -> str:
    """What the chart shows, for those who do not see it."""
    return (
        f"Hours week by week: {hours(progress.spent)} spent by {progress.as_of.day} {progress.as_of:%B}, "
        f"{hours(progress.expected)} planned by then, {hours(progress.planned)} planned in all."
    )


def hours_form(view: View, today: dt.date) -> dmc.Modal:
    """Hours typed by hand."""
    people = [person.name for person in view.plan.team.people if person.name]
    names = sorted(map(str, view.plan.roster.names), key=str.casefold)
    return dmc.Modal(
        id=ids.HOURS_FORM,
        title="Add hours",
        closeButtonProps={"aria-label": "Close"},
        children=html.Div(
            [
                dmc.Select(
                    id=ids.HOURS_ACCOUNT, label="Account", data=name_choices(names), searchable=True, limit=60,
                    placeholder="Type a few letters", nothingFoundMessage=NOTHING_FOUND,
                ),
                html.Div(
                    [
                        dmc.Select(
                            id=ids.HOURS_PERSON, label="Person", data=people,
                            value=people[0] if len(people) == 1 else None, clearable=True,
                        ),
                        day_field(
                            ids.HOURS_DAY, label="Day", value=today.isoformat()
                        ),
                        dmc.TextInput(id=ids.HOURS_SPENT, label="Hours", placeholder="2.5"),
                    ],
                    className="three",
                ),
                dmc.TextInput(id=ids.HOURS_NOTE, label="Note", placeholder="optional"),
                html.Div(id=ids.HOURS_WRONG, role="alert", className="field-wrong"),
                html.Div(button("Keep", ids.HOURS_SAVE)),
            ],
            className="stack tight",
        ),
    )  # fmt: skip
