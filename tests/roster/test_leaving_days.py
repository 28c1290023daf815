"""A day of leaving beside a client makes it a past one, a day to come one that may be lost."""

import datetime as dt

import pytest

from planner.fields import Field
from planner.settings import Settings
from tests.readers.make import codes, sheet_roster

TODAY = Settings(plan_start=dt.date(2026, 11, 28))


def read(header, *cells, more=None):
    names = ["Acme Ltd", "Beta Ltd", "Cora Ltd", "Dell Ltd"]
    rows = [[name, 3000, cell, *([more] if more else [])] for name, cell in zip(names, cells, strict=True)]
    return sheet_roster(["Client", "Fee p.a.", header, *(["Relationship"] if more else [])], *rows, settings=TODAY)


@pytest.mark.parametrize(
    "header", ["Left", "Date left", "Client until", "Baja", "Fecha de baja", "Austritt", "Résilié le", "Opgezegd"]
)
def test_who_has_left_is_a_past_client(header):
    roster = read(header, None, dt.date(2025, 6, 30), 2024, None)
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "past client", "past client", "client"]


def test_who_is_to_leave_may_be_lost():
    roster = read("Leaving date", None, dt.date(2027, 6, 30), dt.date(2025, 1, 1), None)
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "client", "past client", "client"]
    assert "client-at-risk" in codes(roster)


def test_days_under_words_that_only_begin_alike_are_none_of_leaving():
    day = dt.date(2025, 6, 30)
    for header in ("Days left", "Left to bill", "Kündigungsfrist"):
        assert set(read(header, None, day, day, None).text(Field.RELATIONSHIP)) == {"client"}
    assert set(read("Cancellation date", day, day, day, day).text(Field.RELATIONSHIP)) == {"client"}


def test_who_is_called_a_client_after_having_left_is_asked_about():
    roster = read("Left", None, dt.date(2025, 6, 30), None, None, more="client")
    assert set(roster.text(Field.RELATIONSHIP)) == {"client"}
    issue = next(issue for issue in roster.issues if issue.code == "may-have-ended")
    assert "Left: 2025-06-30" in issue.message
