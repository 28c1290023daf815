"""The app as a whole, without a browser: its pages, downloads, errors, and two workers beside each other."""

import csv
import datetime as dt
import io
import json
import logging
import zipfile
from pathlib import Path

import pytest
from dash import no_update
from icalendar import Calendar
from plotly.utils import PlotlyJSONEncoder
from python_calamine import CalamineWorkbook
from sqlalchemy import text

from dashboard import ids
from dashboard.app import report_error
from dashboard.callbacks import upload as upload_callbacks
from dashboard.callbacks.common import changed, notice
from dashboard.callbacks.plan import typed
from dashboard.callbacks.shell import list_name, page_for, take_step
from dashboard.pages import PAGES
from dashboard.service.drafts import take_draft, use_draft
from dashboard.service.plan_service import PlanService, service_of
from dashboard.state.changes import with_settings
from dashboard.state.edits import fix_hours, with_balance
from dashboard.state.workspace import FileRef, Workspace
from planner.errors import InputError
from planner.pipeline import plan as make_plan
from planner.reading import read_roster
from sample_workbooks import sample_path

ODS = Path(__file__).parent.parent / "lists" / "clinical_trials" / "Sponsors and leads.ods"


def workspace_of(client) -> str:
    client.get("/")
    with client.session_transaction() as session:
        return session["workspace"]


def text_of(component) -> str:
    return json.dumps(component, cls=PlotlyJSONEncoder)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_shows_the_sample(app, page):
    assert '"' in text_of(page_for(service_of(app), "somebody", page.path))


def test_an_unknown_address_is_said_to_be_none(app):
    assert "There is nothing here" in text_of(page_for(service_of(app), "somebody", "/nothing"))


def without_plan(store, owner: str, how: str) -> None:
    """Bring a workspace into a state of which no plan can be made."""
    if how == "its file is gone":
        gone = FileRef(name="gone.csv", digest="0", size=1)
        store.change(owner, lambda work: work.model_copy(update={"files": (gone,)}))
    elif how == "a setting cannot be used":
        store.change(owner, lambda work: with_settings(work, balance="0/0/0"))
    else:
        store.change(owner, lambda work: with_settings(work, hours=400))
        with store._writing() as connection:
            connection.execute(text("""UPDATE workspace SET body = '{"future": 1}'"""))


NO_PLAN = ["its file is gone", "a setting cannot be used", "another version saved it"]


@pytest.mark.parametrize("how", NO_PLAN)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_without_a_plan_offers_to_drop_a_list_and_to_start_over(app, page, how):
    service = service_of(app)
    without_plan(service.store, "me", how)
    shown = text_of(page_for(service, "me", page.path))
    assert "No plan can be made yet" in shown
    for offer in (ids.UPLOAD, ids.START_OVER, ids.START_OVER_YES):
        assert f'"id": "{offer}"' in shown
    service.delete("me")
    assert "No plan can be made yet" not in text_of(page_for(service, "me", page.path))


@pytest.mark.parametrize("how", NO_PLAN[:2])
def test_a_list_can_be_dropped_where_there_is_no_plan(app, how):
    service = service_of(app)
    without_plan(service.store, "me", how)
    good = "data:text/csv;base64,QWNjb3VudCxBbm51YWwgZmVlCk94ZmllbGQgVHJ1c3QsNTAwMAo="
    upload_callbacks.take_files(service, "me", [good], ["good.csv"])
    use_draft(service, "me")
    assert service.view("me").plan.roster.size == 1


def test_a_file_that_is_dropped_again_keeps_what_was_changed(app):
    service = service_of(app)
    good = "data:text/csv;base64,QWNjb3VudCxBbm51YWwgZmVlCk94ZmllbGQgVHJ1c3QsNTAwMAo="
    upload_callbacks.take_files(service, "me", [good], ["good.csv"])
    use_draft(service, "me")
    service.edit("me", lambda work: fix_hours(work, "Oxfield Trust", 3))
    with service.store._writing() as connection:
        connection.execute(text("DELETE FROM file"))
    fresh = PlanService(service.store)
    assert not fresh.has_plan("me", service.store.get("me")[0])
    upload_callbacks.take_files(fresh, "me", [good], ["good.csv"])
    use_draft(fresh, "me")
    assert fresh.view("me").plan.allocation.hours.tolist() == [3]


@pytest.mark.parametrize("shares", [[1e308, 1e308, 1e308], [float("nan"), 1, 1], [0, 0, 0]])
def test_a_balance_that_is_refused_is_not_saved(app, client, shares):
    owner = workspace_of(client)
    answer = client.post(ids.FOLLOW, json={"shares": shares, "final": True}).json
    assert answer["notice"]["title"] == "That was not changed"
    assert service_of(app).store.get(owner) == (Workspace(), 0)
    assert client.get("/download/plan.json").status_code == 200


def test_a_balance_that_leaves_no_plan_is_not_saved(app, client, monkeypatch):
    owner = workspace_of(client)

    def refused(*_):
        raise InputError("No plan at that balance.")

    monkeypatch.setattr("dashboard.service.warm_planner.WarmPlanner.plan", refused)
    answer = client.post(ids.FOLLOW, json={"shares": [50, 20, 30], "final": True}).json
    assert answer["notice"]["message"] == "No plan at that balance."
    assert service_of(app).store.get(owner) == (Workspace(), 0)


def test_health_answers(client):
    assert client.get("/health").json == {"status": "ok"}


def test_the_header_names_the_list_and_the_period(app):
    assert "60 accounts" in text_of(list_name(service_of(app), "somebody")[0])


def test_what_is_downloaded_is_what_is_on_the_screen(app, client):
    owner, service = workspace_of(client), service_of(app)
    service.edit(owner, lambda work: with_balance(work, [34, 33, 33]))
    service.edit(owner, lambda work: fix_hours(work, "Oxfield Trust", 20))
    plan = service.view(owner).plan
    hours = dict(zip(plan.roster.names, plan.allocation.hours, strict=True))
    assert hours["Oxfield Trust"] == 20

    found = client.get("/download/plan.json").json
    assert {one["account"]: one["hours"] for one in found["accounts"]} == pytest.approx(hours)
    assert found["settings"]["balance"]["others"] == pytest.approx(0.34)

    rows = list(csv.DictReader(io.StringIO(client.get("/download/plan.csv").get_data(as_text=True).lstrip("\ufeff"))))
    assert len(rows) == len(hours)

    workbook = client.get("/download/plan.xlsx")
    assert "Sample list plan.xlsx" in workbook.headers["Content-Disposition"]
    assert "Plan" in CalamineWorkbook.from_filelike(io.BytesIO(workbook.data)).sheet_names
    again = make_plan(read_roster(workbook.data, name="plan.xlsx"))
    assert dict(zip(again.roster.names, again.allocation.hours, strict=True)) == pytest.approx(hours)


def test_the_users_own_file_comes_back_with_the_plan_beside_its_rows(app, client):
    owner, service = workspace_of(client), service_of(app)
    content = b"Account,Annual fee,Hours now\nOxfield Trust,9000,10\nPike Ventures,40000,5\n"
    work = take_draft(service, owner, [("my list.csv", content)])
    service.store.change(owner, lambda _: work)
    answer = client.get("/download/own")
    assert "my list with plan.csv" in answer.headers["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(answer.get_data(as_text=True).lstrip("\ufeff"))))
    hours = service.view(owner).plan.allocation.hours
    assert [float(row["Hours planned"]) for row in rows] == pytest.approx(list(hours))
    assert [row["Annual fee"] for row in rows] == ["9000", "40000"]


def test_a_workbook_comes_back_with_its_issues_marked_and_other_files_are_refused_in_a_sentence(app, client):
    owner, service = workspace_of(client), service_of(app)
    content = sample_path("partner_tracker").read_bytes()
    work = take_draft(service, owner, [("tracker.xlsx", content)])
    service.store.change(owner, lambda _: work)
    marked = client.get("/download/marked")
    assert "tracker to check.xlsx" in marked.headers["Content-Disposition"]
    sheets = CalamineWorkbook.from_filelike(io.BytesIO(content)).sheet_names
    assert CalamineWorkbook.from_filelike(io.BytesIO(marked.data)).sheet_names[: len(sheets)] == sheets
    work = take_draft(service, owner, [("list.csv", b"Account\nOxfield Trust\n")])
    service.store.change(owner, lambda _: work)
    refused = client.get("/download/marked")
    assert refused.status_code == 409
    assert "list.csv" in refused.get_data(as_text=True)


def test_a_file_of_a_kind_that_cannot_be_given_back_is_not_offered_and_refused_as_such(app, client):
    owner, service = workspace_of(client), service_of(app)
    assert "/download/own" in text_of(page_for(service, owner, "/export"))
    work = take_draft(service, owner, [("Leads.ods", ODS.read_bytes())])
    service.store.change(owner, lambda _: work)
    shown = text_of(page_for(service, owner, "/export"))
    assert "/download/own" not in shown
    assert "save yours as .xlsx, and drop that" in shown
    refused = client.get("/download/own")
    assert refused.status_code == 409
    said = refused.get_data(as_text=True)
    assert "Leads.ods can be read, but not be given back" in said
    assert "No plan can be made yet" not in said


def test_a_field_that_shows_what_the_plan_has_changes_nothing_and_one_that_is_typed_is_a_step(app):
    service = service_of(app)
    assert typed(service, "me", "hours", 400, "field") == (no_update, "")
    assert service.store.get("me") == (Workspace(), 0)
    assert typed(service, "me", "hours", 420, "field")[1] == ""
    assert typed(service, "me", "hours", 0, "field") == (no_update, "Hours must be more than 0.")
    work, revision = service.store.get("me")
    assert [step.label for step in work.done] == ["420 hours"]
    assert revision == 1


def test_a_step_is_taken_back_and_done_again_from_any_page_and_told(app, monkeypatch):
    service, told = service_of(app), []
    monkeypatch.setattr("dashboard.callbacks.shell.say", told.append)
    service.edit("me", lambda work: with_balance(work, [30, 30, 40]))
    assert take_step(service, "me", "undo") == 2
    assert service.store.get("me")[0].settings == {}
    assert take_step(service, "me", "redo") == 3
    assert service.store.get("me")[0].settings == {"balance": "30/30/40"}
    assert "Undone: balance 30/30/40" in text_of(told[0])
    assert "Done again: balance 30/30/40" in text_of(told[1])
    assert take_step(service, "me", "redo") is no_update


def test_a_toast_with_a_button_stands_twice_as_long_as_one_that_is_only_read():
    assert changed("balance 30/30/40", 3)["autoClose"] >= 2 * notice("Saved")["autoClose"]


def test_the_calendar_is_a_file_for_each_person_with_the_planned_hours(app, client):
    answer = client.get("/download/calendar")
    assert answer.mimetype == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        plan = service_of(app).view("anybody").plan
        assert sorted(archive.namelist()) == sorted(f"{person.name}.ics" for person in plan.team.people)
        events = Calendar.from_ical(archive.read(archive.namelist()[0])).walk("VEVENT")
    spent = [one for one in events if isinstance(one["dtstart"].dt, dt.datetime)]
    first = archive.namelist()[0].removesuffix(".ics")
    at = [person.name for person in plan.team.people].index(first)
    planned = sum(hours for (_, person), hours in plan.allocation.by_person.items() if person == at)
    put = sum((one["dtend"].dt - one["dtstart"].dt).total_seconds() for one in spent) / 3600
    assert put == pytest.approx(planned, abs=0.5 * len(spent))


def test_the_template_is_a_workbook_that_reads_as_a_list(client):
    template = client.get("/download/template.xlsx")
    assert "Settings" in CalamineWorkbook.from_filelike(io.BytesIO(template.data)).sheet_names


def test_the_print_page_escapes_what_the_list_says(app, client):
    owner, service = workspace_of(client), service_of(app)
    content = b"Account,Annual fee,Hours now\n<script>alert(1)</script>,5000,3\nB & C,7000,2\n"
    work = take_draft(service, owner, [("list.csv", content)])
    service.store.change(owner, lambda _: work)
    page = client.get("/print").get_data(as_text=True)
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "B &amp; C" in page


def test_the_header_names_a_merged_list_with_the_answer_that_merged_it(app, client):
    owner, service = workspace_of(client), service_of(app)
    content = b"Account,Annual fee\nAshdown Foods Ltd,5000\nAshdown Foods Limited,4000\nPike,7000\n"
    work = take_draft(service, owner, [("list.csv", content)])
    service.store.change(owner, lambda _: work)
    client.get("/_dash-dependencies")
    found = next(name for name, one in app.callback_map.items() if '"duplicate"' in one["inputs"][0]["id"])
    outputs = [dict(zip(("id", "property"), one.split(".", 1), strict=True)) for one in found.strip(".").split("...")]
    pressed = ids.duplicate(0, "merge")
    inputs = [[{"id": pressed, "property": "n_clicks", "value": 1}]]
    changed = [json.dumps(pressed, sort_keys=True, separators=(",", ":")) + ".n_clicks"]
    body = {"output": found, "outputs": outputs, "inputs": inputs, "changedPropIds": changed}
    answer = client.post("/_dash-update-component", json=body).json
    assert "2 accounts" in str(answer["sideUpdate"][ids.LIST_NAME])
    assert answer["response"][ids.PAGE_REVISION]


def test_a_file_that_cannot_be_read_leaves_the_previous_list_in_place(app, client):
    owner, service = workspace_of(client), service_of(app)
    good = "data:text/csv;base64,QWNjb3VudCxBbm51YWwgZmVlCk94ZmllbGQgVHJ1c3QsNTAwMAo="
    upload_callbacks.take_files(service, owner, [good], ["good.csv"])
    use_draft(service, owner)
    before = service.store.get(owner)
    for name, content in (
        ("broken.xlsx", "data:;base64,bm90IGEgd29ya2Jvb2s="),
        ("half.csv", "data:;base64,QUJ"),
        ("empty.csv", "data:;base64,"),
        ("large.csv", "data:;base64," + "A" * 3_000_000),
    ):
        with pytest.raises(upload_callbacks.PlannerError) as refused:
            upload_callbacks.take_files(service, owner, [content], [name])
        assert str(refused.value).endswith(".")
        assert service.store.get(owner) == before
    assert service.store.file(owner, before[0].files[0].digest) is not None


def test_an_unexpected_error_is_logged_by_an_id_without_what_the_client_wrote(app, caplog, monkeypatch):
    said, secret = [], "Oxfield Trust pays 9,500"
    monkeypatch.setattr("dashboard.app.say", said.append)
    try:
        raise KeyError(secret)
    except KeyError as error:
        with caplog.at_level(logging.ERROR):
            report_error(error)
    number = said[0]["message"].split("number ")[1].split(",")[0]
    assert number in caplog.text
    assert "9,500" not in caplog.text


PARTS = ("body", "title")


def test_ids_are_all_different():
    names = [value for name, value in vars(ids).items() if name.isupper() and isinstance(value, str)]
    assert len(names) == len(set(names))


def test_no_id_is_one_that_a_dialog_gives_its_own_parts():
    """A drawer or modal of the id `panel` has a `panel-body` and a `panel-title` in the page."""
    names = {value for name, value in vars(ids).items() if name.isupper() and isinstance(value, str)}
    assert (
        not {f"{dialog}-{part}" for dialog in (ids.PANEL, ids.COLUMN_ASK, ids.START_OVER_ASK) for part in PARTS} & names
    )
