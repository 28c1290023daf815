"""The Clients page: what a row says, guesses to confirm, what is typed, who is left out, and what follows it."""

import json

import numpy as np
import pytest

from dashboard.callbacks.clients import after, gone, rows_since, save
from dashboard.components.markup import markup
from dashboard.pages.clients.page import banner
from dashboard.pages.clients.panel import panel
from dashboard.service.drafts import take_draft
from dashboard.state.client_edits import answer_guesses, change, leave_out, take_in
from dashboard.state.history import undo
from dashboard.state.list_loading import with_changes
from dashboard.state.workspace import Workspace
from dashboard.tables.clients import changed_rows, choices_of, client_columns, client_rows, strength_words
from dashboard.tables.guesses import banner_words, hours_that_hang, largest_kind, open_guesses
from planner.errors import SettingError
from planner.fields import Field
from planner.goods import GOODS, Good
from planner.pipeline import plan as make_plan
from planner.roster.standing.left_out import accounts_left_out
from tests.readers.make import sheet_roster

ROWS = (
    ["Account", "Relationship", "Fee", "Chance", "Owner", "Hours this quarter", "Where we are"],
    ["Acme Freight", "client", 40_000, "80%", "Ana", 12, "steady"],
    ["Dunmarrow Housing", "client", 72_000, "", "Ben", 20, "merger – makes a real difference to tenants"],
    ["Oldcroft Hospice", "prospect", 9_000, "40%", "Ben", 4, "makes a real difference to patients"],
    ["Gallowfen Games", "prospect", "", "40%", "Ana", 10, "new area for us – would learn"],
    ["Marchfield Pharma", "prospect", 140_000, "50%", "Ana", "", "conflict – can't act"],
)


@pytest.fixture(name="roster", scope="module")
def fixture_roster():
    return sheet_roster(*ROWS)


@pytest.fixture(name="plan", scope="module")
def fixture_plan(roster):
    return make_plan(roster)


def test_the_panel_tells_a_next_step_once_and_remarks_with_the_cells_they_stand_in():
    """A tracker with a column of next steps beside its comments."""
    roster = sheet_roster(
        ["Account", "Fee", "Status notes", "Next step", "Comment"],
        ["Acme Freight", 40_000, "quiet since May", "ring Ana in March", "likes us"],
        ["Beta Mills", 30_000, "", "send the offer", ""],
        ["Ceta Works", 20_000, "", "", ""],
    )
    plan = make_plan(roster)
    at = {str(name): i for i, name in enumerate(plan.roster.names)}
    acme, beta = (markup(panel(plan, Workspace(), at[name])) for name in ("Acme Freight", "Beta Mills"))
    assert acme.count("ring Ana in March") == beta.count("send the offer") == 3  # shown, heard, edited
    assert "quiet since May · likes us" in acme
    assert "Read in Clients!C2 and Clients!E2." in acme
    assert "does not give" not in acme + beta


def again(roster, work):
    return make_plan(with_changes(roster, work))


def test_a_row_says_each_fact_as_a_person_writes_it_and_where_it_comes_from(plan):
    rows = client_rows(plan)
    acme, dunmarrow, gallowfen = rows[0], rows[1], rows[3]
    assert acme["shown"][Field.PROBABILITY] == "80%"
    assert acme["from"][Field.PROBABILITY] == "read"
    assert dunmarrow["from"][Field.PROBABILITY] == "assumed"
    assert gallowfen["from"][Field.ANNUAL_FEE] == "assumed"
    assert acme["shown"][Field.CURRENT_HOURS] == "12 h"
    assert dunmarrow["shown"][Field.NOTES] == "merger – makes a real difference to tenants"
    assert rows[4]["shown"][Field.RELATIONSHIP] == "left out"
    assert rows[4]["edit"][Field.RELATIONSHIP] == "prospect"
    json.dumps(rows, allow_nan=False)


def test_a_strength_is_never_a_percentage(plan):
    for row in client_rows(plan):
        for sure, word, _, _ in row["goods"].values():
            assert sure in {"fact", "guess", "no", "unknown"}
            assert "%" not in word
    assert strength_words(np.nan) == "not known"


def test_every_column_but_the_account_can_be_edited():
    columns = [one for column in client_columns() for one in column.get("children", [column])]
    assert [one["field"] for one in columns if "cellEditorParams" not in one] == ["account"]
    assert [one["field"] for one in columns][7:12] == list(GOODS)


def test_guesses_quote_the_remark_with_its_cell_and_count_the_hours_that_hang_on_them(plan):
    guesses = open_guesses(plan)
    found = {(one.name, one.good): one for one in guesses}
    one = found["Dunmarrow Housing", Good.OTHERS]
    assert (one.says, one.place, one.quoted) == ("merger – makes a real difference to tenants", "G3", True)
    assert ("Gallowfen Games", Good.STRENGTHS) in found
    assert not any(one.name == "Marchfield Pharma" for one in guesses)
    assert hours_that_hang(guesses) <= plan.allocation.hours.sum() + 1e-9
    assert all(one.hours <= plan.settings.guess_hours for one in guesses)
    assert largest_kind(guesses) is Good.OTHERS
    assert "Both “does good” are right" in markup(banner(plan))


@pytest.mark.parametrize("number", [0, 1, 2])
def test_the_banner_speaks_of_as_many_guesses_as_there_are(plan, number):
    words = banner_words(open_guesses(plan)[:number])
    assert words.startswith(("", "One guess waits for", "Two guesses wait for")[number])
    assert bool(words) == bool(number)


@pytest.mark.parametrize(("word", "rating"), [("yes", 4.0), ("some", 2.0), ("no", 0.0)])
def test_a_word_about_a_guess_is_a_rating_that_ends_it_and_can_be_undone(roster, plan, word, rating):
    guesses = [one for one in open_guesses(plan) if one.good is Good.OTHERS]
    work = answer_guesses(Workspace(), guesses, word)
    assert {work.overrides[one.name]["rating_others"].value for one in guesses} == {rating}
    later = again(roster, work)
    assert not [one for one in open_guesses(later) if one.good is Good.OTHERS]
    assert undo(work).overrides == {}
    with pytest.raises(SettingError):
        answer_guesses(Workspace(), guesses, "perhaps")


def test_guesses_are_gone_through_in_turn_and_end_where_none_is_left(plan):
    guesses = open_guesses(plan)
    first = guesses[0]
    assert gone(guesses, "guesses", None) == {"at": first.account, "going": True}
    assert gone(guesses, "next", first.account)["at"] != first.account
    assert gone(guesses, "stop", first.account) == {"at": first.account, "going": False}
    assert after(guesses, guesses[-1]) == guesses[:-1]


def test_a_typed_fact_says_what_was_there_and_what_is_there_now(roster, plan):
    work = change(Workspace(), plan, [0], "annual_fee", "60000", by="Ana")
    assert work.done[-1].label == "Acme Freight: yearly fee 40,000 → 60,000"
    row = client_rows(again(roster, work))[0]
    assert row["from"][Field.ANNUAL_FEE] == "told"
    assert "Told by Ana" in markup(panel(again(roster, work), work, 0))
    assert change(work, plan, [0], "annual_fee", "").overrides == {}


def test_what_cannot_be_read_is_refused_in_a_sentence_for_its_field(plan):
    with pytest.raises(SettingError, match=r"^“lots” is not an amount of money\. Write"):
        change(Workspace(), plan, [0], "annual_fee", "lots")
    with pytest.raises(SettingError):
        change(Workspace(), plan, [0], "others", "9")


def test_several_accounts_are_changed_in_one_step(roster, plan):
    work = change(Workspace(), plan, [0, 3], "strengths", "4")
    assert work.done[-1].label == "2 accounts: builds strengths → yes"
    rows = client_rows(again(roster, work))
    assert [rows[at]["goods"]["strengths"][3] for at in (0, 3)] == ["told", "told"]


def test_who_the_list_ends_and_who_is_left_out_by_hand_are_taken_in_again(roster, plan):
    taken = take_in(Workspace(), plan, [4])
    assert 4 not in accounts_left_out(again(roster, taken).roster)
    out = change(Workspace(), plan, [0], "relationship", "leave out")
    assert out == leave_out(Workspace(), plan, [0])
    without = again(roster, out)
    assert without.allocation.hours[0] == 0
    assert take_in(out, without, [0]).overrides == {}
    assert choices_of("relationship", left_out=True)[-1][0] == "take in again"


def test_only_rows_that_changed_are_sent(service):
    before = service.view("a")
    service.edit("a", lambda work: change(work, before.plan, [1], "others", "5"))
    now = service.view("a")
    sent = rows_since(service, now, before.token)
    assert "1" in {row["id"] for row in sent}
    assert len(sent) < now.plan.roster.size
    assert len(rows_since(service, now, "no such plan")) == now.plan.roster.size
    assert changed_rows([], sent) == sent


def test_a_value_is_saved_with_its_toast_or_refused_and_nothing_kept(app, monkeypatch):
    service = app.server.extensions["client-portfolio-planner"]
    monkeypatch.setattr("dashboard.callbacks.clients.workspace_id", lambda: "a")
    told = []
    monkeypatch.setattr("dashboard.callbacks.common.set_props", lambda _id, props: told.append(props))
    revision, error = save(service, [0], "annual_fee", "61,000", {"by": ""})
    assert (revision, error) == (1, "")
    assert "61,000" in str(told)
    _, error = save(service, [0], "probability", "purple", {"by": ""})
    assert error.startswith("“purple”")
    assert service.store.get("a")[1] == 1


def test_the_panel_shows_each_fact_with_its_source_and_asks_of_the_guess(plan):
    text = markup(panel(plan, Workspace(), 1))
    assert "Does your work there do good beyond the fee?" in text
    assert "“merger – makes a real difference to tenants”" in text
    assert "G3" in text
    assert "Read in" in text
    assert "Assumed: " in text
    assert "No hours: " in markup(panel(plan, Workspace(), 4))


def test_a_long_list_is_changed_without_waiting_for_its_plan_unless_limits_could_clash(service, monkeypatch):
    monkeypatch.setattr("dashboard.service.known.SOON", 0)
    text = "\n".join(",".join(str(cell) for cell in row) for row in ROWS).encode()
    work = take_draft(service, "a", [("own.csv", text)])
    service.store.change("a", lambda _: work)
    made = []
    plan_of = service.plan
    monkeypatch.setattr(service, "plan", lambda *given, **more: made.append(given) or plan_of(*given, **more))
    found = service.known("a").plan
    service.edit("a", lambda work: change(work, found, [0], "annual_fee", "61000"))
    now = service.known("a")
    assert made == []
    assert client_rows(now.plan)[0]["shown"][Field.ANNUAL_FEE] == "61,000"
    assert banner_words(open_guesses(now.plan)).endswith("for a word from you.")
    assert "Changed by you" in markup(panel(now.plan, now.work, 0))
    assert rows_since(service, now, work.fingerprint())[0]["id"] == "0"
    service.edit("a", lambda work: change(work, found, [0], "lock_hours", "5"))
    assert len(made) == 1
