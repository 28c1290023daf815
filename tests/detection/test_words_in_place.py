"""Words that stand where a list has something else: states among days, years without a number, jobs' managers."""

import datetime as dt

import numpy as np
import pytest

from planner.facts.spelled_out import instead_of_day
from planner.fields import Field
from planner.parsing.remarks.progress_in_remarks import chance_of_progress
from planner.parsing.remarks.remarks import read_remark
from planner.parsing.standing.relationships import remarked_relationship
from planner.parsing.standing.status_words import State
from planner.parsing.standing.statuses import status_of
from planner.settings import Settings
from planner.settings_sources import resolve_settings
from planner.valuation.deal_timing import Timing, find_open_deals
from tests.detection.test_first_lists import TODAY, relationships
from tests.detection.test_working_lists import fees
from tests.readers.make import workbook_roster

FIXED = Settings(plan_start=TODAY)


def test_what_is_said_in_the_place_of_a_day_is_how_things_stand():
    rows = [
        ["who", "what for", "£", "how they found me", "when next"],
        ["Peppermint Studio", "blog posts", "650 a month", "Insta", "rolling"],
        ["Lowe Homes", "brochure", "2,400", "networking", "quote sent Tues"],
        ["Arc Architects", "case studies", "2,100", "Lowe Homes", "Feb"],
        ["Marlow Finance", "white paper", "3k", "linkedin", "lost to agency"],
        ["Sussex Uni", "magazine", "4,200", "old colleague", "Mar"],
        ["Vet Hub", "newsletter", "200/mo", "google", "rolling"],
        ["Bright Dental", "ads", "900", "cold email", "chase Jan"],
    ]
    roster = workbook_roster({"clients": rows}, settings=FIXED)
    assert list(relationships(roster).values()) == [
        "client",
        "prospect",
        "client",
        "prospect",
        "client",
        "client",
        "client",
    ]
    assert dict(roster.left_out) == {3: "lost to agency"}
    assert not [issue for issue in roster.issues if "is not a date" in issue.message]
    assert roster.text(Field.LEAD_SOURCE).tolist()[:3] == ["Insta", "networking", "Lowe Homes"]


def test_words_of_days_are_no_states_where_the_list_has_a_column_of_them():
    rows = [
        ["Client", "Status", "Fee", "When"],
        ["Lowe Homes", "Client", 2_400, "quote sent Tues"],
        ["Arc Architects", "Client", 2_100, "Feb"],
    ]
    roster = workbook_roster({"List": rows}, settings=FIXED)
    assert set(relationships(roster).values()) == {"client"}
    assert [issue.value for issue in roster.issues if "is not a date" in issue.message] == ["quote sent Tues"]


@pytest.mark.parametrize(
    ("text", "told"),
    [("quote sent", True), ("lost on price", True), ("on hold", True), ("soon", False), ("tbc", False)],
)
def test_which_words_say_how_things_stand_and_not_when(text, told):
    assert instead_of_day(text) is told


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


def test_whoever_manages_the_jobs_of_a_list_has_its_accounts_where_nobody_else_does():
    rows = [
        ["Client", "Project", "Fee", "PM", "Status"],
        ["Bishop Land", "Elm Yard", 125_000, "GH", "Live"],
        ["Hartwell College", "Science block", 45_000, "LT", "Bid submitted"],
        ["Wye Council", "Library", 38_000, "LT", "Complete"],
        ["Severn Ports", "Quay wall", 310_000, "AK", "Bid submitted"],
    ]
    roster = workbook_roster({"Jobs": rows}, settings=FIXED)
    assert roster.text(Field.OWNER).tolist() == ["GH", "LT", "LT", "AK"]


def test_a_header_of_the_next_matter_says_when():
    rows = [["Client", "Next matter expected", "Fee"], ["Harlow", "Feb", 900], ["Dunmow", "", 400]]
    roster = workbook_roster({"Matters": rows}, settings=FIXED)
    assert np.isnat(roster.date(Field.EXPECTED_DATE)).tolist() == [False, True]


@pytest.mark.parametrize("text", ["winding down", "closing down", "not renewing"])
def test_who_winds_down_has_ended(text):
    assert status_of(text).state is State.ENDED
    assert [clue.family for clue in read_remark(text, TODAY)] == ["ended"]


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


def test_clients_are_told_by_yes_no_and_a_word_among_them():
    rows = [
        ["Company", "Is client?", "Strength", "Est. spend with us"],
        ["Norrland Energy", "Yes", "Strong", 250_000],
        ["Kust Bank", "No", "Weak", ""],
        ["Skog AB", "Former", "Medium", 80_000],
        ["Holm Partners", "No", "Strong", ""],
        ["Fjord Shipping", "No", "Strong", 120_000],
    ]
    roster = workbook_roster({"Contacts": rows}, settings=FIXED)
    assert list(relationships(roster).values()) == ["client", "prospect", "past client", "prospect", "prospect"]
    assert Field.RATING_STRENGTHS not in roster.source.mapping  # how strong a relationship is


def test_a_status_at_which_something_is_on_the_table_has_its_chance():
    rows = [
        ["Client", "Status", "Fee", "Date engaged"],
        ["Abbott Farms", "Active", 4_850, "01/04/2011"],
        ["Crest Dental", "Active", 9_600, "03/09/2018"],
        ["Mr K Doyle", "Disengaged", 450, "01/02/2009"],
        ["Fisher Plant", "On stop", 6_300, "15/01/2013"],
        ["Greenway Solar", "Prospect - proposal sent", 15_000, ""],
        ["Hopwood Brewing", "Prospect", 5_000, ""],
    ]
    roster = workbook_roster({"Clients": rows}, settings=FIXED)
    assert list(relationships(roster).values()) == [
        "client", "client", "past client", "client", "prospect", "prospect",
    ]  # fmt: skip
    chance = roster.number(Field.PROBABILITY)
    assert chance[4] == 0.4
    assert np.isnan(chance[5])
    assert dict(roster.left_out) == {3: "On stop"}
    assert Field.EXPECTED_DATE not in roster.source.mapping


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("want us but no money til April", {"later"}),
        ("said no this year, try again in spring", {"later"}),
        ("said no this year", {"ended"}),
        ("refers insolvency work", {"sends work"}),
        ("in insolvency since May", {"ended"}),
    ],
)
def test_what_remarks_mean(text, families):
    assert {clue.family for clue in read_remark(text, TODAY)} == families


def test_where_we_are_in_the_words_of_a_mail():
    rows = [
        ["client", "roughly worth", "where are we", "who", "anything else"],
        ["Bancroft Wines", "12k", "doing the Q4 work now", "me", "third year running"],
        ["Holt Engineering", "30k?", "proposal with them, decision before 20 Dec", "me", ""],
        ["Sparrow Theatre", "4k", "want us but no money til april", "Jo", "grant application in"],
        ["Quill Publishing", "6k", "finished in sept. happy", "Jo", ""],
        ["Fenton Legal", "", "send us stuff (2 this year)", "Jo", "buy them lunch!"],
    ]
    roster = workbook_roster({"Sheet1": rows}, settings=Settings(plan_start="2026-11-01"))
    assert list(relationships(roster).values()) == ["client", "", "", "past client", "referral source"]
    assert roster.date(Field.EXPECTED_DATE).astype(str).tolist()[1:3] == ["2026-12-20", "2027-04-30"]
    assert roster.source.mapping[Field.NOTES].header == "anything else"


def test_a_named_opportunity_is_on_the_table_of_whoever_may_hire():
    rows = [
        ["Company", "Is client?", "Est. spend with us", "Opportunity"],
        ["Norrland Energy", "Yes", 250_000, "ERP phase 2"],
        ["Kust Bank", "No", 60_000, "Basel audit"],
        ["Skog AB", "Former", 80_000, ""],
        ["Fjord Shipping", "No", 120_000, ""],
    ]
    roster = workbook_roster({"Contacts": rows}, settings=FIXED)
    timing = find_open_deals(roster, resolve_settings(roster, {})).timing.tolist()
    assert timing == [Timing.NOW, Timing.NOW, Timing.NONE, Timing.NONE]
    matters = [[cell if cell != "Opportunity" else "Matter" for cell in row] for row in rows]
    roster = workbook_roster({"Contacts": matters}, settings=FIXED)
    assert set(find_open_deals(roster, resolve_settings(roster, {})).timing) == {Timing.NONE}


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


def test_a_meeting_in_the_diary_of_a_prospect_is_a_step_of_a_sale():
    assert chance_of_progress("chemistry meeting 10/12") == 0.3
    assert chance_of_progress("no meeting booked yet") is None


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


def test_professions_among_clients_and_targets_send_work():
    rows = [
        ["Name", "Who are they", "Who looks after"],
        ["Mike Farrell", "Accountant", "Jane"],
        ["Oakwood Care", "Client", "Jane"],
        ["Sarah Dunne", "Bank manager", "Tim"],
        ["NextGen Robotics", "Target", "Tim"],
        ["Verwood Council", "Target - public", "Jane"],
        ["Bluestone", "Client", "Tim"],
        ["Hampshire Hospices", "Client (charity rates)", "Jane"],
        ["Ian Potts", "IFA", "Jane"],
        ["Solent Marine", "Ex client, went to big firm", "Tim"],
    ]
    roster = workbook_roster({"List": rows}, settings=FIXED)
    assert list(relationships(roster).values()) == [
        "referral source", "client", "referral source", "prospect", "prospect", "client", "client", "referral source",
        "past client",
    ]  # fmt: skip


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


def test_a_title_between_stars_heads_prospects_and_those_above_it_are_clients():
    rows = [
        ["Customer", "Seats", "MRR", "vCIO"],
        ["Baxter Law", 42, 3_150, "Nia"],
        ["Crown Builders", 18, 1_170, "Nia"],
        ["Elite Motors", 25, 1_750, "Sol"],
        ["** Prospects **", "", "", ""],
        ["Gale Insurance", 60, "(4,200)", "Sol"],
        ["Harper Vets", 35, "(2,300)", "Nia"],
    ]
    roster = workbook_roster({"MSP": rows}, settings=FIXED)
    assert list(relationships(roster).values()) == ["client"] * 3 + ["prospect"] * 2


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


def test_days_under_by_are_no_owners_and_who_knows_them_says_who_is_a_client():
    rows = [
        ["Firm", "What we could do", "Who knows them", "Likely spend", "Next move", "By"],
        ["Kestrel Coaches", "Driver training", "Bob (ex-MD)", "10k", "Breakfast w/ Bob", "9 Dec"],
        ["Nuneaton Ales", "HACCP", "client since 2020", "8k pa", "Annual review", "Jan"],
        ["Orbit Plastics", "ISO 45001", "client, 2nd site", "14k", "Quote for site 2", "15/12"],
        ["Quayle Haulage", "Accidents", "was client til 2023", "5k", "Reconnect", "Q1"],
        ["Mega Storage", "Retainer", "nobody", "25k", "Find a way in", "-"],
    ]
    roster = workbook_roster({"BD": rows}, settings=FIXED)
    assert Field.OWNER not in roster.source.mapping
    assert list(relationships(roster).values())[:4] == ["", "client", "client", "past client"]


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


def test_words_for_how_things_stand_before_names_are_no_part_of_them():
    rows = [
        ["CUSTOMER", "CONTRACT £/yr", "END", "OWNER", "NOTES"],
        ["Hartley Schools", "24,000", "", "Mel", "case study agreed"],
        ["Jura Distillers", "9,750", "rolling", "Gav", ""],
        ["LEAD - Lanark Council", "45,000", "", "Gav", "tender closes 9 Jan"],
        ["LEAD - Moray Foods", "12,000", "", "Mel", "demo went great"],
        ["LOST - Nairn Golf", "6,000", "", "Mel", ""],
    ]
    roster = workbook_roster({"Book": rows}, settings=FIXED)
    assert roster.names.tolist()[2:] == ["Lanark Council", "Moray Foods", "Nairn Golf"]
    assert [relationships(roster)[name] for name in roster.names[2:4]] == ["prospect", "prospect"]
    assert dict(roster.left_out) == {4: "LOST"}
    assert fees(roster)["Hartley Schools"] == 24_000  # a contract's money a year, and no end of it


def test_two_lists_side_by_side_may_both_begin_with_a_name():
    rows = [
        ["Existing clients", "", "", "", "Prospects", "", "", ""],
        ["Name", "Fee", "Work", "", "Name", "Worth", "Chance", "Source"],
        ["Apex Dental", 5_200, "Accounts", "", "Quorn Foods", 9_000, "50/50", "Apex Dental"],
        ["Bell & Daughters", 3_100, "Accounts", "", "Ridge Cycles", 2_500, "good", "Google"],
        ["Cole Plumbing", 1_850, "Tax", "", "St Giles PCC", 1_200, "poor", "Bell family"],
        ["Dart Media", 7_400, "Accounts", "", "", "", "", ""],
    ]
    roster = workbook_roster({"Sheet1": rows}, settings=FIXED)
    assert list(relationships(roster).values()) == ["client"] * 4 + ["prospect"] * 3
    assert fees(roster)["Quorn Foods"] == 9_000


@pytest.mark.parametrize(
    ("text", "kind", "chance", "day"),
    [
        ("Signed for another 2 yrs in Oct. All good.", "client", None, None),
        ("Haven't bought since 2024", "past client", None, None),
        ("First instruction done, want more", "client", None, None),
        ("Pitched in Sept, we're in the final 2. Decision 18 Dec", None, 0.55, "2026-12-18"),
        ("Told us they are going out to tender in the spring.", None, None, "2027-05-31"),
    ],
)
def test_where_we_are_in_a_sentence(text, kind, chance, day):
    assert remarked_relationship(text) == kind
    assert chance_of_progress(text) == chance
    days = {str(clue.date) for clue in read_remark(text, dt.date(2026, 11, 29)) if clue.date is not None}
    assert days == ({day} if day else set())
