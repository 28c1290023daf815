"""What was wrong or had to be decided, with its place and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from planner.vocabulary import Severity


@dataclass(frozen=True)
class Issue:
    """One thing that was wrong or had to be decided, where, and what to do about it.

    `code` is a stable short name ("money-unreadable"); `message` and `fix` are whole sentences.
    """

    code: str
    severity: Severity
    message: str
    fix: str = ""
    sheet: str = ""
    cell: str = ""
    value: str = ""


class Stage(Protocol):
    """What a stage made, with what was wrong or had to be decided on the way."""

    @property
    def issues(self) -> tuple[Issue, ...]: ...


def issues_of(*stages: Stage) -> tuple[Issue, ...]:
    """The issues of several stages, in their order."""
    return tuple(issue for stage in stages for issue in stage.issues)
