"""Words for stages of a deal, in five languages: the chance that each stands for, and those that end it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from planner.parsing.standing.standing_words import patterns

_TABLE: Final[Mapping[float, str]] = MappingProxyType(
    {
        0.05: """da contattare, nuovo contatto, por contactar, novo, att kontakta, do kontaktu, nowy, not contacted,
        attempted to contact, contact in future, cold, lead, prospecting, initial, new, target, identified, suspect,
        new lead, inquiry, enquiry, idea, long list, incoming, wish list, unqualified lead, cold call, ziel, zielkunde,
        idee, neu, a contacter, cible, por contactar, nuevo, doelwit, nieuw, te benaderen, rfi, expression of interest,
        eoi""",
        0.1: """contattato, primo contatto, primeiro contacto, primeiro contato, contactado, kontaktad, kontaktet,
        forsta kontakt, forste kontakt, pierwszy kontakt, qualification, nurturing, appointment, cultivation, nurture,
        appointment scheduled, contact made, contacted, first contact, pre qualified, connected, contacto, kontakt,
        contact, qualify, discovery, qualifying, initial contact, outreach, introduction, in contact, open, early,
        exploring, marketing qualified, erstkontakt, kontaktiert, angesprochen, contacte, contact pris, premier contact,
        prise de contact, primer contacto, contactado, eerste contact, gecontacteerd, benaderd, first call, intro call, replied, responded, emailed, no reply,
        no response, no answer, not replied, unresponsive,
        intro made, chemistry, pqq, sq, selection questionnaire, kennismaking""",
        0.2: """qualificato, interessato, analisi, interessado, qualificado, intresserad, kvalificerad, kvalifisert,
        kvalificeret, interessert, behov, dialog, w rozmowach, qualified to buy, needs analysis, develop, warm,
        qualified, needs assessment, scoping, developing, sales qualified, needs defined, analysis, id decision makers,
        interested, follow up, in conversation, talking, conversation, pipeline, in dialogue, calificado, cualificado,
        cualificacion, calificacion, qualifiziert, qualifie, qualificado, bedarf, bedarfsanalyse, bedarfsermittlung,
        besoin, analyse du besoin, analyse des besoins, decouverte, necesidades, analisis, analisis de necesidades,
        gekwalificeerd, behoefte, behoefteanalyse, brief received, briefing, nurture warm, diagnostic, feasibility,
        feasibility study""",
        0.3: """presentazione, incontro, incontro fissato, colloquio, apresentacao, reuniao, mote, mote bokat, moede,
        presentasjon, praesentation, spotkanie, prezentacja, rozmowy, en redaction, en preparation, a rediger,
        a chiffrer, a envoyer, devis a faire, in vorbereitung, wird erstellt, angebot in arbeit,
        angebot in vorbereitung, angebot erstellen, en preparacion, en elaboracion, por presupuestar, a presupuestar,
        in voorbereiding, in opmaak, op te maken, offerte maken, offerte opmaken, rdv pris, rdv fixe, rdv cale,
        presentation, value proposition, decision makers, engaging, meeting, mtg, presentation scheduled,
        perception analysis, demo, demo scheduled, meeting arranged, meeting held, solution, met, pitch, pitching,
        call booked, call held, call scheduled, call done, demo booked, demo done, demo given, demo held, met with,
        meeting booked, meeting done, had meeting, consult booked, consultation booked,
        site visit booked, site visit done, engaged, identify decision makers, evaluation, propose, discussion, in discussion, active discussion, gesprach,
        im gesprach, termin, termin vereinbart, prasentation, prasentiert, rdv, rendez vous, rendez vous pris,
        en discussion, reunion, reunido, presentacion, en conversaciones, gesprek, in gesprek, presentatie,
        chemistry meeting, workshop, second meeting, first meeting, met once, met twice""",
        0.4: """offerta inviata, offerta, preventivo, preventivo inviato, proposta inviata, orcamento enviado,
        orcamento, proposta apresentada, offert, offert skickad, offert inlamnad, tilbud, tilbud sendt, anbud,
        oferta wyslana, oferta zlozona, oferta, proposal, solicitation, hot, prop, prop sent, prop out, prop in, proposal in, proposal with,
        pilot running, trial running, on trial, proposal sent, proposal made, proposition,
        proposal price quote, quote, quoted, quotation sent, price quote, tender, proposal submitted, bid,
        estimate sent, shortlisted, short list, rfp, submitted, proposal quote, proposal out, fee proposal, quotation,
        waiting for decision, awaiting decision, propuesta, propuesta enviada, proposta, proposta enviada, angebot,
        angebot gesendet, devis, devis envoye, offerte, angebot raus, angebot abgegeben, angebot verschickt, offeriert,
        offerte gesendet, ausschreibung, offre remise, offre envoyee, devis envoyes, proposition envoyee,
        appel d offres, reponse ao, oferta, oferta presentada, oferta enviada, presupuesto, presupuesto enviado,
        licitacion, offerte verstuurd, offerte uit, voorstel, aanbesteding, itt, invitation to tender, tender submitted,
        bid submitted, bidding, interview, pitched, second stage, rfq, engere wahl, finalista, finaliste, draft sent,
        awaiting answer, waiting, awaiting reply, awaiting response, anbot, anbot gelegt, anbot gesendet, anbote offen,
        offene anbote, angebote offen, offene angebote, offenes angebot, angebot offen, angebotssumme, angebotswert,
        offene offerten, offerten offen, offre en cours, offres en cours, devis en cours, offerte open, offertes open,
        openstaande offerte, openstaande offertes, oferta en curso, ofertas en curso, oferta pendiente,
        ofertas pendientes, presupuesto pendiente, presupuestos pendientes, open quote, open quotes, quotes out,
        open proposals, proposals out, en attente, pendiente, en attente de reponse, en attente de retour,
        en attente de decision, en attente de validation, attente reponse, attente retour, devis en attente, soumis,
        soumise, deposee, depose, transmis, transmise, remis, remise, en etude, en cours d etude,
        pendiente de respuesta, pendiente de decision, pendiente de aprobacion, pendiente respuesta,
        en espera de respuesta, en espera de decision, en estudio, a la espera, cotizado, cotizada, cotizacion enviada,
        presupuestado, angebot liegt, angebot liegt vor, angebot versandt, angebot beim kunden, offerte versandt,
        offerte liegt, eingereicht, wartet auf antwort, wartet auf entscheidung, warten auf antwort,
        warten auf entscheidung, warten auf ruckmeldung, entscheidung offen, entscheidung steht aus, offerte ligt er,
        offerte ligt bij klant, offerte loopt, offerte lopend, lopende offerte, angebot lauft, offerte verzonden,
        offerte uitgebracht, uitgebracht, ingediend, wacht op antwoord, wachten op antwoord, wacht op akkoord,
        wacht op beslissing, wachten op beslissing, in afwachting""",
        0.55: """decision maker bought in, very hot, bought in, preferred, preferred bidder, preferred supplier,
        decision, likely, pencil, pencilled, pencilled in, final two, last two, down to two, zuschlag erwartet,
        vorgemerkt, favori, favorito, favoriet""",
        0.65: """negociation, negoziazione, in trattativa, contratto inviato, em negociacao, negociacao, forhandling,
        i forhandling, avtal skickat, negocjacje, w negocjacjach, umowa wyslana, negotiation, contract sent,
        negotiations started, negotiation review, negotiating, contract, close, terms, negotiate,
        engagement letter sent, engagement letter out, neg, negs,
        negotiating price, neg price, haggling, contracting, contract out, letter sent, finalising, finalizing, negociacion,
        verhandlung, in verhandlung, en negociation, negociacao, trattativa, onderhandeling, vertragsverhandlung,
        vertrag liegt vor, vertrag verschickt, en cours de negociation, contrat envoye, lettre de mission envoyee,
        en negociacion, contrato enviado, in onderhandeling, contract verstuurd, legal review, with legal, legals,
        procurement, terms out, terms agreed, heads of terms, redlines, paperwork, due diligence""",
        0.8: """accordo verbale, ok verbale, in firma, acordo verbal, muntligt ja, muntlig ja, muntlig aftale,
        ustna zgoda, verbal, oral agreement, verbal agreement, verbally agreed, verbal yes, verbal ok, said yes, commit, committed, agreed,
        verbal commitment, oral commitment, closing, handshake, mundlich, mundliche zusage, zugesagt, mundlich zugesagt,
        accord verbal, accord de principe, signature, acuerdo verbal, acordado, pendiente de firma, mondeling akkoord,
        toegezegd, akkoord, verbal agreement received, awaiting signature, out for signature, awaiting po""",
    }
)
STAGE_CHANCES: Final = MappingProxyType({word: chance for chance, words in _TABLE.items() for word in patterns(words)})
"""Chance by stage, found by working real pipelines through."""
WON: Final = frozenset(
    patterns(
        """vinto, vinta, acquisito, acquisita, firmato, ganho, ganha, vunnen, vunnet, vundet, signert, underskrevet,
        wygrany, wygrana, wygrane, podpisana, won, closed won, close won, execution, closeout, stewardship, signed,
        converted, converted to client, contract signed, sow signed, msa signed, agreement signed, letter signed,
        loe signed, el signed, engagement letter signed, engagement signed, proposal signed, quote signed,
        fee proposal signed, terms signed, papers signed, signed contract, signed sow, signed up, signed off,
        deposit paid, deposit received, retainer paid, proposal accepted, quote accepted, offer accepted, kicked off,
        delivered, win, deal won, completed, complete, done, finished, wrapped up, closed as won, in delivery, delivery,
        live, accepted, ordered, order, closed and won, mandate won, engaged and signed, invoiced, paid, awarded,
        in execution, ganado, ganada, gewonnen, gagne, ganho, vinto, aprobado, aprovado, success, order received,
        job won, building, handed over, implemented, onboarding, onboarded, mandated, appointed, instructed, on site,
        in construction, in build, build, shipped, launched, live client, in production, confirmed, conf, booked,
        contracted, po received, order confirmed, mandate, mandated, placed, beauftragt, auftrag, auftrag erteilt,
        auftrag erhalten, unterschrieben, umgesetzt, in umsetzung, in bearbeitung, abgerechnet, uitvoering,
        bouwaanvraag, voorontwerp, definitief ontwerp, werf, werffase, ausfuhrung, bauausfuhrung, genehmigungsplanung,
        entwurfsplanung, werkplanung, bauantrag, chantier, en chantier, permis depose, en obra, proyecto basico,
        proyecto de ejecucion, gagnee, acceptee, accepte, acceptees, acceptes, angenommen, angebot angenommen,
        geaccepteerd, signe, signee, commande, commande recue, attribue, attribuee, mission en cours, livre, facture,
        firmado, firmada, adjudicado, adjudicada, en ejecucion, entregado, facturado, aceptado, aceptada, gegund,
        getekend, opdracht, opdracht ontvangen, in uitvoering, opgeleverd, gefactureerd, akkoord ontvangen,
        desembolsado, desembolsada, disbursed"""
    )
)
LOST: Final = frozenset(
    patterns(
        """persa, persi, rifiutato, perdida, recusado, forlorad, tapt, tabt, avslag, przegrany, przegrana, przegrane,
        utracony, lost, closed lost, close lost, rejected, declined, lost to competition, lost to competitor, abandoned,
        dead, cancelled, canceled, disqualified, closed as lost, no decision, not pursued, withdrawn, unqualified,
        closed lost to competition, closed dead, loss, no go, out sold, outsold, deal lost, passed, turned down,
        dropped, junk lead, junk, lost lead, bad lead, not qualified, perdido, perdida, verloren, perdu, perso,
        rechazado, abgelehnt, negado, deleted, lost no decision, no bid, gone away, lost deal, unsuccessful,
        not selected, not appointed, not shortlisted, no sale, regret, regretted, failed, expired, nicht beauftragt,
        kein zuschlag, abgesagt, verfallen, kein interesse, anulada, anulado, caducada, desestimada, desestimado,
        perdue, sans suite, refuse, refusee, abandonne, abandonnee, annule, annulee, decline, declinee, non retenu,
        non retenue, rechazada, descartado, descartada, cancelado, cancelada, no adjudicado, no adjudicada, vervallen,
        afgewezen, niet gegund, afgevallen, geannuleerd, went elsewhere, gone elsewhere, competitor won, dnp"""
    )
)
