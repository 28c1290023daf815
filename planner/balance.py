"""Shares of the hours for each group: how they are written and read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from planner.errors import SettingError
from planner.goods import GROUP_SPECS, GROUPS, Group
from planner.text import listed, number_word

USUAL_BALANCE: Final = {Group.OTHERS: 20, Group.STRENGTHS: 30, Group.YOU: 50}
"""Per cent of the hours where nobody chose."""
USUAL: Final = "/".join(str(USUAL_BALANCE.get(group, 0)) for group in GROUPS)
SHORT_NAMES: Final = [spec.short for spec in GROUP_SPECS.values()]
_HOW_MANY: Final = number_word(len(GROUPS))


@dataclass(frozen=True)
class Balance:
    """Shares of the hours, one for each group; they add to 1."""

    others: float
    strengths: float
    you: float

    def __post_init__(self) -> None:
        for group, share in zip(GROUPS, self.shares(), strict=True):
            if not 0 <= share <= 1:
                raise SettingError(f"The share of “{group}” cannot be {share!r}: it must be from 0 to 1.")
        total = sum(self.shares())
        if abs(total - 1) > 1e-6:
            raise SettingError(
                f"The balance {self} adds to {100 * total:g}, not 100; "
                f"give {_HOW_MANY} shares that add to 100, such as {USUAL}."
            )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> Any:
        """The ranges of the shares, for the published JSON Schema."""
        written = handler(schema)
        for share in handler.resolve_ref_schema(written)["properties"].values():
            share.update(minimum=0, maximum=1)
        return written

    def share(self, group: Group) -> float:
        return float(getattr(self, group))

    def shares(self) -> tuple[float, ...]:
        """Shares in the order of `GROUPS`."""
        return tuple(self.share(group) for group in GROUPS)

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
            SettingError: in words, when it is not a share for each group, which add to 100.
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
                f"The balance “{text}” cannot be read; write {_HOW_MANY} shares for {listed(SHORT_NAMES)} "
                f"that add to 100, such as {USUAL}."
            ) from None
        scale = 1.0 if sum(numbers) <= 1.0 + 1e-6 else 100.0
        return cls(*(number / scale for number in numbers))


def _percent(text: str) -> float:
    number = float(text.strip().rstrip("%"))
    if not number >= 0:
        raise ValueError
    return number
