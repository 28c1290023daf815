"""Registers of matters with what was billed: work of clients, not deals to be won."""

import datetime as dt

import numpy as np

import planner
from planner.fields import Field
from planner.goods import Good
from planner.settings import Settings
from tests.readers.make import csv_roster, workbook

ROWS = [
    ["Matter", "Client", "FE", "St", "Opened", "Billed FY26", "WIP", "Comment"],
    ["N1/1", "Northgate Foods", "MB", "A", dt.date(2021, 3, 2), "R 1.2m", 84000, ""],
    ["N1/2", "Northgate Foods", "JQ", "F", dt.date(2024, 5, 6), "R 150k", 0, ""],
    ["A2/1", "Alder Freight", "JQ", "A", dt.date(2025, 10, 1), "R 84 500", 15500, ""],
    ["H3/1", "Harbour Press", "MB", "F", dt.date(2022, 6, 1), "", 0, "liquidated"],
    ["P4/1", "Pilot Mills", "MB", "F", dt.date(2022, 6, 1), "", 0, ""],
    ["T5/1", "Tern Robotics", "MB", "Q", dt.date(2026, 10, 5), "", "",
     "quoted R 750 000 p.a., 50%, answer by 15 December 2026"],
    ["", "6 matters", "", "", "", "", 99500, ""],
]  # fmt: skip
CODES = [["FE", "Fee earner"], ["MB", "Mara Bell"], ["JQ", "Jonah Quayle"], [], ["St", "Status"], ["A", "Active"],
         ["F", "Filed (closed)"], ["Q", "Quoted – not yet a client"]]  # fmt: skip


def register():
    content = workbook({"Matters": ROWS, "Codes": CODES})
    return planner.read_roster(content, name="m.xlsx", settings=Settings(plan_start=dt.date(2026, 11, 28)))


def test_what_was_billed_is_summed_and_ended_work_was_a_clients():
    roster = register()
    assert roster.names.tolist() == [
        "Northgate Foods",
        "Alder Freight",
        "Harbour Press",
        "Pilot Mills",
        "Tern Robotics",
    ]
    kinds = ["client", "client", "past client", "past client", "prospect"]
    assert roster.text(Field.RELATIONSHIP).tolist() == kinds
    assert roster.number(Field.ANNUAL_FEE).tolist()[:2] == [1_350_000, 84_500]
    assert roster.text(Field.OWNER).tolist()[0] == "Mara Bell"
    assert dict(roster.left_out) == {2: "liquidated"}


def test_a_quoted_matter_has_the_fee_chance_and_day_of_its_remark_and_it_is_said():
    roster = register()
    assert roster.number(Field.ANNUAL_FEE)[4] == 750_000
    assert roster.number(Field.PROBABILITY)[4] == 0.5
    assert roster.date(Field.EXPECTED_DATE)[4] == np.datetime64("2026-12-15")
    assert sum(issue.code == "deals-worked-out" for issue in roster.issues) == 3


def test_a_sheet_of_codes_is_said_to_be_read_for_what_they_mean():
    (said,) = [issue.message for issue in register().issues if issue.code == "sheets-not-read"]
    assert said == "No list was found on “Codes”; of it only what codes mean was read."


def test_numbers_of_a_years_cases_are_no_chances():
    rows = [
        ["Aktenzeichen", "Mandant", "SB", "Status", "Angelegt", "Honorar 2025"],
        ["12/25", "Seibold AG", "RB", "laufend", dt.date(2025, 2, 1), 18_000],
        ["13/25", "Seibold AG", "RB", "abgeschlossen", dt.date(2024, 2, 1), 2_500],
        ["14/25", "Kern GmbH", "HK", "laufend", dt.date(2025, 5, 1), 9_000],
    ]
    roster = planner.read_roster(workbook({"Akten": rows}), name="a.xlsx")
    assert roster.names.tolist() == ["Seibold AG", "Kern GmbH"]
    assert roster.number(Field.ANNUAL_FEE).tolist() == [20_500, 9_000]


JOBS = [
    ["Job no", "Client", "What for", "Status", "Fee", "Lead", "Start", "Finish"],
    ["F118", "Ashcombe", "footprint 2026", "Live", 18_500, "Ann", dt.date(2026, 6, 1), dt.date(2027, 1, 29)],
    ["F119", "Ashcombe", "packaging", "Proposal", 6_500, "Ann", "", ""],
    ["F101", "Brack", "ISO 14001", "Complete", 7_200, "Bob", dt.date(2025, 11, 3), dt.date(2026, 4, 30)],
    ["F128", "Lowther", "peatland", "On hold", 16_000, "Bob", dt.date(2026, 5, 11), ""],
    ["F122", "Elm", "village hall", "Enquiry", 2_000, "Ann", "", ""],
    ["F112", "Orchard", "gap analysis", "Lost", 19_000, "Bob", "", ""],
    ["F133", "Roth", "SECR report", "Live", 5_200, "Bob", dt.date(2026, 11, 2), dt.date(2027, 1, 31)],
    ["F115", "Roth", "report last year", "Complete", 4_900, "Bob", dt.date(2025, 11, 3), dt.date(2026, 1, 30)],
    ["F120", "Hospice", "energy audit", "Live", 1_500, "Ann", dt.date(2026, 10, 5), dt.date(2026, 12, 18)],
]


def numbered_jobs():
    return planner.read_roster(
        workbook({"Jobs": JOBS}), name="j.xlsx", settings=Settings(plan_start=dt.date(2026, 11, 28))
    )


def test_numbered_jobs_whose_states_say_which_were_won_are_summed_by_client():
    roster = numbered_jobs()
    kinds = dict(zip(roster.names.tolist(), roster.text(Field.RELATIONSHIP).tolist(), strict=True))
    assert list(kinds) == ["Ashcombe", "Brack", "Lowther", "Elm", "Orchard", "Roth", "Hospice"]
    assert kinds["Ashcombe"] == kinds["Brack"] == kinds["Lowther"] == kinds["Roth"] == "client"
    assert kinds["Elm"] != "client"
    assert roster.number(Field.ANNUAL_FEE)[list(kinds).index("Roth")] == 10_100


def test_work_that_is_on_hold_gets_no_hours_though_it_had_begun():
    roster = numbered_jobs()
    assert {roster.names[at] for at in roster.left_out} == {"Lowther", "Orchard"}


def test_words_for_single_jobs_are_no_services_of_which_one_could_be_new():
    tags = planner.plan(numbered_jobs(), hours=40).tags
    strengths = list(Good).index(Good.STRENGTHS)
    assert "new service" not in " ".join(tags.reason[:, strengths])


MATTERS = """Client,Matter,Description,Status,Billed last 12 months,Notes
First Flume,00161-First,Lending,Open,73300,
Snake Prairie,00239-Snake,Assessments,Open,12700,
Jess Hospice,00188-Jess,Pro bono - bylaws,Open,0,
Kilbride,00331-Kilbride,Outside GC,Pending,,80% - CFO wants the letter by Dec 11
"""


def test_what_a_register_says_was_billed_in_a_year_is_no_assumed_fee():
    day = dt.date(2026, 11, 28)
    made = planner.plan(csv_roster(MATTERS, settings=Settings(plan_start=day)), plan_start=day)
    assumed = made.facts.assumed[Field.ANNUAL_FEE].tolist()
    assert made.facts.fee.tolist()[:2] == [73_300, 12_700]
    assert assumed == [False, False, False, True]


def test_the_remark_beside_a_pending_matter_says_how_likely_it_is_and_when():
    deals = csv_roster(MATTERS, settings=Settings(plan_start=dt.date(2026, 11, 28))).deals
    assert deals.probability[3] == 0.8
    assert str(deals.expected[3])[:10] == "2026-12-11"


def test_a_description_of_the_work_may_say_that_it_is_free():
    roster = csv_roster(MATTERS)
    assert any(clue.account == 2 and clue.family == "free work" for clue in roster.remarks)


BACKLOG = [
    ["Proj #", "Project Name", "Client", "Contract Amt", "Billed to Date", "Remaining", "% Cmpl", "Status"],
    ["26-014", "Riverwalk", "Lathrop", 285_000, 190_000, 95_000, 0.67, "Active"],
    ["26-022", "Trails", "Lathrop", 64_000, 0, 64_000, 0, "Active"],
    ["25-051", "HQ", "Brightline", 210_000, 207_000, 3_000, 0.98, "Closeout"],
    ["26-031", "Deck", "Castellan", 98_000, 49_000, 49_000, 0.5, "Active"],
    ["26-040", "Annex", "Dover", 40_000, 0, 40_000, 0, "Proposal"],
]
PURSUITS = [
    ["Pursuit", "Client", "Est Fee", "P(get)", "Due", "Status"],
    ["Lakefront", "Emory", 180_000, 0.35, dt.date(2026, 12, 18), "SOQ submitted"],
    ["Campus", "Brightline", 95_000, 0.6, dt.date(2027, 1, 22), "Proposal"],
    ["Stadium", "Kent", 400_000, 0, "", "No-Go"],
]


def test_a_report_of_work_under_contract_and_a_sheet_of_pursuits_are_one_list():
    content = workbook({"Backlog": BACKLOG, "Pursuits": PURSUITS})
    roster = planner.read_roster(content, name="b.xlsx", settings=Settings(plan_start=dt.date(2026, 11, 28)))
    kinds = dict(zip(roster.names.tolist(), roster.text(Field.RELATIONSHIP).tolist(), strict=True))
    assert kinds["Lathrop"] == kinds["Brightline"] == kinds["Castellan"] == "client"
    assert "client" not in (kinds["Dover"], kinds["Emory"])
    assert roster.number(Field.ANNUAL_FEE)[list(kinds).index("Lathrop")] == 349_000
    assert {roster.names[at] for at in roster.left_out} == {"Kent"}
