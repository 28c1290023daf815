"""What was worked out without a cell of its own is told once a field."""

import dataclasses

from planner.fields import Field
from planner.roster.sources import marked
from planner.roster.standing.worked_out_note import with_worked_out_notes
from planner.vocabulary import Origin
from tests.readers.make import sheet_roster


def notes(roster):
    return [issue.message for issue in roster.issues if issue.code == "worked-out"]


def test_relationships_from_another_column_are_told_by_how_many_there_are():
    rows = [[f"Firm {chr(65 + i)} Ltd", "Customer" if i else "Prospect", 5 + i] for i in range(8)]
    (message,) = notes(sheet_roster(["Account", "Type", "Fee"], *rows))
    assert message.startswith("For 8 accounts “Relationship” was worked out")
    assert "7 client and 1 prospect" in message


def test_few_are_named_with_what_was_worked_out():
    roster = sheet_roster(["Account", "Relationship", "Fee"], ["Acme Ltd", "client", 5], ["Brook plc", "client", 7])
    assert notes(roster) == []
    roster = with_worked_out_notes(
        dataclasses.replace(roster, sources=marked(roster, Field.ANNUAL_FEE, [1], Origin.WORKED_OUT))
    )
    assert "Brook plc 7" in notes(roster)[0]
    assert notes(with_worked_out_notes(roster)) == notes(roster)


def test_hours_from_other_columns_are_not_put_down_to_remarks():
    roster = sheet_roster(["Account", "Relationship", "Fee"], ["Acme Ltd", "client", 5], ["Brook plc", "client", 7])
    hours = {**roster.columns, Field.CURRENT_HOURS: roster.number(Field.ANNUAL_FEE)}
    roster = dataclasses.replace(roster, columns=hours)
    roster = with_worked_out_notes(
        dataclasses.replace(roster, sources=marked(roster, Field.CURRENT_HOURS, [1], Origin.WORKED_OUT))
    )
    assert notes(roster)[0].startswith("For 1 account “Hours now” was worked out from time reports and other columns:")


def test_days_and_shares_are_named_and_not_counted():
    rows = [
        [f"Firm {chr(65 + i)} Ltd", f"renewal in {month} 2027"] for i, month in enumerate(["March"] * 5 + ["June"] * 2)
    ]
    (message,) = [text for text in notes(sheet_roster(["Account", "Notes"], *rows)) if "Expected date" in text]
    assert "Firm A Ltd 31 Mar 2027" in message
    assert "5 31 Mar" not in message
