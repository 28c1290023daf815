"""Fees as people write them, in five languages: `600/day x 10 days`, `1.200 € mtl.`, `50k over 2 years`, `pro bono`.

A fee is put into the plain words of `planner.parsing.money.money` first. Money comes back per year.
"""

from __future__ import annotations

import dataclasses
import re
from functools import cache
from typing import Final

from planner.parsing.cell_values import Unreadable, clean
from planner.parsing.money.money import COMMA_DASH, SWISS, Amount, read_amount
from planner.parsing.remarks.phrases import Phrases, fold, words_of
from planner.parsing.standing.words.standing_words import patterns

FREE: Final = patterns(
    """free, free of charge, donat*, in kind, for free, foc, pro bono, probono, low bono, no charge, no fee, n c, nil,
    zero, nothing, waived, fee waived, fees waived, comped, at no cost, courtesy, erlassen, exonere, exonerado,
    complimentary, volunteer*, unpaid, benevole, benevoles, benevolement, gratuit, gratuite, gratuitement,
    ehrenamtlich, voluntario, vrijwillig,
    gratis, kostenlos, kostenfrei, unentgeltlich, ehrenamtlich*, ohne honorar, ohne
    berechnung, gratuit*, a titre gracieux, benevol*, mecenat*, offert, sans honoraires, gratuito, sin cargo, sin coste,
    sin cobrar, sin honorarios, voluntari*, kosteloos, om niet, onbetaald, vrijwillig*"""
)
"""Words for a fee of nothing, where no figure stands beside them."""
LEAST_MONEY: Final = 100.0
"""From here on a number among other words is money without a sign that says so."""

_ASIDE = re.compile(r"\([^()]*\)")
_NOISE = re.compile(
    r"[+&,]?\s*(?:\b(?:plus|excl?\.?|ex|zzgl\.?|hors|mas|más|inkl?\.?|incl?\.?)\s*)?"
    r"(?<![^\W_])(?:netto|net|brut(?:to)?|gross|ht|ttc|vat|mwst\.?|ust\.?|tva|iva|btw|exps?|expenses|disbursements|"
    r"spesen|frais|gastos|onkosten|est\.?|estimated?|estimate|gesch[aä]tzt|estim[eé]e?s?|estimado|geschat|tbc|retainer|"
    r"pauschal|honorar|total|overall|gesamt|insgesamt|forfait|fixed|fee|fees|tjm|tagessatz|dagtarief)(?![^\W_])\.?",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"^(?:env(?:iron)?\.?|rund|etwa|ungef(?:[aä]hr)?\.?|zirka|aprox(?:imadamente)?\.?|unos|unas|alrededor de|casi|"
    r"ongeveer|ong\.?|bis zu|jusqu['’]?\s?[aà]|hasta|tot|max\.?|maybe|perhaps|probably|possibly|"
    r"likely|roughly|nearly|almost)\s+",
    re.IGNORECASE,
)
_UNITS: Final = {
    "month": r"mon(?:at|ate|ats)?|mois|mes(?:es|e)?|mesi|m[eê]s|maand(?:en)?|mnd|mths?|months?|mo",
    "quarter": r"quarters?|qtr|quartal|trimestre|kwartaal|trim",
    "week": r"weeks?|wk|woche|semaine|semana|settimana",
    "year": r"years?|yr|yrs|jahre?n?|ans?|ann[eé]e|a[nñ]os?|jaar|anno|annum",
    "day": r"days?|tage?n?|jours?|d[ií]as?|dag(?:en)?|giorn[oi]|d",
    "hour": r"hours?|hrs?|h|stunden?|std\.?|heures?|horas?|or[ae]|uur|uren",
}
EVERY = [
    (
        re.compile(rf"\s*(?:/|\b(?:per|par|pro|por|al|all|ao|a|each|im|l|p)\b['’]?\s*/?)\s*(?:{words})\b\.?", re.I),
        f" / {unit}",
    )
    for unit, words in _UNITS.items()
] + [
    (re.compile(rf"(?:(?<=\d\d\d)\s+|(?<=[€k])\s*)(?:{words})\.?$", re.IGNORECASE), f" / {unit}")
    for unit, words in (
        ("month", "mon(?:at)?|mois|mes|mese|m[eê]s|maand|mnd|mth|month"),
        ("quarter", "quartal|trimestre|trim|kwartaal|qtr|quarter"),
        ("year", "jahr|jaar|an|a[nñ]o|anno|year|yr"),
    )
] + [
    (re.compile(pattern, re.IGNORECASE), f" / {unit}")
    for pattern, unit in (
        (r"(?<![^\W_])(?:mtl\.?|monatlich|mensuel(?:le)?s?|mensual(?:es)?|mensil[ei]|mensal|mensais|maandelijks|pcm|p\.?\s?c\.?\s?m\.?|p/m|pm|monthly)"
         r"(?![^\W_])\.?", "month"),
        (r"(?<![^\W_])(?:j[aä]hrl(?:ich)?\.?|annuel(?:le)?s?|anual(?:es)?|annu[aoe](?:le|li)?|anuais|jaarlijks|p\.?\s?a\.?|p/a|yearly|annually)"
         r"(?![^\W_])\.?", "year"),
        (r"(?<![^\W_])(?:quartalsweise|trimestriel(?:le)?s?|trimestral(?:es|[ei])?|trimestrais|quarterly|p/?q)"
         r"(?![^\W_])", "quarter"),
        (r"(?<=\d)\s?/\s?m(?![^\W_])", "month"),
        (r"(?<=\d)\s?p/?h(?![^\W_])\.?", "hour"),
        (r"(?<=\d)\s?p/?d(?![^\W_])\.?", "day"),
    )
]  # fmt: skip
_IN_ALL = re.compile(
    r"(?<![^\W_])(?:one[\s-]?off|once|(?:in )?total|in all|altogether|lump sum|for the (?:job|project|lot)|einmalig"
    r"|(?:ins)?gesamt|au total|en tout|ponctuel(?:le)?|en total|puntual|[uú]nico|eenmalig|(?:in )?totaal|una tantum"
    r"|in totale)(?![^\W_])",
    re.IGNORECASE,
)
"""Words for what a whole job comes to."""
_THOUSANDS = re.compile(
    r"(?<![^\W_])(?:t\s?€|teur|keur|tsd\.?\s?(?:€|eur)?|tausend|duizend|k\s?eur|mille|mila|mil(?=\s?€))(?![^\W_])",
    re.IGNORECASE,
)
_MIL = re.compile(r"(?<=\d)\s?mil(?![^\W_])", re.IGNORECASE)
"""A thousand in Spanish; in dollars and pounds a million."""
_SCALE_FIRST = re.compile(r"^(k)\s*(\d[\d.,'’ ]*)$", re.IGNORECASE)
_RANGE = re.compile(
    r"^(?:between|zwischen|entre|tussen)\s+(.+?)\s+(?:and|und|et|y|en)\s+(.+)$"
    r"|^(.*\d\s?[k€£$]*)\s+(?:à|a|bis|tot|to|al?)\s+(\d.*)$",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"\s*(?:over|for|across|spread over|[uü]ber|sur|durante|en|over)\s+(?:the next\s+)?(\d{1,2}(?:\.5)?)\s*"
    rf"({_UNITS['year']}|{_UNITS['month']})\b",
    re.IGNORECASE,
)
_NUMBER = r"(\d+(?:[.,]\d+)?)"
_TIMES = r"\s*(?:x|×|\*|@|at|for|mal|fois|por|,|à|zu|=)\s*"
_BY = r"\s*(?:x|×|\*|@)\s*"
_COUNTED = (
    rf"(?:~|≈|\b(?:about|approx|around|est|say|circa|ca?)\b\.?)?\s*{_NUMBER}\s*"
    rf"(?:{_UNITS['day']}|jr?s?|{_UNITS['hour']})"
)
_OFTEN = r"(?:\s*/\s*(month|week|quarter|year))?"
_PRODUCTS = (
    (re.compile(rf"^(.+?)\s*/\s*(?:day|hour)(?:{_TIMES}|\s+){_COUNTED}{_OFTEN}$", re.IGNORECASE), (1, 2, 3)),
    (re.compile(rf"^([^/]*\d\s*k?){_BY}{_COUNTED}{_OFTEN}$", re.IGNORECASE), (1, 2, 3)),
    (re.compile(rf"^{_COUNTED}{_OFTEN}{_TIMES}(.+?)(?:\s*/\s*(?:day|hour))?$", re.IGNORECASE), (3, 1, 2)),
    (re.compile(rf"^{_NUMBER}\s*[x×*]\s*(\D*\d.*)$", re.IGNORECASE), (2, 1, 0)),
    (re.compile(rf"^(.*\d\D*?)(?:\s*/\s*(?:day|hour))?\s*[x×*]\s*{_NUMBER}$", re.IGNORECASE), (1, 2, 0)),
)  # fmt: skip
OF_WHAT: Final = r"%\s*(?:of|on|von|vom|de|del|du|des|van|sobre|auf|di|dei|do|da)\s+"
"""What stands between a share and the sum that it is of."""
_PERCENT_OF = re.compile(rf"^~?\s*(\d{{1,2}}(?:[.,]\d+)?)\s?{OF_WHAT}(.*\d.*)$", re.IGNORECASE)
_CIRCA = re.compile(r"^(?:c\.?|ca\.?|circa|about|approx\.?)\s*", re.IGNORECASE)
YEARLY = {"month": 12.0, "week": 52.0, "quarter": 4.0, "year": 1.0}
_NO_FEE = re.compile(r"%|/ (?:day|hour)\b|\d[/-]\d{1,2}[/-]\d")
"""A share, a rate without the days that it is for, a date."""
_AMOUNT = re.compile(
    r"(?:[$€£]|\b(?:usd|eur|gbp|chf)\b)?\s*(?:\d[\d.,]*\s?k?\s?[-–]\s?(?=\d[\d.,]*\s?[k€]))?"
    r"\d[\d.,'’ ]*\s*(?:(?:k|m|mio|tsd)\b\.?)?\s*"
    r"(?:[$€£]|\b(?:usd|eur|gbp|chf|euro)\b)?",
    re.IGNORECASE,
)


def says_for_what(text: str) -> bool:
    """Whether a fee says itself which time or work it is for, whatever its header says (`£500 pm`, `£6k in total`)."""
    return _IN_ALL.search(text) is not None or any(pattern.search(text) for pattern, _ in EVERY)


def is_share_of(text: str) -> bool:
    """Whether a fee is a share of a sum that stands behind it (`1% of 2.4m`)."""
    return "%" in text and _PERCENT_OF.match(text.strip()) is not None


def read_fee(text: str, decimal_comma: bool) -> tuple[Amount, bool]:
    """A fee a year, and whether words had to be left out to read it.

    Raises:
        Unreadable: when there is no one amount in it.
    """
    written = clean(text)
    if not any(c.isdigit() for c in _ASIDE.sub("", written)) and _free().first(words_of(written)):
        return Amount(0.0), False
    decimal_comma = decimal_comma or bool(COMMA_DASH.search(written))
    plain = _in_plain_words(written)
    for reader in (_share_of, _over_years, _product, _range, _sum, _plain):
        try:
            found = reader(plain, decimal_comma)
        except Unreadable:
            continue
        if found is not None:
            return found, False
    return _among_words(plain, decimal_comma), True


@cache
def _free() -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in FREE)


def _in_plain_words(text: str) -> str:
    """The text with its periods, scales and asides as `read_amount` knows them."""
    outside = _ASIDE.sub(" ", text)
    if any(c.isdigit() for c in outside) and not text.startswith("("):
        text = outside
    text = _NOISE.sub(" ", _ABOUT.sub("~", SWISS.sub("", text.strip())))
    for pattern, unit in EVERY:
        text = pattern.sub(unit, text)
    if not set("$£") & set(text):
        text = _MIL.sub("k", text)
    text = " ".join(_THOUSANDS.sub("k", text).split()).strip(" ,;")
    return _SCALE_FIRST.sub(r"\2k", text)


def _plain(text: str, decimal_comma: bool) -> Amount | None:
    return read_amount(text, decimal_comma)


def _share_of(text: str, decimal_comma: bool) -> Amount | None:
    """`1.5% of c. £6m`."""
    match = _PERCENT_OF.match(text)
    if match is None:
        return None
    share = float(match[1].replace(",", ".")) / 100
    return _scaled(read_amount(_CIRCA.sub("~", match[2]), decimal_comma, periods=False), share)


def _over_years(text: str, decimal_comma: bool) -> Amount | None:
    """`50k over 2 years`: so much of it a year."""
    match = _SPAN.search(text)
    if match is None:
        return None
    count = float(match[1]) / (1.0 if fold(match[2])[0] in "yja" else 12.0)
    whole = read_amount(text[: match.start()] + text[match.end() :], decimal_comma, periods=False)
    return _scaled(whole, 1.0 / count) if count > 1 else whole


def _product(text: str, decimal_comma: bool) -> Amount | None:
    """`600 / day x 10 days`, `2 days / month at 800`, `12 x 1,500`."""
    for pattern, (amount, count, every) in _PRODUCTS:
        if match := pattern.match(text):
            times = float(match[count].replace(",", "."))
            each = read_amount(match[amount], decimal_comma, periods=False)
            period = match[every].lower() if every and match[every] else "year"
            return _scaled(each, times * YEARLY[period])
    return None


def _range(text: str, decimal_comma: bool) -> Amount | None:
    match = _RANGE.match(text)
    if match is None:
        return None
    low, high = (match[1], match[2]) if match[1] else (match[3], match[4])
    return read_amount(f"{low}–{high}", decimal_comma)


def _sum(text: str, decimal_comma: bool) -> Amount | None:
    """`40k + 5k`, `12k retainer + 8k project`."""
    parts = text.split("+")
    if len(parts) != 2 or not all(any(c.isdigit() for c in part) for part in parts):
        return None
    first, second = (_part(part.strip(), decimal_comma) for part in parts)
    return dataclasses.replace(first, value=first.value + second.value)


def _part(text: str, decimal_comma: bool) -> Amount:
    try:
        return read_amount(text, decimal_comma)
    except Unreadable:
        return _among_words(text, decimal_comma)


def _among_words(text: str, decimal_comma: bool) -> Amount:
    """The one amount among other words: `£12,000 audit and tax`."""
    found = []
    for match in _AMOUNT.finditer(text):
        amount = read_amount(match[0].strip(" ,."), decimal_comma)
        is_year = 1900 <= amount.value <= 2100
        if amount.currency or amount.unit or (amount.value >= LEAST_MONEY and not is_year):
            found.append(amount)
    if len(found) != 1 or _NO_FEE.search(text):
        raise Unreadable(text)
    return _per_period(found[0], text)


def _per_period(amount: Amount, text: str) -> Amount:
    return next((_scaled(amount, times) for unit, times in YEARLY.items() if f"/ {unit}" in text), amount)


def _scaled(amount: Amount, factor: float) -> Amount:
    return dataclasses.replace(amount, value=amount.value * factor)
