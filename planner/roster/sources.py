"""Where each fact of each account comes from: read from a cell, worked out, assumed, or told by somebody.

What the reading knows better than these general rules stands in `Roster.sources` already and is kept.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

import numpy as np

from planner.arrays import Texts, same_text
from planner.fields import Field
from planner.roster.grouping import count, is_missing
from planner.roster.roster import Roster
from planner.vocabulary import Origin

SUMMED_FROM_DEALS: Final = frozenset(
    {Field.ANNUAL_FEE, Field.PROBABILITY, Field.EXPECTED_DATE, Field.STAGE, Field.DEAL, Field.SERVICE}
)
"""Facts of an account that are its one deal's, or worked out from several."""


def with_sources(roster: Roster) -> Roster:
    """The roster with the origin of every fact that it has; `""` where a fact is missing."""
    found = {name: _source(roster, name) for name in roster.columns}
    return dataclasses.replace(roster, sources=MappingProxyType(found))


def marked(roster: Roster, name: Field, accounts: Iterable[int], origin: Origin) -> Mapping[Field, Texts]:
    """The roster's sources with those of some accounts set for one field."""
    column = roster.sources[name].copy() if name in roster.sources else same_text(roster.size, "")
    column[list(accounts)] = str(origin)
    return MappingProxyType({**roster.sources, name: column})


def _source(roster: Roster, name: Field) -> Texts:
    """(n,) origins of one field: what the reading said, else read where a column is mapped and worked out elsewhere."""
    there = ~is_missing(roster.columns[name])
    mapped = name in roster.source.mapping or any(name in more for more in roster.source.more)
    found = same_text(roster.size, "")
    found[there] = str(Origin.READ if mapped else Origin.WORKED_OUT)
    if roster.deals is not None:
        found[there & _of_several_deals(roster, name)] = str(Origin.WORKED_OUT)
    said = roster.sources.get(name)
    if said is not None and len(said) == roster.size:
        found = np.where((said != "") & there, said, found)
    if name in roster.overridden:
        found[roster.overridden[name]] = str(Origin.TOLD)
    return found


def _of_several_deals(roster: Roster, name: Field) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """(n,) accounts whose value comes from several deals, or is not as the file states it; without a deal it stands on
    the list of companies."""
    deals = roster.deals
    assert deals is not None
    if name is Field.RELATIONSHIP:
        stated = deals.stated.get(name)
        return np.ones(roster.size, dtype=np.bool_) if stated is None else roster.columns[name] != stated
    if name not in SUMMED_FROM_DEALS:
        return np.zeros(roster.size, dtype=np.bool_)
    return np.asarray(count(deals.account, roster.size, np.ones(deals.size, dtype=np.bool_)) > 1, dtype=np.bool_)
