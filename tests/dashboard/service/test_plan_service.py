"""Plans of workspaces: remembered within bounds, the same warm and cold, never another browser's."""

import threading
import time

import pytest

from dashboard.service.drafts import take_draft
from dashboard.service.plan_service import PlanService
from dashboard.service.recent import Recent
from dashboard.service.warm_planner import SupersededError, Turns, WarmPlanner
from dashboard.state.changes import say_column, with_rules
from dashboard.state.client_edits import change
from dashboard.state.edits import fix_hours, with_balance, with_hours
from dashboard.state.history import undo
from dashboard.state.store import Store
from dashboard.tables.rules import as_rows, with_new
from planner.allocation.allocate import allocate
from planner.errors import InputError, PlannerError
from planner.explanation.explain import explain
from planner.fields import Field
from planner.pipeline import plan_inputs
from planner.vocabulary import Authority

OWN = b"Account,Industry,Annual fee,Hours now\nOxfield Trust,Charity,9000,10\nPike Ventures,Robotics,40000,5\n"


def test_only_so_many_values_are_remembered_the_last_used_the_longest():
    recent = Recent(2)
    recent.put("a", 1)
    recent.put("b", 2)
    assert recent.get("a") == 1
    recent.put("c", 3)
    assert recent.get("b") is None
    assert recent.get("a") == 1
    assert len(recent) == 2
    assert recent.put("a", 9) == 1
    recent.forget(lambda key: key == "a")
    assert recent.get("a") is None


def test_large_values_make_room_sooner_and_the_last_one_is_kept_whatever_it_takes():
    recent = Recent(9, weigh=len, room=5)
    recent.put("a", "two")
    recent.put("b", "xx")
    assert len(recent) == 2
    recent.put("c", "xxx")
    assert (recent.get("a"), recent.get("b"), recent.get("c")) == (None, "xx", "xxx")
    recent.put("d", "x" * 99)
    assert len(recent) == 1
    assert recent.get("d") is not None


def test_the_same_work_gives_the_same_plan_warm_and_cold(service, tmp_path):
    for shares in ([20, 30, 50], [50, 20, 30], [34, 33, 33]):
        service.edit("a", lambda work, shares=shares: with_balance(work, shares))
        warm = service.view("a").plan
    cold = PlanService(Store(tmp_path)).view("a").plan
    assert list(warm.allocation.hours) == list(cold.allocation.hours)


def test_an_edit_that_leaves_no_plan_is_refused_and_not_saved(service):
    service.edit("a", lambda work: with_hours(work, 300))
    before = service.store.get("a")
    with pytest.raises(PlannerError, match="Brightwater Energy"):
        service.edit("a", lambda work: fix_hours(work, "Brightwater Energy", 500))
    assert service.store.get("a") == before


def test_ratings_rules_and_undo_reach_the_plan(service):
    work = take_draft(service, "a", [("own.csv", OWN)])
    service.store.change("a", lambda _: work)
    first = service.view("a").plan

    service.edit("a", lambda work: change(work, first, [1], "others", "5"))
    tags = service.view("a").plan.tags
    assert tags.strength[1, 0] == 1
    assert tags.authority[1, 0] == Authority.OVERRIDE

    rules = with_new(as_rows(first.rules), "industry", "robotics", "strengths", 0.6)
    service.edit("a", lambda work: with_rules(work, "a rule", rules))
    assert service.view("a").plan.tags.strength[1, 1] == pytest.approx(0.6)

    service.edit("a", lambda work: undo(undo(work)))
    assert list(service.view("a").plan.allocation.hours) == list(first.allocation.hours)


def test_another_column_can_be_taken_for_a_field(service):
    work = take_draft(service, "a", [("own.csv", OWN)])
    service.store.change("a", lambda _: work)
    service.edit("a", lambda work: say_column(work, "-", None, "annual_fee"))
    assert not service.view("a").plan.roster.has(Field.ANNUAL_FEE)
    with pytest.raises(PlannerError):
        service.edit("a", lambda work: say_column(work, "No such column", "owner", None))
    assert service.view("a").plan.roster.size == 2


def test_a_list_whose_file_is_gone_says_so(service):
    work = take_draft(service, "a", [("own.csv", OWN)])
    service.store.change("b", lambda _: work)
    with pytest.raises(InputError, match="no longer here"):
        service.view("b")


def test_deleting_forgets_plans_as_well(service):
    work = take_draft(service, "a", [("own.csv", OWN)])
    service.store.change("a", lambda _: work)
    assert service.view("a").plan.roster.size == 2
    service.delete("a")
    assert service.remembered("a", work, work.fingerprint()) is None
    assert service.view("a").work.is_sample


def test_a_moved_balance_gives_the_plan_that_is_worked_out_from_the_list_anew(service, tmp_path):
    service.edit("a", lambda work: fix_hours(work, "Oxfield Trust", 12))
    service.edit("a", lambda work: with_balance(work, [30, 30, 40]))
    service.edit("a", lambda work: with_balance(work, [50, 20, 30]))
    moved, anew = service.view("a").plan, PlanService(Store(tmp_path)).view("a").plan
    assert moved.settings == anew.settings
    assert moved.settings.given == anew.settings.given
    assert list(moved.allocation.hours) == list(anew.allocation.hours)
    assert moved.explanation.headline == anew.explanation.headline
    assert list(moved.explanation.why) == list(anew.explanation.why)


@pytest.mark.parametrize("needed", ["another", "the same"])
def test_a_plan_that_was_made_when_one_is_needed_is_kept_and_not_drawn(service, monkeypatch, needed):
    def explain_while_one_is_needed(*arguments):
        for warm in service._warm_planners._values.values():
            warm.wanted.append(work.fingerprint() if needed == "the same" else needed)
        return explain(*arguments)

    service.view("a")
    work = with_balance(service.store.get("a")[0], [40, 30, 30])
    monkeypatch.setattr("planner.pipeline.explain", explain_while_one_is_needed)
    with pytest.raises(SupersededError):
        service.plan("a", work, played=True)
    assert service.remembered("a", work, work.fingerprint()) is not None


@pytest.mark.parametrize(("wanted", "gives_way"), [([], False), (["mine"], False), (["mine", "another"], True)])
def test_a_plan_that_is_played_with_gives_way_to_another_that_is_needed(wanted, gives_way):
    warm = WarmPlanner(wanted=["", *wanted])
    if gives_way:
        with pytest.raises(SupersededError):
            warm.give_way("mine")
    else:
        warm.give_way("mine")


def test_a_slider_let_go_is_planned_before_what_it_was_dragged_over(service, monkeypatch):
    order = []

    def allocate_slowly(*arguments, **more):
        order.append("solved")
        if len(order) == 1:
            needed.start()
            while "final" not in waiting():
                time.sleep(0.001)
        return allocate(*arguments, **more)

    service.view("a")
    work, _ = service.store.get("a")
    dragged, final = with_balance(work, [40, 30, 30]), with_balance(work, [50, 20, 30])
    names = {final.fingerprint(): "final"}
    waiting = lambda: [names.get(one) for warm in service._warm_planners._values.values() for one in warm.wanted]  # noqa: E731
    needed = threading.Thread(target=lambda: service.plan("a", final))
    monkeypatch.setattr("planner.pipeline.allocate", allocate_slowly)
    with pytest.raises(SupersededError):
        service.plan("a", dragged, played=True)
    needed.join()
    assert service.remembered("a", dragged, dragged.fingerprint()) is None
    assert service.remembered("a", final, final.fingerprint()) is not None
    assert list(service.plan("a", dragged).allocation.hours) == list(
        PlanService(service.store).plan("a", dragged).allocation.hours
    )


def test_what_can_come_later_waits_while_something_goes_first_but_not_for_ever():
    turns, came = Turns(), []
    later = threading.Thread(target=lambda: (turns.wait(time.monotonic() + 60), came.append("later")))
    with turns.first():
        later.start()
        turns.wait(time.monotonic())  # its time is up: it waits for nobody
        came.append("first")
    later.join(60)
    assert came == ["first", "later"]


def test_a_moved_balance_works_out_no_stage_before_the_hours_anew(service, monkeypatch):
    made = []
    monkeypatch.setattr("dashboard.service.plan_service.plan_inputs", lambda *one: made.append(1) or plan_inputs(*one))
    for shares in ([30, 30, 40], [50, 20, 30], [20, 50, 30]):
        service.edit("a", lambda work, shares=shares: with_balance(work, shares))
        service.view("a")
    assert len(made) == 1


def test_what_another_process_deleted_is_forgotten_here_too(service, tmp_path):
    work = take_draft(service, "a", [("own.csv", OWN)])
    service.store.change("a", lambda _: work)
    service.view("a")
    other = PlanService(Store(tmp_path))
    other.delete("a")
    other.store.close()
    assert service.view("a").work.is_sample
    assert service.remembered("a", work, work.fingerprint()) is None
