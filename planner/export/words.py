"""The words and colours that the terminal, the workbook and the template share, in plain English."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import numpy as np

from planner.goods import GOOD_SPECS, GROUP_SPECS
from planner.vocabulary import Severity

if TYPE_CHECKING:
    from planner.result import Plan

GROUP_TITLES: Final = MappingProxyType({group: spec.title for group, spec in GROUP_SPECS.items()})
GOOD_TITLES: Final = MappingProxyType({good: spec.short for good, spec in GOOD_SPECS.items()})
GROUP_COLOURS: Final = MappingProxyType({group: spec.colour for group, spec in GROUP_SPECS.items()})
GOOD_COLOURS: Final = MappingProxyType({good: spec.colour for good, spec in GOOD_SPECS.items()})
GROUP_TINTS: Final = MappingProxyType({group: spec.tint for group, spec in GROUP_SPECS.items()})
GOOD_TINTS: Final = MappingProxyType({good: spec.tint for good, spec in GOOD_SPECS.items()})
BASELINE_TITLES: Final = MappingProxyType(
    {"today": "As today", "equal": "The same hours for everyone", "by_fee": "Hours in step with fees"}
)
SEVERITY_TITLES: Final = MappingProxyType({Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"})


def by_hours(plan: Plan) -> list[int]:
    """Positions of the accounts, most planned hours first, then most hours today, then by name."""
    planned = plan.allocation.hours
    now = np.nan_to_num(plan.facts.current_hours)
    names = plan.roster.names
    return sorted(range(plan.roster.size), key=lambda i: (-planned[i], -now[i], str(names[i]).casefold()))
