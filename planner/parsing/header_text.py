"""What a header says: plain words to compare, and the unit, scale or period it names (`Fee ($000)`, `hrs/week`)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from planner.parsing.durations import HOURS_A_DAY, WEEKS_OF, HoursHeader
from planner.parsing.money.money import CURRENCIES
from planner.parsing.remarks.phrases import STROKED

MOST_HEADERS = 2 * 16_384
"""So many are held at once: all of a sheet, which can have so many columns, and what they are cut into."""
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_BRACKETS = re.compile(r"[(\[{]([^)\]}]*)[)\]}]")
_NOT_WORD = re.compile(r"[^\w]+|_+")
_PREFIX = re.compile(
    r"^(?:deal|organi[sz]ation|organi[sz]acja|person|lead|account|company|opportunity|contact)\s+[-–—|:›/]\s+",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(
    r"(?:[$€£¥]|\b(?:us|usd|eur|gbp|chf|aud|cad|nzd|sgd|zar|inr)?)\s*'?(?:000s?|k|thousands?|tsd)\b"
    r"|\bin (?:thousands|k)\b|\b000s?\b|\bk\s?[$€£]"
    r"|\b[kt]\.?\s?(?:chf|usd|gbp|fr\.?)(?=\W|$)|\bt\s?€|\bt(?:sd)?\.?\s?eur\b|\bkeur\b|\btausend\b|\bmilliers\b|\bmiles\b|\bduizend\b"
    r"|\bt\.?\s?kr\b|\btkr\b|\btus(?:en|ind)(?:\s?kr)?\b|\bmigliaia\b|\bmilhares\b|\btys\.?(?=\W|$)",
    re.IGNORECASE,
)
_MILLIONS = re.compile(
    r"[$€£¥]\s*(?:m|mm|mn|mio)\b|\bm\s?[$€£]|\bmeur\b|\b(?:in )?(?:millions?|mio|mm|millionen|millones|miljoen)\b"
    r"|\b(?:usd|eur|gbp|chf)\s*m\b",
    re.IGNORECASE,
)
_SCALES = (
    (1e7, re.compile(r"\bcrores?\b|(?:₹|\brs\.?|\binr|\bin)\s?cr\b", re.IGNORECASE)),
    (1e6, _MILLIONS),
    (1e5, re.compile(r"\bla(?:kh|c)s?\b", re.IGNORECASE)),
    (1e3, _THOUSANDS),
)
_PER = re.compile(
    r"(?:/|\bper\b|\ba\b|\beach\b|\bp\.?|\bpar\b|\bpro\b|\bpor\b|\bal\b)\s*"
    r"(day|week|wk|fortnight|month|mo|mth|quarter|qtr|year|yr|annum"
    r"|(?<=[$€£]/)[mqy]|jour|semaine|sem|mois|trimestre|an|tag|woche|monat|quartal|jahr|semana|mes|a[nñ]o|dag|maand|mnd|kwartaal|jaar|j"
    r"|mon|uge|uke|vecka|settimana|tydzien|tydzień|m[aå]ned|m[aå]nad|mån|mnd|mese|m[eê]s|miesi[aą]c|kvartal|kwarta[lł]|anno|[aå]r|rok)\b"
    r"|\b(mthly|mnthly|mly|wkly|qtrly|qly|weekly|monthly|quarterly|daily|yearly|annual|annually|p[./]?\s?[wm]\.?|p\.?\s?q\.?|pcm|p/?a|p\.a\.|p\.?\s?c\.?\s?m\.?"
    r"|mrr|mtl|monatl|hebdo|mensuel(?:le)?s?|annuel(?:le)?s?|monatliche?|j[aä]hrliche?|mensual(?:es)?|anual(?:es)?|mensal"
    r"|mensais|mensil[ei]|annual[ei]|anuais|maandelijkse?|jaarlijkse?|wekelijkse?|trimestriel(?:le)?s?|trimestral(?:es)?"
    r"|trimestrais|trimestral[ei])"
    r"(?=\W|$)",
    re.IGNORECASE,
)
_HOURS_A = re.compile(
    r"\b(?:hrs?|hours?|std|stunden|uren|heures|horas|ore|tps|temps|tempo|tijd|zeit|h|days?)\b\.?\s+()"
    r"(week|wk|month|mth|mnd|mon|monat|mois|mes|mese|m[eê]s|maand|woche|semaine|semana|settimana|"
    r"quarter|qtr|quartal|trimestre|kwartaal|year|yr)\b",
    re.IGNORECASE,
)
_HOURS_PER = re.compile(
    r"\b(?:hrs?|hours?|hs?|u|uur|uren|stdn?|stunden|heures|horas|or[ae]|timer|timmar)\b\.?\s*()"
    r"(?:/|p\s?[./]|\bper\b|\bpro\b|\bpar\b|\bpor\b|\bal\b|\ba\b|\beach\b)\s*"
    r"(day|tag|dag|jour|d[ií]a|week|wk|w|woche|wo|semaine|semana|settimana|sem|month|mo|mth|m|mt|mts|mon|monat|mois|mes|mese"
    r"|m[eê]s|maand|mnd|quarter|qtr|q|quartal|kwartaal|(?<=u/)kw|trimestre|trim|year|yr|jahr|jaar|a[nñ]o|an|anno)\b\.?",
    re.IGNORECASE,
)
"""Hours of a period, however short both are written (`h/Mt.`, `Std./M.`, `u/mnd`): figures in them are no money."""
_FEE_A = re.compile(
    r"\b(?:cuotas?|iguala|fee|retainer|honorar|pauschale|forfait|abonnement|abono|canon[e]?)\s+()"
    r"(month|monat|mois|mes|maand|mese|quarter|quartal|trimestre|kwartaal)\b\.?",
    re.IGNORECASE,
)
"""A fee with its period right behind it (`Cuota mes`)."""
_A_FEE = re.compile(
    r"\b(mo|mth|mnth|month|qtr|quarter)()\b\.?\s+(?:avg\.?\s+|est\.?\s+)?(?:fees?|retainers?|billings?|charges?)\b",
    re.IGNORECASE,
)
"""A fee with its period right before it (`Avg mo. fee`)."""
_HOURS_LAST = re.compile(
    r"\b(?:hrs?|hours?|time)\b.*\b(?:last|past|previous)\s+()(week|month|quarter)\b", re.IGNORECASE
)
_PERIOD_WORDS = {
    "mthly": "month", "mnthly": "month", "mly": "month", "wkly": "week", "qtrly": "quarter", "qly": "quarter",
    "weekly": "week", "monthly": "month", "quarterly": "quarter", "daily": "day", "yearly": "year", "annual": "year",
    "annually": "year", "pw": "week", "pm": "month", "pa": "year", "p.a.": "year", "pcm": "month",
    "pq": "quarter", "hebdo": "week",
    "m": "month", "q": "quarter", "y": "year",
    "mensuel": "month", "mensuelle": "month", "annuel": "year", "annuelle": "year", "monatlich": "month",
    "mrr": "month", "mtl": "month", "monatl": "month",
    "jahrlich": "year", "jährlich": "year", "mensual": "month", "anual": "year", "maandelijks": "month",
    "jaarlijks": "year", "wekelijks": "week",
    "mnd": "month", "mon": "month", "j": "year", "uge": "week", "uke": "week", "vecka": "week", "settimana": "week",
    "tydzien": "week",
    "tydzień": "week", "maned": "month", "måned": "month", "mån": "month",
    "manad": "month", "månad": "month", "mese": "month",
    "mês": "month", "miesiac": "month", "miesiąc": "month", "kvartal": "quarter", "kwartal": "quarter",
    "kwartał": "quarter", "anno": "year", "ar": "year", "år": "year", "rok": "year",
    "jour": "day", "semaine": "week", "sem": "week", "mois": "month", "trimestre": "quarter", "an": "year",
    "tag": "day", "woche": "week", "monat": "month", "quartal": "quarter", "jahr": "year", "semana": "week",
    **dict.fromkeys(("mensuels", "mensuelles", "monatliche", "mensuales", "mensal", "mensais", "mensile", "mensili",
                     "maandelijkse"), "month"),
    **dict.fromkeys(("annuels", "annuelles", "jahrliche", "jährliche", "anuales", "annuale", "annuali", "anuais",
                     "jaarlijkse"), "year"),
    **dict.fromkeys(("trimestriel", "trimestrielle", "trimestriels", "trimestrielles", "trimestral", "trimestrales",
                     "trimestrais", "trimestrale", "trimestrali"), "quarter"),
    "wekelijkse": "week", "w": "week", "wo": "week", "mt": "month", "mts": "month", "kw": "quarter", "trim": "quarter",
    "dia": "day", "día": "day",
    "mes": "month", "año": "year", "ano": "year", "dag": "day", "maand": "month", "kwartaal": "quarter", "jaar": "year",
}  # fmt: skip
_OUT_OF = re.compile(
    r"\b(?:0|1)\s*(?:-|–|to)\s*([2-9]|10|100)\b|/\s*([345]|10|100)\b|\bout of ([2-9]|10|100)\b|\bof (5|10|100)\b",
    re.IGNORECASE,
)
_CURRENCY = re.compile(
    r"[$€£¥₹]|(?<=\()R(?=\))|(?:\b|(?<=\b[KTkt]))(?:USD|EUR|GBP|CHF|AUD|CAD|NZD|SEK|NOK|DKK|PLN|INR|JPY|SGD|HKD|ZAR|Rs)\b"
)
_CODE_LAST = re.compile(r"(?:usd|eur|gbp|chf|aud|cad)$")
_NOT_TO_MODIFY = "(do not modify)"
_EITHER = re.compile(r"\s*[/|]\s*|\s+or\s+", re.IGNORECASE)
_PAST = re.compile(r"\b(?:last|previous|prior|past) (?:year|month)\b")
_UNIT_TAIL = re.compile(
    r"(?:\s(?:usd|eur|gbp|chf|aud|cad|inr|aed|rupees|rs|euros?|dollars|pounds|k|000s?|in|thousands?|millions?|lakhs?|lacs?|crores?|per|a|week|wk|month|mo|mth|quarter|qtr|year|yr|pa|"
    r"annum|percent|out|of|net|gross|ex|vat|currency|base|local|converted|this|last|now|current|period|qtrly|we|rating|score|\d+))+$"
)


@dataclass(frozen=True)
class Header:
    """A header taken apart.

    Attributes:
        text: as the user wrote it, on one line.
        words: lower case, no punctuation, no unit in brackets.
        bare: `words` without trailing words of unit or period.
        factor: what one unit of money is worth (1,000 for `$000`); per_year: times a year (12 for monthly).
        per: the period that the header names, such as "week", or "".
        in_hours: whether it says that its figures are hours of a period.
        top: the top of a rating scale that it names, or None.
        either: the words on each side of a `/` or `or` (`Client / target`).
        weeks: how many weeks its figures are for, where that is known from elsewhere.
        day_hours: hours of a day, where its figures are days.
    """

    text: str
    words: str
    bare: str
    factor: float = 1.0
    per: str = ""
    days: bool = False
    in_hours: bool = False
    percent: bool = False
    currency: str = ""
    top: float | None = None
    either: tuple[str, ...] = ()
    weeks: float | None = None
    day_hours: float = HOURS_A_DAY

    @property
    def per_year(self) -> float:
        return 52 / WEEKS_OF[self.per] if self.per and self.per not in {"year", "yr", "annum", "day"} else 1.0

    @property
    def hours(self) -> HoursHeader:
        weeks = self.weeks if self.weeks is not None else WEEKS_OF[self.per] if self.per else None
        return HoursHeader(weeks, self.day_hours if self.days else 1.0)


@lru_cache(maxsize=MOST_HEADERS)
def plain(text: str) -> str:
    """Words only: lower case, accents and punctuation gone, camel case split, `__c` of custom fields gone."""
    text = re.sub(r"__c$", "", text.strip())
    text = _CAMEL.sub(" ", text)
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.lower().translate(STROKED))
        text = "".join(c for c in text if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", text.lower()).strip()


def _own_key(what: str) -> str:
    """What Dynamics puts before its exports for itself: the key of an account is one, all else means nothing."""
    return "Account ID" if what.lower() in {"account", "company"} else f"key of {what.lower()}"


def _period(word: str) -> str:
    """The period that a word of a header names: `month` for `pcm`."""
    plain_word = word.lower().rstrip(".").replace("/", "")
    return _PERIOD_WORDS.get(plain_word, _PERIOD_WORDS.get(plain_word.replace(".", "").replace(" ", ""), plain_word))


@lru_cache(maxsize=MOST_HEADERS)
def read_header(text: str) -> Header:
    """Take a header apart."""
    line = " ".join(str(text).split())
    if line.lower().startswith(_NOT_TO_MODIFY):
        line = _own_key(line[len(_NOT_TO_MODIFY) :].strip())
    whole, line = line, line.replace("_", " ")
    stripped = _PREFIX.sub("", whole)
    outside = _BRACKETS.sub(" ", stripped)
    if not plain(outside):
        outside = stripped
    words = plain(outside)
    bare = words if _PAST.search(words) else _UNIT_TAIL.sub("", " " + words).strip() or words
    found = (one.search(line) for one in (_PER, _HOURS_PER, _FEE_A, _A_FEE, _HOURS_A, _HOURS_LAST))
    per = next(filter(None, found), None)
    currency = _CURRENCY.search(line) or _CODE_LAST.search(words)
    top = _OUT_OF.search(line)
    low = line.lower()
    return Header(
        text=whole,
        words=words,
        bare=bare,
        factor=next((factor for factor, words in _SCALES if words.search(line)), 1.0),
        per=_period(per[1] or per[2]) if per else "",
        days=bool(re.search(r"\bdays?\b", low)) and not re.search(r"per day|/ ?day|a day", low),
        in_hours=_HOURS_PER.search(line) is not None,
        percent="%" in line or "percent" in low,
        currency=CURRENCIES.get(currency[0].lower(), currency[0]) if currency else "",
        top=float(next(group for group in top.groups() if group)) if top else None,
        either=tuple(plain(part) for part in _EITHER.split(outside) if plain(part)) if _EITHER.search(outside) else (),
    )
