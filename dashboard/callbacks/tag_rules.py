"""The tag rules on the Clients page: made stronger or weaker, taken out, added to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import ALL, Input, State, ctx

from dashboard import ids
from dashboard.callbacks.common import Edit, saves
from dashboard.security import workspace_id
from dashboard.service.plan_service import PlanService, service_of
from dashboard.state import changes
from dashboard.tables.rules import RATED, as_rows, with_new, with_strength, without

if TYPE_CHECKING:
    from collections.abc import Callable

    from dash import Dash

    from dashboard.tables.rules import RuleRows


def register(app: Dash) -> None:
    _register_rules(app, service_of(app))


def _register_rules(app: Dash, service: PlanService) -> None:
    def change(label: str, edit: Callable[[RuleRows], RuleRows]) -> Edit:
        rules = service.known(workspace_id()).plan.rules
        return lambda work: changes.with_rules(
            work, label, edit(work.rules if work.rules is not None else as_rows(rules))
        )

    @saves(app, service, Input({"type": "rule-strength", "index": ALL}, "value"))
    def strengthen(_values: list[float]) -> Edit | None:
        asked, value = ctx.triggered_id, ctx.triggered[0]["value"]
        if not isinstance(asked, dict) or len(ctx.triggered) != 1 or not isinstance(value, int | float):
            return None
        at = int(asked["index"])
        rules = service.known(workspace_id()).plan.rules
        if at >= len(rules) or abs(rules[at].strength - value / RATED) < 0.005:
            return None
        return change("a rule's strength", lambda rows: with_strength(rows, at, value / RATED))

    @saves(app, service, Input({"type": "rule-drop", "index": ALL}, "n_clicks"))
    def drop(clicks: list[int | None]) -> Edit | None:
        asked = ctx.triggered_id
        if not any(clicks) or not isinstance(asked, dict):
            return None
        return change("take out a rule", lambda rows: without(rows, int(asked["index"])))

    @saves(
        app,
        service,
        Input(ids.RULE_ADD, "n_clicks"),
        State(ids.RULE_FIELD, "value"),
        State(ids.RULE_WORDS, "value"),
        State(ids.RULE_GOOD, "value"),
        State(ids.RULE_STRENGTH, "value"),
    )
    def add(clicks: int, field: str, words: str | None, good: str, strength: float | str) -> Edit | None:
        if not clicks:
            return None
        share = float(strength or 0) / RATED
        return change("a rule of your own", lambda rows: with_new(rows, field, words or "", good, share))

    @saves(app, service, Input(ids.RULES_RESET, "n_clicks"))
    def reset(clicks: int | None) -> Edit | None:
        return (lambda work: changes.with_rules(work, "back to the list's own rules", None)) if clicks else None
