"""To which firm an account has gone, by its name: `gone to Carter Jonas`, `using Deloitte now`, `jetzt bei Meyer & Co`.

A name begins with a capital, which `gone to print` does not; places, programs, offices of the account itself, times and
first names of colleagues do, and are no other firm.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from planner.parsing.dates.date_words import MONTHS
from planner.parsing.first_names import FIRST_NAMES
from planner.parsing.names import fold
from planner.parsing.place_names import CITIES, NAMES
from planner.parsing.word_lists import words

_WHO: Final = (
    r"(?:(?i:they|he|she|it|who|all|both|work|account|client|business|contract"
    r"|the\s(?:work|account|client|business))(?:['’](?:ve|s|re))?\s)?"
)
_NOW: Final = r"(?i:(?:has|have|is|are|now|since|all|just|recently|sadly|already|their\saccount|the\swork|it)\s){0,3}"
_LEFT_FOR: Final = (
    r"(?i:moved\s(?:it\s|over\s|across\s|on\s|everything\s|them(?:selves)?\s)?to|gone\s(?:over\s|off\s|across\s)?to"
    r"|went\s(?:over\s|off\s|across\s)?to|switched\s(?:over\s)?to|transferred\s(?:over\s)?to|defected\sto|jumped\sship\sto"
    r"|left\s(?:us\s)?for|left\sto\sgo\sto|now\s(?:with|uses?|using)|replaced\sus\swith"
    r"|(?:jetzt|nun|inzwischen|mittlerweile)\s(?:bei|mit)|gewechselt\szu|abgewandert\szu"
    r"|part(?:i|ie|is|ies)\schez|pass[ée](?:e|s|es)?\schez|(?:maintenant|d[ée]sormais)\s(?:chez|avec)"
    r"|se\s(?:fue|fueron|pas[óo]|pasaron|cambi[óo]|cambiaron|marcharon|march[óo])\s(?:a|con)"
    r"|se\sha[n]?\s(?:ido|pasado|cambiado)\s(?:a|con)|ahora\s(?:est[áa]n?\s)?con|nu\s(?:bij|met)|overgestapt\snaar|vertrokken\snaar"
    r"|ora\s(?:con|da)|passat[oaie]\sa|andat[oaie]\sda|agora\scom|(?:foi|foram|mud(?:ou|aram)|pass(?:ou|aram))\spara(?:\s[ao])?)"
)
_LOST_TO: Final = r"(?i:went\swith|gone\swith|chose|lost\s(?:them\s|it\s)?to)"
_FIRM: Final = r"(?P<firm>[A-ZÀ-Þ][\w&'’.+-]*(?:\s(?:&|and|und|et|y|en)?\s?[A-ZÀ-Þ][\w&'’.+-]*)*)"
_CLAUSE: Final = r"(?:^|[.;,!?()–—]\s*|\s-\s*|\b(?i:but|and|aber|mais|pero|maar)\s)\s*(?:(?:19|20)\d\d\s)?"
_WAYS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_CLAUSE}{_WHO}{_NOW}{_LEFT_FOR}\s{_FIRM}",
        rf"{_CLAUSE}{_WHO}{_NOW}(?i:using|uses?|works?\swith|working\swith|(?:is\s|are\s)?(?:looked\safter|handled|advised)\sby)\s"
        rf"{_FIRM}\s(?i:now|instead|these\sdays)\b",
        rf"{_CLAUSE}{_FIRM}\s(?i:(?:do|does|has|have|acts?|handles?|looks?\safter)\s(?:for\s)?(?:it|them|all|the\swork|everything)?\s?now)\b",
        rf"{_CLAUSE}(?:(?i:ist|sind|sie|er|haben|hat|nach)\s){{0,2}}(?i:zu|zur|zum)\s{_FIRM}\s(?i:gewechselt|gegangen|abgewandert)\b",
        rf"{_CLAUSE}(?:(?i:is|zijn|ze|zij|hij)\s){{0,2}}(?i:naar)\s{_FIRM}\s(?i:gegaan|overgestapt|vertrokken|verhuisd)\b",
    )
)
_FOR_A_PART: Final = re.compile(r"\s(?:for|für|pour|para|voor|per)\s(?!good\b|everything\b|all\b)", re.IGNORECASE)
"""Behind a firm it says that only part of the work is there (`now uses BDO for audit`)."""
_ELSEWHERE: Final = re.compile(rf"^\s*(?:{_LEFT_FOR}|{_LOST_TO}|(?i:now\sat|left\sfor))\s{_FIRM}")
_NO_FIRM: Final = words(
    """board hr it legal procurement finance planning committee cabinet council court tender print press market appeal
    trial it itt rfp rfq eoi pqq q1 q2 q3 q4 h1 h2 fy fy25 fy26 fy27 fy28 ceo cfo coo cto md fd gc po uat uk us usa eu
    nz la ny phase stage part year head group hq london-hq monday tuesday wednesday thursday friday saturday sunday
    mon tue wed thu fri christmas xmas easter spring summer autumn winter new next early mid late end march-end
    us me him her them our my the a an his their your i we retainer fixed monthly annual quarterly premium pro standard
    basic gold silver bronze tier plan cloud saas online digital paper direct phone email video hybrid remote home
    office offices premises warehouse site unit floor street road lane park house building bigger smaller larger
    ltd limited llp plc gmbh sa sas bv nv status contract review approval signature production beta live
    xero quickbooks qb qbo qbs sage freeagent kashflow dext receiptbank hubspot salesforce zoho microsoft office365 o365
    m365 teams zoom slack google gsuite gmail outlook sharepoint aws azure gcp shopify wordpress drupal figma sap oracle
    netsuite dynamics datev lexoffice exact afas twinfield holded pennylane cegid asana jira notion squarespace wix
    webflow magento mailchimp stripe github linux windows mac apple excel iris bullhorn pipedrive clearbooks taxcalc
    gericht vorstand geschaftsfuhrung rechtsabteilung gemeinderat notar krankenkasse kasse urlaub elternzeit
    mutter tochter kindern laune vertrag hypercare wartung betrieb direction comptabilite"""
)
"""Capitals behind such a verb that are no firm: offices, times, prices, programs, premises."""


_TRIGGER: Final = re.compile(
    r"moved|gone|went|switch|transf|defect|jumped|left|now|instead|these days|replaced|jetzt|nun|inzwischen"
    r"|mittlerweile|gewechselt|abgewandert|gegangen|chez|maintenant|sormais|\bse\b|ahora|\bnu\b|gegaan|overgestapt|vertrokken|verhuisd"
    r"|\bora\b|passat|andat|agora|para",
    re.IGNORECASE,
)
"""What every such remark has; others need not be gone through."""


@lru_cache(maxsize=4096)
def gone_to(text: str) -> str:
    """The firm by name that a remark says an account has gone to, or `""`.

    Example:
        >>> gone_to("gone to Carter Jonas"), gone_to("moved to Xero"), gone_to("fee too high, using Deloitte now")
        ('Carter Jonas', '', 'Deloitte')
    """
    if not _TRIGGER.search(text):
        return ""
    for way in _WAYS:
        for match in way.finditer(text):
            if _is_firm(match["firm"]) and not _FOR_A_PART.match(text[match.end() :]):
                return match["firm"]
    return ""


def is_elsewhere(text: str) -> bool:
    """Whether a status begins with the firm that an account has gone to, or that was chosen (`went with Fidelity`)."""
    match = _ELSEWHERE.match(text)
    return match is not None and _is_firm(match["firm"])


def _is_firm(name: str) -> bool:
    """Whether a name may be a firm's: no place, no program, no time, and more than the first name of a colleague."""
    plain = fold(name).strip(".'’")
    first = plain.split()[0].strip(".'’") if plain.split() else ""
    if not first or first in _NO_FIRM or first in MONTHS or plain in NAMES or plain in CITIES or first in CITIES:
        return False
    return len(plain.split()) > 1 or first not in FIRST_NAMES
