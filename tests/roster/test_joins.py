"""Deals, companies, contacts and owners from several sheets or files; what joins nothing is reported and kept."""

import datetime as dt

import numpy as np
import pytest

from planner.fields import Field
from planner.reading import read_roster
from planner.settings import Settings
from tests.readers.make import codes, csv_roster, workbook, workbook_roster

COMPANIES = [
    ["Account ID", "Account Name", "Industry", "Website"],
    ["0012", "Acme Inc", "Health", "www.acme.com"],
    ["0013", "Quiet Co", "Law", "quiet.example"],
    ["0014", "Tern Robotics", "Manufacturing", "tern.example"],
]
DEALS = [
    ["Opportunity Name", "Account ID", "Account Name", "Stage", "Amount", "OwnerId"],
    ["One", "0012", "ACME", "Proposal", 5000, "005A1"],
    ["Two", "0014", "Tern Robotics", "Proposal", 6000, "005B2"],
    ["Three", "0099", "Stray", "Proposal", 7000, "005Z9"],
]
CONTACTS_SALESFORCE = [
    ["Contact ID", "First Name", "Last Name", "Title", "Email", "Phone", "Account ID", "Account Name", "Contact Role"],
    ["003A", "Jo", "Park", "Finance Director", "jo@acme.com", "1", "0012", "Acme Inc", "Economic Buyer"],
    ["003B", "Al", "Bo", "Analyst", "al@acme.com", "2", "0012", "Acme Inc", "Champion; Influencer"],
    ["003C", "Cy", "Day", "CEO", "cy@tern.example", "3", "", "", ""],
    ["003D", "Di", "Eve", "Buyer", "di@gmail.com", "4", "", "Nowhere Ltd", "Decision Maker"],
]
CONTACTS_HUBSPOT = [
    ["Record ID", "First Name", "Last Name", "Email", "Phone Number", "Contact owner", "Job Title", "Buying Role",
     "Associated Company", "Lifecycle Stage", "Lead Status"],
    [1, "Jo", "Park", "jo@acme.com", "1", "Ann", "Finance Director", "BUDGET_HOLDER", "Acme, Inc.", "Lead", "New"],
    [2, "Al", "Bo", "al@acme.com", "2", "Ann", "Analyst", "CHAMPION", "Acme, Inc.", "Lead", "New"],
    [3, "Cy", "Day", "cy@tern.example", "3", "Bob", "CEO", "", "", "Lead", "New"],
    [4, "Di", "Eve", "di@gmail.com", "4", "Bob", "Buyer", "DECISION_MAKER", "Nowhere Ltd", "Lead", "New"],
]  # fmt: skip
CONTACTS_DYNAMICS = [
    ["Full Name", "Email", "Company Name", "Job Title", "Business Phone", "Role"],
    ["Jo Park", "jo@acme.com", "Acme Inc", "Finance Director", "1", "Decision Maker"],
    ["Al Bo", "al@acme.com", "Acme Inc", "Analyst", "2", "Champion"],
    ["Cy Day", "cy@tern.example", "", "CEO", "3", ""],
    ["Di Eve", "di@gmail.com", "Nowhere Ltd", "Buyer", "4", "Influencer"],
]
CONTACTS_PIPEDRIVE = [
    ["Person - Name", "Person - Organization", "Person - Email - Work", "Person - Phone", "Person - Job title",
     "Person - Decision maker", "Person - Champion"],
    ["Jo Park", "Acme Inc", "jo@acme.com", "1", "Finance Director", "Yes", ""],
    ["Al Bo", "Acme Inc", "al@acme.com", "2", "Analyst", "No", "Yes"],
    ["Cy Day", "", "cy@tern.example", "3", "CEO", "", ""],
    ["Di Eve", "Nowhere Ltd", "di@gmail.com", "4", "Buyer", "Yes", ""],
]  # fmt: skip
SUITE_DEALS = """name,id,date_entered,assigned_user_id,opportunity_type,amount,date_closed,sales_stage,account_name
Acme audit,a1,2026-01-05 10:00:00,u-1,New Business,10000,2026-09-01,Proposal/Price Quote,Acme Ltd
Beta tax,a2,2026-01-06 10:00:00,u-2,Existing Business,5000,2026-10-01,Negotiation/Review,Beta Trust
Beta old,a3,2025-01-06 10:00:00,u-2,Existing Business,7000,2025-03-01,Closed Won,Beta Trust
"""
SUITE_USERS = b"id,user_name,first_name,last_name,status\nu-1,ann,Ann,Lee,Active\nu-2,bob,Bob,Ray,Inactive\n"
SUITE_ACCOUNTS = b"name,id,account_type,industry\nAcme Ltd,x1,Customer,Banking\nBeta Trust,x2,Prospect,Not For Profit\n"
USERS = [
    ["User ID", "Username", "First Name", "Last Name", "Email", "Active"],
    ["005A1", "ann.lee@firm", "Ann", "Lee", "ann@firm.example", "Yes"],
    ["005B2", "bob@firm", "Bob", "Ray", "bob@firm.example", "No"],
]


def row(roster, account):
    return roster.names.tolist().index(account)


@pytest.mark.parametrize(
    "contacts", [CONTACTS_SALESFORCE, CONTACTS_HUBSPOT, CONTACTS_DYNAMICS, CONTACTS_PIPEDRIVE],
    ids=["salesforce", "hubspot", "dynamics", "pipedrive"],
)  # fmt: skip
@pytest.mark.parametrize("main", [DEALS, COMPANIES], ids=["deals", "accounts"])
def test_contacts_say_who_signs_and_who_is_the_champion(contacts, main):
    roster = workbook_roster({"Contacts": contacts, "Companies": COMPANIES, "Main": main})
    acme, tern = row(roster, "Acme Inc"), row(roster, "Tern Robotics")
    assert roster.text(Field.ECONOMIC_BUYER)[acme] == "Jo Park (Finance Director)"
    assert roster.text(Field.CHAMPION)[acme] == "Al Bo (Analyst)"
    assert roster.text(Field.ECONOMIC_BUYER)[tern] == "Cy Day (CEO)"
    assert roster.other["Contacts"][acme] == "Jo Park (Finance Director); Al Bo (Analyst)"
    title = next(issue for issue in roster.issues if issue.code == "who-signs-by-title")
    assert "1 account was taken from a contact's job title: Cy Day (CEO) for “Tern Robotics”" in title.message
    lost = next(issue for issue in roster.issues if issue.code == "contacts-not-joined")
    assert "1 contact belongs to no account of the list, in “Contacts”: “Di Eve of Nowhere Ltd”" in lost.message
    assert lost.sheet == "Contacts"
    assert lost.cell.endswith("5")
    assert "Di Eve of Nowhere Ltd" in roster.reconciliation.unjoined
    assert "Nowhere Ltd" not in roster.names
    assert any(join.startswith("“Contacts”: 3 of 4 contacts joined") for join in roster.reconciliation.joins)


def test_who_signs_in_the_list_itself_is_not_written_over():
    roster = workbook_roster(
        {
            "Clients": [["Client", "Fee", "Who signs"], ["Acme Inc", 5, "Mo"], ["Tern Robotics", 6, ""]],
            "Contacts": CONTACTS_DYNAMICS,
        }
    )
    assert roster.text(Field.ECONOMIC_BUYER)[0] == "Mo"


def test_an_export_of_contacts_alone_is_still_a_list():
    roster = workbook_roster({"Contacts": CONTACTS_HUBSPOT})
    assert "Acme, Inc." in roster.names


def test_owner_ids_become_names_and_owners_nobody_knows_are_reported():
    roster = workbook_roster({"Deals": DEALS, "Companies": COMPANIES, "Users": USERS})
    owners = dict(zip(roster.names, roster.text(Field.OWNER), strict=True))
    assert owners == {"Acme Inc": "Ann Lee", "Tern Robotics": "Bob Ray", "Stray": "005Z9", "Quiet Co": ""}
    assert roster.source.mapping[Field.OWNER].header == "OwnerId"
    unknown = next(issue for issue in roster.issues if issue.code == "owners-not-joined")
    assert "1 owner is not among the people of “Users”: “005Z9”; kept as it is." in unknown.message
    inactive = next(issue for issue in roster.issues if issue.code == "owner-inactive")
    assert inactive.message == "“Bob Ray” is not active in “Users”, but owns 1 row of the list."
    assert "“Users”: 2 of 3 owners joined" in roster.reconciliation.joins
    assert {"Companies", "Users"} <= set(roster.source.joined)


@pytest.mark.parametrize(
    ("header", "users", "owner"),
    [
        ("Owner", "Name,Email\nAnn Lee,ann@firm.example\nBob Ray,bob@firm.example\n", "ann@firm.example"),
        ("Account owner", "Owner ID,Owner name\n0071,Ann Lee\n0072,Bob Ray\n", "0071"),
        ("Partner", "Initials,Full name,Email\nAL,Ann Lee,ann@firm.example\nBR,Bob Ray,b@firm.example\n", "AL"),
        ("assigned_user_id", "id,user name,first name,last name\n7f-a,ann,Ann,Lee\n7f-b,bob,Bob,Ray\n", "7f-a"),
        ("hubspot_owner_id", "id,email,firstName,lastName\n88,a@x.example,Ann,Lee\n89,b@x.example,Bob,Ray\n", "88"),
    ],
)
def test_owners_of_every_shape_become_names(header, users, owner):
    roster = csv_roster(
        f"Client,Fee,{header}\nAcme,5,{owner}\nBeta,6,{owner}\n", companies=("users.csv", users.encode())
    )
    assert roster.text(Field.OWNER).tolist() == ["Ann Lee", "Ann Lee"]


def test_several_owners_of_one_account_are_named_one_by_one():
    users = ("users.csv", b"Initials,Full name,Email\nAL,Ann Lee,a@x.example\nBR,Bob Ray,b@x.example\n")
    roster = csv_roster("Client,Fee,Owner\nAcme,5,AL / BR\nBeta,6,AL\n", companies=users)
    assert roster.text(Field.OWNER).tolist() == ["Ann Lee; Bob Ray", "Ann Lee"]


def test_four_files_in_any_order_make_one_list():
    files = {
        "deals.xlsx": DEALS,
        "companies.xlsx": COMPANIES,
        "contacts.xlsx": CONTACTS_SALESFORCE,
        "users.xlsx": USERS,
    }
    books = [(name, workbook({"Sheet1": rows})) for name, rows in files.items()]
    for first in range(len(books)):
        order = books[first:] + books[:first]
        roster = read_roster(order[0][1], name=order[0][0], companies=order[1:])
        assert set(roster.names) == {"Acme Inc", "Tern Robotics", "Stray", "Quiet Co"}
        assert roster.text(Field.OWNER)[row(roster, "Acme Inc")] == "Ann Lee"
        assert roster.text(Field.ECONOMIC_BUYER)[row(roster, "Acme Inc")] == "Jo Park (Finance Director)"
        assert roster.text(Field.INDUSTRY)[row(roster, "Acme Inc")] == "Health"
        assert {"not-joined", "without-deals", "contacts-not-joined", "owners-not-joined"} <= set(codes(roster))


def test_a_file_that_belongs_to_nothing_is_named():
    other = ("other.csv", b"Client,Fee\nZed,5\n")
    roster = csv_roster("Client,Fee\nAcme,5\n", companies=[("more.csv", b"Client,Industry\nAcme,Law\n"), other])
    assert roster.text(Field.INDUSTRY).tolist() == ["Law"]
    issue = next(issue for issue in roster.issues if issue.code == "file-not-read")
    assert "“other.csv” was left aside. Another list" in issue.message


def test_a_named_sheet_of_deals_is_still_joined_with_its_companies():
    roster = workbook_roster({"Deals": DEALS, "Old": DEALS, "Companies": COMPANIES}, sheet="Old")
    assert roster.source.sheet == "Old"
    assert roster.text(Field.INDUSTRY)[row(roster, "Acme Inc")] == "Health"
    assert "sheet-chosen" not in codes(roster)


LIST = [["Client", "Fee", "Chance"], ["Acme", 1000, "50%"], ["Beta", 2000, "20%"]]


def beside(first, second):
    height = max(len(first), len(second))
    blank = [[""] * len(first[0])] * height, [[""] * len(second[0])] * height
    rows = zip([*first, *blank[0]][:height], [*second, *blank[1]][:height], strict=True)
    return [[*a, "", *b] for a, b in rows]


def test_a_second_list_beside_with_the_same_fields_is_read_too():
    second = [["Fee", "Company", "Owner"], [3000, "Zed", "Ann"], ["lots", "Yam", "Bob"], [9, "Xyl", ""]]
    roster = workbook_roster({"Clients": beside(LIST, second)})
    assert roster.names.tolist() == ["Acme", "Beta", "Zed", "Yam", "Xyl"]
    assert roster.number(Field.ANNUAL_FEE)[[0, 2, 4]].tolist() == [1000, 3000, 9]
    assert roster.text(Field.OWNER).tolist() == ["", "", "Ann", "Bob", ""]
    assert roster.cell(Field.ANNUAL_FEE, 0) == "B2"
    assert roster.cell(Field.ANNUAL_FEE, 2) == "E2"
    assert roster.cell(Field.PROBABILITY, 2) == ""
    note = next(issue for issue in roster.issues if issue.code == "list-beside")
    assert note.message == "Another list begins beside this one in E1; its 3 rows were read too."
    wrong = next(issue for issue in roster.issues if issue.code == "money-unreadable")
    assert wrong.cell == "E3"


def test_a_second_list_below_with_other_columns_is_read_too():
    second = [[], ["Owner", "Client", "Chance", "Fee"], ["Ann", "Zed", "High", "3k"], ["Bob", "acme", "Low", 5]]
    roster = workbook_roster({"Clients": [*LIST, ["Total", 3000], *second]})
    fees = dict(zip(roster.names, roster.number(Field.ANNUAL_FEE), strict=True))
    assert fees == {"Zed": 3000, "acme": 5, "Acme (row 2)": 1000, "Beta": 2000}
    assert roster.rows.tolist() == [7, 8, 2, 3]
    assert [roster.cell(Field.ANNUAL_FEE, at) for at in (0, 3)] == ["D7", "B3"]
    twice = next(issue for issue in roster.issues if issue.code == "account-twice")
    assert twice.cell == "A2"
    note = next(issue for issue in roster.issues if issue.code == "second-list")
    assert note.message == "Row 1 begins a first list with other columns; its 2 rows were read too."


def test_three_lists_under_each_other_are_one():
    more = [[], ["Fee", "Client"], [3, "Zed"], [], ["Owner", "Fee", "Client"], ["Ann", 4, "Yam"]]
    roster = workbook_roster({"Clients": [*LIST, *more]})
    assert roster.names.tolist() == ["Acme", "Beta", "Zed", "Yam"]
    assert roster.cell(Field.ANNUAL_FEE, 3) == "B9"


def test_companies_beside_deals_on_one_sheet_are_joined():
    deals = [
        ["Deal Name", "Account Name", "Stage", "Amount"],
        ["One", "Acme", "Proposal", 5],
        ["Two", "Beta", "Lead", 6],
    ]
    companies = [["Company", "Industry"], ["Beta", "Law"], ["Acme", "Health"], ["Quiet", "Arts"]]
    roster = workbook_roster({"All": beside(deals, companies)})
    assert dict(zip(roster.names, roster.text(Field.INDUSTRY), strict=True)) == {
        "Acme": "Health",
        "Beta": "Law",
        "Quiet": "Arts",
    }
    assert roster.cell(Field.INDUSTRY, 0) == "All!G3"
    assert "it was joined with the list" in next(one for one in roster.issues if one.code == "list-beside").message


def test_a_second_list_of_the_same_clients_with_other_facts_is_joined_by_name():
    hours = [["Client", "Hours now"], ["Beta", 4], ["Acme", 9]]
    roster = workbook_roster({"Clients": beside(LIST, hours)})
    assert roster.names.tolist() == ["Acme", "Beta"]
    assert roster.number(Field.CURRENT_HOURS).tolist() == [9, 4]


def test_a_list_beside_that_fits_nothing_is_named_and_not_read():
    roster = workbook_roster({"Clients": beside(LIST, [["Client", "Shoe size"], ["Zed", 44], ["Yam", 41]])})
    assert roster.names.tolist() == ["Acme", "Beta"]
    issue = next(issue for issue in roster.issues if issue.code == "list-beside")
    assert issue.message == "Another list begins beside this one in E1; its 2 rows were not read."
    assert issue.fix


def test_a_file_whose_accounts_are_only_guessed_and_join_nothing_is_left_aside():
    orders = ("orders.csv", b"Deal name masked,Nature of work,Status\nScooby,Survey,Done\nPluto,Survey,Done\n")
    roster = csv_roster("Deal Name,Client Code,Deal Stage,Amount\nOne,C1,Lead,5\nTwo,C2,Lead,6\n", companies=orders)
    assert roster.size == 2
    issue = next(issue for issue in roster.issues if issue.code == "file-not-read")
    assert issue.message.startswith("“orders.csv” was left aside. No account of the list is in it.")


def test_a_file_without_accounts_says_why_it_is_left_aside():
    teams = ("teams.csv", b"sales_agent,manager,region\nAnn,Cy,North\nBob,Cy,South\n")
    roster = csv_roster("Client,Fee,Sales agent\nAcme,5,Ann\nBeta,6,Bob\n", companies=teams)
    issue = next(issue for issue in roster.issues if issue.code == "file-not-read")
    assert "has no column of account names" in issue.message


def test_what_suitecrm_exports_under_the_names_of_its_own_tables():
    users, accounts = ("users.csv", SUITE_USERS), ("accounts.csv", SUITE_ACCOUNTS)
    roster = csv_roster(SUITE_DEALS, companies=[accounts, users], settings=Settings(plan_start=dt.date(2026, 6, 1)))
    assert roster.names.tolist() == ["Acme Ltd", "Beta Trust"]
    assert roster.text(Field.OWNER).tolist() == ["Ann Lee", "Bob Ray"]
    assert roster.text(Field.INDUSTRY).tolist() == ["Banking", "Not For Profit"]
    assert roster.deals.name.tolist() == ["Acme audit", "Beta tax", "Beta old"]
    assert roster.deals.state.tolist() == ["open", "open", "won"]
    assert [str(day) for day in roster.date(Field.EXPECTED_DATE)] == ["2026-09-01", "2026-10-01"]
    assert set(roster.deals.service) == {""}
    assert roster.number(Field.ANNUAL_FEE).tolist() == [10_000, 5_000]
    assert "owner-inactive" in codes(roster)


def test_clients_kept_as_persons_stay_the_list_beside_a_sheet_of_odds_and_ends():
    clients = [
        ["First name", "Last name", "Company", "Email", "Phone"],
        ["Jo", "Park", "Acme", "jo@acme.example", "1"],
        ["Al", "Bo", "Beta", "al@beta.example", "2"],
    ]
    odds = [["Status", "Meaning"], ["Hot", "call"], ["Cold", "wait"]]
    roster = workbook_roster({"Odds": odds, "People": clients})
    assert roster.source.sheet == "People"
    assert roster.names.tolist() == ["Acme", "Beta"]
    assert workbook_roster({"People": clients, "Odds": odds}, mapping={"account": "Last name"}).names[0] == "Park"


def test_a_company_without_a_deal_is_what_its_own_sheet_says():
    roster = workbook_roster(
        {
            "accounts": [
                ["Account ID", "Account name", "Active client", "Fee a year", "Notes"],
                [1, "Wexler Hall", "yes", 14500, ""],
                [2, "Jazz Cafe", "", 1900, ""],
                [3, "Keyboard Exchange", "no", "", "sends us every delivery, about 20 a year"],
                [4, "Pixel Studios", "no", "", ""],
            ],
            "deals": [
                ["Deal ID", "Deal name", "Account", "Deal stage", "Deal value", "Expected close"],
                [91, "Retainer", "Pixel Studios", "Proposal", 9600, "2030-12-15"],
                [92, "Annual", "Wexler Hall", "Won", 14500, "2026-07-01"],
            ],
        }
    )
    kinds = dict(zip(roster.names.tolist(), roster.text(Field.RELATIONSHIP).tolist(), strict=True))
    assert kinds["Jazz Cafe"] == kinds["Wexler Hall"] == "client"
    assert kinds["Keyboard Exchange"] == "referral source"


def test_payments_by_client_id_keep_the_names_and_what_the_status_says():
    clients = b"Client ID,Client Name,Status\nC1,Ann Hill,Active\nC2,Bo Marsh,Lead\nC3,Cy Dale,Active\n"
    payments = b"Payment ID,Client ID,Amount\nP1,C1,700\nP2,C3,900\n"
    roster = read_roster(clients, name="clients.csv", companies=[("payments.csv", payments)])
    assert roster.names.tolist() == ["Ann Hill", "Bo Marsh", "Cy Dale"]
    assert "account-by-key" not in codes(roster)
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "prospect", "client"]


def test_a_second_list_with_other_accounts_is_read_though_relationships_were_worked_out():
    customers = b"company_name,revenue,account_manager\nTern,125000,Ann\nVale,87000,Ann\n"
    prospects = b"company_name,revenue,notes\nMoor,45000,Left voicemail\nFell,80000,Good fit\n"
    roster = read_roster(customers, name="customers.csv", companies=[("prospects.csv", prospects)])
    assert roster.size == 4
    assert all(len(origins) == roster.size for origins in roster.sources.values())


def test_a_remark_on_the_company_says_when_its_open_deal_is_due():
    deals = "Deal Name,Account Name,Stage,Amount\nAudit,Quast,Proposal,4200\nOfficer,Aarhold,Proposal,9600\n"
    companies = b"Account Name,Industry,Notes\nQuast,Software,no budget before 2028\nAarhold,Freight,\n"
    roster = csv_roster(deals, companies=[("accounts.csv", companies)])
    assert str(roster.deals.expected[0])[:4] == "2028"
    assert np.isnat(roster.deals.expected[1])
    assert "deals-worked-out" in codes(roster)


def test_remarks_of_a_list_without_names_name_nobody():
    """Contracts of one program beside the tickets of another, which knows its customers by their numbers alone."""
    contracts = (
        "customer_id,customer_name,contract,annual_value\n1001,Initech Corp,C1,45000\n1002,Hooli Inc,C2,210000\n"
    )
    tickets = (
        "customer_id,tickets,last_comment,account_manager_notes\n"
        '1001,2,"Resolved quickly, thanks.",Stable account.\n1002,12,Fix it or we leave.,High churn risk.\n'
    )
    roster = read_roster(contracts.encode(), name="sap.csv", companies=[("crm.csv", tickets.encode())])
    assert roster.names.tolist() == ["Initech Corp", "Hooli Inc"]
    assert roster.source.mapping[Field.ACCOUNT].header == "customer_name"
    assert not {"account-guessed", "account-by-key"} & set(codes(roster))


SALES = (
    b"Sales by Customer Summary\n,Jan 2026,Feb 2026,Mar 2026,Total\nAcme,900,,500,1400\nBrook,,700,,700\n"
    b"TOTAL,900,700,500,2100\n"
)
CUSTOMERS = b"Customer,Customer type,Owner\nAcme,,Ann\nBrook,Referral partner,Cy\nCrane,Prospect,Cy\n"


@pytest.mark.parametrize("first", [0, 1])
def test_a_report_of_sales_says_what_the_customers_of_another_file_pay(first):
    files = [("Sales.csv", SALES), ("Customers.csv", CUSTOMERS)]
    (name, content), other = files[first], files[1 - first]
    roster = read_roster(content, name=name, companies=(other[0], other[1]), settings=Settings(plan_start="2026-11-28"))
    fees = dict(zip(roster.names.tolist(), roster.number(Field.ANNUAL_FEE).tolist(), strict=True))
    kinds = dict(zip(roster.names.tolist(), roster.text(Field.RELATIONSHIP).tolist(), strict=True))
    assert (fees["Acme"], fees["Brook"]) == (1400, 700)
    assert kinds == {"Acme": "client", "Brook": "referral source", "Crane": "prospect"}  # what is stated stays


def test_a_list_of_a_further_file_that_is_left_aside_is_named():
    book = workbook({
        "Hope": [["Client", "Fee", "Odds"], ["Delta", 9000, 0.4], ["Echo", 4000, 0.2]],
        "Gone": [["Client", "Owner", "Left"], ["Gull Farms", "MB", 2024], ["Hare Title", "MB", 2023]],
    })  # fmt: skip
    roster = read_roster(b"Client,Billed 2026\nAcme,5000\nDelta,100\n", name="l.csv", companies=("two.xlsx", book))
    issue = next(issue for issue in roster.issues if issue.code == "sheet-chosen")
    assert "“Gone” was left aside" in issue.message
