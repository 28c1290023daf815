"""Every workbook that is written keeps Excel's own rules, so that none is opened with an offer to repair it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import sample_workbooks
from planner.export import save_plan
from planner.export.own_workbook.mark_issues import write_marked
from planner.export.own_workbook.plan_columns import write_into
from planner.export.template.blank_list import write_template
from planner.pipeline import plan as make_plan
from planner.quarter.progress import find_progress
from planner.quarter.track import quarter_plan, spent_so_far
from planner.reading import read_roster
from sample_workbooks import sample_path
from tests.export.excel_rules import faults
from tests.export.own_workbook.make import changed, rich_workbook

SAMPLES = sorted(path.stem for path in Path(sample_workbooks.__file__).parent.glob("*.xlsx"))
SHEET, STYLES, BOOK = "xl/worksheets/sheet2.xml", "xl/styles.xml", "xl/workbook.xml"
ODD = (
    "Account,Owner,Type,Fee,Chance,Industry,Notes\n"
    '"=SUM(A1), ""Sons""",O\'Brien: Lead,client,40000,80%,"Law, ""tax""",pro bono\n'
    "Bell\x07 <b>&</b>,🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀,prospect,7000,20%,Tech,renewal\x0b due\n"
    "_x0041_ Ltd,History,past client,9000,40%,Retail,sends us clients\n"
    f'Long,Plan,client,9000,40%,Retail,"{"word " * 7_000}"\n'
)
"""A list whose texts are all that a workbook does not take as they are."""


@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_written_for_a_sample_keeps_excels_rules(name: str, tmp_path: Path) -> None:
    source = sample_path(name)
    made = make_plan(read_roster(source))
    save_plan(made, tmp_path / "plan.xlsx")
    write_into(made, source, tmp_path / "own.xlsx")
    write_marked(made.roster, source, tmp_path / "marked.xlsx")
    for path in (source, *(tmp_path / f"{file}.xlsx" for file in ("plan", "own", "marked"))):
        assert faults(path) == []


def test_texts_that_a_workbook_does_not_take_as_they_are_keep_excels_rules(tmp_path: Path) -> None:
    made = make_plan(read_roster(ODD.encode(), name="odd.csv"), hours=40)
    save_plan(made, tmp_path / "plan.xlsx")
    assert faults(tmp_path / "plan.xlsx") == []


def test_a_quarters_workbook_keeps_excels_rules(tmp_path: Path) -> None:
    made = make_plan(read_roster(sample_path("solo_consultant")))
    spent = spent_so_far(made.roster, [person.name for person in made.team.people])
    save_plan(made, tmp_path / "quarter.xlsx", progress=find_progress(quarter_plan(made), spent, dt.date(2026, 12, 20)))
    assert faults(tmp_path / "quarter.xlsx") == []


def test_the_blank_list_and_a_returned_workbook_keep_excels_rules(tmp_path: Path) -> None:
    write_template(tmp_path / "blank.xlsx")
    rich_workbook(tmp_path / "own.xlsx")
    made = make_plan(read_roster(tmp_path / "own.xlsx"), hours=40)
    write_into(made, tmp_path / "own.xlsx", tmp_path / "back.xlsx")
    assert [faults(tmp_path / name) for name in ("blank.xlsx", "own.xlsx", "back.xlsx")] == [[], [], []]


@pytest.mark.parametrize(
    ("part", "before", "after", "said"),
    [
        (
            SHEET,
            "<sheetData>",
            '<cols><col max="9" min="1" width="9"/><col min="2" max="3"/></cols><sheetData>',
            "two wid",
        ),
        (SHEET, "<pageMargins", '<dataValidations/><autoFilter ref="A1"/><pageMargins', "another order"),
        (SHEET, ' s="1"', ' s="99"', "has no format"),
        (SHEET, "<f>D5*2</f>", "<f>=D5*2</f>", "is no formula"),
        (SHEET, "<f>D5*2</f>", "<f>'My clients'!D5</f>", "a sheet that is not there"),
        (SHEET, "<f>D5*2</f>", "<f>TEXTJOIN(D5)</f>", "is no formula"),
        (SHEET, 'r="D6"', 'r="D5"', "out of order"),
        (BOOK, 'name="Clients"', 'name="Cli/ents"', "no name for a sheet"),
        (BOOK, 'name="Clients"', f'name="{"🚀" * 16}"', "no name for a sheet"),
        (STYLES, '<cellXfs count="', '<cellXfs count="1', "not as many as stated"),
        ("xl/comments1.xml", 'ref="B5"', 'ref="B6"', "is not drawn"),
        ("[Content_Types].xml", "/xl/styles.xml", "/xl/styles2.xml", "has no part"),
    ],
)
def test_each_rule_finds_what_breaks_it(part: str, before: str, after: str, said: str, tmp_path: Path) -> None:
    rich_workbook(tmp_path / "own.xlsx")
    found = faults(changed(tmp_path / "own.xlsx", tmp_path / "broken.xlsx", part, before, after))
    assert any(said in fault for fault in found)


@pytest.mark.parametrize("choices", ['""', '"Ana "A" Lind,Ben"', f'"{"x" * 256}"'])
def test_choices_that_no_drop_down_can_hold_are_found(choices: str, tmp_path: Path) -> None:
    rich_workbook(tmp_path / "own.xlsx")
    rule = (
        f'<dataValidations><dataValidation sqref="B9"><formula1>{choices}</formula1></dataValidation></dataValidations>'
    )
    broken = changed(tmp_path / "own.xlsx", tmp_path / "broken.xlsx", SHEET, "<pageMargins", f"{rule}<pageMargins")
    assert any("are no choices" in fault for fault in faults(broken))
