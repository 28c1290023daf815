"""Small pieces that all pages are built from. Every function is pure: words in, component out."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

if TYPE_CHECKING:
    from dashboard.state.workspace import Workspace

Children = Component | str | list[Any] | None
ACCEPTED: Final = ".xlsx,.xlsm,.xls,.xlsb,.ods,.csv,.tsv,.txt"
"""File names that the browser offers to choose."""
HEADER_HEIGHT: Final = 44
"""Of a grid, in px."""


def aria(**names: str) -> dict[str, Any]:
    """Attributes for screen readers: `aria(label="Pages")` is `aria-label="Pages"`."""
    return {f"aria-{name}": value for name, value in names.items()}


def data(**names: str) -> dict[str, Any]:
    """Attributes for our own scripts: `data(bytes="5")` is `data-bytes="5"`."""
    return {f"data-{name}": value for name, value in names.items()}


def card(children: Children, label: str = "", **more: Any) -> html.Section:
    """A white area with a name that screen readers announce."""
    extra = aria(label=label) if label else {}
    classes = f"card {more.pop('className', '')}".strip()
    return html.Section(children, className=classes, **extra, **more)


def heading(text: str, note: Children = None, level: int = 2) -> html.Div:
    """A section's heading with an optional quiet note beside it."""
    title = (html.H1 if level == 1 else html.H2 if level == 2 else html.H3)(text)
    return html.Div([title, html.Span(note, className="note")] if note else [title], className="heading")


def metric(title: str, value: str, note: str, share: float | None = None, tone: str = "") -> html.Div:
    """A figure with its title and unit, and a thin bar of how far it is towards the most there could be."""
    bar = (
        html.Div(
            html.Div(className=f"meter-fill {tone}", style={"width": f"{100 * min(max(share, 0), 1):.1f}%"}),
            className="meter",
            **aria(hidden="true"),
        )
        if share is not None
        else None
    )
    return html.Div(
        className="metric",
        children=[
            html.Div(title, className="metric-title"),
            html.Div(value, className="metric-value"),
            *([bar] if bar is not None else []),
            html.Div(note, className="metric-note"),
        ],
    )


def callout(children: Children, tone: str = "note", sign: str = "") -> html.Div:
    """Something the user should know: a note, a warning or an error, never by colour alone."""
    signs = {"note": "info", "warning": "warning", "error": "error", "good": "check"}
    return html.Div(
        [icon(sign or signs[tone]), html.Div(children)],
        className=f"callout {tone}",
        role="alert" if tone == "error" else "note",
    )


def chip(good: str) -> html.Span:
    """Which good an account's time mainly serves: a coloured outline and its word."""
    word = good or "none"
    return html.Span(word, className=f"chip {good or 'none'}")


def empty(title: str, text: str, action: Component | None = None) -> html.Div:
    """What stands where there is nothing to show yet, and the next step."""
    return html.Div(
        className="empty",
        children=[html.Div(title, className="empty-title"), html.P(text), *([action] if action else [])],
    )


def problem(title: str, text: str, plan: bool = False) -> html.Section:
    """An error in place of a page: what happened, what to do; with a way to the plan where there is one."""
    first = [link_button("See the plan", "/", primary=True)] if plan else []
    return card(
        className="problem",
        children=[
            html.H1(title),
            html.P(text),
            html.Div(
                [
                    *first,
                    link_button("See the client list", "/roster"),
                    link_button("See the clients", "/clients"),
                ],
                className="row",
            ),
        ],
    )


def link_button(text: str, href: str, primary: bool = False, download: bool = False, **more: Any) -> Component:
    """A link that looks like a button; downloads are plain links, so that they work from the keyboard."""
    name = f"button {'primary' if primary else ''}".strip()
    if download:
        return html.A(text, href=href, className=name, download="", **more)
    return dcc.Link(text, href=href, className=name, **more)


def icon(name: str) -> html.Span:
    """A drawn sign (see `assets/icons.css`), hidden from screen readers."""
    return html.Span(className=f"icon icon-{name}", **aria(hidden="true"))


def button(text: str, id: Any, primary: bool = False, **more: Any) -> dmc.Button:
    """A button in one of the two looks there are."""
    return dmc.Button(
        text,
        id=id,
        variant="filled" if primary else "default",
        n_clicks=0,
        **more,
    )


def step_buttons(work: Workspace) -> html.Div:
    """Undo and redo, each saying what of; heard by `assets/presses.js` on any page."""
    last = work.done[-1].label if work.done else ""
    following = work.undone[-1].label if work.undone else ""
    return html.Div([step_button("undo", last), step_button("redo", following)], className="row")


def step_button(which: str, label: str) -> html.Button:
    return html.Button(
        [icon(which), which.capitalize()],
        type="button",
        className="button",
        disabled=not label,
        title=f"{which.capitalize()}: {label}" if label else f"Nothing to {which}",
        **data(step=which),
    )


def line_button(
    text: str, do: str, label: str = "", name: str = "link", pressed: bool | None = None, **what: str
) -> html.Button:
    """A small button of a line of the Quarter page; one callback hears them all, by `assets/presses.js`.

    Args:
        do: what is asked for.  what: what it is about.
        label: for screen readers, where the text alone says too little.  pressed: of a button that stays down.
    """
    asked = json.dumps({"do": do, **what}, ensure_ascii=False)
    said = {"label": label} if label else {}
    if pressed is not None:
        said["pressed"] = str(pressed).lower()
    return html.Button(text, type="button", className=name, **data(quarter=asked), **aria(**said))


def term(word: str, sentence: str, right: bool = False) -> html.Button:
    """A word with a dotted underline that opens one sentence, by pointer, keyboard and touch.

    Args:
        right: whether the sentence hangs from the right edge of the word.
    """
    return html.Button(
        [word, html.Span(sentence, className="term-says", **aria(hidden="true"))],
        type="button",
        className="term right" if right else "term",
        **aria(label=f"{word}: {sentence}"),
    )


def search_box(id: str) -> dmc.TextInput:
    """Finds an account in the grid below it."""
    return dmc.TextInput(
        id=id, placeholder="Find an account", leftSection=icon("search"), debounce=200, **aria(label="Find an account")
    )


NOTHING_FOUND: Final = "Nothing here is called so."
"""What a list of choices says where nothing matches what is typed."""
NONE_FOUND: Final[Mapping[str, str]] = MappingProxyType(
    {"noMatchingRows": "No account matches. Clear the search to see them all."}
)
"""What a grid says where its search finds nothing."""


def grid_height(rows: int, row_height: int, most: int) -> str:
    """Of a grid that shows so many rows; where there are more, half of the next says so.

    >>> grid_height(2, 50, 4), grid_height(9, 50, 4)
    ('196px', '271px')
    """
    shown = max(rows, 3) if rows <= most else most + 0.5
    return f"{HEADER_HEIGHT + 2 + row_height * shown:g}px"


def drop_zone(id: str, text: str, hint: str = "", name: str = "drop") -> dcc.Upload:
    """Takes one file or several by drop or by choice; `assets/upload.js` names its input and checks sizes."""
    return dcc.Upload(
        id=id,
        className=name,
        className_active=f"{name} over",
        className_reject=name,
        style={},
        style_active={},
        style_reject={},
        accept=ACCEPTED,
        multiple=True,
        children=html.Div([icon("upload"), html.B(text), *([html.Span(hint)] if hint else [])], className="drop-inner"),
    )


def figures_table(
    label: str, head: Sequence[html.Tr], rows: Sequence[html.Tr], name: str = "", tall: bool = False
) -> html.Div:
    """A table in a named region of its own."""
    return html.Div(
        html.Table([html.Thead(list(head)), html.Tbody(list(rows))], className=f"plain {name}".strip()),
        className="scroll tall" if tall else "scroll",
        tabIndex="0",
        role="region",
        **aria(label=label),
    )


def heads(*titles: str, words: int = 1) -> html.Tr:
    """A head row: the first `words` columns hold words, the others figures."""
    return html.Tr([_head(text, "" if at < words else "number") for at, text in enumerate(titles)])


def _head(text: str, look: str) -> html.Th | html.Td:
    """A head cell without words is no header."""
    return html.Th(text, scope="col", className=look) if text else html.Td()
