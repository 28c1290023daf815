"""What happens on a click: one file a page, each with `register(app)`. Callbacks only wire."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.callbacks import balance, partners, plan, questions, roster, scenarios, shell, tags, what_ifs
from dashboard.callbacks import live_preview as playing

if TYPE_CHECKING:
    from dash import Dash


def register_all(app: Dash) -> None:
    for module in (shell, balance, plan, playing, questions, roster, tags, scenarios, what_ifs, partners):
        module.register(app)
