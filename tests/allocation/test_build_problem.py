"""How the stages' results become one problem."""

from __future__ import annotations

import numpy as np

from planner.allocation.build_problem import build_problem
from planner.fields import Field
from planner.records.team import Person, Team
from planner.settings import Settings
from planner.valuation.types import Values
from tests.explanation.building import make_curves, make_facts, make_roster, make_tags


def test_a_smallest_block_fits_into_what_an_account_can_take_in_whole_steps() -> None:
    strength = np.tile([0, 0, 1.0, 0, 0], (4, 1))
    roster = make_roster(4, {Field.SMALLEST_BLOCK: np.array([np.nan, np.nan, 6.0, np.nan])})
    curves = make_curves(4)
    maximum = np.array([24.0, 3.6, 24.0, 1.0])
    problem = build_problem(
        roster,
        make_facts(4),
        make_tags(strength),
        Values(strength * 1_000, True),
        type(curves)(**{**vars(curves), "maximum": maximum}),
        Team((Person("A", 40.0),), np.ones((4, 1), dtype=bool)),
        (),
        Settings(smallest_block=4, hour_step=0.5),
    )
    assert problem.block.tolist() == [4, 3.5, 6, 1]
