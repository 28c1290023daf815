"""Every component id, in one place. Pattern-matching ids are made by the functions at the end."""

from __future__ import annotations

from typing import Final

from planner.goods import GROUPS

# Shell
PAGE: Final = "page"
WHERE: Final = "where"
NAV: Final = "nav"
LIST_NAME: Final = "list-name"
NOTICES: Final = "notices"
ANNOUNCE: Final = "announce"
STEP: Final = "step"
"""What is asked for by a button of a toast, of a page, or by Ctrl+Z: `{"step": "undo" | "redo"}`; see
`assets/presses.js` and `assets/history.js`."""
REVISION: Final = "revision"
PAGE_REVISION: Final = "page-revision"
"""Where what is changed on a page leaves the new revision; it comes and goes with the page (see `shell.py`)."""
"""A number that rises with every saved change; what is shown follows it."""

# Plan
SLIDER: Final = {group: f"share-{group}" for group in GROUPS}
HOLD: Final = {group: f"hold-{group}" for group in GROUPS}
SHARE_TEXT: Final = {group: f"text-{group}" for group in GROUPS}
TRIANGLE: Final = "triangle"
PRESETS: Final = "presets"
BALANCE: Final = "balance"
ANSWER: Final = "answer"
"""What the server says of the plan that the page opens with, drawn by `assets/plan.js`."""
FOLLOW: Final = "/follow"
"""Where `assets/plan.js` asks for the plan that comes next."""
HOURS: Final = "hours"
CAP_LINE: Final = "cap-line"
BALANCE_NOTE: Final = "balance-note"
DO: Final = "do"
"""What a button in HTML text asks for: `{"do": ..., "value": ...}`; see `assets/plan.js`."""
PLAN_TOP: Final = "plan-top"
PLAN_SIDE: Final = "plan-side"
PLAN_GRID: Final = "plan-grid"
PLAN_SEARCH: Final = "plan-search"
PLAN_PERSON: Final = "plan-person"
PLAN_TABLE_NOTE: Final = "plan-table-note"
QUESTIONS: Final = "questions"
ANSWER_TEXT: Final = "answer-text"
ANSWER_CHIPS: Final = "answer-chips"
ANSWER_SAVE: Final = "answer-save"
ANSWER_SKIP: Final = "answer-skip"
ANSWER_AGAIN: Final = "answer-again"
QUESTION_SHOWN: Final = "question-shown"

# The panel of one account
PANEL: Final = "panel"
PANEL_BODY: Final = "panel-shown"
PANEL_ACCOUNT: Final = "panel-account"
PANEL_DRAWN: Final = "panel-drawn"
PANEL_HOURS: Final = "panel-hours"
PANEL_SET: Final = "panel-set"
PANEL_LEAVE_OUT: Final = "panel-leave-out"
PANEL_FREE: Final = "panel-free"
FACTS_SAVE: Final = "facts-save"
GUESS: Final = "guess"
"""What a button in the panel says of a guess: `{"guess": "yes" | "no", "good": ..., "row": ...}`."""

# Roster
UPLOAD: Final = "upload"
UPLOAD_STATE: Final = "upload-state"
UPLOAD_ERROR: Final = "upload-error"
UPLOAD_LIMIT: Final = "upload-limit"
UNDERSTOOD: Final = "understood"
ISSUES_GRID: Final = "issues-grid"
ISSUES_SEVERITY: Final = "issues-severity"
PASSWORD: Final = "password"
PASSWORD_OPEN: Final = "password-open"
DRAFT_USE: Final = "draft-use"
DRAFT_DROP: Final = "draft-drop"
COLUMN_ASK: Final = "column-ask"
COLUMN_BODY: Final = "column-body"
COLUMN_LETTER: Final = "column-letter"
COLUMN_FIELD: Final = "column-field"
COLUMN_NONE: Final = "column-none"
START_OVER: Final = "start-over"
START_OVER_ASK: Final = "start-over-ask"
START_OVER_YES: Final = "start-over-yes"
START_OVER_NO: Final = "start-over-no"
SHEET: Final = "sheet"
CURRENCY: Final = "currency"

# Clients
CLIENTS_GRID: Final = "clients-grid"
CLIENTS_SEARCH: Final = "clients-search"
CLIENTS_BANNER: Final = "clients-banner"
CLIENTS_STEPS: Final = "clients-steps"
CLIENTS_PANEL: Final = "clients-panel"
CLIENTS_SHOWN: Final = "clients-shown"
"""Token of the plan that the grid shows."""
CLIENTS_ROWS: Final = "clients-rows"
"""Rows of the grid that changed; `assets/clients.js` puts them there."""
CLIENTS_CHOSEN: Final = "clients-chosen"
"""Whose panel is open, `{"at": position, "going": whether guesses are gone through}`; see `assets/clients.js`."""
CLIENTS_EDIT: Final = "clients-edit"
"""A fact that somebody typed and sent with Enter: `{"accounts", "fact", "value", "by", "turn"}`."""
CLIENTS_EDITED: Final = "clients-edited"
"""What came of it: `{"turn", "error"}`."""
CLIENTS_SAY: Final = "clients-say"
"""A word about guesses: `{"word", "at", "good", "all"}`."""
BULK: Final = "bulk"
BULK_COUNT: Final = "bulk-count"
BULK_FACT: Final = "bulk-fact"
BULK_TEXT: Final = "bulk-text"
BULK_CHOICE: Final = "bulk-choice"
BULK_BY: Final = "bulk-by"
BULK_APPLY: Final = "bulk-apply"
RULES: Final = "rules"
RULE_FIELD: Final = "rule-field"
RULE_WORDS: Final = "rule-words"
RULE_GOOD: Final = "rule-good"
RULE_STRENGTH: Final = "rule-strength"
RULE_ADD: Final = "rule-add"
RULES_RESET: Final = "rules-reset"


def setting(name: str) -> dict[str, str]:
    """The input of a setting by its own name."""
    return {"type": "setting", "name": name}


def column_chip(letter: str) -> dict[str, str]:
    """The chip over a column of the picture of a sheet."""
    return {"type": "column-chip", "letter": letter}


def column_guess(field: str) -> dict[str, str]:
    """A field that a column could be."""
    return {"type": "column-guess", "field": field}


def sheet_row(code: str, value: str) -> dict[str, str]:
    """Takes a row of the picture in or leaves it out."""
    return {"type": "sheet-row", "code": code, "value": value}


def list_answer(code: str, value: str) -> dict[str, str]:
    """An answer to what a list leaves open."""
    return {"type": "list-answer", "code": code, "value": value}


def fact(name: str) -> dict[str, str]:
    """The input of a fact of the account in the panel."""
    return {"type": "fact", "field": name}


def duplicate(index: int, action: str) -> dict[str, str | int]:
    return {"type": "duplicate", "index": index, "action": action}


def rule_strength(index: int) -> dict[str, str | int]:
    return {"type": "rule-strength", "index": index}


def rule_drop(index: int) -> dict[str, str | int]:
    return {"type": "rule-drop", "index": index}


def answer_row(index: int) -> dict[str, str | int]:
    """What is said of one choice of a question."""
    return {"type": "answer-row", "index": index}


def answer_pick(index: int) -> dict[str, str | int]:
    """A choice whose click is the whole answer."""
    return {"type": "answer-pick", "index": index}


# Explore
EXPLORE_TABS: Final = "explore-tabs"
COMPARED: Final = "compared"
WHAT_IF_NAME: Final = "what-if-name"
WHAT_IF_SAVE: Final = "what-if-save"
WHAT_IF_HISTORY: Final = "what-if-history"
SPLIT_TEXT: Final = "split-text"
SPLIT_FILE: Final = "split-file"
SPLIT_ERROR: Final = "split-error"
SPLIT_RUN: Final = "split-run"
SPLIT_BODY: Final = "split-body"
SPLIT_USE: Final = "split-use"
MAP_MEASURE: Final = "map-measure"
MAP_FIGURE: Final = "map-figure"
MAP_BODY: Final = "map-body"
MAP_PICK: Final = "map-pick"
MAP_PICK_USE: Final = "map-pick-use"
SURE_BODY: Final = "sure-body"
SURE_USUAL: Final = "sure-usual"
SURE_RUN: Final = "sure-run"
SURE_DRAWS: Final = "sure-draws"
SURE_SPREAD: Final = {
    "fees": "spread-fees",
    "probabilities": "spread-chances",
    "ratings": "spread-ratings",
    "half_hours": "spread-half-hours",
}
OFFER_USE: Final = "offer-use"
DIFFER_CARD: Final = "differ-card"
DIFFER_BODY: Final = "differ-body"
DIFFER_RUN: Final = "differ-run"
RATERS: Final = "raters"
RATERS_ERROR: Final = "raters-error"
JOB_CLOCK: Final = "job-clock"
"""Has the page look how far long work is, as long as some is on its way; see `assets/jobs.js` for other tabs' work."""
JOB_STOPPED: Final = "job-stopped"
"""The kind of work that is to stop, and when that was said; see `assets/jobs.js`."""


def what_if_try(name: str) -> dict[str, str]:
    """A ready-made what-if by its name."""
    return {"type": "what-if-try", "name": name}


def split_start(name: str) -> dict[str, str]:
    """Hours to start a split of one's own from: `plan` or `today`."""
    return {"type": "split-start", "name": name}


def apply_balance(balance: str, why: str) -> dict[str, str]:
    """Plan with a balance that is offered, such as "20/30/50"."""
    return {"type": "apply-balance", "balance": balance, "why": why}


def rater_drop(digest: str) -> dict[str, str]:
    """Take out a file of ratings."""
    return {"type": "rater-drop", "digest": digest}


def what_if(index: int, action: str) -> dict[str, str | int]:
    """A button of a saved what-if: `use`, `copy`, `delete`."""
    return {"type": "what-if", "index": index, "action": action}


def what_if_name(index: int) -> dict[str, str | int]:
    return {"type": "what-if-name", "index": index}


def job(kind: str) -> str:
    """Token of the job that is being worked on."""
    return f"job-{kind}"


def job_asked(kind: str) -> str:
    """Token of the job that was asked for last on this page, also where its result was known already."""
    return f"job-asked-{kind}"


def job_ended(kind: str) -> str:
    return f"job-ended-{kind}"


def job_seen(kind: str) -> str:
    """What of a job the page shows."""
    return f"job-seen-{kind}"


def job_stop(kind: str) -> dict[str, str]:
    return {"type": "job-stop", "kind": kind}


# Quarter
AS_OF: Final = "as-of"
SAID_BY: Final = "said-by"
QUARTER_HEAD: Final = "quarter-head"
QUARTER_STEPS: Final = "quarter-steps"
QUARTER_CHART: Final = "quarter-chart"
QUARTER_TABLE: Final = "quarter-table"
QUARTER_SIDE: Final = "quarter-side"
QUARTER_ERROR: Final = "quarter-error"
QUARTER_ASKED: Final = "quarter-asked"
"""What a button of a line asks for: `{"do": …}` and what it is about; see `assets/presses.js`."""
REASON_ASKED: Final = "reason-asked"
"""Which reason is being given: `{"account": …, "reason": …}`, the reason "" while it is chosen."""
REASON_DATE: Final = "reason-date"
REASON_VALUE: Final = "reason-value"
REASON_PERSON: Final = "reason-person"
REASON_HOURS: Final = "reason-hours"
REASON_NOTE: Final = "reason-note"
REASON_WRONG: Final = "reason-wrong"
REASON_SAVE: Final = "reason-save"
REASON_CANCEL: Final = "reason-cancel"
HOURS_ADD: Final = "hours-add"
HOURS_FORM: Final = "hours-form"
HOURS_ACCOUNT: Final = "hours-account"
HOURS_PERSON: Final = "hours-person"
HOURS_DAY: Final = "hours-day"
HOURS_SPENT: Final = "hours-spent"
HOURS_NOTE: Final = "hours-note"
HOURS_SAVE: Final = "hours-save"
HOURS_WRONG: Final = "hours-wrong"
TIMESHEET: Final = "timesheet"
REPLAN: Final = "replan"
REST_SHOWN: Final = "rest-shown"
"""Whether the rest planned again is on the page."""
MOVES: Final = "moves"
MOVES_ALL: Final = "moves-all"
MOVES_KEEP: Final = "moves-keep"
FOLLOW_NOW: Final = "follow-now"
NAME_WRITTEN: Final = "name-written"
NAME_ACCOUNT: Final = "name-account"
NEXT_QUARTER: Final = "next-quarter"
OWN_RATES: Final = "own-rates"
