"""The published JSON format of a checked client list, as types: what `roster_json` builds, and its shipped schema.

Every field of an account is in its canonical unit: money in the client list's currency and of a year, hours of the
planning period, chances from 0 to 1. Dates are `YYYY-MM-DD`. What is not known is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from pydantic import ConfigDict, Field, create_model, with_config
from typing_extensions import TypedDict

from planner.documents.items import CLOSED, IssueItem, QuestionItem, schema_of
from planner.fields import FIELDS, Kind
from planner.vocabulary import CHECK_FORMAT, Grain, Level, Origin

_NUMBERS = frozenset({Kind.MONEY, Kind.SHARE, Kind.SHARE_OF_TODAY, Kind.RATING, Kind.HOURS, Kind.NUMBER})

if TYPE_CHECKING:
    RosterAccount = dict[str, Any]
else:
    RosterAccount = create_model(
        "RosterAccount",
        __config__=ConfigDict(extra="allow"),
        sources=(dict[str, Origin], Field(description="where each of the fields comes from")),
        other=(dict[str, str], Field(default={}, description="columns that fit no field, by their own header")),
        introduced_by=(
            str | None,
            Field(default=None, description="who the lead source names, if no channel"),
        ),
        **{
            str(name): (
                (float if spec.kind in _NUMBERS else str) | None,
                Field(
                    default=None, description=f"{spec.title} ({spec.kind})" + (f": {spec.note}" if spec.note else "")
                ),
            )
            for name, spec in FIELDS.items()
        },
    )


@with_config(CLOSED)
class MatchItem(TypedDict):
    """The user's column that a field is read from: its header and letter, and how sure that is."""

    header: str
    column: str
    level: Level
    confidence: float
    """0 to 1."""


@with_config(CLOSED)
class SkippedItem(TypedDict):
    """A row with text that is no account, and why it was left out."""

    sheet: str
    row: int
    text: str
    why: str


@with_config(CLOSED)
class DuplicateItem(TypedDict):
    """Accounts that look like one; proposed, never merged unasked."""

    accounts: list[str]
    cells: list[str]
    score: float
    evidence: str


@with_config(CLOSED)
class ToldItem(TypedDict):
    """A fact that somebody changed by hand: what was said, why, by whom and when, as written."""

    account: str
    field: str
    value: str
    why: str
    by: str
    day: str


@with_config(ConfigDict(extra="forbid", use_attribute_docstrings=True, title=CHECK_FORMAT))
class RosterDocument(TypedDict):
    """What was understood of a client list, what it leaves open, and every issue."""

    format: Literal["client-portfolio-roster/2"]
    file: str
    sheet: str
    header_row: int
    grain: Grain
    currency: str
    mapping: dict[str, MatchItem]
    unmapped: list[str]
    skipped: list[SkippedItem]
    joined: list[str]
    reconciliation: str
    joins: list[str]
    unjoined: list[str]
    accounts: list[RosterAccount]
    left_out: dict[str, str]
    """Accounts that the list itself ends, with its words; they get no hours until somebody says otherwise."""
    duplicates: list[DuplicateItem]
    questions: list[QuestionItem]
    """Most telling first."""
    answers: dict[str, str]
    """What was answered, by the code of the question."""
    told: list[ToldItem]
    """What was changed by hand."""
    issues: list[IssueItem]


def roster_schema() -> dict[str, Any]:
    """The JSON Schema of a checked client list, as shipped in `roster.schema.json`."""
    return schema_of(RosterDocument)
