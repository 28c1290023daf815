"""Rows of the grids: what the plan says, nothing else; and the drawing's parts that the browser relies on."""

import json
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import dashboard
from dashboard.components.parts import grid_height
from dashboard.components.words import used_of
from dashboard.state.workspace import Override
from dashboard.tables.accounts import mark_of, nice_top, plan_columns, plan_table
from dashboard.tables.by_person import full_table
from dashboard.tables.client_list import issue_rows, issues_csv
from dashboard.tables.clients import client_columns, client_rows
from planner.commands.screens.plan_screen import issue_counts, worth_showing
from planner.fields import Field
from planner.goods import GOODS
from planner.pipeline import plan as make_plan
from planner.reading import read_roster
from planner.records.issues import Issue
from planner.vocabulary import Severity
from sample_workbooks import sample_path

ASSETS = Path(dashboard.__file__).parent / "assets"


def test_a_row_for_each_account_with_its_hours_and_reasons(firm):
    rows = plan_table(firm, {}).rows()
    assert [row["account"] for row in rows] == list(firm.roster.names)
    assert [row["plan"] for row in rows] == pytest.approx(list(firm.allocation.hours))
    assert [row["why"] for row in rows] == list(firm.explanation.why)
    json.dumps(rows, allow_nan=False)


def test_the_fill_of_a_bar_is_as_long_as_the_hours_and_within_the_track(firm):
    for row in plan_table(firm, {}).rows():
        filled = row["fill"]
        assert filled <= 100.5
        assert row["outline"] <= 100
        if row["today"]:
            assert filled / row["outline"] == pytest.approx(row["plan"] / row["today"], abs=0.06)


def test_hours_of_today_that_nobody_knows_are_blank_and_not_zero(crm):
    rows = plan_table(crm, {}).rows()
    assert {row["today"] for row in rows} == {None}
    assert {row["outline"] for row in rows} == {None}
    json.dumps(rows, allow_nan=False)


@given(st.floats(0.01, 1e6))
def test_the_scale_ends_at_a_round_number_just_above(largest):
    top = nice_top(largest)
    assert largest <= top * (1 + 1e-6)
    assert top <= 2 * largest * (1 + 1e-6)


def test_what_holds_the_hours_of_an_account():
    lock = {Field.LOCK_HOURS: Override(value=4)}
    assert mark_of(lock, locked=True, hours=4) == "lock"
    assert mark_of(lock, locked=True, hours=0) == "out"
    assert mark_of({}, locked=True, hours=4) == "file"
    assert mark_of({}, locked=False, hours=4) == ""


def test_not_known_is_not_no_in_the_clients_grid(crm):
    rows = client_rows(crm)
    strength = crm.tags.strength
    for column, good in enumerate(GOODS):
        for row, value in zip(rows, strength[:, column], strict=True):
            assert (row[good] is None) == np.isnan(value)
            assert (row[good] == 0) == (value == 0)
    json.dumps(rows, allow_nan=False)


def test_every_cell_that_a_column_asks_for_is_drawn_by_the_assets():
    script = "".join((ASSETS / name).read_text() for name in ("grid.js", "clients.js"))
    columns = [one for column in client_columns() for one in column.get("children", [column])]
    for column in (*plan_columns(), *columns):
        name = column.get("cellRenderer")
        assert name is None or f"cells.{name} =" in script
        for key in ("valueFormatter", "valueGetter"):
            function = column.get(key)
            assert function is None or f"functions.{function['function'].split('(')[0]} =" in script


def test_assets_fetch_nothing_from_anywhere():
    for path in [*ASSETS.glob("*.*")]:
        links = re.findall(r"https?://[^\s'\"`)]+", path.read_text())
        assert set(links) <= {"http://www.w3.org/2000/svg"}, path.name


def test_the_worst_issues_come_first_with_their_cells():
    note = Issue("n", Severity.NOTE, "A note.")
    error = Issue("e", Severity.ERROR, "It is wrong.", "Mend it.", "Clients", "F12", "=1+1")
    rows = issue_rows([note, error])
    assert [row["kind"] for row in rows] == ["To mend", "To know"]
    assert rows[0]["where"] == "Clients!F12"
    assert "'=1+1" in issues_csv([error])


def test_rows_that_were_left_out_are_counted_apart_as_in_the_terminal():
    total = Issue("total-row", Severity.NOTE, "Row 9 is a total; it was skipped.")
    note = Issue("n", Severity.NOTE, "A note.")
    assert [row["kind"] for row in issue_rows([total, note])] == ["To know", "Left out"]
    assert issue_counts(worth_showing((total, note))) == "1 note"


def test_a_table_is_as_high_as_its_rows_and_shows_half_a_row_where_there_are_more():
    assert grid_height(2, 50, 4) == grid_height(3, 50, 4)
    four, five = (float(grid_height(rows, 50, 4).removesuffix("px")) for rows in (4, 5))
    assert five == four + 25
    assert grid_height(99, 50, 4) == grid_height(5, 50, 4)


def test_by_person_each_account_stands_under_who_gives_it_most_and_lines_add_up(firm):
    rows = full_table(firm, {}).rows()
    accounts, lines = rows[: firm.roster.size], rows[firm.roster.size :]
    assert [line["account"] for line in lines[:4]] == [person.name for person in firm.team.people]
    for line in lines[:4]:
        mine = [row["plan"] for row in accounts if row["person"] == line["person"]]
        assert line["line"].startswith(f"{used_of(sum(mine), 0).removesuffix('0 h')}")
        assert line["people"] == [line["account"]]
    assert {row["person"] for row in accounts} <= {line["person"] for line in lines}
    assert len({row["id"] for row in rows}) == len(rows)
    json.dumps(rows, allow_nan=False)


def test_an_account_that_anyone_may_serve_and_nobody_does_is_under_nobodys_name(firm):
    everyone = np.ones_like(firm.problem.eligible)
    plan = replace(firm, problem=replace(firm.problem, eligible=everyone))
    rows = full_table(plan, {}).rows()
    resting = [row for row in rows[: plan.roster.size] if row["plan"] == 0]
    assert {row["person"] for row in resting} == {4}
    assert [row["people"] for row in resting] == [[]] * len(resting)
    assert (rows[-1]["account"], rows[-1]["person"]) == ("Anyone", 4)
    assert rows[-1]["line"] == f"{len(resting)} accounts without time"


def test_a_list_of_one_person_has_no_lines():
    plan = make_plan(read_roster(sample_path("solo_consultant")))
    assert [row["account"] for row in full_table(plan, {}).rows()] == list(plan.roster.names)
