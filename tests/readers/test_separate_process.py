"""Binary workbooks are read in a process of their own, whose end is never the planner's."""

import datetime as dt
import io
import json
import sys

import pytest

from planner.readers import separate_process as apart
from tests.readers.xlsb import xlsb

ROWS = [["Account", "Fee"], ["Acme", 5.0]]


class Input:
    def __init__(self, content):
        self.buffer = io.BytesIO(content)


def run_main(content, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", Input(content))
    monkeypatch.setattr(apart, "_bound_memory", lambda: None)
    apart.main()
    return json.loads(capsys.readouterr().out)


def test_the_child_answers_with_sheets_or_a_complaint(monkeypatch, capsys):
    answer = run_main(xlsb(ROWS), monkeypatch, capsys)
    assert answer["sheets"] == [{"name": "Clients", "visible": True, "merged": [], "rows": ROWS}]
    assert run_main(b"nonsense", monkeypatch, capsys)["error"]


@pytest.mark.parametrize(
    "cell",
    ["text", 1.5, True, dt.date(2026, 3, 1), dt.datetime(2026, 3, 1, 9, 30), dt.time(9, 30), dt.timedelta(hours=30)],
)
def test_cells_survive_the_way_between_the_processes(cell):
    assert apart._value(json.loads(json.dumps(apart._json(cell)))) == cell


def test_a_workbook_that_ends_the_child_is_a_failure_and_no_more():
    assert apart.read_apart(xlsb(ROWS))[0]["rows"] == ROWS
    with pytest.raises(apart.ReadingFailed):
        apart.read_apart(b"\x09\x08\x10\x00" + bytes(40))
