"""What the quarter taught: chances against what was won, in plain words, and the firm's own win rates for next time.

A chance of 60% that is right is won six times in ten. The Brier score, the mean of (chance − won)² (Brier 1950), says
how far off the chances were; a firm that gives everybody the same chance scores p·(1 − p). Sentences use neither word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner import text
from planner.fields import Field
from planner.parsing.standing.stages import outcome_of
from planner.parsing.text_cells import to_text
from planner.result import Plan

BANDS: Final = ((0.0, 0.2), (0.2, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 1.0 + 1e-9))
"""Chances that are looked at together, from and below."""
FEW: Final = 8
"""Fewer decided accounts say nothing about chances."""
NEAR: Final = 0.1
"""Expected and won shares so close to each other are about right."""
ENOUGH_CLOSED, ENOUGH_LOST = 30, 0.2
"""Own win rates are offered from so many decided accounts on, with at least this share lost."""


@dataclass(frozen=True)
class StageRecord:
    """Accounts decided at one stage, or with chances in one band: how many, expected to be won, and won."""

    name: str
    decided: int
    expected: float
    won: int

    @property
    def rate(self) -> float:
        """Share that was won."""
        return self.won / self.decided


@dataclass(frozen=True)
class Learned:
    """What the quarter taught.

    Attributes:
        sentence: in plain words.  brier: None where nothing was decided.
        bands: by chance.  stages: by the stage as the list writes it.
        own_rates: stage → share won, offered for next time; empty where too little was decided.
    """

    sentence: str
    brier: float | None
    bands: tuple[StageRecord, ...]
    stages: tuple[StageRecord, ...]
    own_rates: Mapping[str, float]


def read_outcome(text: str) -> bool | None:
    """Whether an outcome as people write it was won; None where nothing is decided."""
    for part in text.replace(";", ",").split(","):
        said = outcome_of(to_text(part).strip())
        if said in {"won", "lost"}:
            return said == "won"
        words = f" {' '.join(part.lower().split())} "
        if any(f" {word} " in words for word in ("lost", "declined", "said no", "rejected", "went elsewhere")):
            return False
        if any(f" {word} " in words for word in ("won", "signed", "agreed", "hired us", "engaged us", "renewed")):
            return True
    return None


def learn_from(plan: Plan, outcomes: Mapping[int, str]) -> Learned:
    """Hold the chances of a plan against what became of its accounts.

    Args:
        outcomes: by account, as people wrote them.
    """
    said = {account: read_outcome(text) for account, text in outcomes.items()}
    decided = {account: bool(one) for account, one in said.items() if one is not None}
    accounts = np.array(sorted(decided), dtype=np.intp)
    chance = plan.facts.probability[accounts]
    won = np.array([decided[int(i)] for i in accounts], dtype=np.float64)
    known = np.isfinite(chance)
    accounts, chance, won = accounts[known], chance[known], won[known]
    brier = float(np.mean((chance - won) ** 2)) if len(won) else None
    stage = [str(plan.roster.text(Field.STAGE)[i]) for i in accounts]
    stages = _by_stage(stage, chance, won)
    return Learned(_sentence(chance, won), brier, _by_band(chance, won), stages, _own_rates(won, stages))


def _by_band(chance: NDArray[np.float64], won: NDArray[np.float64]) -> tuple[StageRecord, ...]:
    found = []
    for low, high in BANDS:
        inside = (chance >= low) & (chance < high)
        if inside.any():
            name = f"{100 * low:.0f}–{min(100 * high, 100):.0f}%"
            found.append(_record(name, chance[inside], won[inside]))
    return tuple(found)


def _by_stage(stage: Sequence[str], chance: NDArray[np.float64], won: NDArray[np.float64]) -> tuple[StageRecord, ...]:
    names = np.array(stage, dtype=object)
    return tuple(_record(name, chance[names == name], won[names == name]) for name in sorted(set(stage) - {""}))


def _record(name: str, chance: NDArray[np.float64], won: NDArray[np.float64]) -> StageRecord:
    return StageRecord(name, len(won), float(chance.sum()), int(won.sum()))


def _own_rates(won: NDArray[np.float64], stages: Sequence[StageRecord]) -> Mapping[str, float]:
    if len(won) < ENOUGH_CLOSED or float(np.mean(1 - won)) < ENOUGH_LOST:
        return {}
    return {one.name: one.rate for one in stages}


def _sentence(chance: NDArray[np.float64], won: NDArray[np.float64]) -> str:
    count = len(won)
    if not count:
        return "No account is written down as won or lost yet, so nothing can be said about your chances."
    was = "was" if won.sum() == 1 else "were"
    decided = text.count(count, "decided account")
    told = f"Of {decided}, your chances expected {chance.sum():.1f} to be won; {won.sum():.0f} {was}"
    if count < FEW:
        return f"{told}. That is too few to judge the chances by."
    difference = float(won.mean() - chance.mean())
    if abs(difference) <= NEAR:
        return f"{told}: about right."
    return f"{told}: they were too {'low' if difference > 0 else 'high'}."
