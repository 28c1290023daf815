"""Reading, mapping and tagging a workbook, against the bare readers, each in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.conftest import SHORT, Ratios
from tests.benchmarks.lists import write_workbook

OURS = """
import sys
from planner.resolve import resolve_settings
from planner.roster.read import read_roster
from planner.goodness.facts import gather_facts
from planner.goodness.rules import find_rules
from planner.goodness.tagging import tag
roster = read_roster(sys.argv[1])
settings = resolve_settings(roster, {})
tags = tag(roster, gather_facts(roster, settings), find_rules(roster), settings)
print(len(tags.strength))
"""
CALAMINE = """
import sys, io
from python_calamine import CalamineWorkbook
content = io.BytesIO(open(sys.argv[1], 'rb').read())
print(len(CalamineWorkbook.from_filelike(content).get_sheet_by_index(0).to_python()) - 1)
"""
PANDAS = """
import sys, pandas
print(len(pandas.read_excel(sys.argv[1], engine='openpyxl')))
"""


def in_a_process(code: str, *arguments: str) -> str:
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.mark.parametrize(("theirs", "goal"), [(CALAMINE, 1.6), (PANDAS, 1 / 4)], ids=["calamine", "pandas"])
def test_reading_against_the_bare_reader(ratio: Ratios, tmp_path: Path, theirs: str, goal: float) -> None:
    size = 1_000 if SHORT else 10_000
    path = tmp_path / "list.xlsx"
    write_workbook(path, size, 50)
    name = "calamine alone" if theirs is CALAMINE else "pandas with openpyxl"
    ours, other = ratio(
        f"read, map and tag {size:,} × 24 cells, against {name}",
        lambda: in_a_process(OURS, str(path)),
        lambda: in_a_process(theirs, str(path)),
        goal,
    )
    assert ours == other == str(size)
