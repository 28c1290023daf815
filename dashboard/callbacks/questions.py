"""The first questions on the Plan page: answer, skip, ask again."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from dash import ALL, Input, Output, State, ctx, no_update, set_props

from dashboard import ids
from dashboard.callbacks.common import SAVED, Answer, attempt, refuse, say
from dashboard.components.setting_words import plain
from dashboard.pages.plan.questions import asked_cards, asked_of
from dashboard.security import workspace_id
from dashboard.service.plan_service import PlanService, service_of
from dashboard.state.answers import said_of, take_answer, where_we_are
from dashboard.state.changes import ask_again
from planner.errors import PlannerError, SettingError
from planner.questions.screen import Ask

if TYPE_CHECKING:
    from dash import Dash

NOTHING_TYPED: Final[Mapping[Ask, str]] = MappingProxyType(
    {
        Ask.HOURS: "Write a number of hours, such as 8, or skip.",
        Ask.BETTER_AT: "Choose something, or write it in your own words, or skip.",
    }
)
"""What is said at the field of a question where nothing is typed into it."""


def register(app: Dash) -> None:
    service = service_of(app)

    @app.callback(
        Output(ids.QUESTIONS, "children"),
        Input(ids.REVISION, "data"),
        State(ids.QUESTION_SHOWN, "data", allow_optional=True),
        prevent_initial_call=True,
    )
    def follow(_revision: int, shown: list[str | int] | None) -> Answer:
        asked = asked_of(service.view(workspace_id()))
        if asked is None:
            return None
        return no_update if shown == asked.token else asked_cards(asked)

    @app.callback(
        SAVED,
        Input(ids.ANSWER_SAVE, "n_clicks", allow_optional=True),
        Input(ids.ANSWER_SKIP, "n_clicks", allow_optional=True),
        Input({"type": "answer-pick", "index": ALL}, "n_clicks"),
        State({"type": "answer-row", "index": ALL}, "value"),
        State(ids.ANSWER_CHIPS, "value", allow_optional=True),
        State(ids.ANSWER_TEXT, "value", allow_optional=True),
        prevent_initial_call=True,
    )
    def answer(
        _save: int | None,
        _skip: int | None,
        _picks: list[int],
        rows: list[str],
        chips: list[str] | None,
        text: str | float | None,
    ) -> Answer:
        asked = ctx.triggered_id
        if asked is None or not ctx.triggered[0]["value"]:
            return no_update
        if asked == ids.ANSWER_SKIP:
            return reply(service, workspace_id(), {}, [], "")
        if asked == ids.ANSWER_SAVE:
            typed = "" if text is None else str(text)
            return reply(service, workspace_id(), dict(enumerate(rows)), chips or [], typed, skips=False)
        return reply(service, workspace_id(), {int(asked["index"]): "yes"}, [], "")

    @app.callback(SAVED, Input(ids.ANSWER_AGAIN, "n_clicks"), prevent_initial_call=True)
    def again(clicks: int | None) -> Answer:
        return attempt(service, workspace_id(), ask_again) if clicks else no_update


def reply(
    service: PlanService,
    workspace: str,
    values: dict[int, str],
    picked: list[str],
    text: str,
    *,
    skips: bool = True,
) -> Answer:
    """Take the answer to the question that is open; the new revision.

    Args:
        skips: whether nothing said is meant so; what is typed is asked for again otherwise.
    """
    question = None
    try:
        view = service.view(workspace)
        question = where_we_are(view.plan, view.work).now
        if question is None:
            return no_update
        said = said_of(question, values, picked, text)
        if not said and not skips and question.ask in NOTHING_TYPED:
            raise SettingError(NOTHING_TYPED[question.ask])
        return take_answer(service, workspace, question.name, said)
    except PlannerError as error:
        if question is not None and question.ask in NOTHING_TYPED:
            set_props(ids.ANSWER_TEXT, {"error": plain(str(error))})
        else:
            say(refuse(error))
        return no_update
