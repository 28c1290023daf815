"""The linked sliders, the triangle and the presets: all in the browser (`assets/balance.js`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import ALL, ClientsideFunction, Input, Output, State

from dashboard import ids
from planner.schema import GROUPS

if TYPE_CHECKING:
    from dash import Dash


def register(app: Dash) -> None:
    app.clientside_callback(
        ClientsideFunction("balance", "link"),
        *[Output(ids.SLIDER[group], "value") for group in GROUPS],
        *[Output(ids.SHARE_TEXT[group], "children") for group in GROUPS],
        Output(ids.BALANCE, "data"),
        *[Input(ids.SLIDER[group], "value") for group in GROUPS],
        Input(ids.TRIANGLE_PICK, "data"),
        Input({"type": "preset", "name": ALL}, "n_clicks"),
        *[State(ids.HOLD[group], "checked") for group in GROUPS],
        State(ids.BALANCE, "data"),
        State(ids.PRESETS, "data"),
    )
