"""Every column of the sheets that change a plan is obeyed: another value in it gives another plan, or is refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

import planner
from planner.export.workbook.setting_sheets import EMPTY, FIT, LADDER, LIMITS, OVERRIDES, RULES, TEAM
from planner.goods import GROUPS
from planner.result import Plan
from planner.tagging.rule_sheet import DEFAULT_RULES, rules_rows
from tests.readers.make import workbook_roster

LIST = [
    ["Account", "Type", "Fee", "Chance", "Owner", "Industry", "Fit care", "Fit speed"],
    ["Ashby", "client", 40_000, "90%", "Ann", "Health", 5, 1],
    ["Brook", "prospect", 60_000, "50%", "Bo", "Retail", 1, 5],
    ["Cole", "prospect", 9_000, "30%", "Ann", "Health", 2, 2], ["Dunn", "client", 15_000, "80%", "Bo", "Law", 4, 1],
    ["Eyre", "prospect", 2_000, "10%", "Bo", "Retail", 1, 3], ["Ford", "client", 8_000, "20%", "Ann", "Law", 2, 5],
]  # fmt: skip
RULE = {
    "field": "industry", "operator": "is", "value": "Health", "field 2": "owner", "operator 2": "is", "value 2": "Ann",
    "good": "others", "strength": 0.6, "reason": "Hospitals", "sure": "fact",
}  # fmt: skip
ROWS: Mapping[str, Sequence[Mapping[str, Any]]] = {
    TEAM: [{"person": "Ann", "hours": 60, "others": 60, "strengths": 0, "you": 40}, {"person": "Bo", "hours": 40}],
    RULES: [RULE],
    LIMITS: [{"what": "industry = Law", "sense": "at most", "amount": 20}],
    FIT: [{"criterion": "care", "weight": 5}],
    LADDER: [{"level": "Letter", "from hours": 0}, {"level": "Visit", "from hours": 4}],
    OVERRIDES: [{"account": "Brook", "field": "annual_fee", "value": 5_000, "why": "they told me", "told by": "Ann",
                 "day": "2026-09-01"}],
}  # fmt: skip
CHANGES: Mapping[str, Mapping[str, Any]] = {
    TEAM: {"person": "Cy", "hours": 20, "others": 90, "strengths": 30, "you": 90},
    RULES: {"field": "owner", "operator": "is not", "value": "Law", "field 2": "region", "operator 2": "is not",
            "value 2": "Bo", "good": "strengths", "strength": 1, "reason": "Clinics", "sure": "guess"},
    LIMITS: {"what": "industry = Retail", "sense": "at least", "amount": 45},
    FIT: {"criterion": "speed", "weight": 0.2},
    LADDER: {"level": "Call", "from hours": 90},
    OVERRIDES: {"account": "Ashby", "field": "probability", "value": 90_000},
}  # fmt: skip
NOTED = {OVERRIDES: {"why", "told by", "day"}}
"""Columns that say who told something, when and why; they are shown, and change no plan."""


def columns_of(sheet: str) -> set[str]:
    """The columns that the product itself writes for a sheet."""
    if sheet == TEAM:
        return {"person", "hours", *map(str, GROUPS)}
    if sheet == RULES:
        titles = {str(title) for title in rules_rows(DEFAULT_RULES)[0]}
        return {title for title in titles if not title[-1].isdigit() or title.endswith(" 2")}
    return set(EMPTY[sheet])


def made(sheet: str, rows: Sequence[Mapping[str, Any]]) -> tuple[Any, ...]:
    """What a plan with a sheet comes to; the sentence where the sheet is refused."""
    header = list(dict.fromkeys(name for row in rows for name in row))
    table = [header, *([row.get(name, "") for name in header] for row in rows)]
    try:
        plan = planner.plan(
            workbook_roster({"Clients": LIST, sheet: table}), plan_start="2026-09-01", hours=100,
            balance_scope="person" if sheet == TEAM else "firm", balance="40/0/60",
        )  # fmt: skip
    except planner.PlannerError as error:
        return (str(error),)
    return told(plan)


def told(plan: Plan) -> tuple[Any, ...]:
    found = plan.explanation
    return (
        plan.values.worth.tolist(), plan.allocation.hours.tolist(), plan.allocation.by_person,
        plan.allocation.short.tolist(),
        plan.tags.reason.tolist(), plan.tags.sure_strength.tolist(), found.service_level.tolist(),
        [one.message for one in plan.issues],
    )  # fmt: skip


@pytest.mark.parametrize("sheet", ROWS)
def test_every_column_of_a_sheet_has_a_case(sheet: str) -> None:
    assert set(CHANGES[sheet]) | NOTED.get(sheet, set()) == columns_of(sheet)


@pytest.mark.parametrize("sheet", ROWS)
def test_another_value_in_a_column_gives_another_plan_or_is_refused(sheet: str) -> None:
    first, *others = ROWS[sheet]
    plain = made(sheet, [first, *others])
    assert len(plain) > 1, plain
    for column, value in CHANGES[sheet].items():
        row = others[-1] if sheet == LADDER else first
        rows = [{**one, column: value} if one is row else one for one in (first, *others)]
        assert made(sheet, rows) != plain, column
