"""The canonical columns of a client list: kind, unit, title.

Money is in the client list's currency and per year; hours are of the planning period (`weeks` long);
probabilities, shares and strengths are fractions; ratings are 0 to 5; points are 0 to 100.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from planner.errors import SettingError
from planner.goods import GOODS


class Kind(StrEnum):
    """How the cells of a field are read and in which unit they are kept."""

    TEXT = "text"
    NAMES = "names"
    RELATIONSHIP = "relationship"
    MONEY = "money"
    SHARE = "share"
    SHARE_OF_TODAY = "share of today"
    RATING = "rating"
    HOURS = "hours"
    NUMBER = "number"
    DATE = "date"


class Field(StrEnum):
    """The canonical columns of a client list. Names are those of `--map`, `Overrides` and the JSON."""

    ACCOUNT = "account"
    RELATIONSHIP = "relationship"
    OWNER = "owner"
    INDUSTRY = "industry"
    SERVICE = "service"
    REGION = "region"
    STAGE = "stage"
    PROBABILITY = "probability"
    ANNUAL_FEE = "annual_fee"
    COST_TO_SERVE = "cost_to_serve"
    EXPECTED_DATE = "expected_date"
    REFERRALS_PER_YEAR = "referrals_per_year"
    REFERRAL_FEE = "referral_fee"
    RATING_OTHERS = "rating_others"
    RATING_STRENGTHS = "rating_strengths"
    RATING_NOW = "rating_now"
    RATING_LATER = "rating_later"
    RATING_REFERRAL = "rating_referral"
    IMPACT = "impact"
    ECONOMIC_BUYER = "economic_buyer"
    CHAMPION = "champion"
    ALTERNATIVE = "alternative"
    PROMISE = "promise"
    CURRENT_HOURS = "current_hours"
    MIN_HOURS = "min_hours"
    MAX_HOURS = "max_hours"
    LOCK_HOURS = "lock_hours"
    RESPONSE_0 = "response_0"
    RESPONSE_HALF = "response_half"
    RESPONSE_SAME = "response_same"
    RESPONSE_MORE = "response_more"
    RESPONSE_MAX = "response_max"
    SMALLEST_BLOCK = "smallest_block"
    LEAVE_OUT = "leave_out"
    NOTES = "notes"
    # Beyond the columns people fill in on purpose: what CRMs export and rules read.
    ACCOUNT_ID = "account_id"
    DEAL = "deal"
    TYPE = "type"
    DOMAIN = "domain"
    EMAIL = "email"
    LEAD_SOURCE = "lead_source"
    NEXT_STEP = "next_step"
    NEXT_STEP_DATE = "next_step_date"
    LAST_CONTACT = "last_contact"
    STATUS = "status"
    LOST_REASON = "lost_reason"
    CREATED_ON = "created_on"
    CLOSED_ON = "closed_on"
    WON_ON = "won_on"
    LOST_ON = "lost_on"
    HOURS_SPENT = "hours_spent"
    OUTCOME = "outcome"
    WHY_DIFFERENT = "why_different"


@dataclass(frozen=True)
class FieldSpec:
    """What a canonical field is: its kind (hence unit), the title shown to people, a one-line note."""

    kind: Kind
    title: str
    note: str = ""


FIELDS: Final = MappingProxyType(
    {
        Field.ACCOUNT: FieldSpec(Kind.TEXT, "Account", "the client or prospect; the only column that is required"),
        Field.RELATIONSHIP: FieldSpec(
            Kind.RELATIONSHIP, "Relationship", "client, prospect, past client or referral source"
        ),
        Field.OWNER: FieldSpec(Kind.NAMES, "Owner", "who holds the relationship; several separated by ; or /"),
        Field.INDUSTRY: FieldSpec(Kind.TEXT, "Industry"),
        Field.SERVICE: FieldSpec(Kind.TEXT, "Service"),
        Field.REGION: FieldSpec(Kind.TEXT, "Region"),
        Field.STAGE: FieldSpec(Kind.TEXT, "Stage", "pipeline stage; gives the chance where none is written"),
        Field.PROBABILITY: FieldSpec(Kind.SHARE, "Chance", "60%, 0.6, 60, High, Hot"),
        Field.ANNUAL_FEE: FieldSpec(Kind.MONEY, "Annual fee", "what you could be paid in a year"),
        Field.COST_TO_SERVE: FieldSpec(Kind.MONEY, "Cost to serve", "money a year, or % of the fee"),
        Field.EXPECTED_DATE: FieldSpec(Kind.DATE, "Expected date", "when they could hire"),
        Field.REFERRALS_PER_YEAR: FieldSpec(Kind.NUMBER, "Referrals a year"),
        Field.REFERRAL_FEE: FieldSpec(Kind.MONEY, "Fee of a referral"),
        Field.RATING_OTHERS: FieldSpec(Kind.RATING, "Good for others"),
        Field.RATING_STRENGTHS: FieldSpec(Kind.RATING, "Builds strengths"),
        Field.RATING_NOW: FieldSpec(Kind.RATING, "Good for you, now"),
        Field.RATING_LATER: FieldSpec(Kind.RATING, "Good for you, later"),
        Field.RATING_REFERRAL: FieldSpec(Kind.RATING, "Good for you, via referral"),
        Field.IMPACT: FieldSpec(Kind.RATING, "Impact", "how much good it does; multiplies good for others"),
        Field.ECONOMIC_BUYER: FieldSpec(Kind.TEXT, "Who signs"),
        Field.CHAMPION: FieldSpec(Kind.TEXT, "Champion"),
        Field.ALTERNATIVE: FieldSpec(Kind.TEXT, "Up against", "the status quo counts"),
        Field.PROMISE: FieldSpec(Kind.TEXT, "Promise", "the one thing that matters to this account"),
        Field.CURRENT_HOURS: FieldSpec(Kind.HOURS, "Hours now", "in the planning period"),
        Field.MIN_HOURS: FieldSpec(Kind.HOURS, "At least, hours"),
        Field.MAX_HOURS: FieldSpec(Kind.HOURS, "At most, hours"),
        Field.LOCK_HOURS: FieldSpec(Kind.HOURS, "Locked hours"),
        Field.RESPONSE_0: FieldSpec(Kind.SHARE_OF_TODAY, "% of today with no time"),
        Field.RESPONSE_HALF: FieldSpec(Kind.SHARE_OF_TODAY, "% of today with half the hours"),
        Field.RESPONSE_SAME: FieldSpec(Kind.SHARE_OF_TODAY, "% of today with today's hours"),
        Field.RESPONSE_MORE: FieldSpec(Kind.SHARE_OF_TODAY, "% of today with half as many hours again"),
        Field.RESPONSE_MAX: FieldSpec(Kind.SHARE_OF_TODAY, "% of today with unlimited time"),
        Field.SMALLEST_BLOCK: FieldSpec(Kind.HOURS, "Smallest block, hours"),
        Field.LEAVE_OUT: FieldSpec(Kind.TEXT, "Leave out", "yes for no hours; no to plan for it after all"),
        Field.NOTES: FieldSpec(Kind.TEXT, "Notes"),
        Field.ACCOUNT_ID: FieldSpec(Kind.TEXT, "Account ID"),
        Field.DEAL: FieldSpec(Kind.TEXT, "Deal"),
        Field.TYPE: FieldSpec(Kind.TEXT, "Type", "the kind of organisation: nonprofit, partner, public body"),
        Field.DOMAIN: FieldSpec(Kind.TEXT, "Website"),
        Field.EMAIL: FieldSpec(Kind.TEXT, "Email"),
        Field.LEAD_SOURCE: FieldSpec(Kind.TEXT, "Lead source", "how the account came in"),
        Field.NEXT_STEP: FieldSpec(Kind.TEXT, "Next step"),
        Field.NEXT_STEP_DATE: FieldSpec(Kind.DATE, "Next step by", "when the next step is due"),
        Field.LAST_CONTACT: FieldSpec(Kind.DATE, "Last contact"),
        Field.STATUS: FieldSpec(Kind.TEXT, "Status", "open, won or lost"),
        Field.LOST_REASON: FieldSpec(Kind.TEXT, "Lost because"),
        Field.CREATED_ON: FieldSpec(Kind.DATE, "Created"),
        Field.CLOSED_ON: FieldSpec(Kind.DATE, "Closed"),
        Field.WON_ON: FieldSpec(Kind.DATE, "Last won"),
        Field.LOST_ON: FieldSpec(Kind.DATE, "Last lost"),
        Field.HOURS_SPENT: FieldSpec(Kind.HOURS, "Hours spent"),
        Field.OUTCOME: FieldSpec(Kind.TEXT, "Outcome"),
        Field.WHY_DIFFERENT: FieldSpec(
            Kind.TEXT, "Why different", "their timing, our time, new information, not worth it, more needed"
        ),
    }
)

RATING_OF: Final = MappingProxyType({good: Field(f"rating_{good}") for good in GOODS})
ALSO_CALLED: Final = MappingProxyType({"introduced_by": Field.LEAD_SOURCE})
"""Further names of fields: where the lead source is somebody, it is who introduced the account."""
_WORDS: Final = re.compile(r"[^\W_]+")


def field_named(text: str) -> Field | None:
    """The field that a text names by its name or its title; None where there is none.

    Example:
        >>> field_named("Annual fee"), field_named("introduced_by"), field_named("Colour")
        (<Field.ANNUAL_FEE: 'annual_fee'>, <Field.LEAD_SOURCE: 'lead_source'>, None)
    """
    key = _key(text)
    if key in set(Field):
        return Field(key)
    return ALSO_CALLED.get(key) or next((name for name, spec in FIELDS.items() if _key(spec.title) == key), None)


def known_field(text: str) -> Field:
    """The field that a text names.

    Raises:
        SettingError: where there is none; the nearest is named.
    """
    name = field_named(text)
    if name is not None:
        return name
    near = get_close_matches(_key(text), list(Field), n=1, cutoff=0.5)
    hint = f" Did you mean “{near[0]}”?" if near else f" Known: {', '.join(Field)}."
    raise SettingError(f"There is no field called “{text}”.{hint}")


def _key(text: str) -> str:
    """A text as names of fields are written."""
    return "_".join(_WORDS.findall(text.casefold()))
