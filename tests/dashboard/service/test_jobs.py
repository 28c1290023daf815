"""Long work: asked for, done in another process or this one, stopped, found again, forgotten."""

import time
from dataclasses import replace

import pytest

from dashboard.app import close, create_app
from dashboard.service import jobs
from dashboard.service.background import BACKGROUND
from dashboard.service.job_cache import FOLDER
from dashboard.service.job_store import MOST_RUNNERS, JobStore, Kind, State
from dashboard.service.jobs import run_job
from dashboard.state.workspace import Workspace

OPTIONS = {"draws": 4, "fees": 0.25, "probabilities": 0.5, "ratings": 0.5, "half_hours": 0.4}


@pytest.fixture
def board(tmp_path):
    board = JobStore(tmp_path)
    yield board
    board.close()


def test_a_job_is_done_and_found_again_with_its_result(board, tmp_path):
    job = board.ask("me", Kind.SURE, Workspace(), OPTIONS)
    assert job.state is State.WAITING
    assert run_job(str(tmp_path), job.token) == "done"
    found = JobStore(tmp_path).latest("me", Kind.SURE)
    assert (found.state, found.done, found.of) == (State.DONE, 4, 4)
    assert found.result["draws"] == 4
    assert found.token_of_plan == Workspace().fingerprint()
    assert not found.going


def test_the_sample_is_worked_out_once_for_everybody_and_an_own_list_for_its_owner_alone(board, tmp_path):
    run_job(str(tmp_path), board.ask("me", Kind.SURE, Workspace(), OPTIONS).token)
    again = board.ask("you", Kind.SURE, Workspace(), OPTIONS)
    assert again.state is State.DONE
    assert again.result["draws"] == 4
    assert board.ask("you", Kind.SURE, Workspace(), {**OPTIONS, "draws": 5}).state is State.WAITING
    own = Workspace(overrides={"Oxfield Trust": {"lock_hours": {"value": 3.0}}})
    assert board.ask("you", Kind.SURE, own, OPTIONS).state is State.WAITING


def test_a_job_is_done_once_and_an_unknown_one_never(board, tmp_path):
    job = board.ask("me", Kind.SURE, Workspace(), OPTIONS)
    board.put(replace(job, state=State.DONE, result={"kept": 1}))
    assert run_job(str(tmp_path), job.token) == "done"
    assert board.get(job.token).result == {"kept": 1}
    assert run_job(str(tmp_path), "nothing") == ""


def test_stopping_before_anything_is_done_says_so(board, tmp_path):
    job = board.ask("me", Kind.MAP, Workspace())
    board.stop(job.token)
    assert run_job(str(tmp_path), job.token) == "failed"
    assert board.get(job.token).problem == "Stopped."


def test_stopping_draws_keeps_those_that_were_done(board, tmp_path, monkeypatch):
    job = board.ask("me", Kind.SURE, Workspace(), {**OPTIONS, "draws": 50})
    real = jobs.WORKS[Kind.SURE]

    def in_this_process(plan, options, progress, stopped):
        def told(done, of):
            progress(done, of)
            if done == 3:
                board.stop(job.token)

        return real(plan, options, told, stopped)

    monkeypatch.setattr(jobs, "WORKS", {Kind.SURE: in_this_process})
    assert run_job(str(tmp_path), job.token) == "stopped"
    found = board.get(job.token)
    assert 3 <= found.result["draws"] < 50
    assert found.result["asked"] == 50


def test_asking_again_stops_the_one_before(board):
    first = board.ask("me", Kind.SURE, Workspace(), OPTIONS)
    second = board.ask("me", Kind.SURE, Workspace(), OPTIONS)
    assert board.is_stopped(first.token)
    assert board.latest("me", Kind.SURE).token == second.token
    assert board.latest("you", Kind.SURE) is None


def test_a_job_without_a_sign_of_life_counts_as_lost(board, monkeypatch):
    job = board.put(replace(board.ask("me", Kind.MAP, Workspace()), state=State.RUNNING))
    assert job.going
    monkeypatch.setattr("dashboard.service.job_store.LOST_AFTER", 0)
    assert not job.going


def test_deleting_a_workspace_forgets_its_jobs(board):
    job = board.ask("me", Kind.MAP, Workspace())
    board.forget("me")
    assert board.get(job.token) is None
    assert board.latest("me", Kind.MAP) is None
    assert board.is_stopped(job.token)


def test_partners_who_do_not_differ_end_in_a_sentence(board, tmp_path):
    job = board.ask("me", Kind.DIFFER, Workspace())
    assert run_job(str(tmp_path), job.token) == "failed"
    assert "at least two partners" in board.get(job.token).problem


def stored(folder) -> bytes:
    """All that the files of the jobs hold."""
    return b"".join(path.read_bytes() for path in (folder / FOLDER).rglob("*") if path.is_file())


def test_starting_over_leaves_no_job_of_the_workspace_on_disk(board, tmp_path):
    own = Workspace(overrides={"Oxfield Trust": {"lock_hours": {"value": 3.0}}})
    for kind in (*Kind, Kind.SURE, Kind.MAP):
        board.ask("me", kind, own, OPTIONS)
    running = board.ask("me", Kind.SURE, own, OPTIONS)
    board.put(replace(running, state=State.RUNNING, result={"accounts": ["Oxfield Trust"] * 9000}))
    other = board.ask("you", Kind.MAP, own)
    assert b"Oxfield" in stored(tmp_path)
    board.forget("me")
    board.put(replace(running, state=State.DONE, result={"accounts": ["Oxfield Trust"]}))
    assert board.get(other.token) is not None
    board.forget("you")
    assert b"Oxfield" not in stored(tmp_path)


def test_no_more_jobs_run_at_once_than_may_and_each_runs_once(board):
    tokens = [board.ask(f"visitor {at}", Kind.MAP, Workspace(settings={"hours": 100 + at})).token for at in range(5)]
    names = [board.reserve_runner() for _ in range(5)]
    places = [name for name in names if name is not None]
    assert len(places) == MOST_RUNNERS
    taken = [board.next_for(places[0]) for _ in range(6)]
    assert taken == [*tokens, None]
    assert board.reserve_runner() is None
    assert board.end_runner(places[1]) == ""


def test_the_place_of_a_runner_that_died_is_free_again(board):
    for at in range(MOST_RUNNERS):
        board.ask(f"visitor {at}", Kind.MAP, Workspace())
        board.note_runner(board.reserve_runner(), 2**22 + at)  # no process has such a number
    assert board.reserve_runner() is not None


def test_a_job_that_is_stopped_while_it_waits_is_over_at_once(board):
    job = board.ask("me", Kind.MAP, Workspace())
    assert board.get(job.token).going
    board.stop(job.token)
    assert not board.get(job.token).going
    assert board.get(job.token).problem == "Stopped."


@pytest.fixture
def manager(tmp_path):
    app = create_app(tmp_path)
    yield app.server.extensions[BACKGROUND]
    close(app)


def test_tokens_that_nobody_was_given_begin_no_process(manager, monkeypatch):
    monkeypatch.setattr("dashboard.service.background.get_context", lambda _: pytest.fail("a process was begun"))
    for at in range(25):
        handle = manager.call_job_fn("key", None, [f"junk {at}"], {})
        assert manager.get_result("key", handle) == ""
        assert not manager.job_running(handle)


class NoProcess:
    """In place of a process: notes that it was begun, and does nothing."""

    begun = 0
    pid = None

    def __init__(self, **_):
        pass

    def start(self):
        NoProcess.begun += 1

    def is_alive(self):
        return False

    join = start


def test_many_jobs_begin_few_processes(manager, board, monkeypatch):
    monkeypatch.setattr("dashboard.service.background.get_context", lambda _: type("", (), {"Process": NoProcess}))
    for at in range(25):
        job = board.ask(f"visitor {at}", Kind.MAP, Workspace(settings={"hours": 100 + at}))
        manager.call_job_fn("key", None, [job.token], {})
        assert manager.job_running(job.token)
    assert NoProcess.begun == MOST_RUNNERS


def test_a_job_is_done_by_a_process_of_its_own(manager, board):
    job = board.ask("me", Kind.SURE, Workspace(), OPTIONS)
    manager.call_job_fn("key", None, [job.token], {})
    until = time.monotonic() + 300
    while manager.job_running(job.token) and time.monotonic() < until:
        time.sleep(0.1)
    assert manager.get_result("key", job.token) == "done"


@pytest.mark.parametrize("damage", ["no database", "cut off", "a file"])
def test_damaged_jobs_are_set_aside_and_the_dashboard_starts(tmp_path, damage):
    first = JobStore(tmp_path)
    first.ask("me", Kind.MAP, Workspace(settings={"note": "x" * 20_000}))
    first.close()
    folder = tmp_path / FOLDER
    content = (folder / "cache.db").read_bytes()
    for path in folder.iterdir():
        path.unlink()
    if damage == "a file":
        folder.rmdir()
        folder.write_text("")
    else:
        (folder / "cache.db").write_bytes(b"no database" * 999 if damage == "no database" else content[:8192])
    app = create_app(tmp_path)
    assert app.server.test_client().get("/").status_code == 200
    assert len(list(tmp_path.glob(f"{FOLDER}.broken-*"))) == 1
    again = JobStore(tmp_path)
    assert again.get(again.ask("me", Kind.MAP, Workspace()).token).state is State.WAITING
    close(app)


def test_jobs_that_break_while_the_dashboard_runs_are_begun_anew(board, tmp_path):
    board.ask("me", Kind.MAP, Workspace())
    board.close()
    (tmp_path / FOLDER / "cache.db-wal").unlink(missing_ok=True)
    (tmp_path / FOLDER / "cache.db").write_bytes(b"no database" * 999)
    assert board.latest("me", Kind.MAP) is None
    assert board.ask("me", Kind.MAP, Workspace()).state is State.WAITING
