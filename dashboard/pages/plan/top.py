"""What a plan comes to: the sentence, the key figures, the shares beside the chosen marks, what each hour serves.

Everything here becomes HTML text that the browser draws with each plan; buttons are heard by `assets/plan.js`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from dash import html

from dashboard.components.goods_style import stripes
from dashboard.components.parts import aria, callout, card, data, icon, step_button, term
from dashboard.components.setting_words import plain
from dashboard.components.shares import GroupShare, ServedPart, group_shares, served_parts, share_text
from dashboard.components.summary import expected_money, next_hour
from dashboard.components.words import GROUP_TITLE, TO_COME
from planner.documents.plan_figures import scarcest_person
from planner.explanation.gains import LEAST_POINTS
from planner.goods import GROUP_SPECS, GROUPS, YOU, Group
from planner.text import about, count, hours, listed, points, short_money

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.state.workspace import Workspace
    from planner.result import Plan

OPEN_NOTICES: Final = 1
"""Beside what the balance costs; the others are folded."""
LABEL_FITS: Final = 0.085
"""Share of the bar that has room for its words."""
NEAR_ENOUGH: Final = 0.005
"""A share that rounds to the chosen one."""
EASE: Final = 5
"""Points by which a balance is eased at least."""
HELD: Final = 100.0
"""Weight of the balance from which it comes before everything else."""
MEANS: Final = {
    "margin": "What a year of these accounts brings on average: fees times chances, less what serving them costs.",
    "hour": "What the best plan would bring more with one hour more of whoever's time is scarcest.",
    "serves": "Each hour once, by what its account is good for; the bar adds up to 100%. In the bars above, an hour "
    "counts only in part for what its account serves less strongly.",
}


def plan_top(plan: Plan, work: Workspace, priced: bool = True) -> html.Section:
    """One sentence first, then the figures, then how the hours stand to the balance.

    Args:
        priced: whether it is known what an hour more would bring; else its place is held.
    """
    return card(
        className="headline",
        label="The plan in one sentence",
        children=[
            html.Div(
                [html.Div(headline(plan.explanation.headline)), html.Div(actions(work), className="row actions")],
                className="headline-top",
            ),
            html.Div(figures(plan, priced), className="metrics"),
            html.Div([share_row(share) for share in group_shares(plan)], className="shares"),
            served_bar(served_parts(plan)),
            html.Div(notices(plan), className="notices"),
        ],
    )


def headline(sentence: str) -> list[Component]:
    """The headline's first clause as the heading, the others below it."""
    first, _, further = sentence.rstrip(".").partition("; ")
    below = [html.P(f"{further[:1].upper()}{further[1:]}.", className="further quiet")] if further else []
    return [html.H1(f"{first}."), *below]


def actions(work: Workspace) -> list[Component]:
    """Undo, redo where there is something to do again, and the way out."""
    undo, redo = (work.done[-1].label if work.done else ""), (work.undone[-1].label if work.undone else "")
    return [
        step_button("undo", undo),
        *([step_button("redo", redo)] if redo else []),
        html.A(
            "Export",
            href="/export",
            className="button" if work.is_sample else "button primary",
            **data(page="/export"),
        ),
    ]


def figures(plan: Plan, priced: bool = True) -> list[html.Div]:
    """Expected margin, the points of the other groups, and what one more hour brings."""
    found = [figure(term(title, means), value, note) for title, means, value, note in key_figures(plan)]
    return [*found, html.Div(hour_metric(plan, priced), className="metric", **data(later="hour"))]


def key_figures(plan: Plan) -> list[tuple[str, str, str, str]]:
    """(title, what it means, figure, note): expected margin where it is known, and the points of the other groups."""
    found = [
        (GROUP_TITLE[group], GROUP_SPECS[group].points_mean, *points_of(plan, g))
        for g, group in enumerate(GROUPS)
        if not (group is Group.YOU and plan.problem.in_money)
    ]
    if plan.problem.in_money:
        here, above = expected_money(plan)
        currency = plan.settings.currency
        now = f"{short_money(here - above, currency)} as you work today" if np.isfinite(above) else "a year"
        found.insert(0, ("Expected margin", MEANS["margin"], short_money(here, currency), now))
    return found


def figure(title: Component, value: str, note: str) -> html.Div:
    return html.Div(_figure(title, value, note), className="metric")


def _figure(title: Component, value: str, note: str) -> list[Component]:
    return [
        html.Div(title, className="metric-title"),
        html.Div(value, className="metric-value"),
        html.Div(note, className="metric-note"),
    ]


def hour_metric(plan: Plan, priced: bool = True) -> list[Component]:
    """What one more hour brings, inside its place."""
    value, note = hour_figure(plan) if priced else (TO_COME, "being worked out")
    return _figure(term("One more hour brings", MEANS["hour"], right=True), value, note)


def points_of(plan: Plan, g: int) -> tuple[str, str]:
    """`212 pts` and `of 240 at most`; a dash where nothing on the list says who is good that way."""
    if not plan.tags.seen[g]:
        return "–", "nothing on the list says yet"
    got, most = float(plan.allocation.added[g]), float(plan.allocation.ideal[g])
    return f"{got:,.0f} pts", f"of {most:,.0f} at most"


def hour_figure(plan: Plan) -> tuple[str, str]:
    """What one more hour of whoever's time is scarcest brings: money as the figure, points and whose as its note."""
    best = scarcest_person(plan)
    if best is None:
        return next_hour(plan), ""
    whose = f"an hour of {plan.team.people[best].name}" if len(plan.team.people) > 1 else ""
    if not plan.problem.in_money:
        return next_hour(plan), whose
    gain = plan.explanation.hour_of_person[best]
    extra = [
        f"{points(float(amount))} of {GROUP_SPECS[group].amount}"
        for group, amount in zip(GROUPS, gain, strict=True)
        if amount >= LEAST_POINTS and group is not Group.YOU
    ]
    brings = listed(["of margin a year", *extra])
    return about(float(gain[YOU]), plan.settings.currency), "; ".join(filter(None, (brings, whose)))


def share_row(share: GroupShare) -> html.Div:
    """One group: its share as a bar, the chosen share as a mark, today's as a dashed line."""
    words = f"{GROUP_TITLE[share.group]}: {share_text(share.reached)} of the hours, chosen at least "
    words += f"{share_text(share.chosen)}" + (f", today {share_text(share.today)}" if np.isfinite(share.today) else "")
    filled = min(share.reached, 1.0)
    inside = filled > LABEL_FITS
    label = html.Span(share_text(share.reached), className="share-figure" if inside else "share-figure outside")
    marks = [
        html.Span(
            html.Span(f"at least {share_text(share.chosen)}", className="share-least"),
            className="share-mark",
            style={"left": percent_of(share.chosen)},
        )
    ]
    if np.isfinite(share.today):
        marks.append(html.Span(className="share-today", style={"left": percent_of(share.today)}, title="today"))
    note = share.note.split(" · ", 1)
    return html.Div(
        className="share",
        children=[
            html.Span(
                [html.Span(className=f"dot {share.group}", **aria(hidden="true")), GROUP_TITLE[share.group]],
                className="share-name",
            ),
            html.Div(
                [html.Div(label, className=f"share-fill {share.group}", style={"width": percent_of(filled)}), *marks],
                className="share-track",
                role="img",
                **aria(label=words),
            ),
            html.Span(
                [html.B(note[0]) if share.is_short else note[0], *(f" · {text}" for text in note[1:])],
                className="share-note short" if share.is_short else "share-note",
            ),
        ],
    )


def percent_of(share: float) -> str:
    """A place along a track."""
    return f"{100 * min(max(share, 0.0), 1.0):.2f}%"


def served_bar(parts: list[ServedPart]) -> html.Div:
    """What each hour serves: one bar that adds up to 100%."""
    words = ", ".join(f"{part.title} {share_text(part.share)}" for part in parts)
    return html.Div(
        className="share serves",
        children=[
            html.Span(term("What each hour serves", MEANS["serves"]), className="share-name"),
            html.Div([served_part(part) for part in parts], className="served", role="img", **aria(label=words)),
        ],
    )


def served_part(part: ServedPart) -> html.Span:
    """A part of the bar in the colours of what it serves, with its words where there is room."""
    shown = f"{part.title.replace(' and ', ' + ')} {share_text(part.share)}"
    room = part.share / max(len(shown), 1) > LABEL_FITS / 9
    return html.Span(
        html.Span(shown) if room else "",
        className=f"served-part {part_name(part)}",
        style=part_style(part),
        title=f"{part.title[:1].upper()}{part.title[1:]}: {share_text(part.share)}, {hours(part.hours)}",
    )


def part_name(part: ServedPart) -> str:
    """The class of a part, which gives its colours: a group, `several`, `nothing`, `open`."""
    if part.open or not part.groups:
        return "open" if part.open else "nothing"
    return str(part.groups[0]) if len(part.groups) == 1 else "several"


def part_style(part: ServedPart) -> dict[str, str]:
    """How wide a part is, and the stripes of one that serves several groups."""
    width = {"width": f"{100 * part.share:.2f}%"}
    return width | ({"background": stripes(part.groups)} if len(part.groups) > 1 else {})


def notices(plan: Plan) -> list[Component]:
    """The place for what the balance costs, one notice, and the others folded."""
    said = [
        *((plain(text), "warning") for text in plan.explanation.advice),
        *((plain(text), "note") for text in plan.explanation.warnings),
    ]
    first, folded = said[:OPEN_NOTICES], said[OPEN_NOTICES:]
    shown: list[Component] = [
        html.Div(className="cost-line", **data(later="cost")),
        *(callout(text, tone) for text, tone in first),
    ]
    if folded:
        more = html.Summary(count(len(folded), "more notice"))
        shown.append(html.Details([more, *(callout(text, tone) for text, tone in folded)], className="more-notices"))
    return shown


def cost_line(plan: Plan) -> Component | None:
    """What keeping the balance costs, with ways to ease it and to hold it; None where it costs nothing."""
    held = plan.settings.balance_weight >= HELD
    found = plan.balance_cost
    if found is None or not found.sentence:
        return released(plan) if held else None
    balance, by = easing(plan)
    ways = [do_button(f"Ease it by {count(by, 'point')}", "balance", balance)]
    if held:
        ways.append(do_button("Let it give way where it costs much", "weight", ""))
    elif found.strict is not None:
        ways.append(do_button("Hold it whatever it costs", "weight", "1000"))
    spaced = [part for way in ways for part in (" · ", way)][1:]
    return html.Div(
        [icon("warning"), html.Div([html.Span(found.sentence + " "), html.Span(spaced, className="ways-out")])],
        className="callout warning",
        role="note",
    )


def released(plan: Plan) -> Component:
    """Said where the balance is held and that costs nothing."""
    del plan
    text = "Your balance is held whatever it costs; at present that costs nothing. "
    return callout([text, do_button("Let it give way where it costs much", "weight", "")], "note")


def do_button(text: str, what: str, value: str) -> html.Button:
    """A button in HTML text: `what` to do and with which value; heard by `assets/plan.js`."""
    return html.Button(text, type="button", className="link", **data(do=what, value=value))


def easing(plan: Plan) -> tuple[str, int]:
    """A balance that asks less of the group that holds the plan most, and by how many points it is eased.

    The group's share becomes the one it reaches, or five points less where it reaches what was chosen; the group with
    most to spare gets the points.
    """
    shares = [share for share in group_shares(plan) if share.seen]
    worst = min(shares, key=lambda share: (-share.short, share.reached - share.chosen))
    spare = max(shares, key=lambda share: share.reached - share.chosen)
    eased = {share.group: round(100 * share.chosen) for share in group_shares(plan)}
    by = min(max(round(100 * (worst.chosen - worst.reached)), EASE), eased[worst.group])
    eased[worst.group] -= by
    eased[spare.group] += 100 - sum(eased.values())
    return "/".join(str(eased[group]) for group in GROUPS), by


def why_no_move(plan: Plan) -> str:
    """Why another balance moved no hour."""
    shares = group_shares(plan)
    unseen = [GROUP_TITLE[share.group].lower() for share in shares if share.chosen > 0 and not share.seen]
    if unseen:
        return f"No hour moves: nothing on your list says yet who is {listed(unseen)}.".replace("is builds", "builds")
    if all(share.reached >= share.chosen - NEAR_ENOUGH for share in shares):
        got = " / ".join(share_text(share.reached) for share in shares)
        return f"No hour moves: your plan already gives each at least what this asks for ({got})."
    return "No hour moves: at this balance, too, your list has no better use for the hours."
