"""Who is left out, and what a written list must say so that it is read again alike."""

import datetime as dt

import pytest

from planner.export import save_plan
from planner.fields import Field
from planner.pipeline import plan
from planner.reading import read_roster
from planner.roster.standing.left_out import BY_HAND, accounts_left_out, leave_out_texts
from planner.settings import Settings
from tests.readers.make import sheet_roster, workbook_roster

ROWS = (
    ["Account", "Relationship", "Fee", "Status"],
    ["Acme Ltd", "client", 9_000, "active"],
    ["Brook plc", "client", 5_000, "dissolved"],
    ["Crag LLP", "client", 5_000, "dissolved"],
)


def test_a_column_of_its_own_leaves_out_takes_in_or_gives_the_reason():
    rows = [
        ["Account", "Fee", "Leave out"],
        ["Acme", 1, "yes"],
        ["Brook", 2, "no"],
        ["Crag", 3, "conflict"],
        ["Dell", 4, ""],
    ]
    roster = sheet_roster(*rows, mapping={"leave_out": "Leave out"})
    assert accounts_left_out(roster) == {0: BY_HAND, 2: "conflict"}


def test_what_is_written_says_who_is_left_out_and_who_is_not_for_all_its_status():
    overrides = [["account", "field", "value"], ["Brook plc", "leave_out", "no"]]
    roster = plan(workbook_roster({"Clients": ROWS, "Overrides": overrides})).roster
    assert accounts_left_out(roster) == {2: "dissolved"}
    assert leave_out_texts(roster).tolist() == ["", "no", "dissolved"]


def test_an_export_leaves_out_the_same_accounts_with_the_same_words(tmp_path):
    rows = [
        ["Account", "Relationship", "Fee"],
        ["Acme Ltd", "client", 9_000],
        ["RESTING – LEAVE ALONE", "", ""],
        ["Brook plc", "client", 5_000],
    ]
    made = plan(sheet_roster(*rows))
    save_plan(made, tmp_path / "plan.xlsx")
    again = read_roster(tmp_path / "plan.xlsx")
    assert accounts_left_out(made.roster) == accounts_left_out(again) == {1: "RESTING – LEAVE ALONE"}
    assert again.has(Field.LEAVE_OUT)


def test_an_account_whose_only_deals_are_on_hold_gets_no_hours_until_somebody_says_otherwise():
    roster = sheet_roster(
        ["Deal", "Client", "Stage", "Value"], ["One", "Tern Works", "On hold", 9000],
        ["Two", "Vale Partners", "Proposal", 7000], ["Three", "Vale Partners", "On hold", 5000],
        ["Four", "Moor & Sons", "Won", 4000], ["Five", "Moor & Sons", "On hold", 4000],
    )  # fmt: skip
    assert dict(roster.left_out) == {0: "On hold"}


def test_a_quote_that_waits_for_an_answer_is_not_on_hold():
    rows = ["Deal", "Client", "Stage", "Value"], ["One", "Tern Works", "Waiting", 900], ["Two", "Vale", "Proposal", 700]
    assert not sheet_roster(*rows).left_out


def test_a_code_that_ends_an_account_is_shown_with_its_meaning():
    rows = [[f"Firm {i}", "X" if i == 4 else "C", 900 + i] for i in range(8)]
    key = [[], ["X = conflict, do not act", "", ""], ["C = client", "", ""], ["P = prospect", "", ""]]
    roster = sheet_roster(["Client", "Status", "Fee"], *rows, *key)
    assert dict(roster.left_out) == {4: "X = conflict, do not act"}


FIXED = Settings(plan_start=dt.date(2026, 11, 28))


@pytest.mark.parametrize(
    ("header", "words", "rests"),
    [
        ("Next step", "nothing until 2028", True),
        ("Next step", "not before next autumn", True),
        ("Remarks", "call again in Sept 27", True),
        ("Bemerkungen", "im Sept. 27 wieder anrufen", True),
        ("Notes", "rien avant mars 2028", True),
        ("Next step", "call again in January", False),
        ("Next step", "nothing until Q1 2027", False),
        ("Remarks", "not before next autumn", False),  # when they would hire, and no reason to wait
        ("Remarks", "proposal sent; nothing before Easter", False),
        ("Remarks", "nothing until then", False),  # then is when?
    ],
)
def test_nothing_is_done_before_the_day_that_a_remark_names(header, words, rests):
    rows = [["Client", "Relationship", "Fee", header], ["Acme", "client", 9_000, "lunch"], ["Brook", "", 5_000, words]]
    roster = sheet_roster(*rows, settings=FIXED)
    assert dict(roster.left_out) == ({1: words} if rests else {})


def test_a_client_is_looked_after_until_he_is_called_again():
    rows = [["Client", "Relationship", "Fee", "Notes"], ["Acme", "client", 9_000, "revisit pricing in 2028"],
            ["Brook", "prospect", 5_000, "call again in Sept 27"]]  # fmt: skip
    assert dict(sheet_roster(*rows, settings=FIXED).left_out) == {1: "call again in Sept 27"}


def test_until_then_is_the_one_day_that_the_row_names():
    rows = [
        ["Client", "Relationship", "Fee", "Tied until", "Remarks"],
        ["Acme", "client", 9_000, None, "lunch"],
        ["Brook", "prospect", 5_000, dt.date(2028, 6, 30), "nothing until then"],
        ["Crag", "prospect", 5_000, dt.date(2027, 1, 31), "nothing until then"],
    ]
    assert dict(sheet_roster(*rows, settings=FIXED).left_out) == {1: "nothing until then"}


def test_who_is_to_be_left_alone_until_a_day_is_not_left_out_for_good_by_an_export(tmp_path):
    rows = [["Account", "Relationship", "Fee", "Notes"], ["Acme", "client", 9_000, ""], ["Brook", "client", 5_000, ""]]
    rows[2][3] = "nothing until 2028"
    made = plan(sheet_roster(*rows, settings=FIXED), plan_start=FIXED.plan_start)
    save_plan(made, tmp_path / "plan.xlsx")
    again = read_roster(tmp_path / "plan.xlsx", settings=FIXED)
    assert accounts_left_out(made.roster) == accounts_left_out(again) == {1: "nothing until 2028"}
    assert "until 2028”, so it gets no hours until then" in made.frame["why"].tolist()[1]
    later = read_roster(tmp_path / "plan.xlsx", settings=Settings(plan_start=dt.date(2027, 12, 1)))
    assert accounts_left_out(later) == {}
