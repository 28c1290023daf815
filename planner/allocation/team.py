"""Who has how many hours in the period, and whose accounts are whose.

The one place that knows how hours come about: the Team sheet's; else 8 a week for each owner in the list, else
for one person (both assumed). A total that was asked for (`settings.hours`) scales everybody in proportion.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from planner.arrays import Mask
from planner.balance import Balance
from planner.errors import SettingError
from planner.fields import Field
from planner.goods import GROUPS
from planner.records.findings import SheetCell
from planner.records.issues import Issue
from planner.records.team import Person, Team
from planner.roster.roster import Roster
from planner.settings import BalanceScope, Settings
from planner.valuation.distinct import distinct, plain
from planner.vocabulary import Severity

WEEKLY_HOURS = 8.0
WEEKS_A_MONTH = 52 / 12
NAME_HEADERS = ("person", "name", "owner", "partner", "who")
NOBODY = frozenset({"n/a", "na", "none", "-", "–", "?", "tbd", "tba", "nobody", "unassigned", "unknown", "no owner"})
EVERYBODY = frozenset({"all", "everyone", "everybody", "anyone", "anybody", "team", "shared"})
ONE_PERSON = "You"


@dataclass(frozen=True)
class FoundPeople:
    """The people before any scaling; `stated` says whether the user gave hours, `listed` whether there is a Team."""

    people: tuple[Person, ...]
    stated: bool
    listed: bool
    issues: tuple[Issue, ...] = ()

    @property
    def hours(self) -> float:
        return sum(person.hours for person in self.people)


def find_team(roster: Roster, settings: Settings) -> Team:
    """The people with their hours, which add up to `settings.hours`, and who may work on which account.

    People stand in the Team sheet's order, else by name. The hours are `assumed` where neither the Team sheet nor
    the settings gave any (`hours` is then not among `settings.given`).

    Raises:
        SettingError: naming sheet and cell, when the Team sheet cannot be used.
    """
    found = find_people(roster, settings.weeks)
    issues = list(found.issues)
    people = found.people
    if settings.hours is not None and abs(settings.hours - found.hours) > 1e-6:
        if found.stated:
            issues.append(_different_total(found.hours, settings.hours))
        factor = settings.hours / found.hours
        people = tuple(replace(person, hours=person.hours * factor) for person in people)
    if settings.balance_scope is BalanceScope.FIRM and any(person.balance for person in people):
        issues.append(_own_balance_unused())
    eligible, unknown = _eligible(roster, people, found.listed)
    asked = settings.hours is not None and "hours" in settings.given
    return Team(people, eligible, not (found.stated or asked), tuple(issues + unknown))


def find_people(roster: Roster, weeks: float) -> FoundPeople:
    """The Team sheet's people, else the owners of the list, else one person.

    Raises:
        SettingError: naming sheet and cell, when the Team sheet cannot be used.
    """
    sheet = roster.sheets.get("team")
    if sheet is not None:
        found = _from_sheet(sheet.name.capitalize(), sheet.rows, weeks)
        if found.people:
            return found
    names: dict[str, str] = {}
    for text in distinct(roster.text(Field.OWNER)).values:
        for name in owners(text):
            names.setdefault(_key(name), name)
    ordered = sorted(names.values(), key=lambda name: (name.casefold(), name)) or [ONE_PERSON]
    hours = WEEKLY_HOURS * weeks
    return FoundPeople(tuple(Person(name, hours) for name in ordered), stated=False, listed=False)


def owners(text: str) -> tuple[str, ...]:
    """The names in an owner cell, separated by `;` or `/`; none where it means everyone or is blank."""
    if plain(text) in NOBODY | EVERYBODY:
        return ()
    names = (" ".join(part.split()) for part in re.split(r"[;/]", text))
    return tuple(name for name in names if name and plain(name) not in NOBODY | EVERYBODY)


def _key(name: str) -> str:
    return plain(name.replace(".", " "))


def _from_sheet(name: str, rows: tuple[Mapping[str, SheetCell], ...], weeks: float) -> FoundPeople:
    people: dict[str, Person] = {}
    issues: list[Issue] = []
    stated = False
    for row in rows:
        cell = next((row[header] for header in NAME_HEADERS if header in row), None)
        person = str(cell.value).strip() if cell is not None and cell.value is not None else ""
        hours, where = _hours(name, row, weeks)
        if not person:
            if hours is not None:
                raise SettingError(f"{name}!{where} gives hours to nobody; write whose they are beside them.")
            continue
        if _key(person) in people:
            raise SettingError(f"“{person}” stands twice on the {name} sheet; keep one line for each person.")
        if hours is None:
            hours = WEEKLY_HOURS * weeks
            issues.append(
                Issue(
                    "team-hours-assumed",
                    Severity.WARNING,
                    f"The {name} sheet gives no hours for {person}; {WEEKLY_HOURS:g} a week were assumed.",
                    "Write the hours for the period beside the name.",
                    name,
                    cell.cell if cell else "",
                )
            )
        else:
            stated = True
        people[_key(person)] = Person(person, hours, _balance(name, row))
    if people and sum(person.hours for person in people.values()) <= 0:
        raise SettingError(f"The {name} sheet gives nobody any hours; write each person's hours for the period.")
    # where the sheet gives nobody's hours, the plan says what was assumed
    return FoundPeople(tuple(people.values()), stated, listed=True, issues=tuple(issues) if stated else ())


def _hours(sheet: str, row: Mapping[str, SheetCell], weeks: float) -> tuple[float | None, str]:
    """Hours of the period and their cell; the header may say that they are of a week or a month."""
    for header, cell in row.items():
        words = re.findall(r"[a-z]+", header)
        if not {"hours", "hour", "hrs", "h"} & set(words) or cell.value is None or str(cell.value).strip() == "":
            continue
        match = re.fullmatch(r"\s*(-?[\d,]*\.?\d+)\s*(?:h|hrs|hours)?\.?\s*", str(cell.value))
        number = float(match[1].replace(",", "")) if match else math.nan
        if not 0 <= number <= 1_000_000:
            raise SettingError(
                f"{sheet}!{cell.cell} should be a person's hours, but is “{cell.value}”; write a number from 0 up."
            )
        per_week = bool({"week", "weekly", "wk", "pw"} & set(words))
        per_month = bool({"month", "monthly", "pm"} & set(words))
        return number * (weeks if per_week else weeks / WEEKS_A_MONTH if per_month else 1.0), cell.cell
    return None, ""


def _balance(sheet: str, row: Mapping[str, SheetCell]) -> tuple[float, ...] | None:
    """A person's own balance, from a `balance` cell or from a column for each group."""
    cell = row.get("balance")
    if cell is not None and cell.value not in (None, ""):
        text, where = str(cell.value), cell.cell
    else:
        cells = [row[name] for name in GROUPS if name in row and row[name].value not in (None, "")]
        if not cells:
            return None
        text, where = "/".join(str(row[name].value if name in row else 0) for name in GROUPS), cells[0].cell
    try:
        return Balance.parse(text).shares()
    except SettingError as error:
        raise SettingError(f"{sheet}!{where}: {error}") from None


def _different_total(team: float, asked: float) -> Issue:
    return Issue(
        "team-hours-differ",
        Severity.WARNING,
        f"The Team sheet adds up to {team:,.6g} h, but {asked:,.6g} h were asked for; "
        f"everyone's hours were scaled to {100 * asked / team:.3g}% of the sheet's.",
        "Make the two agree, or leave the setting “hours” empty.",
        "Team",
    )


def _own_balance_unused() -> Issue:
    return Issue(
        "team-balance-unused",
        Severity.NOTE,
        "The Team sheet gives people a balance of their own; the plan keeps the firm's, and theirs is only compared.",
        "To plan by each person's own, set “balance_scope” to person.",
        "Team",
    )


def _eligible(roster: Roster, people: tuple[Person, ...], listed: bool) -> tuple[Mask, list[Issue]]:
    """(n, m) who may work on what; nobody known in an owner cell means everyone."""
    place = {_key(person.name): position for position, person in enumerate(people)}
    found = distinct(roster.text(Field.OWNER))
    allowed = np.zeros((len(found.values), len(people)), dtype=bool)
    unknown: dict[str, list[int]] = {}
    for code, text in enumerate(found.values):
        for name in owners(text):
            if _key(name) in place:
                allowed[code, place[_key(name)]] = True
            elif listed:
                unknown.setdefault(name, []).append(code)
    allowed[~allowed.any(axis=1)] = True
    issues = [_unknown_owner(roster, name, np.isin(found.codes, codes)) for name, codes in unknown.items()]
    return allowed[found.codes], issues


def _unknown_owner(roster: Roster, name: str, mask: Mask) -> Issue:
    accounts = np.flatnonzero(mask)
    first = int(accounts[0])
    count = "1 account" if len(accounts) == 1 else f"{len(accounts):,} accounts"
    return Issue(
        "owner-unknown",
        Severity.WARNING,
        f"“{name}” owns {count} ({roster.names[first]}{' …' if len(accounts) > 1 else ''}) but is not on the "
        "Team sheet; anyone on the team may work there.",
        "Add the name to the Team sheet, or change the owner.",
        roster.source.sheet,
        roster.cell(Field.OWNER, first),
        name,
    )
