"""Words for what is offered to an account, under its relationship or its status. Chances are 0 to 1."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np

from planner.arrays import Column, Numbers, Texts
from planner.detection.columns.scores.fee_words import EXPECTED
from planner.fields import Field
from planner.parsing.chances.chance_words import says_chance
from planner.parsing.header_text import plain
from planner.parsing.remarks.decision_days import decision_in
from planner.parsing.standing.legends import Legend
from planner.parsing.standing.relationships import relationship_of
from planner.parsing.standing.stages import chance_of_stage, is_stage, outcome_of
from planner.parsing.standing.statuses import LIGHTS, status_of
from planner.parsing.standing.words.stage_words import STAGE_CHANCES
from planner.parsing.standing.words.status_words import ENDING, State
from planner.parsing.word_lists import words
from planner.vocabulary import Relationship

ON_TABLE: Final = 0.3
"""From this chance on a stage is one at which something is on the table."""
BEGINNINGS: Final = words(
    """discovery enquiry inquiry intro introductory chemistry scoping qualifying qualification outreach nurture
    nurturing erstgesprach kennenlerngesprach anfrage decouverte descubrimiento kennismaking"""
)
"""Words of stages at which a sale begins, and nothing is on the table yet."""
ONLY_KINDS: Final = words("lead leads prospect contact contacto contatto kontakt")
"""Words for who is to be won that are stages only beside other stages."""

OF_SALES: Final = EXPECTED | words("deal deals")


def chances_offered(columns: Mapping[Field, Column], raw: Sequence[str], size: int, legend: Legend) -> list[float]:
    """(size,) the chance of a stage written under the relationship (`Proposal sent`), or under the status of a list
    without stages (`Prospect - quote sent`); NaN where something else is.

    Args:
        raw: (size,) what the column of relationships says; empty where there is none.
    """
    statuses = columns.get(Field.STATUS, ()) if Field.STAGE not in columns else ()
    known = {text: _on_table(text) for text in set(statuses)}
    of_status = [known[text] for text in statuses] or [np.nan] * size
    related = _among_relationships(raw, legend)
    if not related:
        return of_status
    merged: list[float] = np.where(np.isnan(related), of_status, related).tolist()
    return merged


def _on_table(status: str) -> float:
    """The chance of a status at which something is on the table or a sale begins, NaN for another."""
    chance = chance_of_stage(status)
    begun = 0 < chance < ON_TABLE and bool(BEGINNINGS & set(plain(status).split()))
    return chance if ON_TABLE <= chance < 1 or begun else np.nan


def _among_relationships(raw: Sequence[str], legend: Legend) -> list[float]:
    """The chance of each stage among relationships; empty where there is none.

    A code that a key explains as a relationship (`NEW = prospect`) is no stage, nor is `Lead` among kinds of contacts.
    """
    texts = set(raw)
    coded = {text for text in texts if any(map(relationship_of, legend.get(text.strip().lower(), ())))}
    kinds = {text for text in texts if text.strip().lower() in ONLY_KINDS}
    known = {text: chance_of_stage(text) for text in texts - coded if text and not outcome_of(text)}
    if not any(0 < chance < 1 for text, chance in known.items() if text not in kinds):
        return []
    return [known.get(text, np.nan) for text in raw]


def is_offer(text: str) -> bool:
    """Whether a text is as a whole a stage at which something is on the table, and no word for clients."""
    core = " ".join(word for word in plain(text).split() if not word.isdigit())  # `3 - Proposal`
    return ON_TABLE <= STAGE_CHANCES.get(core, 0.0) < 1.0 and relationship_of(text) in {None, Relationship.PROSPECT}


def words_for_chances(texts: Sequence[str]) -> Sequence[str]:
    """(n,) what stands in the place of a chance and is none, as it is written, else `""`; empty where all are chances.

    Example:
        >>> words_for_chances(["40%", "laufend"])
        ['', 'laufend']
    """
    known = {text: "" if says_chance(text) else text for text in set(texts)}
    return [known[text] for text in texts] if any(known.values()) else ()


def ending_words(odds: Sequence[str]) -> list[Sequence[str]]:
    """What ends or parks accounts in the place of their chances, as one more column of states; empty for none.

    Example:
        >>> ending_words(["", "abgesagt", "laufend"])
        [['', 'abgesagt', '']]
    """
    ends = {text for text in set(odds) if status_of(text).state in ENDING}
    return [[text if text in ends else "" for text in odds]] if ends else []


def stage_of_offers(header: str, amounts: Numbers, said: Sequence[Any] = ()) -> Texts | None:
    """The header of a column of open offers for each row with an amount, else `""`; None under other headers.

    Args:
        said: (n,) what stands under the relationship, which counts where it says how far an offer is (`en frío`).

    Example:
        >>> stage_of_offers("Angebote offen (T€)", np.array([12_000.0, np.nan]))
        array(['Angebote offen', ''], dtype=object)
    """
    name = " ".join(header.split("(", maxsplit=1)[0].split())
    if not is_offer(name):
        return None
    own = {text: text.strip() for text in set(said) if isinstance(text, str) and _says_how_far(text)}
    stages = [own.get(text, name) for text in said] or name
    return np.where(np.nan_to_num(amounts) > 0, stages, "").astype(object)


def _says_how_far(text: str) -> bool:
    """Whether a text is a stage before the end of a sale, or says how warm an account is."""
    return 0 < chance_of_stage(text) < 1 or status_of(text).state in LIGHTS


def _names_client(stage: str) -> bool:
    return relationship_of(stage) is Relationship.CLIENT and not is_stage(stage)


def rows_to_win(stages: Sequence[str]) -> frozenset[int]:
    """Rows in the midst of a sale, where the stages of others go on to work that was won or name clients (`Proposal`,
    `On site`, `Regular client`)."""
    if not any(outcome_of(stage) == "won" or _names_client(stage) for stage in set(stages)):
        return frozenset()
    return frozenset(i for i, stage in enumerate(stages) if 0 < chance_of_stage(stage) < 1)


def rows_of_lost_sales(columns: Mapping[Field, Column], titles: Sequence[str], sheet: str, size: int) -> frozenset[int]:
    """Rows of which the stage, the title or the sheet says that a sale was lost (`Lost`, `Lost quotes`).

    Among words for clients (`Active`), or where nothing else is to be sold, a status `Lost` may be that of a client.

    Args:
        titles: (size,) over the rows, or empty.
    """
    if _of_lost_sales(sheet):
        return frozenset(range(size))
    lost = {i for i, title in enumerate(titles) if _of_lost_sales(title)}
    for name in (Field.STAGE, Field.STATUS):
        texts = columns[name].tolist() if name in columns else []
        outcomes = {text: outcome_of(text) for text in set(texts)}
        of_sales = any(outcome == "won" or 0 < chance_of_stage(text) < 1 for text, outcome in outcomes.items())
        if of_sales and not any(map(_names_client, outcomes)):
            lost |= {i for i, text in enumerate(texts) if outcomes[text] == "lost"}
    return frozenset(lost)


def _of_lost_sales(title: str) -> bool:
    """Whether a title is one of sales that were lost, and not only of what is lost."""
    said = status_of(title)
    return said.state is State.ENDED and (
        said.relationship is Relationship.PROSPECT or bool(OF_SALES & set(plain(title).split()))
    )


def days_of_decisions(columns: Mapping[Field, Column], asked_again: Sequence[Any]) -> Mapping[Field, Column]:
    """The expected dates of a list that has none, from the days of next steps that are said to be of a decision
    (`Vergabe im Januar` among `KW 49`); empty where there are none.

    Args:
        asked_again: (n,) the column of those days as it is written; empty where there is none.
    """
    if Field.EXPECTED_DATE in columns or Field.NEXT_STEP_DATE not in columns or not len(asked_again):
        return {}
    texts = {cell for cell in asked_again if isinstance(cell, str)}
    decided = {text for text in texts if decision_in(text)}
    if not decided:
        return {}
    at = np.array([cell in decided for cell in asked_again], dtype=np.bool_)
    return {Field.EXPECTED_DATE: np.where(at, columns[Field.NEXT_STEP_DATE], np.datetime64("NaT", "D"))}
