"""Words of headers of money: whose it is, of which time, and whether it was paid or is only expected."""

from __future__ import annotations

from planner.parsing.word_lists import words

OURS = words(
    """ereloon erelonen fee fees retainer retainers billed billing billings bill invoiced charged honorar honoraires
        honorarios
        honorario honorarium jahreshonorar forfait forfaits abgerechnet commission commissions comm comms brokerage acv
        arr mrr quote quoted iguala pauschale vergutung gci
        offeriert geoffreerd ofertado presupuestado preventivato proposto
        gefactureerd facturado gefact fact facturation facture facturee onorario onorari compenso compensi parcella
        parcelle canone noi proposta propuesta orcamento offerta tilbud oferta angebot devis avenca faturado arvode
        fakturerat debiterat fakturert faktureret vederlag
        wynagrodzenie oplata zafakturowano fakturowane abonament offerte offertes offerten angebote
        offre offres ofertas courtage provision provisionen provisie commissie commissies comision comisiones
        provvigione provvigioni comissao comissoes"""
)
"""Words of money that is the firm's own."""


UNCLEAR = words(
    """revenue income sales value amount worth money price size turnover potential budget spend umsatz ca omzet
        volumen ingresos facturacion importe monto betrag montant bedrag valeur valor waarde chiffre work
        fatturato importo
        valore ricavi potenziale faturamento receita montante potencial belopp varde omsattning omsetning omsaetning
        belop belob verdi vaerdi potensial kwota wartosc przychod przychody potencjal"""
)
"""Words that may speak of either side."""


PAST = words(
    """last previous prior past billed invoiced paid won earned actual actuals letztes vorjahr dernier pasado vorig
    ist
    realised abgerechnet fatturato fatturati incassato scorso faturado cobrado fakturerat debiterat forra fjol
    fakturert fakturerte
    faktureret sidste siste zafakturowano fakturowane ubiegly poprzedni"""
)


EXPECTED = words(
    """expected estimated potential likely if target forecast could would proposed quote quoted quotation pipeline
    opportunity opportunities opportunite oportunidad next possible anticipated win worth future
    verw verwacht verwachte prev previsto prevista
    geschatzt geschatzte estime estimee geschat stimato stimata previsions erwartet prevu esperado verwacht
    potenziale atteso attesa preventivo proposta propuesta orcamento
    offerta tilbud oferta angebot devis potencial estimado proposto
    forvantat forvantad potentiell offererat forventet potensial potensielt potentielt tilbudt oczekiwane oczekiwany
    potencjal szacowane planowane plan planned geplant geplante ziel prognose hochrechnung projected outlook
    prognoza prevision previsao offeriert angeboten geoffreerd ofertado presupuestado preventivato bid
        bids tender tenders
    proposal proposals quotes offerte offertes offerten angebote offre offres ofertas"""
)


OF_A_COMPANY = words("revenue revenues income sales umsatz omzet ingresos fatturato ca")


PASSED_ON = words("premium premiums gwp pramie praemie prime primes prima primas premie disbursements media")
"""Words of money that the account pays through the firm to others, where a fee of the firm's own stands beside it."""


THEIRS = words("""their client clients customer company account household mandant kunde compte cliente klant annual""")


TOTAL = words("total totals sum gesamt summe totaal suma somme together all overall combined")


FORECAST = words(
    """expected estimated forecast verw verwacht verwachte prev previsto prevista prevu erwartet budget this current
    atteso attesa estimado forvantat forventet oczekiwane prognose hochrechnung projected outlook prognoza prevision"""
)


TO_DATE = words("this current")
"""Words of a year that is not over yet."""


LEFT = words("remaining remainder left outstanding restant restante restliche resterend rest reste unbilled wip")
"""Words of what is still to be billed of the fee beside it: no year's fee of its own."""


PLANS = words("plan plans planned planowane geplant geplante soll")
"""Words of what is planned; of a year that the header names it is what is to be paid."""


IF_ANY = words("potential if could would possible win land likely quote proposed")


WHEN = (
    PAST
    | EXPECTED
    | words(
        "year month monthly quarter quarterly weekly fiscal current this next annual yearly verw verwacht prev"
        " previsto ytd first 1st one in y1 yr1 im ersten erstes jahr premiere 1re 1ere annee primer 1er primero ano"
        " eerste 1ste 1e jaar primo anno primeiro forsta forste ar"
    )
)
OF_A_YEAR = (
    WHEN
    | TOTAL
    | words(
        """budget ist soll est to date so far per monat monatlich quartal jahr jahrlich pro mois mensuel par trimestre
        an annuel mes mensual ano anual al por maand maandelijks kwartaal jaar jaarlijks"""
    )
)
"""Words beside a currency and a year that leave a header nothing but money of that year (`Geplant 2026 (€)`)."""
WOULD_PAY = words(
    """would will might could pays zahlt zahlen wurde wurden paierait paieraient paie paient pagaria pagarian paga pagan
    betaalt betalen zou zouden pagherebbe pagherebbero pagano"""
)
OF_PAYING = OF_A_YEAR | WOULD_PAY | words("they pay us me uns mir nous nos ons mij ci mi sie ils ze")
"""Words beside a currency of what somebody pays, or would (`Would pay £`)."""


WORK = words(
    """job jobs project projects deal deals assignment booking bookings order orders campaign commission shoot auftrag
    auftrage projekt projekte einsatz projet projets proyecto proyectos encargo encargos progetto incarico projeto
    opdracht opdrachten uppdrag oppdrag opgave zlecenie"""
)
"""What the money is for, where the rest of a header only says when (`Next job (est.)`)."""


ONE_OFF = words(
    """initial upfront build implementation onboarding joining one off once single adhoc hoc setup extra extras
    additional einmalig ponctuel puntual eenmalig"""
)
"""Words of money that is paid once, beside that of every month or year."""


SET_UP = words("set up")
"""Two words of it that say so together."""


TURNED_OVER = words("turnover umsatz omzet facturacion")
"""Words of what a firm has been paid, where they are said of the firm itself (`Turnover with us`)."""


RATES = words(
    """rate rates satz satze honorarsatz stundensatz tagessatz tarif tarifs taux tjm tarifa tarifas tarief tarieven
    tariffa"""
)
"""Words of what an hour or a day costs; beside a fee it is no second one."""


SIGNS = words("chf sfr eur euro euros gbp usd mxn pesos")
"""Currencies in words."""


TAXES = words("vat mwst ust tva iva btw gst tax")


OF_TAX = TAXES | words(
    "ex exc excl excluding plus before without net of ht htva hors taxes taxe exkl zzgl ohne sin senza escl sans sem"
)
"""Words for a tax and beside one in a header of money without it (`$ ex GST`)."""


NET = words("net netto ht neto")
"""What is left without a tax that has a column of its own is what the firm is paid."""


GROSS = words("gross brutto ttc bruto")
SUM_OF = words("amount amounts betrag montant importe bedrag total sum summe")
"""Words that may stand beside one for net or gross in a header of what a document comes to."""


FINANCES = words("ebitda ebit profit turnover assets aum capex bilanzsumme valuation enterprise leverage multiple")
"""Words of what stands in a company's accounts; the `Revenue` beside them is its own."""


PART_YEAR = words("ytd month quarter okt oct sept till to")


A_PERIOD = frozenset({"month", "mo", "mth", "quarter", "qtr"})
"""What an account turns over is hardly ever given by the month; a retainer or a plan is."""


OFFERS = words(
    """angebot angebote offert offerte offertes offerten offre offres devis oferta ofertas quote quotes quoted proposal
    proposals propuesta propuestas presupuestado preventivo preventivi offerta orcamento orcamentos"""
)
"""Words of what is offered: `Angebote offen` is not what is owed, and `Devis (€)` not what a client pays."""
