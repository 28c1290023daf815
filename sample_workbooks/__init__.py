"""Five client lists, as people keep them, to try the planner on.

advisory_firm     four partners, ratings, a Team sheet, some locked hours; what `planner demo` opens
solo_consultant   one person, twenty accounts, ticks and hours a week
crm_export        deals and companies on two sheets, no ratings; won, lost and stale deals among them
partner_tracker   title rows, merged cells, a two-row header, a totals row, money as text
out_of_reach      asks for a balance that its own list cannot reach

The firms, people and figures are invented. `sample_workbook` gives one as of today: its dates move with the calendar.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Final

FIRST_DAY: Final[Mapping[str, dt.date]] = MappingProxyType(
    {
        "advisory_firm": dt.date(2026, 9, 1),
        "crm_export": dt.date(2026, 11, 16),
        "out_of_reach": dt.date(2026, 11, 16),
        "partner_tracker": dt.date(2026, 11, 16),
        "solo_consultant": dt.date(2026, 11, 16),
    }
)
"""First day of the quarter that each sample was written for."""


def sample_names() -> tuple[str, ...]:
    """Names of the samples, in alphabetical order."""
    return tuple(sorted(path.stem for path in _folder().glob("*.xlsx")))


def sample_workbook(name: str = "advisory_firm", today: dt.date | None = None) -> bytes:
    """A sample with its dates moved by whole weeks, so that its quarter begins in the week before `today`.

    Raises:
        ValueError: on an unknown name; the message lists the known ones.
    """
    from sample_workbooks.calendar import move

    path = sample_path(name)
    return move(path.read_bytes(), FIRST_DAY[path.stem], today or dt.date.today())


def sample_path(name: str = "advisory_firm") -> Path:
    """Where a sample workbook is, as it was written; `name` with or without `.xlsx`.

    Raises:
        ValueError: on an unknown name; the message lists the known ones.
    """
    stem = name.removesuffix(".xlsx")
    if stem not in sample_names():
        raise ValueError(f"There is no sample called “{name}”; there are {', '.join(sample_names())}.")
    return _folder() / f"{stem}.xlsx"


def _folder() -> Path:
    return Path(str(files(__name__)))
