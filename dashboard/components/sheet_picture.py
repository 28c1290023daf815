"""The picture of a sheet as in Excel: its head, a chip over each column, rows left out marked with the reason.

A dot on a chip says how sure it is what the column holds; its words say so too. Pure functions of what was read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dash import html

from dashboard import ids
from dashboard.components.parts import aria
from planner.detection.picture_types import PictureColumn, PictureRow, RowKind, SheetPicture
from planner.detection.rows.told_rows import ACCOUNT, LEFT_OUT
from planner.fields import FIELDS
from planner.parsing.standing.relationships import relationship_of
from planner.text import count
from planner.vocabulary import Level

if TYPE_CHECKING:
    from dash.development.base_component import Component

LEVEL_WORDS: Final = {
    Level.SURE: "sure",
    Level.LIKELY: "used, please look",
    Level.POSSIBLE: "not used, could be",
}
KEPT: Final = "Kept as it is"
TITLE: Final = "is a title of the rows under it"
"""Why a row was left out that names those below it."""


def sheet_picture(picture: SheetPicture, questions: frozenset[str] = frozenset()) -> html.Div:
    """The picture with its legend.

    Args:
        questions: headers of the columns that something is asked about.
    """
    body = [_row(row, len(picture.columns)) for row in picture.rows if row.kind is not RowKind.BLANK]
    return html.Div(
        className="sheet",
        children=[
            html.Div(
                html.Table(
                    [
                        html.Thead(html.Tr([html.Td(), *(_chip(column, questions) for column in picture.columns)])),
                        html.Tbody(body),
                    ],
                ),
                className="sheet-scroll",
                tabIndex="0",
                role="region",
                **aria(label=f"The head of the sheet {picture.sheet}"),
            ),
            html.Div([_legend(), html.Span(_more(picture), className="quiet")], className="row spread sheet-foot"),
        ],
    )


def _chip(column: PictureColumn, questions: frozenset[str]) -> html.Th:
    level = column.level or None
    title = KEPT if column.field is None else FIELDS[column.field].title
    told = "kept as it is" if level is None else LEVEL_WORDS[level]
    asked = " asked" if column.header in questions else ""
    return html.Th(
        html.Button(
            [html.Span(className=f"dot {level or 'kept'}", **aria(hidden="true")), title],
            id=ids.column_chip(column.letter),
            type="button",
            className=f"chip-button {level or 'kept'}{asked}",
            title=f"“{column.header}”: {told}. Click to change it.",
            n_clicks=0,
            **aria(label=f"Column {column.letter}, {column.header or 'without a header'}: {title}, {told}. Change it"),
        ),
        scope="col",
    )


def _row(row: PictureRow, width: int) -> html.Tr:
    if row.kind in {RowKind.ABOVE, RowKind.LEFT_OUT}:
        return _left_out(row, width)
    header = row.kind is RowKind.HEADER  # a column without words has no header
    return html.Tr(
        [_number(row), *((html.Th if header and text else html.Td)(text, title=text) for text in row.cells)],
        className="header" if header else "account",
    )


def _left_out(row: PictureRow, width: int) -> html.Tr:
    """A row over the whole width: its words, and why it is no account."""
    words = " · ".join(text for text in row.cells if text)
    why = [html.Span(words), html.Span(why_left_out(row.why, words), className="why")]
    return html.Tr(
        [_number(row), html.Td(html.Div(why), colSpan=width)], className="section" if row.why == TITLE else "left-out"
    )


def why_left_out(why: str, words: str) -> str:
    """Why a row is no account, as a label at its end.

    >>> why_left_out("is a total", "Sum"), why_left_out("", "Calder Wray"), why_left_out(TITLE, "PROSPECTS")
    ('total', 'above the list', 'the rows below are prospects')
    """
    if why != TITLE:
        return why.removeprefix("is a ").replace("stands above the header", "above the list") or "above the list"
    said = relationship_of(words)
    return f"the rows below are {said}s" if said is not None else "title of the rows below"


def _number(row: PictureRow) -> html.Td:
    """The row's number; a button that takes the row in or leaves it out, where that can be said."""
    number = f"{row.number}"
    if not row.code:
        return html.Td(number, className="row-number")
    taken = row.kind is RowKind.ACCOUNT
    words = "leave it out" if taken else "it is an account"
    return html.Td(
        html.Button(
            number,
            id=ids.sheet_row(row.code, LEFT_OUT if taken else ACCOUNT),
            type="button",
            n_clicks=0,
            title=f"Row {number}: {words}",
            **aria(label=f"Row {number}: {words}"),
        ),
        className="row-number",
    )


def _legend() -> html.Span:
    entries: list[Component] = []
    for level, words in LEVEL_WORDS.items():
        entries.append(html.Span([html.Span(className=f"dot {level}", **aria(hidden="true")), words]))
    return html.Span(entries, className="legend")


def _more(picture: SheetPicture) -> str:
    help_text = "Click a heading to change what it means, a row's number to take it in or out."
    return f"{count(picture.more, 'more row')} below. {help_text}" if picture.more else help_text
