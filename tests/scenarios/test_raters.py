"""Ratings of several partners that came as several files."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from planner.errors import InputError
from planner.fields import Field
from planner.goods import Good
from planner.scenarios.raters import joined
from tests.builders import make_roster


def _list(names: list[str], others: list[float | None]):
    return make_roster({"account": names, "annual_fee": [1000.0] * len(names), "rating_others": others})


def test_lists_are_joined_by_account_and_planned_with_the_average() -> None:
    ana = _list(["Oxfield Trust", "Kestrel", "Vantage"], [5, 1, None])
    ben = _list(["KESTREL", "Oxfield trust", "Harbour"], [3, 4, 2])
    found = joined({"Ana": ana, "Ben": ben})
    assert list(found.names) == ["Oxfield Trust", "Kestrel", "Vantage"]
    assert np.array_equal(found.raters["Ben"][Good.OTHERS], [4, 3, np.nan], equal_nan=True)
    assert np.array_equal(found.number(Field.RATING_OTHERS), [4.5, 2, np.nan], equal_nan=True)
    (issue,) = found.issues
    assert "1 of the accounts that Ben rated are not in the first list: Harbour." in issue.message
    assert ana.number(Field.RATING_OTHERS)[0] == 5


def test_a_list_that_names_its_raters_brings_them_and_one_without_ratings_is_only_planned() -> None:
    firm = make_roster({"account": ["Oxfield", "Kestrel"], "annual_fee": [1000.0, 2000.0]})
    ana = _list(["Kestrel"], [4])
    two = replace(firm, raters={"Ben": {Good.OTHERS: np.array([1.0, 2.0])}})
    assert set(joined({"firm": firm, "Ana": ana}).raters) == {"Ana"}
    found = joined({"firm": two, "Ana": ana})
    assert list(found.raters) == ["Ben", "Ana"]
    assert found.number(Field.RATING_OTHERS).tolist() == [1, 3]
    with pytest.raises(InputError, match="two sets of ratings of ben"):
        joined({"firm": two, "ben": ana})


def test_a_list_that_rates_nothing_is_refused() -> None:
    with pytest.raises(InputError, match="The list of Ben rates no account"):
        joined({"Ana": _list(["Oxfield"], [5]), "Ben": _list(["Harbour"], [2])})
