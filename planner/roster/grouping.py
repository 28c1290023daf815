"""Rows that belong to one account: which rows do, and one value out of several."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
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

    @property
    def later(self) -> frozenset[int]:
        """The rows that are not the first of their account."""
        return frozenset(range(len(self.of))) - frozenset(self.first.tolist())


def group_rows(names: Texts, ids: Texts | None) -> Groups:
    """Rows of the same id are one account; rows without an id join the account of the same name."""
    rows = pd.DataFrame({"name": fold_all(names), "id": "" if ids is None else ids}, dtype=object)
    known = rows[rows["id"] != ""].drop_duplicates("id").drop_duplicates("name").set_index("name")["id"]
    by_id = rows["id"].where(rows["id"] != "", rows["name"].map(known))
    key = ("id " + by_id).where(by_id.notna() & (by_id != ""), "name " + rows["name"])
    of, _ = pd.factorize(key)
    return Groups(of.astype(np.intp), np.flatnonzero(~pd.Series(of).duplicated()))


def pick(of: Index, size: int, values: Column, order: Index) -> Column:
    """For each account its first value that is not missing, going through the rows in `order`."""
    known = order[~is_missing(values[order])]
    picked: Column = empty_like(values, size)
    picked[of[known[::-1]]] = values[known[::-1]]  # the last that is put in a place stays there
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
    return _of_all(pd.Series(values).groupby(of).sum(min_count=1), size)


def mean(of: Index, size: int, values: Numbers) -> Numbers:
    """Mean by account of what is known; NaN where nothing is."""
    return _of_all(pd.Series(values).groupby(of).mean(), size)


def highest(of: Index, size: int, values: Numbers) -> Numbers:
    """Largest value by account of what is known; NaN where nothing is."""
    return _of_all(pd.Series(values).groupby(of).max(), size)


def count(of: Index, size: int, mask: NDArray[np.bool_]) -> Numbers:
    """How many rows of each account are in `mask`."""
    return np.bincount(of[mask], minlength=size).astype(np.float64)


def _of_all(by_account: pd.Series[float], size: int) -> Numbers:
    """(size,) figures of the accounts that have one; NaN of the others."""
    return np.asarray(by_account.reindex(range(size)).to_numpy(dtype=np.float64))


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
