"""What happens on a click: a file or folder a page, each file with `register(app)`. Callbacks only wire."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dash import Dash


def register_all(app: Dash) -> None:
    """Register the callbacks of every module of this folder, and of those in it, that has any."""
    for found in pkgutil.walk_packages(__path__, f"{__name__}."):
        module = import_module(found.name)
        if hasattr(module, "register"):
            module.register(app)
