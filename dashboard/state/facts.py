"""Facts of accounts corrected by hand: any field, for one account or several, with why, by whom and when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from dashboard.state.changes import override
from dashboard.state.workspace import Override, Workspace
from planner.fields import FIELDS, Field
from planner.sheets.overrides import Override as Change
from planner.sheets.overrides import check_override
from planner.text import count

if TYPE_CHECKING:
    from planner.roster.roster import Roster


def set_fact(
    work: Workspace,
    roster: Roster,
    accounts: Sequence[str],
    name: Field,
    value: str | float | None,
    *,
    why: str = "",
    by: str = "",
) -> Workspace:
    """Correct one field of some accounts, as one step that can be undone.

    Args:
        roster: the list, for how it writes dates and numbers.
        value: as a person writes it; "" for not known, None to go back to what the list says.

    Raises:
        SettingError: in a sentence, where the value cannot be read as the field.
    """
    day = dt.datetime.now(dt.UTC).date().isoformat()
    new = None
    if value is not None:
        for account in accounts[:1]:
            check_override(Change(account, name, value), roster)
        new = Override(value=value, why=why.strip(), by=by.strip(), day=day)
    return override(work, _label(accounts, name, value), {(account, str(name)): new for account in accounts})


def set_facts(work: Workspace, roster: Roster, account: str, values: Mapping[Field, str]) -> Workspace:
    """Correct several fields of one account, as one step; "" goes back to what the list says.

    Raises:
        SettingError: in a sentence, where a value cannot be read as its field.
    """
    done = work
    for name, value in values.items():
        done = set_fact(done, roster, [account], name, value or None)
    fresh = done.overrides.get(account, {})
    label = (
        _label([account], *next(iter(values.items())))
        if len(values) == 1
        else f"{account}: {count(len(values), 'fact')}"
    )
    return override(work, label, {(account, str(name)): fresh.get(str(name)) for name in values})


def _label(accounts: Sequence[str], name: Field, value: str | float | None) -> str:
    who = accounts[0] if len(accounts) == 1 else count(len(accounts), "account")
    said = "as the list says" if value is None else "not known" if value == "" else f"{value}"
    return f"{who}: {FIELDS[name].title.lower()} {said}"
