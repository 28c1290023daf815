"""Exports of further systems: scores beside names, handles, keys of rows, null marks, tables without headers."""

import datetime as dt

import pytest

from planner.fields import Field
from planner.settings import Settings
from tests.readers.make import csv_roster, sheet_roster

TODAY = Settings(plan_start=dt.date(2026, 11, 28))


def _headers(text: str) -> dict[str, str]:
    mapping = csv_roster(text, settings=TODAY).source.mapping
    return {str(name): match.header for name, match in mapping.items()}


@pytest.mark.parametrize(
    ("header", "cells"),
    [("site_survey", ["Yes", "No", "Yes"]), ("handle", [f"@tern_{i}" for i in range(9)]),
     ("Prioridade", ["Alta", "Baixa", "Media"])],
)  # fmt: skip
def test_ticks_handles_and_levels_name_no_owners(header, cells):
    rows = "".join(f"Firm {name},Leeds,{cells[i % len(cells)]}\n" for i, name in enumerate("ABCDEFGHI"))
    assert "owner" not in _headers(f"Client,City,{header}\n{rows}")


def test_what_is_thought_of_a_person_or_rival_is_not_the_person_or_rival():
    read = _headers(
        "account,stage,m_competition,m_economic_buyer,champion_score,champion_seniority,orig_close_date,close_date\n"
        "Tern,Proposal,3,1,2,Director,2026-12-01,2027-01-15\n"
        "Vale,Discovery,0,2,1,Manager,2026-12-02,2027-01-16\n"
        "Moor,Proposal,2,3,3,VP,2026-12-03,2027-01-17\n"
        "Fell,Proposal,1,1,2,Director,2026-12-04,2027-01-18\n"
    )
    assert not {"alternative", "economic_buyer", "champion", "closed_on"} & read.keys()
    assert read["expected_date"] == "close_date"


@pytest.mark.parametrize(
    ("header", "taken"), [("Confidence", True), ("Deal confidence", True), ("eb_confidence", False)]
)
def test_confidence_is_a_chance_unless_it_is_that_in_something_else(header, taken):
    rows = "".join(f"Firm {name},Proposal,{20 + 7 * i}\n" for i, name in enumerate("ABCDEF"))
    assert ("probability" in _headers(f"Client,Stage,{header}\n{rows}")) is taken


def test_a_rep_written_as_an_address_is_the_owner():
    rows = "".join(f"Firm {name},Proposal,{['ann@us.com', 'bo@us.com'][i % 2]}\n" for i, name in enumerate("ABCDEF"))
    assert _headers(f"account_name,sales_stage,rep_name\n{rows}")["owner"] == "rep_name"


def test_a_plan_that_was_bought_is_no_next_step():
    rows = "".join(f"Firm {name},{['Starter', 'Growth'][i % 2]},50\n" for i, name in enumerate("ABCDEF"))
    assert "next_step" not in _headers(f"company_name,plan,arr_usd\n{rows}")


def test_the_company_of_a_client_comes_before_the_person_there():
    read = _headers(
        "Deal ID,Client (Person),Client (Company),Country\n"
        "1,Ann Hill,Tern Ltd,Spain\n2,Bo Marsh,Vale and Sons,India\n"
        "3,Cy Dale,Moor Group,Spain\n4,Di Ford,Fell Bank,India\n"
    )
    assert read["account"] == "Client (Company)"


def test_a_client_without_headers_keeps_its_first_row_though_one_speaks_of_projects():
    names = ["Palo Verde", "Mint Group", "Toscana", "Project 8 (Hotel Sol)", "Barrio Alto", "Casa Lyons", "Mar Azul"]
    rows = [[7 + 5 * i, name, "", f"info@{i}.example.com", "Panama"] for i, name in enumerate(names)]
    assert sheet_roster(*rows, settings=TODAY).names.tolist() == names


def test_keys_that_count_up_are_no_money_where_no_header_says_so():
    stages = ["Closed Won", "Closed Lost", "Proposal"]
    rows = [
        [100 + 4 * i, f"Firm {chr(65 + i)} works", 1000 * (7 - i % 5), "\\N", stages[i % 3]] for i in range(15)
    ]  # fmt: skip
    roster = sheet_roster(*rows, settings=TODAY)
    assert roster.source.mapping[Field.ANNUAL_FEE].column == "C"
    assert Field.OWNER not in roster.source.mapping


def test_web_addresses_of_records_name_no_accounts():
    rows = "".join(f"Roof {i},Watch,https://portal.example/record/{i}\n" for i in range(6))
    assert _headers(f"project,status,ui_link\n{rows}")["account"] == "project"


def test_the_key_that_several_deals_share_stands_for_the_account_before_their_own():
    rows = "".join(f"D{i:03},C{i % 4:03},Proposal,{100 + i}\n" for i in range(9))
    assert _headers(f"deal_id,contact_id,stage,amount\n{rows}")["account"] == "contact_id"


def test_a_program_s_records_in_braces_say_nothing_of_an_account():
    rows = "".join(
        f'Firm {name},Proposal,"{{""source"": ""referred us to friends"", ""chance"": ""80%""}}"\n' for name in "ABCDEF"
    )
    roster = csv_roster(f"account_name,stage,attributes\n{rows}", settings=TODAY)
    assert "attributes" in roster.other
    assert not roster.remarks


@pytest.mark.parametrize("header", ["deal_id", "Opportunity number"])
def test_keys_of_deals_make_a_list_of_deals(header):
    rows = "".join(f"{i},{['Tern', 'Vale', 'Moor'][i % 3]},{['won', 'lost', 'open'][i // 3]},500\n" for i in range(9))
    roster = csv_roster(f"{header},account_name,status,deal_value\n{rows}", settings=TODAY)
    assert roster.names.tolist() == ["Tern", "Vale", "Moor"]
    assert roster.deals is not None
    assert roster.deals.size == 9


def test_provinces_are_places_and_risks_no_stages():
    codes = ["BC", "AB", "ON", "QC", "SK"]
    rows = "".join(
        f"Firm {i} works,info@{i}.example,{codes[i % 5]},{['Low', 'Medium', 'High'][i % 3]}\n" for i in range(15)
    )
    read = _headers(f"Company,Email,Province,compliance_risk\n{rows}")
    assert read["region"] == "Province"
    assert not {"owner", "stage", "probability"} & read.keys()
