"""The mapping of fields to columns as the user gives it, by names, headers or column letters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from planner.detection.table import letter
from planner.errors import SettingError
from planner.fields import Field, known_field
from planner.parsing.cell_values import clean
from planner.parsing.header_text import plain

NOT_MAPPED = frozenset({"", "-", "none"})


def read_mapping(mapping: Mapping[str, str], headers: Sequence[str]) -> dict[Field, int | None]:
    """The user's own mapping as column numbers; None for a field that is to have no column.

    Raises:
        SettingError: on an unknown field or header, with the nearest suggested.
    """
    wanted: dict[Field, int | None] = {}
    by_words = {plain(text): j for j, text in reversed(list(enumerate(headers))) if text}
    by_text = {" ".join(text.split()): j for j, text in reversed(list(enumerate(headers))) if text}
    letters = {letter(j): j for j in range(len(headers))}
    for key, header in mapping.items():
        name = known_field(key)
        text = " ".join(clean(header).split())
        if text.lower() in NOT_MAPPED:
            wanted[name] = None
            continue
        column = by_text.get(text, by_words.get(plain(text), letters.get(text)))
        if column is None:
            near = get_close_matches(text, list(by_text), n=1, cutoff=0.4)
            hint = f" Did you mean “{near[0]}”?" if near else f" The headers are: {', '.join(by_text) or 'none'}."
            raise SettingError(f"There is no column “{header}” to read {name} from.{hint}")
        wanted[name] = column
    return wanted
