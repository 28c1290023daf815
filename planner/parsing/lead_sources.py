"""Who is named where a list says how an account came in: a person or a firm, where it is no channel."""

from __future__ import annotations

import re
from typing import Final

from planner.parsing.remarks.phrases import words_of
from planner.parsing.word_lists import words

INTRODUCED: Final = re.compile(
    r"^(?:referr(?:al|ed)|introduced|introduction|intro|recommended|recommendation)\s*(?:by|from|via)?\s*[:–-]*\s*",
    re.IGNORECASE,
)
"""What may stand before the name."""
CHANNELS: Final = words(
    """website web site www internet online google search seo sem ppc adwords linkedin xing facebook instagram twitter x
    youtube tiktok whatsapp social media ad ads advert advertising advertisement campaign marketing newsletter email
    mail mailing mailshot leaflet flyer brochure blog podcast press pr article event events conference fair expo
    exhibition show trade networking webinar seminar talk speech lecture training workshop cold call calling calls phone
    outbound inbound outreach prospecting direct walk walked in enquiry inquiry form contact us organic paid chat
    directory directories portal marketplace yellow pages list database tender tenders rfp rfq bid framework panel
    public notice referral referrals referred word of mouth recommendation introduction client clients customer
    customers existing past former old previous repeat returning renewal own internal employee staff other others
    unknown various misc none partner partners affiliate agency import imported crm new business development bd sales
    lead leads offline the and or by from via at on to a an our my your their
    empfehlung empfohlen weiterempfehlung messe netzwerk kaltakquise anzeige werbung suche webseite homepage telefon
    ausschreibung bestandskunde kunde kunden veranstaltung vortrag selbst direkt sonstige unbekannt
    recommandation recommande bouche oreille a salon reseau reseaux site publicite annuaire appel offres ancien client
    prospection evenement conference autre inconnu direct
    recomendacion boca feria red redes pagina publicidad anuncio licitacion cliente clientes antiguo evento charla
    buscador otro otros desconocido directo
    aanbeveling mond tot beurs netwerk zoekmachine advertentie aanbesteding bestaande klant klanten evenement lezing
    overig onbekend passaparola sito fiera rete pubblicita gara cliente evento altro indicacao feira anuncio"""
)
"""Words of ways in which accounts come."""


def introducer_of(text: str) -> str:
    """Who introduced an account by what its lead source says; `""` where that is a channel and nobody.

    Example:
        >>> [introducer_of(text) for text in ("Referred by Ana Ruiz", "Website", "Existing client", "Denholm")]
        ['Ana Ruiz', '', '', 'Denholm']
    """
    name = INTRODUCED.sub("", text).strip()
    said = words_of(name)
    channel = all(word in CHANNELS or word.isdecimal() for word in said)
    return "" if channel else name
