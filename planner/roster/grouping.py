"""Rows that belong to one account: which rows do, and one value out of several."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.arrays import Column, Index, Numbers, Texts, same_text
from planner.parsing.names import fold_all


@dataclass(frozen=True, eq=False)
class Groups:
    """Rows of a list by account.

    Attributes:
        of: (rows,) the account of each row.
        first: (accounts,) the first row of each account; accounts are in the order of their first rows.
    """

    of: Index
    first: Index

    @property
    def size(self) -> int:
        return len(self.first)


def group_rows(names: Texts, ids: Texts | None) -> Groups:
    """Rows of the same id are one account; rows without an id join the account of the same name."""
    keys = fold_all(names)
    by_name: dict[str, int] = {}
    by_id: dict[str, int] = {}
    of = np.empty(len(names), dtype=np.intp)
    first: list[int] = []
    if ids is not None:
        for i, key in enumerate(ids):
            if key and key not in by_id:
                by_id[key] = len(first)
                by_name.setdefault(keys[i], len(first))
                first.append(i)
    for i, name in enumerate(keys):
        key = ids[i] if ids is not None else ""
        place = by_id.get(key) if key else by_name.get(name)
        if place is None:
            place = by_name[name] = len(first)
            first.append(i)
        of[i] = place
    return _in_order(of, np.array(first, dtype=np.intp))


def _in_order(of: Index, first: Index) -> Groups:
    """Groups renumbered by their first rows."""
    earliest = np.full(len(first), len(of), dtype=np.intp)
    np.minimum.at(earliest, of, np.arange(len(of), dtype=np.intp))
    order = np.argsort(earliest, kind="stable")
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    return Groups(rank[of], earliest[order])


def pick(of: Index, size: int, values: Column, order: Index) -> Column:
    """For each account its first value that is not missing, going through the rows in `order`."""
    known = order[~is_missing(values[order])]
    picked: Column = empty_like(values, size)
    backwards = known[::-1]
    picked[of[backwards]] = values[backwards]
    return picked


def empty_like(values: Column, size: int) -> Column:
    """`size` missing values of the same type."""
    if values.dtype == object:
        return same_text(size, "")
    return np.full(size, np.nan if values.dtype.kind == "f" else np.datetime64("NaT"), dtype=values.dtype)


def is_missing(values: Column) -> NDArray[np.bool_]:
    """Mask of what is missing."""
    if values.dtype == object:
        return np.asarray(values == "", dtype=np.bool_)
    return np.asarray(np.isnat(values) if values.dtype.kind == "M" else np.isnan(values), dtype=np.bool_)


def total(of: Index, size: int, values: Numbers) -> Numbers:
    """Sum by account of what is known; NaN where nothing is."""
    known = ~np.isnan(values)
    sums = np.bincount(of[known], weights=values[known], minlength=size).astype(np.float64)
    return np.where(count(of, size, known) > 0, sums, np.nan)


def mean(of: Index, size: int, values: Numbers) -> Numbers:
    """Mean by account of what is known; NaN where nothing is."""
    known = ~np.isnan(values)
    return total(of, size, values) / np.maximum(count(of, size, known), 1)


def count(of: Index, size: int, mask: NDArray[np.bool_]) -> Numbers:
    """How many rows of each account are in `mask`."""
    return np.bincount(of[mask], minlength=size).astype(np.float64)


def joined(of: Index, size: int, values: Texts, order: Index, separator: str = "; ") -> Texts:
    """The different texts of each account, in `order`, as one."""
    kept: dict[int, dict[str, None]] = {}
    for i in order:
        if values[i] != "":
            kept.setdefault(int(of[i]), {})[values[i]] = None
    result = same_text(size, "")
    for account, texts in kept.items():
        result[account] = separator.join(texts)
    return result
