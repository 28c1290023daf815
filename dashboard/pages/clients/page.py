"""The Clients page: who they are and how they are good, in one grid; guesses to confirm; changes to several at once."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import dash_ag_grid as dag
import dash_mantine_components as dmc
from dash import dcc, html

from dashboard import ids
from dashboard.components.parts import NONE_FOUND, aria, button, card, data, search_box, step_buttons
from dashboard.pages.clients.panel import panel, shut
from dashboard.pages.clients.tag_rules import rules_card
from dashboard.tables.clients import SHOWN, client_columns, client_rows, fact_title
from dashboard.tables.guesses import all_of_a_kind, banner_words, largest_kind, open_guesses
from planner.fields import Field
from planner.goods import GOOD_SPECS, GOODS

if TYPE_CHECKING:
    from dashboard.service.plan_service import View
    from dashboard.tables.clients import Stages

ROW_HEIGHT: Final = 50
HEAD_HEIGHT: Final = 34
DOTS_HEIGHT: Final = 22
"""Of the two rows of headers, in px: words, and below those of the goods their colours."""
MORE_FACTS: Final = (Field.INDUSTRY, Field.ECONOMIC_BUYER, Field.MAX_HOURS)
"""Facts without a column that several accounts can be given at once."""
GRID_OPTIONS: Final[Mapping[str, Any]] = MappingProxyType(
    {
        "rowHeight": ROW_HEIGHT,
        "headerHeight": DOTS_HEIGHT,
        "groupHeaderHeight": HEAD_HEIGHT,
        "animateRows": False,
        "suppressRowTransform": True,
        "suppressColumnVirtualisation": True,
        "suppressMovableColumns": True,
        "ensureDomOrder": True,
        "tooltipShowDelay": 500,
        "includeHiddenColumnsInQuickFilter": True,
        "localeText": dict(NONE_FOUND),
        "tabToNextCell": {"function": "leave()"},
        "selectionColumnDef": {"width": 40, "suppressHeaderMenuButton": True},
        "rowSelection": {
            "mode": "multiRow",
            "checkboxes": True,
            "headerCheckbox": True,
            "enableClickSelection": False,
            "selectAll": "filtered",
        },
    }
)


def layout(view: View) -> html.Div:
    """The whole page for a workspace."""
    return html.Div(
        className="clients-page",
        children=[
            *(dcc.Store(id=name) for name in (ids.CLIENTS_CHOSEN, ids.CLIENTS_EDIT, ids.CLIENTS_EDITED)),
            *(dcc.Store(id=name) for name in (ids.CLIENTS_SAY, ids.CLIENTS_ROWS)),
            dcc.Store(id=ids.CLIENTS_SHOWN, data=view.token),
            head(view),
            html.Div(
                className="clients-main",
                children=[grid_card(view), html.Div(rules_card(view), id=ids.RULES)],
            ),
            html.Aside(
                panel(view.plan, view.work, None), id=ids.CLIENTS_PANEL, className="card clients-side",
                tabIndex="-1", **aria(label="The chosen client"),
            ),
        ],
    )  # fmt: skip


def head(view: View) -> html.Div:
    """The title, what the signs mean, a search, and steps back and forth."""
    return html.Div(
        className="clients-head",
        children=[
            html.H1("Who they are, and how they are good"),
            legend(),
            html.Div(
                [search_box(ids.CLIENTS_SEARCH), html.Div(step_buttons(view.work), id=ids.CLIENTS_STEPS)],
                className="row clients-tools",
            ),
        ],
    )


def legend() -> html.P:
    """What the looks of the cells mean."""
    dot = html.Span(className="good-dot others guess", **aria(hidden="true"))
    return html.P(
        [
            html.I("italic"), ": assumed · ", dot, " dashed: a guess · ",
            html.Span(className="good-dot no", **aria(hidden="true")), " dash: no · ✎ said by you",
        ],
        className="quiet clients-legend",
    )  # fmt: skip


def grid_card(view: View) -> html.Section:
    """Guesses that wait, the form for several accounts, and the grid."""
    rows = client_rows(view.plan)
    tall = HEAD_HEIGHT + DOTS_HEIGHT + 4 + ROW_HEIGHT * max(len(rows), 3)
    return card(
        label="Clients",
        className="clients-card",
        children=[
            html.Div(banner(view.plan), id=ids.CLIENTS_BANNER),
            bulk_form(),
            dag.AgGrid(
                id=ids.CLIENTS_GRID,
                className="grid clients-grid",
                columnDefs=client_columns(),
                rowData=rows,
                getRowId="params.data.id",
                rowClassRules={"is-out": "params.data.out", "is-chosen": "isChosen(params)"},
                defaultColDef={"sortable": True, "resizable": True, "suppressHeaderMenuButton": True},
                style={"height": f"min({tall}px, max(430px, calc(100vh - 220px)))", "width": "100%"},
                dashGridOptions=dict(GRID_OPTIONS),
            ),
            html.P(
                "Double-click a cell, or press Enter on it, to change it. Enter saves; Escape or a click elsewhere "
                "leaves it as it was.",
                className="quiet clients-hint",
            ),
        ],
    )


def banner(plan: Stages) -> html.Div | None:
    """How many guesses wait, and ways to answer them; nothing where none does."""
    guesses = open_guesses(plan)
    if not guesses:
        return None
    kind = largest_kind(guesses)
    buttons = [html.Button("Go through them", type="button", className="button", **data(go="guesses"))]
    if kind is not None:
        number = sum(one.good == kind for one in guesses)
        text = f"{all_of_a_kind(number).capitalize()} “{GOOD_SPECS[kind].guess}” are right"
        buttons.append(
            html.Button(text, type="button", className="button", **data(say="yes", good=str(kind), all="yes"))
        )
    return html.Div([html.B(banner_words(guesses)), html.Div(buttons, className="row")], className="clients-banner")


def bulk_form() -> html.Div:
    """One fact or good, one value, for every row that is ticked; it opens once rows are."""
    facts = [*SHOWN[:-1], *MORE_FACTS]
    options = [
        {"group": "Facts", "items": [{"value": str(name), "label": fact_title(name)} for name in facts]},
        {"group": "How they are good", "items": [{"value": str(good), "label": fact_title(good)} for good in GOODS]},
    ]
    return html.Div(
        id=ids.BULK,
        className="bulk",
        children=[
            html.B("", id=ids.BULK_COUNT),
            dmc.Select(
                id=ids.BULK_FACT, label="Change", data=options, value=str(GOODS[0]), allowDeselect=False, w=190,
            ),
            dmc.Select(id=ids.BULK_CHOICE, label="to", data=[], w=190, allowDeselect=False),
            dmc.TextInput(id=ids.BULK_TEXT, label="to", w=190, placeholder="as you would write it", style=shut(True)),
            dmc.TextInput(id=ids.BULK_BY, label="Told by", w=130, placeholder="optional"),
            button("Change them", ids.BULK_APPLY),
        ],
    )  # fmt: skip
