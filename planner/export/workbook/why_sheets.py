"""The sheets that give reasons: `Why`, `Step back`, `Scenarios` and `Import issues`."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan
from types import MappingProxyType
from typing import Any

import numpy as np
from xlsxwriter.utility import xl_col_to_name

from planner import text
from planner.documents.plan_figures import hours_elsewhere, money_of_accounts, reached, used_by_person
from planner.explanation.gains import Gain
from planner.export.words import BASELINE_TITLES, GOOD_TINTS, GOOD_TITLES, GROUP_TITLES, SEVERITY_TITLES
from planner.export.workbook.layout import PLAN, STEP_BACK, Layout, PlanColumn
from planner.export.workbook.styles import (
    ASSUMED,
    BOLD,
    CENTRE,
    HEADING,
    LEFT,
    LINE,
    PAD,
    QUIET,
    RIGHT,
    SHARE,
    SMALL,
    TITLE,
    TOTAL,
    WARN_INK,
    WRAP,
    Props,
)
from planner.export.workbook.summary_sheet import cautions
from planner.export.workbook.tables import (
    Column,
    Formula,
    cells,
    data_bar,
    put,
    quoted,
    set_up_page,
    width_for,
    write_table,
)
from planner.fields import FIELDS, Field
from planner.goods import GOODS, GROUP_SPECS, GROUPS
from planner.scenarios.scenario_sheet import scenario_rows, scenarios_of
from planner.vocabulary import Decision, Severity

HEADER = 2
TALL = 48
"""Height of a header of many words."""
CRUMB = 0.25
"""Hours below this are not worth naming as set free."""
PLANNED_CELL = f"{quoted(PLAN)}!{xl_col_to_name(PlanColumn.PLANNED)}"
"""All but the row of an account's hours on the Plan sheet."""
CELL: tuple[Props, ...] = (LINE,)
MOST_BINDING, MOST_PEOPLE = 8, 20
ON_ONE_PAGE = 42
"""Accounts whose reasons one page shows legibly."""
TOP = 5
"""Strengths are shown as ratings: a share of 1 would read like a chance."""
OF_FIVE: Props = MappingProxyType({"num_format": "0.#"})
POINTS: Props = MappingProxyType({"num_format": '0.00;-0.00;"–"'})
WORDS: tuple[Props, ...] = (LINE, WRAP, PAD)
GUESS_NOTE = "Grey italics: a guess from a name, a remark or an industry of few clients; rate the account to be sure."
LESS = (Decision.STEP_BACK, Decision.REST, Decision.EASE_OFF)


def _open(sheet: Any, layout: Layout, title: str, subtitle: str, *, portrait: bool = False, pages: int = 0) -> None:
    set_up_page(sheet, header_row=HEADER, portrait=portrait, pages=pages)
    sheet.write_string(0, 0, title, layout.styles(TITLE))
    sheet.write_string(1, 0, subtitle, layout.styles(QUIET, SMALL))
    sheet.set_row(HEADER, 42)
    sheet.freeze_panes(HEADER + 1, 1)


def write_why(sheet: Any, layout: Layout) -> None:
    """Each account's five goods, how strongly and who says so, and the figures behind its hours."""
    plan, styles, order = layout.plan, layout.styles, list(layout.order)
    subtitle = "How strongly, of 5, each account is good in each of the five ways. ? is not known, italics are a guess."
    timed = int((plan.allocation.hours > 0).sum())
    _open(sheet, layout, "Why", subtitle, portrait=True, pages=int(timed <= ON_ONE_PAGE))
    columns = [
        Column(FIELDS[Field.ACCOUNT].title, 28, plan.roster.names[order].tolist(), (*CELL, WRAP, BOLD)),
        Column("Hours planned", 9, [_planned(layout, i) for i in order], (*CELL, styles.hours), (RIGHT,)),
        Column("Why", 60, plan.explanation.why[order].tolist(), (*WORDS, SMALL), (PAD,)),
    ]
    for k, good in enumerate(GOODS):
        strengths = [_strength(value) for value in plan.tags.strength[order, k].tolist()]
        guessed = frozenset(at for at, i in enumerate(order) if plan.tags.sure(i, good) == "guess")
        columns.append(
            Column(f"Good for {GOOD_TITLES[good]}", 8, strengths, (*CELL, OF_FIVE, CENTRE), (CENTRE,), guessed,
                   (ASSUMED,), GUESS_NOTE)
        )  # fmt: skip
    printed = len(columns)
    columns.append(Column("Because", 90, _because(layout, order), (*CELL, PAD, SMALL), (PAD,)))
    columns += _figures(layout, order)
    last = write_table(sheet, styles, HEADER, columns) - 1
    sheet.autofilter(HEADER, 0, last, len(columns) - 1)
    sheet.print_area(0, 0, HEADER + max(timed, 1), printed - 1)
    for k, good in enumerate(GOODS):
        data_bar(sheet, (HEADER + 1, last), 3 + k, GOOD_TINTS[good], min_type="num", min_value=0, max_type="num",
                 max_value=TOP)  # fmt: skip


def _planned(layout: Layout, account: int) -> Formula:
    return Formula(f"={PLANNED_CELL}{layout.row[account] + 1}", float(layout.plan.allocation.hours[account]))


def _strength(strength: float) -> object:
    if isnan(strength):
        return "?"
    return TOP * strength if strength > 0 else "no"


def _because(layout: Layout, order: list[int]) -> list[str]:
    """For each account every good it has, with its reason."""
    tags = layout.plan.tags
    said = (tags.strength[order] > 0) & (tags.reason[order] != "")
    titles = [GOOD_TITLES[good].capitalize() for good in GOODS]
    return [
        "; ".join(f"{title}: {reason}" for title, reason, shown in zip(titles, reasons, row, strict=True) if shown)
        for reasons, row in zip(tags.reason[order].tolist(), said.tolist(), strict=True)
    ]


def _figures(layout: Layout, order: list[int]) -> list[Column]:
    plan, styles = layout.plan, layout.styles
    facts = plan.facts
    columns: list[Column] = []
    if plan.values.in_money:
        columns.append(_assumable(layout, order, Field.ANNUAL_FEE, 11, facts.fee, styles.money))
        columns.append(_assumable(layout, order, Field.PROBABILITY, 8, facts.probability, SHARE))
        expected = money_of_accounts(plan)[order].tolist()
        columns.append(Column("Margin to expect in a year", 11, expected, (*CELL, styles.money), (RIGHT,)))
    for k, group in enumerate(GROUPS):
        in_money = GROUP_SPECS[group].in_money and plan.problem.in_money
        unit = "margin a year" if in_money else f"points, {GROUP_SPECS[group].short}"
        brings, look = plan.explanation.next_hour[order, k].tolist(), styles.money if in_money else POINTS
        columns.append(Column(f"One more hour: {unit}", 10, brings, (*CELL, look), (RIGHT,)))
    columns.append(Column("Assumed", 46, _assumed(layout, order), (*WORDS, SMALL, QUIET), (PAD,)))
    return columns


def _assumable(layout: Layout, order: list[int], name: Field, width: float, figures: Any, layer: Props) -> Column:
    """A figure of the list; what was assumed stands in grey italics."""
    mask = layout.plan.facts.assumed.get(name)
    odd = frozenset(np.flatnonzero(mask[order]).tolist()) if mask is not None else frozenset()
    note = "Grey italics: not in the list, assumed."
    return Column(FIELDS[name].title, width, figures[order].tolist(), (*CELL, layer), (RIGHT,), odd, (ASSUMED,), note)


def _assumed(layout: Layout, order: list[int]) -> list[str]:
    masks = layout.plan.facts.assumed
    titles = [FIELDS[name].title for name in masks]
    rows = zip(*(mask[order].tolist() for mask in masks.values()), strict=True) if masks else ((),) * len(order)
    return [", ".join(title for title, assumed in zip(titles, row, strict=True) if assumed) for row in rows]


def write_step_back(sheet: Any, layout: Layout) -> None:
    """Accounts that get less or nothing: the hours that sets free, how to serve them, what would change it."""
    plan, styles = layout.plan, layout.styles
    now = np.nan_to_num(plan.facts.current_hours)
    freed = now - plan.allocation.hours
    kept = plan.explanation.decision == str(Decision.KEEP)
    less = [i for i in layout.order if plan.explanation.decision[i] in LESS or (freed[i] >= CRUMB and not kept[i])]
    less.sort(key=lambda i: -freed[i])
    _open(
        sheet,
        layout,
        "Step back",
        "What to ignore now or ease off, and how to stay useful to those accounts with fewer hours or none.",
    )
    known = bool(np.isfinite(plan.facts.current_hours).any())
    decision = [str(word).capitalize() for word in plan.explanation.decision[less].tolist()]
    owners = plan.roster.text(Field.OWNER)[less].tolist()
    columns = [
        Column(FIELDS[Field.ACCOUNT].title, 30, plan.roster.names[less].tolist(), (*CELL, WRAP, BOLD)),
        Column(FIELDS[Field.OWNER].title, width_for(owners, 14, 22), owners, WORDS, (PAD,)),
        Column("What to do", 12, decision, WORDS, (PAD,)),
    ]
    if known:
        columns.append(Column("Hours now", 9, plan.facts.current_hours[less].tolist(), (*CELL, styles.hours), (RIGHT,)))
    columns.append(Column("Hours planned", 9, [_planned(layout, i) for i in less], (*CELL, styles.hours), (RIGHT,)))
    if known:
        columns.append(Column("Hours set free", 9, _freed(less, freed), (*CELL, styles.hours, BOLD), (RIGHT,)))
    columns += [
        Column("Serve them with", 19, plan.explanation.service_level[less].tolist(), WORDS, (PAD,)),
        Column("Why", 96, plan.explanation.why[less].tolist(), (*WORDS, SMALL), (PAD,)),
    ]
    end = write_table(sheet, styles, HEADER, columns)
    if not less:
        sheet.write_string(end, 0, "Nothing to step back from: every account keeps or gains hours.", styles(QUIET))
    elif known:
        total = Formula(f"=SUM({cells(STEP_BACK, (HEADER + 1, end - 1), 5)})", float(freed[less].sum()))
        for column in range(len(columns)):
            put(sheet, end, column, None, styles(TOTAL))
        sheet.write_string(end, 0, "All of them", styles(TOTAL))
        put(sheet, end, 5, total, styles(TOTAL, styles.hours))


def _freed(less: list[int], freed: Any) -> list[object]:
    """Hours now less hours planned, as formulas over the two columns before."""
    rows = range(HEADER + 2, HEADER + 2 + len(less))
    return [Formula(f"=D{row}-E{row}", float(freed[i])) for row, i in zip(rows, less, strict=True)]


def write_scenarios(sheet: Any, layout: Layout) -> None:
    """The plan beside other ways to split the same hours, valued alike."""
    plan, styles = layout.plan, layout.styles
    _open(sheet, layout, "What if", "Other ways to split the same hours, valued in the same way.")
    others = plan.explanation.baselines
    names = ["This plan", *(BASELINE_TITLES.get(name, name) for name in others)]
    shares = [reached(plan), *(baseline.shares for baseline in others.values())]
    reach = [plan.allocation.attainment, *(baseline.attainment for baseline in others.values())]
    money = [float(money_of_accounts(plan).sum()), *(baseline.money for baseline in others.values())]
    short = [float(missed.sum()) for missed in (plan.allocation.short, *(one.short for one in others.values()))]
    moved = [0.0, *(hours_elsewhere(plan, baseline.hours) for baseline in others.values())]
    number = (*CELL, SHARE)
    columns = [Column("What if", 26, names, (*CELL, BOLD))]
    for k, group in enumerate(GROUPS):
        columns.append(
            Column(
                f"{GROUP_TITLES[group]}: share of the hours that counts", 17, [s[k] for s in shares], number, (RIGHT,)
            )
        )
    for k, group in enumerate(GROUPS):
        columns.append(Column(f"{GROUP_TITLES[group]}: of the most possible", 17, [r[k] for r in reach], number,
                              (RIGHT,)))  # fmt: skip
    if plan.values.in_money:
        columns.append(Column("Margin to expect in a year", 15, money, (*CELL, styles.money), (RIGHT,)))
    columns.append(Column("Hours short of the balance", 15, short, (*CELL, styles.hours), (RIGHT,)))
    columns.append(Column("Hours that differ from this plan", 17, moved, (*CELL, styles.hours), (RIGHT,)))
    widths = [column.width for column in columns]
    sheet.set_row(HEADER, TALL)
    end = write_table(sheet, styles, HEADER, columns)
    end = _write_lines(sheet, layout, end + 1, "What is holding you back", _held_back(layout))
    end = _write_lines(sheet, layout, end, "What one more hour brings", _hours_of_people(layout))
    end = _write_lines(sheet, layout, end, "Mind as well", cautions(layout)[1:])
    _write_what_ifs(sheet, layout, end, widths)


def _write_lines(sheet: Any, layout: Layout, top: int, title: str, lines: Sequence[str]) -> int:
    """A title and a line below it for each sentence; returns the row after an empty one."""
    if not lines:
        return top
    sheet.write_string(top, 0, title, layout.styles(HEADING))
    for row, line in enumerate(lines, start=top + 1):
        sheet.write_string(row, 0, line, layout.styles(LEFT))
    return top + len(lines) + 2


def _held_back(layout: Layout) -> list[str]:
    """Each limit that costs something, with what the plan without it brings."""
    plan = layout.plan
    lines = []
    for item in plan.explanation.binding[:MOST_BINDING]:
        where = f" ({item.where})" if item.where else ""
        gains = "" if item.gain is None else f": without it, {item.gain.compared(plan.settings.currency)}"
        lines.append(f"{item.limit[:1].upper()}{item.limit[1:]}{where}{gains}.")
    return lines


def _hours_of_people(layout: Layout) -> list[str]:
    """Who has how many hours to place, and what one more would bring."""
    plan, used = layout.plan, used_by_person(layout.plan)
    lines = []
    for p, (person, hour) in enumerate(zip(plan.team.people, plan.explanation.hour_of_person, strict=True)):
        gain = Gain(hour, plan.problem.in_money)
        brings = gain.brings(plan.settings.currency) if gain.known else "not worked out"
        planned = f"{text.hours(used[p])} of {text.hours(person.hours)} planned"
        lines.append(f"{person.name}, {planned}: one more hour brings {brings}.")
    return lines[:MOST_PEOPLE]


def _write_what_ifs(sheet: Any, layout: Layout, top: int, widths: list[float]) -> None:
    """The settings of each kept what-if, to be read back; see `planner.scenarios.scenario_sheet`."""
    kept = scenarios_of(layout.plan.roster)
    if not kept:
        return
    header, *rows = scenario_rows(kept)
    given = [*widths, *[16.0] * len(header)]
    columns = [
        Column(str(title), given[at], [row[at] for row in rows], (*WORDS, BOLD) if at == 0 else WORDS, (PAD,))
        for at, title in enumerate(header)
    ]
    write_table(sheet, layout.styles, top, columns)


def write_issues(sheet: Any, layout: Layout) -> None:
    """Everything that was wrong with the list or had to be decided, errors first."""
    styles = layout.styles
    found = sorted(layout.plan.issues, key=lambda issue: list(Severity).index(issue.severity))
    _open(
        sheet,
        layout,
        "Import issues",
        "What could not be read as it stands, what was done, and how to mend it.",
    )
    odd = frozenset(place for place, issue in enumerate(found) if issue.severity is not Severity.NOTE)
    kinds = [SEVERITY_TITLES[issue.severity].capitalize() for issue in found]
    columns = [
        Column("Kind", 10, kinds, CELL, odd=odd, odd_layers=({"font_color": WARN_INK, "bold": True},)),
        Column("Sheet", 16, [issue.sheet for issue in found], WORDS, (PAD,)),
        Column("Cell", 9, [issue.cell for issue in found], WORDS, (PAD,)),
        Column("What was there", 26, [issue.value for issue in found], WORDS, (PAD,)),
        Column("What it means", 66, [issue.message for issue in found], WORDS, (PAD,)),
        Column("What to do", 50, [issue.fix for issue in found], WORDS, (PAD,)),
    ]
    end = write_table(sheet, styles, HEADER, columns)
    if found:
        sheet.autofilter(HEADER, 0, end - 1, len(columns) - 1)
    else:
        sheet.write_string(end, 0, "Nothing: every cell was read as it stands.", styles(QUIET))
    _write_lines(sheet, layout, end + 2, "What was assumed", layout.plan.explanation.assumed)
