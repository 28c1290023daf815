"""Decisions, odds and days that remarks of lists abroad tell of in a few words."""

import datetime as dt

import numpy as np
import pytest

from planner.parsing.dates.dates import parse_dates
from planner.parsing.dates.unsaid_years import days_ago
from planner.parsing.money.fee_remarks import says_free
from planner.parsing.money.fee_texts import read_fee
from planner.parsing.money.periods_beside import times_a_year
from planner.parsing.remarks.chances_in_remarks import chance_in
from planner.parsing.remarks.remark_families import ENDED, LATER, NEW_TO_US, READY, SENDS_WORK
from planner.parsing.remarks.remarks import read_remark
from planner.parsing.standing.legends import read_legend
from planner.parsing.standing.relationships import relationship_of
from planner.parsing.standing.stages import outcome_of
from planner.vocabulary import Relationship

TODAY = dt.date(2026, 11, 28)


def days(text: str) -> dict[str, str]:
    return {clue.family: str(clue.date) for clue in read_remark(text, TODAY) if clue.date is not None}


def families(text: str) -> set[str]:
    return {clue.family for clue in read_remark(text, TODAY)}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Vergabe Q1 2027, 4 Mitbewerber", "2027-03-31"),
        ("GR-Beschluss im Dez., sehr wahrscheinlich", "2026-12-31"),
        ("junta 10/12. somos 3 ofertas", "2026-12-10"),
        ("pitch op 8/12, 3 bureaus", "2026-12-08"),
        ("décision du comité le 12/1", "2027-01-12"),
        ("conseil municipal du 14/12", "2026-12-14"),
    ],
)
def test_a_decision_with_its_day(text, day):
    assert days(text) == {READY.name: day}


@pytest.mark.parametrize(
    "text",
    [
        "keine Entscheidung vor 2028",
        "Conseil en stratégie 2027",
        "Vergabe war im Mai 2024",
        "nach dem Gemeinderat im März",
    ],
)
def test_no_decision_is_none(text):
    assert READY.name not in days(text)


def test_odds_abroad_are_beside_a_word_for_a_chance():
    assert chance_in("schat kans 1 op 3") == pytest.approx(1 / 3)
    assert chance_in("une chance sur trois") == pytest.approx(1 / 3)
    assert chance_in("1 chance sur 2") == 0.5
    assert chance_in("1 sur 3 signé") is None
    assert chance_in("1 von 3 Standorten") is None


def test_what_is_new_and_who_sends_work_in_another_order_of_words():
    assert NEW_TO_US.name in families("wäre für uns neu (Kommunalsanierung)")
    assert SENDS_WORK.name in families("onderaannemer voor hem, brengt ook zelf werk aan")
    assert relationship_of("NOS PASAN TRABAJO") is Relationship.REFERRAL_SOURCE
    assert SENDS_WORK.name not in families("hat ihn empfohlen")


def test_who_chose_another_has_ended_and_who_waits_for_a_grant_is_for_later():
    assert ENDED.name in families("han cogido a otro")
    assert days("Förderzusage abwarten, Frühjahr") == {LATER.name: "2027-05-31"}
    assert ENDED.name not in families("doen het zelf niet")
    assert families("doen ze nu zelf. Evt. volgend jaar weer eens bellen") == {LATER.name}


def test_finished_work_is_won_and_its_accounts_are_past():
    assert outcome_of("abgeschl.") == outcome_of("terminado") == "won"
    assert outcome_of("Abgeschlossen - verloren") == "lost"
    assert relationship_of("Abgeschlossen") is Relationship.PAST_CLIENT
    assert relationship_of("Missions terminées") is Relationship.PAST_CLIENT
    assert relationship_of("abgeschlossener Vertrag") is not Relationship.PAST_CLIENT


def test_days_of_the_past_in_other_languages():
    said = {"gisteren": "2026-11-27", "vor 2 Wochen": "2026-11-14", "la semaine dernière": "2026-11-21",
            "hace 2 meses": "2026-09-29", "2 weken geleden": "2026-11-14"}  # fmt: skip
    assert {text: str(days_ago(text, TODAY)) for text in said} == said
    assert days_ago("mes", TODAY) is None


def test_a_day_and_a_month_with_a_dash():
    dated = parse_dates(["19-11", "5-11"], day_first=None, today=TODAY, past=True).values
    assert dated.tolist() == [dt.date(2026, 11, 19), dt.date(2026, 11, 5)]
    assert np.isnat(parse_dates(["3-5", "4-6"], day_first=None, today=TODAY).values).all()


def test_a_period_behind_an_amount_without_a_sign():
    assert read_fee("180 trimestre", True)[0].value == 720
    assert read_fee("1.200 € mes", True)[0].value == 14_400
    assert read_fee("15k year 1", False)[0].value == 15_000


def test_how_often_money_is_paid_is_said_by_every_text_of_a_column():
    assert times_a_year(["mensual", "única", ""]) == {"mensual": 12, "única": 0}
    assert times_a_year(["mensual", "consulta"]) == {}
    assert times_a_year(["annual", "project"]) == {}


@pytest.mark.parametrize("text", ["doe ik gratis", "machen wir kostenlos", "on le fait gratuitement"])
def test_work_that_we_do_for_nothing(text):
    assert says_free(text)


@pytest.mark.parametrize("text", ["gratis intake gehad", "machen alles selbst, nichts gratis"])
def test_what_was_free_once_is_no_work_for_nothing(text):
    assert not says_free(text)


def test_a_title_before_a_name_ends_no_key():
    assert read_legend([["HO = Dr. Holm, PF = Pfeiffer"]])["ho"] == ("Dr. Holm",)
