"""Ratios of two ways to do the same work, measured in turn in one run.

Run by hand: `python -m pytest tests/benchmarks --benchmark-only -s`. With `PLANNER_BENCH_SHORT=1` (as in CI) the
sizes are smaller, and no pair of runs begins after two seconds. Nothing here asserts a time; what is asserted is that
both sides agree.
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
import time
from collections.abc import Callable
from math import inf
from typing import Any

import pytest

if sys.platform != "win32":
    import resource

SHORT = bool(os.environ.get("PLANNER_BENCH_SHORT"))
ENOUGH = 2.0 if SHORT else inf
"""Seconds after which no further pair of runs is begun."""


def spent() -> float:
    """Seconds of processor time so far, of this process and of those it ran: other work on the machine is left out."""
    if sys.platform == "win32":
        return time.process_time()
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + others.ru_utime + others.ru_stime


class Ratios:
    """Times ours against theirs, pair by pair, and prints the median ratio beside where it must stand."""

    def __init__(self, benchmark: Any) -> None:
        self._benchmark = benchmark
        self._shown = False

    def __call__(
        self, what: str, ours: Callable[[], Any], theirs: Callable[[], Any], goal: float | None, rounds: int = 5
    ) -> tuple[Any, Any]:
        """The results of the last round of both sides; `goal` is of the full size."""
        times: list[tuple[float, float]] = []
        results: tuple[Any, Any] = (None, None)
        while len(times) < rounds and sum(map(sum, times)) < ENOUGH:
            gc.collect()
            started = spent()
            first = ours() if self._shown else self._benchmark.pedantic(ours, rounds=1)
            self._shown = True
            between = spent()
            second = theirs()
            times.append((between - started, spent() - between))
            results = (first, second)
        ratio = statistics.median(a / b for a, b in times)
        mine, other = (statistics.median(side) for side in zip(*times, strict=True))
        aim = "" if goal is None else f" (goal{' at full size' if SHORT else ''}: at most {goal:.4f})"
        sys.stdout.write(f"\n{what}: {mine:.3f} s against {other:.3f} s = {ratio:.4f}{aim}\n")
        self._benchmark.extra_info[what] = {"ratio": ratio, "goal": goal, "ours": mine, "theirs": other}
        return results


@pytest.fixture
def ratio(benchmark: Any) -> Ratios:
    return Ratios(benchmark)
