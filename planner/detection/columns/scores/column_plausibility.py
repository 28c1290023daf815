"""How well the values of a column fit a field, whatever its header says: 0 (not at all) to 1."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import Any

from planner.fields import FIELDS, Field, Kind
from planner.parsing.cell_values import Unreadable, as_cells, is_number
from planner.parsing.chances.chance_words import chance_of_words, says_chance
from planner.parsing.dates.date_words import MONTHS
from planner.parsing.dates.dates import is_serial, read_date
from planner.parsing.durations import HoursHeader, parse_hours
from planner.parsing.money.fee_texts import is_share_of
from planner.parsing.money.money import read_amount
from planner.parsing.scales import RATING_WORDS, parse_ratings, share_of_signs
from planner.parsing.shares import parse_share_of_today
from planner.parsing.standing.relationship_columns import sends_work
from planner.parsing.standing.relationships import relationship_of
from planner.parsing.standing.stages import OPEN, is_stage, outcome_of
from planner.parsing.standing.statuses import status_of
from planner.parsing.text_cells import read_yes_no
from planner.parsing.text_shapes import LETTER
from planner.parsing.word_lists import words

_CASE = re.compile(r"^\s*\d{1,5}\s?[/-]\s?\d{2,6}\s*$")
_WHEN = re.compile(
    rf"^\s*(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?[\s'’/-]*(?:\d\d|20\d\d)\s*$"
    r"|^\s*(?:ongoing|laufend|en cours|en curso|lopend)\s*$",
    re.IGNORECASE,
)
"""A month and its year, or that something goes on."""
_EMAIL = re.compile(r"^[^@\s]+@[^@\s/]+$|^[^@/]*<[^@\s]+@[^@\s/]+>$|^[^/]*@[^/]*[,;][^/]*$")
_IN_FIGURES = re.compile(
    rf"^\s*\d{{1,2}}\s*[./ -]\s*(?:\d{{1,2}}|(?:{'|'.join(MONTHS)})\b\.?)(?:\s*[./ -]\s*\d{{2,4}})?\s*$", re.IGNORECASE
)
"""A day and its month alone (`15-Dec-26`, `4/12`)."""
SAMPLE = 60
STATED = 0.7
"""What stands in the place of a chance where there is nothing to win any more (`ongoing`, `signed`)."""
_TODAY = dt.date(2026, 1, 1)


def sample(values: Sequence[Any], most: int = SAMPLE) -> list[Any]:
    """Up to `most` cells that say something, from the whole length of a column."""
    step, silent = max(1, len(values) // (4 * most)), as_cells(values).silent
    filled = [cell for cell in values[::step] if cell not in silent]
    if not filled and step > 1:
        filled = [cell for cell in dict.fromkeys(values) if cell not in silent]
    return filled[:: max(1, len(filled) // most)][:most]


SIZE_WORDS = words(
    """big small large lots loads tiny huge medium modest decent peanuts unknown substantial groß gross klein mittel
    grand gros petit moyen grande pequeño pequeno mediano groot klein"""
)
"""What people write under money where they have no amount; it speaks for an amount as little as against one."""


HOW_CLOSE = words(
    "strong solid weak close distant warm cool stark schwach fort faible fuerte debil sterk zwak forte debole"
)
"""How strong a relationship is, under a header of strength."""


def plausibility(name: Field, cells: Sequence[Any]) -> float:
    """The share of sampled cells that could be values of a field; 0.8 where there are none to judge by."""
    if not cells:
        return 0.8
    test = _TESTS.get(name) or _KIND_TESTS[FIELDS[name].kind]
    kinds = [(type(cell), cell) for cell in cells]
    fits = {(kind, cell): test(cell) for kind, cell in set(kinds)}
    return sum(map(fits.__getitem__, kinds)) / len(cells)


def _text(cell: Any) -> float:
    if isinstance(cell, str):
        return 1.0 if LETTER.search(cell) else 0.4
    return 0.4 if is_number(cell) else 0.1


def _work(cell: Any) -> float:
    """A deal or a case: a text, or a case's number (`12/25`); a grade, or when something was or will be is none."""
    if isinstance(cell, str) and read_yes_no(cell) is not None:
        return 0.0
    if isinstance(cell, str) and len(cell.strip()) == 1:
        return 0.5
    if isinstance(cell, str) and _CASE.match(cell):
        return 1.0
    return 0.1 if isinstance(cell, str) and _WHEN.match(cell) else _text(cell)


def _named(cell: Any) -> float:
    return 1.0 if isinstance(cell, str) and LETTER.search(cell) else 0.0


def _owner(cell: Any) -> float:
    if isinstance(cell, str) and (cell.startswith("@") or read_yes_no(cell) is not None):
        return 0.0
    if isinstance(cell, str) and (chance_of_words(cell) is not None or _WHEN.match(cell) or _date(cell)):
        return 0.2
    return _text(cell)


def _account(cell: Any) -> float:
    if not isinstance(cell, str):
        return 0.15
    if (relationship_of(cell) and len(cell) < 16) or _WHEN.match(cell) or _IN_FIGURES.match(cell):
        return 0.0
    if not LETTER.search(cell) or len(cell) > 100:
        return 0.2
    return 1.0 if len(cell.strip()) > 2 else 0.6


def _money(cell: Any) -> float:
    if is_number(cell):
        return 1.0
    if not isinstance(cell, str):
        return 0.0
    if cell.strip().lower() in SIZE_WORDS:
        return 0.8
    if is_share_of(cell):
        return 1.0
    try:
        return 0.0 if read_amount(cell, False).percent else 1.0
    except Unreadable:
        return 0.0


def _share(cell: Any) -> float:
    if is_number(cell):
        return 1.0 if 0 <= cell <= 100 else 0.7
    if not isinstance(cell, str):
        return 0.0
    if says_chance(cell) or share_of_signs(cell) is not None:
        return 1.0
    if relationship_of(cell) or outcome_of(cell):
        return STATED
    try:
        amount = read_amount(cell, False, periods=False)
    except Unreadable:
        return 0.0
    return 0.0 if amount.currency or amount.unit else 1.0 if 0 <= amount.value <= 100 else 0.5


def _share_of_today(cell: Any) -> float:
    return 0.0 if parse_share_of_today([cell], decimal_comma=False).problems else 1.0


def _rating(cell: Any) -> float:
    if isinstance(cell, str) and cell.strip().lower() in RATING_WORDS:
        return 1.0
    if is_number(cell):
        return 1.0 if 0 <= cell <= 100 else 0.0
    try:
        return 0.0 if parse_ratings([cell], top=100.0, decimal_comma=False).problems else 1.0
    except (ValueError, TypeError):
        return 0.0


def _builds(cell: Any) -> float:
    """A rating of what the firm would learn; how strong a relationship is says nothing of that."""
    return 0.0 if isinstance(cell, str) and cell.strip().lower() in HOW_CLOSE else _rating(cell)


def _hours(cell: Any) -> float:
    return 0.0 if parse_hours([cell], header=HoursHeader(), weeks=13, decimal_comma=False).problems else 1.0


def _date(cell: Any) -> float:
    if isinstance(cell, dt.date):
        return 1.0
    if is_number(cell):
        return 0.8 if is_serial(cell, _TODAY) or 1990 <= cell <= 2100 else 0.0
    try:
        return 1.0 if isinstance(cell, str) and read_date(cell, day_first=True, today=_TODAY) else 0.0
    except ValueError:
        return 0.0


def _expected(cell: Any) -> float:
    """A day to come; what is won or lost already says so in its place."""
    return _date(cell) or (STATED if isinstance(cell, str) and outcome_of(cell) else 0.0)


def _relationship(cell: Any) -> float:
    if isinstance(cell, str) and sends_work(cell):
        return 0.8
    return 1.0 if relationship_of(str(cell)) or str(cell).lower() in {"yes", "no", "y", "n"} else 0.0


def _stage(cell: Any) -> float:
    return 1.0 if is_stage(str(cell)) else 0.55 if isinstance(cell, str) else 0.1


def _status(cell: Any) -> float:
    text = str(cell).strip().lower()
    if read_yes_no(text) is not None or text in {"w", "l"}:
        return 0.8
    if outcome_of(text) or text in OPEN or text in {"true", "false", "1", "0", "1.0", "0.0", "closed"}:
        return 1.0
    return 0.9 if relationship_of(text) or status_of(text).said or is_stage(text) else 0.3


def _domain(cell: Any) -> float:
    return 1.0 if isinstance(cell, str) and "." in cell and " " not in cell.strip() else 0.0


def _email(cell: Any) -> float:
    return 1.0 if isinstance(cell, str) and _EMAIL.match(cell.strip()) else 0.0


def _any(cell: Any) -> float:
    return 1.0 if not isinstance(cell, dt.date) else 0.2


def _step(cell: Any) -> float:
    """A step to take; a day on which one is due is none."""
    return 0.2 if isinstance(cell, dt.date) or (isinstance(cell, str) and _IN_FIGURES.match(cell)) else 1.0


_KIND_TESTS: dict[Kind, Callable[[Any], float]] = {
    Kind.TEXT: _text,
    Kind.NAMES: _text,
    Kind.RELATIONSHIP: _relationship,
    Kind.MONEY: _money,
    Kind.SHARE: _share,
    Kind.SHARE_OF_TODAY: _share_of_today,
    Kind.RATING: _rating,
    Kind.HOURS: _hours,
    Kind.NUMBER: _money,
    Kind.DATE: _date,
}
_TESTS: dict[Field, Callable[[Any], float]] = {
    Field.RATING_STRENGTHS: _builds,
    Field.ACCOUNT: _account,
    Field.DEAL: _work,
    Field.STAGE: _stage,
    Field.STATUS: _status,
    Field.DOMAIN: _domain,
    Field.EMAIL: _email,
    Field.ACCOUNT_ID: _any,
    Field.NOTES: _any,
    Field.NEXT_STEP: _step,
    Field.EXPECTED_DATE: _expected,
    Field.OWNER: _owner,
    Field.LEAD_SOURCE: _named,
    Field.ECONOMIC_BUYER: _named,
    Field.CHAMPION: _named,
    Field.ALTERNATIVE: _named,
}
