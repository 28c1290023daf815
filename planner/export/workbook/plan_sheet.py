"""The `Plan` sheet: every account with its hours, of which all totals and shares elsewhere are formulas."""

from __future__ import annotations

from math import isnan
from typing import Any

import numpy as np
from xlsxwriter.utility import xl_col_to_name

from planner.arrays import Numbers
from planner.documents.plan_figures import counts_per_hour, reached
from planner.export.words import GOOD_TITLES, GROUP_TINTS
from planner.export.workbook.layout import PLAN, PLAN_HEADER, Layout, PlanColumn
from planner.export.workbook.styles import BOLD, HEADING, LINE, PAD, QUIET, RIGHT, SHARE, SMALL, TITLE, TOTAL, WRAP
from planner.export.workbook.tables import Column, Formula, cells, data_bar, put, set_up_page, width_for, write_table
from planner.fields import FIELDS, Field
from planner.goods import GROUP_SPECS, GROUPS

AVAILABLE = "hours_available"
"""Defined name of the cell with all hours there are, on the Settings sheet."""
TOTALS, SHARES = 2, 3
ON_ONE_PAGE = 66
"""Accounts that one page shows legibly."""
NOT_PRINTED = 2
"""Columns at the end, how to serve and why, that are left to the Why and Step back sheets on paper."""
NOW, PLANNED = xl_col_to_name(PlanColumn.NOW), xl_col_to_name(PlanColumn.PLANNED)


def write_plan(sheet: Any, layout: Layout) -> None:
    """Totals above, one row an account below, ordered by hours; hours may be changed and everything follows."""
    styles = layout.styles
    one_page = len(layout.order) <= ON_ONE_PAGE
    set_up_page(sheet, header_row=PLAN_HEADER, portrait=True, pages=int(one_page))
    sheet.write_string(0, 0, "Plan", styles(TITLE))
    hint = "Change the hours planned and the totals, shares, charts and people's pages follow."
    sheet.write_string(1, 0, hint, styles(QUIET, SMALL))
    columns = [*_hours_columns(layout), *_word_columns(layout)]
    write_table(sheet, styles, PLAN_HEADER, columns)
    if np.isnan(layout.plan.facts.current_hours).all():
        for column in (PlanColumn.NOW, PlanColumn.CHANGE):
            sheet.set_column(column, column, 9, None, {"hidden": True})
    sheet.set_row(PLAN_HEADER, 32)
    first, last = layout.plan_rows
    sheet.autofilter(PLAN_HEADER, 0, last, len(columns) - 1)
    sheet.freeze_panes(PLAN_HEADER + 1, 1)
    for group, column in zip(GROUPS, PlanColumn.GROUPS, strict=True):
        data_bar(sheet, (first, last), column, GROUP_TINTS[group], min_type="num", min_value=0)
    data_bar(sheet, (first, last), PlanColumn.PLANNED, "#C9D3DF", min_type="num", min_value=0)
    _write_totals(sheet, layout, len(columns))
    sheet.print_area(0, 0, last, len(columns) - 1 - NOT_PRINTED)


def _hours_columns(layout: Layout) -> list[Column]:
    plan, styles, order = layout.plan, layout.styles, list(layout.order)
    now, planned = plan.facts.current_hours, plan.allocation.hours
    plain = (LINE,)
    owners = plan.roster.text(Field.OWNER)[order].tolist()
    relationship, owner = FIELDS[Field.RELATIONSHIP].title, FIELDS[Field.OWNER].title
    columns = [
        Column(FIELDS[Field.ACCOUNT].title, 31, plan.roster.names[order].tolist(), (*plain, WRAP, BOLD)),
        Column(relationship, 14, plan.facts.relationship[order].tolist(), (*plain, WRAP, PAD), (PAD,)),
        Column(owner, width_for(owners, 13, 22), owners, (*plain, WRAP, PAD), (PAD,)),
        Column("Hours now", 8, now[order].tolist(), (*plain, styles.hours), (RIGHT,)),
        Column("Hours planned", 9, planned[order].tolist(), (*plain, styles.hours, BOLD), (RIGHT,)),
        Column("Change", 8, _changes(layout, order), (*plain, styles.change), (RIGHT,)),
    ]
    shares, split = counts_per_hour(plan), plan.allocation.counts
    for position, group in enumerate(GROUPS):
        values = _counted(layout, order, split[order, position], shares[order, position])
        note = "Hours that count for this; an account may count for several."
        title = f"Hours that count for {GROUP_SPECS[group].short}"
        columns.append(Column(title, 9, values, (*plain, styles.hours), (RIGHT,), note=note))
    return columns


def _changes(layout: Layout, order: list[int]) -> list[object]:
    """Hours planned less hours now, as formulas over the two columns before."""
    planned, now = layout.plan.allocation.hours[order], layout.plan.facts.current_hours[order]
    return [
        None if isnan(before) else Formula(f"={PLANNED}{row}-{NOW}{row}", after - before)
        for row, before, after in zip(_rows(order), now.tolist(), planned.tolist(), strict=True)
    ]


def _counted(layout: Layout, order: list[int], hours: Numbers, shares: Numbers) -> list[object]:
    """Hours that count for one group, as formulas over the hours planned: `=E7*16/18`."""
    values: list[object] = []
    totals = layout.plan.allocation.hours[order].tolist()
    for row, part, share, total in zip(_rows(order), hours.tolist(), shares.tolist(), totals, strict=True):
        if share <= 0:
            values.append(0.0)
        elif share >= 1:
            values.append(Formula(f"={PLANNED}{row}", part))
        else:
            of_total = f"{part:.15g}/{total:.15g}" if total > 0 else f"{share:.15g}"
            values.append(Formula(f"={PLANNED}{row}*{of_total}", part))
    return values


def _rows(order: list[int]) -> range:
    """Rows of the accounts as formulas count them, from 1."""
    return range(PLAN_HEADER + 2, PLAN_HEADER + 2 + len(order))


def _word_columns(layout: Layout) -> list[Column]:
    order, explanation = list(layout.order), layout.plan.explanation
    words = (LINE, WRAP, PAD)
    mainly = [GOOD_TITLES.get(good, "–") for good in explanation.mainly[order].tolist()]
    decision = [str(word).capitalize() for word in explanation.decision[order].tolist()]
    return [
        Column("Mainly good for", 14, mainly, words, (PAD,)),
        Column("What to do", 13, decision, (*words, BOLD), (PAD,)),
        Column("How to serve", 20, explanation.service_level[order].tolist(), (LINE, PAD), (PAD,)),
        Column("Why", 56, explanation.why[order].tolist(), (LINE, PAD), (PAD,)),
    ]


def _write_totals(sheet: Any, layout: Layout, width: int) -> None:
    """Sums of the rows that are shown (a filter narrows them), and their shares of all hours."""
    plan, styles = layout.plan, layout.styles
    split = plan.allocation.counts.sum(axis=0)
    planned, now = float(plan.allocation.hours.sum()), float(np.nansum(plan.facts.current_hours))
    sums = {PlanColumn.NOW: now, PlanColumn.PLANNED: planned}
    sums |= {column: float(split[k]) for k, column in enumerate(PlanColumn.GROUPS)}
    for column in range(width):
        sheet.write_blank(TOTALS, column, None, styles(TOTAL))
    sheet.write_string(TOTALS, 0, "All rows that are shown", styles(TOTAL))
    for column, total in sums.items():
        formula = Formula(f"=SUBTOTAL(109,{cells(PLAN, layout.plan_rows, column)})", total)
        put(sheet, TOTALS, column, formula, styles(TOTAL, styles.hours))
    # of the sums: an account whose hours now are not known has no change of its own
    change = Formula(f"={PLANNED}{TOTALS + 1}-{NOW}{TOTALS + 1}", planned - now)
    put(sheet, TOTALS, PlanColumn.CHANGE, change, styles(TOTAL, styles.change))
    sheet.write_string(SHARES, 0, "Share of the hours planned", styles(QUIET))
    for k, column in enumerate(PlanColumn.GROUPS):
        counted, hours = layout.plan_range(column), layout.plan_range(PlanColumn.PLANNED)
        share = Formula(f"=SUM({counted})/MAX(SUM({hours}),0.01)", float(reached(plan)[k]))
        put(sheet, SHARES, column, share, styles(QUIET, SHARE, HEADING, SMALL))
