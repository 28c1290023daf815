"""A checked client list in a terminal: where it was found, which column is what, and the issues by kind."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.console import Group as Stack
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from planner.commands.plan_screen import issue_counts
from planner.explanation import text
from planner.export.words import SEVERITY_TITLES
from planner.fields import FIELDS
from planner.roster.roster import Issue, Roster
from planner.vocabulary import Grain, Severity

SHOWN_PER_KIND = 5
SURE = 0.85
SEVERITY_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}


def check_screen(roster: Roster) -> RenderableType:
    """Everything that was understood, and what was not."""
    source = roster.source
    per = "deal" if source.grain is Grain.OPPORTUNITY else "client"
    found = f"{text.count(roster.size, 'account')} in {source.file}"
    where = f"Sheet “{source.sheet}”, header in row {source.header_row}, one row per {per}."
    parts: list[RenderableType] = [Text(found, style="bold"), Text(where)]
    parts += [Text(f"Joined with {text.listed(source.joined)}.")] if source.joined else []
    if roster.reconciliation and roster.reconciliation.sentence:
        parts.append(Text(roster.reconciliation.sentence))
    parts += [Text(f"{join}.") for join in (roster.reconciliation.joins if roster.reconciliation else ())]
    parts += ["", columns_table(roster), ""]
    if source.unmapped:
        parts += [Text(f"Kept as they are: {text.listed(source.unmapped)}.", style="dim"), ""]
    parts += list(_duplicates(roster))
    return Stack(*parts, *_issues(roster.issues))


def columns_table(roster: Roster) -> Table:
    """Which of the user's columns each field is read from."""
    table = Table(box=None, pad_edge=False, header_style="dim")
    for header in ("Field", "Your column", ""):
        table.add_column(header)
    for name, match in roster.source.mapping.items():
        sure = "" if match.confidence >= SURE else f"{text.percent(match.confidence)} sure"
        cell = f"{match.sheet}!{match.column}" if match.sheet else match.column
        where = f"{match.header} ({cell})" if cell else match.header
        table.add_row(Text(FIELDS[name].title), Text(where), Text(sure, style="yellow"))
    return table


def _duplicates(roster: Roster) -> Iterator[RenderableType]:
    if roster.duplicates:
        yield Text("May be the same account", style="bold")
        for one in roster.duplicates[:SHOWN_PER_KIND]:
            yield Text(f"  {text.listed(one.accounts)}: {one.evidence}")
        yield ""


def _issues(issues: tuple[Issue, ...]) -> Iterator[RenderableType]:
    """Grouped by kind, errors first; the first few of each kind."""
    if not issues:
        yield Text("No issues: every cell was read as it stands.")
        return
    yield Text(issue_counts(issues).capitalize(), style="bold")
    order = list(Severity)
    ranked = sorted(issues, key=lambda issue: (order.index(issue.severity), issue.code))
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, style="bold")
    table.add_column()
    for (severity, _), group in groupby(ranked, key=lambda issue: (issue.severity, issue.code)):
        same = list(group)
        for issue in same[:SHOWN_PER_KIND]:
            where = f"{issue.sheet}!{issue.cell}" if issue.cell else issue.sheet
            said = f"{issue.message} {issue.fix}".strip()
            table.add_row(Text(SEVERITY_TITLES[severity], style=SEVERITY_STYLES[severity]), Text(where), Text(said))
        if len(same) > SHOWN_PER_KIND:
            table.add_row("", "", Text(f"… and {len(same) - SHOWN_PER_KIND:,} more like it.", style="dim"))
    yield table
