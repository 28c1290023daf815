"""A split of one's own is read from a file, worth no more than the plan, and told what it breaks."""

from __future__ import annotations

import numpy as np
import pytest

from planner import plan, read_roster
from planner.errors import InputError
from planner.result import Plan
from planner.sensitivity.own_split import read_pasted, read_split, score_split
from sample_workbooks import sample_path
from tests.sensitivity.lists import HEALTH, RETAIL, A, B, limit
from tests.valuation.building import roster


@pytest.fixture(scope="module")
def advisory() -> Plan:
    return plan(read_roster(str(sample_path("advisory_firm"))))


def test_the_plans_own_split_scores_as_the_plan(advisory: Plan) -> None:
    own = {str(n): float(h) for n, h in zip(advisory.problem.names, advisory.allocation.hours, strict=True)}
    score = score_split(advisory, own)
    assert score.gain.by_group == pytest.approx(0, abs=1e-6)
    assert score.breaks == ()
    assert "brings as much as the plan" in score.sentence


def test_a_split_as_short_of_the_balance_as_the_plan_is_said_to_be() -> None:
    short = plan(roster([*[{**A, "rating_strengths": 0}] * 4, {**B, "max_hours": 3}]), hours=40, balance="0/40/60")
    own = {str(n): float(h) for n, h in zip(short.problem.names, short.allocation.hours, strict=True)}
    assert "; like the plan, it is short of the balance by " in score_split(short, own).sentence


def test_a_split_of_ones_own_is_worth_no_more_and_what_it_breaks_is_named() -> None:
    made = plan(roster([{**A, "lock_hours": 5}, {**B, "max_hours": 4}, B]), hours=20, max_accounts=2)
    score = score_split(made, {"account 1": 2, "Account 2": 10, "Account 3": 12})
    assert set(score.breaks) == {
        "At most 2 accounts get time (max_accounts); you give it to 3.",
        "Account 1 is locked at 5 h (Clients!I2); you give 2 h.",
        "Account 2 gets at most 4 h (Clients!H3); you give 10 h.",
        "An account gets at most 20% of all hours, 4 h (max_share_per_account); you give more to Account 3.",
        "People have no time for 4 h of it.",
    }
    with pytest.raises(InputError, match="no account called"):
        score_split(made, {"Nobody": 2})
    with pytest.raises(InputError, match="0 or more"):
        score_split(made, {"Account 1": -2})


NOW = {**A, "rating_now": 5, "rating_later": 0, "rating_referral": 0, "rating_others": 0, "rating_strengths": 0}


@pytest.mark.parametrize(
    ("rows", "sheets", "settings", "yours", "said"),
    [
        ([NOW, {**B, "rating_referral": 5}], {}, {"share_referral": 0.5}, {"Account 1": 10, "Account 2": 4},
         "At least 50% of the hours for you go to referrals (share_referral); your split misses it by 3 h."),
        ([B, B, B], {}, {"smallest_block": 3}, {"Account 1": 10, "Account 2": 2},
         "An account gets at least 3 h or none (smallest_block); you give less to Account 2."),
        ([{**B, "smallest_block": 5}, B], {}, {}, {"Account 1": 4},
         "Account 1 gets at least 5 h or none (Clients!H2); you give 4 h."),
        ([B, B], {}, {}, {"Account 1": 10.2, "Account 2": 6},
         "Hours are planned in steps of 0.5 h (hour_step); yours are between two for Account 1."),
        ([{**B, "owner": "Ann"}, {**B, "owner": "Ann"}, {**B, "owner": "Ann; Bob"}],
         {"team": [{"person": "Ann", "hours": 20}, {"person": "Bob", "hours": 20}]}, {"max_accounts_per_person": 1},
         {"Account 1": 4, "Account 2": 4, "Account 3": 4},
         "Each person serves at most 1 account (max_accounts_per_person); by your split somebody serves 2."),
        ([{**B, "owner": "Ann"}, {**B, "owner": "Bob"}],
         {"team": [{"person": "Ann", "hours": 20}, {"person": "Bob", "hours": 20}]}, {}, {"Account 1": 23},
         "People have no time for 3 h of it."),
        ([HEALTH, RETAIL], {"limits": [limit("industry = Health", "at most", "2 x industry = Retail")]}, {},
         {"Account 1": 10, "Account 2": 4},
         "Industry = Health at most 2 x industry = Retail (Limits!A2); your split misses it by 2 h."),
        # A rating of 3 beside one of 5 lets three fifths of the 4 h count for others.
        ([{**B, "rating_others": 0}, B], {"limits": [limit("good = others", "at least", 6)]}, {},
         {"Account 1": 10, "Account 2": 4}, "Good = others at least 6 h (Limits!A2); your split misses it by 3.6 h."),
        ([{**B, "current_hours": 3}, B], {}, {"max_change": 5}, {"Account 1": 5, "Account 2": 4},
         "At most 5 h move from today (max_change); you move 6 h."),
        ([{**NOW, "relationship": "client"}, B], {}, {"min_prospect_share": 0.5}, {"Account 1": 9, "Account 2": 5},
         "Prospects get at least 50% of the planned hours (min_prospect_share); your split misses it by 2 h."),
        ([B], {}, {}, {"Account 1": 39}, "Account 1 can use at most 35 h; you give 39 h."),
    ],
)  # fmt: skip
def test_every_kind_of_setting_that_a_split_breaks_is_named(
    rows: list[dict[str, object]],
    sheets: dict[str, list[dict[str, object]]],
    settings: dict[str, object],
    yours: dict[str, float],
    said: str,
) -> None:
    hours = None if "team" in sheets else 40
    made = plan(roster(rows, sheets=sheets), max_share_per_account=1, tolerance=1, hours=hours, **settings)
    assert score_split(made, yours).breaks == (said,)


@pytest.mark.parametrize("seed", range(12))
def test_a_plan_of_all_kinds_of_limits_breaks_none_of_them_by_its_own_hours(seed: int) -> None:
    rng = np.random.default_rng(seed)
    rows = [
        {**B, "annual_fee": float(rng.integers(5, 90)) * 1000, "rating_others": float(rng.integers(0, 6)),
         "rating_referral": float(rng.integers(0, 6)), "rating_now": float(rng.integers(0, 6)),
         "relationship": ("client", "prospect")[int(rng.integers(2))], "industry": ("Health", "Retail")[i % 2],
         "owner": ("Ann", "Bob", "Ann; Bob")[int(rng.integers(3))], "current_hours": float(rng.integers(0, 6))}
        for i in range(12)
    ]  # fmt: skip
    limits = [limit("industry = Health", "at most", "2 x industry = Retail"), limit("good = others", "at least", "10%")]
    team = [{"person": "Ann", "hours": 20}, {"person": "Bob", "hours": 30}]
    made = plan(
        roster(rows, sheets={"limits": limits, "team": team}), max_accounts=9, max_accounts_per_person=6,
        share_referral=0.1, share_now=0.2, min_prospect_share=0.1, max_change=45, smallest_block=3,
    )  # fmt: skip
    own = {str(name): float(hours) for name, hours in zip(made.problem.names, made.allocation.hours, strict=True)}
    assert score_split(made, own).breaks == ()


def read(made: Plan, content: str) -> dict[str, float]:
    return dict(read_split(content.encode(), made, name="mine.csv"))


def two() -> Plan:
    return plan(roster([{**B, "account": "Marchetti & Söhne GmbH"}, {**B, "account": "Kestrel Co"}]), hours=20)


@pytest.mark.parametrize(
    "content",
    [
        "Account,Hours\nMarchetti & Söhne GmbH,6\nKestrel Co,4.5\n",
        "Our split of May\n\nClient;Owner;Hours\nkestrel co;Ann;4,5\nMarchetti & Sohne;Bob;6 h\nTotal;;10,5\n",
        "Hours now,Hours planned,Kunde\n9,4.5,Kestrel Co\n,6,Marchetti & Sohne\n3,,\n",
        "Account,Hours\nKestrel Co,2\nKestrel Co,2.5\nMarchetti & Söhne GmbH,6\nSomebody Else,0\n",
    ],
)
def test_a_split_is_read_by_the_names_of_the_accounts_and_the_header_of_the_hours(content: str) -> None:
    assert read(two(), content) == {"Kestrel Co": 4.5, "Marchetti & Söhne GmbH": 6.0}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("Account,Fee\nKestrel Co,100\n", "no column with the names of your accounts"),
        ("Account,Hours\nSomebody,3\n", "no column with the names of your accounts"),
        ("Account,Hours\nKestrel Co,plenty\n", "no number: “plenty” of Kestrel Co"),
        ("Account,Hours\nKestrel Co,3\nSomebody Else,2\n", "does not have: “Somebody Else”"),
    ],
)
def test_what_cannot_be_read_as_a_split_says_what_is_wrong(content: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read(two(), content)


def test_a_plan_that_was_written_reads_as_the_split_that_it_is(advisory: Plan, tmp_path) -> None:
    from planner.export import save_plan

    for name in ("plan.csv", "plan.xlsx"):
        save_plan(advisory, tmp_path / name)
        score = score_split(advisory, read_split(tmp_path / name, advisory))
        assert score.gain.by_group == pytest.approx(0, abs=1e-6), name
        assert score.breaks == ()


def test_pasted_lines_give_the_hours_of_each_account_however_they_are_written(advisory: Plan) -> None:
    lines = "Account\tHours\nOxfield Trust\t12\n\n  Tern Robotics – 3½ h\nLyra Diagnostics, 4.5\nPike Ventures: 2\n"
    lines += "Ruiz Delgado LLP 1\nFenland Water"
    assert dict(read_pasted(lines, advisory)) == {
        "Oxfield Trust": 12,
        "Tern Robotics": 3.5,
        "Lyra Diagnostics": 4.5,
        "Pike Ventures": 2,
        "Ruiz Delgado LLP": 1,
    }
    assert dict(read_pasted("Oxfield Trust;12,5", advisory)) == {"Oxfield Trust": 12.5}


def test_a_name_that_ends_in_a_number_keeps_it() -> None:
    made = plan(roster([{**A, "account": "Studio 54"}, {**B, "account": "Studio"}]), hours=20)
    assert dict(read_pasted("Studio 54, 12\nStudio 7", made)) == {"Studio 54": 12, "Studio": 7}


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("Oxfield Trust, lots", "Hours that are no number: “lots” of Oxfield Trust"),
        ("Oxfield Trust, -3", "Hours that are no number: “-3” of Oxfield Trust"),
        ("Nobody Ltd 12", "Hours for accounts that your list does not have: “Nobody Ltd”"),
        ("Nobody", "Hours that are no number: “Nobody” of Nobody"),
    ],
)
def test_a_pasted_line_that_says_no_hours_of_an_account_is_quoted(advisory: Plan, lines: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_pasted(lines, advisory)
