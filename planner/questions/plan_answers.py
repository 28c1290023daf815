"""Answers to the questions of a plan, obeyed by the code of their question, before the list is planned.

An answer becomes rules, changes by hand and settings on the list's own sheets, so that every later stage, and the
export, see them like anything else that the user said. Codes: `hours`, `industry:NAME`, `better_at`, `names:GOOD`,
`guess:GOOD:ACCOUNT`, `alive:ACCOUNT`, `leave_out:ACCOUNT`, `time`. Several names are separated by `;`, each with a
word in brackets where it needs one: `Acme (double tick); Brook`.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from planner.allocation.team import find_people
from planner.detection.sheets.setting_sheets import setting_value
from planner.errors import SettingError
from planner.goods import Good
from planner.parsing.names import fold, fold_all
from planner.questions.answers import (
    Changes,
    better_at,
    good_industries,
    guesses,
    hours_a_week,
    left_out,
    still_alive,
    ticked,
    time_spent,
    with_changes,
)
from planner.questions.screen import Say
from planner.records.findings import SettingSheet, SheetCell
from planner.records.issues import Issue
from planner.roster.roster import Roster
from planner.settings import Settings
from planner.settings_sources import resolve_settings
from planner.sheets.answers import SHEET, Answer, read_answers
from planner.sheets.apply_settings import convert_units
from planner.vocabulary import Severity

_WITH_WORD: Final = re.compile(r"^(?P<name>.+?)\s*\((?P<word>[^()]*)\)$")


class PlanCode(StrEnum):
    """What the code of a question of the plan begins with."""

    HOURS = "hours"
    INDUSTRY = "industry"
    BETTER_AT = "better_at"
    NAMES = "names"
    GUESS = "guess"
    ALIVE = "alive"
    TIME = "time"
    LEAVE_OUT = "leave_out"


@dataclasses.dataclass(frozen=True, eq=False)
class _Told:
    """An answer with what it takes to obey it: `about` is what follows the kind in the code, `places` the position
    of each account by its plain name."""

    value: str
    about: str
    roster: Roster
    settings: Settings
    places: Mapping[str, int]

    def account(self, name: str) -> str:
        """The account as the list names it; a note in brackets, such as the choices of a question have, may follow.

        Raises:
            SettingError: when it is not in the list.
        """
        noted = _WITH_WORD.match(name)
        for tried in (name, noted["name"] if noted else name):
            if fold(tried) in self.places:
                return str(self.roster.names[self.places[fold(tried)]])
        raise SettingError(f"There is no account called “{name}” in the list.")

    def good(self, text: str) -> Good:
        if text not in set(Good):
            raise SettingError(f"“{text}” is none of {', '.join(Good)}.")
        return Good(text)

    def named(self, usual: Say) -> dict[str, str]:
        """Account → word of an answer that lists several."""
        return {self.account(name): word for name, word in listed_words(self._apart(), usual).items()}

    def _apart(self) -> str:
        """The answer with `;` between its names, where commas stand there and none of them is part of a name."""
        parts = [part.strip() for part in self.value.split(",")]
        names = listed_words("; ".join(parts), Say.YES) if len(parts) > 1 and ";" not in self.value else {}
        return "; ".join(parts) if names and all(fold(name) in self.places for name in names) else self.value


def is_plan_code(code: str) -> bool:
    """Whether a code is that of a question of the plan, and not of the reading."""
    kind, _, about = code.partition(":")
    return kind in set(PlanCode) and bool(about) == (kind in OF_SOMETHING)


def obeyed(roster: Roster, changes: Mapping[str, object] = MappingProxyType({})) -> Roster:
    """The list with the answers to questions of the plan on its Rules, Overrides and Settings sheets.

    An answer that cannot be used is an issue, and one about an account that is not in the list waits for it. Doing
    it twice changes nothing more.

    Args:
        changes: settings that the list is planned with.

    Raises:
        SettingError: on an impossible setting.
    """
    told, _ = read_answers(roster.sheets.get(SHEET))
    told = tuple(one for one in told if is_plan_code(one.code))
    if not told:
        return roster
    settings = resolve_settings(roster, changes)
    dated = convert_units(roster, settings)
    places = {name: i for i, name in reversed(list(enumerate(fold_all(roster.names))))}
    issues: list[Issue] = []
    for one in told:
        try:
            said = _of_one(one, dated, settings, places)
        except SettingError as error:
            issues.append(_unusable(one, str(error)))
            continue
        roster = _with_hours(with_changes(roster, said), said, one)
    known = set(roster.issues)
    return dataclasses.replace(roster, issues=(*(issue for issue in issues if issue not in known), *roster.issues))


def check_plan_answer(roster: Roster, code: str, value: str, changes: Mapping[str, object]) -> None:
    """Try one answer to a question of the plan.

    Raises:
        SettingError: when it cannot be used.
    """
    settings = resolve_settings(roster, changes)
    places = {name: i for i, name in reversed(list(enumerate(fold_all(roster.names))))}
    _of_one(Answer(code, value), convert_units(roster, settings), settings, places)


def _of_one(one: Answer, roster: Roster, settings: Settings, places: Mapping[str, int]) -> Changes:
    """What one answer changes, told by whom and when."""
    kind, _, about = one.code.partition(":")
    changes = _OBEY[PlanCode(kind)](_Told(one.value, about, roster, settings, places))
    overrides = (dataclasses.replace(change, by=one.by, day=one.day) for change in changes.overrides)
    return dataclasses.replace(changes, overrides=tuple(overrides))


def listed_words(text: str, usual: Say) -> dict[str, str]:
    """Name → word of `Acme (double tick); Brook`; brackets that hold no known word belong to the name."""
    found: dict[str, str] = {}
    for part in (part.strip() for part in text.split(";")):
        match = _WITH_WORD.match(part)
        if match and match["word"].strip().lower() in set(Say):
            found[match["name"]] = match["word"].strip().lower()
        elif part:
            found[part] = str(usual)
    return found


def _hours(told: _Told) -> Changes:
    people = find_people(told.roster, told.settings.weeks)
    return hours_a_week(told.value, len(people.people), told.settings.weeks)


def _guess(told: _Told) -> Changes:
    good, _, name = told.about.partition(":")
    return guesses({f"{told.good(good)}:{told.account(name)}": told.value.strip().lower()})


def _alive(told: _Told) -> Changes:
    return still_alive(told.roster, told.settings, {told.account(told.about): told.value.strip().lower()})


OF_SOMETHING: Final = frozenset({PlanCode.INDUSTRY, PlanCode.NAMES, PlanCode.GUESS, PlanCode.ALIVE, PlanCode.LEAVE_OUT})
_OBEY: Final[Mapping[PlanCode, Callable[[_Told], Changes]]] = MappingProxyType(
    {
        PlanCode.HOURS: _hours,
        PlanCode.INDUSTRY: lambda told: good_industries({told.about: told.value.strip().lower()}),
        PlanCode.BETTER_AT: lambda told: better_at(part for part in map(str.strip, told.value.split(";")) if part),
        PlanCode.NAMES: lambda told: ticked(told.good(told.about), told.named(Say.TICK)),
        PlanCode.GUESS: _guess,
        PlanCode.ALIVE: _alive,
        PlanCode.LEAVE_OUT: lambda told: left_out({told.account(told.about): told.value.strip().lower()}),
        PlanCode.TIME: lambda told: time_spent(told.named(Say.A_LOT), told.settings.hours or 0.0),
    }
)


def _with_hours(roster: Roster, changes: Changes, one: Answer) -> Roster:
    """The list with the hours of an answer on its Settings sheet, where neither that nor a Team sheet has any."""
    if "hours" not in changes.settings:
        return roster
    if setting_value(roster.sheets, "hours") is not None or find_people(roster, roster.weeks).stated:
        return roster
    rows = roster.sheets["settings"].rows if "settings" in roster.sheets else ()
    cells = {"setting": SheetCell("hours", one.cell), "value": SheetCell(changes.settings["hours"], one.cell)}
    settings = SettingSheet("settings", (*rows, MappingProxyType(cells)))
    return dataclasses.replace(roster, sheets=MappingProxyType({**roster.sheets, "settings": settings}))


def _unusable(one: Answer, why: str) -> Issue:
    return Issue(
        "answer-unusable", Severity.WARNING, f"The answer to “{one.code}” was not used. {why}",
        "Correct it, or delete it from the Answers sheet.", "Answers", one.cell, one.value,
    )  # fmt: skip
