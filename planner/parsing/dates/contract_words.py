"""Words of headers over what is said of contracts: the day on which one ends or is renewed, or how long it runs.

A word says so alone, or only beside a word for a contract, or beside fees of every month: who asks puts them together.
"""

from __future__ import annotations

from typing import Final

from planner.parsing.word_lists import words

RENEWALS: Final = words(
    """renew renews renewed renewal renewals verlangerung verlangert renouvellement renouvele reconduction renovacion
    verlenging verlengd verlengen rinnovo rinnovi renovacao"""
)
"""A contract is renewed, which there was."""
LAST_DAYS: Final = words(
    """looptijd laufzeit einddatum afloopdatum vertragsende vertragsablauf contracteinde expiry expires expire expired
    expiring expiration"""
)
"""Contracts run until then."""
ENDS: Final = words("end ends ending term until ende ablauf fin fine fim einde eind")
"""Something ends, which is a contract where the header names one."""
DUE: Final = words(
    """due falligkeit fallig echeance echeances vencimiento vence vervaldatum vervaldag scadenza scadenze scade
    vencimento"""
)
"""An offer is due, or beside fees of every month a contract."""
CONTRACTS: Final = words("contract contrat contrato contratto vertrag mandat abonnement forfait retainer iguala")
LENGTHS: Final = words("""duration length dauer vertragsdauer duree duracion plazo duur looptijd durata duracao""")
"""How long a contract runs."""
OTHER_TERMS: Final = words("payment notice credit pago paiement kundigungsfrist")
"""Other terms than those of the contract."""
