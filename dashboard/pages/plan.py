"""The Plan page: the balance to play with on the left, and what it brings on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import dash_ag_grid as dag
import dash_mantine_components as dmc
from dash import dcc, html

from dashboard import ids
from dashboard.pages.panel import panel
from dashboard.pages.plan_result import plan_side, plan_top
from dashboard.pages.questions import questions_card
from dashboard.parts import aria, card, heading, icon, link_button
from dashboard.summary import people, splits
from dashboard.tables import plan_columns, plan_rows
from dashboard.theme import GROUP_COLOUR
from dashboard.words import GROUP_TITLE, period
from planner.explanation.text import count
from planner.schema import GROUPS, Group

if TYPE_CHECKING:
    from dashboard.desk import View

PRESETS: Final = {
    "Even thirds": (34, 33, 33),
    "Cash now": (10, 15, 75),
    "Invest in the future": (15, 55, 30),
    "Give back": (50, 20, 30),
}
"""Balances by name: per cent for others, strengths, you."""
ROW_HEIGHT: Final = 72


def layout(view: View) -> html.Div:
    """The whole page for a workspace."""
    plan = view.plan
    return html.Div(
        className="plan-page",
        children=[
            dcc.Store(id=ids.BALANCE, data=whole_shares(view)),
            dcc.Store(id=ids.PRESETS, data=PRESETS),
            dcc.Store(id=ids.SHOWN, data=view.token),
            dcc.Store(id=ids.TRIANGLE_PICK),
            dcc.Store(id=ids.TODAY_POINT, data=today_point(view)),
            html.Div(balance_card(view), className="plan-left"),
            html.Div(
                className="plan-right",
                children=[
                    html.Div(next_step(view), className="next-step"),
                    html.Div(plan_top(plan), id=ids.PLAN_TOP),
                    html.Div(questions_card(view), id=ids.QUESTIONS, className="questions"),
                    table_card(view),
                    html.Div(plan_side(plan), id=ids.PLAN_SIDE),
                ],
            ),
            panel(),
        ],
    )


def whole_shares(view: View) -> list[int]:
    """The chosen balance in whole per cent that add to 100, for the sliders."""
    shares = [100 * share for share in view.plan.settings.balance.shares()]
    whole = [int(share) for share in shares]
    for at in sorted(range(3), key=lambda at: whole[at] - shares[at])[: 100 - sum(whole)]:
        whole[at] += 1
    return whole


def today_point(view: View) -> list[float] | None:
    """Today's split as per cent of the hours that serve a group, for the triangle."""
    today = [split for split in splits(view.plan) if split.name == "Today"]
    total = sum(today[0].shares) if today else 0.0
    return [100 * share / total for share in today[0].shares] if total > 0 else None


def next_step(view: View) -> list[html.Div]:
    """On the sample: how to get one's own list in. On an own list: which list this is."""
    if not view.work.is_sample:
        return []
    return [
        html.Div(
            className="sample-note",
            children=[
                html.Span(["This is a ", html.B("sample list"), ". Your own takes a minute."]),
                html.Span(
                    [
                        link_button("Upload your client list", "/roster", primary=True),
                        link_button("Download the template", "/download/template.xlsx", download=True),
                    ],
                    className="row",
                ),
            ],
        )
    ]


def balance_card(view: View) -> html.Section:
    """Sliders, triangle, presets, hours and leeway."""
    settings, plan = view.plan.settings, view.plan
    shares = dict(zip(GROUPS, whole_shares(view), strict=True))
    persons = len(plan.team.people)
    return card(
        className="balance",
        label="Your balance",
        children=[
            heading("Your balance"),
            html.Div([slider(group, shares[group]) for group in GROUPS], className="sliders"),
            html.Div(id=ids.TRIANGLE, className="triangle"),
            html.Div(
                [dmc.Button(name, id=ids.preset(name), variant="default", size="xs", radius="xl") for name in PRESETS],
                className="presets",
                role="group",
                **aria(label="Ready-made balances"),
            ),
            html.Div(
                className="two",
                children=[
                    dmc.NumberInput(
                        id=ids.HOURS,
                        label=f"Hours this {period(settings.weeks)}",
                        description=("a guess · " if plan.team.assumed else "") + count(persons, "person", "people"),
                        value=round(plan.problem.total_hours, 1),
                        min=1,
                        max=10_000_000,
                        thousandSeparator=",",
                        debounce=600,
                        hideControls=True,
                    ),
                    dmc.NumberInput(
                        id=ids.LEEWAY,
                        label="Give or take",
                        description="points either side",
                        value=round(100 * settings.tolerance, 1),
                        min=0,
                        max=100,
                        suffix=" points",
                        debounce=600,
                        hideControls=True,
                    ),
                ],
            ),
        ],
    )


def slider(group: Group, share: int) -> html.Div:
    """One of the three linked sliders, with its share and a way to hold it."""
    name = GROUP_TITLE[group]
    return html.Div(
        className="slider",
        children=[
            html.Div(
                className="slider-head",
                children=[
                    html.Span(className=f"dot {group}", **aria(hidden="true")),
                    html.Span(name, className="slider-name"),
                    html.Span(f"{share}%", id=ids.SHARE_TEXT[group], className="slider-share"),
                    dmc.Tooltip(
                        dmc.Checkbox(
                            id=ids.HOLD[group],
                            size="xs",
                            radius="sm",
                            label="hold",
                            className="hold",
                            **aria(label=f"Hold {name.lower()}"),
                        ),
                        label="Held: the other two give way",
                        openDelay=500,
                    ),
                ],
            ),
            dmc.Slider(
                id=ids.SLIDER[group],
                value=share,
                min=0,
                max=100,
                step=1,
                color=GROUP_COLOUR[group],
                updatemode="drag",
                label=None,
                size="sm",
                thumbSize=18,
                thumbLabel=f"{name}, per cent of the hours",
            ),
        ],
    )


def table_card(view: View) -> html.Section:
    """Where the hours go: the account table with its search and its choice of person."""
    rows = plan_rows(view.plan, view.work.overrides)
    return card(
        className="table-card",
        label="Where the hours go",
        children=[
            heading(
                "Where the hours go",
                [html.Span(className="key outline"), "today ", html.Span(className="key fill"), "plan"],
            ),
            html.Div(
                className="table-tools",
                children=[
                    dmc.TextInput(
                        id=ids.PLAN_SEARCH,
                        placeholder="Find an account",
                        leftSection=icon("search"),
                        debounce=200,
                        **aria(label="Find an account"),
                    ),
                    dmc.Select(
                        id=ids.PLAN_PERSON,
                        data=person_choices(view),
                        value="",
                        allowDeselect=False,
                        **aria(label="Whose accounts"),
                    ),
                    html.Span(table_note(view), id=ids.PLAN_TABLE_NOTE, className="note"),
                ],
            ),
            dag.AgGrid(
                id=ids.PLAN_GRID,
                className="grid plan-grid",
                columnDefs=plan_columns(),
                rowData=rows,
                getRowId="params.data.id",
                defaultColDef={
                    "sortable": True,
                    "resizable": True,
                    "suppressHeaderMenuButton": True,
                    "tooltipValueGetter": None,
                },
                style={"height": f"{54 + ROW_HEIGHT * min(max(len(rows), 3), 11)}px", "width": "100%"},
                dashGridOptions={
                    "rowHeight": ROW_HEIGHT,
                    "headerHeight": 44,
                    "animateRows": True,
                    "suppressCellFocus": False,
                    "singleClickEdit": False,
                    "stopEditingWhenCellsLoseFocus": True,
                    "suppressColumnVirtualisation": True,
                    "tooltipShowDelay": 500,
                    "enableCellTextSelection": True,
                    "ensureDomOrder": True,
                },
            ),
        ],
    )


def person_choices(view: View) -> list[dict[str, str]]:
    """Everyone, everyone grouped by person, or one person."""
    names = sorted({person.name for person in people(view.plan) if person.name})
    group = [{"value": "*", "label": "Grouped by person"}] if len(names) > 1 else []
    single = [{"value": f"={name}", "label": name} for name in names] if len(names) > 1 else []
    return [{"value": "", "label": "Everyone"}, *group, *single]


def table_note(view: View) -> str:
    return count(view.plan.roster.size, "account")
