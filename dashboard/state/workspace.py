"""One browser's work as plain data: files, mapping, settings, changes by hand, and how to undo them.

A `Workspace` is frozen; every edit gives a new one. It is kept as JSON (`model_dump_json`), never pickled. Nothing
here reads a file or solves; `dashboard.service.plan_service` does. Overrides use the names of `planner.fields.Field`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal

from pydantic import Field, JsonValue

from dashboard.state.frozen import Frozen
from dashboard.state.quarter_work import Key, QuarterWork, part, with_part

Json = JsonValue
MAX_STEPS: Final = 100
READING: Final = ("plan_start",)
"""Settings that change how a list is read."""


class FileRef(Frozen):
    """A file that was uploaded: its bytes are kept beside the work, under their SHA-256."""

    name: str
    digest: str
    size: int


class Override(Frozen):
    """A value set by hand, why, by whom and on which day. `value` is as a person would write it."""

    value: str | float | None
    why: str = ""
    by: str = ""
    day: str = ""


class Edit(Frozen):
    """One place that changed. `key` is (account, field) of an override, or the name within a section."""

    place: Literal["overrides", "rules", "answers", "alike", "settings", "told", "quarter"]
    key: tuple[str, ...]
    before: Json = None
    after: Json = None


class Step(Frozen):
    """What one click changed, in words, so that it can be undone and done again."""

    label: str
    edits: tuple[Edit, ...]


class WhatIf(Frozen):
    """A named set of settings to compare with the plan."""

    name: str
    changes: dict[str, Json] = Field(default_factory=dict)


class Workspace(Frozen):
    """Everything a browser has done.

    Attributes:
        files: the client list and what belongs to it; none means the sample.
        raters: files of further partners' ratings of the list.
        sheet: the sheet chosen by hand, or "".
        mapping: header by field, chosen by hand ("-" for no column).
        settings: settings by name that differ from the list's own.
        overrides: by account, then by field.
        rules: the tag rules as rows of the Rules sheet, where they were edited.
        answers: what was said to the first questions, by question: "said", "settings", "moved".
        told: answers to questions about the list and its plan, by the code of the question.
        alike: what was said of accounts that look alike: "merge" or "keep", by their names, one a line.
        what_ifs: named sets of settings; None where those that came with the list stand as they are.
        done, undone: steps that can be undone, and done again; the newest last.
        draft: a list that was dropped and is looked at, but not used yet.
        before: the plan's workbook that this list came after; what was decided in it stays with its accounts.
        quarter: what was spent of the plan, and what came of it; the plan itself does not depend on it.
    """

    files: tuple[FileRef, ...] = ()
    raters: tuple[FileRef, ...] = ()
    sheet: str = ""
    mapping: dict[str, str] = Field(default_factory=dict)
    settings: dict[str, Json] = Field(default_factory=dict)
    overrides: dict[str, dict[str, Override]] = Field(default_factory=dict)
    rules: list[dict[str, Json]] | None = None
    answers: dict[str, Json] = Field(default_factory=dict)
    told: dict[str, str] = Field(default_factory=dict)
    alike: dict[str, Json] = Field(default_factory=dict)
    what_ifs: tuple[WhatIf, ...] | None = None
    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()
    draft: Workspace | None = None
    before: Workspace | None = None
    quarter: QuarterWork = QuarterWork()

    @property
    def merged(self) -> tuple[tuple[str, ...], ...]:
        """Names of the accounts that were said to be one."""
        return tuple(tuple(names.split("\n")) for names, said in self.alike.items() if said == "merge")

    @property
    def every_file(self) -> tuple[FileRef, ...]:
        """All files that it needs: its own, those of the list looked at, and of the workbook before it."""
        others = [file for work in (self.draft, self.before) if work is not None for file in work.every_file]
        return (*self.files, *self.raters, *others)

    @property
    def is_sample(self) -> bool:
        return not self.files

    @property
    def is_untouched_sample(self) -> bool:
        """Whether what is planned comes from the sample and settings alone, so that it may be everybody's."""
        return self.is_sample and not self.overrides and not self.raters and not self.told

    @property
    def title(self) -> str:
        return self.files[0].name if self.files else "Sample list"

    def plan_settings(self) -> dict[str, Json]:
        """Settings that differ from the list's own: those that answers stand for, then those set by hand."""
        merged: dict[str, Json] = {}
        for answer in self.answers.values():
            if isinstance(answer, dict) and isinstance(answer.get("settings"), dict):
                merged |= answer["settings"]  # type: ignore[arg-type]
        return merged | self.settings

    def fingerprint(self) -> str:
        """The same for two works that give the same plan."""
        return self._digest(self.plan_settings())

    def fingerprint_but_balance(self) -> str:
        """The same for two works that pose the same problem at perhaps another balance."""
        return self._digest({**self.plan_settings(), "balance": None})

    def _digest(self, settings: dict[str, Json]) -> str:
        kept = self.model_dump(mode="json", exclude={"done", "undone", "answers", "what_ifs", "draft", "quarter"})
        return hashlib.sha256(json.dumps({**kept, "settings": settings}, sort_keys=True).encode()).hexdigest()

    def list_fingerprint(self) -> str:
        """The same for two works that read the same list: files, sheet, mapping, merges, answers, reading settings."""
        kept = self.model_dump(mode="json", include={"files", "raters", "sheet", "mapping", "alike", "told"})
        kept["before"] = self.before.list_fingerprint() if self.before is not None else ""
        kept["settings"] = {name: value for name, value in self.plan_settings().items() if name in READING}
        return hashlib.sha256(json.dumps(kept, sort_keys=True).encode()).hexdigest()


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
    return _do(work, Step(label=label, edits=tuple(edits)))


def set_as_step(work: Workspace, label: str, changes: Mapping[str, Json]) -> Workspace:
    """Settings taken from an offer, as one step; `None` goes back to the list's own."""
    edits = [
        Edit(place="settings", key=(name,), before=work.settings.get(name), after=new) for name, new in changes.items()
    ]
    return _do(work, Step(label=label, edits=tuple(edits)))


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
    return _do(work, Step(label=label, edits=(Edit(place="rules", key=(), before=before, after=after),)))


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
    return _do(work.model_copy(update={"settings": kept}), Step(label=f"answer about {question}", edits=tuple(edits)))


def ask_again(work: Workspace) -> Workspace:
    """All questions open once more; what answers changed stays until it is undone."""
    edits = [
        Edit(place="answers", key=(name,), before=old, after=_without_words(old)) for name, old in work.answers.items()
    ]
    return _do(work, Step(label="ask again", edits=tuple(edits)))


def _without_words(answer: Json) -> Json:
    """Of an answer, only the settings that it stands for."""
    settings = answer.get("settings") if isinstance(answer, dict) else None
    return {"settings": settings} if settings else None


def tell(work: Workspace, label: str, answers: Mapping[str, str | None]) -> Workspace:
    """Answer questions by their codes, or (with None) take answers back, as one step."""
    edits = [
        Edit(place="told", key=(code,), before=work.told.get(code), after=value) for code, value in answers.items()
    ]
    return _do(work, Step(label=label, edits=tuple(edits)))


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
    return _do(work, Step(label=label, edits=tuple(edits)))


def say_alike(work: Workspace, label: str, names: Sequence[str], said: Literal["merge", "keep"]) -> Workspace:
    """Say whether accounts that look alike are one ("merge") or not ("keep")."""
    key = "\n".join(names)
    return _do(
        work, Step(label=label, edits=(Edit(place="alike", key=(key,), before=work.alike.get(key), after=said),))
    )


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


def _do(work: Workspace, step: Step) -> Workspace:
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
