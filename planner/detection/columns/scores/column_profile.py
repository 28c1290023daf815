"""What the values of a column look like, whatever its header says: kinds of cells, how often they repeat.

All shares are of the sampled cells that say something, 0 to 1.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any

from planner.detection.columns.scores.column_plausibility import SAMPLE, sample
from planner.parsing.cell_values import Cells, Unreadable, as_cells, is_number
from planner.parsing.money.fee_texts import is_share_of, read_fee
from planner.parsing.money.money import read_amount, thousands_sign
from planner.parsing.place_names import share_of_places
from planner.parsing.text_shapes import (
    INITIALS,
    LETTER,
    reads_like_firm,
    reads_like_name,
    reads_like_remark,
    split_names,
)
from planner.parsing.word_lists import words

CODE = re.compile(r"^[A-ZÄÖÜÉ]{1,4}\??$|^[A-Z][a-z]?[A-Z]$")
_PHONE = re.compile(r"^[+(]?[\d(][\d\s()/.+-]{6,}\d$")
_POSTCODE = re.compile(r"^[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}$|^\d{4,5}(?:-\d{4})?$|^[A-Z]-?\d{4,5}$|^\d{4}\s?[A-Z]{2}$")
_YEARS = re.compile(r"^(?:1[89]|20)\d\d(?:\s?[/-]\s?\d{2,4})?$")
_WRITTEN_DATE = re.compile(r"^(?:(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?|\d{1,2}[./-]\d{1,2}[./-](?:20)?\d\d)(?:[T ].*)?$")
_DATE_OR_AMOUNT = re.compile(rf"{_WRITTEN_DATE.pattern}|^\d+\.\d+$|^\d{{1,3}}(?:[.\s]\d{{3}})+(?:[.,]\d\d?)?$")
"""Dates, and amounts with a decimal point or grouped by thousands, which look like telephone numbers and are none."""
DIGIT = re.compile(r"\d")
_ODDS = re.compile(r"^(\d+)\s*(?:in|out of)\s*(\d+)$|^(\d{1,2})\s*/\s*(\d{1,2})$", re.IGNORECASE)
_OF_A_YEAR = re.compile(r"^\d{1,4}\s?/\s?(?:20)?(?:1[5-9]|2\d|3[0-5])$")
LEAST_CASES = 3
MONTH_NUMBERS = frozenset(map(str, range(1, 13)))
_SIGNED = re.compile(r"[$€£¥₹]|\d\s*k\b|\bk€|^R\s?\d|\d\s?(?:lakhs?|crores?|cr|l)\b|\bCHF\b", re.IGNORECASE)
_PERIOD = re.compile(r"\d[\s.–-]*(?:/|\b(?:par|pro|im|al|por|per|p)\b)", re.IGNORECASE)
PLACES = words(
    """north south east west northern southern eastern western central midlands london county city coast valley island
    islands highlands wales scotland ireland england uk gb us usa eu emea apac europe asia africa america france
    germany spain italy netherlands belgium switzerland austria denmark sweden norway poland canada australia
    nord sud süd ost ouest norte sur este oeste noord zuid oost centro centre mitte land"""
)
FEW_WORDS = 3
"""An amount among no more words than this is one (`25-40k project`), and no name of a deal with its price."""
LONGEST_PLACE = 3
"""Places have no more words in the mean."""
SOME_FIRMS = 0.25
LEAST_REPEATED, FEW_PEOPLE = 6, 0.35
"""Of so many cells at most this share is different where they name the firm's own people."""
TICKS = words("x ✓ ✔ ☑ ✅ ✗ ✘ ❌ ✖ • yes y no n ja nein oui non si sí true false")


@dataclass(frozen=True, eq=False)
class ColumnProfile:
    """The sampled cells of one column and how many of all its cells say something.

    Attributes:
        cells: up to 60 cells, from the whole length of the column.
        filled: share of all rows with something in this column.
        explained: whether its cells are codes, here replaced by what a key says they mean.
    """

    cells: tuple[Any, ...]
    filled: float
    explained: bool = False

    @property
    def size(self) -> int:
        return len(self.cells)

    def share(self, count: int) -> float:
        return count / len(self.cells) if self.cells else 0.0

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The cells that are text."""
        return tuple(cell.strip() for cell in self.cells if isinstance(cell, str))

    @cached_property
    def often(self) -> Mapping[str, int]:
        """How often each different text stands."""
        return Counter(self.texts)

    def texts_that(self, test: Callable[[str], object]) -> int:
        """How many texts pass a test; each different one is tried once."""
        return sum(count for text, count in self.often.items() if test(text))

    @cached_property
    def low(self) -> Mapping[str, int]:
        """How often each different text stands, in lower case."""
        return Counter(text.lower() for text in self.texts)

    def share_of(self, test: Callable[[str], object]) -> float:
        """The share of texts in lower case that pass a test; each different one is tried once."""
        return self.share(sum(count for text, count in self.low.items() if test(text)))

    @cached_property
    def numbers(self) -> tuple[float, ...]:
        """The cells that are plain numbers."""
        return tuple(map(float, filter(is_number, self.cells)))

    @cached_property
    def dates(self) -> float:
        dates = sum(isinstance(cell, dt.date) for cell in self.cells)
        return self.share(dates + self.texts_that(_WRITTEN_DATE.match))

    @cached_property
    def text(self) -> float:
        """Share of texts with a letter in them."""
        return self.share(self.texts_that(LETTER.search))

    @cached_property
    def different(self) -> float:
        """Share of different values: 1 where no value stands twice."""
        return self.share(len({str(cell).strip().lower() for cell in self.cells}))

    @cached_property
    def words(self) -> float:
        """Mean number of words of a text."""
        total = sum(len(text.split()) * count for text, count in self.often.items())
        return total / len(self.texts) if self.texts else 0.0

    @cached_property
    def sentences(self) -> float:
        """Share of texts that read like a remark: several words, or a clause, not a name."""
        return self.share(self.texts_that(reads_like_remark))

    @cached_property
    def names(self) -> float:
        """Share of texts that read like a name of somebody: beginning with capitals, not long."""
        return self.share(self.texts_that(reads_like_name))

    @cached_property
    def firms(self) -> bool:
        """Whether a fair share of the different texts have what only names of firms have in them (`Penn Ltd`)."""
        return sum(map(reads_like_firm, self.often)) > SOME_FIRMS * len(self.often)

    @cached_property
    def codes(self) -> float:
        """Share of codes of a few capitals."""
        return self.share(self.texts_that(CODE.match))

    @cached_property
    def records(self) -> bool:
        """Whether most texts are a program's records in braces (JSON), which nobody wrote."""
        return self.share(self.texts_that(lambda text: text[:1] in "{[" and text[-1:] in "}]" and '"' in text)) > MOSTLY

    @cached_property
    def initials(self) -> float:
        return self.share(self.texts_that(lambda text: all(map(INITIALS.match, split_names(text)))))

    @cached_property
    def ticks(self) -> float:
        marked = sum(isinstance(cell, bool) for cell in self.cells)
        return self.share(marked + self.texts_that(lambda text: text.lower() in TICKS))

    @cached_property
    def money(self) -> float:
        """Share of amounts that could be money; with a sign or a `k` they surely are."""
        return self.share(len(self.amounts))

    @cached_property
    def signed(self) -> float:
        """Share of amounts written with a currency or a `k`."""
        return self.share(self.texts_that(lambda text: _SIGNED.search(text) and DIGIT.search(text)))

    @cached_property
    def amounts(self) -> tuple[float, ...]:
        """The numbers, and the texts that can be read as one."""
        found = list(self.numbers)
        for text, count in self.often.items():
            amount = _amount(text)
            if amount is not None:
                found += [amount] * count
        return tuple(found)

    @cached_property
    def median(self) -> float:
        """Median of the amounts that are not 0; 0 where there are none."""
        known = sorted(abs(amount) for amount in self.amounts if amount)
        return known[len(known) // 2] if known else 0.0

    @cached_property
    def percents(self) -> float:
        """Share of cells written as a percentage or as odds, which numbers of a year's cases (`12/25`) and months
        (`9/26`) are not."""
        if len(self.texts) >= LEAST_CASES and all(map(_OF_A_YEAR.match, self.often)):
            months = {text.partition("/")[0].strip().lstrip("0") for text in self.often}
            if len(self.often) == len(self.texts) or (len(months) > 1 and months <= MONTH_NUMBERS):
                return 0.0
        return self.share(self.texts_that(lambda text: (text.endswith("%") and text[0] not in "+-−") or _is_odds(text)))

    @cached_property
    def fractions(self) -> float:
        return self.share(sum(0 < number <= 1 for number in self.numbers))

    @cached_property
    def years(self) -> float:
        numbers = sum(1800 <= number <= 2100 and number == int(number) for number in self.numbers)
        return self.share(numbers + self.texts_that(_YEARS.match))

    @cached_property
    def phones(self) -> float:
        return self.share(self.texts_that(_is_phone))

    @cached_property
    def postcodes(self) -> float:
        numbers = sum(10_000 <= number < 100_000 and number == int(number) for number in self.numbers)
        return self.share(numbers + self.texts_that(_POSTCODE.match))

    @cached_property
    def whole(self) -> float:
        """Share of whole numbers, as numbers or as text of digits."""
        return self.share(sum(number == int(number) for number in self.numbers) + self.texts_that(str.isdigit))

    @cached_property
    def common(self) -> tuple[tuple[str, int], ...]:
        """Texts in lower case and how often each stands, the most frequent first."""
        return tuple(Counter(text.lower() for text in self.texts).most_common())

    @property
    def few(self) -> bool:
        """Whether a few short texts repeat, as in a column of categories."""
        return self.text > 0.7 and self.different < 0.7 and self.words <= 4

    @cached_property
    def regions(self) -> float:
        """Share of texts that are the name of a part of a country (`Wiltshire`), or its code among such codes."""
        return share_of_places(self.texts) if self.words <= LONGEST_PLACE else 0.0

    @cached_property
    def places(self) -> bool:
        """Whether texts name parts of the world or of a country by words that are known (`North West`)."""
        return self.regions > MOSTLY or any(PLACES & set(text.lower().replace("-", " ").split()) for text in self.often)

    @property
    def few_people(self) -> bool:
        """Whether a few short names stand again and again, as those of the firm's own people do."""
        named = self.names > 0.85 and self.words <= 2.2
        return named and self.size >= LEAST_REPEATED and self.different <= FEW_PEOPLE


def _is_odds(text: str) -> bool:
    """Whether a text is so many in so many (`1 in 3`, `50/50`); a day and a month (`31/3`) are none."""
    match = _ODDS.match(text)
    return match is not None and int(match[1] or match[3]) <= int(match[2] or match[4])


def _is_phone(text: str) -> bool:
    if not _PHONE.match(text) or _DATE_OR_AMOUNT.match(text):
        return False
    return 7 <= sum(map(str.isdigit, text)) <= 15


MOSTLY = 0.6
NO_MEANINGS: Mapping[str, str] = MappingProxyType({})


def without_header(cells: Sequence[Any], header: str) -> Sequence[Any]:
    """A column without its own header, which may stand again over each part of a list."""
    again = bool(header) and header in as_cells(cells).texts
    return Cells(cell for cell in cells if cell != header) if again else cells


def profile(values: Sequence[Any], most: int = SAMPLE, meanings: Mapping[str, str] = NO_MEANINGS) -> ColumnProfile:
    """The profile of a column, by up to `most` of its cells.

    Args:
        meanings: what codes mean, by code in lower case; a column of such codes is judged by what they mean.
    """
    distinct = as_cells(values).distinct
    if distinct <= {""}:
        return ColumnProfile((), 0.0)
    written = tuple(sample(values, most))
    cells = _explained(written, meanings)
    return ColumnProfile(cells, float(as_cells(values).said.mean()), cells is not written)


def _explained(cells: tuple[Any, ...], meanings: Mapping[str, str]) -> tuple[Any, ...]:
    """The cells with codes replaced by their meanings, where most of them are codes."""
    said = (
        [meanings.get(cell.strip().lower(), "") if isinstance(cell, str) else "" for cell in cells] if meanings else []
    )
    if sum(map(bool, said)) < MOSTLY * max(1, len(cells)):
        return cells
    return tuple(meaning or cell for meaning, cell in zip(said, cells, strict=True))


def _fee(text: str) -> float | None:
    """An amount with a period behind it in words of another language (`CHF 600.– / mois`), a year."""
    try:
        return read_fee(text, False)[0].value
    except (Unreadable, ValueError):
        return None


def _amount(text: str) -> float | None:
    if _WRITTEN_DATE.match(text):
        return None
    if is_share_of(text):
        return _fee(text)
    try:
        amount = read_amount(text, thousands_sign(text) == ".")
    except (Unreadable, ValueError):
        if not (_SIGNED.search(text) and (_PERIOD.search(text) or len(text.split()) <= FEW_WORDS)):
            return None
        return _fee(text)
    return None if amount.percent else amount.value
