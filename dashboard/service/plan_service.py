"""Reads lists and makes plans for the workspaces, and remembers the latest of both.

The one object that callbacks are given. It holds the store and two bounded caches: lists that were read, and
plans that were solved, keyed by everything that decides them. Caches live in this object, one per process;
what a worker does not remember it works out again from the store, so that two workers give the same answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from dashboard.service.known import Known, needs_plan
from dashboard.service.reading import Apart, here
from dashboard.service.recent import Recent
from dashboard.service.warm_planner import Turns, WarmPlanner
from dashboard.state import list_loading as lists
from dashboard.state.changes import with_raters
from dashboard.state.store import Store
from dashboard.state.workspace import FileRef, Workspace
from planner.errors import PlannerError
from planner.pipeline import at_balance, plan_inputs, with_prices
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


@dataclass(frozen=True)
class View:
    """A workspace at one revision, and the plan that belongs to it.

    `draft` is a list that was dropped and is looked at, but not used yet; `priced` says whether the plan tells what
    hours and limits are worth.
    """

    workspace: str
    work: Workspace
    revision: int
    plan: Plan
    token: str
    max_file_mb: float = 50
    draft: Roster | None = None
    priced: bool = True


class PlanService:
    """Everything callbacks need: the store, lists read, plans made."""

    def __init__(self, store: Store, max_file_mb: float = 50, apart: Apart = here) -> None:
        self.store = store
        self.max_file_mb = max_file_mb
        self.apart = apart
        self.turns = Turns()
        self.on_delete: Callable[[str], None] = lambda _workspace: None
        self._rosters: Recent[Roster] = Recent(LISTS_KEPT, lambda roster: roster.size, ACCOUNTS_KEPT)
        self._plans: Recent[Plan] = Recent(PLANS_KEPT, lambda plan: plan.roster.size, ACCOUNTS_KEPT)
        self._unpriced: Recent[Plan] = Recent(PLANS_KEPT, lambda plan: plan.roster.size, ACCOUNTS_KEPT)
        self._bases: Recent[PlanInputs] = Recent(LISTS_KEPT, lambda inputs: inputs.roster.size, ACCOUNTS_KEPT)
        self._inputs: Recent[PlanInputs] = Recent(PLANS_KEPT, lambda inputs: inputs.roster.size, ACCOUNTS_KEPT)
        self._what_ifs: Recent[Plan] = Recent(PLANS_KEPT, lambda plan: plan.roster.size, ACCOUNTS_KEPT)
        self._warm_planners: Recent[WarmPlanner] = Recent(LISTS_KEPT, lambda warm: warm.size, ACCOUNTS_KEPT)
        self.rests: Recent[Rest] = Recent(LISTS_KEPT, lambda rest: rest.plan.roster.size, ACCOUNTS_KEPT)
        self.tables: Recent[Table] = Recent(LISTS_KEPT, lambda table: len(table.fields["id"]), ACCOUNTS_KEPT)

    def view(self, workspace: str, *, prices: bool = False) -> View:
        """The workspace as it was saved last, planned.

        Args:
            prices: whether what hours and limits are worth has to be known; else it may be missing, see `View.priced`.

        Raises:
            PlannerError: when no plan can be made; the sentence is for the user.
        """
        work, revision = self.store.get(workspace)
        if revision == 0:  # it may have been deleted by another process
            self._forget(workspace)
        plan = self.priced(workspace, work) if prices else self.plan(workspace, work)
        return self.view_of(workspace, work, revision, plan)

    def view_of(self, workspace: str, work: Workspace, revision: int, plan: Plan) -> View:
        """A work with its plan."""
        token = work.fingerprint()
        priced = self._plans.get((self._owner(workspace, work), token)) is plan
        draft = self.roster(workspace, work.draft) if work.draft is not None else None
        return View(workspace, work, revision, plan, token, self.max_file_mb, draft, priced)

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

    def priced(self, workspace: str, work: Workspace, pause: Callable[[], None] = lambda: None) -> Plan:
        """The plan of a work with its prices, from memory where they were found before.

        Args:
            pause: called before each further solve that prices take.

        Raises:
            PlannerError: when no plan can be made.
        """
        key = (self._owner(workspace, work), work.fingerprint())
        found = self._plans.get(key)
        if found is None:
            made, inputs = self.plan(workspace, work), self.inputs(workspace, work)
            found = self._plans.put(key, with_prices(made, inputs.locations, pause=pause))
        return found

    def plan(self, workspace: str, work: Workspace, played: bool = False) -> Plan:
        """The plan of a work, from memory where it was made before; its prices, which take longer, may be missing.

        Args:
            played: whether it is only played with; whoever needs another plan of the same list comes first.

        Raises:
            PlannerError: when no plan can be made.
            SupersededError: when it was only played with and made room for another.
        """
        owner, token = self._owner(workspace, work), work.fingerprint()
        found = self.remembered(workspace, work, token)
        if found is not None:
            return found
        with self.turns.first(), self._warm_planner(owner, work, "" if played else token) as warm:
            found = self._unpriced.get((owner, token))
            if found is None:
                pause = partial(warm.give_way, token) if played else lambda: None
                found = self._unpriced.put((owner, token), warm.plan(self.inputs(workspace, work), pause))
                if played:  # the same plan may be needed as well: whoever needs it has it now, and draws it
                    warm.give_way("")
        return found

    def inputs(self, workspace: str, work: Workspace) -> PlanInputs:
        """Every stage of a work up to its hours; while only the balance moves, none of them is worked out again.

        Raises:
            PlannerError: when its list cannot be read or used.
        """
        owner, settings = self._owner(workspace, work), work.plan_settings()
        key, balance = (owner, work.fingerprint()), settings.get("balance")
        found = self._inputs.get(key)
        if found is None:
            alike = (owner, work.fingerprint_but_balance())
            base = None if balance is None else self._bases.get(alike)
            if base is None:
                base = plan_inputs(lists.with_changes(self.roster(workspace, work), work), settings)
                self._bases.put(alike, base)
            found = self._inputs.put(key, base if balance is None else at_balance(base, balance))
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
        return self.remembered(workspace, work, work.fingerprint()) or self.inputs(workspace, work)

    def remembered_stages(self, workspace: str, work: Workspace, token: str) -> Stages | None:
        """What a page already shows, if this process worked it out."""
        return self.remembered(workspace, work, token) or self._inputs.get((self._owner(workspace, work), token))

    def remembered(self, workspace: str, work: Workspace, token: str) -> Plan | None:
        """The plan that a page already shows, if this process made it; with its prices where they were found."""
        key = (self._owner(workspace, work), token)
        return self._plans.get(key) or self._unpriced.get(key)

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
        plans = (self._plans, self._unpriced, self._inputs, self._bases, self._what_ifs)
        for cache in (self._rosters, *plans, self._warm_planners, self.tables, self.rests):
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
