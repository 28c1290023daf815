"""Client lists as firms keep them are read as a careful person would read them."""

import json
import os
from collections.abc import Callable
from dataclasses import asdict

import pytest

from tests.lists.reading import Finding, held_against_key, names, read, share

LEAST = 0.85
"""Of a single list."""
MEAN = 0.95
"""Of a list, over all."""


@pytest.fixture(scope="session")
def findings(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[Finding]]:
    """What a list is read as, held against its key: each is read once, in whichever process of the run asks first."""
    folder = tmp_path_factory.getbasetemp()
    folder = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder

    def of(name: str) -> list[Finding]:
        path = folder / f"{name}.findings.json"
        if not path.exists():
            written = path.with_suffix(f".{os.getpid()}")
            written.write_text(json.dumps([asdict(one) for one in held_against_key(read(name))]), encoding="utf-8")
            written.replace(path)
        return [Finding(**one) for one in json.loads(path.read_text(encoding="utf-8"))]

    return of


@pytest.mark.parametrize("name", names())
def test_a_list_is_read_as_a_careful_person_would(findings, name):
    wrong = [one.what for one in findings(name) if not one.right]
    assert share(findings(name)) >= LEAST, "\n".join(wrong)


@pytest.mark.parametrize("name", names())
def test_nothing_is_wrong_in_silence(findings, name):
    assert not [one.what for one in findings(name) if one.silent]


def test_lists_are_read_well_on_the_whole(findings):
    shares = [share(findings(name)) for name in names()]
    assert sum(shares) / len(shares) >= MEAN
