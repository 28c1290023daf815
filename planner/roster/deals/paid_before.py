"""What each account of a list of deals paid before: within a year, usually, or in the last year of its invoices."""

from __future__ import annotations

import numpy as np

from planner.arrays import Numbers
from planner.roster.grouping import total
from planner.roster.roster import Deals
from planner.vocabulary import CLIENT_DAYS


def hired_within_a_year(deals: Deals, size: int, start: np.datetime64) -> Numbers:
    """(size,) what each account hired for within a year, or is about to: the sum of what it pays in a year."""
    days = (start - deals.closed.astype("datetime64[D]")).astype(np.float64)
    recent = (deals.state == "won") & (np.isnat(deals.closed) | (days <= CLIENT_DAYS))
    return total(deals.account, size, np.where(recent, deals.amount, np.nan))


def typical_fee(deals: Deals, size: int) -> Numbers:
    """(size,) what each account usually paid for a deal, or in the last year of its invoices; NaN where the list says
    what it pays in a year."""
    if deals.billed:
        return np.full(size, np.nan)
    if deals.invoices:
        return _last_year(deals, size)
    won = np.flatnonzero((deals.state == "won") & (deals.amount > 0))
    order = won[np.lexsort((deals.amount[won], deals.account[won]))]
    accounts, starts, counts = np.unique(deals.account[order], return_index=True, return_counts=True)
    amounts = deals.amount[order]
    fee = np.full(size, np.nan)
    if len(order):
        fee[accounts] = (amounts[starts + (counts - 1) // 2] + amounts[starts + counts // 2]) / 2
    return fee


def _last_year(deals: Deals, size: int) -> Numbers:
    """(size,) what the invoices of each account add up to in the year that ends with its last."""
    won = deals.state == "won"
    day = deals.closed.astype("datetime64[D]").astype(np.int64).astype(np.float64)
    day = np.where(won & ~np.isnat(deals.closed), day, np.nan)
    last = np.full(size, -np.inf)
    np.fmax.at(last, deals.account, np.nan_to_num(day, nan=-np.inf))
    within = won & ~(day <= last[deals.account] - CLIENT_DAYS)
    fee = total(deals.account, size, np.where(within, deals.amount, np.nan))
    return np.where(fee > 0, fee, np.nan)
