"""A field for a day: typed, or chosen in a calendar whose every button has a name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

import dash_mantine_components as dmc

CALENDAR: Final[Mapping[str, str]] = MappingProxyType(
    {
        "previousMonth": "Month before",
        "nextMonth": "Month after",
        "previousYear": "Year before",
        "nextYear": "Year after",
        "previousDecade": "Ten years before",
        "nextDecade": "Ten years after",
        "monthLevelControl": "Choose a month",
        "yearLevelControl": "Choose a year",
    }
)


def day_field(id: str, label: str, value: str, **more: Any) -> dmc.DateInput:
    """The field; its value is a day as `2026-12-03`."""
    return dmc.DateInput(id=id, label=label, value=value, valueFormat="D MMM YYYY", ariaLabels=dict(CALENDAR), **more)
