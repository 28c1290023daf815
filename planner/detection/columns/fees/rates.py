"""A rate a day, an hour or a session beside how many of them: together they are the fee (`Tagessatz` × `Tage 2026`).

A rate alone is no fee a year: it is left aside, and that is told.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from math import inf
from typing import Any, Final

from planner.detection.columns.mapped import Mapped
from planner.detection.columns.scores.column_profile import profile
from planner.detection.columns.scores.fee_words import RATES
from planner.detection.headers.header_words import header_words
from planner.detection.headers.work_words import DAYS, HOURS, SESSIONS
from planner.detection.rows.body import Body
from planner.detection.table import Table, letter
from planner.fields import Field
from planner.parsing.cell_values import Cells, as_cells
from planner.parsing.header_text import read_header
from planner.parsing.money.money import amount_in
from planner.parsing.word_lists import words
from planner.records.issues import Issue
from planner.vocabulary import Severity

MOSTLY: Final = 0.8
HALF: Final = 0.5
MOST_DAYS: Final = 366.0
DEAREST_DAY: Final = 5_000.0
"""A rate of more is none of a day."""
LEAST_ROWS: Final = 3
NEARBY: Final = 8
"""A price, how many there are and what they come to stand no more columns apart."""
LOOKED_AT: Final = 400
"""So many rows show whether a fee is days times a rate."""
CLOSE: Final = 0.01
_OF_A_DAY: Final = re.compile(
    r"\bday[\s-]*(?:rate|price)s?\b|\bdaily\s+(?:rate|fee|price)s?\b|\b(?:rate|fee|price|charge)s?\s*(?:/|per|a)\s*day\b"
    r"|[$€£]\s*(?:/|per|a)\s*day\b"
    r"|\btagess[aä]tze?\b|\btagessatz\b|\b(?:tarif|taux|prix)\s*(?:/|par|du)?\s*jour(?:nalier)?\b|\btjm\b"
    r"|\bdagtarie(?:f|ven)\b|\btarief\s*(?:/|per)\s*dag\b|\b(?:tarifa|precio)\s*(?:/|por|al)?\s*d[ií]a(?:ria)?\b"
    r"|\btariffa\s+giornaliera\b|\bdagsats\b|\bdagarvode\b",
    re.IGNORECASE,
)
_OF_AN_HOUR: Final = re.compile(
    r"\bhour(?:ly)?[\s-]*(?:rate|fee|price)s?\b|\b(?:rate|fee|price|charge)s?\s*(?:/|per|an?)\s*(?:hour|hr|h)\b"
    r"|[$€£]\s*(?:/|per|an?|pro|par|por|la)\s*(?:hour|hr|h|hora|heure|stunde|std|uur|ora)\b|\bstundens[aä]tze?\b|\b(?:tarif|taux)\s*horaires?\b"
    r"|\b(?:tarifa|precio)\s*(?:/|por|la)?\s*hora\b|\buurtarie(?:f|ven)\b|\btariffa\s+oraria\b",
    re.IGNORECASE,
)
_OF_A_SESSION: Final = re.compile(
    r"\b(?:session|visit|class|lesson)[\s-]*(?:rate|fee|price)s?\b"
    r"|(?:\b(?:rate|fee|price|charge)s?|[$€£])\s*(?:/|per|a)\s*(?:session|visit|class|lesson)\b",
    re.IGNORECASE,
)
_OF_A_SEAT: Final = re.compile(
    r"(?:/|\bper|\ba|\bpro|\bpar|\bpor)\s*(?:seat|user|licen[cs]e|device|unit|employee|head|payslip|property|door"
    r"|arbeitsplatz|platz|nutzer|poste|utilisateur|usuario|gebruiker|werkplek)\b",
    re.IGNORECASE,
)
_OF_A_WORD: Final = re.compile(
    r"(?:/|\bper|\ba|\bpro|\bpar|\bpor)\s*(?:word|page|line|mot|wort|zeile|normzeile|seite|palabra|woord|parola|palavra)\b"
    r"|\b(?:word|page|line)\s?(?:rate|price)s?\b|\b(?:wort|zeilen)preise?\b",
    re.IGNORECASE,
)
SEATS: Final = words(
    """seats users licences licenses devices units employees heads payslips properties doors arbeitsplatze platze nutzer
    postes utilisateurs usuarios gebruikers werkplekken"""
)
WORDS: Final = words("words pages lines mots worter zeilen seiten palabras woorden parole palavras normzeilen")
UNITS: Final = (
    (_OF_A_DAY, DAYS),
    (_OF_AN_HOUR, HOURS),
    (_OF_A_SESSION, SESSIONS),
    (_OF_A_SEAT, SEATS),
    (_OF_A_WORD, WORDS),
)
"""What says of a header that its rate is of a day, an hour or a session, and words of headers of how many there are."""
SOLD: Final = words("sold booked contracted agreed budgeted ordered total verkauft vendus vendidos verkocht venduti")
USED: Final = words("used worked spent done delivered left remaining verbraucht restant restantes usados gebruikt")
"""Words of days that are sold, all of which are paid, and of those of them that are worked or left."""
HOURS_A_DAY: Final = 8.0
SMALL: Final = 500.0
"""Amounts under `Rate` mostly no larger than this are none of a year."""
LEAST_PAID: Final = 4
LEAST_RATE: Final = 20.0
ALIKE: Final = 1.5
"""Hours of so many rows are sold where each is paid at least this much, the dearest no so many times the cheapest."""
NO_WORK: Final = words(
    "payment overdue since last until age paid debtor credit terms contact open outstanding zahlung retard rate bd"
    " development"
)
"""Words of headers of time that is not worked for the account."""


def with_rates(mapped: Mapped, table: Table, body: Body) -> tuple[Mapped, Body]:
    """The mapping and the rows with fees of a year where the list has a rate, and how many days, hours or sessions are
    paid at it."""
    mapped = _with_product(mapped, table, body)
    rate = _rate(mapped, table, body)
    if rate is None:
        return mapped, body
    days = _how_many(rate, mapped, table, body)
    if days is None:
        return _left_aside(mapped, table, rate), body
    a_year = read_header(table.headers[days]).per_year
    parts = _parts_of_units(days, mapped, table, body)
    rows = zip(body.columns[rate], body.columns[days], parts, strict=True)
    cells = [_fee(price, many, a_year * part) for price, many, part in rows]
    times = _times(a_year * read_header(table.headers[rate]).per_year)
    columns = (*body.columns[:rate], Cells(cells), *body.columns[rate + 1 :])
    issue = Issue(
        "day-rate", Severity.NOTE,
        f"“{table.headers[rate]}” was multiplied by “{table.headers[days]}”{times}: that is the fee a year.",
        "Write the fee a year into a column of its own if that is wrong.", table.sheet.name,
        f"{letter(rate)}{table.header_row}", table.headers[rate],
    )  # fmt: skip
    mapped = mapped.without(Field.CURRENT_HOURS) if mapped.columns.get(Field.CURRENT_HOURS) == days else mapped
    mapped = mapped.with_fees_in(table, rate, frozenset({days}), issue)
    return mapped, dataclasses.replace(body, columns=columns)


def _with_product(mapped: Mapped, table: Table, body: Body) -> Mapped:
    """The mapping with the amount that the fee's column times a count is (`# workers` × `Fee / worker` = `Total`) for
    the fee, and that told; as it is where no column nearby is that amount."""
    price = mapped.columns.get(Field.ANNUAL_FEE)
    if price is None or Field.ANNUAL_FEE in mapped.given:
        return mapped
    near = range(price - NEARBY, price + NEARBY + 1)
    amounts = [j for j in sorted({*mapped.unmapped, *mapped.fees.all} - {price}) if j in near]
    amounts = [j for j in amounts if _is_money(body.columns[j])]
    counts = [k for k in mapped.unmapped if k in near and _counts(body.columns[k], MOST_DAYS)] if amounts else []
    found = [(k, j) for k in counts for j in amounts if are_the_fee(*(body.columns[i] for i in (k, price, j)))]
    several = [(k, j) for k, j in found if any(map(_is_more_than_one, body.columns[k]))]
    if not several:
        return mapped
    many, whole = several[0]
    issue = Issue(
        "day-rate", Severity.NOTE,
        f"“{table.headers[many]}” times “{table.headers[price]}” is “{table.headers[whole]}”, which was taken for the "
        "fee a year.", "Map annual_fee to another column if that is wrong.", table.sheet.name,
        f"{letter(whole)}{table.header_row}", table.headers[whole],
    )  # fmt: skip
    return mapped.with_fees_of(table, whole, issue)


def _is_money(cells: Sequence[Any]) -> bool:
    return profile(cells).money > HALF


def _is_more_than_one(cell: Any) -> bool:
    return _figure(cell) > 1


def without_days_sold(mapped: Mapped, table: Table, body: Body) -> Mapped:
    """The mapping without hours today that, times a rate beside them, are the fee: they are sold, and that is told."""
    fee, days = mapped.columns.get(Field.ANNUAL_FEE), mapped.columns.get(Field.CURRENT_HOURS)
    if fee is None or days is None or Field.CURRENT_HOURS in mapped.given:
        return mapped
    rates = [j for j in mapped.unmapped if profile(body.columns[j]).money > MOSTLY]
    rate = next((j for j in rates if are_the_fee(body.columns[days], body.columns[j], body.columns[fee])), None)
    if rate is None and not _are_paid_alike(table.headers[days], body.columns[days], body.columns[fee]):
        return mapped
    times = "is paid at much the same rate in" if rate is None else f"times “{table.headers[rate]}” is"
    issue = Issue(
        "days-sold", Severity.NOTE,
        f"“{table.headers[days]}” {times} “{table.headers[fee]}”: that time is sold, so it "
        "was not taken for the time that you give today to winning work.",
        "Write that time into a column of its own (“Hours now”).", table.sheet.name,
        f"{letter(days)}{table.header_row}", table.headers[days],
    )  # fmt: skip
    return dataclasses.replace(mapped.without(Field.CURRENT_HOURS), issues=(*mapped.issues, issue))


def are_the_fee(days: Sequence[Any], rates: Sequence[Any], fees: Sequence[Any]) -> bool:
    """Whether in most rows that say all three the first times the second is the third."""
    figures = (map(_figure, cells[:LOOKED_AT]) for cells in (days, rates, fees))
    known = [row for row in zip(*figures, strict=True) if all(row)]
    alike = sum(abs(one * rate - fee) <= CLOSE * fee for one, rate, fee in known)
    return len(known) >= LEAST_ROWS and alike >= MOSTLY * len(known)


def _are_paid_alike(header: str, hours: Sequence[Any], fees: Sequence[Any]) -> bool:
    """Whether hours of no period, beside a fee in every row, are paid at much the same rate: they are those of the
    work."""
    if read_header(header).per:
        return False
    figures = (map(_figure, cells[:LOOKED_AT]) for cells in (hours, fees))
    rows = list(zip(*figures, strict=True))
    rates = [fee / one for one, fee in rows if one and fee]
    both = len(rates) == sum(bool(one) for one, _ in rows)
    alike = bool(rates) and max(rates) <= ALIKE * min(rates) and LEAST_RATE <= min(rates) <= SMALL
    return both and alike and len(rates) >= LEAST_PAID


def _figure(cell: Any) -> float:
    """The amount in a cell; 0 where there is none."""
    return amount_in(cell) or 0.0


def _rate(mapped: Mapped, table: Table, body: Body) -> int | None:
    """The column of rates, where no other is the fee."""
    fee = mapped.columns.get(Field.ANNUAL_FEE)
    free = mapped.unmapped if fee is None else (fee,)
    found = [j for j in free if any(of_a.search(table.headers[j]) for of_a, _ in UNITS)]
    if not found:
        found = [j for j in free if _is_rate(j, fee, mapped, table, body)]
    return next((j for j in found if profile(body.columns[j]).money > MOSTLY), None)


def _is_rate(j: int, fee: int | None, mapped: Mapped, table: Table, body: Body) -> bool:
    """Whether amounts under a word for rates are as small as what a day costs, and there are days, hours or sessions
    of it; or, under the fee, too small for anything but an hour. What else is a rate (`Win rate`) is none of money."""
    said, look = set(header_words(table.headers[j])), profile(body.columns[j])
    if not said & RATES or (j != fee and not said <= RATES) or look.percents or read_header(table.headers[j]).percent:
        return False
    if _how_many(j, mapped, table, body) is not None:
        return 0 < look.median <= DEAREST_DAY
    return j == fee and 0 < look.median <= SMALL


def _how_many(rate: int, mapped: Mapped, table: Table, body: Body) -> int | None:
    """The column of days, hours or sessions that are paid at a rate: of several the last, which is of the latest
    year."""
    said = [unit for of_a, unit in UNITS if of_a.search(table.headers[rate])]
    hours = {mapped.columns[Field.CURRENT_HOURS]} if Field.CURRENT_HOURS in mapped.columns else set()
    free = {j for j in {*mapped.unmapped, *hours} - {rate} if not read_header(table.headers[j]).currency}
    for unit in said or (DAYS, SESSIONS, HOURS):
        most = inf if unit is WORDS else MOST_DAYS
        found = [j for j in sorted(free) if _says_units(table.headers[j], unit) and _counts(body.columns[j], most)]
        if found:
            sold = [j for j in found if SOLD & set(header_words(table.headers[j]))]
            return (sold or [j for j in found if not USED & set(header_words(table.headers[j]))] or found)[-1]
    return None


def _says_units(header: str, unit: frozenset[str]) -> bool:
    said = set(header_words(header))
    return bool(said & unit) and not said & NO_WORK and not (unit is DAYS and read_header(header).per == "week")


def _parts_of_units(many: int, mapped: Mapped, table: Table, body: Body) -> list[float]:
    """(n,) what part of the unit that its rate is of each hour or day is, where a column says the unit of each rate (an
    hour is an eighth of a `day`); 1 elsewhere."""
    hours = read_header(table.headers[many]).hours.hours
    for j in mapped.unmapped:
        texts = {cell for cell in as_cells(body.columns[j]).distinct if cell != ""}
        if texts and all(isinstance(text, str) and text.strip().lower() in DAYS | HOURS for text in texts):
            a_day = {text for text in texts if text.strip().lower() in DAYS}
            return [
                hours / (HOURS_A_DAY if cell in a_day else 1.0) if cell in texts else 1.0 for cell in body.columns[j]
            ]
    return [1.0] * len(body.rows)


def _times(a_year: float) -> str:
    return f" and by {a_year:g}" if a_year != 1.0 else ""


def _counts(cells: Sequence[Any], most: float) -> bool:
    """Whether a column holds numbers of something, mostly no more than `most`."""
    look = profile(cells)
    return look.money > MOSTLY and not look.signed and max(look.amounts, default=0.0) > 0 and look.median <= most


def _fee(rate: Any, days: Any, a_year: float) -> float | str:
    """The fee of a year, or `""` where one of the two is missing or no number, or no day is booked."""
    return round(_figure(rate) * _figure(days) * a_year, 2) or ""


def _left_aside(mapped: Mapped, table: Table, rate: int) -> Mapped:
    """The mapping without a rate that no days stand beside, which is told."""
    issue = Issue(
        "day-rate", Severity.WARNING,
        f"“{table.headers[rate]}” is a rate, and no column says how much of it is paid in a year; it was not read as a "
        "fee.", "Add a column of days or hours a year, or one of the fee a year.", table.sheet.name,
        f"{letter(rate)}{table.header_row}", table.headers[rate],
    )  # fmt: skip
    mapped = mapped.without(Field.ANNUAL_FEE) if Field.ANNUAL_FEE in mapped.columns else mapped
    return dataclasses.replace(mapped, issues=(*mapped.issues, issue))
