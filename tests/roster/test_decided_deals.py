"""Records of what became of offers: a row a company, won or lost under “Outcome” or “Result”, and when."""

import datetime as dt

from planner.fields import Field
from planner.settings import Settings
from planner.vocabulary import Grain
from tests.readers.make import sheet_roster

START = dt.date(2026, 11, 28)
HEADER = ["Company", "Vertical", "Close month", "Outcome", "Deal value", "Loss reason"]
ROWS = (
    ["Meridian", "Software", "2024-10", "won", 38_000, ""],
    ["Apex", "Fintech", "2026-09", "won", 95_000, ""],
    ["Gamma", "Health", "2024-10", "lost", 0, "pricing"],
    ["Northstar", "Fintech", "2026-08", "lost", 0, "competitor"],
)


def test_who_was_won_is_a_client_or_was_one_and_who_was_lost_is_a_prospect():
    roster = sheet_roster(HEADER, *ROWS, settings=Settings(plan_start=START))
    assert roster.source.grain is Grain.OPPORTUNITY
    assert roster.text(Field.RELATIONSHIP).tolist()[:2] == ["past client", "client"]
    assert not {"client", "past client"} & set(roster.text(Field.RELATIONSHIP).tolist()[2:])
    assert [str(day)[:7] for day in roster.date(Field.WON_ON)[:2]] == ["2024-10", "2026-09"]
    assert roster.left_out[3] == "lost: competitor", "who was lost to a competitor is none"


def test_outcomes_in_words_of_a_meeting_are_no_status():
    rows = [["Meridian", "Good talk"], ["Apex", "won them over"], ["Gamma", "Call again"]]
    roster = sheet_roster(["Company", "Outcome"], *rows, settings=Settings(plan_start=START))
    assert roster.source.grain is Grain.ACCOUNT
    assert Field.STATUS not in roster.columns
