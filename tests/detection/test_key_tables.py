"""Small tables under or beside a list that explain or sum up one of its columns under the same header."""

import datetime as dt

from planner.fields import Field
from planner.settings import Settings
from tests.detection.test_first_lists import TODAY
from tests.readers.make import codes, workbook_roster

FIXED = Settings(plan_start=TODAY)
LIST = [
    ["Stage", "Client", "Project", "Lead", "Value £k", "Decision"],
    [3, "Alder Mills", "Audit", "KT", 42, dt.date(2027, 2, 1)],
    [2, "Birch Homes", "Review", "PS", 36, dt.date(2027, 3, 1)],
    [3, "Cedar Bank", "Training", "KT", 110, dt.date(2027, 4, 1)],
    ["L", "Damson Foods", "Survey", "PS", 20, ""],
]
KEY = [["Stage", "Meaning", "Chance"], [1, "First call", 0.1], [2, "Written up", 0.3], [3, "Shortlist", 0.65],
       ["L", "Lost", 0]]  # fmt: skip


def chances(roster) -> dict[str, float]:
    return dict(zip(roster.names.tolist(), roster.number(Field.PROBABILITY).tolist(), strict=True))


def test_a_table_of_codes_under_the_list_spells_them_out_and_says_their_chances():
    roster = workbook_roster({"Pipeline": [*LIST, [], *KEY]}, settings=FIXED)
    found = chances(roster)
    assert set(found) == {"Alder Mills", "Birch Homes", "Cedar Bank", "Damson Foods"}
    assert (found["Alder Mills"], found["Birch Homes"]) == (0.65, 0.3)
    assert "Damson Foods" in {roster.names[account] for account in roster.left_out}
    assert {"codes-spelt-out", "chance-of-key"} <= set(codes(roster))
    assert [row.why for row in roster.skipped] == ["is a key"] * 5


def test_a_table_of_codes_beside_the_list_is_no_column_of_its_rows():
    beside = [*KEY, *([[]] * (len(LIST) - len(KEY)))]
    rows = [[*row, "", *key] for row, key in zip(LIST, beside, strict=True)]
    found = chances(workbook_roster({"Pipeline": rows}, settings=FIXED))
    assert (found["Alder Mills"], found["Cedar Bank"]) == (0.65, 0.65)


def test_chances_of_stages_with_names_and_sums_by_owner_are_no_accounts():
    rows = [
        ["Company", "Stage", "Value", "Owner"],
        ["Alder Mills", "Chemistry call", 20_000, "Kit"], ["Birch Homes", "Written pitch", 12_000, "Pat"],
        ["Cedar Bank", "Chemistry call", 50_000, "Kit"], [],
        ["Stage", "Likelihood"], ["Chemistry call", 0.15], ["Written pitch", 0.45], [],
        ["Owner", "Leads", "Value"], ["Kit", 2, 70_000], ["Pat", 1, 12_000],
    ]  # fmt: skip
    roster = workbook_roster({"Leads": rows}, settings=FIXED)
    assert chances(roster) == {"Alder Mills": 0.15, "Birch Homes": 0.45, "Cedar Bank": 0.15}
    assert [row.why for row in roster.skipped] == ["is a key"] * 3 + ["sums the list up"] * 3


def test_a_header_again_over_more_accounts_heads_no_table_of_codes():
    rows = [
        ["Stage", "Client", "Value"], ["Hot", "Alder Mills", 20_000], ["Warm", "Birch Homes", 9_000], [],
        ["Stage", "Client", "Value"], ["Hot", "Damson Foods", 8_000], ["Warm", "Elm School", 7_000],
    ]  # fmt: skip
    roster = workbook_roster({"List": rows}, settings=FIXED)
    assert set(roster.names.tolist()) == {"Alder Mills", "Birch Homes", "Damson Foods", "Elm School"}
