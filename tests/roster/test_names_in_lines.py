"""Cells of several lines: the name of an account first, its contacts under it."""

from planner.facts.people.names import in_lines
from tests.readers.make import codes, csv_roster

TEXT = (
    'Client,Fee,Notes\n"Halvorsen Outfitters\nJess Tran, buyer",24000,\n'
    '"Copper Kettle\nrefers us to everyone, 3 last year",9000,\nBluejay Bikes,13000,\n'
)


def test_the_first_line_is_the_name_and_what_stands_under_it_a_remark():
    roster = csv_roster(TEXT)
    assert roster.names.tolist() == ["Halvorsen Outfitters", "Copper Kettle", "Bluejay Bikes"]
    assert "name-in-lines" in codes(roster)
    assert [(clue.account, clue.family, clue.cell) for clue in roster.remarks] == [(1, "sends work", "A3")]


def test_a_wrapped_name_stays_whole():
    names = ["Brook &\nSons", "Halder Bau\nGmbH", "Stadt\nBern", "Stadt\nZug"]
    assert in_lines(names) == (["Brook & Sons", "Halder Bau GmbH", "Stadt Bern", "Stadt Zug"], {})
