from __future__ import annotations

import pytest

from planner.balance import Balance
from planner.errors import SettingError
from planner.scenarios.scenario import differences, make_scenario, parse_scenario, plan_scenario, unique
from planner.settings import Settings
from tests.scenarios.lists import solo_plan, solo_roster


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Give=40/30/30", {"balance": "40/30/30"}),
        ("Give = others=40,strengths=30,you=30", {"balance": "others=40,strengths=30,you=30"}),
        ("Two more=hours=420,balance=20/30/50", {"hours": "420", "balance": "20/30/50"}),
        ("Two more=balance=20,30,50,hours=420", {"balance": "20,30,50", "hours": "420"}),
    ],
)
def test_a_what_if_is_read_in_every_way_people_write_it(text: str, changes: dict[str, str]) -> None:
    scenario = parse_scenario(text)
    assert scenario.name in {"Give", "Two more"}
    assert dict(scenario.changes) == changes


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Give", "NAME=20/30/50"),
        ("=20/30/50", "needs a name"),
        ("Give=20/30/40", "adds to 90"),
        ("Give=hours=ten", "hours"),
        ("Give=hour=10", "Did you mean “hours”?"),
        ("Give=40,hours=10", "begins with “40”"),
        ("x" * 61 + "=20/30/50", "at most 60"),
    ],
)
def test_a_what_if_that_cannot_be_read_says_what_is_wrong(text: str, said: str) -> None:
    with pytest.raises(SettingError, match=said.replace("?", r"\?")):
        parse_scenario(text)


def test_two_what_ifs_of_one_name_are_refused() -> None:
    one = make_scenario("Give", {"balance": "40/30/30"})
    with pytest.raises(SettingError, match="two what-ifs called “give”"):
        unique([one, make_scenario("give", {"balance": "40/30/30"})])
    assert [s.name for s in unique([one, make_scenario("More", {"balance": "40/30/30"})])] == ["Give", "More"]


def test_differences_name_the_settings_that_differ() -> None:
    found = differences(Settings(), Settings().with_changes(hours=10, balance="40/30/30"))
    assert found == {"hours": (None, 10.0), "balance": (Balance.parse("20/30/50"), Balance.parse("40/30/30"))}


def test_a_scenario_keeps_the_ideals_of_the_list_as_it_stands() -> None:
    base = solo_plan()
    more = plan_scenario(base, make_scenario("More", {"hours": base.team.hours * 1.5}), solo_roster())
    assert more.allocation.ideal.tolist() == base.allocation.ideal.tolist()
    assert more.team.hours == pytest.approx(1.5 * base.team.hours)
    assert (more.allocation.attainment > base.allocation.attainment - 1e-9).all()


def test_a_scenario_without_changes_is_the_plan_itself() -> None:
    base = solo_plan()
    same = plan_scenario(base, make_scenario("Same", {}), solo_roster())
    assert same.allocation.hours.tolist() == base.allocation.hours.tolist()
