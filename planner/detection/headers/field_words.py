"""How much each word of a header says for each field, 0 to 1, as `header_words` gives them. Beside the fields stand
*other meanings*: what lists often hold and no field is (the account's own turnover, years, telephones). A word ending
in `*` is a stem, found at either end of a compound (`jahreshonorar`). Words that say little (expected, total, year)
have small weights everywhere: they decide between two fields, never for one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from itertools import islice, takewhile
from types import MappingProxyType
from typing import TypeAlias

from planner.detection.headers.field_words_i18n import WORDS_MORE
from planner.detection.headers.header_words import STOPPED
from planner.fields import Field
from planner.parsing.header_text import MOST_HEADERS
from planner.parsing.word_lists import words


class Other(StrEnum):
    """What a column may hold that is no field of the planner."""

    THEIR_MONEY = "the account's own money"
    HEAD_COUNT = "a head count"
    YEAR = "a year"
    PHONE = "a telephone number"
    POSTCODE = "a postcode"
    ADDRESS = "an address"
    NUMBER = "a number of its own"
    PERSON = "a person there"
    LEGAL_FORM = "a legal form"
    GRADE = "a grade of the firm's own"
    PAST_DATE = "a date in the past"
    MEASURE = "a measure of the work"
    WEIGHTED = "a weighted value"
    TERM = "the end of a contract"
    CURRENCY = "a currency"


Meaning: TypeAlias = Field | Other

_WORDS: Mapping[Meaning, str] = {
    Field.ACCOUNT: """account .9 client .95 clients .95 customer .95 customers .95 company .95 companies .95 firm .8
        organisation .95 organisations .95 household .95 households .95 family .5 business .5 employer .7 school .6
        charity .5 university .6 council .5 entity .55 institution .75 practice .55 punter .95 who .7 whom .6 name .7
        party .6 counterparty .8 target .6 targets .6 prospect .7 prospects .7 lead .4 contact .45 donor .85 donors .85
        funder .8 funders .8 investor .5 member .5 brand .6 group .4 buyer .4 agency .5 trust .4 landlord .7
        developer .4 dealer .5 hospital .5 team .2 corporate .5 fund .4 vendor .4 partner .2 mandant* .95 kunde* .95
        klant* .95 cliente .95 clientes .95 compte .9 comptes .9 societe .9 entreprise .9 empresa .95 empresas .95
        firma .9 firmen .9 unternehmen .9 bedrijf .95 bedrijven .95 organisme .8 organisatie .9 relatie .8
        opdrachtgever .95 auftraggeber .95 bauherr* .95 besteller .9 donneur .9 ouvrage .7 nombre .6 nom .6 naam .6
        azienda .9 cuenta .9 etablissement .6 maison .5 cabinet .4 dossier .4 punters .95 for .5 interessent .8
        interessenten .8 entidad .95 entidades .95 organismo .8 instelling .85 scheme .6 schemes .6 plan .2 venue .5
        site .15 estate .3 surgery .6 clinic .6 studio .6 tenant .6 klient .95 klienten .95 klientin .95 patient .3""",
    Field.RELATIONSHIP: """relationship .9 status .5 type .35 standing .6 bucket .45 list .2 kind .3 current .5
        existing .6 past .3 active .45 on .1 books .5 customer .2 client .3 prospect .35 beziehung .8 relation .8
        relacion .8 retained .6 statut .5 sort .3""",
    Field.OWNER: """owner .95 partner .75 lead .6 manager .8 responsible .95 consultant .8 adviser .75 director .7
        principal .7 who .35 us .5 ours .5 handler .9 minder .9 fee .2 earner .8 rep .8 salesperson .95 salesman .95
        executive .6 champion .1 holder .6 bearer .6 looks .5 after .4 assigned .9 person .35 team .45 staff .3 our .3
        internal .3 proprietario .95 propietario .95 proprietaire .95 eigentumer .9 besitzer .85 betreuer* .95
        betreut .85 berater .85 zustandig .95 verantwortlich* .95 sachbearbeiter* .9 bearbeiter .9 associe .85
        associee .85 responsable .95 asesor .9 asesora .9 ejecutivo .8 vendedor .9 charge .4 consultor .8 socio .8
        socia .8 encargado .9 titular .6 gestor .8 eigenaar .95 verantwoordelijke .95 beheerder .8 vennoot .85
        accountmanager .9 inhaber .6 relatiebeheerder .95 fe .4 msp .3 bdm .8 originator .7 producer .7 surveyor .6
        architect .4 engineer .4 planner .4 recruiter .7 solicitor .5 lawyer .5 attorney .5 associate .5 suivi .4
        par .1 door .1 wer .6 wie .4 quien .6 qui .5 looked .8 betr .3 sponsor .3 sales .3 bd .2 betreuung .85
        zustandigkeit .85 ansprache .2 closer .7 physio .7 physiotherapist .7 therapist .6 trainer .6 coach .6 tutor .6
        mentor .6 writer .5 designer .5 bookkeeper .6 economist .6 assessor .6 gestionnaire .9 behandelaar .85""",
    Field.INDUSTRY: """industry .95 sector .95 sectors .95 tags .45 tag .45 etiquetas .45 etiquettes .45 vertical .9
        trade .75 business .6 line .6 market .6 segment .5 cause .7 field .6 niche .7 domain .4 patch .6 category .5
        activity .6 speciality .6 specialism .6 specialty .6 what .45 they .2 branche* .95 wirtschaftszweig .95
        secteur .95 activite .6 settore .95 setor .95 bransch .9 sic .7 naics .9 profession .6 occupation .5
        industria .9 actividad .6 giro .85 rubro .8 sparte .6 bedrijfstak .95 area .2 theme .4 space .5 world .3 kind .3
        sort .25 type .3 metier .7 discipline .3""",
    Field.SERVICE: """service .9 services .9 product .8 products .8 offering .8 practice .7 discipline .75 work .5 scope
        .6 matter .3 need .55 needs .55 interest .4 solution .6 package .5 engagement .35 specialism .4 instruction .5
        role .4 job .3 leistung* .9 dienstleistung .95 produkt .8 prestation .85 mission .4 servicio .9 producto .8
        dienst* .85 what .2 return .3 expertise .4 course .6 programme .5 program .5 treatment .5 care .2""",
    Field.REGION: """region .95 territory .9 country .95 location .8 city .8 town .8 county .8 state .5 area .5
        office .4 where .6 geography .9 base .3 based .5 place .6 land .6 ort .8 stadt .8 bundesland .9 gebiet .7
        canton .95 kanton .95 pays .95 ville .85 departement .6 pais .95 ciudad .85 provincia .85 regio .95 province .85
        plaats .8 postcode .1 hq .3""",
    Field.STAGE: """stage .95 phase .8 pipeline .5 step .4 progress .5 temperature .75 temp .6 rag .7 warmth .8 heat .7
        funnel .6 status .3 etape .85 fase .85 stadium .8 etapa .85 stand .6 label .3 interest .2 state .3 stade .85
        workstage .9 arbeitsstand .8""",
    Field.STATUS: """status .85 state .5 outcome .5 result .6 won .6 lost .5 live .3 open .4 estado .8 statut .8
        situation .5 stand .7 rag .5 health .5 mood .4 stato .8 disposition .5""",
    Field.PROBABILITY: """probability .95 chance .95 chances .9 odds .9 likelihood .95 likely .7 win .75 conversion .5
        confidence .7 pwin .95 certainty .7 rating .2 forecast .3 close .2 percent .3 % .45 wahrscheinlichkeit* .95
        probabilidad .95 probabilite .95 probabilidade .95 probabilita .95 kans .9 aussicht* .85 odd .6 convert .5
        hope .4 get .2 land .2 happen .5 hopeful .5 posibilidad* .85 possibilite* .7 vooruitzicht* .8 perspectiv* .6
        moglichkeit* .6 opciones .6 espoir .6 esperanza* .6 hoffnung* .6 kansje .9""",
    Field.ANNUAL_FEE: """grf .95 fee .95 fees .95 retainer .95 retainers .95 billed .95 billing .85 billings .9 bill .8
        invoiced .9 charged .8 charge .7 honorar* .95 honoraires .95 honorarios .95 honorario .95 honorarium .95
        worth .6 value .55 amount .55 revenue .5 income .5 money .6 price .6 potential .45 pipeline .45 contract .35
        deal .3 annual .3 year .15 expected .15 estimated .15 last .1 us .2 our .25 ours .25 we .25 earn .6 earned .6
        earnings .6 spend .55 spent .2 budget .1 pay .5 pays .5 paid .6 gross .2 net .35 commission .9 commissions .9
        comm .75 comms .75 brokerage .9 premium .3 bids .6 bid .5 quotes .6 tenders .5 proposals .5 rate .35 quote .7
        quoted .7 quotation .7 size .3 sales .45 sale .55 turnover .1 acv .95 arr .9 mrr .9 tcv .7 recurring .6
        subscription .7 cost .1 jahreswert .9 jahresbetrag .9 jahresvolumen .8 vertragswert .85 umsatz* .5 betrag .6
        volumen .5 auftragswert .85 montant .6 facture .7 importe .6 monto .6 ingresos .5 facturacion .7 facturado .8
        omzet .5 bedrag .6 waarde .5 gefactureerd .85 valor .55 valeur .5 gci .8 month .1 ca .35 facturation .7
        factuur .5 jahresumsatz .35 abrechnung .6 cuota .8 iguala .9 tarif .6 tarifa .6 vergutung .85 pauschale .85
        abonnement .7 opportunity .3 if .05 £ .2 pot .2 prize .5 win .1 cash .5 stakes .4 ticket .4 grant .3 fact .75
        gefact .85 factur .7 verwacht .15 verw .15 previsto .15 prevista .15 previsions .2 invoices .5 invoice .4
        subtotal .3 total .3 care .2 plan .1 support .2 maintenance .4 hosting .3 forfait .85 forfaits .85
        rechnungen .6 auftragsvolumen .75 angebotssumme .8 wert .55 bringt .4 minuta .7 minutas .7
        offertebedrag .8 potentiel .45 potentieel .45 potencial .45
        summe .55 summen .55 somme .5 suma .5 abgerechnet .85 berechnet .6 yearly .15 monthly .15 ventes .5""",
    Field.COST_TO_SERVE: """cost .9 costs .9 serve .5 delivery .4 kosten .8 couts .8 cout .8 costes .8 coste .8
        expenses .4""",
    Field.EXPECTED_DATE: """when .85 date .55 close .6 closing .7 decision .75 expected .3 start .5 starts .5 due .6
        timing .9 deadline .7 target .3 likely .1 sign .5 signing .7 next .1 by .2 eta .8 renewal .55 timeframe .85
        timeline .7 horizon .6 termin .7 datum .5 abschluss* .6 echeance .8 cloture .7 fecha .6 cierre .7 wann .85
        quand .85 cuando .85 wanneer .85 sluit* .7 beslissing .75 entscheidung .75 quarter .3 month .2 pitch .3 award .6
        tender .4 submission .6 kickoff .7 begin .5 beginn .6 debut .5 inicio .5 expiry .4 resolucion .75
        adjudicacion .7 plazo .7 vencimiento .6 entscheid .7 zuschlag .7 gunning .75 beslis .7 verdict .7 outcome .2
        decide .7 decided .6 deciding .7 decides .4 deliver .4 live .2 launch .5 go .1 forecast .2 einreichung .7""",
    Field.REFERRALS_PER_YEAR: """referrals .85 introductions .85 recommendations .7 empfehlungen .85 recommandations .8
        referencias .6 referidos .85 doorverwijzingen .85 verwijzingen .8 sent .3 made .1 given .2 leads .2""",
    Field.REFERRAL_FEE: "referral .4 fee .3",
    Field.RATING_OTHERS: "mission .5 social .6 impact .2 purpose .6 community .4 good .4 cause .2",
    Field.RATING_STRENGTHS: "learning .8 strategic .5 stretch .7 strengths .9 skills .6 capability .6 learn .7",
    Field.RATING_REFERRAL: """refers .85 referrer .8 sends .75 work .1 recommends .85 introduces .85 referral .5
        advocate .5 empfiehlt .9 recommande .9 recomienda .9 apporteur .6 connector .7 introducer .6 referrals .2
        sender .6 prescripteur .6 verwijst .85 beveelt .8""",
    Field.ECONOMIC_BUYER: """signs .8 buyer .7 budget .2 decides .8 decision .3 maker .5 holder .3 entscheider .8
        decideur .8""",
    Field.CHAMPION: "champion .9 sponsor .8 advocate .4 supporter .7 friend .4 fan .5",
    Field.ALTERNATIVE: """competitor .9 competitors .9 competition .85 against .8 versus .85 vs .85 incumbent .85
        rival .85 rivals .85 alternative .9 concurrence .9 concurrent .85 concurrents .85 wettbewerb* .9 konkurren* .9
        competencia .9 concurrentie .9 current .1 provider .3 mitbewerb* .9""",
    Field.CURRENT_HOURS: """hours .9 time .7 bd .35 effort .5 spent .25 quarter .2 week .25 month .1 stunden* .9
        heures .9 temps .7 horas .9 uren .9 ore .85 zeit .6 tijd .6 tiempo .6 days .6 tage .6 jours .6 dias .6 dagen .6
        akquise .4 current .1 our .1 partner .1""",
    Field.MIN_HOURS: "minimum .6 least .5 hours .3",
    Field.MAX_HOURS: "maximum .6 most .4 cap .6 hours .3",
    Field.NOTES: """going .5 happening .7 notes .95 note .95 comments .95 comment .95 remarks .95 remark .95
    scribbles .9 gossip .85 news .6 background .8 where .35 know .4 we .1 are .1 bemerkung* .95 notiz* .95
    anmerkung* .95 kommentar* .95 remarques .95 remarque .95 commentaires .95 commentaire .95 observations .85
    observaciones .95 notas .95 comentarios .95 opmerking* .95 notities .95 details .7 history .6 story .7 info .7
    information .6 comm .7 thoughts .8 latest .5 update .6 memo .9 context .7 description .6 position .3 anything .5
    misc .6 other .4 else .4 what .15 lately .4 happened .4 so .1 far .2 log .5 said .3 intel .7 chat .6 mood .2 to .0
    divers .5 varia .6 opm .9 observ .9""",
    Field.ACCOUNT_ID: "id .4 code .4 number .2 account .15 client .15 customer .15",
    Field.DEAL: """deal .9 pursuit .8 opportunity .9 project .85 matter .85 job .7 engagement .75 assignment .7
        mandate .7 case .6 instruction .6 bid .6 pitch .5 tender .6 proposal .6 title .5 topic .5 subject .5 work .3
        projekt .85 projet .85 proyecto .85 progetto .85 project* .6 affaire .8 mission .5 opportunite .9 oportunidad .9
        vorhaben .8 auftrag .8 opdracht .85 scheme .6 site .2 vacancy .7 role .4 search .3 campaign .5 policy .5
        what .25 event .75 booking .6 commission .4 exhibition .6 evento .7 veranstaltung .7 evenement .7""",
    Field.TYPE: """type .6 kind .55 category .5 class .45 typ .6 tipo .6 art .5 soort .6 sort .45 org .2 what .25""",
    Field.DOMAIN: "website .95 web .8 url .9 domain .7 site .4 homepage .9",
    Field.EMAIL: "email .95 mail .8 e-mail .95 correo .9 courriel .95",
    Field.LEAD_SOURCE: """source .75 introduced .9 referred .9 via .85 came .5 origin .8 found .4 how .4 met .6 intro .6
        channel .5 recommended .8 recommandation .5 introducer .6 herkunft .9 quelle .8 origine .8 origen .8
        herkomst .85 empfohlen .85 apporte .8 recomendado .85 heard .5 where .3 from .3 through .6 thru .6 empfehlung .5
        aangebracht .8 presente .3 by .05 got .2 sent .2 link .3 connection .5""",
    Field.NEXT_STEP: """next .5 action .7 actions .7 step .5 todo .9 do .2 follow .4 move .5 schritt .7 etape .2
        prochaine .5 proximo .4 paso .5 stap .5 actie .7 acties .7 massnahme .8 plan .4 task .7 ask .4""",
    Field.LOST_REASON: "reason .6 why .6 because .6 lost .4 loss .5 grund .7 raison .6 motivo .7 reden .7",
    Field.CREATED_ON: """created .9 added .8 opened .6 entered .7 received .5 enquiry .4 date .1 erstellt .9
        angelegt .85 cree .7""",
    Field.CLOSED_ON: "closed .7 completed .7 finished .7 ended .6 date .1 end .4",
    Field.WON_ON: "won .4 invoice .3 last .1 billed .2 date .1 signed .3 instructed .4",
    Field.OUTCOME: "outcome .6 result .4 happened .3",
    Other.THEIR_MONEY: """turnover .95 revenue .55 their .6 income .45 assets .9 aum .95 capital .6 funding .8 raised .8
        raise .5 endowment .9 balance .5 budget .7 profit .8 ebitda .95 valuation .8 market .3 cap .4 contract .4 sum .6
        construction .9 build .4 estate .3 portfolio .6 wealth .8 net .2 umsatz* .6 bilanz* .95 bilanzsumme .95 ca .75
        chiffre .9 affaires .8 omzet .5 facturacion .4 ingresos .4 cifra .6 negocios .4 volumen .2 client .2 customer .2
        company .2 compte .2 mandant .3 cliente .2 salary .8 payroll .8 rent .6 spend .3 grant .4 sales .4 fonds .4
        kapital .7 patrimoine .9 vermogen .9 patrimonio .9 activos .8 loan .8 debt .7 premium .4 gwp .9 exposure .6
        insured .7 sums .6 stock .4 inventory .6 property .4 asset .8 size .15 invested .7 donations .7 annual .1
        limit .5 overdraft .8 presup .85 presupuesto .85 licit .6 licitacion .6 begroting .85 haushalt .6 etat .4
        ventes .35""",
    Other.HEAD_COUNT: """employees .95 staff .85 headcount .95 people .7 heads .8 beds .9 pupils .95 students .9
        seats .7 users .7 sites .6 offices .6 stores .7 vehicles .8 fleet .7 units .6 rooms .8 effectif* .95
        mitarbeiter* .95 salaries .8 empleados .95 plantilla .85 werknemers .95 medewerkers .95 personnel .8 personal .4
        members .6 size .2 bedrooms .8 partners .15 locations .5 branches .6 shops .7 properties .6 children .7
        dependants .9 entities .6 accounts .1 alumnos .9 eleves .9 schuler .9 guests .9 delegates .9 attendees .9
        places .5 capacity .7 leerlingen .9 covers .7""",
    Other.YEAR: """founded .95 established .9 since .85 born .95 birth .9 age .6 estimated .4 inception .9
        incorporated .85 year .35 seit .85 depuis .85 desde .85 sinds .85 geboren .9 gegrundet .95 joined .7 start .1
        opened .2 built .7 dob .95 fiscal .5 end .5 yearend .95""",
    Other.PHONE: "telephone .95 telefon* .95 telefono .95 telefoon .95 fax .95 cell .6 dial .7",
    Other.POSTCODE: "postcode .95 post .5 code .3 postal .9 zipcode .95 cp .6 postleitzahl .95",
    Other.ADDRESS: """address .95 street .9 strasse .9 adresse .95 direccion .9 adres .95 premises .6 building .4
        floor .5""",
    Other.NUMBER: """number .7 id .95 key .95 checksum .95 guid .95 reference .75 code .5 vat .7 tax .5 fein .9 ein .8
        crn .9 siret .95 siren .95 nif .9 registration .8 serial .8 po .4 matter .3 file .5 record .5 job .2 age .5
        days .2 count .7 score .4 steuernummer .95 nummer .7 numero .7 ustid .95 index .6 line .1 rank .5 row .6
        policy .3 licence .6 charity .2 last .1 invoice .4""",
    Other.PERSON: """contact .7 person .5 attention .6 attn .7 ceo .8 md .5 cfo .8 cio .8 cto .8 coo .8 gc .6 hrd .7
        chair .6 position .3 ansprechpartner* .9 interlocuteur .9 contacto .8 contactpersoon .95 first .3 surname .9
        forename .9 title .3 role .2 client .1 spouse .9 trustee .5 secretary .6 people .3 fd .4 key .2 principal .1
        met .2""",
    Other.LEGAL_FORM: """entity .5 rechtsform .95 legal .7 form .5 juridique .9 forme .6 structure .5 status .1
        rechtsvorm .95 juridica .8 forma .6 ownership .4""",
    Other.GRADE: """tier .9 grade .85 segment .5 abc .9 class .4 priority .8 band .7 rank .6 rating .4 score .5 level .5
        key .3 importance .6 strategic .2 klasse .6 prio .8 prioritat .8 rang .6""",
    Other.PAST_DATE: """last .35 contact .2 contacted .7 spoke .7 met .3 meeting .5 seen .6 touch .6 updated .8
        modified .9 activity .5 date .15 letzter .5 kontakt .5 dernier .5 ultimo .5 laatste .5 reviewed .6 review .4
        visit .6 call .4 lunch .6 coffee .5 touchpoint .8 churn .9 churned .9 acquired .7 terminated .8 year .1 end .3
        filed .5 filing .4 engaged .9 onboarded .9""",
    Other.MEASURE: """gia .95 area .3 floor .6 sqm .95 m2 .95 sqft .95 acres .9 hectares .9 mw .8 km .6 tonnes .7
        duration .6 months .4 length .6 weeks .4 term .4 percentage .2 utilisation .9 realisation .9 margin .4
        writeoff .9 lockup .9 wip .9 debtors .8 aged .7 outstanding .7 owed .7 offener .8 offene .8 openstaand* .8
        pendiente .6 impaye* .8 receivable .9 receivables .9 collected .8 collectable .8 paid .2 overdue .6 unpaid .8
        rate .3 complaints .6 vat .6 tax .4 iva .6 mwst .7 btw .6 tva .7 gross .25 brutto .3 stundensatz .95
        tagessatz .95 uurtarief .95 dagtarief .95 tjm .95 thm .9 hourly .6 daily .4 discount .6""",
    Other.TERM: """contract .6 until .8 expires .9 expiry .8 ends .7 end .45 term .7 valid .6 notice .6 laufzeit* .8 bis
        .7 jusqu .6 jusquau .7 hasta .7 tot .6 looptijd .85 einddatum .7 afloopdatum .9 loopt .5 vertragsende .95
        vertrag .45 contrat .45 contrato .45 contratto .45 fin .5 fine .5 fim .5 fino .5 echeance .5 vencimiento .5
        vence .7 scadenza .5 vigencia .8""",
    Other.CURRENCY: """currency .98 currencies .98 ccy .95 wahrung .95 devise .9 moneda .95 divisa .9 valuta .95
        moeda .95""",
    Other.WEIGHTED: """weighted .95 prorated .95 prorrateado* .95 prorrata .95 prorata .95 factored .9 probable .4
        risk .4 adjusted .7 gewichtet* .95 pondere .95 ponderado .95 gewogen .95""",
}


@lru_cache(maxsize=1)
def _tables() -> tuple[Mapping[str, Mapping[Meaning, float]], tuple[tuple[str, Meaning, float], ...]]:
    """Weights by whole word, and the stems."""
    whole: dict[str, dict[Meaning, float]] = {}
    stems: list[tuple[str, Meaning, float]] = []
    for meaning, text in (*_WORDS.items(), *WORDS_MORE.items()):
        parts = text.split()
        for word, weight in zip(parts[::2], map(float, parts[1::2]), strict=True):
            if word.endswith("*"):
                stems.append((word[:-1], meaning, weight))
            whole.setdefault(word.rstrip("*"), {}).setdefault(meaning, weight)
    return MappingProxyType(whole), tuple(sorted(stems, key=lambda stem: -len(stem[0])))


@lru_cache(maxsize=1)
def _in_order() -> list[str]:
    """Whole words, those that begin alike beside each other."""
    return sorted(_tables()[0])


@lru_cache(maxsize=8192)
def weights_of(word: str) -> Mapping[Meaning, float]:
    """What a word says for each meaning; empty for a word that says nothing that is known."""
    whole, stems = _tables()
    if word in whole:
        return whole[word]
    found: dict[Meaning, float] = {}
    for stem, meaning, weight in stems:
        if len(word) > len(stem) and (word.startswith(stem) or word.endswith(stem)):
            found.setdefault(meaning, weight)
    if not found and len(word) > 4 and word.endswith("s") and word[:-1] in whole:
        return whole[word[:-1]]
    return MappingProxyType(found or _of_longer_words(word, whole))


OF_THEM = 0.45
"""How much a word for the account still says for its name where another noun follows (`client revenue`)."""
OF_A_NOUN = 0.3
"""From this weight on a word beside one for the account says what of the account the column holds (`client size`)."""
_NAMES = words("name names nom nombre naam nome title")


def _about_them(said: Mapping[str, Mapping[Meaning, float]]) -> bool:
    """Whether a header speaks of something of the account's, not of the account."""
    return not _NAMES & said.keys() and any(
        weight >= OF_A_NOUN
        for weights in said.values()
        if weights.get(Field.ACCOUNT, 0.0) < 0.3
        for weight in weights.values()
    )


def _of_longer_words(word: str, whole: Mapping[str, Mapping[Meaning, float]]) -> dict[Meaning, float]:
    """What a shortened word may say: the meanings that all known words share which begin with it."""
    if len(word) < SHORTEST:
        return {}
    onwards = islice(_in_order(), bisect_left(_in_order(), word), None)
    longer = [whole[known] for known in takewhile(lambda known: known.startswith(word), onwards)]
    shared = set.intersection(*(set(weights) for weights in longer)) if longer else set()
    return {meaning: SHORTENED * min(weights[meaning] for weights in longer) for meaning in shared}


SHORTEST, SHORTENED = 4, 0.85
"""A word of at least so many letters may be the beginning of a longer one, and then says so much of what that says."""
US = frozenset({"us", "our", "ours", "uns", "unser", "unserem", "nous", "notre", "nosotros", "ons", "onze"})
UNKNOWN_WORD = 0.3
"""How much an unknown word takes from what the others say."""


@lru_cache(maxsize=MOST_HEADERS)
def meanings_of(parts: tuple[str, ...]) -> Mapping[Meaning, float]:
    """How surely some words name each meaning, 0 to 1: the strongest of its words, by its share of all that is
    said."""
    said = {word: weights_of(word) for word in parts}
    if US & said.keys():
        said = {word: _paid_to_us(weights) for word, weights in said.items()}
    known = {word: max(weights.values(), default=0.0) for word, weights in said.items()}
    told = sum(known[word] or (0.0 if word in STOPPED else UNKNOWN_WORD) for word in said)
    found: dict[Meaning, float] = {}
    for weights in said.values():
        for meaning in weights:
            own = [one.get(meaning, 0.0) for one in said.values()]
            if meaning is Field.ACCOUNT and _about_them(said):
                own = [OF_THEM * weight for weight in own]
            share = sum(own) / told if told else 0.0
            found[meaning] = min(0.95, max(own) + 0.25 * (sum(own) - max(own))) * min(1.0, 0.35 + 0.75 * share)
    return MappingProxyType(found)


def _paid_to_us(weights: Mapping[Meaning, float]) -> Mapping[Meaning, float]:
    """What a word of the account's own money says beside a word for the firm: `Turnover with us` is its fee."""
    if Other.THEIR_MONEY not in weights:
        return weights
    paid: dict[Meaning, float] = dict(weights.items())
    theirs = paid.pop(Other.THEIR_MONEY)
    return paid | {Field.ANNUAL_FEE: max(theirs, paid.get(Field.ANNUAL_FEE, 0.0))}
