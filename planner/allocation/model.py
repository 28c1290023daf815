"""The allocation as a linear program in PuLP: the only statement of it. All is minimised.

Sets: accounts i, people p, groups G; `<account>`, `<person>`, `<group>` are slugs. Hours unless said otherwise.

Columns:
    segment_<account>_<k>              x_ik, hours on the k-th segment of the account's response curve
    hours_<account>_by_<person>        h_ip, where not exactly one person may serve it (else it is Σ_k x_ik)
    short_<group>                      hours by which a group misses its floor
    under_<row>, past_<row>            violation of one of the user's rows; only in the search for any plan at all
Objective, in average hours (attainment × H, so that coefficients are near one at any size):
    −H·Σ_G t_G·added_G / ideal_G  +  balance_weight·Σ_G short_G  +  what the hours cost
Rows:
    people_<account>                   Σ_p h_ip = Σ_k x_ik
    balance_<group>                    Σ_ik counts_ikG·x_ik + short_G ≥ (t_G − tolerance)·B
    open                               U + Σ_G short_G ≤ H + what is forced, where hours that a short group cannot
                                       use stay open
and those of the user, one class a kind in `constraints`:
    capacity_<person>                  Σ_i h_ip ≤ hours of the person
    least_<account>, lock_<account>    Σ_k x_ik ≥ minimum, = lock (segments end at the account's maximum)
    done_<account>_by_<person>         h_ip ≥ hours spent already
    limit_<words>                      least ≤ Σ_i weight_i·h_i ≤ most
    within_you_<good>                  hours for one of now, later, referral ≥ a share of those for you
    money                              Σ_i money_i·f_i(h_i) ≥ least
    change                             hours past today's ≤ most
With the balance per person, the columns and rows of the balance carry `_of_<person>` and count that person's hours.
What whole numbers add stands in `integer`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from planner.allocation.balance import floors, pool_hours
from planner.allocation.constraints.base import UserConstraint
from planner.allocation.constraints.user_constraints import user_constraints
from planner.allocation.objective import Objective
from planner.allocation.pieces import Pieces, counts_per_hour, guess_ends
from planner.allocation.problem import Problem
from planner.allocation.solvers.linear_program import AT_LEAST, AT_MOST, EQUAL, Coefficient, LinearProgram
from planner.allocation.solvers.lp_names import Slugs
from planner.arrays import Index, Mask, Numbers
from planner.goods import GROUPS

SOFT = 1e-3
"""Price of an hour that should have stayed open, against one of the user's rows violated by an hour."""


@dataclass(frozen=True, eq=False)
class PairColumns:
    """The columns h_ip of accounts that several people may serve, (e,) each: whose hours on what.

    `far` says whether they are the hours past `guess_hours` alone; see `Model.apart`.
    """

    account: Index
    person: Index
    far: Mask
    column: Index


class Model(LinearProgram):
    """The linear program of a problem over some pieces of its curves; see the module.

    Rows of people have no coefficient for pieces that are not stated: `pricing` works out what an hour of theirs costs.

    Attributes:
        usable: (pools,) hours that the list can use, `B`.
        pairs: the columns h_ip.
        short: column of short_G by (pool, group).
        forced: by row `open`, hours that minimums and limits force past it, as the balance can always be missed.
        slugs, people: how accounts and people are written in names.
    """

    def __init__(
        self,
        problem: Problem,
        pieces: Pieces,
        usable: Numbers,
        constraints: Sequence[UserConstraint] | None = None,
        *,
        forced: Mapping[str, float] | None = None,
        elastic: bool = False,
    ) -> None:
        super().__init__(pieces, elastic=elastic)
        self.problem, self.usable, self.forced = problem, usable, forced or {}
        self.slugs = Slugs(problem.names)
        self.people = Slugs([person.name for person in problem.people])
        self.short: dict[tuple[int, int], int] = {}
        self._state_pieces()
        self._state_people()
        self._state_balance()
        self._state_open_hours()
        self.constraints = user_constraints(problem) if constraints is None else tuple(constraints)
        for constraint in self.constraints:
            constraint.add(self)

    def _state_pieces(self) -> None:
        """0 ≤ x_ik ≤ width of the segment."""
        p = self.pieces
        for i, k, most in zip(p.account.tolist(), p.rank.tolist(), p.most.tolist(), strict=True):
            self.column(f"segment_{self.slugs[i]}_{k}", most)

    def _state_people(self) -> None:
        """Σ_p h_ip = Σ_k x_ik for each account that several people (or none) may serve."""
        columns: list[tuple[int, int, bool, int]] = []
        for i in np.unique(self.pieces.account[~self.served_by_one[self.pieces.account]]).tolist():
            mine = np.arange(self.first[i], self.first[i + 1])
            parts = [(False, self.pieces.hours[mine])]
            if self.apart[i]:
                parts = [(False, self.pieces.near[mine]), (True, self.pieces.far[mine])]
            for far, hours in parts:
                name = f"{self.slugs[i]}{'_sure' if far else ''}"
                people = np.flatnonzero(self.problem.eligible[i]).tolist()
                shares = [self.column(f"hours_{name}_by_{self.people[p]}") for p in people]
                columns += [(i, p, far, column) for p, column in zip(people, shares, strict=True)]
                terms = np.concatenate([mine, np.array(shares, dtype=np.intp)])
                self.row(f"people_{name}", terms, np.concatenate([-hours, np.ones(len(shares))]), EQUAL, 0.0)
        account, person, far_hours, column = np.array(columns, dtype=np.intp).reshape(-1, 4).T
        self.pairs = PairColumns(account, person, far_hours.astype(bool), column)

    def _state_balance(self) -> None:
        """Σ_ik counts_ikG·x_ik + short_G ≥ (t_G − tolerance)·B; of each person's hours where each keeps a balance."""
        for pool, least in enumerate(floors(self.problem, self.usable)):
            of = self.of_pool(pool)
            for g, group in enumerate(GROUPS):
                short = self.short[pool, g] = self.column(f"short_{group}{of}")
                if self.problem.per_person:
                    columns, counted = self.spent_by(pool, self.pieces.counted[:, g], self._pair_counts[:, g])
                    terms = np.append(columns, short)
                    self.row(f"balance_{group}{of}", terms, np.append(counted, 1.0), AT_LEAST, least[g])
                else:
                    self.over_pieces(f"balance_{group}", _counted(g), AT_LEAST, least[g], {short: 1.0})

    def _state_open_hours(self) -> None:
        """U + Σ_G short_G ≤ H: the hours that a short group cannot use stay open, but for what is forced."""
        problem = self.problem
        for pool in range((len(problem.people) if problem.per_person else 1) if problem.leave_open else 0):
            name, hours = f"open{self.of_pool(pool)}", float(pool_hours(problem)[pool])
            further = {self.short[pool, g]: 1.0 for g in range(len(GROUPS))} | self.slack_of(name, AT_MOST)
            most = hours + self.forced.get(name, 0.0)
            if not problem.per_person:
                self.over_pieces(name, _hours, AT_MOST, most, further)
                continue
            columns, spent = self.spent_by(pool, self.pieces.hours, np.ones(len(self.pairs.column)))
            columns = np.append(columns, list(further))
            self.row(name, columns, np.append(spent, list(further.values())), AT_MOST, most)

    # What constraints are made of.

    def turn(self, problem: Problem, usable: Numbers) -> Mapping[int, float]:
        """Take another balance of the same list: only the floors change; the hours of each, by the row's position."""
        self.problem, self.usable = problem, usable
        moved: dict[int, float] = {}
        for pool, least in enumerate(floors(problem, usable)):
            for g, group in enumerate(GROUPS):
                name = f"balance_{group}{self.of_pool(pool)}"
                moved[self.set_rhs(name, float(least[g]))] = float(least[g])
        return moved

    def count_accounts(self, name: str, accounts: Mask, person: int | None, most: float) -> None:
        """At most so many of some (n,) accounts with time (of a person); hours alone cannot say so, see `integer`."""

    def spendable(self, person: int, hours: float) -> float:  # noqa: ARG002 `integer` asks for whom
        """How many of a person's hours a plan can spend: all; in whole steps fewer, see `integer`."""
        return hours

    def spent_by(self, person: int, of_piece: Numbers, of_pair: Numbers) -> tuple[Index, Numbers]:
        """Columns of the hours of a person, with what is to be summed of the pieces and of the pairs."""
        alone = np.flatnonzero(self.alone[self.pieces.account] == person)
        shared = np.flatnonzero(self.pairs.person == person)
        columns = np.concatenate([alone, self.pairs.column[shared]])
        return columns, np.concatenate([of_piece[alone], of_pair[shared]])

    # What follows from the problem.

    @cached_property
    def served_by_one(self) -> Mask:
        """(n,) accounts that exactly one person may serve."""
        return np.asarray(self.problem.eligible.sum(axis=1) == 1)

    @cached_property
    def alone(self) -> Index:
        """(n,) the one person who may serve each account; −1 where there is not exactly one."""
        return np.where(self.served_by_one, self.problem.eligible.argmax(axis=1), -1)

    @cached_property
    def first(self) -> Index:
        """(n + 1,) where the pieces of each account begin."""
        return np.searchsorted(self.pieces.account, np.arange(self.problem.size + 1))

    @cached_property
    def apart(self) -> Mask:
        """(n,) accounts whose hours past `guess_hours` are divided among people apart, as they count otherwise."""
        near, far = counts_per_hour(self.problem)
        differ = (near != far).any(axis=1) & np.isfinite(guess_ends(self.problem))
        return np.asarray(differ & self.problem.per_person)

    @cached_property
    def _pair_counts(self) -> Numbers:
        """(e, 3) how much of an hour of each pair counts for each group."""
        near, far = counts_per_hour(self.problem)
        account = self.pairs.account
        return np.where(self.pairs.far[:, None], far[account], near[account])

    def of_pool(self, pool: int) -> str:
        """How the names of a pool's rows and columns end."""
        return f"_of_{self.people[pool]}" if self.problem.per_person else ""

    # What is minimised, and what a solution says.

    def costs(self, objective: Objective) -> Numbers:
        """(columns,) of an objective."""
        cost = np.zeros(len(self.columns))
        cost[: self.pieces.size] = objective.cost(self.pieces)
        cost[list(self.short.values())] = objective.shortage_price
        for row, columns in self.slack.items():
            cost[columns] = SOFT if row.startswith("open") else 1.0
        return cost

    def hours(self, values: Numbers) -> Numbers:
        """(n,) hours of each account by the values of the columns."""
        p = self.pieces
        return np.bincount(p.account, p.hours * values[: p.size], self.problem.size).astype(float)

    def spent(self, values: Numbers) -> Numbers:
        """(n, m) hours of each person on each account by the values of the columns."""
        spent = np.zeros(self.problem.eligible.shape)
        alone = np.flatnonzero(self.served_by_one)
        spent[alone, self.alone[alone]] = self.hours(values)[alone]
        np.add.at(spent, (self.pairs.account, self.pairs.person), values[self.pairs.column])
        return spent


def _counted(group: int) -> Coefficient:
    return lambda pieces: pieces.counted[:, group]


def _hours(pieces: Pieces) -> Numbers:
    return pieces.hours
