"""Whether given hours fit into people's diaries: the part that nobody who may spend it has time for.

A transportation problem between accounts (taken together where the same people may serve them) and people, solved
by augmenting paths (Ford and Fulkerson); there are few such classes, so plain Python is fast enough.
"""

from __future__ import annotations

from collections import deque

import numpy as np

from planner.arrays import Index, Mask, Numbers

TINY = 1e-9


def unplaced(hours: Numbers, eligible: Mask, capacity: Numbers) -> float:
    """Hours that cannot be placed.

    Args:
        hours: (n,) wanted on each account.  eligible: (n, m) who may serve it.  capacity: (m,) hours.
    """
    if eligible.all():
        return max(float(hours.sum() - capacity.sum()), 0.0)
    if (eligible.sum(axis=1) == 1).all():
        return float(np.maximum(hours @ eligible - capacity, 0.0).sum())
    return float(_flow(*_classes(hours, eligible)[:2], capacity)[1].sum())


def by_person(hours: Numbers, eligible: Mask, capacity: Numbers) -> Numbers:
    """(n, m) the hours as people can share them; what cannot be placed is shared evenly by those who may serve it."""
    wanted, classes, member = _classes(hours, eligible)
    flow, left = _flow(wanted, classes, capacity)
    flow += left[:, np.newaxis] * classes / classes.sum(axis=1, keepdims=True)
    share = np.divide(flow, wanted[:, np.newaxis], out=np.zeros_like(flow), where=wanted[:, np.newaxis] > 0)
    return np.asarray(hours[:, np.newaxis] * share[member])


def _classes(hours: Numbers, eligible: Mask) -> tuple[Numbers, Mask, Index]:
    """Hours wanted of, and people allowed to, each set of accounts that the same people may serve; each one's set."""
    packed = np.packbits(eligible, axis=1)
    rows = packed.view(f"V{packed.shape[1]}").ravel().tolist()
    number = {row: k for k, row in enumerate(dict.fromkeys(rows))}
    member = np.fromiter(map(number.__getitem__, rows), np.intp, len(rows))
    first = np.unique(member, return_index=True)[1]
    return np.bincount(member, weights=hours).astype(np.float64), eligible[first], member


def _flow(wanted: Numbers, classes: Mask, capacity: Numbers) -> tuple[Numbers, Numbers]:
    """Hours of each class by each person, as many as can be placed, and what is left over of each class."""
    free = capacity.astype(float)
    flow, left = np.zeros(classes.shape), np.zeros(len(wanted))
    for row in np.argsort(classes.sum(axis=1), kind="stable").tolist():
        left[row] = _place(row, float(wanted[row]), classes, flow, free)
    return flow, left


def _place(row: int, wanted: float, classes: Mask, flow: Numbers, free: Numbers) -> float:
    """Place `wanted` hours of a class, moving others where that makes room; what is left over."""
    while wanted > TINY:
        path = _path(row, classes, flow, free)
        if not path:
            return wanted
        amount = min(wanted, free[path[-1][1]], *(flow[giver, taken] for giver, taken in _given_up(path)))
        for index, (who, person) in enumerate(path):
            flow[who, person] += amount
            if index:
                flow[who, path[index - 1][1]] -= amount
        free[path[-1][1]] -= amount
        wanted -= amount
    return 0.0


def _given_up(path: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """(class, person) pairs that give hours up along a path."""
    return [(path[index][0], path[index - 1][1]) for index in range(1, len(path))]


def _path(row: int, classes: Mask, flow: Numbers, free: Numbers) -> list[tuple[int, int]]:
    """Shortest chain of (class, person) placements that ends at a person with time; empty when there is none.

    Each class after the first gives up hours of the person before it.
    """
    reached: dict[int, tuple[int, int | None]] = {}
    queue: deque[int] = deque()

    def visit(who: int, before: int | None) -> int | None:
        for person in np.flatnonzero(classes[who]).tolist():
            if person not in reached:
                reached[person] = (who, before)
                queue.append(person)
                if free[person] > TINY:
                    return int(person)
        return None

    end = visit(row, None)
    while end is None and queue:
        person = queue.popleft()
        for who in np.flatnonzero(flow[:, person] > TINY).tolist():
            end = visit(who, person)
            if end is not None:
                break
    path: list[tuple[int, int]] = []
    step: int | None = end
    while step is not None:
        who, before = reached[step]
        path.append((who, step))
        step = before
    return path[::-1]
