"""A plan as JSON and CSV: the published keys, units and protections."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pydantic import TypeAdapter, ValidationError

import planner.export
from planner.export.plan_csv import plan_csv, protected
from planner.export.plan_document import PlanDocument
from planner.export.plan_json import plan_json
from planner.export.schemas import schema_texts
from planner.fields import Field
from planner.goods import GOODS, Good
from planner.pipeline import plan as make_plan
from planner.reading import read_roster
from planner.result import Plan
from sample_workbooks import sample_path
from tests.builders import make_roster, small_plan

PLAN_KEYS = {
    "format", "status", "solver", "objective", "bound", "gap", "largest_violation", "settings", "balance", "attainment",
    "added", "ideal", "money", "hours", "people", "accounts", "prices", "binding", "baselines", "questions", "warnings",
    "issues",
}  # fmt: skip
ACCOUNT_KEYS = {
    "account", "relationship", "owner", "hours", "hours_by_person", "current_hours", "min_hours", "max_hours", "tags",
    "sure", "reasons", "counts", "value", "assumed", "curve", "next_hour", "decision", "service_level", "why",
}  # fmt: skip


def test_json_has_the_published_keys_and_follows_its_schema(plan: Plan) -> None:
    document = plan_json(plan)
    assert document.keys() >= PLAN_KEYS
    assert all(account.keys() == ACCOUNT_KEYS for account in document["accounts"])
    TypeAdapter(PlanDocument).validate_python(document)


def test_the_shipped_schemas_are_those_of_the_code() -> None:
    folder = Path(planner.export.__file__).parent
    for name, text in schema_texts().items():
        assert (folder / name).read_text(encoding="utf-8") == text, "run python -m planner.export.schemas"


def test_a_key_that_is_not_published_breaks_the_schema(plan: Plan) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(PlanDocument).validate_python({**plan_json(plan), "extra": 1})


def test_json_holds_no_number_that_json_does_not_have(plan: Plan) -> None:
    text = json.dumps(plan_json(plan), allow_nan=False)
    account = json.loads(text)["accounts"][1]
    assert account["tags"] == {"others": 0.9, "strengths": None, "now": 0.6, "later": None, "referral": 0.4}
    assert set(account["reasons"]) == {str(good) for good in GOODS}


def test_hours_shares_and_what_they_count_for_agree(plan: Plan) -> None:
    document = plan_json(plan)
    assert document["hours"] == {"capacity": 60.0, "planned": 48.0, "open": 12.0}
    for group, share in document["balance"]["reached"].items():
        assert share == pytest.approx(sum(account["counts"][group] for account in document["accounts"]) / 48)
    for account in document["accounts"]:
        assert sum(account["hours_by_person"].values()) == pytest.approx(account["hours"])
        assert all(0 <= hours <= account["hours"] for hours in account["counts"].values())
    assert sum(person["planned"] for person in document["people"]) == pytest.approx(48)


def test_what_hours_add_is_value_by_the_curve_over_its_reference() -> None:
    found = make_plan(read_roster(sample_path("advisory_firm")))
    document = plan_json(found)
    added = dict.fromkeys(GOODS, 0.0)
    for account in document["accounts"]:
        curve = account["curve"]
        share = np.interp(account["hours"], curve["hours"], curve["share"]) - curve["share"][0]
        for good in GOODS:
            added[good] += account["value"][good] * share / curve["reference"]
    you = added[Good.NOW] + added[Good.LATER] + added[Good.REFERRAL]
    assert document["added"] == {
        "others": pytest.approx(added[Good.OTHERS], rel=2e-3),
        "strengths": pytest.approx(added[Good.STRENGTHS], rel=2e-3),
        "you": pytest.approx(you, rel=2e-3),
    }
    for group, amount in document["added"].items():
        assert document["attainment"][group] == pytest.approx(amount / document["ideal"][group])


def test_money_is_margin_or_fees_and_points_stand_beside_it() -> None:
    found = make_plan(read_roster(sample_path("advisory_firm")))
    document = plan_json(found)
    money = document["money"]
    assert 0 < money["expected_margin"] < money["expected_fees"]
    assert money["expected_margin"] == pytest.approx(found.explanation.baselines["today"].money, rel=0.5)
    assert money["today"] == pytest.approx(document["baselines"]["today"]["money"])
    for one in (*document["accounts"], *document["people"]):
        assert one["next_hour"].keys() == {"money", "others", "strengths", "you"}
        assert one["next_hour"]["you"] is None
    assert document["balance"]["cost"].keys() == {"attainment", "money", "points", "whatever"}


def test_guesses_are_told_from_facts(plan: Plan) -> None:
    sure = np.nan_to_num(plan.tags.strength)
    sure[1, 0] = 0.0
    document = plan_json(replace(plan, tags=replace(plan.tags, sure_strength=sure)))
    assert document["accounts"][1]["sure"] == {"others": "guess", "now": "fact", "referral": "fact"}
    assert document["accounts"][4]["sure"] == {}


def test_a_curve_ends_at_the_most_hours_of_its_account(plan: Plan) -> None:
    for account in plan_json(plan)["accounts"]:
        curve = account["curve"]
        assert curve["hours"][0] == 0
        assert curve["hours"][-1] == pytest.approx(account["max_hours"])
        assert len(curve["hours"]) == len(curve["share"]) == len(set(curve["hours"]))
        assert curve["share"] == sorted(curve["share"])


def test_a_list_without_money_has_no_money() -> None:
    plan = small_plan()
    without = replace(plan, problem=replace(plan.problem, in_money=False), values=replace(plan.values, in_money=False))
    document = plan_json(without)
    assert document["money"]["expected_margin"] is None
    assert document["money"]["expected_fees"] is None
    assert document["accounts"][0]["next_hour"] == {"money": None, "others": 0, "strengths": 0, "you": 410}


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_csv_has_a_row_per_account_with_its_hours_and_the_lists_own_columns(plan: Plan) -> None:
    rows = rows_of(plan_csv(plan))
    assert [row["Hours planned"] for row in rows] == ["12", "10", "18", "8", "0"]
    assert [row["Change planned"] for row in rows] == ["0", "-20", "14", "6", "-14"]
    assert rows[3]["Hours planned, M. Lind"] == "6"
    assert [row["Hours planned that count for strengths"] for row in rows] == ["0", "0", "18", "0", "0"]
    assert rows[2]["Region code"] == "S4"
    assert rows[0]["Expected date"] == "2026-12-14"


def test_csv_protects_text_that_would_become_a_formula(plan: Plan) -> None:
    rows = rows_of(plan_csv(plan))
    assert rows[3]["Account"] == "'=Harbour Angels"
    assert rows[3]["Region code"] == "'@home"
    assert rows[1]["Next step"] == "'-5% on the fee?"
    assert rows[1]["Change planned"] == "-20"


@pytest.mark.parametrize("text", ["=1+1", "+44 20 7946", "-A1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''=1", "-5%-x"])
def test_formula_like_text_gets_one_apostrophe(text: str) -> None:
    assert protected(text) == "'" + text


@pytest.mark.parametrize("text", ["-5", "-1,250.50", "- 12", "-5%", "a=b", "'tis", "O'Neill", "", "12"])
def test_other_text_and_negative_numbers_stay_untouched(text: str) -> None:
    assert protected(text) == text


def test_a_header_that_looks_like_a_formula_is_protected() -> None:
    roster = make_roster({"account": ["A"] * 5})
    plan = small_plan()
    other = {"=cmd|' /C calc'!A0": np.array(["x"] * 5, dtype=object)}
    crafted = replace(plan, roster=replace(plan.roster, other=other))
    assert plan_csv(crafted).splitlines()[0].endswith("'=cmd|' /C calc'!A0")
    assert roster.has(Field.ACCOUNT)
