"""Stages of the work itself in a register of jobs: `Lodged` or `On tools` beside `Quote sent`, `Enquiry` and `Lost`.

Firms that keep one register of all their jobs write in one column how far a quote is and, once it is won, how far the
work is. What no pipeline knows, and has neither the chance nor the day of decision that quotes have, is work under way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.arrays import Texts
from planner.detection.columns.scores.neighbours import END, START
from planner.detection.headers.header_words import header_words
from planner.facts.values import Values
from planner.fields import Field
from planner.parsing.dates.finished_work import day_of_finish
from planner.parsing.header_text import read_header
from planner.parsing.history.work_done import stages_done
from planner.parsing.standing.relationships import relationship_of
from planner.parsing.standing.stages import OPEN, chance_of_stage, outcome_of
from planner.parsing.standing.statuses import status_of
from planner.parsing.text_cells import find_habits, parse_cells
from planner.parsing.word_lists import words
from planner.records.issues import Issue
from planner.vocabulary import Relationship, Severity

CODE: Final = "stages-under-way"
LEAST_KNOWN: Final = 2
"""So many different stages before the sale have to stand in the column."""
GOING: Final = words("ongoing active working")
"""Words for what goes on, be it a sale or the work."""
MOSTLY: Final = 0.5
"""Where fewer of the quotes have a chance or a day of decision, its absence elsewhere says nothing."""
SHOWN: Final = 6


def stages_under_way(said: Mapping[str, str], texts: Texts, values: Values) -> list[str]:
    """The stages of a column that are of work under way, where the column holds stages before the sale too.

    Args:
        said: `won`, `lost` or `""` by stage.  texts: (n,) the stage of each row.
    """
    known = [text for text, outcome in said.items() if text and not outcome and _before_the_sale(text)]
    if len(known) < LEAST_KNOWN:
        return []
    expected, hoped = to_come(values), _has_chance(values)
    running = [text for text, outcome in said.items() if not outcome and _of_a_client(text)]
    running = [text for text in running if not hoped[texts == text].any()]
    tells = expected[np.isin(texts, known)].mean() >= MOSTLY
    if tells:  # of a quote it would be said how likely it is, or when it is decided
        open_words = [text for text, outcome in said.items() if not outcome and text.strip().lower() in GOING]
        running += [text for text in open_words if not expected[texts == text].any()]
    running += _priced_alone(said, texts, known, values)
    if running or "won" in said.values() or not tells:
        return running
    others = [text for text, outcome in said.items() if text and not outcome and not _of_a_pipeline(text)]
    hopes = expected | _under_prospects(values)
    return [text for text in others if not hopes[texts == text].any()]


def going_beside_finished(texts: Texts, values: Values) -> list[str]:
    """Words for what goes on (`Running`) in a column that says of other work that it ended (`Finished 2024`), of which
    no row has a chance or a day of decision: they are of work too."""
    different = set(texts)
    if not any(map(day_of_finish, different)) and not stages_done(different):
        return []
    hoped = to_come(values)
    going = (one for one in different if one.strip().lower() in GOING or relationship_of(one) is Relationship.CLIENT)
    return [text for text in going if not hoped[texts == text].any()]


def _priced_alone(said: Mapping[str, str], texts: Texts, known: list[str], values: Values) -> list[str]:
    """Words for what is open (`In progress`) of which every row has a price, where no stage before the sale has one."""
    fees = values.columns.get(Field.ANNUAL_FEE)
    priced = np.nan_to_num(fees) > 0 if fees is not None else np.zeros(values.size, dtype=np.bool_)
    if priced[np.isin(texts, known)].any() or not priced.any():
        return []
    going = (text for text, outcome in said.items() if not outcome and text.strip().lower() in OPEN)
    return [text for text in going if priced[texts == text].all()]


def _under_prospects(values: Values) -> NDArray[np.bool_]:
    """(n,) rows under a title of accounts that are to be won (`New`)."""
    titles = values.found.body.sections
    if len(titles) != values.size:
        return np.zeros(values.size, dtype=np.bool_)
    to_win = {title for title in set(titles) if relationship_of(title) is Relationship.PROSPECT}
    return np.array([title in to_win for title in titles], dtype=np.bool_)


def under_way_told(values: Values) -> tuple[Issue, ...]:
    """A note on the stages of a list of deals that are taken for work under way; none where there are none."""
    for name in (Field.STAGE, Field.STATUS):
        texts = values.columns.get(name)
        match = values.found.mapped.matches.get(name)
        if texts is None or match is None:
            continue
        stages = stages_under_way({text: outcome_of(text) for text in set(texts)}, texts, values)
        if stages:
            listed = ", ".join(f"“{stage}”" for stage in sorted(stages)[:SHOWN])
            return (
                Issue(
                    CODE, Severity.NOTE,
                    f"{listed} {'was' if len(stages) == 1 else 'were'} taken for work under way, and its accounts for "
                    "clients: other rows are quotes that are still to be won.",
                    "Write a chance beside what is still to be won.", values.found.table.sheet.name,
                    f"{match.column}{values.found.table.header_row}", match.header,
                ),
            )  # fmt: skip
    return ()


def _before_the_sale(text: str) -> bool:
    return 0.0 < chance_of_stage(text) < 1.0


def _of_a_client(text: str) -> bool:
    """Whether a stage beside those before the sale is a word for work that goes on (`En cours`, `Laufend`)."""
    open_or_known = text.strip().lower() in OPEN or chance_of_stage(text) == chance_of_stage(text)
    return not open_or_known and relationship_of(text) is Relationship.CLIENT


def _of_a_pipeline(text: str) -> bool:
    """Whether a stage says how far a sale is, or that it rests."""
    return not np.isnan(chance_of_stage(text)) or text.strip().lower() in OPEN or status_of(text).said


def to_come(values: Values) -> NDArray[np.bool_]:
    """(n,) rows that have a chance, or a day of decision."""
    found = _has_chance(values)
    if Field.EXPECTED_DATE in values.columns:
        found |= ~np.isnat(values.columns[Field.EXPECTED_DATE])
    return found


def _has_chance(values: Values) -> NDArray[np.bool_]:
    """(n,) rows with a chance between none and certain."""
    if Field.PROBABILITY not in values.columns:
        return np.zeros(values.size, dtype=np.bool_)
    chance = values.columns[Field.PROBABILITY]
    return np.asarray((chance > 0.0) & (chance < 1.0), dtype=np.bool_)


def begun(values: Values) -> NDArray[np.bool_]:
    """(n,) rows whose work has begun, in a register of engagements with columns of their first and last days."""
    found = np.zeros(values.size, dtype=np.bool_)
    mapped, headers = values.found.mapped, values.found.table.headers
    ended = mapped.columns.get(Field.CLOSED_ON)
    said = {j: set(header_words(headers[j])) for j in (*mapped.unmapped, *(() if ended is None else (ended,)))}
    if values.more or not any(one & END for one in said.values()):
        return found
    for j in (j for j, one in said.items() if one & START):
        cells = values.found.body.columns[j]
        habits = find_habits(
            [], [cells], values.found.table.sheet.decimal_comma, weeks=values.weeks, today=values.today
        )
        habits = replace(habits, day_first=values.day_first) if habits.day_first is None else habits
        days = parse_cells(Field.CREATED_ON, cells, read_header(headers[j]), habits).values
        found |= days <= np.datetime64(values.today, "D")  # never of a missing day
    return found
