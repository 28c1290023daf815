"""The published JSON format of a plan, as models: what `plan_json` builds and its shipped schema is generated from.

Shares, rates and tolerances are fractions, hours are of the planning period. Money is expected margin of a year (or
fees, where a name says so) in the client list's currency; points are points; the two are never added. `null` stands
for what is not known. Dates are `YYYY-MM-DD`.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

from planner.documents.items import IssueItem, QuestionItem, schema_of
from planner.settings import Settings
from planner.vocabulary import PLAN_FORMAT, Decision, Relationship, Status


class Item(BaseModel):
    """Any part of the document: no keys but those that are named, each with the words under it."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class SettingValues(dict[str, Any]):
    """Every setting by name, as plain JSON values; described by the settings' own schema."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.dict_schema()

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return handler(Settings.__pydantic_core_schema__)


class ByGroup(Item):
    """A figure for each group."""

    others: float | None
    strengths: float | None
    you: float | None


class ByGood(Item):
    """A figure for each good."""

    others: float | None
    strengths: float | None
    now: float | None
    later: float | None
    referral: float | None


class Brings(Item):
    """What something brings, each in its own unit."""

    money: float | None
    """Expected margin a year; null where the list has no money."""
    others: float | None
    """Points of good for others."""
    strengths: float | None
    """Points of strengths."""
    you: float | None = None
    """Points of good for you, where the list has no money; else null."""


class Seen(Item):
    """Whether a group has any evidence at all."""

    others: bool
    strengths: bool
    you: bool


class BalanceCost(Item):
    """What keeping the balance costs: what the plan without it would bring more. All 0 where it costs nothing."""

    attainment: float
    """Weighted attainment, a fraction."""
    money: float | None
    points: ByGroup
    """Points of each group that is not money."""
    whatever: Brings | None
    """What the plan that keeps the balance whatever it costs brings more; null where that is this plan."""


class BalanceItem(Item):
    """The balance as chosen and as reached."""

    chosen: ByGroup
    aimed: ByGroup
    """The chosen balance, spread over the groups that are seen."""
    seen: Seen
    reached: ByGroup
    """Share of the planned hours that counts for each group; an hour may count for several."""
    short_hours: ByGroup
    """Hours by which each group misses the chosen share, less the tolerance, of the hours that the list can use."""
    tolerance: float
    weight: float
    """Price of an hour short, over what an average hour brings."""
    cost: BalanceCost


class Money(Item):
    """Money of a year to expect with the plan; null where the list has none."""

    expected_margin: float | None
    """Fees less the cost of serving, times the chances."""
    expected_fees: float | None
    today: float | None
    """Expected margin with today's hours, where they are known."""


class HoursItem(Item):
    """All hours there are, those planned, and those left to place."""

    capacity: float
    planned: float
    open: float


class PersonItem(Item):
    """One of the team."""

    person: str
    capacity: float
    planned: float
    next_hour: Brings
    """What one more hour of this person brings to the whole plan; null where it was not worked out."""


class CurveItem(Item):
    """The piecewise-linear curve that was solved; its last point is the account's maximum.

    What h hours add is value · (share(h) − share(0)) / reference.
    """

    hours: list[float]
    share: list[float]
    reference: float


class AccountItem(Item):
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
    sure: dict[str, Literal["fact", "guess"]]
    """For each good that it has, whether facts say it or a guess."""
    reasons: dict[str, str]
    counts: ByGroup
    """Hours of the account that count for each group."""
    value: ByGood
    """What the account is worth over a year at the reference of its curve: money for you, points for the rest."""
    assumed: list[str]
    """Fields that were filled in because the client list does not say."""
    curve: CurveItem
    next_hour: Brings
    """What one more hour on this account alone would bring."""
    decision: Decision
    service_level: str
    why: str


class BindingItem(Item):
    """A limit that holds the plan back, and what the plan without it brings more."""

    limit: str
    where: str
    costs: Brings | None
    """Null where the plan was not made again without it."""
    nearer_hours: float
    """Hours by which the plan without it is nearer to the balance."""


class BaselineItem(Item):
    """Another way to split the same hours, valued by the same model."""

    hours: float
    attainment: ByGroup
    reached: ByGroup
    short_hours: ByGroup
    objective: float
    money: float | None
    """Expected margin."""
    violation_hours: float
    """Hours by which it breaks minimums, maximums, locks or capacities."""


class PlanDocument(Item):
    """A plan: how to split the hours for business development, and why."""

    model_config = ConfigDict(title=PLAN_FORMAT)

    format: Literal["client-portfolio-plan/2"]
    status: Status
    solver: str
    objective: float
    """Weighted attainment less the price of hours short of the balance and the cost of hours; it has no currency."""
    bound: float
    """Of the linear relaxation, or the best bound that was proven."""
    gap: float
    largest_violation: float
    settings: SettingValues
    balance: BalanceItem
    attainment: ByGroup
    """What the plan adds over the most that the same hours could add for that group alone."""
    added: ByGroup
    """What the plan adds for each group over giving no hours, in its own unit."""
    ideal: ByGroup
    money: Money
    hours: HoursItem
    people: list[PersonItem]
    accounts: list[AccountItem]
    prices: dict[str, Brings]
    """What an hour more of each person brings, and an hour fewer takes."""
    binding: list[BindingItem]
    baselines: dict[str, BaselineItem]
    """`today` where current hours are known, `equal`, `by_fee`."""
    headline: str
    advice: list[str]
    """What to do where a group is short, hours are left to place, or one person's bring far more than another's."""
    warnings: list[str]
    questions: list[QuestionItem]
    """What the list and the plan leave open, most telling first."""
    issues: list[IssueItem]


def plan_schema() -> dict[str, Any]:
    """The JSON Schema of a plan, as shipped in `plan.schema.json`."""
    return schema_of(PlanDocument)
