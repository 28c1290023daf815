"""The balance card of the Plan page: three linked sliders, the triangle, presets, hours, leeway and focus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import dash_mantine_components as dmc
from dash import html

from dashboard import ids
from dashboard.components.parts import aria, card, heading
from dashboard.components.setting_words import SETTING_TITLE
from dashboard.components.words import GROUP_TITLE, period
from dashboard.state.what_ifs import PRESETS
from planner.explanation.text import count
from planner.goods import GROUPS, Group

if TYPE_CHECKING:
    from dashboard.service.plan_service import View

FOCUS: Final = (
    ("max_accounts", ""),
    ("max_accounts_per_person", ""),
    ("smallest_block", " h"),
    ("hour_step", " h"),
)
"""Settings of focus: name, unit."""


def whole_shares(view: View) -> list[int]:
    """The chosen balance in whole per cent that add to 100, for the sliders."""
    shares = [100 * share for share in view.plan.settings.balance.shares()]
    whole = [int(share) for share in shares]
    for at in sorted(range(3), key=lambda at: whole[at] - shares[at])[: 100 - sum(whole)]:
        whole[at] += 1
    return whole


def balance_card(view: View) -> html.Section:
    """Sliders, triangle, presets, hours and leeway."""
    shares = dict(zip(GROUPS, whole_shares(view), strict=True))
    return card(
        className="balance",
        label="Your balance",
        children=[
            heading("Your balance"),
            html.Div([slider(group, shares[group]) for group in GROUPS], className="sliders"),
            html.Div(id=ids.TRIANGLE, className="triangle"),
            html.Div(
                [dmc.Button(name, variant="default", size="xs", radius="xl") for name in PRESETS],
                className="presets",
                role="group",
                **aria(label="Ready-made balances"),
            ),
            sizes(view),
            focus(view),
        ],
    )


def sizes(view: View) -> html.Div:
    """All hours of the period, and the leeway under each share."""
    settings, plan = view.plan.settings, view.plan
    persons = count(len(plan.team.people), "person", "people")
    return html.Div(
        className="two",
        children=[
            dmc.NumberInput(
                id=ids.HOURS,
                label=f"Hours this {period(settings.weeks)}",
                description=("a guess · " if plan.team.assumed else "") + persons,
                value=round(plan.problem.total_hours, 1),
                min=1,
                max=10_000_000,
                thousandSeparator=",",
                debounce=600,
                hideControls=True,
            ),
            dmc.NumberInput(
                id=ids.LEEWAY,
                label="Leeway",
                description="points under each share",
                value=round(100 * settings.tolerance, 1),
                min=0,
                max=100,
                suffix=" points",
                debounce=600,
                hideControls=True,
            ),
        ],
    )


def focus(view: View) -> html.Details:
    """How many accounts may share the time, and the smallest block of hours worth giving."""
    settings = view.plan.settings
    inputs = [
        dmc.NumberInput(
            id=ids.setting(name),
            label=SETTING_TITLE[name],
            value="" if getattr(settings, name) is None else getattr(settings, name),
            placeholder="no limit",
            min=0,
            suffix=suffix,
            debounce=600,
            hideControls=True,
        )
        for name, suffix in FOCUS
    ]
    chosen = any(name in view.work.settings for name, _ in FOCUS)
    return html.Details(
        [html.Summary("Focus"), html.Div(inputs, className="two")],
        open=chosen,
    )


def slider(group: Group, share: int) -> html.Div:
    """One of the three linked sliders, with its share and a way to hold it."""
    name = GROUP_TITLE[group]
    return html.Div(
        className="slider",
        children=[
            html.Div(
                className="slider-head",
                children=[
                    html.Span(className=f"dot {group}", **aria(hidden="true")),
                    html.Span(name, className="slider-name"),
                    html.Span(f"{share}%", id=ids.SHARE_TEXT[group], className="slider-share"),
                    dmc.Tooltip(
                        dmc.Checkbox(
                            id=ids.HOLD[group],
                            size="xs",
                            radius="sm",
                            label="hold",
                            className="hold",
                            **aria(label=f"Hold {name.lower()}"),
                        ),
                        label="Held: the other two give way",
                        openDelay=500,
                    ),
                ],
            ),
            html.Div(
                html.Div(
                    role="slider",
                    tabIndex="0",
                    **aria(label=f"{name}, per cent of the hours", valuemin="0", valuemax="100", valuenow=str(share)),
                ),
                id=ids.SLIDER[group],
                className=f"range {group}",
                style={"--share": share},
            ),
        ],
    )
