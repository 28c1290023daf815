"""The day that the Quarter page looks at."""

from __future__ import annotations

import datetime as dt


def day_of(text: str | None) -> dt.date:
    """The day in a date field; today where it is blank or none."""
    try:
        return dt.date.fromisoformat((text or "")[:10])
    except ValueError:
        return dt.date.today()
