"""What a list was read as, before it is used and after: its picture, what it leaves open, what its remarks say.

Part of the Client list page; the same for a list that was just dropped and for the one that is planned.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import dash_mantine_components as dmc
import numpy as np
from dash import html

from dashboard import ids
from dashboard.components.parts import NOTHING_FOUND, aria, button, card, heading, link_button
from dashboard.components.sheet_picture import sheet_picture
from planner.detection.picture_types import PictureColumn, SheetPicture
from planner.fields import FIELDS, Field
from planner.goods import GOOD_SPECS
from planner.quarter.refresh import Refreshed
from planner.records.issues import Issue
from planner.records.question import Question
from planner.roster.roster import Roster
from planner.text import count, hours, listed, short_money
from planner.vocabulary import Severity

if TYPE_CHECKING:
    from dash.development.base_component import Component

MOST_QUESTIONS: Final = 3
"""Questions on the list that are shown at once; the others follow as these are answered."""
MOST_CHOICES: Final = 8
MOST_NAMES: Final = 8
MOST_ISSUES: Final = 4


def list_check(roster: Roster, sheet: str, side: Sequence[Component | None]) -> html.Div:
    """The picture beside what it leaves open.

    Args:
        sheet: the sheet that is shown, of several.  side: further cards beside the picture.
    """
    open_questions = list_questions(roster)
    asked = frozenset(question.header for question in open_questions if question.header)
    picture = [sheet_tabs(roster, sheet), *picture_of(roster, asked)]
    main = card(picture, "The head of your sheet", className="sheet-card")
    cards = [questions_card(open_questions), remarks_card(roster), *side]
    return html.Div(
        className="list-check",
        children=[main, html.Div([part for part in cards if part is not None], className="stack list-side")],
    )


def picture_of(roster: Roster, asked: frozenset[str]) -> list[Component]:
    """The picture, where the list has one; a list joined from several files has that of its first."""
    if roster.picture is None:
        return [html.P("This list has no single sheet to show.", className="quiet")]
    return [
        sheet_picture(roster.picture, asked, roster.remarks),
        *(_also_read(one, roster) for one in roster.also_read),
    ]


def _also_read(picture: SheetPicture, roster: Roster) -> html.Details:
    """A list with columns of its own that was read with the first, folded away."""
    summary = html.Summary(f"Also read: sheet “{picture.sheet}”, header in row {picture.header_row}")
    return html.Details([summary, sheet_picture(picture, clues=roster.remarks, fixed=True)], className="also-read")


def sheet_tabs(roster: Roster, sheet: str) -> html.Div:
    """The sheets of the file, the one that is read marked."""
    names = list(roster.source.sheets) or [sheet]
    if len(names) < 2:
        return html.Div(html.Span(sheet or roster.source.file, className="sheet-name on"), className="sheet-tabs")
    return html.Div(
        dmc.SegmentedControl(
            id=ids.SHEET, data=names, value=sheet, size="xs", **aria(label="Which sheet holds the list")
        ),
        className="sheet-tabs",
    )


def list_questions(roster: Roster) -> list[Question]:
    """What the reading leaves open and nobody answered, most telling first."""
    return [question for question in roster.questions if question.code not in roster.answers]


def questions_card(questions: list[Question]) -> html.Section | None:
    """A question each with its answers as buttons; the one that is assumed is marked."""
    if not questions:
        return None
    shown = [html.Div(_question(question), className="ask") for question in questions[:MOST_QUESTIONS]]
    number = len(questions)
    title = "One thing only you know" if number == 1 else f"{_word(number)} things only you know"
    rest = [html.P(f"{number - MOST_QUESTIONS} more follow.", className="quiet")] if number > MOST_QUESTIONS else []
    return card(
        [heading(title), html.P("Skip any; the plan says what it assumed.", className="quiet"), *shown, *rest],
        "What the list leaves open",
    )


def _question(question: Question) -> list[Component]:
    moves = [html.P(f"{hours(question.moves)} of the plan hang on it", className="quiet")] if question.moves else []
    buttons = [
        html.Button(
            option.label,
            id=ids.list_answer(question.code, option.value),
            type="button",
            n_clicks=0,
            className="pick on" if option.value == question.default else "pick",
            **aria(pressed="true" if option.value == question.default else "false"),
        )
        for option in question.choices[:MOST_CHOICES]
    ]
    return [html.H3(question.text), html.Div(buttons, className="picks"), *moves]


def _word(number: int) -> str:
    words = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
    return words[number] if number < len(words) else str(number)


def remarks_card(roster: Roster) -> html.Section | None:
    """How many remarks say what; guesses until they are confirmed on the Clients page."""
    goods = Counter(clue.good for clue in roster.remarks if clue.good is not None and clue.strength > 0)
    counts = [(str(good), GOOD_SPECS[good].remark, goods[good]) for good in GOOD_SPECS]
    counts.append(("caution", "a caution", sum(bool(clue.caution) for clue in roster.remarks)))
    counts.append(("ended", "leave out: conflict, parked, lost", len(roster.left_out)))
    lines = [
        html.Li([html.Span(className=f"dot {name}", **aria(hidden="true")), words, html.B(str(number))])
        for name, words, number in counts
        if number
    ]
    if not lines:
        return None
    return card(
        [
            heading("What your remarks say"),
            html.Ul(lines, className="remark-counts"),
            html.P("Guesses until you confirm them on Clients.", className="quiet"),
        ],
        "What your remarks say",
    )


def issues_in_short(issues: list[Issue], marked: bool) -> html.Section | None:
    """The first things that could not be read; all of them stand in the table below, and in the marked file."""
    wrong = [issue for issue in issues if issue.severity is not Severity.NOTE]
    if not wrong:
        return None
    messages = Counter(issue.message for issue in wrong)
    title = "One thing to check" if len(messages) == 1 else f"{len(messages)} things to check"
    more = len(messages) - MOST_ISSUES
    return card(
        [
            heading(title),
            html.Ul([html.Li(_told(*one)) for one in list(messages.items())[:MOST_ISSUES]], className="issues-short"),
            *([html.P(f"and {more} more", className="quiet")] if more > 0 else []),
            *([link_button("Your file, marked", "/download/marked", download=True)] if marked else []),
        ],
        "What to check",
    )


def _told(message: str, times: int) -> str:
    return message if times == 1 else f"{message} ({times} times)"


RENAMED: Final = (
    "Probably renamed: {before} is {after}. Keep the old name in the file, and its answers, changes and hours stay."
)


def changes_card(found: Refreshed | None) -> html.Section | None:
    """What is new, gone and changed against last month's list."""
    if found is None or not (found.new or found.gone or found.changes):
        return None
    lines = [
        _named("New", found.new),
        _named("Gone", found.gone),
        *(html.Li(RENAMED.format(before=one.before, after=one.after)) for one in found.renamed),
        *(
            html.Li(f"{one.account}: {FIELDS[one.field].title.lower()} {one.before or '–'} → {one.after or '–'}")
            for one in found.changes[:MOST_NAMES]
        ),
    ]
    more = len(found.changes) - MOST_NAMES
    if more > 0:
        lines.append(html.Li(f"and {more} more changes", className="quiet"))
    text = "Your answers, ratings and changes stay with their accounts."
    return card(
        [heading("Since your last list", text), html.Ul([line for line in lines if line], className="names said")],
        "Since your last list",
    )


def _named(title: str, names: tuple[str, ...]) -> html.Li | None:
    if not names:
        return None
    more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
    return html.Li([html.B(f"{title}: "), ", ".join(names[:MOST_NAMES]) + more])


def summary(roster: Roster, currency: str) -> str:
    """`£1.98m of yearly fees · three partners · 12 rows are no account`; of a list of deals, what those are worth."""
    fees = roster.number(Field.ANNUAL_FEE)
    parts = []
    if np.isfinite(fees).any():
        what = "yearly fees" if roster.deals is None else "deals"
        parts.append(f"{short_money(float(np.nansum(fees)), currency)} of {what}")
    owners = {name.strip() for text in roster.text(Field.OWNER) for name in text.split(";") if name.strip()}
    if owners:
        parts.append(listed(sorted(owners)) if len(owners) <= 3 else f"{len(owners)} people")
    if roster.skipped:
        parts.append(f"{count(len(roster.skipped), 'row is', 'rows are')} no account")
    return " · ".join(parts)


def column_dialog() -> dmc.Modal:
    """Asks what a column holds; filled in when a chip is clicked."""
    return dmc.Modal(
        id=ids.COLUMN_ASK,
        title="What is this column?",
        closeButtonProps={"aria-label": "Close"},
        children=html.Div(id=ids.COLUMN_BODY),
    )


def column_choices(column: PictureColumn, examples: list[str]) -> html.Div:
    """The likeliest fields as buttons, all others to choose from, or none."""
    guesses = [name for name in (column.field, *column.alternatives) if name is not None][:5]
    others = [{"value": str(name), "label": spec.title} for name, spec in FIELDS.items() if name not in guesses]
    shown = " · ".join(examples[:4])
    return html.Div(
        className="stack",
        children=[
            html.P([html.B(f"“{column.header or 'no header'}”"), f" in column {column.letter}"]),
            *([html.P(shown, className="quiet")] if shown else []),
            html.Div(
                [
                    html.Button(
                        FIELDS[name].title,
                        id=ids.column_guess(str(name)),
                        type="button",
                        n_clicks=0,
                        className="pick on" if name is column.field and column.level != "possible" else "pick",
                    )
                    for name in guesses
                ],
                className="picks",
            ),
            dmc.Select(
                id=ids.COLUMN_FIELD,
                label="Something else",
                placeholder="choose",
                data=others,
                searchable=True,
                nothingFoundMessage=NOTHING_FOUND,
            ),
            button("Keep it, do not plan with it", ids.COLUMN_NONE),
            html.Div(column.letter, id=ids.COLUMN_LETTER, hidden=True),
        ],
    )
