"""The phrases of remarks in German, French, Spanish and Dutch, by family (see `remark_families`)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

GERMAN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "free work": """pro bono, ehrenamtlich*, ohne honorar, unentgeltlich, kostenlos, kostenfrei, gratis, halbes
        honorar, halber satz, halber stundensatz, halber preis, reduziertes honorar, reduzierter satz, ermassigtes
        honorar, ermassigter satz, vorzugspreis, sonderpreis, sozialtarif, zum selbstkostenpreis, selbstkosten, auf
        spendenbasis, spende""",
        "good cause": """guter zweck, gute sache, gemeinnutzig*, wohltatig*, sozial engagiert, gesellschaftlich*
        engagement, gutes fur, hilft menschen, ehrenamt, liegt uns am herzen, herzensprojekt, soziale wirkung,
        gesellschaftlicher nutzen, mildtatig*""",
        "business after all": """trotz des namens, nicht gemeinnutzig, kein verein, keine stiftung, kein
        gemeinnutziger, rein kommerziell, voller satz, normaler satz, volles honorar, gewinnorientiert""",
        "new to us": """neuer markt, unser erster, unsere erste, unser erstes, erstes mandat dieser art,
        neues gebiet, neues feld, neue branche, neuland, neues thema, neu fur uns, neue leistung,
        wurden viel lernen, wurden lernen, mussten wir lernen, mussten uns einarbeiten, einarbeiten, viel lernen,
        lernen wir viel, lernen viel, lernen konnen, konnten
        lernen, viel gelernt, dazulernen,
        dazugelernt, noch nie gemacht, noch nie gehabt, hatten wir noch nie, haben wir noch nie, erstmals,
        zum ersten mal, erster auftrag dieser art, pilotprojekt, pilot,
        leuchtturm*, vorzeigeprojekt, referenzprojekt, spannendes thema, spannende arbeit, innovativ*""",
        "routine": """routine, standardarbeit, wie jedes jahr, wie immer, nichts neues, einfach*, lauft nebenher,
        massengeschaft, brotgeschaft, alltagsgeschaft""",
        "sends work": """empfiehlt uns, empfehlen uns, empfiehlt weiter, empfiehlt mich, weiterempfehl*, hat uns
        empfohlen, hat empfohlen, empfehlungen, # empfehlungen, schickt uns, schicken uns, schickte uns, hat uns *
        geschickt, vermittelt uns, vermittelt mandate, vermittelt mandanten, vermittelt kunden, bringt uns, bringt
        neue, brachte uns, hat uns * gebracht, kennt jeden, kennt alle, kennt halb, gut vernetzt, bestens vernetzt,
        turoffner, offnet turen, offnet uns turen, turen offnen, # neue mandate, neue mandate in,
        neue mandanten durch, mandate durch ihn, mandate
        durch sie, guter multiplikator""",
        "sends nothing": """empfiehlt nie, empfiehlt niemanden, schickt niemanden, schickt nie, keine empfehlungen,
        empfiehlt uns nicht mehr, nimmt nur""",
        "ready now": """angebot liegt, angebot * liegt, angebot * beim kunden, offerte * liegt, angebot ist draussen,
        angebot versandt, angebot verschickt,
        angebot gesendet, angebot * gesendet, offerte liegt, offerte versandt, offerte verschickt, offerte draussen,
        offerte raus, wartet auf angebot, warten auf antwort, warten auf ruckmeldung, warten auf entscheidung,
        warten auf freigabe, warten auf zusage, warte auf antwort, warte auf ruckmeldung, entscheidung steht aus,
        entscheidung offen, entscheid im, entscheid am, entscheid bis, entscheid mitte, entscheid anfang,
        entscheid ende,
        entscheid kw, entscheiden bis, entscheiden am, vertrag lauft bis, vertrag bis, verlangert sich, start januar,
        start februar, start marz, start april, start mai, start juni, start september, start oktober, start kw,
        ausschreibung kommt, vertrag schicken,
        will * unterschreiben, wollen * unterschreiben, mochte * unterschreiben, entscheidet vor,
        entscheiden vor,
        verlangerung, vertragsverlangerung, vertrag lauft aus, ausschreibung lauft, ausschreibung bis,
        angebot * verschickt, angebot * versendet, angebot * raus, angebot * abgegeben, angebot abgegeben,
        angebot raus, angebot liegt vor, entscheidung im, entscheidung bis, entscheidet im,
        entscheiden im, entscheidung am, entscheidung mitte, entscheidung anfang, entscheidung ende,
        entscheidung kw, entscheidet am, unterschreibt am, start am, beginnt am, abgabe am, abgabe bis,
        budget genehmigt, budget freigegeben, budget steht, unterschriftsreif, unterschreibt im,
        unterschrift im, vertrag liegt vor, mundliche zusage, zusage, zugesagt, start im, beginnt im, beginn im, will
        starten, will anfangen, in der engeren wahl, zu zweit in der endrunde, auftrag kommt, beauftragung im,
        dringend""",
        "later": """verschoben auf, vertagt auf,
        nachstes jahr, kommendes jahr, evtl * nachstes jahr, vielleicht nachstes jahr, eventuell spater,
        spater, erst ab, erst nach, erst wenn, erst im, nicht vor, nichts vor, fruhestens, zu fruh, noch zu fruh,
        zweite phase, phase 2, phase ii, finanzierungsrunde, nach der fusion, nach dem umzug, nach dem verkauf, sobald
        finanziert, sobald finanzierung, nachfolge steht an, nachfolge, langfristig, wieder melden, nochmal fragen, in
        kontakt bleiben""",
        "costs more than it pays": """zahlt seit * nicht, zahlt nicht, zahlt spat, zahlt schlecht, zahlt langsam,
        schlechter zahler, saumig*, offene rechnung*, rechnung offen, rechnung* unbezahlt, mahnung*, schuldet uns,
        handelt immer, feilscht, druckt den preis, preis drucken, preissensibel, zeitfresser, zu viel zeit, zu
        aufwendig, zu aufwandig, aufwand zu hoch, zu viel aufwand, ruft standig an, unwirtschaftlich, lohnt sich
        nicht, lohnt kaum, geringe marge, stundensatz niedrig""",
        "at risk": """gefahrdet, wackelt, wackelig, unzufrieden, beschwerde, beschwert sich, argert sich, neuer
        geschaftsfuhrer, neue geschaftsfuhr*, neuer finanzchef, neuer cfo, neuer inhaber, neuer eigentumer,
        ansprechpartner weg, ansprechpartner gewechselt, ansprechpartner hat gewechselt, gf weg, gf hat gewechselt,
        konkurrenz, wettbewerb, gegen die, gegen drei, ausschreibung, vergleicht angebote, kundigt, gekundigt zum,
        kundigung droht, sparprogramm, wenig chancen, aussenseiter""",
        "ended": """machen * selbst, macht * selbst, jetzt intern, zu anderem * gewechselt,
        zu einem anderen * gewechselt, zu anderer * gewechselt, zu einer anderen *
        gewechselt, betrieb ubergeben, aufgehort,
        insolvenz*, insolvent, aufgelost, liquidation, liquidiert, geschaftsaufgabe, geschaft aufgegeben,
        geschlossen 20*, betrieb eingestellt, erloschen, verstorben, gestorben, tot, interessenkonflikt, konflikt,
        mandat niedergelegt, mandat beendet, ging an wettbewerb*, ging an konkurren*, ging an die konkurrenz,
        ging an andere*, ging an einen anderen, ging an
        mitbewerb*, nicht weiter verfolgen, nicht weiterverfolgen, nicht mehr anfragen, zur konkurrenz gewechselt,
        zur konkurrenz, gewechselt zu, zu anderem
        berater, anderer berater, abgewandert, seit 20* beim, jetzt beim, nun beim, inzwischen beim,
        zu klein, zu klein fur uns, passt nicht, passt nicht zu uns, abgesagt, hat abgesagt, kein interesse,
        kein bedarf mehr, erledigt,
        will nicht mehr, verkauft an, verloren an, verloren wegen, nicht mehr tatig, machen wir nicht, durfen nicht,
        ausgeschieden, weggezogen, vertrag gekundigt, vertrag beendet, vertrag ausgelaufen""",
    }
)
FRENCH: Final[Mapping[str, str]] = MappingProxyType(
    {
        "free work": """tarif obnl, tarif osbl, tarif asso, tarif association*, tarif bsl, tarif ong, prix associatif,
        tarif social,
        pro bono, probono, mecenat, mecenat de competences, benevolat, benevole*, a titre gracieux,
        gratuit*, sans honoraires, demi tarif, moitie prix, tarif reduit, tarifs reduits, tarif solidaire, tarif
        associatif, tarif preferentiel, honoraires reduits, a prix coutant, au prix coutant, offert""",
        "good cause": """bonne cause, belle cause, interet general, utilite publique, utilite sociale, utile a la
        societe, tres engage, associatif engage, impact social, solidaire, economie sociale, ess, caritatif,
        caritative, bailleur social, insertion, but non lucratif, sans but lucratif, aide les""",
        "business after all": """malgre son nom, malgre le nom, pas une association, pas une fondation, n est pas une
        association, n est pas une fondation, fonds d investissement, but lucratif, plein tarif, tarif normal,
        purement commercial""",
        "new to us": """nouveau service, nouveau marche, notre premier, notre premiere, premier projet de ce,
        faudrait apprendre, faut apprendre, a apprendre, devrions apprendre, nouveau pour nous,
        nouvelle pour nous, premier * pour nous, premiere * pour nous, 1er * pour nous, 1ere * pour nous,
        secteur nouveau, nouveau secteur, nouveau domaine,
        nouveau metier, nouveau terrain, passionnant*,
        nouvelle offre, nouvelle competence, on apprendrait, nous apprendrions, on
        apprend, apprendre beaucoup, beaucoup appris, on a appris, premiere fois, jamais fait, premiere mission de ce,
        projet pilote, pilote, belle vitrine, vraie vitrine, notre vitrine, projet vitrine, comme
        vitrine, vitrine pour nous, vitrine pour le, vitrine pour l, belle reference, tremplin, innovant*""",
        "routine": """routine, comme d habitude, comme chaque annee, rien de nouveau, facile, standard, alimentaire,
        tout venant, rien a apprendre""",
        "sends work": """nous referent*, nous refere*, nous dirige*, nous ont refere, referent des clients, refere des
        clients, nous met en relation,
        ouvre des portes, nous ouvre, ouvrir des portes, nous recommande*, nous a recommande*,
        recommande l agence, recommande
        le cabinet, recommande le studio, recommande notre*, nous recommandent, nous envoie*, nous a envoye*, nous
        adresse*, nous a adresse*, nous apporte*, nous a apporte*, nous amene*, nous a amene*, nous presente*, nous a
        presente*, nous a ouvert, ouvre des portes, ouvre les portes, parle de nous, bouche a oreille, connait tout le
        monde, tres bon reseau, bien introduit*, bien connecte*, prescripteur*, # dossiers cette annee, # dossiers,
        dossiers cette annee, dossiers par an, # recommandations, me recommande*, m envoie*, m adresse*""",
        "sends nothing": """ne recommande jamais, ne recommande pas, ne nous envoie plus, ne nous envoie rien, n
        envoie rien, n envoie personne, aucune recommandation""",
        "ready now": """en attente de reponse, en attente de retour, en attente de decision, en attente de validation,
        en attente de signature, en attente de leur, en attente d accord, en attente du bon, attend la decision, attend
        le feu vert, attend la validation, attente reponse, attente retour, attente decision, devis en attente, offre en
        attente, offre envoyee, offre remise, devis chez, devis remis, devis transmis, soumission envoyee, soumission
        deposee, vote le, vote au, vote en, vote du, ag en, ag le, ag du, decision au, reconduction, reconduit en,
        arrive a
        echeance, renouveler en, renouveler le, contrat jusqu,
        veut signer, veulent signer, decide avant, decident avant, signe avant, signent avant,
        renouvellement, a renouveler, contrat se termine, fin de contrat, appel d offres en cours,
        reponse en, reponse attendue, reponse prevue, decision en, decision attendue, decision prevue, decision debut,
        decision fin, decide en, decidera en, decision le, decision mi, decide le, signe le, signature le, demarre le,
        remise le, remise des offres
        le, budget valide, budget vote, budget accorde, pret a signer, prete a
        signer, signe en, signature en, signature prevue, a signer, accord verbal, accord de principe, d accord sur le
        principe, proposition * envoyee, devis * envoye, offre * envoyee, proposition envoyee, proposition remise,
        proposition en, devis envoye, devis accepte, demarrage en,
        demarre en, commence en, veut demarrer, veut commencer, lettre de mission envoyee, bon de commande, short
        list, finaliste, souhaite avancer, urgent""",
        "later": """reporte a, reportee a, reporte en, reportee en, reporte au, repousse a, remis a plus tard,
        l an prochain, l annee prochaine, annee prochaine, peut etre en, peut etre l, plus tard, rien
        avant, pas avant, pas avant le, pas cette annee, trop tot, encore trop tot, phase 2, phase deux, deuxieme
        phase, seconde phase, levee de fonds, serie a, serie b, apres la fusion, apres la cession, apres le
        demenagement, une fois finance, quand le financement, sous reserve de financement, a moyen terme, a long
        terme, a relancer en, a recontacter, reprendre contact, garder le contact, pourrait rappeler, devrait
        rappeler, transmission""",
        "costs more than it pays": """impaye*, toujours impaye*, facture* impayee*, facture de * impayee, ne paie pas,
        ne paye pas, paie en retard, paye en retard, mauvais payeur, retard de paiement, nous doit, negocie toujours,
        negocie tout, marchande, tire les prix, trop de temps, prend trop de temps, chronophage, depassement*, deborde
        toujours, pas rentable, peu rentable, marge faible, tarif trop bas""",
        "at risk": """a risque, en danger, menace, mecontent*, pas content*, plainte, reclamation, hesite*, nouveau
        dg, nouveau daf, nouvelle daf, nouveau directeur, nouvelle directrice, nouveau pdg, dg parti, dg est parti,
        contact parti, contact est parti, interlocuteur parti, depart du, concurrence, face a, face aux, contre deux,
        contre trois, contre les, appel d offres, remise en concurrence, preavis, plan social, budget reduit, budget
        gele, peu de chances""",
        "ended": """trop petit, trop petite, trop petit pour nous, a change de fiduciaire, ont change de *,
        ont pris un, a pris un concurrent, a pris un autre,
        vendu en 20*, vendue en
        20*,
        ont choisi un autre, a choisi un autre, choisi un concurrent, parti chez, partis chez,
        chez la concurrence, perdu a la concurrence, allee a la concurrence, alle a la concurrence, confie a la
        concurrence, donne a la concurrence, attribue a un autre, conflit, conflit d interets, ne peut pas intervenir,
        on ne peut pas intervenir, liquidation, en
        liquidation, liquidee, liquide, depot de bilan, a depose le bilan, faillite, redressement judiciaire, radie*,
        dissou*, cesse son activite, cessation d activite, a ferme, ferme en 20*, decede*, mort, refus,
        refuse, refusee, refusees, refusent, refuses, nous a dit
        non, dit non, pas interesse*, plus interesse*, parti chez, partie chez, parti a la concurrence, parti vers,
        est parti ailleurs, passe chez, passe a la concurrence, a change de cabinet, a change de prestataire, perdu
        sur, perdu en, appel d offres perdu, perdu contre, rachete* par, absorbe* par, fusionne avec, internalise*,
        contrat resilie, mission terminee, on ne fait pas, ne pas contacter""",
    }
)
SPANISH: Final[Mapping[str, str]] = MappingProxyType(
    {
        "free work": """precio solidario, precio social, sin costo,
        pro bono, probono, gratis, gratuito, gratuitamente, sin honorarios, sin cobrar, sin coste, sin
        costo, voluntariado, voluntario, media tarifa, mitad de precio, a mitad, tarifa reducida, tarifas reducidas,
        tarifa social, tarifa solidaria, honorarios reducidos, precio reducido, a precio de coste, a coste, descuento
        solidario""",
        "good cause": """buena causa, causa social, labor social, sin animo de lucro, sin fines de lucro, interes
        general, utilidad publica, impacto social, solidari*, ayuda a, benefico, benefica, compromiso social, obra
        social""",
        "business after all": """a pesar del nombre, pese al nombre, no es una ong, no es una fundacion, no es una
        asociacion, fondo de inversion, con animo de lucro, tarifa normal, tarifa completa, puramente comercial""",
        "new to us": """primera * que hariamos, primer * que hariamos, seria la primera, seria el primer,
        nuevo mercado, mercado nuevo, nuestro primer, nuestra primera,
        habria que aprender, hay que aprender, tendriamos que aprender, aprenderiamos,
        por aprender, nuevo para nosotros, nueva para nosotros, nuevo sector, sector nuevo, nueva area, area nueva,
        nuevo terreno, nuevo servicio, nueva linea, aprenderiamos, aprender mucho, aprendemos, aprendimos, hemos
        aprendido, primera vez, nunca lo hemos hecho, nunca hemos hecho, lo mas interesante, muy interesante, trabajo
        interesante, gran aprendizaje, mucho aprendizaje, primer proyecto de este, proyecto piloto, piloto,
        escaparate, buena referencia, nos pone en el mapa, innovador*""",
        "routine": """rutina, rutinario, lo de siempre, como siempre, como cada ano, nada nuevo, facil, trabajo
        sencillo, estandar, nada que aprender""",
        "sends work": """abre puertas, nos abre, abrir puertas, nos recomienda*, nos ha recomendado, nos recomendo,
        nos envia*, nos envio, nos ha enviado,
        nos manda*, nos mando, nos ha mandado, nos trae*, nos trajo, nos ha traido, nos presenta*, nos presento, nos
        ha presentado, nos deriva*, nos derivo, nos abre puertas, nos abrio, abre puertas, conoce a todo el mundo,
        conoce a todos, conoce a medio, muy bien relacionad*, muy conectad*, bien conectad*, boca a boca, habla de
        nosotros, prescriptor*, # recomendaciones, # clientes este ano, clientes este ano, clientes al ano, me
        recomienda*, me manda*, me envia*""",
        "sends nothing": """nunca recomienda, no recomienda, no nos recomienda, no envia nada, no manda nada, nunca
        manda, ya no nos manda, ya no recomienda, sin recomendaciones""",
        "ready now": """pendiente de respuesta, pendiente de decision, pendiente de aprobacion, pendiente de contestar,
        pendiente de que, pendiente decision, pendiente respuesta, en espera de respuesta, en espera de decision,
        en espera
        de aprobacion, a la espera de, esperando respuesta, esperando decision, esperando aprobacion, presupuesto *
        enviado, propuesta * enviada, oferta * enviada, presupuesto entregado, propuesta entregada, oferta entregada,
        cotizacion enviada, cotizacion * enviada, tienen la propuesta, tienen el presupuesto, tienen la oferta,
        renovar contrato, renovar en, renovar el, renueva contrato, resuelven en, contestan en, responden en, nos dicen
        en, deciden a, deciden la, deciden esta,
        quiere firmar, quieren firmar, decide antes, deciden antes, firma antes, firman antes,
        renovacion, renueva en, vence en, vencimiento, fin de contrato, licitacion en, concurso en,
        oferta * enviada, propuesta * enviada, presupuesto * enviado, oferta enviada, oferta presentada,
        propuesta enviada, propuesta presentada, presupuesto enviado, presupuesto
        aprobado, presupuesto aceptado, decision en, deciden en, decide en, decidiran en, listo para firmar, lista
        para firmar, firma en, firman en, firma el, firman el, decide el, deciden el, decision el, decision a
        mediados, decision a finales, vence el, renueva el,
        empieza el, pendiente de firma, a punto de firmar, acuerdo verbal, si verbal, de acuerdo
        en principio, empieza en, empezamos en, arranca en, inicio en, comienza en, quiere empezar, quieren empezar,
        finalista, urgente""",
        "later": """aplazado a, aplazado hasta, retrasado a, retrasado hasta, quieren esperar, prefieren esperar,
        el ano que viene, ano que viene, proximo ano, el proximo ano, quiza el, quizas el, tal vez el, mas
        adelante, mas tarde, nada antes, no antes, no antes de, antes no, este ano no, demasiado pronto, muy pronto
        aun, fase 2, fase dos, segunda fase, ronda de financiacion, serie a, serie b, tras la fusion, despues de la
        fusion, cuando tengan, cuando consigan, una vez financiad*, a medio plazo, a largo plazo, retomar en, volver a
        llamar, llamar en, mantener el contacto, relevo generacional, sucesion""",
        "costs more than it pays": """nos debe*, nos deben, debe desde, no paga, no ha pagado, no pagan, paga tarde,
        pagan tarde, mal pagador, moroso, morosa, factura* pendiente*, factura* impagada*, impago*, regatea*, siempre
        regatea, aprieta en precio, aprieta precios, demasiado tiempo, consume mucho tiempo, come tiempo, se pasa de
        horas, no es rentable, poco rentable, margen bajo, tarifa baja""",
        "at risk": """en riesgo, peligra, en peligro, descontent*, insatisfech*, queja*, se queja, nuevo director,
        nueva directora, nuevo gerente, nuevo consejero, nuevo cfo, nuevo dueno, nuevos duenos, contacto se fue, se
        fue el director, se ha ido, se marcho, competencia, compite con, contra las, contra tres, frente a,
        licitacion, concurso, pide ofertas, pidiendo ofertas, comparando, recortes, presupuesto congelado, pocas
        posibilidades""",
        "ended": """demasiado pequeno, demasiado pequena, lo hacen ellos, lo hacen internamente, no interesa,
        no estan interesad*, no esta interesad*,
        se van a otr*, se va a otr*,
        se van con otr*, se va
        con otr*, se fue a otr*, se fueron a otr*,
        eligieron a otro, eligieron otro, eligio a otro, se fue con otro, se fueron con otro,
        adjudicado a otro, no
        insistir, conflicto, conflicto de interes*, no podemos actuar, no podemos intervenir, concurso de
        acreedores, en liquidacion, liquidad*, quiebra, quebro, insolvente, disuelt*, ceso su actividad, cese de
        actividad, cerro en 20*, cerro, cerrado en 20*, cerrada en 20*, fallecid*, fallecio, murio, nos dijo que no,
        nos dijeron que no, dijo que no, no le interesa, no les interesa, sin interes, se fue a la competencia, se
        fueron con, se fue con, cambio de asesor, cambio de despacho, cambiaron de, perdido por, perdida por, perdido
        ante, concurso perdido, comprad* por, absorbid* por, fusionad* con, contrato rescindido, contrato terminado,
        no hacemos, no contactar, no llamar""",
    }
)
DUTCH: Final[Mapping[str, str]] = MappingProxyType(
    {
        "free work": """pro bono, gratis, kosteloos, om niet, onbetaald, vrijwillig, zonder honorarium, zonder kosten,
        half tarief, halve prijs, gereduceerd tarief, verlaagd tarief, sociaal tarief, vriendenprijs, tegen kostprijs,
        kostprijs, korting goed doel""",
        "good cause": """goed doel, goede zaak, mooie zaak, maatschappelijk*, sociale impact, zonder winstoogmerk,
        anbi, doet veel goeds, helpt mensen, algemeen nut, vrijwilligersorganisatie""",
        "business after all": """ondanks de naam, op papier, gewoon tarief, normaal tarief, vol tarief, geen goed
        doel, geen stichting, geen vereniging, investeringsfonds, puur commercieel, met winstoogmerk""",
        "new to us": """nieuwe markt, onze eerste, ons eerste,
        moeten we leren, moeten leren, nog leren, nieuw voor ons, nieuw terrein, nieuw gebied,
        nieuwe sector, nieuwe branche, nieuwe dienst,
        zouden veel leren, zouden leren, veel van leren, veel geleerd, leerzaam, eerste keer, nog nooit gedaan, eerste
        opdracht van deze, pilot, proefproject, paradepaardje, visitekaartje, innovatief*, zet ons op de kaart""",
        "routine": """routine, zoals elk jaar, zoals altijd, niets nieuws, makkelijk, standaardwerk, bulkwerk, niets
        te leren""",
        "sends work": """verwijst # klanten, verwijst # a # klanten, stuurt * collega*, opent deuren, deuren openen,
        verwijst ons, verwijst naar ons, verwijst * naar ons,
        verwijst mensen, verwijst
        klanten, verwijst door, verwijst veel, heeft ons
        verwezen, verwees ons, doorverwijzing*, stuurt ons, stuurt klanten, stuurt mensen, sturen ons, stuurde ons,
        heeft ons * gestuurd, beveelt ons aan, raadt ons aan, heeft ons aanbevolen, aanbeveling*, introduceert ons,
        introduceerde ons, heeft ons geintroduceerd, introducties, brengt ons, bracht ons, klanten
        aangebracht, klant aangebracht, ons * aangebracht, opent deuren, kent
        iedereen, kent half, goed netwerk, groot netwerk, mond tot mond, # nieuwe klanten, # verwijzingen, klanten dit
        jaar, stuurt mij""",
        "sends nothing": """verwijst nooit, stuurt nooit, stuurt niemand, stuurt niets, geen verwijzingen, verwijst
        niet meer, stuurt niets meer""",
        "ready now": """offerte ligt er, offerte ligt bij, offerte * ligt, offerte is uit, offerte is verstuurd,
        offerte staat uit, offerte *
        verstuurd, wacht op antwoord, wachten op antwoord, wacht op akkoord, wachten op akkoord, wacht op beslissing,
        wachten op beslissing, wacht op besluit, wachten op besluit, wacht op reactie, wachten op reactie, wacht op
        goedkeuring, in afwachting van, contract loopt af, raamcontract loopt af, contract loopt tot, contract eindigt,
        verlengen in, bestelbon volgt, beslissen begin, beslissen eind, beslissen medio, beslist begin, beslist eind,
        beslist medio, antwoord in, antwoord voor,
        tekent deze, tekenen deze, tekent volgende, wil * tekenen, willen * tekenen, beslist voor,
        beslissen voor,
        verlenging, contract loopt af, aanbesteding loopt, aanbesteding in, inschrijving, offerte
        verstuurd, offerte * verstuurd, offerte * verzonden, offerte verzonden, offerte ligt, offerte uit,
        voorstel verstuurd, beslissing in, besluit in,
        beslist in, beslissen in, besluiten in, budget goedgekeurd, budget rond, budget akkoord, klaar om te tekenen,
        tekent in, tekenen in, tekent op, beslist op, beslissing op, beslissing medio, beslissing eind,
        beslissing begin, besluit medio, besluit eind, start op, begint op, handtekening,
        mondeling akkoord, akkoord in principe, mondelinge toezegging, toegezegd,
        start in, begint in, wil starten, wil beginnen, opdracht komt, laatste twee, dringend, urgent""",
        "later": """uitgesteld tot, uitgesteld naar, doorgeschoven naar, niet voor de,
        volgend jaar, misschien volgend, wellicht volgend, later, later dit jaar, niet voor, niets voor,
        niet eerder dan, pas na, pas in, pas als, te vroeg, nog te vroeg, fase 2, fase twee, tweede fase,
        financieringsronde, investeringsronde, na de fusie, na de verhuizing, na de verkoop, zodra er geld, zodra
        gefinancierd, op termijn, lange termijn, opnieuw bellen, weer bellen, contact houden, opvolging""",
        "costs more than it pays": """betaalt niet, betaalt laat, betaalt slecht, betaalt traag, slechte betaler,
        trage betaler, wanbetaler, openstaande factu*, factu* open, onbetaalde factu*, is ons * schuldig, aanmaning*,
        dingt af, dingt altijd af, onderhandelt altijd, prijsdruk, te veel tijd, kost te veel tijd, tijdrovend,
        tijdvreter, loopt altijd uit, niet rendabel, lage marge, laag tarief""",
        "at risk": """risico, in gevaar, ontevreden, klacht*, twijfelt, nieuwe directeur, nieuwe cfo, nieuwe eigenaar,
        nieuwe bestuurder, contact weg, contactpersoon weg, contactpersoon vertrokken, directeur weg, directeur
        vertrokken, concurrentie, concurrent*, tegen de, aanbesteding, vergelijkt offertes, opgezegd per, zegt op,
        bezuinig*, budget bevroren, weinig kans""",
        "ended": """te klein, te klein voor ons, past niet bij ons, doen het nu zelf, doet het nu zelf,
        gaat naar een ander, gaan naar een ander,
        koos voor een ander, kozen voor een ander, gekozen voor een ander, naar concurrent,
        naar de concurrent, ging
        naar een ander, niet meer benaderen, belangenconflict, belangenverstrengeling, conflict, mogen niet,
        kunnen niet optreden, failliet,
        faillissement, surseance, opgeheven, geliquideerd, ontbonden, gestopt in 20*, gestopt met, bedrijf gestopt,
        gestopt winkel, winkel dicht, zaak dicht, winkel gesloten, zaak gesloten,
        gesloten in 20*, overleden, wil niet meer, geen interesse, niet geinteresseerd, zei nee, zegt nee, overgestapt
        naar, naar de concurrent, naar concurrent, naar ander kantoor, ander kantoor, verloren aan, verloren op,
        overgenomen door, gefuseerd met, opdracht beeindigd, contract opgezegd, doen wij niet, afgewezen""",
    }
)
