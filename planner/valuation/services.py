"""Which service a deal or an account is about.

Where no column names services, deals are often called "Account - Service"; what stands behind the account's name
is taken for the service when most deals are called so and most of what stands there stands behind several names.
"""

from __future__ import annotations

import numpy as np

from planner.arrays import Texts, same_text
from planner.fields import Field
from planner.roster.roster import Roster
from planner.valuation.distinct import distinct

SEPARATORS = " -–—:|/,"
LEAST_SHARE = 0.6


def deal_services(roster: Roster) -> Texts:
    """(d,) service of each deal, `""` where it is not known; empty without deals."""
    if roster.deals is None:
        return np.zeros(0, dtype=object)
    services = roster.deals.service
    return services if (services != "").any() else _from_names(roster)


def account_services(roster: Roster) -> Texts:
    """(n,) service of each account; several, of its open deals, are joined by `;`."""
    services = roster.text(Field.SERVICE)
    if roster.deals is None or (services != "").all():
        return services
    opened = (roster.deals.state == "open") | (roster.deals.state == "stale")
    named = deal_services(roster)
    joined: dict[int, dict[str, None]] = {}
    for deal in np.flatnonzero(opened & (named != "")).tolist():
        joined.setdefault(int(roster.deals.account[deal]), {})[str(named[deal])] = None
    found = services.copy()
    for account, texts in joined.items():
        found[account] = found[account] or "; ".join(texts)
    return found


def _from_names(roster: Roster) -> Texts:
    deals = roster.deals
    assert deals is not None
    behind = [
        _behind(str(name), str(account))
        for name, account in zip(deals.name.tolist(), roster.names[deals.account].tolist(), strict=True)
    ]
    services = np.array(behind, dtype=object)
    found = distinct(services).plain()
    named = services != ""
    shared = np.bincount(found.codes, minlength=len(found.values))[found.codes] > 1
    telling = named.mean() >= LEAST_SHARE and shared[named].mean() >= LEAST_SHARE if named.any() else False
    return services if telling else same_text(deals.size, "")


def _behind(name: str, account: str) -> str:
    """What a deal is called behind its account's name and a separator, or `""`."""
    if not account or not name.casefold().startswith(account.casefold()):
        return ""
    rest = name[len(account) :]
    service = rest.strip(SEPARATORS)
    return service if rest[: len(rest) - len(rest.lstrip(SEPARATORS))].strip() else ""
