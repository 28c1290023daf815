"""Deals, jobs and cards called after client and work: `Brook Mill – new website`, `Roof survey - Halden Group`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planner.parsing.text_shapes import in_capitals, reads_like_name

PARTED, NAMED, LEAST = 0.6, 0.7, 4
"""Names are so called where so many are parted, and the parts of one side read like names."""
CLEARLY = 0.3
"""The client stands second where so many more of the second parts are written as names are."""
_WORK = re.compile(r"\s+(?:[-–—|·])\s+|:\s+")


def clients_of_work(names: Sequence[str]) -> Sequence[str] | None:
    """The client of each name; None where they are not called after client and work."""
    different = set(names) - {""}
    parted = {name: _WORK.split(name, maxsplit=1) for name in different if _WORK.search(name)}
    if len(parted) < max(LEAST, PARTED * len(different)):
        return None
    written = [[in_capitals(parts[side]) for parts in parted.values()] for side in (0, 1)]
    side = int(sum(written[1]) - sum(written[0]) >= CLEARLY * len(parted))
    clients = {name: parts[side].strip() for name, parts in parted.items()}
    if sum(map(reads_like_name, clients.values())) < NAMED * len(clients):
        return None
    return [clients.get(name, name) for name in names]
