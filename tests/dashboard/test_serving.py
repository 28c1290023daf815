"""Serving: idle connections hold up nobody, several processes answer as one and end together."""

import base64
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request

import psutil
import pytest

from dashboard import ids
from dashboard.serving import IDLE, listen
from planner.errors import InputError
from tests.dashboard.test_two_servers import Visitor, whole_way
from tests.readers.hostile import columns_of_headers, stray_cell
from tests.serving import Server, free_port

MANY = 150
posix = pytest.mark.skipif(os.name != "posix", reason="several processes share a port on Linux and macOS only")


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with Server(tmp_path_factory.mktemp("data"), "--processes", "2" if os.name == "posix" else "1") as server:
        yield server


def serving(server) -> list[psutil.Process]:
    """The processes that serve."""
    return [one for one in psutil.Process(server.process.pid).children() if is_serving(one)]


def is_serving(process) -> bool:
    try:
        return process.status() != psutil.STATUS_ZOMBIE and "spawn_main" in " ".join(process.cmdline())
    except psutil.NoSuchProcess:
        return False


def seconds(server) -> tuple[float, float]:
    """Of the processor: what the serving process used since it started, and what those that read for it used."""
    own = psutil.Process(server.process.pid)
    used, readers = own.cpu_times(), [child.cpu_times() for child in own.children()]
    gone = used.children_user + used.children_system
    return used.user + used.system, gone + sum(one.user + one.system for one in readers)


def soon(true, seconds=120.0) -> bool:
    """Whether something gets true; it is looked at once more only while it is not, as processes come and go."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.1)
    return False


def test_idle_connections_hold_up_nobody(server):
    idle = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(MANY)]
    for at, one in enumerate(idle):
        if at % 2:
            one.sendall(b"GET / HTTP/1.1\r\nHost: ")  # and never says more
    for _ in range(5):
        with urllib.request.urlopen(f"{server.url}/health", timeout=IDLE - 5) as answer:  # before those are closed
            assert answer.status == 200
    for one in idle:
        one.close()


def test_several_processes_answer_as_one(server, tmp_path):
    with Server(tmp_path) as alone:
        one = list(whole_way(Visitor(alone)))
    assert list(whole_way(Visitor(server))) == one


@posix
def test_a_process_that_breaks_is_replaced(tmp_path):
    any_end_is_no_failed_start = "import dashboard.serving; dashboard.serving.QUICK = 0"
    with Server(tmp_path, "--processes", "2", before=any_end_is_no_failed_start) as server:
        assert soon(lambda: len(serving(server)) == 2)
        victim = serving(server)[0]
        victim.kill()
        assert soon(lambda: len(serving(server)) == 2 and victim not in serving(server))
        assert server.answers()


@posix
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_all_processes_end_with_the_first(tmp_path, how):
    with Server(tmp_path, "--processes", "2") as server:
        assert soon(lambda: len(psutil.Process(server.process.pid).children(recursive=True)) >= 4)  # with two that read
        all_of_them = psutil.Process(server.process.pid).children(recursive=True)
        server.process.send_signal(how)
        status = server.process.wait(120)
        assert status == (0 if how == signal.SIGTERM else -how)
        _, alive = psutil.wait_procs(all_of_them, timeout=60)
        assert not alive


def test_a_port_that_is_taken_is_told():
    port = free_port()
    first = listen("127.0.0.1", port)
    with pytest.raises(InputError, match=f"Nothing can listen on 127.0.0.1, port {port}"):
        listen("127.0.0.1", port)
    for one in first:
        one.close()


def test_an_address_of_another_machine_is_told_as_such_and_not_as_a_port():
    with pytest.raises(InputError, match=r"192\.0\.2\.1 is no address of this machine .*; choose another with --host"):
        listen("192.0.2.1", free_port())  # an address that is kept for examples


@pytest.mark.parametrize(
    ("variables", "options", "says"),
    [
        ({}, ("--name", "http://planner.example/"), "“http://planner.example/” is no name of a host"),
        ({}, ("--name", "planner.example"), "it needs a password"),
        ({}, ("--host", "0.0.0.0"), "it needs a password"),
        ({"PLANNER_CELERY_BROKER": "my-broker"}, (), "“my-broker” in PLANNER_CELERY_BROKER is no address"),
        ({"PLANNER_CELERY_BROKER": "my-broker"}, ("--processes", "2"), "is no address"),
    ],
)
def test_what_the_dashboard_cannot_start_with_is_told_in_a_sentence(tmp_path, monkeypatch, variables, options, says):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    command = [sys.executable, "-m", "planner", "dashboard", "--no-browser", "--port", str(free_port()), *options]
    ended = subprocess.run(
        command, env={**os.environ, "PLANNER_DATA": str(tmp_path)}, stdin=subprocess.DEVNULL, capture_output=True,
        text=True, timeout=60, check=False,
    )  # fmt: skip
    assert ended.returncode == 2
    assert says in " ".join(ended.stderr.split())


@pytest.mark.parametrize("hostile", [stray_cell, columns_of_headers])
def test_a_file_that_costs_much_stalls_no_other_visitor(tmp_path, hostile):
    contents = "data:;base64," + base64.b64encode(hostile()).decode()
    upload = {
        (ids.UPLOAD, "contents"): [contents],
        (ids.UPLOAD, "filename"): ["mine.xlsx"],
        (ids.WHERE, "pathname"): "/roster",
    }
    with Server(tmp_path) as server:
        visitor, other = Visitor(server), Visitor(server)
        other.get("/download/plan.csv")
        before = seconds(server)
        thread = threading.Thread(target=visitor.call, args=(ids.UPLOAD, "contents", upload, ids.REVISION))
        thread.start()
        answers = 0
        while thread.is_alive():
            other.get("/download/plan.csv")
            answers += thread.is_alive()
            time.sleep(0.05)
        assert answers > 1
        own, apart = (after - was for after, was in zip(seconds(server), before, strict=True))
        assert own < apart
