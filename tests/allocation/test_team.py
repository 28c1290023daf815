"""Who has how many hours, and who may work where."""

import numpy as np
import pytest

from planner.allocation.team import find_team, owners
from planner.errors import SettingError
from planner.settings import Settings
from planner.settings_sources import resolve_settings
from tests.valuation.building import roster

TEAM = [{"person": "Zoe", "hours": 60}, {"person": "B. Chen", "hours": "40 h"}]
OWN_BALANCE = [TEAM[0], {**TEAM[1], "balance": "0/50/50"}]


def team_of(rows, sheets=None, **changes):
    clients = roster(rows, sheets=sheets)
    return find_team(clients, resolve_settings(clients, changes))


def test_team_sheet_gives_people_in_its_order_and_their_own_balance():
    team = team_of([{}], {"team": OWN_BALANCE}, balance_scope="person")
    assert [(p.name, p.hours, p.balance) for p in team.people] == [
        ("Zoe", 60.0, None),
        ("B. Chen", 40.0, (0.0, 0.5, 0.5)),
    ]
    assert not team.assumed
    assert team.issues == ()


@pytest.mark.parametrize(
    ("header", "written", "hours"),
    [
        ("hours", 26, 26),
        ("hours per week", 2, 26),
        ("hours/week", "2", 26),
        ("h a month", 13, 39),
        ("hours", "1,040", 1040),
    ],
)
def test_team_hours_may_be_of_the_period_a_week_or_a_month(header, written, hours):
    assert team_of([{}], {"team": [{"person": "Zoe", header: written}]}).hours == pytest.approx(hours)


def test_without_a_team_each_owner_has_eight_hours_a_week_by_name_and_marked_assumed():
    team = team_of([{"owner": "Zoe"}, {"owner": "Adam / zoe"}, {"owner": ""}, {"owner": "Unassigned"}])
    assert [(p.name, p.hours) for p in team.people] == [("Adam", 104.0), ("Zoe", 104.0)]
    assert team.assumed


def test_without_team_and_owners_one_person_plans():
    team = team_of([{}], weeks=26)
    assert [(p.name, p.hours) for p in team.people] == [("You", 208.0)]


def test_asked_hours_are_shared_by_owners_and_not_assumed():
    team = team_of([{"owner": "Zoe"}, {"owner": "Adam"}], hours=100)
    assert [p.hours for p in team.people] == [50.0, 50.0]
    assert not team.assumed
    assert team.issues == ()


def test_hours_equal_to_the_guess_are_not_assumed_when_somebody_gave_them():
    assert not team_of([{}], hours=104).assumed


def test_hours_beside_a_different_team_scale_everyone_and_say_so():
    team = team_of([{}], {"team": TEAM, "settings": [{"setting": "hours", "value": 200}]})
    assert [p.hours for p in team.people] == [120.0, 80.0]
    assert [issue.code for issue in team.issues] == ["team-hours-differ"]
    assert "100 h" in team.issues[0].message
    assert "200 h" in team.issues[0].message


def test_hours_that_agree_with_the_team_raise_no_issue():
    assert team_of([{}], {"team": TEAM}, hours=100).issues == ()


def test_eligible_follows_owners_blank_is_everyone():
    rows = [{"owner": "Zoe"}, {"owner": "b chen; ZOE"}, {"owner": ""}, {"owner": "everyone"}, {"owner": "B. Chen"}]
    team = team_of(rows, {"team": TEAM})
    assert team.eligible.tolist() == [[True, False], [True, True], [True, True], [True, True], [False, True]]
    assert team.issues == ()


def test_unknown_owner_is_one_issue_and_everyone():
    team = team_of([{"owner": "Gone"}, {"owner": "Gone"}, {"owner": "Gone/Zoe"}], {"team": TEAM})
    assert team.eligible.tolist() == [[True, True], [True, True], [True, False]]
    (issue,) = team.issues
    assert issue.code == "owner-unknown"
    assert "3 accounts" in issue.message
    assert (issue.sheet, issue.cell) == ("Clients", "B2")


def test_person_without_hours_gets_the_usual_ones_with_an_issue():
    team = team_of([{}], {"team": [{"person": "Zoe", "hours": 10}, {"person": "Max"}]})
    assert [p.hours for p in team.people] == [10.0, 104.0]
    assert [issue.code for issue in team.issues] == ["team-hours-assumed"]
    assert not team.assumed


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([{"person": "Zoe", "hours": -5}], "Team!B2"),
        ([{"person": "Zoe", "hours": "plenty"}], "“plenty”"),
        ([{"person": "Zoe", "hours": 5}, {"person": "zoe", "hours": 6}], "twice"),
        ([{"person": "Zoe", "hours": 0}], "nobody any hours"),
        ([{"person": "", "hours": 7}], "Team!B2 gives hours to nobody"),
        ([{"person": "Zoe", "hours": 7, "balance": "50/60"}], "Team!C2"),
    ],
)
def test_team_that_cannot_be_used_is_refused_with_its_cell(rows, words):
    with pytest.raises(SettingError) as error:
        team_of([{}], {"team": rows})
    assert words in str(error.value)


def test_person_may_have_a_balance_in_three_columns():
    team = team_of([{}], {"team": [{"person": "Zoe", "hours": 7, "others": 10, "strengths": 20, "you": 70}]})
    assert team.people[0].balance == pytest.approx((0.1, 0.2, 0.7))


def test_no_hours_in_the_settings_are_found_by_the_team_itself():
    team = find_team(roster([{"owner": "Zoe"}]), Settings())
    assert team.hours == 104.0
    assert team.assumed


def test_owner_texts_are_split_and_placeholders_are_nobody():
    assert owners(" Ann Lee ;Bo/ ") == ("Ann Lee", "Bo")
    assert owners("n/a") == owners("-") == owners("Everyone") == ()


def test_many_accounts_are_matched_quickly_by_their_few_owners():
    owner_names = [f"Owner {i % 50}" for i in range(20_000)]
    team = team_of([{"owner": name} for name in owner_names])
    assert team.eligible.shape == (20_000, 50)
    assert (team.eligible.sum(axis=1) == 1).all()
    assert np.array_equal(team.eligible[0], team.eligible[50])


def test_a_balance_of_a_persons_own_that_is_not_kept_is_said_not_to_be():
    assert [issue.code for issue in team_of([{}], {"team": OWN_BALANCE}).issues] == ["team-balance-unused"]
    assert team_of([{}], {"team": OWN_BALANCE}, balance_scope="person").issues == ()
