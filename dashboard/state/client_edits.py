"""What is said of clients on their page: a cell, several accounts at once, guesses, and who is left out.

Values are as a person types them; each function gives the new work, as one step with a label for the toast.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from dashboard.components.words import GOOD_TITLE
from dashboard.state.changes import override
from dashboard.state.workspace import Override, Workspace
from dashboard.tables.clients import IN, OUT, RATINGS, fact_title, writer
from dashboard.tables.guesses import Guess
from planner.errors import SettingError
from planner.fields import RATING_OF, Field
from planner.goods import GOOD_SPECS, Good
from planner.roster.standing.left_out import BY_HAND, accounts_left_out
from planner.sheets.overrides import Override as Change
from planner.sheets.overrides import check_override
from planner.text import count, money

if TYPE_CHECKING:
    from dashboard.tables.clients import Stages

SAID: Final = {"yes": "4", "some": "2", "no": "0"}
"""The rating that a word about a guess stands for."""
SAID_WHY: Final = {"yes": "You confirmed it", "some": "You said that it is so to some extent", "no": "You said no"}
SAID_LABEL: Final = {"yes": "confirmed", "some": "to some extent", "no": "is not so"}


def change(
    work: Workspace, plan: Stages, accounts: Sequence[int], fact: str, typed: str, *, by: str = "", why: str = ""
) -> Workspace:
    """Set a fact or a good of some accounts; "" goes back to what the list says.

    Args:
        accounts: positions in the list.
        fact: name of a field, or of a good.
        typed: as a person writes it; of a good one of `RATINGS`.

    Raises:
        SettingError: in a sentence, where the value cannot be read.
    """
    text = typed.strip()
    if fact == Field.RELATIONSHIP and text.lower() in {OUT, IN}:
        return (leave_out if text.lower() == OUT else take_in)(work, plan, accounts, by=by, why=why)
    name = RATING_OF[Good(fact)] if fact in set(Good) else Field(fact)
    if fact in set(Good) and text not in {"", *RATINGS}:
        raise SettingError(f"“{text}” is none of {', '.join(RATINGS)}; 4 is yes, 2 is some, 0 is no.")
    names = [str(plan.roster.names[at]) for at in accounts]
    new = None
    if text:
        for account in names[:1]:
            check_override(Change(account, name, text), plan.roster)
        new = _said(float(text) if fact in set(Good) else text, why, by)
    label = f"{_who(names)}: {_what(plan, accounts, fact, text)}"
    return override(work, label, {(account, str(name)): new for account in names})


def leave_out(work: Workspace, plan: Stages, accounts: Sequence[int], *, by: str = "", why: str = "") -> Workspace:
    """No hours for some accounts until somebody says otherwise."""
    names = [str(plan.roster.names[at]) for at in accounts]
    new = _said("yes", why, by)
    return override(work, f"{_who(names)}: left out", {(account, str(Field.LEAVE_OUT)): new for account in names})


def take_in(work: Workspace, plan: Stages, accounts: Sequence[int], *, by: str = "", why: str = "") -> Workspace:
    """Plan for accounts again that the list ends, or that were left out by hand."""
    reasons, changes = accounts_left_out(plan.roster), dict[tuple[str, str], Override | None]()
    names = [str(plan.roster.names[at]) for at in accounts]
    for at, account in zip(accounts, names, strict=True):
        own = work.overrides.get(account, {})
        by_hand_alone = str(Field.LEAVE_OUT) in own and reasons.get(at) == BY_HAND
        changes[account, str(Field.LEAVE_OUT)] = None if by_hand_alone else _said("no", why, by)
        lock = own.get(Field.LOCK_HOURS)
        if lock is not None and lock.value == 0:
            changes[account, str(Field.LOCK_HOURS)] = None
    return override(work, f"{_who(names)}: taken in again", changes)


def answer_guesses(work: Workspace, guesses: Sequence[Guess], word: str) -> Workspace:
    """Say of guesses whether they are so: yes, some or no.

    Raises:
        SettingError: on another word.
    """
    if word not in SAID:
        raise SettingError(f"“{word}” is none of {', '.join(SAID)}.")
    new = _said(float(SAID[word]), SAID_WHY[word], "")
    goods = {one.good for one in guesses}
    what = GOOD_TITLE[guesses[0].good].lower() if len(guesses) == 1 else f"“{GOOD_SPECS[guesses[0].good].guess}”"
    if len(goods) > 1:
        what = "guesses"
    label = f"{_who([one.name for one in guesses])}: {what} {SAID_LABEL[word]}"
    return override(work, label, {(one.name, str(RATING_OF[one.good])): new for one in guesses})


def _said(value: str | float, why: str, by: str) -> Override:
    day = dt.datetime.now(dt.UTC).date().isoformat()
    return Override(value=value, why=why.strip(), by=by.strip(), day=day)


def _who(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else count(len(names), "account")


def _what(plan: Stages, accounts: Sequence[int], fact: str, text: str) -> str:
    """`yearly fee £45,000 → £60,000`; without what was there before where there are several."""
    title = fact_title(fact)
    title = title[:1].lower() + title[1:]
    if not text:
        return f"{title} as your list says"
    if fact in set(Good):
        return f"{title} → {RATINGS[text].lower()}"
    after = _as_shown(plan, Field(fact), text)
    if fact == Field.NOTES:
        return "remarks changed"
    before = writer(plan, Field(fact))(accounts[0]) if len(accounts) == 1 else ""
    return f"{title} {before or 'not known'} → {after}" if len(accounts) == 1 else f"{title} → {after}"


def _as_shown(plan: Stages, name: Field, text: str) -> str:
    """A bare number as the page writes it, anything else as it was typed."""
    write: dict[Field, Callable[[float], str]] = {
        Field.ANNUAL_FEE: lambda one: money(one, plan.settings.currency),
        Field.CURRENT_HOURS: lambda one: f"{one:g} h",
    }
    if name not in write:
        return text
    try:
        return write[name](float(text.replace(",", "")))
    except ValueError:
        return text
