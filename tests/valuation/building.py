"""Small client lists for tests, made from the columns that matter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from planner.fields import FIELDS, Field, Kind
from planner.goods import GOODS, Good
from planner.records.findings import ColumnMatch, SettingSheet, SheetCell
from planner.roster.roster import Deals, Roster, Source
from planner.settings import Settings
from planner.tagging.rule_sheet import find_rules
from planner.tagging.tagging import tag
from planner.valuation.facts import gather_facts
from planner.valuation.types import Tags

START = dt.date(2026, 4, 1)
SETTINGS = Settings(plan_start=START, hours=104, currency="$")
DATES = {Kind.DATE}
TEXTS = {Kind.TEXT, Kind.NAMES, Kind.RELATIONSHIP}


def column(field: Field, values: Sequence[Any]) -> np.ndarray:
    kind = FIELDS[field].kind
    if kind in TEXTS:
        return np.array(["" if value is None else str(value) for value in values], dtype=object)
    if kind in DATES:
        return np.array(["NaT" if value is None else value for value in values], dtype="datetime64[D]")
    return np.array([np.nan if value is None else value for value in values], dtype=float)


def roster(
    rows: Sequence[Mapping[str, Any]],
    *,
    sheets: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
    deals: Sequence[Mapping[str, Any]] | None = None,
    **changes: Any,
) -> Roster:
    """A list of accounts from `{field: value}` rows; unnamed accounts are called "Account 1", "Account 2", …"""
    named = [{"account": f"Account {i + 1}", **row} for i, row in enumerate(rows)]
    fields = sorted({Field(name) for row in named for name in row}, key=list(Field).index)
    columns = {field: column(field, [row.get(field) for row in named]) for field in fields}
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    mapping = {field: ColumnMatch(str(field), letters[i], 1.0) for i, field in enumerate(fields)}
    source = Source("list.xlsx", "Clients", 1, mapping=mapping, currency="$")
    return Roster(
        **{
            "source": source,
            "columns": columns,
            "rows": np.arange(2, len(named) + 2),
            "sheets": {name: sheet(name, content) for name, content in (sheets or {}).items()},
            "deals": None if deals is None else deals_of(deals),
            **changes,
        }
    )


def sheet(name: str, rows: Sequence[Mapping[str, Any]]) -> SettingSheet:
    headers = list(dict.fromkeys(header for row in rows for header in row))
    return SettingSheet(
        name,
        tuple(
            {
                header: SheetCell(row[header], f"{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[headers.index(header)]}{i + 2}")
                for header in row
            }
            for i, row in enumerate(rows)
        ),
    )


def deals_of(rows: Sequence[Mapping[str, Any]]) -> Deals:
    """Deals from rows of `account` (position), `state`, and whatever else matters."""

    def texts(name: str) -> np.ndarray:
        return np.array([row.get(name, "") for row in rows], dtype=object)

    def numbers(name: str) -> np.ndarray:
        return np.array([row.get(name, np.nan) for row in rows], dtype=float)

    def dates(name: str) -> np.ndarray:
        return np.array([row.get(name, "NaT") for row in rows], dtype="datetime64[D]")

    return Deals(
        account=np.array([row["account"] for row in rows], dtype=np.intp),
        name=texts("name"),
        stage=texts("stage"),
        service=texts("service"),
        source=texts("source"),
        amount=numbers("amount"),
        probability=numbers("probability"),
        expected=dates("expected"),
        created=dates("created"),
        closed=dates("closed"),
        state=texts("state"),
        row=np.arange(2, len(rows) + 2),
    )


def tags_of(clients: Roster, settings: Settings = SETTINGS) -> Tags:
    """Tags by the list's own rules."""
    return tag(clients, gather_facts(clients, settings), find_rules(clients), settings)


def tagged(
    row: Mapping[str, Any], good: Good, others: Sequence[Mapping[str, Any]] = (), **more: Any
) -> tuple[float, str]:
    """Strength and reason of one good of an account, alone in the list but for `others`."""
    tags = tags_of(roster([row, *others], **more))
    position = GOODS.index(good)
    return float(tags.strength[0, position]), str(tags.reason[0, position])
