"""What small firms write of who sends work, how far an offer is, and what a client's job waits for."""

import datetime as dt

import pytest

from planner.parsing.remarks.chances_in_remarks import chance_in
from planner.parsing.remarks.progress_in_remarks import chance_of_progress
from planner.parsing.remarks.remarks import read_remark
from planner.parsing.standing.relationships import relationship_of
from planner.parsing.standing.stages import outcome_of
from planner.vocabulary import Relationship

TODAY = dt.date(2026, 11, 28)


@pytest.mark.parametrize(
    ("remark", "family"),
    [
        ("land agent (Tim) puts us on to other estates", "sends work"),
        ("members ring us - 6 leads last yr", "sends work"),
        ("brings 3-4 enquiries every year", "sends work"),
        ("our best source, 5 jobs since 2023", "sends work"),
        ("when the grant comes, maybe April", "later"),
        ("good case study for the website", "new to us"),
        ("they send every visitor from abroad to our studio", "sends work"),
        ("named us to Jesmont and Ribblehead", "sends work"),
        ("tells the whole WhatsApp group about us", "sends work"),
        ("erzählt allen von uns", "sends work"),
        ("parle de nous à tous ses amis", "sends work"),
        ("over-runs every month, we lose on it", "costs more than it pays"),
        ("argues over every variation order", "costs more than it pays"),
        ("90 days to pay, every time", "costs more than it pays"),
        ("conteste chaque facture", "costs more than it pays"),
    ],
)
def test_families(remark, family):
    assert family in {clue.family for clue in read_remark(remark, TODAY)}


@pytest.mark.parametrize(
    "remark", ["opposition hearing Mar 27", "never argues about the fee", "send every invoice to head office"]
)
def test_a_case_under_way_and_what_is_sent_back_say_nothing_of_it(remark):
    assert not read_remark(remark, TODAY)


def test_what_is_sent_teaches_nothing():
    assert not read_remark("send case study", TODAY)


@pytest.mark.parametrize(
    ("remark", "chance"),
    [("very keen, 80/20", 0.8), ("60:40 I would say", 0.6), ("fees split 60/40", None), ("due 10/20", None)],
)
def test_two_shares_of_a_hundred_are_odds(remark, chance):
    assert chance_in(remark) == chance


def test_how_far_an_offer_or_a_job_is():
    assert chance_of_progress("proposal gone, ring Thurs") == 0.4
    assert outcome_of("report out, waiting on comments") == outcome_of("LOI recd") == "won"
    assert relationship_of("Freebie") is Relationship.CLIENT


@pytest.mark.parametrize(
    "remark",
    [
        "tell all their friends – 3 jobs from them",
        "takes us to every pitch",
        "heeft ons al vier keer aanbevolen",
        "neemt ons mee naar elke tender",
        "nehmen uns zu jedem Termin mit, bringt viel",
        "holt uns in jedes Projekt",
        "nous a déjà recommandés trois fois",
        "nos llevan a todos los concursos",
        "ci coinvolge in ogni gara",
    ],
)
def test_who_takes_us_along_or_tells_of_us_sends_work(remark):
    assert [clue.negated for clue in read_remark(remark, TODAY) if clue.family == "sends work"] == [False]


@pytest.mark.parametrize("remark", ["hat uns nie empfohlen", "nehmen uns nie mit", "heeft ons nooit aanbevolen"])
def test_who_never_does_so_does_not(remark):
    assert not [clue for clue in read_remark(remark, TODAY) if clue.family == "sends work" and not clue.negated]


@pytest.mark.parametrize("remark", ["neemt contact met ons op", "nimmt uns viel Arbeit ab", "take us to court"])
def test_who_only_takes_something_does_not(remark):
    assert not [clue for clue in read_remark(remark, TODAY) if clue.family == "sends work"]
