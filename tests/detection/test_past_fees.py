"""Fees of clients beside the chance of their next work: what is paid is told from what may be."""

import datetime as dt

import numpy as np
import pytest

from planner.detection.columns.fees.past_fees import of_past_years
from planner.fields import Field
from planner.settings import Settings
from tests.detection.test_first_lists import relationships
from tests.readers.make import csv_roster

TODAY = dt.date(2026, 11, 28)
FIXED = Settings(plan_start=TODAY)


def read(*lines):
    return csv_roster("\n".join(lines), settings=FIXED)


def relationship_asked(roster):
    return [one.default for one in roster.questions if one.code == "relationship"]


def test_fees_without_a_chance_and_chances_without_a_fee_are_of_different_work_and_asked_about():
    roster = read("Who,Fees £k,Chance", "Alder,38.5,60%", "Birch,12,80%", "Cedar,4.8,", "Dunlin,,25%")
    assert relationship_asked(roster) == ["client"]
    assert relationships(roster) == {"Alder": "client", "Birch": "client", "Cedar": "client", "Dunlin": ""}


@pytest.mark.parametrize(
    "rows",
    [
        ("Who,Fee £k,Chance", "Alder,38.5,60%", "Birch,12,80%", "Cedar,5,40%", "Elm,4,10%"),
        ("Who,Expected fee,Chance", "Alder,38000,60%", "Birch,12000,80%", "Cedar,5000,", "Elm,,10%"),
        ("Who,Fee,Stage,Chance", "Alder,38000,Proposal,60%", "Birch,12000,Lead,", "Cedar,,Lead,5%"),
    ],
)
def test_a_pipeline_of_fees_and_their_chances_stays_one_of_prospects(rows):
    assert relationship_asked(read(*rows)) == ["prospect"]


def test_clients_that_the_list_names_say_nothing_of_the_fees_of_the_others():
    roster = read(
        "Who,Type,Fees,Chance", "Alder,Client,38000,", "Birch,Client,12000,", "Cedar,,5000,40%", "Elm,,4000,10%",
        "Fir,,3000,20%", "Gale,Prospect,,20%",
    )  # fmt: skip
    assert relationships(roster)["Cedar"] == ""


@pytest.mark.parametrize(
    "header",
    [
        "Who,Fees £k,WIP £k,Jobs live,Chance", "Kunde,Honorar T€,Angefangene,Laufende Projekte,Chance",
        "Client,Honoraires k€,Encours k€,Missions en cours,Probabilité",
    ],
)  # fmt: skip
def test_work_under_way_beside_fees_says_that_they_are_paid(header):
    roster = read(header, "Alder,38.5,6.2,3,60%", "Birch,12,0,1,80%", "Cedar,4.8,2,1,40%", "Dunlin,,,,25%")
    said = relationships(roster)
    assert [said.pop(name) for name in ("Alder", "Birch", "Cedar")] == ["client"] * 3
    assert said["Dunlin"] in {"", "prospect"}
    assert "annual_fee" in {one.field for one in roster.questions}  # used, and asked about


@pytest.mark.parametrize(
    "header",
    [
        "Who,Fees £k,Next job,£k,Chance", "Who,Fee (£k),Next project,Value £k,Probability",
        "Kunde,Honorar T€,Nächstes Projekt,T€,Chance", "Nom,Honoraires k€,Prochaine mission,k€,Probabilité",
        "Cliente,Honorarios k€,Próximo proyecto,k€,Probabilidad",
    ],
)  # fmt: skip
def test_bare_money_behind_the_next_work_is_of_that_work_and_of_who_pays_no_fee_yet(header):
    roster = read(header, "Alder,38.5,Hall,22,60%", "Birch,12,House,6,80%", "Cedar,4.8,,,", "Dunlin,,Library,35,25%")
    assert roster.number(Field.ANNUAL_FEE).tolist() == [38_500, 12_000, 4800, 35_000]
    assert relationships(roster) == {"Alder": "client", "Birch": "client", "Cedar": "client", "Dunlin": ""}


def test_money_of_the_next_work_alone_is_what_may_be_paid():
    roster = read("Prospect,Next job,£k,Chance", "Alder,Hall,22,60%", "Birch,House,6,80%", "Cedar,Barn,3,10%")
    assert np.all(roster.number(Field.ANNUAL_FEE) > 0)
    assert relationship_asked(roster) == ["prospect"]


@pytest.mark.parametrize(
    ("line", "past"),
    [
        ("updated 20 Nov. Fees are £k to year end 31 July 2026, ex VAT. Chance = of another job.", True),
        ("Fees = billed in the last 12 months", True),
        ("Fees for the financial year 2024/25", True),
        ("Fees last year", True),
        ("Honorare: abgerechnet im Vorjahr", True),
        ("Honoraires de l'exercice 2025", True),
        ("Fees last updated 20 Nov 2026", False),
        ("Fees are for the year to 31 March 2027", False),
        ("Fees not billed yet in the last year", False),
        ("Budget agreed at the partners' day, year to March 2026", False),
    ],
)
def test_a_line_says_of_which_year_the_fees_are(line, past):
    assert bool(of_past_years([[line]], TODAY)) is past


def test_fees_of_a_year_that_is_over_are_of_clients_whatever_their_chance():
    roster = read(
        "Fees are £k to year end 31 July 2026,,", "Who,Fees £k,Chance", "Alder,38.5,60%", "Birch,12,80%",
        "Cedar,4.8,40%", "Dunlin,,25%",
    )  # fmt: skip
    assert relationships(roster) == {"Alder": "client", "Birch": "client", "Cedar": "client", "Dunlin": ""}
