"""Columns of when a step is due and when somebody was last spoken to, which are no dates of hiring."""

import datetime as dt

import numpy as np
import pytest

from planner import read_roster
from planner.fields import Field
from planner.roster.next_step import next_step
from tests.readers.make import codes, workbook_roster

DAYS = [dt.date(2026, 12, 5), dt.date(2026, 12, 15), dt.date(2027, 1, 12), None]
NAMES = ["Acme Mills", "Beta Foods", "Gamma Stores", "Delta Works"]


def listed(**columns):
    """A list of four accounts with some columns more."""
    given = {"Client": NAMES, "Type": ["client", "prospect"] * 2, **columns}
    return workbook_roster({"List": [list(given), *map(list, zip(*given.values(), strict=True))]})


@pytest.mark.parametrize(
    "header",
    [
        "Next step date",
        "Follow-up date",
        "Next meeting",
        "Wiedervorlage",
        "Prochaine relance",
        "Action by",
        "Next Check-In",
    ],
)
def test_when_a_step_is_due_is_no_date_of_hiring(header):
    roster = listed(**{header: DAYS})
    assert roster.date(Field.NEXT_STEP_DATE)[:3].tolist() == DAYS[:3]
    assert not roster.has(Field.EXPECTED_DATE)


@pytest.mark.parametrize(
    "header",
    [
        "Last contact", "Last spoke", "letzter Kontakt", "Dernier contact", "Date contacted", "DM Sent Date",
        "Sent Date", "Outreach date", "Contacté le", "Angeschrieben am", "Fecha de contacto",
    ],
)  # fmt: skip
def test_the_last_contact_is_read(header):
    roster = listed(**{header: [dt.date(2026, 9, 1), dt.date(2026, 10, 2), None, dt.date(2025, 5, 5)]})
    assert roster.date(Field.LAST_CONTACT)[0] == np.datetime64("2026-09-01")


def test_a_next_step_in_words_stays_one_and_days_alone_are_its_date():
    steps = ["Send proposal", "Lunch", "Call the FD", ""]
    assert listed(**{"Next call": steps}).text(Field.NEXT_STEP).tolist() == steps
    assert listed(**{"Follow-up": DAYS}).has(Field.NEXT_STEP_DATE)


def test_days_behind_a_next_step_are_its_own_where_they_say_by_when_or_another_date_is_there():
    steps = ["Send proposal", "Lunch", "Call the FD", "Visit"]
    assert listed(**{"Next step": steps, "bis": DAYS}).has(Field.NEXT_STEP_DATE)
    assert listed(**{"Next step": steps, "When": DAYS}).has(Field.EXPECTED_DATE)
    roster = listed(**{"Next step": steps, "Due": DAYS, "Expected close date": DAYS})
    assert roster.has(Field.NEXT_STEP_DATE)
    assert roster.has(Field.EXPECTED_DATE)


@pytest.mark.parametrize("header", ["By when", "Bis wann"])
def test_by_when_is_a_date_of_hiring_where_no_step_stands_beside_it(header):
    assert listed(**{header: DAYS}).date(Field.EXPECTED_DATE)[:3].tolist() == DAYS[:3]


def test_a_next_step_is_told_with_its_day():
    roster = listed(**{"Next step": ["Send proposal.", "", "Call", ""], "bis": [DAYS[0], DAYS[1], None, None]})
    assert [next_step(roster, i) for i in range(4)] == [
        "Send proposal (by 5 Dec 2026)", "Next step by 15 Dec 2026", "Call", ""
    ]  # fmt: skip


def test_of_several_deals_the_first_step_to_come_and_the_last_contact_count():
    content = (
        b"Client,Deal,Stage,Amount,Next step,Next step date,Last contact\n"
        b"Acme,Audit,Proposal,9000,Call,2026-12-20,2026-10-01\nAcme,Tax,Lead,4000,Mail,2026-12-04,2026-11-01\n"
        b"Acme,Old,Lost,100,None,2026-12-01,2025-01-01\nBeta,Plan,Lead,5000,Meet,2027-01-10,2026-08-01\n"
    )
    roster = read_roster(content, name="deals.csv")
    assert roster.date(Field.NEXT_STEP_DATE).astype(str).tolist() == ["2026-12-04", "2027-01-10"]
    assert roster.date(Field.LAST_CONTACT).astype(str).tolist() == ["2026-11-01", "2026-08-01"]


def test_persons_with_a_courtesy_and_a_surname_are_contacts_of_their_company():
    content = (
        b"Title,First,Surname,Company,Postcode,Owner,Category,Fees\nMr,Al,Roe,Halden Foods,AB1 2CD,JT,Client,12000\n"
        b"Ms,Bo,Tan,Halden Foods,AB1 2CD,JT,Client,\nDr,Cy,Lee,St Ives School,AB3 2CD,MB,Prospect,\n"
        b"Mrs,Di,Fox,Kelso Trust,AB4 2CD,MB,Client,9000\n"
    )
    roster = read_roster(content, name="cards.csv")
    assert not roster.has(Field.DEAL)
    assert roster.names.tolist() == ["Halden Foods", "St Ives School", "Kelso Trust"]
    assert "persons-together" in codes(roster)
