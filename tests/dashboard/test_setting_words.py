"""Settings in the words of the pages' fields."""

from dashboard.components.setting_words import SETTING_TITLE, plain, setting_words
from dashboard.pages.plan.balance import CAP, MORE
from dashboard.pages.plan.top import plan_top
from dashboard.state.workspace import Workspace
from planner.settings import SETTING_NAMES


def test_every_setting_has_a_title():
    assert set(SETTING_TITLE) == set(SETTING_NAMES)
    assert {CAP, *(name for name, *_ in MORE)} <= set(SETTING_TITLE)


def test_sentences_name_settings_and_fields_as_the_pages_do():
    assert plain("set “max_accounts_per_person”, to 8") == "set “Accounts a person”, to 8"
    assert plain("or give “max_hours”.") == "or give “At most, hours”."
    assert plain("44 hours are planned") == "44 hours are planned"


def test_no_note_of_the_plan_page_says_a_settings_name_of_the_files(firm, crm):
    for plan in (firm, crm):
        assert not [name for name in SETTING_TITLE if "_" in name and name in str(plan_top(plan, Workspace()).children)]


def test_a_setting_is_read_with_its_unit():
    assert setting_words("balance", "20/30/50") == "balance 20/30/50"
    assert setting_words("tolerance", 0.05) == "leeway 5 points"
    assert setting_words("hours", 420.0) == "hours 420 h"
    assert setting_words("smallest_block", 2) == "smallest block 2 h"
    assert setting_words("min_prospect_share", 0.3) == "prospects, share at least 30%"
    assert setting_words("max_accounts_per_person", 0) == "accounts a person no limit"
