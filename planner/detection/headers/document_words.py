"""Words for the kinds of documents that accounting programs list, and for what became of them, in five languages."""

from __future__ import annotations

from planner.parsing.standing.words.standing_words import patterns

CREDITS = frozenset(
    patterns(
        """credit note, credit notes, credit memo, credit, refund, rechnungskorrektur, gutschrift, stornorechnung,
        avoir,
        factura rectificativa, abono, nota de credito, nota de abono, creditnota, creditfactuur, nota di credito"""
    )
)
"""What takes back a part of what was billed."""
BILLED = CREDITS | frozenset(
    patterns(
        """invoice, invoices, tax invoice, sales invoice, rechnung, ausgangsrechnung, abschlagsrechnung,
        schlussrechnung, facture, facture d acompte, factura, factuur, verkoopfactuur, fattura"""
    )
)
QUOTES = frozenset(
    patterns("quote, quotation, estimate, proposal, angebot, kostenvoranschlag, devis, presupuesto, offerte, propuesta")
)
NO_BILLS = frozenset(
    patterns(
        """payment, receipt, delivery note, order confirmation, sales order, purchase order, statement, reminder, bill,
        zahlung, auftragsbestatigung, lieferschein, mahnung, zahlungserinnerung, eingangsrechnung, bon de
        commande, bon de livraison, paiement, relance, acompte recu, pedido, albaran, pago, cobro, recibo,
        orderbevestiging, pakbon, betaling, aanmaning, herinnering"""
    )
)
CANCELLED = frozenset(
    patterns(
        """draft, void, voided, cancelled, canceled, deleted, entwurf, storniert, geloscht, brouillon, annulee, annule,
        borrador, anulada, anulado, cancelada, concept, geannuleerd, vervallen"""
    )
)
ACCEPTED = frozenset(
    patterns(
        """accepted, approved, invoiced, angenommen, akzeptiert, abgerechnet, accepte, acceptee, facture, facturee,
        aceptado, aceptada, facturado, facturada, geaccepteerd, gefactureerd"""
    )
)
KNOWN = BILLED | QUOTES | NO_BILLS
