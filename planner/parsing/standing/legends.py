"""Legends on a sheet: what the codes of a list mean (`A = active, P = prospect`; `C | client` in two cells)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from planner.parsing.cell_values import Cells, clean
from planner.parsing.remarks.phrases import fold
from planner.parsing.word_lists import words

_KEY = re.compile(r"(?<![\w'’-])((?:[^\W\d_]{2}-)?[^\W_]{1,3}[?+*-]?|[✓✔✗✘★☆])\s*(?:=|:=|→|=>)\s*")
_COLON_KEY = re.compile(r"(?:(?<=[;,|/\n])|^|(?<=\s\s))\s*([^\W\d_]{1,2})\s*[:–-]\s+(?=\w)")
_WORD_KEY = re.compile(
    r"((?:^|(?<=[,;|:·•\n])|(?<=[,;|:·•]\s))[^\W\d_][\w'’-]*(?:\s[\w'’-]+){0,3}"
    r"|(?<![\w'’-])(?:[^\W\d_]{2}-)?[^\W_]{1,3}[?+*-]?|[✓✔✗✘★☆]|(?<![\w'’-])[^\W\d_]{4,12})\s*(?:=|:=|→|=>)\s*"
)
"""Words are keys too where a text explains several (`green = hot, grey = dropped`), and phrases where something parts
each from the one before (`toss-up = 50%, in the bag = 90%`)."""
_LETTER_PAIR = re.compile(r"(?<!\S)([A-Z]{1,2})\s+([a-zäöüéèà][^\WA-Z]*(?:\s[a-zäöüéèà][^\WA-Z]*){0,2})")
_LETTER_PAIRS = re.compile(rf"^\s*(?:{_LETTER_PAIR.pattern}[\s,;|/]*){{2,}}$")
COLOURS = words(
    """green amber yellow orange red grey gray blue black white purple pink brown grun gruen gelb rot grau blau
    vert jaune
    rouge gris bleu verde amarillo rojo azul groen oranje geel rood grijs blauw giallo rosso"""
)
_CAPITAL = "[A-ZÀ-ÖØ-ÞŁŚŻ]"
_PARTICLE = r"(?:(?:de|del|della|di|da|do|dos|du|la|le|van|von|vom|zu|zur|der|den|ter|ten)\s+)*"
_INITIALS = re.compile(
    rf"^\s*({_CAPITAL}[a-z]{{0,2}}{_CAPITAL}{{1,3}})[\s.:,–-]+"
    rf"({_CAPITAL}[\w'’.-]+(?:\s+{_PARTICLE}{_CAPITAL}[\w'’.-]+){{1,3}})\s*(?:\([^()]*\)\s*)?$"
)
"""Initials and a name; what is said of the person stands in brackets."""
_BETWEEN_PAIRS = re.compile(r"\s*[·•;,|/\n]\s*|\s+[–—-]\s+|\s{2,}")
_CUT = re.compile(
    r";|\s{2,}|(?<!\b[^\W\d_])(?<!\b(?:Dr|Me|Mr|Ms|Sr|Hr|Fr|St|mr|ir|dr))(?<!\b(?:Mrs|Mme|Sra|Ing|Lic|Mag|drs))"
    r"(?<!\bProf)\.\s"
)
"""Where what is said of a code ends: at a full stop, but not behind an initial or a title (`HO = Dr. Holm`)."""
_PERCENT = re.compile(r"\d{1,2}\s?%$")
_END = " \t\n,;/|.·•"
LONGEST_CODE = 3
LONGEST_MEANING = 60
MOST_ROWS = 400


Legend: TypeAlias = Mapping[str, tuple[str, ...]]
"""What codes mean, by code in lower case; a code of two columns has two meanings."""


def read_legend(rows: Iterable[Sequence[Any]]) -> Legend:
    """The legend in rows that are no accounts."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        texts = [cell.strip() for cell in row if isinstance(cell, str) and cell.strip()]
        for text in texts:
            for code, meaning in _meanings(text):
                found[code] = (*found.get(code, ()), meaning)
        said = _beside_code(row)
        if said and len(texts[0]) <= LONGEST_CODE:
            code = texts[0].lower()
            found[code] = (*found.get(code, ()), said)
        elif len(texts) == 2 and are_initials(texts[1], texts[0]):
            code = texts[1].lower()
            found[code] = (*found.get(code, ()), texts[0])
    return found


def _beside_code(row: Sequence[Any]) -> str:
    """What stands in the second of two cells where the first may hold a code: some words, or a chance; else `""`."""
    filled = [cell for cell in row if cell != "" and cell is not None]
    if len(filled) != 2 or not isinstance(filled[0], str) or not filled[0].strip():
        return ""
    if isinstance(filled[1], float) and 0 < filled[1] < 1:
        return f"{filled[1]:.0%}"
    text = filled[1].strip() if isinstance(filled[1], str) else ""
    return text if len(text) > LONGEST_CODE or _PERCENT.match(text) else ""


def are_initials(code: str, name: str) -> bool:
    """Whether capitals are those of a name of two words or more.

    Example:
        >>> are_initials("FOD", "Fionnuala O'Dowd"), are_initials("RK", "Ravi K"), are_initials("UK", "Dover Ltd")
        (True, True, False)
    """
    parts = [part[:1] for part in re.split(r"[\s'’-]+", name) if part]
    return len(parts) > 1 and code.isupper() and "".join(parts) == code


def with_meanings(values: Sequence[Any], legend: Legend, wanted: Callable[[str], object]) -> Sequence[Any]:
    """The cells with each code replaced by what a legend says that it means, where that is what is wanted.

    Example:
        >>> with_meanings(["M", "12k"], {"m": ("£10-30k",)}, lambda meaning: "k" in meaning)
        ('£10-30k', '12k')
    """
    fit = {code: next(filter(wanted, meanings), "") for code, meanings in legend.items()}
    said = {code: meaning for code, meaning in fit.items() if meaning}
    if not said:
        return values
    return Cells(said.get(clean(cell).lower(), cell) if isinstance(cell, str) else cell for cell in values)


def _meanings(text: str) -> list[tuple[str, str]]:
    if initials := keys_of_initials(text):
        return initials
    marks = list(_WORD_KEY.finditer(text))
    marks = marks if len(marks) > 1 else list(_KEY.finditer(text))
    marks = marks or (_several(text) if len(text) > LONGEST_CODE else [])
    if not marks:
        return _side_by_side(text)
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    pairs = []
    for mark, end in zip(marks, ends, strict=True):
        meaning = text[mark.end() : end].strip(_END)
        if meaning:
            pairs.append((mark[1].lower(), _CUT.split(meaning)[0].strip(_END)[:LONGEST_MEANING]))
    return pairs


def keys_of_initials(text: str) -> list[tuple[str, str]]:
    """Initials and names, pair by pair, where a text holds nothing else.

    Example:
        >>> keys_of_initials("PH Priya Hallam · SJ Stuart Jopling")
        [('ph', 'Priya Hallam'), ('sj', 'Stuart Jopling')]
    """
    if (whole := key_of_initials(text)) is not None:
        return [whole]
    pairs = [key_of_initials(part) for part in _BETWEEN_PAIRS.split(text) if part.strip()]
    return [pair for pair in pairs if pair is not None] if None not in pairs else []


def key_of_initials(text: str) -> tuple[str, str] | None:
    """Initials and the name behind them that they are of, with no sign between; None for other texts.

    Example:
        >>> key_of_initials("FOD Fionnuala O'Dowd"), key_of_initials("BT Group Holdings")
        (('fod', "Fionnuala O'Dowd"), None)
    """
    match = _INITIALS.match(text)
    if match is None or not _are_initials(fold(match[1]), match[2]):
        return None
    return match[1].lower(), match[2]


def _are_initials(code: str, name: str) -> bool:
    """Whether a code is made of the first letters of a name: of all its words, or of those with a capital."""
    capitals = fold("".join(c for c in name if c.isupper()))
    return code in {capitals, fold("".join(word[0] for word in name.split()))}


def _several(text: str) -> list[re.Match[str]]:
    """Codes before a colon or a dash, where a text explains at least two of them."""
    marks = list(_COLON_KEY.finditer(text))
    return marks if len(marks) > 1 else []


def _side_by_side(text: str) -> list[tuple[str, str]]:
    """Codes and their meanings without a sign between them: `C client P prospect`, `Green fine, Amber chase`."""
    if _LETTER_PAIRS.match(text):
        return [(code.lower(), meaning.strip(_END)) for code, meaning in _LETTER_PAIR.findall(text)]
    pieces = [piece.strip(_END).partition(" ") for piece in re.split(r"[,;/]", text)]
    colours = [
        (first.lower(), rest.strip()) for first, _, rest in pieces if first.lower() in COLOURS and rest[:1].islower()
    ]
    return colours if len(colours) > 1 and len(colours) == len(pieces) else []


def legend_rows(rows: Sequence[Sequence[Any]], header_row: int, of_accounts: Iterable[int]) -> list[Sequence[Any]]:
    """The rows of a sheet in which a legend may stand: those above its list and those that are no accounts.

    Args:
        header_row: row of the header, from 1.  of_accounts: rows of accounts, from 1.
    """
    taken = set(of_accounts)
    last = max(taken, default=header_row)
    places = [*range(1, header_row + 1), *range(header_row + 1, min(len(rows), last + MOST_ROWS) + 1)]
    free = [place for place in places if place not in taken]
    return [rows[place - 1] for place in free[:MOST_ROWS] if place <= len(rows)]
