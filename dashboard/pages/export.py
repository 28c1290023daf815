"""The Export page: one click to each way out. Links are plain, so that they work from the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard.components.parts import card, heading, icon, link_button
from dashboard.components.summary import total_hours, used_hours
from dashboard.components.words import used_of
from planner.explanation.text import count

if TYPE_CHECKING:
    from dashboard.service.plan_service import View


def layout(view: View) -> html.Div:
    """The whole page for a workspace."""
    return html.Div(
        className="stack export-page",
        children=[
            html.H1("Take it to the meeting"),
            card(
                className="export-main",
                label="Excel workbook",
                children=[
                    heading("Excel workbook"),
                    html.P(
                        "A summary with charts, the plan with live totals, a page for each person, every reason, and "
                        "what to step back from. Opened here again, it gives this plan."
                    ),
                    html.P(view.plan.explanation.headline, className="export-headline"),
                    html.P(contents(view), className="quiet"),
                    html.Div(link_button("Download the workbook", "/download/plan.xlsx", primary=True, download=True)),
                ],
            ),
            html.Div(
                className="ways",
                children=[
                    way(
                        "upload",
                        "Your own file back",
                        "Your list as it was, with the plan in new columns beside your rows.",
                        "Download your file",
                        "/download/own",
                    ),
                    way(
                        "print",
                        "Print, or PDF",
                        "Two clean sheets: what to do, and where the hours go.",
                        "Open the sheets",
                        "/print",
                        False,
                    ),
                    way(
                        "sheet", "CSV", "One line an account, for any other tool.", "Download CSV", "/download/plan.csv"
                    ),
                    way(
                        "code",
                        "JSON",
                        "Everything on the screen, in a published format.",
                        "Download JSON",
                        "/download/plan.json",
                    ),
                ],
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


def way(sign: str, title: str, text: str, action: str, href: str, download: bool = True) -> html.Section:
    """One more way out: what it is and its link."""
    link = (
        link_button(action, href, download=True)
        if download
        else html.A(action, href=href, className="button", target="_self")
    )
    return card(
        [html.Div([icon(sign), html.H2(title)], className="way-title"), html.P(text, className="quiet"), link], title
    )
