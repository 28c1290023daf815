"""Pieces that the JSON formats share: figures, groups, goods and issues as plain JSON values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import numpy as np

from planner.arrays import Numbers
from planner.balance import Balance
from planner.goods import GROUPS
from planner.records.issues import Issue
from planner.records.question import Question
from planner.settings import Settings

if TYPE_CHECKING:
    from planner.documents.items import IssueItem, QuestionItem


def by_group(figures: Sequence[float] | Numbers) -> dict[str, float | None]:
    """Shape (G,) in the order of `GROUPS`."""
    return {str(group): number(figure) for group, figure in zip(GROUPS, figures, strict=True)}


def number(figure: float | np.floating[Any]) -> float | None:
    """A JSON number, None where it is not known (JSON has no NaN and no infinity)."""
    return float(figure) if np.isfinite(figure) else None


def setting_values(settings: Settings) -> dict[str, Any]:
    """Every setting by name; a date as `YYYY-MM-DD`, the balance by group, a measure as a float."""
    measures = {name for name, one in Settings.model_fields.items() if one.annotation in (float, float | None)}
    return {name: _plain(value, name in measures) for name, value in settings.values().items()}


def _plain(value: Any, measure: bool) -> object:
    if isinstance(value, Balance):
        return asdict(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return float(value) if measure and value is not None else str(value) if isinstance(value, StrEnum) else value


def issue_items(issues: Iterable[Issue]) -> list[IssueItem]:
    return [
        {
            "code": issue.code,
            "severity": issue.severity,
            "sheet": issue.sheet,
            "cell": issue.cell,
            "value": issue.value,
            "message": issue.message,
            "fix": issue.fix,
        }
        for issue in issues
    ]


def question_items(questions: Iterable[Question]) -> list[QuestionItem]:
    """Questions as the published formats have them, in the given order."""
    return [
        {
            "code": one.code,
            "field": one.field,
            "header": one.header,
            "sheet": one.sheet,
            "text": one.text,
            "choices": [{"value": option.value, "label": option.label} for option in one.choices],
            "several": one.several,
            "free": one.free,
            "default": one.default,
            "moves": one.moves,
        }
        for one in questions
    ]
