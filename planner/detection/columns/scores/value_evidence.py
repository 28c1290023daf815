"""What the values of a column alone suggest: the fields and other meanings that they look like, 0 to 1.

Only what the values of hardly anything else look like counts for much; a column of short texts could be anything.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from planner.detection.columns.scores.column_profile import DIGIT, TICKS, ColumnProfile
from planner.detection.headers.document_words import KNOWN
from planner.detection.headers.field_words import Meaning, Other
from planner.fields import Field
from planner.parsing.cell_values import Unreadable
from planner.parsing.chances.chance_words import chance_of_words
from planner.parsing.dates.dates import read_date
from planner.parsing.first_names import is_first_name
from planner.parsing.item_numbers import numbers_items
from planner.parsing.standing.relationship_columns import relationship_codes
from planner.parsing.standing.relationships import relationship_of
from planner.parsing.standing.stages import is_stage, outcome_of
from planner.parsing.standing.statuses import status_of
from planner.parsing.text_shapes import split_names

LARGE_NUMBER = 400
"""Numbers of this size are hardly counts, chances or hours."""
_HOST = re.compile(r"^(?:https?://)?(?:[^\W_][\w-]*\.)+[a-z]{2,}(?:[/:?].*)?$")
_SERIAL = re.compile(r"^\d{5}(?:\.\d+)?$")
"""A plain number by which a spreadsheet may count a day, where its header speaks of one."""
_SECOND = re.compile(r"^\s*\d\d?/(\d\d?)/\d")
MONTHS = 12
"""Where more than this stands behind the first stroke of a date, the month stands before it."""
KEYS = 12
"""So many whole numbers that rise from row to row are keys."""
MOSTLY = 0.5
SOME_ROUND = 0.5
"""Of the numbers by which spreadsheets count days one in ten is round; of amounts most are."""
MOSTLY_NAMES, LONGEST_NAME = 0.85, 2.2
MOSTLY_KNOWN, SEEN_TWICE = 0.7, 0.5
"""First names make a column one of the firm's own people where so many are known ones, and most stand again."""
SOME_TICKS = 0.4
"""Where more cells say yes or no, the others are answers too (`bounced`), and nobody's initials."""
MOSTLY_SAID = 0.9
MOSTLY_CHANCES, SOME_CHANCES = 0.75, 0.2
ENOUGH = 3
"""Fewer values than this prove little."""


@dataclass(frozen=True)
class Around:
    """What else stands on the sheet, against which a column's values are read.

    Attributes:
        names: what may be the names of the accounts, in lower case.
        people: initials and first names with a key on the sheet, and owners on other sheets, in lower case.
        accounts: headers over the names of accounts on other sheets, as `Header.words`.
        codes: codes with a key on the sheet that say what an account is, in lower case.
        meanings: what codes mean that are no people's, by code in lower case.
        in_thousands: whether a line above the list says that its money is in thousands.
        past_fees: words for money of which a line says that it is of a year that is over.
        currencies: the sign that the number formats of a column show, by its place from 0.
        of_senders: whether the sheet is called after those who send work (`Introducers`).
        today: tells dates to come from those that are past.
    """

    names: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    accounts: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()
    meanings: Mapping[str, str] = field(default_factory=dict)
    currencies: Mapping[int, str] = field(default_factory=dict)
    today: dt.date = field(default_factory=dt.date.today)
    in_thousands: bool = False
    past_fees: frozenset[str] = frozenset()
    of_senders: bool = False


def value_evidence(column: ColumnProfile, around: Around) -> Mapping[Meaning, float]:
    """How strongly the values of a column suggest each meaning."""
    found: dict[Meaning, float] = {}
    if not column.size:
        return found
    _texts(column, around, found)
    _numbers(column, found)
    _dates(column, around, found)
    if column.size < ENOUGH:
        return {meaning: 0.5 * score for meaning, score in found.items()}
    return found


def _texts(column: ColumnProfile, around: Around, found: dict[Meaning, float]) -> None:
    if not column.texts:
        return
    emails = column.share_of(lambda text: "@" in text and "." in text and not {" ", "/"} & set(text))
    hosts = column.share_of(_HOST.match)
    if emails > 0.7:
        found[Field.EMAIL] = 0.95
    elif hosts > 0.7 and column.words <= 1.1:
        found[Field.DOMAIN] = 0.8
    _categories(column, around, found)
    if column.regions > 0.6:
        found[Field.REGION] = 0.55 if column.size > ENOUGH else 0.3
    people = _people(column, around, "relationship" in found)
    if people:
        found[Field.OWNER] = people
    known = column.share_of(around.names.__contains__)
    if known > 0.3 and column.filled < 0.95:
        found[Field.LEAD_SOURCE] = max(0.4, min(0.8, known))
    if column.sentences > 0.5 and column.words >= 3:
        found[Field.NOTES] = 0.6 if column.different > 0.8 else 0.3
    if column.names > 0.75 and column.different > 0.6 and column.words > 1.15 and column.codes < 0.3:
        found[Field.ACCOUNT] = 0.2 + 0.1 * (column.different > 0.95) + 0.05 * (column.filled > 0.9)


def _people(column: ColumnProfile, around: Around, related: bool) -> float:
    """How much texts look like those who own the accounts, 0 to 1; `related` where they may be relationships."""
    people = [part.lower() for text in column.texts for part in split_names(text)]
    keyed = sum(part in around.people for part in people) / max(1, len(people))
    if keyed > 0.7:
        return 0.95
    if column.firms or column.ticks > SOME_TICKS or column.share_of(KNOWN.__contains__) > MOSTLY:
        return 0.0  # other firms, answers, or kinds of documents
    if _shared_by_some(column):
        return 0.7
    if column.initials > 0.8 and column.different < 0.6 and not related and _several(column):
        return 0.55
    if column.names > 0.85 and column.words <= 2.2 and column.different < 0.7 and not _levels(column):
        known = sum(map(is_first_name, people)) / max(1, len(people))
        again = known > MOSTLY_KNOWN and column.size > ENOUGH and column.different <= SEEN_TWICE
        return 0.7 if again else 0.4 if column.few_people else 0.3
    return 0.0


def _shared_by_some(column: ColumnProfile) -> bool:
    """Whether names that stand alone in some cells stand together in others (`Kate`, `Luis`, `Kate/Luis`)."""
    if column.names < MOSTLY_NAMES or column.words > LONGEST_NAME or column.different > MOSTLY:
        return False
    alone = {text for text in column.often if len(split_names(text)) == 1}
    together = [set(split_names(text)) for text in column.often if text not in alone]
    return bool(together) and all(parts <= alone for parts in together)


def _several(column: ColumnProfile) -> bool:
    """Whether codes are those of more than one, if the list is not short: a program writes `GB` into every row."""
    return column.size < KEYS or len(column.low) > 1


def _levels(column: ColumnProfile) -> bool:
    """Whether texts say how much of something there is (`High`, `media`)."""
    return column.share_of(lambda text: chance_of_words(text) is not None) > MOSTLY


def _categories(column: ColumnProfile, around: Around, found: dict[Meaning, float]) -> None:
    """Columns of a few repeated words, and which."""
    kind_of = {text: relationship_of(text) for text in column.low}
    related = column.share_of(lambda text: len(text) > 2 and kind_of[text] is not None)
    told = {kind for text, kind in kind_of.items() if text.rstrip("?") in around.codes or len(text) > 2} - {None}
    coded = column.share_of(lambda text: text.rstrip("?") in around.codes)
    kinds = set(kind_of.values()) - {None}
    closed, staged = column.share_of(outcome_of), column.share_of(is_stage)
    if (
        related > 0.7
        and (len(kinds) > 1 or column.size >= 5)
        and closed < 0.3
        and (column.different < 0.7 or related == 1.0)
    ):
        found[Field.RELATIONSHIP] = 0.85 if len(kinds) > 1 else 0.5
    elif _named_kinds(column, related, len(kinds), closed) or coded > 0.8 or (coded > 0.25 and len(told) > 1):
        found[Field.RELATIONSHIP] = 0.8
    elif column.few and len(set(relationship_codes(tuple(column.often)).values())) > 1:
        found[Field.RELATIONSHIP] = 0.5
    elif related > 0.4 and len(kinds) > 1 and column.few:
        found[Field.RELATIONSHIP] = 0.8 if closed < 0.3 and _kinds_and_warmth(column) else 0.4
    said_again = column.different < 0.9 or (staged > MOSTLY_SAID and closed > 0 and column.size > ENOUGH)
    if staged > 0.6 and said_again and related < 0.9:
        found[Field.STAGE] = 0.5
    if closed > 0.3 and column.few:
        found[Field.STATUS] = 0.4
    if column.percents > 0.6 or _chances(column):
        found[Field.PROBABILITY] = 0.55
    descriptive = column.text > 0.8 and column.words <= 4 and (column.few or column.names < 0.4)
    if descriptive and column.sentences < 0.25 and column.codes < 0.3 and max(staged, related) < 0.4:
        found[Field.INDUSTRY] = 0.25


def _chances(column: ColumnProfile) -> bool:
    """Whether nearly all texts are percentages or how likely something is, and several of each (`70%`, `doubtful`)."""
    words = column.texts_that(lambda text: text.lower() not in TICKS and _says_how_likely(text))
    percents = column.share(words) + column.percents
    return percents > MOSTLY_CHANCES and column.percents >= SOME_CHANCES and column.percents * column.size > 1


def _says_how_likely(text: str) -> bool:
    return not DIGIT.search(text) and chance_of_words(text) is not None


def _kinds_and_warmth(column: ColumnProfile) -> bool:
    """Whether nearly all texts say what an account is or how warm it is (`Kunde`, `heiß`, `kalt`, `ex`)."""
    said = column.share_of(lambda text: relationship_of(text) is not None or status_of(text).state is not None)
    return said > MOSTLY_SAID


def _named_kinds(column: ColumnProfile, related: float, kinds: int, closed: float) -> bool:
    """Whether several kinds of relationship are named, if only in some cells: by a key, or by most of the texts."""
    return closed < 0.3 and ((column.explained and kinds > 1) or (related > 0.5 and kinds > 2))


def _numbers(column: ColumnProfile, found: dict[Meaning, float]) -> None:
    if column.phones > 0.6:
        found[Other.PHONE] = 0.9
    if column.postcodes > 0.8 and column.signed == 0:
        found[Other.POSTCODE] = 0.45
    if (column.years > 0.8 and column.different < 1.0) or (column.years == 1.0 and column.size >= ENOUGH):
        found[Other.YEAR] = 0.7
    if column.money > 0.5 and (column.signed > 0.4 or column.median >= LARGE_NUMBER) and not _counts_up(column):
        found[Field.ANNUAL_FEE] = 0.35 if column.signed > 0.4 else 0.25
    several = len(set(column.numbers)) > 1
    if column.fractions > 0.85 and column.size >= ENOUGH and several and column.different < 0.95:
        found[Field.PROBABILITY] = max(found.get(Field.PROBABILITY, 0.0), 0.4)


def _counts_up(column: ColumnProfile) -> bool:
    """Whether whole numbers rise from row to row, as keys do."""
    numbers = column.numbers
    rising = all(one < two for one, two in pairwise(numbers))
    return len(numbers) == column.size >= KEYS and rising and all(map(float.is_integer, numbers))


def mostly_round(column: ColumnProfile) -> bool:
    """Whether most of several amounts that are not 0 are whole tens."""
    known = [amount for amount in column.amounts if amount]
    return len(known) > 1 and sum(amount % 10 == 0 for amount in known) > SOME_ROUND * len(known)


def _dates(column: ColumnProfile, around: Around, found: dict[Meaning, float]) -> None:
    if numbers_items(set(column.cells)):
        return
    dated = [
        cell.date() if isinstance(cell, dt.datetime) else cell for cell in column.cells if isinstance(cell, dt.date)
    ]
    month_first = any(match and int(match[1]) > MONTHS for match in map(_SECOND.match, column.often))
    for text, count in column.often.items():
        if DIGIT.search(text) or column.dates > 0.2:
            try:
                dated += [read_date(text, day_first=not month_first, today=around.today)] * count
            except (Unreadable, ValueError):
                continue
    if column.years > 0.6:
        if max((*(day.year for day in dated), *column.numbers), default=0) <= around.today.year:
            found[Field.EXPECTED_DATE] = 0.1
        return
    if column.share(len(dated)) < 0.6:
        return
    counted = column.share(column.texts_that(_SERIAL.match)) > MOSTLY
    if counted and mostly_round(column):
        return
    ahead = sum(day >= around.today for day in dated) / len(dated)
    if counted and ahead > MOSTLY:
        return
    found[Field.EXPECTED_DATE] = 0.5 if ahead > 0.8 else 0.4 if ahead > 0.6 else 0.1
    found[Other.PAST_DATE] = 0.4 if ahead < 0.2 else 0.0
