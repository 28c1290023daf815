"""What was wrong or had to be decided, with its place and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass

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
