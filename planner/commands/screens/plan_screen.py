"""A plan in a terminal: one screen with the sentence, the split, who gets time, and what to know about it.

Pure functions from a plan to what `rich` prints. Words are those of the dashboard and the workbook.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from rich.console import Group as Stack
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from planner import text
from planner.documents.plan_figures import hours_by_service, reached, served_note
from planner.export.words import GOOD_TITLES, GROUP_COLOURS, GROUP_TITLES, SEVERITY_TITLES, by_hours
from planner.fields import Field
from planner.goods import GROUPS
from planner.questions.plan_questions import all_questions
from planner.records.issues import Issue
from planner.roster.accounts import LEFT_OUT_CODES
from planner.vocabulary import Severity

if TYPE_CHECKING:
    from planner.result import Plan

SHOWN = 10
BAR = 20
ROOM_BESIDE_WHY = 92
"""Characters that the other columns take at most."""
LEAST_WHY = 18


def plan_screen(plan: Plan, width: int, *, shown: int = SHOWN) -> RenderableType:
    """The plan on one screen `width` characters wide; `shown` accounts at most."""
    parts: list[RenderableType] = [
        Text(plan.explanation.headline, style="bold"),
        "",
        split_table(plan),
        *_served(plan),
        "",
    ]
    parts += [accounts_table(plan, shown, why=width - ROOM_BESIDE_WHY), *_rest_line(plan, shown), ""]
    parts += list(_notes(plan))
    return Stack(*parts)


def split_table(plan: Plan) -> Table:
    """The share of the hours that counts for each group, chosen, planned and today, and how far it gets."""
    today = plan.explanation.baselines.get("today")
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("Hours that count as")
    for header in ("Chosen", "Plan", *(("Today",) if today else ()), "Of the most you could reach"):
        table.add_column(header, justify="right")
    table.add_column("")
    shares = reached(plan)
    for position, group in enumerate(GROUPS):
        share = float(shares[position])
        cells = [text.percent(plan.settings.balance.share(group)), text.percent(share)]
        if today:
            cells.append(text.percent(float(today.shares[position])))
        cells.append(text.percent(float(plan.allocation.attainment[position])))
        bar = Text("█" * round(BAR * share), style=GROUP_COLOURS[group])
        table.add_row(GROUP_TITLES[group], *cells, bar)
    return table


def _served(plan: Plan) -> Iterator[Text]:
    """The hours by what they serve, each once."""
    served, planned = hours_by_service(plan), float(plan.allocation.hours.sum())
    if planned > 0:
        said = [f"{one.title[:1].lower()}{one.title[1:]} {text.percent(one.hours / planned)}" for one in served]
        yield Text(f"What an hour serves: {', '.join(said)}. {served_note(plan)}".strip(), "dim")


def accounts_table(plan: Plan, shown: int, *, why: int) -> Table:
    """The accounts with most hours, biggest first; reasons where there are `why` characters left for them."""
    explanation, planned = plan.explanation, plan.allocation.hours
    now = plan.facts.current_hours
    known = bool(np.isfinite(now).any())
    owned = plan.roster.has(Field.OWNER)
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("Account", no_wrap=True, max_width=28, overflow="ellipsis")
    if owned:
        table.add_column("Owner", no_wrap=True, max_width=14, overflow="ellipsis")
    for header in (("Today",) if known else ()) + ("Plan",):
        table.add_column(header, justify="right", no_wrap=True)
    table.add_column("Mainly good for", no_wrap=True)
    table.add_column("Do", no_wrap=True)
    if why >= LEAST_WHY:
        table.add_column("Why", width=why, no_wrap=True, overflow="ellipsis")
    for i in by_hours(plan)[:shown]:
        if planned[i] <= 0:
            break
        cells = [Text(str(plan.roster.names[i]), style="bold")]
        cells += [Text(str(plan.roster.text(Field.OWNER)[i]))] if owned else []
        cells += [Text(text.hours(float(now[i])) if np.isfinite(now[i]) else "–")] if known else []
        cells += [Text(text.hours(float(planned[i])), style="bold"), Text(GOOD_TITLES.get(explanation.mainly[i], "–"))]
        cells += [Text(str(explanation.decision[i]).capitalize())]
        table.add_row(*cells, *([Text(str(explanation.why[i]), "dim")] if why >= LEAST_WHY else []))
    return table


def _rest_line(plan: Plan, shown: int) -> Iterator[Text]:
    timed = int((plan.allocation.hours > 0).sum())
    none = plan.roster.size - timed
    more = [text.count(timed - shown, "more account") + " with time"] if timed > shown else []
    more += [text.count(none, "account") + " without"] if none else []
    if more:
        yield Text(f"… and {text.listed(more)}.", style="dim")


def _notes(plan: Plan) -> Iterator[RenderableType]:
    explanation = plan.explanation
    minded = _first(explanation.cautions, 3)
    for title, sentences in (
        ("Mind", minded),
        ("Balance", tuple(filter(None, (plan.balance_cost.sentence,))) if plan.balance_cost else ()),
        ("On Monday", tuple(one for one in explanation.monday if not any(one in said for said in minded))),
        ("Assumed", _first(explanation.assumed, 2)),
    ):
        for number, sentence in enumerate(sentences):
            yield _line(title if number == 0 else "", sentence)
    asked = len(all_questions(plan))
    if asked:
        yield _line(
            "Questions", f"{text.count(asked, 'question')} still open; planner check asks the most telling first."
        )
    found = worth_showing(plan.issues)
    if found:
        yield _line("Client list", f"{issue_counts(found)}; planner check tells them.")


def _first(sentences: Sequence[str], most: int) -> tuple[str, ...]:
    """So many of the sentences, and that there are more."""
    more = len(sentences) - most
    tail = (f"… and {more} more; --json tells them all.",) if more > 0 else ()
    return (*sentences[:most], *tail)


def _line(title: str, sentence: str) -> Table:
    line = Table.grid(padding=(0, 1))
    line.add_column(width=12)
    line.add_column()
    line.add_row(Text(title, style="dim"), Text(sentence))
    return line


def worth_showing(issues: Sequence[Issue]) -> tuple[Issue, ...]:
    """The issues but those on rows and accounts that are named as left out already."""
    return tuple(issue for issue in issues if issue.code not in LEFT_OUT_CODES)


def issue_counts(issues: tuple[Issue, ...]) -> str:
    """`2 errors, 3 warnings and 14 notes`."""
    counts = [(sum(issue.severity is severity for issue in issues), SEVERITY_TITLES[severity]) for severity in Severity]
    return text.listed([text.count(number, noun) for number, noun in counts if number])
