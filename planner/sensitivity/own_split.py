"""A split of the hours that somebody made by hand: read from a file or pasted, and scored by the model of the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from planner import text
from planner.allocation.constraints.setting_locations import SettingLocations
from planner.arrays import Numbers
from planner.detection.rows.total_rows import is_named_total
from planner.errors import InputError
from planner.explanation.baselines import baseline
from planner.explanation.gains import Gain
from planner.explanation.measure import difference
from planner.explanation.types import Baseline
from planner.parsing.cell_values import is_missing
from planner.parsing.durations import HoursHeader, parse_hours
from planner.parsing.names import fold
from planner.parsing.text_cells import to_text
from planner.readers.workbook import Sheet, open_book, read_bytes
from planner.result import Plan
from planner.roster.lists.account_matching import AccountNames
from planner.sensitivity.violated_constraints import broken_by

HOURS: Final = (
    "my hours", "your hours", "our hours", "hours planned", "planned hours", "hours", "plan", "planned", "hrs", "h",
    "stunden", "heures", "horas", "uren",
)  # fmt: skip
"""Headers of the hours of a split in small letters, the best first."""
NAMED = 3
LEAST_SHORT: Final = 0.05
"""Hours short of the balance that are worth a word."""
_BETWEEN: Final = re.compile(r"\s+[-–—]\s+|\s*[\t,;:|=]\s*|\s+")
"""What stands between a name and its hours on a pasted line."""
_DECIMAL_COMMA: Final = re.compile(r"\d,\d{1,2}(\s*\D*)?")


@dataclass(frozen=True, eq=False)
class Score:
    """The user's own split beside the plan.

    Attributes:
        yours: hours, attainment, money, shares, shortage and objective of the split; plan: of the plan.
        gain: what the split adds more than the plan (less, below 0).
        breaks: a sentence for each setting of the user that the split breaks, the balance apart.
    """

    yours: Baseline
    plan: Baseline
    gain: Gain
    breaks: tuple[str, ...]
    sentence: str


def read_split(source: str | Path | bytes, plan: Plan, *, name: str | None = None) -> Mapping[str, float]:
    """The hours by account in a file: a column with the plan's account names, and one of hours.

    Args:
        source: a CSV file or a workbook, or its content.  name: what to call the content, with its ending.

    Raises:
        InputError: where no sheet has both, where hours are no number, and where they are of no account of the plan.
        FileRefused: when the file cannot be opened.
    """
    content, label = read_bytes(source, name, plan.settings)
    book = open_book(content, label, plan.settings)
    known = _Names(plan.problem.names.tolist())
    found = [place for sheet in map(book.sheet, book.names) if (place := _place(sheet, known))]
    if not found:
        raise InputError(
            f"{label} has no column with the names of your accounts and another called “Hours”; write both, one row "
            "an account."
        )
    return _hours_of(max(found, key=lambda place: place.accounts), known, plan.settings.weeks)


def read_pasted(lines: str, plan: Plan) -> Mapping[str, float]:
    """The hours by account of lines such as `Northgate Foods, 12` or `Acme – 3½ h`; a line without hours gives none.

    Raises:
        InputError: where hours are no number, and where they are of no account of the plan.
    """
    known = _Names(plan.problem.names.tolist())
    written = [line.strip() for line in lines.splitlines() if line.strip()]
    pairs = [_pair(line, known) for line in written]
    if pairs and known.of(pairs[0][0]) is None and fold(pairs[0][1]) in HOURS:
        del pairs[0]  # the header that came along from a workbook
    comma = any(_DECIMAL_COMMA.fullmatch(hours) for _, hours in pairs)
    sheet = Sheet("", pairs, decimal_comma=comma)
    return _hours_of(_Place(sheet, 0, 0, 1, len(pairs)), known, plan.settings.weeks)


def _pair(line: str, known: _Names) -> tuple[str, str]:
    """The longest account's name that a line begins with, and what follows; without one, its last word apart."""
    if known.of(line) is not None:
        return line, ""
    parted = [(line[: gap.start()], line[gap.end() :]) for gap in _BETWEEN.finditer(line)]
    named = [pair for pair in parted if known.of(pair[0]) is not None]
    hours = [pair for pair in parted if pair[1][:1].isnumeric()]
    return next(reversed(named or hours or parted), (line, line))


class _Names:
    """The plan's accounts, as cells name them."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names, self._known = names, AccountNames(names)

    def of(self, cell: Any) -> str | None:
        """The account of a cell; None where it is none."""
        place = self._known.place(to_text(cell))
        return None if place is None else self._names[place]


@dataclass(frozen=True, eq=False)
class _Place:
    """Where a sheet has a split: the first row below its header, the columns, and how many accounts it names."""

    sheet: Sheet
    top: int
    names: int
    hours: int
    accounts: int


def _place(sheet: Sheet, known: _Names) -> _Place | None:
    """The column that names most accounts and one of hours, under a header above them; None where one is missing."""
    found = [[i for i, row in enumerate(sheet.rows) if known.of(row[j])] for j in range(sheet.width)]
    at = max(range(sheet.width), key=lambda j: len(found[j]), default=-1)
    if at < 0 or not found[at]:
        return None
    first = found[at][0]
    for header in range(first - 1, -1, -1):
        words = [fold(to_text(cell)) for cell in sheet.rows[header]]
        best = next((word for word in HOURS if word in words), None)
        if best is not None:
            return _Place(sheet, header + 1, at, words.index(best), len(found[at]))
    return None


def _hours_of(place: _Place, known: _Names, weeks: float) -> Mapping[str, float]:
    sheet, at, column = place.sheet, place.names, place.hours
    rows = [row for row in sheet.rows[place.top :] if not is_missing(row[column]) and not is_missing(row[at])]
    rows = [row for row in rows if not is_named_total(to_text(row[at]))]
    parsed = parse_hours(
        [row[column] for row in rows], header=HoursHeader(), weeks=weeks, decimal_comma=bool(sheet.decimal_comma)
    )
    if wrong := list(_not_hours(rows, at, column, parsed.values)):
        raise InputError(f"Hours that are no number: {text.listed(wrong[:NAMED])}.")
    hours: dict[str, float] = {}
    strangers = []
    for row, amount in zip(rows, parsed.values.tolist(), strict=True):
        name = known.of(row[at])
        if name is None:
            strangers += [f"“{to_text(row[at]).strip()}”"] if amount > 0 else []
            continue
        hours[name] = hours.get(name, 0.0) + amount
    if strangers:
        raise InputError(f"Hours for accounts that your list does not have: {text.listed(strangers[:NAMED])}.")
    return hours


def _not_hours(rows: Sequence[Sequence[Any]], at: int, column: int, hours: Numbers) -> Iterator[str]:
    for row, amount in zip(rows, hours.tolist(), strict=True):
        if np.isnan(amount):
            yield f"“{to_text(row[column])}” of {to_text(row[at]).strip()}"


def score_split(plan: Plan, hours: Mapping[str, float]) -> Score:
    """What a split typed by the user is worth, by the same model beside the plan.

    Args:
        hours: by account name (case does not matter); accounts that are not named get none.

    Raises:
        InputError: on an unknown account, or hours below 0.
    """
    given = _placed(plan, hours)
    yours = baseline(plan.problem, plan.allocation, given)
    best = baseline(plan.problem, plan.allocation, plan.allocation.hours)
    gain = difference(plan.problem, given, plan.allocation.hours)
    breaks = broken_by(plan.problem, given, SettingLocations(plan.roster), plan.settings)
    says = "Your split brings as much as the plan"
    if gain.matters:
        says = f"Your split brings {gain.compared(plan.settings.currency)} than the plan"
    keeps = f"it breaks {text.count(len(breaks), 'setting')} of yours" if breaks else ""
    return Score(yours, best, gain, breaks, text.sentence(says, _missed(yours, best), keeps))


def _missed(yours: Baseline, best: Baseline) -> str:
    """By how much each is short of the balance."""
    mine, plans = (float(one.short.sum()) for one in (yours, best))
    if mine < LEAST_SHORT:
        beside = "as the plan does" if plans < LEAST_SHORT else f"of which the plan is short by {text.hours(plans)}"
        return f"it keeps the balance, {beside}"
    if abs(mine - plans) < LEAST_SHORT:
        return f"like the plan, it is short of the balance by {text.hours(mine)}"
    beside = "is not" if plans < LEAST_SHORT else f"by {text.hours(plans)}"
    return f"it is short of the balance by {text.hours(mine)}, the plan {beside}"


def _placed(plan: Plan, hours: Mapping[str, float]) -> Numbers:
    position = {str(name).casefold(): i for i, name in enumerate(plan.problem.names)}
    given = np.zeros(plan.problem.size)
    for name, amount in hours.items():
        if name.casefold() not in position:
            raise InputError(f"There is no account called “{name}” in the list.")
        if not 0 <= amount < np.inf:
            raise InputError(f"{name} cannot get {amount:g} h; hours are 0 or more.")
        given[position[name.casefold()]] += amount
    return given
