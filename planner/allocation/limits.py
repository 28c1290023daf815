"""The user's limits on hours: the `Limits` sheet and the settings that say the same, as linear rows.

A row of the sheet reads *what* (a selector), *sense* (at most, at least, exactly), *amount*. A selector is
`field = value` (`industry = Health`, `owner = B. Chen`, `good = later`) or account names separated by `;`.
An amount is hours (`40`), a share of all hours (`25%`), or a number times another selector (`2 x industry = Retail`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

import numpy as np

from planner.allocation.problem import Limit
from planner.arrays import Numbers
from planner.errors import SettingError
from planner.fields import Field
from planner.goods import GOODS, Good
from planner.records.findings import SheetCell
from planner.records.team import Team
from planner.roster.roster import Roster
from planner.settings import Settings
from planner.valuation.types import Facts
from planner.vocabulary import Relationship

SELECTABLE = {
    "account": Field.ACCOUNT,
    "owner": Field.OWNER,
    "industry": Field.INDUSTRY,
    "service": Field.SERVICE,
    "region": Field.REGION,
    "type": Field.TYPE,
    "stage": Field.STAGE,
}
SENSES = {
    "at most": "most", "max": "most", "maximum": "most", "<=": "most", "≤": "most", "no more than": "most",
    "at least": "least", "min": "least", "minimum": "least", ">=": "least", "≥": "least", "no less than": "least",
    "exactly": "same", "equal": "same", "equals": "same", "=": "same",
}  # fmt: skip
_TIMES = re.compile(r"^\s*(\d+(?:[.,]\d+)?)\s*(?:x|×|\*|times)\s+(.+)$", re.IGNORECASE)
_HOURS = re.compile(r"^\s*(\d+(?:[.,]\d+)?)\s*(?:h|hrs?|hours?)?\s*$", re.IGNORECASE)
_SHARE = re.compile(r"^\s*(\d+(?:[.,]\d+)?)\s*%.*$")
_MANY_NAMES = re.compile(r"[;/]")


@dataclass(frozen=True)
class Selection:
    """Accounts a selector picks: weight 1 for those picked, (n,), and the good it is restricted to, if any."""

    weight: Numbers
    good: int | None = None


def find_limits(roster: Roster, facts: Facts, settings: Settings, team: Team) -> tuple[Limit, ...]:
    """All limits of a plan, those of the `Limits` sheet first.

    Raises:
        SettingError: when a row cannot be read or selects nothing; the sentence names sheet and cell.
    """
    sheet = roster.sheets.get("limits")
    rows = sheet.rows if sheet else ()
    return tuple(_from_row(row, roster, facts, team) for row in rows if _filled(row)) + _from_settings(facts, settings)


def _filled(row: Mapping[str, SheetCell]) -> bool:
    return any(str(cell.value or "").strip() for cell in row.values())


def _from_settings(facts: Facts, settings: Settings) -> tuple[Limit, ...]:
    """Prospects get at least a share p of the planned hours: Σ_prospects h − p·Σ h ≥ 0."""
    least = settings.min_prospect_share
    if least is None:
        return ()
    weight = (facts.relationship == Relationship.PROSPECT).astype(float) - least
    name = f"prospects get at least {least:.0%} of the planned hours"
    return (Limit(name, weight, 0.0, np.inf, None, "min_prospect_share"),)


def _from_row(row: Mapping[str, SheetCell], roster: Roster, facts: Facts, team: Team) -> Limit:
    what, sense, amount = (row.get(key, SheetCell("", "")) for key in ("what", "sense", "amount"))
    if not str(what.value or "").strip():
        cell = next(cell.cell for cell in row.values() if str(cell.value or "").strip())
        raise SettingError(
            f"The row of Limits!{cell} does not say what it limits; write industry = Health, or names of accounts."
        )
    where = f"Limits!{what.cell}"
    side = SENSES.get(str(sense.value or "").strip().lower())
    if side is None:
        raise SettingError(
            f"Limits!{sense.cell}: “{sense.value or ''}” is not a sense; write at most, at least or exactly."
        )
    picked = select(str(what.value or ""), roster, facts, where)
    name = f"{what.value} {str(sense.value).strip().lower()} {_as_written(amount)}"
    if times := _TIMES.match(str(amount.value)):
        other = select(times[2], roster, facts, f"Limits!{amount.cell}")
        if other.good != picked.good:
            raise SettingError(
                f"Limits!{amount.cell}: “{amount.value}” compares hours for one good with hours for another; "
                "compare accounts, or the same good."
            )
        return _limit(name, picked.weight - _number(times[1]) * other.weight, side, 0.0, picked.good, where)
    return _limit(name, picked.weight, side, _hours(amount, team.hours), picked.good, where)


def _limit(name: str, weight: Numbers, side: str, hours: float, good: int | None, where: str) -> Limit:
    lower = hours if side in {"least", "same"} else -np.inf
    upper = hours if side in {"most", "same"} else np.inf
    return Limit(name, weight, lower, upper, good, where)


def _as_written(amount: SheetCell) -> str:
    return f"{amount.value:g} h" if isinstance(amount.value, int | float) else str(amount.value).strip()


def _hours(amount: SheetCell, all_hours: float) -> float:
    """Hours of an amount; a bare number under 1 from Excel's percent format is a share."""
    value = amount.value
    if isinstance(value, int | float) and not isinstance(value, bool) and value >= 0:
        return float(value) * (all_hours if 0 < value < 1 else 1)
    text = str(value or "")
    if share := _SHARE.match(text):
        return _number(share[1]) / 100 * all_hours
    if hours := _HOURS.match(text):
        return _number(hours[1])
    raise SettingError(
        f"Limits!{amount.cell}: the amount “{text}” cannot be read; write hours (40), a share of all hours (25%) "
        "or a number times a selector (2 x industry = Retail)."
    )


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def select(text: str, roster: Roster, facts: Facts, where: str) -> Selection:
    """The accounts that a selector picks.

    Raises:
        SettingError: on an unknown field, or when nothing is picked; `where` opens the sentence.
    """
    field, equals, value = text.partition("=")
    if not equals:
        return Selection(_named(text, roster, where))
    key, wanted = field.strip().lower(), value.strip().casefold()
    if key == "good":
        return Selection(np.ones(roster.size), _good(wanted, where))
    if key == "relationship":
        column = facts.relationship
    elif key in SELECTABLE:
        column = roster.text(SELECTABLE[key])
    else:
        known = ", ".join([*SELECTABLE, "relationship", "good"])
        raise SettingError(f"{where}: “{field.strip()}” cannot be selected by; use one of {known}.")
    several = key == "owner"
    values = {v: _matches(str(v), wanted, several) for v in set(column)}
    weight = np.array([values[v] for v in column], dtype=float)
    if not weight.any():
        near = get_close_matches(wanted, [str(v).casefold() for v in values if v], n=1, cutoff=0.4)
        hint = f" Did you mean “{near[0]}”?" if near else ""
        raise SettingError(f"{where}: no account has {key} “{value.strip()}”.{hint}")
    return Selection(weight)


def _matches(value: str, wanted: str, several: bool) -> bool:
    parts = _MANY_NAMES.split(value) if several else [value]
    return any(part.strip().casefold() == wanted for part in parts)


def _good(wanted: str, where: str) -> int:
    try:
        return GOODS.index(Good(wanted))
    except ValueError:
        raise SettingError(f"{where}: “{wanted}” is not a good; use one of {', '.join(GOODS)}.") from None


def _named(text: str, roster: Roster, where: str) -> Numbers:
    position = {str(name).casefold(): i for i, name in enumerate(roster.names)}
    weight = np.zeros(roster.size)
    for name in (part.strip() for part in text.split(";")):
        if name.casefold() not in position:
            near = get_close_matches(name.casefold(), position, n=1, cutoff=0.4)
            hint = f" Did you mean “{roster.names[position[near[0]]]}”?" if near else ""
            raise SettingError(f"{where}: there is no account called “{name}”.{hint}")
        weight[position[name.casefold()]] = 1.0
    return weight
