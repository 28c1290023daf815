"""Fifty people at once: each uploads a list, then changes the balance ten times with three seconds' thought between.

    python -m tests.benchmarks.load [--sessions 50] [--changes 10] [--think 3] [--processes 2] [--rounds 4]

Starts the dashboard as people do, in a data folder of its own, and plays the sessions against it, each with its own
list, cookie and connection. Like a page, each asks for a plan's prices a moment after the plan. Every answer must be
a plan; the last plan of every session must be the plan that the planner makes of that list at that balance by itself.
Prints the times of the answers and the memory of all processes of the dashboard after each round, and exits with 1
where something went wrong or a bound was missed.
"""

from __future__ import annotations

import argparse
import base64
import http.client
import json
import os
import random
import statistics
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil

from dashboard import ids
from planner import plan, read_roster
from tests.dashboard.test_changes import made_from
from tests.serving import Server

ACCOUNTS = 60
REST = 0.25
"""Seconds after which a page asks for prices."""
P95 = 1.5
"""Seconds, at most."""
GROWTH = 1.15
"""Times the memory after the round before the last that there may be after the last: what is remembered is full."""
OUTPUT = f"..{ids.REVISION}.data"
JSON = {"Content-Type": "application/json"}


@dataclass
class Session:
    """One visitor with a list of its own; times are seconds.

    Attributes:
        number: which one, from 0; it decides the list and the balances.
        uploads, changes, prices: how long the answers took.
        wrong: what was not as it must be, in words.
    """

    number: int
    port: int
    uploads: list[float] = field(default_factory=list)
    changes: list[float] = field(default_factory=list)
    prices: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    cookie: str = ""
    shown: str = ""
    rows: list[dict[str, Any]] = field(default_factory=list)
    last: list[int] = field(default_factory=list)
    exported: dict[str, Any] = field(default_factory=dict)

    def run(self, changes: int, think: float) -> None:
        """Come within the first `think` seconds, upload, change the balance, and keep the last plan."""
        rng = random.Random(self.number)
        time.sleep(rng.uniform(0, think))
        try:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
            self.get("/")
            self.upload()
            for _ in range(changes):
                time.sleep(think)
                first, second = rng.randint(10, 60), rng.randint(5, 30)
                self.change([first, second, 100 - first - second])
                time.sleep(REST)
                self.ask_for_prices()
            self.last = [first, second, 100 - first - second]
            self.exported = json.loads(self.get("/download/plan.json"))
        except Exception as error:
            self.wrong.append(f"{type(error).__name__}: {error}")
        finally:
            self.connection.close()

    def get(self, path: str, body: object = None) -> bytes:
        """The answer to a request, by the connection and with the cookie of this session."""
        headers = {"Cookie": self.cookie} | (JSON if body is not None else {})
        sent = None if body is None else json.dumps(body)
        try:
            self.connection.request("GET" if body is None else "POST", path, sent, headers)
            answer = self.connection.getresponse()
        except (http.client.RemoteDisconnected, ConnectionError):  # idle for long; a browser connects anew as well
            self.connection.close()
            self.connection.request("GET" if body is None else "POST", path, sent, headers)
            answer = self.connection.getresponse()
        content = answer.read()
        if answer.status not in {200, 204}:
            raise RuntimeError(f"{path} gave {answer.status}")
        told = answer.getheader("Set-Cookie")
        if told:
            self.cookie = told.split(";")[0]
        return content

    def upload(self) -> None:
        """Drop the list and use it."""
        content = "data:text/csv;base64," + base64.b64encode(client_list(self.number)).decode()
        began = time.perf_counter()
        self.call(ids.UPLOAD, "contents", {(ids.UPLOAD, "contents"): [content], (ids.UPLOAD, "filename"): ["mine.csv"]})
        self.call(ids.DRAFT_USE, "n_clicks", {(ids.DRAFT_USE, "n_clicks"): 1})
        self.uploads.append(time.perf_counter() - began)

    def call(self, component: str, prop: str, values: dict[tuple[str, str], object]) -> None:
        """Tell the dashboard of a change as a page does; the change has to be taken."""
        listeners = json.loads(self.get("/_dash-dependencies"))
        heard = {"id": component, "property": prop}
        found = next(one for one in listeners if heard in one["inputs"])
        values = {(ids.WHERE, "pathname"): "/roster", **values}
        names = [one.rsplit(".", 1) for one in found["output"].strip(".").split("...")]
        told = {
            "output": found["output"],
            "outputs": [{"id": name, "property": prop} for name, prop in names],
            "inputs": [one | {"value": values.get((one["id"], one["property"]))} for one in found["inputs"]],
            "state": [one | {"value": values.get((one["id"], one["property"]))} for one in found["state"]],
            "changedPropIds": [f"{component}.{prop}"],
        }
        answer = json.loads(self.get("/_dash-update-component", told))
        if ids.REVISION not in str(answer["response"]):
            raise RuntimeError(f"{component} changed nothing")

    def change(self, shares: list[int]) -> None:
        began = time.perf_counter()
        answer = json.loads(self.get(ids.FOLLOW, {"shares": shares, "final": True, "shown": self.shown}))
        self.changes.append(time.perf_counter() - began)
        if "table" not in answer:
            if answer:
                self.wrong.append(f"no plan at {shares}: {answer}")
            return
        self.shown, self.rows = answer["token"], made_from(self.rows, answer["table"])

    def ask_for_prices(self) -> None:
        began = time.perf_counter()
        answer = json.loads(self.get(ids.FOLLOW, {"later": self.shown}))
        self.prices.append(time.perf_counter() - began)
        if "parts" not in answer:
            self.wrong.append(f"no prices: {answer}")

    def compare(self) -> None:
        """Hold the plan on the page, and the one that is exported, against the one that the planner makes by itself."""
        if not self.last:
            return
        shares = self.last
        alone = plan(read_roster(client_list(self.number), name="mine.csv"), balance="/".join(map(str, shares)))
        hours = dict(zip(alone.roster.names.tolist(), alone.allocation.hours.tolist(), strict=True))
        exported = {one["account"]: one["hours"] for one in self.exported["accounts"]}
        on_page = {row["account"]: row["plan"] for row in self.rows if row["account"] in hours}
        for name, found in (("exported", exported), ("shown", on_page)):
            if any(abs(found.get(account, -1) - hour) > 0.01 for account, hour in hours.items()):
                self.wrong.append(f"a wrong plan was {name} at {shares}")


def client_list(number: int) -> bytes:
    """A CSV of accounts that no other session has."""
    rng = random.Random(1000 + number)
    lines = ["Account,Relationship,Owner,Annual fee,Hours now,Good for others,Builds strengths,Industry"]
    for at in range(ACCOUNTS):
        kind = rng.choice(["Client", "Client", "Prospect", "Past client"])
        fee, now = round(rng.lognormvariate(9.8, 0.8), -2), rng.choice(["", rng.randint(1, 12)])
        owner, industry = f"Partner {rng.randint(1, 3)}", rng.choice(["Health", "Retail", "Energy", "Charity"])
        lines.append(
            f"Firm {number}-{at:03d},{kind},{owner},{fee:.0f},{now},{rng.randint(0, 5)},{rng.randint(0, 5)},{industry}"
        )
    return "\n".join(lines).encode()


def memory_of(server: Server) -> float:
    """MB that the dashboard's processes have together; pages that they share count once for each."""
    main = psutil.Process(server.process.pid)
    return sum(one.memory_info().rss for one in (main, *main.children(recursive=True))) / 1e6


def processor_of(server: Server) -> float:
    """Seconds of a core that the dashboard's processes have used together, whatever else the machine does."""
    main = psutil.Process(server.process.pid)
    times = [one.cpu_times() for one in (main, *main.children(recursive=True))]
    return sum(one.user + one.system for one in times)


def play(server: Server, first: int, options: argparse.Namespace) -> list[Session]:
    """All sessions of one round, at once."""
    sessions = [Session(number, server.port) for number in range(first, first + options.sessions)]
    threads = [threading.Thread(target=session.run, args=(options.changes, options.think)) for session in sessions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sessions


def report(sessions: list[Session], memory: float, processor: float) -> float:
    """Print how a round went; the 95th percentile of the changes, in seconds."""
    uploads = [one for session in sessions for one in session.uploads]
    changes = [one for session in sessions for one in session.changes]
    prices = [one for session in sessions for one in session.prices]
    wrong = [one for session in sessions for one in session.wrong]
    p95 = statistics.quantiles(changes, n=20)[-1] if len(changes) > 1 else float("inf")
    lines = [
        f"{len(uploads)} uploads: median {statistics.median(uploads):.2f} s, longest {max(uploads):.2f} s; "
        f"{len(changes)} changes: median {statistics.median(changes):.2f} s, 95% within {p95:.2f} s, "
        f"longest {max(changes):.2f} s; prices: median {statistics.median(prices):.2f} s, longest {max(prices):.2f} s; "
        f"{len(wrong)} wrong; {memory:,.0f} MB; "
        f"{processor:.0f} s of a core",
        *(f"  {one}" for one in wrong[:10]),
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()
    return p95


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--sessions", type=int, default=50)
    parser.add_argument("--changes", type=int, default=10)
    parser.add_argument("--think", type=float, default=3.0)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--rounds", type=int, default=4)
    options = parser.parse_args()
    memories, slowest, wrong = [], 0.0, 0
    with (
        tempfile.TemporaryDirectory() as folder,
        Server(Path(folder), "--processes", str(options.processes)) as server,
    ):
        for at in range(options.rounds):
            before = processor_of(server)
            sessions = play(server, at * options.sessions, options)
            used = processor_of(server) - before
            for session in sessions:
                session.compare()
            memories.append(memory_of(server))
            slowest = max(slowest, report(sessions, memories[-1], used))
            wrong += sum(len(session.wrong) for session in sessions)
    flat = len(memories) < 2 or memories[-1] <= GROWTH * memories[-2]
    return int(bool(wrong) or slowest > P95 or not flat)


if __name__ == "__main__":
    sys.exit(main())
