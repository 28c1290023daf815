"""Who is left out, and what a written list must say so that it is read again alike."""

from planner.export import save_plan
from planner.fields import Field
from planner.pipeline import plan
from planner.reading import read_roster
from planner.roster.standing.left_out import BY_HAND, accounts_left_out, leave_out_texts
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
