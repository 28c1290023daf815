"""What remarks and dates of lists abroad say of what is to come and of who sent whom."""

import datetime as dt

import pytest

from planner.parsing.dates.dates import read_date
from planner.parsing.remarks.remark_families import LATER, READY, SENDS_WORK
from planner.parsing.remarks.remarks import read_remark

TODAY = dt.date(2026, 11, 28)


def families(text: str) -> set[str]:
    return {clue.family for clue in read_remark(text, TODAY)}


@pytest.mark.parametrize(
    "text", ["AG du 9/12", "Sitzung 9.12.", "VvE-vergadering 9/12", "junta 9/12", "assemblea 9/12"]
)
def test_the_day_of_a_meeting(text):
    assert read_date(text, day_first=True, today=TODAY) == dt.date(2026, 12, 9)


@pytest.mark.parametrize(
    "text",
    ["projet de concasseur en 2028", "evtl. Schulhaus 2028", "misschien in 2028", "forse nel 2028", "quizás en 2028"],
)
def test_what_may_come_in_a_year_is_for_later(text):
    assert LATER.name in families(text)


def test_a_year_that_is_over_is_nothing_for_later():
    assert LATER.name not in families("projet livré en 2023")


@pytest.mark.parametrize("text", ["Entscheidung vor Weihnachten", "décision avant Noël", "beslissing voor kerst"])
def test_a_decision_before_a_feast_has_its_date(text):
    clue = next(clue for clue in read_remark(text, TODAY) if clue.family == READY.name)
    assert str(clue.date).startswith("2026-12")


@pytest.mark.parametrize(
    ("text", "sends"),
    [("nos recomendó Escuela Luz", False), ("nos recomendó a dos clientes", True), ("ci ha presentato Rossi", False)],
)
def test_who_was_recommended_by_somebody_sends_nobody_for_that(text, sends):
    assert (SENDS_WORK.name in families(text)) == sends
