from __future__ import annotations

import numpy as np
import pytest

from planner.errors import SettingError
from planner.explanation.service_levels import find_ladder, service_level
from planner.records.findings import SettingSheet, SheetCell
from tests.explanation.building import make_roster


def sheet(*rows: dict[str, object]) -> SettingSheet:
    return SettingSheet(
        "Ladder", tuple({header: SheetCell(value, "A1") for header, value in row.items()} for row in rows)
    )


def test_without_a_ladder_sheet_hours_and_goodness_choose_among_four_levels() -> None:
    level = service_level(
        find_ladder(make_roster(5)), np.array([0, 0, 2, 4, 30.0]), np.array([False, True, True, True, True])
    )
    assert level.tolist() == [
        "free content",
        "inexpensive product",
        "guided online step",
        "full service",
        "full service",
    ]


def test_the_firms_own_levels_are_used_by_their_hours() -> None:
    ladder = find_ladder(
        make_roster(
            1,
            ladder=sheet(
                {"level": "Partner visit", "from hours": 10},
                {"note": "everyone", "level": "Newsletter", "from hours": 0},
                {"level": "Call", "from hours": 1},
            ),
        )
    )
    level = service_level(ladder, np.array([0, 1, 9.5, 10]), np.array([True, True, False, True]))
    assert level.tolist() == ["Newsletter", "Call", "Call", "Partner visit"]


def test_levels_without_hours_are_spread_in_their_order() -> None:
    ladder = find_ladder(make_roster(1, ladder=sheet(*({"level": name} for name in "abcde"))))
    level = service_level(ladder, np.array([0, 0, 1, 4, 8]), np.array([False, True, True, True, True]))
    assert level.tolist() == list("abcde")


def test_an_empty_ladder_sheet_means_the_default() -> None:
    assert find_ladder(make_roster(1, ladder=sheet())) == find_ladder(make_roster(1))


def test_a_level_without_hours_beside_others_with_some_holds_without_any() -> None:
    rows = ({"level": "Visit", "from hours": "10 h"}, {"level": "Call", "from hours": 2}, {"level": "Letter"})
    ladder = find_ladder(make_roster(1, ladder=sheet(*rows)))
    assert [(step.level, step.from_hours) for step in ladder] == [("Letter", 0), ("Call", 2), ("Visit", 10)]


@pytest.mark.parametrize("hours", ["often", -4])
def test_hours_of_a_level_that_are_none_are_refused_with_their_cell(hours: object) -> None:
    with pytest.raises(SettingError, match=r"Ladder!\S* should be the hours from which “Call” holds"):
        find_ladder(make_roster(1, ladder=sheet({"level": "Call", "from hours": hours})))
