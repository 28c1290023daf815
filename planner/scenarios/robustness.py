"""How sure: the plan made again for many draws of the uncertain inputs, by the same settings, blocks and steps too.

Each draw has a random stream of its own, so the same seed gives the same figures on any executor and any number of
workers. Results can be had as they come; stopping early gives the figures of the draws that were done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Executor, Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from planner.allocation.allocate import allocate
from planner.allocation.allocation import Allocation
from planner.allocation.objective import units
from planner.allocation.problem import Problem
from planner.arrays import Numbers
from planner.errors import InputError
from planner.explanation.baselines import short_of
from planner.explanation.measure import added
from planner.goods import GROUP_INDEX
from planner.result import Plan
from planner.scenarios.draws import Base, Draw, Spreads, draw, reached_by, with_worth
from planner.valuation.response.curves import Curves

DRAWS: Final = 200
SEED: Final = 1
CHUNK: Final = 4
"""Draws a worker gets at a time."""
MOST: Final = 0.9
"""The share of draws that counts as nearly always."""


@dataclass(frozen=True, eq=False)
class Robustness:
    """What D draws say about a plan; arrays over n accounts in the list's order.

    Attributes:
        draws, asked: draws done, and asked for.  seed, spreads: as given.
        names: (n,).  planned: (n,) hours of the plan.
        often: (n,) share of the draws in which the account gets time.
        low, middle, high: (n,) hours that 90%, 50% and 10% of the draws reach or pass.
        same: share of the plan's kind of hours that is the same in nine draws of ten.
        kept: (D,) share that the plan as it stands keeps of what the draw's own best plan reaches (see `Draw`).
        value: (D,) value of the plan as it stands, in each draw.  money: (D,) expected, NaN without money.
        offer: (n,) hours of the plan that does best over the draws on average.
        offer_gain: what it gains over the plan as it stands, as a share of that plan's average value.
    """

    draws: int
    asked: int
    seed: int
    spreads: Spreads
    names: NDArray[np.object_]
    planned: Numbers
    often: Numbers
    low: Numbers
    middle: Numbers
    high: Numbers
    same: float
    kept: Numbers
    value: Numbers
    money: Numbers
    offer: Numbers
    offer_gain: float
    currency: str
    in_money: bool


def run_draws(
    plan: Plan,
    count: int = DRAWS,
    *,
    seed: int = SEED,
    spreads: Spreads | None = None,
    executor: Executor | None = None,
    workers: int | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Draw]:
    """The draws of a plan as they come, in no particular order.

    Args:
        executor: any `concurrent.futures` executor, left running; else processes of our own, `workers` of them.
        workers: 1 draws in this process.
        cancelled: asked between results; once it says so no further draw is started.

    Raises:
        InputError: for fewer than one draw.
    """
    if count < 1:
        raise InputError("Ask for at least one draw.")
    base, spread = Base.of(plan), spreads or Spreads()
    if executor is None and workers == 1:
        for number in range(count):
            if cancelled():
                return
            yield draw(base, number, seed, spread)
        return
    with _own(executor, workers) as pool:
        chunks = [range(k, min(k + CHUNK, count)) for k in range(0, count, CHUNK)]
        waiting = [pool.submit(draw_some, base, list(chunk), seed, spread) for chunk in chunks]
        yield from _as_they_come(waiting, cancelled)


def _as_they_come(waiting: Sequence[Future[list[Draw]]], cancelled: Callable[[], bool]) -> Iterator[Draw]:
    try:
        for future in as_completed(waiting):
            if cancelled():
                return
            try:
                yield from future.result()
            except CancelledError:
                return
    finally:
        for future in waiting:
            future.cancel()


def draw_some(base: Base, numbers: Sequence[int], seed: int, spreads: Spreads) -> list[Draw]:
    """Several draws, for one worker."""
    return [draw(base, number, seed, spreads) for number in numbers]


@contextmanager
def _own(executor: Executor | None, workers: int | None) -> Iterator[Executor]:
    """The executor that was given, else processes that end with the work."""
    if executor is not None:
        yield executor
        return
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """The workers of a Dask cluster by the address of its scheduler.

    Raises:
        InputError: where `distributed` is not installed, or nothing answers at the address.
    """
    try:
        import distributed
        from distributed.comm.addressing import parse_address
        from distributed.comm.registry import get_backend
    except ImportError:
        raise InputError(
            "A Dask cluster needs the extra “cluster”: pip install 'client-portfolio-planner[cluster]'."
        ) from None
    try:
        get_backend(parse_address(address)[0])  # a client of an unknown protocol would wait, and end in a traceback
        make: Any = distributed.Client
        client = make(address, timeout="10s", set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise InputError(f"No Dask scheduler answers at “{address}” ({type(error).__name__}).") from None
    try:
        yield client.get_executor(pure=False)
    finally:
        client.close()


def robustness(
    plan: Plan,
    count: int = DRAWS,
    *,
    seed: int = SEED,
    spreads: Spreads | None = None,
    executor: Executor | None = None,
    workers: int | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Robustness:
    """Draw and sum up; see `run_draws`.

    Args:
        progress: called with the number of draws done and asked for.

    Raises:
        InputError: when it was cancelled before the first draw was done.
    """
    found: list[Draw] = []
    for one in run_draws(
        plan, count, seed=seed, spreads=spreads, executor=executor, workers=workers, cancelled=cancelled
    ):
        found.append(one)
        if progress is not None:
            progress(len(found), count)
    return sum_up(plan, found, count, seed, spreads or Spreads())


def sum_up(plan: Plan, found: Sequence[Draw], asked: int, seed: int, spreads: Spreads) -> Robustness:
    """What the draws that are done say; the order they came in does not matter."""
    if not found:
        raise InputError("It was stopped before the first draw was done; nothing is known yet.")
    ordered = sorted(found, key=lambda one: one.number)
    hours = np.stack([one.hours for one in ordered])
    kept = np.array([one.kept for one in ordered])
    low, middle, high = (reached(hours, share) for share in (MOST, 0.5, 1 - MOST))
    used = float(hours.sum(axis=1).mean())
    offer, gain = _offer(plan, ordered)
    return Robustness(
        draws=len(ordered),
        asked=asked,
        seed=seed,
        spreads=spreads,
        names=plan.roster.names,
        planned=plan.allocation.hours,
        often=(hours > 0).mean(axis=0),
        low=low,
        middle=middle,
        high=high,
        same=float(low.sum()) / used if used > 0 else 1.0,
        kept=kept,
        value=np.array([one.value for one in ordered]),
        money=np.array([one.money for one in ordered]),
        offer=offer,
        offer_gain=gain,
        currency=plan.settings.currency,
        in_money=plan.problem.in_money,
    )


def reached(hours: Numbers, share: float) -> Numbers:
    """(n,) hours that at least `share` of the (D, n) draws reach or pass."""
    ordered = np.sort(hours, axis=0)
    return np.asarray(ordered[int((1 - share) * len(hours) + 1e-9)])


def _offer(plan: Plan, draws: Sequence[Draw]) -> tuple[Numbers, float]:
    """The plan that is best over the draws on average, and its gain as a share of the plan's average value.

    Value is linear in what accounts are worth, so it is the best plan for their average worth on their average
    curves, each draw's curve weighed by what the account is worth in it.
    """
    average = np.mean([one.worth for one in draws], axis=0)
    problem = plan.problem
    weight = units(problem, plan.allocation.ideal)
    strength = np.where(average > 0, problem.strength, 0.0)
    curves = _average_curves(plan, draws, weight)
    expected = with_worth(replace(problem, worth=average, curves=curves), average, strength)
    found = allocate(expected, plan.settings, ideal=plan.allocation.ideal)
    stays, offered = (_score(expected, found, weight, hours) for hours in (plan.allocation.hours, found.hours))
    if offered <= stays + 1e-9:
        return plan.allocation.hours, 0.0
    value = reached_by(expected, weight, added(expected, plan.allocation.hours).sum(axis=0), plan.allocation.hours)
    return found.hours, (offered - stays) / value if value > 0 else 0.0


def _score(problem: Problem, found: Allocation, weight: Numbers, hours: Numbers) -> float:
    """The objective of (n,) hours: what they reach, less the price of the hours that they are short of the balance."""
    missed = float(short_of(problem, found, hours).sum()) / problem.total_hours
    return reached_by(problem, weight, added(problem, hours).sum(axis=0), hours) - problem.balance_weight * missed


def _average_curves(plan: Plan, draws: Sequence[Draw], weight: Numbers) -> Curves:
    """The curves of the draws averaged at the knots of the plan's own; those that are not drawn stay."""
    curves = plan.problem.curves
    weighed = [one.worth @ weight[list(GROUP_INDEX)] for one in draws]
    total = np.sum(weighed, axis=0)
    share = np.zeros_like(curves.share)
    for one, worth in zip(draws, weighed, strict=True):
        part = np.divide(worth, total, out=np.full(len(worth), 1 / len(draws)), where=total > 0)
        along = curves.hours / (one.half[:, None] + curves.hours)
        share += part[:, None] * (one.low[:, None] + (curves.high - one.low)[:, None] * along)
    share = np.where(curves.answered[:, None], curves.share, share)
    exact = np.where(curves.answered[:, None], curves.exact, share)
    return replace(curves, low=share[:, 0], share=share, exact=exact)


def robustness_json(found: Robustness) -> dict[str, Any]:
    """The figures as plain JSON values."""
    from planner.documents.jsonable import number

    return {
        "format": "client-portfolio-robustness/1",
        "draws": found.draws,
        "asked": found.asked,
        "seed": found.seed,
        "spreads": asdict(found.spreads),
        "spreads_in_words": list(found.spreads.in_words()),
        "same_in_nine_of_ten": number(found.same),
        "value_kept": {str(q): number(np.quantile(found.kept, q / 100)) for q in (10, 50, 90)},
        "money": {str(q): number(np.quantile(found.money, q / 100)) for q in (10, 50, 90)},
        "offer_gain": number(found.offer_gain),
        "accounts": [
            {
                "account": str(found.names[i]),
                "hours": number(found.planned[i]),
                "often": number(found.often[i]),
                "hours_range": [number(found.low[i]), number(found.middle[i]), number(found.high[i])],
                "offer_hours": number(found.offer[i]),
            }
            for i in range(len(found.names))
        ],
    }


TABLE_HEADERS: Final = ("account", "hours", "often", "hours_low", "hours_middle", "hours_high", "offer_hours")


def robustness_table(found: Robustness) -> list[list[object]]:
    """Header and a row for each account, in the list's order."""
    figures = (found.planned, found.often, found.low, found.middle, found.high, found.offer)
    rows = [[str(found.names[i]), *(round(float(f[i]), 4) for f in figures)] for i in range(len(found.names))]
    return [list(TABLE_HEADERS), *rows]
