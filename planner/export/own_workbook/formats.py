"""New cell formats in the style part of a workbook, each made from one that is there.

The formats that are there keep their numbers, so nothing of the workbook changes its look.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_EITHER_WAY = re.compile(
    r"<(\w+:)AlternateContent\b.*?<\1Fallback\b[^<>]*>(.*?)</\1Fallback>\s*</\1AlternateContent>", re.DOTALL
)


@dataclass(frozen=True)
class Look:
    """What a new format takes over or changes of an old one.

    Attributes:
        fill: colour behind the cell as RRGGBB, "" to keep the old one's.
        general: whether the number format becomes General and the alignment the usual one.
    """

    fill: str = ""
    general: bool = False


class Formats:
    """The style part of a workbook, growing by new formats. `xml` is the part as it is to be written."""

    def __init__(self, xml: str) -> None:
        self.xml = xml
        match = re.search(r"<((?:\w+:)?)styleSheet\b", xml)
        self._prefix = match[1] if match else ""
        self._made: dict[tuple[int, Look], int] = {}
        self._fills: dict[str, int] = {}

    def format(self, base: int, look: Look) -> int:
        """Number of the format that is `base` but for the look."""
        if (base, look) not in self._made:
            self._made[base, look] = self._append("cellXfs", self._derived(base, look))
        return self._made[base, look]

    def _derived(self, base: int, look: Look) -> str:
        prefix = self._prefix
        held = self._inside("cellXfs")
        formats = re.findall(rf"<{prefix}xf\b[^<>]*?/>|<{prefix}xf\b[^<>]*?>.*?</{prefix}xf>", held, re.DOTALL)
        xf = formats[base] if base < len(formats) else f'<{prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
        if look.fill:
            xf = _with(_with(xf, "fillId", str(self._fill(look.fill))), "applyFill", "1")
        if look.general:
            xf = _with(_with(xf, "numFmtId", "0"), "applyAlignment", "0")
            xf = re.sub(rf"<{prefix}alignment\b[^<>]*?/>", "", xf)
        return xf

    def _fill(self, colour: str) -> int:
        if colour not in self._fills:
            p = self._prefix
            pattern = f'<{p}patternFill patternType="solid"><{p}fgColor rgb="FF{colour}"/></{p}patternFill>'
            self._fills[colour] = self._append("fills", f"<{p}fill>{pattern}</{p}fill>")
        return self._fills[colour]

    def _inside(self, group: str) -> str:
        """The items of a group; of those written twice, for newer and older programs, what all understand."""
        match = re.search(rf"<{self._prefix}{group}\b[^<>]*>(.*?)</{self._prefix}{group}>", self.xml, re.DOTALL)
        return _EITHER_WAY.sub(r"\2", match[1]) if match else ""

    def _append(self, group: str, item: str) -> int:
        """Add to a counted group; returns the new item's number."""
        tag = f"{self._prefix}{group}"
        child = {"cellXfs": "xf", "fills": "fill"}[group]
        number = len(re.findall(rf"<{self._prefix}{child}[\s/>]", self._inside(group)))
        self.xml = re.sub(rf"(<{tag}\b[^<>]*?)\scount=\"\d+\"", rf'\1 count="{number + 1}"', self.xml, count=1)
        self.xml = self.xml.replace(f"</{tag}>", f"{item}</{tag}>", 1)
        return number


def _with(xf: str, name: str, value: str) -> str:
    """A format with one attribute set."""
    head, rest = re.match(r"(<[^<>]*?)(/?>.*)", xf, re.DOTALL).groups()  # type: ignore[union-attr]
    head = re.sub(rf'\s{name}="[^"]*"', "", head)
    return f'{head} {name}="{value}"{rest}'
