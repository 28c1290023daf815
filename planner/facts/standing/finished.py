"""Rows of work that is done (`Complete`), in a list that says of other work that it goes on (`On site`)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import numpy as np

from planner.arrays import Column, Mask
from planner.fields import Field
from planner.parsing.dates.finished_work import days_finished
from planner.parsing.history.work_done import stages_done
from planner.vocabulary import CLIENT_DAYS


def rows_finished(
    columns: Mapping[Field, Column], size: int, today: dt.date | None, day_first: bool | None = None
) -> Mask:
    """(n,) rows whose stage or status says that the work is done, where no day says that it was within a year."""
    rows = np.zeros(size, dtype=np.bool_)
    for name in (Field.STAGE, Field.STATUS):
        if name in columns:
            rows |= np.isin(columns[name], list(stages_done(columns[name].tolist())))
    for name in (Field.EXPECTED_DATE, Field.CLOSED_ON, Field.WON_ON):
        if name in columns:
            rows &= np.isnat(columns[name])
    if today is not None and Field.NOTES in columns and rows.any():
        since = np.datetime64(today, "D") - CLIENT_DAYS
        rows &= ~(days_finished(columns[Field.NOTES].tolist(), today, day_first) > since)
    return rows
