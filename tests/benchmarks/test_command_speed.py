"""`planner plan` on the advisory sample, against starting Python and importing what others would need for it."""

from __future__ import annotations

import sys
from pathlib import Path
from subprocess import run

from tests.benchmarks.conftest import Ratios

SAMPLE = Path(__file__).parents[2] / "sample_workbooks" / "advisory_firm.xlsx"


def output(*arguments: str) -> str:
    return run([sys.executable, *arguments], capture_output=True, text=True, check=True).stdout


def test_a_plan_from_the_command_line(ratio: Ratios) -> None:
    shown, _ = ratio(
        "planner plan on the advisory sample, against importing pandas, pulp and highspy",
        lambda: output("-m", "planner", "plan", str(SAMPLE)),
        lambda: output("-c", "import pandas, pulp, highspy"),
        2,
    )
    assert "On Monday" in shown
