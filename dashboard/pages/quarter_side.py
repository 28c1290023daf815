"""The right side of the Quarter page: the rest planned again, names to match, next month's list, what was learned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import dash_mantine_components as dmc
import numpy as np
from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.parts import (
    aria,
    button,
    callout,
    card,
    figures_table,
    heading,
    heads,
    line_button,
    link_button,
)
from dashboard.components.words import GROUP_TITLE
from dashboard.tables.quarter import (
    batches,
    day_words,
    name_choices,
    shows_learned,
    undecided,
    weeks_left,
)
from planner.goods import GROUPS
from planner.quarter.replan import gain_of
from planner.text import count, hours, percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.service.plan_service import View
    from dashboard.state.quarter_work import QuarterWork
    from planner.quarter.calibration import StageRecord
    from planner.quarter.matching import UnknownName, UnsureName
    from planner.quarter.quarter import Quarter
    from planner.quarter.replan import Move, Rest

MOST_MOVES: Final = 30
MOST_ISSUES: Final = 50


def moves_card(quarter: Quarter, rest: Rest | None, problem: str = "") -> html.Section:
    """What planning the rest again would move, to take as a whole or one by one.

    Args:
        rest: None until it was asked for.  problem: why there is none.
    """
    if problem:
        body: list[Component] = [callout([html.B("The rest cannot be planned so. "), problem], "warning")]
    elif rest is None:
        text = (
            f"{weeks_left(quarter).capitalize()} are left. See what would move by what is known now, with what is "
            "done kept and as few moves as are worth it. Nothing changes until you take it."
        )
        body = [html.P(text, className="quiet")]
    else:
        body = moves_body(quarter, rest)
    return card([html.H2("If you re-plan now"), *body], "If you re-plan now", className="moves")


def moves_body(quarter: Quarter, rest: Rest) -> list[Component]:
    currency = rest.plan.settings.currency
    left = f"{hours(rest.hours_left)} and {weeks_left(quarter)} are left."
    keep = button("Keep the old plan", ids.MOVES_KEEP)
    if not rest.moves:
        return [html.P(f"{left} No move is worth making: go on with the plan as it is.", className="quiet"), keep]
    worth = f"{count(len(rest.moves), 'move is', 'moves are')} worth making{gain_of(rest, currency)}."
    shown = rest.moves[:MOST_MOVES]
    more = len(rest.moves) - len(shown)
    every = "Take it" if len(rest.moves) == 1 else f"Take all {len(rest.moves)}"
    return [
        html.P(f"{left} {worth}", className="quiet"),
        html.Ul([move_line(move) for move in shown], className="move-list"),
        *([html.P(f"and {more} smaller ones", className="quiet")] if more > 0 else []),
        html.Div([button(every, ids.MOVES_ALL), keep], className="row"),
    ]


def move_line(move: Move) -> html.Li:
    """One move: what and why, hours left before and after, and a way to take it alone."""
    return html.Li(
        [
            html.Div([html.B(move.account), html.Span(move.why, className="quiet")], className="move-what"),
            html.Span([hours(move.before), " → "], className="number quiet"),
            html.B(hours(move.after), className="number"),
            line_button(
                "take it", "move", f"Take it: {move.account} {hours(move.after)}", "reason-chip", account=move.account
            ),
        ]
    )


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
    names = sorted(quarter.planned.names, key=str.casefold)
    open_ones = [
        *(unsure_line(one, names) for one in matched.unsure),
        *(unknown_line(one, names) for one in matched.unknown),
    ]
    left_out = [
        html.Li([f"“{one.name}” {hours(one.hours)} ", line_button("count it after all", "ask again", written=one.name)])
        for one in matched.left_out
    ]
    return card(
        [
            html.H2("Not matched"),
            *([html.Ul(open_ones, className="unmatched")] if open_ones else []),
            *([html.Details([html.Summary("Left out"), html.Ul(left_out, className="unmatched")])] if left_out else []),
        ],
        "Not matched",
    )


def unsure_line(one: UnsureName, names: Sequence[str]) -> html.Li:
    likely = one.accounts[0]
    others = [answer(f"It is {name}", one.name, name) for name in one.accounts[1:]]
    return html.Li(
        [
            html.Span(f"“{one.name}” {hours(one.hours)} · {likely}? "),
            answer("Yes", one.name, likely, f"Yes, “{one.name}” is {likely}"),
            *others,
            answer("No", one.name, "", f"No, “{one.name}” is no account"),
            choose(one.name, names),
        ]
    )


def unknown_line(one: UnknownName, names: Sequence[str]) -> html.Li:
    return html.Li(
        [
            html.Span(f"“{one.name}” {hours(one.hours)} · no account "),
            answer("Leave it out", one.name, "", f"Leave “{one.name}” out"),
            choose(one.name, names),
        ]
    )


def answer(text: str, written: str, account: str, label: str = "") -> html.Button:
    """Says that a name of a time sheet is an account, or ("") none."""
    return line_button(text, "name", label, written=written, account=account)


def choose(name: str, names: Sequence[str]) -> dmc.Select:
    return dmc.Select(
        id=ids.name_choice(name), data=name_choices(names), searchable=True, limit=40, size="xs", w=170,
        placeholder="another account", **aria(label=f"Which account is “{name}”?"),
    )  # fmt: skip


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
                    link_button("JSON", f"/download/quarter.json?day={day}", download=True),
                ],
                className="row",
            ),
        ],
        "Take it along",
    )


def learned_card(quarter: Quarter, kept: QuarterWork) -> html.Section | None:
    """At the end: chances against what was won, win rates for next time, quarters side by side."""
    if not shows_learned(quarter, kept):
        return None
    learned, progress = quarter.learned, quarter.progress
    spent = f"{hours(progress.spent)} of {hours(progress.planned)} planned were spent."
    parts: list[Component] = [html.P(f"{spent} {learned.sentence}")]
    if learned.stages:
        parts.append(stages_table(learned.stages))
    if learned.own_rates:
        parts += [
            html.P("Your own win rates can be the chances of next time."),
            button("Use our win rates", ids.OWN_RATES),
        ]
    still = undecided(quarter, kept)
    if still:
        parts.append(html.Details([html.Summary("What became of them?"), outcomes_list(still)], open=True))
    if kept.past:
        parts.append(past_table(kept))
    if kept.followed is not None:
        parts.append(button("Begin the next quarter", ids.NEXT_QUARTER))
    return card([heading("What we learned"), *parts], "What we learned")


def stages_table(stages: Sequence[StageRecord]) -> html.Div:
    rows = [
        html.Tr(
            [
                html.Th(one.name, scope="row"),
                html.Td(one.decided, className="number"),
                html.Td(f"{one.expected:.1f}", className="number"),
                html.Td(one.won, className="number"),
                html.Td(percent(one.rate), className="number"),
            ]
        )
        for one in stages
    ]
    return figures_table("By stage", [heads("Stage", "Decided", "Expected won", "Won", "Your rate")], rows)


def outcomes_list(still: Sequence[tuple[str, str]]) -> html.Ul:
    """Won, lost or open, account by account."""
    return html.Ul(
        [
            html.Li([html.Span(name), html.Span([outcome_button(name, one, said) for one in ("won", "lost")])])
            for name, said in still
        ],
        className="names outcomes",
    )


def outcome_button(name: str, one: str, said: str) -> html.Button:
    """Writes an outcome down, or takes it back where it stands."""
    chosen = one == said
    look = "reason-chip chosen" if chosen else "reason-chip"
    return line_button(one, "outcome", f"{name}: {one}", look, chosen, account=name, said=one)


def past_table(kept: QuarterWork) -> html.Div:
    """Hours by what they count for, spent of planned, over the quarters that ended."""
    rows = [
        html.Tr(
            [
                html.Th(f"from {day_words(one.start)} {one.start[:4]}", scope="row"),
                *(
                    html.Td(
                        f"{hours(one.spent.get(str(group), 0.0)).removesuffix(' h')} of "
                        f"{hours(one.planned.get(str(group), 0.0))}",
                        className="number",
                    )
                    for group in GROUPS
                ),
            ]
        )
        for one in kept.past
    ]
    return figures_table("Quarters so far", [heads("Quarter", *(GROUP_TITLE[group] for group in GROUPS))], rows)
