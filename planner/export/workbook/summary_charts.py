"""The native charts of the Summary sheet: the split, and the hours of the biggest accounts."""

from __future__ import annotations

from typing import Any

from planner.export.words import GOOD_COLOURS, GROUP_COLOURS, GROUP_TITLES
from planner.export.workbook.layout import PLAN, SUMMARY, Layout, PlanColumn
from planner.export.workbook.styles import FAINT, FONT, INK, SOFT
from planner.goods import GOODS, GROUPS, Group

CHART_ROWS = 16
ROW_PIXELS, COLUMN_PIXELS = 20, 82
SHOWN = 15
FIRST_SHARE, LAST_SHARE = 3, 5
"""Columns of the split table with Chosen, Plan and Today."""
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
    """Chosen as outlines, plan and today as fills; one bar each, one colour per group."""
    chart = book.add_chart({"type": "bar", "subtype": "stacked"})
    last = LAST_SHARE if "today" in layout.plan.explanation.baselines else LAST_SHARE - 1
    bars = [(GROUP_TITLES[group], GROUP_COLOURS[group], _on(group)) for group in GROUPS]
    for k, (title, colour, ink) in enumerate([*bars, ("Hours to place", OPEN_HOURS, INK)]):
        fill = {"fill": {"color": colour}, "border": {"color": "white", "width": 1}}
        outline = {"fill": {"color": "white"}, "border": {"color": colour, "width": 2}}
        row = table + 1 + k
        chart.add_series(
            {
                "name": title,
                "categories": [SUMMARY, table, FIRST_SHARE, table, last],
                "values": [SUMMARY, row, FIRST_SHARE, row, last],
                "points": [outline, fill, fill],
                "fill": {"color": colour},
                "gap": 45,
                "data_labels": {
                    "value": True,
                    "num_format": '[<0.03]"";0%',
                    "font": {"name": FONT, "size": 9, "color": ink, "bold": True},
                    "custom": [{"font": {"name": FONT, "size": 9, "color": INK, "bold": True}}],
                },
            }
        )
    today = "today" in layout.plan.explanation.baselines
    _quiet(
        chart, "Chosen, planned and today's split of the hours" if today else "Chosen and planned split of the hours"
    )
    chart.set_x_axis({"visible": False, "min": 0, "max": 1, "major_gridlines": {"visible": False}})
    chart.set_legend({"position": "bottom", "font": TEXT})
    return chart


def _on(group: Group) -> str:
    return INK if group is Group.STRENGTHS else "white"


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
            "fill": {"color": GOOD_COLOURS[GOODS[2]]},
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
    chart.set_x_axis({"num_font": TEXT, "line": {"none": True}, "major_gridlines": {"visible": False}})
    chart.set_legend({"none": True})
    return chart


def _quiet(chart: Any, title: str) -> None:
    """A small title at the left, names from top to bottom, no ornaments."""
    font = {"name": FONT, "size": 10, "bold": True, "color": INK}
    chart.set_title({"name": title, "name_font": font, "layout": {"x": 0.02, "y": 0.03}})
    chart.set_y_axis({"reverse": True, "num_font": TEXT, "line": {"none": True}, "major_tick_mark": "none"})
