"""Remarks that say as a whole that a business has closed: `fermé en 2024`, `cabinet fermé`, `closed for good`.

A business closes in few words, in many forms: what closed, how surely and when may stand beside the word for it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from planner.parsing.dates.date_words import MONTHS
from planner.parsing.remarks.phrases import BREAK, clauses_of
from planner.parsing.word_lists import words

_CLOSED: Final = words(
    """closed ferme fermee fermes fermees geschlossen gesloten cerrado cerrada cerrados cerradas cerro cerraron chiuso
    chiusa chiusi chiuse fechado fechada fechou fecharam encerrado encerrada encerrou dichtgemacht"""
)
_WHAT: Final = words(
    """business firm company shop practice plant factory office studio store cabinet magasin boutique usine entreprise
    societe agence restaurant hotel atelier etablissement site betrieb laden geschaft praxis werk firma buro kanzlei
    filiale standort unternehmen zaak winkel bedrijf kantoor fabriek praktijk vestiging tienda negocio empresa despacho
    fabrica oficina taller local negozio ditta azienda studio fabbrica ufficio bottega loja escritorio"""
)
_BESIDE: Final = words(
    """a an the has have is now le la les l ont est sont ha hat haben ist sind der die das den de het een el los las lo
    il i gli hanno han esta estan o as os foi is zijn heeft hebben their they ils elles on sie ze se
    definitivement definitive definitif endgultig dauerhaft definitief voorgoed definitivamente definitivo permanently
    good for down leider helaas"""
)
_WHEN: Final = words(
    "in en im am seit depuis since desde sinds dal nel em el al le on op end fin ende eind finales fine"
)
LONGEST: Final = 8


@lru_cache(maxsize=4096)
def has_closed(text: str) -> bool:
    """Whether a remark, or the first clause of one, says that a business has closed, and for good.

    What is closed in a month of no year is so for the holidays.

    Example:
        >>> has_closed("magasin fermé définitivement"), has_closed("fermé en août"), has_closed("deal closed 2025")
        (True, False, False)
    """
    said = clauses_of(text)
    clause = said[: said.index(BREAK)] if BREAK in said else said
    if not clause or len(clause) > LONGEST or not _CLOSED & set(clause):
        return False
    when = [word for word in clause if word in MONTHS or word.isdecimal()]
    dated = any(word.isdecimal() and len(word) == len("2024") for word in when) or not when
    return dated and all(word in _CLOSED | _WHAT | _BESIDE | _WHEN or word in when for word in clause)
