"""The shell around every page: header, way from page to page, toasts, foot. `shell()` is asked for at each load."""

from __future__ import annotations

from typing import Final

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard import ids
from dashboard.components.goods_style import goods_css, goods_json
from dashboard.components.parts import aria, icon
from dashboard.components.theme import mantine_theme
from dashboard.pages import PAGES, Page

INDEX: Final = f"""<!DOCTYPE html>
<html lang="en">
  <head>
    {{%metas%}}
    <title>{{%title%}}</title>
    <link rel="icon" href="/assets/logo.svg">
    {{%css%}}
    <style>{goods_css()}</style>
    <script type="application/json" id="goods">{goods_json()}</script>
  </head>
  <body>
    {{%app_entry%}}
    <footer>{{%config%}}{{%scripts%}}{{%renderer%}}</footer>
  </body>
</html>"""


def shell() -> dmc.MantineProvider:
    """What every page has around it."""
    return dmc.MantineProvider(
        id="theme",
        theme=mantine_theme(),
        defaultColorScheme="auto",
        children=[
            html.A("Skip to the page", href="#page-main", className="skip"),
            dcc.Location(id=ids.WHERE, refresh="callback-nav"),
            dcc.Store(id=ids.REVISION, data=0),
            dcc.Store(id=ids.STEP),
            dmc.NotificationContainer(id=ids.NOTICES, position="bottom-center", sendNotifications=[]),
            html.Div(id=ids.ANNOUNCE, className="sr-only", role="status", **aria(live="polite")),
            header(),
            html.Main(html.Div(waiting(), id=ids.PAGE), id="page-main", className="page", tabIndex="-1"),
            foot(),
        ],
    )


def header() -> html.Header:
    return html.Header(
        className="top",
        children=[
            dcc.Link(
                [html.Img(src="/assets/logo.svg", alt=""), html.Span("Portfolio balance")],
                href="/",
                className="brand",
            ),
            html.Nav(navigation("/"), id=ids.NAV, className="nav", **aria(label="Pages")),
            html.Div("", id=ids.LIST_NAME, className="list-name"),
            dmc.ColorSchemeToggle(
                lightIcon=icon("sun"),
                darkIcon=icon("moon"),
                variant="subtle",
                color="gray",
                size="lg",
                className="scheme",
                **aria(label="Light or dark"),
            ),
        ],
    )


def navigation(path: str) -> list[dcc.Link]:
    """One link a page of the header; the one that is open says so to everybody."""
    return [page_link(page, path) for page in PAGES if page.in_header]


def foot() -> html.Nav:
    """Ways to the pages that the header has no room for, and where the data is."""
    return html.Nav(
        [
            *(page_link(page, "") for page in PAGES if not page.in_header),
            html.Span("Your list stays on this machine."),
        ],
        className="foot",
        **aria(label="More"),
    )


def page_link(page: Page, path: str) -> dcc.Link:
    here = page.path == path
    return dcc.Link(
        page.title, href=page.path, className="nav-link here" if here else "nav-link", id=f"nav-{page.name}"
    )


def waiting() -> html.Div:
    """What stands on a page until its plan is ready."""
    return html.Div(
        className="waiting",
        role="status",
        children=[
            dmc.Skeleton(h=160, radius="lg"),
            dmc.Skeleton(h=320, radius="lg", mt="lg"),
            html.Span("Working out the plan…", className="sr-only"),
        ],
    )
