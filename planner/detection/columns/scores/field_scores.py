"""How well each column fits each meaning: the words of its header and its values together, beside the other columns.

A score is 0 to 1. Header and values are taken as independent hints (1 - (1 - header) (1 - values)), and values that
cannot be those of a field weaken what a header says. What the neighbours say is in `neighbours.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planner.detection.columns.scores.column_profile import ColumnProfile
from planner.detection.columns.scores.fee_shares import is_share, names_a_fee
from planner.detection.columns.scores.fee_words import OFFERS
from planner.detection.columns.scores.kinds_of_somebody import PERSONS, names_no_persons, noun_of_kind
from planner.detection.columns.scores.money_columns import only_a_year_of_money, says_without_tax, year_of
from planner.detection.columns.scores.neighbours import beside_each_other, headers_in_context
from planner.detection.columns.scores.our_people import most_as_owner
from planner.detection.columns.scores.score import SURE_PHRASE, TO_WIN, Column, Score
from planner.detection.columns.scores.sent_work import COUNTS_SENT, counts_sent
from planner.detection.columns.scores.value_evidence import LARGE_NUMBER, Around, mostly_round, value_evidence
from planner.detection.columns.scores.value_fits import MOSTLY_FIGURES, OFTEN_AGAIN, TOLD, fit_of_other, fit_of_values
from planner.detection.headers.field_words import Meaning, Other, meanings_of
from planner.detection.headers.header_words import header_words
from planner.detection.headers.other_headers import NEVER
from planner.detection.headers.work_words import BILLS
from planner.fields import FIELDS, Field, Kind
from planner.parsing.kinds_of_business import names_business
from planner.parsing.word_lists import words

BY_WORDS = 0.9
"""Words taken one by one say less than the same known phrase."""
BY_VALUES = frozenset({Field.OWNER, Field.EXPECTED_DATE, Field.LEAD_SOURCE})
"""Fields that values alone suggest only as far as the header names nothing else."""
OF_FIGURES, ALL_INITIALS = frozenset({Field.ANNUAL_FEE, Field.WON_ON, Field.CREATED_ON, Other.NUMBER}), 0.9
WRITTEN_OUT = frozenset({Field.DEAL, Field.SERVICE, Field.STAGE, Field.TYPE, Field.NOTES, Field.NEXT_STEP})
"""Fields of words, which a header with the sign of a currency does not name (`Potential $`, `Project (£)`)."""
DAYS = frozenset(name for name, spec in FIELDS.items() if spec.kind is Kind.DATE)
OTHER_DAYS, MOSTLY_YEARS = frozenset({Other.TERM, Other.PAST_DATE}), 0.5
OF_A_DEAL = frozenset({Field.EXPECTED_DATE, Field.NEXT_STEP_DATE, Field.PROBABILITY, Field.CURRENT_HOURS})
YEAR_ENDS = frozenset(
    {"y e", "ye", "yr end", "year end", "yearend", "fye", "fy end", "financial year end", "accounting year end",
     "accounts date", "accounting date", "ard", "bilanzstichtag", "abschlussstichtag", "stichtag", "cloture",
     "date de cloture", "cierre", "cierre ejercicio", "boekjaar", "einde boekjaar", "balansdatum"}
)  # fmt: skip
"""Headers of the day on which an account's own year ends."""
ENDS = words("cierre cloture")
OF_ANY_DAY = words("date dates day datum fecha data dato")
OF_STARTS = words("start started starts begin begins began commenced beginn debut inicio inizio") | OF_ANY_DAY
MOSTLY_PAST = 0.1
"""How much days speak for being expected most of which are past."""
OF_CONTACT = words(
    """contact contacts kontakt kontakte contacto contactos contatto contatti contato contatos seen met spoke spoken
    rang visited called phoned gesehen gesprochen besucht angerufen vu vus rencontre rencontres visto vistos visitado
    hablado gezien gesproken bezocht gebeld sentito incontrato"""
)
DAYS_OF_CONTACT = 0.8
"""How surely days that are past under a word for contact (`Contact`: 12/11/2026, `Seen`) are those of the last one."""
BEHIND = 0.5
"""Days all of which are past are hardly those on which something is expected, where a header only says `Date`."""
NAMES_LAST_JOB = 0.7
"""From here on a header names the last job, of which people often keep no more than the year."""
SINCE_WHEN = 0.3
"""Days of a start most of which are past say since when work goes on."""
ONLY_PERCENT = 0.75
"""How surely a column headed `%` and nothing else holds chances, where its figures can be some."""
LEVELS = frozenset({"h m l", "hml", "high medium low", "high med low", "l m h", "low medium high"})
"""Headers that say no more than how likely something may be."""
AS_ELSEWHERE = 0.9
"""How surely a header that stands over the accounts on another sheet does so here, whatever else it could mean."""
YEAR_OF_MONEY = 0.75
"""How surely a column headed by a currency and a year holds what is paid in it."""
OF_DAYS = words("day days development our now current week month quarter")
A_YEAR = frozenset({"", "year", "yr", "annum"})
DAYS_OF_A_PERIOD = 0.8
"""How surely days of a week, month or quarter are the time that is spent on an account."""
SEVERAL_WORDS = 1.5
"""A plan of fewer words is one that was bought (`Starter`), no step to take."""
ABOUT = words("tip tips summary confidence score scores seniority evidence strength")
"""Last words of headers of what is thought of a person or a rival, no names of them."""
OF_NAMES = frozenset({Field.OWNER, Field.ECONOMIC_BUYER, Field.CHAMPION, Field.ALTERNATIVE, Field.LEAD_SOURCE})
OF_WINNING = words(
    "confidence level score percent our my deal close closing win winning sales overall forecast rating in of"
)
"""Words beside confidence that leave it the chance of a deal; beside others it is that in something else."""
OF_A_WHOLE = words(
    """fee fees honorar share wallet margin
    discount rabatt utilisation utilization growth stake equity occupancy complete completed cmpl
    completion inv invoice invoiced invd billed paid claimed spent used done rebate vat mwst tax commission realisation
    realization recovery marge anteil"""
)
"""Words of headers over percentages that are of something, none of them of a chance."""
OF_CHANCE = 0.5
MOSTLY_MONEY, IN_THOUSANDS, THOUSAND = 0.5, 0.25, 1_000.0
"""How much amounts in thousands (`22,4` under `T€`) say for a fee, as much as they do written out."""
WHAT, OF_BUSINESSES = words("what was quoi wat cosa que qué hvad vad"), 0.58
"""Headers that only ask what something is; kinds of organisations under them are what the accounts are, and asked
about."""
OF_WORK = frozenset({Field.SERVICE, Field.DEAL, Field.TYPE, Field.NOTES})
"""Fields of what is done for an account, or said of it."""
RATED = words("rating ratings stars bewertung sterne")
MOST_STARS = 10
OF_OTHER_STRENGTHS = words(
    "relationship connection contact link tie ties bond brand financial balance credit covenant team client customer"
)
"""Words of headers of how strong something else is than what the firm can do."""
MOST_BILLS = 50
"""Nobody sends so many bills to most clients in a year."""
PLANNED = words(
    """planned change geplant geplante prévues gepland left remaining unused verbleibend verbleibende restliche
    restantes restants resterend resterende rimanenti"""
)
"""Words of hours that a plan gives, or that are left of some, which are not those of today."""


def score_columns(columns: Sequence[Column], around: Around) -> list[Mapping[Meaning, Score]]:
    """The scores of every column, by meaning."""
    phrases = headers_in_context([column.header for column in columns])
    scored = [_score(column, phrase, around) for column, phrase in zip(columns, phrases, strict=True)]
    return beside_each_other(columns, scored)


def _score(column: Column, phrases: Mapping[Field, float], around: Around) -> dict[Meaning, Score]:
    if column.profile.records:
        return {}
    shown = dict(value_evidence(column.profile, around))
    known = column.header.words in around.accounts and shown.get(Field.OWNER, 0.0) < TOLD
    phrases = {Field.ACCOUNT: AS_ELSEWHERE} if known else phrases
    said = {} if known else _said_by_header(column, shown, around)
    factor = max(column.header.factor, THOUSAND if around.in_thousands else 1.0)
    if factor > 1 and column.profile.money > MOSTLY_MONEY and column.profile.median * factor >= LARGE_NUMBER:
        shown[Field.ANNUAL_FEE] = max(shown.get(Field.ANNUAL_FEE, 0.0), IN_THOUSANDS)
    found: dict[Meaning, Score] = {}
    cells = list(column.profile.cells)
    barred = _no_shares(column, around)
    alike = column.profile.different * column.profile.size <= 1  # `Pipeline`: Retainers in every row
    for meaning in {*phrases, *said, *shown}:
        if isinstance(meaning, Field):
            if meaning in barred or _ruled_out(meaning, column, phrases):
                continue
            header = max(phrases.get(meaning, 0.0), BY_WORDS * said.get(meaning, 0.0))
            fit = fit_of_values(meaning, column.profile, cells, header)
        elif meaning is Other.MEASURE and _is_invoiced(column.header.text):
            continue
        else:
            header, fit = said.get(meaning, 0.0), fit_of_other(meaning, column.profile)
        values = shown.get(meaning, 0.0)
        if meaning is Field.EXPECTED_DATE:
            fit *= _still_to_come(column, shown)
        if meaning is Field.DEAL and shown.get(Field.RELATIONSHIP, 0.0) >= TOLD:
            fit *= 0.4
        if not header and (meaning in BY_VALUES or (alike and meaning is Field.RELATIONSHIP)):
            values *= 1 - _named_otherwise((*phrases.items(), *said.items()), column.profile)
        total = 1 - (1 - header * fit) * (1 - values)
        most = most_as_owner(column, values, around.people) if meaning is Field.OWNER else 1.0
        found[meaning] = Score(round(min(total, most), 3), header, values)
    past = _says_which_past(phrases, found)
    return {meaning: score for meaning, score in found.items() if meaning not in past}


def _says_which_past(phrases: Mapping[Field, float], found: Mapping[Meaning, Score]) -> frozenset[Meaning]:
    """What a column is not besides, that holds days or years of a last contact or a last job."""
    if phrases.get(Field.WON_ON, 0.0) >= NAMES_LAST_JOB:
        return frozenset({Other.PAST_DATE, Other.YEAR})
    return frozenset({Other.PAST_DATE}) if Field.LAST_CONTACT in found else frozenset()


def _no_shares(column: Column, around: Around) -> frozenset[Field]:
    """The fields that a column of shares is not: no share is what is paid in a year, and that of a fee no chance."""
    if not is_share(column, around.in_thousands):
        return frozenset()
    return frozenset({Field.ANNUAL_FEE, Field.PROBABILITY} if names_a_fee(column) else {Field.ANNUAL_FEE})


def _still_to_come(column: Column, shown: Mapping[Meaning, float]) -> float:
    """How well days fit what is expected, 0 to 1, where most are past and a header only says `Date` or `Start`."""
    said = header_words(column.header.text)
    if OF_ANY_DAY.issuperset(said):
        return BEHIND if shown.get(Other.PAST_DATE, 0.0) else 1.0
    past = 0.0 < shown.get(Field.EXPECTED_DATE, 0.0) <= MOSTLY_PAST
    return SINCE_WHEN if past and OF_STARTS.issuperset(said) else 1.0


def _ends_of_deals(column: Column) -> bool:
    """Whether days under a word for an end are those of deals, each its own, and not of accounts' years (`Cierre`)."""
    return column.header.words in ENDS and column.profile.different > OFTEN_AGAIN and not column.profile.years


def _is_invoiced(header: str) -> bool:
    """Whether a header speaks of offers, or of amounts to which a tax is added: what is invoiced is no measure."""
    return bool(OFFERS.intersection(header_words(header))) or says_without_tax(header)


def _ruled_out(name: Field, column: Column, phrases: Mapping[Field, float]) -> bool:
    """Whether a header cannot be that of a field, however much of it speaks for it."""
    header = column.header
    said = header_words(header.text)
    return (
        (name in NEVER and bool({header.words, header.bare} & set(NEVER[name])))
        or _of_something_else(name, said)
        or (name in PERSONS and names_no_persons(column))
        or (name is Field.PROBABILITY and _is_rating(column))
        or (name is Field.ANNUAL_FEE and (_only_hours(column) or _only_counts_bills(column)))
        or (name is Field.CURRENT_HOURS and bool(PLANNED & set(header.words.split())))
        or (name is Field.REGION and column.header.text.rstrip().endswith("?"))  # `Pays?` is no French country
        or (name is Field.EMAIL and phrases.get(Field.OWNER, 0.0) > SURE_PHRASE)
        or (name in WRITTEN_OUT and bool(header.currency))
        or (name in OF_A_DEAL and header.words in YEAR_ENDS and not _ends_of_deals(column))
        or (name is Field.EXPECTED_DATE and year_of(header.text) and column.profile.money > MOSTLY_FIGURES)
        or (name in DAYS and _of_money(column, said))
        or (name is Field.ANNUAL_FEE and "#" in header.text and not header.currency)
        or (name is Field.DEAL and "next" in said)  # `Next opp` says what to do
        or (name in OF_WORK and _says_what_they_are(column))
        or (name is Field.NEXT_STEP and header.words == "plan" and column.profile.words < SEVERAL_WORDS)
    )


def _of_money(column: Column, said: Sequence[str]) -> bool:
    """Whether plain figures are amounts, and no days as spreadsheets count them: they are round, or their header names
    a currency, or a year and no day."""
    look = column.profile
    days = (OF_ANY_DAY | OF_CONTACT) & set(said)
    if days or look.money <= MOSTLY_FIGURES or look.median <= THOUSAND or look.years > MOSTLY_YEARS:
        return False
    return mostly_round(look) or bool(year_of(column.header.text) or column.header.currency)


def _said_by_header(column: Column, shown: Mapping[Meaning, float], around: Around) -> dict[Meaning, float]:
    """What the words of a header say, with what a year of money, days of a period and past days say besides."""
    said = dict(_by_words(column))
    contact = frozenset(header_words(column.header.text))
    if contact and contact <= OF_CONTACT and shown.get(Other.PAST_DATE, 0.0):
        said[Field.LAST_CONTACT] = DAYS_OF_CONTACT
    if only_a_year_of_money(column):
        said = {**said, Field.ANNUAL_FEE: max(YEAR_OF_MONEY, said.get(Field.ANNUAL_FEE, 0.0))}
    if column.header.text.strip() == "%" or column.header.words in LEVELS:
        said = {**said, Field.PROBABILITY: ONLY_PERCENT}
    if _says_what_they_are(column):
        said = {**said, Field.INDUSTRY: OF_BUSINESSES}
    if counts_sent(contact, column.profile, around):
        said = {**said, Field.REFERRALS_PER_YEAR: COUNTS_SENT}
    if _only_days_of_a_period(column):
        said = {**said, Field.CURRENT_HOURS: max(DAYS_OF_A_PERIOD, said.get(Field.CURRENT_HOURS, 0.0))}
    return said


def _of_something_else(name: Field, said: Sequence[str]) -> bool:
    """Whether a header names what is thought of somebody, a risk, or the confidence in something else than the deal."""
    if name in TO_WIN and "risk" in said:
        return True
    if name is Field.RATING_STRENGTHS and OF_OTHER_STRENGTHS & set(said):
        return True
    if name is Field.PROBABILITY:
        if OF_A_WHOLE & set(said) and meanings_of(said).get(Field.PROBABILITY, 0.0) < OF_CHANCE:
            return True
        if "go" in said:  # whether it will be tendered at all, beside whether it is won (`P(go)`, `P(win)`)
            return True
        return "confidence" in said and not OF_WINNING.issuperset(said)
    return name in OF_NAMES and bool(said) and said[-1] in ABOUT


def _says_what_they_are(column: Column) -> bool:
    """Whether a header only asks what something is (`What`), and most of the answers are kinds of organisations."""
    return column.header.words in WHAT and column.profile.share_of(names_business) > MOSTLY_MONEY


def _is_rating(column: Column) -> bool:
    """Whether a header speaks of a rating or of stars over figures up to ten: what others think of a business."""
    look = column.profile
    figures = look.money > MOSTLY_FIGURES and not look.percents
    rated = bool(RATED & set(header_words(column.header.text)))
    return rated and figures and 1 < max(look.amounts, default=0) <= MOST_STARS


def _only_hours(column: Column) -> bool:
    """Whether a header says hours of a period over small figures (`Sales (h/wk)`), which no fee is counted in."""
    header = column.header
    return header.in_hours and not header.currency and column.profile.median < LARGE_NUMBER


def _only_counts_bills(column: Column) -> bool:
    """Whether small whole figures under a word for bills and no more say how many there were (`Rechnungen`: 3, 5)."""
    look = column.profile
    named = bool(header_words(column.header.text)) and BILLS.issuperset(header_words(column.header.text))
    whole = len(look.numbers) == look.size and all(number.is_integer() for number in look.numbers)
    return named and not column.header.currency and whole and look.median < MOST_BILLS


def _only_days_of_a_period(column: Column) -> bool:
    """Whether a header names days of a week, month or quarter and nothing else (`Man-days p.m.`)."""
    header = column.header
    return header.days and header.per not in A_YEAR and set(header_words(header.text)) <= OF_DAYS


def _named_otherwise(named: Sequence[tuple[Meaning, float]], look: ColumnProfile) -> float:
    """How surely a header names something: initials under `Country` are nobody's, under `Inv.` no invoices."""
    others = (score for meaning, score in named if look.initials < ALL_INITIALS or meaning not in OF_FIGURES)
    return max(others, default=0.0)


def _by_words(column: Column) -> Mapping[Meaning, float]:
    """What the words of a header say; where they say little, with the title of its group."""
    noun = noun_of_kind(column)
    words = (noun,) if noun else header_words(column.header.text)
    said = meanings_of(words)
    if _of_money(column, words):  # `2026 bis Okt` names no day
        said = {meaning: score for meaning, score in said.items() if meaning not in DAYS | OTHER_DAYS}
    if column.above and max(said.values(), default=0.0) < 0.6:
        together = meanings_of((*header_words(column.above), *words))
        return {
            meaning: max(said.get(meaning, 0.0), 0.8 * together.get(meaning, 0.0)) for meaning in {*said, *together}
        }
    return said
