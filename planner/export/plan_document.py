"""The published JSON format of a plan, as types: what `plan_text` builds and its shipped schema is generated from.

Shares, rates and tolerances are fractions, hours are of the planning period, money is in the client list's
currency and of a year. `null` stands for what is not known. Dates are `YYYY-MM-DD`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from pydantic import ConfigDict, with_config
from typing_extensions import TypedDict

from planner.export.document_items import CLOSED, IssueItem, QuestionItem, schema_of
from planner.settings import Settings
from planner.vocabulary import PLAN_FORMAT, Decision, Relationship, Status

if TYPE_CHECKING:
    SettingsValues = dict[str, Any]
else:
    SettingsValues = Settings


@with_config(CLOSED)
class ByGroup(TypedDict):
    """A figure for each of the three groups."""

    others: float | None
    strengths: float | None
    you: float | None


@with_config(CLOSED)
class ByGood(TypedDict):
    """A figure for each of the five goods."""

    others: float | None
    strengths: float | None
    now: float | None
    later: float | None
    referral: float | None


@with_config(CLOSED)
class Seen(TypedDict):
    """Whether a group has any evidence at all."""

    others: bool
    strengths: bool
    you: bool


@with_config(CLOSED)
class BalanceItem(TypedDict):
    """The balance as chosen and as reached; shares are of all hours."""

    chosen: ByGroup
    aimed: ByGroup
    """The chosen balance, spread over the groups that are seen."""
    seen: Seen
    achieved: ByGroup
    tolerance: float
    under_hours: ByGroup
    over_hours: ByGroup
    excess_hours: float
    """Hours by which locks and minimums force the plan out of its band."""
    deviation_hours: float


@with_config(CLOSED)
class Money(TypedDict):
    """Expected money of a year, after serving the accounts; null where the list has no money."""

    expected: float | None
    by_relationship: dict[Relationship, float | None]
    by_group: ByGroup
    """The same money, shared among the goods that each account's hours serve."""


@with_config(CLOSED)
class HoursItem(TypedDict):
    capacity: float
    used: float
    open: float


@with_config(CLOSED)
class PersonItem(TypedDict):
    person: str
    capacity: float
    used: float
    price_per_hour: float | None
    """What one more hour of this person brings to the whole plan, in `unit`."""


@with_config(CLOSED)
class CurveItem(TypedDict):
    """The piecewise-linear curve that was solved; its last point is the account's maximum."""

    hours: list[float]
    share: list[float]


@with_config(CLOSED)
class AccountItem(TypedDict):
    """One account of the plan, in the order of the client list."""

    account: str
    relationship: Relationship
    owner: str | None
    hours: float
    hours_by_person: dict[str, float]
    current_hours: float | None
    min_hours: float
    max_hours: float
    tags: ByGood
    """How strongly, in (0, 1]; 0 for no, null for not known."""
    reasons: dict[str, str]
    credit: ByGroup
    """Share of the account's hours that counts for each group; null where it gets no hours."""
    value: ByGood
    """What the account is worth at full effort over a year."""
    assumed: list[str]
    """Fields that were filled in because the client list does not say."""
    curve: CurveItem
    next_hour: float | None
    """What one more hour on this account alone would bring, in `unit`."""
    decision: Decision
    service_level: str
    why: str


@with_config(CLOSED)
class BindingItem(TypedDict):
    """A limit that holds the plan back, and what the plan would gain without it, in `unit`."""

    limit: str
    costs: float | None
    unit: Literal["money", "points"]
    where: str


@with_config(CLOSED)
class BaselineItem(TypedDict):
    """Another way to split the same hours, valued by the same model."""

    attainment: ByGroup
    deviation: float
    objective: float
    money: float | None
    shares: ByGroup
    excess: float
    """Hours by which it breaks minimums, maximums, locks or capacities."""


@with_config(ConfigDict(extra="forbid", use_attribute_docstrings=True, title=PLAN_FORMAT))
class PlanDocument(TypedDict):
    """A plan: how to split the hours for business development, and why."""

    format: Literal["client-portfolio-plan/1"]
    status: Status
    solver: str
    objective: float
    bound: float
    """Of the linear relaxation, or the best bound that was proven."""
    gap: float
    largest_violation: float
    settings: SettingsValues
    balance: BalanceItem
    attainment: ByGroup
    """What the plan adds over the most that the same hours could add for that group alone."""
    ideal: ByGroup
    money: Money
    hours: HoursItem
    people: list[PersonItem]
    accounts: list[AccountItem]
    unit: Literal["money", "points"]
    """What prices and next hours are counted in: money, or points (the objective times 100)."""
    prices: dict[str, float | None]
    binding: list[BindingItem]
    baselines: dict[str, BaselineItem]
    """`today` where current hours are known, `equal`, `by_fee`."""
    headline: str
    warnings: list[str]
    questions: list[QuestionItem]
    """What the list and the plan leave open, most telling first."""
    issues: list[IssueItem]


def plan_schema() -> dict[str, Any]:
    """The JSON Schema of a plan, as shipped in `plan.schema.json`."""
    return schema_of(PlanDocument)
