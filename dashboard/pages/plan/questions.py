"""The first guess and its few questions: one at a time, each skippable, each saying what its answer moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.parts import aria, button, card, heading
from dashboard.state.answers import SKIPPED, Asked, where_we_are
from planner.questions.elicitation import Ask, QuestionScreen, Say
from planner.text import count

if TYPE_CHECKING:
    from dashboard.service.plan_service import View

WORDS: Final = {
    Say.YES: "yes",
    Say.SOME: "some",
    Say.NO: "no",
    Say.TICK: "✓ good",
    Say.DOUBLE_TICK: "✓✓ the best",
    Say.A_LOT: "a lot",
}
NOTHING_SAID: Final = "–"
EACH_MOVED: Final = "What each of them moved"


def questions_card(view: View) -> list[Component] | None:
    """The question to answer now, and on a narrow screen the way to it; nothing on the sample."""
    asked = asked_of(view)
    return None if asked is None else asked_cards(asked)


def asked_cards(asked: Asked) -> list[Component]:
    """The card of the questions; while one is open also a button that brings it up as a sheet."""
    found = asked_card(asked)
    if found is None:
        return []
    text = f"First guess · {left_words(asked)}"
    opens = [html.Button(text, type="button", className="button primary sheet-open")] if asked.now else []
    return [found, *opens]


def asked_of(view: View) -> Asked | None:
    """Where the questions stand; None on the sample, which has its answers."""
    return None if view.work.is_sample else where_we_are(view.plan, view.work)


def asked_card(asked: Asked) -> html.Section | None:
    """The question to answer now, or what the answers moved."""
    if asked.now is None:
        return done_card(asked)
    return card(
        className="question",
        label="First guess",
        children=[
            heading("This is a first guess", f"{left_words(asked)}; skip any"),
            html.H3(asked.now.text),
            *([html.P(asked.now.hint, className="quiet")] if asked.now.hint else []),
            html.Div(form(asked.now), className="question-form"),
            html.Div(
                [
                    *([button("Answer", ids.ANSWER_SAVE, primary=True)] if not only_picks(asked.now) else []),
                    dmc.Button("Skip", id=ids.ANSWER_SKIP, variant="subtle", n_clicks=0),
                    html.Button("Close", type="button", className="button only-small sheet-close"),
                ],
                className="row",
            ),
            *(
                [html.P([html.B("Your last answer: "), asked.answered[-1][1]], className="quiet")]
                if asked.answered and asked.answered[-1][1] != SKIPPED
                else []
            ),
            dcc.Store(id=ids.QUESTION_SHOWN, data=asked.token),
        ],
    )


def left_words(asked: Asked) -> str:
    """`28 questions on 11 cards`: as many as the terminal counts, and how few screens they take."""
    cards = count(asked.left, "card") if asked.left > 1 else "one card"
    return f"{count(asked.questions, 'question')} on {cards}"


def done_card(asked: Asked) -> html.Section | None:
    """After the last question: what they moved."""
    if not asked.answered:
        return None
    return card(
        className="question",
        label="Your answers",
        children=[
            *(
                [heading("Your answers are in the plan"), html.Details([html.Summary(EACH_MOVED), moved(asked)])]
                if any(said != SKIPPED for _, said in asked.answered)
                else [heading("You skipped the questions", "the plan goes by what your list says and what was assumed")]
            ),
            html.Div(button("Ask me again", ids.ANSWER_AGAIN, size="xs")),
            dcc.Store(id=ids.QUESTION_SHOWN, data=asked.token),
        ],
    )


def moved(asked: Asked) -> html.Ul:
    """What each answer moved, the newest first."""
    items = [
        html.Li([html.Span(text), html.Span(said, className="amount wrap")]) for text, said in reversed(asked.answered)
    ]
    return html.Ul(items, className="names answers")


def only_picks(question: QuestionScreen) -> bool:
    """Whether one click on a choice is the whole answer."""
    return bool(question.choices) and not question.say and question.most == 1


def form(question: QuestionScreen) -> list[html.Div | dmc.ChipGroup | dmc.NumberInput]:
    """The inputs of a question, by its shape."""
    if question.ask is Ask.HOURS:
        field = dmc.NumberInput(
            id=ids.ANSWER_TEXT,
            min=0,
            max=168,
            suffix=" h a week",
            placeholder="8 h a week",
            w=180,
            debounce=True,
            **aria(label=question.text),
        )
        return [field]
    if question.say:
        return [html.Div([say_row(question, at) for at in range(len(question.choices))], className="say-rows")]
    if only_picks(question):
        picks = [button(choice.title, ids.answer_pick(at)) for at, choice in enumerate(question.choices)]
        return [html.Div(picks, className="row")]
    chips = [dmc.Chip(choice.title, value=choice.key, size="sm") for choice in question.choices]
    words = "or in your own words" if chips else "in your own words"
    return [
        dmc.ChipGroup(html.Div(chips, className="row"), id=ids.ANSWER_CHIPS, multiple=True, value=[]),
        dmc.TextInput(id=ids.ANSWER_TEXT, label=words, placeholder="robotics, carve-outs", w=320, debounce=True),
    ]


def say_row(question: QuestionScreen, at: int) -> html.Div:
    """One choice with the words that can be said of it."""
    choice = question.choices[at]
    data = [
        {"value": "", "label": NOTHING_SAID},
        *({"value": str(word), "label": WORDS[word]} for word in question.say),
    ]
    return html.Div(
        className="say-row",
        children=[
            html.Div([html.Span(choice.title), html.Span(choice.note, className="quiet")], className="say-name"),
            dmc.SegmentedControl(
                id=ids.answer_row(at), data=data, value="", size="xs", **aria(label=f"{choice.title}: {question.text}")
            ),
        ],
    )
