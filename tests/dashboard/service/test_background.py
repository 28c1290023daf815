"""Long work on Celery and Redis, where they are configured: a real broker, a real worker, a real map."""

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import time

import pytest
from dash.background_callback.managers import BaseBackgroundCallbackManager

from dashboard.app import create_app
from dashboard.service.background import BACKGROUND, BROKER_VARIABLE
from dashboard.service.drafts import take_draft
from dashboard.service.job_store import JobStore, Kind, State
from dashboard.service.plan_service import service_of
from dashboard.state.data_folder import DATA_VARIABLE
from planner.errors import InputError
from tests.serving import free_port

SOON = 120.0  # seconds; the worker starts first
LIST = b"Account,Annual fee,Good for others,Builds strengths\n" + b"".join(
    f"Client {at},{9000 + 4000 * at},{at % 6},{5 - at % 5}\n".encode() for at in range(8)
)


@pytest.fixture
def broker(tmp_path):
    for name in ("celery", "redis"):
        if importlib.util.find_spec(name) is None:
            pytest.skip(f"{name} is not installed: pip install '.[celery]'")
    server = shutil.which("redis-server")
    if server is None:
        pytest.skip("there is no redis-server on the PATH")
    port = free_port()
    redis = subprocess.Popen(
        [server, "--port", str(port), "--save", "", "--dir", str(tmp_path)], stdout=subprocess.DEVNULL
    )
    yield f"redis://127.0.0.1:{port}/0"
    redis.terminate()
    redis.wait()


@pytest.mark.filterwarnings("ignore:Task name 'background_callback")  # Dash keeps the tasks of other tests' apps
def test_a_map_is_worked_out_by_a_celery_worker_that_shares_the_data_folder(broker, tmp_path, monkeypatch):
    folder = tmp_path / "data"
    folder.mkdir()
    monkeypatch.setenv(BROKER_VARIABLE, broker)
    monkeypatch.setattr(BaseBackgroundCallbackManager, "managers", [])  # nor shall other tests' apps use this one
    app = create_app(folder)
    service, manager, board = service_of(app), app.server.extensions[BACKGROUND], JobStore(folder)
    work = take_draft(service, "me", [("list.csv", LIST)])
    job = board.ask("me", Kind.MAP, work)
    task = next(task for name, task in manager.handle.tasks.items() if name.startswith("background_callback_"))
    environment = {**os.environ, DATA_VARIABLE: str(folder)}
    command = [
        sys.executable,
        "-m",
        "celery",
        "-A",
        "dashboard.service.worker",
        "worker",
        "--pool",
        "solo",
        "-l",
        "error",
    ]
    worker = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        manager.call_job_fn("key", task, [job.token], {})
        until = time.monotonic() + SOON
        while board.get(job.token).state in {State.WAITING, State.RUNNING} and time.monotonic() < until:
            time.sleep(0.2)
        done = board.get(job.token)
        assert done.state is State.DONE
        assert len(done.result["points"]) == 231
    finally:
        worker.send_signal(signal.SIGTERM)
        worker.wait(30)
        board.close()


def test_a_broker_without_celery_is_said_to(monkeypatch, tmp_path):
    monkeypatch.setenv(BROKER_VARIABLE, "redis://127.0.0.1:1/0")
    monkeypatch.setitem(sys.modules, "celery", None)
    with pytest.raises(InputError, match="Celery is not installed"):
        create_app(tmp_path)
