"""What the stage texts of many deals or accounts say, each different text looked up once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.arrays import Mask, Numbers
from planner.parsing.standing.stages import chance_of_stage, outcome_of
from planner.valuation.distinct import distinct


@dataclass(frozen=True, eq=False)
class Stages:
    """What stages say.

    Attributes:
        chance: (n,) that goes with the stage: 0 when lost, NaN when not known and when won, which is a
            relationship and no longer a chance.
        won, lost: (n,).
    """

    chance: Numbers
    won: Mask
    lost: Mask


def read_stages(texts: NDArray[np.object_]) -> Stages:
    """Chance and outcome of (n,) stage texts."""
    found = distinct(texts)
    outcomes = [outcome_of(text) if text else "" for text in found.values]
    chances = [
        chance_of_stage(text) if text and outcome != "won" else np.nan
        for text, outcome in zip(found.values, outcomes, strict=True)
    ]
    outcome = np.array(outcomes, dtype=object)
    return Stages(
        found.spread(np.array(chances, dtype=np.float64)),
        found.spread(outcome == "won").astype(bool),
        found.spread(outcome == "lost").astype(bool),
    )
