"""The command line: what it prints where, what it writes, and how it ends."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from pydantic import TypeAdapter

from planner.cli import main
from planner.commands import failures
from planner.export.plan_document import PlanDocument
from planner.export.roster_document import RosterDocument
from sample_workbooks import sample_path

SOLO = str(sample_path("solo_consultant"))


class Ended(NamedTuple):
    status: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run the command in an empty folder, as a shell would."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)

    def go(*words: str) -> Ended:
        monkeypatch.setattr(sys, "argv", ["planner", *words])
        status = 0
        try:
            main()
        except SystemExit as end:
            status = int(end.code or 0)
        said = capsys.readouterr()
        return Ended(status, said.out, said.err)

    return go


def test_a_plan_is_printed_and_written_in_every_asked_format(run: Run, tmp_path: Path) -> None:
    ended = run("plan", SOLO, "-o", "plan.xlsx", "-o", "plan.csv", "-o", "plan.json")
    assert ended.status == 0
    assert "Good for others" in ended.out
    assert "Written: plan.csv" in ended.err
    assert {path.name for path in tmp_path.iterdir()} == {"plan.xlsx", "plan.csv", "plan.json"}
    written = json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))
    assert written["format"] == "client-portfolio-plan/2"


def test_json_is_all_that_reaches_standard_output(run: Run) -> None:
    ended = run("plan", SOLO, "--json", "--balance", "others=50,strengths=20,you=30", "--hours", "80", "-o", "p.csv")
    document = json.loads(ended.out)
    PlanDocument.model_validate(document)
    assert document["balance"]["chosen"] == {"others": 0.5, "strengths": 0.2, "you": 0.3}
    assert document["hours"]["capacity"] == pytest.approx(80)
    assert "Written: p.csv" in ended.err


def test_a_check_prints_what_was_understood(run: Run) -> None:
    ended = run("check", SOLO)
    assert ended.status == 0
    assert "20 accounts in solo_consultant.xlsx" in ended.out
    assert "Your column" in ended.out


def test_a_check_as_json_follows_the_published_format(run: Run) -> None:
    document = json.loads(run("check", SOLO, "--json").out)
    TypeAdapter(RosterDocument).validate_python(document)
    assert len(document["accounts"]) == 20


def test_the_demo_prints_one_screen_and_never_overwrites(run: Run, tmp_path: Path) -> None:
    first, second = run("demo"), run("demo")
    assert first.status == second.status == 0
    assert first.out.count("\n") <= 45
    assert str(tmp_path / "demo-plan.xlsx") in first.out
    assert str(tmp_path / "demo-plan-2.xlsx") in second.out


def test_settings_from_flags_win_over_set(run: Run) -> None:
    ended = run("plan", SOLO, "--json", "--set", "balance=10/10/80", "--balance", "40/30/30", "--set", "weeks=26")
    settings = json.loads(ended.out)["settings"]
    assert settings["balance"]["others"] == pytest.approx(0.4)
    assert settings["weeks"] == 26


def test_the_solved_model_is_written_on_request(run: Run, tmp_path: Path) -> None:
    assert run("plan", SOLO, "--lp", "model.lp").status == 0
    assert "minimize" in (tmp_path / "model.lp").read_text(encoding="utf-8").lower()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("plan", "nowhere.xlsx"), "There is no file “nowhere.xlsx”"),
        (("plan", "."), "is a folder"),
        (("plan", SOLO, "--balance", "20/30/60"), "cannot be read|adds to 110"),
        (("plan", SOLO, "--balance", "lots"), "The balance “lots” cannot be read"),
        (("plan", SOLO, "--hours=-5"), "hours"),
        (("plan", SOLO, "--hours", "many"), "hours"),
        (("plan", SOLO, "--set", "tolerence=0.1"), "Did you mean “tolerance”"),
        (("plan", SOLO, "--set", "tolerance"), "has no “=”"),
        (("plan", SOLO, "--map", "anual_fee=Fee"), "Did you mean “annual_fee”"),
        (("plan", SOLO, "--map", "annual_fee=No such header"), "No such header"),
        (("plan", SOLO, "--sheet", "Nowhere"), "no sheet “Nowhere”"),
        (("plan", SOLO, "--password-env", "NO_SUCH_VARIABLE"), "NO_SUCH_VARIABLE"),
        (("plan", SOLO, "-o", "plan.docx"), r"end it in .xlsx, .csv or .json"),
        (("plan", SOLO, "-o", "no/such/plan.xlsx"), "There is no folder"),
        (("plan", SOLO, "-o", SOLO), "never overwritten"),
        (("plan",), "Missing argument"),
        (("plan", SOLO, "--colour"), "No such option"),
        (("paln", SOLO), "No such command"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence_with_status_2_and_nothing_is_written(
    run: Run, tmp_path: Path, words: tuple[str, ...], sentence: str
) -> None:
    ended = run(*words)
    assert ended.status == 2
    said = " ".join(ended.err.replace("│", " ").split())
    assert re.search(sentence, said), said
    assert "Traceback" not in ended.err
    assert ended.out == ""
    assert not list(tmp_path.iterdir())


def test_a_pdf_called_xlsx_and_an_empty_file_are_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.xlsx").write_bytes(b"%PDF-1.7 not a workbook")
    (tmp_path / "none.csv").write_bytes(b"")
    assert "is a PDF" in run("plan", "list.xlsx").err
    assert run("plan", "list.xlsx").status == 2
    assert "is empty" in run("plan", "none.csv").err


def test_an_unforeseen_failure_shows_an_id_and_logs_no_client_data(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quoted = "Oxfield Trust owes us £9,500"

    def fail(*_: object, **__: object) -> None:
        raise ValueError(quoted)

    monkeypatch.setattr("planner.reading.read_roster", fail)
    monkeypatch.setattr(failures, "log_folder", lambda: tmp_path / "logs")
    ended = run("plan", SOLO)
    assert ended.status == 1
    assert "Traceback" not in ended.err
    log = (tmp_path / "logs" / "planner.log").read_text(encoding="utf-8")
    number = log.split()[1]
    assert f"id {number}" in " ".join(ended.err.split())
    assert "ValueError" in log
    assert "in fail" in log
    assert "Oxfield" not in log


def test_an_interruption_is_quiet(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("planner.reading.read_roster", stop)
    ended = run("plan", SOLO)
    assert ended.status == 130
    assert "Traceback" not in ended.err


def test_help_loads_no_reader_and_no_solver() -> None:
    code = (
        "import sys; from planner.cli import app\n"
        "try: app(['--help'])\nexcept SystemExit: pass\n"
        "heavy = {'pandas', 'numpy', 'pydantic', 'highspy', 'openpyxl', 'xlsxwriter', 'python_calamine', 'dash'}\n"
        "sys.exit(', '.join(sorted(heavy & set(sys.modules))) or 0)"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    for command in ("plan", "check", "template", "demo"):
        assert command in ended.stdout


def test_the_version_is_shown(run: Run) -> None:
    ended = run("--version")
    assert ended.status == 0
    assert ended.out.startswith("planner ")


def test_a_blank_list_is_written_where_asked(run: Run, tmp_path: Path) -> None:
    assert "Written: client-list.xlsx" in run("template").err
    assert run("template", "-o", "mine.xlsx").status == 0
    assert {path.name for path in tmp_path.iterdir()} == {"client-list.xlsx", "mine.xlsx"}
    assert run("template", "-o", "mine.pdf").status == 2


def test_the_users_own_workbook_comes_back_with_the_plan(run: Run, tmp_path: Path) -> None:
    ended = run("plan", SOLO, "--into", "own.xlsx")
    assert ended.status == 0
    assert "Written: own.xlsx" in ended.err
    again = json.loads(run("check", "own.xlsx", "--json").out)
    assert {"Hours planned", "Change in hours", "Decision", "Why"} <= set(again["unmapped"])
    assert "There is no file" not in run("plan", "own.xlsx").err


def test_a_check_marks_the_issues_in_a_copy(run: Run, tmp_path: Path) -> None:
    ended = run("check", str(sample_path("partner_tracker")), "-o", "marked.xlsx")
    assert ended.status == 0
    assert re.search(r"Written: marked.xlsx, with \d+ cells marked", ended.err)
    assert (tmp_path / "marked.xlsx").exists()


@pytest.mark.parametrize("option", [("plan", "--into"), ("check", "-o")])
def test_the_users_file_itself_is_never_overwritten(run: Run, tmp_path: Path, option: tuple[str, str]) -> None:
    own = tmp_path / "own.xlsx"
    own.write_bytes(Path(SOLO).read_bytes())
    before = own.read_bytes()
    assert run(option[0], "own.xlsx", option[1], "./own.xlsx").status == 2
    assert run(option[0], "own.xlsx", option[1], "own.xlsm").status == 2
    assert own.read_bytes() == before
    assert list(tmp_path.iterdir()) == [own]


def test_a_protected_workbook_opens_with_the_password_of_a_variable(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from msoffcrypto.format.ooxml import OOXMLFile

    with open(SOLO, "rb") as plain, open(tmp_path / "locked.xlsx", "wb") as locked:
        OOXMLFile(plain).encrypt("s3cret", locked)
    assert "protected with a password" in run("check", "locked.xlsx").err
    monkeypatch.setenv("LIST_PASSWORD", "s3cret")
    ended = run("plan", "locked.xlsx", "--password-env", "LIST_PASSWORD", "--into", "own.xlsx")
    assert ended.status == 0, ended.err
    assert "protected with a password" in run("check", "own.xlsx").err
    assert run("check", "own.xlsx", "--password-env", "LIST_PASSWORD").status == 0
    monkeypatch.setenv("LIST_PASSWORD", "wrong")
    assert run("check", "locked.xlsx", "--password-env", "LIST_PASSWORD").status == 2


TOLD_LIST = "Account,Employees\nAcme Ltd,100\nBrook & Co,20\nCrag plc,7\n"


def test_an_answer_on_the_command_line_changes_what_was_understood(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(TOLD_LIST, encoding="utf-8")
    before = json.loads(run("check", "list.csv", "--json").out)
    asked = {question["code"]: question for question in before["questions"]}
    assert asked["relationship"]["default"] == "prospect"
    assert before["accounts"][0].get("relationship") is None
    after = json.loads(run("check", "list.csv", "--json", "--answer", "relationship=client").out)
    assert {account["relationship"] for account in after["accounts"]} == {"client"}
    assert {account["sources"]["relationship"] for account in after["accounts"]} == {"told"}
    assert "relationship" not in [question["code"] for question in after["questions"]]
    plan = json.loads(run("plan", "list.csv", "--json", "--answer", "relationship=client").out)
    assert {account["relationship"] for account in plan["accounts"]} == {"client"}


def test_an_answer_to_nothing_is_refused_with_the_codes_there_are(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(TOLD_LIST, encoding="utf-8")
    ended = run("plan", "list.csv", "--answer", "relation=client")
    assert ended.status == 2
    assert "Did you mean “relationship”?" in ended.err
    ended = run("check", "list.csv", "--answer", "relationship=friend")
    assert ended.status == 2
    assert "answer with client, prospect, both" in ended.err


def test_a_check_shows_facts_as_the_user_corrected_them(run: Run, tmp_path: Path) -> None:
    from tests.readers.make import workbook

    sheets = {
        "Clients": [["Account", "Relationship", "Fee"], ["Acme", "client", 100], ["Brook", "prospect", 50]],
        "Overrides": [["account", "field", "value", "why", "told by", "day"], ["Acme", "fee", 7, "x", "", ""],
                      ["Brook", "annual_fee", 900, "they said so", "Ana", "2026-11-02"]],
    }  # fmt: skip
    (tmp_path / "list.xlsx").write_bytes(workbook(sheets))
    found = json.loads(run("check", "list.xlsx", "--json").out)
    assert (found["accounts"][1]["annual_fee"], found["accounts"][1]["sources"]["annual_fee"]) == (900, "told")
    assert found["told"][0]["by"] == "Ana"
    assert "override-field-unknown" in [issue["code"] for issue in found["issues"]]
