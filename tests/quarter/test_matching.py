"""Which account a time entry belongs to."""

from planner.quarter.matching import NO_ACCOUNT, match_entries
from planner.quarter.timesheets import TimeEntry

NAMES = ("Northvale Water", "Whitlock Tyne LLP", "Selwick Robotics", "Bell Hotels", "Bell Homes")


def matched(*written: tuple[str, ...], answers=None):
    return match_entries([TimeEntry(names, 2.5) for names in written], NAMES, answers)


def test_the_same_name_in_other_spelling_is_sure():
    found = matched(("NORTHVALE WATER Ltd.",), ("Whitlock & Tyne",), ("Internal", "Selwick Robotics – pitch"))
    assert [account for account, _ in found.entries] == [0, 1, 2]
    assert not found.unsure
    assert not found.unknown


def test_part_of_a_name_is_asked_about_and_not_counted():
    found = matched(("Whitlock",), ("Whitlock",))
    assert not found.entries
    (one,) = found.unsure
    assert (one.name, one.accounts, one.hours) == ("Whitlock", ("Whitlock Tyne LLP",), 5.0)


def test_a_name_that_fits_several_accounts_offers_them():
    (one,) = matched(("Bell",)).unsure
    assert set(one.accounts) == {"Bell Hotels", "Bell Homes"}


def test_what_is_no_account_is_listed_with_its_hours():
    (one,) = matched(("Pitch template",)).unknown
    assert (one.name, one.hours) == ("Pitch template", 2.5)


def test_an_answer_decides():
    answers = {"Whitlock": "Whitlock Tyne LLP", "Pitch template": NO_ACCOUNT}
    found = matched(("Whitlock",), ("Pitch template",), answers=answers)
    assert [account for account, _ in found.entries] == [1]
    assert [one.name for one in found.left_out] == ["Pitch template"]
