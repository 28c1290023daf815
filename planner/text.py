"""How money, hours, shares and counts are written, alike on screens, in workbooks and in the terminal.

Rounded to what a person would say: half hours, whole percents, two or three digits of money. Never for sums:
add the numbers first and round the result.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from math import floor, isfinite, log10

NOT_KNOWN = "not known"
MILLION = 1_000_000
MINUS = "−"
NUMBER_WORDS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


def day_text(date: dt.date) -> str:
    """`5 Feb 2027`."""
    return f"{date.day} {date:%b %Y}"


def money(amount: float, currency: str = "") -> str:
    """To the whole unit with thin thousands, millions to three digits: `$1,250`, `$1.31m`, `CHF 84,000`."""
    if not isfinite(amount):
        return NOT_KNOWN
    return _signed(amount, currency, _full(abs(amount)))


def about(amount: float, currency: str = "") -> str:
    """As people say it: two digits, three from 100,000: `$410`, `$64,000`, `$212,000`, `$1.31m`."""
    if not isfinite(amount):
        return NOT_KNOWN
    size = abs(amount)
    if 0 < size < 1:
        return f"under {_signed(1, currency, '1')}" if amount > 0 else _signed(amount, currency, "1")
    return _signed(amount, currency, _full(_digits(size, 3 if size >= 99_500 else 2)))


def roughly(amount: float, currency: str = "") -> str:
    """`about $410`, and `under $1` for less."""
    said = about(amount, currency)
    return said if said.startswith("under") else f"about {said}"


def short_money(amount: float, currency: str = "") -> str:
    """For tight places: `$410`, `$9.4k`, `$212k`, `$1.31m`."""
    if not isfinite(amount):
        return NOT_KNOWN
    size = abs(amount)
    if size < 1_000:
        return _signed(amount, currency, f"{size:.0f}")
    rounded = _digits(size, 2 if size < 99_500 else 3)
    text = _full(rounded) if rounded >= MILLION else f"{rounded / 1_000:.3g}k"
    return _signed(amount, currency, text)


def hours(amount: float) -> str:
    """In half hours: `16 h`, `9½ h`, `1,250 h`."""
    if not isfinite(amount):
        return NOT_KNOWN
    halves = floor(2 * abs(amount) + 0.5)
    if halves == 0:
        return "0 h" if amount == 0 else "under ½ h"
    whole, half = divmod(halves, 2)
    number = (f"{whole:,}" if whole or not half else "") + ("½" if half else "")
    return f"{MINUS if amount < 0 else ''}{number} h"


def in_full(amount: float) -> str:
    """Hours with the unit in full: `16 hours`, `9½ hours`, `1 hour`, `½ hour`."""
    said = hours(amount)
    return said if said == NOT_KNOWN else f"{said.removesuffix(' h')} {'hour' if _is_one(said) else 'hours'}"


def hours_do(amount: float, verb: str, singular: str) -> str:
    """Hours and what they do: `16 h are`, `1 h is`, `½ h is`."""
    said = hours(amount)
    return f"{said} {singular if _is_one(said) else verb}"


def is_one_hour(amount: float) -> bool:
    """Whether so many hours as written are spoken of in the singular."""
    return _is_one(hours(amount))


def _is_one(said: str) -> bool:
    """Whether hours as written take a verb in the singular."""
    return said in ("1 h", "½ h", "under ½ h")


def points(amount: float) -> str:
    """To two digits, or the whole point: `0.34 points`, `1 point`, `12 points`, `1,240 points`."""
    if not isfinite(amount):
        return NOT_KNOWN
    size = abs(amount)
    number = f"{size:,.0f}" if size >= 9.95 else f"{size:.2g}" if size >= 0.005 else "0"
    return f"{MINUS if amount < 0 and number != '0' else ''}{number} {'point' if number == '1' else 'points'}"


def percent(share: float) -> str:
    """Whole percents: `26%`; `under 1%` and `over 99%` where rounding would say nothing or all."""
    if not isfinite(share):
        return NOT_KNOWN
    if 0 < share < 0.005:
        return "under 1%"
    if 0.995 <= share < 1 - 1e-6:
        return "over 99%"
    return f"{MINUS if share <= -0.005 else ''}{abs(share) * 100:.0f}%"


def count(number: int, noun: str, plural: str = "") -> str:
    """`1 account`, `12 accounts`, `1,200 accounts`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def number_word(number: int) -> str:
    """In words up to twelve, then in digits: `no`, `three`, `1,240`."""
    return NUMBER_WORDS[number] if 0 <= number < len(NUMBER_WORDS) else f"{number:,}"


def listed(words: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def sentence(*clauses: str) -> str:
    """Clauses joined by semicolons, the first letter large, one full stop."""
    text = "; ".join(clause.strip().rstrip(".;") for clause in clauses if clause.strip())
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _digits(size: float, digits: int) -> float:
    """`size` to so many significant digits."""
    if size == 0:
        return 0.0
    unit = 10.0 ** (floor(log10(size)) - digits + 1)
    return floor(size / unit + 0.5) * unit


def _full(size: float) -> str:
    if round(size) < MILLION:
        return f"{size:,.0f}"
    rounded = _digits(size, 3)
    return f"{rounded / MILLION:,.2f}".rstrip("0").rstrip(".") + "m"


def _signed(amount: float, currency: str, number: str) -> str:
    space = " " if len(currency) > 1 and currency[-1].isalpha() else ""
    sign = MINUS if amount < 0 and number.strip("0.km") else ""
    return f"{sign}{currency}{space}{number}"
