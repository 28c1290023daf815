"""How a client list with a known reading is read and planned, held against its key.

A key (`expected.json`) says what a careful reader reads in the list, and only that:

- `files`, in the order in which they are given; `about`, who keeps the list and how;
- `accounts`: name → field → value, in the field's canonical unit (`{"any": [...]}` where several readings are right,
  null where nothing is said);
- `not_accounts`: texts on the sheet that are no account;
- `ask`: field → header of columns that a careful reader asks about before using them: right when the value is read,
  or when it is asked;
- `good`: good → `yes` and `no`, accounts that the list clearly says are, or are not, good in this way;
- `plan`: what a believable plan keeps: `some` get time, `none` get none, `more_than` pairs, `at_most` shares.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

import planner
from planner.export.roster_json import check_json
from planner.pipeline import plan_inputs, plan_without_prices
from planner.settings import Settings
from planner.tagging.tagging import NOISE

FOLDER = Path(__file__).parent
TODAY = dt.date(2026, 11, 28)
"""The day on which the keys were written; what is late or "after Easter" depends on it."""
CLOSE = 0.03
"""Figures of a key are met within so much of them, dates within so many days."""
DAYS = 16


@dataclass(frozen=True)
class Finding:
    """One thing that a key says, whether it was read, and whether a wrong value was told of."""

    what: str
    right: bool
    silent: bool = False


@dataclass(frozen=True)
class Reading:
    """What the planner makes of a list, and the key.

    Attributes:
        plan: the frame of it.
    """

    key: Mapping[str, Any]
    check: Mapping[str, Any]
    plan: pd.DataFrame

    @property
    def planned(self) -> dict[str, dict[str, Any]]:
        """The plan's row of each account, by its plain name."""
        return {plain(row["account"]): row for row in self.plan.to_dict("records")}


def names() -> list[str]:
    """The lists there are."""
    return sorted(path.parent.name for path in FOLDER.glob("*/expected.json"))


def read(name: str) -> Reading:
    """Read and plan a list at the defaults, with no question answered; no key speaks of prices."""
    folder = FOLDER / name
    key = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    first, *others = [folder / file for file in key["files"]]
    roster = planner.read_roster(first, companies=others, settings=Settings(plan_start=TODAY))
    made = plan_without_prices(plan_inputs(roster, {"plan_start": TODAY}))
    return Reading(key, check_json(roster), made.frame)


def share(findings: list[Finding]) -> float:
    """Share of the key that was read as a careful reader does."""
    return sum(one.right for one in findings) / len(findings)


def held_against_key(reading: Reading) -> list[Finding]:
    """Every finding, in the order of the key."""
    return [*_accounts(reading), *_others(reading), *_goods(reading), *_plan(reading)]


def plain(value: object) -> str:
    """A value as text, to be compared: names in any separation, spaces and case."""
    text = ";".join(map(str, value)) if isinstance(value, list) else str(value)
    for mark in "/,&":
        text = text.replace(mark, ";")
    return "; ".join(" ".join(part.split()) for part in text.lower().split(";"))


def same(field: str, got: Any, want: Any) -> bool:
    """Whether a value that was read is the one of the key."""
    if isinstance(want, dict):
        return any(same(field, got, one) for one in want["any"])
    if want is None or got in (None, "", []):
        return want is None and got in (None, "", [])
    if isinstance(want, int | float):
        return isinstance(got, int | float) and abs(got - want) <= max(0.005, CLOSE * abs(want))
    if field == "expected_date":
        return abs((dt.date.fromisoformat(str(got)[:10]) - dt.date.fromisoformat(want)).days) <= DAYS
    if field == "owner":
        return set(plain(got).split("; ")) == set(plain(want).split("; "))
    return plain(got) == plain(want)


def _accounts(reading: Reading) -> Iterator[Finding]:
    read_as = {plain(one["account"]): one for one in reading.check["accounts"]}
    planned = reading.planned
    for name, fields in reading.key["accounts"].items():
        found = dict(read_as.get(plain(name), {}))
        more = planned.get(plain(name), {})
        found |= {field: more[field] for field in ("relationship", "owner") if more.get(field)}
        yield Finding(f"{name} is an account", bool(found))
        for field, want in fields.items():
            got = found.get(field)
            right = bool(found) and (same(field, got, want) or _asked(reading, field))
            wrong = bool(found) and not right and got not in (None, "", [])
            yield Finding(
                f"{name}: {field} is {got!r}, the key says {want!r}", right, wrong and not _told(reading, field)
            )


def _asked(reading: Reading, field: str) -> bool:
    """Whether the column that the key wants asked about is among the questions."""
    header = reading.key.get("ask", {}).get(field)
    return header is not None and any(
        one["field"] == field and plain(one["header"]) == plain(header) for one in reading.check["questions"]
    )


def _told(reading: Reading, field: str) -> bool:
    """Whether an issue or a question speaks of the field or its column."""
    header = reading.check["mapping"].get(field, {}).get("header", field)
    words = {plain(field), plain(field.replace("_", " ")), plain(header)}
    issues = [plain(json.dumps(one, ensure_ascii=False)) for one in reading.check["issues"]]
    return any(word in issue for word in words for issue in issues) or any(
        one["field"] == field for one in reading.check["questions"]
    )


def _others(reading: Reading) -> Iterator[Finding]:
    accounts = {plain(one["account"]) for one in reading.check["accounts"]}
    wanted = set(map(plain, reading.key["accounts"]))
    left_out = {plain(text) for text in reading.key.get("not_accounts", [])}
    for text in reading.key.get("not_accounts", []):
        taken = plain(text) in accounts
        yield Finding(f"“{text}” is no account", not taken, taken)
    extra = sorted(accounts - wanted - left_out)
    yield Finding(f"nothing else is an account: {extra[:4]}", not extra)


def _goods(reading: Reading) -> Iterator[Finding]:
    planned = reading.planned
    for good, sides in reading.key.get("good", {}).items():
        for side, accounts in sides.items():
            for name in accounts:
                strength = planned.get(plain(name), {}).get(f"strength_{good}", np.nan)
                is_good = bool(strength >= NOISE)
                yield Finding(f"{name}: {good} is {strength}, the key says {side}", is_good == (side == "yes"))


def _plan(reading: Reading) -> Iterator[Finding]:
    hours = {name: row["hours"] for name, row in reading.planned.items()}
    total = sum(hours.values()) or 1.0
    wish = reading.key.get("plan", {})
    for name in wish.get("some", []):
        yield Finding(f"{name} gets time", hours.get(plain(name), 0.0) > 0)
    for name in wish.get("none", []):
        yield Finding(f"{name} gets no time", hours.get(plain(name), 0.0) == 0)
    for first, second in wish.get("more_than", []):
        yield Finding(
            f"{first} gets as much as {second}", hours.get(plain(first), 0.0) >= hours.get(plain(second), 0.0)
        )
    for name, most in wish.get("at_most", {}).items():
        yield Finding(f"{name} gets at most {most:.0%}", hours.get(plain(name), 0.0) / total <= most)
