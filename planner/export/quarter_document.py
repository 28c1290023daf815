"""The published JSON format of a quarter: how the hours spent stand against the plan.

Hours are of the planning period; dates are `YYYY-MM-DD`.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from planner.goods import Group
from planner.quarter.progress import Pace, headline
from planner.quarter.quarter import Quarter
from planner.quarter.replan import Rest
from planner.vocabulary import QUARTER_FORMAT


class _Item(BaseModel):
    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True, frozen=True)


class AccountItem(_Item):
    """One account."""

    account: str
    owner: str
    planned: float
    spent: float
    expected: float
    """The planned hours times the share of the period that has gone."""
    pace: Pace
    outcome: str
    why_different: str


class PersonItem(_Item):
    """One person."""

    person: str
    planned: float
    spent: float
    expected: float


class GroupItem(_Item):
    """Hours that count for one group of goods."""

    group: Group
    planned: float
    spent: float
    expected: float


class WeekItem(_Item):
    """Hours up to the end of a week, 0 for the start; spent is null for weeks to come."""

    week: int
    planned: float
    spent: float | None


class UnsureItem(_Item):
    """A name of the time sheets that may be one of some accounts; its hours are not counted."""

    name: str
    accounts: list[str]
    hours: float


class UnknownItem(_Item):
    """A name of the time sheets that is no account."""

    name: str
    hours: float


class MoveItem(_Item):
    """A change of an account's hours in the rest of the period."""

    account: str
    before: float
    after: float
    why: str


class RestItem(_Item):
    """The rest of the period planned again."""

    hours_left: float
    weeks_left: float
    moves: list[MoveItem]
    money: float | None
    """Expected margin a year that the moves bring together; null where the list has no money."""
    points: float
    """Points of good for others and strengths that they bring together."""


class StageItem(_Item):
    """Accounts decided at one stage, or with chances in one band."""

    name: str
    decided: int
    expected: float
    """How many their chances expected to be won."""
    won: int


class LearnedItem(_Item):
    """Chances against what was won."""

    sentence: str
    brier: float | None
    """The mean of (chance − won)²; null where nothing is decided."""
    bands: list[StageItem]
    stages: list[StageItem]
    own_rates: dict[str, float]
    """The firm's own win rates by stage, where enough was decided."""


class QuarterDocument(_Item):
    """A quarter as it stands on a day."""

    format: Literal["client-portfolio-quarter/1"]
    as_of: dt.date
    end: dt.date
    """The day after the last one of the period."""
    week: int
    weeks: float
    headline: str
    planned: float
    spent: float
    expected: float
    on_rested: float
    """Hours spent on accounts that the plan rests."""
    accounts: list[AccountItem]
    people: list[PersonItem]
    groups: list[GroupItem]
    by_week: list[WeekItem]
    unsure: list[UnsureItem]
    unknown: list[UnknownItem]
    asked: list[str]
    """What reasons for differences still need to become facts."""
    issues: list[str]
    learned: LearnedItem
    rest: RestItem | None = None


def quarter_json(quarter: Quarter) -> dict[str, Any]:
    """The quarter in the format `client-portfolio-quarter/1`."""
    progress = {key: _plain(value) for key, value in _fields(quarter.progress).items()}
    document = QuarterDocument(
        format=QUARTER_FORMAT,
        headline=headline(quarter.progress),
        unsure=[UnsureItem(**_fields(one)) for one in quarter.matched.unsure],
        unknown=[UnknownItem(**_fields(one)) for one in quarter.matched.unknown],
        asked=list(quarter.asked),
        issues=list(quarter.issues),
        learned=LearnedItem(**{key: _plain(value) for key, value in _fields(quarter.learned).items()}),
        rest=_rest_item(quarter.rest) if quarter.rest is not None else None,
        **progress,
    )
    return document.model_dump(mode="json")


def _rest_item(rest: Rest) -> RestItem:
    return RestItem(
        hours_left=rest.hours_left,
        weeks_left=rest.weeks_left,
        moves=[MoveItem(**_fields(move)) for move in rest.moves],
        money=rest.money if math.isfinite(rest.money) else None,
        points=rest.points,
    )


def _fields(one: Any) -> Mapping[str, Any]:
    return {field.name: getattr(one, field.name) for field in dataclasses.fields(one)}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if dataclasses.is_dataclass(value):
        return {key: _plain(one) for key, one in _fields(value).items()}
    return value if not isinstance(value, StrEnum) else type(value)(value)


def quarter_schema() -> dict[str, Any]:
    """The JSON Schema of the format."""
    return QuarterDocument.model_json_schema(mode="serialization")
