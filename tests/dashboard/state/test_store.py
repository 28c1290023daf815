"""Workspaces on disk: private, apart from each other, shared by workers, kept over restarts."""

import stat
import threading

import pytest
from sqlalchemy import text

from dashboard.state.changes import with_files, with_settings
from dashboard.state.data_folder import StoreFailed, data_folder
from dashboard.state.store import DATABASE, MIGRATIONS, Store, WorkNotUnderstood
from dashboard.state.workspace import Workspace


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path)
    yield store
    store.close()


def test_the_database_can_be_read_by_its_owner_alone(store, tmp_path):
    store.change("a", lambda work: with_settings(work, hours=400))
    for file in tmp_path.glob(f"{DATABASE}*"):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file.name


def test_a_restart_finds_what_was_saved(store, tmp_path):
    _, revision = store.change("a", lambda work: with_settings(work, hours=400))
    store.close()
    again = Store(tmp_path)
    assert again.get("a") == (Workspace(settings={"hours": 400}), revision)
    again.close()


def test_one_browser_never_sees_the_work_or_the_files_of_another(store):
    reference = store.add_file("a", "clients.csv", b"Account\nOxfield Trust\n")
    store.change("a", lambda work: with_files(work, [reference]))
    assert store.get("b") == (Workspace(), 0)
    assert store.file("b", reference.digest) is None
    assert store.file("a", reference.digest) == b"Account\nOxfield Trust\n"


def test_two_workers_that_write_at_once_lose_no_change(store, tmp_path):
    def write(worker: int) -> None:
        own = Store(tmp_path)
        for count in range(15):
            own.change("a", lambda work, count=count: with_settings(work, **{f"w{worker}_{count}": count}))
        own.close()

    threads = [threading.Thread(target=write, args=(worker,)) for worker in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    work, revision = store.get("a")
    assert len(work.settings) == 45
    assert revision == 45


def test_a_change_that_changes_nothing_keeps_the_revision(store):
    store.change("a", lambda work: with_settings(work, hours=400))
    _, revision = store.change("a", lambda work: with_settings(work, hours=400))
    assert revision == 1


def test_deleting_a_workspace_deletes_its_files(store):
    reference = store.add_file("a", "clients.csv", b"Account\n")
    store.delete("a")
    assert store.get("a") == (Workspace(), 0)
    assert store.file("a", reference.digest) is None


def test_files_that_the_work_no_longer_names_are_forgotten(store):
    old = store.add_file("a", "old.csv", b"old")
    new = store.add_file("a", "new.csv", b"new")
    store.change("a", lambda work: with_files(work, [new]))
    store.drop_unused_files("a")
    assert store.file("a", old.digest) is None
    assert store.file("a", new.digest) == b"new"


def days_later(store, days: float) -> None:
    """Let all that is kept be older by so many days."""
    with store._writing() as connection:
        connection.execute(text(f"UPDATE workspace SET touched = touched - {days * 86_400}"))


def test_what_nobody_opened_for_long_expires(store):
    store.change("a", lambda work: with_settings(work, hours=400))
    days_later(store, 399)
    assert store.expire() == 0
    days_later(store, 2)
    assert store.expire() == 1
    assert store.get("a") == (Workspace(), 0)


def test_what_was_opened_counts_as_used(store):
    store.change("a", lambda work: with_settings(work, hours=400))
    days_later(store, 390)
    assert store.get("a")[0].settings == {"hours": 400}
    days_later(store, 390)
    assert store.expire() == 0


def test_what_expired_goes_while_the_dashboard_runs(store):
    for name in ("a", "b"):
        store.change(name, lambda work: with_settings(work, hours=400))
    days_later(store, 390)
    store.get("a")
    days_later(store, 20)
    store.get("a")
    assert store.get("b") == (Workspace(), 0)


def test_a_database_knows_its_version_and_a_newer_one_is_refused_with_its_name(store, tmp_path):
    assert store.version() == len(MIGRATIONS)
    with store._writing() as connection:
        connection.execute(text("PRAGMA user_version = 999"))
    with pytest.raises(StoreFailed, match=f"{DATABASE} was saved by a newer version"):
        Store(tmp_path)


@pytest.mark.parametrize(
    ("body", "says"),
    [('{"settings": {"hours": 400}, "future": {}}', "knows of “future”"), ('{"settings": "no', "cannot be read")],
)
def test_work_that_this_version_does_not_understand_is_told_and_left_as_it_is(store, body, says):
    reference = store.add_file("a", "clients.csv", b"Account\n")
    with store._writing() as connection:
        connection.execute(text("UPDATE workspace SET body = :body"), {"body": body})
    for use in (
        lambda: store.get("a"),
        lambda: store.change("a", lambda work: with_settings(work, hours=1)),
        lambda: store.replace("a", Workspace(), 0),
        lambda: store.add_file("a", "other.csv", b"Account\n"),
        lambda: store.drop_unused_files("a"),
    ):
        with pytest.raises(WorkNotUnderstood, match=says):
            use()
    with store._reading() as connection:
        assert connection.execute(text("SELECT body FROM workspace")).scalar_one() == body
    assert store.file("a", reference.digest) == b"Account\n"
    store.delete("a")
    assert store.get("a") == (Workspace(), 0)


def test_a_change_is_not_saved_over_one_that_came_first(store):
    first, revision = store.change("a", lambda work: with_settings(work, hours=400))
    store.change("a", lambda work: with_settings(work, weeks=6))
    assert store.replace("a", with_settings(first, hours=500), revision) is None
    assert store.get("a")[0].settings == {"hours": 400, "weeks": 6}


def test_what_is_deleted_is_in_no_file_any_more(store, tmp_path):
    store.add_file("a", "clients.csv", b"Account\nOxfield Trust\n" * 500)
    store.change("a", lambda work: with_settings(work, note="Oxfield Trust"))
    store.delete("a")
    assert all(b"Oxfield" not in file.read_bytes() for file in tmp_path.iterdir())


def test_the_data_folder_can_be_chosen_and_is_private(tmp_path, monkeypatch):
    monkeypatch.setenv("PLANNER_DATA", str(tmp_path / "mine"))
    assert data_folder() == tmp_path / "mine"
    assert stat.S_IMODE(data_folder().stat().st_mode) == 0o700
