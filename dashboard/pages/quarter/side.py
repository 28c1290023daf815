"""The right side of the Quarter page below the moves: names to match, what came in, next month's list, ways out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import dash_mantine_components as dmc
import numpy as np
from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.parts import (
    NOTHING_FOUND,
    button,
    card,
    line_button,
    link_button,
)
from dashboard.pages.quarter.learned import learned_card
from dashboard.tables.quarter import (
    batches,
    day_words,
    name_choices,
)
from planner.text import count, hours

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.service.plan_service import View
    from dashboard.state.quarter.kept import QuarterWork
    from planner.quarter.matching import UnknownName, UnsureName
    from planner.quarter.quarter import Quarter

MOST_ISSUES: Final = 50
MOST_NAMES: Final = 12
MOST_CHOSEN: Final = 500
"""Names of time sheets that have a line each, and those that can be chosen."""


def side(view: View, quarter: Quarter) -> list[Component]:
    """Everything below the moves."""
    kept = view.work.quarter
    parts = [
        changed_plan(view, quarter),
        asked_card(quarter),
        unmatched_card(quarter),
        learned_card(quarter, kept),
        came_in_card(kept, quarter.issues),
        next_list_card(),
        ways_out(quarter),
    ]
    return [part for part in parts if part is not None]


def changed_plan(view: View, quarter: Quarter) -> html.Section | None:
    """That the plan is another one by now than the one that is followed."""
    followed = view.work.quarter.followed
    if followed is None:
        return None
    now = view.plan.allocation.hours
    same = np.allclose(now, quarter.planned.hours[: len(now)], atol=0.25)
    moves = view.work.quarter.moves
    since = f"{count(len(moves), 'move')} accepted since" if moves else "no move accepted since"
    text = f"You follow the plan as it stood on {day_words(followed.start)}; {since}."
    if same:
        return card([html.H2("The plan you follow"), html.P(text, className="quiet")], "The plan you follow")
    return card(
        [
            html.H2("The plan you follow"),
            html.P(f"{text} The plan on the Plan page is another one by now.", className="quiet"),
            button("Follow that plan instead", ids.FOLLOW_NOW),
        ],
        "The plan you follow",
    )


def asked_card(quarter: Quarter) -> html.Section | None:
    """What reasons on the pages of the workbook still need."""
    if not quarter.asked:
        return None
    return card(
        [html.H2("To be said"), html.Ul([html.Li(one) for one in quarter.asked], className="names")], "To be said"
    )


def unmatched_card(quarter: Quarter) -> html.Section | None:
    """Names of time sheets that are no account for sure; nothing of them is dropped."""
    matched = quarter.matched
    if not (matched.unsure or matched.unknown or matched.left_out):
        return None
    unsure = sorted(matched.unsure, key=lambda one: -one.hours)
    unknown = sorted(matched.unknown, key=lambda one: -one.hours)
    open_ones = [*map(unsure_line, unsure), *map(unknown_line, unknown)]
    written = [*(one.name for one in unsure), *(one.name for one in unknown)]
    more = len(open_ones) - MOST_NAMES
    left_out = [
        html.Li([f"“{one.name}” {hours(one.hours)} ", line_button("count it after all", "ask again", written=one.name)])
        for one in matched.left_out
    ]
    return card(
        [
            html.H2("Not matched"),
            *([html.Ul(open_ones[:MOST_NAMES], className="unmatched")] if open_ones else []),
            *([html.P(f"and {more:,} more, of fewer hours", className="quiet")] if more > 0 else []),
            *([another_account(written, quarter)] if open_ones else []),
            *([html.Details([html.Summary("Left out"), html.Ul(left_out, className="unmatched")])] if left_out else []),
        ],
        "Not matched",
    )


def unsure_line(one: UnsureName) -> html.Li:
    likely = one.accounts[0]
    others = [answer(f"It is {name}", one.name, name) for name in one.accounts[1:]]
    return html.Li(
        [
            html.Span(f"“{one.name}” {hours(one.hours)} · {likely}? "),
            answer("Yes", one.name, likely, f"Yes, “{one.name}” is {likely}"),
            *others,
            answer("No", one.name, "", f"No, “{one.name}” is no account"),
        ]
    )


def unknown_line(one: UnknownName) -> html.Li:
    return html.Li(
        [
            html.Span(f"“{one.name}” {hours(one.hours)} · no account "),
            answer("Leave it out", one.name, "", f"Leave “{one.name}” out"),
        ]
    )


def another_account(written: Sequence[str], quarter: Quarter) -> html.Details:
    """Any name is any account: one choice of each, since every account in every line would be a long page."""
    names = sorted(quarter.planned.names, key=str.casefold)
    return html.Details(
        [
            html.Summary("It is another account"),
            html.Div(
                [
                    dmc.Select(
                        id=ids.NAME_WRITTEN, label="Name", data=name_choices(written[:MOST_CHOSEN]), value=written[0],
                        searchable=True, allowDeselect=False, limit=60, size="sm",
                        nothingFoundMessage=NOTHING_FOUND,
                    ),
                    dmc.Select(
                        id=ids.NAME_ACCOUNT, label="Account", data=name_choices(names), searchable=True, limit=60,
                        size="sm", nothingFoundMessage=NOTHING_FOUND, placeholder="Type a few letters",
                    ),
                ],
                className="row end",
            ),
        ]
    )  # fmt: skip


def answer(text: str, written: str, account: str, label: str = "") -> html.Button:
    """Says that a name of a time sheet is an account, or ("") none."""
    return line_button(text, "name", label, written=written, account=account)


def came_in_card(kept: QuarterWork, issues: Sequence[str]) -> html.Section | None:
    """The hours that were typed and the time sheets, each with a way out, and rows that were no time."""
    found = batches(kept)
    if not found:
        return None
    rows = [
        html.Li(
            [
                html.Span(text),
                line_button("take out", "take out", f"Take out {text}", key=key),
            ]
        )
        for key, text in found
    ]
    wrong = html.Ul([html.Li(one) for one in issues[:MOST_ISSUES]], className="names")
    told = [html.Details([html.Summary(f"{count(len(issues), 'row')} not counted"), wrong])] if issues else []
    return card(
        [html.Details([html.Summary(f"What came in ({len(found)})"), html.Ul(rows, className="names")]), *told],
        "What came in",
    )


def next_list_card() -> html.Section:
    return card(
        [
            html.H2("Next month’s list"),
            html.P(
                "Drop it on Client list: your answers, ratings and hours stay with their accounts; what is new, gone "
                "and changed is shown first.",
                className="quiet",
            ),
            link_button("Client list", "/roster"),
        ],
        "Next month’s list",
    )


def ways_out(quarter: Quarter) -> html.Section:
    day = quarter.progress.as_of.isoformat()
    return card(
        [
            html.H2("Take it along"),
            html.Div(
                [
                    link_button("Workbook", f"/download/plan.xlsx?day={day}", download=True),
                    link_button("Calendar", f"/download/calendar?day={day}", download=True),
                    link_button("JSON", f"/download/quarter.json?day={day}", download=True),
                ],
                className="row",
            ),
        ],
        "Take it along",
    )
