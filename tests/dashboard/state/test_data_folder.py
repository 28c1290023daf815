"""A data folder that is damaged, full, or may not be written: one sentence that names the file, never a crash."""

import re

import pytest
from sqlalchemy import event, text

from dashboard.app import create_app
from dashboard.service.plan_service import service_of
from dashboard.state.changes import with_settings
from dashboard.state.data_folder import StoreFailed, data_folder, set_aside
from dashboard.state.store import DATABASE, Store
from tests.serving import Server


def test_a_database_that_is_none_is_named_in_a_sentence(tmp_path):
    (tmp_path / DATABASE).write_bytes(b"this is no database" * 500)
    with pytest.raises(StoreFailed, match=re.escape(f"{tmp_path / DATABASE} is damaged; move it elsewhere")):
        create_app(tmp_path)


def test_a_folder_that_is_none_is_named_in_a_sentence(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("PLANNER_DATA", str(tmp_path / "file" / "data"))
    with pytest.raises(StoreFailed, match="PLANNER_DATA"):
        data_folder()


@pytest.mark.parametrize(
    ("pragma", "says"), [("query_only = ON", "cannot write there"), ("max_page_count = 1", "full")]
)
def test_a_folder_that_cannot_be_written_still_shows_the_plan_and_says_why_nothing_is_saved(tmp_path, pragma, says):
    app = create_app(tmp_path)
    store = service_of(app).store
    store.change("a", lambda work: with_settings(work, hours=400))
    with store._writing() as connection:
        connection.execute(text("UPDATE workspace SET touched = 0"))
    store._engine.dispose()
    event.listen(store._engine, "connect", lambda connection, _: connection.execute(f"PRAGMA {pragma}"))
    assert service_of(app).view("a").work.settings == {"hours": 400}
    with pytest.raises(StoreFailed, match=says):
        store.add_file("a", "clients.csv", b"x" * 100_000)


def test_what_is_set_aside_twice_on_a_day_keeps_both(tmp_path):
    for content in ("one", "two"):
        (tmp_path / "file").write_text(content)
        set_aside(tmp_path / "file")
    assert sorted(path.read_text() for path in tmp_path.glob("file.broken-*")) == ["one", "two"]


def test_a_store_that_could_not_be_opened_leaves_nothing_open(tmp_path):
    (tmp_path / DATABASE).write_bytes(b"no" * 4000)
    for _ in range(3):
        with pytest.raises(StoreFailed):
            Store(tmp_path)


def test_the_command_names_the_damaged_file_and_not_the_port(tmp_path):
    (tmp_path / DATABASE).write_bytes(b"this is no database" * 500)
    server = Server(tmp_path)
    _, said = server.process.communicate(timeout=60)
    assert server.process.returncode == 2
    assert f"{DATABASE} is damaged; move it elsewhere" in " ".join(said.decode().split())
    assert "listen" not in said.decode()
