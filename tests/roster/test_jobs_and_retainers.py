"""Lists of small firms that bill single jobs beside retainers, and write where a job stands in words of their trade."""

import datetime as dt

import pytest

from planner.fields import Field
from planner.settings import Settings
from tests.readers.make import codes, csv_roster, sheet_roster, workbook_roster

FIXED = Settings(plan_start=dt.date(2026, 11, 28))
JOBS = (
    ("Client", "Project", "Status", "Fee", "Billed till date", "Prob.", "Expected by", "Remarks"),
    ("Aarohan Developers", "Township", "Ongoing", 84000, 36500, None, None, None),
    ("Chinmaya Hospital", "OPD block", "Ongoing", 6000, 6000, None, None, None),
    ("Deccan Pharma", "R&D centre", "LOI recd", 68000, 0, "90%", "15 Dec 2026", None),
    ("Falcon Parks", "Bhiwandi", "Offer submitted", 55000, 0, "60%", "31 Jan 2027", None),
    ("Hill Spring", "Resort", "Discussion", 30000, 0, "25%", "1 Mar 2027", None),
    ("Gokhale Sweets", "Kitchen", "Offer submitted", 9500, 0, "50%", "20 Jan 2027", None),
    ("Kolhapur Foundry", "Shed", "Closed", 18000, 18000, None, None, None),
    ("Ar. Joshi", "-", "Associate", None, None, None, None, "brings 3-4 enquiries every year"),
)


def standing(roster):
    return dict(zip(roster.names.tolist(), roster.text(Field.RELATIONSHIP).tolist(), strict=True))


def fees(roster):
    return dict(zip(roster.names.tolist(), roster.number(Field.ANNUAL_FEE).tolist(), strict=True))


def test_work_that_goes_on_beside_offers_is_of_clients_and_who_sends_work_is_no_prospect():
    roster = sheet_roster(*JOBS, settings=FIXED)
    kinds = standing(roster)
    assert {kinds[name] for name in ("Aarohan Developers", "Chinmaya Hospital", "Kolhapur Foundry")} == {"client"}
    assert kinds["Ar. Joshi"] == "referral source"
    assert kinds["Falcon Parks"] in {"", "prospect"}
    assert "stages-under-way" in codes(roster)


def test_an_ongoing_deal_with_a_chance_is_still_to_be_won():
    rows = [[*row[:5], "40%", "1 Mar 2027", *row[7:]] if row[2] == "Ongoing" else row for row in JOBS]
    kinds = standing(sheet_roster(*rows, settings=FIXED))
    assert kinds["Aarohan Developers"] in {"", "prospect"}


def test_who_paid_part_of_the_fee_has_hired():
    rows = [
        ("Client", "What", "Where", "Fee", "Inv'd so far"),
        ("Acre Homes", "Survey", "with the printer", 4850, 2400),
        ("Brook School", "Plan", "closed", 1250, 1250),
        ("Crag Estates", "Plan", "to be seen", 7600, None),
    ]
    kinds = standing(sheet_roster(*rows, settings=FIXED))
    assert kinds["Acre Homes"] == "client"


def test_money_of_single_jobs_counts_where_there_is_no_retainer():
    rows = [
        ("Hotel", "Fee pm €", "Project €", "Comment"),
        ("Atlantic Sands", 1800, None, "solid"),
        ("Carrigeen House", 950, None, "small"),
        ("Dolmen Hotels", 5200, 12000, "biggest"),
        ("Kylemore Distillery", None, 16500, "visitor centre"),
        ("Finn's of Doolin", None, 4800, "kitchen"),
        ("Temple Gate", None, 2200, "nearly done"),
    ]
    roster = sheet_roster(*rows, settings=FIXED)
    assert fees(roster) == {
        "Atlantic Sands": 21_600, "Carrigeen House": 11_400, "Dolmen Hotels": 62_400, "Kylemore Distillery": 16_500,
        "Finn's of Doolin": 4_800, "Temple Gate": 2_200,
    }  # fmt: skip
    assert "third-fee" in codes(roster)


@pytest.mark.parametrize("project", ["Projet à venir (k€ HT)", "Prochain projet (k€ HT)", "Project (k€)"])
def test_a_project_counts_where_nothing_is_paid_every_month_though_some_clients_have_both(project):
    rows = [
        ("Client", "Type", "Maintenance (€ HT/mois)", project),
        ("Guilvic", "client", 650, None),
        ("Sautron", "client", 90, None),
        ("Pornéac", "client", 1200, 18),
        ("Trégoat", "prospect", None, 24),
        ("Armor", "prospect", None, 45),
        ("Hydrolia", "prospect", None, 30),
        ("Clinique", "prospect", 150, 6),
    ]
    roster = sheet_roster(*rows, settings=FIXED)
    assert fees(roster) == {
        "Guilvic": 7_800, "Sautron": 1_080, "Pornéac": 14_400, "Trégoat": 24_000, "Armor": 45_000, "Hydrolia": 30_000,
        "Clinique": 1_800,
    }  # fmt: skip
    assert standing(roster)["Trégoat"] == "prospect"
    (told,) = (issue.message for issue in roster.issues if issue.code == "third-fee")
    assert "Where both stand, it was not added." in told


def test_who_has_only_the_money_of_a_next_project_is_no_client_for_it():
    rows = [
        ("Client", "Type", "Fee pm €", "Next project (k€)"),
        ("Ash", "client", 650, None),
        ("Birch", "client", 1200, 18),
        ("Cedar", "prospect", None, 24),
        ("Dell", "prospect", None, 45),
    ]
    roster = sheet_roster(*rows, settings=FIXED)
    assert standing(roster) == {"Ash": "client", "Birch": "client", "Cedar": "prospect", "Dell": "prospect"}
    assert fees(roster)["Cedar"] == 24_000


def test_what_a_project_costs_stands_beside_fees_and_is_none():
    rows = [("Client", "Fee", "Project €"), ("Ash", 9000, 120000), ("Birch", 4000, 88000), ("Cedar", None, 70000)]
    assert fees(sheet_roster(*rows, settings=FIXED))["Ash"] == 9000
    assert "third-fee" not in codes(sheet_roster(*rows, settings=FIXED))


DEALS = """Account Name,Deal Name,Stage,Amount,Close Date,Probability (%),Last Activity,Next Step
Alder Schools,Kitchens,Closed Won,38500,8/14/2026,100,11/20/2026,site visit
Blue Heron,Pantry,Closed Won,64000,3/2/2026,100,2/3/2026,send contract
Casino Isle,Buffet,Negotiation,120000,1/29/2027,75,11/25/2026,redlines
Dayton Parish,Halls,Closed Lost,15000,2/11/2026,0,11/11/2026,none
"""


def test_a_next_step_with_a_client_counts_where_somebody_was_in_touch_lately():
    roster = csv_roster(DEALS, settings=FIXED)
    assert str(roster.date(Field.LAST_CONTACT)[0]) == "2026-11-20"
    assert roster.text(Field.NEXT_STEP).tolist() == ["site visit", "", "redlines", ""]


@pytest.mark.parametrize("firm", ["retired, ex-Ministry", "Self-employed", "Retired (was at Chow's)"])
def test_who_has_no_firm_stands_for_the_account(firm):
    text = f'Name,Org,What they send us\nBrent Isaac,Isaac Law,2 files a year\nDan Purcell,"{firm}",knows everybody\n'
    assert csv_roster(text, settings=FIXED).names.tolist() == ["Isaac Law", "Dan Purcell"]


def test_a_header_of_a_trade_is_not_asked_about_where_only_contacts_stand_beside_it():
    rows = [
        ("Property / group", "Contact", "Fee pm", "Comment"),
        ("Atlantic Sands", "Pat", 1800, "solid"),
        ("Carrigeen House", "Fergal", 950, "small"),
        ("Dolmen Hotels", "Orla", 5200, "biggest"),
    ]
    roster = sheet_roster(*rows, settings=FIXED)
    assert not [one for one in roster.questions if one.field is Field.ACCOUNT]


MONTHLY = [
    ["Client", "Monthly fee", "Owner"],
    ["Acme Foods Ltd", 1200, "MR"],
    ["Brook & Sons", 800, "JT"],
    ["Cray Mills", 600, "MR"],
]
MONATLICH = [["Kunde", "Honorar mtl.", "Betreuer"], ["Acme Foods Ltd", 1200, "MR"], ["Brook & Sons", 800, "JT"],
             ["Cray Mills", 600, "MR"]]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "sheet", "head", "monthly"),
    [
        ("Retainers", "One-offs", ["Client", "Job", "Fee"], MONTHLY),
        ("Retainers", "One-off jobs", ["Customer", "What", "Price"], MONTHLY),
        ("Monatskunden", "Einzelaufträge", ["Kunde", "Auftrag", "Honorar"], MONATLICH),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_clients_with_single_jobs_beside_those_who_pay_every_month_stand_once(name, sheet, head, monthly, first):
    jobs = [head, ["ACME FOODS", "Audit", 4000], ["Brook and Sons Limited", "Move", 2500], ["Eagle Farm", "Setup", 900],
            ["Acme Foods Ltd.", "Review", 700], ["Eagle Farm", "Visit", 300]]  # fmt: skip
    sheets = {name: monthly, sheet: jobs} if first else {sheet: jobs, name: monthly}
    roster = workbook_roster(sheets, settings=FIXED)
    assert fees(roster) == {
        "Acme Foods Ltd": 14_400, "Brook & Sons": 9_600, "Cray Mills": 7_200, "Eagle Farm": 1_200,
    }  # fmt: skip
    assert set(standing(roster).values()) == {"client"}
    assert roster.place(Field.ACCOUNT, 3)[0] == sheet
    assert "jobs-beside" in codes(roster)


def test_who_gave_a_single_job_over_a_year_ago_is_a_past_client():
    jobs = [["Client", "Job", "Fee", "Date"], ["Eagle Farm", "Setup", 900, dt.date(2024, 5, 1)],
            ["Acme Foods", "Audit", 4000, dt.date(2026, 3, 1)], ["Fern", "Plan", 500, dt.date(2026, 9, 1)]]  # fmt: skip
    kinds = standing(workbook_roster({"Retainers": MONTHLY, "One-offs": jobs}, settings=FIXED))
    assert (kinds["Eagle Farm"], kinds["Fern"]) == ("past client", "client")


def test_jobs_that_are_still_to_be_won_are_no_single_jobs_of_clients():
    jobs = [["Client", "Job", "Fee", "Stage"], ["Eagle Farm", "Setup", 900, "Quoted"], ["Fern", "Plan", 500, "Enquiry"]]
    roster = workbook_roster({"Retainers": MONTHLY, "One-offs": jobs}, settings=FIXED)
    assert "jobs-beside" not in codes(roster)
