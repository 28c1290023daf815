"""Accounts that the user says are one become one, with the arithmetic shown."""

import datetime as dt

import pytest

from planner.errors import InputError
from planner.fields import Field
from planner.parsing.names import core_name
from planner.roster.lists.account_matching import domain_key
from planner.roster.merging import merge
from planner.settings import Settings
from tests.readers.make import sheet_roster

ROWS = [
    ["Client", "Type", "Fee", "Chance", "Good for others", "Expected date", "Hours now", "Notes"],
    ["Acme Ltd", "prospect", 30_000, 0.5, 2, dt.datetime(2026, 9, 1), 4, "a"],
    ["Other", "prospect", 5, 0.1, 1, "", "", ""],
    ["ACME Limited", "client", 10_000, 0.1, 4, dt.datetime(2026, 7, 1), 4, "b"],
]


def test_a_merge_adds_money_weighs_chances_and_keeps_the_best_of_the_rest():
    roster = sheet_roster(*ROWS)
    assert [one.accounts for one in roster.duplicates] == [("Acme Ltd", "ACME Limited")]
    merged = merge(roster, [roster.duplicates[0].accounts])
    assert merged.names.tolist() == ["Acme Ltd", "Other"]
    assert merged.number(Field.ANNUAL_FEE).tolist() == [40_000, 5]
    assert merged.number(Field.PROBABILITY) == pytest.approx([0.4, 0.1])
    assert merged.number(Field.RATING_OTHERS).tolist() == [4, 1]
    assert merged.number(Field.CURRENT_HOURS)[0] == 4
    assert merged.text(Field.RELATIONSHIP).tolist() == ["client", "prospect"]
    assert merged.text(Field.NOTES)[0] == "a; b"
    assert str(merged.date(Field.EXPECTED_DATE)[0]) == "2026-07-01"
    assert merged.duplicates == ()
    assert "30,000 and 10,000 → 40,000" in merged.issues[-1].message
    assert roster.size == 3


def test_merging_deals_sums_them_anew():
    day = dt.datetime(2026, 9, 1)
    settings = Settings(plan_start=dt.date(2026, 6, 1))
    roster = sheet_roster(
        ["Deal Name", "Account Name", "Stage", "Amount", "Probability", "Close Date"],
        ["A", "Acme Ltd", "Proposal", 30_000, "50%", day],
        ["B", "Acme Limited", "Proposal", 30_000, "10%", day],
        settings=settings,
    )
    merged = merge(roster, [["Acme Limited", "Acme Ltd"]], settings)
    assert merged.names.tolist() == ["Acme Ltd"]
    assert merged.number(Field.ANNUAL_FEE).tolist() == [60_000]
    assert merged.number(Field.PROBABILITY) == pytest.approx([0.3])
    assert merged.fact("open_deals").tolist() == [2]


def test_an_unknown_name_is_refused_and_no_groups_change_nothing():
    roster = sheet_roster(*ROWS)
    with pytest.raises(InputError, match="no account “Zed”"):
        merge(roster, [["Acme Ltd", "Zed"]])
    assert merge(roster, []) is roster


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("https://www.Acme.com/about?x=1", "acme.com"),
        ("acme.com", "acme.com"),
        ("http://shop.acme.co.uk:8080", "shop.acme.co.uk"),
        ("www.acme.com/", "acme.com"),
        ("none yet", ""),
        ("", ""),
    ],
)
def test_web_addresses_are_compared_by_their_host(address, key):
    assert domain_key(address) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme Inc.", "ACME, Incorporated"),
        ("Kestrel & Shaw", "Kestrel and Shaw LLP"),
        ("O'Brien Ltd", "OBrien"),
        ("Société Ü", "societe u"),
    ],
)
def test_names_are_compared_without_legal_form_case_and_accents(one, other):
    assert core_name(one) == core_name(other)
