"""The linked sliders, the triangle and the presets: all in the browser (`assets/balance.js`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import ClientsideFunction, Input, Output, State

from dashboard import ids

if TYPE_CHECKING:
    from dash import Dash


def register(app: Dash) -> None:
    app.clientside_callback(
        ClientsideFunction("balance", "open"),
        Output(ids.TRIANGLE, "title"),
        Input(ids.BALANCE, "data"),
        State(ids.PRESETS, "data"),
    )
