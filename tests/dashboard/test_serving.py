"""Serving: idle connections hold up nobody, several processes answer as one and end together.

A server takes seconds of the processor to start: one of them serves all tests that leave it as it was.
"""

import base64
import io
import os
import signal
import socket
import threading
import time
import urllib.request

import psutil
import pytest

from dashboard import ids
from dashboard.serving import IDLE, listen
from planner.cli import main
from planner.errors import InputError
from tests.dashboard.visitor import Visitor, whole_way
from tests.readers.hostile import columns_of_headers, stray_cell
from tests.serving import Server, free_port

MANY = 150
posix = pytest.mark.skipif(os.name != "posix", reason="several processes share a port on Linux and macOS only")


ENOUGH = 4
"""Answers to a visitor while a file of another one is read; more would only cost time."""
COSTLY = {"a stray cell": lambda: stray_cell(rows=200), "columns of headers": lambda: columns_of_headers(columns=6_000)}
"""Files that are small enough not to be refused, and take seconds to read."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="module")
def server(folder):
    with Server(folder) as server:
        yield server


@pytest.fixture(scope="module")
def answers_of_one(server):
    """What one process answers on a whole way."""
    return list(whole_way(Visitor(server)))


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


def test_a_second_server_on_the_folder_answers_as_the_first_until_it_is_told_to_end(server, folder, answers_of_one):
    with Server(folder) as second:
        both = list(whole_way(Visitor(server, second)))
        assert second.end() == 0
        assert not second.answers()
    assert server.answers()
    assert len(both) == len(answers_of_one)
    for step, (mine, other) in enumerate(zip(both, answers_of_one, strict=True)):
        assert mine == other, f"step {step}"
    planned = {row["account"]: row["plan"] for row in both[-2][1][1]}
    assert {account["account"]: account["hours"] for account in both[-1]["accounts"]} == pytest.approx(planned)
    assert 6.5 in planned.values()


@posix
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_several_processes_answer_as_one_take_each_others_place_and_end_with_the_first(tmp_path, answers_of_one, how):
    any_end_is_no_failed_start = "import dashboard.serving; dashboard.serving.QUICK = 0"
    with Server(tmp_path, "--processes", "2", before=any_end_is_no_failed_start) as server:
        assert soon(lambda: len(serving(server)) == 2)
        if how == signal.SIGTERM:
            victim = serving(server)[0]
            victim.kill()
            assert soon(lambda: len(serving(server)) == 2 and victim not in serving(server))
            assert server.answers()
            assert list(whole_way(Visitor(server))) == answers_of_one
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
def test_what_the_dashboard_cannot_start_with_is_told_in_a_sentence(
    tmp_path, monkeypatch, capsys, variables, options, says
):
    for name, value in {"PLANNER_DATA": str(tmp_path), **variables}.items():
        monkeypatch.setenv(name, value)
    for serve in ("serve", "serve_in_processes"):
        monkeypatch.setattr(f"dashboard.launch.{serve}", lambda *_: pytest.fail("it was started"))
    monkeypatch.setattr("sys.stdin", io.StringIO())
    monkeypatch.setattr("sys.argv", ["planner", "dashboard", "--no-browser", "--port", str(free_port()), *options])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert says in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize("hostile", COSTLY.values(), ids=COSTLY)
def test_a_file_that_costs_much_stalls_no_other_visitor(server, hostile):
    contents = "data:;base64," + base64.b64encode(hostile()).decode()
    upload = {
        (ids.UPLOAD, "contents"): [contents],
        (ids.UPLOAD, "filename"): ["mine.xlsx"],
        (ids.WHERE, "pathname"): "/roster",
    }
    visitor, other = Visitor(server), Visitor(server)
    other.get("/download/plan.csv")
    before = seconds(server)
    thread = threading.Thread(target=visitor.call, args=(ids.UPLOAD, "contents", upload, ids.REVISION))
    thread.start()
    answers = 0
    while thread.is_alive():
        if answers < ENOUGH:
            other.get("/download/plan.csv")
            answers += thread.is_alive()
        time.sleep(0.02)
    assert answers > 1
    own, apart = (after - was for after, was in zip(seconds(server), before, strict=True))
    assert own < apart
