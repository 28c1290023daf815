"""`Client list`: the user's own columns, as they were understood, with what was filled in on people's pages."""

from __future__ import annotations

from math import isfinite
from typing import Any

from planner.export.client_list import ListColumn, as_text, deal_columns, stated_columns
from planner.export.figures import hours_by_person
from planner.export.grid import Formula, cells, put, set_up_page
from planner.export.layout import PERSON_HEADER, Layout, PersonColumn
from planner.export.styles import BOLD, DATE, GENERAL, HEADER, LEFT, LINE, SHARE, TOP, Props
from planner.roster.roster import TEXT_KINDS, Deals
from planner.schema import FIELDS, Field, Kind

WIDEST, NARROWEST = 44, 9


def write_client_list(sheet: Any, layout: Layout) -> None:
    """One row an account from A1 on, in the list's own order."""
    _write_columns(sheet, layout, _with_follow_up(layout, stated_columns(layout.plan.roster)))


def write_deals(sheet: Any, layout: Layout, deals: Deals) -> None:
    """One row a deal, which the reader joins with the accounts of the client list."""
    _write_columns(sheet, layout, deal_columns(layout.plan.roster, deals))


def _write_columns(sheet: Any, layout: Layout, columns: list[ListColumn]) -> None:
    styles = layout.styles
    set_up_page(sheet, header_row=0)
    for at, column in enumerate(columns):
        sheet.set_column(at, at, _width(column))
        sheet.write_string(0, at, column.header, styles(HEADER))
        style = styles(TOP, LINE, *_look(layout, column), *((BOLD,) if at == 0 else ()))
        for row, value in enumerate(column.values, start=1):
            put(sheet, row, at, value, style)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(columns[0].values), 1), len(columns) - 1)


def _with_follow_up(layout: Layout, columns: list[ListColumn]) -> list[ListColumn]:
    """*Hours spent* and *outcome* come from people's pages, where something was filled in there."""
    held = {column.field: column for column in columns}
    made = []
    for name in (Field.HOURS_SPENT, Field.OUTCOME):
        spec = FIELDS[name]
        before = held[name].values if name in held else [""] * layout.plan.roster.size
        made.append(ListColumn(name, spec.title, spec.kind, _filled_in(layout, name, list(before))))
    return [column for column in columns if column.field not in {Field.HOURS_SPENT, Field.OUTCOME}] + made


def _filled_in(layout: Layout, name: Field, before: list[object]) -> list[object]:
    counts = [len(shares) for shares in hours_by_person(layout.plan)]
    pages: dict[int, int] = {}
    for _, person in layout.plan.allocation.by_person:
        pages[person] = pages.get(person, 0) + 1
    values: list[object] = []
    for account, shares in enumerate(hours_by_person(layout.plan)):
        if not counts[account]:
            values.append(before[account])
            continue
        ranges = [_page_ranges(layout, person, pages[person], name) for person in shares]
        values.append(_picked_up(ranges, f"$A{account + 2}", before[account], name))
    return values


def _page_ranges(layout: Layout, person: int, count: int, name: Field) -> tuple[str, str]:
    """Where a person's page has its accounts, and where what was filled in."""
    rows = (PERSON_HEADER + 1, PERSON_HEADER + count)
    column = PersonColumn.SPENT if name is Field.HOURS_SPENT else PersonColumn.OUTCOME
    page = layout.person_sheets[person]
    return cells(page, rows, PersonColumn.ACCOUNT), cells(page, rows, column)


def _picked_up(ranges: list[tuple[str, str]], account: str, before: object, name: Field) -> Formula:
    """Exact comparison by SUMPRODUCT and LOOKUP: SUMIF and MATCH would read `*`, `?` and `=` in a name as patterns."""
    if name is Field.HOURS_SPENT:
        now: float | str = before if isinstance(before, float) and isfinite(before) else ""
        otherwise = f"{now:.15g}" if isinstance(now, float) else '""'
        filled = "+".join(f'SUMPRODUCT(({names}={account})*({spent}<>""))' for names, spent in ranges)
        total = "+".join(f"SUMPRODUCT(({names}={account})*1,{spent})" for names, spent in ranges)
        return Formula(f"=IF({filled}=0,{otherwise},{total})", now)
    text = as_text(before)
    quoted = '"' + text[:255].replace('"', '""') + '"'
    found = '&" "&'.join(f'IFERROR(LOOKUP(2,1/(({names}={account})*({said}<>"")),{said}),"")' for names, said in ranges)
    return Formula(f'=IF(TRIM({found})="",{quoted},TRIM({found}))', text[:255])


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
        case Kind.SHARE:
            return (SHARE,)
        case Kind.DATE:
            return (DATE,)
        case _:
            return (GENERAL,)
