"""What reaches a process's standard output is what the planner prints, whatever libraries below Python write there."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sample_workbooks import sample_path

ROOT = Path(__file__).parents[1]
SOLO = str(sample_path("solo_consultant"))
NOISY = """
import ctypes, os, sys
from planner.commands.runner import guarded

def command():
    os.write(1, b"a library's greeting\\n")
    ctypes.CDLL(None).puts(b"another, which leaves its buffer when the process ends")
    print("Grüße, 1")

guarded(command)
print("and 2")
"""


def standard_output(*command: str) -> str:
    ended = subprocess.run([sys.executable, *command], capture_output=True, cwd=ROOT, check=False)
    assert ended.returncode == 0, ended.stderr.decode()
    return ended.stdout.decode()


@pytest.mark.parametrize(
    "words",
    [
        ("plan", SOLO),
        ("robust", SOLO, "--draws", "2", "--workers", "1"),
    ],
    ids=lambda words: words[0],
)
def test_json_is_all_that_reaches_the_standard_output_of_a_process(words: tuple[str, ...]) -> None:
    said = standard_output("-m", "planner", *words, "--json")
    assert isinstance(json.loads(said), dict)


def test_a_plan_on_the_screen_has_nothing_of_the_solver_above_it() -> None:
    assert "Copyright" not in standard_output("-m", "planner", "plan", SOLO)


@pytest.mark.skipif(sys.platform == "win32", reason="the C library of the process is found by name there")
def test_what_native_code_writes_is_dropped_now_and_when_the_process_ends() -> None:
    assert standard_output("-W", "error", "-c", NOISY).splitlines() == ["Grüße, 1", "and 2"]
