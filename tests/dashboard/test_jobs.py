"""Long work: asked for, done in another process or this one, stopped, found again, forgotten."""

from dataclasses import replace

import pytest

from dashboard.service import jobs
from dashboard.service.jobs import Board, Kind, State, run_job
from dashboard.state.workspace import Work

OPTIONS = {"draws": 4, "fees": 0.25, "probabilities": 0.5, "ratings": 0.5}


@pytest.fixture
def board(tmp_path):
    board = Board(tmp_path)
    yield board
    board.close()


def test_a_job_is_done_and_found_again_with_its_result(board, tmp_path):
    job = board.ask("me", Kind.SURE, Work(), OPTIONS)
    assert job.state is State.WAITING
    assert run_job(str(tmp_path), job.token) == "done"
    found = Board(tmp_path).latest("me", Kind.SURE)
    assert (found.state, found.done, found.of) == (State.DONE, 4, 4)
    assert found.result["draws"] == 4
    assert found.token_of_plan == Work().fingerprint()
    assert not found.going


def test_the_sample_is_worked_out_once_for_everybody_and_an_own_list_for_its_owner_alone(board, tmp_path):
    run_job(str(tmp_path), board.ask("me", Kind.SURE, Work(), OPTIONS).token)
    again = board.ask("you", Kind.SURE, Work(), OPTIONS)
    assert again.state is State.DONE
    assert again.result["draws"] == 4
    assert board.ask("you", Kind.SURE, Work(), {**OPTIONS, "draws": 5}).state is State.WAITING
    own = Work(overrides={"Oxfield Trust": {"lock_hours": {"value": 3.0}}})
    assert board.ask("you", Kind.SURE, own, OPTIONS).state is State.WAITING


def test_a_job_is_done_once_and_an_unknown_one_never(board, tmp_path):
    job = board.ask("me", Kind.SURE, Work(), OPTIONS)
    board.put(replace(job, state=State.DONE, result={"kept": 1}))
    assert run_job(str(tmp_path), job.token) == "done"
    assert board.get(job.token).result == {"kept": 1}
    assert run_job(str(tmp_path), "nothing") == ""


def test_stopping_before_anything_is_done_says_so(board, tmp_path):
    job = board.ask("me", Kind.MAP, Work())
    board.stop(job.token)
    assert run_job(str(tmp_path), job.token) == "failed"
    assert board.get(job.token).problem == "Stopped."


def test_stopping_draws_keeps_those_that_were_done(board, tmp_path, monkeypatch):
    job = board.ask("me", Kind.SURE, Work(), {**OPTIONS, "draws": 50})
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
    first = board.ask("me", Kind.SURE, Work(), OPTIONS)
    second = board.ask("me", Kind.SURE, Work(), OPTIONS)
    assert board.is_stopped(first.token)
    assert board.latest("me", Kind.SURE).token == second.token
    assert board.latest("you", Kind.SURE) is None


def test_a_job_without_a_sign_of_life_counts_as_lost(board, monkeypatch):
    job = board.put(replace(board.ask("me", Kind.MAP, Work()), state=State.RUNNING))
    assert job.going
    monkeypatch.setattr(jobs, "LOST_AFTER", 0)
    assert not job.going


def test_deleting_a_workspace_forgets_its_jobs(board):
    job = board.ask("me", Kind.MAP, Work())
    board.forget("me")
    assert board.get(job.token) is None
    assert board.latest("me", Kind.MAP) is None
    assert board.is_stopped(job.token)


def test_partners_who_do_not_differ_end_in_a_sentence(board, tmp_path):
    job = board.ask("me", Kind.DIFFER, Work())
    assert run_job(str(tmp_path), job.token) == "failed"
    assert "at least two partners" in board.get(job.token).problem
