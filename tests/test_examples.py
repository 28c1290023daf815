"""The examples in the docstrings of the planner run and give what they say."""

import doctest
from importlib import import_module

import pytest

MODULES = ("planner.roster.roster", "planner.result", "planner.reading", "planner.pipeline", "planner.settings",
           "planner.quarter.timesheets", "planner.export", "planner.export.plan_json",
           "planner.roster.lists.account_matching", "planner.roster.lists.time_headers")  # fmt: skip


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_hold(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    found = doctest.testmod(import_module(name), optionflags=doctest.ELLIPSIS)
    assert found.attempted > 0
    assert found.failed == 0
