"""Sentences that tell of work where nothing else says what an account is to the firm."""

import datetime as dt

import pytest

from planner.fields import Field
from planner.parsing.history.work_told import work_told
from planner.vocabulary import Relationship
from tests.readers.make import csv_roster

TODAY = dt.date(2026, 11, 28)


@pytest.mark.parametrize(
    "text",
    [
        "8 coachees this year (£31k)", "called off £14k so far this year", "billed £14k last year", "£12k last year",
        "will do the same in 2027", "pro bono, one day a quarter", "two heads of year coached at our school rate",
        "drei Workshops dieses Jahr", "même chose en 2027",
    ],
)  # fmt: skip
def test_work_of_this_year_is_a_client_s(text):
    assert work_told(text, TODAY) is Relationship.CLIENT


@pytest.mark.parametrize(
    "text",
    [
        "2 workshops in 2023. Budget cut. Heard nothing since.", "used us in 2022 for a survey", "closed out in May",
        "Leadership programme finished in September, £22k", "project wrapped up", "completed", "delivered 2024",
        "Projekt abgeschlossen", "mission terminée en 2024", "proyecto entregado", "opdracht afgerond",
    ],
)  # fmt: skip
def test_work_that_is_over_is_a_past_client_s(text):
    assert work_told(text, TODAY) is Relationship.PAST_CLIENT


@pytest.mark.parametrize(
    "text",
    [
        "3 intros this year", "2 meetings this year", "want 3 workshops in 2027", "turnover £12m last year",
        "merger completed in May", "once the project is completed", "project nearly finished",
        "phase 1 done, phase 2 in Jan",
        "would do at our charity rate", "£9k budget in 2027", "finished the proposal", "their course is finished",
        "building work completed 2025", "contract ended with Arup", "free talk every year",
    ],
)  # fmt: skip
def test_wishes_offers_and_the_work_of_others_tell_nothing(text):
    assert work_told(text, TODAY) is None


def test_a_list_that_says_everything_in_sentences_has_clients():
    roster = csv_roster(
        "Organisation,Our contact,What is going on\n"
        "Abbot & Rye,Gillian Rye,8 coachees this year (£31k). Will do the same in 2027.\n"
        'Delphine Arbogast,herself,"private coachee, £250 a session, monthly"\n'
        "Kirkham Council,,2 workshops in 2012. Budget cut. Heard nothing since.\n"
        'Hallidays LLP,Sam Halliday,"Lunch in Feb. Might want partner coaching, never bought from us."\n'
        'Foxglove Theatre,Director,"pro bono, one day a quarter"\n'
    )
    kinds = roster.text(Field.RELATIONSHIP).tolist()
    assert kinds[:3] + kinds[4:] == ["client", "client", "past client", "client"]
    assert kinds[3] in ("", "prospect")
