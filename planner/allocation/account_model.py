"""The columns and rows of each account by itself: hours, curve, people and goods. `model` says what they mean."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from planner.allocation.claims import YOU, Claims
from planner.allocation.problem import Index, Numbers, Pairs, Problem
from planner.allocation.run_out import Demand, first_claims, least_of
from planner.allocation.slugs import Slugs
from planner.allocation.statement import Entries, Statement, Var


@dataclass(frozen=True, eq=False)
class Aim:
    """What is minimised, and how much of the model is stated.

    Attributes:
        gain: (n,) objective of an account's whole value.
        hour_price: objective that an hour costs.
        balanced: whether the rows of the balance are stated.
        balance_hours: (pools,) the H of their right-hand sides.
        whole: whether blocks, steps, counts and S-curves are stated as whole-number choices.
    """

    gain: Numbers
    hour_price: float = 0.0
    balanced: bool = True
    balance_hours: Numbers | None = None
    whole: bool = False


class AccountModel(Statement):
    """The accounts of a problem, each restricted to the first `depth[i]` pieces of its curve.

    Attributes:
        accounts: positions of the accounts stated, in canonical order (by name); `stated` the same as an array.
        hours: h_i by position.  spent: h_ip by (i, p), also where only one person may serve the account.
        credit: h_iG by (i, claim, pool), also where it serves one good only.  beyond: hours past today's by position.
        part_index, part_account, part_gain: column, account and share of its value per unit of each column that
            adds value.
        hours_index, beyond_index: (k,) column numbers of `hours` and `beyond` of the accounts stated.
        spent_of, credit_of: the keys of `spent` and `credit` as arrays of columns (…, 2) and (…, 3), with their
            column numbers in `spent_index` and `credit_index`.
        curve_row: (k,) position of `curve_<account>` of the accounts stated.
        last, whose: for a first basis, the pieces on which people's hours run out, and those people.
    """

    def __init__(self, problem: Problem, claims: Claims, depth: Index, aim: Aim) -> None:
        super().__init__("client_portfolio")
        self.problem, self.claims, self.depth, self.aim = problem, claims, depth, aim
        names = np.asarray(problem.names)
        stated = np.flatnonzero(depth > 0)
        self.stated: Index = stated[np.argsort(names[stated].astype(str), kind="stable")]
        self.accounts: list[int] = self.stated.tolist()
        self.slugs = Slugs(problem.names)
        self.people = Slugs([person.name for person in problem.people])
        self.part_index, self.part_account, self.part_gain = array("q"), array("q"), array("d")
        self.curve_row = np.zeros(len(stated), dtype=np.intp)
        self.credit_of = np.zeros((0, 3), dtype=np.intp)
        self.credit_index = np.zeros(0, dtype=np.intp)
        low, high = problem.minimum[self.stated], problem.maximum[self.stated]
        self.hours_index = self.beyond_index = self.column_block(
            self._named("hours_{}", self.stated), low, np.maximum(low, high), aim.hour_price
        )
        self._curves()
        price, first, self.last, self.whose = self._run_out()
        self._people(price)
        if aim.balanced:
            self._split(first)
            self._change()

    @cached_property
    def hours(self) -> dict[int, Var]:
        return dict(zip(self.accounts, self._vars(self.hours_index), strict=True))

    @cached_property
    def beyond(self) -> dict[int, Var]:
        return dict(zip(self.accounts, self._vars(self.beyond_index), strict=True))

    @cached_property
    def spent(self) -> dict[tuple[int, int], Var]:
        return dict(zip(((i, p) for i, p in self.spent_of.tolist()), self._vars(self.spent_index), strict=True))

    @cached_property
    def credit(self) -> dict[tuple[int, int, int], Var]:
        keys = ((i, c, pool) for i, c, pool in self.credit_of.tolist())
        return dict(zip(keys, self._vars(self.credit_index), strict=True))

    def _vars(self, numbers: Index) -> list[Var]:
        return [self.columns[j] for j in numbers.tolist()]

    def _named(self, pattern: str, accounts: Index) -> Callable[[int], str]:
        return lambda k: pattern.format(self.slugs[accounts[k]])

    def _curves(self) -> None:
        """Σ_k parts = h_i; each part at most its width, worth its slope."""
        self._pieces(np.arange(len(self.stated)))

    def _pieces(self, places: Index) -> None:
        """The pieces of the curves of some of the accounts stated, by their places among them."""
        depth = self.depth[self.stated[places]]
        place = np.repeat(places, depth)
        account = self.stated[place]
        k = np.arange(len(place)) - np.repeat(np.cumsum(depth) - depth, depth)
        width, slope = self.claims.piece(account, k, exact=self.aim.whole)
        parts = self._worth(account, lambda j: f"part_{self.slugs[account[j]]}_{k[j]}", width, slope)
        self._define_hours(places, place, parts, 1.0)

    def _worth(self, account: Index, name: Callable[[int], str], most: Numbers | float, gained: Numbers) -> Index:
        """Columns from 0 to `most`, each unit of which adds `gained` of its account's value."""
        numbers = self.column_block(name, np.zeros(len(account)), most, -self.aim.gain[account] * gained)
        self.part_index.frombytes(numbers.astype(np.int64).tobytes())
        self.part_account.frombytes(account.astype(np.int64).tobytes())
        self.part_gain.frombytes(gained.astype(float).tobytes())
        return numbers

    def _define_hours(self, places: Index, place: Index, parts: Index, hours: Numbers | float) -> None:
        """h_i = Σ hours·part over the parts beside each place, for the accounts at `places`."""
        at = np.zeros(len(self.stated), dtype=np.intp)
        at[places] = np.arange(len(places))
        own = self.hours_index[places]
        zero = np.zeros(len(places))
        entries = [(at[place], parts, hours), (np.arange(len(places)), own, -1.0)]
        rows = self.row_block(self._named("curve_{}", self.stated[places]), entries, zero, zero)
        self.ties(rows, own)
        self.curve_row[places] = rows

    def _run_out(self) -> tuple[Numbers, Index, Index, Index]:
        """To begin with: prices of everybody's hour (m,), the claim that hours of each account count for first (n,),
        pieces on which hours run out, and whose hours."""
        piece, account = np.array(self.part_index, dtype=np.intp), np.array(self.part_account, dtype=np.intp)
        at = np.zeros(self.problem.size, dtype=np.intp)
        at[self.stated] = np.arange(len(self.stated))
        width, worth = np.array(self.high)[piece], self.aim.gain[account] * np.array(self.part_gain)
        low, high = np.array(self.low)[self.hours_index], np.array(self.high)[self.hours_index]
        pairs, capacity = Pairs.of(self.problem.eligible[self.stated]), self.problem.capacity
        demand = Demand(at[account], width, worth - self.aim.hour_price, low, high, pairs, capacity)
        price = demand.prices()
        last, whose = demand.last(price)
        return price, self._first(demand.hours(price)), piece[last], whose

    def _first(self, hours: Numbers) -> Index:
        """(n,) the claim that accounts count for first, those stated having such hours (k,)."""
        claims = self.claims
        first: Index = claims.ratio.argmax(axis=1)
        if self.aim.balanced and not (claims.fine or self.problem.per_person):
            bands = np.array([claims.band(g, 0, self.aim.balance_hours) for g in range(claims.count)])
            first[self.stated] = first_claims(hours, claims.ratio[self.stated], bands)
        return first

    def _people(self, price: Numbers) -> None:
        """Σ_p h_ip = h_i over those who may serve the account; h_i itself where only one may."""
        place, person = np.nonzero(self.problem.eligible[self.stated])
        account, several = self.stated[place], np.bincount(place, minlength=len(self.stated)) != 1
        self.spent_of = np.column_stack([account, person])
        self.spent_index = self.hours_index[place]
        shared = np.flatnonzero(several[place])
        most = np.maximum(self.problem.minimum, self.problem.maximum)[account[shared]]
        self.spent_index[shared] = self.column_block(
            lambda k: f"hours_{self.slugs[account[shared[k]]]}_by_{self.people[person[shared[k]]]}",
            np.zeros(len(shared)),
            most,
        )
        places = np.flatnonzero(several)
        at = np.cumsum(several) - 1
        own = self.hours_index[places]
        zero = np.zeros(len(places))
        entries = [(at[place[shared]], self.spent_index[shared], 1.0), (np.arange(len(places)), own, -1.0)]
        rows = self.row_block(self._named("people_{}", self.stated[places]), entries, zero, zero)
        cheapest = shared[least_of(place[shared], price[person[shared]])]
        self.ties(rows[at[place[cheapest]]], self.spent_index[cheapest])

    def _split(self, first: Index) -> None:
        """Σ_G h_iG = h_i, each h_iG at most its share of h_i; nothing for an account without tags.

        In each pool of the balance: the firm's one, or each person's.
        """
        claims, (account, pool, hours) = self.claims, self._pooled()
        ratio = claims.ratio[account]
        place, claim = np.nonzero(ratio > 0)
        several = (ratio > 0).sum(axis=1) > 1
        self.credit_of = np.column_stack([account[place], claim, pool[place]])
        self.credit_index = hours[place]
        shared = np.flatnonzero(several[place])

        def named(what: str, k: int) -> str:
            return f"{what}_{self.slugs[account[k]]}{self._of(int(pool[k]))}"

        def credit(at: int) -> str:
            return named(claims.names[claim[at]], place[at])

        zero = np.zeros(len(shared))
        self.credit_index[shared] = self.column_block(lambda k: credit(shared[k]), zero, np.inf)
        capped = shared[ratio[place[shared], claim[shared]] < 1]
        most = ratio[place[capped], claim[capped]]
        shares = self._at_most(
            lambda k: f"share_{credit(capped[k])}", self.credit_index[capped], hours[place[capped]], most
        )
        split, at = np.flatnonzero(several), np.cumsum(several) - 1
        own: Entries = (np.arange(len(split)), hours[split], -1.0)
        entries = [(at[place[shared]], self.credit_index[shared], 1.0), own]
        zero = np.zeros(len(split))
        rows = self.row_block(lambda k: named("split", split[k]), entries, zero, zero)
        whole = np.where(ratio[np.arange(len(ratio)), first[account]] < 1, ratio.argmax(axis=1), first[account])
        self.ties(rows, self.credit_index[shared[claim[shared] == whole[place[shared]]]])
        filled = claim[capped] == first[account][place[capped]]
        self.ties(shares[filled], self.credit_index[capped[filled]])
        if claims.fine:
            self._share_you(account, hours, lambda k: named("share_you", k))

    def _pooled(self) -> tuple[Index, Index, Index]:
        """Account, pool and column of the hours that are divided."""
        if self.problem.per_person:
            return self.spent_of[:, 0], self.spent_of[:, 1], self.spent_index
        return self.stated, np.zeros(len(self.stated), dtype=np.intp), self.hours_index

    def _at_most(self, name: Callable[[int], str], columns: Index, hours: Index, ratio: Numbers) -> Index:
        """Each column at most its ratio of the hours beside it."""
        rows = np.arange(len(columns))
        entries: list[Entries] = [(rows, columns, 1.0), (rows, hours, -ratio)]
        return self.row_block(name, entries, np.full(len(columns), -np.inf), np.zeros(len(columns)))

    def _share_you(self, account: Index, hours: Index, name: Callable[[int], str]) -> None:
        """All that counts for `you`, at most its share of the hours."""
        ratio = self.claims.you_ratio[account]
        some = np.flatnonzero(((self.claims.ratio[account] > 0).sum(axis=1) > 1) & (ratio > 0) & (ratio < 1))
        row = np.full(len(account), -1)
        row[some] = np.arange(len(some))
        of = np.repeat(row, (self.claims.ratio[account] > 0).sum(axis=1))
        mine = np.flatnonzero((of >= 0) & (np.array(self.claims.group)[self.credit_of[:, 1]] == YOU))
        entries: list[Entries] = [
            (of[mine], self.credit_index[mine], 1.0),
            (np.arange(len(some)), hours[some], -ratio[some]),
        ]
        self.row_block(lambda k: name(some[k]), entries, np.full(len(some), -np.inf), np.zeros(len(some)))

    def _change(self) -> None:
        """beyond_i ≥ h_i − today_i; for accounts without hours today, h_i itself is beyond."""
        today = self.problem.today[self.stated]
        places = np.flatnonzero(today > 0)
        self.beyond_index = self.hours_index.copy()
        beyond = self.column_block(self._named("beyond_{}", self.stated[places]), np.zeros(len(places)), np.inf)
        self.beyond_index[places] = beyond
        rows = np.arange(len(places))
        entries = [(rows, self.hours_index[places], 1.0), (rows, beyond, -1.0)]
        self.row_block(
            self._named("today_{}", self.stated[places]), entries, np.full(len(places), -np.inf), today[places]
        )

    def _of(self, pool: int) -> str:
        return f"_of_{self.people[pool]}" if self.problem.per_person else ""
