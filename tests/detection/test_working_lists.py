"""Lists that are worked with from week to week: key accounts by year, leads, outreach, statements of sales."""

import numpy as np
import pytest

from planner.fields import Field
from planner.parsing.header_text import read_header
from planner.parsing.remarks.chances_in_remarks import chance_in
from planner.parsing.remarks.remarks import read_remark
from planner.settings import Settings
from planner.vocabulary import Grain, Severity
from tests.detection.test_first_lists import ACCOUNTS, TODAY, relationships, with_column
from tests.readers.make import csv_roster, workbook_roster

FIXED = Settings(plan_start=TODAY)
KEY_ACCOUNTS = [
    ["Key account review – Q4 FY26"], ["£k"],
    ["Account", "Sector", "FY24 A", "FY25 A", "FY26 YTD", "FY26 F/cast", "Pipeline", "Heat", "Commentary"],
    ["Northern Water", "Utilities", 420, 510, 380, 450, 600, "Hot", "decision in January"],
    ["Castle Housing", "Housing", 85, 90, 70, 95, 40, "Warm", "wants it cheaper"],
    ["Aldous Bank", "Finance", 0, 0, 0, 0, 350, "Cold", "never bought"],
    ["Helix Pharma", "Life sciences", 0, 40, 160, 210, 500, "Hot", "growing fast"],
    ["Borough Council", "Public", 60, 55, 50, 50, 0, "Warm", "small but steady"],
]  # fmt: skip


def fees(roster):
    return dict(zip(roster.names.tolist(), roster.number(Field.ANNUAL_FEE).tolist(), strict=True))


def test_years_that_are_over_or_ahead_are_money_in_the_thousands_above_them():
    roster = workbook_roster({"Review": KEY_ACCOUNTS}, settings=FIXED)
    assert relationships(roster) == {
        "Northern Water": "client", "Castle Housing": "client", "Aldous Bank": "prospect", "Helix Pharma": "client",
        "Borough Council": "client",
    }  # fmt: skip
    found = fees(roster)
    assert (found["Northern Water"], found["Castle Housing"]) == (510_000, 90_000)  # the last whole year
    assert found["Aldous Bank"] == 350_000  # what could be won where nothing was billed


def test_the_twelve_months_before_the_last_make_a_past_client_and_a_dash_is_nothing_billed():
    rows = [
        ["Client", "Ptnr", "Billed L12M", "Billed prior 12M", "Last matter closed", "Remarks"],
        ["Harbour Fish", "RD", 62_000, 48_000, "Nov 26", "property lease"],
        ["Jessop Estates", "RD", 145_000, 160_000, "ongoing", ""],
        ["Ocean Tech", "LM", "-", 31_000, "Feb 25", ""],
        ["Pier Hotels", "LM", "-", "-", "", "pitched in October"],
        ["Dunn Brothers", "RD", 210_000, 15_000, "ongoing", ""],
    ]
    roster = workbook_roster({"Matrix": rows}, settings=FIXED)
    assert roster.source.grain is Grain.ACCOUNT  # when a matter closed names no matter
    assert list(relationships(roster).values()) == ["client", "client", "past client", "prospect", "client"]


def test_a_statement_of_sales_by_customer_is_what_clients_pay():
    roster = csv_roster(
        "Bayview Surveying LLC\nSales by Customer Summary\n\n,Total\nAnderson Homes,48250.00\nGulf Title Co.,7310.50\n"
        "Hollis Engineering,31000.00\nNot Specified,150.00\nReese Family,900.00\nTOTAL,87610.50\n",
        settings=FIXED,
    )
    assert fees(roster) == {
        "Anderson Homes": 48_250, "Gulf Title Co.": 7_310.5, "Hollis Engineering": 31_000, "Reese Family": 900
    }  # fmt: skip
    assert set(relationships(roster).values()) == {"client"}


def test_of_those_who_were_written_to_nobody_owns_an_answer_and_nobody_is_a_client_yet():
    rows = [
        ["Company", "Email", "Emailed", "Reply", "Call", "Est. value pa"],
        ["Veldt", "a@veldt.de", "01.10.", "yes", "14.10.", "12.000"],
        ["Kosmos", "b@kosmos.at", "01.10.", "no", "", ""],
        ["Tessin", "c@tt.ch", "03.10.", "ooo", "", "8.000"],
        ["Glaswerk", "", "10.10.", "bounced", "", ""],
        ["Huber", "d@kranbau.de", "12.10.", "yes", "", ""],
        ["MedTec", "e@medtech.ch", "12.10.", "yes", "30.10.", "30.000"],
    ]
    roster = workbook_roster({"Tabelle1": rows}, settings=FIXED)
    assert not roster.has(Field.OWNER)
    assert "client" not in relationships(roster).values()


def test_leads_with_the_day_of_asking_who_refer_and_who_do_not_fit():
    rows = [
        ["Date", "Name", "Project", "Design fee", "Status"],
        ["3/10/26", "Hargreaves", "Whole house", "$58,000", "Proposal sent 20/11"],
        ["15/10/26", "Chen & Liu", "Kitchen", "16500", "Signed"],
        ["1/11/26", "Okoye", "Living room", "3500", "Too small - referred on"],
        ["9/11/26", "Respite House", "Common areas", "donating time", "Consult booked"],
        ["14/11/26", "Marston", "Whole house", "$75k", "Waiting on finance"],
        ["20/11/26", "Mia of Bayside", "", "", "Referral partner"],
    ]
    roster = workbook_roster({"Sheet1": rows}, settings=FIXED)
    assert not roster.has(Field.EXPECTED_DATE) or np.isnat(roster.date(Field.EXPECTED_DATE)).all()
    assert relationships(roster)["Mia of Bayside"] == "referral source"
    assert [roster.names[i] for i in roster.left_out] == ["Okoye"]
    assert fees(roster)["Respite House"] == 0


def test_fees_a_month_in_short():
    roster = with_column("Mthly fee", [650, 1100, 300, 450, 500, 700, 200])
    assert roster.number(Field.ANNUAL_FEE).tolist()[:2] == [7_800, 13_200]
    assert [read_header(text).per for text in ("Wkly hrs", "Qtrly fee")] == ["week", "quarter"]


@pytest.mark.parametrize("text", ["nonprofit discount 40%", "grew by 30%", "20% deposit paid", "owns 25%"])
def test_a_percentage_of_something_else_is_no_chance(text):
    assert chance_in(text) is None


def test_a_percentage_alone_in_a_remark_is_a_chance():
    assert chance_in("proposal out, 60%, close by xmas") == 0.6


@pytest.mark.parametrize(
    ("text", "day"), [("proposal out, close by xmas", "2026-12-19"), ("RFP in March", "2027-03-31")]
)
def test_days_on_which_something_will_be_decided(text, day):
    assert day in {str(clue.date) for clue in read_remark(text, TODAY)}


def test_sizes_of_prizes_are_the_amounts_that_a_key_says():
    rows = [
        ["Organisation", "Tier", "Prize", "Who knows them", "Lead", "Plan for Q1"],
        ["Anglia Ports", "A", "L", "Fiona, an old colleague", "FM", "lunch in January"],
        ["Bexley Schools", "B", "M", "nobody", "GT", "write to the new head"],
        ["Carmine Foods", "A", "XL", "nobody", "FM", "event in February"],
        ["Dales Society", "A", "M", "existing client - want more", "GT", "sell an audit"],
        [],
        ["Prize: S = <£10k, M = £10-30k, L = £30-75k, XL = £75k+"],
    ]
    roster = workbook_roster({"Sheet1": rows}, settings=FIXED)
    assert roster.number(Field.ANNUAL_FEE).tolist() == [52_500, 20_000, 75_000, 20_000]
    assert not [issue for issue in roster.issues if issue.code == "money-unreadable"]
    assert list(relationships(roster).values()) == ["", "", "", "client"]  # prospects, until somebody says otherwise
    assert roster.text(Field.NEXT_STEP).tolist()[0] == "lunch in January"


def test_hours_of_the_latest_year_are_those_of_today_and_planned_ones_are_not():
    rows = [
        ["", "2025", None, "2026 (to Oct)", None, "2027 plan", None],
        ["Client", "Fees", "Hrs BD", "Fees", "Hrs BD", "Fees", "Hrs BD"],
        ["Ardent Ltd", 32_000, 10, 41_000, 14, 45_000, 20],
        ["Bolton Museums", 8_000, 6, 7_000, 5, 8_000, 5],
        ["Crest Motors", 54_000, 8, 12_000, 20, 10_000, 5],
        ["Dyer & Co", 0, 0, 0, 12, 25_000, 30],
    ]
    roster = workbook_roster({"Sheet1": rows}, settings=FIXED)
    assert roster.number(Field.CURRENT_HOURS).tolist() == [14, 5, 20, 12]


def test_a_bare_rate_beside_days_is_a_rate_a_day_and_days_that_nobody_booked_no_fee():
    rows = [
        ["Client", "Rate", "Days booked (Jan-Mar)", "Next"],
        ["Bank plc", "£650", "45", "renewal chat in February"],
        ["Wildlife Trust", "£300", "6", ""],
        ["Startup", "£550", "0", "they close their round in January"],
        ["Jo at Pixel", "", "", "passes me overflow work"],
    ]
    roster = workbook_roster({"Sheet1": rows}, settings=FIXED)
    assert np.nan_to_num(roster.number(Field.ANNUAL_FEE), nan=-1).tolist() == [29_250, 1_800, -1, -1]
    assert relationships(roster)["Jo at Pixel"] == "referral source"


def test_statuses_of_several_words_are_remarks_as_well():
    status = ["safe", "gave notice", "half price", "pitched, 70%", "active", "proposal out", "warm"]
    roster = with_column("Status", status)
    said = {(clue.account, clue.family) for clue in roster.remarks}
    assert {(1, "at risk"), (2, "free work")} <= said
    assert roster.number(Field.PROBABILITY)[3] == 0.7


def test_a_share_of_an_amount_is_a_fee():
    roster = with_column("Fee", ["1.5% of c. £6m", "£45,000", "£12k", "£60k", "£25k", "£8k", "£9k"])
    assert roster.number(Field.ANNUAL_FEE)[0] == 90_000


def test_a_line_of_notes_may_part_its_name_by_a_semicolon():
    text = (
        "BD notes\n- Alder Homes - client since 2019, c£20k a year\n- Birch & Partners: proposal out (£12k)\n"
        "- Cobalt Charity - pro bono review\n- Dunes Hotel group; met at conference, slow\n- Echo Prints - lost\n"
    )
    roster = csv_roster(text, settings=FIXED)
    assert "Dunes Hotel group" in roster.names.tolist()
    assert not [row for row in roster.skipped if "Dunes" in row.text]


@pytest.mark.parametrize(
    "text",
    ["propuesta 8.000 € enviada 10/11", "demo went well, decision Dec", "proposal £12k sent", "hear back soon"],
)
def test_proposals_that_are_out_make_an_open_deal(text):
    assert "ready now" in {clue.family for clue in read_remark(text, TODAY)}


def test_the_day_on_which_a_year_ends_is_no_chance():
    roster = with_column("Y/E", ["31/3", "31/12", "5/4", "31/3", "30/6", "31/10", "5/4"])
    assert not roster.has(Field.PROBABILITY)
    assert not roster.has(Field.EXPECTED_DATE)


def test_letters_under_a_header_of_letters_are_chances():
    roster = with_column("H/M/L", ["H", "M", "L", "H", "M", "dead", "L"])
    assert roster.number(Field.PROBABILITY).tolist() == [0.7, 0.4, 0.15, 0.7, 0.4, 0.0, 0.15]


def test_turnover_that_is_forecast_for_a_year_is_what_the_firm_is_paid():
    rows = [
        ["Société", "Type", "CA 2025", "CA 2026 (prév.)", "Proba", "Commentaire"],
        ["Aubert Industries", "client", "42 000", "45 000", "", "renouvellement en mars"],
        ["Mairie de Brives", "prospect", "", "18 000", "50%", "1er marché public pour nous"],
        ["Coop Delmas", "client", "12 500", "6 000", "", "nouveau directeur"],
        ["Hôtel du Parc", "ancien", "8 000", "", "", ""],
    ]
    roster = workbook_roster({"Suivi": rows}, settings=FIXED)
    assert list(fees(roster).values()) == [45_000, 18_000, 6_000, 8_000]
    assert (1, "new to us") in {(clue.account, clue.family) for clue in roster.remarks}


def test_a_sheet_of_ideas_beside_one_of_clients_holds_prospects():
    clients = [["Client", "Annual £", "Came from"], ["Teal Law", 18_000, "Sue Park"], ["Sable Finance", 24_000, "web"]]
    ideas = [["Firm", "Why", "Est fee", "When"], ["Pike Logistics", "growing fast", "15-20k", "spring"],
             ["Onyx Hotels", "Sue knows the director", "30k", "after refurb"]]  # fmt: skip
    roster = workbook_roster({"Clients": clients, "Ideas": ideas}, settings=FIXED)
    assert relationships(roster) == {
        "Teal Law": "client", "Sable Finance": "client", "Pike Logistics": "prospect", "Onyx Hotels": "prospect"
    }  # fmt: skip


def test_who_is_too_small_is_left_out():
    roster = with_column("Bemerkung", ["zu klein", "", "Folgeauftrag in Aussicht", "", "", "trop petit", ""])
    assert [roster.names[i] for i in roster.left_out] == [ACCOUNTS[0], ACCOUNTS[5]]


@pytest.mark.parametrize("text", ["conflict check!", "conflict cleared"])
def test_a_conflict_that_is_looked_into_ends_nothing(text):
    assert not [clue for clue in read_remark(text, TODAY) if clue.leave_out]


def test_a_log_of_bids_names_its_clients_as_owners():
    rows = [
        ["Bid #", "Owner", "Description", "Bid date", "Our bid", "Result", "Winner", "Spread"],
        ["26-041", "State Roads", "Bridge inspection", "2/12/2026", 185_000, "WON", "", "-4%"],
        ["26-047", "Peoria County", "Drainage study", "3/3/2026", 64_000, "LOST", "Hanson", "+11%"],
        ["26-052", "Caterpillar", "Site grading", "4/21/2026", 142_500, "WON", "", ""],
        ["26-066", "State Roads", "Corridor", "10/1/2026", 410_000, "PENDING", "", ""],
        ["26-073", "Village of Morton", "Water main", "1/20/2027", "", "BIDDING", "", ""],
    ]
    roster = workbook_roster({"Sheet1": rows}, settings=FIXED)
    assert roster.source.grain is Grain.OPPORTUNITY
    assert roster.names.tolist() == ["State Roads", "Peoria County", "Caterpillar", "Village of Morton"]
    assert Field.PROBABILITY not in roster.source.mapping  # how far a bid was off is none
    assert [issue.severity for issue in roster.issues if issue.code == "account-guessed"] == [Severity.WARNING]


def test_recurring_revenue_with_days_of_renewal_is_of_clients():
    rows = [
        ["Client", "MRR", "Renewal", "Churn risk"],
        ["Bolt Fitness", 6_500, "3/1/27", "Low"],
        ["Crane Legal", 4_200, "-", "High"],
        ["Dune Outdoors", 12_000, "1/15/27", "Med"],
        ["Iron Range", 0, "", ""],
    ]
    roster = workbook_roster({"Sheet1": rows}, settings=FIXED)
    assert list(relationships(roster).values()) == ["client", "client", "client", ""]  # who pays nothing is none


def test_who_is_no_go_or_on_hold_gets_no_time():
    roster = with_column("Go/No-Go", ["Go", "Go", "No-Go", "Hold", "Go", "Go", "Go"])
    assert [roster.names[i] for i in roster.left_out] == [ACCOUNTS[2], ACCOUNTS[3]]


def test_a_share_of_a_fee_is_no_chance_and_a_numbered_stage_is_an_offer():
    roster = with_column("Fee %", ["6.5%", "4%", "8%", "10%", "5%", "5.5%", "7%"])
    assert not roster.has(Field.PROBABILITY)
    status = ["3 - Proposal", "Closed - Won", "1 - Lead", "Closed - Lost", "1 - Lead", "Closed - Won", "3 - Proposal"]
    roster = with_column("Pipeline: Sales Status", status)
    assert roster.text(Field.STAGE).tolist()[0] == "3 - Proposal"
