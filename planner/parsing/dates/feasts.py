"""The days of feasts in each year; those of the lunar calendars are looked up, as they move."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from dateutil.easter import easter

FIXED: Final[Mapping[str, tuple[int, int]]] = MappingProxyType(
    {
        "christmas": (12, 24), "new year": (1, 7), "summer": (8, 31), "september": (9, 15), "year end": (12, 31),
        "epiphany": (1, 7), "thanksgiving": (11, 26), "holidays": (8, 31), "pongal": (1, 15),
        "st joseph": (3, 19), "midsummer": (6, 24), "ferragosto": (8, 15),
    }
)  # fmt: skip
FROM_EASTER: Final[Mapping[str, int]] = MappingProxyType({"easter": 0, "whitsun": 49, "carnival": -47})
"""Days after Easter."""
MOVING: Final[Mapping[str, Mapping[int, tuple[int, int]]]] = MappingProxyType(
    {
        "diwali": MappingProxyType(
            {2025: (10, 20), 2026: (11, 8), 2027: (10, 29), 2028: (10, 17), 2029: (11, 5), 2030: (10, 26)}
        ),
        "lunar new year": MappingProxyType(
            {2025: (1, 29), 2026: (2, 17), 2027: (2, 6), 2028: (1, 26), 2029: (2, 13), 2030: (2, 3)}
        ),
        "eid": MappingProxyType(
            {2025: (3, 30), 2026: (3, 20), 2027: (3, 10), 2028: (2, 26), 2029: (2, 14), 2030: (2, 4)}
        ),
    }
)
AROUND: Final[Mapping[str, tuple[int, int]]] = MappingProxyType(
    {"diwali": (10, 31), "lunar new year": (2, 5), "eid": (3, 1)}
)
"""About when they are in other years."""


def feast_day(kind: str, year: int) -> dt.date:
    """The day of a feast, or the last of a time such as the summer."""
    if kind in FROM_EASTER:
        start: dt.date = easter(year)
        return start + dt.timedelta(days=FROM_EASTER[kind])
    return dt.date(year, *(FIXED.get(kind) or MOVING[kind].get(year, AROUND[kind])))
