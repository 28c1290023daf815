"""Which column of the list each field is read from, with a few of its values; part of the Client list page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import dash_mantine_components as dmc
from dash import html

from dashboard import ids
from dashboard.components.parts import aria, button, card, heading
from dashboard.state.list_loading import NO_COLUMN
from dashboard.tables.client_list import MOST_COLUMNS, column_choices, preview
from planner.explanation.text import listed
from planner.fields import FIELDS, Field

if TYPE_CHECKING:
    from dashboard.service.plan_service import View
    from planner.roster.roster import Roster

MAIN_FIELDS = (
    Field.ACCOUNT, Field.RELATIONSHIP, Field.OWNER, Field.INDUSTRY, Field.SERVICE, Field.STAGE, Field.PROBABILITY,
    Field.ANNUAL_FEE, Field.COST_TO_SERVE, Field.EXPECTED_DATE, Field.CURRENT_HOURS,
)  # fmt: skip
"""Shown whether or not a column was found for them."""


def mapping_card(view: View) -> html.Section:
    """Which column each field is read from, with what stands in it."""
    roster = view.plan.roster
    shown = [name for name in Field if name in MAIN_FIELDS or name in roster.source.mapping]
    rest = [name for name in Field if name not in shown]
    unread = [header for header in roster.source.unmapped if header.strip()]
    return card(
        label="Columns",
        children=[
            heading("Columns", "what each is read from; change it if it is wrong"),
            html.Div([mapping_row(roster, name) for name in shown], className="mapping"),
            html.H3("One more column"),
            html.Div(
                [
                    dmc.Select(
                        id=ids.MAP_FIELD,
                        label="Read",
                        placeholder="what",
                        data=[{"value": str(name), "label": FIELDS[name].title} for name in rest],
                        searchable=True,
                        w=220,
                    ),
                    dmc.Select(
                        id=ids.MAP_HEADER,
                        label="from",
                        placeholder="which column",
                        data=column_choices(roster)[1:],
                        searchable=True,
                        w=220,
                    ),
                    button("Read it", ids.MAP_ADD),
                ],
                className="row end",
            ),
            *(
                [
                    html.P(
                        f"Kept, and carried through to the export: {listed(unread[:MOST_COLUMNS])}.", className="quiet"
                    )
                ]
                if unread
                else []
            ),
        ],
    )


def mapping_row(roster: Roster, name: Field) -> html.Div:
    """One field: its title, the column it comes from, how sure that is, and a few of its values."""
    spec, match = FIELDS[name], roster.source.mapping.get(name)
    sure = "" if match is None or match.confidence >= 0.85 else "not sure; please look"
    return html.Div(
        className="mapping-row",
        children=[
            html.Div([html.B(spec.title), html.Span(spec.note, className="quiet")], className="mapping-field"),
            dmc.Select(
                id=ids.field_map(name),
                data=column_choices(roster),
                value=match.header if match is not None else NO_COLUMN,
                searchable=True,
                allowDeselect=False,
                **aria(label=f"Column for {spec.title}"),
            ),
            html.Div(
                [
                    *([html.Span(sure, className="unsure")] if sure else []),
                    html.Span(preview(roster, name), className="quiet"),
                ],
                className="mapping-preview",
            ),
        ],
    )
