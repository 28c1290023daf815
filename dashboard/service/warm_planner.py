"""What keeps plans quick and in order: a list's warm solver, one caller at a time, and who goes before whom."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planner.allocation.allocate import ColumnGeneration
from planner.pipeline import plan_without_prices

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.pipeline import PlanInputs
    from planner.result import Plan


class SupersededError(Exception):
    """A plan that was only played with, or what can come later, made room for what is needed."""


@dataclass(eq=False)
class WarmPlanner:
    """The warm solver of one list; a lock, because it serves one caller at a time.

    Attributes:
        wanted: of each caller, the fingerprint of the work whose plan it needs; "" of one that can do without.
        size: accounts of its list; 0 before there was a plan.
    """

    columns: ColumnGeneration = field(default_factory=ColumnGeneration)
    lock: threading.Lock = field(default_factory=threading.Lock)
    wanted: list[str] = field(default_factory=list)
    size: int = 0

    def plan(self, inputs: PlanInputs, pause: Callable[[], None]) -> Plan:
        """The plan of some inputs of the list, without prices."""
        self.size = inputs.roster.size
        return plan_without_prices(inputs, self.columns, pause)

    def give_way(self, to_all_but: str) -> None:
        """End what is played with as soon as another plan is needed."""
        if any(one not in {"", to_all_but} for one in tuple(self.wanted)):
            raise SupersededError


class Turns:
    """Who goes first in one process: plans that somebody waits for, before what can come a moment later."""

    def __init__(self) -> None:
        self._first = 0
        self._changed = threading.Condition()

    @contextmanager
    def first(self) -> Iterator[None]:
        """While inside, what can come later waits."""
        with self._changed:
            self._first += 1
        try:
            yield
        finally:
            with self._changed:
                self._first -= 1
                self._changed.notify_all()

    def wait(self, until: float) -> None:
        """Return when nothing goes first, or at a time of `time.monotonic()` whatever goes on."""
        with self._changed:
            self._changed.wait_for(lambda: not self._first, max(0.0, until - time.monotonic()))
