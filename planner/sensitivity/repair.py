"""Mend a client list whose settings contradict each other, by the smallest change of them, and say what was changed.

The list itself is never edited: locks, minimums and maximums are overridden (so that an export shows them on its
Overrides sheet), amounts of the Limits sheet are rewritten, settings are handed back by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from planner.allocation.allocate import allocate
from planner.allocation.analysis.infeasibility import Member, find_conflict, mending
from planner.allocation.constraints.base import Kind, UserConstraint, tidy
from planner.errors import Contradiction
from planner.fields import Field
from planner.goods import GOODS, WITHIN_YOU
from planner.pipeline import PlanInputs, plan_inputs
from planner.records.findings import SettingSheet, SheetCell
from planner.roster.roster import Roster

ROUNDS = 12
WHY = "so that a plan is possible"
FIELD_OF = MappingProxyType({Kind.LOCK: Field.LOCK_HOURS, Kind.MINIMUM: Field.MIN_HOURS, Kind.MAXIMUM: Field.MAX_HOURS})
SETTING_OF = MappingProxyType(
    {
        Kind.CHANGE: "max_change",
        Kind.MONEY: "min_money",
        Kind.ACCOUNTS: "max_accounts",
        Kind.ACCOUNTS_EACH: "max_accounts_per_person",
        Kind.STEP: "hour_step",
        Kind.BLOCK: "smallest_block",
    }
)


@dataclass(frozen=True, eq=False)
class Repaired:
    """A list that can be planned.

    Attributes:
        roster: the list with its settings changed.
        changes: the settings to plan it with, those that were asked for among them.
        done: what was changed, a sentence each; none where nothing had to be.
    """

    roster: Roster
    changes: Mapping[str, object]
    done: tuple[str, ...] = ()


def repair(roster: Roster, **asked: object) -> Repaired:
    """The list and settings, changed as little as lets a plan exist.

    Raises:
        Contradiction: when no change of the user's own settings would do.
        SettingError: on a setting that cannot be used at all.
    """
    done: list[str] = []
    changes: Mapping[str, object] = asked
    for _ in range(ROUNDS):
        inputs = plan_inputs(roster, changes)
        try:
            allocate(inputs.problem, inputs.settings, locations=inputs.locations)
        except Contradiction as error:
            members = mending(inputs.problem, inputs.locations, find_conflict(inputs.problem, inputs.locations))
            if not members:
                raise error from None
            for member in members:
                roster, changes = _changed(roster, changes, inputs, member)
                done.append(_told(member))
            continue
        return Repaired(roster, changes, tuple(done))
    raise Contradiction("The settings contradict each other in more ways than could be mended at once.")


def _told(member: Member) -> str:
    constraint = member.constraint
    where = f" ({constraint.where})" if constraint.where else ""
    change = member.change.replace("lower ", "lowered ", 1).replace("raise ", "raised ", 1)
    return f"{constraint.what[:1].upper()}{constraint.what[1:]}{where}: {change}."


def _changed(
    roster: Roster, changes: Mapping[str, object], inputs: PlanInputs, member: Member
) -> tuple[Roster, Mapping[str, object]]:
    constraint, value = member.constraint, member.value
    assert value is not None
    if constraint.kind in FIELD_OF:
        return _overridden(roster, str(inputs.problem.names[constraint.at]), FIELD_OF[constraint.kind], value), changes
    if constraint.kind is Kind.LIMIT and constraint.where != "min_prospect_share":
        return _limited(roster, inputs, constraint, value), changes
    return roster, {**changes, _setting(constraint): _setting_value(constraint, value)}


def _setting(constraint: UserConstraint) -> str:
    if constraint.kind is Kind.WITHIN_YOU:
        return f"share_{GOODS[WITHIN_YOU[constraint.at]]}"
    return "min_prospect_share" if constraint.kind is Kind.LIMIT else SETTING_OF[constraint.kind]


def _setting_value(constraint: UserConstraint, value: float) -> object:
    return round(value) if constraint.unit == "accounts" else value


def _overridden(roster: Roster, account: str, field: Field, value: float) -> Roster:
    """The list with one more row on its Overrides sheet."""
    sheet = roster.sheets.get("overrides")
    row = {
        name: SheetCell(content, "")
        for name, content in (("account", account), ("field", str(field)), ("value", value), ("why", WHY))
    }
    rows = (*(sheet.rows if sheet else ()), MappingProxyType(row))
    return replace(roster, sheets={**roster.sheets, "overrides": SettingSheet("overrides", rows)})


def _limited(roster: Roster, inputs: PlanInputs, constraint: UserConstraint, value: float) -> Roster:
    """The list with another amount in one row of its Limits sheet."""
    sheet = roster.sheets["limits"]
    cell = inputs.problem.limits[constraint.at].where.partition("!")[2]
    rows: list[Mapping[str, SheetCell]] = []
    for row in sheet.rows:
        if "what" in row and row["what"].cell == cell:
            old = row["amount"]
            amount: object = value
            if constraint.unit == "times":
                amount = f"{tidy(value) if value >= 1 else f'{value:g}'} x {str(old.value).split(None, 2)[-1]}"
            elif 0 < value < 1:
                amount = f"{value:g} h"
            rows.append(MappingProxyType({**row, "amount": SheetCell(amount, old.cell)}))
        else:
            rows.append(row)
    return replace(roster, sheets={**roster.sheets, "limits": SettingSheet(sheet.name, tuple(rows))})
