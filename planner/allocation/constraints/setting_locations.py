"""Where each setting of the user's was written: sheet and cell, or the name of the setting.

Only asked for when settings contradict each other, so nothing is looked up before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from planner.arrays import Mask, Numbers
from planner.fields import Field
from planner.roster.roster import Roster
from planner.sheets.overrides import read_overrides


@dataclass(frozen=True, eq=False)
class SettingLocations:
    """The client list behind a problem; without one, settings are named but not located.

    Attributes:
        roster: the list that the problem was inputs from.
        asked: names of the settings that came from the command line or the call, not from the Settings sheet.
        natural: gives the (n,) hours each account could take without its own minimum, maximum and lock.
        uncapped: the same, without the cap on every account's share of all hours either.
    """

    roster: Roster | None = None
    asked: frozenset[str] = frozenset()
    natural: Callable[[], Numbers] | None = None
    uncapped: Callable[[], Numbers] | None = None

    def account(self, name: Field, i: int) -> str:
        """Where a field of an account was written: "Clients!K14", the cell of an override, or ""."""
        if self.roster is None:
            return ""
        mask = self.roster.overridden.get(name)
        if mask is not None and mask[i]:
            return self._override(name, str(self.roster.names[i]))
        cell = self.roster.cell(name, i)
        sheet = self.roster.source.sheet
        return f"{sheet}!{cell}" if cell and sheet else cell

    def _override(self, name: Field, account: str) -> str:
        assert self.roster is not None
        changes, _ = read_overrides(self.roster.sheets.get("overrides"))
        cells = [c.cell for c in changes if c.field is name and c.account.casefold() == account.casefold()]
        where = cells[-1] if cells and cells[-1] else "your changes"
        return f"Overrides!{where}" if where[-1].isdigit() else where

    def person(self, name: str) -> str:
        """The cell of a person on the Team sheet, or "hours" where there is none."""
        sheet = self.roster.sheets.get("team") if self.roster is not None else None
        for row in sheet.rows if sheet else ():
            for cell in row.values():
                if str(cell.value).strip().casefold() == name.casefold():
                    hours = next((c.cell for header, c in row.items() if "hour" in header or header == "h"), cell.cell)
                    return f"Team!{hours}"
        return "hours"

    def setting(self, name: str) -> str:
        """The cell of a setting on the Settings sheet, or its name where it was given otherwise."""
        sheet = self.roster.sheets.get("settings") if self.roster is not None and name not in self.asked else None
        for row in sheet.rows if sheet else ():
            if "setting" in row and "value" in row and "_".join(str(row["setting"].value).lower().split()) == name:
                return f"Settings!{row['value'].cell}"
        return name

    def own_maximum(self, size: int) -> Mask:
        """(n,) accounts whose most hours the user wrote."""
        if self.roster is None:
            return np.zeros(size, dtype=bool)
        return ~np.isnan(self.roster.number(Field.MAX_HOURS))


def unbounded(roster: Roster) -> Roster:
    """The list without the accounts' own minimums, maximums and locks."""
    own = (Field.MIN_HOURS, Field.MAX_HOURS, Field.LOCK_HOURS)
    return replace(roster, columns={name: c for name, c in roster.columns.items() if name not in own})
