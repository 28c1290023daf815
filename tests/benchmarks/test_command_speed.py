"""`planner plan` on the advisory sample, against starting Python and importing what others would need for it.

Both sides run as installed: compiled to bytecode beforehand.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from subprocess import run

from tests.benchmarks.conftest import Ratios

SAMPLE = Path(__file__).parents[2] / "sample_workbooks" / "advisory_firm.xlsx"


def output(*arguments: str) -> str:
    keep = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return run([sys.executable, *arguments], capture_output=True, text=True, check=True, env=keep).stdout


def test_a_plan_from_the_command_line(ratio: Ratios) -> None:
    output("-m", "planner", "plan", str(SAMPLE))
    shown, _ = ratio(
        "planner plan on the advisory sample, against importing pandas, pulp and highspy",
        lambda: output("-m", "planner", "plan", str(SAMPLE)),
        lambda: output("-c", "import pandas, pulp, highspy"),
        2,
    )
    assert "On Monday" in shown
