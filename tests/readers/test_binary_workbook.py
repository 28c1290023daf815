"""Binary workbooks are read in a process of their own, whose end is never the planner's."""

import pytest

from planner.errors import FileRefused
from planner.readers.apart import call_apart
from planner.readers.binary_workbook import BinarySheet, read_sheets
from planner.reading import read_roster
from tests.readers.xlsb import xlsb

ROWS = [["Account", "Fee"], ["Acme", 5.0]]


def test_the_sheets_come_with_their_cells():
    assert read_sheets(xlsb(ROWS), "list.xlsb") == [BinarySheet("Clients", True, [], ROWS)]
    assert read_roster(xlsb(ROWS), name="list.xlsb").names.tolist() == ["Acme"]


def test_a_workbook_that_ends_its_reader_is_refused_in_a_sentence():
    with pytest.raises(FileRefused, match=r"^list\.xls is damaged"):
        call_apart("list.xls", read_sheets, b"\x09\x08\x10\x00" + bytes(40), "list.xls")
    with pytest.raises(FileRefused, match=r"^list\.xls is damaged"):
        read_roster(b"\x09\x08\x10\x00" + bytes(40), name="list.xls")
