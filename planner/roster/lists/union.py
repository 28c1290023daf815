"""Two lists made one: of one sheet, side by side or one under the other, or of two sheets.

Columns are matched by field, others by header. Each row keeps its own row number, and remembers which list it stands
in, so that every address that is shown is the cell's own.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TypeVar

import numpy as np

from planner.arrays import Column, Texts, same_text
from planner.detection.rows.body import ABOVE
from planner.facts.standing.standing import Standing
from planner.facts.values import Values
from planner.fields import Field
from planner.parsing.standing.titles import status_of_title
from planner.roster.grouping import empty_like

K = TypeVar("K")


def same_kind(first: Values, second: Values) -> bool:
    """Whether two lists say the same of their accounts: some field besides the name is in both."""
    return bool(first.columns.keys() & second.columns.keys() - {Field.ACCOUNT, Field.NOTES})


def titled(values: Values) -> bool:
    """Whether the titles over all rows of a list say what its accounts are (`Introducers`)."""
    sections = values.found.body.sections
    return bool(sections) and all(status_of_title(title).relationship is not None for title in set(sections))


def union(first: Values, second: Values) -> Values:
    """The rows of both lists, those of the first before those of the second."""
    first, second = _skipped_once(first, second)
    sizes = first.size, second.size
    before = first.part if first.part is not None else np.zeros(first.size, dtype=np.intp)
    people = dict.fromkeys((*first.raters, *second.raters))
    newest = [day for day in (first.newest, second.newest) if day is not None]
    return dataclasses.replace(
        first,
        columns=_both(first.columns, second.columns, sizes),
        rows=np.concatenate((first.rows, second.rows)),
        other=_both(first.other, second.other, sizes),
        fit=_both(first.fit, second.fit, sizes),
        weekly=_weekly(first, second),
        raters={who: _both(first.raters.get(who, {}), second.raters.get(who, {}), sizes) for who in people},
        standing=_standing(first, second),
        clues=None,
        state=_states(first, second),
        texts=first.texts.and_those_of(second.texts, first.size),
        issues=(*first.issues, *second.issues),
        currency=first.currency or second.currency,
        newest=max(newest) if newest else None,
        more=(*first.more, second.found),
        part=np.concatenate((before, np.full(second.size, len(first.more) + 1, dtype=np.intp))),
    )


def _skipped_once(first: Values, second: Values) -> tuple[Values, Values]:
    """Two lists of one sheet without the rows above the one that are the other's, and each row above both but once."""
    ours, theirs = first.found, second.found
    if ours.table.sheet.name != theirs.table.sheet.name:
        return first, second
    left = tuple(row for row in ours.skipped if row.why != ABOVE or row.row < theirs.table.top)
    more = tuple(row for row in theirs.skipped if row.why != ABOVE)
    return (
        dataclasses.replace(first, found=dataclasses.replace(ours, skipped=left)),
        dataclasses.replace(second, found=dataclasses.replace(theirs, skipped=more)),
    )


def _standing(first: Values, second: Values) -> Standing | None:
    if first.standing is None or second.standing is None:
        return first.standing or second.standing
    return first.standing.and_that_of(second.standing)


def _states(first: Values, second: Values) -> Texts | None:
    if first.state is None and second.state is None:
        return None
    return np.concatenate([same_text(of.size, "") if of.state is None else of.state for of in (first, second)])


def _weekly(first: Values, second: Values) -> dict[Field, Column]:
    """Hours a week of both; where a list says hours without a week, 0 stands for them."""
    names = dict.fromkeys((*first.weekly, *second.weekly))
    each = [
        {name: of.weekly.get(name, of.columns[name] * 0.0) for name in names if name in of.columns}
        for of in (first, second)
    ]
    return _both(each[0], each[1], (first.size, second.size))


def _both(first: Mapping[K, Column], second: Mapping[K, Column], sizes: tuple[int, int]) -> dict[K, Column]:
    together: dict[K, Column] = {}
    for key in dict.fromkeys((*first, *second)):
        like = first[key] if key in first else second[key]
        top, bottom = (of.get(key, empty_like(like, size)) for of, size in zip((first, second), sizes, strict=True))
        together[key] = np.concatenate((top, bottom))
    return together
