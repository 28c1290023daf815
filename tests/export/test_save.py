"""Files appear whole or not at all."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from planner.errors import InputError
from planner.export import check_targets, save_plan, whole
from planner.export.plan_json import plan_json
from planner.result import Plan


@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".json", ".XLSX"])
def test_a_plan_is_saved_by_the_ending_of_its_path(plan: Plan, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"plan{ending}"
    save_plan(plan, path)
    assert path.stat().st_size > 500
    assert list(tmp_path.iterdir()) == [path]


def test_json_is_saved_in_the_published_format(plan: Plan, tmp_path: Path) -> None:
    save_plan(plan, tmp_path / "plan.json")
    assert json.loads((tmp_path / "plan.json").read_text(encoding="utf-8")) == json.loads(json.dumps(plan_json(plan)))


def test_another_ending_is_refused_in_a_sentence(plan: Plan, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"end it in \.xlsx, \.csv or \.json"):
        save_plan(plan, tmp_path / "plan.pdf")
    assert not list(tmp_path.iterdir())


def test_a_failure_half_way_leaves_the_old_file_and_no_other(
    plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("old", encoding="utf-8")

    def fail(_: Plan) -> str:
        raise RuntimeError

    monkeypatch.setattr("planner.export.plan_csv.plan_csv", fail)
    with pytest.raises(RuntimeError):
        save_plan(plan, path)
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_cannot_take_its_place_is_an_input_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(InputError, match="cannot be written"), whole(tmp_path / "plan.csv") as draft:
        draft.write_text("x", encoding="utf-8")
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_saved_file_has_the_usual_permissions(plan: Plan, tmp_path: Path) -> None:
    save_plan(plan, tmp_path / "plan.csv")
    (tmp_path / "plain").touch()
    assert (tmp_path / "plan.csv").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_source_is_never_a_target(tmp_path: Path) -> None:
    source = tmp_path / "clients.xlsx"
    source.touch()
    with pytest.raises(InputError, match="never overwritten"):
        check_targets([tmp_path / "." / "clients.xlsx"], sources=[source])
