"""Words in the place of a day for what has no end: a contract that runs on until somebody ends it (`rolling`)."""

from __future__ import annotations

from functools import cache
from typing import Final

from planner.parsing.cell_values import Cells
from planner.parsing.dates.contract_words import DUE, ENDS, LAST_DAYS, RENEWALS
from planner.parsing.remarks.phrases import Phrases, words_of
from planner.parsing.standing.words.standing_words import patterns

_WITHOUT_END: Final = patterns(
    """rolling, rolls on, rolls over, runs on, month to month, month by month, year to year, evergreen, open end,
    open ended, no end, no end date, no fixed end, no fixed term, no expiry, perpetual, indefinite, indefinitely,
    permanent, until cancelled, till cancelled, until canceled, until further notice, auto renew*, automatic renewal,
    automatically renew*, renews automatically, laufend, lfd, fortlaufend, unbefristet, unbegrenzt,
    auf unbestimmte zeit, bis auf weiteres, bis auf widerruf, automatische verlangerung, verlangert sich,
    verlangert sich automatisch, stillschweigend*, tacite reconduction, reconduction tacite, en continu, continu,
    permanente, sans terme, sans echeance, sans limite, sans fin, duree indeterminee, indetermine, indeterminee,
    jusqu a nouvel ordre, reconduction automatique, indefinido, indefinida, tiempo indefinido, sin fin,
    sin vencimiento, sin fecha de fin, continuo, prorroga tacita, prorroga automatica, renovacion automatica,
    tacita reconduccion, hasta nuevo aviso, doorlopend*, onbepaald, onbepaalde tijd, stilzwijgend*,
    tot wederopzegging, tot opzegging, automatisch verlengd, tot nader order, tacito rinnovo, rinnovo tacito,
    rinnovo automatico, tempo indeterminato, indeterminato, senza scadenza, fino a revoca, continuativo,
    renovacao automatica, tempo indeterminado, indeterminado, sem termo, sem prazo, sem fim"""
)
_GOING: Final = patterns(
    "ongoing, current, live, running, en cours, lopend, lopende, in corso, em curso, en curso, en vigor, vigente"
)
"""Under the end of a contract, that it runs on; under another day, that work may begin now."""
_OF_CONTRACTS: Final = frozenset(
    patterns(
        """contract, agreement, retainer, basis, term, terms, notice, monthly, month, months, mth, mths, annual,
        annually, yearly, year, quarterly, day, days, week, weeks, a, on, for, with, by, each, every, the,
        vertrag, jahrlich, monatlich, monat, monate, monaten, frist, kundigungsfrist, auf, mit, um, contrat, annuelle,
        mensuel, mois, par, an, contrato, anual, mensual, mes, meses, por, de, contract, jaarlijks, maandelijks,
        maand, maanden, per, voor, contratto, annuale, mensile, mesi"""
    )
)
"""Words that may stand beside it and name no day, as numbers up to two digits do (`rolling, 3 months' notice`)."""
_OF_ENDS: Final = RENEWALS | LAST_DAYS | ENDS | DUE
"""Words of headers for the day on which a contract ends or is renewed."""


def but_open_ends(cells: Cells, header: str) -> Cells:
    """Cells of days, those emptied that say that there is no end.

    Args:
        header: the words over them.
    """
    of_ends = not _OF_ENDS.isdisjoint(words_of(header))
    return cells.without(frozenset(text for text in cells.texts if is_open_end(text, of_ends)))


def is_open_end(text: str, of_ends: bool) -> bool:
    """Whether a text in the place of a day says that there is none.

    Args:
        of_ends: whether it stands for the end of a contract or its renewal.

    Example:
        >>> is_open_end("Rolling (3 months)", True), is_open_end("rolling, review May 2027", True)
        (True, False)
    """
    said = words_of(text)
    found = max(_open().all(said), key=lambda one: one.end - one.start, default=None)
    if found is None or not (found.means or of_ends):
        return False
    beside = (*said[: found.start], *said[found.end :])
    return all(word in _OF_CONTRACTS or (word.isdecimal() and len(word) < 3) for word in beside)


@cache
def _open() -> Phrases[bool]:
    return Phrases([*((phrase, True) for phrase in _WITHOUT_END), *((phrase, False) for phrase in _GOING)])
