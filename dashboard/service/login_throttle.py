"""How often a visitor may try a password: guessing is slow, and nobody's guesses keep another visitor out.

A visitor is a network address; a browser that once gave the right password is one of its own, by a sign in its
signed cookie, whoever shares its address.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Final

TRIES_A_MINUTE: Final = 10
"""For each visitor, in each process that serves."""
MOST_VISITORS: Final = 4096
"""Whose tries are remembered; the one that tried longest ago makes room."""
_MINUTE: Final = 60.0


class LoginThrottle:
    """Counts the tries of each visitor within the last minute. Safe to share between threads."""

    def __init__(self) -> None:
        self._tries: OrderedDict[str, list[float]] = OrderedDict()
        self._lock = threading.Lock()

    def may_try(self, visitor: str) -> bool:
        """Count a try; whether it is one that is looked at."""
        with self._lock:
            now = time.monotonic()
            recent = [then for then in self._tries.pop(visitor, []) if now - then < _MINUTE]
            allowed = len(recent) < TRIES_A_MINUTE
            self._tries[visitor] = [*recent, now] if allowed else recent
            while len(self._tries) > MOST_VISITORS:
                self._tries.popitem(last=False)
            return allowed

    def forget(self, visitor: str) -> None:
        """Forget the tries of a visitor who gave the right password."""
        with self._lock:
            self._tries.pop(visitor, None)


def visitor_at(address: str) -> str:
    """Who is at a network address: of IPv6 the network of one connection, which has addresses without number.

    >>> visitor_at("192.0.2.7"), visitor_at("2001:db8::1") == visitor_at("2001:db8::2")
    ('192.0.2.7', True)
    """
    try:
        found = ip_address(address)
    except ValueError:
        return address
    return str(ip_network((found, 64), strict=False)) if isinstance(found, IPv6Address) else str(found)
