"""Rows that sum up others: by their words, or because their figures add up those above."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from planner.detection.headers.field_words import meanings_of
from planner.detection.headers.header_words import header_words
from planner.detection.headers.known_headers import field_of
from planner.detection.rows.lone_rows import is_known_title
from planner.fields import Field
from planner.parsing.cell_values import Unreadable, is_missing, is_number
from planner.parsing.header_text import plain, read_header
from planner.parsing.money.fee_texts import read_fee
from planner.parsing.remarks.phrases import words_of
from planner.parsing.word_lists import words

_WORDS = (
    "totals?|tot|totaal|sum|summe|gesamt|somme|suma|subtotal|zwischensumme|total[ei]|totale generale|subtotale|soma"
    "|sous-total|summa|totalt|i alt|ialt|razem|ogolem|ogółem|łącznie|delsumma|delsum|subtotaal|gesamtsumme"
    "|total general"
)
_PERIODS = (
    "weekly|monthly|quarterly|yearly|annual|monatlich|j[äa]hrlich|mensuel(?:le)?|annuel(?:le)?|mensual|anual|maandelijks"
    "|jaarlijks|mensile|annuale"
)
_PERIOD = (
    "(?:week|month|quarter|year|annum|woche|monat|quartal|jahr|semaine|mois|trimestre|an|mes|a[ñn]o|maand|kwartaal"
    "|jaar|mese|anno)"
)
TOTAL = re.compile(
    rf"^(?:(?:grand|overall|sub|report|page|pipeline|weekly|monthly|quarterly|yearly|annual|running)[\s-]*)?(?:{_WORDS})"
    rf"(?:\s(?:per|a|each|pro|im|par|al|por)\s{_PERIOD}|\s?/\s?{_PERIOD}|\sp\.?[amw]\.?|\s(?:{_PERIODS}))?\s*(?:[:=]|\(.*\))?\s*$"
    rf"|^(?:{_WORDS})\s(?:fy|gj|hj|year|jahr|exercice|ejercicio|jaar|anno)?\s?['’]?(?:19|20)?\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?\s*:?$"
    r"|^sub-?\s?totals?\b.*$|^grand totals?\b.*$|^totals?\s*[-–:(].*$"
    r"|^\d+\s+(?:matters?|clients?|customers?|accounts?|deals?|projects?|jobs?|cases|files|rows?|records?|entries|items|"
    r"mandanten|mandate|kunden|projekte|dossiers|mandats|clientes|proyectos|klanten|clienti)\.?$"
    r"|^(?:average|mean|median|count|avg|mittelwert|moyenne|media|gennemsnit|snitt|medel|średnia)\s*:?$"
    r"|^(?:weighted|gewichtete?[rs]?|gew\.|pondér[ée]e?|ponderad[oa]|ponderato|gewogen|vægtet|viktat|vektet|ważon[ea])"
    r"(?:\s(?:total|sum|value|amount|pipeline|summe|wert|betrag|valor|valore|totaal|waarde|bedrag))?\s*:?$",
    re.IGNORECASE,
)
_SUMMING = re.compile(
    r"\b(?:sub-?\s?)?totals?\b|\btotaal\b|\bsummen?\b|\bgesamt\w*|\bsomme\b|\bsuma\b|\btotal[ei]\b|\bsumma\b|\bsoma\b"
    r"|\btotalt\b|\bi alt\b|\brazem\b|\bzwischensumme\b|\bsums?\b"
    r"|\baverage\b|\bcount\b|\bweighted\b|^[x×]\s?\d+$|^\d+\s+[a-zäöüéñ]+(?:\s[a-z]+)?$|\bmonthly\b|\bper month\b"
    r"|^\s*=|^net\b|^gross\b",
    re.IGNORECASE,
)
_WEIGHTED = re.compile(
    r"\b(?:weighted|gewichtet\w*|pond[ée]r[ée]e?s?|ponderad[oa]s?|ponderat[oaie]|gewogen|v[æe]gtet|viktat|vektet)\b"
)
"""What a total says whose parts were weighed by their chances, so that nothing adds up (`Quoted, weighted`); names have
a capital."""
SUMMING = (
    "sum",
    "gesamt",
    "average",
    "mean",
    "median",
    "count",
    "avg",
    "somme",
    "mittelwert",
    "moyenne",
    "zwischensum",
    "totaal",
    "soma",
    "razem",
    "i alt",
)
"""How names of totals begin that do not say total."""
_GROUP_TOTAL = re.compile(r"^.+?\s+(?:sub-?)?total$", re.IGNORECASE)
_TOTAL_OF_GROUP = re.compile(rf"^(?:{_WORDS})\s+(.+?)\s*:?$", re.IGNORECASE)
"""A total that says of which group it is (`Summe Akquise`, `Total prospects`)."""
_GROUPS = words(
    """all every everyone everybody everything existing current live active inactive open won lost new old past former
    pending signed confirmed secured potential possible other others rest both firm practice office team overall
    work year quarter month ytd to date fees fee income billed clients client customers accounts prospects targets
    pipeline leads wants enquiries hot warm cold weighted unweighted and of the for our

    alle aller bestand bestehend bestehende bestehenden aktuell aktuelle laufend laufende offen offene neu neue
    gewichtet ungewichtet ehemalige ubrige sonstige interessenten kunden mandanten akquise jahr honorare und der
    tous toutes existants existantes actuels actuelles actifs actives pondere ponderee autres clients general
    generale nouveaux des en cours et todos todas existentes actuales activos activas otros otras clientes
    potenciales nuevos de los las y bestaande lopende huidige overige klanten nieuwe van tutti tutte esistenti
    attuali attivi altri altre clienti nuovi dei e"""
)
"""Words for groups of accounts that stand behind a word for a total, where its row says nothing else."""
_TOTAL_OF_ALL = re.compile(rf"^(?:{_WORDS})\s+\w.*$", re.IGNORECASE)
"""A total that says of what (`Total horas`), where its figures add up."""
_CURRENCY = re.compile(
    r"(?<![^\W\d_])(?:chf|eur|euros?|usd|gbp|cad|mxn|sek|nok|dkk|pln|fr|sfr|tsd|mio|k|m|t|ht|rs|inr|zar|aud|sgd"
    r"|[arsc](?=\s?\$)|l|lacs?|lakhs?|crs?|crores?|r)(?![^\W\d_]|\d\D*[^\W\d_])\.?"
    r"|(?<![^\W\d_])r(?=\s?\d)",
    re.IGNORECASE,
)
"""Words for money beside the figures of a total."""
_PERCENT = re.compile(r"^[~≈]?\s*(\d{1,3}(?:[.,]\d+)?)\s*%$")
FEW_LABELS = 2
"""A total says what it is and, at most, of how many (`Total`, `24 matters`)."""
LOOKED_BACK = 500
SURELY_MONEY = 0.85
"""A text whose words say so much of fees names nobody."""
ROUNDED, LARGE = 0.51, 100
"""By so much a sum may differ where its parts were rounded, if it is large."""


def may_sum(low: str) -> bool:
    """Whether a text in lower case has a word in it that names of totals have."""
    return "total" in low or low.startswith(SUMMING) or _WEIGHTED.search(low) is not None


def is_named_total(name: str) -> bool:
    """Whether a name says that its row is a total."""
    return bool(TOTAL.match(name.strip()))


def is_total_of_group(name: str, groups: Iterable[str] = ()) -> bool:
    """Whether a name that stands alone says that its row is the total of a group (`Total existing`).

    Args:
        groups: titles and categories of the list.

    Example:
        >>> is_total_of_group("Total existing"), is_total_of_group("Total Fitness")
        (True, False)
        >>> is_total_of_group("Total architects", ["ARCHITECTS"])
        True
    """
    of_group = _TOTAL_OF_GROUP.match(name.strip())
    said = set(words_of(of_group[1])) if of_group is not None else set()
    return bool(said) and (said <= _GROUPS or any(said <= set(words_of(group)) for group in groups))


def is_total_row(
    row: Sequence[Any], at: int, columns: Sequence[Sequence[Any]], headers: Sequence[str], after: bool, sparse: bool
) -> bool:
    """Whether a row of one text and figures sums up others.

    Args:
        at: its position in `columns`.  after: whether the row above is a total too.
        sparse: whether it says less than other rows.
    """
    texts = [cell.strip() for cell in row if isinstance(cell, str) and not is_missing(cell)]
    figures = [cell for cell in row if is_number(cell)]
    amounts = {text for text in texts if _is_amount(text) and not _is_named(text)}
    labels = [text for text in texts if text not in amounts]
    if not figures and not amounts:
        return 0 < len(labels) <= FEW_LABELS and all(map(_is_named, labels))
    if len(labels) > 1:
        return any(map(is_named_total, labels)) and len(labels) <= 2
    if not labels:
        return after
    label = labels[0]
    weighed = len(figures) + len(amounts) > 1 and _WEIGHTED.search(label) is not None
    if _is_named(label) or after or weighed or (sparse and (_SUMMING.search(label) or _adds_up(at, columns))):
        return True
    weighted = sparse and len(figures) + len(amounts) == 1 and _adds_up_weighted(at, columns)
    if weighted or (_GROUP_TOTAL.match(label) and _adds_up(at, columns)):
        return True
    of_all = _TOTAL_OF_ALL.match(label) is not None and _mostly_adds_up(at, columns)
    money = sparse and _says_money(label)
    return of_all or money or any(plain(header) == plain(label) for header in headers if header)


def _says_money(label: str) -> bool:
    """Whether a label names money of the firm and nobody (`Income a year`, `Fees per month`)."""
    header = read_header(label)
    found = field_of(header)
    known = found is not None and found[0] is Field.ANNUAL_FEE and (found[1] == 1.0 or bool(header.per))
    return known or meanings_of(header_words(label)).get(Field.ANNUAL_FEE, 0.0) >= SURELY_MONEY


def _is_named(label: str) -> bool:
    """Whether a label says total, of all or of a group (`Summe Akquise`)."""
    of_group = _TOTAL_OF_GROUP.match(label)
    return is_named_total(label) or (of_group is not None and is_known_title(of_group[1]))


def _is_amount(text: str) -> bool:
    """Whether a text is figures alone, or figures with a currency (`CHF 426'800`) or a period (`€ 11.700 p/m`)."""
    if not any(map(str.isdigit, text)):
        return False
    return not any(map(str.isalpha, _CURRENCY.sub("", text))) or _money_of(text) is not None


@lru_cache(maxsize=4096)
def _money_of(text: str) -> float | None:
    """The amount that a text is, a year; None where words stand beside it that are of no amount."""
    try:
        amount, among_words = read_fee(text, decimal_comma=False)
    except (Unreadable, ValueError):
        return None
    return None if among_words else amount.value


def _amount(cell: Any) -> float:
    """The figure of a cell, written as a number or in a text; 0 for none."""
    if isinstance(cell, str):
        return (_money_of(cell) or 0.0) if cell and any(map(str.isdigit, cell)) else 0.0
    return float(cell) if isinstance(cell, int | float) and not isinstance(cell, bool) else 0.0


def _share(cell: Any) -> float | None:
    """The chance that a cell may state, written in percent or as a part of one; None where it cannot be any."""
    if isinstance(cell, str):
        number = _PERCENT.match(cell.strip())
        share = float(number[1].replace(",", ".")) / 100.0 if number else None
    else:
        share = _amount(cell) / (100.0 if _amount(cell) > 1.0 else 1.0)
    return share if share is not None and 0.0 <= share <= 1.0 else None


def _adds_up(at: int, columns: Sequence[Sequence[Any]]) -> bool:
    """Whether some figure of a row is the sum of the figures right above it: of two where it is large, else of three.

    Small figures are the sum of two others by chance; zeros add nothing, and nobody adds up shares.
    """
    return any(_sums_above(column, at) for column in columns)


def _mostly_adds_up(at: int, columns: Sequence[Sequence[Any]]) -> bool:
    """Whether most figures of a row are sums of those above: a firm may be called after a total."""
    figures = [column for column in columns if _amount(column[at])]
    return bool(figures) and sum(_sums_above(column, at) for column in figures) > 0.5 * len(figures)


def _adds_up_weighted(at: int, columns: Sequence[Sequence[Any]]) -> bool:
    """Whether the figure of a row is what those above come to, each times the chance beside it."""
    summed = next((column for column in columns if _amount(column[at])), None)
    return summed is not None and any(_sums_weighted(summed, shares, at) for shares in columns if shares is not summed)


def _sums_weighted(column: Sequence[Any], shares: Sequence[Any], at: int) -> bool:
    """Whether a figure is the weighted sum of all rows above it, up to one without an amount: to fewer, a figure may
    come by chance."""
    figure, running, count, uncertain = _amount(column[at]), 0.0, 0, False
    for i in range(at - 1, max(0, at - LOOKED_BACK) - 1, -1):
        amount, share = _amount(column[i]), None if is_missing(shares[i]) else _share(shares[i])
        if amount and share is None:
            return False
        if amount and share is not None:
            running, count, uncertain = running + amount * share, count + 1, uncertain or 0.0 < share < 1.0
        begins = i == 0 or not _amount(column[i - 1])
        if begins and uncertain and count > 1 and abs(running - figure) <= _leeway(figure):
            return True
    return False


def _leeway(figure: float) -> float:
    """By how much a sum may differ where its parts were rounded."""
    return 2e-5 * abs(figure) + (ROUNDED if abs(figure) >= LARGE else 1e-9)


def _sums_above(column: Sequence[Any], at: int) -> bool:
    figure = _amount(column[at])
    if abs(figure) <= 1:
        return False
    large = abs(figure) >= LARGE
    running, count = 0.0, 0
    for above in reversed(column[max(0, at - LOOKED_BACK) : at]):
        amount = _amount(above)
        if not amount:
            continue
        running, count = running + amount, count + 1
        if count >= (2 if large else 3) and abs(running - figure) <= _leeway(figure):
            return True
    return False
