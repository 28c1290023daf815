"""Next month's list over last month's plan."""

import datetime as dt

import numpy as np
import pytest

from planner.errors import InputError
from planner.fields import Field
from planner.quarter.refresh import refresh
from planner.settings_sources import resolve_settings
from planner.sheets.apply_settings import apply_settings
from planner.sheets.overrides import apply_overrides
from planner.sheets.saved_mapping import header_set_key, roster_key
from tests.readers.make import sheet_roster, workbook_roster

LAST = {
    "Plan": [
        ["Plan"],
        ["Account", "Hours planned", "Hours good for others", "Hours that build strengths", "Hours good for you"],
        ["Acme Ltd", 20, 5, 0, 15],
        ["Gone", 4, 0, 0, 4],
    ],
    "Ann": [["Account", "Hours", "Hours spent", "Outcome"], ["Acme Ltd", 20, 10, "Met the board"]],
    "About": [["key", "value"], ["format", "client-portfolio-plan/1"], ["client list sheet", "Client list"]],
    "Client list": [
        ["Account", "Fee", "Chance", "Good for others", "Locked hours", "Fit: culture"],
        ["Acme Ltd", 1000, 0.5, 4, 20, 5],
        ["Gone", 5, 0.5, "", "", ""],
    ],
    "Overrides": [["account", "field", "value", "why"], ["Acme Ltd", "Annual fee", 7000, "they said so"]],
}


@pytest.fixture
def refreshed():
    new = sheet_roster(["Company", "Fee", "Chance"], ["Fresh", 9, 0.2], ["ACME LTD", 2000, 0.5])
    return refresh(new, workbook_roster(LAST))


def test_what_was_decided_stays_with_its_account(refreshed):
    roster = apply_overrides(refreshed.roster)
    assert roster.names.tolist() == ["Fresh", "ACME LTD"]
    assert roster.number(Field.RATING_OTHERS)[1] == 4
    assert np.isnan(roster.number(Field.RATING_OTHERS)[0])
    assert roster.number(Field.LOCK_HOURS)[1] == 20
    assert roster.number(Field.ANNUAL_FEE).tolist() == [9, 7000]
    assert roster.fit["culture"][1] == 5


def test_what_is_new_gone_and_changed_is_listed(refreshed):
    assert refreshed.new == ("Fresh",)
    assert refreshed.gone == ("Gone",)
    assert [(one.account, one.field, one.before, one.after) for one in refreshed.changes] == [
        ("ACME LTD", Field.ANNUAL_FEE, "1,000", "2,000")
    ]


def test_changes_are_told_as_a_person_writes_them_and_what_has_ended_in_its_own_words():
    headers = ["Client", "Status", "Project", "Fee (£)", "Chance", "Decision", "Notes"]
    day, later = dt.date(2027, 1, 15), dt.date(2027, 2, 1)
    last = sheet_roster(
        headers, ["Acme", "Prospect", "Hall", 9000, 0.4, day, ""], ["Brook", "Prospect", "Shed", 4000, 0.5, day, ""],
        ["Crane", "Current client", "Barn", 5000, 0.5, day, ""],
    )  # fmt: skip
    new = sheet_roster(
        headers, ["Acme", "Prospect", "Hall", 12000, 0.7, later, ""], ["Brook", "Lost", "Shed", 4000, 0, day, "dear"],
        ["Crane", "Current client", "Barn", 5000, 0.5, day, ""],
    )  # fmt: skip
    dated = [apply_settings(one, resolve_settings(one, {"plan_start": "2026-11-30"})) for one in (new, last)]
    assert {(one.account, one.field, one.before, one.after) for one in refresh(*dated).changes} == {
        ("Acme", Field.ANNUAL_FEE, "£9,000", "£12,000"),
        ("Acme", Field.PROBABILITY, "40%", "70%"),
        ("Acme", Field.EXPECTED_DATE, "15 Jan 2027", "1 Feb 2027"),
        ("Brook", Field.STATUS, "", "Lost: dear"),
    }


def test_hours_spent_stay_with_their_account(refreshed):
    assert [(one.account, one.person, one.hours) for one in refreshed.roster.returned] == [(1, "Ann", 10)]
    assert np.isnan(refreshed.roster.number(Field.CURRENT_HOURS)).all()


def test_a_name_nearly_the_same_is_probably_a_renamed_account():
    new = sheet_roster(["Company", "Fee"], ["Acme Building Services", 9], ["Zed", 5])
    found = refresh(new, workbook_roster(LAST))
    assert [(one.before, one.after) for one in found.renamed] == [("Acme Ltd", "Acme Building Services")]
    told = refresh(new, workbook_roster(LAST), {"Acme Ltd": "Acme Building Services"})
    assert told.roster.number(Field.LOCK_HOURS)[0] == 20
    assert told.gone == ("Gone",)


def test_a_renamed_account_that_there_is_not_is_refused_in_a_sentence():
    new = sheet_roster(["Company", "Fee"], ["Acme", 9])
    with pytest.raises(InputError, match="no account “Acne”"):
        refresh(new, workbook_roster(LAST), {"Acne": "Acme"})


def test_a_mapping_is_found_again_by_its_headers_and_gives_the_same_list():
    rows = (["Firm we know", "Money", "Zip"], ["Acme", 5, 1])
    first = sheet_roster(*rows, mapping={"account": "Firm we know", "annual_fee": "Money"})
    again = sheet_roster(*rows, mapping={"account": "Firm we know", "annual_fee": "Money"})
    assert again.number(Field.ANNUAL_FEE).tolist() == [5]
    assert roster_key(first) == header_set_key(["zip", "MONEY", "Firm we know"]) == roster_key(again)
    assert roster_key(first) != header_set_key(["Money", "Firm we know"])


def test_answers_keep_who_gave_them_and_name_accounts_as_the_new_list_does():
    answers = [
        ["code", "answer", "told by", "day"],
        ["relationship", "client", "Ana", "2026-10-01"],
        ["guess:others:Acme Ltd", "yes", "Ben", "2026-10-02"],
    ]
    last = workbook_roster({"Clients": [["Account", "Fee"], ["Acme Ltd", 1]], "Answers": answers})
    new = workbook_roster({"Clients": [["Account", "Fee"], ["Acme Limited", 2]]}, answers=last.answers)
    roster = refresh(new, last).roster
    said = {row["code"].value: (row["answer"].value, row["told by"].value) for row in roster.sheets["answers"].rows}
    assert said["relationship"] == ("client", "Ana")
    assert said["guess:others:Acme Limited"] == ("yes", "Ben")
