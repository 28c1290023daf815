"""HTML text of plain components, for parts of a page that are drawn anew with every plan.

The browser draws such a part in one assignment; mounted as components, its hundred pieces would each be told apart,
registered and announced to all others. Text and attributes are escaped.
"""

from __future__ import annotations

import re
from html import escape
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from dashboard.components.parts import Children

VOID: Final = frozenset({"br", "hr", "img"})
NAMES: Final = {"className": "class", "htmlFor": "for"}
NO_ATTRIBUTES: Final = frozenset({*vars(html.Div()), "children"})
"""What a component holds beside its attributes."""


def markup(children: Children | tuple[Any, ...]) -> str:
    """The HTML of components of `dash.html`, text, or a list of both.

    Raises:
        TypeError: for a component that is more than HTML, or one with an id or an event, which nothing would hear.
    """
    if children is None:
        return ""
    if isinstance(children, list | tuple):
        return "".join(map(markup, children))
    if not isinstance(children, Component):
        return escape(str(children))
    if not type(children).__module__.startswith("dash.html"):
        raise TypeError(f"{type(children).__name__} is more than HTML")
    held = vars(children)
    inside = markup(held.get("children"))
    tag = type(children).__name__.lower()
    attributes = "".join(_attribute(name, held[name]) for name in sorted(held.keys() - NO_ATTRIBUTES))
    return f"<{tag}{attributes}>" if tag in VOID else f"<{tag}{attributes}>{inside}</{tag}>"


def _attribute(name: str, value: Any) -> str:
    if value is None or value is False:
        return ""
    if name in {"id", "n_clicks"}:
        raise TypeError(f"{name} means nothing in HTML text")
    key = NAMES.get(name, name.lower())
    if value is True:
        return f" {key}"
    text = ";".join(f"{_kebab(part)}:{one}" for part, one in value.items()) if isinstance(value, dict) else str(value)
    return f' {key}="{escape(text)}"'


def _kebab(name: str) -> str:
    """`maxWidth` as stylesheets write it."""
    return re.sub(r"[A-Z]", lambda found: f"-{found[0].lower()}", name)
