"""The balance card of the Plan page: linked sliders, the triangle, presets, hours, accounts a person, more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import dash_mantine_components as dmc
from dash import html

from dashboard import ids
from dashboard.components.markup import markup
from dashboard.components.parts import aria, card, data, heading
from dashboard.components.words import GROUP_TITLE, period
from dashboard.state.what_ifs import PRESETS
from planner.goods import GROUPS, Group
from planner.text import count

if TYPE_CHECKING:
    from dashboard.service.plan_service import View

MORE: Final = (
    ("tolerance", "Leeway", " points", "how far a share may fall short"),
    ("max_accounts", "Accounts in all", "", "at most"),
    ("smallest_block", "Smallest block", " h", "worth giving an account"),
    ("hour_step", "In steps of", " h", "of planned hours"),
)
"""Settings that are folded away: name, title, unit, what it is."""
CAP: Final = "max_accounts_per_person"
NO_LIMIT: Final = "no limit"


def whole_shares(view: View) -> list[int]:
    """The chosen balance in whole per cent that add to 100, for the sliders."""
    shares = [100 * share for share in view.plan.settings.balance.shares()]
    whole = [int(share) for share in shares]
    for at in sorted(range(len(GROUPS)), key=lambda at: whole[at] - shares[at])[: 100 - sum(whole)]:
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
                [dmc.Button(name, variant="default", size="compact-sm", radius="xl") for name in PRESETS],
                className="presets",
                role="group",
                **aria(label="Ready-made balances"),
            ),
            html.P("", id=ids.BALANCE_NOTE, className="quiet balance-note", role="status"),
            sizes(view),
            more(view),
        ],
    )


def sizes(view: View) -> html.Div:
    """All hours of the period, and how many accounts a person attends to at most."""
    settings = view.plan.settings
    return html.Div(
        className="two",
        children=[
            dmc.NumberInput(
                id=ids.HOURS,
                label=f"Hours this {period(settings.weeks)}",
                description=hours_words(view),
                inputWrapperOrder=["label", "input", "description", "error"],
                value=hours_value(view),
                thousandSeparator=",",
                suffix=" h",
                debounce=True,
                hideControls=True,
            ),
            html.Div(
                [
                    dmc.NumberInput(
                        id=ids.setting(CAP),
                        label="Accounts a person",
                        inputWrapperOrder=["label", "input", "description", "error"],
                        value=cap_value(view),
                        placeholder=NO_LIMIT,
                        suffix=" at most",
                        debounce=True,
                        hideControls=True,
                    ),
                    html.Div(id=ids.CAP_LINE, className="cap-line"),
                ]
            ),
        ],
    )


def hours_value(view: View) -> float:
    return round(view.plan.problem.total_hours, 1)


def hours_words(view: View) -> str:
    """`3 people`, `a guess · 3 people`."""
    persons = count(len(view.plan.team.people), "person", "people")
    return f"a guess · {persons}" if view.plan.team.assumed else persons


def cap_value(view: View) -> int | str:
    """Accounts a person at most; blank for no limit."""
    return view.plan.settings.max_accounts_per_person or ""


def cap_line(view: View) -> html.Button:
    """Lifts the cap on accounts a person, or sets the usual one again."""
    text, value = ("lift the limit", "0") if view.plan.settings.max_accounts_per_person else ("set the usual limit", "")
    return html.Button(text, type="button", className="link", **data(do="cap", value=value))


def more(view: View) -> html.Details:
    """Leeway, how many accounts may share the time, and the smallest block of hours worth giving."""
    inputs = [
        dmc.NumberInput(
            id=ids.setting(name),
            label=title,
            description=words,
            inputWrapperOrder=["label", "input", "description", "error"],
            value=setting_input(view, name),
            placeholder=NO_LIMIT,
            suffix=unit,
            debounce=True,
            hideControls=True,
        )
        for name, title, unit, words in MORE
    ]
    return html.Details(
        [html.Summary("More"), html.Div(inputs, className="two")],
        open=any(name in view.work.settings for name, *_ in MORE),
    )


def setting_input(view: View, name: str) -> float | str:
    """What the input of a setting shows: points for the leeway, blank for no limit."""
    value: float | None = getattr(view.plan.settings, name)
    if value is None:
        return ""
    return round(100 * value, 1) if name == "tolerance" else value


def shown_value(view: View, name: str) -> object:
    """What a field of the card shows of a view."""
    if name == "hours":
        return hours_value(view)
    return cap_value(view) if name == CAP else setting_input(view, name)


def sidebar(view: View) -> dict[str, object]:
    """What the card's inputs have to show of a view, for `assets/plan.js`: it always agrees with the plan beside it."""
    return {
        "shares": whole_shares(view),
        "hours": hours_value(view),
        "hoursWords": hours_words(view),
        "cap": cap_value(view),
        "capLine": markup(cap_line(view)),
        "more": {name: setting_input(view, name) for name, *_ in MORE},
    }


def slider(group: Group, share: int) -> html.Div:
    """One of the linked sliders, with its share and a way to hold it."""
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
                        label="Held: the others give way",
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
