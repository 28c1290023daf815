"""A time report beside a client list says what hours its accounts get today, and is no list of deals."""

import datetime as dt

import numpy as np
import pytest

from planner.fields import Field
from planner.reading import read_roster
from planner.settings import Settings
from tests.readers.make import codes

LIST = (
    b"Box Name,Stage,Annual Value,Likelihood\n"
    b"Acme Inc.,Client,84000,\nBrook,Client,36000,\nCrane,Proposal out,9000,60%\n"
)
HEADER = "Date,Client,Project,Task,Notes,Hours,Billable?,First Name,Last Name,Billable Amount"
NOT_BILLED, BILLED = "No", "Yes"
ENTRIES = [
    ("2026-09-01", "Acme", 6), ("2026-09-20", "Acme", 7), ("2026-10-10", "Brook", 2), ("2026-11-10", "Acme", 13),
    ("2026-11-28", "Brook", 3), ("2026-11-30", "Our Office (internal)", 4),
]  # fmt: skip


def report_of(entries, billable):
    amount = 100 if billable == BILLED else 0
    lines = [f"{day},{who},Manual,Writing,,{hours},{billable},Ann,Bell,{hours * amount}" for day, who, hours in entries]
    return "\n".join([HEADER, *lines]).encode()


def both(entries, first=True, billable=NOT_BILLED, clients=LIST):
    report = ("harvest.csv", report_of(entries, billable))
    files = [("list.csv", clients), report] if first else [report, ("list.csv", clients)]
    settings = Settings(plan_start=dt.date(2026, 12, 1))
    return read_roster(files[0][1], name=files[0][0], companies=[files[1]], settings=settings)


@pytest.mark.parametrize("first", [True, False])
def test_hours_of_a_report_are_todays_hours_of_the_accounts(first):
    roster = both(ENTRIES, first)
    assert roster.names.tolist() == ["Acme Inc.", "Brook", "Crane"]
    assert roster.number(Field.CURRENT_HOURS)[:2].tolist() == pytest.approx([26, 5])
    assert roster.number(Field.ANNUAL_FEE).tolist() == [84_000, 36_000, 9000]
    assert roster.text(Field.RELATIONSHIP).tolist()[:2] == ["client", "client"]
    assert {"hours-of-report", "report-not-joined"} <= set(codes(roster))
    assert any("Our Office" in issue.message for issue in roster.issues)


def test_a_report_of_a_few_days_or_of_long_ago_is_left_out():
    short = [("2026-11-2" + str(i), "Acme", 2) for i in range(5)] + [("2026-11-28", "Brook", 3)]
    old = [(day.replace("2026", "2024"), who, hours) for day, who, hours in ENTRIES]
    for entries in (short, old):
        roster = both(entries)
        assert "report-not-used" in codes(roster)
        assert not roster.has(Field.CURRENT_HOURS)


def test_hours_that_clients_pay_for_are_none_for_winning_work_and_what_they_pay_is_the_fee():
    clients = b"Name,Tags,Owner\nAcme Inc.,Client,Ann\nBrook,,Cy\nCrane,Prospect,Cy\n"
    roster = both(ENTRIES, billable=BILLED, clients=clients)
    assert not roster.has(Field.CURRENT_HOURS)
    assert roster.number(Field.ANNUAL_FEE)[:2].tolist() == pytest.approx([10_400, 2000])
    assert roster.text(Field.RELATIONSHIP).tolist()[:2] == ["client", "client"]
    assert roster.sources[Field.ANNUAL_FEE].tolist()[:2] == ["worked out", "worked out"]
    assert "fees-of-report" in codes(roster)


def test_a_report_alone_is_a_list_of_its_clients_at_its_pace():
    roster = read_roster(report_of(ENTRIES, BILLED), name="harvest.csv")
    assert roster.names.tolist() == ["Acme", "Brook"]
    assert not np.any(roster.number(Field.CURRENT_HOURS) > 0)
    assert roster.number(Field.ANNUAL_FEE).tolist() == pytest.approx([10_400, 2000])
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "client"]
    assert not roster.has(Field.EXPECTED_DATE)
    assert roster.cell(Field.ACCOUNT, 1) == "B4"
    assert "report-as-list" in codes(roster)
