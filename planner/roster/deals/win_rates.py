"""The firm's own win rates, which replace the usual chances of stages where a list has enough closed deals to tell.

Enough is 30 closed deals with at least a fifth of them lost: a list that records no losses flatters. Where lost deals
keep the stage they were lost at, a stage's rate is that of the deals that came as far: all that were won, over those
and the ones lost there or later. Where closing overwrote the stage, the usual chances keep their order and are
shifted in odds together, until the open deals average what the closed ones did. Chances are 0 to 1.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from planner.arrays import Numbers
from planner.parsing.standing.stages import chance_of_stage, outcome_of
from planner.records.issues import Issue
from planner.roster.roster import Deals, Roster
from planner.vocabulary import Severity

LEAST_CLOSED = 30
LEAST_LOST = 0.2
KEPT = 0.5
"""Share of the lost deals that have to keep their stage for rates stage by stage."""
FEW_AT_STAGE = 5
"""Where fewer lost deals came as far, chance says more than the firm's record."""
SURE = 0.98
OWN_RATES_CODE = "own-win-rates"


def table_chances(deals: Deals) -> Numbers:
    """(deals,) the usual chance of each deal's stage; 1 for won, 0 for lost, NaN where the stage is not known."""
    chances = {text: chance_of_stage(text) if text else np.nan for text in set(deals.stage)}
    return np.array([chances[text] for text in deals.stage], dtype=np.float64)


def stage_chances(deals: Deals) -> Numbers:
    """(deals,) the chance of each deal's stage: by the firm's own win rates where it has enough, else the usual one."""
    table = table_chances(deals)
    if not has_own_rates(deals):
        return table
    running = np.isin(deals.state, ("open", "stale")) & (table > 0) & (table < 1)
    found = table.copy()
    stages, place = np.unique(table[running], return_inverse=True)
    if len(stages):
        found[running] = np.clip(_own(deals, table, stages, place), None, SURE)
    return found


def has_own_rates(deals: Deals) -> bool:
    """Whether enough deals are closed, and enough of them lost, for the list's own win rates to be believed."""
    won, lost = _closed(deals)
    return won > 0 and won + lost >= LEAST_CLOSED and lost >= LEAST_LOST * (won + lost)


def own_rates_note(roster: Roster, deals: Deals) -> list[Issue]:
    """A note where open deals without a chance of their own take it from the firm's own win rates."""
    table = table_chances(deals)
    taking = (deals.state == "open") & np.isnan(deals.probability) & (table > 0) & (table < 1)
    if not taking.any() or not has_own_rates(deals):
        return []
    won, lost = _closed(deals)
    usual, own = float(table[taking].mean()), float(stage_chances(deals)[taking].mean())
    who = "1 open deal" if taking.sum() == 1 else f"{int(taking.sum()):,} open deals"
    return [
        Issue(
            OWN_RATES_CODE, Severity.NOTE,
            f"You won {won:,} of {won + lost:,} closed deals, so your own win rates set the chance of {who} that "
            f"the list gives none: {own:.0%} on average, where {usual:.0%} is usual for the stages.",
            "Write a chance beside a deal to decide yourself.", roster.source.sheet,
        )
    ]  # fmt: skip


def _closed(deals: Deals) -> tuple[int, int]:
    return int((deals.state == "won").sum()), int((deals.state == "lost").sum())


def _own(deals: Deals, table: Numbers, stages: Numbers, place: NDArray[np.intp]) -> Numbers:
    """Own chance of each running deal; `stages` are the usual chances that occur, `place` which one a deal has."""
    won, lost = _closed(deals)
    overwritten = np.array([bool(outcome_of(text)) for text in deals.stage])
    kept = (deals.state == "lost") & ~overwritten & (table > 0)
    usual = stages[place]
    if kept.sum() < KEPT * lost:
        odds = _shift(usual, won / (won + lost)) * usual / (1 - usual)
        return np.asarray(odds / (1 + odds))
    scale = lost / kept.sum()
    further = np.array([(table[kept] >= stage - 1e-9).sum() for stage in stages])
    rates = np.where(further >= FEW_AT_STAGE, won / (won + scale * further), stages)
    return np.asarray(np.maximum.accumulate(rates)[place])


def _shift(usual: Numbers, rate: float) -> float:
    """The factor on all odds that makes the chances average `rate`; found by halving its logarithm's range."""
    low, high = -10.0, 10.0
    for _ in range(60):
        middle = (low + high) / 2
        odds = np.exp(middle) * usual / (1 - usual)
        low, high = (middle, high) if np.mean(odds / (1 + odds)) < rate else (low, middle)
    return float(np.exp((low + high) / 2))
