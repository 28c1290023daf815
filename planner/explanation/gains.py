"""What something brings, each in its own unit: expected margin a year in money, the other groups in points.

Money and points are told side by side; they are never added, and never turned into each other. Where a list has no
money at all, what is good for you counts in points too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from planner import text
from planner.arrays import Numbers
from planner.goods import GROUP_SPECS, GROUPS, YOU

LEAST_MONEY, LEAST_POINTS = 0.5, 0.05
"""Amounts below which nothing is worth saying."""
NOTHING: Final = "next to nothing"


@dataclass(frozen=True, eq=False)
class Gain:
    """A difference between two plans, or what some hours bring.

    Attributes:
        by_group: (3,) in the order of the groups; `you` in money where the list has any, everything else in points.
        in_money: whether `you` is money.
    """

    by_group: Numbers
    in_money: bool

    @property
    def money(self) -> float:
        """Expected margin a year; NaN without money."""
        return float(self.by_group[YOU]) if self.in_money else float("nan")

    @property
    def known(self) -> bool:
        """Whether there is anything to tell; some gains cannot be had at all."""
        return bool(np.isfinite(self.by_group).all())

    @property
    def matters(self) -> bool:
        """Whether any part is large enough to be worth a word."""
        return any(abs(amount) >= least for amount, least in zip(self.by_group, self._least(), strict=True))

    def __sub__(self, other: Gain) -> Gain:
        return Gain(self.by_group - other.by_group, self.in_money)

    def __neg__(self) -> Gain:
        return Gain(-self.by_group, self.in_money)

    def brings(self, currency: str) -> str:
        """`about $1,300 of margin a year and 12 points of strengths`; what is lost comes last."""
        more, less = self._parts(currency, 1), self._parts(currency, -1)
        if not more and not less:
            return NOTHING
        if not more:
            return f"a loss of {text.listed(less)}"
        return text.listed(more) + (f", at a loss of {text.listed(less)}" if less else "")

    def costs(self, currency: str) -> str:
        """What is lost, with its verb, and what comes in exchange: `costs about $10 of …, but brings 2 points of …`."""
        return self._costs(currency, "costs", "brings")

    def would_cost(self, currency: str) -> str:
        """The same of what nobody has decided yet: `would cost about $10 of …, but bring 2 points of …`."""
        return f"would {self._costs(currency, 'cost', 'bring')}"

    def _costs(self, currency: str, cost: str, bring: str) -> str:
        more, less = self._parts(currency, 1), self._parts(currency, -1)
        if not less:
            return f"{cost} {text.listed(more) or NOTHING}"
        brings = f"{bring} {text.listed(less)}"
        return f"{cost} {text.listed(more)}, but {brings}" if more else f"{cost} nothing and {brings}"

    def compared(self, currency: str) -> str:
        """`about $1,300 more margin a year and 12 points fewer of strengths`."""
        parts = [
            self._part(k, abs(float(amount)), currency, "more" if amount > 0 else "less")
            for k, amount in self._telling()
        ]
        return text.listed(parts) if parts else "about the same"

    def _parts(self, currency: str, way: int) -> list[str]:
        return [self._part(k, way * float(amount), currency) for k, amount in self._telling() if way * amount > 0]

    def _telling(self) -> list[tuple[int, float]]:
        """Position and amount of what is worth saying, money first."""
        order = sorted(range(len(GROUPS)), key=lambda k: k != YOU)
        least = self._least()
        return [(k, float(self.by_group[k])) for k in order if abs(self.by_group[k]) >= least[k]]

    def _least(self) -> tuple[float, ...]:
        return tuple(LEAST_MONEY if self._is_money(k) else LEAST_POINTS for k in range(len(GROUPS)))

    def _is_money(self, k: int) -> bool:
        return self.in_money and k == YOU

    def _part(self, k: int, amount: float, currency: str, way: str = "") -> str:
        if self._is_money(k):
            return f"{text.roughly(amount, currency)}{f' {way}' if way else ' of'} margin a year"
        fewer = {"less": "fewer", "more": "more"}.get(way, "")
        return " ".join(filter(None, (text.points(amount), fewer, f"of {GROUP_SPECS[GROUPS[k]].amount}")))
