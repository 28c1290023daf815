"""Hours that clients buy (`Hrs pm` of a retainer), which are no hours for winning work: nobody has so many for that."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from planner.detection.columns.mapped import Mapped
from planner.fields import Field
from planner.parsing.cell_values import as_cells
from planner.parsing.durations import parse_hours
from planner.parsing.header_text import Header

MOST_A_WEEK: Final = 20.0
"""So many hours a week each are more than those who do the work as well have for winning it."""
_WEEKS: Final = 13.0


def are_of_work(column: int, header: Header, mapped: Mapped, columns: Sequence[Sequence[Any]]) -> bool:
    """Whether hours a week or a month, taken together, are more than the owners of the list have for winning work."""
    if not header.per:
        return False
    hours = parse_hours(columns[column], header=header.hours, weeks=_WEEKS, decimal_comma=False).values
    owner = mapped.columns.get(Field.OWNER)
    people = len(as_cells(columns[owner]).texts) if owner is not None else 1
    return float(np.nansum(hours)) > MOST_A_WEEK * _WEEKS * max(people, 1)
