"""Five client lists, as people keep them, to try the planner on.

advisory_firm     four partners, ratings, a Team sheet, some locked hours; what `planner demo` opens
solo_consultant   one person, twenty accounts, ticks and hours a week
crm_export        deals and companies on two sheets, no ratings; won, lost and stale deals among them
partner_tracker   title rows, merged cells, a two-row header, a totals row, money as text
out_of_reach      asks for a balance that its own list cannot reach

The firms, people and figures are invented.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def sample_names() -> tuple[str, ...]:
    """Names of the samples, in alphabetical order."""
    return tuple(sorted(path.stem for path in _folder().glob("*.xlsx")))


def sample_path(name: str = "advisory_firm") -> Path:
    """Where a sample workbook is; `name` with or without `.xlsx`.

    Raises:
        ValueError: on an unknown name; the message lists the known ones.
    """
    stem = name.removesuffix(".xlsx")
    if stem not in sample_names():
        raise ValueError(f"There is no sample called “{name}”; there are {', '.join(sample_names())}.")
    return _folder() / f"{stem}.xlsx"


def _folder() -> Path:
    return Path(str(files(__name__)))
