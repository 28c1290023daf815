"""What the Plan page is told while one plays with the balance: no more than what changed, saved on release."""

import pytest

from dashboard import ids
from dashboard.callbacks.live_preview import show
from dashboard.components.words import TO_COME
from dashboard.pages.plan.later import later_parts
from dashboard.pages.plan.page import answer
from dashboard.service.drafts import take_draft
from dashboard.service.warm_planner import SupersededError
from dashboard.state.edits import fix_hours, with_balance
from dashboard.state.history import undo
from dashboard.tables.by_person import full_table
from tests.dashboard.test_changes import made_from


def test_playing_with_the_sliders_saves_only_when_they_are_let_go(service):
    asked = {"shown": service.view("a").token, "shares": [50, 20, 30], "final": False}
    first = show(service, "a", asked)
    assert service.store.get("a")[1] == 0
    final = show(service, "a", asked | {"final": True})
    assert service.store.get("a")[1] == 1
    assert first["token"] == final["token"] == service.view("a").token


def test_the_table_is_sent_as_what_changed_or_whole_when_nothing_is_known(service):
    view = service.view("a")
    before = full_table(view.plan, {}).rows()
    drawn = show(service, "a", {"shown": view.token, "shares": [30, 25, 45], "final": True})
    after = full_table(service.view("a").plan, {}).rows()
    assert drawn["token"] == service.view("a").token
    assert made_from(before, drawn["table"]) == after
    assert "account" not in drawn["table"]["fields"]
    for unknown in ("a page of another worker", None):
        assert show(service, "a", {"shown": unknown})["table"]["rows"] == after


def test_who_fixed_the_hours_is_sent_anew_when_a_change_is_taken_back_on_a_page_just_opened(service):
    locked = b"Account,Annual fee,Hours now,Locked hours\nOxfield Trust,9000,10,6\nPike Ventures,40000,5,\n"
    work = take_draft(service, "a", [("own.csv", locked)])
    service.store.change("a", lambda _: work)
    service.edit("a", lambda work: fix_hours(work, "Oxfield Trust", 6))
    opened = service.view("a")
    page = full_table(opened.plan, opened.work.overrides).rows()
    service.edit("a", undo)
    answer = show(service, "a", {"shown": opened.token})
    assert [row["mark"] for row in page] == ["lock", ""]
    assert [row["mark"] for row in made_from(page, answer["table"])] == ["file", ""]


def test_nothing_is_sent_of_a_plan_that_is_on_the_page(service):
    assert show(service, "a", {"shown": service.view("a").token}) == {}


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ({"shares": [0, 0, 0], "final": True}, "That was not changed"),
        ({"shares": "all", "final": True}, "Something went wrong here"),
    ],
)
def test_what_cannot_be_planned_is_answered_with_a_notice_and_saves_nothing(client, asked, title):
    before = client.get("/download/plan.json").json["balance"]
    answer = client.post(ids.FOLLOW, json=asked)
    assert answer.status_code == 200
    assert list(answer.json) == ["notice"]
    assert answer.json["notice"]["title"] == title
    assert answer.json["notice"]["icon"]["type"] == "Span"
    assert client.get("/download/plan.json").json["balance"] == before


def test_the_plan_is_drawn_before_its_prices_and_they_follow(service, monkeypatch):
    def not_yet(*_):
        raise AssertionError("no price is needed to draw the plan")

    opened = service.view("a")
    page = full_table(opened.plan, {}).rows()
    with monkeypatch.context() as before:
        before.setattr("planner.pipeline.price", not_yet)
        drawn = show(service, "a", {"shown": opened.token, "shares": [30, 25, 45], "final": True})
    assert f'<div class="metric-value">{TO_COME}</div>' in drawn["top"]
    assert "What is holding the plan back" not in drawn["side"]
    later = show(service, "a", {"later": drawn["token"]})
    plan = service.view("a", prices=True).plan
    assert later["parts"] == later_parts(plan)
    assert TO_COME not in "".join(later["parts"].values())
    assert "What is holding the plan back" in later["parts"]["held"]
    whole = made_from(made_from(page, drawn["table"]), {"fields": {}, "lines": later["lines"]})
    assert whole == full_table(plan, {}).rows()


def test_every_place_that_is_filled_later_is_there_to_begin_with(service):
    view = service.view("a")
    drawn = answer(view)
    for name in later_parts(service.view("a", prices=True).plan):
        assert f'data-later="{name}"' in drawn["top"] + drawn["side"]


def test_nothing_more_is_said_of_a_plan_that_is_not_the_last(service, monkeypatch):
    first = service.view("a").token
    show(service, "a", {"shown": first, "shares": [30, 25, 45], "final": True})
    assert show(service, "a", {"later": first}) == {}

    def moved_meanwhile(*arguments):
        service.edit("a", lambda work: with_balance(work, [50, 20, 30]))
        arguments[-1]()  # what it calls before each further solve

    last = service.view("a").token
    monkeypatch.setattr("planner.pipeline.price", moved_meanwhile)
    with pytest.raises(SupersededError):
        show(service, "a", {"later": last})
