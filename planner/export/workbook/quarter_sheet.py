"""The `Quarter` sheet: how the hours spent stand against the plan, on one page, with a chart.

Expected by a day is the plan times the share of the period that has gone.
"""

from __future__ import annotations

from typing import Any, Final

from planner.export.words import GROUP_COLOURS, GROUP_TITLES
from planner.export.workbook.layout import QUARTER, Layout
from planner.export.workbook.styles import BOLD, HEADING, LINE, PAD, QUIET, RIGHT, SMALL, TITLE, WARN_INK, WRAP, Props
from planner.export.workbook.tables import Column, cells, set_up_page, write_table
from planner.fields import FIELDS, Field
from planner.quarter.progress import Pace, Progress, headline

TOP: Final = 3
CHART_ROWS: Final = 14
"""Rows of the sheet that the chart covers."""
WEEKS_LEFT: Final = 9
"""Column of the weeks that the chart is drawn from, beside the tables."""
TWO_LINES: Final = 28
"""Height of a header that goes over two lines."""
LOOK: Final[tuple[Props, ...]] = (LINE, WRAP, PAD)


def write_quarter(book: Any, sheet: Any, layout: Layout, progress: Progress) -> None:
    """The headline, the chart of hours by week, the goods and people, then every account with hours."""
    styles = layout.styles
    set_up_page(sheet)
    sheet.write_string(0, 0, headline(progress), styles(TITLE))
    day = f"{progress.as_of.day} {progress.as_of:%B %Y}"
    rested = f" {progress.on_rested:g} h went to accounts that the plan rests." if progress.on_rested else ""
    sheet.write_string(1, 0, f"As of {day}.{rested}", styles(QUIET, SMALL))
    _write_weeks(book, sheet, layout, progress)
    row = TOP + CHART_ROWS + 1
    row = _write_sums(sheet, layout, row, "By what the hours count for", _groups(progress))
    row = _write_sums(sheet, layout, row, "By person", [
        (one.person, one.planned, one.spent, one.expected, "") for one in progress.people
    ])  # fmt: skip
    sheet.write_string(row, 0, "Account by account", styles(HEADING))
    sheet.set_row(row + 1, TWO_LINES)
    last = write_table(sheet, styles, row + 1, _accounts(layout, progress))
    sheet.print_area(0, 0, last, WEEKS_LEFT - 2)


def _groups(progress: Progress) -> list[tuple[str, float, float, float, str]]:
    return [
        (GROUP_TITLES[one.group], one.planned, one.spent, one.expected, GROUP_COLOURS[one.group])
        for one in progress.groups
    ]


def _write_sums(
    sheet: Any, layout: Layout, row: int, title: str, lines: list[tuple[str, float, float, float, str]]
) -> int:
    """A small table under its title; returns the row after it and an empty one."""
    styles = layout.styles
    sheet.write_string(row, 0, title, styles(HEADING))
    sheet.set_row(row + 1, TWO_LINES)
    hours = (LINE, styles.hours)
    columns = [
        Column("", 30, [line[0] for line in lines], (LINE, BOLD)),
        Column("Planned", 10, [line[1] for line in lines], hours, (RIGHT,)),
        Column("Spent", 10, [line[2] for line in lines], (*hours, BOLD), (RIGHT,)),
        Column("Expected by now", 10, [line[3] for line in lines], hours, (RIGHT,)),
    ]
    return write_table(sheet, styles, row + 1, columns) + 1


def _accounts(layout: Layout, progress: Progress) -> list[Column]:
    accounts, styles = progress.accounts, layout.styles
    hours = (LINE, styles.hours)
    late = frozenset(i for i, one in enumerate(accounts) if one.pace in {Pace.BEHIND, Pace.RESTED})
    return [
        Column(FIELDS[Field.ACCOUNT].title, 30, [one.account for one in accounts], (*LOOK, BOLD), (PAD,)),
        Column("Planned", 10, [one.planned for one in accounts], hours, (RIGHT,)),
        Column("Spent", 10, [one.spent for one in accounts], (*hours, BOLD), (RIGHT,)),
        Column("Expected by now", 10, [one.expected for one in accounts], hours, (RIGHT,)),
        Column("Stands", 16, [str(one.pace) for one in accounts], LOOK, (PAD,), late, ({"font_color": WARN_INK},)),
        Column(FIELDS[Field.OWNER].title, 18, [one.owner for one in accounts], LOOK, (PAD,)),
        Column(FIELDS[Field.OUTCOME].title, 26, [one.outcome for one in accounts], LOOK, (PAD,)),
        Column(FIELDS[Field.WHY_DIFFERENT].title, 26, [one.why_different for one in accounts], LOOK, (PAD,)),
    ]


def _write_weeks(book: Any, sheet: Any, layout: Layout, progress: Progress) -> None:
    """Hours by week beside the tables, and their chart above them."""
    weeks, styles = progress.by_week, layout.styles
    spent = [float("nan") if one.spent is None else one.spent for one in weeks]
    write_table(
        sheet, styles, TOP,
        [
            Column("Week", 7, [one.week for one in weeks], (LINE, QUIET)),
            Column("Planned so far", 9, [one.planned for one in weeks], (LINE, styles.hours, QUIET)),
            Column("Spent so far", 9, spent, (LINE, styles.hours)),
        ],
        left=WEEKS_LEFT,
    )  # fmt: skip
    rows = (TOP + 1, TOP + len(weeks))
    chart = book.add_chart({"type": "line"})
    looks = ({"color": "#9AA1A9", "dash_type": "dash", "width": 1.5}, {"color": "#0072B2", "width": 2.5})
    for offset, (name, line) in enumerate(zip(("Planned", "Spent"), looks, strict=True), start=1):
        chart.add_series(
            {
                "name": name,
                "categories": f"={cells(QUARTER, rows, WEEKS_LEFT)}",
                "values": f"={cells(QUARTER, rows, WEEKS_LEFT + offset)}",
                "line": line,
            }
        )
    chart.set_title({"name": "Hours so far, by week", "name_font": {"size": 11}})
    chart.set_legend({"position": "bottom"})
    chart.set_y_axis({"major_gridlines": {"visible": True, "line": {"color": "#E3E6EA"}}, "num_format": "0"})
    chart.show_blanks_as("gap")
    chart.set_size({"width": 760, "height": 20 * CHART_ROWS})
    sheet.insert_chart(TOP, 0, chart)
