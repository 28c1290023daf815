"""The What-if page's figures and tables: pure functions of results."""

import json
import math

import numpy as np
import pytest

from dashboard.callbacks.long_work import sure_options
from dashboard.components.balance_triangle import hover, map_figure, measures
from dashboard.pages.explore.page import compared, going, layout, stopped
from dashboard.pages.explore.partners import differ_body, settled
from dashboard.pages.explore.results import map_body, sure_body
from dashboard.pages.explore.sure import chance_of
from dashboard.service.job_store import Kind
from dashboard.service.plan_service import View
from dashboard.state.workspace import WhatIf, Workspace
from planner.goods import GROUPS
from planner.reading import read_roster
from planner.scenarios.balance_map import map_balances, map_json
from planner.scenarios.compare import compare
from planner.scenarios.robustness import robustness, robustness_json
from planner.scenarios.scenario import make_scenario, plan_scenario
from sample_workbooks import sample_path


def words(component):
    """All text of a component."""
    return json.dumps(json.loads(json.dumps([component], default=lambda c: c.to_plotly_json())), ensure_ascii=False)


@pytest.fixture(scope="module")
def found(firm):
    prices = [{"pair": ["others", "you"], "sentences": ["The last five points cost next to nothing."]}]
    return map_json(map_balances(firm, parts=5)) | {"prices": prices}


def test_every_balance_is_on_the_triangle_once_and_the_marks_are_named(found):
    figure = map_figure(found["points"], "value", "£")
    traces = {trace.name: trace for trace in figure.data}
    assert list(traces) == ["Within reach", "Out of reach", "Nearest to today", "Reaches most", "Chosen"]
    assert len(traces["Within reach"].x) + len(traces["Out of reach"].x) == 21
    assert len(traces["Chosen"].x) == 1
    assert all(0 <= x <= 1 for trace in figure.data for x in trace.x)


def test_each_balance_within_reach_is_a_hexagon_around_its_spot_and_one_of_them_names_them(found):
    points = [dict(point, reachable="no" if at % 4 == 0 else "yes") for at, point in enumerate(found["points"])]
    figure = map_figure(points, "value", "£")
    within, cells = figure.data[0], figure.layout.shapes
    assert len(cells) == len(within.x) == 15
    assert sum(cell.showlegend or False for cell in cells) == 1
    for cell, x, y in zip(cells, within.x, within.y, strict=True):
        corners = np.array([corner.split(",") for corner in cell.path[1:-1].split("L")], dtype=float)
        assert corners.mean(axis=0) == pytest.approx((x, y), abs=1e-3)
        assert np.ptp(corners[:, 0]) < 0.2  # of the room between two balances
    values = {point["value"] for point in points if point["reachable"] == "yes"}
    assert len({cell.fillcolor for cell in cells}) > len(values) / 2


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
    assert "£100,000 of margin a year" in told


def test_measures_that_nothing_is_known_of_are_not_offered(found):
    without = [dict(point, money=None) for point in found["points"]]
    assert "money" in measures(found["points"])
    assert "money" not in measures(without)
    figure = map_figure(without, "money", "")
    assert np.isnan(figure.data[0].marker.color).all()
    assert figure.layout.shapes == ()


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
    assert "Hours you can rely on" in said
    assert str(firm.roster.names[int(firm.allocation.hours.argmax())]) in said
    assert "after 3 of 9 tries" in words(sure_body(result | {"asked": 9}, "£"))


def test_accounts_past_the_first_are_folded_and_counted(firm):
    """A table that ended in the middle of a scrolling box was taken for all there is."""
    result = robustness_json(robustness(firm, 3, workers=1))
    shown = sum(one["often"] > 0 for one in result["accounts"])
    body = sure_body(result, "£")
    assert f"{shown - 12} more accounts" in words(body)
    assert "tall" not in str(body)


def test_a_map_of_one_colour_has_no_scale(found):
    points = [dict(point) | {"value": 0.9} for point in found["points"]]
    assert not map_figure(points, "value", "£").data[0].marker.showscale
    assert map_figure(found["points"], "value", "£").data[0].marker.showscale


def test_ticks_of_a_narrow_scale_are_told_apart(found):
    points = [dict(point) | {"value": 0.96 + 0.0001 * at} for at, point in enumerate(found["points"])]
    assert map_figure(points, "value", "£").data[0].marker.colorbar.tickformat == ".1%"
    points = [dict(point) | {"value": 0.004 * at} for at, point in enumerate(found["points"])]
    assert map_figure(points, "value", "£").data[0].marker.colorbar.tickformat == ".0%"


def test_the_plan_that_does_best_over_the_draws_is_an_offer_that_names_what_it_moves(firm):
    result = robustness_json(robustness(firm, 3, workers=1))
    accounts = [dict(one) for one in result["accounts"]]
    accounts[4] |= {"hours": 10.0, "offer_hours": 4.0}
    said = words(sure_body(result | {"offer_gain": 0.012, "accounts": accounts}, "£"))
    assert "Another plan does better" in said
    assert "1.2% more than yours" in said
    assert f"{accounts[4]['account']} 4 h (not 10 h)" in said
    assert "Fix these hours" in said
    nothing = words(sure_body(result | {"offer_gain": 0.0}, "£"))
    assert "No other plan does better" in nothing
    assert "Fix these hours" not in nothing


@pytest.fixture
def differing():
    def at(balance, loss, **by):
        return {"balance": dict(zip(GROUPS, balance, strict=True)), "loss": loss, "by": by}

    own = {"Ana": (0.2, 0.3, 0.5), "Ben": (0.6, 0.2, 0.2)}
    return {
        "partners": ["Ana", "Ben"],
        "balances": {name: dict(zip(GROUPS, balance, strict=True)) for name, balance in own.items()},
        "own_balance": {"Ana": False, "Ben": True},
        "agreement": [
            {"account": "Oxfield", "good": "others", "rated": 2, "agreement": 0.2},
            {"account": "Tern", "good": "now", "rated": 2, "agreement": 1.0},
        ],
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
        "least_worst": at((0.25, 0.3, 0.45), 0.02, Ana=0.02, Ben=0.02),
        "least_average": at((0.2, 0.35, 0.45), 0.015, Ana=0.0, Ben=0.03),
        "chosen": at((0.2, 0.3, 0.5), 0.051, Ana=0.0, Ben=0.051),
    }


def test_balances_that_suit_all_are_offered_beside_what_each_costs_each_partner(differing):
    said = words(differ_body(differing))
    assert "At 25/30/45 nobody loses more than 2.0%" in said
    assert "at your balance Ben loses 5.1%" in said
    offered = {"Nobody loses much": "25/30/45", "Least on average": "20/35/45", "Ben's own": "60/20/20"}
    for title, balance in offered.items():
        assert f"Plan with {balance}: {title}" in said
    assert "Ana's own" not in said


def test_a_balance_that_suits_everybody_already_is_said_to(differing):
    chosen = differing["chosen"] | {"loss": 0.0203}
    assert settled(differing | {"chosen": chosen}).startswith(
        "Your balance suits everybody: nobody loses more than 2.0%"
    )


def test_disagreements_come_with_the_hours_that_hang_on_them_and_agreement_by_good(differing):
    said = words(differ_body(differing))
    assert said.count("Oxfield") == 2
    assert "6 h" in said
    assert "20%" in said
    assert "Tern" not in said
    assert "you agree in everything on 1 of 2 accounts" in said
    assert "Nobody disagrees" in words(differ_body(differing | {"disagreements": []}))


def test_partners_own_balances_stand_on_the_map_by_name(found):
    figure = map_figure(
        found["points"], "value", "£", {"Ana": (0.2, 0.3, 0.5), "Ben": (0.2, 0.3, 0.5), "Cy": (1, 0, 0)}
    )
    own = figure.data[-1]
    assert own.name == "Partners' own"
    assert list(own.text) == ["Ana, Ben", "Cy"]
    assert own.y[1] == pytest.approx(0.8660254)


def test_side_by_side_names_what_enters_leaves_moves_and_differs(firm):
    roster = read_roster(sample_path("advisory_firm"))
    other = plan_scenario(firm, make_scenario("Give", {"balance": "60/20/20", "max_accounts": 12}), roster)
    comparison = compare(firm, [("Give", other)])
    said = words(compared((), comparison))
    assert "balance 60/20/20, not 20/30/50" in said
    assert "accounts in all 12, not no limit" in said
    for title in ("Accounts that enter", "Accounts that leave", "Hours that move", "M. Lind"):
        assert title in said
    assert said.index(comparison.movers[0].name) < said.index(comparison.movers[1].name)


def test_progress_can_be_stopped_and_says_how_far_it_is():
    assert "12 of 200 tries" in words(going(Kind.SURE, 12, 200, "tries"))
    assert "Starting" in words(going(Kind.MAP, 0, 0, "balances"))
    assert "Stopped" in words(stopped("Stopped."))


def test_the_page_has_a_place_for_everything(firm):
    said = words(layout(View("me", Workspace(), 1, firm, "token")))
    for title in ("What if?", "Every balance there is", "How sure is this?", "Where partners differ"):
        assert title in said


def test_options_of_draws_are_read_from_what_was_typed():
    options = sure_options("200", 25, 40, "0.5", 30)
    assert options == {"draws": 200, "fees": 0.25, "probabilities": 0.0, "ratings": 0.5, "half_hours": 0.3}
    assert sure_options(1, 1, 50, 1, 1)["probabilities"] == pytest.approx(math.log(1.5))
    assert chance_of(math.log(1.5)) == pytest.approx(0.5)
    beyond = sure_options(99_999, 900, 100, 9, 1000)
    shown = sure_options(5000, 300, 95, 3, 200)  # what the fields show then
    assert beyond == shown
    assert sure_options(0, -5, 1, -1, -1) == sure_options(1, 0, 40, 0, 0)
    for typed in (("", 1, 40, 1, 1), (10, "", 40, 1, 1), (10, 1, "nan", 1, 1)):
        with pytest.raises(ValueError, match=r"."):
            sure_options(*typed)
