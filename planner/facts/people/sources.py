"""What people write beside who sent an account: sentences among sources that tell of the account as well."""

from __future__ import annotations

import re
from typing import Final

from planner.parsing.remarks.phrases import words_of
from planner.parsing.remarks.remarks import said_in
from planner.parsing.standing.relationships import remarked_relationship

_SOURCE: Final = re.compile(
    r"\b(?:referr|introduc|recommend|recommand|recomend|raccomand|empfehl|empfohlen|vermittel|aanbevol|word of mouth)"
    r"|\bintro\b|^\s*(?:via|through|from|by|von|durch|[üu]ber|par|por|de|door|da|tramite)\b",
    re.IGNORECASE,
)
"""Who or what an account came from."""
_CLAUSES: Final = re.compile(r"[.!?;,]\s|[.!?;]$|\s[-–—]\s|\n")
SHORTEST: Final = 4
"""A text of fewer words names a source and nothing else."""


def says_more_than_a_source(text: str) -> bool:
    """Whether a text among the sources is a remark, too; what it says of who sent the account is none on the account.

    Example:
        >>> says_more_than_a_source("website form; proposal sent 20/11")
        True
        >>> says_more_than_a_source("recommended by an existing client")
        False
    """
    if len(words_of(text)) < SHORTEST:
        return False
    clauses = [clause for clause in _CLAUSES.split(text) if clause.strip()]
    of_sources = [clause for clause in clauses if _SOURCE.search(clause)]
    if any(map(remarked_relationship, of_sources)):
        return False
    return any(_tells(clause) for clause in clauses if clause not in of_sources)


def _tells(clause: str) -> bool:
    return bool(said_in(clause)) or remarked_relationship(clause) is not None
