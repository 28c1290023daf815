"""The picture of a sheet as in Excel: its head, a chip over each column, rows left out marked with the reason.

A dot on a chip says how sure it is what the column holds; its words say so too. A dotted line under a cell says that
its remark was understood, and how. Pure functions of what was read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dash import html

from dashboard import ids
from dashboard.components.parts import aria
from dashboard.components.words import full_date
from planner.detection.picture_types import PictureColumn, PictureRow, RowKind, SheetPicture
from planner.detection.rows.told_rows import ACCOUNT, LEFT_OUT
from planner.fields import FIELDS
from planner.goods import GOOD_SPECS
from planner.parsing.standing.relationships import relationship_of
from planner.text import count, percent
from planner.vocabulary import Level

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from planner.parsing.remarks.clue import Clue

LEVEL_WORDS: Final = {
    Level.SURE: "sure",
    Level.LIKELY: "used, please look",
    Level.POSSIBLE: "not used, could be",
}
KEPT: Final = "Kept as it is"
TITLE: Final = "is a title of the rows under it"
"""Why a row was left out that names those below it."""


def sheet_picture(
    picture: SheetPicture, questions: frozenset[str] = frozenset(), clues: Iterable[Clue] = (), *, fixed: bool = False
) -> html.Div:
    """The picture with its legend.

    Args:
        questions: headers of the columns that something is asked about.
        clues: what the list's remarks say; those of other sheets do not matter.
        fixed: whether it is only looked at: no column is taken for something else there, no row taken in or left out.
    """
    says = _by_cell(clues, picture.sheet)
    letters = [column.letter for column in picture.columns]
    shown = [replace(row, code="") if fixed else row for row in picture.rows if row.kind is not RowKind.BLANK]
    body = [_row(row, letters, says) for row in shown]
    chips = [_label(column) if fixed else _chip(column, questions) for column in picture.columns]
    return html.Div(
        className="sheet",
        children=[
            html.Div(
                html.Table(
                    [
                        html.Thead(html.Tr([html.Td(), *chips])),
                        html.Tbody(body),
                    ],
                ),
                className="sheet-scroll",
                tabIndex="0",
                role="region",
                **aria(label=f"The head of the sheet {picture.sheet}, header in row {picture.header_row}"),
            ),
            html.Div(
                [_legend(bool(says)), html.Span(_foot(picture, fixed), className="quiet")],
                className="row spread sheet-foot",
            ),
        ],
    )


def _chip(column: PictureColumn, questions: frozenset[str]) -> html.Th:
    look, title, told = _taken_for(column)
    asked = " asked" if column.header in questions else ""
    return html.Th(
        html.Button(
            [html.Span(className=f"dot {look}", **aria(hidden="true")), title],
            id=ids.column_chip(column.letter),
            type="button",
            className=f"chip-button {look}{asked}",
            title=f"“{column.header}”: {told}. Click to change it.",
            n_clicks=0,
            **aria(label=f"Column {column.letter}, {column.header or 'without a header'}: {title}, {told}. Change it"),
        ),
        scope="col",
    )


def _label(column: PictureColumn) -> html.Th:
    """What a column was taken for, where that is not changed."""
    look, title, told = _taken_for(column)
    dot, level = html.Span(className=f"dot {look}", **aria(hidden="true")), html.Span(f", {told}", className="sr-only")
    return html.Th(html.Span([dot, title, level], className=f"chip-button {look}"), scope="col")


def _taken_for(column: PictureColumn) -> tuple[str, str, str]:
    """How a column looks, what it was taken for, and how sure that is."""
    title = KEPT if column.field is None else FIELDS[column.field].title
    return (column.level, title, LEVEL_WORDS[column.level]) if column.level else ("kept", title, KEPT.lower())


def _by_cell(clues: Iterable[Clue], sheet: str) -> dict[str, list[Clue]]:
    found: dict[str, list[Clue]] = {}
    for clue in clues:
        if clue.sheet in {"", sheet} and clue_words(clue):
            found.setdefault(clue.cell, []).append(clue)
    return found


def clue_words(clue: Clue) -> str:
    """What a remark was taken to say: `sends you clients; 3 referrals a year`; "" where it says nothing to plan by."""
    parts = [clue.caution] if clue.caution else []
    if clue.good is not None:
        remark = GOOD_SPECS[clue.good].remark
        parts.append(remark if clue.strength > 0 else f"not so: {remark}")
    if clue.leave_out:
        parts.append("leave it out")
    if clue.date is not None:
        parts.append(f"expected {full_date(clue.date)}")
    if clue.referrals is not None:
        parts.append(f"{clue.referrals:g} referrals a year")
    if clue.chance is not None:
        parts.append(f"a chance of {percent(clue.chance)}")
    return "; ".join(dict.fromkeys(parts))


def _row(row: PictureRow, letters: Sequence[str], says: Mapping[str, Sequence[Clue]]) -> html.Tr:
    if row.kind in {RowKind.ABOVE, RowKind.LEFT_OUT, RowKind.ALSO}:
        return _left_out(row, len(letters))
    if row.kind is RowKind.HEADER:  # a column without words has no header
        cells = [(html.Th if text else html.Td)(text, title=text) for text in row.cells]
        return html.Tr([_number(row), *cells], className="header")
    named = zip(letters, row.cells, strict=True)
    return html.Tr(
        [_number(row), *(_cell(text, says.get(f"{letter}{row.number}", ())) for letter, text in named)],
        className="account",
    )


def _cell(text: str, clues: Sequence[Clue]) -> html.Td:
    """A cell; under a remark that was understood, a line in the colour of the good that it speaks of."""
    if not clues or not text:
        return html.Td(text, title=text)
    words = "; ".join(dict.fromkeys(clue_words(clue) for clue in clues))
    good = next((clue.good for clue in clues if clue.good is not None), None)
    told = html.Span(f" ({words})", className="sr-only")
    return html.Td([html.Span(text, className=f"clue {good or 'warns'}"), told], title=f"{text}\n→ {words}")


def _left_out(row: PictureRow, width: int) -> html.Tr:
    """A row over the whole width: its words, and why it is no account, or of which other list."""
    words = " · ".join(text for text in row.cells if text)
    why = [html.Span(words), html.Span(why_left_out(row.why, words), className="why")]
    look = "also" if row.kind is RowKind.ALSO else "section" if row.why == TITLE else "left-out"
    return html.Tr([_number(row), html.Td(html.Div(why), colSpan=width)], className=look)


def why_left_out(why: str, words: str) -> str:
    """Why a row is no account, as a label at its end.

    >>> why_left_out("is a total", "Sum"), why_left_out("", "Calder Wray"), why_left_out(TITLE, "PROSPECTS")
    ('total', 'above the list', 'the rows below are prospects')
    """
    if why != TITLE:
        return (
            why.removeprefix("is a ")
            .removeprefix("is ")
            .removeprefix("was ")
            .replace("stands above the header", "above the list")
            or "above the list"
        )
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


def _legend(remarks: bool) -> html.Span:
    entries: list[Component] = []
    for level, words in LEVEL_WORDS.items():
        entries.append(html.Span([html.Span(className=f"dot {level}", **aria(hidden="true")), words]))
    if remarks:
        entries.append(html.Span(html.Span("remark understood", className="clue warns")))
    return html.Span(entries, className="legend")


def _foot(picture: SheetPicture, fixed: bool) -> str:
    """How many more rows there are, and how to change what was read, where that can be done."""
    more = [f"{count(picture.more, 'more row')} read like these."] if picture.more else []
    change = [] if fixed else ["Click a heading to change what it means, a row's number to take it in or out."]
    return " ".join(more + change)
