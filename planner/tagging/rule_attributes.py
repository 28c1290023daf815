"""What rules look at: columns of the list, and figures worked out from them and from the deals behind them.

Text clues are `""` and number clues NaN where nothing is known. Months count from `settings.plan_start`, forward
to dates to come and backward to dates that have been.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import numpy as np

from planner.arrays import Dates, Numbers, Texts, same_text
from planner.fields import Field
from planner.parsing.remarks.remark_families import SENDS_NOTHING as NOTHING_SENT
from planner.parsing.remarks.remark_families import SENDS_WORK
from planner.roster.roster import Roster
from planner.settings import Settings
from planner.tagging.legal_forms import legal_forms
from planner.tagging.remark_texts import Sayings, joined_remarks
from planner.valuation.deal_timing import OpenDeals, find_open_deals
from planner.valuation.distinct import distinct
from planner.valuation.free_work import free_work
from planner.valuation.referrals import deals_referred
from planner.valuation.services import account_services
from planner.valuation.track_record import Industries, new_services, shares_of_industries
from planner.valuation.types import Facts
from planner.vocabulary import Relationship

DAYS_A_MONTH = 365.25 / 12
HOST = re.compile(r"\s*(?:[a-z]++://)?(?:[^@/\s;,]*+@)?(?:www\.)?([^/?#:;,\s]+)")
_OF_HOSTS = str.maketrans(".\n-_", "aaaa")
"""What may stand in hosts beside letters and digits, as letters."""


class Clue(StrEnum):
    """Names of the clues, as the Rules sheet has them."""

    NAME = "name"
    TYPE = "type"
    INDUSTRY = "industry"
    SERVICE = "service"
    REGION = "region"
    OWNER = "owner"
    STAGE = "stage"
    DOMAIN = "domain"
    RELATIONSHIP = "relationship"
    LEAD_SOURCE = "lead source"
    LOST_REASON = "lost because"
    DEAL_NAME = "deal"
    OPEN_DEAL = "open deal"
    FREE_WORK = "pro bono"
    REMARKS = "remarks"
    NEW_SERVICE = "new service"
    LEGAL_FORM = "legal form"
    SENDS_NOTHING = "sends nothing"
    PAYS = "pays more than it costs"
    MONTHS_TO_DATE = "months to the date"
    MONTHS_SINCE_WON = "months since won"
    MONTHS_SINCE_LOST = "months since lost"
    DEALS_REFERRED = "deals referred"
    INDUSTRY_SHARE = "share of clients in the industry"
    CLIENTS = "clients"
    INDUSTRIES = "industries of clients"
    FEE = "annual fee"
    CHANCE = "chance"
    HOURS_NOW = "hours now"
    REFERRALS = "referrals a year"


TEXT_CLUES = frozenset(list(Clue)[: list(Clue).index(Clue.PAYS) + 1])
NUMBER_CLUES = frozenset(Clue) - TEXT_CLUES

COLUMN_OF: Mapping[Clue, Field] = {
    Clue.NAME: Field.ACCOUNT,
    Clue.TYPE: Field.TYPE,
    Clue.INDUSTRY: Field.INDUSTRY,
    Clue.REGION: Field.REGION,
    Clue.OWNER: Field.OWNER,
    Clue.STAGE: Field.STAGE,
    Clue.LEAD_SOURCE: Field.LEAD_SOURCE,
    Clue.LOST_REASON: Field.LOST_REASON,
    Clue.DEAL_NAME: Field.DEAL,
}
YES, NO = "yes", "no"


@dataclass(frozen=True, eq=False)
class Clues:
    """The clues of a list; each is worked out when first asked for."""

    roster: Roster
    facts: Facts
    settings: Settings

    def text(self, clue: str) -> Texts:
        """(n,) of a text clue, or of one of the user's own columns by its header."""
        if clue not in TEXT_CLUES:
            return self.roster.other[clue]
        if clue in COLUMN_OF:
            return self.roster.text(COLUMN_OF[Clue(clue)])
        return self._worked_out_texts[Clue(clue)]

    def number(self, clue: str) -> Numbers:
        """(n,) of a number clue."""
        return self._numbers[Clue(clue)]

    @property
    def today(self) -> dt.date:
        """The day that "now" is counted from."""
        assert self.settings.plan_start is not None
        return self.settings.plan_start

    @cached_property
    def open_deals(self) -> OpenDeals:
        return find_open_deals(self.roster, self.settings)

    @cached_property
    def industries(self) -> Industries:
        return shares_of_industries(self.roster, self.facts.relationship)

    @cached_property
    def remarks(self) -> Texts:
        """(n,) all remarks on each account, one a line."""
        return joined_remarks(self.roster)

    @cached_property
    def _worked_out_texts(self) -> Mapping[Clue, Texts]:
        return {
            Clue.RELATIONSHIP: self.facts.relationship,
            Clue.DOMAIN: _domains(self.roster),
            Clue.SERVICE: account_services(self.roster),
            Clue.OPEN_DEAL: self.open_deals.timing,
            Clue.FREE_WORK: free_work(self.roster),
            Clue.REMARKS: self.remarks,
            Clue.NEW_SERVICE: new_services(self.roster, self.facts.relationship),
            Clue.LEGAL_FORM: legal_forms(self.roster),
            Clue.SENDS_NOTHING: self._sending_nothing,
            Clue.PAYS: np.array((YES, NO), dtype=object)[(self.facts.margin <= 0).astype(np.intp)],
        }

    @property
    def _sending_nothing(self) -> Texts:
        """(n,) `yes` where a remark says that a source of referrals sends nobody, or does so no longer."""
        found = same_text(self.roster.size, "")
        sources = np.flatnonzero(self.facts.relationship == Relationship.REFERRAL_SOURCE)
        phrases = (*SENDS_WORK.phrases, *NOTHING_SENT.phrases)
        remarks = Sayings(self.remarks[sources].tolist(), phrases, self.today)
        denied, said = remarks.denying(SENDS_WORK.phrases), remarks.saying(NOTHING_SENT.phrases)
        found[sources] = [YES if any(either) else "" for either in zip(denied, said, strict=True)]
        return found

    @cached_property
    def _numbers(self) -> Mapping[Clue, Numbers]:
        return {
            Clue.MONTHS_TO_DATE: -self._months_since(self.roster.date(Field.EXPECTED_DATE)),
            Clue.MONTHS_SINCE_WON: self._months_since(self.roster.date(Field.WON_ON)),
            Clue.MONTHS_SINCE_LOST: self._months_since(self.roster.date(Field.LOST_ON)),
            Clue.DEALS_REFERRED: deals_referred(self.roster).count,
            Clue.INDUSTRY_SHARE: self.industries.share,
            Clue.CLIENTS: np.full(self.roster.size, float(self.industries.clients)),
            Clue.INDUSTRIES: np.full(self.roster.size, float(self.industries.industries)),
            Clue.FEE: self.facts.fee,
            Clue.CHANCE: self.facts.probability,
            Clue.HOURS_NOW: self.facts.current_hours,
            Clue.REFERRALS: self.roster.number(Field.REFERRALS_PER_YEAR),
        }

    def _months_since(self, dates: Dates) -> Numbers:
        days = (np.datetime64(self.today, "D") - dates.astype("datetime64[D]")).astype(np.float64)
        return np.where(np.isnat(dates), np.nan, days / DAYS_A_MONTH)


def _domains(roster: Roster) -> Texts:
    """(n,) host names from websites, else from email addresses."""
    sites = distinct(np.where(roster.text(Field.DOMAIN) != "", roster.text(Field.DOMAIN), roster.text(Field.EMAIL)))
    return sites.spread(np.array(hosts(sites.values), dtype=object))


def hosts(addresses: Sequence[str]) -> list[str]:
    """`example.org` of each website, address on it or email address."""
    whole = "\n".join(addresses)
    if whole.count("\n") < len(addresses) and whole.translate(_OF_HOSTS).isalnum():
        return [(host.removeprefix("www.") or host).strip(".") for host in whole.casefold().split("\n")]
    matches = (HOST.match(address.casefold()) for address in addresses)
    return [match[1].strip(".") if match else "" for match in matches]
