"""The Plan page: the balance to play with on the left, and what it brings on the right."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import dash_ag_grid as dag
import dash_mantine_components as dmc
import numpy as np
from dash import dcc, html

from dashboard import ids
from dashboard.components.markup import markup
from dashboard.components.parts import (
    HEADER_HEIGHT,
    NONE_FOUND,
    aria,
    card,
    grid_height,
    heading,
    link_button,
    search_box,
)
from dashboard.components.summary import people
from dashboard.pages.plan.balance import balance_card, sidebar, whole_shares
from dashboard.pages.plan.panel import panel
from dashboard.pages.plan.questions import questions_card
from dashboard.pages.plan.side import plan_side
from dashboard.pages.plan.top import plan_top, why_no_move
from dashboard.state.what_ifs import PRESETS
from dashboard.tables.accounts import plan_columns
from dashboard.tables.by_person import full_table
from planner.goods import GROUPS
from planner.text import count

if TYPE_CHECKING:
    from dashboard.service.plan_service import View
    from planner.result import Plan

ROW_HEIGHT: Final = 64
MOST_ROWS: Final = 12
ROWS_AHEAD: Final = 3
"""Rows drawn above and below those in sight; each is drawn anew with every plan."""
TABLE_OPTIONS: Final[Mapping[str, Any]] = MappingProxyType(
    {
        "rowHeight": ROW_HEIGHT,
        "headerHeight": HEADER_HEIGHT,
        "rowBuffer": ROWS_AHEAD,
        "animateRows": False,
        "suppressRowTransform": True,
        "suppressCellFocus": False,
        "singleClickEdit": False,
        "stopEditingWhenCellsLoseFocus": True,
        "suppressColumnVirtualisation": True,
        "tooltipShowDelay": 500,
        "enableCellTextSelection": True,
        "ensureDomOrder": True,
        "tabToNextCell": {"function": "leave()"},
        "getRowHeight": {"function": "rowHeight(params)"},
        "isFullWidthRow": {"function": "isPerson(params)"},
        "fullWidthCellRenderer": "PersonRow",
        "postSortRows": {"function": "byPerson(params)"},
        "includeHiddenColumnsInQuickFilter": True,
        "localeText": dict(NONE_FOUND),
        "isExternalFilterPresent": {"function": "true"},
        "doesExternalFilterPass": {"function": "isShown(params)"},
    }
)


def layout(view: View) -> html.Div:
    """The whole page for a workspace."""
    return html.Div(
        className="plan-page",
        children=[
            dcc.Store(id=ids.BALANCE, data=whole_shares(view)),
            dcc.Store(id=ids.PRESETS, data=dict(PRESETS)),
            dcc.Store(id=ids.ANSWER, data=answer(view)),
            dcc.Store(id=ids.DO),
            html.Div(next_step(view), className="next-step"),
            html.Div(balance_card(view), className="plan-left"),
            html.Div(
                className="plan-right",
                children=[
                    html.Div(id=ids.PLAN_TOP),
                    html.Div(questions_card(view), id=ids.QUESTIONS, className="questions"),
                    table_card(view),
                    html.Div(id=ids.PLAN_SIDE),
                ],
            ),
            panel(),
            # so that the charts' script is there before a panel opens, which it would draw anew under typing hands
            html.Div(dcc.Graph(), hidden=True),
        ],
    )


def answer(view: View, before: Plan | None = None) -> dict[str, Any]:
    """What the browser draws of a plan beside its table: see `assets/plan.js`.

    Args:
        before: the plan that the page shows; where the new one moves no hour, it is said why.
    """
    same = before is not None and np.array_equal(before.allocation.hours, view.plan.allocation.hours)
    return {
        "token": view.token,
        "top": markup(plan_top(view.plan, view.work, view.priced)),
        "side": markup(plan_side(view.plan, view.priced)),
        "today": today_point(view),
        "sidebar": sidebar(view),
        "note": why_no_move(view.plan) if same else "",
    }


def today_point(view: View) -> list[float] | None:
    """Today's hours by what they serve, in per cent that add to 100, for the triangle; None where not known."""
    today = view.plan.explanation.baselines.get("today")
    shares = np.zeros(len(GROUPS)) if today is None else np.nan_to_num(today.shares)
    total = float(shares.sum())
    return [100 * float(share) / total for share in shares] if total > 0 else None


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


def table_card(view: View) -> html.Section:
    """Where the hours go: the account table with its search and its choice of person."""
    today = "outline today · " if today_point(view) else ""
    return card(
        className="table-card",
        label="Where the hours go",
        children=[
            html.Div(
                className="table-head",
                children=[
                    heading("Where the hours go", f"{today}fill plan · dashed dot: a guess"),
                    html.Div(
                        className="table-tools",
                        children=[
                            html.Span(table_note(view), id=ids.PLAN_TABLE_NOTE, className="note"),
                            search_box(ids.PLAN_SEARCH),
                            dmc.Select(
                                id=ids.PLAN_PERSON,
                                data=person_choices(view),
                                value="",
                                allowDeselect=False,
                                w=150,
                                **aria(label="Whose accounts"),
                            ),
                        ],
                    ),
                ],
            ),
            account_table(view),
        ],
    )


def account_table(view: View) -> dag.AgGrid:
    """The table itself; its cells, and its lines by person, are drawn by `assets/grid.js`."""
    rows = full_table(view.plan, view.work.overrides).rows()
    return dag.AgGrid(
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
        style={"height": table_height(view.plan.roster.size), "width": "100%"},
        dashGridOptions=dict(TABLE_OPTIONS),
    )


def table_height(accounts: int) -> str:
    """Of a table of so many accounts; a short one grows by the lines by person that it shows, as `grid.js` says.

    >>> table_height(7), table_height(60)
    ('calc(494px + var(--lines, 0px))', '846px')
    """
    height = grid_height(accounts, ROW_HEIGHT, MOST_ROWS)
    return height if accounts > MOST_ROWS else f"calc({height} + var(--lines, 0px))"


def person_choices(view: View) -> list[dict[str, str]]:
    """Everyone, everyone grouped by person, or one person."""
    names = sorted({person.name for person in people(view.plan) if person.name})
    group = [{"value": "*", "label": "By person"}] if len(names) > 1 else []
    single = [{"value": f"={name}", "label": name} for name in names] if len(names) > 1 else []
    return [{"value": "", "label": "Everyone"}, *group, *single]


def table_note(view: View) -> str:
    return count(view.plan.roster.size, "account")
