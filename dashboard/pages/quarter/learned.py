"""What a quarter taught: chances against what was won, win rates for next time, quarters side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.parts import (
    button,
    card,
    figures_table,
    heading,
    heads,
    line_button,
)
from dashboard.components.words import GROUP_TITLE
from dashboard.tables.quarter import (
    day_words,
    shows_learned,
    undecided,
)
from planner.goods import GROUPS
from planner.text import hours, percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.state.quarter.kept import QuarterWork
    from planner.quarter.calibration import StageRecord
    from planner.quarter.quarter import Quarter


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
        parts.append(button("Begin the next quarter", ids.NEXT_QUARTER, primary=progress.is_over))
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
