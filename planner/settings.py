"""Every setting of a plan: name, meaning, default and range, shared by the Settings sheet, `--set` and Python.

Hours are of the planning period, shares are fractions, money is in the client list's currency.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from difflib import get_close_matches
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from planner.errors import SettingError
from planner.schema import GROUPS, Group

Share = Annotated[float, Field(ge=0, le=1)]
Hours = Annotated[float, Field(ge=0, le=10_000_000)]
M = TypeVar("M", bound=BaseModel)
Count = Annotated[int, Field(ge=1)]


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


class Balance(BaseModel):
    """Shares of the hours for the three groups; they add to 1."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    others: Share
    strengths: Share
    you: Share

    @model_validator(mode="after")
    def _adds_to_one(self) -> Balance:
        total = self.others + self.strengths + self.you
        if abs(total - 1) > 1e-6:
            raise ValueError(
                f"the balance {self} adds to {100 * total:g}, not 100; "
                "give three shares that add to 100, such as 20/30/50"
            )
        return self

    def share(self, group: Group) -> float:
        return float(getattr(self, group))

    def shares(self) -> tuple[float, float, float]:
        """Shares in the order of `GROUPS`."""
        return (self.others, self.strengths, self.you)

    def __str__(self) -> str:
        return "/".join(f"{100 * share:.4g}" for share in self.shares())

    def written(self) -> str:
        """`20/30/50`; fractions in full where percentages would not read back the same."""
        short = str(self)
        try:
            if Balance.parse(short) == self:
                return short
        except SettingError:
            pass
        return "/".join(repr(share) for share in self.shares())

    @classmethod
    def parse(cls, text: str) -> Balance:
        """Read `20/30/50`, `20 30 50` or `others=20,strengths=30,you=50`; percentages or fractions.

        Raises:
            SettingError: in words, when it is not three shares that add to 100.
        """
        parts = [part.strip() for part in text.replace(";", ",").replace("/", ",").split(",") if part.strip()]
        if len(parts) == 1:
            parts = parts[0].split()
        try:
            if all("=" in part for part in parts):
                given = {key.strip().lower(): _percent(value) for key, value in (part.split("=", 1) for part in parts)}
                if len(given) != len(parts) or set(given) - {str(group) for group in GROUPS}:
                    raise ValueError
                numbers = [given.get(str(group), 0.0) for group in GROUPS]
            else:
                numbers = [_percent(part) for part in parts]
            if len(numbers) != len(GROUPS):
                raise ValueError
        except ValueError:
            raise SettingError(
                f"The balance “{text}” cannot be read; write three shares for others, strengths and you "
                "that add to 100, such as 20/30/50."
            ) from None
        scale = 1.0 if sum(numbers) <= 1.0 + 1e-6 else 100.0
        return validated(cls, dict(zip((str(g) for g in GROUPS), (n / scale for n in numbers), strict=True)))


def _percent(text: str) -> float:
    number = float(text.strip().rstrip("%"))
    if not number >= 0:
        raise ValueError
    return number


class Settings(BaseModel):
    """All settings of a plan. `None` means: found in the client list, or off where the note says so."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    balance: Balance = Balance(others=0.2, strengths=0.3, you=0.5)
    """Chosen shares of the hours for others / strengths / you."""
    tolerance: Share = 0.05
    """Leeway either side of each share, as a fraction of all hours."""
    hours: Annotated[float, Field(gt=0, le=10_000_000)] | None = None
    """All hours there are in the period; found from the Team sheet or the owners when not given."""
    weeks: Annotated[float, Field(gt=0, le=520)] = 13
    """Length of the planning period in weeks."""
    plan_start: dt.date | None = None
    """First day of the plan; the newest date of making or changing found in the file, else today."""
    currency: Annotated[str, Field(max_length=12)] = ""
    """Sign or code put before money; found in the file when empty."""
    margin: Annotated[float, Field(gt=-1, le=1)] = 0.4
    """Share of a fee that is left after serving it, where no cost to serve is given."""
    hour_cost: Annotated[float, Field(ge=0)] = 0
    """Cost of an hour of business development."""
    discount_rate: Annotated[float, Field(ge=0, le=10)] = 0.1
    """Yearly discount of what comes later."""
    horizon_months: Annotated[float, Field(ge=0, le=120)] = 6
    """A fee expected within so many months is now, beyond it is later."""
    referral_conversion: Share = 0.3
    """Share of referrals that become clients."""
    point_worth: Annotated[float, Field(ge=0)] | None = None
    """Money that a point of good for others or strengths is worth; off when not given."""
    spare_hours: SpareHours = SpareHours.BEST_USE
    """What becomes of hours a short group cannot use."""
    smallest_block: Hours = 2
    """An account gets at least so many hours, or none; 0 for no blocks."""
    hour_step: Hours = 0.5
    """Hours are planned in steps of so much; 0 for any amount."""
    max_accounts: Count | None = None
    """At most so many accounts get time; off when not given."""
    max_accounts_per_person: Count | None = None
    """At most so many accounts a person; off when not given."""
    max_share_per_account: Annotated[float, Field(gt=0, le=1)] = 0.2
    """No account gets more than this share of all hours."""
    max_change: Hours | None = None
    """At most so many hours moved from today's split; off when not given."""
    min_money: Annotated[float, Field(ge=0)] | None = None
    """Expected money must be at least so much; off when not given."""
    share_now: Share | None = None
    """At least this share of the hours for you goes to now; off when not given."""
    share_later: Share | None = None
    """At least this share of the hours for you goes to later; off when not given."""
    share_referral: Share | None = None
    """At least this share of the hours for you goes to referrals; off when not given."""
    min_prospect_share: Share | None = None
    """At least this share of the planned hours goes to prospects; off when not given."""
    balance_scope: BalanceScope = BalanceScope.FIRM
    """Keep the balance for the firm as a whole, or for each person."""
    fee_meaning: FeeMeaning = FeeMeaning.YEAR
    """What a column headed Value or Amount stands for."""
    solver: Annotated[str, Field(min_length=1)] = "HiGHS"
    """HiGHS, or the name of any solver that PuLP finds, such as COIN_CMD."""
    time_limit: Annotated[float, Field(gt=0)] = 60
    """Seconds for the search over whole blocks; the best plan found is shown with its gap."""
    max_file_mb: Annotated[float, Field(gt=0)] = 50
    """Largest file that is opened, in megabytes."""
    max_unzipped_mb: Annotated[float, Field(gt=0)] = 500
    """Largest workbook after unzipping, in megabytes."""
    max_cells: Annotated[int, Field(gt=0)] = 20_000_000
    """Largest box of cells that is read from one sheet."""

    @field_validator("balance", mode="before")
    @classmethod
    def _balance_from_text(cls, value: object) -> object:
        return Balance.parse(value) if isinstance(value, str) else value

    def with_changes(self, **changes: object) -> Settings:
        """A copy with some settings changed, checked like new ones.

        Raises:
            SettingError: on an unknown name (the nearest is suggested) or an impossible value.
        """
        return make_settings({**self.model_dump(), **changes})


def make_settings(given: Mapping[str, object]) -> Settings:
    """Settings from names and values as people write them (text or numbers).

    Raises:
        SettingError: on an unknown name (the nearest is suggested) or an impossible value.
    """
    for name in given:
        if name not in Settings.model_fields:
            near = get_close_matches(
                str(name).strip().lower().replace(" ", "_"), Settings.model_fields, n=1, cutoff=0.5
            )
            hint = f" Did you mean “{near[0]}”?" if near else f" Known: {', '.join(Settings.model_fields)}."
            raise SettingError(f"There is no setting called “{name}”.{hint}")
    return validated(Settings, {name: _plain(name, value) for name, value in given.items()})


def _plain(name: str, value: object) -> object:
    """Percentages and blanks as people write them; anything else is left to the model."""
    if not isinstance(value, str) or name in {"balance", "currency", "solver"}:
        return value
    text = value.strip()
    if text.lower() in {"", "none", "off"}:
        return Settings.model_fields[name].default
    if text.endswith("%"):
        try:
            return float(text[:-1]) / 100
        except ValueError:
            return text
    return text.replace(",", "") if name in {"hours", "min_money", "max_change"} else text


def validated(model: type[M], given: Mapping[str, Any]) -> M:
    """`model` from `given`, with pydantic's report turned into one sentence."""
    try:
        return model.model_validate(dict(given))
    except ValidationError as error:
        first = error.errors()[0]
        if first["type"] == "value_error":
            message = str(first["ctx"]["error"])
            raise SettingError(message[:1].upper() + message[1:] + ("" if message.endswith(".") else ".")) from None
        where = ".".join(str(part) for part in first["loc"])
        reason = first["msg"][:1].lower() + first["msg"][1:]
        raise SettingError(f"The setting “{where}” cannot be {first['input']!r}: {reason}.") from None
