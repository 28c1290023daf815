"""From an answer on screen to the work it leads to: its rules, overrides and settings, and what it moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.state.changes import with_answer
from dashboard.state.workspace import Json, Override, Workspace
from dashboard.tables.rules import as_rows
from planner.questions.answers import Changes, answer, what_moved
from planner.questions.elicitation import Ask, QuestionScreen, Say, ask
from planner.questions.plan_questions import questions_on

if TYPE_CHECKING:
    from dashboard.service.plan_service import PlanService
    from planner.result import Plan

SKIPPED = "Skipped."


@dataclass(frozen=True)
class Asked:
    """Where the questions stand.

    Attributes:
        now: the screen to answer now.  left: screens that are left.
        questions: on those screens, as `planner check` and the JSON count them.
        answered: what was asked, and what its answer moved.
    """

    now: QuestionScreen | None
    left: int
    questions: int
    answered: tuple[tuple[str, str], ...]

    @property
    def token(self) -> list[str | int]:
        """What the card on screen hangs on: while it stays the same, what was typed into the card may stay too."""
        if self.now is None:
            return ["", len(self.answered)]
        return [self.now.name, self.left, len(self.answered), *(choice.key for choice in self.now.choices)]


def where_we_are(plan: Plan, work: Workspace) -> Asked:
    """The first question that was neither answered nor skipped, and those that were."""
    said = {name: one for name, one in work.answers.items() if isinstance(one, dict) and "moved" in one}
    still = [question for question in ask(plan) if question.name not in said]
    answered = tuple((str(one.get("text", name)), str(one["moved"])) for name, one in said.items())
    questions = sum(len(questions_on(plan, one)) for one in still)
    return Asked(still[0] if still else None, len(still), max(questions, len(still)), answered)


def said_of(question: QuestionScreen, values: Mapping[int, str | None], picked: list[str], text: str) -> dict[str, str]:
    """What was said, by the key of each choice.

    Args:
        values: a word by the position of the choice, where every choice has its own; blank for none.
        picked: keys of choices that were only picked.  text: a number, or the user's own words, comma-separated.
    """
    said = {question.choices[at].key: value for at, value in values.items() if value and at < len(question.choices)}
    said |= {key: str(Say.YES) for key in picked}
    if question.ask is Ask.HOURS:
        return {"hours": text} if text.strip() else {}
    return said | {word.strip(): str(Say.YES) for word in text.split(",") if word.strip()}


def take_answer(service: PlanService, workspace: str, name: str, said: dict[str, str]) -> int:
    """Save an answer, or a skip where nothing was said; the new revision.

    Raises:
        PlannerError: when the answer cannot be used; nothing is saved then.
    """
    work, _ = service.store.get(workspace)
    before = service.plan(workspace, work)
    question = next((one for one in ask(before) if one.name == name), None)
    if question is None:
        return service.store.get(workspace)[1]
    entry: dict[str, Json] = {"text": question.text, "said": {**said}, "moved": SKIPPED}
    if not said:
        return service.store.change(workspace, lambda work: with_answer(work, name, entry))[1]
    changes = answer(before, question, said)
    entry["settings"] = {key: _plain(value) for key, value in changes.settings.items()}
    after = service.plan(workspace, _answered(work, before, name, entry, changes))
    entry = {**entry, "moved": what_moved(before, after)}
    return service.store.change(workspace, lambda work: _answered(work, before, name, entry, changes))[1]


def _answered(work: Workspace, plan: Plan, name: str, entry: dict[str, Json], changes: Changes) -> Workspace:
    """The work with an answer's rules put before the others, and its overrides."""
    rules = None
    if changes.rules:
        new = as_rows(changes.rules)
        kept = work.rules if work.rules is not None else as_rows(plan.rules)
        rules = [*new, *(row for row in kept if row not in new)]
    overrides = {
        (one.account, str(one.field)): Override(value=_plain(one.value), why=one.why) for one in changes.overrides
    }
    return with_answer(work, name, entry, rules, overrides, changes.told)


def _plain(value: object) -> str | float:
    """A value as JSON has it: a number, or text."""
    return float(value) if isinstance(value, int | float) else str(value)
