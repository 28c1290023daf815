"""Lists of projects for those who build: commissioned or not, months in figures, the network on a sheet of its own."""

from planner.fields import Field
from planner.vocabulary import Grain
from tests.readers.make import workbook_roster

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
