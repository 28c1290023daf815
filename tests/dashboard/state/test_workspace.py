"""Edits of a workspace: each is a step that can be undone and done again; nothing else changes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.state.changes import ask_again, override, say_alike, with_answer, with_files, with_rules, with_settings
from dashboard.state.history import redo, undo
from dashboard.state.workspace import FileRef, Override, Workspace

NAMES = st.sampled_from(["Oxfield Trust", "Pike Ventures", "Тern | Robotics"])
FIELDS = st.sampled_from(["lock_hours", "rating_others", "rating_now"])
VALUES = st.one_of(st.none(), st.floats(0, 100).map(lambda v: Override(value=round(v, 2), why="said so")))
EDITS = st.one_of(
    st.dictionaries(st.tuples(NAMES, FIELDS), VALUES, min_size=1, max_size=4).map(
        lambda changes: lambda work: override(work, "set", changes)
    ),
    st.tuples(st.sampled_from(["hours", "fees"]), st.integers(1, 9)).map(
        lambda pair: (
            lambda work: with_answer(work, pair[0], {"said": {"hours": pair[1]}, "settings": {"hours": pair[1]}})
        )
    ),
    st.one_of(st.none(), st.lists(st.fixed_dictionaries({"good": st.just("others")}), max_size=2)).map(
        lambda rules: lambda work: with_rules(work, "rules", rules)
    ),
    NAMES.map(lambda name: lambda work: say_alike(work, "one account", [name, "B"], "merge")),
)


def content(work: Workspace) -> dict:
    return work.model_dump(exclude={"done", "undone"})


@settings(max_examples=60)
@given(st.lists(EDITS, max_size=8))
def test_undoing_every_step_leads_back_and_redoing_leads_forth(edits):
    works = [Workspace()]
    for edit in edits:
        new = edit(works[-1])
        if new != works[-1]:
            works.append(new)
    work = works[-1]
    for before in reversed(works[:-1]):
        work = undo(work)
        assert content(work) == content(before)
    assert not work.done
    for after in works[1:]:
        work = redo(work)
        assert content(work) == content(after)
    assert undo(Workspace()) == Workspace()
    assert redo(works[-1]) == works[-1]


@settings(max_examples=30)
@given(st.lists(EDITS, max_size=5))
def test_a_work_is_kept_as_json_and_comes_back_the_same(edits):
    work = Workspace()
    for edit in edits:
        work = edit(work)
    assert Workspace.model_validate_json(work.model_dump_json()) == work


def test_a_change_that_changes_nothing_is_no_step():
    work = override(Workspace(), "fix", {("Oxfield Trust", "lock_hours"): Override(value=4.0)})
    again = override(work, "fix", {("Oxfield Trust", "lock_hours"): Override(value=4.0)})
    assert again == work
    assert len(again.done) == 1


def test_a_new_step_after_an_undo_forgets_what_was_undone():
    work = undo(override(Workspace(), "fix", {("Oxfield Trust", "lock_hours"): Override(value=4.0)}))
    assert len(work.undone) == 1
    assert with_answer(work, "hours", {"said": {}}).undone == ()


def test_undo_history_does_not_change_what_the_plan_is_made_from():
    work = with_answer(Workspace(), "hours", {"settings": {"hours": 8}})
    assert undo(work).fingerprint() == Workspace().fingerprint()
    assert work.fingerprint() != Workspace().fingerprint()


def test_a_setting_of_none_goes_back_to_the_lists_own():
    work = with_settings(Workspace(), balance="20/30/50", hours=400)
    assert with_settings(work, hours=None).settings == {"balance": "20/30/50"}


def test_an_answer_gives_way_to_what_is_set_by_hand_after_it_and_replaces_what_was_set_before():
    work = with_answer(with_settings(Workspace(), hours=300), "hours", {"settings": {"hours": 104}})
    assert work.plan_settings() == {"hours": 104}
    assert with_settings(work, hours=200).plan_settings() == {"hours": 200}


def test_asking_again_opens_the_questions_and_keeps_what_they_changed():
    work = with_answer(
        Workspace(), "hours", {"said": {"hours": "8"}, "settings": {"hours": 104}, "moved": "4 h moved."}
    )
    work = with_answer(work, "fee", {"said": {}, "moved": "Skipped."})
    again = ask_again(work)
    assert again.plan_settings() == {"hours": 104}
    assert again.answers == {"hours": {"settings": {"hours": 104}}}
    assert undo(again).answers == work.answers


def test_a_new_list_keeps_the_settings_and_drops_what_was_said_about_the_old_one():
    work = override(
        with_settings(Workspace(), hours=400), "fix", {("Oxfield Trust", "lock_hours"): Override(value=4.0)}
    )
    fresh = with_files(work, [FileRef(name="a.xlsx", digest="0", size=1)])
    assert fresh.settings == {"hours": 400}
    assert not fresh.overrides
    assert fresh.title == "a.xlsx"
