"""A sheet that nothing was read from is named."""

from tests.readers.make import workbook_roster

LIST = [["Account", "Fee"], ["Acme", 1000], ["Brook", 2000]]


def notes(sheets):
    return [issue.message for issue in workbook_roster(sheets).issues if issue.code == "sheets-not-read"]


def test_a_sheet_without_a_list_is_named():
    (message,) = notes({"Clients": LIST, "Scratch": [["to do"], ["ring Ana"]], "Empty": []})
    assert "“Scratch”" in message
    assert "Empty" not in message


def test_sheets_that_were_read_or_spoken_of_are_not_named():
    assert notes({"Clients": LIST, "Settings": [["setting", "value"], ["weeks", 13]]}) == []
    assert notes({"Clients": LIST}) == []
