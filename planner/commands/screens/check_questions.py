"""What a client list leaves open, in a terminal: each question with what it can move and how to answer it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from planner import text
from planner.questions.plan_answers import OF_SOMETHING, PlanCode, is_plan_code
from planner.records.question import Question

SHOWN: Final = 5
CHOICES_SHOWN: Final = 6
OFFERED: Final = 3
"""Of a list to choose any from, so many choices are named."""
ALIKE_SHOWN: Final = 4


def questions_title(questions: Sequence[Question]) -> str:
    return f"{text.count(len(questions), 'question')}, most telling first"


def question_lines(questions: Sequence[Question]) -> Iterator[RenderableType]:
    """The questions, those that ask the same of several things together; `questions` are the most telling first."""
    groups = _alike(questions)
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True, justify="right", style="bold")
    table.add_column()
    for number, same in enumerate(groups[:SHOWN], 1):
        table.add_row(f"{number}", _asked(same))
        table.add_row("", _how_to_answer(same[0]))
    if groups:
        yield Padding(table, (0, 0, 0, 2))
    more = sum(map(len, groups[SHOWN:]))
    if more > 0:
        yield Text(f"  … and {text.count(more, 'more question')}; --json names them all.", style="dim")
    if groups:
        yield Text("  Several may be answered at once, here or on a sheet “Answers” (code, answer).", style="dim")


def _alike(questions: Sequence[Question]) -> list[list[Question]]:
    """Questions of one kind (which industries, which deals, which guesses of a good) together, where the first is."""
    groups: dict[str, list[Question]] = {}
    for one in questions:
        kind = one.code.partition(":")[0]
        together = is_plan_code(one.code) and kind in OF_SOMETHING and kind != PlanCode.NAMES
        groups.setdefault(one.code.rpartition(":")[0] if together else one.code, []).append(one)
    return list(groups.values())


def _asked(same: Sequence[Question]) -> Text:
    asked = Text(same[0].text)
    if same[0].moves:
        asked.append(f"  may move {text.hours(same[0].moves)}", style="cyan")
    if len(same) > 1:
        others = [_about(one) + (f" ({text.hours(one.moves)})" if one.moves else "") for one in same[1:]]
        left = len(others) - ALIKE_SHOWN
        named = [*others[:ALIKE_SHOWN], *([f"{left} more"] if left > 0 else [])]
        asked.append(f"\nThe same question for {text.listed(named)}.", style="dim")
    return asked


def _about(question: Question) -> str:
    return question.code.rpartition(":")[2]


def _how_to_answer(question: Question) -> Text:
    """`--answer "code=…"` with the values that can be given, the one assumed until then marked."""
    line = Text(f'--answer "{question.code}=…"', style="dim")
    most = OFFERED if question.several else CHOICES_SHOWN
    values = [option.value for option in question.choices[:most]]
    for value in values:
        line.append("  ")
        line.append(value, style="bold" if value == question.default else "")
        line.append(" (assumed)" if value == question.default else "")
    if len(question.choices) > most:
        line.append("  …")
    if question.default and question.default not in values:
        line.append(f"  {question.default} (assumed)")
    return line
