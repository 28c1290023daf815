"""How written workbooks look: one font, one scale of sizes, one colour per good, formats made once each."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

Props = Mapping[str, object]

FONT: Final = "Arial"
INK, SOFT, FAINT, RULE, WASH = "#1F2328", "#667085", "#98A2B3", "#E4E7EC", "#F7F8FA"
BRAND, WARN_BACK, WARN_INK = "#0072B2", "#FFF6DD", "#7A4B00"
FILL_TAB: Final = "#F5E3A0"
"""Tab of a sheet that people fill in, near the colour of the cells that they fill in."""

BASE: Final[Props] = MappingProxyType({"font_name": FONT, "font_size": 10, "font_color": INK, "valign": "vcenter"})
WRAP: Final[Props] = MappingProxyType({"text_wrap": True})
TOP: Final[Props] = MappingProxyType({"valign": "top"})
BOLD: Final[Props] = MappingProxyType({"bold": True})
QUIET: Final[Props] = MappingProxyType({"font_color": SOFT})
SMALL: Final[Props] = MappingProxyType({"font_size": 9})
ASSUMED: Final[Props] = MappingProxyType({"italic": True, "font_color": SOFT})
LINE: Final[Props] = MappingProxyType({"bottom": 1, "bottom_color": RULE})
CENTRE: Final[Props] = MappingProxyType({"align": "center"})
RIGHT: Final[Props] = MappingProxyType({"align": "right"})
LEFT: Final[Props] = MappingProxyType({"align": "left"})
PAD: Final[Props] = MappingProxyType({"align": "left", "indent": 1})
TITLE: Final[Props] = MappingProxyType({"font_size": 18, "bold": True})
HEADING: Final[Props] = MappingProxyType({"font_size": 12, "bold": True})
HEADER: Final[Props] = MappingProxyType(
    {
        "font_size": 9,
        "bold": True,
        "font_color": SOFT,
        "bg_color": WASH,
        "text_wrap": True,
        "valign": "vcenter",
        "bottom": 1,
        "bottom_color": FAINT,
    }
)
TOTAL: Final[Props] = MappingProxyType({"bold": True, "top": 1, "top_color": FAINT, "bg_color": WASH})
TO_FILL: Final[Props] = MappingProxyType({"bg_color": "#FFFBEA", "border": 1, "border_color": "#EADFB8"})
SHARE: Final[Props] = MappingProxyType({"num_format": "0%"})
UPPER_SHARE: Final[Props] = MappingProxyType({"num_format": '[>=0.999999]0%;[>=0.995]"over 99%";0%'})
LOWER_SHARE: Final[Props] = MappingProxyType({"num_format": '[=0]0%;[<0.005]"under 1%";0%'})
DATE: Final[Props] = MappingProxyType({"num_format": "d mmm yyyy", "align": "left"})
GENERAL: Final[Props] = MappingProxyType({"num_format": "General"})
TEXT: Final[Props] = MappingProxyType({"num_format": "@"})


def share_look(share: float) -> Props:
    """Whole percents, in the words of `text.percent` where rounding would say nothing or all.

    A number format holds two conditions, so that it depends on the share which of the two ends it looks at.
    """
    return UPPER_SHARE if share >= 0.5 else LOWER_SHARE


class Styles:
    """The formats of one workbook, each combination of layers made once.

    Attributes:
        hours, change, money: layers whose number format depends on the plan: half hours or whole ones, the currency.
    """

    def __init__(self, book: Any, *, currency: str, halves: bool, in_money: bool) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Any] = {}
        number = "#,##0.0" if halves else "#,##0"
        self.hours: Props = {"num_format": f'{number};-{number};"–"'}
        self.change: Props = {"num_format": f'+{number};-{number};"–"'}
        self.money: Props = {"num_format": money_format(currency) if in_money else "#,##0.0"}

    def __call__(self, *layers: Props) -> Any:
        """The format of `BASE` under the layers, later ones stronger."""
        props = {key: value for layer in (BASE, *layers) for key, value in layer.items()}
        key = tuple(sorted(props.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(dict(props))
        return self._made[key]


def money_format(currency: str) -> str:
    """A number format that puts the currency's sign or code before whole amounts."""
    sign = currency.replace('"', "")
    space = " " if len(sign) > 1 and sign[-1].isalpha() else ""
    lead = f'"{sign}{space}"' if sign else ""
    return f"{lead}#,##0;-{lead}#,##0"
