"""The Tags page: how strongly each account is good in each of the five ways, why, and the rules that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import dash_ag_grid as dag
import dash_mantine_components as dmc
from dash import html

from dashboard import ids
from dashboard.components.parts import (
    HEADER_HEIGHT,
    aria,
    button,
    callout,
    card,
    chip,
    empty,
    grid_height,
    heading,
    icon,
    search_box,
)
from dashboard.components.words import GOOD_TITLE
from dashboard.pages.panel import good_item
from dashboard.tables.rules import NEW_FIELDS, outcome_words, rule_sentence
from dashboard.tables.tags import AS_FOUND, RATINGS, tag_columns, tag_rows
from planner.explanation.text import count
from planner.fields import RATING_OF
from planner.goods import GOODS

if TYPE_CHECKING:
    from dashboard.service.plan_service import View
    from dashboard.state.workspace import Work
    from planner.result import Plan
    from planner.tagging.rule_sheet import Rule

ROW_HEIGHT = 58
MOST_ROWS = 12


def layout(view: View) -> html.Div:
    """The whole page for a workspace."""
    return html.Div(
        className="tags-page",
        children=[
            html.Div([html.H1("What each account is good for"), legend()], className="tags-head"),
            html.Div(
                className="tags-main",
                children=[
                    html.Div(notes(view.plan), id=ids.TAGS_NOTES),
                    grid_card(view),
                    html.Div(rules_card(view), id=ids.RULES),
                ],
            ),
            html.Div(
                className="tags-side",
                children=[
                    card(html.Div(history(view.work), id=ids.TAGS_HISTORY), "Undo and redo"),
                    card(bulk_form(), "Change several at once"),
                    card(html.Div(reasons(None, None, None), id=ids.TAGS_REASONS), "Why"),
                ],
            ),
        ],
    )


def legend() -> html.Div:
    """What the cells mean, in words and signs."""
    return html.Div(
        className="legend",
        children=[
            html.Span([html.Span(className="sample-bar"), "how strongly"]),
            html.Span([html.Span("no", className="says-no"), "not good in this way"]),
            html.Span([html.Span("?", className="says-unknown"), "not known"]),
            html.Span([html.Span("✎", className="by-hand"), "your change"]),
        ],
    )


def notes(plan: Plan) -> list[html.Div]:
    return [callout(text, "note") for text in plan.tags.notes]


def grid_card(view: View) -> html.Section:
    """The grid itself."""
    rows = tag_rows(view.plan)
    return card(
        label="Tags",
        children=[
            html.Div(
                className="table-tools",
                children=[
                    search_box(ids.TAGS_SEARCH),
                    html.Span("Double-click a cell, or press Enter, to change it.", className="note"),
                ],
            ),
            dag.AgGrid(
                id=ids.TAGS_GRID,
                className="grid tags-grid",
                columnDefs=tag_columns(),
                rowData=rows,
                getRowId="params.data.id",
                defaultColDef={"sortable": True, "resizable": True},
                style={"height": grid_height(len(rows), ROW_HEIGHT, MOST_ROWS), "width": "100%"},
                dashGridOptions={
                    "rowHeight": ROW_HEIGHT,
                    "headerHeight": HEADER_HEIGHT,
                    "selectionColumnDef": {"width": 40, "suppressHeaderMenuButton": True},
                    "rowSelection": {
                        "mode": "multiRow",
                        "checkboxes": True,
                        "headerCheckbox": True,
                        "enableClickSelection": False,
                        "selectAll": "filtered",
                    },
                    "stopEditingWhenCellsLoseFocus": True,
                    "suppressColumnVirtualisation": True,
                    "ensureDomOrder": True,
                },
            ),
        ],
    )


def history(work: Work) -> html.Div:
    """Undo and redo, saying what; and how much was changed by hand."""
    last = work.done[-1].label if work.done else ""
    next_one = work.undone[-1].label if work.undone else ""
    changes = sum(len(fields) for fields in work.overrides.values())
    return html.Div(
        className="stack tight",
        children=[
            html.Div(
                [
                    dmc.Button("Undo", id=ids.UNDO, leftSection=icon("undo"), variant="default", disabled=not last),
                    dmc.Button("Redo", id=ids.REDO, leftSection=icon("redo"), variant="default", disabled=not next_one),
                ],
                className="row",
            ),
            html.P(f"Last: {last}." if last else "Nothing changed yet.", className="quiet"),
            html.P(f"{count(changes, 'value')} changed by hand." if changes else "", className="quiet"),
        ],
    )


def bulk_form() -> html.Div:
    """One good, one rating, one reason, for every row that is ticked."""
    return html.Div(
        id=ids.BULK,
        className="stack tight",
        children=[
            heading("Change several at once"),
            html.P("Tick rows in the table first.", id=ids.BULK_COUNT, className="quiet"),
            dmc.Select(
                id=ids.BULK_GOOD,
                label="How they are good",
                data=[{"value": str(good), "label": GOOD_TITLE[good]} for good in GOODS],
                value=str(GOODS[0]),
                allowDeselect=False,
            ),
            dmc.Select(
                id=ids.BULK_RATING,
                label="How strongly",
                data=[*RATINGS, AS_FOUND],
                value=next(iter(RATINGS)),
                allowDeselect=False,
            ),
            dmc.TextInput(id=ids.BULK_WHY, label="Why", placeholder="so that others can check it", debounce=True),
            button("Change the ticked rows", ids.BULK_APPLY, disabled=True),
        ],
    )


def reasons(plan: Plan | None, work: Work | None, at: int | None) -> html.Div:
    """What says so, for one account; changes by hand can be taken back here."""
    if plan is None or work is None or at is None:
        return empty("Why?", "Click an account to see what says so.")
    name = str(plan.roster.names[at])
    changed = work.overrides.get(name, {})
    return html.Div(
        [
            heading(name),
            html.Ul([good_item(plan, at, column) for column in range(len(GOODS))], className="goods narrow"),
            html.Div(
                [
                    button(
                        f"Take back: {GOOD_TITLE[good].lower()}", ids.drop_override(name, RATING_OF[good]), size="xs"
                    )
                    for good in GOODS
                    if RATING_OF[good] in changed
                ],
                className="row",
            ),
        ],
        className="stack tight",
    )


def rules_card(view: View) -> html.Section:
    """The rules in plain words; each can be made stronger, weaker, or be taken out; new ones can be added."""
    rules = view.plan.rules
    items = [rule_item(rule, at) for at, rule in enumerate(rules)]
    return card(
        label="Rules",
        children=[
            heading("Rules", "what the list says, turned into tags; your ratings and changes are stronger"),
            html.Details(
                [html.Summary(f"{count(len(rules), 'rule')} in use"), html.Ul(items, className="rules")],
                open=view.work.rules is not None,
            ),
            html.H3("A rule of your own"),
            new_rule_form(),
            *(
                [html.Div(button("Back to the rules that came with the list", ids.RULES_RESET, size="xs"))]
                if view.work.rules is not None
                else []
            ),
        ],
    )


def rule_item(rule: Rule, at: int) -> html.Li:
    words = rule_sentence(rule)
    return html.Li(
        [
            chip(rule.good),
            html.Span([words, ": ", html.B(outcome_words(rule)), "."], className="rule-words"),
            dmc.NumberInput(
                id=ids.rule_strength(at),
                value=round(100 * rule.strength),
                min=0,
                max=100,
                step=5,
                suffix="%",
                size="xs",
                w=84,
                debounce=500,
                **aria(label=f"How strongly: {words}"),
            ),
            dmc.ActionIcon(
                icon("out"),
                id=ids.rule_drop(at),
                variant="subtle",
                color="gray",
                size="lg",
                **aria(label=f"Take out the rule: {words}"),
            ),
        ]
    )


def new_rule_form() -> html.Div:
    """When a field has some words, an account is good in one way, so strongly."""
    return html.Div(
        className="rule-form",
        children=[
            dmc.Select(
                id=ids.RULE_FIELD,
                label="When",
                data=[{"value": name, "label": name} for name in NEW_FIELDS],
                value=NEW_FIELDS[0],
                allowDeselect=False,
            ),
            dmc.TextInput(id=ids.RULE_WORDS, label="has the word", placeholder="robotics, energy", debounce=True),
            dmc.Select(
                id=ids.RULE_GOOD,
                label="the account is",
                data=[{"value": str(good), "label": GOOD_TITLE[good].lower()} for good in GOODS],
                value=str(GOODS[1]),
                allowDeselect=False,
            ),
            dmc.NumberInput(
                id=ids.RULE_STRENGTH, label="how strongly", value=60, min=0, max=100, step=5, suffix="%", debounce=True
            ),
            button("Add the rule", ids.RULE_ADD),
        ],
    )
