"""Words found in texts."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.parsing.word_index import index_words
from planner.tagging.rule_attributes import hosts

TEXTS = ("St. Brannoc's Hospice", "NON-PROFIT", "Not for Profit org", "Trustmark", "Fundación Café", "")


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("hospice", [0]),
        ("non profit*", [1]),
        ("not for profit", [2]),
        ("trust", []),
        ("trust*", [3]),
        ("cafe", [4]),
        ("fundacion", [4]),
        ("profit", [1, 2]),
        ("brannoc's", [0]),
        ("", []),
    ],
)
def test_pattern_is_found_in_whole_words(pattern, expected):
    assert [i for i, found in enumerate(index_words(TEXTS).any_of([pattern])) if found] == expected


def test_words_that_were_found_can_be_named():
    index = index_words(TEXTS)
    assert index.first_of(["trust", "trust*"], 3) == "trustmark"
    assert index.first_of(["non profit*"], 1) == "non profit"
    assert index.first_of(["cat"], 1) == ""


@settings(max_examples=50)
@given(
    st.lists(st.text("ab cd", max_size=12), min_size=1, max_size=6),
    st.lists(st.text("abcd", min_size=1, max_size=3), min_size=1, max_size=2).map(" ".join),
    st.booleans(),
)
def test_index_agrees_with_a_regular_expression(texts, pattern, stem):
    wanted = re.compile(r"(?<!\w)" + r"\s+".join(pattern.split()) + (r"\w*" if stem else "") + r"(?!\w)")
    found = index_words(texts).any_of([pattern + "*" * stem])
    assert found.tolist() == [bool(wanted.search(text)) for text in texts]


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.fbf.org/give?x=1", "fbf.org"),
        ("WWW.Example.COM", "example.com"),
        ("jo@leeds.gov.uk", "leeds.gov.uk"),
        ("http://a.org:8080", "a.org"),
        ("a@b.org; c@d.org", "b.org"),
        ("", ""),
    ],
)
def test_host_of_a_website_or_an_address(address, name):
    assert hosts([address]) == [name]
