"""Every setting of a plan: name, meaning, default and range, shared by the Settings sheet, `--set` and Python.

Hours are of the planning period, shares are fractions, money is in the client list's currency.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from difflib import get_close_matches
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Any, Final, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from planner.balance import SHORT_NAMES, USUAL, Balance
from planner.errors import SettingError


class SpareHours(StrEnum):
    """What becomes of hours that a short group cannot use."""

    BEST_USE = "best use"
    LEAVE_OPEN = "leave open"


class BalanceScope(StrEnum):
    FIRM = "firm"
    PERSON = "person"


class FeeMeaning(StrEnum):
    """What a column of money that is not plainly a yearly fee stands for."""

    YEAR = "a fee a year"
    JOB = "a whole job"
    TURNOVER = "their turnover"
    NOT_A_FEE = "not a fee"


LONGEST_CURRENCY: Final = 12
"""Characters of a sign or code put before money."""


def _as_balance(value: object) -> object:
    """A balance written as text; anything else is left to the model."""
    return Balance.parse(value) if isinstance(value, str) else value


class Settings(BaseModel):
    """All settings of a plan. `None` means: found in the client list, or off where the note says so."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    balance: Annotated[Balance, BeforeValidator(_as_balance)] = Field(
        Balance.parse(USUAL), description=f"Chosen shares of the hours for {' / '.join(SHORT_NAMES)}."
    )
    tolerance: float = Field(
        0.05, description="Leeway under each chosen share, as a fraction of the hours.", ge=0, le=1
    )
    balance_weight: float = Field(
        1,
        description="Price of an hour short of the balance: 1 is what an average hour brings, 0 for no balance, "
        "1000 for whatever it costs.",
        ge=0,
        le=1_000_000,
    )
    guess_hours: float = Field(
        6,
        description="What is only a guess counts for at most so many hours of an account in 13 weeks.",
        ge=0,
        le=10_000_000,
    )
    hours: float | None = Field(
        None,
        description="All hours there are in the period; found from the Team sheet or the owners when not given.",
        gt=0,
        le=10_000_000,
    )
    weeks: float = Field(13, description="Length of the planning period in weeks.", gt=0, le=520)
    plan_start: dt.date | None = Field(None, description="First day of the plan; today when not given.")
    currency: str = Field(
        "", description="Sign or code put before money; found in the file when empty.", max_length=LONGEST_CURRENCY
    )
    margin: float = Field(
        0.4, description="Share of a fee that is left after serving it, where no cost to serve is given.", gt=-1, le=1
    )
    hour_cost: float = Field(0, description="Cost of an hour of business development.", ge=0)
    discount_rate: float = Field(0.1, description="Yearly discount of what comes later.", ge=0, le=10)
    horizon_months: float = Field(
        6, description="A fee expected within so many months is now, beyond it is later.", ge=0, le=120
    )
    referral_conversion: float = Field(0.3, description="Share of referrals that become clients.", ge=0, le=1)
    point_worth: float | None = Field(
        None, description="Money that a point of good for others or strengths is worth; off when not given.", ge=0
    )
    spare_hours: SpareHours = Field(SpareHours.BEST_USE, description="What becomes of hours a short group cannot use.")
    smallest_block: float = Field(
        2, description="An account gets at least so many hours, or none; 0 for no blocks.", ge=0, le=10_000_000
    )
    hour_step: float = Field(
        0.5, description="Hours are planned in steps of so much; 0 for any amount.", ge=0, le=10_000_000
    )
    max_accounts: int | None = Field(None, description="At most so many accounts get time; off when not given.", ge=1)
    max_accounts_per_person: int = Field(
        10,
        description="At most so many accounts a person, or as many as locks and minimums need; 0 for no limit.",
        ge=0,
    )
    max_share_per_account: float = Field(
        0.2, description="No account gets more than this share of all hours.", gt=0, le=1
    )
    max_change: float | None = Field(
        None, description="At most so many hours moved from today's split; off when not given.", ge=0, le=10_000_000
    )
    min_money: float | None = Field(
        None, description="Expected money must be at least so much; off when not given.", ge=0
    )
    share_now: float | None = Field(
        None, description="At least this share of the hours for you goes to now; off when not given.", ge=0, le=1
    )
    share_later: float | None = Field(
        None, description="At least this share of the hours for you goes to later; off when not given.", ge=0, le=1
    )
    share_referral: float | None = Field(
        None, description="At least this share of the hours for you goes to referrals; off when not given.", ge=0, le=1
    )
    min_prospect_share: float | None = Field(
        None, description="At least this share of the planned hours goes to prospects; off when not given.", ge=0, le=1
    )
    balance_scope: BalanceScope = Field(
        BalanceScope.FIRM, description="Keep the balance for the firm as a whole, or for each person."
    )
    fee_meaning: FeeMeaning = Field(FeeMeaning.YEAR, description="What a column headed Value or Amount stands for.")
    solver: str = Field(
        "HiGHS", description="HiGHS, or the name of any solver that PuLP finds, such as COIN_CMD.", min_length=1
    )
    time_limit: float = Field(
        60, description="Seconds for the search over whole blocks; the best plan found is shown with its gap.", gt=0
    )
    max_file_mb: float = Field(50, description="Largest file that is opened, in megabytes.", gt=0)
    max_unzipped_mb: float = Field(500, description="Largest workbook after unzipping, in megabytes.", gt=0)
    max_cells: int = Field(5_000_000, description="Most cells that are read from one sheet.", gt=0)

    def __init__(self, **given: Any) -> None:
        """Check what is given.

        Raises:
            SettingError: in one sentence, on the first that is impossible.
        """
        try:
            super().__init__(**given)
        except ValidationError as error:
            raise SettingError(_in_words(error)) from None

    @property
    def given(self) -> frozenset[str]:
        """Names of the settings that were given, neither found nor left at their defaults."""
        return frozenset(self.model_fields_set)

    def values(self) -> dict[str, Any]:
        """Every setting by name."""
        return {name: getattr(self, name) for name in SETTING_NAMES}

    def altered(self, **values: object) -> Self:
        """A copy with some settings given as they stand, unchecked."""
        return self.model_copy(update=values)

    def filled(self, **found: object) -> Self:
        """A copy with what was found for some settings, unchecked; they do not count as given."""
        kept = self.model_fields_set - set(found)
        return self.model_construct(_fields_set=kept, **{**self.values(), **found})

    def with_changes(self, **changes: object) -> Settings:
        """A copy with some settings changed, checked like new ones.

        Raises:
            SettingError: on an unknown name (the nearest is suggested) or an impossible value.
        """
        return make_settings({**self.values(), **changes})


ZERO_IS_OFF: Final = frozenset({"max_accounts_per_person", "balance_weight"})
"""Settings on by default that 0 switches off; none given for them means off as well."""
SETTING_NAMES = tuple(Settings.model_fields)
MEANINGS: Final = MappingProxyType({name: one.description or "" for name, one in Settings.model_fields.items()})
"""What each setting means, for people."""


def make_settings(given: Mapping[str, object]) -> Settings:
    """Settings from names and values as people write them (text or numbers).

    Raises:
        SettingError: on an unknown name (the nearest is suggested) or an impossible value.

    Example:
        >>> make_settings({"balance": "20/30/50", "hours": "1,200", "margin": "35%"}).margin
        0.35
    """
    for name in given:
        if name not in SETTING_NAMES:
            near = get_close_matches(str(name).strip().lower().replace(" ", "_"), SETTING_NAMES, n=1, cutoff=0.5)
            hint = f" Did you mean “{near[0]}”?" if near else f" Known: {', '.join(SETTING_NAMES)}."
            raise SettingError(f"There is no setting called “{name}”.{hint}")
    plain: dict[str, Any] = {
        name: 0 if value is None and name in ZERO_IS_OFF else _plain(name, value) for name, value in given.items()
    }
    return Settings(**plain)


def _plain(name: str, value: object) -> object:
    """Percentages and blanks as people write them; anything else is left to the model."""
    if not isinstance(value, str) or name in {"balance", "currency", "solver"}:
        return value
    text = value.strip()
    if text.lower() in {"none", "off"} and name in ZERO_IS_OFF:
        return 0
    if text.lower() in {"", "none", "off"}:
        return Settings.model_fields[name].default
    if text.endswith("%"):
        try:
            return float(text[:-1]) / 100
        except ValueError:
            return text
    return text.replace(",", "") if name in {"hours", "min_money", "max_change"} else text


def _in_words(error: ValidationError) -> str:
    """The first thing that is wrong, as a sentence."""
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    reason = "it must be a number" if "parsing" in first["type"] else first["msg"].replace("Input should", "it must", 1)
    given = first["input"]
    said = f"{given:g}" if isinstance(given, float) else f"“{given}”" if isinstance(given, str) else repr(given)
    return f"The setting “{where}” cannot be {said}: {reason[:1].lower()}{reason[1:]}."
