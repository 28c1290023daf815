"""Words for how things stand that are written beside names: `LEAD - Moray Foods`, `Axton Group (prospect)`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from planner.arrays import Column
from planner.fields import Field
from planner.parsing.standing.kind_behind_name import kind_behind, tells_kind
from planner.parsing.text_cells import as_texts

LEAST_BEFORE: Final = 2
"""So many names begin with such words where any do; in brackets behind a name they say it of one alone."""
_BEFORE: Final = re.compile(r"^\s*([^\W\d_]{3,}(?:\s[^\W\d_]+)?)\s*(?::|\s[-–—])\s+(\S.*)$")


def standing_in_names(columns: Mapping[Field, Column]) -> dict[Field, Column]:
    """Names, and the words for how things stand that are written before or behind some of them, as a column of
    statuses; empty where the list says that elsewhere, or hardly a name or every name has such words."""
    if {Field.STATUS, Field.RELATIONSHIP} & columns.keys():
        return {}
    names = columns[Field.ACCOUNT].tolist()
    said = {**_behind(set(names)), **_before(set(names))}
    if not 0 < len(said) < len(set(names)):
        return {}
    return {
        Field.ACCOUNT: as_texts([said[name][1] if name in said else name for name in names]),
        Field.STATUS: as_texts([said[name][0] if name in said else "" for name in names]),
    }


def _before(names: set[str]) -> Mapping[str, tuple[str, str]]:
    """The words before names, and the names without them; empty where fewer than two begin so."""
    found = {name: match for name in names if (match := _BEFORE.match(name)) and tells_kind(match[1])}
    return {name: (match[1], match[2]) for name, match in found.items()} if len(found) >= LEAST_BEFORE else {}


def _behind(names: set[str]) -> Mapping[str, tuple[str, str]]:
    """The words behind names, and the names without them."""
    found = {name: parts for name in names if (parts := kind_behind(name)) is not None}
    return {name: (said, alone) for name, (alone, said) in found.items()}
