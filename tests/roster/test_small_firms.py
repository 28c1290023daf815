"""What partners of small firms say of accounts in columns, titles and keys of their own."""

import datetime as dt

import numpy as np
import pytest

from planner.fields import Field
from planner.parsing.remarks.remarks import read_remark, said_in
from planner.parsing.standing.legends import key_of_initials
from planner.reading import read_roster
from planner.roster.roster import Roster
from tests.readers.make import csv_roster, formatted, sheet_roster, workbook_roster


def standing(roster: Roster) -> dict[str, str]:
    return dict(zip(roster.names, roster.text(Field.RELATIONSHIP).tolist(), strict=True))


def test_a_deal_from_an_existing_client_is_one_of_a_client():
    """Pipelines with a column of sources and signed deals still on them."""
    roster = sheet_roster(
        ["Company", "Project", "Source", "Stage", "Value", "Prob"],
        ["Larkin Outdoor", "Retainer", "Existing client", "Verbal", 96_000, 0.9],
        ["Northpoint", "PPC", "Referral", "Proposal sent", 30_000, 0.6],
        ["Pemberton", "Packaging", "Past client", "Proposal sent", 55_000, 0.2],
        ["Tessera Tile", "Catalog", "Web", "SOW signed", 42_000, 1],
        ["Osprey Boats", "Booth", "Client referral", "Proposal sent", 22_000, 0.7],
    )
    assert standing(roster) == {
        "Larkin Outdoor": "client", "Northpoint": "", "Pemberton": "past client", "Tessera Tile": "client",
        "Osprey Boats": "",
    }  # fmt: skip
    assert roster.deals is not None
    assert (roster.deals.state == "won").sum() == 1


def test_the_partner_owns_a_client_and_the_manager_does_the_work():
    """Exports of practice software with a column of each."""
    roster = csv_roster(
        "Client,Partner,Manager,Industry,Fees\nAlpha Pty Ltd,GK,Mel,Plumbing,12300\nBeta Pty Ltd,LT,Priya,Dental,8300\n"
        "Gamma Pty Ltd,GK,Mel,Dental,2300\nDelta Pty Ltd,LT,Priya,Retail,1300\nEta Pty Ltd,LT,,Retail,1300\n"
    )
    assert roster.text(Field.OWNER).tolist() == ["GK", "LT", "GK", "LT", "LT"]


def test_a_manager_alone_is_the_owner():
    roster = csv_roster("Client,Manager,Fees\nAlpha,Mel,12300\nBeta,Priya,8300\nGamma,Mel,2300\nDelta,Priya,1300\n")
    assert roster.text(Field.OWNER).tolist() == ["Mel", "Priya", "Mel", "Priya"]


def test_titles_of_those_to_chase_are_of_prospects():
    """A partner's own list under titles, with a total in words below."""
    roster = sheet_roster(
        ["Client", "Contact", "Sector", "Fees"],
        ["CURRENT"],
        ["Umhlanga Ridge Developers", "Sipho", "Property", "R1.2m"],
        ["Bergview School", "Mr Pillay", "Education", "R 85 000"],
        ["TO CHASE"],
        ["Midlands Dairies", "Craig", "Agri", "R 200k"],
        ["Pinetown Logistics Park", "Yusuf", "Property", "R 1,5m"],
        [],
        ["Total current approx R 1.28m"],
    )
    assert standing(roster) == {
        "Umhlanga Ridge Developers": "client", "Bergview School": "client", "Midlands Dairies": "prospect",
        "Pinetown Logistics Park": "prospect",
    }  # fmt: skip


def test_abbreviations_with_a_key_may_have_a_hyphen():
    """`Ex-cl = old client` beside `Cl = client`."""
    roster = sheet_roster(
        ["Organisation", "Type", "Fee"],
        ["Harbour Dental", "Cl", 14_400],
        ["Delacourt Hotels", "Ex-cl", ""],
        ["Northway Logistics", "Pros", 12_000],
        ["Finch Solicitors", "Intro", ""],
        [],
        ["Cl = client   Ex-cl = old client   Pros = prospect   Intro = sends us work"],
    )
    assert list(standing(roster).values()) == ["client", "past client", "prospect", "referral source"]


def test_codes_among_numbers_of_clients_mean_what_the_key_says():
    """Prospects typed under an export of clients, with a code where the others have their number."""
    roster = csv_roster(
        "Client Code,Client Name,Partner,Industry,Fees FY26,Comments\n"
        "ABER01,Aberline Plumbing,GK,Plumbing,12300,\nBORO01,Boronia Quarries,GK,Quarrying,41750,\n"
        "CARR03,Carrick & Doyle,LT,Builders,8150,\nNEW,Yarra Bend Winery,GK,Winery,,quoted 15k pa\n"
        "NEW,Sunshine Steel,GK,Steel,,met at footy\nREF,Westgate Bank,LT,Bank,,\n,,,,,\n"
        '"FY = year to 30 June. NEW = prospect, REF = referrer (typed in)",,,,,\n'
    )
    assert list(standing(roster).values()) == ["client"] * 3 + ["prospect"] * 2 + ["referral source"]
    assert roster.number(Field.PROBABILITY)[3] == 0.4


BILLINGS = [
    ["Client", "Area of work", "Solr", 2024, 2025, 2026, "Status", "Comments"],
    ["Ardgillan Foods", "Commercial", "FOD", 19_800, 26_150, 24_900, "Active", ""],
    ["Ballinrobe Credit Union", "Commercial", "BK", 7900, 8050, 6400, "Steady", ""],
    ["Dunmore Medtech", "Probate", "FOD", "", 3200, 18_600, "New", "IP work, first for the firm"],
    ["Delaney Haulage", "Employment", "BK", 5200, 2100, 0, "Gone", "went to Hayes Lowry – price"],
    ["Corrib Nursing Homes", "Conveyancing", "FOD", 14_200, 15_100, 17_350, "Active", ""],
    ["Tuam Engineering", "Employment", "FOD", "", "", "", "Target", ""],
    [],
    ["FOD Fionnuala O'Dowd"],
    ["BK Brian Keane"],
]


def test_solicitors_billings_by_year():
    """Billings a year for every client, a status in the firm's own words, initials with their names below."""
    roster = sheet_roster(*BILLINGS)
    assert standing(roster) == {
        "Ardgillan Foods": "client", "Ballinrobe Credit Union": "client", "Dunmore Medtech": "client",
        "Delaney Haulage": "past client", "Corrib Nursing Homes": "client", "Tuam Engineering": "prospect",
    }  # fmt: skip
    assert set(roster.text(Field.OWNER)) == {"Fionnuala O'Dowd", "Brian Keane"}
    assert roster.text(Field.SERVICE).tolist()[:3] == ["Commercial", "Commercial", "Probate"]
    assert list(roster.left_out) == [3]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("BK Brian Keane", ("bk", "Brian Keane")),
        ("FOD: Fionnuala O'Dowd", ("fod", "Fionnuala O'Dowd")),
        ("BT Group Holdings", None),
        ("SK Foods", None),
        ("Brian Keane", None),
    ],
)
def test_initials_before_the_name_they_are_of_are_a_key(text, key):
    assert key_of_initials(text) == key


@pytest.mark.parametrize(
    ("remark", "family", "denied"),
    [
        ("refers other dentists – 2 last year", "sends work", False),
        ("intro to 2 other homes, great client", "sends work", False),
        ("trustees give many references", "sends work", False),
        ("refers loan clients for project reports", "sends work", False),
        ("gives us 1-2 jobs a year", "sends work", False),
        ("we send them work, nothing back", "sends nothing", False),
        ("NFP rate, lovely committee", "free work", False),
        ("concessional fees", "free work", False),
        ("spin out. IP work, first for the firm", "new to us", False),
        ("parked, they are broke", "resting", False),
        ("LEFT – went to another firm in August", "ended", False),
        ("sold to a corporate", "ended", False),
        ("sold business, ceased 30/6", "ended", False),
        ("they need level 1, we are level 2. no", "ended", False),
        ("closed studio", "ended", False),
        ("decision this week", "ready now", False),
        ("pitch Dec 9 vs two others", "ready now", False),
        ("result in Dec", "ready now", False),
        ("referred 2 other dentists last yr", "sends work", False),
        ("serving notice, going in house", "at risk", False),
        ("expects too much. would be new sector", "new to us", False),
        ("messy, under priced", "costs more than it pays", False),
    ],
)
def test_what_partners_write_beside_accounts(remark, family, denied):
    assert [one.negated for one in said_in(remark) if one.family.name == family] == [denied]


@pytest.mark.parametrize("remark", ["the report refers to 2023", "interested? no idea", "has left a message"])
def test_what_means_nothing_of_an_account(remark):
    assert said_in(remark) == ()


@pytest.mark.parametrize(
    ("fee", "money"),
    [("£850 x 6 days", 5100), ("6 days @ £850", 5100), ("£1k x 3 days", 3000), ("£900/day, 8 days", 7200)],
)
def test_a_rate_and_its_days_are_one_fee(fee, money):
    roster = sheet_roster(["Client", "Fee"], ["Alder", fee], ["Birch", "£2,000"], ["Cedar", "£3,000"])
    assert roster.number(Field.ANNUAL_FEE)[0] == money


def test_nature_of_business_is_the_industry_and_lakhs_are_money():
    roster = sheet_roster(
        ["Sr. No.", "Name of Client", "Nature of business", "Fees p.a. (Rs. Lakhs)"],
        [1, "Konkan Agro Foods", "Food processing", 3.25],
        [2, "Varsha Textiles", "Textile", 1.8],
        [3, "Rutuja Jewellers", "Retail", 2.75],
        [4, "Tejas Logistics", "Transport", 0.9],
    )
    assert roster.text(Field.INDUSTRY).tolist() == ["Food processing", "Textile", "Retail", "Transport"]
    assert roster.number(Field.ANNUAL_FEE)[0] == 325_000


def test_names_of_last_jobs_are_no_wrong_days():
    """A surveyor's list with `Last job`: the hall, and the gatehouse of 2021."""
    roster = sheet_roster(
        ["Client", "Type", "Fees", "Last job"],
        ["Alder Estates", "past client", "", "Gatehouse 2021"],
        ["Birch Homes", "client", 85_000, "Hall"],
        ["Cedar Developers", "client", 120_000, "Ridge Ph 2"],
        ["Elm Packaging", "past client", "", "Warehouse 2023"],
    )
    assert not [issue for issue in roster.issues if issue.code == "date-unreadable"]
    assert str(roster.date(Field.WON_ON)[0]) == "2021-12-31"


def test_a_value_that_is_weighted_beside_it_is_the_fee():
    """Pipelines with `Weighted` = value × chance: nobody weighs the account's own turnover."""
    rows = [
        [f"{name} Co", stage, value, chance, value * chance]
        for name, stage, value, chance in zip(
            ["Alder", "Birch", "Cedar", "Elm"],
            ["Proposal sent", "Verbal", "Discovery", "Proposal sent"],
            [96_000, 14_000, 42_000, 8000],
            [0.6, 0.9, 0.2, 0.5],
            strict=True,
        )
    ]
    weighted = sheet_roster(["Company", "Stage", "Value", "Prob", "Weighted"], *rows)
    assert "annual_fee:Value" not in {question.code for question in weighted.questions}
    alone = sheet_roster(["Company", "Stage", "Value", "Prob"], *(row[:4] for row in rows))
    assert "annual_fee:Value" in {question.code for question in alone.questions}


def test_a_register_of_enquiries():
    """An architect's register: what was quoted, converted and lost, referred by whom, with a count below."""
    roster = sheet_roster(
        ["Sl No", "Date", "Name of client", "Project", "Ref. by", "Fees quoted", "Status", "Remarks"],
        [1, "03.04.26", "Mr. Anil Rao", "Residence", "Website", "4,50,000", "Converted", "work started"],
        [2, "22.04.26", "Green Valley School", "Library", "Old client", "3,00,000", "Converted", ""],
        [3, "02.06.26", "Hosur Tools", "Factory shed", "Anil Rao", "9,60,000", "Quoted", "likely Jan"],
        [4, "30.07.26", "Udupi Bank", "Branch", "Mr. Anil Rao", "6,80,000", "Tender submitted", "result in Dec"],
        [5, "09.09.26", "Vasavi Jewellers", "Showroom", "Walk in", "3,25,000", "Lost", "no budget"],
        [],
        ["", "", "Converted 2 out of 5"],
    )
    assert list(roster.names) == [
        "Mr. Anil Rao", "Green Valley School", "Hosur Tools", "Udupi Bank", "Vasavi Jewellers"
    ]  # fmt: skip
    assert roster.text(Field.RELATIONSHIP).tolist()[:2] == ["client", "client"]
    assert roster.fact("referred_deals")[0] == 2
    assert not np.isnat(roster.date(Field.EXPECTED_DATE)[2:4]).any()


def test_fees_of_last_year_come_before_those_of_a_year_not_over():
    """Attorneys' lists with `2025 fees` beside `2026 YTD` in dollars, and what a prospect may bring in the first."""
    rows = [
        ["Client / Prospect", "C/P/R", "2025 fees", "2026 YTD"],
        ["Redfern Trucking", "C", 48_200, 51_900],
        ["Cutbank Grain", "C", 12_600, 9100],
        ["Bitterroot Builders", "C", 31_750, 22_400],
        ["Flathead Marina", "P", "$8,000", ""],
        ["Gallatin Outfitters", "P", "$10-15K", ""],
        ["Yellowstone CPA", "R", "", ""],
    ]
    formats = {(i, j): "$#,##0" for i in range(1, 4) for j in (2, 3)}
    roster = read_roster(formatted(rows, formats), name="list.xlsx")
    assert roster.number(Field.ANNUAL_FEE).tolist()[:5] == [48_200, 12_600, 31_750, 8000, 12_500]


def test_prospects_gone_quiet_were_no_clients():
    clients = [["Customer", "Town", "MRR £"], ["Alder", "Ipswich", 620], ["Birch", "Bury", 380], ["Cedar", "Diss", 900]]
    prospects = [
        ["Company", "Town", "MRR £ (est)", "Where are we"],
        ["Elm Coffee", "Norwich", 200, "Gone quiet"],
        ["Fir Solicitors", "Ipswich", 950, "Proposal sent 12/11"],
        ["Hazel Vets", "Sudbury", 1100, "Site survey done"],
    ]
    roster = workbook_roster({"Customers": clients, "Prospects": prospects})
    assert set(roster.text(Field.RELATIONSHIP).tolist()[3:]) == {"prospect"}


def test_a_job_list_with_its_bids_below():
    """Engineers' jobs, live and closed, how much of each is invoiced, and bids with their chance under the status."""
    roster = csv_roster(
        "Job no.,Client,Job,Fee €,% inv.,Lead,Status\n24-031,Bord Harbours,Pier repair,48000,80%,CM,Live\n"
        "24-044,Leinster Dairies,Intake,31500,100%,SB,Closed\n25-026,Kilcullen Precast,Yard,14400,40%,SB,Live\n"
        "26-003,Midland Council,Footbridge,52000,20%,CM,Live\n,,,,,,\nBIDS,,,,,,\n"
        "B-62,Moy Windfarm,Met mast,22000,,SB,50%\nB-63,Meath Diocese,Tower,9500,,SB,60%\n"
        "B-64,Rathmore Hotel,Pool roof,16000,,CM,Lost\n"
    )
    known = standing(roster)
    assert {known[name] for name in ("Bord Harbours", "Leinster Dairies", "Kilcullen Precast")} == {"client"}
    chance = dict(zip(roster.names, roster.number(Field.PROBABILITY).tolist(), strict=True))
    assert (chance["Moy Windfarm"], chance["Meath Diocese"]) == (0.5, 0.6)
    assert "Leinster Dairies" not in {roster.names[i] for i in roster.left_out}


def test_a_total_of_services_is_the_fee():
    """Accountants' fees by service, with a total by formula, and who pays how."""
    roster = sheet_roster(
        ["Client", "Tax", "Bookkeeping", "Advisory", "Total", "Mgr", "Pays?", "Comments"],
        ["Amador Landscaping", 2400, 6000, 0, 8400, "RS", "ok", ""],
        ["Calistoga Spa", 3900, 9600, 5000, 18_500, "LD", "slow", ""],
        ["Foothill Pediatrics", 4100, 12_000, 3000, 19_100, "LD", "ok", "refers every new doctor to us"],
        ["Garcia", 650, 0, 0, 650, "RS", "ok", ""],
    )
    assert roster.number(Field.ANNUAL_FEE).tolist() == [8400, 18_500, 19_100, 650]
    assert set(roster.text(Field.RELATIONSHIP)) == {"client"}
    assert not roster.has(Field.REGION)


def test_a_day_on_which_a_proposal_was_sent_is_none_to_come():
    clues = read_remark("sent proposal 11/18, decides by 12/15", dt.date(2026, 11, 28))
    assert [str(clue.date) for clue in clues if clue.family == "ready now"] == ["2026-12-15"]
