"""The phrases of remarks in Italian, Portuguese, Swedish, Norwegian, Danish and Polish, by family."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

ITALIAN_PORTUGUESE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "free work": """pro bono, gratis, gratuito, gratuita, gratuitamente, senza compenso, senza onorario, meta
        prezzo, meta tariffa, tariffa ridotta, tariffe ridotte, tariffa sociale, a prezzo di costo, al costo, sconto
        sociale, onorario ridotto, volontariato, gratuitamente, sem honorarios, sem custo, metade do preco, meia
        tarifa,
        preco reduzido, tarifa reduzida, tarifa social, honorarios reduzidos, a preco de custo, voluntariado""",
        "good cause": """buona causa, senza scopo di lucro, terzo settore, impatto sociale, utilita sociale, impresa
        sociale, onlus, cooperativa sociale, aiuta i, aiuta le, beneficenza, fa del bene, boa causa, sem fins
        lucrativos, impacto social, utilidade publica, terceiro setor, economia social, ajuda as, ajuda os, faz muito
        bem, solidari*""",
        "business after all": """nonostante il nome, non e una onlus, non e una fondazione, tariffa piena, apesar do
        nome, nao e uma ong, nao e uma fundacao, tarifa normal, preco normal""",
        "new to us": """nuovo per noi, nuova per noi, settore nuovo, nuovo settore, nuovo ambito, nuova area, nuovo
        servizio, impareremmo, imparare molto, imparato molto, prima volta, mai fatto, progetto pilota, pilota,
        vetrina,
        bella referenza, ci farebbe crescere, innovativ*, novo para nos, nova para nos, setor novo, novo setor, area
        nova, nova area, novo servico, aprenderiamos, aprender muito, aprendemos muito, primeira vez, nunca fizemos,
        projeto piloto, piloto, boa referencia, montra, inovador*""",
        "routine": """routine, come sempre, come ogni anno, niente di nuovo, lavoro semplice, rotina, como sempre, como
        todos os anos, nada de novo, trabalho simples""",
        "sends work": """ci segnala*, ci ha segnalato, ci presenta*, ci ha presentato, ci ha presentati, ci manda*, ci
        ha mandato, ci porta*, ci ha portato, ci raccomanda*, ci consiglia*, ci apre porte, conosce tutti, ben
        introdott*, ottimi contatti, passaparola, # clienti nel, # clienti quest anno, clienti nel 20*, # segnalazioni,
        nos indica*, indica nos, indicou nos, nos recomenda*, recomenda nos, recomendou nos, nos envia*, envia nos,
        enviou nos, traz nos, trouxe nos, nos trouxe, apresentou nos, nos apresentou, abre portas, conhece toda a
        gente, conhece todo mundo, bem relacionad*, boca a boca, # indicacoes, # clientes em 20*, clientes este ano""",
        "sends nothing": """non segnala mai, non ci manda, non manda piu, nessuna segnalazione, nunca indica, nao
        indica, nao recomenda, sem indicacoes""",
        "ready now": """rinnovo a, rinnovo in, rinnovo, in scadenza a, scade a, contratto scade, gara in corso, offerta
        inviata, offerta presentata, preventivo inviato, preventivo presentato, proposta inviata, decisione a,
        decisione
        in, decisione entro, decidono a, decidono entro, decide a, budget approvato, pronto a firmare, pronti a
        firmare,
        firma a, firma prevista, accordo verbale, ok verbale, partenza a, inizio a, parte a, si parte a, vuole partire,
        in finale, urgente, renovacao em, renovacao, vence em, termina em, contrato termina, concurso a decorrer,
        proposta enviada, proposta apresentada, orcamento enviado, orcamento aprovado, decisao em, decisao ate, decidem
        em, decide em, pronto a assinar, pronto para assinar, assinam em, assina em, acordo verbal, arranque em, inicio
        em, comeca em, quer comecar, finalista""",
        "later": """non prima di, non prima del, non prima, niente prima di, l anno prossimo, anno prossimo, il
        prossimo
        anno, forse nel, piu avanti, piu tardi, troppo presto, ancora presto, fase 2, seconda fase, dopo la fusione,
        dopo
        il trasloco, quando avranno, a finanziamento ottenuto, a lungo termine, risentire a, richiamare a,
        ricontattare,
        passaggio generazionale, successione, nao antes de, so depois de, so em, proximo ano, no proximo ano, para o
        ano, ano que vem, talvez em, mais tarde, mais adiante, cedo demais, muito cedo, segunda fase, apos a fusao,
        depois da fusao, quando tiverem, voltar a contactar, retomar em, manter contacto, sucessao""",
        "costs more than it pays": """non paga, paga tardi, paga in ritardo, paga male, cattivo pagatore, fattura* non
        pagat*, fattura* insolut*, fattura* scadut*, insolut*, ci deve*, sollecit*, contratta sempre, tira sul prezzo,
        chiede sempre sconti, troppo tempo, porta via tempo, poco redditizi*, margine basso, tariffa bassa, nao paga,
        paga tarde, paga mal, mau pagador, fatura* em atraso, faturas por pagar, deve nos, regateia*, pede sempre
        desconto, tempo a mais, demasiado tempo, pouco rentavel, margem baixa""",
        "at risk": """a rischio, in pericolo, insoddisfatt*, scontent*, reclamo, reclami, si lamenta, nuovo direttore,
        nuova direttrice, nuovo cfo, nuovo ad, nuova proprieta, nuovo titolare, contatto andato via, concorrenza,
        contro
        altri, contro due, contro tre, chiede preventivi, confronta offerte, taglio del budget, budget bloccato, poche
        speranze, em risco, insatisfeit*, descontent*, reclamac*, queixa*, novo diretor, nova diretora, novo
        administrador, novo dono, contacto saiu, concorrencia, contra dois, contra tres, a comparar propostas, corte de
        orcamento""",
        "ended": """conflitto di interess*, conflitto, fallit*, fallimento, in liquidazione, liquidat*, chiuso nel, ha
        chiuso, cessata attivita, decedut*, ha detto di no, detto di no, non interessat*, nessun interesse, ha scelto
        un
        altr*, hanno scelto un altr*, scelto altr*, passat* alla concorrenza, passat* a un altr*, ha cambiato studio,
        perso contro, persa contro, acquisit* da, contratto disdetto, non contattare, conflito de interess*, conflito,
        insolvencia, insolvente, falencia, faliu, fechou em, encerrou, falecid*, disse que nao, disse nao, sem
        interesse, nao interessad*, escolheu outr*, escolheram outr*, foi para a concorrencia, mudou de contabilista,
        mudou de consultor, perdid* para, comprad* por, contrato rescindido, nao contactar""",
    }
)
SCANDINAVIAN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "free work": """pro bono, gratis, utan ersattning, halvt arvode, halva priset, halv pris, halvt honorar,
        reducerat arvode, rabatterat, ideellt, nedsatt pris, nedsat pris, redusert pris, redusert honorar, reduceret
        honorar, til kostpris, till sjalvkostnad, til selvkost, vederlagsfritt, uten vederlag, uden beregning""",
        "good cause": """god sak, gott andamal, valgorande, velgorende, velgorenhet, ideell, ideel, ideell forening,
        almennyttig*, allmannyttig*, samhallsnytta, samfunnsnytte, samfundsnytte, sosialt formal, gor mycket gott, gjor
        mye godt, gor meget godt, hjalper barn, hjelper barn, frivillig*""",
        "business after all": """trots namnet, pa tross av navnet, trods navnet, fullt arvode, full pris, fuld pris""",
        "new to us": """nytt for oss, ny for oss, nyt for os, ny for os, nytt omrade, ny bransch, ny bransje, ny
        branche,
        nytt felt, nyt omrade, larorikt, laererikt, vi skulle lara oss, ville lart mye, ville laere meget, lara oss
        mycket, laere mye, laere meget, forsta gangen, forste gang, aldrig gjort, aldri gjort, pilot, pilotprojekt,
        pilotprosjekt, referensuppdrag, utstillingsvindu, god reference, god referanse, innovativ*""",
        "routine": """rutin, rutine, som vanligt, som vanlig, som saedvanlig, samma som varje ar, ingenting nytt, ikke
        noe nytt, intet nyt""",
        "sends work": """rekommenderar oss, har rekommenderat oss, rekommenderat oss, skickar oss, skickar kunder, har
        skickat oss, tipsar om oss, anbefaler oss, anbefaler os, anbefalte oss, anbefalede os, har anbefalt oss,
        henviser
        til oss, henviser til os, henviser kunder, sender oss, sender os, har sendt oss, har sendt os, sendte oss,
        tipser
        om oss, kanner alla, kjenner alle, kender alle, stort natverk, stort nettverk, stort netvaerk, oppnar dorrar,
        apner dorer, abner dore, introducerade oss, introduserte oss, introducerede os, # kunder i ar, # kunder 20*, #
        henvisninger, # rekommendationer, # anbefalinger""",
        "sends nothing": """rekommenderar aldrig, skickar aldrig, anbefaler aldri, anbefaler aldrig, henviser aldri,
        henviser aldrig, sender aldri, sender aldrig""",
        "ready now": """fornyelse, fornyas i, fornyes i, forlangning, forlengelse, forlaengelse, avtal loper ut,
        avtalet
        loper ut, avtale utloper, aftale udlober, upphandling pagar, anbud i, udbud i, offert skickad, offert inlamnad,
        offert lamnad, tilbud sendt, tilbud levert, tilbud afgivet, tilbud inne, forslag sendt, beslut i, beslut
        vantas,
        beslutar i, beslutning i, beslutter i, bestemmer seg i, bestemmer sig i, avgjorelse i, afgorelse i, budget
        godkant, budsjett godkjent, budget godkendt, redo att skriva, klar til a signere, klar til at underskrive,
        muntligt ja, muntlig ja, muntlig aksept, start i, starter i, startar i, oppstart i, opstart i, vil starte, vill
        starta, brator, haster""",
        "later": """nasta ar, kanske nasta ar, neste ar, kanskje neste ar, naeste ar, maske naeste ar, inte fore,
        tidigast
        i, tidigst i, ikke for, ikke for i, forst i, forst etter, forst efter, senare, senere, for tidigt, for
        tidlig, for
        tidligt, fas 2, fase 2, fase to, efter fusionen, etter fusjonen, efter flytten, etter flytting, nar
        finansieringen,
        nar de har finansiering, pa sikt, pa lang sikt, ring igen, ta kontakt igjen, kontakt igen, generationsskifte,
        generasjonsskifte""",
        "costs more than it pays": """betalar sent, betalar inte, betaler sent, betaler ikke, darlig betaler, dalig
        betalare, obetald* faktur*, ubetalt* faktur*, ubetalt*, forfalt* faktur*, forfalden* faktur*, er skyldig os,
        skylder
        oss, skylder os, paminnelse, purring, rykker*, prutar alltid, pruter alltid, forhandler altid, for mycket
        tid, for
        mye tid, for meget tid, tar for lang tid, tidskravande, tidkrevende, tidskraevende, olonsam*, ulonnsom*, lav
        margin, lag marginal""",
        "at risk": """riskerar att, i fara, utsatt kund, missnojd*, misfornoyd*, utilfreds*, klager, klagar,
        klagomal, ny
        vd, ny ekonomichef, ny agare, ny ceo, ny cfo, ny direktor, ny daglig leder, ny okonomisjef, ny okonomichef, ny
        eier, ny ejer, kontakten har slutat, kontaktperson slutat, kontakten har sluttet, kontakten er stoppet,
        konkurrens, konkurranse, konkurrence, jamfor offerter, sammenligner tilbud, sparprogram, sparekrav, kutter
        budsjett, risk*""",
        "ended": """konkurs, konkurs i, likvidation, likvidasjon, avvecklad*, nedlagd*, nedlagt*, lukket i, avliden,
        dod i,
        jav, inhabil*, intressekonflikt*, interessekonflikt*, tackade nej, tackat nej, takket nei, takkede nej, sagt
        nej, sa
        nej, sa nei, sagde nej, inte intresserad*, ikke interessert, ikke interesseret, valde en annan, valt en
        annan, valgte
        en annen, valgt en annen, valgte en anden, valgt en anden, bytte till, bytt till, byttet til, skiftet til,
        skiftede til, gatt till konkurrent*, gatt til konkurrent*, gaet til konkurrent*, forlorad till, tapt til,
        tapte mot,
        tabt til, uppkopt av, kjopt opp av, opkobt af, kan inte ata oss, kan ikke pata oss, kan ikke patage os""",
    }
)
POLISH: Final[Mapping[str, str]] = MappingProxyType(
    {
        "free work": """pro bono, za darmo, gratis, bezplatnie, bez wynagrodzenia, polowa stawki, pol ceny, stawka
        obnizona, obnizona stawka, po kosztach, rabat spoleczny""",
        "good cause": """dobry cel, dobra sprawa, organizacja pozytku publicznego, opp, pozytek publiczny, cel
        spoleczny,
        pomaga dzieciom, pomaga ludziom, non profit, robi duzo dobrego, charytatywn*""",
        "business after all": "mimo nazwy, wbrew nazwie, pelna stawka, to nie fundacja",
        "new to us": """nowe dla nas, nowa dla nas, nowy dla nas, nowa branza, nowy obszar, nowa usluga, duzo sie
        nauczymy,
        nauczylibysmy sie, nauczymy sie, pierwszy raz, nigdy nie robilismy, pilotaz, projekt pilotazowy, dobra
        referencja,
        innowacyjn*""",
        "routine": "rutyna, jak zwykle, jak co roku, nic nowego, prosta praca",
        "sends work": """poleca nas, polecaja nas, polecil nas, polecila nas, przysyla nam, przyslal nam, przysyla
        klientow, kieruje do nas, zna wszystkich, otwiera drzwi, ma kontakty, # polecenia, # polecen, # nowych
        klientow, #
        klientow w 20*""",
        "sends nothing": "nie poleca, nigdy nie poleca, nikogo nie przysyla, brak polecen",
        "ready now": """odnowienie, przedluzenie, umowa konczy sie, umowa wygasa, przetarg w, oferta wyslana, oferta
        zlozona,
        wyslana oferta, decyzja w, decyzja do, decyzja na, decyduja w, budzet zatwierdzony, gotowy do podpisania,
        gotowi do
        podpisu, podpis w, podpisanie w, ustna zgoda, start w, rozpoczecie w, chca zaczac, chce zaczac, pilne""",
        "later": """w przyszlym roku, przyszly rok, moze w przyszlym, nie wczesniej niz, nie przed, dopiero w,
        dopiero po,
        pozniej, za wczesnie, jeszcze za wczesnie, faza 2, drugi etap, po fuzji, po przeprowadzce, gdy beda mieli, po
        uzyskaniu finansowania, w dluzszej perspektywie, zadzwonic ponownie, wrocic w, sukcesja""",
        "costs more than it pays": """nie placi, placi pozno, placi z opoznieniem, zalega, zaleglosci, niezaplacon*,
        faktura niezaplacona, wezwanie do zaplaty, jest nam winien, targuje sie, ciagle negocjuje, za duzo czasu,
        pochlania czas, nierentown*, niska marza""",
        "at risk": """zagrozon*, niezadowolon*, skarg*, narzeka, nowy prezes, nowa prezes, nowy dyrektor, nowy
        wlasciciel,
        nowy cfo, kontakt odszedl, konkurencj*, porownuje oferty, ciecia, przeciwko dwom, male szanse""",
        "ended": """konflikt interesow, upadlosc, w upadlosci, w likwidacji, zlikwidowan*, zamknieta w, zmarl*,
        odmowil*,
        nie jest zainteresowan*, nie zainteresowan*, brak zainteresowania, wybral* inn*, wybrali inn*, odszedl do,
        odeszla
        do, przeszedl do konkurencji, przegrane z, przegrana z, przejeta przez, kupiona przez, umowa rozwiazana, nie
        kontaktowac""",
    }
)
ON_THE_WAY: Final[Mapping[str, str]] = MappingProxyType(
    {
        "ready now": """entscheidung nach, entscheiden nach, entscheidet nach, jury im, jury am, anbot liegt,
        anbot gelegt,
        decident apres, decide apres, decision apres, jury en, jury le, deciden despues, deciden tras, decision despues,
        jurado en, beslissen na, beslist na, besluit na, beslissing na, jury in, jury op""",
        "sends work": "weiterempfohlen, kent veel",
        "ended": """hat jetzt jemand*, haben jetzt jemand*, reste chez son, restent chez leur, cierra el negocio,
        cierran el
        negocio, cerro el negocio, se quedan con su, se queda con su, andere * gekozen, koos voor goedkoper*, kozen voor
        goedkoper*""",
    }
)
"""Phrases in German, French, Spanish and Dutch on what is under way with somebody, or over."""
