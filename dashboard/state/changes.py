"""Changes of a workspace: plain functions from a workspace and what was said to the new one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from dashboard.state.history import do
from dashboard.state.quarter.kept import Key, QuarterWork, part
from dashboard.state.workspace import Edit, FileRef, Json, Override, Step, Workspace


def with_files(work: Workspace, files: Iterable[FileRef]) -> Workspace:
    """A new list. Settings stay; what was said about accounts of the old list does not carry over by itself."""
    begun = work.quarter.followed is not None
    settings = {name: value for name, value in work.settings.items() if not (begun and name == "plan_start")}
    return Workspace(files=tuple(files), settings=settings, quarter=QuarterWork(past=work.quarter.past))


def with_quarter(work: Workspace, quarter: QuarterWork) -> Workspace:
    """The work with the quarter of another list of the same accounts, and its first day."""
    start: dict[str, Json] = {"plan_start": quarter.followed.start} if quarter.followed is not None else {}
    return work.model_copy(update={"quarter": quarter, "settings": {**work.settings, **start}})


def with_next_files(work: Workspace, files: Iterable[FileRef]) -> Workspace:
    """The same list a while later: mapping, rules, answers and what was changed by hand stay."""
    return work.model_copy(update={"files": tuple(files), "sheet": ""})


def after_workbook(work: Workspace, files: Iterable[FileRef]) -> Workspace:
    """A dropped list that follows the workbook of a plan: what was decided in that stays, with the changes since."""
    last = Workspace(files=work.files, sheet=work.sheet, mapping=work.mapping, told=work.told, alike=work.alike)
    return with_next_files(work, files).model_copy(update={"before": work.before or last, "mapping": {}})


def with_draft(work: Workspace, draft: Workspace | None) -> Workspace:
    """A dropped list to look at (None for none); the work stays as it is until the list is used."""
    return work.model_copy(update={"draft": draft})


def with_settings(work: Workspace, **changes: Json) -> Workspace:
    """Settings changed; `None` goes back to the list's own. Sliders are not part of undo."""
    settings = {**work.settings, **changes}
    return work.model_copy(update={"settings": {name: value for name, value in settings.items() if value is not None}})


def override(work: Workspace, label: str, changes: Mapping[tuple[str, str], Override | None]) -> Workspace:
    """Set or (with None) remove overrides of (account, field), as one step."""
    edits = []
    for (account, field), new in changes.items():
        old = work.overrides.get(account, {}).get(field)
        if old != new:
            edits.append(_override_edit(account, field, old, new))
    return do(work, Step(label=label, edits=tuple(edits)))


def set_as_step(work: Workspace, label: str, changes: Mapping[str, Json]) -> Workspace:
    """Settings taken from an offer, as one step; `None` goes back to the list's own."""
    edits = [
        Edit(place="settings", key=(name,), before=work.settings.get(name), after=new) for name, new in changes.items()
    ]
    return do(work, Step(label=label, edits=tuple(edits)))


def with_raters(work: Workspace, files: Iterable[FileRef]) -> Workspace:
    """More files of ratings; one of the same name takes the place of the earlier."""
    fresh = tuple(files)
    names = {file.name for file in fresh}
    return work.model_copy(update={"raters": (*(old for old in work.raters if old.name not in names), *fresh)})


def without_rater(work: Workspace, digest: str) -> Workspace:
    """The list without a file of ratings."""
    return work.model_copy(update={"raters": tuple(file for file in work.raters if file.digest != digest)})


def _override_edit(account: str, field: str, old: Override | None, new: Override | None) -> Edit:
    return Edit(
        place="overrides",
        key=(account, field),
        before=old.model_dump() if old else None,
        after=new.model_dump() if new else None,
    )


def with_rules(work: Workspace, label: str, rules: list[dict[str, Json]] | None) -> Workspace:
    """The tag rules as a whole; None goes back to the list's own."""
    before: Json = None if work.rules is None else list(work.rules)
    after: Json = None if rules is None else list(rules)
    return do(work, Step(label=label, edits=(Edit(place="rules", key=(), before=before, after=after),)))


def with_answer(
    work: Workspace,
    question: str,
    answer: dict[str, Json],
    rules: list[dict[str, Json]] | None = None,
    overrides: Mapping[tuple[str, str], Override] | None = None,
    told: Mapping[str, str] | None = None,
) -> Workspace:
    """An answer with the rules and overrides that it stands for, as one step.

    Args:
        answer: what was said, the settings that it stands for ("settings"), and what it moved ("moved").
        rules: all rules as they are with it; None where it changes none.
        told: answers to questions of the reading, by code, with which the list is read again.
    """
    edits = [Edit(place="answers", key=(question,), before=work.answers.get(question), after=answer)]
    if rules is not None:
        before: Json = None if work.rules is None else list(work.rules)
        edits.append(Edit(place="rules", key=(), before=before, after=list(rules)))
    for (account, field), new in (overrides or {}).items():
        old = work.overrides.get(account, {}).get(field)
        edits.append(_override_edit(account, field, old, new))
    edits += [
        Edit(place="told", key=(code,), before=work.told.get(code), after=value) for code, value in (told or {}).items()
    ]
    said: object = answer.get("settings")
    newer = set(said) if isinstance(said, dict) else set()
    kept = {name: value for name, value in work.settings.items() if name not in newer}
    return do(work.model_copy(update={"settings": kept}), Step(label=f"answer about {question}", edits=tuple(edits)))


def ask_again(work: Workspace) -> Workspace:
    """All questions open once more; what answers changed stays until it is undone."""
    edits = [
        Edit(place="answers", key=(name,), before=old, after=_without_words(old)) for name, old in work.answers.items()
    ]
    return do(work, Step(label="ask again", edits=tuple(edits)))


def _without_words(answer: Json) -> Json:
    """Of an answer, only the settings that it stands for."""
    settings = answer.get("settings") if isinstance(answer, dict) else None
    return {"settings": settings} if settings else None


def tell(work: Workspace, label: str, answers: Mapping[str, str | None]) -> Workspace:
    """Answer questions by their codes, or (with None) take answers back, as one step."""
    edits = [
        Edit(place="told", key=(code,), before=work.told.get(code), after=value) for code, value in answers.items()
    ]
    return do(work, Step(label=label, edits=tuple(edits)))


def change_quarter(
    work: Workspace,
    label: str,
    changes: Mapping[Key, Json],
    overrides: Mapping[tuple[str, str], Override | None] | None = None,
    settings: Mapping[str, Json] | None = None,
) -> Workspace:
    """Change parts of the quarter, with the facts and settings that go with them, as one step.

    Args:
        changes: new value of each part, None to take it out.
    """
    edits = [Edit(place="quarter", key=key, before=part(work.quarter, key), after=new) for key, new in changes.items()]
    for (account, field), new in (overrides or {}).items():
        edits.append(_override_edit(account, field, work.overrides.get(account, {}).get(field), new))
    edits += [
        Edit(place="settings", key=(name,), before=work.settings.get(name), after=value)
        for name, value in (settings or {}).items()
    ]
    return do(work, Step(label=label, edits=tuple(edits)))


def say_alike(work: Workspace, label: str, names: Sequence[str], said: Literal["merge", "keep"]) -> Workspace:
    """Say whether accounts that look alike are one ("merge") or not ("keep")."""
    key = "\n".join(names)
    return do(work, Step(label=label, edits=(Edit(place="alike", key=(key,), before=work.alike.get(key), after=said),)))


def say_column(work: Workspace, letter: str, field: str | None, was: str | None) -> Workspace:
    """Take a column for a field, or (with None) for none.

    Args:
        letter: of the column.  was: the field that it was taken for, which has no column then.
    """
    mapping = {name: column for name, column in work.mapping.items() if column != letter}
    if was is not None and was != field:
        mapping[was] = "-"
    if field is not None:
        mapping[field] = letter
    return work.model_copy(update={"mapping": mapping})


def with_sheet(work: Workspace, sheet: str) -> Workspace:
    """Take the list from another sheet; the mapping belongs to the sheet and is found afresh."""
    return work.model_copy(update={"sheet": sheet, "mapping": {}})
