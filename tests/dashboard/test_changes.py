"""What changed of a table, sent in few bytes, makes the new table out of the old one."""

import json
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.tables.accounts import Table
from dashboard.tables.changes import changes

VALUES = st.one_of(
    st.none(), st.integers(0, 3), st.sampled_from(["", "a", "b"]), st.lists(st.integers(0, 2), max_size=2)
)
ROWS = st.lists(st.tuples(VALUES, VALUES), max_size=6)
LINES = st.lists(VALUES, min_size=2, max_size=2)


def made_from(rows, change):
    """What the browser makes of a change (see `assets/plan.js`)."""
    if "rows" in change:
        return change["rows"]
    made = {row["id"]: dict(row) for row in rows}
    for name, field in change["fields"].items():
        for row, at in zip(field["rows"], field["at"], strict=True):
            made[str(row)][name] = field["values"][at]
    for line in change["lines"]:
        made[line["id"]] |= line
    return list(made.values())


def table(rows, lines=()):
    """Accounts with a plan and a reason, and lines of people."""
    names = [f"Account {at}" for at in range(len(rows))]
    plan, why = ([row[k] for row in rows] for k in (0, 1))
    people = [{"id": f"person-{at}", "account": f"Person {at}", "line": line} for at, line in enumerate(lines)]
    return Table({"id": [str(at) for at in range(len(rows))], "account": names, "plan": plan, "why": why}, people)


@settings(max_examples=60)
@given(ROWS, ROWS, LINES, LINES)
def test_the_old_rows_and_what_changed_give_the_new_rows(old, new, lines, new_lines):
    old, new = table(old, lines), table(new, new_lines)
    change = json.loads(json.dumps(changes(old, new)))
    assert made_from(old.rows(), change) == new.rows()


def test_only_rows_and_fields_that_differ_are_sent_and_each_value_once_beside_all_lines():
    old = table([(at, "same") for at in range(4)], ["a", "b"])
    new = table([(0, "same"), (9, "same"), (2, "same"), (9, "same")], ["a", "c"])
    change = changes(old, new)
    assert change["fields"] == {"plan": {"rows": [1, 3], "values": [9], "at": [0, 0]}}
    assert change["lines"] == new.lines  # few, and the page may show more of them than was sent with its plan


def test_other_accounts_or_people_or_none_known_before_are_sent_whole():
    new = table([(1, ""), (2, "")], ["a"])
    other = replace(new, fields={**new.fields, "account": ["Account 0", "Other"]})
    for old in (None, table([(1, "")], ["a"]), other, replace(new, lines=())):
        assert changes(old, new) == {"rows": new.rows()}
