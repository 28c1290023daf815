"""Colours and the Mantine theme. One colour per good on every screen, safe for the colour-blind."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from planner.goods import GOOD_SPECS, GROUP_SPECS, Good, Group

GOOD_COLOUR: Final[Mapping[Good, str]] = MappingProxyType({good: spec.colour for good, spec in GOOD_SPECS.items()})
GROUP_COLOUR: Final[Mapping[Group, str]] = MappingProxyType({group: spec.colour for group, spec in GROUP_SPECS.items()})
OPEN_HOURS: Final = "#9AA1A9"

_INK: Final = (
    "#f2f4f7", "#e6e9ed", "#cdd2d9", "#b0b7c0", "#8b94a0", "#6a7380", "#4b5460", "#343b45", "#222931", "#14181d",
)  # fmt: skip


def mantine_theme() -> dict[str, Any]:
    """The theme handed to `MantineProvider`: near-black in the light, near-white in the dark; Inter; quiet corners."""
    return {
        "colors": {"ink": list(_INK)},
        "primaryColor": "ink",
        "primaryShade": {"light": 9, "dark": 0},
        "autoContrast": True,
        "fontFamily": "Inter, ui-sans-serif, system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif",
        "fontSizes": {"xs": "12px", "sm": "14px", "md": "14px", "lg": "16px", "xl": "22px"},
        "headings": {"fontFamily": "inherit", "fontWeight": "650"},
        "defaultRadius": "md",
        "cursorType": "pointer",
        "respectReducedMotion": True,
    }
