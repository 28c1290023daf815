"""Lists in which hardly anything reads like names, and registers that name work and its clients alone."""

import pytest

from planner.errors import InputError
from planner.fields import Field
from planner.vocabulary import Grain
from tests.readers.make import codes, csv_roster, sheet_roster


def test_where_nothing_reads_like_names_the_likeliest_column_stands_for_them():
    """A law firm's register of cases, in which clients are entered by a code or in small letters, over and over."""
    rows = [["21 21", 7, 22], ["21 21", 7, 13], ["21 21", 8, 12], ["ew we", 8, 4]]
    roster = sheet_roster(["CLIENTE", "Oga", "Sec"], *rows)
    assert roster.names.tolist()[0] == "21 21"
    assert "account-guessed" in codes(roster)
    with pytest.raises(InputError):
        sheet_roster(["Sec", "Oga"], [22, 3], [13, 4])


@pytest.mark.parametrize("text", ["AB", "not a workbook"])
def test_a_file_with_a_single_text_is_no_list(text):
    with pytest.raises(InputError, match="holds no list"):
        csv_roster(text)


def test_a_register_of_matters_makes_clients_each_once():
    """What a law firm's billing program exports: a number a matter, the client, the matter, the contact there."""
    roster = csv_roster(
        "Client Id,Client Name,Matter,Contact\n"
        "3.0006,Butts/Eleanor,Estate planning,Butts/Eleanor\n3.0007,Butts/Eleanor,Trust,Butts/Eleanor\n"
        "8.0001,Greenwald/Caitlyn,Removal of lien,Vogel/Amanda\n9.0001,Vogel/Amanda,Tax grievance,Vogel/Amanda\n"
        "9.0002,Vogel/Amanda,Cottage leases,Vogel/Amanda\n"
    )
    assert roster.source.grain is Grain.OPPORTUNITY
    assert roster.names.tolist() == ["Butts/Eleanor", "Greenwald/Caitlyn", "Vogel/Amanda"]
    assert set(roster.text(Field.RELATIONSHIP)) == {"client"}
    assert set(roster.text(Field.LEAD_SOURCE)) == {""}, "a contact there has sent nobody"


def test_tickets_with_keys_of_their_own_are_deals_and_no_updates():
    """A roofer's export: opportunities of a few companies, each with the number of a ticket and the day it was made."""
    rows = [[str(1324056 + i), f"Repair {i}", ("Acme", "Beta")[i % 2], f"0{1 + i}/21/2026", "Scope sent", 1000 + i]
            for i in range(8)]  # fmt: skip
    roster = sheet_roster(["Ticket ID", "Description", "Company", "Created Date", "Stage", "Sale Price"], *rows)
    assert roster.source.grain is Grain.OPPORTUNITY
    assert roster.deals.size == 8
    assert "updates" not in codes(roster)


def test_estimates_of_leads_beside_deals_make_no_clients():
    deals = "company,stage,amount,close date\nAtlas,Proposal,45000,2027-02-01\nLuna,Closed Lost,30000,2026-05-30\n"
    leads = "company,lead score,converted_to_deal,estimated_value\nAtlas,85,Yes,45000\nDelta,60,No,40000\n"
    roster = csv_roster(deals, companies=[("leads.csv", leads.encode())])
    assert "client" not in roster.text(Field.RELATIONSHIP)
    assert Field.DEAL not in roster.columns
