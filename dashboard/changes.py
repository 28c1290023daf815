"""What of a table changed, in few bytes: each field as its different values and, row by row, which of them it has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Row = dict[str, Any]
Coded = dict[str, list[Any]]


def changes(old: Sequence[Row] | None, new: Sequence[Row]) -> dict[str, Any]:
    """How to make the rows `new` from `old`, for `assets/plan.js`.

    Returns:
        `{"rows": new}` where the rows are other ones or nothing is known of them; else `{"ids": [...], "fields":
        {field: {"values": [...], "at": [...]}}}` with the rows and fields that differ; `at` is −1 where a row
        does not have the field.
    """
    if old is None or len(old) != len(new) or any(a["account"] != b["account"] for a, b in zip(old, new, strict=True)):
        return {"rows": list(new)}
    pairs = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
    names = dict.fromkeys(name for _, row in pairs for name in row)
    differ = [name for name in names if any(a.get(name) != b.get(name) for a, b in pairs)]
    rows = [row for _, row in pairs]
    return {"ids": [row["id"] for row in rows], "fields": {name: coded(name, rows) for name in differ}}


def coded(name: str, rows: Sequence[Row]) -> Coded:
    """One field of the rows: its different values, and where each row's stands among them."""
    place: dict[Any, int] = {}
    values: list[Any] = []
    at: list[int] = []
    for row in rows:
        if name not in row:
            at.append(-1)
            continue
        value = row[name]
        key = str(value) if isinstance(value, list) else value
        found = place.setdefault(key, len(values))
        if found == len(values):
            values.append(value)
        at.append(found)
    return {"values": values, "at": at}
