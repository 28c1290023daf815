"""Every fact of an account says where it comes from."""

from planner.fields import Field
from planner.settings_sources import resolve_settings
from planner.sheets.apply_settings import apply_settings
from tests.readers.make import sheet_roster, workbook_roster


def origins(roster, name):
    return roster.sources[name].tolist()


def test_a_fact_of_a_cell_is_read_and_a_missing_one_has_no_origin():
    roster = sheet_roster(["Account", "Fee"], ["Acme", 1000], ["Brook", ""])
    assert origins(roster, Field.ACCOUNT) == ["read", "read"]
    assert origins(roster, Field.ANNUAL_FEE) == ["read", ""]


def test_what_no_column_says_but_another_implies_is_worked_out():
    roster = sheet_roster(["Account", "Type", "Fee"], ["Acme", "Customer", 1000], ["Brook", "Prospect", 5])
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "prospect"]
    assert origins(roster, Field.RELATIONSHIP) == ["worked out", "worked out"]


def test_fees_summed_over_several_deals_are_worked_out_and_that_of_one_deal_is_read():
    rows = [
        ["Deal name", "Account", "Amount", "Stage", "Close date"],
        ["A1", "Acme", 100, "Proposal", "2030-01-01"],
        ["A2", "Acme", 200, "Proposal", "2030-02-01"],
        ["B1", "Brook", 300, "Proposal", "2030-03-01"],
    ]
    roster = sheet_roster(*rows)
    assert dict(zip(roster.names, origins(roster, Field.ANNUAL_FEE), strict=True)) == {
        "Acme": "worked out",
        "Brook": "read",
    }


def test_what_the_user_changed_is_told():
    sheets = {
        "Clients": [["Account", "Fee"], ["Acme", 1000], ["Brook", 2000]],
        "Overrides": [["account", "field", "value"], ["Brook", "annual_fee", 5000], ["Acme", "relationship", "client"]],
    }
    roster = workbook_roster(sheets)
    applied = apply_settings(roster, resolve_settings(roster, {}))
    assert origins(applied, Field.ANNUAL_FEE) == ["read", "told"]
    assert origins(applied, Field.RELATIONSHIP) == ["told", "worked out"]
