"""What was assumed, as sentences, most important first; an account counts only where the assumption matters to it."""

from __future__ import annotations

import numpy as np

from planner import text
from planner.arrays import Mask
from planner.fields import FIELDS, Field, Kind
from planner.goods import GOODS, Good
from planner.records.team import Team
from planner.settings import Settings
from planner.valuation.response.curves import Curves
from planner.valuation.types import Facts, Tags

NOW, LATER, REFERRAL = (GOODS.index(good) for good in (Good.NOW, Good.LATER, Good.REFERRAL))


def find_assumptions(
    settings: Settings, facts: Facts, tags: Tags, curves: Curves, team: Team, cap: int = 0
) -> tuple[str, ...]:
    """Hours, accounts a person, fees, costs, chances, relationships, referrals, what time brings, the first day.

    Args:
        cap: most accounts a person serves, where that was assumed and keeps accounts out.
    """
    good = np.nan_to_num(tags.strength) > 0
    pays, refers = good[:, NOW] | good[:, LATER], good[:, REFERRAL]
    everyone = np.ones(len(pays), dtype=bool)
    again = pays & facts.repeated if facts.repeated is not None else ~everyone
    fields = (
        (Field.ANNUAL_FEE, pays, "no annual fee", "a typical one was taken"),
        (Field.COST_TO_SERVE, pays, "no cost to serve", f"{text.percent(settings.margin)} of the fee counts as left"),
        (Field.PROBABILITY, pays, "no chance", "the usual one for the stage or relationship was taken"),
        (Field.RELATIONSHIP, everyone, "no relationship", "what the list mostly holds was assumed"),
        (Field.REFERRALS_PER_YEAR, refers, "no number of referrals a year", "a usual one was taken"),
        (Field.REFERRAL_FEE, refers, "no fee of a referral", "the list's median fee was taken"),
    )
    told = [entry for entry in fields if facts.in_money or FIELDS[entry[0]].kind is not Kind.MONEY]
    aside = {Field.ANNUAL_FEE: again}
    filled = [_filled(facts, name, where, lacks, did, aside.get(name, ~everyone)) for name, where, lacks, did in told]
    sentences = [
        _hours(settings, team),
        _cap(cap, len(team.people)),
        *filled,
        _repeated(int(again.sum())),
        _time(curves, np.asarray(good.any(axis=1))),
        _start(settings),
    ]
    return tuple(sentence for sentence in (*sentences, _money(facts)) if sentence)


def _hours(settings: Settings, team: Team) -> str:
    if not team.assumed:
        return ""
    people = "" if len(team.people) == 1 else f" for each of {len(team.people)} people"
    weekly = team.hours / len(team.people) / settings.weeks
    return f"Nobody gave the hours there are; {text.hours(weekly)} a week{people} were assumed."


def _cap(cap: int, people: int) -> str:
    if not cap:
        return ""
    who, each = ("you", "") if people == 1 else ("a person", " each")
    most = f"at most {cap:,}{each} {'was' if cap == 1 else 'were'} assumed"
    return f"Nobody said how many accounts {who} can serve; {most}, which leaves out some worth time."


def _filled(facts: Facts, name: Field, where: Mask, lacks: str, did: str, aside: Mask) -> str:
    """What was done for the accounts without a value; of those `aside` another sentence tells."""
    assumed = facts.assumed.get(name)
    number, of = (0, 0) if assumed is None else (int((assumed & where & ~aside).sum()), int(where.sum()))
    if not number:
        return ""
    if number == of:
        who = {1: "The one account it matters for has", 2: "Both accounts it matters for have"}.get(
            of, f"All {of:,} accounts it matters for have"
        )
    else:
        who = f"{number:,} of the {of:,} accounts it matters for {'has' if number == 1 else 'have'}"
    return f"{who} {lacks} in your list; {did}."


def _repeated(number: int) -> str:
    """How many accounts are taken to pay again what they hired for before."""
    if not number:
        return ""
    who = f"{number:,} account{'s' if number > 1 else ''}"
    are, they = ("are", "they") if number > 1 else ("is", "it")
    return f"{who} with nothing open for now {are} taken to pay in a year what {they} hired for before."


def _time(curves: Curves, good: Mask) -> str:
    """How many accounts take the usual curve of their relationship."""
    usual = int((good & ~curves.answered).sum())
    if not usual:
        return ""
    who = "every account" if usual == good.sum() else f"{usual:,} of {int(good.sum()):,} accounts"
    return (
        f"What extra time brings is assumed from the relationship for {who}; answer the five questions to say better."
    )


def _start(settings: Settings) -> str:
    start = settings.plan_start
    if start is None or "plan_start" in settings.given:
        return ""
    return f"The plan starts today, {start.day} {start:%B %Y}."


def _money(facts: Facts) -> str:
    if not facts.in_money:
        return "The list has no money in it, so what is good for you counts in points."
    return "Money is what a year's fees leave after serving the account, times the chance of being hired."
