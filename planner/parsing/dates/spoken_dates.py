"""Dates as people say them: `early Feb`, `after Easter`, `renewal in March`, `KW 12`, `mi-mars`, `l'an prochain`.

Without a year the next such date counts, from three weeks ago on. A month, a season or a quarter stands for its last
day; its beginning for the 5th, its middle for the 15th. Easter comes from dateutil; dateparser and dateutil's own
parser read none of these, and take `Jan 27` for the 27th of January.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from planner.parsing.dates.date_words import (
    AFTER,
    BEFORE,
    EVENTS,
    FEASTS,
    LATE,
    MONTHS,
    NEXT,
    ORDINALS,
    PART_DAYS,
    PARTS,
    SEASONS,
    SPAN_DAYS,
    SPANS,
    THIS,
    UNSURE_MONTHS,
    WORDS_OF_TIME,
)
from planner.parsing.dates.feasts import feast_day
from planner.parsing.remarks.phrases import fold
from planner.parsing.word_lists import words

PATIENCE: Final = dt.timedelta(days=21)
"""A day without a year that lies so little behind is still this year's."""
HOLIDAYS: Final = ("summer", "christmas")
BEFORE_SUMMER: Final = (6, 30)
"""What is to be done before the summer is done by the end of June."""
A_SEASON: Final = dt.timedelta(days=92)
"""In November the next autumn is not the one that ends with it."""
YEARS_BACK, YEARS_AHEAD = 3, 9
"""Two digits after a quarter or half are a year only if they are so near."""
HALVES = 2
YEARS_OF_MONTHS = 2
"""Two digits after a month are a year only if it is at most so many ahead: `Nov 30` is a day."""


def _any(words: Mapping[str, object] | frozenset[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"[ '’.-]") for word in sorted(words, key=len, reverse=True))


_YEAR = r"(?P<year>20\d{2}|['’]?\d{2})(?![\d%:]|[.,]\d|\s?[k€£$%])"
_PART = rf"(?P<part>{_any(PARTS)})[\s-]*(?:of |de la |de l[ '’]|del |de |du |d[ '’]|des |van |the )?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º|ª)?[\s-]*(?:of |de )?"
_MONTH = re.compile(
    rf"(?<![^\W_])(?:{_PART}|{_DAY})?(?P<month>{_any(MONTHS)})(?![^\W_])\.?(?:\s*[,/-]?\s*(?:de |del )?{_YEAR})?"
)
_MONTH_DAY = re.compile(
    rf"(?<![^\W_])(?P<month>{_any(MONTHS)})\.?\s+(?P<day>\d{{1,2}})"
    r"(?:(?:st|nd|rd|th)?,?\s+(?P<year>20\d{2})|st|nd|rd|th|(?<!\d\d))(?![^\W_]|[.,:/–-]?\d|\s?[k€£$%])"
)
"""A day behind its month: with its year, with an ending, or of one figure, which is no year."""
_ORDINAL = rf"(?:[1-4](?:st|nd|rd|th|er|e|eme|ere|\.?o|\.|°)?|{_any(ORDINALS)})"
"""A first, second, third or fourth in figures or words, where no case or accents are left (`1.º` is `1.o`)."""
_QUARTER = re.compile(
    r"(?<![^\W_])(?:(?:q|t|k|tr|qtr|quarter|quartal|kwartaal)[\s.]*(?P<one>[1-4])"
    rf"|(?P<two>{_ORDINAL})\s*(?:q|t|quarter|quartal|kwartaal|trimestre|trim)\b\.?|(?P<kw>[1-4])e\s?kw)"
    rf"(?![^\W_])(?:[\s/,'’-]*(?:of |de |du |del )?(?:fy\s*)?{_YEAR})?"
)
_HALF = re.compile(
    r"(?<![^\W_])(?:(?:h|s|hj|semester|semestre)[\s.]*(?P<one>[12])"
    rf"|(?P<two>{_ORDINAL})\s*(?:h|s(?=[\s/]*20)|hj|half|halbjahr|semester|semestre|halfjaar"
    r"|(?:helft|halfte)(?=[\s,'’]*(?:(?:van|von)\s)?(?:20\d\d|$))))"
    rf"(?:(?![^\W_])|(?=20\d\d))(?:[\s/,'’-]*(?:of |de |du )?{_YEAR})?"
)
_WEEK = re.compile(
    rf"(?<![^\W_])(?:(?:kw|cw|wk|week|semaine|sem|semana|settimana|sett|w|s)[\s.]*(?P<week>\d{{1,2}})"
    rf"|(?P<of>\d{{1,2}})\.\s?kw)(?![^\W_])(?:[\s/,-]*{_YEAR})?"
)
_SEASON = re.compile(
    rf"(?<![^\W_])(?P<next>{_any(NEXT)})?\s*(?P<season>{_any(SEASONS)})(?![^\W_])(?:[\s,-]*(?:of |de |del )?{_YEAR})?"
)
_FEAST = re.compile(rf"(?<![^\W_])(?P<feast>{_any(FEASTS)})(?![^\W_])(?:\s*{_YEAR})?")
_NEXT = re.compile(
    rf"(?<![^\W_])(?:(?P<next>{_any(NEXT)})|(?P<this>{_any(THIS)}))\s+(?P<span>{_any(SPANS)})(?![^\W_])"
    rf"|(?<![^\W_])(?P<span2>{_any(SPANS)})\s+(?:{_any(NEXT)}|que viene)(?![^\W_])"
)
_IN = re.compile(
    r"(?<![^\W_])(?:in|within|dans|sous|en|over|binnen|innerhalb von|dentro de|tra|fra|entro|daqui a|em)\s+"
    r"(?P<count>\d{1,2}|a|an|one|two|three|six|"
    r"einem|einer|zwei|drei|sechs|un|une|deux|trois|six|uno|una|dos|tres|seis|een|twee|drie|zes)\s+"
    rf"(?P<span>{_any(SPANS)})"
    r"(?![^\W_])"
)
_COUNTS = {
    word: number
    for number, words in {
        1: "a an one einem einer un une uno una een", 2: "two zwei deux dos twee", 3: "three drei trois tres drie",
        6: "six sechs seis zes",
    }.items()
    for word in words.split()
}  # fmt: skip
_TWO_YEARS = re.compile(r"(?<![^\W_])f\.?\s?y\.?[\s'’-]*(?:20)?\d\d\s?[-–/]\s?(?:20)?(?P<year>\d\d)(?![^\W_])")
"""A fiscal year over two calendar years (`FY 27-28`): it ends with March."""
_ONLY_YEAR = re.compile(r"(?<![^\W_])(?:fy[\s'’-]*)?(?P<year>20[2-9]\d|(?<=fy)\d\d|(?<=fy[\s'’-])\d\d)(?![^\W_])")
_ENDS = re.compile(r"\s*(?:$|[.,;:?!)])")


_WORDS = re.compile(r"[^\W_]+")
NOT = words("not nothing no never nada nunca rien pas jamais nichts nicht nie niet niets nooit non niente erst")
NEAR = 5
"""So many words before a time may say that nothing is done until then."""
_LAST_WORD = re.compile(
    r"([^\W_]+)[\s'’-]*(?:(?:the|de|del|du|des|la|le|les|los|las|el|den|dem|der|die|het|l|do|da|dell|o|a|il|lo)"
    r"(?![^\W_])[\s'’-]*){0,2}$"
)


@dataclass(frozen=True)
class _Place:
    """A date found in a text, what stands before it, and the day it is read on."""

    match: re.Match[str]
    before: str
    today: dt.date


def read_spoken(text: str, today: dt.date) -> dt.date | None:
    """The first date that a text speaks of, or None."""
    found = list(_spoken(fold(text), today))
    return min(found, key=lambda one: one[0])[1] if found else None


def _spoken(low: str, today: dt.date) -> Iterator[tuple[int, dt.date]]:
    """Every date with the place where it begins; of those that begin at one place the most exact comes first."""
    for reader, pattern in _READERS:
        for match in pattern.finditer(low):
            date = reader(_Place(match, low[: match.start()], today))
            if date is not None:
                yield match.start(), date
                break


def _month(at: _Place) -> dt.date | None:
    named = at.match.groupdict()
    day, part, year = named.get("day"), named.get("part"), _year(named.get("year"), at.today, YEARS_OF_MONTHS)
    word, month = named["month"], MONTHS[named["month"]]
    alone = at.match.start() == 0 and not at.before and at.match.end() >= len(at.match.string.rstrip(" ?.!"))
    said = _word_before(at.before)
    ends = said in EVENTS and _ENDS.match(at.match.string, at.match.end())
    if word in UNSURE_MONTHS and not (day or part or year or alone or ends or said in WORDS_OF_TIME - {"to"}):
        return None
    if named.get("year") and year is None and day is None:
        digits = int(named["year"].strip("'’"))
        day = str(digits) if digits <= calendar.monthrange(2024, month)[1] else None

    def on(of: int) -> dt.date:
        last = calendar.monthrange(of, month)[1]
        which = int(day) if day else PART_DAYS.get(PARTS.get(_spaced(part), ""), last)
        return dt.date(of, month, min(max(which, 1), last))

    return on(year) if year else _next(on, at.today)


def _quarter(at: _Place) -> dt.date | None:
    number = int(at.match["one"] or at.match["kw"] or _ordinal(at.match["two"]))
    return _months_end(number * 3, _year(at.match["year"], at.today), at.today)


def _half(at: _Place) -> dt.date | None:
    number = int(at.match["one"] or _ordinal(at.match["two"]))
    return _months_end(number * 6, _year(at.match["year"], at.today), at.today) if number <= HALVES else None


def _ordinal(text: str) -> int:
    return int(text[0]) if text[0].isdigit() else ORDINALS[text]


def _season(at: _Place) -> dt.date | None:
    if (
        at.match["season"] in {"fall", "ete"}
        and not at.match["year"]
        and _word_before(at.before) in {"", "to", "a", "we"}
        and at.before
    ):
        return None
    year = _year(at.match["year"], at.today)
    last = SEASONS[at.match["season"]]
    if _done_before(at):
        month, day = BEFORE_SUMMER if last == SEASONS["summer"] else ((last - 4) % 12 + 1, 28)
        return dt.date(year, month, day) if year else _next(lambda of: dt.date(of, month, day), at.today)
    ends = _months_end(last, year + (last == SEASONS["winter"]) if year else None, at.today)
    runs = at.match["next"] is not None and not year and ends <= at.today + A_SEASON
    return _end_of(ends.year + 1, ends.month) if runs else ends


def _week(at: _Place) -> dt.date | None:
    number = int(at.match["week"] or at.match["of"])
    if not 1 <= number <= 53:
        return None
    year = _year(at.match["year"], at.today)

    def friday(of: int) -> dt.date:
        return dt.date.fromisocalendar(of, min(number, 52), 5)

    return friday(year) if year else _next(friday, at.today)


def _feast(at: _Place) -> dt.date | None:
    kind, said = FEASTS[_spaced(at.match["feast"])], _word_before(at.before)
    if kind == "month end":
        return _end_of(at.today.year, at.today.month)
    if _spaced(at.match["feast"]) == "cny" and said not in AFTER | BEFORE:
        return None  # the currency
    shift = 8 if said in AFTER else -5 if said in BEFORE else 0
    year = _year(at.match["year"], at.today)

    def on(of: int, one: str = kind) -> dt.date:
        if one == "summer" and _done_before(at):
            return dt.date(of, *BEFORE_SUMMER)
        return feast_day(one, of) + dt.timedelta(days=shift)

    if kind == "holidays" and not year:  # those of the summer, or of the turn of the year
        return min(_next(partial(on, one=one), at.today) for one in HOLIDAYS)
    return on(year) if year else _next(on, at.today)


def _next_span(at: _Place) -> dt.date | None:
    span = SPANS[at.match["span"] or at.match["span2"]]
    ahead = 0 if at.match["this"] else 1
    if span == "year":
        return dt.date(at.today.year + ahead, 12, 31)
    if span == "quarter":
        return _end_of(at.today.year, 3 * ((at.today.month - 1) // 3 + 1 + ahead))
    if span == "month":
        return _end_of(at.today.year, at.today.month + ahead)
    return at.today + dt.timedelta(days=round(SPAN_DAYS[span] * max(ahead, 0.5)))


def _in(at: _Place) -> dt.date | None:
    count = int(at.match["count"]) if at.match["count"].isdigit() else _COUNTS[at.match["count"]]
    return at.today + dt.timedelta(days=round(count * SPAN_DAYS[SPANS[at.match["span"]]]))


def _fiscal(at: _Place) -> dt.date | None:
    return _end_of(2000 + int(at.match["year"]), 3)


def _only_year(at: _Place) -> dt.date | None:
    part = PARTS.get(_word_before(at.before), LATE)
    year = _year(at.match["year"], at.today)
    return None if year is None else _end_of(year, {"early": 4, "middle": 8}.get(part, 12))


_READERS: Final = (
    (_month, _MONTH_DAY),
    (_month, _MONTH),
    (_quarter, _QUARTER),
    (_half, _HALF),
    (_feast, _FEAST),
    (_season, _SEASON),
    (_week, _WEEK),
    (_next_span, _NEXT),
    (_in, _IN),
    (_fiscal, _TWO_YEARS),
    (_only_year, _ONLY_YEAR),
)


def _year(text: str | None, today: dt.date, ahead: int = YEARS_AHEAD) -> int | None:
    """A year of two or four digits; None where it is none that a plan could mean.

    Without an apostrophe it lies at most `ahead` years from today.
    """
    if not text:
        return None
    number = int(text.strip("'’"))
    year, most = (number if number > 99 else 2000 + number), (ahead if text.isdecimal() else YEARS_AHEAD)
    return year if number > 99 or today.year - YEARS_BACK <= year <= today.year + most else None


def _next(on: Callable[[int], dt.date], today: dt.date) -> dt.date:
    here = on(today.year)
    return here if here >= today - PATIENCE else on(today.year + 1)


def _months_end(month: int, year: int | None, today: dt.date) -> dt.date:
    return _end_of(year, month) if year else _next(lambda of: _end_of(of, month), today)


def _end_of(year: int, month: int) -> dt.date:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _spaced(text: str | None) -> str:
    return re.sub(r"[ '’.-]+", " ", text or "").strip()


def _done_before(at: _Place) -> bool:
    """Whether something is to be done before a time, and not only from then on (`nothing before the summer`)."""
    return _word_before(at.before) in BEFORE and NOT.isdisjoint(_WORDS.findall(at.before)[-NEAR:])


def _word_before(before: str) -> str:
    match = _LAST_WORD.search(before)
    return match[1] if match else ""
