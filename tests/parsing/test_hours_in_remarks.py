"""Hours that nobody bills, in remarks."""

import pytest

from planner.fields import Field
from planner.parsing.remarks.hours_in_remarks import hours_a_week
from tests.readers.make import csv_roster


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("retainer £1,500 a month. Two hours a month on the phone that I don't bill.", 2 * 12 / 52),
        ("Notre plus gros mandat. 4 h par mois au téléphone, non facturées.", 4 * 12 / 52),
        ("1 h/week of calls, unbilled", 1.0),
        ("10 hours a month of work at £90", None),
        ("3 hours on the phone yesterday", None),
        ("2 hours a week on the phone, 1 hour a week of calls", None),
    ],
)
def test_hours_of_a_week_or_month_that_are_not_billed(text, hours):
    assert hours_a_week(text) == (None if hours is None else pytest.approx(hours))


def test_they_fill_the_gaps_of_a_column_and_count_alone_where_enough_accounts_have_them():
    head = "Client,Fee,Hours now,Notes\nAcme Mills,9000,13,\n"
    filled = csv_roster(head + "Beta Foods,5000,,1 hour a week of calls unbilled\n")
    assert filled.number(Field.CURRENT_HOURS).tolist() == [13.0, 13.0]
    few = [f"Client {name},5000," for name in ("Cedar", "Elm", "Fir")]
    rows = ["Client,Fee,Notes", "Beta Foods,5000,1 hour a week of calls unbilled", *few]
    assert Field.CURRENT_HOURS not in csv_roster("\n".join(rows) + "\n").columns
    assert csv_roster("\n".join(rows[:3]) + "\n").number(Field.CURRENT_HOURS)[0] == 13.0
