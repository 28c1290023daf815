"""What partners write in remarks as they speak, in German, French, Spanish, Dutch, Italian and Portuguese."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

SPOKEN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "free work": """zum halben satz, zum halben preis, zum halben honorar, zum freundschaftspreis,
        machen wir umsonst, prix symbolique, honoraires symboliques, prix d ami, precio simbolico, precio de amigo,
        tarifa social, voor niks, voor niets, vriendenprijs*, prezzo simbolico, prezzo di favore, tariffa agevolata,
        tariffa ridotta, tariffa sociale, preco simbolico, preco de amigo, de graca""",
        "good cause": """tun viel gutes, tut viel gutes, macht viel gutes, fait beaucoup de bien,
        font beaucoup de bien, hace mucho bien, hacen mucho bien, doet veel goeds, doen veel goeds, fa un gran bene,
        fanno un gran bene, fanno del bene, fanno tanto bene, fazem o bem""",
        "new to us": """was neues fur uns, etwas neues fur uns, viel zu lernen, lernen wir was, lernen wir etwas,
        spannendes projekt, serait une premiere, une premiere pour nous, terrain nouveau, neuf pour nous,
        vitrine pour nous, dossier vitrine, nos abriria, ci farebbe entrare, ci aprirebbe, abria nos, mooie referentie,
        goede referentie""",
        "sends work": """kennt gott und, kent god en, kent half, conoce a medio mundo, connait la terre entiere,
        gros reseau, grand reseau, apporte des affaires, vermittelt kontakte, hat uns * empfohlen,
        haben uns * empfohlen, beveelt ons * aan, bevelen ons * aan, brengt klanten, brengt * klanten aan,
        stuurt * klanten, stuurt regelmatig starters, heeft ons * geintroduceerd, ben inserito, ben inserita,
        ben introdotto, bem relacionado, bem relacionada""",
        "ready now": """vertrag kommt, vertrag folgt, will * starten, wollen * starten, budget ist freigegeben,
        budget ist genehmigt, budget ist da, vertrag lauft * aus, wartet auf unterschrift, warten auf unterschrift,
        unterschrift fehlt, signature a caler, signature prevue, reste a signer, nous a choisis, nous ont choisis,
        respuesta antes, respuesta en, contestan en, contestan antes, ya tienen el contrato, ya tiene el contrato,
        budget is rond, wil * starten, willen * starten, wil * beginnen, willen * beginnen, contract volgt,
        wacht op handtekening, vogliono partire, vuole partire, vogliono iniziare, vuole iniziare, in attesa di firma,
        risposta entro, querem comecar, quer comecar, querem avancar, quer avancar, aguarda assinatura, resposta ate,
        les urge, le urge, urge mucho, es urgente""",
        "later": """derzeit kein budget, aktuell kein budget, kein budget bis, budget erst, wieder anrufen im,
        wieder anrufen in, wieder anrufen nach, wartet auf forder*, warten auf forder*, wartet auf bewilligung,
        nach der wahl, nach den wahlen, a revoir en, a revoir apres, rappeler a la rentree, rappeler en, rappeler apres,
        pas de budget cette annee, pas de budget avant, apres les elections, quand ils auront, quand il aura,
        attend la subvention, attend le financement, sin presupuesto este ano, sin presupuesto hasta, cuando tengan,
        cuando tenga, geen budget dit jaar, geen budget tot, wacht op subsidie, wacht op financiering, niente budget,
        senza budget, quando avranno, aspetta il bando, aspettano il bando, aspetta i fondi, voltar a ligar em,
        voltar a contactar em, sem orcamento este ano, demasiado cedo, mais tarde, quando tiverem""",
        "costs more than it pays": """zahlt * zu spat, druckt die preise, rechnung noch offen, rechnungen noch offen,
        will * nachlass, will rabatt, will * rabatt, paie a # jours, paie mal, paient mal, tres demandeur,
        demande * remise, aprieta los precios, poco margen, siempre con retraso, paga a # dias, pide * descuento,
        zeurt over, betaalt * te laat, vraagt * korting, wil korting, paga * in ritardo, paga a # giorni, tratta sempre,
        tratta sul prezzo, fatture scadute, fattura scaduta, chiede * sconto, vuole lo sconto, pouco lucro,
        pede * desconto""",
        "at risk": """ansprechpartner* ist weg, ansprechpartner* weg, kontakt ist weg, vergleichsangebot*,
        uberlegt zu wechseln, will wechseln, wollen wechseln, mitbewerber dran, drh est parti*, contact est parti,
        contact parti, risque de partir, risque de nous quitter, pourrait partir, director nuevo, directora nueva,
        gerente nuevo, cambio de gerente, cambio de director*, otros presupuestos, podria irse, podrian irse,
        volver a concursar, riesgo de perder*, contactpersoon is weg, contactpersoon weg, offertes bij anderen,
        dreigt te vertrekken, altri preventivi, vuole cambiare, vogliono cambiare, outros orcamentos, quer mudar de,
        querem mudar de""",
        "ended": """will nichts mehr von, wollen nichts mehr von, fur mitbewerber entschieden,
        fur * mitbewerber entschieden, fur * wettbewerber entschieden, fur einen anderen entschieden,
        betrieb aufgegeben, geschaft aufgegeben, firma verkauft, praxis verkauft, ne veut plus de nous,
        ne veulent plus de nous, a vendu son, ya tienen a alguien, ya tiene a alguien, koos voor eigen,
        kozen voor eigen, koos voor een ander*, kozen voor een ander*, praktijk verkocht, zaak verkocht,
        bedrijf verkocht, wil niets meer, ha venduto l azienda, ha ceduto l attivita, vendeu a empresa, fechou portas,
        fechou a empresa, fechou a loja, se fueron a la competencia, se fueron con, se fue con otr*""",
    }
)
