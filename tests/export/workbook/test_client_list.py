"""The client list as it is written again: every column once, under headers that read back as what they are."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from planner.export import save_plan
from planner.export.workbook.client_list import list_columns
from planner.fields import Field
from planner.goods import Good
from planner.pipeline import plan as make_plan
from planner.reading import read_roster
from tests.builders import make_roster


def test_fields_come_first_under_their_own_titles_then_fit_raters_and_others() -> None:
    roster = make_roster(
        {"account": ["A", "B"], "annual_fee": [5, None]},
        fit={"speed": np.array([4.0, np.nan])},
        raters={"Jo": {Good.OTHERS: np.array([5.0, 0.0])}},
        other={"Region code": np.array(["x", ""], dtype=object)},
    )
    assert [column.header for column in list_columns(roster)] == [
        "Account", "Annual fee", "Fit: speed", "Good for others — Jo", "Region code",
    ]  # fmt: skip


def test_a_column_of_the_users_never_passes_for_a_field() -> None:
    other = {"annual FEE": np.array(["x"], dtype=object), "Champion": np.array(["y"], dtype=object)}
    headers = [column.header for column in list_columns(make_roster({"account": ["A"]}, other=other))]
    assert headers == ["Account", "annual FEE (your column)", "Champion (your column)"]


def test_units_fit_and_raters_of_a_list_read_back_from_its_export(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(
        "Client,Fee ($000),hrs/week,Chance,Fit: speed,Good for others - Jo,Good for others - Al,Champion?,Expected\n"
        "Acme,40,2,60%,4,5,3,Mo,Q3 2027\nBeta,15.5,1,High,2,0,1,,2027-01-31\n",
        encoding="utf-8",
    )
    before = make_plan(read_roster(tmp_path / "list.csv"), hours=30)
    save_plan(before, tmp_path / "plan.xlsx")
    after = read_roster(tmp_path / "plan.xlsx")
    assert after.number(Field.ANNUAL_FEE).tolist() == [40_000, 15_500]
    assert after.number(Field.CURRENT_HOURS).tolist() == before.roster.number(Field.CURRENT_HOURS).tolist() == [26, 13]
    assert list(after.fit) == list(before.roster.fit) == ["speed"]
    said = {person: by_good[Good.OTHERS].tolist() for person, by_good in after.raters.items()}
    assert said == {"Jo": [5, 0], "Al": [3, 1]}
    assert np.array_equal(make_plan(after).allocation.hours, before.allocation.hours)
