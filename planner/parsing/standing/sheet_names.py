"""What the name of a sheet says of all accounts on it (`Clients`, `Lost`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from planner.parsing.dates.finished_work import FINISHED
from planner.parsing.remarks.phrases import words_of
from planner.parsing.standing.relationships import relationship_of
from planner.parsing.standing.stages import is_stage, outcome_of
from planner.parsing.standing.titles import sleeps, status_of_title
from planner.parsing.standing.words.standing_words import patterns
from planner.parsing.standing.words.status_words import ENDING
from planner.vocabulary import Relationship

_ALL_KINDS: Final = frozenset(
    patterns(
        """list, liste, lista, lijst, tracker, crm, all, alle, todos, tous, pipeline, relationships, relations, key,
        export, data, database, master, book, report, sheet, bd, and, und, et, y, en, overview"""
    )
)
"""Words of a sheet's name after which it holds accounts of every kind."""
LONGEST_NAME: Final = 6
"""A sheet's name of more words says nothing of all its accounts."""
_KEY_ACCOUNTS: Final = frozenset(
    patterns(
        """key account, key accounts, key clients, key customers, major accounts, major clients, top clients,
        schlusselkunden, grosskunden, grands comptes, comptes cles, clients cles, cuentas clave, grandes cuentas,
        clientes clave, sleutelklanten, grote klanten, grandi clienti, clienti chiave, grandes contas, contas chave"""
    )
)
"""What firms call the largest of their clients."""
_ANY_SHEET: Final = re.compile(
    r"^(?:sheet|tabelle|feuil|feuille|hoja|blad|planilha|folha|foglio|arkusz|ark|list|page|data|worksheet)\s*\d*"
    r"(?:\s*\(\d+\))?$",
    re.IGNORECASE,
)
"""What programs call a sheet that nobody named."""


def telling_name(sheet: str, file: str) -> str:
    """The name of a list's sheet; the name of its file where that is what a program calls any sheet (`Sheet1`)."""
    return Path(file).stem if _ANY_SHEET.match(sheet.strip()) else sheet


def ending_sheet(name: str, size: int) -> Sequence[str]:
    """(size,) the name of a sheet as the title of its rows, where it says that they have ended (`Lost`); else empty."""
    ends = len(words_of(name)) <= LONGEST_NAME and status_of_title(name).state in ENDING and not sleeps(name)
    return [name] * size if ends and not set(words_of(name)) & _ALL_KINDS else ()


def relationship_of_sheet(name: str) -> Relationship | None:
    """What the name of a sheet says of every account on it; a sheet called a list or a tracker holds all kinds."""
    if sleeps(name):
        return Relationship.PAST_CLIENT
    if " ".join(words_of(name)) in _KEY_ACCOUNTS:
        return Relationship.CLIENT
    words = set(words_of(name))
    if words & _ALL_KINDS or len(words) > LONGEST_NAME:
        return None
    return relationship_of(name) or status_of_title(name).relationship or _of_work(name)


def _of_work(name: str) -> Relationship | None:
    """What a sheet of work says of those that gave it: clients (`On site`), or past ones where it is done (`Done`)."""
    if outcome_of(name) != "won":
        return None
    return Relationship.PAST_CLIENT if set(words_of(name)) & FINISHED else Relationship.CLIENT


def stage_of_sheet(name: str) -> bool:
    """Whether the name of a sheet is a stage, of a sale or of work (`Quoted`, `On site`), or says who is to be won."""
    return is_stage(name) or relationship_of(name) is Relationship.PROSPECT
