"""Words for what an account is to the firm and how things stand with it, in English, German, French, Spanish and
Dutch. They are met in columns of relationship, type and status, in titles of sections, names of sheets and
legends. Patterns are words in a row without case, accents or punctuation; a `*` stands for any ending. A text
that is one of the exact words counts as such; else the patterns are looked for in it, and those that say more
come first."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from planner.parsing.standing.words.standing_words_i18n import EXACT_MORE, PHRASES_MORE
from planner.parsing.word_lists import in_all_genders
from planner.vocabulary import Relationship


def patterns(text: str) -> tuple[str, ...]:
    """The patterns of a table's cell, which are separated by commas."""
    return tuple(filter(None, (" ".join(part.split()) for part in text.split(","))))


NOT_CHASED: Final = patterns(
    """do not chase, don t chase, dont chase, not chasing, stop chasing, not worth chasing, ne pas relancer,
    ne plus relancer, nicht nachfassen, no insistir, niet benaderen, nicht mehr anrufen, nicht mehr kontaktieren,
    nicht mehr ansprechen, nicht mehr anschreiben, nicht mehr melden, nicht mehr nachfassen, ne plus appeler,
    ne plus rappeler, ne plus contacter, ne plus solliciter, no llamar mas, no volver a llamar, no contactar mas,
    no molestar mas, niet meer bellen, niet meer benaderen, niet meer contacteren, niet meer mailen, niet meer nabellen,
    non richiamare, non ricontattare, non chiamare piu, non contattare piu, nao ligar mais, nao contactar mais,
    nao contatar mais, nao voltar a contactar, nao insistir, non insistere"""
)
"""What ends an account until somebody says otherwise, as its status and in a remark."""
INTEREST: Final = patterns(
    """interested, very interested, quite interested, mildly interested, might be interested, keen, very keen,
    quite keen, curious, likes us, shows interest, showed interest, shown interest, some interest, expressed interest,
    interessiert, sehr interessiert, interesse, tres interesse, interessee, tres interessee, interessees, interesado,
    muy interesado, muy interesada, muy interesados, geinteresseerd, geinteresseerde, geinteresseerden,
    zeer geinteresseerd, interessato, interessati, molto interessato, molto interessata, interessado, interessados,
    muito interessado, muito interessada"""
)
"""Words of interest: of one who has paid nothing yet, that it is to be won; a client may be interested in more."""
_EXACT: Final[Mapping[Relationship, tuple[str, ...]]] = MappingProxyType(
    {
        Relationship.CLIENT: patterns(
            """pro bono, probono, freebie, freebies, benevolat, mecenat, moroso, en mora, impagado, wanbetaler,
            im verzug, mauvais payeur, ehrenamt, ehrenamtlich, voluntariado, vrijwillig, client, clients, cust, custs,
            customer, customers, current, existing, existing client, current client, already a client,
            existing business, repeat business, retainer, retainers, retained, on retainer, renewal, renewals,
            stewardship, evangelist, vip, installed base, won, closed won, live, active, ongoing, running, regular,
            regulars, regular client, regular clients, steady, on the books, on books, on, signed, engaged, one off,
            one offs, once off, once offs, ad hoc, adhoc, case to case, case by case, as and when, as and when needed,
            job by job, call off, one time, one timer, doing, report to write, writing up, working on it,
            work in hand, file open, file opened,
            open file, files open, free service, complimentary,
            einmalig, einmalauftrag, einmalauftrage, ponctuel,
            ponctuels,
            puntual, puntuales, eenmalig, eenmalige, household, households, family, families, account active,
            coachee, coachees, private coachee, private coachees, coaching client, mentee, mentees, key account,
            key accounts, working with, working for, cases, patients, mandate, mandates, live mandate,
            live mandates, kunde, kunden, mandant, mandanten, mandantin, mandat, klient, klienten, stammkunde,
            stammkunden, bestand, bestandskunde, bestandskunden, bestandsmandant, bestandsmandanten, aktiv, laufend,
            laufende, auftraggeber, en contrat, sous contrat, contrats en cours, unter vertrag, en contrato,
            con contrato, onder contract, in contract, client existant, clients existants, client actuel,
            clients actuels, client actif, clients actifs, actif, actifs, en portefeuille, en cours, clientele, abonne,
            abonnes, cliente, clientes, cliente actual, clientes actuales, actual, actuales, activo, activos,
            cliente activo, clientes activos, en cartera, cartera, klant, klanten, bestaand, bestaande, vaste klant,
            vaste klanten, huidige klant, huidige klanten, bestaande klant, bestaande klanten, actief, lopend, relatie,
            relaties, opdrachtgever, opdrachtgevers, stammkundin, in betreuung, betreut, lauft, projekt lauft,
            auftrag lauft, doorlopend, loopt, opdracht loopt, abonnement, recurrent, recurrente, iguala, iguala mensual,
            en curso, en marcha, proyecto en curso, strippenkaart, mission en cours, missions en cours"""
        ),
        Relationship.PROSPECT: INTEREST
        + patterns(
            """prospect, prospects, prospective, pros, prosp, not started, not contacted, not yet contacted,
            not contacted yet, none yet, nothing yet, not approached, not yet approached, uncontacted, to be contacted,
            lead, leads, suspect, suspects, target, targets, potential, potentials,
            new business, new biz, opportunity, opportunities, mql, sql, subscriber, new, open, pipeline, enquiry,
            enquiries, inquiry, inquiries, pitch, pitches, pitching, bid, bids, tender, tenders, proposal, proposals,
            quote, quotes, wish list, wishlist, idea, ideas, idee, ideen, idees, hit list, dream list, cold list,
            long list, maybe, maybes, to approach, to contact, nurture, nurturing, would love, quoted, quoted waiting,
            quoted awaiting reply, possible, possibles, posible, posibles, hopeful, hopefuls, talking, talking to,
            in talks, courting, chasing, to chase, to win, to approach, to pursue, to target, not yet,
            bids and enquiries, analyst lead, other prospect, interessent, interessenten, interessentin,
            akquise, anbahnung, in anbahnung, neukunde, neukunden, wunschkunde, wunschkunden, ziel, ziele, zielkunde,
            zielkunden, potenziell, potentiell, anfrage, anfragen, angebot, angebote, offen, kontakt, kontakte, piste,
            pistes, cible, cibles, a prospecter, prospection, prospecte, candidat, appel d offres, appels d offres, ao,
            ao en cours, devis, prospecto, prospectos, candidato, candidatos,
            oportunidad, oportunidades, contacto, contactos, objetivo, objetivos, presupuesto, presupuestos, licitacion,
            licitaciones, presupuestado, ofertado, angeboten, chiffre, geoffreerd, potencial, potenciales, prospecten,
            belangstellende, belangstellenden, kans, kansen,
            aanbesteding, aanbestedingen, offerte, offertes, aanvraag, aanvragen, doel, doelen, doelwit, potentieel,
            potentiele klanten, nieuw, neu, nouveau, nuevo, nuovo, novo,
            first contact, first meeting, intro call, erstkontakt, erstgesprach,
            kennenlerngesprach, premier contact, premier rdv, 1er rdv, prise de contact, primer contacto,
            primera reunion, primera llamada, eerste contact, eerste gesprek, kennismaking, kennismakingsgesprek"""
        ),
        Relationship.PAST_CLIENT: patterns(
            """past, former, lapsed, disengaged, deregistered, previous, ex, ex cl, ex clt, ex cli, ex cust, finishing,
            finishing off, wrapping up, alumni, alumnus, old, dormant, inactive, churned, ended, gone, gone away,
            cancelled, canceled, terminated, termed, offboarded, stopped, discontinued, alum, alums, weg, gone quiet,
            left, left us, leavers, leaver,
            departed,
            moved on, used to be, has been, was, old friends, friends past, past friends, past work, archive, archived,
            ehemalig, ehemalige, ehemaliger, frueher, fruher, fruhere, inaktiv, beendet, gekundigt, abgewandert,
            ausgeschieden, altmandant, altkunde, altkunden, ancien, anciens, ancienne, anciennes, inactif, inactifs,
            parti, partis, perdu de vue, termine, termines, anterior, anteriores, antiguo, antiguos, inactivo,
            inactivos, baja, bajas, terminado, terminados, oud, oude, voormalig, voormalige, vroeger, inactief,
            vertrokken, opgezegd, gestopt, gestaakt, beeindigd, oud klanten"""
        ),
        Relationship.REFERRAL_SOURCE: patterns(
            """referral source, referral sources, refers, refer, empfiehlt, recommande, recomienda, verwijst, referral,
            referrals, referral only, referrals only, ref only, ref source, ref sources, reference only,
            reference giver, reference givers, referrer,
            referrers, source, sources,
            ptnr, ptnrs,
            partner, partners, adviser, advisers, advisor, advisors, connector, connectors, introducer, introducers,
            intro, intros, introductions, intermediary, intermediaries, influencer, influencers, multiplier,
            multipliers, network, networker, networkers, coi, cois, friend, friends, association, ambassador,
            ambassadors, champion of the firm, alliance, investor, promoter, empfehler, empfehlerin, empfehlungsgeber,
            vermittler, vermittlerin, tippgeber, multiplikator, multiplikatoren, netzwerk, netzwerkpartner,
            kooperationspartner, zuweiser, zubringer, prescripteur, prescripteurs, prescriptrice, apporteur, apporteurs,
            apporteur d affaires, apporteurs d affaires, recommandeur, recommandeurs, recommandeuse, parrain, parrains,
            recommandation, recommandations, reseau, partenaire, partenaires, relais, prescriptor, prescriptores,
            prescriptora, recomendador, recomendadores, fuente, referente, referentes, referidor, colaborador,
            colaboradores, socio, socios, red, contacto de red, verwijzer, verwijzers, doorverwijzer, doorverwijzers,
            tipgever, tipgevers, aanbrenger, aanbrengers, tussenpersoon, tussenpersonen, netwerk, ambassadeur,
            ambassadeurs, bemiddelaar"""
        ),
    }
)

EXACT: Final[Mapping[Relationship, tuple[str, ...]]] = MappingProxyType(
    {kind: in_all_genders((*words, *patterns(EXACT_MORE[kind]))) for kind, words in _EXACT.items()}
)
"""Texts that say it as a whole."""

_PHRASES: Final[tuple[tuple[Relationship, tuple[str, ...]], ...]] = (
    (
        Relationship.REFERRAL_SOURCE,
        patterns(
            """swap lead*, swaps lead*, swap referral*, trade lead*, referral source*, referral partner*, referrals in,
            referrals from, introductions in, introductions from, referring partner*, nos traen*, nos trae trabajo,
            nos derivan, nos envian*, nos mandan*, traen trabajo, bringen uns, bringt uns arbeit, geben uns arbeit,
            empfehlungspartner*, nous amene*, nous adresse*, nous confie*, apportent du travail, sturen werk,
            bezorgen ons, leveren ons, who send us, people who refer, feeds us work, feeder*, send work our way,
            sends work our way, puts our name forward, door opener*, turoffner*, unsere empfehler, venues and friends,
            contacts who, refers client*, refers * client*, refers customer*, refers * customer*, refers grantee*,
            refers member*, refers student*,
            refers tenant*, refers people, refers others, refers patient*,
            refers * patient*, introduces client*, introduces * client*, sends * client*, refers us, refers to us,
            refer us, sends us, send us, send people to us, sends people, send work, sends work, send people,
            sends clients, sources of referral*, source of referral*, sources of work, source of work,
            sources of business, centre* of influence, center* of influence, introducer*, referrer*, intermediar*,
            friend* of the firm, friends send*, introduction source*, intro source*, professional adviser*,
            professional advisor*, channel partner*, technology partner*, alliance partner*, strategic partner*,
            brings us work, bring us work, gives us work, puts work our way, our network, customer channel partner,
            wegbereiter, empfehler*, empfiehlt uns, empfehlen uns, empfehlungsgeber*, schickt uns, schicken uns,
            vermittelt uns, vermittler*, tippgeber*, multiplikator*, prescripteur*, prescriptrice*, apporteur*,
            nous recommand*, nous envoie*, nous apporte*, prescriptor*, nos recomienda*, nos envia*, nos manda*,
            recomendador*, verwijst ons, verwijzen ons, verwijst door, verwijzer*, doorverwijzer*, stuurt ons,
            sturen ons, aanbrenger*, brengt ons, nos trae client*, nos traen client*, bringt uns*, empfiehlt weiter,
            empfehlen weiter, beveelt ons aan, bevelen ons aan, ons aanbeve*"""
        ),
    ),
    (
        Relationship.PROSPECT,
        patterns(
            """not yet a client, not a client, not a customer, no client, never a client, never client, not clients yet,
            never been a client, never worked with us, jamais client*, noch kein mandant, noch kein kunde,
            noch nie mandant, nie kunde, nie mandant, nunca cliente, nunca ha sido cliente, nog geen klant, nooit klant,
            met at conf*, met at * conf*, met at trade*, met at * trade*, met at event, met at * event, met at show,
            met at * show, pas encore client*, todavia no cliente*, aun no cliente*, noch nicht kunde,
            noch nicht mandant,
            nog niet klant, aun no es cliente, todavia no es cliente, liegt beim kunden, liegt bei kunde, beim kunden,
            ligt bij klant, ligt bij de klant, bij de klant, chez le client, attente client, en attente client,
            pendiente del cliente, pendiente de cliente, wartet auf kunde*, sow with client, proposal with client,
            contract with client, quote with client, draft with client, with client to sign, waiting on client,
            waiting for client, awaiting client*"""
        ),
    ),
    (
        Relationship.PAST_CLIENT,
        patterns(
            """formerly*, formerly ours, formerly client*, were client*, were clients, once client*, once were client*,
            fueron cliente*, fue cliente*, eran cliente*, antes cliente*, ya no son cliente*, waren mandant*,
            waren kunde*, war mandant*, war kunde*, nicht mehr bei uns, haben gewechselt, etaient client*,
            etait client*, ont ete client*, furent client*, plus chez nous, ne sont plus client*, waren klant*,
            was klant, niet meer bij ons, vertrokken klant*, ex klant*, ex relatie*, previously client*, gone away,
            no longer with us, used to do * for them, used to do all their, not with us any more, those who left,
            who left us, moved away, historic client*,
            closed client*, closed account*, slapend*, dormant*, lapsed*, past client*, past customer*, former client*,
            former customer*, ex client*, ex customer*, ex kunde*, ex mandant*, old client*, old customer*,
            previous client*, previous customer*, lapsed client*, lapsed customer*, lost client*, lost customer*,
            dormant client*, inactive client*, inactive customer*, alumni client*, client past, client former,
            client lapsed, client dormant, client inactive, customer inactive, churned client*, churned customer*,
            no longer a client, no longer client*, not a client any more, not a client anymore, used to be a client,
            used to be client*, file closed, closed file, case closed, closed approved*, closed complete*,
            was with us, were with us, with us until, with us till,
            cancelled in *, canceled in *, terminated in *, client until, client till, client to 20*, client 20*,
            was a client, were a client, were client*,
            worked with * before, worked for * before, worked with them to, worked for them until,
            worked with them until, placed * before, helped * before, served before, past mandate*, past matter*,
            past project*, not since, not used us since, nothing since, last job, last worked, last instructed,
            last hired, last used us, last project 20*, last placed, abgeschlossen 20*, beendet 20*, ehem mandant*,
            ehem kunde*, ehemals kunde*, ehemals mandant*, ehemalig* mandant*, ehemalig* kunde*, ehemalig*,
            fruher* mandant*, fruher* kunde*, mandant bis,
            kunde bis, kein mandant mehr, kein kunde mehr, nicht mehr mandant, nicht mehr kunde, altmandant*, altkunde*,
            ancien* client*, ex cliente*, client jusqu en, client jusqu, plus client*, ancien*, antiguo* cliente*,
            cliente* antiguo*, anterior* cliente*, cliente hasta, ya no es cliente, ya no cliente*, oud klant*,
            oudklant*, voormalig* klant*, vroeger* klant*, klant tot, geen klant meer, niet meer klant, die weg sind,
            die gegangen sind, kunde weg, kunden weg, mandant weg, keine kunden mehr, keine mandanten mehr,
            war mal kunde, war mal mandant, waren mal kunde*, verlorene kunde*, verlorene mandant*, kunde verloren,
            kunden verloren, abgesprungen*, die weg zijn, klant kwijt, klanten kwijt, kwijtgeraakt*, verloren klant*,
            oude klant*, oude relatie*, client* perdu*, client* parti*, qui sont partis, qui nous ont quitte*,
            nous a quitte*, nous ont quitte*, client* perdid*, que se fueron, se fue, se fueron, se dio de baja,
            se dieron de baja, dado de baja, dados de baja, ya no trabajamos, a resilie, ont resilie, resilie*,
            projekt beendet, projet termine, mission terminee, proyecto terminado, opdracht afgerond, project afgerond,
            lavoro concluso, incarico concluso, left last year, left last month, left last summer, left jan*, left feb*,
            left mar*, left apr*, left may*, left jun*, left jul*, left aug*, left sep*, left oct*, left nov*,
            left dec*, stopped in *"""
        ),
    ),
    (
        Relationship.PROSPECT,
        patterns(
            """offerte*, ofertas, oferta en curso, ofertas y licitaciones, licitaciones, en oferta, por ganar,
            quiero ganar, nos gustaria, angebot*, angebote lauft, in akquise, laufende akquise, gern gewinnen,
            wen wir wollen, devis en cours, offres en cours, propositions en cours, a conquerir, a convaincre,
            nieuwe kansen, lopende offerte*, in behandeling, quotes out, quoting for, hope to, hoping to,
            would like to win, people we want, firms we want, next up, on the radar, prospect*, prospective client*,
            prospective customer*, potential client*, potential customer*, possible client*, dream client*,
            ideal client*, future client*, would be client*, target client*, target account*, target*, new business,
            new biz, business development, proposal sent, proposal out, proposal made, proposal submitted, quote sent,
            propuesta*, presupuesto enviado, proposition*, devis envoye*, offre envoyee, angebot raus,
            angebot versendet, proposals given, proposals made, proposals sent, proposals submitted, quotes given,
            quotes sent, quotations*, offers made, offers sent, lead, leads, sales lead, warm lead*, cold lead*,
            hot lead*, marketing qualified lead*, sales qualified lead*, sales accepted lead*, open lead*, opportunit*,
            enquir*, inquir*, pitches, pitching for, bidding for, live bids, bids and tenders, tenders and bids,
            open bids, open tenders, proposals out, talking to, in discussion with, want to work with,
            like to work with, hope to win, wish list, pipeline, interessent*, potenzielle* kunde*, potentielle* kunde*,
            potenzielle* mandant*, potentielle* mandant*, wunschkunde*, wunschmandant*, zielkunde*, neue kunden,
            clients potentiels, client potentiel, piste*, a prospecter, en prospection, clientes potenciales,
            cliente potencial, posible cliente, posibles clientes, prospecto*, prospectie, potentiele klant*,
            mogelijke klant*, nieuwe klanten, belangstellende*, akquise*, anbahnung*, in anbahnung, neugeschaft*,
            in verhandlung*, verhandlung lauft, vertrag liegt*, vertrag in prufung, hat interesse, interesse da,
            interesse geaussert, interesse bekundet, interessiert*, en conversaciones, en negociacion, negociando,
            interesad*, presupuesto*, devis*, propale*, en discussion*, en negociation*, en nego, interesse par*,
            interesses par*, in onderhandeling*, geinteresseerd*, in gesprek*"""
        ),
    ),
    (
        Relationship.CLIENT,
        patterns(
            """clientes en activo, en activo, mis clientes, my client*, our clients, our patients, mandate laufend,
            laufende mandate, dauermandant*, dauerkunde*, unsere mandant*, unsere kunde*, nos clients, mes clients,
            interventions ponctuelles, missions ponctuelles, clients ponctuels, clientes puntuales, trabajos puntuales,
            gelegenheitskunde*, gelegentliche kunde*, einzelauftrag*, eenmalige opdracht*, losse opdracht*,
            one off client*, occasional client*, ad hoc client*, clients en cours, missions en cours, en mission,
            mijn klanten, onze klanten, losse klant*, vaste relatie*, on the books, direct client*, appointed,
            we are appointed, retained by, live client*, signed client*, paying client*, work for us now, working with,
            working for, under management, annual client*, current client*, active client*, existing client*,
            live client*, key client*, our client*, retained client*, retainer client*, ongoing client*, repeat client*,
            returning client*, regular client*, new client*, existing customer*, current customer*, active customer*,
            client*, customer*, live mandate*, active mandate*, live matter*, live project*, live job*, current job*,
            active project*, active job*, current work, current project*, active engagement*, under contract,
            on retainer*, retainer*, work with now, working with now, we bill, we act for, household*, bestandskunde*,
            bestandsmandant*, stammkunde*, dauermandat*, dauerkunde*, dauerauftrag*, neumandat*, neukunde*, neumandant*,
            einzelmandat*, laufendes mandat*, rahmenvertrag*, wartungsvertrag*, jahresvertrag*, contrat cadre*,
            contrat annuel*, contrato marco*, contrato anual*, raamovereenkomst*, raamcontract*, jaarcontract*, mandant,
            mandanten, mandantin*, aktive mandant*, kunde, kunden, klient*, laufende mandat*, laufende projekt*,
            clientele, clients actuels, en portefeuille, cliente*, clientes actuales, en cartera, klant*, vaste klant*,
            lopende opdracht*, vaste opdrachtgever*, lopend traject*, lopende trajecten, lopende zaak, lopende zaken,
            laufender auftrag*, laufende auftrage, laufendes projekt*, laufende baustelle*, laufende vertrage,
            chantiers en cours, projets en cours, dossiers en cours, mandats en cours, contrats en cours,
            obras en curso, proyectos en curso, trabajos en curso, encargos en curso, contratos en curso,
            contratos vigentes, lopende project*, lopende dossier*, lopende contract*, lopende werken, lopend werk,
            jobs in progress, projects in progress, jobs in hand"""
        ),
    ),
)

PHRASES: Final[tuple[tuple[Relationship, tuple[str, ...]], ...]] = tuple(
    (kind, (*words, *patterns(more))) for (kind, words), more in zip(_PHRASES, PHRASES_MORE, strict=True)
)
"""Words in a longer text, what says more before what says less: `former client` before `client`."""

LEGAL_FORMS: Final = patterns(
    """indiv, individuals, p ship, pship, ptnrship, grp, sole tr, ltd co, ltd, limited, limited company, plc, llp, llc,
    pllc, lp, inc, incorporated, corporation, corp, s corp, c corp, partnership, general partnership,
    limited partnership, sole trader, sole prop, sole proprietor, sole proprietorship, self employed, individual,
    private individual, trust, family trust, estate, holding, holdings, group, cooperative, co op, coop, unincorporated,
    joint venture, jv, gmbh, ug, ag, kg, ohg, gbr, e k, gmbh co kg, eg, einzelunternehmen, einzelunternehmer,
    freiberufler, freiberuflerin, privatperson, personengesellschaft, kapitalgesellschaft, familienstiftung, sa, sas,
    sasu, sarl, eurl, sci, snc, scop, auto entrepreneur, micro entreprise, entreprise individuelle, profession liberale,
    particulier, s a, s l, sl, slu, autonomo, sociedad limitada, sociedad anonima, particular, bv, b v, nv, n v, vof,
    maatschap, eenmanszaak, zzp, zzp er, particulier"""
)
"""Forms in which businesses are set up: neither a relationship nor a good."""
