"""Money of years, quarters, jobs and boards, and what of it is a fee; ratings by the scale of their header."""

import numpy as np
import pytest

from planner.fields import Field
from planner.settings import Settings
from tests.detection.test_first_lists import TODAY, relationships
from tests.detection.test_working_lists import fees
from tests.readers.make import csv_roster, workbook_roster

FIXED = Settings(plan_start=TODAY)


@pytest.mark.parametrize(
    ("this", "last"),
    [
        ("Billed this yr", "Billed last yr"),
        ("Fees this year", "Fees last year"),
        ("Facturado este año", "Facturado año pasado"),
        ("Omzet dit jaar", "Omzet vorig jaar"),
    ],
)
def test_who_was_billed_last_year_and_not_this_is_a_past_client(this, last):
    rows = [
        ["Client", this, last, "Note"],
        ["Harlow Estates", 38_500, 41_000, ""],
        ["Fenwick Joinery", 12_000, 0, ""],
        ["Orchard Nurseries", 0, 18_500, ""],
        ["Hadleigh Brewery", 0, 0, ""],
        ["Kelso Group", 9_000, 7_000, ""],
    ]
    roster = workbook_roster({"Fees": rows}, settings=FIXED)
    assert relationships(roster)["Orchard Nurseries"] == "past client"
    assert relationships(roster)["Fenwick Joinery"] == "client"


def test_money_many_times_a_fee_beside_it_is_their_own_and_stages_tell_who_is_to_be_won():
    rows = [
        ["Name", "Project type", "Budget", "Our fee (10-12%)", "Stage"],
        ["Mr & Mrs Osei", "Full house", "£350k", "£38k", "On site"],
        ["Hannah Ward", "Kitchen", "£60k", "£7.2k", "Concept sent"],
        ["The Fox", "Commercial", "£180k", "£20k", "Waiting on landlord"],
        ["Marchmont Hotel", "Commercial", "£1.2m", "£130k", "Pitch 14 Jan"],
        ["Julia N.", "Consultation", "", "£450", "Done & paid"],
    ]
    roster = workbook_roster({"2026": rows}, settings=FIXED)
    assert roster.number(Field.ANNUAL_FEE).tolist() == [38_000, 7_200, 20_000, 130_000, 450]
    assert list(relationships(roster).values()) == ["client", "prospect", "prospect", "prospect", "client"]
    assert roster.source.mapping[Field.SERVICE].header == "Project type"


def test_a_price_a_day_is_multiplied_by_the_days_of_the_last_year():
    rows = [
        ["Customer", "Course", "Price/day", "Days 2025", "Days 2026"],
        ["Severn Trent Rail", "Managing people", 1_450, 18, 22],
        ["County Fire", "Incident command", 1_600, 0, 4],
        ["Marlin Hotels", "Customer care", 1_100, 9, 9],
    ]
    roster = workbook_roster({"Courses": rows}, settings=FIXED)
    assert roster.number(Field.ANNUAL_FEE).tolist() == [31_900, 6_400, 9_900]
    assert Field.CURRENT_HOURS not in roster.source.mapping
    assert not [issue for issue in roster.issues if "taken as a fee a year" in issue.message]


def test_an_amount_that_says_what_it_is_for_is_not_multiplied_by_its_header():
    rows = [
        ["Org", "What we do", "Monthly", "Renews"],
        ["Alder Nurseries", "Helpline", 295, "April"],
        ["Castle Vets", "Helpline", "£350 pm", "Jan"],
        ["Filton Council", "Investigation", "£1,800 one off", ""],
        ["Gordano School", "Restructure", "£6k in total", ""],
        ["Hinton Homes", "Helpline", "£4,800 p.a.", "Sept"],
    ]
    roster = workbook_roster({"HR": rows}, settings=FIXED)
    assert roster.number(Field.ANNUAL_FEE).tolist() == [3_540, 4_200, 1_800, 6_000, 4_800]
    assert roster.source.mapping[Field.EXPECTED_DATE].header == "Renews"
    assert not [issue for issue in roster.issues if "other words were left out" in issue.message]


def test_turnover_of_the_last_twelve_months_and_those_before_is_of_our_own_books():
    rows = [
        ["Client", "Orders 12m", "Turnover 12m (EUR)", "Turnover prev 12m", "Potential", "Status"],
        ["Brouwer Machines", 22, 18_400, 16_100, "B", "A"],
        ["Maison Duval", 6, 2_300, 5_900, "A", "A"],
        ["Kruger", 0, 0, 7_400, "C", "I"],
        ["Oslo Legal", 0, 0, 0, "A", "P"],
        ["Sanne Reizen", 3, 780, 820, "C", "A"],
    ]
    roster = workbook_roster({"clients": rows}, settings=FIXED)
    assert roster.number(Field.ANNUAL_FEE)[[0, 1, 4]].tolist() == [18_400, 2_300, 780]
    assert list(relationships(roster).values()) == ["client", "client", "past client", "prospect", "client"]
    assert Field.DEAL not in roster.source.mapping  # a grade names no deal


def test_their_turnover_of_one_year_is_no_fee():
    rows = [
        ["Client", "Employees", "Turnover 2025", "Status"],
        ["Brouwer Machines", 220, 18_400_000, "Client"],
        ["Maison Duval", 16, 2_300_000, "Prospect"],
        ["Kruger", 40, 7_400_000, "Client"],
    ]
    roster = workbook_roster({"List": rows}, settings=FIXED)
    assert Field.ANNUAL_FEE not in roster.source.mapping


def test_a_total_written_in_thousands_under_one_of_two_sheets_is_no_client():
    clients = [
        ["Client", "Lead", "Work", "Fees this FY", "By when"],
        ["Ashdown Quarries", "MT", "EIA, monitoring", "84k", "Feb"],
        ["Bexley Solar", "MT", "Ecology", "12.5k", "Mar"],
        ["Eden Homes", "JL", "Flood risk", "6k", ""],
        ["", "", "", "", ""],
        ["Total", "", "", "102.5k", ""],
    ]
    prospects = [
        ["Who", "Lead", "What", "Size of prize", "Chances", "Status"],
        ["Isle Wind", "MT", "EIA", "150k", "1 in 5", "tender due 18/1"],
        ["Knole Trust", "JL", "Any", "?", "slim", "emailed twice, nothing"],
        ["Hever Estate", "MT", "Plan", "8k", "good", "waiting"],
    ]
    roster = workbook_roster({"Clients": clients, "Prospects": prospects}, settings=Settings(plan_start="2026-11-29"))
    assert "Total" not in roster.names
    fee, day = fees(roster), dict(zip(roster.names, roster.date(Field.EXPECTED_DATE).astype(str), strict=True))
    assert np.isnan(fee["Knole Trust"])  # nothing came of two mails, which is no work for nothing
    assert day["Isle Wind"] == "2027-01-18"


def test_cards_of_a_board_may_name_the_fee_right_behind_the_name():
    rows = [
        ["Ideas", "Talking", "Proposal out", "Won"],
        ["Ribble Council", "Pendle Arts (£4k, workshop)", "Lancaster Uni £18k - decision Dec", "Preston CVS £6k"],
        ["Wyre Housing", "Burnley FC", "Cumbria Fdn £9,500", "Blackpool Zoo £2.5k pcm"],
    ]
    roster = workbook_roster({"Board": rows}, settings=FIXED)
    found = fees(roster)
    assert {name: found[name] for name in ("Lancaster Uni", "Cumbria Fdn", "Preston CVS", "Blackpool Zoo")} == {
        "Lancaster Uni": 18_000, "Cumbria Fdn": 9_500, "Preston CVS": 6_000, "Blackpool Zoo": 30_000,
    }  # fmt: skip


def test_a_year_of_so_many_months_is_not_over():
    rows = [
        ["Account name", "Revenue 2025", "Revenue 2026 (11 mths)", "Tier"],
        ["Kerry Dairies", "€118,900", "€96,200", 1],
        ["Galway Medical", "€22,000", "€27,750", 2],
        ["Antrim Foods", "€12,000", "€0", 2],
    ]
    assert list(fees(workbook_roster({"List": rows}, settings=FIXED)).values()) == [118_900, 22_000, 12_000]


def test_money_of_quarters_adds_up_to_that_of_a_year():
    rows = [
        ["", "", "", "Fees", "", "", "", ""],
        ["Organisation", "Sector", "Lead", "Q1", "Q2", "Q3", "Q4 est", "Outlook 2027"],
        ["Water UK", "Utilities", "Fran", 12_000, 12_000, 12_000, 12_000, "secure"],
        ["PetFood", "Trade body", "Fran", 0, 0, 7_500, 7_500, "growing"],
        ["Bus Operators", "Transport", "Ama", 6_000, 6_000, 6_000, 6_000, "up for tender in June"],
        ["Vape Retailers", "Retail", "", "-", "-", "-", "-", "declined on ethics"],
        ["Housing Futures", "Charity", "Dev", "", "", "", "", "pitched 3 Nov: £30k pa, decision Jan"],
        ["Grid Storage", "Energy", "Fran", "", "", "", "", "met Oct. wants proposal in new yr, 40k?"],
    ]
    roster = workbook_roster({"Clients 2026": rows}, settings=Settings(plan_start="2026-11-29"))
    assert list(fees(roster).values())[:3] == [48_000, 15_000, 24_000]
    assert list(relationships(roster).values()) == ["client"] * 3 + ["prospect"] * 3
    assert roster.date(Field.EXPECTED_DATE).astype(str)[4] == "2027-01-31"  # and not the day of the pitch
    chance = roster.number(Field.PROBABILITY)
    assert chance[4] == 0.4
    assert np.isnan(chance[5])  # a proposal is wanted, and not out
    assert dict(roster.left_out) == {3: "declined on ethics"}


def test_a_forecast_of_nothing_says_nothing_of_what_a_prospect_would_pay():
    rows = [
        ["Acct", "AM", "'25 Rev ($K)", "'26 Fcst ($K)", "Stage", "Close"],
        ["Halsey Medical", "RT", 185, 210, "Expand", "Q1"],
        ["Mercy Regional", "DK", 0, 0, "Propose", "1/30/27"],
        ["Bright Path", "DK", 22, 22, "Steady", ""],
        ["Vantage Dental", "DK", 15, 0, "Churned 6/26", ""],
        ["Delmar Foods", "DK", 0, 12, "Verbal", "12/15"],
    ]
    roster = workbook_roster({"Accts": rows}, settings=FIXED)
    assert np.isnan(fees(roster)["Mercy Regional"])
    assert fees(roster)["Vantage Dental"] == 15_000
    assert relationships(roster)["Vantage Dental"] == "past client"


def test_jobs_at_numbered_stages_with_what_is_billed_are_won_and_leads_and_lost_ones_under_them_are_not():
    rows = [
        ["No.", "Client", "Job", "Stage", "Total fee", "Billed", "To bill", "Dir", "Remarks"],
        ["1187", "Diocese of Ely", "St Mary's reordering", "4", 46_000, 31_000, 15_000, "PH", ""],
        ["1190", "Mr & Mrs Kemp", "Barn", "5", 28_500, 26_000, 2_500, "PH", ""],
        ["1195", "Diocese of Ely", "Rectory", "2", 9_000, 2_000, 7_000, "PH", ""],
        ["1196", "Cotton Homes", "24 units", "2", 64_000, 18_000, 46_000, "JM", ""],
        [],
        ["LEADS"],
        ["", "Peterhouse Farms", "Grain store", "", "c.35000", "", "", "JM", "fee letter sent 10/11"],
        ["", "Dr Osman", "Extension", "", "6000", "", "", "PH", "site visit done, thinking"],
        [],
        ["LOST SINCE SUMMER"],
        ["", "Elgood Brewery", "Taproom", "", "22000", "", "", "JM", "went to Purcell"],
    ]
    roster = workbook_roster({"Nov": rows}, settings=FIXED)
    found = relationships(roster)
    assert {name for name, kind in found.items() if kind == "client"} == {
        "Diocese of Ely", "Mr & Mrs Kemp", "Cotton Homes",
    }  # fmt: skip
    assert found["Dr Osman"] == found["Peterhouse Farms"] == "prospect"
    assert [roster.names[account] for account in roster.left_out] == ["Elgood Brewery"]


def test_ratings_on_a_scale_of_three_and_a_door_opener():
    rows = [
        ["Account", "Lead", "Fee", "Mission (0-3)", "Learning (0-3)", "Door opener (0-3)"],
        ["Sunrise Housing", "Kay", 48_000, 3, 1, 1],
        ["Beacon Bank", "Kay", 120_000, 0, 2, 2],
        ["Jo Adler", "Omar", "", 0, 0, 3],
        ["Tidal Labs", "Omar", 35_000, 1, 3, 1],
    ]
    roster = workbook_roster({"Portfolio": rows}, settings=FIXED)
    assert roster.number(Field.RATING_OTHERS).tolist() == pytest.approx([5, 0, 0, 5 / 3])
    assert roster.number(Field.RATING_REFERRAL).tolist()[2] == 5


@pytest.mark.parametrize("years", [("2024", "2025", "2026"), ("Jan - Dec 2024", "Jan - Dec 2025", "Jan - Dec 2026")])
def test_sales_by_customer_of_several_years_under_a_title(years):
    rows = [
        ["Sales by Customer"],
        ["Jan 2024 - Nov 2026"],
        [],
        ["", *years, "TOTAL"],
        ["Alton Dental Care", 3_200, 3_350, 3_400, 9_950],
        ["Bishop Motors", 0, 1_250, 0, 1_250],
        ["Candy Rescue", 480, 480, 480, 1_440],
        ["Drayton Hall", 7_800, 9_100, 11_250, 28_150],
        ["Farmer J", 0, 0, 4_600, 4_600],
        ["TOTAL", 11_480, 14_180, 19_730, 45_390],
    ]
    roster = workbook_roster({"Sheet1": rows}, settings=Settings(plan_start="2026-11-29"))
    assert fees(roster)["Drayton Hall"] == 11_250
    assert relationships(roster)["Bishop Motors"] == "past client"
    assert roster.names[0] == "Alton Dental Care"


def test_a_year_that_is_not_over_comes_after_the_whole_one():
    rows = [
        ["", "Jan - Dec 2025", "Jan - Nov 2026", "TOTAL"],
        ["Alton Dental Care", 3_350, 3_400, 6_750],
        ["Bishop Motors", 1_250, 0, 1_250],
        ["Farmer J", 0, 4_600, 4_600],
        ["Drayton Hall", 9_100, 11_250, 20_350],
    ]
    roster = workbook_roster({"Sheet1": rows}, settings=FIXED)
    assert list(fees(roster).values()) == [3_350, 1_250, 4_600, 9_100]


PLANNED = ("81500,82000,84000", "6100,4500,0", "42000,42500,43000", "0,7500,0")


def fees_of(header, *rows):
    lines = [f"Firm {chr(65 + i)} Ltd,{row}" for i, row in enumerate(rows)]
    roster = csv_roster("\n".join((header, *lines)), settings=FIXED)
    return roster.number(Field.ANNUAL_FEE).tolist()


@pytest.mark.parametrize(
    "header",
    [
        "Client,2025/26,2026/27 budget,2027/28 est.", "Client,FY25 actual,FY26 budget,FY27 budget",
        "Client,25/26 act.,26/27 bud,27/28 bud", "Client,Fees 2025,Budget 2026,Budget 2027",
        "Kunde,Honorar 2025,Plan 2026,Plan 2027", "Client,2025,2026 forecast,2027 forecast",
    ],
)  # fmt: skip
def test_what_is_planned_for_the_year_that_runs_is_the_fee_and_a_0_ahead_erases_nothing(header):
    assert fees_of(header, *PLANNED) == [82_000, 4500, 42_500, 7500]


def test_the_order_of_the_years_changes_nothing():
    rows = (",".join(reversed(row.split(","))) for row in PLANNED)
    assert fees_of("Client,2027/28 est.,2026/27 budget,2025/26", *rows) == [82_000, 4500, 42_500, 7500]


def test_a_plan_for_a_year_ahead_counts_for_whoever_has_nothing_in_this_one():
    rows = (*PLANNED, "3200,0,3000", ",,9000")
    assert fees_of("Client,2025,2026 forecast,2027 forecast", *rows)[4:] == [3000, 9000]


def test_the_budget_of_the_next_year_alone_stands_before_what_was_billed():
    assert fees_of("Client,Fees 2026,Budget 2027", "81500,82000", "6100,5000", "42000,42500") == [82_000, 5000, 42_500]


def test_the_budget_that_clients_have_is_no_plan_of_the_firm():
    rows = ("81500,182000", "6100,14500", "42000,142500")
    assert fees_of("Client,Fees 2025,Client budget 2026", *rows) == [81_500, 6100, 42_000]
    assert fees_of("Client,Fees 2025,Marketing budget 2026", *rows) == [81_500, 6100, 42_000]


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("Total fee", "Fee 2026"),
        ("Total fee", "of which 2026"),
        ("Fee agreed", "of which this year"),
        ("Contract value", "Fees 2026"),
        ("Honorar ges. [€]", "davon 2026 [€]"),
        ("Gesamthonorar", "Honorar 2026"),
        ("Honoraires totaux", "dont 2026"),
        ("Totaal honorarium", "waarvan 2026"),
        ("Honorario total", "de los cuales 2026"),
        ("Onorario totale", "di cui 2026"),
    ],
)
def test_of_a_whole_fee_the_part_in_the_year_that_runs_is_the_years(whole, part):
    rows = [
        ["Client", "Sector", whole, part, "Owner"],
        ["Oster Hospital", "health", 640_000, 210_000, "Ray"],
        ["Gerdes Dairy", "food", 210_000, 125_000, "Tom"],
        ["Marlum Church", "church", 6_500, 6_500, "Kim"],
        ["Linde Care", "health", 12_000, "", "Kim"],
    ]
    roster = workbook_roster({"Jobs": rows}, settings=FIXED)
    assert roster.number(Field.ANNUAL_FEE).tolist() == [210_000, 125_000, 6_500, 12_000]
    assert any("fee of the whole job" in issue.message for issue in roster.issues)


@pytest.mark.parametrize(
    ("fee", "beside", "amounts"),
    [
        ("Total fee", "Fee 2026", [640_000, 210_000, 6_500]),  # the part is more than the whole in a row
        ("Annual fee", "Fee 2026", [64_000, 21_000, 6_500]),
        ("Total fee", "Invoiced to date", [64_000, 21_000, 6_500]),
        ("Total fee", "Budget 2026", [64_000, 21_000, 6_500]),
        ("Total fee", "Hours 2026", [64_000, 21_000, 6_500]),
    ],
)
def test_what_is_no_part_of_a_whole_fee_does_not_take_its_place(fee, beside, amounts):
    other = [640, 12_500, 7_500] if beside == "Fee 2026" and fee == "Total fee" else [40_000, 12_500, 6_500]
    rows = [["Client", "Sector", fee, beside, "Owner"]]
    names = ("Oster Hospital", "Gerdes Dairy", "Marlum Church")
    rows += [[name, "health", one, two, "Ray"] for name, one, two in zip(names, amounts, other, strict=True)]
    roster = workbook_roster({"Jobs": rows}, settings=FIXED)
    assert not any("fee of the whole job" in issue.message for issue in roster.issues)
