"""Files are read apart: what takes long, breaks off or is refused there holds up nobody here."""

import os
import threading
import time
from contextlib import contextmanager
from types import MappingProxyType

import pytest

from dashboard.callbacks import partners, upload
from dashboard.service.reading import BROKE, BUSY, MOST_WAITING, SLOW, WAIT, Readers
from dashboard.serving import THREADS
from dashboard.state.list_loading import MOST_FILES, MOST_RATERS, read
from dashboard.state.workspace import FileRef, Workspace
from planner.errors import FileRefused, InputError
from sample_workbooks import sample_path
from tests.dashboard.service.readers_work import fail, read_only, refuse, take_much, work_until


@contextmanager
def at_work(readers, folder):
    """A thread for which a reader works, as long as the block lasts."""
    told, begun = folder / "told", folder / "begun"
    thread = threading.Thread(target=readers.run, args=(work_until, told, begun))
    thread.start()
    while not begun.exists() and thread.is_alive():
        time.sleep(0.01)
    yield thread
    told.touch()
    thread.join()


@pytest.fixture(scope="module")
def readers():
    readers = Readers(most=2)
    readers.warm_up()
    yield readers
    readers.end()


def test_a_list_that_is_read_apart_is_the_list_that_is_read_here(readers):
    content = sample_path("advisory_firm").read_bytes()
    work = Workspace(files=(FileRef(name="mine.xlsx", digest="0", size=len(content)),))
    apart = readers.run(read, [(work.files[0], content)], work, 50)
    here = read([(work.files[0], content)], work, 50)
    assert apart.names.tolist() == here.names.tolist()
    assert apart.issues == here.issues
    assert dict(apart.sheets) == dict(here.sheets)
    assert isinstance(readers.run(read_only, 3), MappingProxyType)


@pytest.mark.parametrize(
    ("do", "says"),
    [(refuse, "A password, please."), (take_much, SLOW.replace("long", "much memory")), (os.abort, BROKE)],
)
def test_what_goes_wrong_in_a_reader_is_a_sentence_here_and_the_next_file_is_read(readers, do, says):
    with pytest.raises(FileRefused) as refused:
        readers.run(do)
    assert str(refused.value) == says
    assert readers.run(abs, -3) == 3


def test_an_error_nobody_expected_is_logged_without_what_the_file_says(readers, caplog):
    with pytest.raises(RuntimeError):
        readers.run(fail, "Oxfield Trust pays 9,500")
    assert "KeyError" in caplog.text
    assert "9,500" not in caplog.text


def test_a_file_that_takes_long_stalls_no_other_visitor(readers, tmp_path):
    with at_work(readers, tmp_path) as thread:
        assert readers.run(abs, -3) == 3
        assert thread.is_alive()


def test_a_file_that_takes_too_long_is_given_up():
    readers = Readers(most=1, seconds=0.5)
    with pytest.raises(FileRefused, match=SLOW):
        readers.run(time.sleep, 600)
    readers.end()


def test_of_readers_that_nobody_needs_one_is_kept(monkeypatch):
    monkeypatch.setattr("dashboard.service.reading.IDLE", 0.2)
    readers = Readers(most=3)
    threads = [threading.Thread(target=readers.run, args=(time.sleep, 1)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    end = time.monotonic() + 120
    while len(readers._idle) > 1 and time.monotonic() < end:
        time.sleep(0.1)
    assert len(readers._idle) == 1
    assert readers.run(abs, -3) == 3
    readers.end()


def test_who_waits_too_long_for_a_reader_is_told_to_come_again(tmp_path):
    readers = Readers(most=1, wait=0.1)
    with at_work(readers, tmp_path), pytest.raises(FileRefused, match=BUSY):
        readers.run(abs, -3)
    readers.end()


def test_no_more_visitors_wait_than_leave_threads_for_others(monkeypatch, tmp_path):
    assert MOST_WAITING < THREADS
    monkeypatch.setattr("dashboard.service.reading.MOST_WAITING", 1)
    readers = Readers(most=1)
    with at_work(readers, tmp_path):
        began = time.monotonic()
        with pytest.raises(FileRefused, match=BUSY):
            readers.run(abs, -3)
        assert time.monotonic() - began < WAIT / 2
    readers.end()


def test_more_files_than_belong_to_a_list_are_refused_before_they_are_looked_at(service, monkeypatch):
    for module in (upload, partners):
        monkeypatch.setattr(module, "decode", lambda *_: pytest.fail("a file was looked at"))
    with pytest.raises(InputError, match=f"up to {MOST_FILES} files"):
        upload.take_files(service, "me", ["data:,"] * 10_000, ["a.csv"] * 10_000)
    with pytest.raises(InputError, match=f"10,000 files of ratings would be too many; up to {MOST_RATERS}"):
        partners.take_raters(service, "me", ["data:,"] * 10_000, [f"{at}.csv" for at in range(10_000)])


def test_files_of_ratings_are_counted_together_with_those_that_are_there(service):
    files = [(f"{at}.csv", b"Account,Good for others\nOxfield Trust,3\n") for at in range(MOST_RATERS + 1)]
    with pytest.raises(InputError, match="too many"):
        service.add_ratings("me", files)
    assert service.store.get("me") == (Workspace(), 0)
