"""Ratings of further partners: joined to the list from files of their own, and taken out again."""

from functools import partial

import pytest

from dashboard.downloads import written
from dashboard.pages.explore.partners import differ_card
from dashboard.state.changes import with_next_files, without_rater
from dashboard.state.list_loading import with_changes
from planner.errors import InputError
from planner.export import save_plan
from planner.fields import RATING_OF
from planner.goods import Good
from planner.pipeline import plan as make_plan
from planner.reading import read_roster

ANA = b"Account,Good for others\nOxfield Trust,5\nTern Robotics,1\n"
BEN = b"Account,Good for others\nOxfield Trust,2\nTern Robotics,4\nFenland Water,0\n"
OTHER = b"Account,Good for others\nNobody knows,5\n"


@pytest.fixture
def rated(service):
    service.add_ratings("a", [("ana.csv", ANA), ("ben.csv", BEN)])
    return service


def test_the_plan_goes_by_the_average_of_all_who_rated(rated):
    roster = rated.view("a").plan.roster
    assert list(roster.raters)[-2:] == ["ana", "ben"]
    own = roster.raters[next(iter(roster.raters))][Good.OTHERS]
    at = list(roster.names).index("Oxfield Trust")
    assert roster.number(RATING_OF[Good.OTHERS])[at] == pytest.approx((5 + 2 + own[at]) / 3)


def test_only_the_browser_that_dropped_ratings_sees_them(rated):
    assert not rated.view("b").plan.roster.raters


def test_ratings_that_do_not_fit_change_nothing(rated):
    before = rated.store.get("a")
    with pytest.raises(InputError, match="rates no account of the first list"):
        rated.add_ratings("a", [("cy.csv", OTHER)])
    assert rated.store.get("a") == before
    assert all(rated.store.file("a", file.digest) for file in before[0].raters)


def test_a_newer_file_of_a_partner_takes_the_place_of_the_earlier(rated):
    rated.add_ratings("a", [("ana.csv", BEN)])
    work, _ = rated.store.get("a")
    assert [file.name for file in work.raters] == ["ben.csv", "ana.csv"]
    assert len({file.digest for file in work.raters}) == 1
    assert with_next_files(work, ()).raters == work.raters


def test_ratings_are_taken_out_one_by_one(rated):
    work, _ = rated.store.get("a")
    rated.edit("a", lambda work: without_rater(work, work.raters[0].digest))
    assert "ana" not in rated.view("a").plan.roster.raters
    rated.edit("a", lambda _: without_rater(without_rater(work, work.raters[0].digest), work.raters[1].digest))
    assert not rated.view("a").plan.roster.raters


def test_the_workbook_of_a_plan_by_the_average_opens_as_that_plan(rated):
    plan = rated.view("a").plan
    again = make_plan(read_roster(written(partial(save_plan, plan), ".xlsx"), name="plan.xlsx"))
    assert dict(zip(again.roster.names, again.allocation.hours, strict=True)) == pytest.approx(
        dict(zip(plan.roster.names, plan.allocation.hours, strict=True))
    )
    assert with_changes(plan.roster, rated.view("a").work) is plan.roster


def test_the_card_asks_for_ratings_and_then_for_the_comparison(service):
    assert "Drop each partner's copy" in str(differ_card(service.view("a")))
    service.add_ratings("a", [("ana.csv", ANA)])
    said = str(differ_card(service.view("a")))
    assert "The plan goes by the average" in said
    assert "Take out ana.csv" in said
