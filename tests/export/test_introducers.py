"""Who introduced an account, in the JSON of a check and where fields are named."""

from planner.export.roster_json import check_json
from planner.fields import Field
from tests.readers.make import csv_roster

TEXT = "Client,Fee,Via\nAcme,900,Referred by Ana Ruiz\nBolt,800,Website\nCove,700,Acme\nDane,600,\n"


def test_who_introduced_an_account_is_told_beside_the_lead_source_and_no_channel_is():
    accounts = check_json(csv_roster(TEXT))["accounts"]
    assert [one.get("introduced_by") for one in accounts] == ["Ana Ruiz", None, "Acme", None]
    assert [one.get("lead_source") for one in accounts] == ["Referred by Ana Ruiz", "Website", "Acme", None]


def test_the_column_of_introducers_can_be_named_so():
    roster = csv_roster(TEXT.replace("Via", "Column X"), mapping={"introduced_by": "Column X"})
    assert roster.text(Field.LEAD_SOURCE).tolist() == ["Referred by Ana Ruiz", "Website", "Acme", ""]
