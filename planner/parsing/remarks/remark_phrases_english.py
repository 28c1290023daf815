"""Further English phrases of remarks, by family: what partners of small firms write beside their clients."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from planner.parsing.standing.words.standing_words import patterns

MONTHS: Final = patterns(
    """january, jan, february, feb, march, mar, april, apr, june, jun, july, jul, august, aug, september, sept, sep,
    october, oct, november, nov, december, dec"""
)
"""Months in full and short; `may` is a verb more often."""


def before_months(words: str) -> str:
    """Phrases of each word before each month, with or without a day (`starts feb`, `meeting 9 dec`), between commas."""
    return ", ".join(f"{word} {day}{month}" for word in patterns(words) for day in ("", "# ") for month in MONTHS)


def each_before(words: str, what: str) -> str:
    """Phrases of each of some words before each of others, between commas."""
    return ", ".join(f"{word} {one}" for word in patterns(words) for one in patterns(what))


def of_a_kind(nouns: str) -> str:
    """Phrases of a first of each noun that is of a kind (`first IP client`, `first farm shop project`)."""
    return ", ".join(f"first {kind} {noun}" for noun in patterns(nouns) for kind in ("?", "? ?"))


DECIDERS: Final = """board, the board, their board, board approval, board sign off, trustees, the trustees, council,
    the council,
    committee, the committee, cabinet, governors, the governors, directors, the directors, the partners, head office,
    hq,
    shareholders, investors, exec, the exec, exco, slt, senior team, ceo, the ceo, md, the md, fd, the fd, cfo, the cfo,
    sign off, signoff, approval, budget approval, budget sign off, go ahead, the go ahead, green light, the green light,
    a yes, answer, an answer, their answer, reply, a reply, verdict, the verdict, result, the result, results, outcome,
    the outcome"""
"""Who decides, and what is waited for of them."""
HEARD: Final = ", ".join(
    (
        each_before(
            """hears, hear, hears back, hear back, should hear, we hear, will hear, will know, should know, we know,
            finds out, find out, will tell us, tells us, let us know, lets us know, will let us know""",
            "by, before, after, #, mid, early, end, late, next week, next month, this week, this month, soon",
        ),
        before_months("hears in, hear in, hears back in, hear back in, will know in, tells us in, let us know in"),
        "hears on, hear on, hears back on, hear back on",
    )
)
"""That an answer comes, and when."""
RESULTS: Final = ", ".join(
    (
        each_before(
            "result, outcome, verdict, answer, decision, award",
            """before, after, by, due, expected, early, mid, late, end, soon, imminent, pending, any day, #, around,
            next week, next month, this week, this month""",
        ),
        before_months("result in, results in, outcome in, verdict in, answer in, award in"),
        "results before, results after, results expected, results due, shortlist due, shortlist before, news before",
    )
)
ENGLISH_MORE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "free work": """nfp rate*, nfp discount*, not for profit rate*, community rate*, concessional fee*,
        concessional rate*, concession rate*, honorary""",
        "good cause": "nfp, n f p",
        "new to us": """new ? for us, new ? ? for us, would be new, not done * before, not done * * before,
        never done * before,
        haven t worked in, never worked in, not worked in, be new sector, new sector, new industry to us,
        first for the firm,
        first * for the firm, first * * for the firm, first for the practice, first * for the practice,
        first for the office, first one for the, """
        + of_a_kind(
            """client, job, project, case, matter, practice, mandate, engagement, instruction, assignment, claim,
            campaign, search, audit, commission, survey, valuation, appointment, placement"""
        ),
        "sends work": """got us into, gets us into, got us in at, got us in with, got us in to, gets us in at,
        gets us in with, tell all their, tell all our, tell their friends, tell * friends,
        tells * friends, told all their, told everyone about us, told everybody about us,
        telling everyone, telling everybody, telling all their, telling their friends, tell everybody, tell the whole,
        tell people about us, tell others about us, tell * about us, tell * * about us, tell their neighbours,
        told their neighbours, takes us to every, take us to every, takes us to all their, take us to all their,
        takes us into every, take us into every, takes us along, take us along, takes us with them,
        take us with them, brings us onto every, bring us onto every, brings us on every, bring us on every,
        gets us onto every, get us onto every, puts us into every, put us into every,
        refers other*, refers lots, refers plenty, refers many, refers some, refers its,
        refers regularly, refers often, refers occasionally, refers good, refers small, refers local, refers business*,
        refers work, refers jobs, refers * client*, refers * customer*, refers * patient*, refers * owner*,
        refers * compan*, refers * business*, refers * practice*, refers * home*, referred #, refer other*, refer many,
        refer regularly, intro to #, intros to #, intro d #, introduced to #, introduction to #, introductions to #,
        introduced #, introduced us, gives many reference*, give many reference*, gives good reference*,
        gives us reference*, give us reference*, gave us reference*, gave # reference*, gave us #, gave # case*,
        gives # case*, gave # lead*, gives # lead*, gives us lead*, give us lead*, gives us work, give us work,
        gives us # job*, gives us # # job*, gives us job*, gives us client*, gives us # part*, gives us # # part*,
        sends # part*, sends # # part*, gives # # client*, gives us # client*, teams with us, teams up with us,
        partners with us on, bids with us, introduces new, gives our card, gives out our card*,
        hands out our card*, passes all theirs,
        passes all * on, passes theirs on, refers grantees, refers members, refers students, refers tenants,
        sends # # a, sends # or # a,
        introduces portfolio, introduces cos, introduces compan*, introduces founders, introduces start ups,
        introduces business*, introduces famil*, introduces friends, introduces buyers, introduces sellers,
        introduces * compan*, introduces * firms, introduces * cos, introduces * business*, introduces * all the time,
        puts us on to, puts us onto, put us on to, put us onto, puts us in touch, put us in touch, puts us in front of,
        put us in front of, brings # enquir*, brings # # enquir*, brings enquir*, brings # job*, brings # # job*,
        brings # project*, brings # # project*, brings # client*, brings # # client*, # leads last, # leads this,
        # leads a, # leads in 20*, # leads since, # enquiries last, # enquiries this, # enquiries a,
        # enquiries since, members ring us, members call us, members come to us, members use us, our best source,
        best source of, good source of, main source of, sends * all the time, refers * all the time, knows all the,
        source of many,
        source of several, source of most, named us to, names us to, mentions us to, mentioned us to,
        tells the whole, tells * about us, tells * * about us, tells * * * about us, talks about us, talks us up,
        send every visitor*, sends every visitor*, send every guest*, send every client*, send every customer*,
        sends every client*, sends every customer*, send everybody, send everyone, sends everybody, sends everyone,
        speak well of us, speaks well of us, puts in a good word, puts in a word,
        most of our referral*, most of our work comes""",
        "sends nothing": """nothing back, nothing back yet, nothing yet, nothing so far, """
        + each_before(
            "has not, have not, hasn t, haven t, not, never, has never",
            "sent anybody, sent anyone, sent any, sent us anybody, sent us anyone, sent us anything, sent anything, "
            "referred anybody, referred anyone, referred any, introduced anybody, introduced anyone",
        )
        + ", nobody yet, none sent, no one yet, nobody sent, none so far, none yet",
        "ready now": f"""{each_before("waiting on, waiting for, awaiting, pending", DECIDERS)}, {HEARD}, {RESULTS}, """
        + """goes to board, going to board, goes to the board, going to the board, goes to committee,
        going to committee,
        goes to cabinet, goes to trustees, going to trustees, goes to the trustees, up to the board, before the board,
        in front of the board, board approval, approval in, approval by, approval due, ready to appoint,
        ready to instruct,
        ready to engage, ready to buy, start 1 1, starts 1 1, starting 1 1, live 1 1, effective 1 1, results due,
        decision this week, decision next week, decision this month, decision next month,
        decision soon, decision any day, decision imminent, deciding this week, deciding soon, """
        + before_months(
            """starts, start, starting, tender, tenders, proposal, quote, likely, approval, awarded, award,
            budget hearing, planning hearing, meeting, board meets, governors meet, trustees meet, committee meets,
            members vote, tender opens, due, closes, vote, expected, contract, signing, agm, launch, pitch,
            interview, presentation, workshop, result, results"""
        ),
        "later": """no budget till, no money till, not this fy, not this financial year,
        when the grant*, once the grant*, when * grant comes, after the grant, if the grant, subject to grant,
        subject to the grant, waiting on grant, waiting on * grant, waiting for grant, waiting for * grant,
        depends on grant, depends on the grant""",
        "costs more than it pays": """under priced, underpriced, undercharged, under charged, too cheap for what,
        lose on it, lose money, loses us money, losing money, lost money on, we lose on, make a loss, makes a loss,
        made a loss, argues over, argues about, argue over, argue about, argues every, fights every, contests every,
        60 days to pay, 75 days to pay, 90 days to pay, 120 days to pay, pays after 60, pays after 90,
        pays in 90, pays at 90""",
        "at risk": """serving notice, served notice, notice served, under notice, terminating, moving to a cheaper,
        moving to cheaper, moving to another, moving to a competitor, going elsewhere, moving elsewhere, cancelled ends,
        cancelled from, cancelling, handed in notice, going in house, moving in house, taking it in house, bringing it
        in house, looking elsewhere, looking around, getting quotes,
        getting other quotes, wants quotes from""",
        "ended": """fell out with, fell out over, fallen out with, wound down, has wound down, closed studio,
        closed shop, closed the shop, closed practice,
        closed the practice,
        closed the business, closed its doors, sold business, sold the business, sold his business, sold her business,
        business sold, ceased 20*, ceased #, sold to a corporate*, sold to corporate*, sold to a chain, sold to a group,
        sold to a consolidator, bought by a corporate, bought by a chain, not for us, no go, not eligible, can t bid,
        cannot bid, not bidding, ruled out, moved to * counsel, moved to * solicitors, moved to * accountants,
        moved to * attorneys, moved to * lawyers, moved to * adviser*, moved to * advisor*, moved to * broker*,
        went direct, gone direct, going direct, went with a rival, went with big 4, went with big four,
        went with the big 4, went with the big four, went with a big four, went with a big 4, went with a larger,
        went with a bigger, went with a cheaper, went with the incumbent, went with an incumbent,
        stayed with the incumbent, stayed with incumbent, staying with the incumbent, staying with incumbent,
        chose the incumbent, """
        + before_months("lost"),
        "resting": """will not buy again this year, won t buy again this year, not buying this year, no more this year,
        nothing more this year, parked until, parked till, put on hold, on the back burner, back burner, shelved,
        mothballed""",
    }
)
