"""Fees in remarks: one amount that is said to be a fee, or given a year, a month or a quarter. Money is per year."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from planner.parsing.money.fee_texts import EVERY, FREE, OF_WHAT, YEARLY
from planner.parsing.money.money import SCALES, THOUSAND
from planner.parsing.remarks.phrases import Phrases, is_report, words_of
from planner.parsing.standing.relationships import relationship_of, remarked_relationship
from planner.parsing.standing.words.standing_words import patterns

_IN_PAIRS: Final = r"\d{1,2}(?:,\d\d)+,\d{3}(?!\d)"
"""Grouped as in India: `9,60,000`, `1,20,00,000`."""
_FIGURE = rf"{_IN_PAIRS}(?:\.\d\d?)?|\d{{1,3}}(?:[ .,'’]\d{{3}})+(?:[.,]\d\d?)?(?!\d)|\d+(?:[.,]\d\d?)?(?!\d)"
_SCALE: Final = r"(?:k|tsd|tausend|duizend|mila|grand|lakhs?|lacs?|crores?|(?-i:L|[Cc]rs?))\b\.?|t(?=\s?€)"
_OF_A_REMARK = re.compile(
    r"(?:(?P<before>[$€£₹]|\b(?:usd|eur|gbp|chf|zar|inr|rs\.?|us\$|(?-i:R)))\s?)?"
    rf"(?:(?<![\w.,/-])|(?<=\bR)|(?<=\brs\.))(?P<low>{_FIGURE})(?![.,]\d)(?:\s?(?P<k>{_SCALE}))?"
    rf"(?:\s?[-–]\s?(?P<high>{_FIGURE})(?:\s?(?P<ks>{_SCALE}))?)?(?:/[-=])?(?:\s?(?P<after>[$€£]|\b(?:usd|eur|gbp|chf|euros?)\b))?"
    r"(?P<every>\s/\s(?:month|quarter|week|year|day|hour))?(?!\s?(?:m|mn|mio|bn)\b|[.,]?\d|\s?%)",
    re.IGNORECASE,
)
"""An amount in a remark, after its period was put into plain words."""
_IN_MONEY = re.compile(
    r"[$€£₹]|\b(?-i:R)\s?\d|\brs\.?\s?\d|\b(?:zar|inr)\b|\dk\b|\d\sk\b|\b(?:usd|eur|gbp|chf|euros?)\b|\d[.,’']\d{3}\b"
    r"|\d\s?(?:/|pro\s|par\s|al\s|per\s|por\s|im\s)\s?(?:mon|mois|mes|maand|mese|m[eê]s|jahr|an\b|jaar|a[nñ]o)"
    r"|\d\s?(?:tsd|tausend|duizend|mila|grand|lakh|lac|crore|crs?\b|l\b|t\s?€)"
    r"|\d\d{3}\s?(?:/|a\s|per\s|p\.?\s?[am]\b|yearly|monthly|annually|pro\s|par\s|al\s|por\s|im\s|j[aä]hrl|mtl|all)",
    re.IGNORECASE,
)
"""What every such amount has; a text without it need not be read."""
_IN_THOUSANDS = re.compile(rf"^(?:\d{{1,3}}(?:[.,'’]\d{{3}})+|{_IN_PAIRS})$")
_ENDS = re.compile(
    r"^\s*(?:[;,.!?)–—]|-\s|$|(?:out|sent|ist|liegt|raus|abgegeben|versandt|verschickt|ligt|loopt|verstuurd|verzonden|geschickt|gesendet|versendet|gestuurd|mandat[ao]|inviat[ao]"
    r"|envoy[ée]e?|remise?|enviad[ao]|presentad[ao])\b)",
    re.IGNORECASE,
)
_OFFERED: Final = re.compile(
    r"^\s(?:angeboten|offeriert|veranschlagt|propos[ée]s?|offerts?|ofertados?|presupuestados?|aangeboden|geoffreerd"
    r"|offerti|proposti|propostos)\b",
    re.IGNORECASE,
)
"""Right behind a figure in thousands it makes it an offer (`3.600 angeboten`)."""
PRICED: Final = frozenset(
    patterns(
        """quote, quoted, quotation, fee, proposal, proposed, offer, bid, retainer, angebot, honorar, offert, offeriert,
        offre, devis, honoraires, oferta, propuesta, presupuesto, cuota, offerte, voorstel, honorarium, pauschale,
        pauschal, forfait, fixpreis, preventivo, orcamento, avenca, canone"""
    )
)
"""Words right before a figure in thousands (`offerte 14.000`) that make it a fee without a currency."""
_SHORT_SCALES: Final = frozenset({"l", "cr", "crs"})
"""Scales that are as well litres and credits, where nothing beside them speaks of money."""
_BEFORE_ALONE: Final = frozenset(
    patterns(
        """about, around, approx, roughly, circa, ca, c, say, est, maybe, perhaps, nearly, almost, some, of, is, pay,
        pays, paid, paying, us, me, they, bills, billing, at, on, for, worth, now, rund, etwa, zirka, ungefahr, zahlt,
        zahlen, uns, environ, paie, paye, nous, unos, unas, aprox, paga, pagan, nos, ongeveer, betaalt, betalen, ons,
        pagano, ci, paient, pagam, cerca"""
    )
)
"""Words that may stand before an amount that is a clause of its own (`client, about 24,000 a year`)."""
_PARTS = re.compile(r"[.;,:!(–—]|\s-\s")
_FREE: Final = frozenset(phrase for phrase in FREE if "*" not in phrase)
_YEAR: Final = re.compile(r"(?:19|20)\d\d$")
NOTHING_CAME: Final = frozenset({"nothing", "nil", "zero"})
"""What says behind a first clause that nothing came of it (`emailed twice, nothing`)."""
_EACH = re.compile(r"\d\D*(?:\bà|@|\bat|\bzu|[x×])\s*$", re.IGNORECASE)
"""Before an amount of money, that it is the price of each of some (`10 h/Monat à 95 €`)."""
_OF_A_SUM = re.compile(rf"\d\s?{OF_WHAT}(?:c\.?\s?|ca\.?\s?|circa\s|about\s)?$", re.IGNORECASE)
"""Before an amount of money, that the fee is a share of it (`1% of £640,000`)."""
_A_PIECE: Final = (
    r"session|sitting|hour|day|visit|call|head|person|delegate|seat|unit|piece|item|page|word|line|plan|metre|meter|sqm|m2|sq\sft"
    r"|mile|km|ticket|claim|case|file|return|report|search|hire|candidate|placement|lesson|class|course|workshop|event"
    r"|property|site|house|room|bed|plot|lot|shop|store|branch|location|user|licen[cs]e|device|desk|employee|pupil|patient"
    r"|client|customer|tenant|member|vehicle|machine|sample|test|image|photo|video|film|minute|episode|article|post|shift"
    r"|night|round|trip|job|coachee|child|treatment|meeting|half[\s-]day"
    r"|sitzung|stunde|tag|termin|kopf|person|teilnehmer\w*|st[üu]ck|seite|wort|einheit|besuch|fall|wohnung|objekt|stelle|lektion"
    r"|s[ée]ance|heure|jour|visite|t[êe]te|personne|participant|pi[èe]ce|page|mot|unit[ée]|dossier|logement|poste"
    r"|sesi[óo]n|hora|d[íi]a|visita|cabeza|persona|participante|pieza|p[áa]gina|palabra|unidad|caso|vivienda|puesto"
    r"|sessie|uur|dag|bezoek|persoon|deelnemer|stuk|pagina|woord|eenheid|zaak|woning"
    r"|seduta|ora|giorno|pezzo|pagina|parola|unit[àa]|pratica|sess[ãa]o|dia|pe[çc]a|palavra|unidade"
)
_PER_PIECE: Final = re.compile(
    rf"^\s?(?:(?:(?:a|an|per|each|every|p|pro|je|par|la|le|por|al|el|cada|per|de|a|l['’])\s|\s?/\s?|l['’])(?:{_A_PIECE})(?:s|n|en|es)?\b"
    r"|(?:each|apiece|per\s?piece|p\.?\s?p\.?|p\.?/?\s?h\.?|pph|p\.?d\.?|ph|pd|phr|/h|/hr|/hrs|/d|hourly|daily|je|chacune?|cada\suno|per\sstuk|l['’]une?"
    r"|cadauno|cada\sum)\b)",
    re.IGNORECASE,
)
"""Behind an amount, that it is the price of each of some: how many there are in a year, it does not say."""
_DONE_FREE = re.compile(
    r"^\s*(?:we\s|i\s)?(?:do|doing|did)\s(?:[\w'’]+\s){0,4}(?:free|pro\sbono|for\snothing|without\scharge)\b"
    r"|^\s*(?:we|i)\s(?:coach|train|teach|mentor|advise|help|support|serve|host|audit|design|write|run|look\safter)"
    r"\s(?:[\w'’]+\s){0,4}(?:free|pro\sbono|for\snothing|without\scharge|at\sno\scharge)\b"
    r"|^\s*pro[\s-]bono\s(?!.*(?:\?|\b(?:request|requested|ask|asks|asked|enquir\w*|inquir\w*|if|maybe|perhaps|may|might|could|would"
    r"|want|wants|offer|offered|declined|no|not|pitch|proposal|idea|until|so far|then)\b))"
    r"|^\s*(?:(?:wir|ich|das|on|nous|je|le|lo|los|la|wij|we|ik|dat)\s){0,2}(?:mache?n?|erledigen|fais|fait|faisons|hago"
    r"|hacemos|llevamos|doe|doen|faccio|facciamo|fazemos|fa[cç]o)\s(?:[\w'’]+\s){0,3}(?:gratis|kostenlos|kostenfrei"
    r"|umsonst|unentgeltlich|ehrenamtlich|gratuitement|gratuit|b[ée]n[ée]volement|kosteloos|vrijwillig|pro\sbono)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"\.\s+(?=[^\W\d_])(?=[A-ZÀ-Þ])")
_CLAUSE = re.compile(r"[;!?]\s")
_GROUPED = re.compile(r"[ .,'’](?=\d{3}(?!\d))|(?<=\d),(?=\d\d(?:,\d\d)*,\d{3}(?!\d))")
NO_FEE_OF_OURS: Final = patterns(
    """owe*, owing, overdue, unpaid, outstanding, debt*, arrears, turnover, revenue, raised, raising, funding, fund,
    budget*, salary, assets, aum, profit, loss, saved, savings, discount, off, refund, deposit, rent, premium, cap,
    tvl, isa, kwh, mortgage, loan*, portfolio, investment*, valuation,
    limit, debe, deben, deuda*, impag*, factur*, schuld*, offen*, umsatz, gewinn, bilanz, doit, doivent, impaye*,
    chiffre, capital, levee*, schuldig, achterstallig, omzet"""
)
"""Words near an amount in a remark that is no fee: what is owed, and the account's own money."""
OF_OURS: Final = patterns(
    """fee, fees, est, estimate, estimated, quote, quoted, quotation, proposal, proposed, worth, retainer, expected,
    pitch, bid, potential, spend, spends, pays, pay, billed, cuota, propuesta, presupuesto, honorar*, pauschale,
    angebot, angeboten, offeriert, propose, proposes, ofertado, aangeboden, geoffreerd, offert*, offre, devis, forfait,
    abonnement, contrato, contract, offerte, voorstel, preventivo, proposta,
    canone, arvode, maybe, perhaps, possibly, circa, vielleicht, quizas, misschien, forse"""
)
"""Words near an amount that is one."""
NEAR: Final = 4
LEAST_DIGITS: Final = 3
"""More digits than so many may be an amount without a sign, where its period stands behind it."""


def fee_in_remark(text: str, only: bool) -> float | None:
    """The fee a year that a remark tells of (`est 90k pa`, `Cuota 180 €/mes`), or None: none, several, or not ours.

    Args:
        only: whether the list has no other place for fees, so that an amount with a currency in a short remark is
            one whatever is said beside it; else its period or a word for a fee has to stand there.
    """
    if not _IN_MONEY.search(text) or not any(c.isdigit() for c in text):
        return None
    plain = _SENTENCE.sub(" ; ", text)
    for pattern, unit in EVERY:
        plain = pattern.sub(unit, plain)
    plain = " ".join(plain.split())
    only = only and not is_report(plain)
    found = [fee for match in _OF_A_REMARK.finditer(plain) if (fee := _fee_of(match, plain, only)) is not None]
    return found[0] if len(found) == 1 else None


def says_free(text: str) -> bool:
    """Whether a remark begins by saying, in a clause of its own, that nothing is charged: `Pro bono, for now`; or that
    the work is done for nothing: `we do their governance free`, `pro bono survey once a year`."""
    if _DONE_FREE.match(text):
        return True
    first, second = ([" ".join(words_of(clause)) for clause in _PARTS.split(text)] + [""])[:2]
    return first in _FREE or second in _FREE - NOTHING_CAME


def _fee_of(match: re.Match[str], text: str, only: bool) -> float | None:
    """The fee a year of an amount in a remark, or None where it is none."""
    scale = (match["k"] or match["ks"] or "").lower().rstrip(".")
    every = (match["every"] or "").rpartition(" ")[2].lower()
    in_money = bool(match["before"] or match["after"])
    signed = in_money or (bool(scale or every) and _is_alone(match, text, every))
    if not (signed or scale or _is_priced(match, text)) or every in {"day", "hour"}:
        return None
    ahead = _CLAUSE.split(text[: match.start()])[-1]
    if _EACH.search(ahead) or _OF_A_SUM.search(ahead):
        return None
    behind = _CLAUSE.split(text[match.end() :])[0]
    if _PER_PIECE.match(behind) or (scale in _SHORT_SCALES and not (in_money or _ENDS.match(behind))):
        return None
    beside = [*words_of(ahead)[-NEAR:], *words_of(behind)[:NEAR]]
    clear = in_money or scale not in _SHORT_SCALES
    said = (only and signed and clear) or (every and (signed or clear)) or _ours().first(beside)
    if _not_ours().first(beside) or not said:
        return None
    figures = [float(_GROUPED.sub("", part).replace(",", ".")) for part in (match["low"], match["high"]) if part]
    return sum(figures) / len(figures) * (SCALES.get(scale, THOUSAND) if scale else 1.0) * YEARLY.get(every, 1.0)


def _is_alone(match: re.Match[str], text: str, every: str) -> bool:
    """Whether an amount without a currency is a clause of its own: `client, 24,000 a year`.

    Without a scale it begins the remark, or stands behind what the account is; in thousands or lakhs, behind anything.
    """
    *earlier, ahead = _PARTS.split(text[: match.start()])
    said = set(words_of(ahead))
    if not said <= _BEFORE_ALONE | PRICED or not _ENDS.match(text[match.end() :]):
        return False
    scale = (match["k"] or "").lower().rstrip(".")
    if scale and scale not in _SHORT_SCALES:
        return bool(every or SCALES.get(scale, THOUSAND) > THOUSAND or "".join(earlier).strip())
    if not scale and (not every or not _may_be_money(match["low"])):
        return False
    before = next((part.strip() for part in reversed(earlier) if part.strip()), "")
    return bool(said & PRICED) or not before or bool(remarked_relationship(before) or relationship_of(before))


def _may_be_money(figure: str) -> bool:
    """Whether a figure without a sign is large enough for an amount, and no year."""
    return bool(_IN_THOUSANDS.match(figure)) or (len(figure) > LEAST_DIGITS and not _YEAR.match(figure))


def _is_priced(match: re.Match[str], text: str) -> bool:
    """Whether a figure in thousands stands right behind a word for a price, and nothing that it counts behind it."""
    priced = set(words_of(text[: match.start()])[-1:]) & PRICED
    behind = text[match.end() :]
    if _OFFERED.match(behind) and _IN_THOUSANDS.match(match["low"]):
        return True
    return bool(priced and (match["every"] or _IN_THOUSANDS.match(match["low"])) and _ENDS.match(behind))


@cache
def _not_ours() -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in NO_FEE_OF_OURS)


@cache
def _ours() -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in OF_OURS)
