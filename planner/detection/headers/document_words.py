"""Words for the kinds of documents that accounting programs list, and for what became of them, in five languages."""

from __future__ import annotations

from planner.parsing.standing.standing_words import patterns

BILLED = frozenset(
    patterns(
        """invoice, invoices, tax invoice, sales invoice, credit note, credit memo, credit, refund, rechnung,
        ausgangsrechnung, abschlagsrechnung, schlussrechnung, rechnungskorrektur, gutschrift, stornorechnung, facture,
        facture d acompte, avoir, factura, factura rectificativa, abono, nota de credito, factuur, verkoopfactuur,
        creditnota, creditfactuur"""
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
