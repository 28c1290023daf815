"""The Client list page: drop a file, see what was understood of it, mend what was not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import dash_ag_grid as dag
import dash_mantine_components as dmc
from dash import html

from dashboard import ids
from dashboard.components.parts import aria, button, callout, card, data, drop_zone, heading, link_button, problem
from dashboard.components.words import SEVERITY_TITLE
from dashboard.pages.roster.list_check import changes_card, column_dialog, issues_in_short, list_check, summary
from dashboard.state.list_loading import MEGABYTE
from dashboard.state.store import KEEP_DAYS
from dashboard.state.workspace import Workspace
from dashboard.tables.client_list import LEFT_OUT, MOST_ISSUES, issue_columns, issue_rows
from planner.quarter.refresh import refresh
from planner.roster.duplicates import few_named
from planner.text import count, listed
from planner.vocabulary import Grain

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.service.plan_service import View
    from planner.roster.roster import Roster

YOURS_STAYS: Final = "your list stays as it is until you use this one"
DROP_HINT: Final = (
    "or choose files. Excel, OpenDocument, CSV; as you keep it, in any order of columns. "
    "Deals, companies and contacts may come apart: drop them together."
)
KEPT: Final = (
    f"It stays on this machine, for {KEEP_DAYS} days after you last open it; start over, and it is deleted at once."
)


def layout(view: View) -> html.Div:
    """The whole page for a workspace: a list that was dropped, as long as it is not used; else the one planned."""
    return html.Div(
        className="stack",
        children=[
            html.Div(checked(view), id=ids.UNDERSTOOD, className="stack"),
            column_dialog(),
        ],
    )


def checked(view: View) -> list[Component]:
    """The dropped list to look at before it is used, else what was understood of the list that is planned."""
    if view.draft is not None and view.work.draft is not None:
        last = None if view.work.is_sample else view.plan.roster
        return draft_parts(view.work.draft, view.draft, last)
    return [html.H1("Your client list"), upload_card(view.max_file_mb, view.work), *understood(view)]


def draft_page(work: Workspace, draft: Roster) -> html.Div:
    """A dropped list where no plan can be made of the one before it."""
    return html.Div(
        [html.Div(draft_parts(work, draft, None), id=ids.UNDERSTOOD, className="stack"), column_dialog()],
        className="stack",
    )


def draft_parts(work: Workspace, draft: Roster, last: Roster | None) -> list[Component]:
    """A dropped list: its picture, what it leaves open, what changed since the last one, and *Use this list*."""
    title = f"{count(draft.size, 'account')} in “{work.title}”"
    joined = f"with {listed([f'“{file.name}”' for file in work.files[1:]])}" if len(work.files) > 1 else ""
    said = " · ".join(part for part in (joined, summary(draft, draft.source.currency), YOURS_STAYS) if part)
    head = html.Div(
        [
            html.Div([html.H1(title), html.P(said, className="quiet")]),
            html.Div(
                [button("Another file", ids.DRAFT_DROP), button("Use this list", ids.DRAFT_USE, primary=True)],
                className="row",
            ),
        ],
        className="row spread page-head",
    )
    changes = changes_card(refresh(draft, last)) if last is not None else None
    side = [changes, issues_in_short(list(draft.issues), marked=False)]
    return [head, html.Div(id=ids.UPLOAD_ERROR), list_check(draft, draft.source.sheet, side)]


def upload_card(max_file_mb: float, work: Workspace | None) -> html.Section:
    """Where files are dropped. A list already there stays until the new one has been read.

    Args:
        work: what is shown; None where no plan can be made of it.
    """
    sample = work is not None and work.is_sample
    ways = [link_button("Download the template", "/download/template.xlsx", download=True)]
    if work != Workspace():
        ways.append(button("Start over", ids.START_OVER))
    if work is not None and not sample:
        ways.append(link_button("See the plan", "/", primary=True))
    return card(
        label="Upload",
        children=[
            drop_zone(
                ids.UPLOAD,
                "Drop your client list here" if sample else "Drop another list, or next month's",
                DROP_HINT,
            ),
            html.Div(id=ids.UPLOAD_STATE, role="status"),
            html.Div(id=ids.UPLOAD_ERROR),
            html.Div(id=ids.UPLOAD_LIMIT, hidden=True, **data(bytes=str(int(max_file_mb * MEGABYTE)))),
            html.Div([html.Span(KEPT, className="quiet"), html.Span(ways, className="row")], className="row spread"),
            start_over(),
        ],
    )


def no_plan(sentence: str, max_file_mb: float) -> html.Div:
    """What stands on every page while no plan can be made: why, and two ways on."""
    return html.Div(
        className="stack",
        children=[
            problem("No plan can be made yet", sentence),
            upload_card(max_file_mb, None),
        ],
    )


def start_over() -> dmc.Modal:
    """Asks before everything is deleted."""
    return dmc.Modal(
        id=ids.START_OVER_ASK,
        title="Delete this list and everything you changed?",
        closeButtonProps={"aria-label": "Close"},
        children=html.Div(
            [
                html.P(
                    "The list, your changes, rules, answers and results are deleted here for good. Your own file stays."
                ),
                html.Div(
                    [button("Delete", ids.START_OVER_YES, className="danger"), button("Keep", ids.START_OVER_NO)],
                    className="row",
                ),
            ],
            className="stack",
        ),
    )


def password_form(sentence: str) -> html.Div:
    """A protected workbook asks for its password; it opens the file once and is not kept."""
    return html.Div(
        [
            callout(sentence, "warning"),
            html.Div(
                [
                    dmc.PasswordInput(id=ids.PASSWORD, label="Password of the workbook", w=260, debounce=True),
                    button("Open it", ids.PASSWORD_OPEN),
                ],
                className="row end",
            ),
        ],
        className="stack tight",
    )


def understood(view: View) -> list[html.Section | html.Div]:
    """What was found in the list, and what is to be mended."""
    roster = view.plan.roster
    if not roster.size:
        return []
    parts = [
        list_check(roster, roster.source.sheet, [found_card(view)]),
        duplicates_card(view),
        issues_card(view),
    ]
    return [part for part in parts if part is not None]


def found_card(view: View) -> html.Section:
    """File, sheet, header row, grain, joins, and counts that agree with the user's own."""
    source, roster = view.plan.roster.source, view.plan.roster
    deals = source.grain is Grain.OPPORTUNITY
    facts = [
        ("File", view.work.title),
        ("Rows", "one per deal, added up by client" if deals else "one per client"),
        ("Headers", f"row {source.header_row} of “{source.sheet}”" if source.sheet else f"row {source.header_row}"),
        ("Accounts", f"{roster.size:,}"),
    ]
    if source.joined:
        facts.append(("Joined with", listed(list(source.joined))))
    told = roster.reconciliation
    sentence = " ".join((told.sentence, *(f"{join}." for join in told.joins))).strip() if told else ""
    choices = [
        dmc.TextInput(
            id=ids.CURRENCY, label="Currency", value=view.plan.settings.currency, placeholder="$", debounce=600, w=110
        )
    ]
    return card(
        label="What was understood",
        children=[
            heading("What was understood"),
            html.Dl([part for title, text in facts for part in (html.Dt(title), html.Dd(text))], className="facts"),
            *([html.P(sentence)] if sentence else []),
            html.Div(choices, className="row end"),
        ],
    )


def duplicates_card(view: View) -> html.Section | None:
    """Accounts that look like one. Nothing is merged unasked."""
    rows = [
        html.Li(
            [
                html.Span([html.B(listed(few_named(one.accounts))), html.Span(f" {one.evidence}", className="quiet")]),
                html.Span(
                    [
                        button("They are one", ids.duplicate(at, "merge"), size="xs"),
                        button("They are two", ids.duplicate(at, "keep"), size="xs"),
                    ],
                    className="row",
                ),
            ]
        )
        for at, one in enumerate(view.plan.roster.duplicates)
        if "\n".join(one.accounts) not in view.work.alike
    ]
    if not rows:
        return None
    text = "Made one, their money and hours are added up; Undo takes it back."
    return card([heading("Look alike", text), html.Ul(rows, className="names")], "Look alike")


def issues_note(number: int) -> str:
    """Where the others stand, of more than the page shows; the choices of kinds count them."""
    return f"the first {MOST_ISSUES:,} of {number:,}; the download has them all" if number > MOST_ISSUES else ""


def issues_card(view: View) -> html.Section:
    """Everything that was wrong or had to be decided, with its cell."""
    rows = issue_rows(view.plan.issues)
    if not rows:
        return card([heading("Nothing to mend"), callout("Every cell of the list could be read.", "good")], "Issues")
    kinds = [("", f"All ({len(rows)})")]
    for kind in (*SEVERITY_TITLE.values(), LEFT_OUT):
        number = sum(row["kind"] == kind for row in rows)
        if number:
            kinds.append((kind, f"{kind} ({number})"))
    return card(
        label="What to check in the list",
        children=[
            heading("What to check in the list", issues_note(len(rows))),
            html.Div(
                [
                    dmc.SegmentedControl(
                        id=ids.ISSUES_SEVERITY,
                        data=[{"value": kind, "label": label} for kind, label in kinds],
                        value="",
                        size="xs",
                        **aria(label="Which of them"),
                    ),
                    html.Span(
                        [
                            *(
                                [link_button("Your file, marked", "/download/marked", download=True)]
                                if view.plan.roster.source.file.lower().endswith((".xlsx", ".xlsm"))
                                else []
                            ),
                            link_button("Download as CSV", "/download/issues.csv", download=True),
                        ],
                        className="row",
                    ),
                ],
                className="row spread",
            ),
            dag.AgGrid(
                id=ids.ISSUES_GRID,
                className="grid",
                columnDefs=issue_columns(),
                rowData=rows[:MOST_ISSUES],
                defaultColDef={"sortable": True, "resizable": True, "wrapText": True, "autoHeight": True},
                style={"height": f"{min(60 + 64 * len(rows), 460)}px", "width": "100%"},
                dashGridOptions={"headerHeight": 40, "enableCellTextSelection": True, "ensureDomOrder": True},
            ),
        ],
    )
