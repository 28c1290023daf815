"""What-ifs: named sets of settings over one client list, planned with the ideals of the list as it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from planner.allocation.allocate import ColumnGeneration, allocate
from planner.errors import SettingError
from planner.goods import GROUPS
from planner.pipeline import explained, plan_inputs
from planner.result import Plan
from planner.roster.roster import Roster
from planner.settings import SETTING_NAMES, Settings, make_settings

LONGEST_NAME = 60


@dataclass(frozen=True)
class Scenario:
    """A named set of settings, stronger than those of the list's own Settings sheet.

    Attributes:
        name: as the user calls it, unique in its list without regard to case.
        changes: settings by name, as written or typed; checked by `make_scenario`.
    """

    name: str
    changes: Mapping[str, object]


def make_scenario(name: str, changes: Mapping[str, object]) -> Scenario:
    """A scenario whose name and settings were checked.

    Raises:
        SettingError: without a name, or on a setting that cannot be used.
    """
    name = " ".join(name.split())
    if not name:
        raise SettingError("A what-if needs a name, such as “More for others”.")
    if len(name) > LONGEST_NAME:
        raise SettingError(f"The name “{name[:20]}…” is too long; use at most {LONGEST_NAME} characters.")
    try:
        make_settings(changes)
    except SettingError as error:
        raise SettingError(f"In the what-if “{name}”: {error}") from None
    return Scenario(name, MappingProxyType(dict(changes)))


def parse_scenario(text: str) -> Scenario:
    """`NAME=20/30/50`, `NAME=others=20,strengths=30,you=50` or `NAME=hours=420,balance=20/30/50`.

    Raises:
        SettingError: in words, when it is none of these or a setting cannot be used.
    """
    name, equals, rest = text.partition("=")
    if not equals or not rest.strip():
        raise SettingError(
            f"The what-if “{text}” cannot be read; write it as NAME=20/30/50 or NAME=hours=420,balance=20/30/50."
        )
    if "=" not in rest:
        return make_scenario(name, {"balance": rest.strip()})
    changes: dict[str, object] = {}
    last = ""
    for part in rest.split(","):
        key, given, value = part.partition("=")
        if given:
            last = key.strip()
            changes[last] = value.strip()
        elif last:
            changes[last] = f"{changes[last]},{part.strip()}"
        else:
            raise SettingError(f"The what-if “{name.strip()}” begins with “{part.strip()}”, which is no setting.")
    if set(changes) <= {str(group) for group in GROUPS}:
        return make_scenario(name, {"balance": ",".join(f"{key}={value}" for key, value in changes.items())})
    return make_scenario(name, changes)


def unique(scenarios: Sequence[Scenario]) -> tuple[Scenario, ...]:
    """The scenarios, when no two have the same name.

    Raises:
        SettingError: naming the first that comes twice.
    """
    seen: set[str] = set()
    for one in scenarios:
        if one.name.casefold() in seen:
            raise SettingError(f"There are two what-ifs called “{one.name}”; give each a name of its own.")
        seen.add(one.name.casefold())
    return tuple(scenarios)


def differences(base: Settings, other: Settings) -> dict[str, tuple[object, object]]:
    """Settings in which two differ: name → (in the base, in the other)."""
    return {
        name: (getattr(base, name), getattr(other, name))
        for name in SETTING_NAMES
        if getattr(base, name) != getattr(other, name)
    }


def plan_scenario(
    base: Plan,
    scenario: Scenario,
    roster: Roster,
    given: Mapping[str, object] = MappingProxyType({}),
    columns: ColumnGeneration | None = None,
) -> Plan:
    """The plan of a scenario, its groups measured against the ideals of the base plan.

    Args:
        base: plan of the list as it stands.
        roster: the list as it was read, before its overrides were applied.
        given: settings that the base plan was made with; the scenario's own are stronger.

    Raises:
        SettingError, Contradiction: as `planner.plan`.
    """
    changes = {**given, **scenario.changes}
    inputs = plan_inputs(roster, changes)
    allocation = allocate(inputs.problem, inputs.settings, columns, inputs.locations, ideal=base.allocation.ideal)
    return explained(inputs, allocation)
