"""Generated client lists of any size: believable shapes and a fixed seed, as a list or as a workbook."""

from __future__ import annotations

from math import isnan
from pathlib import Path

import numpy as np
import xlsxwriter

from planner.fields import Field
from planner.records.findings import ColumnMatch, SettingSheet, SheetCell
from planner.roster.roster import Roster, Source
from planner.vocabulary import Relationship

INDUSTRIES = ("Health", "Retail", "Nonprofit", "Manufacturing", "Legal", "Energy", "Education", "Logistics", "Property",
              "Public sector")  # fmt: skip
SERVICES = ("Audit", "Advice", "Design", "Training", "Research")
HOURS_EACH = 104.0


def columns(size: int, people: int, seed: int = 1) -> dict[Field, np.ndarray]:
    """Columns of a list: a third clients, fees log-normal, most accounts with one owner, some with two or none."""
    rng = np.random.default_rng(seed)
    names = np.array([f"P{p:03d}" for p in range(people)], dtype=object)
    owner = names[rng.integers(0, people, size)]
    second = rng.random(size) < 0.05
    owner[second] = owner[second] + "; " + names[rng.integers(0, people, int(second.sum()))]
    owner[rng.random(size) < 0.01] = ""
    dates = np.datetime64("2026-10-01") + rng.integers(0, 500, size).astype("timedelta64[D]")

    def ratings(share: float) -> np.ndarray:
        return np.where(rng.random(size) < share, rng.integers(1, 6, size), 0).astype(float)

    kinds = np.array([str(r) for r in Relationship], dtype=object)
    return {
        Field.ACCOUNT: np.array([f"Account {i:06d} & Co" for i in rng.permutation(size)], dtype=object),
        Field.RELATIONSHIP: kinds[rng.choice(4, size, p=[0.3, 0.5, 0.12, 0.08])],
        Field.OWNER: owner,
        Field.INDUSTRY: np.array(INDUSTRIES, dtype=object)[rng.integers(0, len(INDUSTRIES), size)],
        Field.SERVICE: np.array(SERVICES, dtype=object)[rng.integers(0, len(SERVICES), size)],
        Field.ANNUAL_FEE: np.round(rng.lognormal(10.2, 1.0, size), -2),
        Field.PROBABILITY: np.round(rng.uniform(0.05, 0.95, size), 2),
        Field.EXPECTED_DATE: dates,
        Field.RATING_OTHERS: ratings(0.2),
        Field.RATING_STRENGTHS: ratings(0.25),
        Field.RATING_NOW: ratings(0.35),
        Field.RATING_LATER: ratings(0.4),
        Field.RATING_REFERRAL: ratings(0.1),
        Field.CURRENT_HOURS: np.where(rng.random(size) < 0.3, rng.integers(1, 12, size), np.nan).astype(float),
    }


def team(people: int) -> SettingSheet:
    rows = tuple(
        {"person": SheetCell(f"P{p:03d}", f"A{p + 2}"), "hours": SheetCell(HOURS_EACH, f"B{p + 2}")}
        for p in range(people)
    )
    return SettingSheet("team", rows)


def limits() -> SettingSheet:
    """Limits that bind: a cap on one industry, a floor on another, a tie between two."""
    rows = (("industry = Health", "at most", "6%"), ("industry = Legal", "at least", "8%"),
            ("industry = Retail", "at most", "1 x industry = Energy"))  # fmt: skip
    keys = (("what", "A"), ("sense", "B"), ("amount", "C"))
    return SettingSheet(
        "limits",
        tuple(
            {key: SheetCell(value, f"{letter}{r + 2}") for (key, letter), value in zip(keys, row, strict=True)}
            for r, row in enumerate(rows)
        ),
    )


def generated(size: int, people: int, *, limited: bool = False, seed: int = 1) -> Roster:
    """A list of `size` accounts and `people` owners as the reader would hand it on."""
    content = columns(size, people, seed)
    mapping = {field: ColumnMatch(str(field), "A", 1.0) for field in content}
    source = Source("generated.xlsx", "Clients", 1, mapping=mapping, currency="$")
    sheets = {"team": team(people), **({"limits": limits()} if limited else {})}
    return Roster(source, content, np.arange(2, size + 2), sheets=sheets)


def write_list(path: Path, size: int, people: int) -> None:
    """The same list as a workbook of 24 columns, ten of them the firm's own; nobody says how many hours there are."""
    content = columns(size, people)
    own = {f"Custom {k}": [f"value {k} {i % 97}" for i in range(size)] for k in range(10)}
    with xlsxwriter.Workbook(str(path), {"constant_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet("Clients")
        sheet.write_row(0, 0, [*(str(name).replace("_", " ") for name in content), *own])
        held = (column.tolist() for column in content.values())
        for row, values in enumerate(zip(*held, *own.values(), strict=True), start=1):
            sheet.write_row(row, 0, [None if isinstance(value, float) and isnan(value) else value for value in values])
