"""Words for what an account is and how things stand with it, in Italian, Portuguese, Scandinavian languages and
Polish, and those for finished work in other languages. As in `standing_words` and `status_words`, of which these are
part: without case and accents, `ł` and `ø` as `l` and `o`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from planner.vocabulary import Relationship

EXACT_MORE: Final[Mapping[Relationship, str]] = MappingProxyType(
    {
        Relationship.CLIENT: """al dia, al corriente, al corriente de pago, en tramite,
            cliente attivo, clienti, clienti attivi, cliente attuale, clienti attuali, attivo,
            attivi, acquisito, acquisiti, in corso, in essere, in portafoglio, cliente ativo, clientes ativos,
            cliente atual, clientes atuais, ativo, ativos, atual, atuais, em carteira, em curso, utente, kund, kunder,
            kunde, befintlig kund, befintliga kunder, nuvarande kund, nuvarande kunder, aktiv kund, aktiva kunder,
            aktiva, aktive, aktive kunder, eksisterende kunde, eksisterende kunder, fast kunde, faste kunder, fast kund,
            fasta kunder, pagaende, lobende, lopende, klient, klienci, klientka, obecny klient, obecni klienci, aktywny,
            aktywni, aktywny klient, staly klient, stali klienci, biezacy, w trakcie, avenca, em avenca,
            incarico in corso, trabalho em curso""",
        Relationship.PROSPECT: """potenziale, potenziali, potenziale cliente, potenziali clienti, cliente potenziale,
            clienti potenziali, prospect, contatto, contatti, trattativa, in trattativa, trattative,
            trattative in corso, in acquisizione, da acquisire, da contattare, nuovo, nuovi, preventivo, preventivi,
            gara, gare, obiettivo, obiettivi, interessato, interessati, opportunita, potencial, potenciais,
            cliente potencial, potencial cliente, clientes potenciais, prospecto, prospeto, prospectos, oportunidade,
            oportunidades, orcamento, orcamentos, proposta, propostas, concurso, concursos, interessado, interessados,
            alvo, alvos, novo, novos, em negociacao, prospekt, prospekter, potentiell, potentiella, potentiell kund,
            potentiella kunder, potensiell, potensielle, potensiell kunde, potensielle kunder, potentiel, potentielle,
            potentiel kunde, potentielle kunder, mulig kunde, mulige kunder, mojlig kund, mojliga kunder, emne, emner,
            kundeemne, kundeemner, offert, offerter, tilbud, anbud, upphandling, forfragan, foresporsel, malkund,
            maalkunde, ny kund, nya kunder, ny kunde, nye kunder, kalla, bearbetas, potencjalny, potencjalni,
            potencjalny klient, potencjalni klienci, szansa, szanse, oferta, oferty, przetarg, przetargi, zapytanie,
            zapytania, nowy, nowi, cel, cele, zainteresowany, zainteresowani, w negocjacjach, primo contatto,
            primo incontro, primeiro contacto,
            primeiro contato, primeira reuniao""",
        Relationship.PAST_CLIENT: """abgeschlossen, abgeschl, abgeschlossene, fertig, fertiggestellt, afgerond,
            afgeronde,
            cloture, clotures, cloturee, cloturees, acheve, achevee, finalizado, finalizados, completato,
            completati, disdetto, disdetta, rescindido, ex, ex cliente, ex clienti, vecchio cliente,
            vecchi clienti, passato, passati,
        cessato, cessati, inattivo, inattivi, concluso, conclusi, terminato, dormiente, dormienti, storico, storici,
        antigo, antigos, antigo cliente, antigos clientes, ex clientes, cliente antigo, inativo, inativos, passado,
        concluido, encerrado, encerrados, tidigare, tidigare kund, tidigare kunder, fore detta kund, f d kund,
        gammal kund, gamla kunder, inaktiv, inaktiva, avslutad, avslutade, tidligere, tidligere kunde, tidligere kunder,
        gammel kunde, gamle kunder, inaktive, avsluttet, afsluttet, ophort, uppsagd, byly, byli, byly klient,
        byli klienci, dawny, dawny klient, dawni klienci, nieaktywny, nieaktywni, zakonczony, zakonczeni, archiwalny,
        archiwum""",
        Relationship.REFERRAL_SOURCE: """segnalatore, segnalatori, segnalatrice, segnala, referente esterno,
            partner commerciale, procacciatore, procacciatori, procacciatore d affari, passaparola, contatto di rete,
            rete, intermediario, intermediari, indicador, indicadores, indica, indicacao, indicacoes, parceiro,
            parceiros, parceira, rede, referenciador, referenciadores, recomenda, formidlare, formedlare, tipsare,
            tipsgivare, rekommenderar, ambassador, ambassadorer, partner, partners, natverk, samarbetspartner,
            samarbetspartners, henviser, henvisere, anbefaler, tipser, formidler, formidlere, nettverk, netvaerk,
            samarbejdspartner, polecajacy, polecajaca, poleca, polecenie, polecenia, posrednik, posrednicy, partnerzy,
            siec""",
    }
)
"""Texts that say it as a whole."""

PHRASES_MORE: Final[tuple[str, str, str, str, str]] = (
    """nos pasan*, nos pasa trabajo, nos dan trabajo, nos da trabajo, nous passent*, nous passe du travail, ci passano*,
    ci passa lavoro, passam nos*, segnalator*, segnalatric*, procacciator*, ci segnala*, ci manda*, ci presenta*,
    ci ha presentato, ci porta*,
    ci invia*, fonte di clienti, indicador*, nos indica*, indica nos, nos encaminha*, traz nos, parceir* de indicacao,
    rekommenderar oss, skickar oss, tipsar om oss, skickar kunder, ger oss jobb, anbefaler oss, henviser til oss,
    henviser kunder, sender oss, sender os, anbefaler os, sender kunder, tipser oss, polecajac*, poleca nas,
    polecaja nas, przysyla klientow, przysyla nam, kieruje do nas, sends me, send me, refers me, recommends me,
    passes me work, passes us work, passes work on, envia nos*, manda nos*, recomenda nos, nos recomenda,
    ci consiglia*""",
    """mai stato cliente, mai stati clienti, non ancora cliente, ainda nao cliente, ainda nao e cliente,
        nunca foi cliente, inte kund, annu inte kund, ikke kunde, ikke kunde enda, endnu ikke kunde, aldrig kund,
        aldri kunde, aldrig kunde, nie klient, jeszcze nie klient, nigdy klient""",
    """abgeschlossene mandat*, abgeschlossene projekt*, abgeschlossene auftrag*, abgeschlossene fall*,
    abgeschlossene arbeiten, abgeschlossene jobs, abgeschlossene kunde*, erledigte mandat*, erledigte projekt*,
    erledigte auftrag*, erledigte jobs, fertige projekte, fertige auftrage, missions terminees, dossiers termines,
    dossiers clotures, projets termines, chantiers termines, afgeronde*, afgesloten opdracht*, afgesloten dossier*,
    afgesloten project*, trabajos terminados,
    proyectos terminados, encargos terminados, trabajos finalizados, proyectos finalizados, lavori conclusi,
    progetti conclusi, incarichi conclusi, projetos concluidos, trabalhos concluidos, ex client*, vecchi* client*,
    gia client*, client* fino al, client* passat*, client* cessat*, client* inattiv*,
        era cliente, erano clienti, non piu client*, ultimo incarico, antig* client*, client* antig*, client* inativ*,
        ja foi cliente, era cliente ate, cliente ate, ja nao e cliente, deixou de ser cliente, ultimo trabalho,
        tidigare kund*, gammal* kund*, gamla kund*, fore detta kund*, kund till, kund fram till, kund tills,
        inte langre kund, ej kund langre, var kund, tidligere kund*, gaml* kunde*, kunde til, kunde indtil,
        kunde frem til, ikke lenger kunde, ikke laengere kunde, var kunde, sidste opgave, siste oppdrag,
        senaste uppdrag, byl* klient*, dawn* klient*, klient do, byl klientem, juz nie klient, nie jest juz,
        ostatnie zlecenie, client* pers*, ci ha lasciato, ci hanno lasciato, client* perdid*, ja nao sao client*, saiu,
        sairam, deixaram de ser client*""",
    """potenzial*, da acquisire, da conquistare, da contattare, in trattativa, trattativ*, gare in corso,
    preventivi in corso, offerte in corso, vorremmo, possibil* client*, nuovi client*, potencia* client*,
    client* potencia*, possiv* client*, propostas em curso, em negociacao, a conquistar, gostariamos de, novos client*,
    prospekt*, potentiell* kund*, potensiell* kund*, mojlig* kund*, mulig* kund*, blivande kund*, kommende kund*,
    nya kund*, nye kund*, pagaende offert*, ute med offert, ute til tilbud, tilbud ute, vil gerne vinde, vill vinna,
    kundeemn*, potencjaln* klient*, mozliw* klient*, nowi klienci, szans*, oferty w toku, chcemy pozyskac,
    do pozyskania, w negocjacjach, non e cliente, non sono clienti, nao e cliente, preventiv*, offerta*, offerte*,
    interessat*, orcament*, proposta*, em conversa*""",
    """debe # *, debe * meses, nos debe*, schuldet uns*, nous doit*, owes us*, owes # *,
    clienti attual*, clienti attiv*, nostri clienti, i nostri clienti, clienti in corso, in portafoglio,
    clientes atuais, clientes ativos, nossos clientes, em carteira, kund, kunder, vara kunder, vare kunder,
    nuvarande kund*, befintlig* kund*, navaerende kund*, nuvaerende kund*, eksisterende kund*, faste kund*, fasta kund*,
    aktiva kund*, aktive kund*, lavori in corso, cantieri in corso, progetti in corso, incarichi in corso,
    contratti in corso,
    obras em curso, projetos em curso, trabalhos em curso, contratos em vigor, lopende oppdrag, lobende opgaver,
    pagaende uppdrag, klienc*, obecn* klient*,
    aktywn* klient*, stal* klient*, nasi klienci, klient, klientka""",
)
"""Words in a longer text, one table for each of `standing_words.PHRASES`, in its order."""

ENDED_WITH_US_MORE: Final = """doen het nu zelf, doet het nu zelf, doen ze nu zelf, doen dit nu zelf,
    machen es jetzt selbst, machen das jetzt selbst, macht es jetzt selbst, macht das jetzt selbst,
    machen sie jetzt selbst, le font maintenant en interne, le fait maintenant en interne, lo hacen ahora ellos,
    ahora lo hacen ellos, ahora lo hacen internamente, lo hacen ya ellos, ora lo fanno internamente, dio de baja,
    dieron de baja, causo baja, causaron baja, parti en 20*, partie en 20*,
    partis en 20*, partie chez, parti chez, passato a,
    passati a, passata a, passato alla concorrenza, andato da, ha cambiato studio, ha cambiato consulente,
    contratto disdetto, disdetta, mudou para, mudou de consultor, mudou de contabilista, foi para a concorrencia,
    contrato rescindido, rescindiu, bytte till, bytt till, har bytt byra, gatt till konkurrent*, sagt upp avtalet,
    uppsagt avtal, byttet til, har byttet til, byttet radgiver, skiftede til, har skiftet til, gatt til konkurrent*,
    gaet til konkurrent*, sagt opp avtalen, opsagt, oppsagt, odszedl do, odeszla do, przeszedl do,
    przeszla do konkurencji, zmienil doradce, rozwiazal umowe, umowa rozwiazana, wypowiedzial umowe"""
"""Remarks after which somebody who is no client now was one."""

ENDED_MORE: Final = """disdetto, disdetta, perso, persa, persi, rifiutato, rifiutata, scartato, annullato, annullata,
abbandonato, morto,
    chiuso, chiusa, fallito, fallita, in liquidazione, conflitto, non interessato, deceduto, perdido, perdida, perdidos,
    recusado, recusada, negado, negada, reprovado, reprovada, desistiu, cancelado, cancelada, falido, insolvente,
    falecido, conflito, sem interesse, forlorad, forlorade, forlorat, tapt, tapte, tabt, tabte, avslag, avboj, avbojd,
    nej, nei, nej tack, avvist, afvist, avslatt, konkurs, nedlagt, nedlagd, avviklad, avviklet, afviklet, avliden, dod,
    jav, inhabil, interessekonflikt, intressekonflikt, lukket, stangd, stengt, utracony, utraceni, przegrany, przegrane,
    stracony, odrzucony, odrzucone, odmowa, odmowil, zrezygnowal, anulowany, upadlosc, zmarl, konflikt interesow,
    zamkniety, likwidacja"""
PARKED_MORE: Final = """in pausa, sospeso, sospesa, sospesi, in attesa, rinviato, rinviata, rimandato, congelato,
    piu avanti, fermo, fermi, em pausa, suspenso, suspensa, em espera, adiado, adiada, parado, mais tarde, vilande,
    vilar, pausad, pausat, pa is, lagd pa is, vantar, senare, uppskjuten, uppskjutet, framflyttad, parkerad, parkert,
    parkeret, hvilende, pa vent, sat pa pause, utsatt, udskudt, senere, pause, wstrzymany, wstrzymane, zawieszony,
    zawieszone, odlozony, odlozone, pozniej, czeka, oczekuje, na pozniej, uspiony"""
HOT_MORE: Final = """caldo, calda, caldi, caldissimo, quente, quentes, muito quente, het, heta, hett, varmt, hot,
    hett lage, gron, gront, goracy, goraca, goracy temat, zielony"""
WARM_MORE: Final = """tiepido, tiepida, tiepidi, giallo, arancione, medio, morno, mornos, morna, amarelo, laranja, varm,
    varma, varme, ljummen, lunken, gul, cieply, cieple, letni, zolty"""
COLD_MORE: Final = """freddo, fredda, freddi, rosso, fria, frios, vermelho, kall, kalla, kalle, kold, kolde, rod, rodt,
    zimny, zimna, zimne, czerwony"""
ENDED_PHRASES_MORE: Final = """pers* contro, pers* nel, ha scelto un altr*, hanno scelto un altr*, scelto altr*,
    ha scelto altr*, non interessat*, rifiutat*, conflitto di interess*, in liquidazione, fallit*, escolheu outr*,
    escolheram outr*, perdid* para, sem interesse, nao interessad*, conflito de interess*, insolvencia, valde en annan,
    valt en annan, valde annan, forlorad*, inte intresserad*, tackade nej, tackat nej, intressekonflikt*, jav, konkurs,
    valgte en annen, valgt en annen, valgte annen, valgte en anden, valgt en anden, takket nei, takkede nej,
    ikke interesseret, ikke interessert, interessekonflikt*, habilitet, inhabil*, tapt*, tabt*, wybral inn*,
    wybrali inn*, utracon*, przegran*, brak zainteresowania, nie zainteresowan*, odmowil*, konflikt interesow,
    upadlosc*, w likwidacji"""
PARKED_PHRASES_MORE: Final = """in pausa, sospes*, rinviat*, rimandat*, non ora, em pausa, suspens*, adiad*, em espera,
    agora nao, lagd pa is, lagt pa is, vilande, uppskjut*, inte nu, pa vent, utsatt*, udskudt, ikke na, ikke nu,
    sat pa pause, wstrzyman*, zawieszon*, odlozon*, nie teraz, in attesa di fondi, in attesa di finanziament*,
    in attesa di tempi migliori"""
