"""What readers are given to do in tests: apart from these, as each reader imports where it stands, and that alone."""

import time
from pathlib import Path
from types import MappingProxyType

from planner.errors import PasswordNeeded


def read_only(value):
    return MappingProxyType({"value": value})


def refuse():
    raise PasswordNeeded("A password, please.")


def take_much():
    return len(bytearray(8 << 30))


def fail(secret):
    raise KeyError(secret)


def work_until(told, begun):
    """Say by a file that work has begun, and work until a file says to end it."""
    Path(begun).touch()
    while not Path(told).exists():
        time.sleep(0.01)
