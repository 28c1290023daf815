"""Numbers of the items of an agenda or a list: `1`, `1.1`, `1.2`, `2`. They are no dates and no amounts."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any, Final

LEAST, MOSTLY = 4, 0.8
LARGEST: Final = 60
"""Whoever has more different values numbers no items by hand."""
_ITEM: Final = re.compile(r"^\s*\d{1,2}(?:\.\d{1,2}){0,2}\.?\s*$")
_DEEPER: Final = re.compile(r"^\s*(\d{1,2})\.\d{1,2}\.?\s*$")


def is_item(cell: Any) -> bool:
    """Whether a cell could be the number of an item."""
    return isinstance(cell, str | int | float) and not isinstance(cell, bool) and bool(_ITEM.match(_plain(cell)))


def numbers_items(cells: Collection[Any]) -> bool:
    """Whether the different values of a column number items, some of them as parts of others (`2`, `2.1`)."""
    if not LEAST <= len(cells) <= LARGEST:
        return False
    said = [_plain(cell) for cell in cells if cell != ""]
    whole = {text.strip().rstrip(".") for text in said if _ITEM.match(text)}
    parts = [match[1] for text in whole if (match := _DEEPER.match(text))]
    return len(whole) >= MOSTLY * len(said) and len(parts) >= LEAST / 2 and any(part in whole for part in parts)


def _plain(cell: Any) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
