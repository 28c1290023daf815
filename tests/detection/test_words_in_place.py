"""Words that stand where a list has something else, and the names, states and remarks that they are."""

import datetime as dt

import numpy as np
import pytest

from planner.facts.spelled_out import instead_of_day
from planner.fields import Field
from planner.parsing.remarks.progress_in_remarks import chance_of_progress
from planner.parsing.remarks.remarks import read_remark
from planner.parsing.standing.relationships import remarked_relationship
from planner.parsing.standing.statuses import status_of
from planner.parsing.standing.words.status_words import State
from planner.settings import Settings
from planner.settings_sources import resolve_settings
from planner.valuation.deal_timing import Timing, find_open_deals
from tests.detection.test_first_lists import TODAY, relationships
from tests.detection.test_working_lists import fees
from tests.readers.make import csv_roster, workbook_roster

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


def test_a_meeting_in_the_diary_of_a_prospect_is_a_step_of_a_sale():
    assert chance_of_progress("chemistry meeting 10/12") == 0.3
    assert chance_of_progress("no meeting booked yet") is None


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


OPEN_ENDS = (
    "rolling", "Month-to-month", "rolling (3 months' notice)", "auto-renews annually", "ongoing", "laufend",
    "unbefristet", "tacite reconduction", "indefinido", "doorlopend", "tacito rinnovo",
)  # fmt: skip


def test_a_contract_without_an_end_is_due_on_no_day_and_nothing_is_wrong_with_it():
    clients = [f"Acme {day},client,9000,{day}/03/2027" for day in range(1, 28)]
    open_ends = [f"Brook {i},client,4000,{text}" for i, text in enumerate(OPEN_ENDS)]
    lines = ["Client,Status,Fee,Renews", *clients, *open_ends, 'Crane,client,500,"rolling, review May 2027"']
    roster = csv_roster("\n".join(lines), settings=FIXED)
    days = roster.date(Field.EXPECTED_DATE)
    assert np.isnat(days[27:-1]).all()
    assert str(days[-1]) == "2027-05-31"
    assert not {issue.code for issue in roster.issues} & {"date-unreadable", "value-not-read"}


@pytest.mark.parametrize("text", ["rolling", "month to month", "evergreen", "unbefristet", "doorlopend"])
def test_contracts_without_an_end_hide_no_days_on_which_others_end(text):
    lines = ["Client,Status,Fee,Contract end", "Acme,client,9000,31/03/2027", "Dale,client,9000,28/02/2027"]
    lines += [f"Brook {i},client,4000,{text}" for i in range(6)]
    days = csv_roster("\n".join(lines), settings=FIXED).date(Field.EXPECTED_DATE)
    assert str(days[0]) == "2027-03-31"
    assert np.isnat(days[2:]).all()


@pytest.mark.parametrize(
    "header", ["€ / month (guess)", "£ pm (ballpark)", "$ / month (approx)", "€/Monat (Schätzung)"]
)
def test_a_guess_at_a_monthly_fee_is_a_fee_and_nothing_is_asked_of_it(header):
    roster = csv_roster(f"Client,Type,{header}\nAcme,client,400\nBrook,client,900\nCrane,prospect,1500\n")
    assert roster.number(Field.ANNUAL_FEE).tolist() == [4_800, 10_800, 18_000]
    assert not [one for one in roster.questions if one.field == Field.ANNUAL_FEE]
