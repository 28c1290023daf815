"""What is said about a plan: per account, and about the whole. Text is whole sentences in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from planner.arrays import Numbers, Texts
from planner.explanation.gains import Gain


@dataclass(frozen=True, eq=False)
class Baseline:
    """Another way to split the same hours, valued by the same model.

    Attributes:
        hours: (n,).  attainment: (G,) fractions.  money: expected margin a year, NaN without money.
        shares: (G,) of its hours that count for each group; they may add to more than 1.
        short: (G,) hours by which it misses the chosen balance.  objective: as the plan's.
        violation: hours by which it breaks the accounts' own minimums, maximums, locks or the team's capacity.
    """

    hours: Numbers
    attainment: Numbers
    money: float
    shares: Numbers
    short: Numbers
    objective: float
    violation: float = 0.0


@dataclass(frozen=True, eq=False)
class Binding:
    """A limit that holds the plan back: what it is in the user's words, and what it costs.

    Attributes:
        gain: what the plan without it adds more; None where it was not solved again.
        nearer: hours by which the plan without it is nearer to the balance.
    """

    limit: str
    gain: Gain | None
    where: str = ""
    nearer: float = 0.0


@dataclass(frozen=True, eq=False)
class BalanceCost:
    """What keeping the balance costs: the plan beside those that a balance without weight, and above all else, give.

    Attributes:
        attainment: weighted attainment that the plan gives up for its balance, a fraction.
        gain: what the plan without a balance adds more.
        strict: what the plan that keeps the balance whatever it costs adds more; None where that is this plan.
        strict_short: (G,) hours by which even that plan is short.
        sentence: all of it in words, "" where the balance costs nothing.
    """

    attainment: float
    gain: Gain
    strict: Gain | None
    strict_short: Numbers
    sentence: str


@dataclass(frozen=True, eq=False)
class Handover:
    """An account that somebody with cheaper hours could share.

    Attributes:
        giver, taker: whose hours bring much, and whose bring little.  gain: what the plan with it adds more.
    """

    account: str
    at: int
    giver: str
    taker: str
    gain: Gain
    sentence: str


@dataclass(frozen=True, eq=False)
class Explanation:
    """Why the plan is as it is.

    Attributes:
        headline: one sentence on the split.
        decision: (n,) values of `schema.Decision`.
        service_level: (n,) step of the firm's ladder.
        why: (n,) one plain sentence.
        mainly: (n,) the good that most of its hours count for, "" for none.
        next_hour: (n, G) what one more hour on the account alone would bring; money and points apart.
        hour_of_person: (m, G) what one more hour of each person brings to the whole plan; NaN where not worked out.
        prices: what an hour more or fewer of each person brings, by name.
        binding: limits that hold the plan back, the dearest first.
        baselines: "today" (where known), "equal", "by_fee".
        push, rest: positions of up to five accounts each, biggest first.
        monday: up to three decisions to take first.
        advice: what to do where a group is short, or the list is too small.
        assumed: what was assumed, as sentences, most important first.
        warnings: lopsided balance, thin groups, groups not seen.
        handover: an account to share, where one person's hour brings far more than another's.
    """

    headline: str
    decision: Texts
    service_level: Texts
    why: Texts
    mainly: Texts
    next_hour: Numbers
    hour_of_person: Numbers
    prices: Mapping[str, Gain] = field(default_factory=dict)
    binding: tuple[Binding, ...] = ()
    baselines: Mapping[str, Baseline] = field(default_factory=dict)
    push: tuple[int, ...] = ()
    rest: tuple[int, ...] = ()
    monday: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    handover: Handover | None = None

    @property
    def advised(self) -> tuple[str, ...]:
        """What to do where a group or somebody's hours are short, or the list is too small."""
        return self.advice if self.handover is None else (*self.advice, self.handover.sentence)

    @property
    def cautions(self) -> tuple[str, ...]:
        """What to mind: the advice, then the warnings."""
        return (*self.advised, *self.warnings)
