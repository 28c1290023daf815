"""The pages, in the order of the header. To add one: a module or folder with `layout(view)`, and a line below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dashboard.pages import export, how
from dashboard.pages.clients import page as clients
from dashboard.pages.explore import page as explore
from dashboard.pages.plan import page as plan
from dashboard.pages.quarter import page as quarter
from dashboard.pages.roster import page as roster

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.service.plan_service import View


@dataclass(frozen=True)
class Page:
    """A page: its name in ids, its path, its title, what it shows of a workspace, and whether the header leads there.

    A page that the header does not lead to is linked at the foot of every page.
    """

    name: str
    path: str
    title: str
    layout: Callable[[View], Component]
    in_header: bool = True


PAGES: Final = (
    Page("roster", "/roster", "Client list", roster.layout),
    Page("clients", "/clients", "Clients", clients.layout),
    Page("plan", "/", "Plan", plan.layout),
    Page("explore", "/explore", "Explore", explore.layout),
    Page("quarter", "/quarter", "Quarter", quarter.layout),
    Page("export", "/export", "Export", export.layout),
    Page("how", "/how", "How this works", how.layout, in_header=False),
)
