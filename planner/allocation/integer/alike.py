"""Accounts that are alike in all that decides a plan: more of them than can get time at once need no search.

Long lists of prospects with one fee, one chance and one owner have hundreds of them. Any plan can give the hours of one
to another of its kind and be worth the same, so that a search over as many of a kind as can get time finds the best
plan of all; over hundreds it tries every way to choose among them.
"""

from __future__ import annotations

from dataclasses import fields

import numpy as np

from planner.allocation.integer.points_model import span
from planner.allocation.pieces import FINE
from planner.allocation.problem import Problem
from planner.arrays import Index, Mask, Numbers
from planner.valuation.response.curves import Curves


def spare_alike(problem: Problem, spent: Numbers | None = None) -> Mask:
    """(n,) accounts that no plan needs beside others of their kind.

    Args:
        spent: (n, m) hours of a plan whose accounts are kept; None for none.
    """
    kind = _kinds(problem)
    served = np.zeros(problem.size, dtype=bool) if spent is None else spent.any(axis=1)
    order = np.lexsort((np.arange(problem.size), ~served, kind))
    first = np.flatnonzero(np.diff(kind[order], prepend=-1))
    place = np.empty(problem.size, dtype=np.intp)
    place[order] = np.arange(problem.size) - np.repeat(first, np.diff(first, append=problem.size))
    return np.asarray((place >= _most(problem)) & ~served & (problem.minimum <= FINE))


def _kinds(problem: Problem) -> Index:
    """(n,) a number for each kind of account: all that the model knows of one but its name is the same."""
    known = [getattr(problem, item.name) for item in fields(Problem) if item.name not in {"names", "eligible"}]
    known += [getattr(problem.curves, item.name) for item in fields(Curves)]
    known += [problem.eligible, *(limit.weight for limit in problem.limits)]
    columns = [one for one in known if isinstance(one, np.ndarray) and len(one) == problem.size]
    table = np.column_stack([np.nan_to_num(one.astype(float), nan=-1.0) for one in columns])
    return np.asarray(np.unique(table, axis=0, return_inverse=True)[1].reshape(-1), dtype=np.intp)


def _most(problem: Problem) -> Numbers:
    """(n,) how many accounts of the same kind can get time at once, by hours and by the caps on accounts."""
    people = problem.eligible.astype(float)
    least = np.maximum(span(problem)[0], problem.step)
    most = np.divide(people @ problem.capacity, least, out=np.full(problem.size, np.inf), where=least > FINE)
    if problem.max_accounts_per_person is not None:
        most = np.minimum(most, problem.max_accounts_per_person * people.sum(axis=1))
    return np.asarray(
        np.floor(np.minimum(most, np.inf if problem.max_accounts is None else problem.max_accounts) + FINE)
    )
