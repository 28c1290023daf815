"""Which deals are open, won or lost: by their status and stage, the list's own chances, and the dates beside them."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from planner.arrays import Numbers, Texts, missing, same_text
from planner.detection.headers.header_words import header_words
from planner.detection.registers import MATTERS, is_register
from planner.facts.money.billing import paid_rows
from planner.facts.standing.finished import rows_finished
from planner.facts.values import Values
from planner.fields import Field
from planner.parsing.history.work_done import UNDER_WAY
from planner.parsing.remarks.phrases import words_of
from planner.parsing.remarks.remark_families import ENDED, LATER, READY
from planner.parsing.remarks.remarks import said_in
from planner.parsing.standing.relationships import relationship_of
from planner.parsing.standing.stages import is_closed, is_stage, outcome_of
from planner.parsing.standing.statuses import status_of
from planner.parsing.standing.words.status_words import State
from planner.parsing.text_cells import as_texts, read_yes_no
from planner.parsing.word_lists import words
from planner.roster.deals.under_way import begun, going_beside_finished, stages_under_way, to_come
from planner.roster.grouping import is_missing
from planner.vocabulary import Relationship

WON_HEADERS = words(
    """won beauftragt erteilt commissioned instructed awarded mandated gewonnen gagne commande signe adjudicado ganado
    gegund aggiudicato vinto"""
)
"""Words of headers under which a yes says that a deal was won."""
GOING = words("open ongoing active working")
"""Words for a matter that goes on, which of a client is work and no hope."""
LEAST_SENTENCE = 3
"""So many words say more than a stage does."""
MOSTLY_OPEN = 0.5
"""Share of the deals of a stage with a chance between none and certain from which the stage is an open one."""


def states_of(values: Values) -> Texts:
    """`open`, `won` or `lost` for each deal: status first, then stage, then the dates of winning and losing."""
    columns = values.columns
    state = same_text(values.size, "open")
    for name, outcome in ((Field.WON_ON, "won"), (Field.LOST_ON, "lost")):
        if name in columns:
            state[~np.isnat(columns[name])] = outcome
    if values.state is not None:
        state = np.where(values.state != "", values.state, state)
    state = np.where(_of_chances(values) != "", _of_chances(values), state)
    for name in (Field.STAGE, Field.OUTCOME, Field.STATUS):
        if name in columns:
            said = {text: _outcome(name, text, values) for text in set(columns[name])}
            said |= dict.fromkeys(_still_open(said, columns[name], columns.get(Field.PROBABILITY)), "")
            said |= dict.fromkeys(stages_under_way(said, columns[name], values), "won")
            said |= dict.fromkeys(going_beside_finished(columns[name], values), "won")
            if not any(outcome == "won" and text.strip().lower() not in UNDER_WAY for text, outcome in said.items()):
                said |= {text: "won" for text in said if is_closed(text)}
            found = as_texts([said[text] for text in columns[name]])
            state = np.where(found != "", found, state)
    state = np.where(_under_lost(values) & (state == "open"), "lost", state)
    hired = begun(values) | _matters_of_clients(values) | _invoiced(values) | _resting(values) | paid_now(values)
    hired |= rows_finished(values.columns, values.size, values.today, values.day_first)
    return np.where(hired & (state == "open"), "won", state)


def _invoiced(values: Values) -> NDArray[np.bool_]:
    """(n,) jobs of which something was invoiced so far, and that have neither a chance nor a day of decision."""
    rows = np.zeros(values.size, dtype=np.bool_)
    if not values.more and Field.ANNUAL_FEE in values.columns:
        rows[list(paid_rows(values.found))] = True
    return rows & ~to_come(values)


def _under_lost(values: Values) -> NDArray[np.bool_]:
    """(n,) rows under a title that says that they are lost (`Lost since summer`)."""
    titles = values.found.body.sections
    if len(titles) != values.size:
        return np.zeros(values.size, dtype=np.bool_)
    ended = {title for title in set(titles) if status_of(title).state is State.ENDED}
    return np.array([title in ended for title in titles], dtype=np.bool_)


def _matters_of_clients(values: Values) -> NDArray[np.bool_]:
    """(n,) rows of a register of matters whose stage says no more than that they are open, and that are of clients."""
    columns = values.columns
    kinds, stages = columns.get(Field.RELATIONSHIP), columns.get(Field.STAGE)
    named = values.found.mapped.matches.get(Field.DEAL)
    of_work = named is not None and bool(MATTERS & set(words_of(named.header)))
    if kinds is None or stages is None or Field.PROBABILITY in columns or not of_work:
        return np.zeros(values.size, dtype=np.bool_)
    going = {text for text in set(stages) if text.strip().lower() in GOING}
    opened = np.array([text in going for text in stages], dtype=np.bool_)
    return np.asarray(opened & (kinds == Relationship.CLIENT), dtype=np.bool_)


def paid_now(values: Values) -> NDArray[np.bool_]:
    """(n,) rows of work with a fee that their own column or title calls clients, and of which nothing is said that a
    sale has: neither how far it is, nor how likely, nor when. They are what clients pay today."""
    columns, standing = values.columns, values.standing
    fees = columns.get(Field.ANNUAL_FEE)
    sold = Field.DEAL in columns and bool({Field.STAGE, Field.PROBABILITY} & columns.keys())
    if fees is None or standing is None or not sold:
        return np.zeros(values.size, dtype=np.bool_)
    kinds = columns.get(Field.RELATIONSHIP, standing.relationship)
    client = (kinds == Relationship.CLIENT) & (standing.relationship == Relationship.CLIENT)
    told = np.isin(np.arange(values.size), list(standing.titles)) | (Field.RELATIONSHIP in columns)
    rows = client & np.isfinite(fees) & ~to_come(values)
    for name in (Field.STAGE, Field.STATUS):
        texts = columns.get(name, same_text(values.size, ""))
        of_clients = np.isin(texts, list(filter(_calls_client, set(texts))))
        told |= of_clients
        rows &= of_clients | (texts == "")
    for name in (Field.PROBABILITY, Field.CLOSED_ON, Field.WON_ON, Field.LOST_ON):
        rows &= is_missing(columns.get(name, missing(name, values.size)))
    return np.asarray(rows & told, dtype=np.bool_)


def _calls_client(text: str) -> bool:
    """Whether a status is a word for clients and no stage."""
    return not is_stage(text) and text.strip().lower() not in GOING and relationship_of(text) is Relationship.CLIENT


def _resting(values: Values) -> NDArray[np.bool_]:
    """(n,) rows of a register of the firm's work that are paid for and rest (`ruht`): they were given all the same."""
    rests = np.zeros(values.size, dtype=np.bool_)
    if values.more or not is_register(values.found) or Field.ANNUAL_FEE not in values.columns:
        return rests
    for name in (Field.STAGE, Field.STATUS):
        texts = values.columns.get(name, same_text(values.size, ""))
        parked = {text for text in set(texts) if status_of(text).state is State.PARKED}
        rests |= np.array([text in parked for text in texts], dtype=np.bool_)
    return np.asarray(rests & (np.nan_to_num(values.columns[Field.ANNUAL_FEE]) > 0), dtype=np.bool_)


def _still_open(said: Mapping[str, str], texts: Texts, chances: Numbers | None) -> list[str]:
    """Words such as `Delivered` that the list's own chances show to be of a proposal, not of the work."""
    if chances is None:
        return []
    open_chance = (chances > 0.0) & (chances < 1.0)
    return [
        text
        for text, outcome in said.items()
        if outcome == "won" and "won" not in text.lower() and np.mean(open_chance[texts == text]) > MOSTLY_OPEN
    ]


def _of_chances(values: Values) -> Texts:
    """`won` or `lost` for each deal where that is written in the place of a chance."""
    column = values.found.mapped.columns.get(Field.PROBABILITY)
    if column is None or values.more:
        return same_text(values.size, "")
    cells = values.found.body.columns[column]
    said = {cell: outcome_of(cell) if isinstance(cell, str) else "" for cell in set(cells)}
    return as_texts([said[cell] for cell in cells])


def _outcome(name: Field, text: str, values: Values) -> str:
    outcome = outcome_of(text) or ("lost" if _told_no(text) else "")
    if outcome or name is not Field.STATUS:
        return outcome
    header = values.found.mapped.matches[name].header.lower() if name in values.found.mapped.matches else ""
    return "won" if WON_HEADERS & set(header_words(header)) and read_yes_no(text) else ""


def _told_no(text: str) -> bool:
    """Whether a sentence in the place of a stage says that it came to nothing (`a dit non, a déjà quelqu'un`)."""
    if len(words_of(text)) < LEAST_SENTENCE or is_stage(text) or relationship_of(text) is not None:
        return False
    said = {one.family for one in said_in(text) if not one.negated}
    return ENDED in said and not said & {READY, LATER}
