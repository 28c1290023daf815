"""What entries of time call their days, hours and clients, in reports beside a list and in time sheets of a quarter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, TypeVar

DAYS: Final = (
    "date", "start date", "spent date", "work date", "entry date", "activity date", "day", "dt", "datum", "fecha",
    "jour", "started",
)  # fmt: skip
DECIMAL_HOURS: Final = ("hours", "duration (decimal)", "hours (decimal)", "decimal duration")
CLOCK_HOURS: Final = ("time (decimal)", "time (h)", "duration (h)", "hrs", "duration")
OTHER_HOURS: Final = ("quantity", "stunden", "heures", "horas", "uren", "ore", "timer")
CLIENTS: Final = ("client", "client name", "customer", "customer name", "kunde", "mandant", "cliente", "klant")
Part = TypeVar("Part")


def columns_by_header(words: Sequence[str], known: Mapping[Part, Sequence[str]]) -> dict[Part, int]:
    """The column of each part, by the best of its headers that there is.

    Args:
        words: headers in small letters.  known: headers of each part in small letters, the best first.

    Example:
        >>> columns_by_header(["duration", "client", "hours"], {"time": ("hours", "duration"), "day": ("date",)})
        {'time': 2}
    """
    best = {part: next((header for header in headers if header in words), None) for part, headers in known.items()}
    return {part: words.index(header) for part, header in best.items() if header is not None}
