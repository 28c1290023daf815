"""The words of a header one by one: abbreviations expanded, units and accents gone.

`Fees exp. p.a. (£k)` is (fees, expected, year); `Cust. resp.` is (customer, responsible).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from types import MappingProxyType

from planner.parsing.header_text import MOST_HEADERS, read_header
from planner.parsing.remarks.phrases import STROKED
from planner.parsing.word_lists import words

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_APOSTROPHES = re.compile("['’`´]")
_NOT_WORD = re.compile(r"[^\w%]+|_+")
_UNITS = re.compile(
    r"[$€£¥₹]\s?(?:k|m|mm|mn|mio|bn|000s?)?\b|\b[kmt]\s?[$€£¥₹]|[$€£¥₹]|\bt(?:sd|eur)\b\.?|\bkeur\b|\bmeur\b|\b[kt]\s?(?:chf|usd|gbp)\b"
    r"|\bmiles\s?(?:de\s)?[€$]|\bm²|\bm2\b"
    r"|\b(?:t\.?\s?|m)?kr\b\.?|\bz[łl]\b",
    re.IGNORECASE,
)
_PER_YEAR = re.compile(
    r"\bp[./]?\s?[aj]\.?(?=\W|$)|\bper ann(?:um|o)\b|/\s?(?:yr|year|an|jahr|jaar|a[nñ]o|anno|[åa]r|rok)\b"
    r"|\bpar an\b|\bpro jahr\b",
    re.IGNORECASE,
)
_PER_MONTH = re.compile(
    r"\bp\.?\s?c\.?\s?m\b\.?|\bp[./]?\s?m\.?(?=\W|$)|/\s?(?:mo|mth|month|monat|mois|maand"
    r"|mon|mes|m[eê]s|mese|m[åa]ned|m[åa]nad|mnd|miesi[ąa]c)\b|(?<=[$€£])/m\b",
    re.I,
)
_PER_WEEK = re.compile(
    r"\bp[./]?\s?w\.?(?=\W|$)|/\s?(?:wk|week|woche|sem|semaine|semana|uge|uke|vecka|settimana|tydzie[ńn])\b\.?",
    re.IGNORECASE,
)
_MAN_DAYS = re.compile(r"\b(?:man|person)[- ]?(?=(?:days?|hours?)\b)", re.IGNORECASE)
_FORECAST = re.compile(
    r"\bf/c(?:ast)?\b|\bpr[ée]visionnel(?:le)?s?\b|\bprév(?:is?|isions?)?\b\.?|\bprevi\b", re.IGNORECASE
)
_OF_MONTHS = re.compile(r"\bjan\w*\.?\s?[-–]\s?(?:jul|aug|sep|oct|nov|dec)\w*\.?,?\s(?=20\d\d)", re.IGNORECASE)
"""The months of a year that stand before it (`Jan - Dec 2025`)."""
_OFFERED = re.compile(
    r"\bpresup(?:uesto)?s?\b\.?\s+(?:pendientes?|pdtes?|enviados?|presentados?|entregados?|ofertados?)\b\.?",
    re.IGNORECASE,
)
"""A `presupuesto` that was sent is an offer of the firm's; alone it may be what the account has to spend."""
_NUMBERED = re.compile(r"^(?:fy|h|q)?\d+[a-z]?$")
"""`26`, `12m`, `fy26`: numbers, periods and years of a header."""
_ON = re.compile(r"(?<=\w) am\b(?!\w)")
"""The German word after another one (`Fällig am`), which is no account manager (`AM`)."""
_HOURS_UNIT = re.compile(r"\(\s*h(?:rs?)?\s*[/)]|\bh\s?/|\bh\s+(?:p|per|a|pro|par|each)\b", re.IGNORECASE)

_HOLDER = re.compile(
    r"^(?:accounts?|klant(?:en)?|kund(?:en?)?|relaties?|dossiers?|mandat(?:s|e)?|mandant(?:en|s)?|mandaat|kontakt|contact|deal"
    r"|projekt|project|auftrags?|opdracht|zaak|fall)"
    r"(?:houder|holder|eigenaar|eigenaresse|beheerder|verantwoordelijken?|verantwoordelijkheid|behandelaar|begeleider"
    r"|verantwortlich(?:e[rn]?)?|verantwortung|zustandig(?:keit|er?)?|betreuer(?:in)?|betreuung|leiter(?:in)?|leitung|trager(?:in)?"
    r"|fuhrer(?:in)?|fuhrung|berater(?:in)?|adviseur|manager(?:in)?|owner|ansvarig|ansvarlig)$"
)
"""One word for who looks after an account, of what is looked after and who does (`Accounthouder`,
`Mandatsverantwortliche`); a `Boekhouder` or a `Steuerberater` is somebody else's."""

_SHORT = """mtl month | monatl month | jahrl year | jhrl year |
guess estimated | guessed estimated | guesstimate estimated | ballpark estimated | approx estimated |
    aprox estimated | schatzung estimated | exp expected | est estimated | estd estimated | anticip expected |
    yr year | yrs year | ann annual |
    annum year | hr hours | hrs hours | std hours | uur hours | wk week | wks week | wkly weekly | mth month
    | mo month | mthly monthly | mnthly monthly | qtr quarter | q quarter | qtrly quarterly | rev revenue |
    revs revenue | rel relationship | reln relationship | relat relationship | prob probability | proba
    probability | probab probability | prb probability | lklhd likelihood | co company | cos company | comp
    company | cust customer | custs customer | cli client | clnt client | clt client | resp responsible |
    ptnr partner | ptr partner | prtnr partner | pntr partner | acct account | accts account | acc account |
    mgr manager | mngr manager | dir director | adv adviser | advisor adviser | rmk remarks | rmks remarks |
    rem remarks | bem remarks | obs remarks | cmt comments | cmts comments | desc
    description | descr description | ind industry | indus industry | sect sector | sec sector | svc service
    | svcs service | serv service | loc location | addr address | tel telephone | ph telephone | phone
    telephone | mob telephone | mobile telephone | fax telephone | no number | nr number | num number | nos
    number | ref reference | refs reference | amt amount | val value | pot potential | potl potential | opp
    opportunity | opps opportunity | opty opportunity | proj project | dt date | dte date | mtg meeting |
    biz business | bus business | org organisation | orgs organisation | organization organisation |
    organizations organisation | emp employees | emps employees | empl employees | mitarb employees | fte
    employees | stat status | sts status | cat category | categ category | seg segment | segm segment | lvl
    level | conf confidence | pct percent | gegr founded | estab founded | plz postcode | zip postcode |
    postal postcode | snr senior | jr junior | biller billing | inv invoice | invs invoice | invd invoiced |
    ret retainer | curr current | cur current | prev previous | py previous year | ly last year | ytd ytd |
    fy fiscal year | cy current year | ltm last year | l12m last year | tty this year | nxt next | fup
    follow up | fu follow up | dec decision | dm decision maker | intro introduced | introd introduced |
    intros introductions | refd referred | referal referral | comp_ competitor | bd development | bizdev
    development | rm manager | kam manager | am manager | ae manager | min minimum | max maximum | freq
    frequency | prio priority | pri priority | temp temperature | tmp temperature | ctc contact | cntct
    contact | pax employees | hc employees | ums umsatz | vj vorjahr | lfd current |
    entsch entscheidung | erw expected | gepl geplant |
    kt canton | prov provincia | fatt fatturato | ao tenders | to_
    turnover | t/o turnover | mkt market |
    mkts market | geog
    region | terr territory | dept department | grp group | nm name | addl additional | incl including |
    excl excluding | avg average | wtd weighted | bud budget | svs service | deliv delivery |
    tot total | honor fee | act actual | actl actual | fcast forecast | fcst forecast | hon fee |
    honos fees | hono fees |
    abger abgerechnet | berechn abgerechnet | fac billed | factu billed | tps time | ech echeance | commercial_ owner |
    ansprechp contact | asp contact | ap contact | anbot angebot |
    anbote angebote | anm remarks | anmerk remarks | wahrsch probability |
    abschlusswahrsch probability | abschlwahrsch probability | potenzial potential | umsatzpotenzial umsatz potential |
    umsatzpotential umsatz potential | honorarpotenzial fee potential | honorarpotential fee potential |
    auftragspotenzial potential | auftragspotential potential | sow wallet |
    kd customer | kdnr customer number | umsatzerl turnover | nettobetrag netto betrag | nettosumme netto summe |
    bruttobetrag brutto betrag | bruttosumme brutto summe | rechnungsbetrag rechnung betrag |
    belegnummer invoice number | belegdatum invoice date | rechnungsnummer invoice number |
    nettobedrag netto bedrag | brutobedrag brutto bedrag | factuurbedrag factuur bedrag |
    factuurnummer invoice number | factuurdatum invoice date | restbetrag outstanding |
    offertebedrag offerte bedrag | angebotssumme angebot summe | angebotsbetrag angebot betrag |
    angebotswert angebot betrag | offertesumme offerte summe"""
ABBREVIATIONS = MappingProxyType(
    {short: said for short, _, said in (entry.strip().partition(" ") for entry in _SHORT.replace("\n", " ").split("|"))}
)
"""What each abbreviation stands for; without its point."""
STOPPED = words(
    """a an and are as at be been by do does did for from has have how if in into is it its of off on or per so that
        the this to up was we were will with x de du des la le les l d un une et en au aux der die das den dem des
        ein eine und von im zum zur el los las del al y o per los het een van te ytd senior da di dei della delle
        degli il lo gli con nel nella do dos das em com av til fra fran og och pa w z od cours"""
)  # fmt: skip
"""Words that say nothing by themselves; they count as known words in phrases only."""


@lru_cache(maxsize=MOST_HEADERS)
def header_words(text: str) -> tuple[str, ...]:
    """The words of a header in lower case, in their order, abbreviations expanded; units are left out."""
    line = _APOSTROPHES.sub("", " ".join(str(text).split()))
    hours = bool(_HOURS_UNIT.search(line)) or read_header(text).in_hours
    line = _CAMEL.sub(" ", _MAN_DAYS.sub("", line))
    shortened = (
        (_OF_MONTHS, ""), (_FORECAST, " forecast "), (_OFFERED, " presupuestado "), (_PER_YEAR, " year "),
        (_PER_MONTH, " month "), (_PER_WEEK, " week "),
    )  # fmt: skip
    for pattern, said in (*shortened, (_UNITS, " ")):
        line = pattern.sub(said, line)
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", line.lower().translate(STROKED)) if not unicodedata.combining(c)
    )
    found: list[str] = []
    for word in _NOT_WORD.sub(" ", _ON.sub(" ", plain) if _ON.search(line) else plain).split():
        if not _NUMBERED.match(word) and (len(word) > 1 or word in ABBREVIATIONS):
            found += ABBREVIATIONS.get(word, "owner" if _HOLDER.match(word) else word).split()
    if hours and "hours" not in found:
        found.append("hours")
    return tuple(found)


BY_PROGRAMS = words(
    "user field custom column extra text numbers number unnamed spalte feld colonne champ columna campo kolom"
)
"""Words of headers that a program gives to columns of any kind (`User 1`, `Custom field 2`, `Numbers`)."""


BY_ALONE = frozenset({"numbers", "text"})
"""What such a program calls the first of its columns."""


@lru_cache(maxsize=MOST_HEADERS)
def named_by_program(text: str) -> bool:
    """Whether a header says nothing of what stands under it."""
    said = set(header_words("".join(" " if c.isdigit() else c for c in text))) - STOPPED
    return bool(said) and said <= BY_PROGRAMS and (any(map(str.isdigit, text)) or text.strip().lower() in BY_ALONE)
