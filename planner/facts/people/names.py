"""Names of owners and accounts, where a list writes less or more than the name.

Initials of owners with a key on the sheet become the names that they stand for. Cells of accounts hold contacts on
further lines, and boards and deals are called after the client and the work (`Brook Mill – new website`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from planner.arrays import Column, Texts
from planner.detection.exports.persons_named import FIRST_NAMES, LAST_NAMES
from planner.detection.headers.field_words import Other, meanings_of
from planner.detection.headers.header_words import header_words
from planner.detection.list_finder import FoundList
from planner.detection.rows.named_after_work import clients_of_work
from planner.facts.column_issues import issues_of
from planner.fields import Field
from planner.parsing.cell_values import Problem, as_cells, is_missing
from planner.parsing.dates.date_words import MONTHS
from planner.parsing.first_names import is_first_name
from planner.parsing.header_text import plain
from planner.parsing.names import LEGAL_WORDS, RESPONSIBLE, fold, fold_all
from planner.parsing.standing.legends import Legend
from planner.parsing.standing.relationships import relationship_of
from planner.parsing.standing.stages import is_stage
from planner.parsing.standing.standing_words import patterns
from planner.parsing.standing.titles import status_of_title
from planner.parsing.text_cells import as_texts, parse_text, to_text
from planner.parsing.text_shapes import reads_like_name, split_names
from planner.parsing.word_lists import words
from planner.records.issues import Issue
from planner.vocabulary import Severity

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
NO_COMPANY = frozenset(
    patterns(
        """self employed, freelance, freelancer, independent, sole trader, self, myself, retired,
        retd, semi retired, between jobs, on her own, on his own, sole practitioner, private individual,
        selbstständig, selbständig, freiberuflich, freiberufler, freiberuflerin, indépendant, indépendante,
        à son compte,
        autónomo, autónoma, por cuenta propia, zelfstandig, zzp, zzp er, libero professionista"""
    )
)
"""What persons say in the place of a company that they have none."""
_PARTS = re.compile(r"\s*[,;(/]\s*(?:now )?")
FULL_NAMES = ("full name", "name", "contact", "contact name", "person", "ansprechpartner", "contacto", "contactpersoon")
BETWEEN = ", "
"""Stands between a company and its contact where a program calls an account after both (`Acme Ltd, Ann Bell`)."""
SURELY = 0.5
LONGEST_NAME = 3
LEAST_SECTIONS = 2
MOSTLY = 0.9
_ASIDE = re.compile(r"\s*\(.*$")
"""What a key says of a person behind the name (`(ab März in Elternzeit)`)."""
_OF_MATTER = re.compile(r"^\s*(\w+)[.\-/](\d{1,5})\s*$")
_YEAR = re.compile(r"^(?:19|20)?\d\d$")
_LINES = re.compile(r"\s*[\r\n]+\s*")
GOES_ON = ("&", "+", "-", ",", "/", " and", " und", " et", " y", " e", " en", " of", " de", " für", " for")
"""How a line ends whose name goes on in the next."""
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


def account_names(found: FoundList, read: Texts) -> tuple[Texts, list[Issue]]:
    """(n,) the names of a list's accounts without what else stands in their cells, and notes on that.

    Args:
        read: (n,) the texts of their column.
    """
    at = found.mapped.columns[Field.ACCOUNT]
    bare = without_contacts(found, read)
    if bare:
        told = Problem(
            "contact-in-name", Severity.NOTE, tuple(bare),
            "“{value}” in {header} names the company and the contact beside it; the company was taken for the account.",
            "Write the company alone.", grouped=True,
        )  # fmt: skip
        return as_texts([bare.get(i, name) for i, name in enumerate(read)]), issues_of(found, at, (told,))
    own = _of_their_own(found, read)
    if own:
        told = Problem(
            "named-after-person", Severity.NOTE, tuple(own),
            "{header} says “{value}”; the person stands for the account.", "Write the account's name there.",
            grouped=True,
        )  # fmt: skip
        return as_texts([own.get(i, name) for i, name in enumerate(read)]), issues_of(found, at, (told,))
    cells = as_cells(found.body.columns[at])
    names, apart = in_lines(cells.map(to_text)) if cells.has_lines else ((), {})
    if apart:
        told = Problem(
            "name-in-lines", Severity.NOTE, tuple(apart),
            "The first line of {header} was taken for the name; what stands under it was read as a remark.",
            "Write the name alone where it goes on in the next line.", grouped=True,
        )  # fmt: skip
        return parse_text(names).values, issues_of(found, at, (told,))
    clients = clients_of_work(read.tolist()) if found.mapped.columns.get(Field.DEAL) == at else None
    if clients is None:
        return read, []
    told = Problem(
        "client-in-deal", Severity.NOTE, (0,),
        "{header} names clients and work; what stands first was taken for the client (“"
        + clients[0].replace("{", "{{").replace("}", "}}") + "”).",
        "Write the client into a column of its own if that is wrong.", grouped=True,
    )  # fmt: skip
    return as_texts(clients), issues_of(found, at, (told,))


def clients_of_numbers(ids: Texts, names: Texts) -> Texts | None:
    """(n,) numbers of clients, where ids are those of matters (`12.0003` is the third of client 12); else None.

    What stands before the last part of an id is that of a client where it goes with hardly more than one name: `26-018`
    is a proposal of a year.
    """
    found = [_OF_MATTER.match(text) for text in ids]
    said = [match for match in found if match is not None]
    clients = {match[1] for match in said}
    if len(said) < MOSTLY * len(ids) or len(set(ids)) < len(ids) or len(clients) > MOSTLY * len(said):
        return None
    named = {(match[1], name) for match, name in zip(found, fold_all(names), strict=True) if match}
    if len(clients) < MOSTLY * len(named):
        return None
    return as_texts([match[1] if match else text for match, text in zip(found, ids, strict=True)])


def _of_their_own(found: FoundList, names: Texts) -> Mapping[int, str]:
    """Persons whose company is themselves (`Self-employed`), by row, where a list has columns of their names."""
    said = {plain(header): j for j, header in enumerate(found.table.headers) if header}
    parts = [said[header] for header in FIRST_NAMES if header in said][:1]
    parts += [said[header] for header in LAST_NAMES if header in said][:1]
    whole = [said[header] for header in FULL_NAMES if header in said][:1]
    columns = parts if len(parts) > 1 else whole
    if not columns:
        return {}
    known = {name for name in set(names) if not NO_COMPANY.isdisjoint(_PARTS.split(name.lower().replace("-", " ")))}
    rows = [i for i, name in enumerate(names) if name in known] if known else []
    persons = {i: " ".join(to_text(found.body.columns[j][i]).strip() for j in columns).strip() for i in rows}
    return {i: person for i, person in persons.items() if person}


def without_contacts(found: FoundList, names: Texts) -> Mapping[int, str]:
    """The companies of accounts whose names end with the contact of the same row, by row."""
    rows = [i for i, name in enumerate(names) if BETWEEN in name]
    if not rows:
        return {}
    columns = [found.body.columns[j] for j, text in enumerate(found.table.headers) if text and _of_contacts(text)]
    companies: dict[int, str] = {}
    for i in rows:
        company, _, person = names[i].rpartition(BETWEEN)
        if fold(person) and any(fold(to_text(cells[i])) == fold(person) for cells in columns):
            companies[i] = company.strip()
    return companies


def _of_contacts(header: str) -> bool:
    return meanings_of(header_words(header)).get(Other.PERSON, 0.0) >= SURELY


def in_lines(names: Sequence[str]) -> tuple[Sequence[str], Mapping[int, str]]:
    """The names of accounts from cells of several lines, and what stands on the further lines, by row.

    A name that is only wrapped stays whole: its line goes on (`Brook &`), its legal form follows, or another begins
    with the same line.
    """
    parts = [_name_and_rest(name) for name in names]
    firsts = Counter(first for first, _ in set(parts))
    apart = {i: rest for i, (first, rest) in enumerate(parts) if rest and firsts[first] == 1}
    whole = [first if i in apart or not rest else f"{first} {rest}" for i, (first, rest) in enumerate(parts)]
    return whole, apart


def _name_and_rest(text: str) -> tuple[str, str]:
    first, *rest = _LINES.split(text.strip())
    while rest and (
        first.lower().endswith(GOES_ON) or rest[0][:1] in "&+" or set(fold(rest[0]).split()) <= LEGAL_WORDS
    ):
        first = f"{first} {rest.pop(0)}"
    return first, " ".join(rest)
