"""The screen of a check says it all once, within its width: columns, rows left out, questions, issues."""

import dataclasses
import io

import pytest
from rich.console import Console

from planner.commands.screens.check_screen import check_screen
from planner.records.findings import SkippedRow
from planner.records.issues import Issue
from planner.records.question import ChoiceOption, Question
from planner.vocabulary import Severity
from tests.readers.make import sheet_roster

FEE = Question(
    "annual_fee:Revenue", "annual_fee", "Revenue", "Clients", "Is “Revenue” what they pay you?",
    (ChoiceOption("fee", "What they pay us"), ChoiceOption("turnover", "Their turnover")), "fee", 12.0,
)  # fmt: skip


def roster(**changes):
    rows = [[f"Northgate Foods {i} Ltd", 1000 * i, f"0{i}"] for i in range(1, 9)]
    return dataclasses.replace(sheet_roster(["Client name", "Annual fee", "Postcode"], *rows), **changes)


def shown(found, questions=(), width=80):
    console = Console(file=io.StringIO(), width=width, markup=False, highlight=False, emoji=False)
    console.print(check_screen(found, questions, width))
    return console.file.getvalue()


def test_each_column_has_a_line_with_its_meaning_and_examples():
    said = shown(roster())
    line = next(line for line in said.splitlines() if "Annual fee" in line)
    assert line.startswith("B  Annual fee")
    assert "● Annual fee" in line
    assert "1000 · 2000 · 3000" in line
    assert "C  Postcode     kept as it is  01 · 02 · 03" in said


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_screen(width):
    issues = tuple(Issue("a", Severity.NOTE, "x" * 30 + " " + "y" * 90, sheet="Clients", cell="A2") for _ in range(3))
    said = shown(roster(issues=issues), (FEE,), width)
    assert max(map(len, said.splitlines())) <= width


def test_a_question_says_what_it_moves_how_to_answer_and_what_is_assumed():
    said = shown(roster(), (FEE,), 120)
    assert "1 question, most telling first" in said
    assert "Is “Revenue” what they pay you?  may move 12 h" in said
    assert '--answer "annual_fee:Revenue=…"  fee (assumed)  turnover' in said


def test_questions_that_ask_the_same_of_several_stand_together():
    asked = tuple(
        Question(f"industry:{name}", "", text=f"Does {name} do good?", moves=moves)
        for name, moves in (("Food", 9.0), ("Steel", 4.0), ("Health", 0.0))
    )
    said = shown(roster(), asked, 120)
    assert "3 questions" in said
    assert "The same question for Steel (4 h) and Health." in said
    assert said.count("--answer") == 1


def test_guesses_of_different_goods_are_asked_apart():
    asked = tuple(
        Question(f"guess:{good}:{name}", "", text=f"{name}: {good}?")
        for good, name in (("others", "Council"), ("strengths", "Foods"), ("others", "Trust"))
    )
    said = shown(roster(), asked, 120)
    assert "The same question for Trust." in said
    assert said.count("--answer") == 2


def test_alike_issues_are_one_line_with_a_count():
    many = tuple(Issue("bad", Severity.WARNING, "It is odd.", "Mend it.", "Clients", f"B{i}") for i in range(2, 9))
    said = shown(roster(issues=(*many, Issue("one", Severity.ERROR, "It is broken."))), width=120)
    assert "1 error and 7 warnings" in said
    assert said.index("It is broken.") < said.index("It is odd.")
    line = next(line for line in said.splitlines() if "It is odd." in line)
    assert "7 ×" in line
    assert line.rstrip().endswith("Clients!B2, B3, B4 …")


def test_rows_left_out_for_one_reason_stand_together():
    rows = (
        SkippedRow(1, "Clients 2026", "a title"),
        SkippedRow(12, "Total", "a total"),
        SkippedRow(20, "Sum", "a total"),
    )
    said = shown(roster(skipped=rows))
    assert "row 1" in said
    assert "“Total”, “Sum”: a total" in said


def test_accounts_that_the_list_ends_are_named_with_its_words():
    assert "Northgate Foods 2 Ltd: “conflict” in B3" in shown(roster(left_out={1: "“conflict” in B3"}))


def test_a_clean_list_says_that_nothing_is_open():
    assert "Nothing is open" in shown(roster(issues=()))


def test_issues_of_one_kind_on_two_columns_are_two_lines():
    issues = (
        Issue("words", Severity.NOTE, "Fee is partly in words.", "", "Clients", "B2"),
        Issue("words", Severity.NOTE, "When is partly in words.", "", "Clients", "C2"),
        Issue("made", Severity.NOTE, "Chance was worked out.", "", "Clients"),
        Issue("made", Severity.NOTE, "Owner was worked out.", "", "Clients"),
    )
    said = shown(roster(issues=issues), width=120)
    assert all(issue.message in said for issue in issues)
