"""Words for work that is done: completed altogether, or delivered, invoiced or paid so far."""

from __future__ import annotations

from typing import Final

from planner.parsing.word_lists import words

COMPLETED: Final = words(
    """complete completed finished fertig abgeschlossen fertiggestellt beendet opgeleverd afgerond afgesloten voltooid
    termine terminee acheve achevee terminado terminada finalizado finalizada concluido concluida completato completata
    concluso conclusa"""
)
"""Nothing is left to do."""
HANDED_OVER: Final = words(
    """done closed delivered handed invoiced paid success erledigt abgerechnet bezahlt livre livree facture entregado
    entregada facturado cobrado gefactureerd consegnato fatturato faturado entregue"""
)
"""A part is done at least; with a day behind it, all there is of it."""
