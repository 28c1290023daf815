"""Lists that people on their own keep abroad: titles as they speak, packages a month, matters, offers in words."""

import datetime as dt

import pytest

from planner.facts.people.owners import any_person, owners_of_sections
from planner.fields import Field
from planner.parsing.money.fee_remarks import fee_in_remark
from planner.parsing.remarks.chances_in_remarks import chance_in
from planner.parsing.remarks.remark_families import ENDED, LATER, NEW_TO_US, SENDS_WORK
from planner.parsing.remarks.remarks import said_in
from planner.parsing.standing.relationships import relationship_of
from planner.parsing.standing.stages import chance_of_stage, outcome_of
from planner.settings import Settings
from planner.vocabulary import Relationship
from tests.readers.make import csv_roster, workbook_roster

FIXED = Settings(plan_start=dt.date(2026, 11, 28))
PAST, PROSPECT, SENDER = Relationship.PAST_CLIENT, Relationship.PROSPECT, Relationship.REFERRAL_SOURCE


def column(roster, name: Field) -> dict[str, object]:
    return dict(zip(roster.names.tolist(), roster.columns[name].tolist(), strict=True))


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("VORBEI / PAUSE", PAST),
        ("WUNSCHLISTE", PROSPECT),
        ("EMPFEHLEN MICH", SENDER),
        ("me recomiendan", SENDER),
        ("Contactos feria", PROSPECT),
        ("lista de deseos", PROSPECT),
    ],
)
def test_titles_as_people_speak(title, kind):
    assert relationship_of(title) is kind


def test_titles_that_name_nobody_are_no_owners():
    assert owners_of_sections(["Wünsche", "Wünsche", "Geparktes", "Geparktes"]) is None
    owners = owners_of_sections(["Mirte", "Mirte", "Wouter", "Wouter"])
    assert owners is not None
    assert owners.tolist() == ["Mirte", "Mirte", "Wouter", "Wouter"]
    assert any_person(["Raj's accounts", "Fohrer"])


def test_sheets_that_name_nobody_are_no_owners():
    packages = [["Client", "Montant / mois"], ["Fiduciaire Corthésy", 1300], ["Régie du Lac", 1800]]
    leads = [["Client", "CHF/mois possible", "Où ça en est"], ["Garage Pilet", 650, "offre envoyée"]]
    roster = workbook_roster({"Forfaits": packages, "Pistes": leads}, settings=FIXED)
    assert Field.OWNER not in roster.columns or not any(column(roster, Field.OWNER).values())
    assert column(roster, Field.ANNUAL_FEE)["Garage Pilet"] == 7_800


def test_hours_of_the_work_are_not_those_given_to_winning_it():
    rows = (
        "Date,Client,Mission,Heures,Montant CHF\n12.02.2026,Vignoble,mailing,9,585\n27.04.2026,Régie,archives,22,1320\n"
    )
    rows += "03.06.2026,Congrès,accueil,34,2380\n19.10.2026,Tissot,mémoire,6,420\n"
    assert Field.CURRENT_HOURS not in csv_roster(rows, settings=FIXED).columns
    other = "Client,Hours,Fee\nAcre,9,5000\nBeta,3,1200\nCora,1,9000\nDray,12,800\n"
    assert Field.CURRENT_HOURS in csv_roster(other, settings=FIXED).columns


def test_a_matter_that_rests_is_of_a_client():
    roster = csv_roster(
        "Akt,Mandant,Rechtssache,SB,Status,Honorar netto\n215/24,Hofbauer,Lkw,Dr. Lackner,laufend,12480\n"
        "31/25,Hofbauer,Maut,Dr. Lackner,laufend,1950\n61/26,Taxi 6969,Schiedsverfahren,Mag. Eder,ruht,2700\n"
        "44/26,Leitner,Totalschaden,Mag. Eder,verglichen,1870\n90/26,Zauner,Beratung,Mag. Eder,Anfrage,\n",
        settings=FIXED,
    )
    kinds = column(roster, Field.RELATIONSHIP)
    assert {kinds["Hofbauer"], kinds["Taxi 6969"], kinds["Leitner"]} == {"client"}
    assert kinds["Zauner"] != "client"
    assert column(roster, Field.OWNER)["Leitner"] == "Mag. Eder"


@pytest.mark.parametrize(
    ("text", "fee"),
    [
        ("3.600 angeboten, sie überlegen noch", 3_600),
        ("Angebot Pauschale 800/Monat geschickt am 2.11.", 9_600),
        ("Termin 4.12., Pauschale 2.400", 2_400),
        ("3.600 Einwohner, Pauschalreise", None),
    ],
)
def test_what_was_offered(text, fee):
    assert fee_in_remark(text, only=False) == fee


@pytest.mark.parametrize("text", ["wollen 20 % anzahlen", "30 % acompte", "50% anticipo", "aanbetaling 40%"])
def test_what_is_paid_beforehand_is_no_chance(text):
    assert chance_in(text) is None


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Animation kann ich noch nicht, würde ich gern lernen", NEW_TO_US),
        ("hat 2 Kollegen geschickt", SENDS_WORK),
        ("parle de moi à tous ses confrères", SENDS_WORK),
        ("anzahlen sobald Förderung da ist, Frühjahr", LATER),
        ("se lo han dado a la gestoría", ENDED),
    ],
)
def test_remarks_of_people_on_their_own(text, family):
    assert family in {one.family for one in said_in(text) if not one.negated}


def test_stages_in_speech():
    assert outcome_of("verglichen") == "won"
    assert chance_of_stage("verbalmente sí") == 0.8
    assert outcome_of("vergleichen noch") == ""


def test_an_offer_to_a_client_on_a_sheet_of_offers_is_of_that_client():
    clients = [["Empresa", "Técnica", "Importe anual"], ["Aceites Sur", "Rocío", 6800], ["Transportes", "Rocío", 3200]]
    offers = [
        ["Empresa", "Qué piden", "€", "Cómo está", "Técnica"],
        ["Aceites Sur", "Auditoría", 2900, "pendiente", "Rocío"],
        ["Clínica Nervión", "Protocolo", 1500, "verbalmente sí", "Rocío"],
        ["Astilleros", "Plan", 8000, "lo están mirando", "Macarena"],
    ]
    roster = workbook_roster({"Clientes": clients, "Presupuestos": offers}, settings=FIXED)
    kinds = column(roster, Field.RELATIONSHIP)
    assert sorted(kinds) == ["Aceites Sur", "Astilleros", "Clínica Nervión", "Transportes"]
    assert kinds["Aceites Sur"] == kinds["Transportes"] == "client"


def test_statuses_of_clients_make_no_sheet_of_offers():
    clients = [
        ["Client", "Fee", "Status"],
        ["Acre", 900, "active"],
        ["Beta", 700, "active"],
        ["Cora", 0, "proposal sent"],
    ]
    others = [["Client", "Fee", "Status"], ["Dray", 500, "active"], ["Eden", 400, "lapsed"]]
    kinds = column(workbook_roster({"London": clients, "Leeds": others}, settings=FIXED), Field.RELATIONSHIP)
    assert kinds["Acre"] == kinds["Dray"] == "client"
    assert kinds["Eden"] == "past client"


def test_money_a_month_is_of_no_year_before_which_others_lie():
    rows = [
        ["Société", "€ HTVA/mois", "2025", "2026", "Infos"],
        ["CONTRATS", None, None, None, None],
        ["Menuiserie Delhaye", 390, 2450, None, None],
        ["SANS CONTRAT", None, None, None, None],
        ["Brasserie du Bocq", None, 1900, 5200, None],
        ["PROSPECTS", None, None, None, None],
        ["Carrières", 620, None, 4500, None],
    ]
    kinds = column(workbook_roster({"Feuil1": rows}, settings=FIXED), Field.RELATIONSHIP)
    assert kinds["Menuiserie Delhaye"] == "client"
    assert kinds["Brasserie du Bocq"] != "past client"
    assert kinds["Carrières"] == "prospect"
