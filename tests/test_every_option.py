"""Every option of every command is obeyed: what is printed or written is another with it, or it is refused."""

from __future__ import annotations

import datetime as dt
import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import typer

import planner
from planner.cli import app
from planner.export import save_plan
from tests.readers.make import workbook
from tests.test_cli import Run, run  # noqa: F401

HEADER = ["Account", "Type", "Fee", "Chance", "Potential fee", "Owner", "Hours this quarter", "Good for others"]
ROWS = [
    ["Ashby", "client", 40_000, "90%", 5_000, "Ann", 20, 1], ["Brook", "prospect", 60_000, "50%", 90_000, "Bo", 5, 0],
    ["Cole", "prospect", 9_000, "30%", 80_000, "Ann", "", 5], ["Dunn", "client", 15_000, "80%", 1_000, "Bo", 30, 3],
    ["Eyre", "prospect", 2_000, "10%", 3_000, "Bo", "", 0], ["Ford", "past client", 8_000, "20%", 9_000, "Ann", "", 0],
]  # fmt: skip
OTHER = [["Gale", "client", 5_000, "50%", 900, "Ann", 3, 4], ["Hale", "prospect", 8_000, "60%", 800, "Bo", 2, 0]]
LISTS = {"Clients": [HEADER, *ROWS], "Others": [HEADER, *OTHER]}
START = ("--set", f"plan_start={dt.date(2026, 9, 1)}")
READING = {
    "--sheet": ("--sheet", "Others"),
    "--map": ("--map", "annual_fee=Potential fee"),
    "--answer": ("--answer", "no-such-question=1"),
    "--password-env": ("--password-env", "NO_SUCH_VARIABLE"),
    "--set": ("--set", "margin=0.1"),
    "--output": ("-o", "out.json"),
    "--json": ("--json",),
}
PLANNING = {**READING, "--balance": ("--balance", "70/10/20"), "--hours": ("--hours", "40")}
FILE = ("list.xlsx",)
COMPANIES = {"companies": ("companies.csv",)}
NO_FILE = {"companies": ("no-such-file.csv",)}
TRACKED = {
    "timesheets": ("spent.csv",), "--as-of": ("--as-of", "2026-11-01"), "--replan": ("--replan",),
    "--account": ("spent.csv", "--account", "Ashbee=Ashby"), "--set": ("--set", "max_change=1", "--replan"),
    "--password-env": READING["--password-env"], "--output": ("-o", "after.xlsx"), "--json": ("--json",),
}  # fmt: skip
CASES: dict[str, tuple[tuple[str, ...], dict[str, tuple[str, ...]]]] = {
    "plan": (FILE, {**PLANNING, **COMPANIES, "--output": ("-o", "out.csv"), "--into": ("--into", "into.xlsx"),
                    "--lp": ("--lp", "model.lp"), "--repair": ("--repair", "--set", "min_money=90000000")}),
    "check": (FILE, {**READING, **COMPANIES, "--output": ("-o", "marked.xlsx"),
                     "--set": ("--set", "max_cells=4")}),
    "ask": (FILE, {**PLANNING, **NO_FILE, "--next": ("--next", "4"), "--fewer": ("--fewer", "4"),
                   "--account": ("--account", "Eyre"), "--reach": ("--reach", "you=60%"),
                   "--money": ("--money", "9000"), "--split": ("--split", "split.csv"), "--prices": ("--prices",)}),
    "template": ((), {"--output": ("-o", "blank.xlsx")}),
    "compare": ((*FILE, "--scenario", "Less=20/30/50"),
                {**PLANNING, **NO_FILE, "--scenario": ("--scenario", "More=60/20/20")}),
    "map": (FILE, {**PLANNING, **NO_FILE}),
    "robust": ((*FILE, "--draws", "8", "--workers", "1"),
               {**PLANNING, **NO_FILE, "--draws": ("--draws", "12"), "--seed": ("--seed", "9"),
                "--spread": ("--spread", "fees=80%"), "--workers": ("--workers", "-1"),
                "--cluster": ("--cluster", "nothing://1")}),
    "consensus": (("list.xlsx", "bo.csv"),
                  {**PLANNING, "--map": ("--map", "rating_others=Fee"), "--set": ("--set", "hours=9"),
                   "ratings": ("cy.csv",)}),
    "track": (("plan.xlsx",), TRACKED),
    "refresh": (("plan.xlsx", "list.xlsx"),
                {**NO_FILE, "--same": ("--same", "Ashby=Nobody"), "--sheet": READING["--sheet"],
                 "--map": READING["--map"], "--password-env": READING["--password-env"],
                 "--set": ("--set", "hours=40"), "--output": ("-o", "next.xlsx")}),
    "demo": ((), {}),
}  # fmt: skip
"""Of each command the words it is run with, and of each option the words that change what it does."""
ELSEWHERE = {"dashboard": "the tests of dashboard.launch"}


def options_of(command: str) -> set[str]:
    """The long names of a command's options, and the names of its optional files."""
    found = typer.main.get_command(app).commands[command]  # type: ignore[attr-defined]
    return {max(one.opts, key=len) for one in found.params if not one.required and one.name != "help"}


def test_every_option_of_every_command_has_a_case() -> None:
    known = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    assert set(CASES) | set(ELSEWHERE) == set(known)
    for command, (_, options) in CASES.items():
        assert set(options) == options_of(command), command


@cache
def plan_workbook() -> bytes:
    """The plan of the list, as a workbook."""
    made = planner.plan(planner.read_roster(workbook(LISTS), name="list.xlsx"), plan_start="2026-09-01")
    with TemporaryDirectory() as place:
        save_plan(made, path := Path(place) / "plan.xlsx")
        return path.read_bytes()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a client list, a plan of it, and files that go with them."""
    (tmp_path / "list.xlsx").write_bytes(workbook(LISTS))
    (tmp_path / "split.csv").write_text("Account,Hours\nAshby,10\nBrook,20\n", encoding="utf-8")
    (tmp_path / "companies.csv").write_text("Company,Industry\nAshby,Charity\nBrook,Charity\n", encoding="utf-8")
    (tmp_path / "bo.csv").write_text("Account,Good for others\nAshby,5\nBrook,2\n", encoding="utf-8")
    (tmp_path / "cy.csv").write_text("Account,Good for others\nAshby,0\nBrook,5\n", encoding="utf-8")
    (tmp_path / "spent.csv").write_text(
        "Client,User,Date,Hours\nAshby,Ann,2026-09-10,7\nAshbee,Ann,2026-09-11,5\n", encoding="utf-8"
    )
    (tmp_path / "plan.xlsx").write_bytes(plan_workbook())
    return tmp_path


def outcome(run: Run, folder: Path, *words: str) -> tuple[int, str, str, list[str]]:  # noqa: F811
    """How a command ended, what it printed, and which files it wrote, which are taken away again."""
    before = set(folder.iterdir())
    ended = run(*words)
    written = set(folder.iterdir()) - before
    for path in written:
        path.unlink()
    return ended.status, ended.out, ended.err, sorted(path.name for path in written)


@pytest.mark.parametrize("command", CASES)
def test_every_option_changes_what_the_command_does(run: Run, folder: Path, command: str) -> None:  # noqa: F811
    words, options = CASES[command]
    start = START if command not in ("template", "track", "refresh", "demo") else ()
    plain = outcome(run, folder, command, *words, *start)
    assert plain[0] == 0, plain[2]
    for option, more in options.items():
        changed = outcome(run, folder, command, *words, *start, *more)
        assert changed != plain, option
        assert changed[0] in (0, 1, 2), option
        assert changed[0] == 0 or str(changed[2]).strip(), "what is refused is refused in a sentence"
        assert "Traceback" not in str(changed[2]), option
        if option == "--json":
            assert isinstance(json.loads(changed[1]), dict), "a document is all that is printed"
