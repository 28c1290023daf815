"""A group is added by what CONTRIBUTING names, and is then planned, written and shown like the others."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

ROOT = Path(__file__).parents[1]
GROUP = """        Group.TEAM: GroupSpec(
            title="Good for the team", noun="good for the team", amount="good for the team", short="team",
            beneficiary="the team", verb="be good for the team", does="is good for the team",
            do="are good for the team", find_out="ask the team", look_for="whom the team likes",
            nothing_else="a team that only has a good time is not paid", points_mean="What the team gets.",
            colour="#CC79A7", tint="#EBC9DC", ink="#8f3f6d", ink_on_dark="#e3a6c8",
        ),
"""
GOOD = """        Good.TEAM: GoodSpec(
            group=Group.TEAM, title="Good for the team", short="team", head="Team", noun="good for the team",
            does="is good for the team", remark="the team likes it", guess="is liked by the team",
            asks="Does the team like them?", asks_which="Whom does the team like?", means="The team likes it.",
            nothing="The team gets nothing of it", colour="#CC79A7", tint="#EBC9DC",
        ),
"""
EDITS = (
    ("planner/goods.py", '    NOW = "now"\n', '    TEAM = "team"\n'),
    ("planner/goods.py", '    YOU = "you"\n', '    TEAM = "team"\n'),
    ("planner/goods.py", "        Group.YOU: GroupSpec(", GROUP),
    ("planner/goods.py", "        Good.NOW: GoodSpec(", GOOD),
    ("planner/fields.py", "    RATING_NOW = ", '    RATING_TEAM = "rating_team"\n'),
    ("planner/fields.py", "        Field.RATING_NOW: ", '        Field.RATING_TEAM: FieldSpec(Kind.RATING, "Team"),\n'),
    (
        "planner/detection/headers/header_synonyms.py",
        "    Field.RATING_NOW: ",
        '    Field.RATING_TEAM: "team spirit",\n',
    ),
    ("planner/balance.py", "    you: float\n", "    team: float\n"),
    ("planner/export/plan_document.py", "    you: float | None\n", "    team: float | None\n"),
    ("planner/export/plan_document.py", "    now: float | None\n", "    team: float | None\n"),
    ("planner/export/plan_document.py", "    you: float | None = None\n", "    team: float | None\n"),
    ("planner/export/plan_document.py", "    you: bool\n", "    team: bool\n"),
)
"""Where a line is put before which text."""
LIST = """Client,Relationship,Annual fee,Chance,Good for others,Builds strengths,Team spirit,Good for you now,Owner
Ash Ltd,client,40000,0.8,0,1,5,5,Jo
Birch Trust,client,9000,0.8,5,1,4,2,Jo
Cedar plc,prospect,90000,0.3,0,4,0,3,Al
Dogwood,prospect,30000,0.5,1,5,1,3,Al
Fir Fund,prospect,20000,0.4,4,2,5,2,Al
"""
ASKED = """
import contextlib, io, json, sys, tempfile
from pathlib import Path
from plotly.utils import PlotlyJSONEncoder
from dashboard.app import close, create_app
from dashboard.pages import PAGES
from dashboard.service.plan_service import service_of
from planner.cli import app as commands

def plan(*words):
    with contextlib.redirect_stdout(io.StringIO()) as said:
        commands(["plan", *words], standalone_mode=False)
    return said.getvalue()

if __name__ == "__main__":
    told = {
        "plan": plan("list.csv", "--hours", "60", "--balance", "20/60/0/20", "--json"),
        "more": plan("list.csv", "--hours", "60", "--balance", "others=0,team=95,you=5", "--json"),
        "screen": plan("list.csv", "--balance", "20/20/10/50", "-o", "plan.xlsx"),
        "again": plan("plan.xlsx", "--json"),
    }
    app = create_app(Path(tempfile.mkdtemp()), max_file_mb=3)
    view = service_of(app).view("me")
    told["pages"] = {page.name: json.dumps(page.layout(view), cls=PlotlyJSONEncoder) for page in PAGES}
    close(app)
    print(json.dumps(told))
"""
"""Run once: the copy is imported for all that is asked of it."""


@pytest.fixture(scope="module")
def changed(tmp_path_factory):
    """A copy of the packages with a fourth group, and a list that rates accounts by it."""
    folder = tmp_path_factory.mktemp("fourth")
    for package in ("planner", "dashboard", "sample_workbooks"):
        shutil.copytree(ROOT / package, folder / package)
    for name, before, line in EDITS:
        source = (folder / name).read_text(encoding="utf-8")
        assert before in source, f"{name} has no {before!r} any more"
        (folder / name).write_text(source.replace(before, line + before), encoding="utf-8")
    (folder / "list.csv").write_text(LIST, encoding="utf-8")
    (folder / "asked.py").write_text(ASKED, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def told(changed):
    """What the commands print and the pages show, by what was asked."""
    places = {"PYTHONPATH": changed, "HOME": changed, "PLANNER_DATA": changed / "data"}
    done = subprocess.run(
        [sys.executable, "asked.py"],
        cwd=changed,
        env={**os.environ, **{name: str(place) for name, place in places.items()}},
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_a_fourth_group_is_tagged_balanced_and_planned(told):
    plan, more = json.loads(told["plan"]), json.loads(told["more"])
    assert plan["balance"]["chosen"] == pytest.approx({"others": 0.2, "strengths": 0.6, "team": 0, "you": 0.2})
    tags = {one["account"]: one["tags"]["team"] for one in plan["accounts"]}
    assert tags == {"Ash Ltd": 1, "Birch Trust": 0.8, "Cedar plc": 0, "Dogwood": 0.2, "Fir Fund": 1}
    assert {one["account"]: one["value"]["team"] for one in plan["accounts"]}["Birch Trust"] == 80
    assert more["balance"]["reached"]["team"] > plan["balance"]["reached"]["team"] + 0.1
    assert more["attainment"]["team"] > plan["attainment"]["team"]


def test_it_stands_in_the_terminal_and_in_a_workbook_that_opens_again(changed, told):
    assert "Good for the team" in told["screen"]
    rows = CalamineWorkbook.from_path(changed / "plan.xlsx").get_sheet_by_name("Plan").to_python()
    assert "Hours that count for team" in [cell for row in rows for cell in row]
    again = json.loads(told["again"])
    assert again["balance"]["chosen"]["team"] == pytest.approx(0.1)
    assert next(one for one in again["accounts"] if one["account"] == "Ash Ltd")["tags"]["team"] == 1


def test_every_page_of_the_dashboard_shows_it(told):
    for name in ("clients", "plan", "how"):
        assert "Good for the team" in told["pages"][name], name
    assert '"share-team"' in told["pages"]["plan"]
