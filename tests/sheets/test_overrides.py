"""Changes made by hand are put over the list, read like its cells, and never lost in silence."""

import dataclasses

import numpy as np
import pytest

from planner.errors import SettingError
from planner.fields import Field
from planner.pipeline import plan
from planner.records.findings import SettingSheet, SheetCell
from planner.sheets.overrides import Override, apply_overrides, check_override, told, with_override_rows
from tests.readers.make import csv_roster, workbook_roster

LIST = [["Account", "Fee", "Good for others"], ["Acme", 1000, 2], ["Beta", "", ""]]


def overridden(*rows):
    return workbook_roster({"Clients": LIST, "Overrides": [["account", "field", "value", "why"], *rows]})


def test_an_override_replaces_the_value_and_is_marked():
    roster = apply_overrides(overridden(["beta", "annual_fee", "2k", "they told me"], ["Acme", "Champion", "Jo", ""]))
    assert roster.number(Field.ANNUAL_FEE).tolist() == [1000, 2000]
    assert roster.overridden[Field.ANNUAL_FEE].tolist() == [False, True]
    assert roster.text(Field.CHAMPION).tolist() == ["Jo", ""]


def test_unknown_accounts_fields_and_values_are_issues_with_their_cell():
    roster = apply_overrides(
        overridden(
            ["Acmee", "annual_fee", 5, ""],
            ["Acme", "anual fee", 5, ""],
            ["Acme", "fee", "x"],
            ["Acme", "chance", "150%"],
        )
    )
    found = {(issue.code, issue.cell) for issue in roster.issues if issue.sheet == "Overrides"}
    assert found == {
        ("override-account-unknown", "A2"),
        ("override-field-unknown", "B3"),
        ("override-field-unknown", "B4"),
        ("chance-unreadable", "C5"),
    }


def test_a_list_without_overrides_is_returned_as_it_is():
    roster = csv_roster("Account\nAcme\n")
    assert apply_overrides(roster) is roster


LONG = [
    ["Account", "Relationship", "Owner", "Fee", "Chance", "Expected date", "Hours now", "Notes"],
    ["Acme", "prospect", "Ana", 1000, "20%", "2030-01-01", 5, "cold"],
    ["Beta", "client", "Ben", 9000, "90%", "2030-02-01", 8, "warm"],
]


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [
        ("relationship", "Client", "client"),
        ("Owner", "Ben; Cy", "Ben; Cy"),
        ("annual_fee", "£4k", 4000.0),
        ("Chance", "70%", 0.7),
        ("expected_date", "2031-05-01", np.datetime64("2031-05-01")),
        ("Hours now", "12", 12.0),
        ("notes", "met them", "met them"),
    ],
)
def test_every_fact_can_be_corrected_and_reaches_the_plan(name, value, read):
    rows = [
        ["account", "field", "value", "why", "told by", "day"],
        ["Acme", name, value, "I know", "Ana", "2026-11-02"],
    ]
    roster = workbook_roster({"Clients": LONG, "Overrides": rows})
    made = plan(roster, plan_start="2029-12-01")
    field = next(one for one in made.roster.overridden)
    assert made.roster.columns[field][0] == read
    assert made.roster.sources[field].tolist() == ["told", "read"]
    one = told(roster, "acme", field)
    assert one is not None
    assert (one.why, one.by, one.day) == ("I know", "Ana", "2026-11-02")


def test_leaving_out_and_taking_in_again():
    roster = workbook_roster({"Clients": LONG, "Overrides": [["account", "field", "value", "why"]]})
    ended = dataclasses.replace(roster, left_out={0: "“lost” in C2"})
    rows = [("Acme", "leave_out", "no", ""), ("Beta", "Leave out", "yes", "conflict"), ("Beta", "leave_out", "eh", "")]
    sheet = SettingSheet("overrides", tuple(cells(*row) for row in rows))
    applied = apply_overrides(dataclasses.replace(ended, sheets={"overrides": sheet}))
    assert applied.left_out == {1: "conflict"}
    assert Field.LEAVE_OUT not in applied.columns
    assert [issue.code for issue in applied.issues] == ["override-unreadable"]


def cells(*values):
    headers = ("account", "field", "value", "why")
    return {header: SheetCell(value, "") for header, value in zip(headers, values, strict=True) if value != ""}


def test_a_change_that_stands_there_already_is_not_written_twice():
    first = with_override_rows(None, [Override("Acme", Field.ANNUAL_FEE, 5, "said so", by="Ana", day="2026-11-02")])
    again = with_override_rows(first, [Override("Acme", Field.ANNUAL_FEE, 5, "said so", by="Ben", day="2026-12-01")])
    assert len(again.rows) == 1
    assert again.rows[0]["told by"].value == "Ana"


def test_an_owner_named_by_hand_brings_hours_of_their_own():
    rows = [["account", "field", "value"], ["Acme", "owner", "Cy"]]
    made = plan(workbook_roster({"Clients": LONG, "Overrides": rows}), plan_start="2029-12-01")
    assert [(person.name, person.hours) for person in made.team.people] == [("Ben", 104), ("Cy", 104)]


STATED = [["Account", "Type", "Fee", "Status"], ["Acme", "prospect", 9_000, "Proposal"],
          ["Beta", "prospect", 8_000, "Lost"]]  # fmt: skip


@pytest.mark.parametrize("field", ["status", "stage"])
def test_a_status_changed_by_hand_ends_an_account_or_opens_it_again(field):
    rows = [[*STATED[0][:3], field.title()], *STATED[1:]]
    read = workbook_roster({"Clients": rows})
    assert list(read.left_out) == [1]
    changes = [["Acme", field, "Lost", "they chose another"], ["Beta", field, "Proposal", "it is on again"]]
    changed = workbook_roster({"Clients": rows, "Overrides": [["account", "field", "value", "why"], *changes]})
    made = plan(changed, plan_start="2026-09-01")
    assert made.allocation.hours[0] == 0 < made.allocation.hours[1]
    assert "“Lost”" in str(made.explanation.why[0])


@pytest.mark.parametrize("name", [Field.ANNUAL_FEE, Field.MAX_HOURS, Field.CURRENT_HOURS])
def test_a_figure_below_nothing_is_refused_where_it_is_typed(name):
    with pytest.raises(SettingError, match="“-5” is"):
        check_override(Override("Acme", name, "-5"), csv_roster("Account\nAcme\n"))
    check_override(Override("Acme", name, "0"), csv_roster("Account\nAcme\n"))
