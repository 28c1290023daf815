"""The pages, in the order of the header. To add one: a module here with `layout(view)`, and a line below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dashboard.pages import export, plan, roster, scenarios, tags

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.service.plan_service import View


@dataclass(frozen=True)
class Page:
    """A page: its name in ids, its path, its title in the header, and what it shows of a workspace."""

    name: str
    path: str
    title: str
    layout: Callable[[View], Component]


PAGES: Final = (
    Page("roster", "/roster", "Client list", roster.layout),
    Page("tags", "/tags", "Tags", tags.layout),
    Page("plan", "/", "Plan", plan.layout),
    Page("scenarios", "/scenarios", "What if", scenarios.layout),
    Page("export", "/export", "Export", export.layout),
)
