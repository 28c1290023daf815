"""A checked client list on one screen: the head of the sheet, what was left out, what is open, and the issues."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import Final

from rich.console import Group as Stack
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from planner import text
from planner.commands.screens.check_columns import columns_tables
from planner.commands.screens.check_questions import question_lines, questions_title
from planner.commands.screens.plan_screen import issue_counts, worth_showing
from planner.export.words import SEVERITY_TITLES
from planner.questions.plan_answers import PlanCode
from planner.records.findings import SkippedRow
from planner.records.issues import Issue
from planner.records.question import Question
from planner.roster.duplicates import few_named
from planner.roster.roster import Roster
from planner.roster.standing.left_out import accounts_left_out
from planner.vocabulary import Grain, Severity

ROWS_SHOWN: Final = 5
ISSUES_SHOWN: Final = 8
CELLS_SHOWN: Final = 3
LONGEST_ROW: Final = 48
SEVERITY_STYLES: Final = MappingProxyType(
    {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}
)


def check_screen(roster: Roster, questions: Sequence[Question], width: int) -> RenderableType:
    """Everything that was understood, and what was not.

    Args:
        questions: what is open, most telling first.  width: characters a line may have.
    """
    parts: list[RenderableType] = [*_found(roster), "", *columns_tables(roster, width)]
    for title, lines in (
        ("Left out", list(_left_out(roster))),
        ("No hours, by your own words", list(_ended(roster))),
        ("May be the same account", list(_duplicates(roster))),
        (questions_title(questions), list(question_lines(questions))),
        (_issues_title(roster.issues), list(_issues(roster.issues))),
    ):
        if lines:
            parts += ["", Text(title, style="bold"), *lines]
    if not questions and not worth_showing(roster.issues):
        parts += ["", Text("Nothing is open: every cell was read as it stands.")]
    return Stack(*parts)


def _found(roster: Roster) -> Iterator[RenderableType]:
    """How many accounts there are, and where they were found."""
    source = roster.source
    per = "deal" if source.grain is Grain.OPPORTUNITY else "client"
    yield Text(f"{text.count(roster.size, 'account')} in {source.file}", style="bold")
    header = f"header in row {source.header_row}" if source.header_row else "without a header"
    yield Text(f"Sheet “{source.sheet}”, {header}, one row per {per}.")
    if source.joined:
        yield Text(f"Joined with {text.listed(source.joined)}.")
    told = roster.reconciliation
    if told is not None:
        if told.sentence:
            yield Text(told.sentence)
        yield from (Text(f"{join}.") for join in told.joins)
    if roster.answered:
        said = (f"{one.header or one.code}: {one.label_of(roster.answers[one.code])}" for one in roster.answered)
        yield Text(f"You said: {'; '.join(said)}.", style="dim")


def _left_out(roster: Roster) -> Iterator[RenderableType]:
    """Rows that are no accounts, those left out for the same reason together."""
    rows = sorted(roster.skipped, key=lambda one: one.why)
    groups = [list(group) for _, group in groupby(rows, key=lambda one: one.why)]
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True, style="dim")
    table.add_column()
    several = len({one.sheet for one in rows}) > 1
    for same in sorted(groups, key=lambda group: group[0].row)[:ROWS_SHOWN]:
        quoted = [f"“{_short(one.text)}”" for one in same[:CELLS_SHOWN]]
        more = f" and {len(same) - CELLS_SHOWN:,} more" if len(same) > CELLS_SHOWN else ""
        table.add_row(
            _rows_of(same[:CELLS_SHOWN], several) + (" …" if more else ""),
            Text(f"{', '.join(quoted)}{more}: {same[0].why}"),
        )
    if groups:
        yield Padding(table, (0, 0, 0, 2))
    if len(groups) > ROWS_SHOWN:
        rest = sum(map(len, groups)) - sum(map(len, sorted(groups, key=lambda group: group[0].row)[:ROWS_SHOWN]))
        yield Text(f"  … and {text.count(rest, 'more row')}, for other reasons; --json names them all.", style="dim")


def _rows_of(skipped: Sequence[SkippedRow], several: bool) -> str:
    """The numbers of some rows, with their sheets where they stand on several."""
    where = "row" if len(skipped) == 1 else "rows"
    numbers = ", ".join(f"{one.sheet} {one.row}" if several else str(one.row) for one in skipped)
    return numbers if several else f"{where} {numbers}"


def _short(words: str) -> str:
    return words if len(words) <= LONGEST_ROW else f"{words[: LONGEST_ROW - 1].rstrip()}…"


def _ended(roster: Roster) -> Iterator[RenderableType]:
    """Accounts that the list itself ends."""
    ended = sorted(accounts_left_out(roster).items())
    for at, why in ended[:ROWS_SHOWN]:
        yield Text(f"  {roster.names[at]}: {why}")
    more = len(ended) - ROWS_SHOWN
    if more > 0:
        yield Text(f"  … and {text.count(more, 'more account')}.", style="dim")
    if ended:
        yield Text(f'  --answer "{PlanCode.LEAVE_OUT}:{roster.names[ended[0][0]]}=no" plans for it all the same.',
                   style="dim")  # fmt: skip


def _duplicates(roster: Roster) -> Iterator[RenderableType]:
    for one in roster.duplicates[:ROWS_SHOWN]:
        yield Text(f"  {text.listed(few_named(one.accounts))}: {one.evidence}")
    more = len(roster.duplicates) - ROWS_SHOWN
    if more > 0:
        yield Text(f"  … and {more:,} more.", style="dim")


def _issues_title(issues: tuple[Issue, ...]) -> str:
    shown = worth_showing(issues)
    return issue_counts(shown).capitalize() if shown else ""


def _issues(issues: tuple[Issue, ...]) -> Iterator[RenderableType]:
    """Alike ones on one line with their count, errors first, then the most frequent."""
    order = list(Severity)
    found: dict[tuple[str, ...], list[Issue]] = {}
    for issue in worth_showing(issues):
        found.setdefault(_alike(issue), []).append(issue)
    groups = list(found.values())
    groups.sort(key=lambda group: (order.index(group[0].severity), -len(group)))
    if not groups:
        return
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, justify="right")
    table.add_column()
    for same in groups[:ISSUES_SHOWN]:
        first = same[0]
        said = Text(f"{first.message} {first.fix}".strip())
        said.append(_places(same), style="dim")
        title = Text(SEVERITY_TITLES[first.severity], style=SEVERITY_STYLES[first.severity])
        table.add_row(title, f"{len(same)} ×" if len(same) > 1 else "", said)
    yield Padding(table, (0, 0, 0, 2))
    more = sum(map(len, groups[ISSUES_SHOWN:]))
    if more:
        yield Text(f"  … and {text.count(more, 'more issue')} of other kinds; -o marks each in a copy.", style="dim")


def _alike(issue: Issue) -> tuple[str, ...]:
    """What issues share that are alike: their kind and column; those of no cell are alike only in the same words."""
    column = issue.cell.rstrip("0123456789")
    return (issue.severity, issue.code, issue.sheet, column or issue.message)


def _places(same: Sequence[Issue]) -> str:
    """The cells of some issues: `  Clients!F12, F14, F19 …`."""
    cells = [issue for issue in same if issue.cell]
    if not cells:
        return ""
    sheet = cells[0].sheet
    named = [issue.cell if issue.sheet == sheet else f"{issue.sheet}!{issue.cell}" for issue in cells[:CELLS_SHOWN]]
    more = " …" if len(cells) > CELLS_SHOWN else ""
    return f"  {sheet}!{', '.join(named)}{more}"
