"""What columns say of each other: a list of deals has deals' ids, the first column of names is the account.

Headers are read beside the other headers, and scores are raised or lowered by what the neighbours hold.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from planner.detection.columns.scores.column_plausibility import plausibility
from planner.detection.columns.scores.kinds_of_somebody import says_trades
from planner.detection.columns.scores.money_columns import NO_SCORE, year_of
from planner.detection.columns.scores.our_people import champions_of_several, first_names_again, names_apart
from planner.detection.columns.scores.score import SURE_PHRASE, TO_WIN, Column, Score
from planner.detection.headers.field_words import US, Meaning, Other, meanings_of
from planner.detection.headers.header_phrases import header_scores
from planner.detection.headers.header_words import header_words
from planner.detection.headers.periods import columns_of_ages, is_quarter
from planner.detection.headers.work_words import KINDS_OF_WORK, names_work
from planner.fields import Field
from planner.parsing.header_text import Header
from planner.parsing.word_lists import words

DEAL_IDS = frozenset({"id", "record id", "code", "number", "ref", "reference", "no", "external id"})
"""Headers of an id that, in a list that names deals, is the deal's and not the account's."""
OF_A_DEAL = ("deal -", "deal –", "deal:", "opportunity -", "opportunity:", "opportunity –")
"""What CRMs put before the headers of a deal's own columns, its id among them."""
OF_A_PERSON = frozenset({"name", "title", "position", "role", "job title"})
"""Headers that, beside a company and a way to reach somebody, are of the person there."""
A_PERSON = words("contact person ansprechpartner interlocuteur contacto contactpersoon contatto contato kontakt")
A_COMPANY = words("company firm organisation organization firma empresa entreprise societe bedrijf azienda")
A_NAME = words("name nom nombre naam nome")
"""A header that is nothing but this is over accounts where a column of contacts or of tax numbers stands beside it."""
OF_FIRMS = A_PERSON | words("nif cif siret siren ustid steuernummer vat kvk btw rfc uid")
WHO = words("client clients customer prospect kunde mandant cliente klant kund")
ASKING = words("is a an already ist schon est es ya")
ALL_TICKS = 0.9
"""A column of nothing but ticks under a word for what accounts are (`Client?`) says which of them are so."""
START = words("start starts started begin beginn debut inicio from")
END = words("end ends ended finish ende fin einde until")
ACTIONS = words(
    "action actions agreed todo task tasks massnahme massnahmen aufgabe aufgaben accion acciones actie acties"
)
OF_REMARKS = frozenset({"notes", "comments", "remarks", "note", "comment"})
"""Headers of remarks; the description beside them is of the work."""
DUE = words("due date by when deadline bis wann frist termin echeance fecha limite plazo")
BY = words("bis wann")
"""Words over the days by which steps are to be taken, and over no others."""
BY_THEN = 0.8
MOST = 0.5
"""Where one date says when the work begins and another when it ends, the first is no date of hiring to come."""
ROLE = 0.6
"""From here on a header names a role (`CFO`). Persons at the accounts are all others; a few who stand again and again
in that role are the firm's own."""
SHARED, FEW_TWICE = 0.7, 0.1
"""Where one column of owners names most of them more than once, another with hardly any twice names no owners."""
PARTNERS, MANAGERS = (
    words("partner partners ptr principal director directors"),
    words("manager managers mgr pm supervisor senior"),
)
PM, MONTH = "pm", words("month")
"""A project manager, who is short for `per month` in headers of money."""
OF_AN_OFFICE = PARTNERS | MANAGERS | words("in charge client lead engagement responsible the our project job")
"""Words of headers over partners and over those who do their work, where a firm names both beside each client."""
AREA, LIKELY_WORDS = 0.6, 0.5
"""A column called `Area` that holds no places is one of fields of work, where no header names those."""
AN_AREA = words("area patch")
OF_AREAS = words("area areas of work law field fields practice nature")
PAID = words("paid invoiced invoice inv billed pd settled")
TOTALS, LEAST_SERVICES = frozenset(words("total totals fee fees all sum")), 2
OF_WORK = 0.4
"""A column of areas with a larger share of kinds of professional work names what the firm does, no industries."""
HARDLY = 0.5
"""A column with no better score is hardly known."""


def headers_in_context(parts: Sequence[Header]) -> list[Mapping[Field, float]]:
    """What each header names beside the others: in a list of deals `Id` and `Name` are the deal's."""
    alone = [header_scores(header) if header.words else {} for header in parts]
    surely = {name for scores in alone for name, score in scores.items() if score > 0.9}
    plain_name = any(header.words == "name" for header in parts)
    of_persons = Field.ACCOUNT in surely and any(_reaches_a_person(header) for header in parts)
    of_deals = Field.DEAL in surely or (plain_name and {Field.ACCOUNT, Field.STAGE} <= surely and not of_persons)
    remarked = any(header.words in OF_REMARKS for header in parts)
    named: list[Mapping[Field, float]] = []
    for header, own in zip(parts, alone, strict=True):
        scores = dict(own)
        if (of_deals or header.text.lower().startswith(OF_A_DEAL)) and header.words in DEAL_IDS:
            scores.pop(Field.ACCOUNT_ID, None)
        elif (of_persons and header.words in OF_A_PERSON) or (header.words == "description" and remarked):
            scores = {}
        elif header.words == "name" and {Field.ACCOUNT_ID, Field.STAGE} <= surely and Field.DEAL not in surely:
            scores = {Field.DEAL: scores.get(Field.ACCOUNT, 0.75)}
        named.append(scores)
    return named


def _reaches_a_person(header: Header) -> bool:
    """Whether a header is one of telephones or e-mail addresses."""
    said = meanings_of(header_words(header.text))
    return max(said.get(Other.PHONE, 0.0), said.get(Field.EMAIL, 0.0)) > SURE_PHRASE


PLANS = words("plan planned budget target forecast geplant prevu plan previsto gepland soll ziel")
OLDER = 0.7
"""By so much hours of years before, or planned ones, are less likely those of today."""


def beside_each_other(
    columns: Sequence[Column], scored: Sequence[dict[Meaning, Score]]
) -> list[Mapping[Meaning, Score]]:
    """The scores with what the neighbours make likelier: the first column of names is the account."""
    table = _Table(columns, scored)
    return [table.adjusted(i) for i in range(len(columns))]


class _Table:
    """The columns of a table with their scores, and what they say together."""

    def __init__(self, columns: Sequence[Column], scored: Sequence[dict[Meaning, Score]]) -> None:
        self.columns, self.scored = columns, scored
        self.said = [frozenset(header_words(one.header.text)) for one in columns]
        names = (i for i, one in enumerate(columns) if one.profile.text > 0.6 and one.profile.sentences < 0.5)
        self.first = next(names, None)
        self.unknown_first = self.first == 0 and _unknown_names(columns[0], scored[0])
        self.aged = columns_of_ages([one.header.text for one in columns])
        self.named = [i for i, one in enumerate(columns) if names_apart(one)]
        self.ours, self.of_several = first_names_again(columns, scored), champions_of_several(columns, scored)
        self.companies = any(
            A_COMPANY & said and one.profile.names > MOST for said, one in zip(self.said, columns, strict=True)
        )
        self.begun, self.due = _begun(columns, scored), _due(columns, scored)
        self.older = _older_hours(columns, scored)
        self.shared = any(
            one.profile.different < SHARED and _is_owner(scores) for one, scores in zip(columns, scored, strict=True)
        )
        self.partnered = any(
            PARTNERS & said and OF_AN_OFFICE.issuperset(said) and one.profile.few and _is_owner(scores)
            for said, one, scores in zip(self.said, columns, scored, strict=True)
        )
        self.paid = any(
            said and said <= PAID and one.profile.money <= MOST for said, one in zip(self.said, columns, strict=True)
        )
        self.trades = {i for i, one in enumerate(columns) if says_trades(one, scored[i])}

    def adjusted(self, i: int) -> dict[Meaning, Score]:
        """The scores of a column beside the others; each step builds on those before it."""
        own = {} if i in self.aged else dict(self.scored[i])
        self._part_persons_from_accounts(i, own)
        if self._ticks_clients(i):
            own = {Field.RELATIONSHIP: Score(ALL_TICKS, ALL_TICKS, ALL_TICKS)}
        self._know_our_people(i, own)
        self._prefer_first_names(i, own)
        self._doubt_owners_named_once(i, own)
        self._prefer_partners(i, own)
        self._read_area(i, own)
        if self._totals_services(i):
            own.pop(Other.THEIR_MONEY, None)
            _raise(own, Field.ANNUAL_FEE, BY_THEN)
        if i in self.older:
            _lower(own, Field.CURRENT_HOURS, OLDER)
        if is_quarter(self.columns[i].header.text) and self.columns[i].profile.money > MOST:
            own.pop(Field.EXPECTED_DATE, None)  # money of a quarter, however like the numbers of days
        if i in self.begun | self.due:
            _lower(own, Field.EXPECTED_DATE, 0.5, header=0.3)
        if i in self.due:
            cells = list(self.columns[i].profile.cells)
            _raise(own, Field.NEXT_STEP_DATE, BY_THEN * plausibility(Field.NEXT_STEP_DATE, cells))
        return own

    def _part_persons_from_accounts(self, i: int, own: dict[Meaning, Score]) -> None:
        if self.said[i] & A_PERSON and (self.companies or any(other < i for other in self.named)):
            _lower(own, Field.ACCOUNT, 0.4, header=0.3)
        elif i in self.ours:
            _lower(own, Field.ACCOUNT, 0.4)
            _raise(own, Field.OWNER, 0.6)

    def _ticks_clients(self, i: int) -> bool:
        """Whether ticks under a word for what accounts are say which of them are so."""
        said = self.said[i]
        return bool(said & WHO) and said <= WHO | ASKING and self.columns[i].profile.ticks > ALL_TICKS

    def _know_our_people(self, i: int, own: dict[Meaning, Score]) -> None:
        """Take a few names under a word for us, or a few persons in a role, for owners."""
        look = self.columns[i].profile
        if i in self.of_several:
            own.pop(Field.CHAMPION, None)
            _raise(own, Field.OWNER, 0.6)
        if self.said[i] & US and look.few and look.names > 0.6:
            own.pop(Field.CHAMPION, None)
            _raise(own, Field.OWNER, 0.8)
        if Other.PERSON in own and own[Other.PERSON].header >= ROLE and look.few_people:
            for there in (Other.PERSON, Field.ECONOMIC_BUYER, Field.CHAMPION):
                own.pop(there, None)
            _raise(own, Field.OWNER, 0.6)

    def _prefer_first_names(self, i: int, own: dict[Meaning, Score]) -> None:
        if i == self.first and Field.ACCOUNT in own:
            _raise(own, Field.ACCOUNT, 0.15)
            if self.said[i] <= A_NAME and any(OF_FIRMS & said for j, said in enumerate(self.said) if j != i):
                _raise(own, Field.ACCOUNT, 0.2)
        elif self.unknown_first and _owner_as_well(own):
            _lower(own, Field.ACCOUNT, 0.4)

    def _doubt_owners_named_once(self, i: int, own: dict[Meaning, Score]) -> None:
        look = self.columns[i].profile
        if self.shared and look.different > 1 - FEW_TWICE and look.size > 2:
            _lower(own, Field.OWNER, 0.4)

    def _prefer_partners(self, i: int, own: dict[Meaning, Score]) -> None:
        """Take the partner for the owner where a column names the manager beside him: partners win work."""
        managers = MANAGERS & self.said[i] or self.columns[i].header.words == PM
        if managers and (OF_AN_OFFICE | MONTH).issuperset(self.said[i]) and self.partnered:
            _lower(own, Field.OWNER, 0.5)

    def _read_area(self, i: int, own: dict[Meaning, Score]) -> None:
        """Take `Area of work` for services where it names such, `Area` for industries where it holds no known places
        and no other column names those."""
        if len(self.said[i]) > 1 and self.said[i] <= OF_AREAS and self._names_work(i):
            _raise(own, Field.SERVICE, BY_THEN)
            _lower(own, Field.INDUSTRY, 0.4)
            own.pop(Field.REGION, None)
        elif self.said[i] and self.said[i] <= AN_AREA and not self.columns[i].profile.places:
            place = bool(self.trades - {i})
            kind, other = (Field.REGION, Field.INDUSTRY) if place else (Field.INDUSTRY, Field.REGION)
            _raise(own, kind, AREA)
            own.pop(other, None)

    def _totals_services(self, i: int) -> bool:
        """Whether a total stands right behind columns of money for kinds of work (`Tax`, `Bookkeeping`, `Total`), or of
        money for anything, where another column says what of it is paid."""
        before = range(max(0, i - LEAST_SERVICES), i)
        if not self.said[i] or not self.said[i] <= TOTALS or len(before) < LEAST_SERVICES:
            return False
        return all(
            (self.said[j] & KINDS_OF_WORK or (self.paid and self.columns[j].header.currency))
            and self.columns[j].profile.money > MOST
            for j in before
        )

    def _names_work(self, i: int) -> bool:
        """Whether many values of a column are kinds of professional work."""
        texts = self.columns[i].profile.texts
        return sum(map(names_work, texts)) > OF_WORK * len(texts)


def _is_owner(scores: Mapping[Meaning, Score]) -> bool:
    return Field.OWNER in scores and scores[Field.OWNER].total > HARDLY


def _older_hours(columns: Sequence[Column], scored: Sequence[Mapping[Meaning, Score]]) -> frozenset[int]:
    """Of several columns of hours of a year those of years before the last, and those that are but planned."""
    years = {
        i: year_of(f"{one.above} {one.header.text}")
        for i, (one, own) in enumerate(zip(columns, scored, strict=True))
        if Field.CURRENT_HOURS in own
    }
    planned = {i for i in years if PLANS & set(header_words(f"{columns[i].above} {columns[i].header.text}"))}
    last = max((year for i, year in years.items() if i not in planned), default=0)
    return frozenset(planned | {i for i, year in years.items() if 0 < year < last}) if last else frozenset()


def _begun(columns: Sequence[Column], scored: Sequence[Mapping[Meaning, Score]]) -> frozenset[int]:
    """Columns of dates on which work began: another says when it ends, or all is past and nothing is to be won."""
    said = [set(header_words(column.header.text)) for column in columns]
    ends = any(END & words and column.profile.dates > MOST for words, column in zip(said, columns, strict=True))
    to_win = any(scores[name].header > SURE_PHRASE for scores in scored for name in TO_WIN if name in scores)
    starts = [i for i, words in enumerate(said) if START & words]
    return frozenset(
        i
        for i in starts
        if ends or (not to_win and Other.PAST_DATE in scored[i] and scored[i][Other.PAST_DATE].values > 0)
    )


def _due(columns: Sequence[Column], scored: Sequence[Mapping[Meaning, Score]]) -> frozenset[int]:
    """Columns that say by when a step beside them is to be taken: no date of hiring.

    Beside actions any date is theirs; right behind a next step one that says by when, or beside another date to come.
    """
    said = [set(header_words(column.header.text)) for column in columns]
    actions = [i for i, words in enumerate(said) if words and words <= ACTIONS]
    due = {j for i in actions for j in range(i + 1, min(i + 4, len(said))) if said[j] and said[j] <= DUE}
    steps = [i for i, scores in enumerate(scored[:-1]) if scores.get(Field.NEXT_STEP, NO_SCORE).total > LIKELY_WORDS]
    dated = [i for i, scores in enumerate(scored) if scores.get(Field.EXPECTED_DATE, NO_SCORE).total > LIKELY_WORDS]
    behind = (i + 1 for i in steps if said[i + 1] and said[i + 1] <= DUE)
    return frozenset(due | {j for j in behind if said[j] <= BY or set(dated) - {j}})


def _unknown_names(column: Column, scores: Mapping[Meaning, Score]) -> bool:
    """Whether a column holds different names under a header that says next to nothing (`From`, `X`)."""
    look = column.profile
    known = max((score.total for score in scores.values()), default=0.0)
    return look.names > 0.6 and look.different > 0.8 and known < HARDLY


def _owner_as_well(scores: Mapping[Meaning, Score]) -> bool:
    """Whether a column that may be the account (`Lead`) may as well be who looks after it."""
    return (
        Field.ACCOUNT in scores and Field.OWNER in scores and scores[Field.OWNER].total >= scores[Field.ACCOUNT].total
    )


def _raise(own: dict[Meaning, Score], name: Meaning, by: float) -> None:
    """Make a meaning surer by a share of what it lacks."""
    score = own.get(name, Score(0.0, 0.0, 0.0))
    own[name] = dataclasses.replace(score, total=round(1 - (1 - score.total) * (1 - by), 3))


def _lower(own: dict[Meaning, Score], name: Meaning, to: float, header: float | None = None) -> None:
    """Leave a share of how sure a meaning is, where it is one, and say how much its header says."""
    if name in own:
        score = own[name]
        own[name] = dataclasses.replace(
            score, total=to * score.total, header=score.header if header is None else header
        )
