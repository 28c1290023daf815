"""Changes made by hand are put over the list, read like its cells, and never lost in silence."""

from planner.fields import Field
from planner.sheets.overrides import apply_overrides
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
        overridden(["Acmee", "annual_fee", 5, ""], ["Acme", "anual fee", 5, ""], ["Acme", "fee", "x"])
    )
    found = {(issue.code, issue.cell) for issue in roster.issues}
    assert found == {
        ("override-account-unknown", "A2"),
        ("override-field-unknown", "A3"),
        ("override-field-unknown", "A4"),
    }


def test_a_list_without_overrides_is_returned_as_it_is():
    roster = csv_roster("Account\nAcme\n")
    assert apply_overrides(roster) is roster
