"""The chart of the README: seconds of a plan against the number of accounts, 100 to 100,000, both axes logarithmic.

Run by hand, in about ten minutes: `python -m tests.benchmarks.chart` measures all three ways (processor time; SLSQP
where SciPy is installed) and writes `.github/speed.svg`. The ways of others stop where one plan takes minutes.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from math import log10
from pathlib import Path
from typing import NamedTuple

from planner.allocation.allocate import allocate
from tests.benchmarks.smooth import Smooth, one_budget
from tests.benchmarks.test_plan_speed import LINEAR, problem_of
from tests.benchmarks.whole import plan_whole

TARGET = Path(__file__).parents[2] / ".github" / "speed.svg"
PEOPLE = {100: 2, 300: 3, 1_000: 4, 3_000: 15, 10_000: 50, 30_000: 70, 100_000: 100}
LARGEST_WHOLE, LARGEST_SLSQP = 10_000, 1_000
TITLE = "Seconds of a cold plan, by accounts in the list (both axes logarithmic)"
LEFT, RIGHT, TOP, BOTTOM = 70, 700, 40, 350
SHORTEST, LONGEST = 0.01, 1_000.0
GRID, INK, SOFT = "#e3e6ea", "#1b1f24", "#57606a"


class Line(NamedTuple):
    """One way: its seconds by size, and where its name stands against its last point."""

    name: str
    colour: str
    dashes: str
    seconds: dict[int, float]
    beside: tuple[int, int, str]


def measured() -> list[Line]:
    ours = {size: _seconds(_plan(size), 3) for size in PEOPLE}
    whole = {size: _seconds(_whole(size), 1) for size in PEOPLE if size <= LARGEST_WHOLE}
    lines = [
        Line("this planner", "#0072B2", "", ours, (-10, -12, "end")),
        Line("five whole models in PuLP + HiGHS", "#E69F00", "6 4", whole, (10, 4, "start")),
    ]
    if find_spec("scipy") is not None:
        smooth = {size: _seconds(_slsqp(size), 1) for size in PEOPLE if size <= LARGEST_SLSQP}
        lines.append(Line("SLSQP on the smooth curves, one budget", "#009E73", "2 4", smooth, (10, 4, "start")))
    return lines


def _plan(size: int) -> Callable[[], object]:
    problem = problem_of(size, PEOPLE[size])
    return lambda: allocate(problem, LINEAR)


def _whole(size: int) -> Callable[[], object]:
    problem = problem_of(size, PEOPLE[size])
    return lambda: plan_whole(problem)


def _slsqp(size: int) -> Callable[[], object]:
    problem = one_budget(problem_of(size, PEOPLE[size]))
    return Smooth.of(problem, allocate(problem, LINEAR).ideal).by_slsqp


def _seconds(work: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return statistics.median(times)


def drawn(lines: list[Line]) -> str:
    """The chart as SVG."""
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 740 400" width="740" height="400" '
        f'font-family="system-ui, sans-serif" font-size="13" role="img" aria-label="{TITLE}">',
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        f'<text x="{LEFT}" y="22" font-size="15" fill="{INK}">{TITLE}</text>',
    ]
    for size in (100, 1_000, 10_000, 100_000):
        x = _across(size)
        parts.append(f'<line x1="{x:.0f}" x2="{x:.0f}" y1="{TOP}" y2="{BOTTOM}" stroke="{GRID}"/>')
        parts.append(_text(x, BOTTOM + 20, f"{size:,}", SOFT, "middle"))
    for power in range(round(log10(SHORTEST)), round(log10(LONGEST)) + 1):
        y = _down(10.0**power)
        parts.append(f'<line x1="{LEFT}" x2="{RIGHT}" y1="{y:.0f}" y2="{y:.0f}" stroke="{GRID}"/>')
        parts.append(_text(LEFT - 8, y + 4, f"{10.0**power:,g} s", SOFT, "end"))
    parts.append(_text((LEFT + RIGHT) / 2, BOTTOM + 40, "accounts", SOFT, "middle"))
    parts += [part for line in lines for part in _drawn_line(line)]
    return "\n".join([*parts, "</svg>", ""])


def _drawn_line(line: Line) -> list[str]:
    points = [(_across(size), _down(seconds)) for size, seconds in line.seconds.items()]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dashes = f' stroke-dasharray="{line.dashes}"' if line.dashes else ""
    right, down, anchor = line.beside
    x, y = points[-1]
    return [
        f'<polyline fill="none" stroke="{line.colour}" stroke-width="2.5"{dashes} points="{path}"/>',
        *(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{line.colour}"/>' for x, y in points),
        _text(x + right, y + down, line.name, INK, anchor),
    ]


def _text(x: float, y: float, words: str, colour: str, anchor: str) -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}" fill="{colour}">{words}</text>'


def _across(size: int) -> float:
    return LEFT + (RIGHT - LEFT) * (log10(size) - 2) / 3


def _down(seconds: float) -> float:
    return BOTTOM - (BOTTOM - TOP) * log10(seconds / SHORTEST) / log10(LONGEST / SHORTEST)


def main() -> None:
    lines = measured()
    for line in lines:
        sys.stdout.write(f"{line.name}: {', '.join(f'{size:,} {s:.3g} s' for size, s in line.seconds.items())}\n")
    TARGET.write_text(drawn(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
