"""Fixtures that every test may use, and how examples of properties are found.

Hypothesis draws the same examples in every run and on every machine, however slow: what is refused is refused for the
change that was made. `--hypothesis-profile exploring` draws others in each run.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from planner.result import Plan
from planner.roster.roster import Roster
from tests.builders import small_plan, small_roster

settings.register_profile("exploring", deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", settings.get_profile("exploring"), derandomize=True, print_blob=True)
settings.load_profile("same")
sys.dont_write_bytecode = False  # some containers set it; dozens of processes would compile all they import anew
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
MOST_PROCESSES = 4
"""Each needs a browser and up to a gigabyte of memory."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """As many processes as cores for the whole suite; none beside this one for a part of it, which starts sooner."""
    cores = min(os.cpu_count() or 1, MOST_PROCESSES)
    return 0 if config.option.file_or_dir or cores == 1 else cores


@pytest.fixture(scope="session", autouse=True)
def time_enough() -> Iterator[None]:
    """Every answer to a question is tried, however busy the machine is: the order of questions hangs on it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("planner.sensitivity.question_effects.MOST_SECONDS", 600.0)
        yield


@pytest.fixture
def roster() -> Roster:
    """Five accounts, made by hand."""
    return small_roster()


@pytest.fixture
def plan() -> Plan:
    """A plan of those five accounts, made by hand: figures are plausible, not solved for."""
    return small_plan()
