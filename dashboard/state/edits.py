"""What a click means for a work: plain functions from (work, plan, what was clicked) to the new work.

Hours are of the period. An account left out is locked at 0 h; that it was left out by hand is its override.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from dashboard.components.setting_words import SETTING_TITLE, setting_words
from dashboard.components.words import GOOD_TITLE
from dashboard.state.changes import override, set_as_step
from dashboard.state.workspace import Json, Override, Workspace
from planner.errors import SettingError
from planner.fields import Field
from planner.goods import Good
from planner.questions.answers import guesses
from planner.text import day_text, hours

if TYPE_CHECKING:
    from planner.result import Plan

MOST_HOURS = 10_000_000
CAP = "max_accounts_per_person"


def with_balance(work: Workspace, shares: Sequence[float]) -> Workspace:
    """The balance as the sliders have it: three per cent that add to 100."""
    total = sum(shares)
    if len(shares) != 3 or not min(shares) >= 0 or not 0 < total < math.inf:
        raise SettingError("The balance cannot be read; move a slider once more.")
    return with_offered_balance(work, "/".join(f"{100 * share / total:.6g}" for share in shares))


def with_offered_balance(work: Workspace, balance: str) -> Workspace:
    """A balance that was offered or chosen on the map, as one step that can be undone."""
    return set_as_step(work, f"balance {balance}", {"balance": balance})


def with_offered_hours(work: Workspace, plan: Plan, offered: Mapping[str, float]) -> Workspace:
    """All hours as they do best over many tries, by account, as one step; what the list itself locks stays its own."""
    planned = dict(zip(map(str, plan.roster.names), plan.allocation.hours.tolist(), strict=True))
    hours = {name: offered.get(name, 0.0) for name, now in planned.items() if offered.get(name, 0.0) > 0 or now > 0}
    return _with_fixed(work, plan, hours, "the hours that do best over all tries", "best over all tries, taken")


def with_own_split(work: Workspace, plan: Plan, split: Mapping[str, float]) -> Workspace:
    """All hours as somebody split them, 0 for who is not named, as one step; what the list locks stays its own."""
    hours = {name: split.get(name, 0.0) for name in map(str, plan.roster.names)}
    return _with_fixed(work, plan, hours, "the hours of your own split", "own split, taken")


def _with_fixed(work: Workspace, plan: Plan, hours: Mapping[str, float], label: str, why: str) -> Workspace:
    changes: dict[tuple[str, str], Override | None] = {}
    for at, name in enumerate(map(str, plan.roster.names)):
        own = plan.problem.locked[at] and name not in work.overrides
        if name in hours and not own:
            changes[name, Field.LOCK_HOURS] = Override(value=round(hours[name], 2), why=_why(why))
    return override(work, label, changes)


def with_hours(work: Workspace, amount: float | str | None) -> Workspace:
    """All hours of the period; blank goes back to what the list says."""
    number = _number(amount)
    if number is not None and not 0 < number <= MOST_HOURS:
        raise SettingError("Hours must be more than 0." if number <= 0 else "That is more hours than there can be.")
    return set_as_step(work, "hours as in the list" if number is None else f"{number:g} hours", {"hours": number})


def with_leeway(work: Workspace, points: float | str | None) -> Workspace:
    """Leeway in points; blank goes back to what the list says."""
    number = _number(points)
    if number is not None and not 0 <= number <= 100:
        raise SettingError("The leeway is from 0 to 100 points.")
    label = "usual leeway" if number is None else f"{number:g} points of leeway"
    return set_as_step(work, label, {"tolerance": None if number is None else number / 100})


def with_cap(work: Workspace, amount: float | str | None) -> Workspace:
    """Accounts a person at most; 0 for no limit, blank for the usual one."""
    number = _number(amount)
    if number is not None and (number < 0 or number != int(number)):
        raise SettingError("Accounts a person must be a whole number, or blank for the usual limit.")
    label = "usual limit of accounts a person" if number is None else f"{number:g} accounts a person at most"
    return set_as_step(
        work, label if number != 0 else "no limit of accounts a person", {CAP: None if number is None else int(number)}
    )


def with_balance_weight(work: Workspace, amount: float | str | None) -> Workspace:
    """How much an hour short of the balance weighs; blank for the usual weight."""
    number = _number(amount)
    label = "let the balance give way" if number is None else "hold the balance whatever it costs"
    return set_as_step(work, label, {"balance_weight": number})


def with_setting(work: Workspace, name: str, amount: float | str | None) -> Workspace:
    """A setting of the balance card by its name; blank goes back to what the list says."""
    if name == "hours":
        return with_hours(work, amount)
    if name == "tolerance":
        return with_leeway(work, amount)
    if name == CAP:
        return with_cap(work, amount)
    number = _number(amount)
    if number is not None and number < 0:
        raise SettingError(f"{SETTING_TITLE[name]} must not be less than 0.")
    counted = name == "max_accounts"
    if counted and number is not None and number < 1:
        raise SettingError("At least one account must be allowed.")
    label = setting_words(name, number)
    return set_as_step(work, label, {name: None if number is None else int(number) if counted else number})


def fix_hours(work: Workspace, account: str, amount: float) -> Workspace:
    """Lock an account at so many hours."""
    if not amount >= 0:
        raise SettingError(f"The hours for {account} must be a number from 0 up.")
    label = f"fix {account} at {hours(amount)}" if amount else f"leave out {account}"
    return override(work, label, {(account, Field.LOCK_HOURS): Override(value=round(amount, 2), why=_why("fixed"))})


def leave_out(work: Workspace, account: str) -> Workspace:
    return override(
        work, f"leave out {account}", {(account, Field.LOCK_HOURS): Override(value=0.0, why=_why("left out"))}
    )


def let_plan_decide(work: Workspace, account: str) -> Workspace:
    return override(work, f"let the plan decide about {account}", {(account, Field.LOCK_HOURS): None})


def row_action(work: Workspace, plan: Plan, action: str, row: str) -> Workspace:
    """A button of the account table: `lock`, `out` or `free` on the row with that id."""
    at = int(row)
    account = str(plan.roster.names[at])
    if action == "lock":
        return fix_hours(work, account, float(plan.allocation.hours[at]))
    if action == "out":
        return leave_out(work, account)
    return let_plan_decide(work, account)


def cell_edits(work: Workspace, changes: Iterable[Mapping[str, Any]]) -> Workspace:
    """Hours typed into the account table; blank gives the account back to the plan."""
    for change in changes:
        if change.get("colId") != "plan":
            continue
        account, amount = str(change["data"]["account"]), _number(change["data"].get("plan"))
        work = let_plan_decide(work, account) if amount is None else fix_hours(work, account, amount)
    return work


def confirm(work: Workspace, account: str, good: Good, yes: bool) -> Workspace:
    """Say of a guess whether it is so, as one step."""
    said = guesses({f"{good}:{account}": "yes" if yes else "no"}).overrides
    changes: dict[tuple[str, str], Override | None] = {
        (one.account, str(one.field)): Override(value=float(str(one.value)), why=one.why) for one in said
    }
    return override(work, f"{account}: {GOOD_TITLE[good].lower()} {'confirmed' if yes else 'is not so'}", changes)


def _number(value: Json) -> float | None:
    """A number as typed; None for blank.

    Raises:
        SettingError: when it is not a number.
    """
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    try:
        return float(str(value).replace(",", ""))
    except ValueError:
        raise SettingError(f"“{value}” is not a number.") from None


def _why(what: str) -> str:
    return f"{what} in the dashboard on {day_text(dt.datetime.now(dt.UTC).date())}"
