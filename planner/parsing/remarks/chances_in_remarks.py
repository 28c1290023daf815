"""Chances of winning that remarks tell of: `80%`, `50/50`, `1 in 3`, `kans 1 op 3`."""

from __future__ import annotations

import re
from typing import Final

from planner.parsing.remarks.phrases import is_report, number_of

_PERCENT = re.compile(
    r"(?<![\d.,/-])(\d{1,2})\s?%(?!\s*(?:off|discount|vat|tax|stake|share|rabatt|nachlass|remise|descuento|korting|sconto|desconto|of\b"
    r"|anzahl\w*|akonto|vorab|acompte|arrhes|d['’]acompte|de se[nñ]al|anticipo|aanbetal\w*|acconto|de sinal"
    r"|completed?|done|paid|deposit|up\b|down\b|more|less|growth|increased?|cheaper|equity|margin|owned|commission|bonus"
    r"|merged|reduced|reduction|drop|funded|invoiced|billed|used|utili[sz]ed|occupied|faster|higher|lower)\b)"
)
_OF_SOMETHING_ELSE = re.compile(
    r"(?:discount|rebate|rabatt|nachlass|remise|descuento|korting|sconto|desconto|anzahlung|acompte|anticipo|aanbetaling|acconto|sinal|margin|marge|growth|grew|grow|grown|up|down|increase|raise|cut"
    r"|owns?|stake|share|commission|deposit|vat|tax|interest|utili[sz]ation|equity|bonus)\s*(?:of|by|to|:)?\s*$"
)
"""What stands before a percentage that is of something else than winning (`nonprofit discount 40%`)."""
_ONE_IN = re.compile(r"(?<![\w.,/-])(?:1|one) in (\d|two|three|four|five|six|ten)(?!\w|[.,]\d| of\b)")
"""The odds of one against few: `1 in 3`."""
_ONE_IN_ABROAD = re.compile(
    r"(?<![\w.,/-])(?:1|une?|een|eins?|una?)(?:\schance)?\s(?:op|sur|zu|de cada|su|em|auf|von)\s(?:de\s)?"
    r"(\d|deux|trois|quatre|twee|drie|vier|zwei|drei|dos|tres|cuatro|due|tre|dois)(?!\w|[.,]\d)"
)
"""Likewise, beside a word for a chance (`kans 1 op 3`, `une chance sur trois`)."""
_OF_WINNING = re.compile(
    r"chanc|likel|odds|probab|sure|certain|confiden|\bwin|clos|wahrsch|aussicht|ganar|gagner|kans|posib|possib|opcion",
    re.IGNORECASE,
)
"""What stands near a percentage of a report that is a chance."""
NEARBY: Final = 30
"""Letters before and behind a percentage in which that is looked for."""
FULL: Final = 100
_EVEN = re.compile(r"(?<!\d)50\s?[/:-]\s?50(?!\d)")
_TO_A_HUNDRED = re.compile(r"(?<![\d/.,:-])([1-9][05])\s?[/:]\s?([1-9][05])(?![\d/.,:%-])")
"""Odds as two shares of a hundred (`very keen, 80/20`)."""
_DIVIDED = re.compile(r"split|shar(?:e|ing)|rule|ratio|\bmix|divi[ds]|joint|equity|debt|owne", re.IGNORECASE)
"""What else two shares of a hundred may be of (`fees split 60/40`)."""


def chance_in(text: str) -> float | None:
    """A chance in a remark, 0 to 1: `80%`, `50/50`; None where there is none."""
    low = text.casefold()
    if _EVEN.search(low):
        return 0.5
    shares = _TO_A_HUNDRED.search(low)
    if shares is not None and int(shares[1]) + int(shares[2]) == FULL and not _DIVIDED.search(low):
        return int(shares[1]) / FULL
    match = _PERCENT.search(low)
    if match is None:
        return _odds(low)
    if _OF_SOMETHING_ELSE.search(low[: match.start()]):
        return None
    near = low[max(0, match.start() - NEARBY) : match.end() + NEARBY]
    if is_report(low) and not _OF_WINNING.search(near):
        return None
    return int(match[1]) / 100


def _odds(low: str) -> float | None:
    """The odds of one against few in a remark, in lower case."""
    if is_report(low):
        return None
    odds = _ONE_IN.search(low)
    if odds is None:
        odds = _ONE_IN_ABROAD.search(low)
        if odds is None or not _OF_WINNING.search(low[max(0, odds.start() - NEARBY) : odds.end()]):
            return None
    return 1.0 / (number_of(odds[1]) or 1)
