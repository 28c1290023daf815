"""Work in another process comes back as it is, and what would never come back is a sentence."""

import datetime as dt
import os
import time

import numpy as np
import pytest

from planner.errors import FileRefused, PasswordNeeded
from planner.readers.apart import call_apart, call_bounded


def greet(name, *, loud=False):
    os.write(1, b"what a library writes to standard output\n")
    return {"said": f"Hello, {name}".upper() if loud else f"Hello, {name}", "by": os.getpid()}


def refuse(error):
    raise error


def fill(megabytes):
    return len(np.ones(megabytes * 125_000))


def test_another_process_answers_and_its_standard_output_is_not_in_the_way():
    answer = call_apart("a", greet, "you", loud=True)
    assert answer["said"] == "HELLO, YOU"
    assert answer["by"] != os.getpid()


@pytest.mark.parametrize(
    "error", [PasswordNeeded("a.xlsx is protected."), ValueError("no", dt.date(2026, 3, 1)), KeyError("x")]
)
def test_what_is_raised_there_is_raised_here(error):
    with pytest.raises(type(error)) as told:
        call_apart("a", refuse, error)
    assert told.value.args == error.args


def test_what_takes_too_long_is_ended_and_said(monkeypatch):
    monkeypatch.setattr("planner.readers.apart.STARTS_IN", 0.4)
    with pytest.raises(FileRefused, match=r"^list\.xls takes more than 0\.1 seconds to read; .*\.$"):
        call_bounded("list.xls", 0.1, 300_000_000, time.sleep, 60)


def test_what_needs_too_much_memory_is_ended_and_said():
    with pytest.raises(FileRefused, match=r"^list\.xls needs more than 300 MB of memory; .*\.$"):
        call_bounded("list.xls", 10, 300_000_000, fill, 2000)
    assert call_bounded("list.xls", 10, 300_000_000, fill, 1) == 125_000


def test_a_process_that_ends_is_a_sentence_and_no_more():
    with pytest.raises(FileRefused, match=r"^list\.xls is damaged or takes too much memory; .*\.$"):
        call_apart("list.xls", os._exit, 3)
