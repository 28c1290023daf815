"""Words of headers over how much work there was: jobs, and the days, hours and sessions that they took."""

from __future__ import annotations

from typing import Final

from planner.parsing.word_lists import words

JOBS: Final = words(
    """jobs projects cases orders instructions matters assignments bookings deals campaigns auftrage projekte mandate
    buchungen missions commandes projets proyectos encargos trabajos pedidos opdrachten projecten boekingen incarichi
    progetti lavori"""
)
DAYS: Final = words("days day jours jour tage dagen dage dager dagar dias giorni dni")
HOURS: Final = words("hours hour hrs hr stunden stunde std heures horas uren ore")
SESSIONS: Final = words("sessions session visits visit classes lessons treatments sitzungen seances sesiones sessies")
BILLS: Final = words("invoices bills rechnungen factures facturas facturen fatture faturas")
"""How many of them there were, over small whole figures; else what was billed."""
WORKED: Final = JOBS | DAYS | HOURS | SESSIONS | BILLS | words("instruction instr")
"""Under these and a year, figures say that something was done in it."""
