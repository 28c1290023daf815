"""What each row's account is to the firm and how things stand with it, from all that a list says of it.

Its own column comes first; then its status, the title it stands under, its type, a won stage, a remark, the name of
the sheet, what is billed. Where nothing says it, it stays unknown and is asked about.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import numpy as np

from planner.arrays import Column
from planner.facts.offers import chances_offered, is_offer, rows_of_lost_sales, rows_to_win
from planner.facts.spelled_out import relationships_of_types, suppliers_among
from planner.facts.standing.finished import rows_finished
from planner.facts.standing.row_statuses import (
    Said,
    explained,
    rows_done,
    states_of_rows,
    statuses_of_texts,
    statuses_of_titles,
    tells_clients_from_warm,
    within_a_year,
)
from planner.facts.standing.standing import Standing
from planner.facts.standing.surroundings import Surroundings
from planner.fields import Field
from planner.parsing.history.leaving import left_us
from planner.parsing.remarks.phrases import words_of
from planner.parsing.standing.churn import OF_CHURN
from planner.parsing.standing.relationships import relationship_of, says_quiet
from planner.parsing.standing.sheet_names import ending_sheet, relationship_of_sheet
from planner.parsing.standing.stages import is_stage, outcome_of
from planner.parsing.standing.statuses import LIGHTS
from planner.parsing.standing.words.standing_words import INTEREST
from planner.parsing.standing.words.status_words import ENDING, STATE_CHANCES, State
from planner.parsing.text_cells import as_texts
from planner.vocabulary import Origin, Relationship

TO_WIN = frozenset({Field.STAGE, Field.PROBABILITY, Field.EXPECTED_DATE})
"""Without any of them, work that a sheet of clients names is what they gave (`Active`, `Former`)."""
PAUSED = ("paus", "pauz", "gepauz")
"""How words for a pause begin in several languages."""
LONG_OVER = np.timedelta64(60, "D")
"""A day so far behind is no day of hiring, but the end of what was."""
SAYS_MORE = TO_WIN | {Field.DEAL, Field.STATUS, Field.ANNUAL_FEE}
"""Beside any of them the day of the last job says little of what an account is."""
CLIENT, PROSPECT, PAST = Relationship.CLIENT, Relationship.PROSPECT, Relationship.PAST_CLIENT


def find_standing(
    columns: Mapping[Field, Column], size: int, around: Surroundings, today: dt.date | None = None
) -> Standing:
    """Weigh everything that the rows of a list say of their accounts' relationship and status.

    Args:
        today: the day that the list is read on; without it no day is over.
    """
    rows = _Rows(columns, size, around, today)
    for i, (state, words, at_risk) in enumerate(states_of_rows(rows.told, rows.said[0], size)):
        if i in rows.to_relate:
            rows.relate(i, state)
        rows.place(i, *rows.ended(i, state, words))
        if at_risk and (rows.relationship[i] == CLIENT or (not rows.relationship[i] and at_risk in OF_CHURN)):
            rows.risk[i] = at_risk
    return rows.standing()


class _Rows:
    """The rows of a list while it is found out how things stand with their accounts.

    Attributes:
        said: the title of each row, its own relationship, its status and stage, and further words for how things stand.
        told: those of them that are no titles and say something.
        selling: rows in the midst of a sale.  lost: stages of sales that are lost.
        unsold: rows of lost sales.  bought: rows with a bill or a day of work that is done.
        hired: rows whose title, or what was billed, says that their account is a client.
        to_relate: rows whose relationship is not said, or may be another than it says.
        sheet: what the sheet's name says of all its accounts.  apart: whether clients and warmth stand side by side.
        over: rows with a day that is long past.  finished: rows of work that is done.
        done: whether work whose end a row states ended within a year, by row.
        last: the same of the last job that a column names, where nothing says more.
        kinds, suppliers: what the column of types says, by row.  offered: (n,) chances of stages among relationships.
    """

    def __init__(
        self, columns: Mapping[Field, Column], size: int, around: Surroundings, today: dt.date | None = None
    ) -> None:
        self.columns, self.around = columns, around
        titles = around.sections or ending_sheet(around.sheet, size)
        written = (around.raw, *_status_columns(columns), *around.states)
        by_legend = (Said(texts, statuses_of_texts(texts, around.legend)) for texts in written)
        self.said = [Said(titles, statuses_of_titles(titles)), *by_legend]
        self.told = [one for one in self.said[1:] if len(one.status)]
        self.apart = any(map(tells_clients_from_warm, self.said))
        self.kinds = relationships_of_types(columns.get(Field.TYPE, ())) or [None] * size
        self.suppliers = suppliers_among(list(columns.get(Field.TYPE, ())), self.kinds)
        self.stages = columns[Field.STAGE].tolist() if Field.STAGE in columns else []
        self.lost = {stage for stage in set(self.stages) if outcome_of(stage) == "lost"}
        self.selling = rows_to_win(self.stages)
        self.unsold = rows_of_lost_sales(columns, titles, around.sheet, size)
        self.bought = around.billed | around.paid | around.once | {i for i in self.unsold if _was_hired(i, columns)}
        self.hired = around.billed.union(
            i for i, title in enumerate(self.said[0].status) if title.relationship is CLIENT
        )
        days = columns.get(Field.EXPECTED_DATE)
        over = () if days is None or today is None else np.flatnonzero(days < np.datetime64(today, "D") - LONG_OVER)
        self.over = frozenset(int(i) for i in over)
        self.finished = frozenset(np.flatnonzero(rows_finished(columns, size, today)).tolist())
        self.done = {} if today is None else rows_done(_status_columns(columns), today)
        jobs = [] if SAYS_MORE & columns.keys() or Field.WON_ON not in columns else [columns[Field.WON_ON]]
        self.last = {} if today is None else within_a_year(jobs, today)
        self.sheet = relationship_of_sheet(around.sheet)
        if {Field.RELATIONSHIP, Field.DEAL, Field.STAGE} & columns.keys():
            # a sheet of introducers may name persons beside firms, and one of prospects has stages
            to_win = Field.RELATIONSHIP in columns or bool(TO_WIN & columns.keys())
            of_deals = {Field.RELATIONSHIP, Field.DEAL} & columns.keys()
            kept = {Relationship.REFERRAL_SOURCE, PAST} if of_deals else {Relationship.REFERRAL_SOURCE, PAST, PROSPECT}
            self.sheet = self.sheet if self.sheet in kept or not to_win else None
        self.offered = chances_offered(columns, around.raw, size, around.legend)
        self.relationship = columns[Field.RELATIONSHIP].tolist() if Field.RELATIONSHIP in columns else [""] * size
        unsaid = (i for i, text in enumerate(self.relationship) if not text or text == around.unticked)
        self.to_relate = self.hired.union(unsaid, filter(self.has_left, range(size)))
        self.origin = [str(Origin.READ) if text else "" for text in self.relationship]
        self.chance = [np.nan] * size
        self.left_out: dict[int, str] = {}
        self.doubtful: dict[int, str] = {}
        self.risk: dict[int, str] = {}

    def has_left(self, i: int) -> bool:
        """Whether a client has left by its own status, as CRMs say it beside how far it once came (`Churned`)."""
        return self.relationship[i] == CLIENT and self.said[2].of(i).relationship is PAST

    def relate(self, i: int, state: State | None) -> None:
        """Work out the relationship where the list does not say it, or says it of one who only sends work."""
        around = self.around
        if self.has_left(i):
            self.relationship[i], self.origin[i] = str(PAST), str(Origin.WORKED_OUT)
            return
        no_client = bool(around.unticked) and i in around.sends and self.relationship[i] == around.unticked
        if i in self.hired and self.relationship[i] == PROSPECT and len(around.raw) and is_offer(around.raw[i]):
            # a client's own column says no more than what it is offered now (`Devis envoyé` under `Clients`)
            self.relationship[i], self.origin[i] = str(CLIENT), str(Origin.WORKED_OUT)
        if self.relationship[i] and not no_client:
            return
        idle = (i in around.unbilled or (self.sheet is CLIENT and i not in around.billed)) and i not in around.free
        to_win = i in self.selling or (around.billed and idle) or (self.apart and state in LIGHTS)
        kind, of_sheet = self.kinds[i], PROSPECT if to_win else self.sheet
        known = _worked_out(i, self, kind, of_sheet) or kind or of_sheet or around.told.get(i)
        self.relationship[i], self.origin[i] = str(known or ""), str(Origin.WORKED_OUT) if known else ""

    def ended(self, i: int, state: State | None, words: str) -> tuple[State | None, str]:
        """How things stand once stages that are lost, suppliers and remarks are weighed too, and the words for it."""
        client = self.relationship[i] == CLIENT
        if self.lost and state is None and not client and self.stages[i] in self.lost:
            state, words = State.ENDED, self.stages[i]
        elif i in self.suppliers and state is None and not client:
            state, words = State.ENDED, self.suppliers[i]
        if i in self.around.ended and state is not State.ENDED:
            if not client or i in self.around.idle:
                return State.ENDED, self.around.ended[i]
            self.doubtful[i] = self.around.ended[i]
        if client and i in self.around.gone:
            self.doubtful[i] = self.around.gone[i]
        return state, words

    def place(self, i: int, state: State | None, words: str) -> None:
        """Leave an account out, or say what chance goes with how warm it is."""
        if state in ENDING:
            self.left_out[i] = explained(words, self.around.legend)
        elif self.relationship[i] != CLIENT:
            self.chance[i] = STATE_CHANCES[state] if state is not None else self.offered[i]

    def standing(self) -> Standing:
        relationship, origin = as_texts(self.relationship), as_texts(self.origin)
        titles = {i: title for i, title in enumerate(self.around.sections) if title}
        return Standing(relationship, origin, np.array(self.chance), self.left_out, self.doubtful, self.risk, titles)


def _status_columns(columns: Mapping[Field, Column]) -> list[Sequence[str]]:
    """The columns of status and stage, which people use for the same."""
    return [columns[name].tolist() if name in columns else () for name in (Field.STATUS, Field.STAGE)]


def _worked_out(row: int, rows: _Rows, kind: Relationship | None, sheet: Relationship | None) -> Relationship | None:
    """The relationship where no column of its own says it; what rests on a sheet of clients is still one."""
    columns, said, around = rows.columns, rows.said, rows.around
    stage, result = (columns[name][row] if name in columns else "" for name in (Field.STAGE, Field.STATUS))
    outcome = outcome_of(stage or result)
    title, _, status, staged, *_ = (one.of(row).relationship for one in said)
    coded = Relationship(around.coded[row]) if len(around.coded) and around.coded[row] else None
    known = kind if kind in {CLIENT, Relationship.PAST_CLIENT} else None
    rated = len(around.odds) > 0 and kind is None  # `Active` under a rating says less than the type beside it
    odds = relationship_of(around.odds[row]) if rated and around.odds[row] else None
    refers = title if title is Relationship.REFERRAL_SOURCE else None  # of whom nothing came for long is still one
    if status is PROSPECT and row in rows.hired and is_offer(said[2].texts[row]):
        status = None  # what a client is offered now
    remarked = around.remarked.get(row)  # who sends work and is `not a client` is no prospect for that
    gone = remarked is PAST and row in around.elsewhere and row in rows.unsold and row not in rows.bought
    remarked = None if gone or (remarked is PROSPECT and row in around.sends) else remarked
    if known is CLIENT and remarked is PAST and row not in around.ended:
        known = PAST  # programs call customers so for good
    own = coded or status or known or refers or remarked or title or odds or around.since.get(row)
    own = CLIENT if own is PROSPECT and row in around.billed and _may_have_bought(said[2].texts, row) else own
    own = own or (staged if stage and (not is_stage(stage) or left_us(stage)) else None)
    own = (
        PROSPECT
        if own is PAST and _went_quiet(said, row) and PROSPECT in (title, relationship_of_sheet(around.sheet))
        else own
    )
    if row in rows.done and own in {status, staged, None}:
        return CLIENT if rows.done[row] or row in around.billed else PAST
    if own is None and row in rows.finished:
        return PAST
    if own is not None or outcome == "won":
        return own or CLIENT
    return _by_billing(row, rows, sheet, outcome)


def _by_billing(row: int, rows: _Rows, sheet: Relationship | None, outcome: str) -> Relationship | None:
    """The relationship by what was billed or ended, where no words name it."""
    columns, around = rows.columns, rows.around
    states = {one.of(row).state for one in rows.said}
    ended = outcome == "lost" or State.ENDED in states
    rests = ended or State.PARKED in states
    hired, paying = _was_hired(row, columns), row in around.billed or row in around.paid
    if (hired and around.billed) or paying or row in around.once:
        return PAST if rests or not paying else CLIENT
    if State.PARKED in states and _is_paused(row, rows):
        return CLIENT
    over = hired and row in around.ended
    if around.of_contracts:  # under `Perdus`, long past; of what was only quoted that is no more than its day
        over = over or (row in rows.over and rows.said[0].of(row).state is State.ENDED)
    if rests or over:
        return PAST if over or (around.of_work and not outcome) else PROSPECT if ended else sheet or PROSPECT
    return _to_be_won(row, rows, sheet)


def _to_be_won(row: int, rows: _Rows, sheet: Relationship | None) -> Relationship | None:
    """The relationship by what is offered, or what is paid every year, where nothing was billed and nothing ended."""
    columns, around = rows.columns, rows.around
    worth = [columns[name][row] for name in (Field.ANNUAL_FEE, Field.PROBABILITY) if name in columns]
    unpaid = all(np.isnan(one) or one == 0 for one in worth) and (bool(worth) or sheet is not CLIENT)
    sends = row in around.sends and unpaid and rows.kinds[row] is not PROSPECT
    if (around.unticked and not sends) or 0 < rows.offered[row] < 1:
        return Relationship(around.unticked or PROSPECT)
    if (row in around.recurring or row in around.free) and _nothing_to_win(row, columns):
        return CLIENT
    if sheet is None and row in rows.last:
        return CLIENT if rows.last[row] else PAST
    unhired = row in around.unhired and rows.kinds[row] is None
    return Relationship.REFERRAL_SOURCE if sends else PROSPECT if around.since or unhired else None


def _was_hired(row: int, columns: Mapping[Field, Column]) -> bool:
    """Whether a row has the day of a job that was won, or of the last one."""
    return Field.WON_ON in columns and not np.isnat(columns[Field.WON_ON][row])


def _is_paused(row: int, rows: _Rows) -> bool:
    """Whether work that is paid rests for a while: its status says paused, which is no word for one to be won."""
    fees = rows.columns.get(Field.ANNUAL_FEE)
    paid = fees is not None and fees[row] > 0
    return paid and any(word.startswith(PAUSED) for one in rows.told for word in words_of(one.texts[row])[:2])


def _went_quiet(said: Sequence[Said], row: int) -> bool:
    """Whether a status or stage says no more than that an account went quiet: a prospect that did so was no client."""
    return any(says_quiet(one.texts[row]) for one in said[2:4] if len(one.texts) > row)


def _may_have_bought(statuses: Sequence[str], row: int) -> bool:
    """Whether a status says that an account is new, or interested: of one that is billed, a new client or more work."""
    words = words_of(statuses[row]) if len(statuses) > row else ()
    return words[:1] == ("new",) or " ".join(words) in INTEREST


def _nothing_to_win(row: int, columns: Mapping[Field, Column]) -> bool:
    """Whether a row has no chance, stage or date of something that is still to be won."""
    chance, date = columns.get(Field.PROBABILITY), columns.get(Field.EXPECTED_DATE)
    staged = any(columns[name][row] for name in (Field.STAGE, Field.STATUS) if name in columns)
    return not staged and (chance is None or np.isnan(chance[row])) and (date is None or np.isnat(date[row]))
