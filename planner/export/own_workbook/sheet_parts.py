"""What stands in a sheet's XML before and after its cells, in the order that the format wants.

Excel repairs a workbook whose elements stand in another order, or whose columns have two widths.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping

from planner.readers.cell_names import column_number

_QUOTED = r"""(?:[^<>"']|"[^"]*"|'[^']*')*"""
_TAG = re.compile(rf"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<(/?)(?:\w+:)?(\w+){_QUOTED}?(/?)>", re.DOTALL)
_CELLS_END = re.compile(r"</(?:\w+:)?sheetData\s*>|<(?:\w+:)?sheetData\b[^<>]*/>")
_EITHER_WAY = "AlternateContent"
"""An element that holds another one twice, for newer and for older programs."""
_MERGED = re.compile(r'<(?:\w+:)?mergeCell\b[^<>]*?\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
_COLUMN = re.compile(r"<(?:\w+:)?col\b[^<>]*?(?:/>|>\s*</(?:\w+:)?col>)")


def place_before(xml: str, later: Container[str]) -> int:
    """Where the first of the elements begins that come `later` among the root's own, after the cells; else its end."""
    cells = _CELLS_END.search(xml)
    depth, either_way = 0, -1
    for tag in _TAG.finditer(xml, cells.end() if cells else 0):
        closing, name, closed = tag[1], tag[2], tag[3]
        if name is None:
            continue
        if closing:
            depth -= 1
            if depth < 0:
                return tag.start()
            continue
        if depth == 0:
            either_way = tag.start() if name == _EITHER_WAY else -1
        if name in later and (depth == 0 or either_way >= 0):
            return tag.start() if depth == 0 else either_way
        depth += not closed
    return len(xml)


def merged_until(xml: str, rows: Iterable[int]) -> int:
    """The last column, from 1, of the merged cells that reach into the rows; 0 where there are none."""
    wanted = set(rows)
    return max(
        (
            column_number(last)
            for _, top, last, bottom in _MERGED.findall(xml)
            if any(row in wanted for row in range(int(top), int(bottom) + 1))
        ),
        default=0,
    )


def with_widths(xml: str, widths: Mapping[int, float]) -> str:
    """The sheet with the widths of columns that it does not speak of one by one.

    Programs write one width for all columns up to the last, and people hide all that they do not use. Such a span is
    parted: it says the same of the others, and these are seen.
    """
    prefix = (re.search(r"<((?:\w+:)?)worksheet\b", xml) or ["", ""])[1]
    held = re.search(rf"<{prefix}cols\b[^<>]*?(?:/>|>(.*?)</{prefix}cols>)", xml, re.DOTALL)
    first, last = min(widths), max(widths)
    spans: list[tuple[int, str]] = []
    free = dict(widths)
    for text in _COLUMN.findall((held[1] or "") if held else ""):
        low, high = _number(text, "min"), _number(text, "max")
        if low >= first and high <= last:
            free = {at: width for at, width in free.items() if not low <= at <= high}
            spans.append((low, text))
        elif high < first or low > last:
            spans.append((low, text))
        else:
            spans += _outside(text, low, high, first, last)
    spans += [
        (at, f'<{prefix}col min="{at}" max="{at}" width="{width:g}" customWidth="1"/>') for at, width in free.items()
    ]
    cols = f"<{prefix}cols>{''.join(text for _, text in sorted(spans, key=lambda span: span[0]))}</{prefix}cols>"
    if held:
        return xml[: held.start()] + cols + xml[held.end() :]
    return re.sub(rf"<{prefix}sheetData\b", lambda m: cols + m[0], xml, count=1)


def _outside(text: str, low: int, high: int, first: int, last: int) -> list[tuple[int, str]]:
    """The parts of a span of columns that stand before and after those from `first` to `last`."""
    parts = ((low, first - 1), (last + 1, high))
    return [(least, _spanning(text, least, most)) for least, most in parts if least <= most]


def _spanning(text: str, low: int, high: int) -> str:
    for name, number in (("min", low), ("max", high)):
        text = re.sub(rf'\s{name}="\d+"', f' {name}="{number}"', text, count=1)
    return text


def _number(text: str, name: str) -> int:
    found = re.search(rf'\s{name}="(\d+)"', text)
    return int(found[1]) if found else 0
