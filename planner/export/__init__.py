"""Plans as files: an Excel workbook, CSV, JSON, and the user's own workbook with the plan beside its rows.

Whatever is written appears whole or not at all: it is made beside its target and then takes the target's place.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp
from typing import TYPE_CHECKING

from planner.errors import InputError

if TYPE_CHECKING:
    from planner.quarter.progress import Progress
    from planner.records.question import Question
    from planner.result import Plan

PLAN_ENDINGS = (".xlsx", ".csv", ".json")


def save_plan(
    plan: Plan,
    path: str | Path,
    *,
    progress: Progress | None = None,
    questions: Sequence[Question] | None = None,
) -> None:
    """Write a plan as `.xlsx`, `.csv` or `.json`, by the ending of `path`.

    Args:
        progress: how the quarter stands, for the workbook's `Quarter` sheet.
        questions: what is open, most telling first; when not given, in the order in which it is asked.

    Raises:
        InputError: on another ending, or where the file cannot be written.

    Example:
        >>> import planner
        >>> roster = planner.read_roster(b"Account,Type,Fee\\nAcme,client,50000\\nBeta,prospect,7000\\n", name="l.csv")
        >>> save_plan(planner.plan(roster, hours=20), "plan.csv")
        >>> Path("plan.csv").exists()
        True
    """
    path = Path(path)
    check_targets([path], plans=[path])
    with whole(path) as draft:
        match path.suffix.lower():
            case ".json":
                from planner.export.plan_json import plan_json

                text = json.dumps(plan_json(plan, questions), ensure_ascii=False, allow_nan=False, indent=1)
                draft.write_text(text + "\n", encoding="utf-8")
            case ".csv":
                from planner.export.plan_csv import plan_csv

                draft.write_text(plan_csv(plan), encoding="utf-8-sig", newline="")
            case _:
                from planner.export.workbook.workbook import write_workbook

                write_workbook(plan, draft, progress, questions)


def check_targets(paths: Iterable[Path], *, sources: Iterable[Path] = (), plans: Iterable[Path] = ()) -> None:
    """Refuse what could not be written, before any work is done.

    Args:
        paths: all files to be written.
        sources: files that are read and must stay as they are.
        plans: those of `paths` whose ending says how a plan is written.

    Raises:
        InputError: on an unknown ending, a missing folder, a folder for a file, or a file that is read.
    """
    for path in plans:
        if path.suffix.lower() not in PLAN_ENDINGS:
            raise InputError(f"“{path.name}” does not say how to write the plan; end it in .xlsx, .csv or .json.")
    for path in paths:
        if path.is_dir():
            raise InputError(f"“{path}” is a folder; give the name of a file in it.")
        if not path.absolute().parent.is_dir():
            raise InputError(f"There is no folder “{path.parent}” to write {path.name} into; make it first.")
        if any(source.exists() and path.exists() and path.samefile(source) for source in sources):
            raise InputError(f"“{path}” is your client list itself, and it is never overwritten; give another name.")


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A draft beside `path` that takes its place when all went well, and is gone when not.

    Raises:
        InputError: where the folder or the file cannot be written.
    """
    try:
        handle, name = mkstemp(prefix=".", suffix=path.suffix.lower(), dir=path.absolute().parent)
    except OSError as error:
        raise InputError(f"“{path}” cannot be written ({error.strerror}); choose another folder.") from None
    os.close(handle)
    draft = Path(name)
    try:
        yield draft
        draft.chmod(0o666 & ~_umask())
        draft.replace(path)
    except OSError as error:
        raise InputError(f"“{path}” cannot be written ({error.strerror}); close it elsewhere and try again.") from None
    finally:
        draft.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
