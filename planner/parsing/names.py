"""Account names made comparable: case, accents, punctuation and spaces do not count; with or without `Ltd`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_NOT_WORD = re.compile(r"[^\w\n]+|_+")
_ACCENTS = re.compile("[\u0300-\u036f]")
_APOSTROPHES = re.compile("['’`]")
_PLAIN = {mark: None if chr(mark) in "'`" else " " for mark in range(128) if not chr(mark).isalnum() and mark != 10}
LEGAL_WORDS = frozenset(
    {
        "ltd", "limited", "llp", "llc", "inc", "incorporated", "corp", "corporation", "co", "company", "plc", "gmbh",
        "ag", "sa", "sas", "sarl", "bv", "nv", "srl", "spa", "pty", "lp", "pllc", "pc", "kg", "ab", "as", "oy", "the",
        "and",
    }
)  # fmt: skip
RESPONSIBLE = re.compile(
    r"^(?:[^\W\d]+\s){0,2}(?:partner|owner|lead|manager|director|earner|adviser|advisor|consultant|principal|betreuer|berater"
    r"|sachbearbeiter(?:in)?|responsable|associ[ée]e?|socio|socia|consultora?|abogad[oa]|adviseur|behandelaar|responsabile)"
    r"(?:\s*:\s*|\s+[–-]\s+)(?=\w)",
    re.IGNORECASE,
)
"""What may stand before a person's name in a title: what they are to the accounts under it (`Fee earner: Ann Bell`)."""


def fold_all(names: Iterable[str]) -> list[str]:
    """Every name in plain words; a name without any word or digit stays as it is."""
    return _fold_lines(list(names))


def _fold_lines(names: list[str], and_sign: str = " ") -> list[str]:
    if not names:
        return []
    text = "\n".join(names)
    if text.count("\n") >= len(names):
        names = [name.replace("\n", " ") for name in names]
        text = "\n".join(names)
    text = text.replace(" & ", and_sign).replace("&", and_sign)
    if text.isascii():
        words = text.translate(_PLAIN).lower()
    else:
        words = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
        words = _NOT_WORD.sub(" ", _APOSTROPHES.sub("", words).casefold())
    return _filled(_lines(words), names)


def _filled(texts: list[str], others: list[str]) -> list[str]:
    """The texts, with the other in the place of an empty one."""
    return [text or other for text, other in zip(texts, others, strict=True)] if "" in texts else texts


def _lines(text: str) -> list[str]:
    """The lines of a text with single spaces, none at their ends."""
    while "  " in text:
        text = text.replace("  ", " ")
    return text.replace(" \n", "\n").replace("\n ", "\n").strip(" ").split("\n")


def fold(name: str) -> str:
    """One name in plain words."""
    return fold_all((name,))[0]


def core_name(name: str) -> str:
    """A name without its legal form: `Acme Inc.` and `ACME, Incorporated` are both `acme`."""
    return core_names((name,))[0]


def core_names(names: Iterable[str]) -> list[str]:
    """`core_name` of many names at once."""
    folded = _fold_lines(list(names), and_sign=" and ")
    words = " \n ".join(folded).split(" ")
    kept = _lines(" ".join([word for word in words if word not in LEGAL_WORDS]))
    return _filled(kept, folded) if folded else []


_TITLE = re.compile(r"^(?:mrs?|ms|miss|dr|prof|sri|shri|smt|adv|er|ca|herr|frau|mme)\.?\s+(?=\w)", re.IGNORECASE)


def without_title(name: str) -> str:
    """A name without the title of a person before it.

    Example:
        >>> without_title("Mr. Anil Rao"), without_title("Mr Price Foods")
        ('Anil Rao', 'Price Foods')
    """
    return _TITLE.sub("", name)
