"""Shared texts read without a reader are those that the reader finds; unusual ones are left to it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.readers.shared_texts import shared_texts
from planner.readers.zip_limits import open_archive
from planner.settings import Settings
from tests.readers.test_distinct_cells import assert_same_end, edited, of_cells

PART = "xl/sharedStrings.xml"
HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://a.org" count="3" uniqueCount="3">'
CELLS = b'<row><c r="A1" t="s"><v>0</v></c><c r="B1" s="1" t="s"><v>1</v></c><c r="C1" s="1"><v>0.5</v></c></row>'


def listing(*items, head=HEAD, tail=b"</sst>", cells=CELLS):
    return edited(of_cells(cells), lambda _: head + b"".join(items) + tail, PART)


def text(written):
    return b"<si><t>" + written + b"</t></si>"


def kept(written):
    return b'<si><t xml:space="preserve">' + written + b"</t></si>"


def found(content):
    return shared_texts(open_archive(content, "list.xlsx", Settings()))


USUAL = {
    "plain": listing(text(b"One"), text(b"Two")),
    "spaces": listing(kept(b" One\n "), kept(b"Two"), text(b"a\nb")),
    "entities": listing(text(b"a &amp; b &lt;&gt;&quot;&apos;"), text(b"&amp;lt;")),
    "foreign": listing(text("Müller — 😀\u2028x".encode()), text("\u200bb\ufeff".encode())),
    "empty": listing(text(b""), text(b"x")),
    "unused": listing(text(b"One"), text(b"Two"), text(b"Three")),
    "marked": listing(text(b"One"), text(b"Two"), head=b"\xef\xbb\xbf" + HEAD),
    "bare": listing(text(b"a > b ]]>"), text(b"Two"), head=b"<sst>"),
    "pretty": listing(text(b"One"), text(b"Two"), tail=b"</sst>\n"),
}
UNUSUAL = {
    "trimmed": listing(text(b" One"), text(b"Two\t")),
    "trimmed beside kept": listing(text(b" One"), kept(b"Two ")),
    "trimmed, foreign": listing(text("One\xa0".encode()), text("\x85Two\u3000".encode())),
    "runs": listing(b"<si><r><t>On</t></r><r><t>e</t></r></si>", text(b"Two")),
    "phonetic": listing(b'<si><t>One</t><rPh sb="0" eb="1"><t>wan</t></rPh></si>', text(b"Two")),
    "language": listing(b'<si><t xml:lang="en">One</t></si>', text(b"Two")),
    "without text": listing(b"<si><t/></si>", text(b"Two")),
    "nothing": listing(b"<si/>", text(b"Two"), text(b"Three")),
    "between": listing(text(b"One"), b"\n", text(b"Two")),
    "comment": listing(text(b"One"), b"<!-- <si><t>no</t></si> -->", text(b"Two")),
    "section": listing(text(b"<![CDATA[One</t></si><si><t>x]]>"), text(b"Two")),
    "number": listing(text(b"&#79;ne"), text(b"Two")),
    "escaped": listing(text(b"_x0041_ne"), text(b"Two")),
    "line ends": listing(text(b"a\r\nb"), text(b"c\rd")),
    "mark": listing(text(b"\x01One"), text(b"Two")),
    "prefix": listing(b"<x:si><x:t>One</x:t></x:si>", text(b"Two")),
    "capitals": listing(b"<SI><T>One</T></SI>", text(b"Two"), text(b"Three")),
    "end": listing(text(b"One"), text(b"Two"), tail=b"<extLst><ext/></extLst></sst>"),
    "latin": listing(text(b"\xe9"), text(b"Two"), head=HEAD.replace(b"UTF-8", b"ISO-8859-1")),
    "no utf": listing(text(b"\xff"), text(b"Two")),
    "ampersand": listing(text(b"a & b"), text(b"&copy;")),
    "cut": listing(text(b"One"), text(b"Two"), tail=b""),
    "none": listing(head=b"<sst>"),
}


@pytest.mark.parametrize("content", USUAL.values(), ids=USUAL)
def test_texts_written_the_usual_way_are_those_of_the_reader(content):
    assert found(content)
    assert_same_end(content)


@pytest.mark.parametrize("content", UNUSUAL.values(), ids=UNUSUAL)
def test_texts_written_in_an_unusual_way_are_left_to_the_reader(content):
    assert not found(content)
    assert_same_end(content)


def test_a_text_beyond_the_last_is_refused_as_by_the_reader():
    content = listing(text(b"One"))
    assert found(content) == ["One"]
    assert_same_end(content)


@pytest.mark.parametrize("kind", [b"t='s'", b't = "s"', b't="s" s="1"', b'cm="1" t="s"'])
def test_a_text_that_is_referred_to_in_an_unusual_way_is_read_too(kind):
    row = b'<row><c r="A1" t="s"><v>0</v></c><c r="B1" ' + kind + b"><v>1</v></c></row>"
    assert_same_end(listing(text(b"One"), text(b"Two"), cells=row))


def test_texts_whose_bytes_do_not_fit_their_check_are_left_to_the_reader():
    content = bytearray(listing(text(b"One"), text(b"Two")))
    content[content.rindex(PART.encode()) - 30] ^= 0xFF  # a byte of the check in the zip's directory
    assert not found(bytes(content))


LETTERS = st.characters(codec="utf-8", exclude_characters="<&", exclude_categories=("Cs",))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(LETTERS, max_size=6).map(str.encode), min_size=2))
def test_whatever_the_texts_hold_they_are_those_of_the_reader(written):
    assert_same_end(listing(*map(text, written)))
    assert_same_end(listing(*map(kept, written)))
