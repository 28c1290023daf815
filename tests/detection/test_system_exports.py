"""Exports of systems as text files: dates and amounts as plain text, keys beside names, headers in snake case."""

import datetime as dt

import numpy as np
import pytest

from planner.fields import Field
from planner.parsing.header_text import read_header
from planner.parsing.standing.relationships import relationship_of
from planner.settings import Settings
from planner.vocabulary import Relationship
from tests.readers.make import codes, csv_roster, sheet_roster

TODAY = Settings(plan_start=dt.date(2026, 11, 28))


def _headers(text: str, **options: object) -> dict[str, str]:
    mapping = csv_roster(text, settings=TODAY, **options).source.mapping
    return {str(name): match.header for name, match in mapping.items()}


def test_dates_and_amounts_in_text_files_are_no_telephones():
    read = _headers(
        "empresa,etapa,importe_eur,cierre_previsto,renewal_value\n"
        "Logística Tajo,Negociación,489360.0,2027-01-11,x\n"
        "Consultora Norte,Propuesta enviada,1764000.0,2027-01-21,y\n"
        "Innovatech,Cualificación,611700.0,2027-02-26,z\n"
        "Delta Foods,Negociación,234892.0,2027-03-06,w\n"
    )
    assert read["expected_date"] == "cierre_previsto"
    assert read["annual_fee"] == "importe_eur"


def test_a_deal_s_value_written_with_decimals_is_its_fee():
    roster = csv_roster(
        "deal,company,stage,deal value,close\n"
        "A1,Tern,Proposal,17616960.0,2027-02-01\n"
        "A2,Vale,Proposal,2348928.0,2027-02-02\n"
        "A3,Moor,Lead,4893600.0,2027-02-03\n",
        settings=TODAY,
    )
    assert roster.number(Field.ANNUAL_FEE).tolist() == [17616960.0, 2348928.0, 4893600.0]


@pytest.mark.parametrize("header", ["Currency", "Billing Country", "Ccy"])
def test_short_codes_under_a_header_that_says_what_they_are_name_no_owners(header):
    rows = "".join(f"Firm {name},London,{code}\n" for name, code in zip("ABCDEF", ["UK", "US"] * 3, strict=True))
    assert "owner" not in _headers(f"Client,City,{header}\n{rows}")


def test_a_person_who_is_another_on_every_row_is_no_owner():
    people = ["Ángel Martín", "Juan García", "Ana Ruiz", "Elvira Gómez", "Luís Álvarez", "Elías Pérez"]
    people += [f"{name} Soler" for name in ("Eva", "Pau", "Pía", "Leo", "Sol", "Paz", "Gil", "Teo")]
    rows = "".join(f"Casa {i},{person},Madrid\n" for i, person in enumerate(people))
    assert "owner" not in _headers(f"EMPRESA,RESPONSABLE,POBLACION\n{rows}")
    again = "".join(f"Casa {i},{people[i % 3]},Madrid\n" for i in range(14))
    assert _headers(f"EMPRESA,RESPONSABLE,POBLACION\n{again}")["owner"] == "RESPONSABLE"


@pytest.mark.parametrize("name", ["Client_12", "BrightPath Customer 3", "Prospect #4"])
def test_a_name_with_a_number_says_nothing_of_the_relationship(name):
    assert relationship_of(name) is None


def test_a_year_or_a_leading_number_does_not_hide_the_relationship():
    assert relationship_of("1. Client") is Relationship.CLIENT
    assert relationship_of("Client") is Relationship.CLIENT


def test_accounts_called_client_and_a_number_stay_the_accounts():
    rows = "".join(f"Deal {i} - Opportunity,Client_{i},HO-{7900 + i},Discovery,{1000 * i}.5\n" for i in range(1, 9))
    read = _headers(f"deal_name,company,hubspot_owner_id,stage,amount_usd\n{rows}")
    assert read["account"] == "company"
    assert "relationship" not in read


def test_keys_of_owners_and_deals_stand_for_no_account():
    rows = "".join(
        f"{name},Proposal,50{i}00.0,EMP{4760 + i}\n" for i, name in enumerate(["Northstar", "Redline", "Vale"])
    )
    assert _headers(f"deal_name,stage,amount,owner_id\n{rows}")["account"] == "deal_name"
    rows = "".join(f"D{4000 + i},A20{i % 3},C30{i},59{i}93,Proposal,2027-01-0{i + 1}\n" for i in range(6))
    assert _headers(f"DealID,AccountID,ContactID,DealAmount,Stage,CloseDate\n{rows}")["account"] == "AccountID"


def test_the_size_of_a_client_is_no_account():
    rows = "".join(
        f"E{100 + i},Technology,{size},{40 + i}.5\n" for i, size in enumerate(["Large", "Small", "Medium"] * 4)
    )
    roster = csv_roster(f"engagement_id,practice,client_size,fee_kEUR\n{rows}", settings=TODAY)
    assert roster.source.mapping[Field.ACCOUNT].header == "engagement_id"
    assert roster.number(Field.ANNUAL_FEE)[0] == 40_500.0


def test_units_in_headers_of_snake_case_are_read():
    header = read_header("fee_kEUR")
    assert (header.factor, header.text) == (1000.0, "fee_kEUR")


def test_revenue_beside_a_company_s_own_figures_is_its_own():
    roster = sheet_roster(
        ["Company", "Industry", "Revenue", "EBITDA", "Growth"], ["Alpha Industrial", "Industrials", 120, 18, 0.08],
        ["Summit Logistics", "Logistics", 210, 25, 0.05], ["Titan Works", "Industrials", 340, 61, 0.03],
    )  # fmt: skip
    assert Field.ANNUAL_FEE not in roster.source.mapping
    assert "annual_fee:Revenue" in [question.code for question in roster.questions]


def test_an_empty_column_is_no_fee_where_another_says_something():
    rows = "".join(f"Firm {name},{i + 1}000,\n" for i, name in enumerate("ABCDE"))
    assert _headers(f"Client,Amount,Expected Billing Month\n{rows}")["annual_fee"] == "Amount"


def test_amounts_with_a_point_are_no_web_addresses():
    rows = "NTT,$22.8M,$33M+\nCognizant,$2.43M,$7.70M\nAWS,$8.6M,$25.5M\nVale,$1.2M,$9.5M\n"
    assert "domain" not in _headers(f"client,annual_value,total_contract_value\n{rows}")


def test_the_person_there_and_the_title_are_no_deals():
    rows = "".join(
        f"{person} Hale,{firm},{title},p@{firm.lower()}.com,meeting\n"
        for person, firm, title in [("Jen", "Mumda", "CEO"), ("Al", "Suns", "Director"), ("Lin", "Mavens", "VP Sales")]
    )
    read = _headers(f"Name,Company,Title,Email,Status\n{rows}")
    assert read["account"] == "Company"
    assert "deal" not in read


def test_a_start_with_an_end_beside_it_is_no_date_to_expect():
    rows = "".join(
        f"{name},2024-0{i + 1}-01,2027-0{i + 1}-28,Active\n" for i, name in enumerate(["Tern", "Vale", "Moor"])
    )
    assert _headers(f"client_name,start_date,end_date,status\n{rows}").get("expected_date") != "start_date"


def test_clients_of_one_name_with_ids_of_their_own_are_no_updates_of_one():
    rows = "".join(f"C{100 + i},Scan {'ABC'[i % 3]},2021-0{i + 1}-02,Active\n" for i in range(9))
    roster = csv_roster(f"client_id,company_name,start_date,status\n{rows}", settings=TODAY)
    assert roster.size == 9
    assert "updates" not in codes(roster)


def test_what_rests_among_clients_is_still_a_client():
    roster = sheet_roster(["Name", "Status"], ["Tern Works", "Active"], ["Vale Partners", "Paused"], ["Moor", "Lost"])
    assert roster.text(Field.RELATIONSHIP).tolist()[:2] == ["client", "client"]
    assert 1 in roster.left_out


def test_representatives_of_a_second_file_name_the_owners_of_deals():
    deals = "".join(
        f"O{i},Firm {name},REP-0{i % 2 + 1},Proposal,{i + 1}0000,2027-01-01\n" for i, name in enumerate("ABCD")
    )
    reps = b"rep_id,rep_name,region,quota\nREP-01,Sarah Chen,West,900000\nREP-02,Marcus Rivera,East,850000\n"
    roster = csv_roster(
        f"deal_id,account_name,rep_id,stage,deal_value,close_date\n{deals}",
        companies=("reps.csv", reps),
        settings=TODAY,
    )
    assert roster.text(Field.OWNER).tolist() == ["Sarah Chen", "Marcus Rivera"] * 2
    assert roster.size == 4


def test_a_list_of_companies_that_names_the_accounts_leaves_no_question_about_the_key():
    deals = "deal_id,title,company_id,stage,amount\n" + "".join(
        f"D{i},Work {i},C{i},Proposal,{i}000\n" for i in (1, 2, 3)
    )
    companies = b"company_id,company_name\nC1,Tern Works\nC2,Vale Partners\nC3,Moor & Sons\n"
    alone, joined = csv_roster(deals), csv_roster(deals, companies=("companies.csv", companies))
    assert any(question.field == Field.ACCOUNT for question in alone.questions)
    assert not any(question.field == Field.ACCOUNT for question in joined.questions)
    assert np.all(joined.names == ["Tern Works", "Vale Partners", "Moor & Sons"])


def test_meetings_in_one_table_with_leads_are_no_accounts():
    roster = csv_roster(
        "record_type,name,stage,amount\nOpportunity,Northbound,Proposal,150000\nMeeting,Team Sync,,0\n"
        "Lead,Tech Alpha,,0\nMeeting,Tern Works,,0\n",
        settings=TODAY,
    )
    assert roster.names.tolist() == ["Northbound", "Tech Alpha"]
    assert [(row.row, row.why) for row in roster.skipped] == [(3, "is a meeting"), (5, "is a meeting")]
    assert "activity-rows" in codes(roster)


def test_a_lead_that_came_by_referral_is_no_referrer():
    roster = csv_roster(
        "Lead Name,Lead Type,Notes\nEmily Rodd,Referral,Referred by Jennifer Lee\n"
        "Jennifer Lee,Past Client,great referral source\nSam Poe,Buyer,looking\n",
        settings=TODAY,
    )
    assert roster.text(Field.RELATIONSHIP).tolist() == ["", "past client", ""]
    assert roster.text(Field.LEAD_SOURCE).tolist() == ["Referral", "", ""]
    assert [clue.account for clue in roster.remarks if clue.good == "referral"] == [1]


def test_how_large_a_client_is_names_no_industry():
    rows = "".join(
        f"Firm {name},{size},Proposal\n" for name, size in zip("ABCD", ["Enterprise", "SMB"] * 2, strict=True)
    )
    roster = csv_roster(f"account_name,segment,stage\n{rows}", settings=TODAY)
    assert not roster.has(Field.INDUSTRY) or set(roster.text(Field.INDUSTRY)) == {""}


def test_a_client_s_year_end_is_no_date_to_expect():
    ends = ["31 Mar 2027", "30 Apr 2027", "31 Dec 2026", "31 Mar 2027"]
    rows = "".join(f"Firm {name},{end},{i + 1}000\n" for i, (name, end) in enumerate(zip("ABCD", ends, strict=True)))
    assert "expected_date" not in _headers(f"Client,Yr end,Fee\n{rows}")


def test_an_amount_times_its_chance_is_no_second_fee():
    roster = sheet_roster(
        ["Deal", "Client", "Stage", "Amount", "Probability (%)", "Expected Revenue"],
        ["One", "Tern Works", "Proposal", 60_000, 10, 6_000], ["Two", "Vale Partners", "Proposal", 85_000, 40, 34_000],
        ["Three", "Moor & Sons", "Proposal", 50_000, 60, 30_000],
    )  # fmt: skip
    assert not [question.code for question in roster.questions if question.field == Field.ANNUAL_FEE]
    assert "two-columns" not in codes(roster)


def test_money_a_month_is_what_is_paid_and_not_turnover():
    rows = "".join(f"Firm {name},client,£{450 - i}.00\n" for i, name in enumerate("ABCDE"))
    roster = csv_roster(f"Name,Type,Care plan / month\n{rows}", settings=TODAY)
    assert roster.number(Field.ANNUAL_FEE)[0] == 5400.0


def test_a_list_of_vendors_is_asked_about():
    rows = "".join(
        f"{name},Managed services,{i + 2}000000\n" for i, name in enumerate(["NTT Data", "Cognizant", "Workday"])
    )
    roster = csv_roster(f"vendor_name,engagement_type,annual_value\n{rows}", settings=TODAY)
    asked = [question.text for question in roster.questions if question.field == Field.ACCOUNT]
    assert asked == ["“vendor_name” sounds like firms that you pay. Are they your clients and prospects?"]


def test_a_list_with_nothing_but_keys_of_contacts_is_still_read_and_says_so():
    roster = csv_roster(
        "id,contact_id,value,stage,probability\n1,68dab0ad04660,5000,Prospecting,60\n"
        "2,68db2c23e19a2,7000,Proposal,40\n3,690507e9c30e8,9000,Proposal,30\n"
    )
    assert roster.source.mapping[Field.ACCOUNT].header == "contact_id"
    assert "account-by-key" in codes(roster)


def test_the_job_titles_of_an_export_of_contacts_are_no_deals():
    roster = csv_roster(
        "First Name,Last Name,Company,Job Title,Email,Lifecycle Stage,Owner,Deal value\n"
        "Amy,Stone,Larkfield Homes,MD,amy@larkfield.example,Customer,Priya,18000\n"
        "Tom,Reed,Larkfield Homes,FD,tom@larkfield.example,Customer,Priya,\n"
        "Ines,Costa,Portside Cafe Group,Owner,ines@portside.example,Opportunity,Dan,9500\n"
    )
    assert Field.DEAL not in roster.source.mapping
    assert roster.names.tolist() == ["Larkfield Homes", "Portside Cafe Group"]
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "prospect"]
