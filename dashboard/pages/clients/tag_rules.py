"""The tag rules in plain words, to make stronger or weaker, to take out, or to add to; on the Clients page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import dash_mantine_components as dmc
from dash import html

from dashboard import ids
from dashboard.components.parts import aria, button, callout, card, chip, heading, icon
from dashboard.components.words import GOOD_TITLE
from dashboard.tables.rules import NEW_FIELDS, RATED, outcome_words, rule_sentence
from planner.goods import GOODS
from planner.text import count

if TYPE_CHECKING:
    from dashboard.service.known import Known
    from dashboard.service.plan_service import View
    from planner.tagging.rule_sheet import Rule


def rules_card(view: View | Known) -> html.Section:
    """The rules in plain words; each can be made stronger, weaker, or be taken out; new ones can be added."""
    rules, notes = view.plan.rules, view.plan.tags.notes
    items = [rule_item(rule, at) for at, rule in enumerate(rules)]
    return card(
        label="Rules",
        children=[
            heading("Rules", "what the list says, turned into tags; your ratings and changes are stronger"),
            *(callout(text, "note") for text in notes),
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
                value=round(RATED * rule.strength, 2),
                min=0,
                max=RATED,
                step=0.5,
                suffix=f" of {RATED}",
                size="xs",
                w=96,
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
                id=ids.RULE_STRENGTH,
                label="as if rated",
                value=3,
                min=0,
                max=RATED,
                step=0.5,
                suffix=f" of {RATED}",
                debounce=True,
            ),
            button("Add the rule", ids.RULE_ADD),
        ],
    )
