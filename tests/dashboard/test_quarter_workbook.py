"""The plan's workbook in the dashboard: hours filled in count, stay with next month's list, and are written back."""

import io
import json

import openpyxl
import pytest
from icalendar import Calendar
from pydantic import TypeAdapter

import planner
from dashboard.calendars import calendars_left, left_by_person
from dashboard.service.drafts import take_draft, use_draft
from dashboard.service.plan_service import service_of
from dashboard.service.quarters import quarter_on
from dashboard.state.quarter import edits
from planner.export.quarter_document import QuarterDocument
from planner.fields import Field
from planner.quarter.timesheets import read_timesheet
from tests.dashboard.state.quarter.test_edits import HARVEST, LATER, ROWS, SETTINGS, do, spent_by_account
from tests.dashboard.test_app import workspace_of
from tests.quarter.test_track import fill_in
from tests.readers.make import workbook

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning")  # openpyxl, on the workbook's own dropdowns


def use(service, owner, name, content):
    take_draft(service, owner, [(name, content)])
    use_draft(service, owner)
    return service.view(owner)


@pytest.fixture
def filled_in(tmp_path):
    """A plan's workbook with hours of two people on their pages."""
    source, path = tmp_path / "list.xlsx", tmp_path / "plan.xlsx"
    source.write_bytes(workbook({"Clients": ROWS, "Settings": SETTINGS}))
    planner.save_plan(planner.plan(planner.read_roster(source)), path)
    fill_in(path, {("Ann Lee", "Northvale Water"): 3, ("Bob Ray", "Selwick Robotics"): 4.5})
    return path.read_bytes()


def test_a_filled_in_workbook_brings_its_hours(service, filled_in):
    view = use(service, "a", "plan.xlsx", filled_in)
    assert spent_by_account(view) == {"Northvale Water": 3, "Selwick Robotics": 4.5}


def test_pages_typing_and_a_time_sheet_give_the_same_figures_for_the_same_hours(service, filled_in):
    pages = use(service, "a", "plan.xlsx", filled_in)
    plain = use(service, "b", "list.xlsx", workbook({"Clients": ROWS, "Settings": SETTINGS}))
    sheet = read_timesheet(b"\n".join(HARVEST.splitlines()[:3]), name="harvest.csv")
    typed = edits.add_hours(plain.work, plain.plan, "Northvale Water", "Ann Lee", "2026-12-01", 3)
    typed = edits.add_hours(typed, plain.plan, "Selwick Robotics", "Bob Ray", "2026-12-02", 4.5)
    by_sheet = edits.add_timesheet(plain.work, plain.plan, sheet)
    want = spent_by_account(pages)
    for work in (typed, by_sheet):
        service.store.change("b", lambda _, work=work: work)
        assert spent_by_account(service.view("b")) == want


def test_next_months_export_of_other_columns_keeps_what_the_workbook_holds(service, filled_in):
    use(service, "a", "plan.xlsx", filled_in)
    export = [["Company", "Deal owner", "Chance"], *([row[0], row[2], "45%"] for row in ROWS[1:-1])]
    view = use(service, "a", "crm.xlsx", workbook({"Export": [*export, ["Marlow Press", "Ann Lee", "20%"]]}))
    assert spent_by_account(view) == {"Northvale Water": 3, "Selwick Robotics": 4.5}
    roster = view.plan.roster
    assert roster.number(Field.RATING_STRENGTHS)[list(roster.names).index("Selwick Robotics")] == 4
    assert "Marlow Press" in roster.names
    third = use(service, "a", "crm2.xlsx", workbook({"Export": export}))
    assert spent_by_account(third) == {"Northvale Water": 3, "Selwick Robotics": 4.5}


def test_the_download_has_the_quarter_and_counts_once_when_it_comes_back(app, client):
    owner, service = workspace_of(client), service_of(app)
    view = use(service, owner, "list.xlsx", workbook({"Clients": ROWS, "Settings": SETTINGS}))
    assert "Quarter" not in openpyxl.load_workbook(io.BytesIO(client.get("/download/plan.xlsx").data)).sheetnames
    sheet = read_timesheet(HARVEST, name="harvest.csv")
    service.edit(owner, lambda work: edits.add_timesheet(work, view.plan, sheet))
    service.edit(owner, lambda work: edits.add_hours(work, view.plan, "Lumen Dental", "", "2026-12-03", 1))
    want = spent_by_account(service.view(owner))
    content = client.get(f"/download/plan.xlsx?day={LATER}").data
    page = openpyxl.load_workbook(io.BytesIO(content))["Quarter"]
    assert "Week 2 of 13" in page["A1"].value
    again = use(service, owner, "list plan.xlsx", content)
    assert spent_by_account(again) == want
    assert spent_by_account(use(service, "another", "list plan.xlsx", content)) == want


def test_the_quarter_as_json_keeps_its_published_format(app, client):
    owner, service = workspace_of(client), service_of(app)
    view = use(service, owner, "list.xlsx", workbook({"Clients": ROWS, "Settings": SETTINGS}))
    service.edit(owner, lambda work: edits.add_hours(work, view.plan, "Lumen Dental", "", "2026-12-03", 1))
    document = json.loads(client.get(f"/download/quarter.json?day={LATER}").data)
    TypeAdapter(QuarterDocument).validate_python(document)
    assert (document["as_of"], document["spent"]) == (LATER.isoformat(), 1)
    assert client.get("/download/quarter.json?day=tomorrow").status_code == 200


def test_the_calendar_of_a_quarter_that_is_followed_holds_what_is_left(service):
    view = use(service, "a", "list.xlsx", workbook({"Clients": ROWS, "Settings": SETTINGS}))
    planned = {
        (who, one.account): one.hours for who, mine in left_by_person(quarter_on(view, LATER)).items() for one in mine
    }
    assert planned["Ann Lee", "Northvale Water"] > 2
    view = do(service, lambda work: edits.add_hours(work, view.plan, "Northvale Water", "Ann Lee", "2026-12-01", 2))
    quarter = quarter_on(view, LATER)
    left = {(who, one.account): one.hours for who, mine in left_by_person(quarter).items() for one in mine}
    assert left == {**planned, ("Ann Lee", "Northvale Water"): planned["Ann Lee", "Northvale Water"] - 2}
    events = Calendar.from_ical(calendars_left(quarter)["Ann Lee"]).walk("VEVENT")
    assert min(event.decoded("dtstart").date() for event in events) >= LATER
    hours = sum((event.decoded("dtend") - event.decoded("dtstart")).total_seconds() / 3600 for event in events)
    assert hours == sum(amount for (who, _), amount in left.items() if who == "Ann Lee")
