"""`planner demo`: the sample client list, planned, on one screen and in a workbook."""

from __future__ import annotations

from pathlib import Path

from planner.commands.runner import busy, console

WORKBOOK = "demo-plan"


def demo() -> None:
    """Plan the sample client list and write the plan as a workbook into this folder."""
    from planner.commands.screens.plan_screen import plan_screen
    from planner.export import save_plan
    from planner.pipeline import plan as make_plan
    from planner.reading import read_roster
    from sample_workbooks import sample_path, sample_workbook

    with busy("Planning the sample"):
        made = make_plan(read_roster(sample_workbook(), name=sample_path().name))
        path = _free(Path.cwd())
        save_plan(made, path)
    screen = console()
    screen.print(plan_screen(made, screen.width))
    screen.print(f"\nThe plan is in {path}", soft_wrap=True)
    screen.print("Next: planner plan YOUR-LIST.xlsx -o plan.xlsx", soft_wrap=True)


def _free(folder: Path) -> Path:
    """A name in `folder` that no file has yet: an earlier demo may have been written in."""
    path, number = folder / f"{WORKBOOK}.xlsx", 1
    while path.exists():
        number += 1
        path = folder / f"{WORKBOOK}-{number}.xlsx"
    return path
