"""Words of headers in Italian, Portuguese, Swedish, Norwegian, Danish and Polish; see `field_words`, of which these
are part. Words that those say already keep their weights there."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from planner.fields import Field

WORDS_MORE: Final[Mapping[Field, str]] = MappingProxyType(
    {
        Field.ACCOUNT: """clienti .95 societa .9 impresa .9 ente .8 ditta .9 committente .95 ragione .5 denominazione
            .8 nominativo .8 organizzazione .95 mandante .8 empresa .95 organizacao .95 entidade .9 utente .7 kund* .95
            kunder .95 foretag .95 bolag .95 uppdragsgivare .95 organisation .95 namn .6 navn .6 virksomhed .95
            bedrift .95 selskap .95 selskab .95 firma .9 oppdragsgiver .95 opgavestiller .8 klient* .95 klienci .95
            firmy .9 nazwa .7 zleceniodawca .95 organizacja .95 spolka .9 kontrahent .9 podmiot .8""",
        Field.RELATIONSHIP: """rapporto .8 relazione .85 stato .4 tipologia .35 relacao .85 vinculo .6 relation .8
            relasjon .85 forhold .6 kundstatus .8 kundestatus .8 relacja .9 rodzaj .35 typ .3""",
        Field.OWNER: """responsabile .95 referente .85 gestore .8 socio .8 consulente .8 commerciale .7 titolare .6
            responsavel .95 gestor .8 consultor .8 socio .8 ansvarig .95 kundansvarig .95 ansvarlig .95 kundeansvarlig
            .95 radgivare .8 radgiver .8 konsult .7 konsulent .7 handlaggare .85 saksbehandler .85 sagsbehandler .85
            opiekun .95 odpowiedzialny .9 doradca .85 prowadzacy .9 wlasciciel .6 partner .75 vem .5 hvem .5 chi .5
            formateur .6 formatrice .6 entrenador .6 entrenadora .6 begleiter .6 begleiterin .6 mentorin .6 trainerin .6
            segue .4 kto .5 quem .5""",
        Field.INDUSTRY: """settore .95 comparto .85 ambito .6 attivita .6 setor .95 ramo .8 area .3 bransch .95
            bransje .95 branche .95 naering .8 sektor .95 branza .95 obszar .4 dziedzina .7""",
        Field.SERVICE: """servizio .9 servizi .9 prestazione .85 incarico .5 servico .9 servicos .9 tjanst* .9
        tjeneste* .9 ydelse* .9 tjenester .9 usluga .9 uslugi .9 zakres .5""",
        Field.REGION: """regione .95 citta .85 paese .9 provincia .85 sede .6 regiao .95 cidade .85 distrito .8
            district .9 ort .8 stad .8 lan .5 kommune .7 land .6 region .95 miasto .9 wojewodztwo .95 kraj .9
            lokalizacja .9""",
        Field.STAGE: """fase .85 stadio .85 avanzamento .7 etapa .85 skede .6 steg .7 etap .85 faza .85""",
        Field.STATUS: """beauftragt .85 erteilt .7 commissioned .85 instructed .7 awarded .7 adjudicado .8 gegund .8
        aggiudicato .8 stato .8 situazione .5 esito .6 estado .8 situacao .6 lage .5 tilstand .6 stan .6 status
        .85""",
        Field.PROBABILITY: """cierre .4 chiusura .4 fechamento .4 probabilita .95 possibilita .7 probabilidade
        .95 sannolikhet* .95 sannsynlighet* .95
            sandsynlighed* .95 chans .9 sjanse .9 szansa .9 szanse .9 prawdopodobienstwo .95 odds .9""",
        Field.ANNUAL_FEE: """courtage* .9 provision .8 provisionen .8 provisie .9 commissie* .9 comision .85
        comisiones .85 comissao .9 comissoes .9 provvigione .9 provvigioni .9
        ereloon .95 erelonen .95 geschatzt .5 geschat .5 estime .5 estimado .5 angebote .6
        offre .6 offres .6 ofertas .6 offertes .6 offerten .6
        offeriert .75 angeboten .6 geoffreerd .75 ofertado .75 presupuestado .75
        preventivato .75
        proposta .6 orcamento .6 propuesta .6 offert .6 offerta .6 tilbud .6 oferta .6 offerte
        .6 angebot .6 devis .6 onorario .95 onorari .95 compenso .95 compensi .95 parcella .95 parcelle .95 fatturato
        .75
            fatturati .75 fattura .5 importo .6 valore .55 canone .9 ricavi .45 ricavo .45 corrispettivo .9 tariffa .6
            preventivo .6 potenziale .45 annuo .15 previsto .15 atteso .15 noi .25 honorarios .95 avenca .95 faturado
            .7 faturacao .6 faturamento .45 valor .55 mensalidade .85 receita .45 montante .55 arvode* .95 honorar*
            .95 fakturerat .9 fakturering .8 debiterat .9 intakt .5 intakter .45 belopp .6 varde .5 avgift .8 pris .5
            ar .1 forvantat .2 forventet .2 fakturert .9 faktureret .9 inntekt .45 belop .6 belob .6 verdi .5
            vaerdi .5 omsatt .3 oss .25 os .25 vederlag .85 honorarium .95 wynagrodzenie .85 oplata .8 oplaty .8
            zafakturowano .9 fakturowane .8 faktura .5 kwota .6 wartosc .55 stawka .6 abonament .8 przychod .45
            przychody .45 oczekiwane .15 rocznie .15 roczny .15 potencjal .45 potensial .45 potential .45""",
        Field.EXPECTED_DATE: """entro .85 probable .5 probabile .5 provavel .5 quando .85 data .55 scadenza .6 decisione
        .75 chiusura .6 rinnovo .55 prevista .3
            prazo .7 decisao .75 fecho .6 fechamento .6 renovacao .55 nar .7 naar .7 beslut .7 beslutning .7
            avgorande .7 forfall .5 frist .6 dato .55 datum .5 fornyelse .55 oppstart .6 kiedy .85 termin .7 decyzja
            .75 rozpoczecie .5 odnowienie .55 entscheidet .6 entscheiden .6 beslist .6 beslissen .6 besluit .7
            decident .6 deciden .6 decidono .6 decidem .6""",
        Field.REFERRALS_PER_YEAR: """segnalazioni .85 indicacoes .8 rekommendationer .8 anbefalinger .8 henvisninger
            .85 tips .4 polecenia .85""",
        Field.CURRENT_HOURS: """ore .9 tempo .7 horas .9 timmar .9 timer .9 tid .6 godziny .9 godzin .9 czas .6
            settimana .25 settimanali .25 mese .1 trimestre .2 semana .25 vecka .25 uke .25 uge .25 kvartal .2
            kwartal .2 tydzien .25 tygodniowo .25""",
        Field.NOTES: """annotazioni .95 osservazioni .9 commenti .95 commento .95 appunti .95 notas .95 observacoes .95
            comentarios .95 anteckning* .95 kommentar* .95 notering* .95 anmarkning* .95 merknad* .95 notat* .95
            notater .95 bemaerkning* .95 ovrigt .6 annat .5 uwagi .95 uwaga .9 notatki .95 komentarz .95 komentarze
            .95 opis .6 informacje .6""",
        Field.DEAL: """progetto .85 incarico .6 trattativa .8 opportunita .85 pratica .6 commessa .85 projeto .85
            oportunidade .9 negocio .8 processo .5 projekt .85 prosjekt .85 affar .7 uppdrag .75 oppdrag .75 opgave .6
            arende .7 sak .5 sag .6 zlecenie .8 sprawa .7 temat .5""",
        Field.TYPE: "tipologia .6 typologie .6 tipo .6 categoria .5 typ .6 kategori .5 slag .4 rodzaj .6 kategoria .5",
        Field.EMAIL: "posta .6 epost .9 poczta .6",
        Field.LEAD_SOURCE: """presento .85 presentado .85 presentacion .6 provenienza .9 segnalato .85
        presentato .7 fonte .8 tramite .8 origem .8 indicado .8
            kalla .5 kilde .7 anbefalt .7 anbefalet .7 rekommenderad .8 via .85 zrodlo .85 polecil .9 polecony .8""",
        Field.NEXT_STEP: """prossimo .5 prossima .5 passo .6 azione .7 azioni .7 proxima .5 acao .6 nasta .4
            neste .4 naeste .4 steg .4 skritt .6 atgard .7 tiltak .7 nastepny .5 krok .6 dzialanie .6
            todo .9""",
    }
)
