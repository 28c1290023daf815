"""Work in another process comes back as it is, and what would never come back is a sentence."""

import datetime as dt
import os
import threading
import time
from types import MappingProxyType

import numpy as np
import pytest

from planner.errors import FileRefused, PasswordNeeded
from planner.readers.apart import Apart
from planner.roster.read import read_roster
from planner.settings import Settings
from sample_workbooks import sample_path

MEMORY = 300_000_000


def greet(name, *, loud=False):
    os.write(1, b"what a library writes to standard output\n")
    return MappingProxyType({"said": f"Hello, {name}".upper() if loud else f"Hello, {name}", "by": os.getpid()})


def refuse(error):
    raise error


def sleep(seconds):
    time.sleep(seconds)
    return seconds


def wait_for(path):
    while not path.exists():
        time.sleep(0.01)


def fill(megabytes):
    return len(np.ones(megabytes * 125_000))


def end():
    os._exit(3)


@pytest.fixture
def apart():
    with Apart(most=2, seconds=2, memory=MEMORY) as made:
        yield made


def test_a_list_is_read_apart_as_it_is_read_here(apart):
    path = sample_path("partner_tracker")
    there, here = apart.call(path.name, read_roster, path, settings=Settings(weeks=26)), read_roster(path)
    assert there.names.tolist() == here.names.tolist()
    assert there.columns.keys() == here.columns.keys()
    assert there.issues == here.issues
    assert there.weeks == 26


def test_one_process_answers_call_after_call_and_keeps_its_standard_output_clean(apart):
    first, second = apart.call("a", greet, "you"), apart.call("a", greet, "you", loud=True)
    assert (first["said"], second["said"]) == ("Hello, you", "HELLO, YOU")
    assert first["by"] == second["by"] != os.getpid()


@pytest.mark.parametrize(
    "error", [PasswordNeeded("a.xlsx is protected."), ValueError("no", dt.date(2026, 3, 1)), KeyError("x")]
)
def test_what_is_raised_there_is_raised_here(apart, error):
    with pytest.raises(type(error)) as told:
        apart.call("a", refuse, error)
    assert told.value.args == error.args


def test_what_takes_too_long_is_ended_and_the_next_call_is_answered(apart):
    apart.call("list.xlsx", sleep, 0)
    begun = time.monotonic()
    with pytest.raises(FileRefused, match=r"^list\.xlsx takes more than 2 seconds to read; .*\.$"):
        apart.call("list.xlsx", sleep, 60)
    assert time.monotonic() - begun < 10
    assert apart.call("list.xlsx", sleep, 0.01) == 0.01


def test_what_needs_too_much_memory_is_refused_and_the_next_call_is_answered(apart):
    with pytest.raises(FileRefused, match=r"^list\.xlsx needs more than 300 MB of memory"):
        apart.call("list.xlsx", fill, 2000)
    assert apart.call("list.xlsx", fill, 1) == 125_000


def test_a_process_that_ends_is_a_sentence_and_no_more(apart):
    with pytest.raises(FileRefused, match=r"^list\.xls is damaged or needs too much memory; .*\.$"):
        apart.call("list.xls", end)
    assert apart.call("list.xls", greet, "you")["said"] == "Hello, you"


def test_what_cannot_be_sent_back_is_an_error_that_says_so(apart):
    with pytest.raises(RuntimeError, match="cannot be sent"):
        apart.call("a", threading.Lock)


def test_a_long_call_does_not_hold_up_another(tmp_path):
    go_on = tmp_path / "go on"
    with Apart(most=2, seconds=60) as apart:
        slow = threading.Thread(target=apart.call, args=("a", wait_for, go_on))
        slow.start()
        try:
            assert apart.call("b", greet, "you")["said"] == "Hello, you"
            assert slow.is_alive()
        finally:
            go_on.touch()
            slow.join()
