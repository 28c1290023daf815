"""What is known of a column and how well it fits a meaning: what the scores hand on."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from planner.detection.columns.scores.column_profile import ColumnProfile
from planner.detection.headers.field_words import Meaning, Other
from planner.fields import Field
from planner.parsing.header_text import Header

TO_WIN = (Field.STAGE, Field.PROBABILITY)
SURE_PHRASE = 0.78
"""From here on a header is a phrase that names its field and nothing else."""


@dataclass(frozen=True)
class Score:
    """How well a column fits a meaning.

    Attributes:
        header: by the words of its header alone.  values: by its values alone.
        total: both, what does not fit weighed in.
    """

    total: float
    header: float
    values: float

    @property
    def sure_phrase(self) -> bool:
        return self.header > SURE_PHRASE


@dataclass(frozen=True, eq=False)
class Column:
    """One column of a table: its header taken apart, the title of the group it stands in, its values."""

    at: int
    header: Header
    above: str
    profile: ColumnProfile


def best_other(scores: Mapping[Meaning, Score]) -> tuple[Other | None, float]:
    """The meaning that is no field which a column fits best, and how well."""
    others = ((meaning, score.total) for meaning, score in scores.items() if isinstance(meaning, Other))
    return max(others, key=lambda one: one[1], default=(None, 0.0))


def fields_of(scores: Mapping[Meaning, Score], without: Collection[Field] = ()) -> dict[Field, Score]:
    """The fields that a column may be, and how well it fits each."""
    return {name: score for name, score in scores.items() if isinstance(name, Field) and name not in without}
