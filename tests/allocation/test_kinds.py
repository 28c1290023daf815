"""Every kind of constraint on a model small enough to work out by hand, its golden `.lp` file, and that file solved."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import highspy
import numpy as np
import pytest

from planner.allocation.allocate import allocate, write_lp
from planner.settings import Settings
from tests.allocation.kinds import KINDS

GOLDEN = Path(__file__).parent / "golden"
ANSWERS = {
    # Half its value at 2 h, the rest at 8 h: there are 10 h, so all of it.
    "curve": [8],
    # 10 h, of which others get 3 to 5 and you 5 to 7. Both bring 10 an hour, you counts 0.6 to 0.4: 7 and 3.
    "balance": [3, 7],
    # The same: nothing is short, so nothing is left open but what the curves cannot take.
    "leave_open": [3, 7],
    # Others gets exactly 4 h, you 6 h. An hour on Ash is worth most (both goods gain), and up to half may count for
    # others: its 8 h count 6 for you and 2 for others, and Birch gets the other 2.
    "split_and_share": [8, 2],
    # Ben may serve Birch only: his 4 h go there. Ada's 6 h go to Ash.
    "people": [6, 4],
    # Birch is locked at 3 h; Ash takes 7 of its 8 h.
    "minimum_and_lock": [7, 3],
    "limit_at_most": [5, 5],
    "limit_at_least": [4, 6],
    "limit_exactly": [6, 4],
    # As many hours for Ash as for Birch.
    "limit_relative": [5, 5],
    "limit_on_a_good": [3, 7],
    # Later gets 40% of the 10 h for you.
    "within_you": [6, 4],
    # Birch has to bring 45 of its 80: 4.5 h at least, and gets the 7 h that the balance allows.
    "money": [3, 7],
    # Three hours may move: Ash from 4 to 7, Birch keeps the rest of the 10 h.
    "change": [7, 3],
    # Ada gives others 1.8 to 3 h, Ben 1.2 to 2 h; you the rest: 4.2 + 2.8.
    "balance_per_person": [3, 7],
    # 8 h for Ash leave 2 h, less than Birch's block of 4; 6 and 4 bring 60 + 20, 8 and none bring 80: the same.
    "block": None,
    # 9.3 h in steps of half an hour: 8 and 1.
    "step": [8, 1],
    "most_accounts": [8, 0],
    # Ada serves Ash alone, Ben Birch alone.
    "most_accounts_each": [6, 4],
    # The true curve of Ash brings its 80 only at 8 h; Birch 10 in the 2 h left.
    "s_curve": [8, 2],
    # An hour costs 6: Birch brings 5 an hour, so it gets none.
    "cost_of_an_hour": [8, 0],
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_plan_is_the_one_worked_out_by_hand(kind: str) -> None:
    plan = allocate(KINDS[kind](), Settings())
    assert plan.proof.largest_violation < 1e-9
    if ANSWERS[kind] is None:
        assert plan.added[2] == pytest.approx(80)
    else:
        assert plan.hours == pytest.approx(ANSWERS[kind], abs=1e-6)


@pytest.mark.parametrize("kind", KINDS)
def test_the_written_model_is_the_golden_one(kind: str, tmp_path: Path) -> None:
    write_lp(KINDS[kind](), tmp_path / "model.lp")
    assert (tmp_path / "model.lp").read_text() == (GOLDEN / f"{kind}.lp").read_text()


def solved(path: Path) -> tuple[float, set[str]]:
    """Least objective of a written model, by HiGHS reading the file, and the names of its columns and rows."""
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("mip_rel_gap", 1e-6)
    assert highs.readModel(str(path)) == highspy.HighsStatus.kOk
    highs.run()
    lp = highs.getLp()
    return highs.getObjectiveValue(), {*lp.col_names_, *lp.row_names_}


@pytest.mark.parametrize("kind", KINDS)
def test_the_written_model_reads_back_and_its_optimum_is_the_plan(kind: str, tmp_path: Path) -> None:
    base = KINDS[kind]()
    plan = allocate(base, Settings())
    write_lp(base, tmp_path / "model.lp")
    least, names = solved(tmp_path / "model.lp")
    assert -least / base.total_hours == pytest.approx(plan.proof.objective, abs=2e-4)
    assert "capacity_ada" in names


def test_names_that_no_solver_would_read_are_written_so_that_they_do(tmp_path: Path) -> None:
    base = KINDS["limit_at_most"]()
    names = np.array(["Größe / Söhne & 50% <Co>: [x]^2", "Ω" * 300], dtype=object)
    limit = replace(base.limits[0], name="industry = Health/Care at most 25% of “all” hours " * 5)
    base = replace(base, names=names, limits=(limit,))
    write_lp(base, tmp_path / "model.lp")
    least, _ = solved(tmp_path / "model.lp")
    assert -least / base.total_hours == pytest.approx(allocate(base, Settings()).proof.objective)


def test_every_golden_file_belongs_to_a_kind() -> None:
    assert {path.stem for path in GOLDEN.glob("*.lp")} == set(KINDS) == set(ANSWERS)
    assert np.all([path.stat().st_size > 0 for path in GOLDEN.glob("*.lp")])
