"""What changed of a table, sent in few bytes, makes the new table out of the old one."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.changes import changes

VALUES = st.one_of(
    st.none(), st.integers(0, 3), st.sampled_from(["", "a", "b"]), st.lists(st.integers(0, 2), max_size=2)
)
ROWS = st.lists(st.fixed_dictionaries({"plan": VALUES}, optional={"why": VALUES, "line": VALUES}), max_size=6)


def made_from(rows, change):
    """What the browser makes of a change (see `assets/plan.js`)."""
    if "rows" in change:
        return change["rows"]
    made = {row["id"]: dict(row) for row in rows}
    for name, field in change["fields"].items():
        for id, at in zip(change["ids"], field["at"], strict=True):
            if at >= 0:
                made[id][name] = field["values"][at]
    return list(made.values())


def numbered(rows, likes=None):
    """The rows with ids and names; with the fields of other rows where those are given."""
    rows = rows if likes is None else [{n: row.get(n) for n in like} for row, like in zip(rows, likes, strict=False)]
    return [{"id": str(at), "account": f"Account {at}", **row} for at, row in enumerate(rows)]


@settings(max_examples=60, deadline=None)
@given(ROWS, ROWS)
def test_the_old_rows_and_what_changed_give_the_new_rows(old, new):
    new = numbered(new, likes=old)
    old = numbered(old[: len(new)])
    change = json.loads(json.dumps(changes(old, new)))
    assert made_from(old, change) == new


def test_only_rows_and_fields_that_differ_are_sent_and_each_value_once():
    old = [{"id": str(at), "account": f"A{at}", "plan": at, "why": "same"} for at in range(4)]
    new = [row | {"plan": 9} if row["id"] in "13" else row for row in old]
    assert changes(old, new) == {"ids": ["1", "3"], "fields": {"plan": {"values": [9], "at": [0, 0]}}}


def test_other_accounts_or_none_known_before_are_sent_whole():
    rows = numbered([{"plan": 1}, {"plan": 2}])
    assert changes(None, rows) == {"rows": rows}
    assert changes(rows[:1], rows) == {"rows": rows}
    assert changes([rows[0], rows[1] | {"account": "Other"}], rows) == {"rows": rows}
