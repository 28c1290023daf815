"""The blank client list opens, can be planned as it stands, and helps to fill it in."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from planner.errors import InputError
from planner.export.template.blank_list import write_template
from planner.export.template.content import COLUMNS, EXAMPLE
from planner.fields import FIELDS, Field
from planner.pipeline import plan as make_plan
from planner.reading import read_roster
from planner.tagging.rule_sheet import DEFAULT_RULES, find_rules


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write_template(tmp_path / "list.xlsx")
    return tmp_path / "list.xlsx"


def test_the_blank_list_is_read_as_its_example_without_an_issue(path: Path) -> None:
    roster = read_roster(path)
    assert list(roster.names) == [example[Field.ACCOUNT] for example in EXAMPLE]
    assert set(roster.source.mapping) == set(COLUMNS)
    assert list(roster.fit) == ["wants it done our way"]
    assert not roster.issues


def test_the_example_can_be_planned(path: Path) -> None:
    plan = make_plan(read_roster(path))
    assert plan.team.hours == 50
    assert {person.name for person in plan.team.people} == {"M. Lind", "T. Akers"}
    assert 0 < plan.allocation.hours.sum() <= 50


def test_its_rules_are_the_default_ones(path: Path) -> None:
    assert find_rules(read_roster(path)) == DEFAULT_RULES


def test_every_optional_sheet_is_there_with_drop_downs_and_notes(path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    assert book.sheetnames[:2] == ["Start here", "Client list"]
    assert {"Settings", "Team", "Rules", "Limits", "Fit", "Ladder", "Overrides", "Answers"} <= set(book.sheetnames)
    sheet = book["Client list"]
    rules = {str(rule.sqref).split(":")[0][:-1]: rule for rule in sheet.data_validations.dataValidation}
    letters = {cell.value: cell.column_letter for cell in sheet[1]}
    assert "past client" in rules[letters["Relationship"]].formula1
    assert rules[letters["Owner"]].formula1 == "Team!$A$2:$A$41"
    assert rules[letters["Chance"]].type == "decimal"
    assert sheet[f"{letters['Owner']}1"].comment.text.startswith(FIELDS[Field.OWNER].note)
    assert sheet.freeze_panes == "B2"


def test_only_an_excel_workbook_can_be_asked_for(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"end “list.csv” in \.xlsx"):
        write_template(tmp_path / "list.csv")
    assert not list(tmp_path.iterdir())
