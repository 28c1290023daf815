"""Every fact can be corrected on screen: read like a cell, refused in a sentence, undone in one step."""

import pytest

from dashboard.state.changes import tell
from dashboard.state.facts import set_fact
from dashboard.state.history import undo
from dashboard.state.list_loading import read, with_changes
from dashboard.state.workspace import Workspace
from planner.errors import SettingError
from planner.export.fact_origins import origin_of
from planner.fields import Field
from planner.pipeline import plan as make_plan
from planner.roster.roster import Roster
from planner.vocabulary import Origin
from tests.readers.make import sheet_roster

ROWS = (
    ["Account", "Relationship", "Fee", "Chance", "Owner"],
    ["Acme", "client", 40_000, "80%", "Ana"],
    ["Brook", "prospect", "", "", "Ana"],
)


@pytest.fixture(name="roster")
def fixture_roster() -> Roster:
    return sheet_roster(*ROWS)


@pytest.mark.parametrize(
    ("name", "value", "read_as"),
    [
        (Field.RELATIONSHIP, "past client", "past client"),
        (Field.ANNUAL_FEE, "£12k", 12_000),
        (Field.PROBABILITY, "1 in 4", 0.25),
        (Field.OWNER, "Ben", "Ben"),
        (Field.CURRENT_HOURS, 6.0, 6),
        (Field.NOTES, "met at the fair", "met at the fair"),
    ],
)
def test_a_corrected_fact_reaches_the_plan_with_who_said_so(roster, name, value, read_as):
    work = set_fact(Workspace(), roster, ["Brook"], name, value, why="she said so", by="Ana")
    made = make_plan(with_changes(roster, work))
    assert made.roster.columns[name][1] == read_as
    origin = origin_of(made, 1, name)
    assert origin.origin is Origin.TOLD
    assert origin.sentence.startswith("Told by Ana on 20")
    assert origin.sentence.endswith(": she said so.")


def test_several_accounts_are_corrected_in_one_step_and_put_back_in_one(roster):
    work = set_fact(Workspace(), roster, ["Acme", "Brook"], Field.ANNUAL_FEE, "9000")
    assert set(work.overrides) == {"Acme", "Brook"}
    assert undo(work).overrides == {}
    assert set_fact(work, roster, ["Acme", "Brook"], Field.ANNUAL_FEE, None).overrides == {}


@pytest.mark.parametrize(
    ("name", "value"),
    [(Field.ANNUAL_FEE, "a lot"), (Field.EXPECTED_DATE, "someday soon"), (Field.LEAVE_OUT, "perhaps")],
)
def test_what_cannot_be_read_is_refused_and_nothing_is_kept(roster, name, value):
    with pytest.raises(SettingError, match=value):
        set_fact(Workspace(), roster, ["Acme"], name, value)


def test_what_the_plan_assumed_or_read_says_so(roster):
    made = make_plan(roster)
    assert origin_of(made, 0, Field.ANNUAL_FEE).sentence == "Read in Clients!C2."
    assumed = origin_of(made, 1, Field.ANNUAL_FEE)
    assert (assumed.origin, assumed.sentence[:8]) == (Origin.ASSUMED, "Assumed:")
    assert origin_of(made, 0, Field.NOTES).origin is None


def test_an_answer_is_used_when_the_list_is_read_and_can_be_taken_back():
    work = tell(Workspace(), "hours", {"hours": "5"})
    assert read([], work, 50).answers == {"hours": "5"}
    assert tell(work, "hours", {"hours": None}).told == {}
    assert work.list_fingerprint() != Workspace().list_fingerprint()
