"""Whether headers are written in a language whose people write the day before the month."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from planner.parsing.remarks.phrases import words_of
from planner.parsing.word_lists import words

LEAST: Final = 2
"""So many different words of other languages show that a list is kept in one."""
_ABROAD: Final = words(
    """wer wann kunde kunden kundin mandant mandanten auftraggeber interessent bemerkung bemerkungen anmerkung
    anmerkungen notiz notizen betrag umsatz honorar letzter letzte letztes kontakt nachster nachste schritt zustandig
    betreuer ansprechpartner branche wahrscheinlichkeit entscheidung herkunft leistung
    wie wat wanneer klant klanten opdrachtgever relatie opmerking opmerkingen bedrag omzet laatst laatste gesproken
    contactpersoon volgende stap kans beslissing
    qui quoi quand societe entreprise remarque remarques commentaire commentaires montant honoraires dernier derniere
    prochaine etape suivi relance devis secteur
    quien cuando cliente clientes empresa observaciones comentarios importe monto honorarios ultimo ultima proximo
    proxima paso contacto estado etapa fecha cierre responsable
    quem quando observacoes valor contato setor chi cosa clienti importo onorario onorari prossimo prossima ultimo
    referente settore scadenza"""
)


def of_another_language(headers: Iterable[str]) -> bool:
    """Whether headers are German, French, Spanish, Dutch, Italian or Portuguese.

    Example:
        >>> of_another_language(["Wie", "Wat doe ik", "Laatst gesproken"]), of_another_language(["Client", "Notes"])
        (True, False)
    """
    return len(_ABROAD & {word for text in headers for word in words_of(text)}) >= LEAST
