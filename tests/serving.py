"""The dashboard as people start it: `planner dashboard` in a process of its own, on a free port; and the browser."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest

STARTS_IN = 60.0
"""Seconds, on a busy machine."""
CHROMIUM = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first draws no window of its own around the pages, which takes an eighth of these tests' time."""
PORTS = range(20_000, 32_000)
ARGUMENTS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")


class Server:
    """A dashboard that begins to start at once, answers inside its block, and ends with it.

    Args:
        options: of the command.  before: a line of Python that is run first.

    Attributes:
        url, port: where it answers.  process: it.
    """

    def __init__(self, folder: Path, *options: str, before: str = "") -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        code = f"{before}\nfrom planner.cli import main\nmain()"
        command = [sys.executable, "-c", code, "dashboard", "--no-browser", "--port", str(self.port), *options]
        self.process = subprocess.Popen(
            command, env={**os.environ, "PLANNER_DATA": str(folder)}, stderr=subprocess.PIPE
        )

    def __enter__(self) -> Server:
        end = time.monotonic() + STARTS_IN
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() > end:
                self.end()
                raise RuntimeError("The dashboard did not start.")
            time.sleep(0.1)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    def answers(self) -> bool:
        """Whether `/health` says that all is well."""
        try:
            with urllib.request.urlopen(f"{self.url}/health", timeout=5) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def end(self) -> int:
        """Tell it to end, and wait; its exit status."""
        if self.process.poll() is None:
            self.process.terminate()
        self.process.communicate(timeout=30)
        return int(self.process.returncode)


def free_port() -> int:
    """A port to serve on, of those that no system gives to a connection before the server has started."""
    for port in random.SystemRandom().sample(PORTS, 100):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise RuntimeError("There is no free port.")


def read_hours(text: str) -> float:
    """Hours as a cell of the plan's table shows them, `1,020½ h`, as a number."""
    return float(text.removesuffix(" h").replace(",", "").replace("½", ".5"))


def pull(page: Any, group: str, by: float, steps: int = 5, pause: int = 0) -> None:
    """Press the slider of a group and pull it `by` px, as a hand does; it is not let go yet.

    Args:
        pause: ms between two of the steps.
    """
    box = page.locator(f"#share-{group} [role=slider]").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(1, steps + 1):
        page.mouse.move(x + by * step / steps, y)
        page.wait_for_timeout(pause)


def find_chromium() -> str:
    """Path of the browser that tests drive; without one they are skipped with that reason, and fail in CI."""
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        reason = "there is no chromium on the PATH"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return path
