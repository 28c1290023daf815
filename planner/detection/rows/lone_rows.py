"""Rows with a single text: a title of the rows under it, a legend, a remark, or an account with nothing beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from planner.parsing.header_text import plain
from planner.parsing.names import RESPONSIBLE
from planner.parsing.remarks.phrases import words_of
from planner.parsing.standing.kind_behind_name import kind_behind
from planner.parsing.standing.legends import are_initials, keys_of_initials, read_legend
from planner.parsing.standing.relationships import WORDS, relationship_of
from planner.parsing.standing.stages import outcome_of
from planner.parsing.standing.titles import ends_accounts, only_of_titles
from planner.parsing.standing.words.standing_words import patterns
from planner.parsing.text_shapes import FIRM_FORMS, in_two, reads_like_name, reads_like_remark
from planner.parsing.word_lists import words

LONGEST_TITLE = 60
NOTE_LENGTH = 60
NOTE_STARTS = (
    "note", "*", "source:", "as of", "as at", "nb", "n.b.", "key:", "†", "‡", "©", "copyright", "confidential",
    "stand ", "last updated", "updated ", "quelle:", "hinweis", "anm.", "nota", "legende", "légende", "legend",
    "leyenda", "bron:",
)  # fmt: skip
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}[.)]|[a-z]\)|[•·–—-])\s+\S")
_OF_AMOUNTS = re.compile(
    r"^(?:(?:alle?s?|toute?s?|tous|todos|tutti)\s(?:les\s|los\s|gli\s)?)?(?:amounts|figures|values|fees|betr[aä]ge|preise|"
    r"honorare|honoraires|honorarios|onorari|honor[aá]rios|montants|chiffres|importes|importi|bedragen)\s(?:\w+\s)?(?:in|en|excl?|exkl|hors|ohne|sin|zzgl|chf|eur|usd|gbp)\b",
    re.IGNORECASE,
)
"""What is said of the amounts of a list (`All amounts in CHF excl. VAT`)."""
_TOTAL_IN_WORDS = re.compile(
    r"^(?:sub-?\s?|grand\s)?totals?\b.*(?:[$€£₹]\s?\d|\bR\s?\d|\d[.,]?\d*\s?(?:k|mn?|lakhs?|cr)\b|\d[,. ]?\d{3})",
    re.IGNORECASE,
)
"""A total that is written out: `Total current approx R 2.76m`."""
_DECORATED = re.compile(r"^\s*[*=\-–—_#~>]+\s*([^\W_].*?)\s*[*=\-–—_#~<]+\s*$")
_SO_MANY_OF = re.compile(r"(?:^|\s)\d+\s(?:out\s)?of\s\d+\b")
"""How far somebody has come (`Converted 3 out of 14`)."""
_KEY = re.compile(r"(?:^|[\s,;|(])(?:[^\W\d_]{2}-)?[^\W_]{1,4}[?+]?\s*(?:=|:=|→)\s*\w")
_OF_FIGURES = re.compile(
    r"(?:fees?|amounts?|values?|figures?|sums?|totals?|prices?|honorare?|betr[aä]ge?|summen?|preise?|honoraires|montants?"
    r"|prix|honorarios|importes?|precios?|bedrag(?:en)?|prijs|prijzen|onorari[oi]?|import[oi]|valor(?:es)?)\s*=[^=]*\)$",
    re.IGNORECASE,
)
"""What the brackets behind a title say of the figures under it: `(fee = our quote)`."""
_WHOSE = re.compile(r"['’]s?\s+(?:accounts?|clients?|customers?|list|book|portfolio|desk|prospects)\s*$", re.IGNORECASE)
"""Whose the rows under a title are: `Raj's accounts`."""
_TITLES = words(
    """aob notes note remarks key legend targets referrers friends others dormant enquiries inquiries gone leavers bids
    dead parked resting paused lost archive misc miscellaneous other introducers prospective hot warm cold new
    old live pitches tenders leads pipeline closed won current active inactive ended stopped partners team
    people staff totals summary interessenten mandanten kunden ehemalige verloren bemerkungen legende anciens
    perdus remarques apporteurs antiguos perdidos prospectos clientes klanten verloren opmerkingen"""
)


_CLOSINGS = frozenset(
    patterns(
        """thanks, thank you, many thanks, thanks again, thanks all, cheers, ta, regards, kind regards, best,
        best wishes,
        best regards, warm regards, all the best, yours, speak soon, talk soon, see you, mit freundlichen grussen,
        viele grusse, liebe grusse, beste grusse, gruss, grusse, vg, lg, mfg, danke, merci, cordialement,
        bien cordialement, bien a vous, bonne journee, saludos, un saludo, gracias, un abrazo, groet, groeten,
        met vriendelijke groet, met vriendelijke groeten, bedankt, saluti, cordiali saluti, grazie, abraco, obrigado,
        obrigada"""
    )
)
"""How letters end: what stands under such words is who wrote the list."""


class Lone(StrEnum):
    """What a row with a single text is."""

    TITLE = "title"
    LEGEND = "legend"
    REMARK = "remark"
    ACCOUNT = "account"


@dataclass(frozen=True)
class Place:
    """Where a lone text stands among the rows of a list.

    Attributes:
        gap: whether a blank row stands above it, or nothing does.
        followed: whether a fuller row follows at once.
        last: whether no fuller row follows anywhere.
        after_lone: whether the row above was left out as a lone text.
        after_total: whether a total stands right above it.
        named: whether it stands in the column of the accounts.
        rare: whether most rows of the list say more than a name.
        full: whether nearly all of them say much more.
        capitals: whether names of accounts are usually written in capitals.
        names: whether the accounts of the list read like names.
        above_header: whether the list's header stands again in the row below.
        in_titled: whether the list begins with such a text and has more of them: all are titles of groups.
        titles_in_capitals: whether a title above it is in capitals.
    """

    gap: bool
    followed: bool
    last: bool
    after_lone: bool
    after_total: bool
    named: bool
    rare: bool
    full: bool
    capitals: bool
    names: bool = True
    above_header: bool = False
    in_titled: bool = False
    titles_in_capitals: bool = False


def undecorated(text: str) -> str:
    """A text without the signs that set it off on both sides (`** Prospects **`)."""
    match = _DECORATED.match(text)
    return match[1] if match else text


def kind_of_lone(text: str, place: Place) -> Lone:
    """What a lone text is."""
    if is_key(text):
        return Lone.TITLE if place.rare and place.followed and _is_explained_title(text) else Lone.LEGEND
    if _is_note(text):
        return Lone.REMARK
    if place.above_header and place.rare and len(text) <= LONGEST_TITLE:
        return Lone.TITLE
    if place.rare and ((place.followed and _is_title(text, place)) or (not place.followed and is_known_title(text))):
        return Lone.REMARK if place.last and not place.followed else Lone.TITLE
    if place.rare and place.last and (place.gap or place.after_lone):
        is_account = place.named and _is_account(text) and not place.after_total
        return Lone.ACCOUNT if is_account else Lone.REMARK
    says_something = place.named and place.rare and reads_like_remark(text) and not reads_like_name(text)
    return Lone.REMARK if says_something else Lone.ACCOUNT


def _is_title(text: str, place: Place) -> bool:
    """Whether a lone text above fuller rows is their title."""
    if len(text) > LONGEST_TITLE:
        return False
    if text.rstrip().endswith(":") or is_known_title(text) or not place.named:
        return True
    if _WHOSE.search(text) or RESPONSIBLE.match(text):
        return True
    title = _without_explanation(text)
    if title.isupper() and not place.capitals and (len(title) > 3 or place.titles_in_capitals):
        return True
    if place.in_titled or (place.full and place.names and not reads_like_name(text)):
        return True
    return place.full and place.gap and not (set(plain(text).split()) & FIRM_FORMS)


@lru_cache(maxsize=4096)
def is_known_title(text: str) -> bool:
    """Whether a text is made of words that titles of groups of accounts are made of."""
    low = plain(text)
    if low in WORDS or low.removesuffix("s") in WORDS or low in _TITLES:
        return True
    if kind_behind(text) is not None:  # an account and what it is
        return False
    parts = low.split()
    if not parts or len(parts) > 7 or set(parts) & (FIRM_FORMS - {"partners", "trust", "group"}):
        return False
    head, rest = in_two(text)
    if rest[:1].islower() and is_known_title(head):  # explained behind a dash: `Quoted - waiting to hear`
        return True
    kind = relationship_of(text) or only_of_titles(text)
    says = kind is not None or bool(outcome_of(text)) or parts[0] in _TITLES or ends_accounts(text)
    return says and not (set(parts) & FIRM_FORMS)


def _without_explanation(text: str) -> str:
    """A text without what stands in brackets at its end: `FOREIGN ASSOCIATES (they instruct us)`."""
    title, bracket, _ = text.rstrip().partition("(")
    return title.strip() if bracket and text.rstrip().endswith(")") and len(title.split()) > 1 else text


def _is_explained_title(text: str) -> bool:
    """Whether a text is a title with an explanation in brackets: `Prospects (fee = our guess)`."""
    title, bracket, explanation = text.rstrip().partition("(")
    if not bracket or not explanation.endswith(")") or is_key(title):
        return False
    # a figure explained under a title that nobody knows closes the section above it all the same
    return is_known_title(title) or (title.isupper() and bool(_OF_FIGURES.match(explanation)))


def is_key(text: str) -> bool:
    """Whether a text says what codes stand for (`DH = Delia Harcastle`)."""
    return _KEY.search(text) is not None or bool(keys_of_initials(text)) or len(read_legend([[text]])) > 1


def _is_note(text: str) -> bool:
    low = text.strip().lower()
    return (
        (len(text) > NOTE_LENGTH and reads_like_remark(text))
        or low.startswith(NOTE_STARTS)
        or bool(_OF_AMOUNTS.match(text.strip()))
        or bool(_NUMBERED.match(text))
        or bool(_TOTAL_IN_WORDS.match(text.strip()) or _SO_MANY_OF.search(text))
    )


def _is_account(text: str) -> bool:
    return reads_like_name(text) and not reads_like_remark(text) and len(text) <= NOTE_LENGTH


def is_closing(text: str) -> bool:
    """Whether a text ends a letter (`Many thanks,`)."""
    return " ".join(words_of(text)) in _CLOSINGS


def is_key_pair(texts: Sequence[str], codes: frozenset[str]) -> bool:
    """Whether two texts beside each other are a code of the list and what it stands for (`DH`, `Delia Harcastle`), or
    a name and its initials."""
    if len(texts) != 2:
        return False
    if are_initials(texts[1], texts[0]):
        return texts[1].strip().lower() in codes
    return len(texts[0]) <= 4 < len(texts[1]) and texts[0].strip().lower() in codes
