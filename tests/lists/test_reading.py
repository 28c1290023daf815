"""Client lists as firms keep them are read as a careful person would read them."""

import functools

import pytest

from tests.lists.reading import Finding, held_against_key, names, read, share

LEAST = 0.85
"""Of a single list."""
MEAN = 0.95
"""Of a list, over all."""


@functools.cache
def findings(name: str) -> list[Finding]:
    return held_against_key(read(name))


@pytest.mark.parametrize("name", names())
def test_a_list_is_read_as_a_careful_person_would(name):
    wrong = [one.what for one in findings(name) if not one.right]
    assert share(findings(name)) >= LEAST, "\n".join(wrong)


@pytest.mark.parametrize("name", names())
def test_nothing_is_wrong_in_silence(name):
    assert not [one.what for one in findings(name) if one.silent]


def test_lists_are_read_well_on_the_whole():
    shares = [share(findings(name)) for name in names()]
    assert sum(shares) / len(shares) >= MEAN
