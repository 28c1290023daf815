"""The next step with an account, as the list has it: what is to be done, and by when."""

from __future__ import annotations

import datetime as dt

from planner import text
from planner.fields import Field
from planner.roster.roster import Roster


def next_step(roster: Roster, account: int) -> str:
    """The next step with its day where a column of its own says it, or `""`: `Send the renewal (by 5 Dec 2026)`."""
    step = str(roster.text(Field.NEXT_STEP)[account]).strip().rstrip(".")
    day = roster.date(Field.NEXT_STEP_DATE)[account].astype("datetime64[D]").item()
    if not isinstance(day, dt.date):
        return step
    by = f"by {text.day_text(day)}"
    return f"{step} ({by})" if step else f"Next step {by}"
