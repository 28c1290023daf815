"""Quotes with and without a tax, registers of work invoiced by the hundred, and lists with plain days of contact."""

import datetime as dt

import numpy as np
import pytest

from planner.fields import Field
from planner.parsing.remarks.remarks import read_remark
from planner.settings import Settings
from tests.readers.make import csv_roster, sheet_roster, workbook_roster

TODAY = dt.date(2026, 11, 28)
FIXED = Settings(plan_start=TODAY)
QUOTES = """Quote,Sent,Customer,Property,Ex GST,GST,Inc GST,Status,Designer,Follow up,Comment
Q1101,13/01/2026,Riverland Almonds,Block 7,18500,1850,20350,Accepted,Kev,,
Q1104,02/03/2026,Loxton Golf Club,Front 9,4800,480,5280,Accepted,Kev,,
Q1108,20/04/2026,Lyrup Pastoral,Pivot,8200,820,9020,Declined,Kev,,
Q1119,11/09/2026,Riverland Almonds,Block 9,6200,620,6820,Accepted,Kev,,
Q1122,19/10/2026,Nippy's Orchards,Netted,12400,1240,13640,Pending,Tess,01/12/2026,
Q1124,09/11/2026,Banrock Vines,Drip,27000,2700,29700,Pending,Kev,04/12/2026,
"""


def told(roster, name):
    return dict(zip(roster.names.tolist(), roster.columns[name].tolist(), strict=True))


def test_the_amount_without_the_tax_is_the_fee_and_the_tax_is_none():
    roster = csv_roster(QUOTES, settings=FIXED)
    assert roster.deals is not None
    assert told(roster, Field.ANNUAL_FEE)["Riverland Almonds"] == 24_700
    assert not any("“GST”" in question.text for question in roster.questions)
    days = dict(zip(roster.names.tolist(), roster.columns[Field.NEXT_STEP_DATE], strict=True))
    assert days["Nippy's Orchards"] == np.datetime64("2026-12-01")  # as the days of the column beside are written


def test_quotes_that_repeat_a_number_are_no_keys():
    text = QUOTES.replace("Q1104", "Q1101").replace("Q1108", "Q1101")
    assert "Loxton Golf Club" in csv_roster(text, settings=FIXED).names.tolist()


REGISTER = [
    ["Ref", "Client", "Site", "Type", "Fee (R excl)", "% inv", "Stage", "Who"],
    ["H26-01", "Mbali Property", "Church Sq", "Permit", "85 000", "60%", "Comment awaited", "Nandi"],
    ["H26-02", "City of Tshwane", "Union", "Plan", "240 000", "40%", "Draft report", "Pieter"],
    ["H26-03", "Delport Architects", "Celliers", "Permit", "15 000", "100%", "Approved", "Nandi"],
    ["H26-07", "Delport Architects", "Moerdijk", "Permit", "18 000", "0%", "Appointed", "Nandi"],
    ["H26-08", "SolarBush", "Lephalale", "Study", "130 000", "0%", "Quoted 12 Nov", "Pieter"],
    ["H26-10", "Anglican Diocese", "St Alban's", "Plan", "22 000", "0%", "Quoted", "Nandi"],
]


def test_work_of_which_a_part_is_invoiced_is_a_clients():
    kinds = told(sheet_roster(*REGISTER, settings=FIXED), Field.RELATIONSHIP)
    assert (kinds["Mbali Property"], kinds["City of Tshwane"]) == ("client", "client")


def test_work_of_which_nothing_is_invoiced_yet_is_to_be_won():
    roster = workbook_roster({"Register": REGISTER}, settings=FIXED)
    kinds = told(roster, Field.RELATIONSHIP)
    assert "client" not in {kinds["SolarBush"], kinds["Anglican Diocese"]}


def test_the_day_one_spoke_is_the_last_contact_and_words_there_are_none():
    rows = [
        ["Name", "What they are", "Our fee", "Who", "Spoke", "Next"],
        ["Ferndale Dental", "client", "£6.5k", "Gwen", "18/11", "book Feb mtg"],
        ["Portway Orthodontics", "prospect", "15k", "Hugh", "14/10", None],
        ["Castle Street", "prospect", "£4,500", "Gwen", "24/11", "ring Mon"],
    ]
    days = sheet_roster(*rows, settings=FIXED).columns[Field.LAST_CONTACT]
    assert days[1] == np.datetime64("2026-10-14")
    words = [[*row[:4], said, row[5]] for row, said in zip(rows, ("Spoke", "nice", "curt", "keen"), strict=True)]
    roster = sheet_roster(*words, settings=FIXED)
    assert Field.LAST_CONTACT not in roster.columns or np.isnat(roster.columns[Field.LAST_CONTACT]).all()


@pytest.mark.parametrize(
    ("remark", "sends"), [("teams with us on bids", True), ("introduces new mines", True), ("new mine opens", False)]
)
def test_who_teams_with_us_sends_work(remark, sends):
    assert any(clue.family == "sends work" for clue in read_remark(remark, TODAY)) is sends
