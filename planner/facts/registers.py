"""Registers of work with what was billed for it: their rows are no hopes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np

from planner.arrays import Column, Texts
from planner.detection.list_finder import FoundList
from planner.detection.registers import is_register
from planner.facts.standing import Standing
from planner.fields import Field
from planner.parsing.text_cells import as_texts
from planner.vocabulary import Relationship

HIRED: Final = frozenset({str(Relationship.CLIENT), str(Relationship.PAST_CLIENT)})


def with_those_of_ended_work(found: FoundList, columns: Mapping[Field, Column], standing: Standing) -> Column | None:
    """(n,) relationships of a register's rows with those whose own column only says that the work has ended."""
    if Field.RELATIONSHIP not in columns or not is_register(found):
        return None
    said = columns[Field.RELATIONSHIP]
    return np.where(said == "", standing.relationship, said).astype(object)


def states_of_work(found: FoundList, columns: Mapping[Field, Column], standing: Standing) -> Texts | None:
    """(n,) `won` for each row of a register of billed work that a client gave; None where the list is none."""
    if not is_register(found) or not found.mapped.fees.past or Field.ANNUAL_FEE not in columns:
        return None
    billed = np.nan_to_num(columns[Field.ANNUAL_FEE]) > 0
    rows = zip(standing.relationship.tolist(), billed.tolist(), strict=True)
    return as_texts(["won" if paid or kind in HIRED else "" for kind, paid in rows])
