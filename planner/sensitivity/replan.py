"""Plan a list again with one thing about one account changed, as if somebody had typed it into the list."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from planner.allocation.allocate import ColumnGeneration, allocate
from planner.arrays import missing
from planner.errors import Contradiction
from planner.fields import Field
from planner.pipeline import inputs_of
from planner.result import Plan
from planner.roster.roster import Roster

IN = 1e-6
"""Hours above which an account counts as in the plan."""


@dataclass
class Again:
    """Plans of one list with one field of one account changed; each value is planned once.

    Attributes:
        plan: the plan that stands.  account: position of the account.
    """

    plan: Plan
    account: int
    columns: ColumnGeneration = field(default_factory=ColumnGeneration)
    _entered: dict[tuple[Field, float], bool] = field(default_factory=dict)

    def enters(self, name: Field, value: float) -> bool:
        """Whether the account gets hours in the plan of the changed list."""
        if (name, value) not in self._entered:
            inputs = inputs_of(changed(self.plan.roster, self.account, name, value), self.plan.settings)
            try:
                hours = allocate(inputs.problem, self.plan.settings, self.columns).hours
            except Contradiction:
                hours = np.zeros(self.plan.problem.size)
            self._entered[name, value] = bool(hours[self.account] > IN)
        return self._entered[name, value]


def changed(roster: Roster, account: int, name: Field, value: float) -> Roster:
    """The list with one number of one account changed."""
    column = (roster.columns[name] if name in roster.columns else missing(name, roster.size)).copy()
    column[account] = value
    return replace(roster, columns={**roster.columns, name: column})
