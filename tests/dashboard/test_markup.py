"""Components as HTML text: the same tree, escaped, and nothing that needs more than HTML."""

from html.parser import HTMLParser

import pytest
from dash import dcc, html
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.components.markup import markup


class Read(HTMLParser):
    """Collects tags, attributes and text as a browser would see them."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.text = [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


def test_attributes_are_named_and_styled_as_html_does():
    style = {"maxWidth": "3px", "color": "red"}
    cell = html.Td(
        ["a", None, html.Br(), 3], className="number", colSpan=2, style=style, hidden=True, **{"data-open": "4"}
    )
    named = {"class": "number", "colspan": "2", "style": "max-width:3px;color:red", "hidden": None, "data-open": "4"}
    read = Read(markup([cell, "&"]))
    assert read.tags == [("td", named), ("br", {})]
    assert read.text == "a3&"


@settings(max_examples=60)
@given(st.text(), st.text())
def test_whatever_a_list_says_stays_text(words, title):
    read = Read(markup(html.Span(words, title=title)))
    assert len(read.tags) == 1
    assert read.tags[0][0] == "span"
    clean = lambda text: text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")  # noqa: E731
    assert clean(read.text) == clean(words)
    assert clean(read.tags[0][1]["title"] or "") == clean(title)


@pytest.mark.parametrize("component", [dcc.Graph(), html.Div(id="x"), html.Button("go", n_clicks=0)])
def test_what_needs_more_than_html_is_refused(component):
    with pytest.raises(TypeError):
        markup(html.Div([component]))
