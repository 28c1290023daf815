"""Fees with their gaps filled from what the firm won before. Money a year; fees of 0 stay, but shape no median."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from planner.arrays import Mask, Numbers, Texts
from planner.fields import Field
from planner.roster.roster import Roster
from planner.valuation.distinct import Distinct, distinct, is_one_of
from planner.vocabulary import Relationship

LEAST_FEES = 3
"""The fees of fewer accounts of a relationship say nothing of what is usual for it."""
SERVED = (str(Relationship.CLIENT), str(Relationship.PAST_CLIENT))


@dataclass(frozen=True, eq=False)
class Filled:
    """A (n,) column without gaps, and where it was filled."""

    values: Numbers
    assumed: Mask


@dataclass(frozen=True, eq=False)
class Won:
    """What the firm is paid: won deals, else the fees of those who are or were clients."""

    service: Texts
    fee: Numbers


def fill_fees(roster: Roster, relationship: Texts) -> Filled:
    """(n,) fees: as given; else the median won for the service, else of the relationship, else of the list.

    NaN only where nothing in the list has a fee above 0.
    """
    fee = roster.number(Field.ANNUAL_FEE)
    gap = np.isnan(fee)
    if not gap.any():
        return Filled(fee, gap)
    known = fee > 0
    services = distinct(roster.text(Field.SERVICE)).plain()
    relationships = distinct(relationship)
    of_service = services.spread(_looked_up(services, medians(_won(roster, relationship))))
    of_relationship = relationships.spread(
        _looked_up(relationships, medians(Won(relationship[known], fee[known]), LEAST_FEES)),
    )
    usual = np.where(np.isnan(of_relationship), typical_fee(roster), of_relationship)
    usual = np.where(np.isnan(of_service), usual, of_service)
    return Filled(np.where(gap, usual, fee), gap)


def typical_fee(roster: Roster) -> float:
    """Median of the list's fees above 0, else of what was won; NaN where there is no money at all."""
    fee = roster.number(Field.ANNUAL_FEE)
    known = fee[fee > 0]
    if not len(known) and roster.deals is not None:
        known = roster.deals.amount[(roster.deals.state == "won") & (roster.deals.amount > 0)]
    return middle(known) if len(known) else float("nan")


def medians(won: Won, least: int = 1) -> Mapping[str, float]:
    """Median fee per service (compared without case) with at least so many; fees of no service are left out."""
    found = distinct(won.service).plain()
    order = np.argsort(found.codes, kind="stable")
    ends = np.searchsorted(found.codes[order], np.arange(1, len(found.values)))
    parts = np.split(won.fee[order], ends)
    return {name: middle(part) for name, part in zip(found.values, parts, strict=False) if name and len(part) >= least}


def middle(values: Numbers) -> float:
    """Median of (k,) known values, k at least 1; `np.median` would load numpy's masked arrays for it."""
    ordered = np.sort(values)
    return float((ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2)


def _won(roster: Roster, relationship: Texts) -> Won:
    if roster.deals is not None:
        won = (roster.deals.state == "won") & (roster.deals.amount > 0)
        return Won(roster.deals.service[won], roster.deals.amount[won])
    fee = roster.number(Field.ANNUAL_FEE)
    served = (fee > 0) & is_one_of(relationship, SERVED)
    return Won(roster.text(Field.SERVICE)[served], fee[served])


def _looked_up(found: Distinct, table: Mapping[str, float]) -> Numbers:
    return np.array([table.get(text, np.nan) for text in found.values], dtype=np.float64)
