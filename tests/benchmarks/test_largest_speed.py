"""The largest case whole: `planner plan` on a workbook of 100,000 accounts, to a CSV in half hours."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from subprocess import DEVNULL, Popen
from typing import Any

import pytest

from tests.benchmarks.conftest import SHORT
from tests.benchmarks.lists import write_list


@pytest.mark.skipif(sys.platform == "win32", reason="a process's own memory is measured by wait4")
def test_the_largest_list_from_the_command_line(benchmark: Any, tmp_path: Path) -> None:
    size, people = (2_000, 10) if SHORT else (100_000, 100)
    roster, made = tmp_path / "clients.xlsx", tmp_path / "plan.csv"
    write_list(roster, size, people)

    def command() -> tuple[float, float, float]:
        """Seconds on the clock and of the processor, and the most memory in GB, of the whole command."""
        started = time.perf_counter()
        running = Popen([sys.executable, "-m", "planner", "plan", str(roster), "-o", str(made)], stdout=DEVNULL,
                        stderr=DEVNULL)  # fmt: skip
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
        kilobytes = used.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
        return time.perf_counter() - started, used.ru_utime + used.ru_stime, kilobytes / 1e6

    clock, processor, memory = benchmark.pedantic(command, rounds=1)
    goal = "under 60 s and 1.5 GB" + (" at full size" if SHORT else "")
    sys.stdout.write(
        f"\nplanner plan, {size:,} accounts, {people} people, workbook to CSV: {clock:.1f} s ({processor:.1f} s of "
        f"processor time), {memory:.2f} GB (goal: {goal})\n"
    )
    with made.open(encoding="utf-8-sig") as lines:
        assert sum(1 for _ in lines) == size + 1
