"""What happens on a click: one file a page, each with `register(app)`. Callbacks only wire."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dashboard.callbacks import (
    balance,
    clients,
    live_preview,
    long_work,
    partners,
    plan,
    quarter,
    quarter_rest,
    questions,
    roster,
    shell,
    tag_rules,
    what_ifs,
)

if TYPE_CHECKING:
    from dash import Dash

MODULES: Final = (
    shell,
    balance,
    plan,
    live_preview,
    questions,
    roster,
    clients,
    tag_rules,
    long_work,
    what_ifs,
    partners,
    quarter,
    quarter_rest,
)


def register_all(app: Dash) -> None:
    for module in MODULES:
        module.register(app)
