"""A list kept over several sheets is one list; what is kept beside it is none of it."""

import pytest

from planner.fields import Field
from planner.pipeline import plan as make_plan
from planner.settings import Settings
from planner.valuation.referrals import deals_referred
from planner.vocabulary import Grain
from tests.readers.make import codes, workbook_roster

HEADER = ["Client", "Sector", "Fee", "Remarks"]
ACME, BETA, ZED = ["Acme", "steel", 1000, ""], ["Beta", "law", 2000, "slow payer"], ["Zed", "food", 700, ""]


def test_a_sheet_for_each_partner_says_who_owns_its_rows():
    roster = workbook_roster({"Ann Bell": [HEADER, ACME, BETA], "Cy Dunn": [["Cy's"], [], HEADER, ZED]})
    assert roster.names.tolist() == ["Acme", "Beta", "Zed"]
    assert roster.text(Field.OWNER).tolist() == ["Ann Bell", "Ann Bell", "Cy Dunn"]
    assert roster.cell(Field.ANNUAL_FEE, 2) == "Cy Dunn!C4"
    assert "sheets-together" in codes(roster)
    assert "Cy's" in {row.text for row in roster.skipped}


def test_a_sheet_for_each_status_says_what_its_accounts_are():
    header = ["Client", "Sector", "Likely fee", "Odds"]
    roster = workbook_roster({"Retainers": [HEADER, ACME, BETA], "Pitches": [header, ["Zed", "food", 700, "50%"]]})
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "client", "prospect"]
    assert not roster.has(Field.OWNER)


@pytest.mark.parametrize(("sheet", "first"), [("Sheet2", "Target company"), ("BD", "Who")])
def test_targets_with_other_columns_are_read_with_the_clients_whatever_their_sheet_is_called(sheet, first):
    clients = [["Client", "Contact", "Fees 2025", "Fees 2026", "Manager"], ["Acme", "Jo", 900, 950, "Bev"]]
    clients.append(["Beta", "Kim", 800, 700, "Tom"])
    targets = [[first, "Sector", "Contact", "Est. annual fee", "Temp", "Next step"]]
    targets += [["Cora Water", "Utilities", "Al", 450, "Warm", "invite"], ["Zed Foods", "Food", None, 150, "Hot", None]]
    roster = workbook_roster({"Clients": clients, sheet: targets})
    assert roster.names.tolist() == ["Acme", "Beta", "Cora Water", "Zed Foods"]
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "client", "prospect", "prospect"]


def test_deals_on_a_sheet_for_each_month_are_summed_by_account():
    header = ["Client", "Event", "Status", "Our fee"]
    roster = workbook_roster(
        {
            "Jan 27": [["CONF = contract signed, PENCIL = likely"], header, ["Acme", "Ball", "CONF", 5]],
            "Feb 27": [header, ["Acme", "Gala", "CONF", 7], ["Beta", "Fair", "PENCIL", 9]],
        }
    )
    assert roster.source.grain is Grain.OPPORTUNITY
    plan = make_plan(roster)
    assert plan.roster.text(Field.RELATIONSHIP).tolist() == ["client", ""]
    assert plan.roster.number(Field.ANNUAL_FEE).tolist() == [12, 9]


@pytest.mark.parametrize("sheet", ["Talking to", "Prices"])
def test_the_sheet_that_is_named_is_read_however_little_its_headers_say(sheet):
    clients = [["Client", "Owner", "Fee p.a.", "Status"], ["Abbey Vets", "AB", 5000, "client"]]
    talks = [["Practice", "Who", "Fee for the year"], ["Cole Vets", "AB", 9000], ["Dale Vets", "CD", 8000]]
    prices = [["What", "How much"], ["Health check", 2500], ["Buy-in", 6000]]
    roster = workbook_roster({"Retained": clients, "Talking to": talks, "Prices": prices}, sheet=sheet)
    assert roster.source.sheet == sheet
    assert "Abbey Vets" not in roster.names
    (note,) = [issue.message for issue in roster.issues if issue.code == "sheets-not-read"]
    assert note.startswith("No list was looked for on “Retained”")


@pytest.mark.parametrize("name", ["Old", "Archive 2023", "Template", "Backup"])
def test_a_sheet_that_is_set_aside_is_named_and_not_read(name):
    roster = workbook_roster({"Clients": [HEADER, ACME, BETA], name: [HEADER, ZED]})
    assert roster.names.tolist() == ["Acme", "Beta"]


def test_the_same_accounts_on_another_sheet_are_not_read_twice():
    roster = workbook_roster({"2026": [HEADER, ACME, BETA], "2025": [HEADER, ACME, [*BETA[:2], 5, ""], ZED]})
    assert roster.size <= 3
    assert len(set(roster.names)) == roster.size


def test_a_sheet_for_each_partner_with_clients_above_and_prospects_below_is_one_list():
    clients, pitches = ["Grower", "Town", "FY24", "FY25"], ["Grower", "Town", "Worth a year", "Chance out of 5"]
    bron = [clients, ["Gums Ltd", "Nhill", 8000, 9000], ["Creek Co", "Ouyen", 4000, 4000], [], pitches,
            ["Murra Downs", "Mildura", 58000, 2]]  # fmt: skip
    doug = [clients, ["Kalk Seeds", "Horsham", 9000, 9900], ["Yarrack", "Minyip", 700, 800], [], pitches,
            ["Tyrrell", "Swan Hill", 22000, 4]]  # fmt: skip
    roster = workbook_roster({"Bron": bron, "Dougal": doug})
    said = zip(roster.names.tolist(), roster.text(Field.OWNER), roster.text(Field.RELATIONSHIP), strict=True)
    assert sorted(said) == [
        ("Creek Co", "Bron", "client"), ("Gums Ltd", "Bron", "client"), ("Kalk Seeds", "Dougal", "client"),
        ("Murra Downs", "Bron", "prospect"), ("Tyrrell", "Dougal", "prospect"), ("Yarrack", "Dougal", "client"),
    ]  # fmt: skip
    chances = dict(zip(roster.names.tolist(), roster.number(Field.PROBABILITY).tolist(), strict=True))
    assert (chances["Murra Downs"], chances["Tyrrell"]) == (0.4, 0.8)


def test_a_second_header_with_the_same_word_for_the_name_begins_another_list():
    first = [["Contact", "Billed 2025", "Lead"], ["Acme", 9000, "Ann"], ["Brook", 4000, "Cy"]]
    second = [["Contact", "Worth a year", "Odds"], ["Crane", "R240k", "1 in 2"], ["Dunn", "R30k", "3 in 4"]]
    roster = workbook_roster({"Book": [*first, [], ["People we talk to"], *second]})
    said = zip(roster.names.tolist(), roster.text(Field.RELATIONSHIP), roster.number(Field.ANNUAL_FEE), strict=True)
    assert sorted(said) == [
        ("Acme", "client", 9000), ("Brook", "client", 4000), ("Crane", "prospect", 240_000),
        ("Dunn", "prospect", 30_000),
    ]  # fmt: skip


def test_clients_and_a_pipeline_of_deals_that_are_mostly_of_others_are_one_list():
    clients = [["Client", "Sector", "Partner", "FY24", "FY25"]]
    clients += [["Acme", "steel", "Ann", 9000, 8000], ["Beta", "law", "Bob", 4000, 5000], ["Hall", "care", "Bob", 0, 0]]
    deals = [["Opportunity", "Client", "Partner", "Value", "P(win)", "Decision", "Stage"]]
    deals += [
        ["Review", "Acme", "Ann", 3000, 0.6, "2030-02-01", "Tender in"],
        ["Study", "Zed", "Bob", 6000, 0.3, "2030-03-01", "EOI"],
        ["Audit", "York", "Ann", 7000, 0.5, "2030-03-01", "Scoping"],
        ["Pricing", "Xeno", "Ann", 2000, 0.1, "2030-04-01", "EOI"],
        ["Costs", "Wye", "Bob", 4000, 0.8, "2030-01-15", "Verbal yes"],
    ]
    roster = workbook_roster({"Clients": clients, "Pipeline": deals})
    kinds = dict(zip(roster.names.tolist(), roster.text(Field.RELATIONSHIP).tolist(), strict=True))
    assert kinds.keys() == {"Acme", "Beta", "Hall", "Zed", "York", "Xeno", "Wye"}
    assert kinds["Acme"] == kinds["Beta"] == "client"
    assert kinds["Zed"] != "client"
    both = next(issue for issue in roster.issues if issue.code == "fee-and-deals")
    assert "“Acme”" in both.message
    old = workbook_roster({"Old clients archive": clients, "Pipeline": deals})
    assert "Beta" not in old.names


def test_what_names_the_accounts_and_owns_them_on_one_sheet_does_so_on_the_others():
    clients = [["Practice", "Adviser", "Fee p.a.", "Notes"], ["Abbey Vets", "Ashby", 5000, ""]]
    clients += [["Barrow Vets", "Bright", 6000, ""], ["Cole Vets", "Ashby", 7000, ""]]
    gone = [["Practice", "Who had it", "€ / month", "Why"], ["Dale Vets", "Bright", 800, "sold"]]
    gone += [["Erris Vets", "Ashby", 500, "money tight"], ["Farm Vets", "Bright", 400, "retired"]]
    roster = workbook_roster({"Retained": clients, "Gone": gone})
    assert roster.names.tolist()[3:] == ["Dale Vets", "Erris Vets", "Farm Vets"]
    assert roster.text(Field.OWNER).tolist()[3:] == ["Bright", "Ashby", "Bright"]


@pytest.mark.parametrize(("who", "names"), [("Who had it", ["Fergal", "Gráinne"]), ("Wer", ["Anke", "Jochen"])])
def test_first_names_that_stand_again_beside_names_that_do_not_are_no_accounts(who, names):
    rows = [["Practice", "Kind", who, "€ / month"], ["Portlick Vets", "mixed", names[0], 800]]
    rows += [["Roscrea Pets", "small", names[1], 500], ["Sliabh Bawn Vets", "farm", names[0], 400]]
    roster = workbook_roster({"Sheet1": rows})
    assert roster.names.tolist() == ["Portlick Vets", "Roscrea Pets", "Sliabh Bawn Vets"]
    assert roster.text(Field.OWNER).tolist() == [names[0], names[1], names[0]]


ENQUIRIES = [
    ["From", "Enquirer", "Cover", "Handler", "Comm £", "Where it's at", "Odds"],
    ["Halls", "Marlin Foods", "fleet", "Ann", 4000, "On cover", ""],
    ["Penrose Bank", "Ostler Garages", "liability", "Ann", 9000, "Quoted", 0.4],
    ["Halls", "Tiller Homes", "plant", "Bo", 12_000, "Quoted", 0.6],
    ["Marlin Foods", "Dray & Co", "fleet", "Bo", 3000, "Quoted", 0.5],
]
SENDERS = [
    ["Introducer", "What they do", "Looked after by", "Sent 2025", "Sent 2026 to date", "Next", "Remarks"],
    ["Halls Estate Agents", "estate agents", "Ann", 5, 3, "golf day", "always good"],
    ["Penrose Bank", "bank", "Bo", 2, 1, "call", ""],
    ["Marlin Foods", "client", "Ann", "", 1, "thank them", ""],
]


@pytest.mark.parametrize("sheets", [("Log", "Introducers"), ("Introducers", "Log")])
def test_those_who_send_work_stand_beside_what_they_sent_though_a_client_is_among_them(sheets):
    content = {"Log": ENQUIRIES, "Introducers": SENDERS}
    roster = workbook_roster({name: content[name] for name in sheets}, settings=Settings(plan_start="2026-11-28"))
    assert sorted(roster.names.tolist()) == [
        "Dray & Co", "Halls Estate Agents", "Marlin Foods", "Ostler Garages", "Penrose Bank", "Tiller Homes",
    ]  # fmt: skip
    at = {name: i for i, name in enumerate(roster.names.tolist())}
    kinds = roster.text(Field.RELATIONSHIP)
    assert [kinds[at[name]] for name in ("Halls Estate Agents", "Penrose Bank")] == ["referral source"] * 2
    assert kinds[at["Marlin Foods"]] != "referral source"
    assert roster.text(Field.NEXT_STEP)[at["Marlin Foods"]] == "thank them"
    assert roster.text(Field.SERVICE)[at["Marlin Foods"]] == "fleet"
    assert roster.text(Field.LEAD_SOURCE)[at["Tiller Homes"]] == "Halls"
    assert roster.number(Field.REFERRALS_PER_YEAR)[at["Halls Estate Agents"]] == 5
    assert deals_referred(roster).count[at["Halls Estate Agents"]] == 2  # by the first word of its name
