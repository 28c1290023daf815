"""Whether a text reads like a name, a firm, initials or a remark, in whichever list it stands."""

from __future__ import annotations

import re

from planner.parsing.names import fold
from planner.parsing.word_lists import words

LETTER = re.compile(r"[^\W\d_]")
INITIALS = re.compile(r"^[A-ZÄÖÜÉ][A-Za-zäöüé]?[A-ZÄÖÜÉ]{1,2}$|^[a-zäöüé]{2,3}$")
_BEHIND = re.compile(r"\s+[-–—]+\s+|\s*[:;,(]\s*")
_BETWEEN_NAMES = re.compile(r"\s*[/;,&+]\s*|\s+(?:and|und|et|y|en)\s+")


def split_names(text: str) -> list[str]:
    """The names in a text that may hold several: `MB/TS`, `Ann & Bob`."""
    return [part.strip() for part in _BETWEEN_NAMES.split(text) if part.strip()] or [text]


def in_two(text: str) -> tuple[str, str]:
    """What stands before the first dash, colon, comma or bracket of a text, and what behind it, or `""`."""
    parts = _BEHIND.split(text.strip(), maxsplit=1)
    return (parts[0], parts[1].rstrip(" )")) if len(parts) > 1 else (parts[0], "")


_PARTS = re.compile(r"[\s\-–/]+")
_SMALL = words("""of the and de du la le les des von der die das und et y del van het en & for to in at on""")
_WITHIN_NAMES = words("of the and & du de des da do di del della van von der den la le les und et y e")
_HANGING = words("with to us for of in on off by from out mit zu bei von avec a chez con met bij aan")
"""Words that no name ends in."""
_VERBS = words(
    """is are was were will would has have had wants want needs need said says may might can could should must not no
    call asked ask waiting met sent lost won going thinking looking likes hates pays owes refers sends introduced
    ist sind hat will zahlt wurde est sont veut paie es son quiere paga wil heeft betaalt"""
)
_CHANGES = re.compile(
    r"\s(?:go(?:es)? (?:up|down)|rises?|increases?|appl(?:y|ies)|includes?|excludes?|changes?|gelten|steigen|sinken"
    r"|augmentent|baissent|changent|suben|bajan|cambian|stijgen|dalen|wijzigen|salgono|scendono|cambiano)\s"
)
"""What is said of rates and prices under a list (`Rates go up 4% in April`): verbs in small letters."""
_POINTED = (" inc.", " co.", " ltd.", " corp.", " e.v.", " llc.", " s.a.", " bros.", " plc.", " ag.")


def reads_like_name(text: str) -> bool:
    """Whether a text could name a firm or a person: short, and its words of weight begin with a capital or digit."""
    if not 2 <= len(text) <= 70 or not LETTER.search(text):
        return False
    if len(text) > 12 and text.endswith((".", "!", "?", ":")):
        return text.lower().endswith(_POINTED)
    parts = [part for part in _PARTS.split(text.strip("()\"'“”")) if part]
    weighty = [part.strip("()\"'“”‘’,") for part in parts if part.lower() not in _SMALL]
    words_of_it = map(str.lower, parts[1:]) if text.isupper() else parts[1:]  # `Ann Will` has no verb in it
    if not weighty or len(parts) > 8 or _CHANGES.search(text) or not _VERBS.isdisjoint(words_of_it):
        return False
    capitals = sum(not part[:1].islower() or any(map(str.isdigit, part)) for part in weighty if part)
    return capitals >= (0.5 if len(weighty) < 3 else 0.6) * len(weighty) and parts[-1].lower() not in _HANGING


def in_capitals(text: str) -> bool:
    """Whether every word of weight begins with a capital or a digit, as in names of firms."""
    return all(word in _WITHIN_NAMES or not word[:1].islower() for word in text.split())


FIRM_FORMS = words(
    """ltd limited llp llc inc plc gmbh ag kg sa sas sarl bv nv srl spa corp corporation & co lp pllc cic ggmbh ohg
    ug se group holdings trust foundation partners partnership associates stiftung verein"""
)
"""Words that stand in the names of firms and foundations, not of people."""
_TRADES = words(
    """partner architects solicitors lawyers attorneys accountants surveyors engineers engineering consultants
    consulting advisers advisors brokers builders contractors construction bros sons studio agency bank insurance
    estates homes architekten ingenieure planer rechtsanwalte anwalte steuerberater steuerberatung berater beratung
    kanzlei buro planungsburo ingenieurburo architekturburo notariat makler immobilien bau hochbau versicherung
    sparkasse volksbank cabinet agence atelier associes notaires avocats architectes conseils banque assurances
    immobilier notariale estudio asociados arquitectos abogados asesores asesoria gestoria despacho notaria taller
    consultores construcciones banco seguros inmobiliaria associati architetti avvocati commercialisti impresa
    costruzioni banca assicurazioni notai architecten ingenieurs notarissen adviseurs advocaten makelaars makelaardij
    aannemers bouw notariskantoor advocatenkantoor advogados arquitetos associados escritorio atelie sociedade"""
)
"""Words for trades and offices, as firms put them beside their names; people are called by none of them."""


def reads_like_firm(text: str) -> bool:
    """Whether a name has a word beside it that only firms bear: a legal form or a trade.

    A short form counts in capitals only: `Norte SA` is a firm, `Rita Sá` may be anybody.

    Example:
        >>> [name for name in ("Studio Penn", "Ruiz y Asociados", "Rita Sá", "Ann Penn") if reads_like_firm(name)]
        ['Studio Penn', 'Ruiz y Asociados']
    """
    parts = text.split()
    if len(parts) < 2:
        return False
    said = {fold(part) for part in parts if len(part) > 2 or part.isupper()}
    return not (FIRM_FORMS | _TRADES).isdisjoint(said)


def reads_like_remark(text: str) -> bool:
    """Whether a text says something in a clause or sentence."""
    parts = text.split()
    if len(parts) >= 7:
        return True
    if len(parts) < 2:
        return False
    low = [part.strip(".,;:!?–-").lower() for part in parts]
    small = sum(part[:1].islower() for part in parts)
    if _CHANGES.search(text):
        return True
    return any(part in _VERBS for part in low) or (len(parts) >= 4 and small >= 0.6 * len(parts)) or " – " in text
