"""Words of work: of headers over how much there was (jobs, and the days, hours and sessions that they took), and of
its kinds."""

from __future__ import annotations

from typing import Final

from planner.parsing.remarks.phrases import words_of
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
KINDS_OF_WORK: Final = words(
    """conveyancing probate litigation employment licensing wills immigration insolvency arbitration mediation
    audit audits tax payroll bookkeeping secretarial valuation valuations planning commercial corporate disputes
    advisory accounts vat gst estates personal injury structural geotechnical branding web seo pr design recruitment
    training"""
)


def names_work(text: str) -> bool:
    """Whether a text names a kind of professional work (`Tax advice`), as it is done for an account."""
    return bool(KINDS_OF_WORK.intersection(words_of(text)))
