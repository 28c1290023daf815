"""What of a table changed, in few bytes: of each field its new values, and which rows have which of them now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.tables.accounts import Table


def changes(old: Table | None, new: Table) -> dict[str, Any]:
    """How to make the table `new` from `old`, for `assets/plan.js`.

    Returns:
        `{"rows": [...]}` with all rows where they are other ones or nothing is known of them; else `{"fields":
        {field: {"rows": [...], "values": [...], "at": [...]}}, "lines": [...]}`: of each field that differs the ids
        of the rows where it does, its different values there, and row by row which of them it has; and the lines,
        which say more once prices are known.
    """
    if old is None or _who(old) != _who(new):
        return {"rows": new.rows()}
    fields = {name: coded(old.fields[name], now) for name, now in new.fields.items() if old.fields[name] != now}
    return {"fields": fields, "lines": list(new.lines)}


def coded(old: Sequence[Any], new: Sequence[Any]) -> dict[str, list[Any]]:
    """What of one field differs; rows are known by their place in the list."""
    rows = [at for at, (before, now) in enumerate(zip(old, new, strict=True)) if before != now]
    place: dict[Any, int] = {}
    values: list[Any] = []
    at: list[int] = []
    for row in rows:
        value = new[row]
        found = place.setdefault(str(value) if isinstance(value, list) else value, len(values))
        if found == len(values):
            values.append(value)
        at.append(found)
    return {"rows": rows, "values": values, "at": at}


def _who(table: Table) -> tuple[Sequence[str], list[str]]:
    """The accounts and the people of a table."""
    return table.fields["account"], [line["account"] for line in table.lines]
