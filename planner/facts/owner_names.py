"""Owners by name: initials with a key on the sheet become the names that they stand for."""

from __future__ import annotations

from collections import Counter

from planner.arrays import Texts
from planner.detection.columns.column_profile import reads_like_name, split_names
from planner.parsing.standing.legends import Legend
from planner.parsing.text_cells import as_texts

LONGEST_CODE = 4


def named_owners(owners: Texts, legend: Legend) -> Texts:
    """(n,) owners with each initial replaced by its name, several separated by `; `.

    Args:
        legend: what codes on the sheet mean, by code in lower case.
    """
    written = set(owners) - {""}
    parts = Counter(part for text in written for part in split_names(text))
    names = {part: _name_of(part, legend) for part in parts}
    if not any(names.values()):
        return _spelt_alike(owners)
    known = {text: "; ".join(dict.fromkeys(names[part] or part for part in split_names(text))) for text in written}
    return as_texts([known.get(text, "") for text in owners])


def _name_of(part: str, legend: Legend) -> str:
    """The name that initials stand for, or `""`."""
    code = part.strip().lower().rstrip(".")
    meanings = legend.get(code, ()) if len(code) <= LONGEST_CODE else ()
    return next((one for one in meanings if reads_like_name(one) and _begins_like(one, code)), "")


def _begins_like(name: str, code: str) -> bool:
    """Whether a code could be short for a name: it begins as the name does."""
    return name[:1].lower() == code[:1] or any(word[:1].lower() == code[:1] for word in name.split())


def _spelt_alike(owners: Texts) -> Texts:
    """Initials that differ only in case as they are written most often (`ts` as `TS`)."""
    short = Counter(text for text in owners if text and len(text) <= LONGEST_CODE)
    best: dict[str, str] = {}
    for text, _ in short.most_common():
        best.setdefault(text.lower(), text)
    if len(best) == len(short):
        return owners
    return as_texts([best.get(text.lower(), text) if text and len(text) <= LONGEST_CODE else text for text in owners])
