"""Whole lists as firms and CRMs keep them: each is read right, or what is not is named in an issue."""

import datetime as dt

import numpy as np
import pytest

from planner.fields import Field
from planner.roster.roster import Roster
from planner.settings import Settings
from tests.readers.make import codes, csv_roster, sheet_roster, workbook_roster

DAY = dt.datetime(2026, 9, 1)
START = Settings(plan_start=dt.date(2026, 6, 1))
DEALS_SALESFORCE = [
    ["Opportunity Owner", "Account Name", "Opportunity Name", "Stage", "Fiscal Period", "Amount", "Expected Revenue",
     "Probability (%)", "Age", "Close Date", "Created Date", "Next Step", "Lead Source", "Type"],
    ["Ann", "Acme", "Acme audit", "Proposal/Price Quote", "Q3-2026", 10_000, 7500, 75, 12, DAY, DAY, "Call", "Web",
     "New Business"],
]  # fmt: skip
DEALS_HUBSPOT = [
    ["Record ID", "Deal Name", "Deal Stage", "Close Date", "Deal owner", "Amount", "Pipeline", "Deal probability",
     "Associated Company", "Create Date", "Closed Lost Reason"],
    [123, "Acme audit", "Decision Maker Bought-In (Sales Pipeline)", DAY, "Ann", 10_000, "Sales", 0.6, "Acme", DAY, ""],
]  # fmt: skip
DEALS_DYNAMICS = [
    ["Topic", "Potential Customer", "Est. Close Date", "Est. Revenue", "Contact", "Account", "Probability", "Owner",
     "Status Reason", "Created On", "Pipeline Phase"],
    ["Acme audit", "Acme", DAY, 10_000, "Jo", "Acme", 75, "Ann", "In Progress", DAY, "3-Propose"],
]  # fmt: skip
DEALS_PIPEDRIVE = [
    ["Deal - ID", "Deal - Title", "Deal - Value", "Deal - Currency", "Deal - Stage", "Deal - Status",
     "Deal - Probability",
     "Deal - Owner", "Deal - Expected close date", "Deal - Won time", "Deal - Lost time", "Deal - Lost reason",
     "Organization - Name", "Person - Name"],
    [1, "Acme audit", 10_000, "EUR", "Proposal Made", "Open", 60, "Ann", "2026-09-01", "", "", "", "Acme", "Jo"],
]  # fmt: skip
DEALS_ZOHO = [
    ["Record Id", "Deal Name", "Amount", "Stage", "Closing Date", "Account Name", "Contact Name", "Probability (%)",
     "Deal Owner", "Type", "Lead Source", "Expected Revenue", "Reason For Loss", "Created Time"],
    ["zcrm_1", "Acme audit", 10_000, "Value Proposition", "2026-09-01", "Acme", "Jo", 40, "Ann", "New Business", "Web",
     4000, "", "2026-01-05 10:00:00"],
]  # fmt: skip
DEALS_ODOO = [
    ["Opportunity", "Customer", "Email", "Expected Revenue", "Stage", "Expected Closing", "Salesperson", "Probability",
     "Created on"],
    ["Acme audit", "Acme", "jo@acme.com", 10_000, "Qualified", "2026-09-01", "Ann", 40, "2026-01-05 10:00:00"],
]  # fmt: skip
DEALS_SUITE = [
    ["Name", "ID", "Account Name", "Sales Stage", "Amount", "Close Date", "Assigned User Name", "Probability",
     "Lead Source", "Next Step", "Date Created"],
    ["Acme audit", "a1", "Acme", "Needs Analysis", 10_000, "2026-09-01", "Ann", 25, "Web", "Call", "2026-01-05"],
]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "probability"),
    [
        (DEALS_SALESFORCE, 0.75), (DEALS_HUBSPOT, 0.6), (DEALS_DYNAMICS, 0.75), (DEALS_PIPEDRIVE, 0.6),
        (DEALS_ZOHO, 0.4), (DEALS_ODOO, 0.4), (DEALS_SUITE, 0.25),
    ],
    ids=["salesforce", "hubspot", "dynamics", "pipedrive", "zoho", "odoo", "suitecrm"],
)  # fmt: skip
def test_deals_as_crms_export_them(rows, probability):
    roster = sheet_roster(*rows, settings=START)
    assert roster.names.tolist() == ["Acme"]
    assert roster.deals.name.tolist() == ["Acme audit"]
    assert roster.number(Field.ANNUAL_FEE).tolist() == [10_000]
    assert roster.number(Field.PROBABILITY).tolist() == [probability]
    assert str(roster.date(Field.EXPECTED_DATE)[0]) == "2026-09-01"
    assert roster.text(Field.OWNER).tolist() == ["Ann"]
    assert roster.deals.state.tolist() == ["open"]


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        (
            ["Account Name", "Type", "Industry", "Annual Revenue", "Employees", "Website", "Billing Country",
             "Account Owner"],
            ["Acme", "Customer - Direct", "Banking", 9e8, 400, "www.acme.com", "France", "Ann"],
            {Field.RELATIONSHIP: "client", Field.INDUSTRY: "Banking", Field.REGION: "France", Field.OWNER: "Ann",
             Field.DOMAIN: "www.acme.com"},
        ),
        (
            ["Company name", "Company owner", "Lifecycle Stage", "Industry", "Annual Revenue", "Company Domain Name",
             "Create Date", "Country/Region"],
            ["Acme", "Ann", "Marketing Qualified Lead", "BANKING", 9e8, "acme.com", "2026-01-05 11:23", "France"],
            {Field.RELATIONSHIP: "prospect", Field.OWNER: "Ann", Field.DOMAIN: "acme.com", Field.REGION: "France"},
        ),
        (
            ["Organization - Name", "Organization - Owner", "Organization - Open deals", "Organization - Label"],
            ["Acme", "Ann", 2, "Customer"],
            {Field.OWNER: "Ann"},
        ),
        (
            ["Account Name", "Account Type", "Assigned to", "Annual Revenue", "Billing City", "Date Created"],
            ["Acme", "Former client", "Ann", "$9m", "Paris", "2026-01-05"],
            {Field.RELATIONSHIP: "past client", Field.OWNER: "Ann"},
        ),
    ],
    ids=["salesforce", "hubspot", "pipedrive", "suitecrm"],
)  # fmt: skip
def test_companies_as_crms_export_them(header, row, expected):
    roster = sheet_roster(header, row)
    assert roster.names.tolist() == ["Acme"]
    assert {name: roster.text(name)[0] for name in expected} == expected
    assert not roster.has(Field.ANNUAL_FEE)


def plain(roster: Roster) -> list[tuple[str, float]]:
    fees = roster.number(Field.ANNUAL_FEE)
    return [(name, None if np.isnan(fee) else fee) for name, fee in zip(roster.names, fees, strict=True)]


TWO = [("Acme", 1000), ("Beta", 2000)]
LIST = [["Client", "Fee"], ["Acme", 1000], ["Beta", 2000]]
BESIDE = [["Client", "Owner"], ["Zed", "X"], ["Yam", "Y"]]


@pytest.mark.parametrize(
    ("sheets", "said"),
    [
        ({"Sheet1": LIST}, []),
        ({"Sheet1": [["Our clients, June 2026"], [], *LIST]}, []),
        ({"Sheet1": [[], [], *[["", "", *row] for row in LIST]]}, []),
        ({"Sheet1": [*[["Note " + str(i)] for i in range(60)], [], *LIST]}, []),
        ({"Sheet1": [*LIST[:2], [], [], LIST[2]]}, []),
        ({"Sheet1": [*LIST, ["Total", 3000]]}, ["total-row"]),
        ({"Sheet1": [*LIST, ["", 3000]]}, ["total-row"]),
        ({"Sheet1": [*LIST, [], ["Grand total (2)", 3000]]}, ["total-row"]),
        ({"Sheet1": [*LIST, ["All total", 3000]]}, ["total-row"]),
        ({"Sheet1": [["", 3000], *LIST]}, []),
        ({"Sheet1": [LIST[0], LIST[1], LIST[0], LIST[2]]}, ["header-repeated"]),
        ({"Sheet1": [*LIST, [], ["Note: fees are net of VAT."]]}, ["note-row"]),
        ({"Cover": [["Firm"], ["Confidential"]], "Clients": LIST}, ["sheets-not-read", "worked-out"]),
        ({"Lookups": [["Status", "Owner"], ["Open", "Ann"]], "Clients": LIST}, ["sheets-not-read", "worked-out"]),
        ({"Clients": LIST, "Old": [["Client", "Fee"], ["Zed", 5]]}, ["sheet-chosen", "worked-out"]),
        ({"Sheet1": [["", "Money"], *LIST]}, []),
        ({"Sheet1": [["Who", "Money"], ["Client", "Fee"], ["Acme", 1000], ["Beta", 2000]]}, []),
        ({"Sheet1": [[*row, "", "Note to self: call the bank"] if i == 1 else row for i, row in enumerate(LIST)]}, []),
        ({"Sheet1": [[*a, "", *b] for a, b in zip(LIST, BESIDE, strict=True)]}, ["list-beside"]),
        ({"Sheet1": [*LIST, [], ["Owner", "Client"], ["Ann", "Zed"]]}, ["second-list"]),
        ({"Sheet1": [*LIST, ["Beta", 2000]]}, ["account-twice", "duplicates"]),
        ({"Sheet1": [*LIST, ["", "call Jo"], ["Acme Holdings", ""]]}, ["account-blank"]),
        ({"Sheet1": [["Client", "Fee", "Fee"], ["Acme", 1000, 5], ["Beta", 2000, 6]]}, ["two-columns"]),
    ],
)  # fmt: skip
def test_where_a_table_may_stand(sheets, said):
    roster = workbook_roster(sheets)
    assert plain(roster)[:2] == TWO
    assert codes(roster) == said


def test_sections_give_the_relationship_of_the_rows_under_them():
    roster = sheet_roster(
        ["Name", "Fee", "Owner"], ["CLIENTS"], ["Acme", 1, "Ann"], ["Beta", 2, "Bob"], ["Prospects:"], ["Zed", 3, "Ann"]
    )
    assert roster.names.tolist() == ["Acme", "Beta", "Zed"]
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "client", "prospect"]
    assert codes(roster) == ["section-row", "section-row", "worked-out"]


def test_group_titles_over_two_header_rows_tell_columns_apart():
    roster = sheet_roster(
        ["", "Fee", "", "Hours", ""], ["Client", "Annual", "Last year", "Now", "Max"], ["Acme", 1000, 900, 5, 20]
    )
    assert roster.number(Field.ANNUAL_FEE).tolist() == [1000]
    assert roster.number(Field.MAX_HOURS).tolist() == [20]
    assert roster.number(Field.CURRENT_HOURS).tolist() == [5]


@pytest.mark.parametrize("title", ["FY = July to June", "Marlow Advisers: who we work for"])
def test_a_title_over_the_names_is_no_group_though_numbers_stand_left_of_it(title):
    rows = [
        ["", title, "", "", ""],
        ["No.", "Client", "PD", "FY25 $", "FY26 $"],
        [1, "Acme", "GT", 9000, 12000],
        [2, "Beta", "NP", 0, 5000],
        [3, "Zed", "GT", 8000, 7000],
    ]
    with_numbers, without = sheet_roster(*rows), sheet_roster(*(row[1:] for row in rows))
    assert with_numbers.number(Field.ANNUAL_FEE).tolist() == without.number(Field.ANNUAL_FEE).tolist()
    assert with_numbers.text(Field.OWNER).tolist() == without.text(Field.OWNER).tolist()


def test_hidden_sheets_are_taken_only_when_nothing_else_is_a_list():
    import io

    import xlsxwriter

    from planner.reading import read_roster

    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        for name, client, hidden in (("Old", "Zed", True), ("Now", "Acme", False)):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, ["Client", "Fee", "Owner"])
            sheet.write_row(1, 0, [client, 5, "Ann"])
            sheet.hide() if hidden else sheet.activate()
    assert read_roster(out.getvalue(), name="a.xlsx").names.tolist() == ["Acme"]


@pytest.mark.parametrize(
    "header",
    [
        "Potential client", "client_name", "AccountName", "Organisation", "Client / prospect", "Acount name",
        "NAME OF CLIENT", "Name, client", "Name",
    ],
)  # fmt: skip
def test_headers_of_the_account(header):
    roster = sheet_roster([header, "Fee"], ["Acme Ltd", 1], ["Beta", 2])
    assert roster.source.mapping[Field.ACCOUNT].header == header


@pytest.mark.parametrize(
    ("header", "cells", "field"),
    [
        ("Likelihood", ["High", "Low"], Field.PROBABILITY),
        ("% chance", [50, 20], Field.PROBABILITY),
        ("Est. fee", [1000, 2000], Field.ANNUAL_FEE),
        ("Value", [1000, 2000], Field.ANNUAL_FEE),
        ("Potential (£)", [1000, 2000], Field.ANNUAL_FEE),
        ("Opportunity size", ["£5k", "£9k"], Field.ANNUAL_FEE),
        ("Partner", ["Ann", "Bob"], Field.OWNER),
        ("Lead partner", ["Ann", "Bob"], Field.OWNER),
        ("Who", ["Ann", "Bob"], Field.OWNER),
        ("Sector", ["Law", "Health"], Field.INDUSTRY),
        ("Practice area", ["Tax", "Audit"], Field.SERVICE),
        ("Temperature", ["Hot", "Cold"], Field.STAGE),
        ("Status", ["Open", "Won"], Field.STATUS),
        ("Decision maker", ["Jo", "Al"], Field.ECONOMIC_BUYER),
        ("Competitor", ["None", "Big4"], Field.ALTERNATIVE),
        ("What matters most", ["never late", "one price for all"], Field.PROMISE),
        ("Time spent now (hrs/wk)", [1, 2], Field.CURRENT_HOURS),
        ("BD hrs", [1, 2], Field.CURRENT_HOURS),
        ("Mission", [1, 5], Field.RATING_OTHERS),
        ("Learning", ["Low", "High"], Field.RATING_STRENGTHS),
        ("Referral potential", [1, 5], Field.RATING_REFERRAL),
        ("Min hours", [1, 2], Field.MIN_HOURS),
        ("Max. hours", [1, 2], Field.MAX_HOURS),
        ("Anual fee", [1000, 2000], Field.ANNUAL_FEE),
        ("When could they hire?", ["Q3 2026", "2027"], Field.EXPECTED_DATE),
        ("Expected start", ["Sep 2026", "2027"], Field.EXPECTED_DATE),
        ("Lead source", ["Web", "Referral"], Field.LEAD_SOURCE),
        ("Referred by", ["Acme", "Jo"], Field.LEAD_SOURCE),
        ("Cost to serve %", [40, 50], Field.COST_TO_SERVE),
        ("Comments", ["x", "y"], Field.NOTES),
        ("Next action", ["Call", "Mail"], Field.NEXT_STEP),
        ("Last invoice date", ["2025-01-01", "2024-01-01"], Field.WON_ON),
        ("Charity rating", [1, 5], Field.RATING_OTHERS),
        ("Date added", ["2025-01-01", "2024-01-01"], Field.CREATED_ON),
    ],
)
def test_headers_that_people_use(header, cells, field):
    roster = sheet_roster(["Client", header], ["Acme Ltd", cells[0]], ["Beta Inc", cells[1]])
    assert field in roster.source.mapping
    assert roster.source.mapping[field].header == header


@pytest.mark.parametrize(
    "header",
    ["Annual Revenue", "Turnover", "Employees", "Hours planned", "Phone", "Fax", "Postcode", "LinkedIn", "Notes id"],
)
def test_headers_that_are_no_field_are_kept_under_their_own_name(header):
    roster = sheet_roster(["Client", header], ["Acme Ltd", 12], ["Beta Inc", 13])
    assert header in roster.other
    assert roster.other[header].tolist() == ["12", "13"]


@pytest.mark.parametrize(
    ("header", "cells", "field", "not_field"),
    [
        ("Type", ["Nonprofit", "Bank"], Field.TYPE, Field.RELATIONSHIP),
        ("Chance", ["call Jo", "ask Al"], None, Field.PROBABILITY),
        ("Value", ["strategic", "low"], None, Field.ANNUAL_FEE),
        ("Date", ["call", "mail"], None, Field.EXPECTED_DATE),
        ("Hours", ["see Jo", "-"], None, Field.CURRENT_HOURS),
    ],
)
def test_values_overrule_headers(header, cells, field, not_field):
    roster = sheet_roster(["Client", header], ["Acme Ltd", cells[0]], ["Beta Inc", cells[1]])
    assert not_field not in roster.source.mapping
    if field is not None:
        assert field in roster.source.mapping


def test_currencies_mixed_in_a_column_are_an_issue_and_rates_convert_them():
    rows = [["Client", "Fee"], ["Acme", "$1,000"], ["Beta", "€2,000"]]
    assert codes(sheet_roster(*rows)) == ["currencies-mixed", "worked-out"]
    roster = workbook_roster({"Clients": rows, "Settings": [["Setting", "Value"], ["rate EUR", 1.1], ["hours", 40]]})
    assert plain(roster) == [("Acme", 1000), ("Beta", pytest.approx(2200))]
    assert roster.source.currency == "$"
    assert [row["setting"].value for row in roster.sheets["settings"].rows] == ["hours"]


def test_raters_and_best_fit_criteria_stand_beside_the_ratings():
    roster = sheet_roster(
        ["Client", "Good for others", "rating_others — Ann", "Builds strengths (Bob)", "Fit: culture", "fit_size"],
        ["Acme", 3, 4, 5, 2, 3],
    )
    assert roster.number(Field.RATING_OTHERS).tolist() == [3]
    assert {who: {str(good): v.tolist() for good, v in by.items()} for who, by in roster.raters.items()} == {
        "Ann": {"others": [4]},
        "Bob": {"strengths": [5]},
    }
    assert {name: v.tolist() for name, v in roster.fit.items()} == {"culture": [2], "size": [3]}


def test_a_list_loaded_twice_is_recognised():
    rows = [[f"Firm {word}", i] for i, word in enumerate(["alpha", "bravo", "charlie", "delta", "echo", "foxtrot"])]
    assert "list-twice" in codes(sheet_roster(["Client", "Fee"], *rows, *rows))


def test_dates_closed_before_they_were_opened_are_one_issue():
    rows = [[f"Firm {i}", "2026-03-01", "2026-01-01"] for i in range(4)]
    roster = sheet_roster(["Client", "Created", "Closed on"], *rows)
    assert codes(roster).count("dates-reversed") == 1


def test_a_text_file_with_a_line_above_its_header_and_quoted_line_breaks():
    roster = csv_roster('Exported 1 June 2026\nClient,Fee,Notes\n"Acme, Inc.","1,000","a\nb"\nBeta,2000,\n')
    assert plain(roster) == [("Acme, Inc.", 1000), ("Beta", 2000)]
    assert roster.text(Field.NOTES)[0] == "a b"


def test_a_protecting_apostrophe_of_an_export_is_taken_off():
    roster = csv_roster("Account,Fee\n'=SUM(A1),5\n'@home,-6\n")
    assert roster.names.tolist() == ["=SUM(A1)", "@home"]
    assert roster.number(Field.ANNUAL_FEE).tolist() == [5, -6]


def test_the_newest_date_is_that_of_making_or_changing_and_not_in_the_future():
    roster = sheet_roster(
        ["Client", "Created", "Last modified", "Expected date"], ["Acme", "2025-01-01", "2025-06-30", "2031-01-01"]
    )
    assert str(roster.source.newest_date) == "2025-06-30"


def test_an_export_of_dynamics_keeps_its_own_keys_out_of_the_way():
    header = ["(Do Not Modify) Opportunity", "(Do Not Modify) Row Checksum", "(Do Not Modify) Modified On",
              "Event Name", "End User Account", "Status Reason", "Est. Revenue", "Sales Stage", "Owner"]  # fmt: skip
    row = ["ec920e8c-4828", "xQ71==", DAY, "Harbour gala", "Acme", "Open", 5000, "2 - Propose", "Ann"]
    roster = sheet_roster(header, row)
    assert roster.names.tolist() == ["Acme"]
    assert Field.DEAL not in roster.source.mapping
    assert "(Do Not Modify) Opportunity" in roster.other


def test_the_key_of_an_account_in_an_export_of_dynamics_joins_it():
    accounts = [
        ["(Do Not Modify) Account", "Account Name", "Industry"],
        ["ab-1", "Acme", "Law"],
        ["ab-2", "Beta", "Art"],
    ]
    deals = [["Topic", "Account ID", "Stage", "Amount"], ["One", "ab-1", "Propose", 5], ["Two", "ab-2", "Propose", 6]]
    roster = workbook_roster({"Deals": deals, "Accounts": accounts})
    assert roster.names.tolist() == ["Acme", "Beta"]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("id,empresa,contacto,etapa,importe_eur,responsable,cierre_previsto,probabilidad",
         "1,Acme,Jo,Propuesta enviada,42000,Ann,2026-09-01,0.4"),
        ("Firmenname;Betreuer;Verkaufsphase;Auftragswert;Abschlussdatum;Wahrscheinlichkeit",
         "Acme;Ann;Angebot;42.000,00 €;01.09.2026;40 %"),
        ("Nom du client;Responsable;Étape;Montant (€);Date de clôture prévue;Probabilité",
         "Acme;Ann;Devis envoyé;42 000;01/09/2026;40 %"),
        ("Cliente,Responsável,Etapa,Valor,Data prevista,Probabilidade",
         'Acme,Ann,Proposta enviada,"R$ 42.000,00",01/09/2026,40%'),
    ],
    ids=["spanish", "german", "french", "portuguese"],
)  # fmt: skip
def test_headers_in_other_languages(header, row):
    roster = csv_roster(f"{header}\n{row}\n")
    assert roster.names.tolist() == ["Acme"]
    assert roster.number(Field.ANNUAL_FEE).tolist() == [42_000]
    assert roster.number(Field.PROBABILITY).tolist() == [0.4]
    assert roster.text(Field.OWNER).tolist() == ["Ann"]
    assert str(roster.date(Field.EXPECTED_DATE)[0]) == "2026-09-01"
    assert roster.has(Field.STAGE)


@pytest.mark.parametrize(
    ("stage", "state"),
    [
        ("Cerrado ganado", "won"), ("Cerrado perdido", "lost"), ("Abgeschlossen gewonnen", "won"), ("Gagné", "won"),
        ("Fechado perdido", "lost"), ("Junk Lead", "lost"), ("Not Contacted", "open"), ("Negociación", "open"),
    ],
)  # fmt: skip
def test_how_a_deal_ended_in_other_words(stage, state):
    roster = sheet_roster(["Deal", "Client", "Stage", "Amount"], ["One", "Acme", stage, 5])
    assert roster.deals.state.tolist() == [state]


def test_sales_agents_and_closing_values_of_a_plain_pipeline():
    roster = csv_roster(
        "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n"
        "A1,Ann,GTX,Acme,Won,20/10/2016,01/03/2017,1054\nA2,Bob,GTX,Beta,Engaging,25/10/2016,,\n"
    )
    assert roster.text(Field.OWNER).tolist() == ["Ann", "Bob"]
    assert roster.deals.amount.tolist()[:1] == [1054]


def test_deals_that_look_like_one_are_one_issue_and_all_counted():
    header = ["Prospect", "Stage", "Product", "Est. Revenue", "Notes"]
    rows = [["Kay", "New Lead", "Life", 45_000, f"call {i}"] for i in range(3)] + [["Jo", "New Lead", "Life", 5, ""]]
    roster = sheet_roster(header, *rows)
    issue = next(issue for issue in roster.issues if issue.code == "deal-twice")
    assert "2 rows look like a deal that stands above already, the first for “Kay” in row 3" in issue.message
    assert roster.number(Field.ANNUAL_FEE)[0] == 135_000
    with_ids = [["Record ID", *header], *([i, *row] for i, row in enumerate(rows))]
    assert "deal-twice" not in codes(sheet_roster(*with_ids))


def test_names_that_recur_throughout_under_other_ids_are_not_a_list_that_stands_twice():
    rows = [[i, f"Firm {'abcdefgh'[i % 8]}", i] for i in range(24)]
    assert "list-twice" not in codes(sheet_roster(["Account ID", "Account Name", "Annual fee"], *rows))


def test_swiss_amounts_and_dates_in_a_file_with_semicolons():
    roster = csv_roster("Account;Annual fee;Expected date\nAcme;CHF 1’000.00;02.01.2026\n")
    assert roster.number(Field.ANNUAL_FEE).tolist() == [1000]
    assert str(roster.date(Field.EXPECTED_DATE)[0]) == "2026-01-02"
    assert codes(roster) == []


def test_names_under_an_odd_header_stand_for_the_accounts_before_the_jobs_beside_them():
    roster = sheet_roster(
        ["Owner / Club", "Who looks after", "Next job?"], ["North Channel Club", "GH", "annual review March"],
        ["Brightwater Ferries", "PT", "drydock survey Q1"], ["Solent Yacht Charter", "GH", ""], ["Kestrel", "PT", ""],
    )  # fmt: skip
    assert roster.names.tolist() == ["North Channel Club", "Brightwater Ferries", "Solent Yacht Charter", "Kestrel"]


def test_a_title_over_another_list_is_told_as_a_title_and_not_as_a_name_to_shorten():
    rows = [
        ["Client", "Partner", "FY25", "Comment"],
        ["Arrow Wines", "KL", 18200, ""],
        ["Coolart Surf", "MT", 31000, ""],
    ]
    rows += [["Dargo Pets", "MT", 9400, "slow"], [], ["PITCHES"], ["Client", "Partner", "Chance", "Decision"]]
    rows += [["Mall Marine", "MT", 0.4, "Feb 2027"], ["Orb Meats", "KL", 0.25, "May 2027"]]
    (note,) = [issue for issue in sheet_roster(*rows).issues if issue.value == "PITCHES"]
    assert "is a title" in note.message
    assert "shorten" not in note.fix
