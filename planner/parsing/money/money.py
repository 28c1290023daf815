"""Numbers and money as people write them: `$1,250,000`, `€1.2m`, `1.234,56`, `(500)`, `50k–100k`, `16 500 €`.

Whether a comma is a decimal sign is decided by the whole column: a cell that can be read both ways follows the
cells that cannot. Money comes back per year (`2k / month` is 24,000).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from planner.parsing.cell_values import Unreadable, clean, is_number

CURRENCIES = MappingProxyType(
    {
        "us$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "nz$": "NZD", "hk$": "HKD", "s$": "SGD",
        "r$": "BRL", "$": "$", "€": "€", "£": "£", "¥": "¥", "₹": "₹", "₽": "RUB", "₩": "KRW", "₺": "TRY", "₪": "ILS",
        "usd": "$", "eur": "€", "euro": "€", "euros": "€", "gbp": "£", "jpy": "¥", "cny": "CNY", "rmb": "CNY",
        "inr": "₹",
        "rs": "₹", "rs.": "₹", "chf": "CHF", "fr.": "CHF", "sfr": "CHF", "aud": "AUD", "cad": "CAD", "nzd": "NZD",
        "hkd": "HKD", "sgd": "SGD", "sek": "SEK", "nok": "NOK", "dkk": "DKK", "kr": "kr", "kr.": "kr", "pln": "PLN",
        "zł": "PLN", "czk": "CZK", "kč": "CZK", "huf": "HUF", "ft": "HUF", "zar": "ZAR", "r": "ZAR", "brl": "BRL",
        "mxn": "MXN", "aed": "AED", "ils": "ILS", "try": "TRY", "dollars": "$", "pounds": "£",
    }
)  # fmt: skip
SCALES = MappingProxyType(
    {
        "k": 1e3, "t": 1e3, "tsd": 1e3, "tsd.": 1e3, "thousand": 1e3, "grand": 1e3, "ths": 1e3, "m": 1e6, "mm": 1e6,
        "mn": 1e6, "mio": 1e6, "mio.": 1e6, "mil": 1e6, "mill": 1e6, "million": 1e6, "millions": 1e6, "bn": 1e9,
        "b": 1e9,
        "billion": 1e9, "lakh": 1e5, "lakhs": 1e5, "lac": 1e5, "lacs": 1e5, "l": 1e5,
        "crore": 1e7, "crores": 1e7, "cr": 1e7, "crs": 1e7, "hundred": 1e2,
    }
)  # fmt: skip
YEARLY = MappingProxyType(
    {
        "year": 1.0, "yr": 1.0, "y": 1.0, "annum": 1.0, "a": 1.0, "pa": 1.0, "annually": 1.0, "yearly": 1.0,
        "annual": 1.0,
        "quarter": 4.0, "qtr": 4.0, "q": 4.0, "quarterly": 4.0, "month": 12.0, "mo": 12.0, "mth": 12.0, "pm": 12.0,
        "monthly": 12.0, "m": 12.0, "week": 52.0, "wk": 52.0, "weekly": 52.0, "pw": 52.0,
    }
)  # fmt: skip
SCALED = frozenset({1e3, 1e5, 1e6, 1e7})
"""Factors that a cell with its own `k` or `m` does not take from the header again."""
ONLY_BEFORE = frozenset({"r"})
"""Signs of currencies that stand before the number alone: `R 84 500` is money, `84 R` none."""
NO_RATES: Mapping[str, float] = MappingProxyType({})
_SPACING = {ord(sign): None for sign in " '’"}
NOTHING = frozenset({"nil", "zero", "free", "pro bono", "no fee", "no charge", "gratis", "nothing"})
NUMBER = r"\d[\d.,'’ ]*\d|\d|[.,]\d+"
_NUMBER = re.compile(NUMBER)
_TOKEN = re.compile(rf"(?P<number>{NUMBER})|(?P<word>[^\W\d_]+[$.]?|[$€£¥₹₽₩₺₪])|(?P<mark>.)")
_RANGE = re.compile(r"(?<=[\dkKmM€£$%])\s*(?:–|—|-|\bto\b|\.\.\.?|…)\s*(?=[$€£¥₹]?\s*[\d.])", re.IGNORECASE)
_ABOUT = re.compile(
    r"^(?:~|≈|±|c\.?a?\.?\s*(?=\d|[$€£])|approx\.?|about|around|circa|roughly|est\.?|say)\s*", re.IGNORECASE
)
_BOUND = re.compile(
    r"^(?:>=?|<=?|≥|≤|over|under|up to|at least|at most|more than|less than|max\.?|min\.?|from)\s*", re.IGNORECASE
)
COMMA_DASH = re.compile(r"\d,\s?[-–—]{1,2}(?!\d)")
"""`5.600,-`: where nothing follows the comma, points group thousands."""
_GROUPED = re.compile(
    r"(?<![\d.,])\d{1,3}([.,])\d{3}(?![\d.,]|\s*(?:[kmb]\b|mm|mn|mi[ol]|bn|t(?:sd|h)))", re.IGNORECASE
)
"""A sign with three digits behind it: no amount of money has so many decimals, so it parts thousands."""
SWISS = re.compile(r"(?<=\d)(?:[.,]|\s?/)\s?[-–—=]+(?!\s?\d)")
"""What stands for no pennies behind an amount (`12'500.–/year`, `85,000/-`); it makes nothing negative,
parts no range."""
_PERIOD = re.compile(
    r"\s*(?:/|\bper\b|\ba\b|\beach\b|\bp\.?\s*)\s*(?P<unit>[a-z]+)\.?$"
    r"|\s+(?P<adverb>annually|yearly|monthly|quarterly|weekly)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Amount:
    """A number read from text: the middle of a range, and what else the text said."""

    value: float
    currency: str = ""
    a_range: bool = False
    percent: bool = False
    unit: str = ""


def decimal_comma_votes(texts: Iterable[str]) -> tuple[int, int]:
    """How many texts show a decimal comma, and how many a decimal point; those that show neither count for none."""
    comma = point = 0
    for text in texts:
        for number in _NUMBER.findall(text):
            sign = _decimal_sign(number)
            comma += sign == ","
            point += sign == "."
    return comma, point


def _decimal_sign(number: str) -> str:
    """`,` or `.` where the number itself shows which is the decimal sign, else `""`."""
    last_comma, last_point = number.rfind(","), number.rfind(".")
    if last_comma >= 0 and last_point >= 0:
        return "," if last_comma > last_point else "."
    mark = "," if last_comma >= 0 else "." if last_point >= 0 else ""
    if not mark:
        return ""
    other = "." if mark == "," else ","
    if number.count(mark) > 1:
        return other
    whole, _, part = number.partition(mark)
    if len(part) != 3 or len(whole) > 3 or whole in {"", "0"}:
        return mark if whole.translate(_SPACING).isdigit() or not whole else ""
    return mark if " " in whole or "'" in whole or "’" in whole else ""


def thousands_sign(text: str) -> str:
    """`.` or `,` where an amount of money could only be read with it for thousands (`12.500 €`), else `""`.

    Example:
        >>> thousands_sign("CHF 12.500"), thousands_sign("1.250k"), thousands_sign("1.25")
        ('.', '', '')
    """
    grouped = _GROUPED.search(text)
    return grouped[1] if grouped else ""


def to_number(text: str, decimal_comma: bool) -> float:
    """A plain number with its grouping signs.

    Raises:
        Unreadable: when the signs do not make a number.
    """
    sign = _decimal_sign(text)
    comma = sign == "," if sign else decimal_comma
    decimal, group = (",", ".") if comma else (".", ",")
    plain = text.translate({ord(mark): None for mark in f"{group}'’ "}).replace(decimal, ".")
    try:
        return float(plain)
    except ValueError:
        raise Unreadable(text) from None


def read_amount(text: str, decimal_comma: bool, periods: bool = True) -> Amount:
    """One amount in words and signs, such as `~ €50k–100k p.a.`; per year where `periods` is true.

    Raises:
        Unreadable: when it is not an amount.
    """
    plain = clean(text)
    if plain.lower() in NOTHING:
        return Amount(0.0)
    decimal_comma = decimal_comma or bool(COMMA_DASH.search(plain))
    plain = SWISS.sub("", _BOUND.sub("", _ABOUT.sub("", plain)).rstrip("+ "))
    factor = 1.0
    if periods:
        plain, factor = _without_period(plain)
    parts = _RANGE.split(plain)
    if len(parts) == 2 and all(_NUMBER.search(part) for part in parts):
        low, high = (_single(part, decimal_comma) for part in parts)
        low_value = low.value
        if high.unit and not low.unit and low.value < high.value / high_scale(high.unit) * 10:
            low_value *= high_scale(high.unit)
        elif not low.unit and 0 < low.value < high.value / LEFT_OUT and low.value * THOUSAND <= high.value:
            low_value *= THOUSAND
        middle = (low_value + high.value) / 2
        return Amount(middle * factor, low.currency or high.currency, True, low.percent or high.percent, high.unit)
    one = _single(plain, decimal_comma)
    return Amount(one.value * factor, one.currency, False, one.percent, one.unit)


def amount_in(cell: Any, decimal_comma: bool = False) -> float | None:
    """The number of a cell, or the amount that its text says, per year; None where there is none.

    Example:
        >>> amount_in(850), amount_in("2k / month"), amount_in("tbc"), amount_in(True)
        (850.0, 24000.0, None, None)
    """
    if is_number(cell):
        return float(cell)
    try:
        return read_amount(cell, decimal_comma).value if isinstance(cell, str) and cell.strip() else None
    except (Unreadable, ValueError):
        return None


LEFT_OUT, THOUSAND = 100.0, 1e3
"""A range whose lower end is so many times smaller leaves the thousands to the upper one (`8-10,000`)."""


def high_scale(unit: str) -> float:
    return SCALES.get(unit, 1.0)


def _without_period(text: str) -> tuple[str, float]:
    """The text before `/ month`, `p.a.` and the like, and how many of them make a year."""
    match = _PERIOD.search(text)
    if not match or not _NUMBER.search(text[: match.start()]):
        return text, 1.0
    unit = (match["unit"] or match["adverb"]).lower()
    if unit in YEARLY:
        return text[: match.start()].strip(), YEARLY[unit]
    return text, 1.0


def _single(text: str, decimal_comma: bool) -> Amount:
    negative = text.startswith("(") and text.endswith(")")
    numbers: list[float] = []
    said: dict[str, str] = {}
    for match in _TOKEN.finditer(text.strip("() ") if negative else text):
        if number := match["number"]:
            numbers.append(to_number(number.strip(), decimal_comma))
        elif word := match["word"]:
            _read_word(word.lower(), said, bool(numbers))
        elif match["mark"] in "-−–":
            negative = True
        elif match["mark"] == "%":
            said["percent"] = "%"
        elif match["mark"] not in " +.,/*?()":
            raise Unreadable(text)
    if len(numbers) != 1:
        raise Unreadable(text)
    unit = said.get("unit", "")
    value = numbers[0] * high_scale(unit)
    return Amount(-value if negative else value, said.get("currency", ""), False, "percent" in said, unit)


def _read_word(word: str, said: dict[str, str], after_number: bool) -> None:
    """Note a word's currency or scale in `said`; each may be said once."""
    scale = word.rstrip("$€£.")
    if word in CURRENCIES and "currency" not in said and not (after_number and word in ONLY_BEFORE):
        said["currency"] = CURRENCIES[word]
    elif after_number and scale in SCALES and "unit" not in said:
        said["unit"] = scale
        if word[-1] in "$€£":
            said["currency"] = word[-1]
    elif word not in {"net", "gross", "ex", "excl", "vat", "plus", "fee", "fees"}:
        raise Unreadable(word)
