"""Python's collector of cycles, held back where a long list makes many objects and no cycles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collection() -> Iterator[None]:
    """Hold the collector back: it would walk through every cell of a list, again and again, in vain."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():  # all that was made counts as old at once, without a walk through it
            gc.freeze()
            gc.unfreeze()
        if was_on:
            gc.enable()
