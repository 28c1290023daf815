"""The native charts of the Summary sheet: the split, and the hours of the biggest accounts."""

from __future__ import annotations

from typing import Any

from planner.export.words import GOOD_COLOURS, GROUP_COLOURS
from planner.export.workbook.layout import PLAN, SUMMARY, Layout, PlanColumn
from planner.export.workbook.styles import FAINT, FONT, INK, SOFT
from planner.goods import GROUPS, Good

CHART_ROWS = 14
ROW_PIXELS, COLUMN_PIXELS = 20, 68
SHOWN = 12
FIRST_SHARE = 3
"""Column of the split table with the chosen shares; the plan's and today's follow."""
OPEN_HOURS = "#D0D5DD"
TEXT = {"name": FONT, "size": 9, "color": SOFT}


def insert_charts(book: Any, sheet: Any, layout: Layout, table: int, row: int) -> None:
    """Both charts side by side at `row`; `table` is the header row of the split table."""
    size = {"height": CHART_ROWS * ROW_PIXELS - 6, "width": 6 * COLUMN_PIXELS - 8}
    split, hours = _split_chart(book, layout, table), _hours_chart(book, layout)
    for chart, column, alternative in ((split, 0, "The split of the hours"), (hours, 6, "Hours by account")):
        chart.set_size(size)
        chart.set_chartarea({"border": {"none": True}})
        place = {"x_offset": 2, "y_offset": 2, "object_position": 1, "description": alternative}
        sheet.insert_chart(row, column, chart, place)


def _split_chart(book: Any, layout: Layout, table: int) -> Any:
    """Share of the hours that counts for each group: chosen as an outline, plan in its colour, today in grey."""
    chart = book.add_chart({"type": "bar"})
    first, last = table + 1, table + len(GROUPS)
    today = "today" in layout.plan.explanation.baselines
    looks: list[tuple[str, dict[str, Any]]] = [
        ("Chosen", {"fill": {"color": "white"}, "border": {"color": INK, "width": 1.25}}),
        ("Plan", {"points": [{"fill": {"color": GROUP_COLOURS[group]}} for group in GROUPS], "fill": {"color": SOFT}}),
        ("Today", {"fill": {"color": OPEN_HOURS}}),
    ]
    for column, (name, look) in enumerate(looks if today else looks[:2], start=FIRST_SHARE):
        chart.add_series(
            {
                "name": name,
                "categories": [SUMMARY, first, 0, last, 0],
                "values": [SUMMARY, first, column, last, column],
                "gap": 60,
                "data_labels": {"value": True, "num_format": "0%", "font": TEXT},
                **look,
            }
        )
    _quiet(chart, f"Share of the hours: chosen, plan{', today' if today else ''}")
    chart.set_x_axis({"visible": False, "min": 0, "major_gridlines": {"visible": False}})
    chart.set_legend({"position": "bottom", "font": TEXT})
    return chart


def _hours_chart(book: Any, layout: Layout) -> Any:
    """The accounts with most hours: plan as a fill in the colour of its good, today as an outline."""
    plan = layout.plan
    chart = book.add_chart({"type": "bar"})
    top = [i for i in layout.order[:SHOWN] if plan.allocation.hours[i] > 0] or list(layout.order[:1])
    first, last = layout.plan_rows[0], layout.plan_rows[0] + len(top) - 1
    names = [PLAN, first, PlanColumn.ACCOUNT, last, PlanColumn.ACCOUNT]
    colours = dict(GOOD_COLOURS)
    points = [{"fill": {"color": colours.get(plan.explanation.mainly[i], FAINT)}} for i in top]
    chart.add_series(
        {
            "name": "Plan",
            "categories": names,
            "values": [PLAN, first, PlanColumn.PLANNED, last, PlanColumn.PLANNED],
            "points": points,
            "fill": {"color": GOOD_COLOURS[Good.NOW]},
            "overlap": 100,
            "gap": 35,
        }
    )
    if "today" in plan.explanation.baselines:
        chart.add_series(
            {
                "name": "Today",
                "categories": names,
                "values": [PLAN, first, PlanColumn.NOW, last, PlanColumn.NOW],
                "fill": {"none": True},
                "border": {"color": INK, "width": 1.25},
            }
        )
    outlined = "today" in plan.explanation.baselines
    _quiet(chart, "Hours by account: fill is the plan, outline is today" if outlined else "Hours planned by account")
    chart.set_x_axis(
        {"num_font": TEXT, "num_format": '0" h"', "line": {"none": True}, "major_gridlines": {"visible": False}}
    )
    chart.set_plotarea({"layout": {"x": 0.38, "y": 0.2, "width": 0.58, "height": 0.78}})  # names stay on a line
    chart.set_legend({"none": True})
    return chart


def _quiet(chart: Any, title: str) -> None:
    """A small title at the left, names from top to bottom, no ornaments."""
    font = {"name": FONT, "size": 10, "bold": True, "color": INK}
    chart.set_title({"name": title, "name_font": font, "layout": {"x": 0.02, "y": 0.03}})
    axis = {"reverse": True, "num_font": TEXT | {"size": 7}, "line": {"none": True}, "major_tick_mark": "none"}
    chart.set_y_axis(axis | {"interval_unit": 1})
