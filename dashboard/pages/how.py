"""How this works: for a partner who has a minute, and the questions that an owner asks of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from dash import html

from dashboard.components.parts import aria, card, heading
from dashboard.components.words import GOOD_TITLE
from planner.fields import Field
from planner.goods import GOOD_SPECS, GOODS, GROUPS
from planner.text import hours, money, number_word

if TYPE_CHECKING:
    from dashboard.service.plan_service import View
    from planner.result import Plan

STEPS: Final = (
    (
        "It reads your list as you keep it",
        "Any order of columns, with titles, subtotals and remarks in between. It shows what it took each column for, "
        "and asks about the two or three things that only you know.",
    ),
    (
        "It works out what each account is worth",
        "Money is expected margin a year: fee × what is left of it × chance. Good for others and building strengths "
        "are points, up to 100 an account. Money and points are shown side by side, never added up.",
    ),
    (
        "It knows that the tenth hour brings less than the first",
        "Each account has a curve: the first hours bring most, and at some point more hours change little. A client "
        "you know keeps most of its value with little time; a prospect without time brings almost nothing.",
    ),
    (
        "It places your hours where they bring most, at your balance",
        "At least the share you chose goes to accounts that do good for others, that build your strengths, that are "
        "good for you. One hour may count for several. Where a share costs a lot, the plan says what, and stops short.",
    ),
    (
        "It says why, for every account",
        "What it would take for an account without time to earn some; what the next hour would bring; what is a fact "
        "and what is only guessed. You can change any of it, and undo it.",
    ),
)
WORDS: Final = (
    ("Fact and guess", "A fact is in your list or told by you. A guess comes from a name or a remark; only a few "
     "hours may rest on it until you say yes or no. Guesses have a dashed outline everywhere."),
    ("Expected margin", "What a year of the accounts brings on average, after the cost of serving them: margins "
     "times chances. Not a forecast of any one account."),
    ("Points", "100 points: one account that is as good for others, or for your strengths, as an account can be."),
    ("One more hour brings", "What the best plan with one hour more would add. It tells whether to find more time, "
     "or to spend less."),
    ("Short by", "Hours missing to a share you chose, because the list has too few accounts of that kind."),
    ("Leeway", "How far a share may fall short before the plan minds."),
    ("Hours to place", "Hours that no account on the list can use well: find new accounts with them."),
)  # fmt: skip
QUESTIONS: Final = (
    (
        "Why does a small prospect get more time than a big client?",
        "The plan asks what the next hour changes, not who is biggest. A big client that is safe keeps most of its "
        "value with little time. A prospect at 30% may hang on the hours you give it now.",
    ),
    (
        "Is this a forecast?",
        "No. It is the best use of your hours if the fees and chances of your list are about right. Explore, How "
        "sure, tries it with fees, chances and ratings that turn out otherwise, and says what stays the same.",
    ),
    (
        "I know better about one account. What then?",
        "Open it on Plan. Change the fact that is wrong, fix its hours, or leave it out; the other accounts follow at "
        "once. Undo is on every page, and Ctrl+Z.",
    ),
    (
        "Why do the shares add up to more than 100%?",
        "An hour with a client that pays and teaches you counts for both. What each hour serves shows every hour "
        "once; that bar adds up to 100%.",
    ),
    (
        "What does my balance cost?",
        "Plan says it in one line, in money and in points, where it costs anything. You can ease the balance by as "
        "much as that takes, or hold it whatever it costs. Explore has the price of every other balance.",
    ),
    (
        "We sell by tender; there the calls do not matter. Does it know?",
        "Give such an account few hours at most (open it, Most hours), or answer its five questions: what it brings "
        "with no time, half, as now, half as much again, and without limit. Its curve then follows your answers.",
    ),
    (
        "The quarter goes otherwise than planned. What then?",
        "Quarter takes the hours that were spent and holds them against the plan as it stood when you began. Say why "
        "an account differs, and the reason becomes a fact; then plan the rest again, and take the moves you like.",
    ),
    (
        "Who sees our list?",
        "Nobody. Everything runs on this machine; nothing is sent anywhere. Start over, on Client list, deletes it.",
    ),
)
WORKED_OUT: Final = (
    "The hours are the solution of an optimisation model (written in PuLP, solved by HiGHS): weighted reach of the "
    f"{number_word(len(GROUPS))} groups, less a price for each hour short of the balance, within everybody's hours, "
    "the limits of each account and your own. Half hours and smallest blocks are decided by branch and bound; how near "
    "the plan is to the best possible is proven, and stands on the workbook's About sheet with every setting."
)


def layout(view: View) -> html.Div:
    """The whole page; its first answer is about the list at hand."""
    return html.Div(
        className="stack how-page",
        children=[
            html.Div(
                [html.H1("How this works"), html.P("Three minutes for a partner; then what owners ask.")],
                className="page-head lines",
            ),
            html.Div([goods_card(), steps_card()], className="how-columns"),
            html.Div(
                [questions_card(view.plan), html.Div([words_card(), worked_out_card()], className="stack")],
                className="how-columns",
            ),
        ],
    )


def goods_card() -> html.Section:
    """The ways to be good."""
    items = [
        html.Li(
            [html.Span(className=f"good-dot {good} full", **aria(hidden="true")), html.B(GOOD_TITLE[good]),
             html.Span(GOOD_SPECS[good].means)]
        )
        for good in GOODS
    ]  # fmt: skip
    ways = f"{number_word(len(GOODS))} ways"
    intro = "You have a fixed number of hours for business development. An account deserves some if it is good in at "
    return card(
        [
            heading(f"{ways.capitalize()} to be a good account"),
            html.P(f"{intro}least one of {ways}; how much of each you want is yours to say.", className="prose"),
            html.Ul(items, className="how-goods"),
        ],
        f"{ways.capitalize()} to be a good account",
    )


def steps_card() -> html.Section:
    steps = [html.Li([html.B(title), html.Span(text)]) for title, text in STEPS]
    return card(
        [heading("From your list to a plan"), html.Ol(steps, className="how-steps")], "From your list to a plan"
    )


def words_card() -> html.Section:
    pairs = [part for word, text in WORDS for part in (html.Dt(word), html.Dd(text))]
    return card([heading("What the words mean"), html.Dl(pairs, className="how-words")], "What the words mean")


def worked_out_card() -> html.Section:
    """The model in a paragraph."""
    return card([heading("How this was worked out"), html.P(WORKED_OUT, className="prose")], "How this was worked out")


def questions_card(plan: Plan) -> html.Section:
    """What owners ask, the hardest first: why their best client gets nothing."""
    answers = [("Why is my best client at zero?", best_at_zero(plan)), *QUESTIONS]
    items = [
        html.Details([html.Summary(asked), html.P(text, className="prose")], open=at == 0)
        for at, (asked, text) in enumerate(answers)
    ]
    return card([heading("What owners ask"), html.Div(items, className="how-questions")], "What owners ask")


def best_at_zero(plan: Plan) -> str:
    """Why the account with the largest fee among those without hours has none, in the plan's own words."""
    told = np.nan_to_num(np.where(plan.facts.assumed[Field.ANNUAL_FEE], np.nan, plan.facts.fee), nan=-np.inf)
    fees = np.where(plan.allocation.hours > 0, -np.inf, told)
    rule = (
        "A client gets no business-development hours where its value does not hang on them, where its fee does not "
        "cover what it costs to serve, where your own list says it is lost or on hold, or where every hour brings more "
        "elsewhere. Nobody is turned away: the plan also says how to serve it meanwhile."
    )
    if not len(fees) or not np.isfinite(fees.max()) or fees.max() <= 0:
        return f"On your list none of the accounts with a fee is at zero. {rule}"
    at = int(fees.argmax())
    fee, name = money(float(fees[at]), plan.settings.currency), plan.roster.names[at]
    today = float(plan.problem.today[at])
    now = f" You give it {hours(today)} today." if np.isfinite(today) and today > 0 else ""
    return f"The largest at zero on your list is {name} ({fee} a year).{now} {plan.explanation.why[at]} {rule}"
