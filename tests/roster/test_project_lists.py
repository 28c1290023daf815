"""Lists of projects for those who build: commissioned or not, months in figures, the network on a sheet of its own."""

import pytest

from planner.fields import Field
from planner.vocabulary import Grain
from tests.readers.make import csv_roster, workbook_roster

PROJECTS = [
    ["Nr.", "Projekt", "Bauherr", "Honorar netto", "beauftragt", "Beginn / Entscheidung", "Stand"],
    ["26-041", "Neubau Kita", "Stadt Feldkirchen", 48500, "ja", "03/26", "in Bearbeitung LPH 5"],
    ["26-044", "Sanierung Rathaus", "Stadt Feldkirchen", 22000, "nein", "01/30", "Präsentation"],
    ["26-060", "Holzbau", "Wogeno Süd eG", 96000, "nein", "12/29", "Angebot abgegeben"],
    ["26-063", "Halle 3", "Brandl KG", 18500, "nein", "02/30", "Angebot abgegeben"],
    ["26-071", "Balkonanbau", "WEG Lindenstr. 4", 1800, "nein", "", "abgesagt"],
]
NETWORK = [
    ["Name", "Rolle", "Bem."],
    ["Büro Sailer", "Architekt", "bringt uns 3 Projekte im Jahr"],
    ["Kern", "Bau", ""],
]


def test_a_yes_under_commissioned_is_a_deal_won_and_the_client_builds():
    roster = workbook_roster({"Projekte": PROJECTS, "Netzwerk": NETWORK})
    assert roster.source.grain is Grain.OPPORTUNITY
    kinds = dict(zip(roster.names.tolist(), roster.text(Field.RELATIONSHIP).tolist(), strict=True))
    assert kinds["Stadt Feldkirchen"] == "client"
    assert kinds["Büro Sailer"] == kinds["Kern"] == "referral source"
    assert roster.deals is not None
    assert roster.deals.state.tolist()[:5] == ["won", "open", "open", "open", "lost"]


def test_pairs_of_figures_in_a_column_of_them_are_months():
    roster = workbook_roster({"Projekte": PROJECTS})
    assert roster.deals is not None
    assert roster.deals.expected.astype(str).tolist()[1:4] == ["2030-01-31", "2029-12-31", "2030-02-28"]


RUNNING = {
    "Projekte": (
        [["laufende Projekte, Stand KW 47"], ["Bauherr / AG", "Projekt", "Gewerke", "Honorar", "PL", "Bemerkung"]],
        "abgeschlossen 2025, nichts mehr offen",
        ["Anfrage von", "Vorhaben", "Honorar ca.", "Wahrsch.", "wer"],
    ),
    "Jobs": (
        [["Client", "Job", "Trade", "Fee", "Lead", "Notes"]],
        "completed 2023, nothing more planned",
        ["Client", "Job", "Fee est.", "Chance", "Lead"],
    ),
    "Opdrachten": (
        [["Opdrachtgever", "Opdracht", "Vak", "Honorarium", "Wie", "Opmerking"]],
        "afgerond 2023",
        ["Opdrachtgever", "Opdracht", "Honorarium ca.", "Kans", "Wie"],
    ),
}
WORKS = [
    ["Orrick", "Maltings", "HLS", 74000, "MB", ""],
    ["Orrick", "Tower", "HLS", 22000, "MB", ""],
    ["Song", "School", "ELT", 44000, "KL", ""],
]


def said(roster):
    return dict(zip(roster.names.tolist(), roster.text(Field.RELATIONSHIP).tolist(), strict=True))


@pytest.mark.parametrize("sheet", RUNNING)
def test_running_projects_are_of_clients_though_one_has_two_of_them(sheet):
    head, _, _ = RUNNING[sheet]
    roster = workbook_roster({sheet: [*head, *WORKS]})
    assert said(roster) == {"Orrick": "client", "Song": "client"}
    assert roster.number(Field.ANNUAL_FEE).tolist() == [96_000, 44_000]
    assert roster.deals is None


@pytest.mark.parametrize("stages", [[], ["Stage", "Proposal", "Enquiry"]])
@pytest.mark.parametrize("sheet", RUNNING)
def test_a_sheet_of_enquiries_beside_running_projects_has_the_deals(sheet, stages):
    head, _, headers = RUNNING[sheet]
    enquiries = [headers, ["Song", "Fire station", 140000, "60%", "KL"], ["Dale", "Mill", 41000, "30%", "MB"]]
    enquiries = [[*row, *stages[i : i + 1]] for i, row in enumerate(enquiries)]
    roster = workbook_roster({sheet: [*head, *WORKS], "Anfragen": enquiries})
    kinds = said(roster)
    assert kinds["Orrick"] == kinds["Song"] == "client"
    at = {name: i for i, name in enumerate(roster.names.tolist())}
    assert len(at) == 3
    assert roster.number(Field.PROBABILITY)[[at["Song"], at["Dale"]]].tolist() == [0.6, 0.3]
    assert roster.number(Field.ANNUAL_FEE)[at["Orrick"]] == 96_000


def test_work_that_is_done_is_not_added_to_what_goes_on():
    head, done, _ = RUNNING["Projekte"]
    rows = [["Orrick", "Shed", "HLS", 9000, "MB", done], ["Hartley", "Crown", "HLS", 18000, "JT", done]]
    roster = workbook_roster({"Projekte": [*head, *WORKS, *rows]})
    assert said(roster) == {"Orrick": "client", "Song": "client", "Hartley": "past client"}
    assert roster.number(Field.ANNUAL_FEE)[0] == 96_000


@pytest.mark.parametrize(
    ("sheet", "work", "fee"),
    [
        ("Pipeline", "Project", "Fee"), ("Angebote", "Projekt", "Honorar"), ("List", "Opportunity", "Fee"),
        ("List", "Project", "Fee quoted"),
    ],
)  # fmt: skip
def test_what_is_called_after_what_may_be_won_stays_a_list_of_deals(sheet, work, fee):
    rows = [["Client", work, fee, "Lead"], *([row[0], row[1], row[3], row[4]] for row in WORKS)]
    assert workbook_roster({sheet: rows}).source.grain is Grain.OPPORTUNITY


def test_projects_with_a_chance_or_a_stage_are_deals_still():
    text = "Client,Project,Fee,Chance\nOrrick,Maltings,74000,50%\nOrrick,Tower,22000,20%\nSong,School,44000,30%\n"
    assert csv_roster(text).source.grain is Grain.OPPORTUNITY
