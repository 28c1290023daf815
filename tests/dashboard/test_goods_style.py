"""The colours and names of goods that the browser is told."""

from __future__ import annotations

import json
import re

import pytest

from dashboard.components.goods_style import goods_css, goods_json, stripes, words_on
from dashboard.layout import INDEX
from planner.goods import GOOD_SPECS, GROUP_SPECS, GROUPS


def test_every_good_and_group_has_its_colour():
    declared = dict(re.findall(r"--([a-z]+): (#[0-9A-Fa-f]{6});", goods_css().split("\n")[0]))
    for name, spec in (*GOOD_SPECS.items(), *GROUP_SPECS.items()):
        assert declared[name] == spec.colour
        assert f".{name} {{ --tone: var(--{name});" in goods_css()


def test_a_good_is_told_in_the_order_of_the_registry_with_its_group():
    told = json.loads(goods_json())
    assert [one["name"] for one in told["goods"]] == [str(good) for good in GOOD_SPECS]
    assert [one["name"] for one in told["groups"]] == [str(group) for group in GROUP_SPECS]
    for good, spec in GOOD_SPECS.items():
        rule = next(line for line in goods_css().split("\n") if line.startswith(f".{good} "))
        assert f"--group: var(--{spec.group});" in rule


@pytest.mark.parametrize(
    ("colour", "words"), [("#ffffff", "#10181f"), ("#000000", "#fff"), ("#E69F00", "#10181f"), ("#0072B2", "#fff")]
)
def test_words_are_legible_on_a_colour(colour, words):
    assert words_on(colour) == words


def test_several_groups_share_a_bar_in_equal_stripes():
    assert stripes(GROUPS[:2]) == f"linear-gradient(90deg, var(--{GROUPS[0]}) 0 50%, var(--{GROUPS[1]}) 0 100%)"


def test_the_page_carries_both_and_dash_finds_its_places():
    assert goods_css() in INDEX
    assert goods_json() in INDEX
    for place in ("metas", "title", "css", "app_entry", "config", "scripts", "renderer"):
        assert f"{{%{place}%}}" in INDEX
