"""The words that stages share: relationships, decisions, severities, how a solve ended, where facts come from."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, Literal


class Relationship(StrEnum):
    CLIENT = "client"
    PROSPECT = "prospect"
    PAST_CLIENT = "past client"
    REFERRAL_SOURCE = "referral source"


CLIENT_DAYS: Final = 365
"""An account that hired within so many days is a client, before that a past client."""


class Decision(StrEnum):
    """What to do with an account. The first five where current hours are known, else the last three."""

    STEP_BACK = "step back"
    LIGHT_TOUCH = "light touch"
    KEEP = "keep"
    INVEST = "invest"
    EASE_OFF = "ease off"
    PUSH = "push"
    REST = "rest"


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Status(StrEnum):
    """How a solve ended, whatever the solver."""

    OPTIMAL = "optimal"
    WITHIN_GAP = "within gap"
    TIME_LIMIT = "time limit"
    INFEASIBLE = "infeasible"


class Authority(StrEnum):
    """Who said so, weakest first."""

    NOBODY = "not known"
    RULE = "rule"
    RATING = "rating"
    OVERRIDE = "override"


class Level(StrEnum):
    """How sure it is that a column holds a field."""

    SURE = "sure"
    """Used."""
    LIKELY = "likely"
    """Used, and asked about."""
    POSSIBLE = "possible"
    """Not used, only asked about."""


class Origin(StrEnum):
    """Where a fact of an account comes from."""

    READ = "read"
    WORKED_OUT = "worked out"
    ASSUMED = "assumed"
    TOLD = "told"


class Grain(StrEnum):
    ACCOUNT = "account"
    OPPORTUNITY = "opportunity"


CHECK_FORMAT: Final[Literal["client-portfolio-roster/2"]] = "client-portfolio-roster/2"
QUARTER_FORMAT: Final[Literal["client-portfolio-quarter/1"]] = "client-portfolio-quarter/1"
PLAN_FORMAT: Final[Literal["client-portfolio-plan/2"]] = "client-portfolio-plan/2"
