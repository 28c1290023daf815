"""What the published JSON formats share, as types: issues, questions, and how a schema is made of a document."""

from __future__ import annotations

from typing import Any, Final

from pydantic import ConfigDict, TypeAdapter, with_config
from typing_extensions import TypedDict

from planner.vocabulary import Severity

CLOSED: Final = ConfigDict(extra="forbid", use_attribute_docstrings=True)
"""No keys but those that are named, each with the words under it."""


@with_config(CLOSED)
class IssueItem(TypedDict):
    """One thing that was wrong or had to be decided."""

    code: str
    severity: Severity
    sheet: str
    cell: str
    value: str
    message: str
    fix: str


@with_config(CLOSED)
class ChoiceItem(TypedDict):
    """An answer that can be given."""

    value: str
    label: str


@with_config(CLOSED)
class QuestionItem(TypedDict):
    """What the list or the plan leaves open; answered with `--answer CODE=VALUE` or in the Answers sheet."""

    code: str
    field: str
    header: str
    sheet: str
    text: str
    choices: list[ChoiceItem]
    """Empty where a number or words are asked for."""
    several: bool
    """Whether an answer may list several values, separated by `;`."""
    free: bool
    """Whether an answer may be something else than the choices."""
    default: str
    """The value that is assumed until then."""
    moves: float | None
    """Hours of the plan that an answer can move; null where that was not worked out."""


def schema_of(document: type) -> dict[str, Any]:
    """The JSON Schema of a document."""
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return dialect | TypeAdapter(document).json_schema(mode="validation")
