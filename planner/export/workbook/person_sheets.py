"""A page for each person to take to a meeting: their accounts, hours, next step, who signs, and room to fill in.

*Hours spent*, *outcome* and *why different* are filled in by hand and read back when the workbook is opened again.
"""

from __future__ import annotations

from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from planner.documents.plan_figures import hours_by_person, used_by_person
from planner.export.workbook.layout import PERSON_HEADER, PLAN, Layout, PersonColumn, PlanColumn
from planner.export.workbook.styles import BOLD, LEFT, LINE, PAD, QUIET, RIGHT, SMALL, TITLE, TO_FILL, WRAP
from planner.export.workbook.tables import Column, Formula, cells, put, quoted, set_up_page, write_table
from planner.fields import FIELDS, Field
from planner.quarter.spent import team_member
from planner.roster.next_step import next_step
from planner.roster.roster import Returned


def write_person(sheet: Any, layout: Layout, person: int) -> None:
    """One page; accounts ordered by this person's hours."""
    plan, styles = layout.plan, layout.styles
    split = hours_by_person(plan)
    mine = sorted((i for i in layout.order if person in split[i]), key=lambda i: -split[i][person])
    set_up_page(sheet, header_row=PERSON_HEADER)
    sheet.write_string(0, 0, plan.team.people[person].name, styles(TITLE))
    start = plan.settings.plan_start
    when = f", from {start.day} {start:%B %Y}" if start else ""
    sheet.write_string(1, 0, f"Business development over {plan.settings.weeks:g} weeks{when}", styles(QUIET, SMALL))
    write_table(sheet, styles, PERSON_HEADER, _columns(layout, person, mine))
    sheet.set_row(PERSON_HEADER, 30)
    for row in range(PERSON_HEADER + 1, PERSON_HEADER + 1 + len(mine)):
        sheet.set_row(row, 32)
    if not mine:
        sheet.write_string(PERSON_HEADER + 1, 0, "No hours are planned here.", styles(QUIET))
    sheet.freeze_panes(PERSON_HEADER + 1, 1)
    _write_totals(sheet, layout, person, len(mine))


def _columns(layout: Layout, person: int, mine: list[int]) -> list[Column]:
    plan, styles = layout.plan, layout.styles
    text = plan.roster.text
    cell = (LINE, WRAP, PAD)
    decision = [str(word).capitalize() for word in plan.explanation.decision[mine].tolist()]
    hours = [_hours(layout, person, i) for i in mine]
    spent, outcomes, reasons = _written(layout, person, mine)
    return [
        Column(FIELDS[Field.ACCOUNT].title, 32, plan.roster.names[mine].tolist(), (*cell, BOLD), (PAD,)),
        Column("Hours", 8, hours, (LINE, styles.hours, BOLD), (RIGHT,)),
        Column("What to do", 13, decision, cell, (PAD,)),
        Column(FIELDS[Field.NEXT_STEP].title, 34, [next_step(plan.roster, i) for i in mine], cell, (PAD,)),
        Column(FIELDS[Field.ECONOMIC_BUYER].title, 20, text(Field.ECONOMIC_BUYER)[mine].tolist(), cell, (PAD,)),
        Column(FIELDS[Field.HOURS_SPENT].title, 9, spent, (TO_FILL, styles.hours), (RIGHT,)),
        Column(FIELDS[Field.OUTCOME].title, 26, outcomes, (TO_FILL, WRAP, PAD), (PAD,)),
        Column(FIELDS[Field.WHY_DIFFERENT].title, 22, reasons, (TO_FILL, WRAP, PAD), (PAD,)),
    ]


def _written(layout: Layout, person: int, mine: list[int]) -> tuple[list[float], list[str], list[str]]:
    """What this person wrote on the page of an earlier workbook: hours spent, outcomes and reasons of some accounts."""
    people = [one.name for one in layout.plan.team.people]
    mine_only = (one for one in layout.plan.roster.returned if team_member(one.person, people) == people[person])
    found = {one.account: one for one in mine_only}
    written = [found.get(i, Returned(i, "", float("nan"))) for i in mine]
    return [one.hours for one in written], [one.outcome for one in written], [one.why_different for one in written]


def _hours(layout: Layout, person: int, account: int) -> Formula:
    """This person's part of the hours on the Plan sheet."""
    total = float(layout.plan.allocation.hours[account])
    part = float(layout.plan.allocation.by_person[account, person])
    planned = f"{quoted(PLAN)}!{xl_rowcol_to_cell(layout.row[account], PlanColumn.PLANNED)}"
    share = "" if abs(part - total) < 1e-9 else f"*{part:.15g}/{total:.15g}"
    return Formula(f"={planned}{share}", part)


def _write_totals(sheet: Any, layout: Layout, person: int, count: int) -> None:
    styles = layout.styles
    capacity = float(layout.plan.team.people[person].hours)
    used = float(used_by_person(layout.plan)[person])
    rows = (PERSON_HEADER + 1, PERSON_HEADER + max(count, 1))
    own = cells(layout.person_sheets[person], rows, PersonColumn.HOURS)
    spent = cells(layout.person_sheets[person], rows, PersonColumn.SPENT)
    lines = (
        ("Hours available", capacity),
        ("Hours planned", Formula(f"=SUM({own})", used)),
        ("Hours to place", Formula("=ROUND(B3-B4,6)", round(capacity - used, 6))),
    )
    for row, (label, value) in enumerate(lines, start=2):
        sheet.write_string(row, 0, label, styles(QUIET))
        put(sheet, row, 1, value, styles(styles.hours, BOLD, LEFT, RIGHT))
    sheet.write_string(2, PersonColumn.NEXT_STEP, "Hours spent so far", styles(QUIET, RIGHT))
    put(sheet, 2, PersonColumn.SIGNS, Formula(f"=SUM({spent})", 0.0), styles(styles.hours, BOLD, LEFT))
