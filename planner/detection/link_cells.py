"""Cells with a link behind a name, as exports of linked databases have them: `Acme (../Clients/Acme%20123.md)`."""

from __future__ import annotations

import re

from planner.parsing.cell_values import Cells

_LINK = re.compile(r"\s*\((?:\.\.?/|https?://|[\w%-]+/)[^()\s]*\)")
HEAD = 200
"""So many cells show whether a column carries links."""
ENOUGH = 0.5
"""Share of the texts of a column that carry a link from which all links of the column are taken off."""


def without_links(column: Cells) -> Cells:
    """A column of names without the links behind them."""
    if not any(isinstance(cell, str) and "(" in cell and "/" in cell for cell in column[:HEAD]):
        return column
    linked = {text: _LINK.sub("", text).strip() for text in column.texts if "(" in text and _LINK.search(text)}
    if not linked or len(linked) < ENOUGH * len(column.texts - {""}):
        return column
    return Cells([linked.get(cell, cell) if isinstance(cell, str) else cell for cell in column])
