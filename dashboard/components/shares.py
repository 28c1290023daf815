"""How the hours of a plan stand to the balance: the share each group reached, and what each hour serves.

Shares are fractions of the planned hours. An hour counts for every group that its account serves, so the shares of
the groups may add to more than 1; what each hour serves counts it once and adds to 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from planner.documents.plan_figures import hours_by_service, reached
from planner.explanation.sentences.shortages import fewer
from planner.goods import GOODS, GROUP_OF, GROUP_SPECS, GROUPS, Group
from planner.text import count, hours, number_word, percent

if TYPE_CHECKING:
    from planner.result import Plan

SHORT: Final = 0.25
"""Hours short of a share that are worth a word."""
NEAR: Final = 0.02
"""A share that is this near to the chosen one is as it was asked for."""
OPEN_CRUMB: Final = 0.25


@dataclass(frozen=True)
class GroupShare:
    """One group's share of the hours beside the chosen one.

    Attributes:
        chosen, reached: fractions.  today: the same of today's hours, NaN where those are not known.
        hours: that count for the group.  short: hours by which it misses its share.
        guesses: accounts of which only a guess says that they serve it.
        seen: whether anything on the list says who serves it.
    """

    group: Group
    chosen: float
    reached: float
    today: float
    hours: float
    short: float
    guesses: int
    seen: bool

    @property
    def note(self) -> str:
        """How the share stands: `97 h · more than you asked`, `12 h short · five guesses to confirm`."""
        if not self.seen:
            return "nothing on the list says yet"
        if self.short > SHORT:
            waiting = f" · {count(self.guesses, 'guess', 'guesses')} to confirm" if self.guesses else ""
            return f"{hours(self.short)} short{waiting}"
        how = "as you asked" if abs(self.reached - self.chosen) < NEAR else "more than you asked"
        return f"{hours(self.hours)} · {how if self.reached > self.chosen - NEAR else 'within your leeway'}"

    @property
    def is_short(self) -> bool:
        return self.seen and self.short > SHORT


def group_shares(plan: Plan) -> tuple[GroupShare, ...]:
    """The shares of all groups, in their order."""
    today = plan.explanation.baselines.get("today")
    now = today.shares if today is not None else np.full(len(GROUPS), np.nan)
    here, counted = reached(plan), plan.allocation.counts.sum(axis=0)
    return tuple(
        GroupShare(
            group=group,
            chosen=plan.settings.balance.share(group),
            reached=float(here[g]),
            today=float(now[g]),
            hours=float(counted[g]),
            short=_short(plan, float(counted[g]), float(plan.allocation.short[g])),
            guesses=guesses_of(plan, group),
            seen=bool(plan.tags.seen[g]),
        )
        for g, group in enumerate(GROUPS)
    )


def _short(plan: Plan, counted: float, short: float) -> float:
    """Hours by which a group misses its share, as the notice on it tells them."""
    return short if plan.problem.per_person or short <= SHORT else fewer(counted + short, counted)


def guesses_of(plan: Plan, group: Group) -> int:
    """Accounts of which only a guess says that they serve a group."""
    columns = [k for k, good in enumerate(GOODS) if GROUP_OF[good] is group]
    strength = np.nan_to_num(plan.tags.strength[:, columns]).max(axis=1)
    sure = plan.tags.sure_strength[:, columns].max(axis=1)
    return int(((strength > 0) & (sure <= 0)).sum())


@dataclass(frozen=True)
class ServedPart:
    """Hours that serve the same groups, each hour once; no groups for hours of which nothing good is known.

    Attributes:
        title: `you`, `you and strengths`, `to place`.  share: of all hours.
        open: whether these are hours that no account can use.
    """

    groups: tuple[Group, ...]
    title: str
    hours: float
    share: float
    open: bool = False


def served_parts(plan: Plan) -> list[ServedPart]:
    """What each hour serves, most hours first, then those that wait to be placed."""
    everything = plan.problem.total_hours or 1.0
    parts = [
        ServedPart(one.groups, served_title(one.groups), one.hours, one.hours / everything)
        for one in hours_by_service(plan)
    ]
    left = everything - float(plan.allocation.hours.sum())
    return [*parts, *([ServedPart((), "to place", left, left / everything, open=True)] if left > OPEN_CRUMB else [])]


def served_title(groups: tuple[Group, ...]) -> str:
    """`you`, `you and strengths`, `all three`, `nothing known`."""
    if len(groups) == len(GROUPS):
        return f"all {number_word(len(GROUPS))}"
    you_first = sorted(groups, key=lambda group: group is not Group.YOU)
    return " and ".join(GROUP_SPECS[group].short for group in you_first) or "nothing known"


def share_text(share: float) -> str:
    """Whole per cent, as everywhere: `31%`, `over 99%`, `100%`."""
    return percent(share) if np.isfinite(share) else "–"
