"""The panel beside the Clients grid: one account's guesses to confirm, its facts with their sources, its goods."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, cast

import numpy as np
from dash import html

from dashboard.components.parts import aria, data, empty, icon
from dashboard.tables.clients import (
    IN,
    LEFT_OUT,
    OUT,
    choices_of,
    fact_title,
    good_words,
    writer,
)
from dashboard.tables.guesses import Guess, all_of_a_kind, open_guesses
from planner.export.fact_origins import FactOrigin, origin_of
from planner.fields import FIELDS, RATING_OF, Field, Kind
from planner.goods import GOOD_SPECS, GOODS, GROUP_OF, GROUP_SPECS, Group
from planner.roster.standing.left_out import accounts_left_out
from planner.tagging.remark_texts import remarks_of
from planner.text import hours, listed
from planner.vocabulary import Origin

if TYPE_CHECKING:
    from dashboard.state.workspace import Workspace
    from dashboard.tables.clients import Stages
    from planner.result import Plan

FACTS: Final = (
    Field.RELATIONSHIP,
    Field.OWNER,
    Field.ANNUAL_FEE,
    Field.PROBABILITY,
    Field.EXPECTED_DATE,
    Field.CURRENT_HOURS,
    Field.INDUSTRY,
    Field.SERVICE,
    Field.ECONOMIC_BUYER,
    Field.NEXT_STEP,
    Field.NEXT_STEP_DATE,
    Field.LAST_CONTACT,
    Field.NOTES,
)
WORDS: Final = (("yes", "Yes"), ("some", "Some"), ("no", "No"))


def panel(plan: Stages, work: Workspace, at: int | None, going: bool = False) -> html.Div:
    """What is known of the account at a position and what it leaves open; what to do where none is chosen.

    Args:
        going: whether the guesses are gone through one after the other.
    """
    if at is None:
        return empty("Nobody chosen", "Click a row to see what is known, where it comes from, and what to confirm.")
    guesses = open_guesses(plan)
    mine = [one for one in guesses if one.account == at]
    shown = mine[:1] if going else mine
    return html.Div(
        className="client-panel",
        **data(row=str(at), account=str(plan.roster.names[at])),
        children=[
            html.Div(
                [html.H2(str(plan.roster.names[at]), tabIndex="-1"), _close()], className="client-panel-head"
            ),
            html.P(who(plan, at), className="quiet"),
            *([_progress(guesses, at)] if going and guesses else []),
            *_left_out(plan, at),
            *(guess_card(plan, one, guesses) for one in shown),
            *_other_remarks(plan, at, shown),
            html.Dl([part for name in FACTS for part in fact_line(plan, work, at, name)], className="fact-lines"),
            html.H3("How they are good"),
            html.Ul([good_line(plan, at, column) for column in range(len(GOODS))], className="good-lines"),
            *_ways_out(plan, at),
        ],
    )  # fmt: skip


def who(plan: Stages, at: int) -> str:
    """`client · social housing · Ines Kerrow`."""
    kind = LEFT_OUT if at in accounts_left_out(plan.roster) else plan.facts.relationship[at]
    parts = (kind, plan.roster.text(Field.INDUSTRY)[at], plan.roster.text(Field.OWNER)[at])
    return " · ".join(str(part) for part in parts if str(part))


def guess_card(plan: Stages, guess: Guess, guesses: tuple[Guess, ...]) -> html.Div:
    """What says so, the question, and what the answer buys; and the same for all guesses of this kind."""
    alike = sum(one.good == guess.good for one in guesses)
    said = f"“{guess.says}”" if guess.quoted else f"A rule guesses so: {guess.says[:1].lower()}{guess.says[1:]}."
    return html.Div(
        className=f"guess-card {guess.good}",
        children=[
            html.P(said, className="guess-quote"),
            *([html.P(guess.place, className="quiet")] if guess.place else []),
            html.B(GOOD_SPECS[guess.good].asks),
            html.Div([_word(word, label, guess) for word, label in WORDS], className="row"),
            html.P(what_it_buys(plan, guess), className="quiet"),
            *([_alike(guess, alike)] if alike > 1 else []),
        ],
    )


def what_it_buys(plan: Stages, guess: Guess) -> str:
    """`Yes: up to 18 h may count for others. Until then, 6 h.`"""
    most, until = float(plan.problem.maximum[guess.account]), float(plan.problem.guess_hours)
    what = f"for {GROUP_SPECS[GROUP_OF[guess.good]].beneficiary}"
    if GROUP_OF[guess.good] is Group.YOU and plan.problem.in_money:
        return "Its money counts in full already; a no takes it out."
    if not until < most:
        return f"It counts {what} already, for as many hours as the account can take."
    return f"Yes: up to {hours(most)} may count {what}. Until then, {hours(until)}."


def _word(word: str, label: str, guess: Guess) -> html.Button:
    return html.Button(
        label,
        type="button",
        className="button",
        **data(say=word, row=str(guess.account), good=str(guess.good)),
        **aria(label=f"{label}: {GOOD_SPECS[guess.good].asks}"),
    )


def _alike(guess: Guess, number: int) -> html.P:
    """The same word for all guesses of this kind."""
    ways = (("yes", "right"), ("no", "wrong"))
    buttons = [
        html.Button(
            f"{all_of_a_kind(number)} are {label}", type="button", className="link",
            **data(say=word, good=str(guess.good), all="yes"),
        )
        for word, label in ways
    ]  # fmt: skip
    return html.P(
        [f"“{GOOD_SPECS[guess.good].guess.capitalize()}”: ", buttons[0], " · ", buttons[1]], className="quiet"
    )


def _progress(guesses: tuple[Guess, ...], at: int) -> html.Div:
    """How many guesses are left, and the way past this one."""
    left = len(guesses)
    return html.Div(
        [
            html.Span(f"{left:,} to go" if left > 1 else "The last one", className="quiet"),
            html.Button("Skip it", type="button", className="link", **data(go="next", row=str(at))),
            html.Button("Stop here", type="button", className="link", **data(go="stop", row=str(at))),
        ],
        className="row",
    )


def _close() -> html.Button:
    """Puts the panel away where it is a sheet over the list."""
    return html.Button(icon("close"), type="button", className="panel-close", **data(go="close"), **aria(label="Close"))


def _left_out(plan: Stages, at: int) -> list[html.P]:
    reason = accounts_left_out(plan.roster).get(at)
    return [html.P(f"No hours: {reason}.", className="caution")] if reason is not None else []


def _other_remarks(plan: Stages, at: int, shown: list[Guess]) -> list[html.Div]:
    """What else was understood of the remarks, cautions first, each with its cell."""
    told = {one.says for one in shown}
    lines: dict[str, html.Div] = {}
    for clue in sorted((one for one in plan.roster.remarks if one.account == at), key=lambda one: not one.caution):
        if clue.quote and clue.quote not in told and clue.quote not in lines:
            note = " · ".join(part for part in (clue.caution, clue.cell) if part)
            lines[clue.quote] = html.Div(
                [html.Span(f"“{clue.quote}”"), html.Span(note, className="quiet")], className="client-remark"
            )
    return list(lines.values())


def source_of(plan: Stages, at: int, name: Field) -> FactOrigin:
    """Where a fact comes from; it asks for nothing that only a plan has."""
    return origin_of(cast("Plan", plan), at, name)


def fact_line(plan: Stages, work: Workspace, at: int, name: Field) -> tuple[html.Dt, html.Dd]:
    """A fact as a button that opens its editor, and where it comes from."""
    text, found = (
        further_remarks(plan, at) if name is Field.NOTES else (writer(plan, name)(at), source_of(plan, at, name))
    )
    guessed = found.origin in {Origin.ASSUMED, Origin.WORKED_OUT}
    changed = str(name) in work.overrides.get(str(plan.roster.names[at]), {})
    source = found.sentence if text or found.origin is Origin.TOLD else ""
    title = fact_title(name)
    edit = html.Button(
        [html.Span(text or "not known", className="fact-value"), icon("pen")],
        type="button",
        className=f"fact{' assumed' if guessed else ''}{'' if text else ' unknown'}",
        **data(
            fact=str(name), row=str(at), value=text, title=title, told="yes" if changed else "",
            choices=json.dumps(choices_of(name, at in accounts_left_out(plan.roster))),
        ),
        **aria(label=f"{title}: {text or 'not known'}; change it"),
    )  # fmt: skip
    return html.Dt(title), html.Dd([edit, *([html.Span(source, className="fact-source")] if source else [])])


def further_remarks(plan: Stages, at: int) -> tuple[str, FactOrigin]:
    """What is remarked on an account beside the facts that have a line of their own, and the cells it stands in."""
    found = source_of(plan, at, Field.NOTES)
    if found.origin is Origin.TOLD:
        return writer(plan, Field.NOTES)(at), found
    roster, others = plan.roster, [name for name in FACTS if FIELDS[name].kind is Kind.TEXT and name != Field.NOTES]
    told = {str(roster.text(name)[at]) for name in others}
    told |= {
        f"{'' if '!' in cell else f'{roster.source.sheet}!'}{cell}"
        for cell in (roster.cell(name, at) for name in others)
    }
    said = {text: cell for _, text, cell in remarks_of(roster, {at}) if text and told.isdisjoint((text, cell))}
    cells = [cell for cell in said.values() if cell]
    read = FactOrigin(Origin.READ, f"Read in {listed(cells)}.") if cells else found
    return " · ".join(said), read


def good_line(plan: Stages, at: int, column: int) -> html.Li:
    """A good as a dot and a word that opens its editor, and what says so."""
    good = GOODS[column]
    sure, word, reason, told = good_words(plan, at, column)
    title = fact_title(good)
    strength = plan.tags.strength[at, column]
    said = f"perhaps {word}" if sure == "guess" else word
    source = source_of(plan, at, RATING_OF[good]).sentence if told else reason
    return html.Li(
        [
            html.Span(
                className=f"good-dot {good} {'' if sure == 'fact' else sure}".strip(),
                style={"--full": f"{np.nan_to_num(strength):.2f}"},
                **aria(hidden="true"),
            ),
            html.Button(
                [html.Span([f"{title} ", html.B(said)]), icon("pen")],
                type="button",
                className="fact",
                **data(
                    fact=str(good), row=str(at), value="", title=title, told=told and "yes",
                    choices=json.dumps(choices_of(good)),
                ),
                **aria(label=f"{title}: {said}; change it"),
            ),
            *([html.Span(source, className="fact-source")] if source else []),
        ]
    )  # fmt: skip


def _ways_out(plan: Stages, at: int) -> list[html.Div]:
    out = at in accounts_left_out(plan.roster)
    text, value = ("Take it in again", IN) if out else ("Leave it out", OUT)
    send = html.Button(
        text, type="button", className="button", **data(send=value, fact=str(Field.RELATIONSHIP), row=str(at))
    )
    note = "" if out else "No hours for it; the list keeps it."
    return [html.Div([send, html.Span(note, className="quiet")], className="row")]


def shut(closed: bool) -> dict[str, str]:
    """The style of a field that gives its place to another."""
    return {"display": "none"} if closed else {}
