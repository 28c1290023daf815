"""`Summary`: the page that is opened first. One sentence, the split, who to push and rest, what to decide.

Twelve columns of equal width; text blocks are merged over them and their heights worked out, because a merged cell
does not grow by itself. Shares and hours are formulas over the Plan sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Any

import numpy as np

from planner.explanation import text
from planner.export.figures import achieved, money_of_accounts, used_by_person
from planner.export.words import GROUP_COLOURS, GROUP_TITLES
from planner.export.workbook.layout import Layout, PlanColumn
from planner.export.workbook.plan_sheet import AVAILABLE
from planner.export.workbook.styles import (
    BOLD,
    HEADER,
    INK,
    LEFT,
    LINE,
    PAD,
    QUIET,
    RIGHT,
    SHARE,
    TOP,
    WARN_BACK,
    WARN_INK,
    WRAP,
    Props,
)
from planner.export.workbook.summary_charts import CHART_ROWS, insert_charts
from planner.export.workbook.tables import Formula, height_of, put, quoted, set_up_page
from planner.goods import GROUPS

LAST = 11
"""Last of the twelve columns, from 0."""
WIDTH = 11.0
SCALE = 92
"""Percent at which the twelve columns fit A4 and Letter; Excel breaks pages where told only at a fixed scale."""
BLOCK: tuple[Props, ...] = (WRAP, LEFT)
WARNING: Props = MappingProxyType({"bg_color": WARN_BACK, "font_color": WARN_INK})
SPLIT = ((0, 2), (3, 3), (4, 4), (5, 5), (6, 7), (8, 9), (10, 11))
PEOPLE = ((0, 2), (3, 4), (5, 6), (7, 8), (9, 11))
REACH = "Of the most you could reach"
NONE: Props = MappingProxyType({"num_format": '0%;-0%;"–"'})
COUNTS = ("None", "One", "Two", "Three", "Four", "Five")
NOT_SEEN = "the client list says nothing about it yet"
MOST_PEOPLE = 20


class Pen:
    """Goes down the Summary sheet; `row` is the row being written, which grows to its tallest block."""

    def __init__(self, sheet: Any, layout: Layout) -> None:
        self.sheet, self.layout, self.styles = sheet, layout, layout.styles
        self.row, self._height = 0, 0.0

    def block(self, value: object, first: int, last: int, *layers: Props, size: float = 10) -> None:
        """One value over columns `first` to `last`; text wraps."""
        style = self.styles(*BLOCK, {"font_size": size}, *layers)
        if last > first:
            self.sheet.merge_range(self.row, first, self.row, last, "", style)
        put(self.sheet, self.row, first, value, style)
        words = value if isinstance(value, str) else ""
        self._height = max(self._height, height_of(words, WIDTH * (last - first + 1), size=size))

    def next(self, gap: float = 0, *, least: float = 15.0) -> None:
        """Finish the row, at least so many points high; then an empty one of `gap` points."""
        self.sheet.set_row(self.row, max(self._height, least))
        self.row, self._height = self.row + 1, 0.0
        if gap:
            self.sheet.set_row(self.row, gap)
            self.row += 1

    def heading(self, words: str, first: int = 0, last: int = LAST) -> None:
        self.block(words, first, last, BOLD, LINE, size=12)


def write_summary(book: Any, sheet: Any, layout: Layout) -> None:
    """The whole page, from the sentence to the reconciliation."""
    set_up_page(sheet, scale=SCALE)
    sheet.set_column(0, LAST, WIDTH)
    pen = Pen(sheet, layout)
    _write_top(pen)
    _write_tiles(pen)
    _write_first_warning(pen)
    table = _write_split(pen)
    insert_charts(book, sheet, layout, table, pen.row)
    for _ in range(CHART_ROWS):
        pen.next()
    sheet.set_h_pagebreaks([pen.row])
    _write_push_and_rest(pen)
    monday = layout.plan.explanation.monday
    _write_list(pen, f"{COUNTS[min(len(monday), 5)]} to decide on Monday", monday, numbered=True)
    _write_list(pen, "Mind as well", _cautions(layout)[1:], WARNING)
    _write_binding(pen)
    _write_people(pen)
    _write_list(pen, "What was assumed", layout.plan.explanation.assumed)
    reconciliation = layout.plan.roster.reconciliation
    if reconciliation and reconciliation.sentence:
        _write_list(pen, "How this fits your file", (reconciliation.sentence,))
    sheet.print_area(0, 0, pen.row, LAST)


def _write_top(pen: Pen) -> None:
    plan = pen.layout.plan
    start = plan.settings.plan_start
    period = f"{plan.settings.weeks:g} weeks" + (f" from {start.day} {start:%B %Y}" if start else "")
    facts = f"{plan.roster.source.file} · {text.count(plan.roster.size, 'account')} · {period}"
    pen.block("Plan for business development", 0, 6, QUIET, BOLD, size=11)
    pen.block(facts, 7, LAST, QUIET, RIGHT, size=9)
    pen.next(4)
    pen.block(plan.explanation.headline, 0, LAST, BOLD, size=16)
    pen.next(8)


def _write_tiles(pen: Pen) -> None:
    plan = pen.layout.plan
    reached = plan.allocation.attainment
    shares = achieved(plan)
    tiles: list[tuple[str, object, Props, str, str]] = []
    for k, group in enumerate(GROUPS):
        seen = bool(plan.tags.seen[k]) and np.isfinite(reached[k])
        note = f"of the most you could reach, with {text.percent(float(shares[k]))} of the hours"
        value: object = float(reached[k]) if seen else "not known"
        tiles.append((GROUP_TITLES[group], value, SHARE, note if seen else NOT_SEEN, GROUP_COLOURS[group]))
    tiles.append(_worth_tile(pen))
    for row in range(3):
        for tile, (label, value, layer, note, colour) in enumerate(tiles):
            first, last = 3 * tile, 3 * tile + 2
            if row == 0:
                pen.block(label, first, last, QUIET, {"top": 5, "top_color": colour}, size=9)
            elif row == 1:
                pen.block(value, first, last, BOLD, layer, {"font_color": colour}, size=20)
            else:
                pen.block(note, first, last, QUIET, size=9)
        pen.next(least=20.0)
    pen.next()


def _cautions(layout: Layout) -> tuple[str, ...]:
    """What is short first, then the warnings."""
    return (*layout.plan.explanation.advice, *layout.plan.explanation.warnings)


def _write_first_warning(pen: Pen) -> None:
    """What matters most to know about the result stands beside it; the others follow below."""
    for sentence in _cautions(pen.layout)[:1]:
        pen.block(sentence, 0, LAST, WARNING)
        pen.next(6)


def _worth_tile(pen: Pen) -> tuple[str, object, Props, str, str]:
    """Money to expect where the list has money, else what one more hour brings."""
    plan = pen.layout.plan
    price = float(np.max(plan.explanation.price_per_hour))
    best = _worth(pen, price)
    if plan.values.in_money:
        note = "after what it costs to serve them"
        if plan.explanation.unit == "money":
            note += f"; more hours {best}" if price <= 0 else f"; one more hour brings about {best}"
        money = text.about(float(money_of_accounts(plan).sum()), plan.settings.currency)
        return ("To expect in a year", money, {}, note, INK)
    if price <= 0:
        return ("One more hour brings", "nothing", {}, f"more hours {best}", INK)
    return ("One more hour brings", best, {}, "of 100 for the whole plan", INK)


def _write_split(pen: Pen) -> int:
    """The table behind the first chart; returns the row of its header."""
    plan, styles = pen.layout.plan, pen.styles
    today = plan.explanation.baselines.get("today")
    header = pen.row
    titles = (
        "Where the hours go",
        "Chosen",
        "Plan",
        "Today",
        "Hours planned",
        "Short by",
        REACH,
    )
    for title, (first, last) in zip(titles, SPLIT, strict=True):
        pen.block(title, first, last, HEADER, LEFT if first == 0 else RIGHT, size=9)
    pen.next()
    shares, hours, planned = achieved(plan), plan.team.hours, float(plan.allocation.hours.sum())
    for k, group in enumerate(GROUPS):
        counted = pen.layout.plan_range(PlanColumn.GROUPS[k])
        reach = float(plan.allocation.attainment[k])
        values = (
            (GROUP_TITLES[group], BOLD),
            (plan.settings.balance.share(group), SHARE),
            (Formula(f"=SUM({counted})/{AVAILABLE}", float(shares[k])), SHARE),
            (float(today.shares[k]) if today else "–", SHARE),
            (Formula(f"=SUM({counted})", float(shares[k] * hours)), styles.hours),
            (float(plan.allocation.short[k]), styles.hours),
            (reach if np.isfinite(reach) else "not known", SHARE),
        )
        _table_row(pen, values, SPLIT)
    spare = Formula(f"=MAX(0,1-SUM(E{header + 2}:E{pen.row}))", max(0.0, 1.0 - float(shares.sum())))
    left = Formula(f"={AVAILABLE}-SUM({pen.layout.plan_range(PlanColumn.PLANNED)})", hours - planned)
    _table_row(pen, (("Hours to place", QUIET), (0.0, NONE), (spare, NONE), (0.0, NONE), (left, styles.hours)), SPLIT)
    total = Formula(f"=SUM({pen.layout.plan_range(PlanColumn.PLANNED)})", planned)
    pen.block("All hours planned", 0, 2, QUIET)
    pen.block(total, 6, 7, RIGHT, BOLD, styles.hours)
    pen.block(f"of {text.hours(hours)} there are", 8, LAST, QUIET, PAD)
    pen.next(6)
    return header


def _table_row(pen: Pen, values: Sequence[tuple[object, Props]], places: Sequence[tuple[int, int]]) -> None:
    for (value, layer), (first, last) in zip(values, places, strict=False):
        pen.block(value, first, last, LINE, LEFT if first == 0 else RIGHT, layer)
    pen.next()


def _write_push_and_rest(pen: Pen) -> None:
    explanation = pen.layout.plan.explanation
    push, rest = explanation.push[:5], explanation.rest[:5]
    if not push and not rest:
        return
    pen.heading(f"{COUNTS[len(push)]} to push", 0, 5)
    pen.heading(f"{COUNTS[len(rest)]} to rest", 6, LAST)
    pen.next()
    for place in range(max(len(push), len(rest))):
        for chosen, first in ((push, 0), (rest, 6)):
            if place < len(chosen):
                _write_account(pen, chosen[place], first)
        pen.next()
    pen.next()


def _write_account(pen: Pen, account: int, first: int) -> None:
    plan = pen.layout.plan
    now, planned = plan.facts.current_hours[account], plan.allocation.hours[account]
    moved = text.hours(planned) if np.isnan(now) else f"{text.hours(now).removesuffix(' h')} → {text.hours(planned)}"
    pen.block(str(plan.roster.names[account]), first, first + 1, TOP, BOLD)
    pen.block(moved, first + 2, first + 2, TOP)
    pen.block(str(plan.explanation.why[account]), first + 3, first + 5, TOP, QUIET, size=9)


def _write_list(pen: Pen, title: str, sentences: Sequence[str], *layers: Props, numbered: bool = False) -> None:
    if not sentences:
        return
    pen.heading(title)
    pen.next()
    for number, sentence in enumerate(sentences, start=1):
        pen.block(f"{number}.  {sentence}" if numbered else sentence, 0, LAST, *layers)
        pen.next()
    pen.next()


def _write_binding(pen: Pen) -> None:
    binding = pen.layout.plan.explanation.binding
    if not binding:
        return
    pen.heading("What is holding you back")
    pen.next()
    for item in binding[:8]:
        cost = f"without it about {text.about(item.costs, pen.layout.plan.settings.currency)} more a year"
        if item.unit != "money":
            cost = f"without it {item.costs:.2g} points more"
        pen.block(item.limit + (f" ({item.where})" if item.where else ""), 0, 7)
        pen.block(cost, 8, LAST, QUIET, RIGHT)
        pen.next()
    pen.next()


def _worth(pen: Pen, amount: float) -> str:
    """What an hour brings, as a person would say it."""
    plan = pen.layout.plan
    return text.hour_brings(amount, plan.settings.currency, in_money=plan.explanation.unit == "money")


def _write_people(pen: Pen) -> None:
    plan, styles = pen.layout.plan, pen.styles
    if len(plan.team.people) > MOST_PEOPLE:
        return
    titles = ("Who has the hours", "Hours available", "Hours planned", "Hours to place", "What one more hour brings")
    for title, (first, last) in zip(titles, PEOPLE, strict=True):
        pen.block(title, first, last, HEADER, LEFT if first == 0 else RIGHT, size=9)
    pen.next()
    used = used_by_person(plan)
    for p, person in enumerate(plan.team.people):
        page = quoted(pen.layout.person_sheets[p])
        values: tuple[tuple[object, Props], ...] = (
            (person.name, BOLD),
            (float(person.hours), styles.hours),
            (Formula(f"={page}!$B$4", float(used[p])), styles.hours),
            (Formula(f"={page}!$B$5", round(float(person.hours - used[p]), 6)), styles.hours),
            (_worth(pen, float(plan.explanation.price_per_hour[p])), {}),
        )
        _table_row(pen, values, PEOPLE)
    pen.next()
