"""A mapping of columns kept for next month's export: found again by the set of its headers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from planner.parsing.header_text import plain
from planner.roster.roster import Roster


def header_set_key(headers: Iterable[str]) -> str:
    """A short key of a set of headers; order, case and signs do not count."""
    words = sorted({plain(header) for header in headers if header.strip()})
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:16]


def roster_key(roster: Roster) -> str:
    """The key of the headers that a roster was read from."""
    own = [match.header for match in roster.source.mapping.values() if not match.sheet]
    return header_set_key((*own, *roster.source.unmapped))
