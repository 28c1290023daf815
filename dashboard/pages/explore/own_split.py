"""A split of one's own on the tab Compare: where it is typed or dropped, and what it reaches beside the plan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import dash_mantine_components as dmc
import numpy as np
from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.parts import aria, button, callout, card, drop_zone, figures_table, heading, heads
from dashboard.components.setting_words import plain
from dashboard.components.words import GROUP_TITLE, change
from dashboard.pages.explore.side_by_side import figures_row, shares_row, titled_part
from planner.arrays import Numbers
from planner.explanation.types import Baseline
from planner.goods import GROUPS, YOU
from planner.text import about, count, hours, points

if TYPE_CHECKING:
    from planner.result import Plan
    from planner.sensitivity.own_split import Score

ACCOUNTS_SHOWN: Final = 15
LEAST_MOVE = 0.25
PLACES = 1e-6
"""Less than that is no hour."""
STARTS: Final[Mapping[str, str]] = {"plan": "Start from this plan", "today": "Start from today's hours"}


def own_split_card(plan: Plan) -> html.Section:
    """Folded away until somebody has hours of their own to compare."""
    known = [name for name in STARTS if len(hours_to_start_from(plan, name))]
    starts = [
        dmc.Button(STARTS[name], id=ids.split_start(name), variant="default", size="xs", radius="xl", n_clicks=0)
        for name in known
    ]
    return card(
        label="Your own split",
        className="own-split",
        children=html.Details(
            [
                html.Summary("Have a split of your own? See what it reaches beside this plan"),
                html.Div(
                    [
                        dmc.Textarea(
                            id=ids.SPLIT_TEXT,
                            label="Your hours, one account a line",
                            description="Accounts that you leave out get none.",
                            placeholder=split_text(example(plan)),
                            autosize=True,
                            minRows=4,
                            maxRows=12,
                            persistence=True,
                            persistence_type="session",
                        ),
                        html.Div(
                            [
                                html.Div(starts, className="row", role="group", **aria(label="Hours to start from")),
                                drop_zone(ids.SPLIT_FILE, "Or drop a file of names and hours", name="drop small"),
                                html.Div(id=ids.SPLIT_ERROR),
                                button("Compare it", ids.SPLIT_RUN),
                            ],
                            className="stack tight",
                        ),
                    ],
                    className="own-split-form",
                ),
                html.Div(id=ids.SPLIT_BODY, className="stack"),
            ],
        ),
    )


def example(plan: Plan) -> dict[str, float]:
    """The two largest accounts of the plan, to show how a line is written."""
    return dict(sorted(hours_to_start_from(plan, "plan").items(), key=lambda one: -one[1])[:2])


def hours_to_start_from(plan: Plan, name: str) -> dict[str, float]:
    """Hours by account, as planned or as they are today where that is known; accounts without any are left out."""
    today = plan.explanation.baselines.get("today")
    amounts = plan.allocation.hours if name == "plan" else today.hours if today else np.zeros(plan.problem.size)
    return {
        str(account): float(amount)
        for account, amount in zip(plan.problem.names, amounts, strict=True)
        if amount > PLACES
    }


def split_text(split: Mapping[str, float]) -> str:
    """One account a line, as it is typed: `Oxfield Trust, 12`."""
    return "\n".join(f"{name}, {round(amount, 2):g}" for name, amount in split.items())


def score_body(plan: Plan, score: Score) -> list[Component]:
    """What a split reaches beside the plan, what it breaks, and the accounts where they differ most."""
    return [
        html.P(plain(score.sentence), className="lead"),
        *_breaks(score),
        figures_table(
            "Your split beside the plan", [heads("", "This plan", "Your split")], _figures(plan, score), "sides"
        ),
        *_moves(plan, score),
    ]


def _breaks(score: Score) -> list[Component]:
    if not score.breaks:
        return []
    lines = html.Ul([html.Li(plain(line)) for line in score.breaks])
    return [callout([html.B("It breaks what you set:"), lines], "warning")]


def _figures(plan: Plan, score: Score) -> list[html.Tr]:
    sides = (score.plan, score.yours)
    return [
        *titled_part(
            "Share of the hours that counts",
            [shares_row(group, [float(side.shares[k]) for side in sides]) for k, group in enumerate(GROUPS)],
        ),
        *titled_part(
            "Of the most you could reach",
            [shares_row(group, [float(side.attainment[k]) for side in sides]) for k, group in enumerate(GROUPS)],
        ),
        *titled_part("In all", _in_all(plan, sides)),
    ]


def _in_all(plan: Plan, sides: tuple[Baseline, Baseline]) -> list[html.Tr]:
    currency, in_money = plan.settings.currency, plan.values.in_money
    margin = [figures_row("Expected margin a year", [about(side.money, currency) for side in sides], strong=True)]
    in_points = [
        figures_row(f"{GROUP_TITLE[group]}, added", [points(_added(plan, side)[k]) for side in sides])
        for k, group in enumerate(GROUPS)
        if plan.tags.seen[k] and not (in_money and k == YOU)
    ]
    short = [hours(float(side.short.sum())) if side.short.sum() > LEAST_MOVE else "–" for side in sides]
    return [
        *(margin if in_money else []),
        *in_points,
        figures_row("Hours", [hours(float(side.hours.sum())) for side in sides]),
        figures_row("Short of the balance", short),
    ]


def _added(plan: Plan, side: Baseline) -> Numbers:
    """(G,) what a split adds, each group in its own unit."""
    return np.nan_to_num(side.attainment * plan.allocation.ideal)


def _moves(plan: Plan, score: Score) -> list[Component]:
    """The accounts that get other hours than in the plan, the widest difference first."""
    by = score.yours.hours - score.plan.hours
    order = [int(i) for i in np.argsort(-np.abs(by), kind="stable") if abs(by[i]) >= LEAST_MOVE]
    if not order:
        return [html.P("Every account has the hours of the plan.")]
    more = len(order) - ACCOUNTS_SHOWN
    note = f"widest first; {count(more, 'more account')} with other hours" if more > 0 else "widest first"
    rows = [
        html.Tr(
            [
                html.Th(str(plan.roster.names[i]), scope="row"),
                *(html.Td(hours(float(side.hours[i])), className="number") for side in (score.plan, score.yours)),
                html.Td(change(float(by[i])), className="number"),
            ]
        )
        for i in order[:ACCOUNTS_SHOWN]
    ]
    title = "Where your split differs"
    return [
        html.Div(
            [heading(title, note, level=3), button("Fix your hours", ids.SPLIT_USE, size="xs")],
            className="row spread",
        ),
        figures_table(title, [heads("Account", "This plan", "Your split", "Change")], rows),
    ]
