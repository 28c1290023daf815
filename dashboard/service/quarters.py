"""Quarters of the workspaces: how they stand, and the rest planned again, remembered like plans are."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import TYPE_CHECKING

from dashboard.state import list_loading as lists
from dashboard.state.quarter.standing import quarter_of, rest_of

if TYPE_CHECKING:
    from dashboard.service.plan_service import PlanService, View
    from planner.quarter.quarter import Quarter
    from planner.quarter.replan import Rest


def quarter_on(view: View, as_of: dt.date) -> Quarter:
    """How a workspace's quarter stands on a day."""
    return quarter_of(view.plan, view.work.quarter, as_of)


def rest_on(service: PlanService, view: View, as_of: dt.date) -> Rest:
    """The rest of a workspace's quarter planned again from a day on.

    Raises:
        PlannerError: when the rest cannot be planned; the sentence is for the user.
    """
    kept = view.work.quarter
    said = hashlib.sha256(kept.model_dump_json(exclude={"past"}).encode()).hexdigest()
    key = (view.workspace, view.work.fingerprint(), said, as_of)
    found = service.rests.get(key)
    if found is None:
        roster = lists.with_changes(service.roster(view.workspace, view.work), view.work)
        settings = view.work.plan_settings()
        found = service.rests.put(key, rest_of(view.plan, roster, settings, quarter_on(view, as_of), kept, as_of))
    return found
