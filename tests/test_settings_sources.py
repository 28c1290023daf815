"""Settings: what is said, then the sheet, then what is found."""

import copy
import dataclasses
import datetime as dt

import numpy as np
import pytest

from planner.errors import SettingError
from planner.settings import Settings
from planner.settings_sources import resolve_settings
from tests.valuation.building import roster


def sheet(*pairs):
    return {"settings": [{"setting": name, "value": value} for name, value in pairs]}


def test_sheet_is_stronger_than_defaults_and_changes_than_the_sheet():
    clients = roster([{}], sheets=sheet(("Balance", "10/20/70"), ("max accounts", 5.0), ("tolerance", "2%")))
    settings = resolve_settings(clients, {"max_accounts": 7})
    assert str(settings.balance) == "10/20/70"
    assert settings.max_accounts == 7
    assert settings.tolerance == 0.02
    assert settings.margin == Settings().margin


def test_hours_come_from_the_team_sheet():
    clients = roster([{}], sheets={"team": [{"person": "A", "hours": 30}, {"person": "B", "hours": 12}]})
    settings = resolve_settings(clients, {})
    assert settings.hours == 42
    assert "hours" not in settings.given


def test_hours_that_were_given_are_kept_and_known_as_given():
    settings = resolve_settings(roster([{}]), {"hours": "1,000"})
    assert settings.hours == 1000
    assert "hours" in settings.given


def test_no_hours_asked_for_leaves_those_of_the_sheet_while_none_turns_a_limit_off():
    clients = roster([{}], sheets=sheet(("hours", 70), ("max accounts", 5)))
    settings = resolve_settings(clients, {"hours": None, "max_accounts": None})
    assert (settings.hours, settings.max_accounts) == (70, None)


def test_start_is_today_and_never_an_old_date_of_the_file():
    clients = roster([{}])
    dated = dataclasses.replace(clients.source, newest_date=np.datetime64("2026-03-09"))
    before = dt.date.today()
    assert before <= resolve_settings(dataclasses.replace(clients, source=dated), {}).plan_start <= dt.date.today()
    assert resolve_settings(clients, {"plan_start": "2026-01-31"}).plan_start == dt.date(2026, 1, 31)


def test_most_accounts_a_person_is_ten_unless_said_and_zero_none_or_off_switches_it_off():
    assert Settings().max_accounts_per_person == 10
    for off in (0, "0", None, "off", "none"):
        clients = roster([{}])
        assert resolve_settings(clients, {"max_accounts_per_person": off}).max_accounts_per_person == 0
        assert resolve_settings(clients, {"balance_weight": off}).balance_weight == 0


def test_currency_is_the_file_s_unless_said():
    assert resolve_settings(roster([{}]), {}).currency == "$"
    assert resolve_settings(roster([{}]), {"currency": "€"}).currency == "€"


def test_blank_rows_of_the_sheet_keep_the_default():
    clients = roster([{}], sheets=sheet(("hours", ""), ("", 4), ("margin", None)))
    assert resolve_settings(clients, {}) == resolve_settings(roster([{}]), {})


def test_a_row_whose_name_is_no_setting_does_not_end_the_plan():
    clients = roster([{}], sheets=sheet(("margins", 0.3), ("weeks", 26)))
    assert resolve_settings(clients, {}) == resolve_settings(roster([{}], sheets=sheet(("weeks", 26))), {})


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        ([("margin", "lots")], ["Settings!B2", "margin"]),
        ([("weeks", 13), ("hours", -3)], ["Settings!B3", "hours"]),
        ([("balance", "20/30/60")], ["Settings!B2", "110"]),
        ([("balance", dt.datetime(1970, 10, 20))], ["Settings!B2", "20 30 50"]),
        ([("hours", 3), ("Hours", 4)], ["B2", "B3", "twice"]),
    ],
)
def test_row_that_cannot_be_used_is_refused_with_its_cell(pairs, words):
    with pytest.raises(SettingError) as error:
        resolve_settings(roster([{}], sheets=sheet(*pairs)), {})
    assert all(word in str(error.value) for word in words), str(error.value)


def test_unknown_change_is_refused():
    with pytest.raises(SettingError, match="Did you mean “balance”"):
        resolve_settings(roster([{}]), {"balanc": "20/30/50"})


def test_resolved_settings_can_be_changed_and_dumped_like_any():
    settings = resolve_settings(roster([{}]), {})
    assert settings.with_changes(margin=0.5).hours == settings.hours == 104
    assert settings.values()["hours"] == 104


def test_settings_that_were_given_are_checked():
    given = Settings(plan_start="2026-09-01", weeks="12", balance="20 30 50")
    assert (given.plan_start, given.weeks, given.given) == (
        dt.date(2026, 9, 1), 12.0, {"plan_start", "weeks", "balance"}
    )  # fmt: skip
    with pytest.raises(SettingError, match="“margin” cannot be 3: it must be less than or equal to 1"):
        Settings(margin=3)


def test_what_was_found_is_told_from_what_was_given_in_every_copy():
    given = Settings(hours=40)
    assert given.filled(currency="£").given == {"hours"}
    assert given.altered(weeks=26).given == {"hours", "weeks"}
    assert given.filled(hours=50).given == set()
    assert given.altered(weeks=26) == Settings(hours=40, weeks=26) == copy.deepcopy(given.altered(weeks=26))
    assert copy.deepcopy(given).given == {"hours"}
