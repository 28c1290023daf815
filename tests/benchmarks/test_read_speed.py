"""Reading, mapping and tagging a partner's workbook, against the bare readers.

In whole processes, each side is one of its own, from starting Python to its end, by the processor time (user and
system) that it took: ours imports the planner, reads, maps and tags; the others import their reader and get all
cells. The bytecode of all modules is kept, as pip leaves it: both sides ran once before they are measured.

Ours cannot come under the floor, a process that loads numpy, starts calamine and gets the cells, and does nothing of
its own: loading numpy takes half as long as calamine takes for the file.

In a running process, as the dashboard's is, all is loaded, and both sides take turns in it: pandas has been loaded
and has read the file once, as ours has.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from planner.reading import read_roster
from planner.settings_sources import resolve_settings
from planner.tagging.rule_sheet import find_rules
from planner.tagging.tagging import tag
from planner.valuation.facts import gather_facts
from tests.benchmarks.conftest import SHORT, Ratios
from tests.benchmarks.partner_list import write_partner_list

OURS = """
import sys
from planner.settings_sources import resolve_settings
from planner.reading import read_roster
from planner.valuation.facts import gather_facts
from planner.tagging.rule_sheet import find_rules
from planner.tagging.tagging import tag
roster = read_roster(sys.argv[1])
settings = resolve_settings(roster, {})
tags = tag(roster, gather_facts(roster, settings), find_rules(roster), settings)
print(len(tags.strength))
"""
CALAMINE = """
import sys
from python_calamine import CalamineWorkbook
print(len(CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()) - 1)
"""
FLOOR = f"import numpy\n{CALAMINE}"
PANDAS = """
import sys, pandas
print(len(pandas.read_excel(sys.argv[1], engine="openpyxl")))
"""


def in_a_process(code: str, path: Path) -> Callable[[], str]:
    """Runs code on a file in a fresh Python and hands back what it printed."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(path.parent / "bytecode")

    def run() -> str:
        command = [sys.executable, "-c", code, str(path)]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.strip()

    return run


@pytest.mark.parametrize(
    ("name", "theirs", "goal"),
    [
        ("calamine alone", CALAMINE, 1.6),
        ("calamine with numpy loaded", FLOOR, 1.6),
        ("pandas with openpyxl", PANDAS, 1 / 4),
    ],
    ids=["calamine", "floor", "pandas"],
)
def test_reading_against_the_bare_reader(ratio: Ratios, tmp_path: Path, name: str, theirs: str, goal: float) -> None:
    size = 1_000 if SHORT else 10_000
    path = tmp_path / "list.xlsx"
    write_partner_list(path, size)
    first, second = in_a_process(OURS, path), in_a_process(theirs, path)
    assert first() == second() == str(size)
    ours, other = ratio(f"read, map and tag {size:,} × 24 cells, against {name}", first, second, goal)
    assert ours == other == str(size)


def tagged(path: Path) -> int:
    """How many accounts were read, mapped and tagged."""
    roster = read_roster(path)
    settings = resolve_settings(roster, {})
    return len(tag(roster, gather_facts(roster, settings), find_rules(roster), settings).strength)


def rows_of_cells(path: Path) -> int:
    """How many rows calamine got under the header."""
    return len(CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()) - 1


def rows_of_frame(path: Path) -> int:
    """How many rows pandas got under the header."""
    import pandas as pd

    return len(pd.read_excel(path, engine="openpyxl"))


@pytest.mark.parametrize(
    ("name", "theirs", "goal", "rounds"),
    [("calamine alone", rows_of_cells, 1.6, 15), ("pandas with openpyxl", rows_of_frame, 1 / 4, 3)],
    ids=["calamine", "pandas"],
)
def test_reading_in_a_running_process(
    ratio: Ratios, tmp_path: Path, name: str, theirs: Callable[[Path], int], goal: float, rounds: int
) -> None:
    size = 1_000 if SHORT else 10_000
    path = tmp_path / "list.xlsx"
    write_partner_list(path, size)
    assert tagged(path) == theirs(path) == size
    what = f"read, map and tag {size:,} × 24 cells in a running process, against {name}"
    ours, other = ratio(what, lambda: tagged(path), lambda: theirs(path), goal, rounds)
    assert ours == other == size
