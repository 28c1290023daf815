"""Whoever chose another firm: a prospect whose sale was lost, or a client that has left."""

import pytest

from planner.fields import Field
from tests.readers.make import csv_roster, workbook_roster

FUNNEL = """Organisation,Service,Value,Stage,Update
Vistara Motors,Assessment,18,Won,phase 2 in May
Zenmed Labs,Assessment,7,Negotiation,PO under signature
Kisan Agro,Coaching,5,Proposal,
Orchid Retail,Coaching,15,Lost,{}
"""


def kinds(roster):
    return dict(zip(roster.names.tolist(), roster.text(Field.RELATIONSHIP).tolist(), strict=True))


@pytest.mark.parametrize("remark", ["gone to SHL", "went elsewhere", "moved to a cheaper firm", "partis chez KPMG"])
def test_who_chose_another_where_a_sale_was_lost_is_a_prospect_that_ended(remark):
    roster = csv_roster(FUNNEL.format(remark))
    assert kinds(roster)["Orchid Retail"] == "prospect"
    assert roster.left_out.keys() == {3}


@pytest.mark.parametrize("remark", ["left us for SHL", "client until 2023; gone to SHL", "did not renew; gone to SHL"])
def test_a_remark_that_speaks_of_what_was_before_is_of_a_client_that_has_left(remark):
    assert kinds(csv_roster(FUNNEL.format(remark)))["Orchid Retail"] == "past client"


@pytest.mark.parametrize("column", ["Billed 2025,,,12000,9000", "Last job,,,May 2026,May 2024"])
def test_who_was_billed_or_hired_and_then_chose_another_is_a_client_that_has_left(column):
    header, zenmed, kisan, vistara, orchid = column.split(",")
    roster = csv_roster(
        f"Client,{header},Potential,Stage,Update\nVistara Motors,{vistara},18000,Won,\nZenmed Labs,{zenmed},7000,"
        f"Negotiation,\nKisan Agro,{kisan},5000,Proposal,\nOrchid Retail,{orchid},15000,Lost,gone to SHL\n"
    )
    assert kinds(roster)["Orchid Retail"] == "past client"


def test_a_lost_client_that_chose_another_is_still_one_that_has_left():
    roster = csv_roster("Client,Status,Notes\nAlder,Active,\nBirch,Active,big\nCedar,Lost,gone to SHL\nDell,Active,\n")
    assert kinds(roster)["Cedar"] == "past client"


@pytest.mark.parametrize("sheet", ["Lost quotes", "Verlorene Angebote", "Lost pitches"])
def test_a_sheet_of_lost_quotes_holds_prospects_that_ended(sheet):
    rows = [["Firm", "Notes", "Fee"], ["Alder Mills", "gone to SHL", 9000], ["Birch Foods", "went elsewhere", 4000]]
    roster = workbook_roster({"Clients": [["Firm", "Notes", "Fee"], ["Cedar Labs", "", 900]], sheet: rows})
    assert kinds(roster)["Alder Mills"] == kinds(roster)["Birch Foods"] == "prospect"
