"""`planner ask`: every question is answered in a sentence, a wrong one with what to write."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from sample_workbooks import sample_path
from tests.sensitivity.test_repair_command import run

SOLO = str(sample_path("solo_consultant"))


def test_without_a_question_it_answers_ten_hours_either_way(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "ask", SOLO) == 0
    said = capsys.readouterr().out
    assert "10 h more would go to" in said
    assert "With 10 h fewer" in said


def test_targets_and_prices_come_as_json_when_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "ask", SOLO, "--reach", "strengths=50%", "--prices", "--json") == 0
    answers = json.loads(capsys.readouterr().out)["answers"]
    assert "are enough for 50% of the most possible for strengths" in answers[0]
    assert any(answer.startswith("One more hour of ") for answer in answers)


def test_a_split_of_ones_own_is_scored_and_what_it_breaks_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    mine = tmp_path / "mine.csv"
    mine.write_text("Account,Hours\nSellwood Dental Studio,60\nCascade Youth Orchestra,44.2\n", encoding="utf-8")
    assert run(monkeypatch, "ask", SOLO, "--split", str(mine), "--json") == 0
    answers = json.loads(capsys.readouterr().out)["answers"]
    assert re.match(r"Your split brings .* less .* than the plan; it is short of the balance by ", answers[0])
    assert any("in steps of 0.5 h (hour_step); yours are between two for Cascade Youth Orchestra" in a for a in answers)
    assert "10 h more" not in " ".join(answers)
    mine.write_text("Account,Hours\nNobody at all,60\n", encoding="utf-8")
    assert run(monkeypatch, "ask", SOLO, "--split", str(mine)) == 2
    assert "no column with the names of your accounts" in " ".join(capsys.readouterr().err.split())


def test_a_target_that_cannot_be_read_says_what_to_write(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "ask", SOLO, "--reach", "joy=50%") == 2
    assert "such as strengths=70%" in " ".join(capsys.readouterr().err.split())


def test_an_account_with_hours_is_told_why_it_has_them(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "ask", SOLO, "--account", "Gorge Freight Brokers", "--json") == 0
    (answer,) = json.loads(capsys.readouterr().out)["answers"]
    assert re.match(r"Gorge Freight Brokers has [\d½]+ h in the plan. Can hire now", answer)


def test_what_a_cap_costs_is_told_once(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, "ask", SOLO, "--prices", "--json") == 0
    answers = json.loads(capsys.readouterr().out)["answers"]
    assert len([answer for answer in answers if "at most 10 accounts" in answer.lower()]) == 1
