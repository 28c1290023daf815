"""What the texts of status, stage, title and remarks in a list's rows say, and the words that say so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from planner.arrays import Column, Texts
from planner.detection.found_list import FoundList
from planner.facts.money.billing import rows_with_amounts, rows_without_fees
from planner.fields import Field
from planner.parsing.dates.finished_work import days_finished
from planner.parsing.history.leaving import chose_another
from planner.parsing.history.lost_bids import lost_bid, only_talks
from planner.parsing.history.work_told import work_told
from planner.parsing.remarks.clue import FreeTexts
from planner.parsing.remarks.phrases import words_of
from planner.parsing.standing.legends import Legend
from planner.parsing.standing.relationships import remarked_relationship
from planner.parsing.standing.statuses import LIGHTS, SILENT, Status, state_letters, status_of
from planner.parsing.standing.titles import status_of_title
from planner.parsing.standing.words.status_words import State
from planner.parsing.text_cells import as_texts
from planner.vocabulary import CLIENT_DAYS, Relationship

OUTCOMES = MappingProxyType({"w": "Won", "l": "Lost", "y": "Won", "n": "Lost"})


@dataclass(frozen=True, eq=False)
class Said:
    """A column of texts and what each of them says; both empty where there is none."""

    texts: Sequence[str]
    status: Sequence[Status]

    def of(self, row: int) -> Status:
        return self.status[row] if len(self.status) else SILENT


def tells_clients_from_warm(said: Said) -> bool:
    """Whether texts name clients on the one side and how warm accounts are on the other (`Client`, `Hot`, `Cold`)."""
    different = dict(zip(said.texts, said.status, strict=True)).values()
    kinds = {(one.relationship, one.state in LIGHTS) for one in different}
    return (Relationship.CLIENT, False) in kinds and (None, True) in kinds


def states_of_rows(told: Sequence[Said], titles: Said, size: int) -> list[tuple[State | None, str, str]]:
    """How things stand with each row, the words that say so, and those that say that it may be lost.

    Rows that say the same are weighed once.
    """
    columns = [*told, titles] if len(titles.texts) else told
    if not columns:
        return [(None, "", "")] * size
    rows = list(zip(*(one.texts for one in columns), strict=True))
    statuses = zip(*(one.status for one in columns), strict=True)
    known = {texts: _state(texts, said, len(told)) for texts, said in dict(zip(rows, statuses, strict=True)).items()}
    return [known[texts] for texts in rows]


def _state(texts: Sequence[str], said: Sequence[Status], told: int) -> tuple[State | None, str, str]:
    """How things stand, and the words that say so: what ends an account comes before what warms it.

    Only the first `told` texts, which are no titles, say that an account may be lost.
    """
    risk = next((text for text, one in zip(texts[:told], said[:told], strict=True) if one.risk), "")
    states = [(one.state, text) for text, one in zip(texts, said, strict=True) if one.state is not None]
    for state in (State.ENDED, State.PARKED):
        ending = [text for found, text in states if found is state]
        if ending:
            return state, ending[0], risk
    return (*states[0], risk) if states else (None, "", risk)


def explained(words: str, legend: Legend) -> str:
    """Words that end an account, a code with what the sheet says that it means: `X = do not act`."""
    meaning = next(iter(legend.get(words.strip().lower(), ())), "")
    return f"{words} = {meaning}" if meaning and meaning.lower() != words.strip().lower() else words


def statuses_of_texts(texts: Sequence[str], legend: Legend) -> list[Status]:
    """What each text says, by the legend where it is a code, or by what its letters usually mean."""
    different = set(texts)
    letters = state_letters(different)
    known = {text: _one(text, letters, legend) for text in different}
    return [known[text] for text in texts]


def statuses_of_titles(titles: Sequence[str]) -> list[Status]:
    """What each title says; letters that stand over rows (`A`, `B`) are codes like those of a column."""
    letters = state_letters(set(titles))
    return [letters.get(text.strip().lower()) or status_of_title(text) for text in titles]


def outcomes_in_letters(header: str, texts: Texts) -> Texts:
    """(n,) `Won` and `Lost` for the letters under a header that says so (`Won/Lost`), all else as it stands."""
    if not {"won", "lost"} <= set(words_of(header)):
        return texts
    return as_texts([OUTCOMES.get(text.strip().lower(), text) for text in texts])


def _one(text: str, letters: Mapping[str, Status], legend: Legend) -> Status:
    code = text.strip().lower()
    explained = next((one for one in map(status_of, legend.get(code, ())) if one.said), SILENT)
    if explained.said:
        return replace(explained, risk=explained.risk or (code == "r" and explained.state is State.COLD))
    return letters.get(code) or status_of(text)


def told_of_work(found: FoundList, texts: FreeTexts, today: dt.date) -> dict[int, Relationship]:
    """What the work that remarks tell of says of the relationship, of rows without a fee, by row."""
    fees = found.mapped.columns.get(Field.ANNUAL_FEE)
    paid = rows_with_amounts(found, () if fees is None else (fees,))
    rows = zip(texts.row.tolist(), texts.text.tolist(), strict=True)
    told = {row: work_told(text, today) for row, text in rows if row not in paid}
    return {row: kind for row, kind in told.items() if kind is not None}


def rows_not_won(found: FoundList, texts: FreeTexts) -> frozenset[int]:
    """Rows without a fee whose remarks say that a bid was lost, or that one has only begun to talk with them."""
    unpaid = rows_without_fees(found)
    rows = zip(texts.row.tolist(), texts.text.tolist(), strict=True)
    return frozenset(row for row, text in rows if row in unpaid and (lost_bid(text) or only_talks(text)))


def rows_done(columns: Sequence[Sequence[str]], today: dt.date) -> dict[int, bool]:
    """Rows of which a column says when their work ended (`Finished 2024`), and whether that was within a year."""
    return within_a_year([days_finished(texts, today, None) for texts in columns], today)


def within_a_year(columns: Sequence[Column], today: dt.date) -> dict[int, bool]:
    """Whether the day in each row that has one is less than a year ago."""
    last = np.datetime64(today, "D") - CLIENT_DAYS
    return {i: bool(day >= last) for days in columns for i, day in enumerate(days) if not np.isnat(day)}


def rows_elsewhere(texts: FreeTexts) -> frozenset[int]:
    """Rows whose remarks say that somebody has gone, and of each of these only to whom."""
    past = {text for text in set(texts.text.tolist()) if remarked_relationship(text) is Relationship.PAST_CLIENT}
    rows = [(row, text) for row, text in zip(texts.row.tolist(), texts.text.tolist(), strict=True) if text in past]
    return frozenset(row for row, _ in rows) - {row for row, text in rows if not chose_another(text)}
