"""One browser's work as plain data: files, mapping, settings, changes by hand, and how to undo them.

A `Workspace` is frozen; every edit gives a new one. It is kept as JSON (`model_dump_json`), never pickled. Nothing
here reads a file or solves; `dashboard.service.plan_service` does. Overrides use the names of `planner.fields.Field`.
"""

from __future__ import annotations

import hashlib
import json
from typing import Final, Literal

from pydantic import Field, JsonValue

from dashboard.state.frozen import Frozen
from dashboard.state.quarter.kept import QuarterWork

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
