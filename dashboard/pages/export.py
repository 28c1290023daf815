"""The Export page: one click to each way out. Links are plain, so that they work from the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dash import html

from dashboard.components.parts import card, heading, icon, link_button
from dashboard.components.summary import total_hours, used_hours
from dashboard.components.words import used_of
from planner.export.own_workbook.plan_columns import gives_back
from planner.text import count

if TYPE_CHECKING:
    from dashboard.service.plan_service import View


OWN: Final = "/download/own"
WAYS: Final = (
    (
        "upload",
        "Your own file back",
        "Your list as it was, with the plan in new columns beside your rows.",
        "Download your file",
        OWN,
    ),
    (
        "print",
        "Two pages to print",
        "What to do and why on the first, where the hours go on the second. Or save them as PDF.",
        "Open the pages",
        "/print",
    ),
    (
        "calendar",
        "Calendar",
        "The planned hours as weekly blocks to move about, next steps on their days; a file for each person.",
        "Download the calendar",
        "/download/calendar",
    ),
    ("sheet", "CSV", "One line an account, for any other tool.", "Download CSV", "/download/plan.csv"),
    ("code", "JSON", "Everything on the screen, in a published format.", "Download JSON", "/download/plan.json"),
)
"""Further ways out: sign, title, what it is, the link's words and address."""


def layout(view: View) -> html.Div:
    """The whole page for a workspace."""
    return html.Div(
        className="stack export-page",
        children=[
            html.Div([html.H1("Take it to the meeting"), html.P(contents(view))], className="page-head lines"),
            card(
                className="export-main",
                label="Excel workbook",
                children=[
                    html.Div(
                        [
                            heading("Excel workbook"),
                            html.P(view.plan.explanation.headline, className="export-headline"),
                            html.P(
                                "A summary with charts on one page, the plan with live totals, a page for each person "
                                "with room for hours spent and what came of them, every reason, and what to step back "
                                "from. Yellow tabs are yours to fill in: answers, corrections, settings. Opened here "
                                "again, it gives this plan with what you wrote there.",
                                className="quiet prose",
                            ),
                        ]
                    ),
                    link_button("Download the workbook", "/download/plan.xlsx", primary=True, download=True),
                ],
            ),
            html.Div(
                [way(*one) if one[-1] != OWN or own_comes(view) else no_way(*one) for one in WAYS], className="ways"
            ),
        ],
    )


def contents(view: View) -> str:
    """What goes into the files, in figures."""
    plan = view.plan
    changes = sum(len(fields) for fields in view.work.overrides.values())
    mine = f", {count(changes, 'value')} changed by you" if changes else ""
    return (
        f"{count(plan.roster.size, 'account')}, {used_of(used_hours(plan), total_hours(plan))} placed, "
        f"balance {plan.settings.balance}{mine}."
    )


def own_comes(view: View) -> bool:
    """Whether the file of the list is of a kind that can be given back; the sample always is."""
    return view.work.is_sample or gives_back(view.work.files[0].name)


def no_way(sign: str, title: str, text: str, *_: str) -> html.Section:
    """A way out that is closed to the kind of file that the list came in, and how to open it."""
    how = "Only Excel and CSV files can be given back: save yours as .xlsx, and drop that."
    return card(
        [html.Div([icon(sign), html.H2(title)], className="way-title"), html.P(text, className="quiet"), html.P(how)],
        title,
    )


def way(sign: str, title: str, text: str, action: str, href: str) -> html.Section:
    """One more way out: what it is and its link."""
    link = (
        link_button(action, href, download=True)
        if href.startswith("/download/")
        else html.A(action, href=href, className="button", target="_self")
    )
    return card(
        [html.Div([icon(sign), html.H2(title)], className="way-title"), html.P(text, className="quiet"), link], title
    )
