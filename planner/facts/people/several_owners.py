"""Owner cells that name several people: `Ann & Bob`, `MB, TS`, `Ann Lee, Bob Ray`.

A comma also stands between a last and a first name (`Park, Jo`). Two names are two people where each stands alone
elsewhere in the column, where both are full names or initials, or where the column calls its people by one word.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from planner.arrays import Texts
from planner.parsing.first_names import FIRST_NAMES
from planner.parsing.names import fold
from planner.parsing.text_cells import as_texts
from planner.parsing.text_shapes import INITIALS, reads_like_name, split_names

MOSTLY = 0.5
_COMMA = re.compile(r"\s*,\s*")
_PARTED = re.compile(r"[;/]")


def with_several(owners: Texts) -> tuple[Texts, tuple[str, ...]]:
    """(n,) owners, several in a cell parted by `; `, and the texts that may name one person or two.

    Args:
        owners: (n,) cells as they are written.
    """
    written = [text for text in dict.fromkeys(owners.tolist()) if text]
    several = [text for text in written if len(split_names(text)) > 1 and not _PARTED.search(text)]
    if not several:
        return owners, ()
    alone = [text for text in written if text not in several]
    people = {fold(name) for text in alone for name in split_names(text)}
    by_one_word = sum(len(text.split()) == 1 for text in alone) > MOSTLY * len(alone)
    known: dict[str, str] = {}
    doubtful: list[str] = []
    for text in several:
        names = _names_in(text, people, by_one_word)
        if names:
            known[text] = "; ".join(dict.fromkeys(names))
        elif not _last_and_first(text):
            doubtful.append(text)
    return as_texts([known.get(text, text) for text in owners]), tuple(doubtful)


def _names_in(text: str, people: Collection[str], by_one_word: bool) -> list[str]:
    """The people that a cell names, where it surely names several; else none."""
    names = split_names(text)
    if not all(reads_like_name(name) or INITIALS.match(name) for name in names):
        return []
    if len(_COMMA.split(text)) == 1 or all(fold(name) in people for name in names):
        return names
    full = all(len(name.split()) > 1 for name in names)
    first = all(fold(name) in FIRST_NAMES for name in names)
    one_word = all(len(name.split()) == 1 for name in names) and by_one_word
    return names if full or first or one_word or all(map(INITIALS.match, names)) else []


def _last_and_first(text: str) -> bool:
    """Whether a cell reads like a last name and a first one (`Park, Jo`)."""
    parts: Sequence[str] = _COMMA.split(text)
    return len(parts) == 2 and fold(parts[1]).split()[:1] != [] and fold(parts[1]).split()[0] in FIRST_NAMES
