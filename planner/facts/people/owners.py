"""Who owns accounts, where a list writes less or more than a name: initials with a key, titles of sections and of
sheets, and initials with which remarks begin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from planner.arrays import Column, Texts
from planner.fields import Field
from planner.parsing.cell_values import is_missing
from planner.parsing.dates.date_words import MONTHS
from planner.parsing.first_names import is_first_name
from planner.parsing.header_text import plain
from planner.parsing.names import RESPONSIBLE, fold
from planner.parsing.standing.legends import Legend
from planner.parsing.standing.relationships import relationship_of
from planner.parsing.standing.stages import is_stage
from planner.parsing.standing.titles import status_of_title
from planner.parsing.text_cells import as_texts
from planner.parsing.text_shapes import reads_like_name, split_names
from planner.parsing.word_lists import words

LONGEST_CODE = 4
_WRITER = re.compile(r"^\s*([A-Z]{2,3})\s*:\s*\S")
NO_WRITER = words(
    "NB PS FYI TBC TBD ETA RE CC VIP AGM CEO CFO CTO COO MD FD GC HR PR IT QBR RFP RFQ ITT PO NDA MSA SOW LOA NEW"
)
"""Capitals before a colon that are nobody's initials."""
LEAST_WRITTEN, MOSTLY_WRITTEN, MOST_WRITERS = 3, 0.6, 8
"""So many remarks, and such a share of them, begin with the initials of one of a few people."""
NO_PERSON = words(
    """sheet tab list clients accounts pipeline data crm prospects leads team office london north south east west total
    summary main all new current page blatt tabelle feuil hoja blad foglio ark arkusz q1 q2 q3 q4 later maybe maybes
    events projects old archive archived archives backup copy draft drafts template templates vorlage example beispiel
    previous test alt archiv archivo archief sample lookup lookups lists group division department region services
    firm company ltd limited llp inc gmbh plc clienti clientes kunden kunder klienci klanten potenziali other others
    misc sonstige autres otros overige inne altri"""
)
"""Words of sheets and sections that are not called after somebody."""
LONGEST_NAME = 3
LEAST_SECTIONS = 2
_ASIDE = re.compile(r"\s*\(.*$")
"""What a key says of a person behind the name (`(ab März in Elternzeit)`)."""
_YEAR = re.compile(r"^(?:19|20)?\d\d$")
_WHOSE = re.compile(
    r"(?:['’]s?)?\s+(?:accounts?|clients?|customers?|list|book|portfolio|desk|team|mandanten|kunden|klanten)\s*:?\s*$"
    r"|['’]s?\s*:?\s*$",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(
    r"^(?:(?:accounts?|clients?|clienti|clientes|kunden|mandanten|klanten|kunder|klienci|dossiers?|mandate|portefeuille|cartera|"
    r"carteira|portafoglio|projekte|projets|proyectos|projecten|liste|lista|lijst|expedientes|zaken|relaties|ditte|empresas)"
    r"\s+(?:of|von|vom|di|de|du|del|da|do|van|till|til|av|af)(?:\s+(?:ma[iî]tre|me|m\.|mme|frau|herr|hr\.|fr\.|dr\.?|dra\.?|sra?\.))?"
    r"|portefeuille|cartera|carteira|portafoglio|bei|chez|bij|partner|owner|manager|consultant|adviser|betreuer|responsable|responsabile)\s*:?\s+",
    re.IGNORECASE,
)


def person_of(title: str) -> str:
    """The person that a sheet or a section may be called after (`Raj's accounts`, `ELENA MARSH`), or `""`."""
    title = RESPONSIBLE.sub("", title.strip())
    name = " ".join(_OF_WHOM.sub("", _WHOSE.sub("", title)).rstrip(":").split())
    if name.isupper() and max(map(len, name.split()), default=0) > LONGEST_CODE:
        name = name.title()
    parts = plain(name).split()
    if not 1 <= len(parts) <= LONGEST_NAME or not reads_like_name(name) or set(parts) & NO_PERSON:
        return ""
    if any(part in MONTHS or _YEAR.match(part) for part in parts):
        return ""
    if relationship_of(name) is not None or is_stage(name):
        return ""
    return "" if status_of_title(title).said else name


def any_person(titles: Iterable[str]) -> bool:
    """Whether one of some titles is surely of a person: a first name, initials, or whose accounts follow.

    Example:
        >>> any_person(["Raj's accounts", "Wouter"]), any_person(["Wunschliste", "Vorbei"])
        (True, False)
    """
    return any(
        is_first_name(person) or len(person) <= LONGEST_CODE or plain(person) != plain(title)
        for title in titles
        if (person := person_of(title))
    )


def owners_of_sections(sections: Sequence[str]) -> Texts | None:
    """(n,) owners, where every section of a list is called after somebody, or says what its accounts are; else None.

    Args:
        sections: (n,) title that each row stands under, `""` for none.
    """
    titles = set(sections) - {""}
    persons = {title: person_of(title) for title in titles}
    others = {title for title, person in persons.items() if not person}
    if (
        len(titles - others) < LEAST_SECTIONS
        or not any_person(titles - others)
        or any(relationship_of(title) is None for title in others)
    ):
        return None
    return as_texts([persons.get(title, "") for title in sections])


def owners_said(columns: Mapping[Field, Column], sections: Sequence[str]) -> Texts | None:
    """(n,) owners by their own column, else by titles of persons, else by who wrote the remarks; None without any."""
    if Field.OWNER in columns:
        return columns[Field.OWNER]
    of_sections = owners_of_sections(sections)
    remarks = columns[Field.NOTES].tolist() if Field.NOTES in columns else []
    return of_sections if of_sections is not None else writers_of_remarks(remarks)


def writers_of_remarks(remarks: Sequence[str]) -> Texts | None:
    """(n,) initials with which remarks begin (`DL: call him`), where most of them do and few people write; else None.

    Example:
        >>> writers_of_remarks(["DL: call him", "SK: keen", "DL: lost to X", ""]).tolist()
        ['DL', 'SK', 'DL', '']
    """
    begins = [_WRITER.match(text) for text in remarks]
    writers = [match[1] if match and match[1] not in NO_WRITER else "" for match in begins]
    known = Counter(filter(None, writers))
    several = known.total() >= LEAST_WRITTEN and len(known) <= MOST_WRITERS and len(known) < known.total()
    if not several or known.total() < MOSTLY_WRITTEN * sum(map(bool, remarks)):
        return None
    return as_texts(writers)


def with_initials_like_nothing(owners: Texts, cells: Sequence[object], legend: Legend) -> Texts:
    """(n,) owners with the initials that read like a word for nothing, where a key says whose they are (`NA`)."""
    known = {text: _name_of(text, legend) for text in set(cells) if isinstance(text, str) and is_missing(text)}
    if not any(known.values()):
        return owners
    texts = (cell if isinstance(cell, str) else "" for cell in cells)
    return as_texts([owner or known.get(text, "") for owner, text in zip(owners, texts, strict=True)])


def named_owners(owners: Texts, legend: Legend) -> Texts:
    """(n,) owners with each initial replaced by its name, several separated by `; `.

    Args:
        legend: what codes on the sheet mean, by code in lower case.
    """
    written = set(owners) - {""}
    parts = Counter(part for text in written for part in split_names(text))
    names = {part: _name_of(part, legend) for part in parts}
    if not any(names.values()):
        return _spelt_alike(owners)
    known = {text: "; ".join(dict.fromkeys(names[part] or part for part in split_names(text))) for text in written}
    return as_texts([known.get(text, "") for text in owners])


def _name_of(part: str, legend: Legend) -> str:
    """The name that initials stand for, or `""`."""
    code = part.strip().lower().rstrip(".")
    meanings = legend.get(code, ()) if len(code) <= LONGEST_CODE else ()
    names = (_ASIDE.sub("", one).strip() for one in meanings)
    return next((one for one in names if reads_like_name(one) and _begins_like(one, code)), "")


def _begins_like(name: str, code: str) -> bool:
    """Whether a code could be short for a name: it begins as the name does."""
    return any(fold(word)[:1] == fold(code)[:1] for word in (name, *name.split()))


def _spelt_alike(owners: Texts) -> Texts:
    """Initials that differ only in case as they are written most often (`ts` as `TS`)."""
    short = Counter(text for text in owners if text and len(text) <= LONGEST_CODE)
    best: dict[str, str] = {}
    for text, _ in short.most_common():
        best.setdefault(text.lower(), text)
    if len(best) == len(short):
        return owners
    return as_texts([best.get(text.lower(), text) if text and len(text) <= LONGEST_CODE else text for text in owners])
