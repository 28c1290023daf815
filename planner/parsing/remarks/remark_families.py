"""What partners say in remarks, in families: what a clue of each family means, and its phrases in English.

Phrases in other languages stand in `remark_phrases`. A phrase is a few words in a row without case, accents or
punctuation; a `*` at the end of a word stands for any ending, alone for up to four words.
"""

from __future__ import annotations

from typing import Final

from planner.goods import Good
from planner.parsing.remarks.remark_family import family_of
from planner.parsing.standing.standing_words import NOT_CHASED, patterns

FREE_WORK = family_of(
    "free work",
    """pro bono, probono, low bono, donated, donate our, donates our, donating time, donating our, donate time,
    donated time, half rate*, half fee*, half price, half our fee*, half our rate*, half our price*, half our usual,
    half our normal, half the usual, half the normal, reduced fee*, reduced rate*, discounted fee*, discounted rate*,
    heavily discounted, charity rate*, school rate*, community rate*, church rate*, ngo rate*, charity discount,
    mates rate*, at cost, for free, free of charge, no charge, no fee, for nothing, without charge, as a favour,
    for love, for the love of it, free inspection*, free check*, free visit*, free advice, free talk*, free survey*,
    free workshop*, free training, we don t charge, we do not charge, do it free, do their * free,
    do her * free, do his * free, free of cost, nominal fee, token fee, non profit rate*,
    nonprofit rate*, sliding scale, unpaid work, work unpaid, done unpaid, unpaid for us""",
    Good.OTHERS,
    0.6,
)
GOOD_CAUSE = family_of(
    "good cause",
    """good cause, great cause, lovely cause, worthy cause, gives back, give back, giving back, good for the community,
    good for the town, good for the village, for the community, community benefit, social impact, social value,
    social purpose, social enterprise, b corp, does a lot of good, does good, do good, makes a difference,
    make a difference, makes a real difference, real difference to, mission driven, values driven, registered charity,
    research charity, small charity, local charity, national charity, a charity, charity no, public benefit,
    not for profit, non profit, nonprofit, helps the homeless, helps refugees, helps people, volunteer run,
    run by volunteers, lottery grant, lottery funded, grant funded, lives depend, close to our hearts,
    cause we believe in, women s refuge, food bank""",
    Good.OTHERS,
    0.6,
)
NO_CAUSE = family_of(
    "business after all",
    """not a charity, no charity, isn t a charity, despite the name, in spite of the name, only in name, for profit,
    full rate, full fee, normal rate, normal fee, pays normally, purely commercial, strictly commercial,
    an investment house, an investment firm, profit making, family money""",
    Good.OTHERS,
    0.0,
)
NEW_TO_US = family_of(
    "new to us",
    """first time in, our first in, new to us, new for us, new to me, new for me, new area, new field, new sector for,
    new service for, new practice for, new territory, new ground, want to grow into, wants to grow into,
    want to get into, want to move into, want to learn, like to learn, good learning, good for the juniors,
    great for juniors, good for juniors, great for the juniors, new capability, new discipline, new skill*,
    new kind of work, new type of work, new line of work, would learn, we d learn, could learn, learn a lot,
    learnt a lot, learned a lot, learning a lot, learning fast, learn something, chance to learn, good to learn,
    learn from, first time for us, first of its kind, first of this kind, first audit of this size, first job of this,
    first project of this, our first, first * for us, first * * for us, first * * * for us, never built, never designed,
    never run one, haven t built, haven t designed, have not built, have not designed, huge learning, big learning,
    good skill to learn, skill to learn, steep learning, learning a great deal, never done, haven t done, have not done,
    pilot, pilot project, proof of concept, builds our practice, build our practice, builds capability,
    builds expertise, puts us on the map, put us on the map, flagship, showcase, stretch, a stretch for us,
    stretches us, step up for us, breaks new ground, cutting edge, r&d, r and d, innovative, interesting work,
    fascinating work, would teach us, have to learn, need to learn, learning curve, teaches us, teaching us,
    taught us a lot, break into, foot in the door in, gateway to, would be a first, be a first for,
    good case stud*, great case stud*, nice case stud*, lovely case stud*, strong case stud*, case study for us,
    case studies for us, mak* * case stud*, be * case stud*, as a case study, case study potential, great logo,
    good logo, marquee client, marquee name, good for the portfolio, good portfolio piece,
    portfolio piece, good for our profile, raises our profile, raise our profile, be our first, would be first,
    be first *, good for the team to, award potential, award winner, award winning potential, want the track record,
    wants the track record, good for the track record, need the track record""",
    Good.STRENGTHS,
    0.6,
)
ROUTINE = family_of(
    "routine",
    """easy work, easy, same again, same as last year, same old, more of the same, routine, commodity, commoditised,
    commoditized, back office, back office work, bread and butter, could do it in our sleep, in our sleep, boring, dull,
    nothing new, compliance only, box ticking, run of the mill, basic work, nothing to learn, cookie cutter""",
    Good.STRENGTHS,
    0.0,
)
SENDS_WORK = family_of(
    "sends work",
    """refers us, refers me, refer us, refer me, refers clients, refers work, refers * work, refers people,
    refers others, refers a lot, refers constantly, refers all, refers new, refers friends, referring us, has referred,
    have referred, referred us, referred two, referred three, referred several, referred others, referred people,
    great referrer, good referrer, source of referral*, referral source*, referral partner*, connected us with,
    connects us with, connects us to, connected us to, gives us referral*, referrals from, sends us, sends me, send us,
    send me, send us people, send clients, send work, send others, send business, sends people, sends clients,
    sends work, sends friends, sends landlords, sends start ups, sends * our way, send * our way, sent * our way,
    points people our way, put * our way, sends all their, sends others, sends business, sent us, sent me,
    sent * clients, sent * referral*, sent two, sent three, sent four, sent five, sent six, sent several, sent over,
    sent * buyers, intro d us, intro d me, intro d two, intro d three, told * to call us, told * to ring us,
    told * about us, takes calls for us, take calls for us, takes reference calls, introduces us, introduces me,
    introduces clients, introduces people, introduced us to, introduced me to, introduced two, introduced three,
    introduced several, introduced * and, has introduced, keeps introducing, introduces its, introduces their,
    introduces other*, introduces * to us, refers * to us, refer * to us, sends * to us, recommends * to us,
    would introduce, will introduce, happy to introduce, would refer, will refer, happy to refer, would recommend,
    happy to recommend, willing to introduce, willing to refer, gave # reference*, gave us a reference, gave references,
    makes introduction*, made introduction*, gives introductions, # introduction*, two introductions,
    three introductions, opened the door*, opens door*, opened doors, knows everyone, knows every, knows everybody,
    know everyone, know everybody, well connected, very well connected, best connected, superconnector, connector,
    sits on three boards, sits on several boards, sits on * boards, on several boards, also on the board*,
    on the boards of, on other boards, on # boards, could intro*, can intro*, would intro*, will intro*,
    happy to intro*, recommends us, recommends me, recommend us, recommended us, tells everyone, tells everybody,
    tells every, tell everyone, tells all, tells her friends, tells his friends, tells their, tells founders,
    spreads the word, sings our praises, passes my name, passes their name, clients through him, clients through her,
    clients through them, brings us, brings us into, bring us in, bring us into, bring us along, pass along,
    passes along, leads come from, puts us on their team*, puts us on all their, puts us on every, names us on,
    leads start, leads started, leads came from, can open doors, could open doors, would open doors, brought us,
    brought us in, puts our name forward, puts us forward, passes our name, pass our name, pass * our name,
    gives our name, give our name, gave our name, gives out our name, hands out our name, brings clients,
    brings * to us, refers his, refers her, refers their, refers every*, refers * to us, refer anybody, refer anyone,
    recommend anybody, recommend anyone, sends * to us, sends * to me, keeps sending us, sending * our way,
    expect referrals, expect introductions, tells the neighbours, tells the neighbors, tells neighbours, passes work,
    passes us, passes me, passes on, refers #, introduces #, sends # a year, sends # a month, sends # # a year, pass us,
    pass me, pass work, pass on work, pass jobs, passed us, passed me, refer clients, refer people, refer others,
    refer whenever, refers whenever, refer when asked, refers when asked, refer if asked, introduce us,
    introduce clients, recommend me, word of mouth, speaks highly of us, vouches for us, acts as a reference,
    gives references, all their deals come, came from him, came from her, came from them, clients came from,
    came through him, came through her, came through them, through him we, through her we, # referral*, # mandates from,
    mandates from their, mandates last year, mandates this year, mandates in 20*, referrals this year,
    referrals last year, referrals a year, intros last year, intros this year, intros a year, # intros""",
    Good.REFERRAL,
    0.8,
)
SENDS_NOTHING = family_of(
    "sends nothing",
    """all take no give, all take, takes but never gives, never sends, never sent, never refers, never referred,
    never introduces, never introduced, no referrals, no introductions, sends nothing, sent nothing, stopped referring,
    stopped sending, no longer refers, no longer sends, nothing came of it, nothing in return,
    refers to our competitor*, sends work elsewhere""",
    Good.REFERRAL,
    0.0,
)
READY = family_of(
    "ready now",
    """answer by, answer due, answer expected, reply by, response by, response due, hear by, renew, renewal,
    renewal due, renews, up for renewal, contract ends, contract up, tender due, tender submitted, tender in,
    tender out, tender closes, bid in, bid submitted, bid due, bid by, tender by, decision due, decision in,
    decision by, decision #, decision before, decision after, tender returns, tenders returned, returns, deadline,
    closes on, decision mid, decision early, decision late, decision on, decides on, decides by, signs on,
    decision january, decision february, decision march, decision april, decision may, decision june, decision july,
    decision august, decision september, decision october, decision november, decision december, decision jan,
    decision feb, decision apr, decision jun, decision jul, decision aug, decision sep, decision sept, decision oct,
    decision nov, decision dec, hear back, hear before, proposal * sent, quote * sent, decision expected, deciding this,
    deciding next, deciding soon, decides this, decides next, decide this, decide next, close by, closes by, rfp in,
    itt in, rfp due, itt due, rfp out, itt out, rfq due, eoi due, pqq due, decides in, decide in, deciding in,
    deciding by, deciding on, decide by, will decide, board decides, budget approved, budget signed off, budget agreed,
    has budget, budget in place, funding secured, funding confirmed, funding in place, ready to sign, ready to go,
    ready to start, about to sign, will sign, sign after, sign by, sign before, signs before, sign off by,
    wants it signed, wants the letter, wants the contract, decide before, decides before, signs in, signing in, sign in,
    wants to sign, terms signed, terms agreed, prices agreed, price agreed, verbal yes, verbally agreed, said yes,
    yes in principle, agreed in principle, awaiting decision, awaiting a decision, waiting on decision,
    waiting for a decision, waiting for decision, waiting for po, waiting for the po, awaiting po, po raised,
    engagement letter out, engagement letter sent, letter of engagement, contract out, contract sent,
    contract with legal, heads of terms, proposal sent, proposal in, proposal submitted, proposal due, quote sent,
    quote accepted, fee agreed, send sow, sow sent, redraft sow, start in, starts in, starting in, start date, kick off,
    kicks off, wants to move, wants to start, keen to start, keen to move, want to start, down to two, preferred bidder,
    shortlisted, panel review, review in, re pitch in, pitch in, pitch on, pitch #, interview on, interview 1*,
    interview 2*, interview 3*, interview 4*, interview 5*, interview 6*, interview 7*, interview 8*, interview 9*,
    presentation on, presentation 1*, presentation 2*, presentation 3*, presentation 4*, presentation 5*,
    presentation 6*, presentation 7*, presentation 8*, presentation 9*, going ahead, go ahead, green light,
    signature from, wants phase 2, wants phase two, two more searches, more hires""",
    Good.NOW,
    0.8,
    dated=True,
)
LATER = family_of(
    "later",
    """may * next year, might * next year, maybe next year, perhaps next year, next year perhaps, next year maybe,
    next year, could be next year, not this year, not until, not before, nothing before, nothing until, not till,
    no budget until, no budget before, no money until, no budget til, no money til, no money till, no cash until,
    no cash til, no cash till, no funds until, nothing til, not til, wait until, can t afford it until,
    can t afford it til, phase 2, phase two, phase ii, second phase, next phase, once funded, when funded,
    once the funding, once they have, once they ve, when they have raised, may raise, might raise, raising, series a,
    series b, series c, funding round, next round, after the merger, after the sale, after the move, after their move,
    after they, once the new, when the new, no budget yet, no money yet, maybe 20*, perhaps 20*, too early, early days,
    early stage, long term, longer term, one for the future, keep warm, keep in touch, stay in touch, might ring,
    might call, may call, may come back, might come back, will come back, come back in, try again in, try again,
    ask again, ring again, call again, revisit in, revisit, check back, pick up again, may sell, might sell, succession,
    retiring in, probate, planning permission, subject to planning, subject to funding, depends on funding,
    new ceo arrives, new ceo starts, new md starts, down the line, watch this space""",
    Good.LATER,
    0.5,
    dated=True,
)
MONEY_TROUBLE = family_of(
    "costs more than it pays",
    """owes us, stiffed us, stiffed me, owe us, owes me, owing since, still owes, unpaid invoice*, unpaid since,
    invoice* unpaid, invoice still unpaid, hasn t paid, has not paid, not paid, not paying, owes since, owed since,
    late payer, slow payer, bad payer, pays late, paying late, always late, slow to pay, chase for payment,
    chase the money, chasing payment, overdue invoice*, overdue since, disputed our, disputed the invoice,
    disputes every, disputes invoices, queries every, queries our, haggle*, haggling, always haggling, wants discount*,
    beats us down, squeezes us, penny pinching, price sensitive, scope creep, always over runs, over runs, overruns,
    over run, overran, over budget, over ran, goes over, write off*, written off, write downs, low rate*, low margin*,
    poor margin, no margin, loss making, unprofitable, doesn t pay enough, too much time, more of our time than,
    more of our time, more time than it should, too many calls, time waster, time wasting, high maintenance,
    hard work for, rings every week, rings every day, keeps cancelling, cancels meetings, eats time, time sink,
    more trouble than, demanding for what""",
    caution="It may cost more than it pays",
)
AT_RISK = family_of(
    "at risk",
    """at risk, thinking of selling, thinking about selling, under threat, threatening to, threatens to, in danger,
    might lose, may lose, could lose, could leave, may leave, might leave, leaves end, leaving us, on notice,
    gave notice, given notice, notice given, unhappy, not happy, complained, complaint, annoyed with us, cross with us,
    fell out, fallen out, falling out, relationship is strained, strained, new cfo, new fd, new ceo, new coo, new md,
    new gc, new hrd, new cto, new marketing director, new finance director, new managing director, new chief,
    new owner*, new management, contact left, contact has left, our contact left, lost our contact, lost our champion,
    lost our sponsor, contact leaves, contact retir*, champion left, md left, md has left, ceo left, fd left, cfo left,
    director left, sponsor left, moves on in, moved on, retiring, rfp, rfq, retender, re tender, going to tender,
    out to tender, re pitch, repitch, panel review, reviewing advisers, reviewing advisors, reviewing suppliers,
    beauty parade, funder pulled out, unsure, wobbly, wobbling, shopping around, price shopping, comparing, vs, versus,
    up against, competing with, competitor in, big 4, big four, incumbent, five agencies, three big, two nationals,
    long shot, outsider, no chance, not hopeful, being bought, being acquired, takeover, merging, restructuring,
    selling up, selling the business, selling the company, selling the firm, business for sale, company for sale,
    firm for sale, up for sale, retires in, retires next, retires this, cost cutting, cut back from, cutting back,
    scaled back, scaling back, downgraded, ghosted*, ghosting us, gone silent, went silent, radio silence, unresponsive,
    never replied, not replied, no reply since, no response since, redundancies, margin squeeze, budget cut,
    budgets cut, budget frozen, in trouble, leaving in, leaving jan*, leaving feb*, leaving mar*, leaving apr*,
    leaving may, leaving jun*, leaving jul*, leaving aug*, leaving sep*, leaving oct*, leaving nov*, leaving dec*""",
    caution="It may be at risk",
)
ENDED = family_of(
    "ended",
    f"""{", ".join(NOT_CHASED)}, can t act, cannot act, can not act, conflict, conflict of interest*, conflicted,
    conflicted out, dissolved, wound up, winding up, winding down, closing down, ceased trading, no longer trading,
    stopped trading, not renewing, won t renew, will not renew, did not renew, didn t renew, out of business,
    in administration, into administration, into liquidation, into receivership, in liquidation, liquidat*,
    in receivership, insolvent, in insolvency, into insolvency, insolvency proceedings, filed for insolvency, bankrupt,
    went bust, gone bust, went under, gone under, struck off, folded, plant closed, factory closed, works closed,
    office closed, business closed, closed down, shut down, shut 20*, shop shut, mill shut, site closed, closed 20*,
    closed in 20*, died, deceased, passed away, estate paid out, estate wound, told us no, said no, declined on,
    declined our, we declined, they declined, turned us down, turned down, not interested, no longer interested,
    don t want to hear, do not contact, asked us not to, do not pursue, don t pursue, not pursuing, we don t do,
    we do not do, partners agreed we don t, won t act, will not act, won t use us, will not use us, won t work with us,
    moved to another, moved to a cheaper, moved to cheaper, moved to a competitor, moved to competitor*, moved to son s,
    moved to online, moved elsewhere, moved their business, gone elsewhere, gone to a competitor, gone to competitor*,
    gone to another, work gone to, work went to, work has gone, went elsewhere, went to another, went to online,
    went to a competitor, went to competitor*, went with a competitor, went with another, went with competitor*,
    went with someone else, went with somebody else, chose * agency, chose a bigger, chose bigger, picked another,
    picked someone else, went with * agency, went with * firm, too small for us, went with the cheaper,
    went for a cheaper, went for someone else, chose another, chose someone else, chose somebody else,
    chose a competitor, appointed another, appointed someone else, awarded elsewhere, awarded to another,
    given to another, left us, finished with us, done with us, stopped using us, not using us any more,
    not using us anymore, no longer using us, no longer uses us, left for another, switched to, switched firm*,
    sold to competitor*, sold up, sold out, sold business and left, merged into, merged with, taken over by,
    taken in house, in house team, went in house, brought in house, hired an in house, hired in house, gone in house,
    contract ended, contract terminated, terminated us, sacked us, fired us, dropped us, pitch lost, lost the pitch,
    lost to, lost on price, lost on fee, lost in, lost bid, lost tender, off limits, blacklisted, all gone,
    gone for good, dead, emigrated, no bid, never again, struck through, drop after, not looking to change,
    not looking to switch, no wish to change, no plans to change adviser*, account finished, account closed,
    mine closed, shop closed, plant closed, factory closed, went to a * firm, went to * firm, moved to * firm,
    moved to a * firm, gone to a * firm, to be dropped, drop them, let them go""",
    leave_out=True,
)
RESTING = family_of("resting", "parked, parked for now, on hold, on ice", leave_out=True)
FAMILIES: Final = (
    FREE_WORK,
    GOOD_CAUSE,
    NO_CAUSE,
    NEW_TO_US,
    ROUTINE,
    SENDS_WORK,
    SENDS_NOTHING,
    READY,
    LATER,
    MONEY_TROUBLE,
    AT_RISK,
    ENDED,
    RESTING,
)
"""Every family, in the order in which clues of one remark are listed."""
NOT_TO_WIN: Final = frozenset(
    patterns(
        """supplier, our supplier, a supplier, vendor, our vendor, a vendor, subcontractor, our subcontractor,
        competitor, a competitor, lieferant, unser lieferant, dienstleister, wettbewerber, fournisseur, sous traitant,
        concurrent, proveedor, competidor, leverancier, onze leverancier, fornitore, fornecedor, geschlossen, a ferme,
        ont ferme, gesloten, cerro, cerraron, ha cerrado, han cerrado, ha chiuso, hanno chiuso, fechou, fecharam"""
    )
)
"""Remarks that say as a whole that somebody is nobody to win, or has closed."""
NEGATIONS_BEFORE: Final = patterns(
    """no longer, not, never, pays for, pay for, no, nobody, unlikely to, don t, doesn t, didn t, won t, isn t,
    wouldn t, wouldnt, shouldn t, shouldnt, not likely, aren t, wasn t, hasn t, haven t, can t, cannot, without,
    stopped, hardly, neither, rather than, instead of, nor, dont, doesnt, didnt, wont, isnt, arent, wasnt, hasnt,
    havent, nicht, kein, keine, keinen, keiner, nie, niemals, ohne, kaum, used to, autrefois, solia, solian, vroeger,
    ne, n, pas, jamais, sans, aucun, aucune, plus de, no hay, nunca, sin, ningun, ninguna, tampoco, ya no, niet, geen,
    nooit, zonder, nauwelijks"""
)
"""Words that, a little before a phrase in the same clause, turn it round."""
NEGATIONS_AFTER: Final = patterns(
    """no longer, any more, anymore, no more, check, checks, checked, cleared, search, nicht, nicht mehr, nie, pas,
    plus, jamais, niet, niet meer, nooit, nunca, ya no"""
)
"""Words that do so right behind it."""
NO_NEGATIONS: Final = patterns(
    """not only, no doubt, no problem, no question, no 1, nicht nur, pas seulement, pas que, no solo, niet alleen,
    why not, if not, no wonder"""
)
"""Words that look like a negation and are none."""
