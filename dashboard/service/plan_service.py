"""Reads lists and makes plans for the workspaces, and remembers the latest of both.

The one object that callbacks are given. It holds the store and two bounded caches: lists that were read, and
plans that were solved, keyed by everything that decides them. Caches live in this object, one per process;
what a worker does not remember it works out again from the store, so that two workers give the same answers.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from dashboard.service.known import Known, needs_plan
from dashboard.service.reading import Apart, here
from dashboard.service.recent import Recent
from dashboard.state import list_loading as lists
from dashboard.state.changes import with_draft, with_files, with_raters
from dashboard.state.store import Store
from dashboard.state.workspace import FileRef, Workspace
from planner.allocation.allocate import ColumnGeneration
from planner.errors import InputError, PlannerError
from planner.pipeline import at_balance, plan_from, plan_inputs
from planner.scenarios.scenario import plan_scenario

if TYPE_CHECKING:
    from dash import Dash

    from dashboard.tables.accounts import Table
    from dashboard.tables.clients import Stages
    from planner.pipeline import PlanInputs
    from planner.quarter.replan import Rest
    from planner.result import Plan
    from planner.roster.roster import Roster
    from planner.scenarios.scenario import Scenario

EXTENSION: Final = "client-portfolio-planner"
PLANS_KEPT: Final = 160
LISTS_KEPT: Final = 64
ACCOUNTS_KEPT: Final = 200_000
"""Of all lists that are remembered together, and of all plans: as many small ones or a few large ones."""


class SupersededError(Exception):
    """A plan that was only played with made room for one that is needed."""


@dataclass(eq=False)
class WarmPlanner:
    """The warm solver of one list and the problem it solved last; a lock, because it serves one caller at a time.

    Attributes:
        wanted: of each caller, the fingerprint of the work whose plan it needs; "" of one that can do without.
    """

    columns: ColumnGeneration = field(default_factory=ColumnGeneration)
    lock: threading.Lock = field(default_factory=threading.Lock)
    wanted: list[str] = field(default_factory=list)
    inputs: tuple[str, PlanInputs] | None = None

    @property
    def size(self) -> int:
        """Accounts of its list; 0 before there was a plan."""
        return self.inputs[1].roster.size if self.inputs is not None else 0

    def plan(self, work: Workspace, read: Callable[[], Roster], pause: Callable[[], None]) -> Plan:
        """The plan of a work; while only the balance moves, no stage before the allocation is worked out again."""
        settings, key = work.plan_settings(), work.fingerprint_but_balance()
        if self.inputs is not None and self.inputs[0] == key and "balance" in settings:
            inputs = at_balance(self.inputs[1], settings["balance"])
        else:
            inputs = plan_inputs(read(), settings)
        self.inputs = (key, inputs)
        return plan_from(inputs, self.columns, pause)

    def give_way(self, to_all_but: str) -> None:
        """End what is played with as soon as another plan is needed."""
        if any(one not in {"", to_all_but} for one in tuple(self.wanted)):
            raise SupersededError


@dataclass(frozen=True)
class View:
    """A workspace at one revision, and the plan that belongs to it.

    `draft` is a list that was dropped and is looked at, but not used yet.
    """

    workspace: str
    work: Workspace
    revision: int
    plan: Plan
    token: str
    max_file_mb: float = 50
    draft: Roster | None = None


class PlanService:
    """Everything callbacks need: the store, lists read, plans made."""

    def __init__(self, store: Store, max_file_mb: float = 50, apart: Apart = here) -> None:
        self.store = store
        self.max_file_mb = max_file_mb
        self.apart = apart
        self.on_delete: Callable[[str], None] = lambda _workspace: None
        self._rosters: Recent[Roster] = Recent(LISTS_KEPT, lambda roster: roster.size, ACCOUNTS_KEPT)
        self._plans: Recent[Plan] = Recent(PLANS_KEPT, lambda plan: plan.roster.size, ACCOUNTS_KEPT)
        self._inputs: Recent[PlanInputs] = Recent(PLANS_KEPT, lambda inputs: inputs.roster.size, ACCOUNTS_KEPT)
        self._what_ifs: Recent[Plan] = Recent(PLANS_KEPT, lambda plan: plan.roster.size, ACCOUNTS_KEPT)
        self._warm_planners: Recent[WarmPlanner] = Recent(LISTS_KEPT, lambda warm: warm.size, ACCOUNTS_KEPT)
        self.rests: Recent[Rest] = Recent(LISTS_KEPT, lambda rest: rest.plan.roster.size, ACCOUNTS_KEPT)
        self.tables: Recent[Table] = Recent(LISTS_KEPT, lambda table: len(table.fields["id"]), ACCOUNTS_KEPT)

    def view(self, workspace: str) -> View:
        """The workspace as it was saved last, planned.

        Raises:
            PlannerError: when no plan can be made; the sentence is for the user.
        """
        work, revision = self.store.get(workspace)
        if revision == 0:  # it may have been deleted by another process
            self._forget(workspace)
        return self.view_of(workspace, work, revision)

    def view_of(self, workspace: str, work: Workspace, revision: int, played: bool = False) -> View:
        plan = self.plan(workspace, work, played)
        draft = self.roster(workspace, work.draft) if work.draft is not None else None
        return View(workspace, work, revision, plan, work.fingerprint(), self.max_file_mb, draft)

    def roster(self, workspace: str, work: Workspace) -> Roster:
        """The list as read from its files, before any change by hand.

        Raises:
            InputError: when the files cannot be read.
        """
        key = (self._owner(workspace, work), work.list_fingerprint())
        found = self._rosters.get(key)
        if found is None:
            contents, ratings = (self._contents(workspace, files) for files in (work.files, work.raters))
            call = self.apart if contents or ratings else here  # the sample is no stranger's file
            found = call(lists.read, contents, work, self.max_file_mb, ratings)
            if work.before is not None:
                found = lists.laid_over(found, self.roster(workspace, work.before))
            self._rosters.put(key, found)
        return found

    def plan(self, workspace: str, work: Workspace, played: bool = False) -> Plan:
        """The plan of a work, from memory where it was made before.

        Args:
            played: whether it is only played with; whoever needs another plan of the same list comes first.

        Raises:
            PlannerError: when no plan can be made.
            SupersededError: when it was only played with and made room for another.
        """
        owner, token = self._owner(workspace, work), work.fingerprint()
        found = self._plans.get((owner, token))
        if found is not None:
            return found
        with self._warm_planner(owner, work, "" if played else token) as warm:
            found = self._plans.get((owner, token))
            if found is None:
                read = lambda: lists.with_changes(self.roster(workspace, work), work)  # noqa: E731
                pause = partial(warm.give_way, token) if played else lambda: None
                found = self._plans.put((owner, token), warm.plan(work, read, pause))
                if played:  # the same plan may be needed as well: whoever needs it has it now, and draws it
                    warm.give_way("")
        return found

    def what_if(self, workspace: str, work: Workspace, scenario: Scenario) -> Plan:
        """The plan of a what-if, measured against the ideals of the work's own plan.

        Raises:
            PlannerError: when no plan can be made.
        """
        owner = self._owner(workspace, work)
        changes = tuple(sorted((name, str(value)) for name, value in scenario.changes.items()))
        key = (owner, work.fingerprint(), changes)
        found = self._what_ifs.get(key)
        if found is None:
            base = self.plan(workspace, work)
            roster = lists.with_changes(self.roster(workspace, work), work)
            found = self._what_ifs.put(key, plan_scenario(base, scenario, roster, work.plan_settings()))
        return found

    def known(self, workspace: str) -> Known:
        """The workspace as it was saved last, with what is known of its accounts; see `Known`.

        Raises:
            PlannerError: when its list cannot be read or used.
        """
        work, revision = self.store.get(workspace)
        return Known(workspace, work, revision, self.stages(workspace, work), work.fingerprint())

    def stages(self, workspace: str, work: Workspace) -> Stages:
        """The plan of a work where it was made before, else every stage up to the hours.

        Raises:
            PlannerError: when its list cannot be read or used.
        """
        key = (self._owner(workspace, work), work.fingerprint())
        found = self._plans.get(key) or self._inputs.get(key)
        if found is None:
            roster = lists.with_changes(self.roster(workspace, work), work)
            found = self._inputs.put(key, plan_inputs(roster, work.plan_settings()))
        return found

    def remembered_stages(self, workspace: str, work: Workspace, token: str) -> Stages | None:
        """What a page already shows, if this process worked it out."""
        key = (self._owner(workspace, work), token)
        return self._plans.get(key) or self._inputs.get(key)

    def remembered(self, workspace: str, work: Workspace, token: str) -> Plan | None:
        """The plan that a page already shows, if this process made it."""
        return self._plans.get((self._owner(workspace, work), token))

    def take_draft(self, workspace: str, files: list[tuple[str, bytes]]) -> Workspace:
        """Read dropped files and keep them as a list to look at; the list that is planned stays as it is.

        Raises:
            PlannerError: when they cannot be read at all; nothing changes then.
        """
        work, _ = self.store.get(workspace)
        references = [self.store.add_file(workspace, name, content) for name, content in files]
        try:
            found = self.roster(workspace, with_files(work, references))
            draft = lists.start(references, work, self._last_list(workspace, work), found)
            self.roster(workspace, draft)
            self.store.change(workspace, lambda now: with_draft(now, with_draft(draft, None)))
        finally:
            self.store.drop_unused_files(workspace)
        return draft

    def draft(self, workspace: str) -> tuple[Workspace, Roster] | None:
        """The list that is looked at and how it is read; None where there is none, or it cannot be read any more."""
        try:
            draft = self.store.get(workspace)[0].draft
            return None if draft is None else (draft, self.roster(workspace, draft))
        except PlannerError:
            return None

    def edit_draft(self, workspace: str, change: Callable[[Workspace], Workspace]) -> int:
        """Change how the list that is looked at is read; the new revision.

        Raises:
            PlannerError: when it cannot be read so, or there is none; nothing changes then.
        """
        while True:
            work, revision = self.store.get(workspace)
            if work.draft is None:
                raise InputError("There is no list to change; drop it once more.")
            draft = change(work.draft)
            self.roster(workspace, draft)
            saved = self.store.replace(workspace, with_draft(work, draft), revision)
            if saved is not None:
                return saved

    def use_draft(self, workspace: str) -> int:
        """Plan with the list that is looked at; the new revision.

        What of the work before it lets no plan be made with it is left behind.

        Raises:
            PlannerError: when no plan can be made of it; nothing changes then.
        """
        work, _ = self.store.get(workspace)
        draft = work.draft
        if draft is None:
            raise InputError("There is no list to use; drop it once more.")
        try:
            self.plan(workspace, draft)
        except PlannerError:
            if self.has_plan(workspace, work):
                raise
            draft = with_files(Workspace(), draft.files).model_copy(
                update={"mapping": draft.mapping, "told": draft.told}
            )
            self.plan(workspace, draft)
        _, saved = self.store.change(workspace, lambda _: draft)
        self.store.drop_unused_files(workspace)
        return saved

    def _last_list(self, workspace: str, work: Workspace) -> Roster | None:
        """The user's own list that was there before, if there was one that can still be read."""
        try:
            return None if work.is_sample else self.roster(workspace, work)
        except PlannerError:
            return None

    def has_plan(self, workspace: str, work: Workspace) -> bool:
        """Whether a plan can be made of a work."""
        try:
            self.plan(workspace, work)
        except PlannerError:
            return False
        return True

    def add_ratings(self, workspace: str, files: list[tuple[str, bytes]]) -> tuple[Workspace, int]:
        """Join further partners' ratings to the list, once it has been read and planned with them.

        Raises:
            PlannerError: when they cannot be read or joined; nothing changes then.
        """
        lists.check_raters(len(self.store.get(workspace)[0].raters) + len(files))
        references = [self.store.add_file(workspace, name, content) for name, content in files]
        try:
            return self.edit(workspace, lambda work: with_raters(work, references))
        finally:
            self.store.drop_unused_files(workspace)

    def edit(self, workspace: str, change: Callable[[Workspace], Workspace]) -> tuple[Workspace, int]:
        """Save a change, once the plan it leads to could be made; without it, where there always is one.

        Raises:
            PlannerError: when no plan can be made with it; nothing is saved then.
        """
        while True:
            work, revision = self.store.get(workspace)
            new = change(work)
            if needs_plan(self.stages(workspace, new)):
                self.plan(workspace, new)
            saved = self.store.replace(workspace, new, revision)
            if saved is not None:  # else somebody else's change came first, and this one was not tried on top of it
                return new, saved

    def delete(self, workspace: str) -> None:
        """Forget a workspace: its files, its work, its jobs, and what is remembered of it."""
        self.store.delete(workspace)
        self.on_delete(workspace)
        self._forget(workspace)

    def _forget(self, workspace: str) -> None:
        for cache in (
            self._rosters,
            self._plans,
            self._inputs,
            self._what_ifs,
            self._warm_planners,
            self.tables,
            self.rests,
        ):
            cache.forget(lambda key: isinstance(key, tuple) and key[0] == workspace)

    @contextmanager
    def _warm_planner(self, owner: str, work: Workspace, wanted: str) -> Iterator[WarmPlanner]:
        """The warm planner of a list, for one caller at a time; `wanted` names what the caller cannot do without."""
        key = (owner, work.list_fingerprint())
        warm = self._warm_planners.get(key) or self._warm_planners.put(key, WarmPlanner())
        warm.wanted.append(wanted)
        try:
            with warm.lock:
                yield warm
        finally:
            warm.wanted.remove(wanted)

    def _owner(self, workspace: str, work: Workspace) -> str:
        """The sample, untouched, is everybody's; anything else belongs to one workspace."""
        return "" if work.is_untouched_sample else workspace

    def _contents(self, workspace: str, files: tuple[FileRef, ...]) -> list[tuple[FileRef, bytes]]:
        found = [(file, self.store.file(workspace, file.digest)) for file in files]
        return [(file, content) for file, content in found if content is not None]


def service_of(app: Dash) -> PlanService:
    """The service of an app; one app, one service."""
    service: PlanService = app.server.extensions[EXTENSION]
    return service
