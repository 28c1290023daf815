"""Processes of long work: begun afresh, ended with their server, and said to be interrupted."""

import time

import psutil
import pytest

from dashboard.app import close, create_app
from dashboard.background import BACKGROUND, BROKER_VARIABLE, Processes, background_manager
from dashboard.jobs import Board, Kind, State
from dashboard.workspace import Work

OPTIONS = {"draws": 3000, "fees": 0.25, "probabilities": 0.5, "ratings": 0.5}


@pytest.fixture
def board(tmp_path):
    board = Board(tmp_path)
    yield board
    board.close()


def until(reached, seconds=60):
    end = time.monotonic() + seconds
    while not reached():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_job_is_done_in_a_process_of_its_own_and_its_end_is_told(board):
    manager = Processes(board)
    job = board.ask("me", Kind.DIFFER, Work())
    pid = manager.call_job_fn("key", None, [job.token], {})
    until(lambda: manager.result_ready("key"))
    assert manager.get_result("key", pid) == "failed"
    assert "at least two partners" in board.get(job.token).problem
    manager.end()
    assert "at least two partners" in board.get(job.token).problem


def test_closing_the_app_ends_the_job_and_the_processes_it_began(tmp_path, board):
    app = create_app(tmp_path)
    job = board.ask("me", Kind.SURE, Work(), OPTIONS)
    server_side = psutil.Process(app.server.extensions[BACKGROUND].call_job_fn("key", None, [job.token], {}))
    until(lambda: len(server_side.children(recursive=True)) > 1)
    family = [server_side, *server_side.children(recursive=True)]
    close(app)
    _, alive = psutil.wait_procs(family, timeout=10)
    assert alive == []
    ended = board.get(job.token)
    assert ended.state is State.FAILED
    assert "closed meanwhile" in ended.problem


def test_ending_twice_or_with_nothing_begun_does_nothing(board):
    manager = Processes(board)
    manager.end()
    manager.end()


def test_a_broker_without_celery_is_said(board, monkeypatch):
    monkeypatch.setenv(BROKER_VARIABLE, "redis://localhost:6379/0")
    monkeypatch.setitem(__import__("sys").modules, "celery", None)
    with pytest.raises(RuntimeError, match="Celery is not installed"):
        background_manager(board)
