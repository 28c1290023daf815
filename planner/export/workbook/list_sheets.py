"""`Client list` and `Deals`: the user's own columns, as they were understood."""

from __future__ import annotations

from typing import Any

from planner.arrays import TEXT_KINDS
from planner.export.workbook.client_list import ListColumn, as_text, deal_columns, stated_columns
from planner.export.workbook.layout import Layout
from planner.export.workbook.styles import BOLD, DATE, GENERAL, HEADER, LEFT, LINE, SHARE, Props
from planner.export.workbook.tables import put, set_up_page
from planner.fields import Kind
from planner.roster.roster import Deals

WIDEST, NARROWEST = 34, 8


def write_client_list(sheet: Any, layout: Layout) -> None:
    """One row an account from A1 on, in the list's own order."""
    _write_columns(sheet, layout, stated_columns(layout.plan.roster))


def write_deals(sheet: Any, layout: Layout, deals: Deals) -> None:
    """One row a deal, which the reader joins with the accounts of the client list."""
    _write_columns(sheet, layout, deal_columns(layout.plan.roster, deals))


def _write_columns(sheet: Any, layout: Layout, columns: list[ListColumn]) -> None:
    styles = layout.styles
    set_up_page(sheet, header_row=0)
    for at, column in enumerate(columns):
        sheet.set_column(at, at, _width(column))
        sheet.write_string(0, at, column.header, styles(HEADER))
        style = styles(LINE, *_look(layout, column), *((BOLD,) if at == 0 else ()))
        for row, value in enumerate(column.values, start=1):
            put(sheet, row, at, value, style)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(columns[0].values), 1), len(columns) - 1)


def _width(column: ListColumn) -> float:
    if column.kind is Kind.TEXT or column.field is None:
        longest = max((len(as_text(value)) for value in column.values[:200] if isinstance(value, str)), default=0)
        return min(max(longest * 0.95, len(column.header) + 2, NARROWEST), WIDEST)
    return max(len(column.header) + 2, 12)


def _look(layout: Layout, column: ListColumn) -> tuple[Props, ...]:
    if column.kind in TEXT_KINDS:
        return (LEFT,)
    match column.kind:
        case Kind.MONEY:
            return (layout.styles.money,) if layout.plan.values.in_money else (GENERAL,)
        case Kind.SHARE | Kind.SHARE_OF_TODAY:
            return (SHARE,)
        case Kind.DATE:
            return (DATE,)
        case _:
            return (GENERAL,)
