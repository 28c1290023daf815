"""The exploring commands: what they print, write and refuse."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from sample_workbooks import sample_path
from tests.test_cli import Run, run  # noqa: F401

SOLO = str(sample_path("solo_consultant"))


def test_what_ifs_are_compared_on_the_screen_and_in_files(run: Run, tmp_path: Path) -> None:  # noqa: F811
    ended = run("compare", SOLO, "--scenario", "Give=60/20/20", "-o", "c.csv", "-o", "c.json")
    assert ended.status == 0
    assert "Give: balance 60/20/20 (not 20/30/50)." in ended.out
    assert "The same hours for everyone" in ended.out
    written = json.loads((tmp_path / "c.json").read_text(encoding="utf-8"))
    assert [side["name"] for side in written["sides"]][:2] == ["This plan", "Give"]
    with (tmp_path / "c.csv").open(encoding="utf-8-sig", newline="") as file:
        assert next(csv.reader(file))[:3] == ["figure", "This plan", "Give"]


def test_the_map_is_written_as_csv_with_a_row_for_each_balance(run: Run, tmp_path: Path) -> None:  # noqa: F811
    ended = run("map", SOLO, "-o", "map.csv")
    assert ended.status == 0
    assert "without the smallest block" in " ".join(ended.out.split())
    with (tmp_path / "map.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == 231


def test_draws_print_only_json_when_asked(run: Run) -> None:  # noqa: F811
    ended = run("robust", SOLO, "--draws", "3", "--workers", "1", "--spread", "fees=0.4", "--json")
    assert ended.status == 0
    document = json.loads(ended.out)
    assert document["draws"] == 3
    assert document["spreads"]["fees"] == 0.4


def test_partners_files_are_compared_with_each_other(run: Run, tmp_path: Path) -> None:  # noqa: F811
    for name, rating in (("ana", 5), ("ben", 0)):
        rated = f"account,good for others\nBluestone Youth Trust,{rating}\nHarbour Point Credit Union,3\n"
        (tmp_path / f"{name}.csv").write_text(rated, encoding="utf-8")
    listed = "account,annual fee\nBluestone Youth Trust,9000\nHarbour Point Credit Union,40000\nTern,20000\n"
    (tmp_path / "firm.csv").write_text(listed, encoding="utf-8")
    scarce = ("--hours", "20", "--set", "max_share_per_account=1")
    ended = run("consensus", "firm.csv", "ana.csv", "ben.csv", *scarce, "-o", "c.json", "-o", "c.csv")
    assert ended.status == 0
    assert "Of 2 ratings that two or more gave, 1 differs." in ended.out
    assert "nobody loses more than" in ended.out
    written = json.loads((tmp_path / "c.json").read_text(encoding="utf-8"))
    assert written["partners"] == ["ana", "ben"]
    assert [one["agreement"] for one in written["agreement"]] == [0, 1]
    assert set(written["least_worst"]["by"]) == {"ana", "ben"}
    with (tmp_path / "c.csv").open(encoding="utf-8-sig", newline="") as file:
        (first, *_) = csv.DictReader(file)
    assert (first["account"], first["ana"], first["ben"]) == ("Bluestone Youth Trust", "5.0", "0.0")
    assert float(first["effect_hours"]) > 0


def test_answers_are_written_to_files_too(run: Run, tmp_path: Path) -> None:  # noqa: F811
    ended = run("ask", SOLO, "--hours", "100", "-o", "a.json")
    assert ended.status == 0
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["answers"] == ended.out.splitlines()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["compare", SOLO], "nothing to compare"),
        (["compare", SOLO, "--scenario", "Give=60/20/30"], "adds to 110"),
        (["consensus", SOLO], "at least two partners"),
        (["map", SOLO, "-o", "map.png"], "end it in .csv or .json"),
        (["robust", SOLO, "--spread", "hours=1"], "no spread for “hours”"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(run: Run, words: list[str], said: str) -> None:  # noqa: F811
    ended = run(*words)
    assert ended.status == 2
    assert said in " ".join(ended.err.split())
    assert ended.out == ""
