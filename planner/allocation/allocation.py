"""What the allocation gives back: who spends how many hours on what, and the proof of how good that is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from planner.arrays import Numbers
from planner.goods import GROUPS
from planner.vocabulary import Status


@dataclass(frozen=True)
class Proof:
    """How good the allocation is, and who said so.

    Attributes:
        status: how the last solve ended.
        solver: name and version.
        objective: value reached, Σ_G w_G·attainment_G less the cost of hours.
        bound: of the linear relaxation (or the best bound proven by the search over whole blocks).
        gap: (bound − objective) / max(|bound|, 1e-9).
        largest_violation: of any row or bound of the whole model, in its own unit.
        largest_reduced_cost: of anything left out of the restricted model; not above tolerance when optimal.
        seconds: wall time of the solve.
    """

    status: Status
    solver: str
    objective: float
    bound: float
    gap: float
    largest_violation: float
    largest_reduced_cost: float = 0.0
    seconds: float = 0.0


@dataclass(frozen=True, eq=False)
class Allocation:
    """Who spends how many hours on what.

    Attributes:
        hours: (n,) planned hours.
        by_person: {(account, person): hours} of the pairs with hours.
        counts: (n, 3) hours that count for each group; an hour counts for every group that its account serves.
        by_good: (n, 5) the same for each good; a good counts in part where another of its group is stronger.
        ideal: (3,) the most each group could add with all hours.
        added: (3,) what the plan adds for each group over giving no hours.
        short: (3,) hours by which a group misses its floor (all people's together).
        usable: hours that the balance is a share of, `B`.
        proof: status, bound, gap, violation.
        price: {row name: dual} of the linear program, objective per unit of the right-hand side.
        usable_by_person: (m,) the same of each person, where each keeps a balance; else None.
    """

    hours: Numbers
    by_person: Mapping[tuple[int, int], float]
    counts: Numbers
    by_good: Numbers
    ideal: Numbers
    added: Numbers
    short: Numbers
    usable: float
    proof: Proof
    price: Mapping[str, float]
    usable_by_person: Numbers | None = None

    @property
    def short_hours(self) -> float:
        """Hours by which the groups miss their floors, together."""
        return float(self.short.sum())

    @property
    def attainment(self) -> Numbers:
        """(3,) what the plan adds over the most the same hours could add for that group alone; NaN if nothing."""
        return np.asarray(np.divide(self.added, self.ideal, out=np.full(len(GROUPS), np.nan), where=self.ideal > 0))
