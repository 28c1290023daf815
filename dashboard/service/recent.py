"""A memory of bounded size for what can be worked out again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

V = TypeVar("V")


class Recent(Generic[V]):
    """The values used last, by key; those not used for longest make room. Safe to share between threads.

    Args:
        size: how many are kept.
        weigh: what a value takes of `room`, such as its accounts; looked at again whenever another comes.
        room: how much all values may take together; the one that came last is kept whatever it takes.
    """

    def __init__(self, size: int, weigh: Callable[[V], float] | None = None, room: float = 0.0) -> None:
        self._size, self._weigh, self._room = size, weigh, room
        self._values: OrderedDict[Hashable, V] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> V | None:
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
            return self._values.get(key)

    def put(self, key: Hashable, value: V) -> V:
        """Keep `value`, unless another thread was first; whichever is kept."""
        with self._lock:
            kept = self._values.setdefault(key, value)
            self._values.move_to_end(key)
            while len(self._values) > 1 and self._is_full():
                self._values.popitem(last=False)
            return kept

    def forget(self, match: Callable[[Hashable], bool]) -> None:
        with self._lock:
            for key in [key for key in self._values if match(key)]:
                del self._values[key]

    def __len__(self) -> int:
        return len(self._values)

    def _is_full(self) -> bool:
        if len(self._values) > self._size:
            return True
        return self._weigh is not None and sum(map(self._weigh, self._values.values())) > self._room
