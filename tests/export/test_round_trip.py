"""An exported workbook, opened as a client list, gives the same plan."""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import openpyxl
import pytest

from planner.balance import Balance
from planner.export import save_plan
from planner.fields import Field
from planner.pipeline import plan as make_plan
from planner.reading import read_roster
from planner.result import Plan
from sample_workbooks import sample_names, sample_path


@cache
def exported(name: str) -> tuple[Plan, bytes]:
    """The plan of a sample, and its workbook."""
    made = make_plan(read_roster(sample_path(name)))
    with TemporaryDirectory() as place:
        save_plan(made, path := Path(place) / "plan.xlsx")
        return made, path.read_bytes()


def same(first: np.ndarray, second: np.ndarray) -> bool:
    if first.dtype.kind == "O":
        return bool(np.all(first == second))
    return bool(np.array_equal(first, second, equal_nan=True))


def opened(content: bytes) -> tuple[Any, Any]:
    """The workbook and its client list, to be changed as a user would (openpyxl warns of the data bars it drops)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        book = openpyxl.load_workbook(io.BytesIO(content))
    return book, book["Client list"]


def _without_cells(plan: Plan) -> list[str]:
    """The reasons without the cells of remarks, which stand elsewhere in an export than in the list."""
    return [re.sub(r"” in [^–;]+![A-Z]+\d+", "”", why) for why in plan.explanation.why]


def assert_same_plan(before: Plan, after: Plan) -> None:
    assert list(after.roster.names) == list(before.roster.names)
    for name in before.roster.columns:
        assert same(after.roster.columns[name], before.roster.columns[name]), name
    assert {header: list(texts) for header, texts in after.roster.other.items()} == {
        header: list(texts) for header, texts in before.roster.other.items()
    }
    assert after.settings == before.settings
    assert after.rules == before.rules
    assert same(after.tags.strength, before.tags.strength)
    assert np.array_equal(after.allocation.hours, before.allocation.hours)
    assert after.allocation.by_person == before.allocation.by_person
    assert _without_cells(after) == _without_cells(before)
    assert "sheet-not-ours" not in {issue.code for issue in after.roster.issues}


@pytest.mark.parametrize("name", sample_names())
def test_the_export_of_a_sample_opens_as_the_same_plan(name: str) -> None:
    before, content = exported(name)
    assert_same_plan(before, make_plan(read_roster(content, name="plan.xlsx")))


def test_settings_changed_on_the_way_are_kept_and_a_second_export_is_as_the_first(tmp_path: Path) -> None:
    third = 1 / 3
    before = make_plan(
        read_roster(sample_path("solo_consultant")),
        balance=Balance(others=third, strengths=third, you=third),
        hours=77.5,
        max_accounts=9,
        spare_hours="leave open",
        min_prospect_share=0.25,
    )
    save_plan(before, tmp_path / "first.xlsx")
    between = make_plan(read_roster(tmp_path / "first.xlsx"))
    save_plan(between, tmp_path / "second.xlsx")
    assert_same_plan(before, make_plan(read_roster(tmp_path / "second.xlsx")))


def test_hours_spent_and_outcome_filled_in_on_a_page_are_read_back(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    book, _ = opened(exported("advisory_firm")[1])
    page = book["M. Lind"]
    assert [page.cell(7, column).value for column in (6, 7)] == ["Hours spent", "Outcome"]
    page.cell(8, 6, 6.5)
    page.cell(8, 7, "Signed")
    book.save(path)
    roster = read_roster(path)
    account = list(roster.names).index(page.cell(8, 1).value)
    assert roster.number(Field.HOURS_SPENT)[account] == 6.5
    assert roster.text(Field.OUTCOME)[account] == "Signed"
    assert np.nansum(roster.number(Field.HOURS_SPENT)) == 6.5


def test_planned_hours_are_never_read_as_current_hours(tmp_path: Path) -> None:
    before, content = exported("crm_export")
    save_plan(before, tmp_path / "plan.csv")
    for name, file in (("plan.xlsx", content), ("plan.csv", (tmp_path / "plan.csv").read_bytes())):
        assert not read_roster(file, name=name).has(Field.CURRENT_HOURS)


def test_a_column_that_the_user_adds_to_an_export_is_understood(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    book, sheet = opened(exported("solo_consultant")[1])
    column = sheet.max_column + 1
    sheet.cell(1, column, "Locked hours")
    sheet.cell(3, column, 12)
    book.save(path)
    assert read_roster(path).number(Field.LOCK_HOURS)[1] == 12


def test_open_questions_stand_in_the_export_and_an_answer_written_there_is_obeyed(tmp_path: Path) -> None:
    before, content = exported("crm_export")
    book, _ = opened(content)
    sheet = book["Answers"]
    code, answer = ([cell.value for cell in sheet[1]].index(title) + 1 for title in ("code", "answer"))
    row = next(at for at in range(2, sheet.max_row + 1) if sheet.cell(at, code).value == "industry:Healthcare")
    assert sheet.cell(row, answer).value is None
    sheet.cell(row, answer).value = "yes"
    book.save(tmp_path / "answered.xlsx")
    after = make_plan(read_roster(tmp_path / "answered.xlsx"))
    health = after.roster.text(Field.INDUSTRY) == "Healthcare"
    assert np.all(after.tags.strength[health, 0] >= 0.8)
    assert not np.all(before.tags.strength[health, 0] >= 0.8)
    save_plan(after, tmp_path / "again.xlsx")
    assert_same_plan(after, make_plan(read_roster(tmp_path / "again.xlsx")))
    assert read_roster(tmp_path / "again.xlsx").answers == {"industry:Healthcare": "yes"}


TODAY = f"{dt.date.today().day} {dt.date.today():%B %Y}"
LIST = b"Client,Owner,Type,Fee\n" + b"".join(
    b"Client %d,%s,Client,%d\n" % (i, (b"Ann", b"Ben")[i % 2], 9_000 + 1_000 * i) for i in range(24)
)


def reopened(change: Any = None) -> Plan:
    """The plan of a list without hours, exported, changed there and opened again."""
    with TemporaryDirectory() as place:
        save_plan(make_plan(read_roster(LIST, name="list.csv")), path := Path(place) / "plan.xlsx")
        if change is not None:
            book, _ = opened(path.read_bytes())
            change(book)
            book.save(path)
        return make_plan(read_roster(path))


def test_what_was_assumed_is_still_told_as_assumed_when_the_export_is_opened_again() -> None:
    before, after = make_plan(read_roster(LIST, name="list.csv")), reopened()
    assert after.team.assumed
    assert set(before.explanation.assumed) - set(after.explanation.assumed) == {f"The plan starts today, {TODAY}."}
    assert before.explanation.headline == after.explanation.headline
    assert np.array_equal(before.allocation.hours, after.allocation.hours)
    assert not [issue for issue in after.issues if issue.code == "team-hours-assumed"]


def test_hours_answered_or_written_into_the_export_count() -> None:
    def answer(book: Any) -> None:
        row = next(row for row in book["Answers"].iter_rows(min_row=2) if row[0].value == "hours")
        row[3].value = 6

    def write(book: Any) -> None:
        book["Team"]["B2"].value = 60

    assert reopened(answer).settings.hours == 2 * 6 * 13
    written = reopened(write)
    assert [person.hours for person in written.team.people] == [60, 104]
    assert not written.team.assumed
    assert not written.team.issues
