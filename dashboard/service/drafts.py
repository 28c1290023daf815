"""A list that was dropped and is looked at: read, mended and used, while the list that is planned stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from dashboard.state import list_loading as lists
from dashboard.state.changes import with_draft, with_files
from dashboard.state.workspace import Workspace
from planner.errors import InputError, PlannerError

if TYPE_CHECKING:
    from dashboard.service.plan_service import PlanService
    from planner.roster.roster import Roster


def take_draft(service: PlanService, workspace: str, files: list[tuple[str, bytes]]) -> Workspace:
    """Read dropped files and keep them as a list to look at; the list that is planned stays as it is.

    Raises:
        PlannerError: when they cannot be read at all; nothing changes then.
    """
    work, _ = service.store.get(workspace)
    references = [service.store.add_file(workspace, name, content) for name, content in files]
    try:
        found = service.roster(workspace, with_files(work, references))
        draft = lists.start(references, work, _last_list(service, workspace, work), found)
        service.roster(workspace, draft)
        service.store.change(workspace, lambda now: with_draft(now, with_draft(draft, None)))
    finally:
        service.store.drop_unused_files(workspace)
    return draft


def draft_of(service: PlanService, workspace: str) -> tuple[Workspace, Roster] | None:
    """The list that is looked at and how it is read; None where there is none, or it cannot be read any more."""
    try:
        draft = service.store.get(workspace)[0].draft
        return None if draft is None else (draft, service.roster(workspace, draft))
    except PlannerError:
        return None


def edit_draft(service: PlanService, workspace: str, change: Callable[[Workspace], Workspace]) -> int:
    """Change how the list that is looked at is read; the new revision.

    Raises:
        PlannerError: when it cannot be read so, or there is none; nothing changes then.
    """
    while True:
        work, revision = service.store.get(workspace)
        if work.draft is None:
            raise InputError("There is no list to change; drop it once more.")
        draft = change(work.draft)
        service.roster(workspace, draft)
        saved = service.store.replace(workspace, with_draft(work, draft), revision)
        if saved is not None:
            return saved


def use_draft(service: PlanService, workspace: str) -> int:
    """Plan with the list that is looked at; the new revision.

    What of the work before it lets no plan be made with it is left behind.

    Raises:
        PlannerError: when no plan can be made of it; nothing changes then.
    """
    work, _ = service.store.get(workspace)
    draft = work.draft
    if draft is None:
        raise InputError("There is no list to use; drop it once more.")
    try:
        service.plan(workspace, draft)
    except PlannerError:
        if service.has_plan(workspace, work):
            raise
        draft = with_files(Workspace(), draft.files).model_copy(update={"mapping": draft.mapping, "told": draft.told})
        service.plan(workspace, draft)
    _, saved = service.store.change(workspace, lambda _: draft)
    service.store.drop_unused_files(workspace)
    return saved


def _last_list(service: PlanService, workspace: str, work: Workspace) -> Roster | None:
    """The user's own list that was there before, if there was one that can still be read."""
    try:
        return None if work.is_sample else service.roster(workspace, work)
    except PlannerError:
        return None
