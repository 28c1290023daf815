"""Small files that would cost much are refused in a sentence or read, within bounds of time and memory."""

import time
from multiprocessing import get_context
from pathlib import Path

import pytest

from planner.errors import FileRefused
from planner.readers import zip_limits
from planner.reading import read_roster
from tests.readers.hostile import BY_THEIR_SIZE, HOSTILE
from tests.readers.make import workbook

STATUS = Path("/proc/self/status")
SECONDS, MEGABYTES = 15, 350
"""Of the processor, on a slow machine; and of memory."""
OF_LONG_TEXTS = 600
"""Megabytes for a text file of a million rows."""
PROCESSES = get_context("forkserver" if STATUS.exists() else None)
"""They begin as copies of one that has imported what reads, and nothing else."""
PROCESSES.set_forkserver_preload(["planner.reading", "tests.readers.test_hostile_files"])
pytestmark = pytest.mark.skipif(not STATUS.exists(), reason="this system does not say how much memory was used")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("hostile")


def hostile(name, folder):
    """The file, made once."""
    path = folder / name
    if not path.exists():
        path.write_bytes(HOSTILE[name]())
    return path


def read_apart(pipe, path, most_shrunk):
    """Send what is said of a file, the seconds of the processor and the most megabytes of memory that it took."""
    content = path.read_bytes()
    zip_limits.MOST_SHRUNK = most_shrunk
    begun = time.process_time()
    try:
        said = f"{read_roster(content, name='list.xlsx').size} accounts."
    except FileRefused as error:
        said = str(error)
    seconds = time.process_time() - begun
    peak = next(line for line in STATUS.read_text().splitlines() if line.startswith("VmHWM"))
    pipe.send((said, seconds, int(peak.split()[1]) / 1000))


def read_in_bounds(path, most_shrunk=zip_limits.MOST_SHRUNK, most_megabytes=MEGABYTES):
    """What is said of a file by a process of its own, whose time and memory are looked at."""
    ours, theirs = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=read_apart, args=(theirs, path, most_shrunk))
    process.start()
    theirs.close()
    said, seconds, megabytes = ours.recv()
    process.join()
    assert seconds < SECONDS
    assert megabytes < most_megabytes
    assert said.endswith(".")
    return said


@pytest.mark.parametrize("name", HOSTILE)
def test_a_small_file_that_would_cost_much_is_refused_or_read_in_bounded_time_and_memory(name, folder):
    path = hostile(name, folder)
    assert path.stat().st_size < 5_000_000
    assert "1000 accounts" not in read_in_bounds(path)


@pytest.mark.parametrize("name", BY_THEIR_SIZE)
def test_what_is_refused_for_its_size_alone_would_be_bounded_without_that_too(name, folder):
    read_in_bounds(hostile(name, folder), 10**6)


@pytest.mark.parametrize("name", ["many styles", "many texts", "long texts", "cells over each other"])
def test_the_sentence_says_what_to_do(name, folder):
    with pytest.raises(FileRefused, match=r"^list\.xlsx .*(save only|copy the list).*\.$"):
        read_roster(hostile(name, folder).read_bytes(), name="list.xlsx")


@pytest.mark.parametrize("columns", [2, 5, 12])
def test_a_text_file_of_a_million_rows_is_a_sentence_in_bounded_time_and_memory(columns, tmp_path):
    path = tmp_path / "list.csv"
    more = "".join(f",{i}" for i in range(columns - 2))
    header = ",".join(["Account", "Fee", *(f"Column {i}" for i in range(columns - 2))])
    path.write_text(header + "\n" + "".join(f"Firm {i},5{more}\n" for i in range(1_000_000)), encoding="utf-8")
    assert "keep only" in read_in_bounds(path, most_megabytes=OF_LONG_TEXTS)


def test_the_picture_of_a_very_wide_sheet_shows_its_first_columns_and_those_that_are_read():
    header = ["Extra"] * 300 + ["Account"]
    roster = read_roster(workbook({"Clients": [header, ["x"] * 300 + ["Acme"]]}), name="list.xlsx")
    assert roster.picture is not None
    assert [roster.picture.columns[at].header for at in (0, 199, 200)] == ["Extra", "Extra", "Account"]
    assert len(roster.picture.columns) == len(roster.picture.rows[0].cells) == 201
