"""The What-if page's figures and tables: pure functions of results."""

import json

import numpy as np
import pytest

from dashboard.callbacks.scenarios import sure_options
from dashboard.desk import View
from dashboard.jobs import Kind
from dashboard.map_figure import hover, map_figure, measures
from dashboard.pages.scenario_results import differ_body, gain_text, map_body, offer_text, sure_body
from dashboard.pages.scenarios import compared, going, layout, stopped
from dashboard.workspace import WhatIf, Work
from planner.scenarios.balance_map import map_balances, map_json
from planner.scenarios.compare import compare
from planner.scenarios.robustness import robustness, robustness_json


def words(component):
    """All text of a component."""
    return json.dumps(json.loads(json.dumps([component], default=lambda c: c.to_plotly_json())), ensure_ascii=False)


@pytest.fixture(scope="module")
def found(firm):
    return map_json(map_balances(firm, parts=5)) | {"prices": ["The last five points cost next to nothing."]}


def test_every_balance_is_on_the_triangle_once_and_the_marks_are_named(found):
    figure = map_figure(found["points"], "value", "£")
    traces = {trace.name: trace for trace in figure.data}
    assert list(traces) == ["Within reach", "Out of reach", "Nearest to today", "Best at your weights", "Chosen"]
    assert len(traces["Within reach"].x) + len(traces["Out of reach"].x) == 21
    assert len(traces["Chosen"].x) == 1
    assert all(0 <= x <= 1 for trace in figure.data for x in trace.x)


def test_corners_of_the_triangle_are_the_pure_balances(found):
    figure = map_figure(found["points"], "value", "£")
    at = {tuple(shares): (x, y) for t in figure.data for shares, x, y in zip(t.customdata, t.x, t.y, strict=True)}
    assert at[1.0, 0.0, 0.0] == pytest.approx((0.5, 0.8660254))
    assert at[0.0, 1.0, 0.0] == pytest.approx((0, 0))
    assert at[0.0, 0.0, 1.0] == pytest.approx((1, 0))


def test_hover_tells_what_a_balance_reaches_and_what_is_out_of_reach(found):
    point = dict(found["points"][0], reachable="no", short_by_hours=12.0, money=100_000.0)
    told = hover(point, "£")
    assert "out of reach: short by 12 h" in told
    assert "£100,000 to expect" in told


def test_measures_that_nothing_is_known_of_are_not_offered(found):
    without = [dict(point, money=None) for point in found["points"]]
    assert "money" in measures(found["points"])
    assert "money" not in measures(without)
    assert np.isnan(map_figure(without, "money", "").data[0].marker.color).all()


def test_the_map_says_its_reach_its_price_and_that_blocks_are_off(found):
    said = words(map_body(found, "value"))
    assert "The last five points" in said
    assert "without the smallest block" in said
    assert "your list cannot reach" in said or "can reach every balance" in said


def test_plans_stand_side_by_side_with_the_baselines(firm):
    said = words(compared((WhatIf(name="Same", changes={"hours": 400}),), compare(firm, [("Same", firm)])))
    for title in ("This plan", "Same", "As today", "The same hours for everyone", "Plan with it"):
        assert title in said
    assert "None: every account keeps its hours." in said
    assert "Harm: no plan" in words(compared((), None, ["Harm: no plan"]))


def test_how_sure_shows_figures_and_every_account_that_is_ever_in(firm):
    result = robustness_json(robustness(firm, 3, workers=1))
    said = words(sure_body(result, "£"))
    assert "The same in nine draws of ten" in said
    assert str(firm.roster.names[int(firm.allocation.hours.argmax())]) in said
    assert "after 3 of 9 draws" in words(sure_body(result | {"asked": 9}, "£"))
    assert gain_text(0.0) == "yours"
    assert offer_text(result | {"offer_gain": 0.0}) == "no other plan does better"


def test_where_partners_differ_is_said_in_words():
    balance = {"others": 0.2, "strengths": 0.3, "you": 0.5}
    found = {
        "partners": ["Ana", "Ben"],
        "balances": {"Ana": balance, "Ben": balance},
        "disagreements": [
            {
                "account": "Oxfield",
                "good": "others",
                "ratings": {"Ana": 5, "Ben": 1},
                "agreement": 0.2,
                "effect_hours": 6.0,
            }
        ],
        "loss": [[0.0, 0.04], [0.03, 0.0]],
        "least_worst": {"balance": balance, "loss": 0.02},
        "least_average": {"balance": balance, "loss": 0.01},
    }
    said = words(differ_body(found))
    assert "At 20/30/50 nobody loses more than 2%" in said
    assert "Oxfield" in said


def test_progress_can_be_stopped_and_says_how_far_it_is():
    assert "12 of 200 draws" in words(going(Kind.SURE, 12, 200, "draws"))
    assert "Starting" in words(going(Kind.MAP, 0, 0, "balances"))
    assert "Stopped" in words(stopped("Stopped."))


def test_the_page_has_a_place_for_everything(firm):
    said = words(layout(View("me", Work(), 1, firm, "token")))
    for title in ("What if?", "Every balance there is", "How sure is this?", "Where partners differ"):
        assert title in said


def test_options_of_draws_are_read_from_what_was_typed():
    options = sure_options("200", 25, 1, "0.5")
    assert options == {"draws": 200, "fees": 0.25, "probabilities": 0.0, "ratings": 0.5}
    for typed in (("", 1, 1, 1), (10, 1, 0, 1)):
        with pytest.raises(ValueError, match=r"."):
            sure_options(*typed)
