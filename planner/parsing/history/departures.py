"""How people write that a client has left: to whom, who does the work now, who ended it, that it is for good.

Such phrases end an account until somebody says otherwise, and say that it was a client. A win-back takes the end back.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from planner.parsing.standing.words.standing_words import patterns
from planner.parsing.word_lists import words


def _each(verbs: str, objects: str) -> Iterable[str]:
    """Each verb before each object."""
    return (f"{verb} {what}" for verb in patterns(verbs) for what in patterns(objects))


_TO: Final = "moved to, gone to, gone over to, gone off to, went to, switched to, transferred to, left for, defected to"
_OTHERS: Final = """a competitor, competitor*, the competition, a rival, rival*, a cheaper, cheaper, a bigger,
    bigger, a larger,
    larger, a smaller, someone else, someone cheaper, somebody else, somebody cheaper, a mate, a friend,
    a family friend,
    a national firm, a local firm, a local accountant, a local practice, a big four, a big 4, big four, big 4,
    the big four, the big 4, one of the big, a broker, a big broker, an agency, a freelancer, freelance*, an online,
    a one man, a sole, his son s, her son s, their son s, his brother*, her brother*, his cousin*, her cousin*,
    in house,
    an in house"""
_ELSE: Final = """someone else, somebody else, another firm, another agency, another practice, another adviser*,
    another accountant*, another broker*, another supplier*, another consultant*, a competitor, a rival"""

LEFT: Final = (
    *_each(_TO, _OTHERS),
    *_each("moved to, switched to", "accountant*, an accountant, their accountant*, solicitor*, an adviser, lawyers"),
    *_each("now using, now uses, now use", "their own, its own, his own, her own"),
    *(f"{way} * now" for way in _each("using, uses, use", "their own, its own, his own, her own")),
    *_each("found, gone with, now with, now using, now uses, now use", _ELSE),
    *(f"{way} now" for way in _each("using, uses, use, with, works with, working with", _ELSE)),
    *patterns(
        """parted ways, parted company, we resigned, have resigned them, resigned the account, resigned as auditor*,
        resigned as accountant*, resigned as agent*, ceased to act, ceased acting, stopped acting, no longer act,
        no longer acting, don t act for them any more, disengaged from, we sacked them, we fired them, we dropped them,
        we let them go, asked them to leave, handed over to new accountant*, handed over to new adviser*,
        handed over to new solicitor*, handed over to new agent*, handed over to new firm, handed over to another,
        gave us the push, gave us the boot, gave us the sack, got rid of us, let us go, ditched us, dumped us,
        walked away from us, replaced us, we were replaced, we got replaced, cancelled us, cancelled our contract,
        cancelled our retainer, cancelled the retainer, don t work with them any more, don t work with them anymore,
        don t work for them any more, don t work for them anymore, do not work with them any more,
        do not work for them any more, no longer work with, no longer work for, no longer working with,
        no longer working for, stopped working with, stopped working for, no longer ours, not ours any more,
        not ours anymore, don t use us any more, don t use us anymore, do not use us any more, no longer with us,
        took it in house, took * in house, taken * in house, brought * in house, moved * in house, done in house now,
        does it in house now, do it in house now, does it all in house now, now does it in house, now do it in house,
        now done in house, now in house, in house now, does it himself now, does it herself now, do it themselves now,
        doing it themselves now, does it themselves now, found someone cheaper, found somebody cheaper,
        found a cheaper, shopped elsewhere, moved on from us, moved on to another firm, moved their account,
        moved the account to, work now goes to, brought her own people, brought his own people,
        brought their own people,
        brought in her own, brought in his own, brought in their own,
        auftrag entzogen, mandat entzogen, haben uns gekundigt, hat uns gekundigt, uns verlassen, von uns getrennt,
        haben uns getrennt, mandat niedergelegt, macht jetzt wer anders, macht jetzt jemand anders,
        macht jetzt ein anderer, macht es jetzt selbst, machen es jetzt selbst, ins haus geholt, inhouse geholt,
        jetzt inhouse, eigene leute mitgebracht, eigene leute geholt, jetzt anderen berater, jetzt anderen anbieter,
        jetzt anderen steuerberater, keine zusammenarbeit mehr, arbeiten nicht mehr zusammen, arbeiten nicht mehr mit,
        arbeiten nicht mehr fur,
        nous a quitte*, nous ont quitte*, nous a lache*, nous ont lache*, parti ailleurs, partie ailleurs,
        partis ailleurs, sont alles ailleurs, est alle ailleurs, a pris quelqu un d autre, ont pris quelqu un d autre,
        travaille maintenant avec un autre, travaillent maintenant avec un autre, ne travaille plus avec nous,
        ne travaillent plus avec nous, ne travaillons plus avec, on ne travaille plus, repris en interne,
        reprise en interne, fait en interne maintenant, fait maintenant en interne, a amene son equipe,
        a ses propres gens,
        amene ses propres, nous nous sommes separes, on s est separes, fin de collaboration,
        partis chez la concurrence, collaboration terminee,
        nos dejo, nos dejaron, nos ha dejado, nos han dejado, se fue a la competencia, se fueron a la competencia,
        se marcho a otr*, se han ido a otr*, se ha ido a otr*, se han ido con otr*, se ha ido con otr*,
        ya no trabajan con nosotros, ya no trabaja con nosotros, ya no trabajamos con, ahora lo lleva otr*,
        ahora lo llevan otr*, ahora lo hacen ellos, trajo a su equipo, trajo a su gente, nos cambiaron por,
        fin de la colaboracion,
        heeft ons verlaten, hebben ons verlaten, bij ons weg, naar een ander gegaan, naar een andere gegaan,
        naar de concurrentie, werkt nu met een ander, werken nu met een ander, werken niet meer samen,
        werken niet meer met, werken niet meer voor, doet het nu zelf, doen het nu zelf, in eigen beheer genomen,
        nu in eigen beheer, eigen mensen meegenomen, samenwerking gestopt, samenwerking beeindigd, uit elkaar gegaan,
        ci hanno lasciato, ci ha lasciato, andati da un altro, andato da un altro, andati altrove, andato altrove,
        non lavorano piu con noi, non lavora piu con noi, non lavoriamo piu con, ora fanno tutto internamente,
        ha portato i suoi, deixaram nos, deixou nos, foram para a concorrencia, foram para outr*, foi para outr*,
        mudaram para outr*, mudou para outr*, ja nao trabalham connosco, ja nao trabalhamos com,
        trouxe a equipa dele, trouxe a equipa dela"""
    ),
)
"""Phrases for a client that has left, or that the firm has let go."""

FOR_GOOD: Final = patterns(
    """never coming back, not coming back, won t come back, will not come back, won t be coming back,
    isn t coming back,
    aren t coming back, never come back, won t be back, will not be back, won t return, will not return, not returning,
    never returning, never return, won t go back, wouldn t go back, no way back, no going back,
    no chance of winning them back,
    lost for good, lost forever, lost for ever, gone forever, gone for ever, lost cause, bridges burnt, burnt bridges,
    burned bridges, bridge burnt, never use us again, won t use us again, never work with them again,
    never work for them,
    won t work with them again, wouldn t work with them again, wouldn t work for them again,
    not working with them again,
    wouldn t touch them, won t touch them, wouldn t have them back, don t want them back, do not want them back,
    not worth winning back, never again,
    kommt nicht wieder, kommen nicht wieder, kommt nicht zuruck, kommen nicht zuruck, kommt nicht mehr,
    kommen nicht mehr,
    nie wieder, endgultig weg, endgultig verloren,
    ne reviendra pas, ne reviendront pas, ne reviendra plus, ne reviendront plus, ne revient pas, plus jamais,
    perdu pour de bon, perdus pour de bon, parti pour de bon, partis pour de bon, perdu definitivement,
    no va a volver, no van a volver, no volvera*, nunca mas, no vuelven, no vuelve, perdido para siempre,
    perdidos para siempre,
    komt niet terug, komen niet terug, komt niet meer terug, komen niet meer terug, nooit meer, voorgoed weg,
    voorgoed kwijt,
    definitief weg, definitief kwijt, non torna piu, non tornano piu, non tornera*, mai piu, perso per sempre,
    persi per sempre,
    nao volta*, nao vao voltar, nunca mais, perdido de vez, perdidos de vez"""
)
"""Phrases after which nothing is to be hoped of somebody who left."""

LET_SLEEP: Final = patterns(
    """don t sell them anything, do not sell them anything, don t sell them any, don t sell to them, no selling now,
    don t pitch them, don t pitch anything, don t bother them, do not bother them, leave them alone, leave them be,
    leave them in peace, leave in peace, let them sleep, let sleep, let sleeping dogs, let it lie, let them be,
    don t push them, don t approach, don t contact them now, don t contact now,
    in ruhe lassen, schlafen lassen, nichts anbieten, jetzt nichts verkaufen, momentan nichts anbieten,
    laisser tranquille, laisser dormir, ne rien leur proposer, ne rien vendre, ne rien proposer,
    dejar en paz, dejar dormir, dejar tranquil*, no venderles nada, no ofrecerles nada, no ofrecer nada,
    met rust laten, laten rusten, laten slapen, niets aanbieden, nu niets verkopen,
    lasciar stare, lasciare in pace, lasciar dormire, non proporre nulla, deixar em paz, deixar descansar,
    nao oferecer nada"""
)
"""Phrases that ask to leave somebody alone for now."""

COMING_BACK: Final = patterns(
    """may come back, might come back, could come back, would come back, hopes to come back, hope to come back,
    wants to come back, want to come back, would like to come back, d like to come back, thinking of coming back,
    talking of coming back, talking about coming back, asking to come back, asked to come back, coming back to us,
    could be tempted back, might be tempted back, tempt them back, like them back, love them back, want them back,
    win them back, win him back, win her back, win it back, win this back, win back, be won back, bring them back,
    winback, kommt vielleicht zuruck, kommen vielleicht zuruck, konnte zuruckkommen, konnten zuruckkommen,
    wollen zuruck, will zuruck, zuruckgewinnen, zuruckholen, pourrait revenir, pourraient revenir, veut revenir,
    veulent revenir, a reconquerir, reconquerir, podria volver, podrian volver, quiza vuelva*, quizas vuelva*,
    quiere volver, quieren volver, recuperarlos, recuperarlo, komt misschien terug, komen misschien terug,
    zou terug kunnen komen, wil terug, willen terug, terugwinnen, terughalen, potrebbe tornare, potrebbero tornare,
    vorrebbe tornare, vorrebbero tornare, riconquistare, pode voltar, podem voltar, talvez volte*, querem voltar,
    quer voltar, reconquistar"""
)
"""Phrases for somebody who has left and may come back."""

WORTH_ASKING: Final = patterns(
    """may return, might return, could return, may be back, might be back, could be back, get them back, get him back,
    get her back, have them back, tempt back, worth a call, worth a ring, worth a try, worth another try,
    worth another go, worth a go, worth trying again, worth calling, worth ringing, worth a lunch, regrets leaving,
    regret leaving, regrets it, regret it, regretting it, wish they hadn t, wishes they hadn t, wishes he hadn t,
    wishes she hadn t, fed up with them, fed up with the new, not happy with the new, not happy there,
    not happy with them,
    unhappy there, unhappy with the new, unhappy with them, disappointed with the new, door open, door is open,
    vielleicht zuruck, bereut den wechsel, bereuen den wechsel, dort unzufrieden, nicht zufrieden mit den neuen,
    unzufrieden mit den neuen, peut etre revenir, regrette son depart, regrettent leur depart, decu du nouveau,
    decus du nouveau, a recuperar, arrepentid*, descontentos con el nuevo, descontento con el nuevo,
    spijt van de overstap, heeft spijt, hebben spijt, niet tevreden met de nieuwe, pentiti, recuperarli,
    recupera los"""
)
"""Phrases that, beside a departure, say that it may be undone; alone they say little (`may return the form`)."""

CALLING: Final = words(
    """ring call phone try ask speak talk approach contact email write visit chase lunch coffee revisit reconnect
    diarise retry recontact catch follow touch anrufen melden ansprechen nachfassen anschreiben rappeler relancer
    recontacter appeler revoir llamar contactar retomar reactivar bellen benaderen mailen nabellen opvolgen richiamare
    chiamare ricontattare risentire ligar retomar"""
)
"""What is to be done with somebody on a day; with that day beside it, somebody who has left is not given up."""
