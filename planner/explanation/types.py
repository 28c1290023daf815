"""What is said about a plan: per account, and about the whole. Text is whole sentences in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Texts = NDArray[np.object_]


@dataclass(frozen=True, eq=False)
class Baseline:
    """Another way to split the same hours, valued by the same model.

    Attributes:
        hours: (n,).  attainment: (3,) fractions.  money: expected, NaN without money.
        shares: (3,) of the hours that serve each group.
        deviation: hours by which it misses the chosen balance.  objective: as the plan's.
        excess: hours by which it breaks the accounts' own minimums, maximums, locks or the team's capacity.
    """

    hours: Numbers
    attainment: Numbers
    money: float
    shares: Numbers
    deviation: float
    objective: float
    excess: float = 0.0


@dataclass(frozen=True)
class Binding:
    """A limit that holds the plan back: what it is in the user's words, and what it costs.

    `costs` is the gain of the plan without it at the same distance from the balance, in `unit` ("money" or "points"
    of the objective × 100); NaN where it was not solved again. `nearer` is by how many hours the plan could come
    nearer to the balance without it.
    """

    limit: str
    costs: float
    unit: str
    where: str = ""
    nearer: float = 0.0


@dataclass(frozen=True, eq=False)
class Explanation:
    """Why the plan is as it is.

    Attributes:
        headline: one sentence on the split.
        decision: (n,) values of `schema.Decision`.
        service_level: (n,) step of the firm's ladder.
        why: (n,) one plain sentence.
        mainly: (n,) the good most of its hours serve, "" for none.
        next_hour: (n,) what one more hour on the account alone would bring, in `unit`.
        unit: "money" where `you` is weighed in money, else "points" (objective × 100).
        price_per_hour: (m,) what one more hour of each person brings to the whole plan, in `unit`.
        prices: further prices by name (a point from one group to another, left and right).
        binding: limits that hold the plan back.
        baselines: "today" (where known), "equal", "by_fee".
        push, rest: positions of up to five accounts each, biggest first.
        monday: up to three decisions to take first.
        advice: prospecting advice where a group is short.
        assumed: what was assumed, as sentences, most important first.
        warnings: lopsided balance, thin groups, groups not seen.
    """

    headline: str
    decision: Texts
    service_level: Texts
    why: Texts
    mainly: Texts
    next_hour: Numbers
    unit: str
    price_per_hour: Numbers
    prices: Mapping[str, float] = field(default_factory=dict)
    binding: tuple[Binding, ...] = ()
    baselines: Mapping[str, Baseline] = field(default_factory=dict)
    push: tuple[int, ...] = ()
    rest: tuple[int, ...] = ()
    monday: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
