"""Steps that can be undone and redone: every change of a workspace that is more than play is one."""

from __future__ import annotations

from dashboard.state.quarter.kept import with_part
from dashboard.state.workspace import MAX_STEPS, Edit, Json, Override, Step, Workspace


def undo(work: Workspace) -> Workspace:
    """The work before its newest step; the same work where there is none."""
    if not work.done:
        return work
    step = work.done[-1]
    back = Step(label=step.label, edits=tuple(_turned(edit) for edit in reversed(step.edits)))
    return _apply(work, back).model_copy(update={"done": work.done[:-1], "undone": (*work.undone, step)})


def redo(work: Workspace) -> Workspace:
    """The step last undone, done again; the same work where there is none."""
    if not work.undone:
        return work
    step = work.undone[-1]
    return _apply(work, step).model_copy(update={"done": (*work.done, step), "undone": work.undone[:-1]})


def do(work: Workspace, step: Step) -> Workspace:
    """The work with a step done and remembered, so that it can be undone; the same work where it changes nothing."""
    edits = tuple(edit for edit in step.edits if edit.before != edit.after)
    if not edits:
        return work
    kept = step.model_copy(update={"edits": edits})
    return _apply(work, kept).model_copy(update={"done": (*work.done, kept)[-MAX_STEPS:], "undone": ()})


def _turned(edit: Edit) -> Edit:
    return edit.model_copy(update={"before": edit.after, "after": edit.before})


def _apply(work: Workspace, step: Step) -> Workspace:
    """The work with every edit of a step made, whatever was there before; copies only what changes."""
    overrides, answers, alike = dict(work.overrides), dict(work.answers), dict(work.alike)
    settings = dict(work.settings)
    told: dict[str, Json] = dict(work.told)
    rules, quarter = work.rules, work.quarter
    for edit in step.edits:
        match edit.place:
            case "overrides":
                account, field = edit.key
                fields = {name: value for name, value in overrides.pop(account, {}).items() if name != field}
                if edit.after is not None:
                    fields[field] = Override.model_validate(edit.after)
                if fields:
                    overrides[account] = fields
            case "rules":
                rules = edit.after if isinstance(edit.after, list) else None  # type: ignore[assignment]
            case "answers":
                _put(answers, edit.key[0], edit.after)
            case "alike":
                _put(alike, edit.key[0], edit.after)
            case "told":
                _put(told, edit.key[0], edit.after)
            case "settings":
                _put(settings, edit.key[0], edit.after)
            case "quarter":
                quarter = with_part(quarter, edit.key, edit.after)
    changed = {"overrides": overrides, "answers": answers, "alike": alike, "rules": rules, "settings": settings}
    return work.model_copy(update={**changed, "told": told, "quarter": quarter})


def _put(section: dict[str, Json], key: str, value: Json) -> None:
    """Set a key, or take it out with None."""
    section.pop(key, None)
    if value is not None:
        section[key] = value
