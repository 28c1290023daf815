"""`Summary`: the page that is opened first, and one page when printed. One sentence, the split, who to push and rest.

Twelve columns of equal width; text blocks are merged over them and their heights worked out, because a merged cell
does not grow by itself. Shares and hours are formulas over the Plan sheet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import MappingProxyType
from typing import Any

import numpy as np

from planner import text
from planner.documents.plan_figures import hours_by_service, money_of_accounts, reached, scarcest_person, served_note
from planner.explanation.gains import Gain
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
    share_look,
)
from planner.export.workbook.summary_charts import CHART_ROWS, insert_charts
from planner.export.workbook.tables import Formula, height_of, put, set_up_page
from planner.goods import GROUPS, YOU

LAST = 11
"""Last of the twelve columns, from 0."""
WIDTH = 9.0
BLOCK: tuple[Props, ...] = (WRAP, LEFT)
INDENT = 2.0
"""Letters of room that an indent takes."""
WARNING: Props = MappingProxyType({"bg_color": WARN_BACK, "font_color": WARN_INK})
SPLIT = ((0, 2), (3, 3), (4, 4), (5, 5), (6, 7), (8, 9), (10, 11))
REACH = "Of the most you could reach"
TILE_ROWS = 3
"""Of a tile: its title, its figure, its note."""
NOT_SEEN = "the client list says nothing about it yet"
CLAUSES = re.compile(r"; (?![^“]*”)")
"""Between clauses, never inside a quote."""
SHORT_REASON = 140
"""Letters of a reason that are shown beside an account; all of it stands on the Why sheet."""
MOST_ASSUMED = 3
YELLOW_TABS = (
    "The yellow tabs are yours to fill in: answers, corrections (Overrides), settings, team, rules and limits. Open "
    "this workbook as a list and it is planned with what they say. They, your list and About are not printed with the "
    "rest; to print one of them, clear its print area."
)


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
        room = WIDTH * (last - first + 1) - sum(INDENT for layer in layers if "indent" in layer)
        self._height = max(self._height, height_of(words, room, size=size))

    def next(self, gap: float = 0, *, least: float = 15.0) -> None:
        """Finish the row, at least so many points high; then an empty one of `gap` points."""
        self.sheet.set_row(self.row, max(self._height, least))
        self.row, self._height = self.row + 1, 0.0
        if gap:
            self.sheet.set_row(self.row, gap)
            self.row += 1

    def heading(self, words: str, first: int = 0, last: int = LAST, *layers: Props) -> None:
        """A title over a block."""
        self.block(words, first, last, BOLD, LINE, *layers, size=12)


def write_summary(book: Any, sheet: Any, layout: Layout) -> None:
    """The whole page, from the sentence to the reconciliation."""
    set_up_page(sheet, portrait=True, pages=1)
    sheet.set_column(0, LAST, WIDTH)
    pen = Pen(sheet, layout)
    _write_top(pen)
    _write_tiles(pen)
    _write_first_caution(pen)
    table = _write_split(pen)
    _write_beside_the_split(pen)
    insert_charts(book, sheet, layout, table, pen.row)
    for _ in range(CHART_ROWS):
        pen.next()
    _write_push_and_rest(pen)
    monday = layout.plan.explanation.monday
    _write_list(pen, f"{_how_many(monday)} to decide on Monday", monday, numbered=True)
    assumed = layout.plan.explanation.assumed[:MOST_ASSUMED]
    _write_list(pen, "What was assumed", (" ".join(assumed),) if assumed else ())
    reconciliation = layout.plan.roster.reconciliation
    told = (reconciliation.sentence,) if reconciliation and reconciliation.sentence else ()
    _write_list(pen, "How this fits your file", (*told, YELLOW_TABS))
    sheet.print_area(0, 0, pen.row, LAST)


def _how_many(listed: Sequence[object]) -> str:
    return text.number_word(len(listed)).capitalize() if listed else "None"


def _write_top(pen: Pen) -> None:
    plan = pen.layout.plan
    start = plan.settings.plan_start
    period = f"{plan.settings.weeks:g} weeks" + (f" from {start.day} {start:%B %Y}" if start else "")
    facts = f"{plan.roster.source.file} · {text.count(plan.roster.size, 'account')} · {period}"
    pen.block("Plan for business development", 0, 4, QUIET, BOLD, size=11)
    pen.block(facts, 5, LAST, QUIET, RIGHT, size=9)
    pen.next(4)
    pen.block(plan.explanation.headline, 0, LAST, BOLD, size=15)
    pen.next(8)


def _write_tiles(pen: Pen) -> None:
    plan = pen.layout.plan
    attained, shares = plan.allocation.attainment, reached(plan)
    tiles: list[tuple[str, object, Props, str, str]] = []
    for k, group in enumerate(GROUPS):
        seen = bool(plan.tags.seen[k]) and np.isfinite(attained[k])
        note = f"of the most you could reach\n{text.percent(float(shares[k]))} of the hours count for it"
        value: object = float(attained[k]) if seen else "not known"
        tiles.append(
            (GROUP_TITLES[group], value, share_look(attained[k]), note if seen else NOT_SEEN, GROUP_COLOURS[group])
        )
    tiles.append(_worth_tile(pen))
    wide = (LAST + 1) // len(tiles)
    for row in range(TILE_ROWS):
        for tile, (label, value, layer, note, colour) in enumerate(tiles):
            first, last = wide * tile, wide * tile + wide - 1
            if row == 0:
                pen.block(label, first, last, QUIET, {"top": 5, "top_color": colour}, size=9)
            elif row == 1:
                pen.block(value, first, last, BOLD, layer, {"font_color": colour}, size=20)
            else:
                pen.block(note, first, last, QUIET, TOP, size=9)
        pen.next(least=20.0)
    pen.next(least=6.0)


def cautions(layout: Layout) -> tuple[str, ...]:
    """What to mind, what is short first."""
    return layout.plan.explanation.cautions


def _write_first_caution(pen: Pen) -> None:
    """What matters most to know about the result stands beside it; the others follow on the What if sheet."""
    for sentence in cautions(pen.layout)[:1]:
        pen.block(sentence, 0, LAST, WARNING)
        pen.next(6)


def _worth_tile(pen: Pen) -> tuple[str, object, Props, str, str]:
    """Margin to expect where the list has money; and what one more hour of whoever's brings most."""
    plan = pen.layout.plan
    note = next_hour_words(plan)
    if not plan.values.in_money:
        return ("Hours planned", text.hours(float(plan.allocation.hours.sum())), {}, note, INK)
    money = text.about(float(money_of_accounts(plan).sum()), plan.settings.currency)
    return ("Margin to expect in a year", money, {}, note or "fees after what it costs to serve", INK)


def next_hour_words(plan: Any) -> str:
    """What one more hour of the person whose hours are scarcest brings; "" where it was not worked out."""
    hours, best = plan.explanation.hour_of_person, scarcest_person(plan)
    if best is None:
        return ""
    gain = Gain(hours[best], plan.problem.in_money)
    if gain.in_money and gain.by_group[YOU] > 0:
        gain = Gain(np.where(np.arange(len(GROUPS)) == YOU, gain.by_group, 0.0), True)
    whose = f" of {plan.team.people[best].name}" if len(hours) > 1 else ""
    return f"one more hour{whose} brings {gain.brings(plan.settings.currency)}"


def _write_split(pen: Pen) -> int:
    """The table behind the first chart; returns the row of its header."""
    plan, styles = pen.layout.plan, pen.styles
    today = plan.explanation.baselines.get("today")
    header = pen.row
    titles = ("Share of the hours that counts", "Chosen", "Plan", "Today", "Hours that count", "Short by", REACH)
    for title, (first, last) in zip(titles, SPLIT, strict=True):
        pen.block(title, first, last, HEADER, LEFT if first == 0 else RIGHT, size=9)
    pen.next()
    shares, planned = reached(plan), pen.layout.plan_range(PlanColumn.PLANNED)
    for k, group in enumerate(GROUPS):
        counted = pen.layout.plan_range(PlanColumn.GROUPS[k])
        attained = float(plan.allocation.attainment[k])
        before = float(today.shares[k]) if today else None
        values = (
            (GROUP_TITLES[group], BOLD),
            (plan.settings.balance.share(group), SHARE),
            (Formula(f"=SUM({counted})/MAX(SUM({planned}),0.01)", float(shares[k])), share_look(float(shares[k]))),
            ("–" if before is None else before, share_look(before or 0.0)),
            (Formula(f"=SUM({counted})", float(plan.allocation.counts[:, k].sum())), styles.hours),
            (float(plan.allocation.short[k]), styles.hours),
            (attained if np.isfinite(attained) else "not known", share_look(attained)),
        )
        for (value, layer), (first, last) in zip(values, SPLIT, strict=True):
            pen.block(value, first, last, LINE, LEFT if first == 0 else RIGHT, layer)
        pen.next()
    used, hours = float(plan.allocation.hours.sum()), plan.team.hours
    pen.block("All hours planned", 0, 2, QUIET)
    pen.block(Formula(f"=SUM({planned})", used), 6, 7, RIGHT, BOLD, styles.hours)
    pen.block("Hours to place", 8, 9, QUIET, RIGHT)
    pen.block(Formula(f"={AVAILABLE}-SUM({planned})", hours - used), 10, LAST, RIGHT, styles.hours)
    pen.next(3)
    return header


def _write_beside_the_split(pen: Pen) -> None:
    """What an hour serves, each hour once; what keeping the balance costs."""
    plan = pen.layout.plan
    planned = float(plan.allocation.hours.sum())
    if planned > 0:
        served = [f"{one.title.lower()} {text.percent(one.hours / planned)}" for one in hours_by_service(plan)]
        words = f"An hour counts for every good that its account serves. What the hours serve: {', '.join(served)}."
        words = f"{words} {served_note(plan)}".strip()
        pen.block(words, 0, LAST, QUIET, size=9)
        pen.next()
    if plan.balance_cost is not None and plan.balance_cost.sentence:
        pen.block(plan.balance_cost.sentence, 0, LAST, QUIET, size=9)
        pen.next()
    pen.next(least=6.0)


def _write_push_and_rest(pen: Pen) -> None:
    explanation = pen.layout.plan.explanation
    push, rest = explanation.push[:5], explanation.rest[:5]
    if not push and not rest:
        return
    pen.heading(f"{_how_many(push)} to push", 0, 5)
    pen.heading(f"{_how_many(rest)} to rest", 6, LAST, PAD)
    pen.next()
    for place in range(max(len(push), len(rest))):
        for chosen, first, side in ((push, 0, LEFT), (rest, 6, PAD)):
            if place < len(chosen):
                _write_account(pen, chosen[place], first, side)
        pen.next()
    pen.next(least=6.0)


def _write_account(pen: Pen, account: int, first: int, side: Props) -> None:
    """Its name, the move and why, from a column on; `side` keeps it off what stands to its left."""
    plan = pen.layout.plan
    now, planned = plan.facts.current_hours[account], plan.allocation.hours[account]
    moved = text.hours(planned) if np.isnan(now) else f"{text.hours(now).removesuffix(' h')} → {text.hours(planned)}"
    pen.block(str(plan.roster.names[account]), first, first + 1, TOP, BOLD, side, size=9)
    pen.block(moved, first + 2, first + 2, TOP, size=9)
    pen.block(shortened(str(plan.explanation.why[account])), first + 3, first + 5, TOP, QUIET, size=8)


def shortened(reason: str) -> str:
    """The first and the last clause of a reason, with as many of the others as there is room for."""
    clauses = CLAUSES.split(reason.rstrip("."))
    kept = {0, len(clauses) - 1}
    for at in range(1, len(clauses) - 1):
        if len("; ".join(clauses[k] for k in sorted({*kept, at}))) <= SHORT_REASON:
            kept.add(at)
    return f"{'; '.join(clauses[k] for k in sorted(kept))}."


def _write_list(pen: Pen, title: str, sentences: Sequence[str], *layers: Props, numbered: bool = False) -> None:
    if not sentences:
        return
    pen.heading(title)
    pen.next()
    for number, sentence in enumerate(sentences, start=1):
        pen.block(f"{number}.  {sentence}" if numbered else sentence, 0, LAST, *layers, size=9)
        pen.next()
    pen.next(least=6.0)
