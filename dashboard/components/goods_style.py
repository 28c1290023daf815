"""What the browser knows of the goods and groups: their colours as a stylesheet, their names for `assets/*.js`.

Anything of the class of a good or a group has its colours at hand: `--tone`, `--tone-text` for words of that colour on
the page, `--on-tone` for words on it, and `--group` for the colour of a good's group.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from planner.goods import GOOD_SPECS, GROUP_SPECS, GROUPS, Group

_DARK: Final = "#10181f"


def goods_css() -> str:
    """The colours, to stand after all other styles."""
    colours = {str(group): spec.colour for group, spec in GROUP_SPECS.items()}
    colours |= {str(good): spec.colour for good, spec in GOOD_SPECS.items()}
    groups = {str(good): str(spec.group) for good, spec in GOOD_SPECS.items()} | {
        str(group): str(group) for group in GROUPS
    }
    light = [f"--{name}: {colour};" for name, colour in colours.items()]
    light += [f"--{group}-text: {spec.ink};" for group, spec in GROUP_SPECS.items()]
    dark = [f"--{group}-text: {spec.ink_on_dark};" for group, spec in GROUP_SPECS.items()]
    rules = [
        f".{name} {{ --tone: var(--{name}); --on-tone: {words_on(colour)}; "
        f"--group: var(--{groups[name]}); --tone-text: var(--{groups[name]}-text); }}"
        for name, colour in colours.items()
    ]
    in_dark = f':root[data-mantine-color-scheme="dark"] {{ {" ".join(dark)} }}'
    return "\n".join([f":root {{ {' '.join(light)} }}", in_dark, *rules])


def goods_json() -> str:
    """Names and titles in the order of the registry, for `assets/grid.js` and its kin."""
    goods = [{"name": good, "words": _spoken(spec.title)} for good, spec in GOOD_SPECS.items()]
    groups = [{"name": group, "words": _spoken(spec.title), "short": spec.short} for group, spec in GROUP_SPECS.items()]
    return json.dumps({"goods": goods, "groups": groups})


def stripes(groups: Sequence[Group]) -> str:
    """A background of equal stripes in the colours of several groups."""
    part = 100 / len(groups)
    ends = (f"var(--{group}) 0 {part * (at + 1):.4g}%" for at, group in enumerate(groups))
    return f"linear-gradient(90deg, {', '.join(ends)})"


def words_on(colour: str) -> str:
    """White or nearly black, whichever is more legible on a colour (WCAG's contrast)."""
    light = _luminance(colour)
    return "#fff" if 1.05 / (light + 0.05) >= (light + 0.05) / (_luminance(_DARK) + 0.05) else _DARK


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _spoken(title: str) -> str:
    """A title inside a sentence: `good for you later`."""
    return title.lower().replace(",", "")
