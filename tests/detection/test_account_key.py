"""Exports that name their accounts by an id, a web address or not at all, as CRMs write them."""

import pytest

from planner.errors import InputError
from planner.fields import Field
from planner.vocabulary import Grain
from tests.readers.make import codes, csv_roster, sheet_roster, workbook_roster

API_DEALS = (
    "Id,AccountId,Name,StageName,Amount,CloseDate\n"
    "006A1,001A1,System review,Prospecting,20000,2027-02-01\n"
    "006A2,001A1,Training,Closed Won,5000,2026-02-01\n"
    "006A3,001B7,System review,Negotiation/Review,8000,2027-03-01\n"
)


def test_deals_that_name_companies_by_id_stand_under_the_id_and_say_so():
    roster = csv_roster(API_DEALS)
    assert roster.source.grain is Grain.OPPORTUNITY
    assert roster.names.tolist() == ["001A1", "001B7"]
    assert roster.source.mapping[Field.DEAL].header == "Name"
    assert roster.deals is not None
    assert roster.deals.name.tolist() == ["System review", "Training", "System review"]
    assert "account-by-key" in codes(roster)


def test_the_list_of_companies_gives_such_deals_their_names():
    companies = b"Id,Name,Industry\n001A1,Harrow & Pike,Distribution\n001B7,Tern Robotics,Manufacturing\n"
    roster = csv_roster(API_DEALS, companies=companies)
    assert roster.names.tolist() == ["Harrow & Pike", "Tern Robotics"]
    assert roster.text(Field.INDUSTRY).tolist() == ["Distribution", "Manufacturing"]
    assert "account-by-key" not in codes(roster)


def test_the_id_that_joins_is_believed_before_a_number_of_the_firm_s_own():
    companies = (
        b"Id,Name,AccountNumber,Industry\n001A1,Harrow & Pike,CC-17,Distribution\n001B7,Tern Robotics,CC-18,Robots\n"
    )
    roster = csv_roster(API_DEALS, companies=companies)
    assert roster.names.tolist() == ["Harrow & Pike", "Tern Robotics"]
    assert roster.text(Field.ACCOUNT_ID).tolist() == ["001A1", "001B7"]
    assert roster.other["AccountNumber"].tolist() == ["CC-17", "CC-18"]
    assert roster.source.mapping[Field.ACCOUNT_ID].header == "Id"


def test_a_company_named_by_its_domain_joins_by_it():
    deals = (
        "Deal ID,Deal Name,Deal Stage,Amount,Close Date,Associated Company Domain\n"
        "1,Renewal,Contract sent,9000,2027-01-15,tern.example\n"
        "2,Carve-out,Qualified to buy,28000,2027-02-15,www.harrow.example\n"
    )
    companies = b"Company ID,Company Name,Company Domain Name\n7,Harrow & Pike,harrow.example\n8,Tern,tern.example\n"
    assert csv_roster(deals).names.tolist() == ["tern.example", "www.harrow.example"]
    assert csv_roster(deals, companies=companies).names.tolist() == ["Tern", "Harrow & Pike"]


def test_deals_without_any_company_are_accounts_of_their_own():
    roster = csv_roster("Potential Name,Stage,Amount\nRuiz breakfast,Needs Analysis,100\nHospice,Proposal,200\n")
    assert roster.names.tolist() == ["Ruiz breakfast", "Hospice"]
    assert "account-by-key" in codes(roster)


def test_a_deal_whose_company_is_blank_is_kept_under_its_own_name_with_one_issue():
    roster = csv_roster(
        "Deal Name,Account Name,Stage,Amount\nAudit,Acme,Proposal,100\nWalk-in,,Proposal,200\nCall,,Proposal,300\n"
    )
    assert roster.names.tolist() == ["Acme", "Walk-in", "Call"]
    assert codes(roster).count("deal-without-account") == 1
    assert "account-blank" not in codes(roster)


def test_an_id_column_of_the_deal_is_not_the_id_of_the_account():
    roster = csv_roster(
        "Record Id,Deal Name,Account Name.id,Account Name,Stage\n"
        "d1,Audit,a1,Acme,Proposal\nd2,Review,a1,Acme,Needs Analysis\nd3,Plan,a2,Acme East,Proposal\n"
    )
    assert roster.names.tolist() == ["Acme", "Acme East"]
    assert roster.source.mapping[Field.ACCOUNT_ID].header == "Account Name.id"


def test_an_id_that_is_the_same_everywhere_is_no_id():
    rows = [["Account Name", "Account Number"], *([name, "0"] for name in ["Ash", "Birch", "Cedar", "Doum", "Elm"])]
    assert not sheet_roster(*rows).has(Field.ACCOUNT_ID)


def test_an_archive_of_finished_projects_is_not_a_list_of_companies():
    header = ["Client Name", "Project Name", "Due Date", "Status"]
    roster = workbook_roster(
        {
            "Tracker": [header, ["Acme", "Audit", "2027-01-01", "In progress"], ["Acme", "Plan", "2027-02-01", "Open"]],
            "Archive": [header, ["Acme", "Old audit", "2025-01-01", "Done"]],
        }
    )
    assert roster.source.joined == ()


def test_a_list_of_amounts_and_stages_stands_with_a_row_for_each_account_and_says_so():
    roster = csv_roster("Amount,Stage\n100,Proposal\n200,Won\n300,Proposal\nTotal,\n")
    assert roster.names.tolist() == ["Row 2", "Row 3", "Row 4"]
    assert roster.number(Field.ANNUAL_FEE).tolist()[0] == 100
    assert "account-by-row" in codes(roster)


def test_a_list_that_names_nothing_and_has_no_stages_is_refused_with_its_headers():
    with pytest.raises(InputError, match=r"no column of account names.*“Amount”"):
        csv_roster("Amount,Count\n100,3\n200,4\n")


def test_the_next_step_is_that_of_a_deal_still_open():
    roster = csv_roster(
        "Deal Name,Account Name,Stage,Next Step\n"
        "Audit,Acme,Closed Won,Paperwork attached\nPlan,Acme,Proposal,Call the FD\nOld,Birch,Closed Lost,None left\n"
    )
    assert roster.text(Field.NEXT_STEP).tolist() == ["Call the FD", ""]


def test_an_export_knows_its_list_from_its_deals_though_both_look_like_deals():
    header = ["Account", "Deal", "Stage", "Status", "Last won", "Annual fee"]
    export = {
        "About": [
            ["key", "value"],
            ["format", "client-portfolio-plan/1"],
            ["client list sheet", "Client list"],
            ["deals sheet", "Deals"],
        ],
        "Client list": [
            header,
            ["Acme", "Plan", "Proposal", "open", "2026-01-10", ""],
            ["Birch", "", "", "won", "", ""],
        ],
        "Deals": [
            ["Account", "Deal", "Stage", "Amount"],
            ["Acme", "Plan", "Proposal", 700],
            ["Acme", "Audit", "Closed Won", 300],
            ["Birch", "Review", "Closed Won", 200],
        ],
    }
    roster = workbook_roster(export)
    assert roster.names.tolist() == ["Acme", "Birch"]
    assert roster.deals is not None
    assert roster.deals.name.tolist() == ["Plan", "Audit", "Review"]
    assert roster.source.joined == ("Client list",)
