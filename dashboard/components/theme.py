"""Colours and the Mantine theme. One colour per good on every screen, safe for the colour-blind.

`--others` and its kin are also custom properties of `assets/theme.css`; the two must agree (a test says so).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from planner.goods import GOOD_SPECS, GROUP_SPECS, Good, Group

GOOD_COLOUR: Final[Mapping[Good, str]] = MappingProxyType({good: spec.colour for good, spec in GOOD_SPECS.items()})
GROUP_COLOUR: Final[Mapping[Group, str]] = MappingProxyType({group: spec.colour for group, spec in GROUP_SPECS.items()})
OPEN_HOURS: Final = "#9AA1A9"

_BLUE: Final = (
    "#e8f4fb", "#cfe6f4", "#a3cfe9", "#72b5dc", "#429bd0", "#1a84c3", "#0072B2", "#00639c", "#005485", "#00466f",
)  # fmt: skip


def mantine_theme() -> dict[str, Any]:
    """The theme handed to `MantineProvider`: one blue, system fonts, quiet corners."""
    return {
        "colors": {"brand": list(_BLUE)},
        "primaryColor": "brand",
        "primaryShade": {"light": 6, "dark": 6},
        "fontFamily": "Inter, ui-sans-serif, system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif",
        "headings": {"fontFamily": "inherit", "fontWeight": "650"},
        "defaultRadius": "md",
        "cursorType": "pointer",
        "respectReducedMotion": True,
    }
