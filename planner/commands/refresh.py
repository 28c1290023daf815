"""`planner refresh`: next month's list over last month's plan."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from planner.commands.options.list_options import (
    Changed,
    CompaniesFile,
    Mapped,
    PasswordVariable,
    SheetName,
    assignments,
    mapping_given,
    open_list,
    settings_given,
)
from planner.commands.runner import busy, console, say

if TYPE_CHECKING:
    from planner.result import Plan
    from planner.roster.roster import Roster

PlanFile = Annotated[Path, typer.Argument(metavar="PLAN.xlsx", help="Last month's plan, as a workbook.")]
NewList = Annotated[Path, typer.Argument(metavar="NEW_LIST", help="The client list as it is now.")]
Same = Annotated[
    list[str] | None,
    typer.Option("--same", metavar="OLD=NEW", help="An account that has another name now; may be given again."),
]
Output = Annotated[
    list[Path] | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write the new plan as .xlsx, .csv or .json."),
]


def refresh(
    plan: PlanFile,
    new_list: NewList,
    companies: CompaniesFile = None,
    same: Same = None,
    sheet: SheetName = None,
    mapped: Mapped = None,
    password_env: PasswordVariable = None,
    changed: Changed = None,
    output: Output = None,
) -> None:
    """Lay what was decided last month over the list as it is now, and plan it again."""
    from planner.export import check_targets, save_plan
    from planner.pipeline import plan as make_plan
    from planner.quarter.refresh import refresh as lay_over

    outputs = output or []
    check_targets(outputs, sources=[plan, new_list, *(companies or ())], plans=outputs)
    renamed, changes = assignments(same or (), "--same"), settings_given(changed)
    last = open_list(
        plan, None, sheet=None, mapped=None, password_env=password_env, answered=None, changes=changes, quiet=False
    ).roster
    new = _read_new(new_list, companies, sheet, mapped, last, changes)
    found = lay_over(new, last, renamed)
    with busy("Planning"):
        made = make_plan(found.roster, **changes)

    from planner.commands.screens.refresh_screen import refresh_screen

    screen = console()
    screen.print(refresh_screen(found, made, _last_plan(last, changes), screen.width))
    for path in outputs:
        save_plan(made, path)
        say(f"Written: {path}")


def _read_new(
    path: Path,
    companies: list[Path] | None,
    sheet: str | None,
    mapped: list[str] | None,
    last: Roster,
    changes: Mapping[str, object],
) -> Roster:
    """The new list, read with the answers that were given to last month's."""
    from planner.reading import read_roster
    from planner.settings import make_settings

    with busy(f"Reading {path.name}"):
        return read_roster(
            path,
            companies=companies,
            sheet=sheet,
            mapping=mapping_given(mapped or ()),
            answers=last.answers,
            settings=make_settings(changes),
        )


def _last_plan(last: Roster, changes: Mapping[str, Any]) -> Plan:
    from planner.pipeline import plan as make_plan

    with busy("Planning last month's list"):
        return make_plan(last, **changes)
