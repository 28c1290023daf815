"""Headers in Spanish, German, French, Portuguese, Italian and Dutch, for lists that are kept in them.

In plain words, without accents; the values under them decide, as for every header that is only likely.
"""

from __future__ import annotations

from types import MappingProxyType

from planner.fields import Field

ELSEWHERE = MappingProxyType(
    {
        Field.ACCOUNT: """empresa, compania, nombre de la empresa, nombre del cliente, razon social, nombre de cuenta,
            cuenta, unternehmen, kundenname, firmenname, mandant, auftraggeber, client potentiel,
            nom du client, nom de la societe, raison sociale, compte, nome do cliente, nome da empresa,
            azienda, ragione sociale, nome cliente, klant, klantnaam, bedrijf, bedrijfsnaam, organisatie""",
        Field.OWNER: """responsable, propietario, comercial, asignado a, vendedor, verantwortlich, verantwortlicher,
            betreuer, zustandig, inhaber, kundenbetreuer, berater, proprietaire, charge de clientele,
            commercial, responsavel, proprietario, consultor, responsabile, referente, commerciale,
            eigenaar, accountmanager, verantwoordelijke""",
        Field.INDUSTRY: """industria, sector de actividad, wirtschaftszweig, secteur, secteur d activite,
            setor, settore,
            sectie, bransch""",
        Field.SERVICE: """servicio, producto, leistung, dienstleistung, produkt, produit, servico, produto, servizio,
            dienst""",
        Field.REGION: """pais, ciudad, provincia, land, stadt, pays, ville, regiao, cidade, regione, citta,
            paese, regio,
            plaats""",
        Field.STAGE: """etapa, fase, etape, stadium, verkaufsphase, vertriebsphase, stand, projektstand,
            arbeitsstand, bearbeitungsstand, etapa de venta, phase de vente,
            stato""",
        Field.PROBABILITY: """cierre, chiusura, fechamento, porcentaje de cierre, probabilidad,
        wahrscheinlichkeit, probabilite, probabilidade, probabilita, kans,
            waarschijnlichkeid, abschlusswahrscheinlichkeit""",
        Field.ANNUAL_FEE: """importe, importe eur, honorarios, valor, valor del negocio, ingresos esperados,
            betrag, honorar,
            auftragswert, erwarteter umsatz, volumen, montant, honoraires, montant estime, valor estimado,
            ingreso esperado, ingreso estimado, ingresos estimados, revenu espere, revenu attendu, revenu estime,
            erwarteter ertrag, geschatzter umsatz, ricavo atteso, ricavi attesi, receita esperada, verwachte omzet,
            verwachte opbrengst, geschatte omzet,
            honorarios anuales, importo, valore, onorario, bedrag, honorarium, waarde, jahreshonorar""",
        Field.EXPECTED_DATE: """cierre previsto, fecha de cierre, fecha cierre, fecha prevista,
            fecha de cierre prevista,
            abschlussdatum, voraussichtliches abschlussdatum, geplanter abschluss, geplant bis,
            entscheidung bis, date de cloture,
            date de cloture prevue, date prevue, data prevista, data de fechamento, previsao de fechamento,
            data di chiusura, data chiusura prevista, sluitdatum,
            verwachte sluitdatum""",
        Field.RATING_STRENGTHS: """aprendemos, nos ensena, on apprend, nous apprend, lernen wir, wir lernen, lehrreich,
            leren we, we leren, impariamo""",
        Field.RATING_LATER: """puede crecer, podria crecer, peut grandir, peut grossir, kann wachsen, ausbaufahig,
            kan groeien, puo crescere, pode crescer""",
        Field.CURRENT_HOURS: "horas, stunden, heures, ore, uren, horas actuales, aktuelle stunden",
        Field.NOTES: """notas, observaciones, comentarios, notizen, bemerkungen, anmerkungen, remarques, commentaires,
            observacoes, note""",
        Field.ACCOUNT_ID: """kundennummer, numero de cliente, id cliente, code client, numero client, codigo cliente,
            klantnummer""",
        Field.DEAL: """aktenzeichen, akte, aktennummer, az, numero de dossier,
            expediente, zaaknummer, pratica, negocio, oportunidad, nombre del negocio, oportunidade, opportunite,
            affaire, verkaufschance,
            projekt, proyecto, projeto, progetto, opportunita, kans naam""",
        Field.TYPE: "tipo, tipo de cliente, typ, art, kundentyp, type de client, tipo di cliente, soort",
        Field.EMAIL: "correo, correo electronico, e mail adresse, courriel, posta elettronica",
        Field.LEAD_SOURCE: """lead uber, kontakt uber, origen, fuente, quelle, herkunft, origine, fonte, herkomst,
            quien nos presento,
            quien presento, quien nos recomendo, presentado por, recomendado por, indicado por, empfohlen von,
            empfohlen durch, presente par, recommande par, presentato da, aanbevolen door""",
        Field.NEXT_STEP: """proxima etapa, proximos passos, proxima accion, siguiente accion, prossimo passo,
        prossima azione,
            prochaine action, nachste aktion, volgende actie, proximo paso, siguiente paso, nachster
            schritt, prochaine etape, proximo passo,
            volgende stap, a faire, zu tun, te doen, por hacer""",
        Field.STATUS: "estado, estatus, statut, situacao, situacion",
        Field.CREATED_ON: """fecha de creacion, creado, erstellt, erstellt am, erstelldatum, date de creation, cree le,
            data de criacao, belegdatum, rechnungsdatum, fecha de factura, fecha factura, fecha de emision,
            date de facture, date facture, date d emission, factuurdatum, data fattura""",
    }
)
"""Comma-separated headers by field."""
