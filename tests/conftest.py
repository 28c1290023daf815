"""Fixtures that every test may use."""

from __future__ import annotations

import pytest

from planner.result import Plan
from planner.roster.roster import Roster
from tests.builders import small_plan, small_roster


@pytest.fixture
def roster() -> Roster:
    """Five accounts, made by hand."""
    return small_roster()


@pytest.fixture
def plan() -> Plan:
    """A plan of those five accounts, made by hand: figures are plausible, not solved for."""
    return small_plan()
