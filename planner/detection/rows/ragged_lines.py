"""Pasted lines whose parts differ in number: each part is understood by what it is.

`Harbour Press – client – £14k – since 2021` above `Mara Quinn – sends me work`: the first part is the name; words for
a relationship, an amount of money, a chance, a repeated name of a person and remarks each come into a column.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from planner.parsing.cell_values import Unreadable
from planner.parsing.chances.chance_words import chance_of_words
from planner.parsing.first_names import is_first_name
from planner.parsing.kinds_of_business import names_business
from planner.parsing.money.money import read_amount
from planner.parsing.standing.relationships import relationship_of
from planner.parsing.standing.statuses import status_of
from planner.parsing.text_shapes import INITIALS, reads_like_name

NAME, INDUSTRY, RELATIONSHIP, STATUS, FEE, CHANCE, HOURS, OWNER, NOTES = (
    "Name", "Industry", "Relationship", "Status", "Annual fee", "Probability", "Hours now", "Owner", "Notes",
)  # fmt: skip
"""Headers that the columns are given."""
ORDER: Final = (NAME, INDUSTRY, RELATIONSHIP, STATUS, FEE, CHANCE, HOURS, OWNER, NOTES)
FEWEST: Final = 3
UNDERSTOOD: Final = 0.5
"""Of so many lines a part behind the name has to be understood for them to be a list of accounts."""
LONGEST_RELATIONSHIP: Final = 5
"""A part of more words is kept as a remark too, beside what it says of the relationship."""
LONGEST_OWNER: Final = 2
LONGEST_BUSINESS: Final = 3
IN_PLACE: Final = 0.6
"""A place behind the name holds what accounts are where it does in so many lines, mostly in words known for it."""
_MONEY = re.compile(
    r"^(?:~|c\.?|ca\.?|about|approx\.?)?\s*(?:[$€£₹]|[A-Z]{3}\s|kr\s|Rs?\.?\s?)?\s*\d[\d.,'’ ]*(?:[-–—]+)?\s*"
    r"(?:k|m|mio|tsd|t(?=\s?(?:€|eur))|lakhs?|l|crores?|cr)?\.?\s*"
    r"(?:[$€£]|EUR|GBP|USD|CHF|SEK|NOK|DKK|PLN|kr|zł)?\s*(?:\?|/.*|p\.?\s?[am]\.?|(?:a|per|al|par|pro|im|om)\s\w+)?$",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"[$€£₹]|^R\s?\d|\d\s*k\b|\d\s*(?:lakhs?|cr)\b|\b(?:EUR|GBP|USD|CHF|SEK|NOK|DKK|PLN|kr|zł)\b", re.IGNORECASE
)
_GRADES: Final = frozenset("ABCD")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_PERCENT = re.compile(r"^\s*(?:ca\.?|~|about)?\s*\d{1,3}\s*(?:%|percent|prozent)\s*(?:chance|likely)?$", re.IGNORECASE)
_HOURS = re.compile(
    r"^\s*\d+(?:[.,]\d)?\s*(?:h|hrs?|hours?|std|stunden|heures|horas|ore|uur)\b[^,]{0,16}$", re.IGNORECASE
)


def aligned(
    lines: Sequence[Sequence[str]], people: frozenset[str] = frozenset()
) -> tuple[tuple[str, ...], list[list[str]]] | None:
    """Headers and rows of lines parted unevenly; None where their parts are not understood.

    Args:
        lines: (n,) parts of each line, the name first.
        people: codes that a key says stand for somebody, in lower case.
    """
    rows = _rows(lines, people=people)
    understood = sum(any(kind not in {NAME, NOTES} for kind in row) for row in rows)
    return _under_headers(rows) if understood >= UNDERSTOOD * len(rows) else None


def named_parts(
    lines: Sequence[Sequence[str]], known: frozenset[str] = frozenset(), people: frozenset[str] = frozenset()
) -> tuple[tuple[str, ...], list[list[str]]]:
    """Headers and rows of lines that are surely accounts, whatever is understood of their parts.

    Args:
        known: columns that are known otherwise: a part that could stand in one of them is a remark.
        people: codes that a key says stand for somebody, in lower case.
    """
    return _under_headers(_rows(lines, known, people))


def _rows(
    lines: Sequence[Sequence[str]], known: frozenset[str] = frozenset(), people: frozenset[str] = frozenset()
) -> list[dict[str, str]]:
    persons = people | _persons(lines)
    place = _place_of_businesses(lines, persons)
    return [_row(line, persons, known, place) for line in lines]


def _persons(lines: Sequence[Sequence[str]]) -> frozenset[str]:
    """Who is named again and again, in lower case: initials, or names of which half at least begin like a person's.

    Single letters are initials where two of them at least stand for nearly all lines, and are no grades.
    """
    again = {part: times for part, times in Counter(part for line in lines for part in line[1:]).items() if times > 1}
    letters = {part: times for part, times in again.items() if len(part) == 1 and part.isupper()}
    if len(letters) > 1 and not _GRADES.issuperset(letters) and sum(letters.values()) >= IN_PLACE * len(lines):
        return frozenset(part.lower() for part in letters)
    named = [part for part in again if _is_person(part)]
    short = [part for part in named if INITIALS.match(part)]
    if not short and 2 * sum(map(is_first_name, named)) < len(named):
        return frozenset()
    return frozenset(part.lower() for part in (short if len(short) > 1 else named))


def _place_of_businesses(lines: Sequence[Sequence[str]], persons: frozenset[str]) -> int | None:
    """The place behind the names where most lines say what accounts are or trade in; None where there is none."""
    for place in range(1, max(map(len, lines), default=0)):
        parts = [line[place] for line in lines if len(line) > place]
        short = [part for part in parts if _could_be_business(part, persons)]
        if len(short) >= max(FEWEST, IN_PLACE * len(lines)):
            known = sum(map(names_business, short))
            return place if known >= IN_PLACE * len(short) else None
    return None


def _under_headers(rows: Sequence[Mapping[str, str]]) -> tuple[tuple[str, ...], list[list[str]]]:
    used = [kind for kind in ORDER if any(kind in row for row in rows)]
    return tuple(used), [[row.get(kind, "") for kind in used] for row in rows]


def _row(line: Sequence[str], persons: frozenset[str], known: frozenset[str], place: int | None) -> dict[str, str]:
    row = {NAME: line[0]}
    remarks = []
    for i, part in enumerate(line[1:], 1):
        if not part:
            continue
        kind = INDUSTRY if i == place and _could_be_business(part, persons) else _kind(part, persons)
        if kind == NOTES or kind in row or kind in known:
            remarks.append(part)
            continue
        row[kind] = part
        says_more = len(part.split()) >= LONGEST_RELATIONSHIP or any(map(str.isdigit, part))
        if kind == RELATIONSHIP and says_more:
            remarks.append(part)
    if remarks:
        row[NOTES] = "; ".join(remarks)
    return row


def _could_be_business(part: str, persons: frozenset[str]) -> bool:
    """Whether a part is a few words that may say what somebody is or trades in, as none of the other kinds is."""
    if not len(part) > 2 or len(part.split()) > LONGEST_BUSINESS or any(map(str.isdigit, part)):
        return False
    return names_business(part) or _kind(part, persons) == NOTES


def _kind(part: str, persons: frozenset[str]) -> str:
    """Which column a part belongs in."""
    if part.lower() in persons:
        return OWNER
    return next((kind for kind, fits in _KINDS.items() if fits(part)), NOTES)


def read_as_fee(part: str) -> bool:
    """Whether a part is an amount of money and nothing else."""
    if not _MONEY.match(part) or _YEAR.match(part.strip()):
        return False
    try:
        amount = read_amount(re.sub(r"[?]$", "", part), False)
    except Unreadable:
        return bool(_SIGNED.search(part))
    return bool(_SIGNED.search(part)) or amount.value >= 100


def _is_chance(part: str) -> bool:
    return bool(_PERCENT.match(part)) or (any(map(str.isdigit, part)) and chance_of_words(part) is not None)


def _is_person(part: str) -> bool:
    return len(part.split()) <= LONGEST_OWNER and reads_like_name(part) and not status_of(part).said


_KINDS: Final[Mapping[str, Callable[[str], bool]]] = MappingProxyType(
    {
        CHANCE: _is_chance,
        HOURS: lambda part: bool(_HOURS.match(part)),
        FEE: read_as_fee,
        RELATIONSHIP: lambda part: relationship_of(part) is not None,
        STATUS: lambda part: len(part.split()) <= LONGEST_OWNER and status_of(part).state is not None,
    }
)
