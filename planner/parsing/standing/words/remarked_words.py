"""Words of remarks that say what an account is or was, and whether anything goes on with it, in several languages."""

from __future__ import annotations

from typing import Final

from planner.parsing.standing.words.standing_words import patterns
from planner.parsing.standing.words.standing_words_i18n import ENDED_WITH_US_MORE

FOR_LONG: Final = patterns(
    """old client* since, old customer* since, old client* from 19*, old client* from 20*, oldest client*,
    long standing, longstanding, alter kunde seit, alter mandant seit, alte kunden seit, vieux client* depuis,
    ancien client depuis, client de longue date, cliente antiguo desde, cliente de toda la vida,
    oude klant sinds, klant van oudsher"""
)
"""Who is called an old client and is one still."""
UNDER_INSPECTION: Final = patterns(
    """hmrc enquir*, hmrc check*, hmrc compliance, tax enquir*, vat enquir*, paye enquir*, cis enquir*, enquiry by hmrc,
    enquiry from hmrc, irs audit, sales tax audit, betriebsprufung*, steuerprufung*, lohnsteuerprufung*,
    controle fiscal*, controle urssaf, inspeccion de hacienda, inspeccion fiscal, boekenonderzoek*, belastingcontrole,
    verifica fiscale, inspecao tributaria"""
)
"""Whose books an authority looks into, with the firm beside it, is a client: no enquiry of somebody to be won."""
ENDED_WITH_US: Final = patterns(ENDED_WITH_US_MORE) + patterns(
    """used to do all their, used to do their, used to do all the, used to do * for them, fell out, fell out over,
    fell out with, fallen out with, was with us until, was with us till, was with us to 20*, were with us until,
    were with us till,
    were with us to 20*, was with us before, cancelled in *, canceled in *, haven t bought since, hasn t bought since,
    not bought since, haven t used us since, hasn t used us since,
    no work since, was client, was our client, was a client, used to be a client, used to be our client, ended 20*,
    ended in 20*, finished in 20*, wrapped up in 20*, finished in jan*, finished in feb*, finished in mar*,
    finished in apr*, finished in may, finished in jun*, finished in jul*, finished in aug*, finished in sep*,
    finished in oct*, finished in nov*, finished in dec*, disengaged, contract ended, contract terminated,
    terminated us, sacked us, fired us, dropped us, finished with us, done with us, stopped using us,
    not using us any more, not using us anymore, no longer using us, no longer uses us, left us, left for another,
    account finished, account closed, went to a * firm, moved to a * firm, gone to a * firm, vertrag gekundigt,
    vertrag beendet, vertrag ausgelaufen, switched firm*, moved to another, moved elsewhere, moved abroad,
    moved overseas, moved
    out of area, emigrated, moved their business, went to online, went elsewhere, went to another, gone elsewhere, sold
    up, mandat beendet, mandat gekundigt, zur konkurrenz gewechselt, abgewandert, parti chez,
    partie chez, parti a la concurrence, contrat resilie, mission terminee, a change de cabinet, a change de
    prestataire, contrato rescindido, contrato terminado, cambio de asesor, cambio de despacho, overgestapt naar,
    naar de concurrent,
    contract opgezegd, opdracht beeindigd, partie a la concurrence, overgestapt, passato ad altr*, passato a un altr*,
    passata a un altr*, gewechselt zu, zu * gewechselt, se fue con, se fue a otr*,
    se cambio a, se cambiaron a"""
)
"""Remarks after which somebody who is no client now was one."""

NOT_YET_WITH_US: Final = patterns(
    """never worked with them, never worked for them, never done any work for them, never done anything for them,
    not worked with them yet, not worked for them yet, haven t worked with them, haven t worked for them,
    price not agreed, price not agreed yet, fee not agreed, fee not agreed yet, nothing agreed yet,
    nothing signed yet"""
)
"""Remarks on somebody who is no client yet."""

CALLED_CLIENT: Final = frozenset(
    patterns("client, clients, kunde, kundin, mandant, mandantin, klient, cliente, klant, opdrachtgever, kund")
)
OF_WHICH_KIND: Final = frozenset(
    patterns(
        """a, an, our, my, pro, bono, probono, overseas, foreign, international, export, local, offshore,
        remote, uk, us, eu, european, american, swiss, german, french, spanish, dutch, italian, irish, indian, small,
        tiny, little, big, large, biggest, largest, smallest, major, medium, good, great, lovely, nice, best,
        favourite, favorite, top, key, main, core, loyal, happy, difficult, demanding, tricky, awkward, fussy, slow,
        easy, steady, regular, occasional, retained, retainer, monthly, quarterly, annual, yearly, seasonal,
        long, time, longest, oldest, very, free, charity, unpaid, discounted, paying, audit, tax, payroll, legal,
        coaching, advisory, training, consulting, corporate, and, der, die, ein, eine, unser, unsere, kleiner,
        kleine, grosser, grosse, guter, gute, bester, schwieriger, treuer, langjahriger, langjahrige, auslandischer,
        auslandische, un, une, notre, petit, gros, grand, bon, excellent, difficile, fidele, etranger, etrangere, una,
        nuestro, pequeno, buen, gran, mejor, extranjero, dificil, fiel, een, onze, goede, grote, lastige, trouwe,
        buitenlandse, vaste, il, nostro, buon, ottimo, piccolo, grande, estero, straniero, bom, nosso, pequeno, otimo,
        estrangeiro"""
    )
)
"""Words beside a word for a client that say which kind it is of (`overseas client`), and that it is one."""

QUIET: Final = patterns(
    """gone quiet, went quiet, quiet since, nothing since, not heard, project ended, study ended, contract ended,
    work ended, job ended, ended 20*, finished 20*, completed 20*, no plans, nothing planned, nothing more,
    ruhig geworden, nichts mehr gehort, nichts geplant, beendet 20*, abgeschlossen 20*, plus de nouvelles,
    rien de prevu, termine en 20*, sin noticias, nada previsto, terminado en 20*, niets meer gehoord, niets gepland,
    afgerond in 20*"""
)
"""Remarks after which an account that was billed, and of which nothing more is expected, is a client no longer."""
