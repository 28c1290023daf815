"""A list of names and nothing else keeps every one of them."""

import pytest

from tests.readers.make import csv_roster

NAMES = ["Alma Garden", "Boreal Ltd", "Canon Street Dental", "Dray & Co", "Ely Museum", "The Sector Group", "Finch"]

TOWNS = ["Bath", "York", "Leeds", "Truro", "Derby", "Hull", "Ely", "Bath"]


def test_a_name_with_a_word_of_headers_in_it_is_no_header_amid_names():
    roster = csv_roster("\n".join(NAMES) + "\n")
    assert roster.names.tolist() == NAMES


@pytest.mark.parametrize("first", ["Smith & Co", "Clients First Ltd", "Name and Co. Ltd", "The Company Shop plc"])
def test_a_firm_by_its_legal_form_is_no_header_in_the_first_row(first):
    assert csv_roster("\n".join([first, *NAMES]) + "\n").names.tolist() == [first, *NAMES]
    beside = csv_roster("\n".join(f"{name},{town}" for name, town in zip([first, *NAMES], TOWNS, strict=True)) + "\n")
    assert beside.names.tolist() == [first, *NAMES]


@pytest.mark.parametrize(
    "above", ["Client names\n", "Our clients\nClient names\n", "Our clients\n\nClient names\n", "Us\n2026\nClient\n"]
)
def test_a_header_over_names_stays_one_under_a_title(above):
    roster = csv_roster(above + "\n".join(NAMES) + "\n")
    assert roster.names.tolist() == NAMES
