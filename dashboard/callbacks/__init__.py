"""What happens on a click: one file a page, each with `register(app)`, which is found here. Callbacks only wire."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dash import Dash


def register_all(app: Dash) -> None:
    """Register the callbacks of every module of this folder that has any."""
    for found in pkgutil.iter_modules(__path__, f"{__name__}."):
        module = import_module(found.name)
        if hasattr(module, "register"):
            module.register(app)
