"""What the exploring commands share: their options, their progress, and how they write what they found."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from planner.commands.running import console
from planner.errors import InputError

Balance = Annotated[
    str | None, typer.Option(metavar="20/30/50", help="Shares for others, strengths and you; they add to 100.")
]
Hours = Annotated[str | None, typer.Option(metavar="HOURS", help="All hours there are in the period.")]
Outputs = Annotated[
    list[Path] | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write what was found as .csv or .json; may be given again."),
]
ENDINGS = (".csv", ".json")


def check_outputs(outputs: Sequence[Path], sources: Sequence[Path]) -> None:
    """Refuse what could not be written, before any work is done.

    Raises:
        InputError: on an unknown ending, a missing folder, or a file that is read.
    """
    from planner.export import check_targets

    for path in outputs:
        if path.suffix.lower() not in ENDINGS:
            raise InputError(f"“{path.name}” does not say how to write it; end it in .csv or .json.")
    check_targets(outputs, sources=sources)


def write_outputs(outputs: Sequence[Path], document: Mapping[str, Any], table: Sequence[Sequence[object]]) -> None:
    """Write JSON from the document and CSV from the table, whole or not at all."""
    from planner.commands.running import say
    from planner.export import whole

    for path in outputs:
        text = as_json(document) + "\n" if path.suffix.lower() == ".json" else as_csv(table)
        with whole(path) as draft:
            draft.write_text(text, encoding="utf-8" if path.suffix.lower() == ".json" else "utf-8-sig", newline="")
        say(f"Written: {path}")


def as_json(document: Mapping[str, Any]) -> str:
    """One line of JSON without NaN."""
    return json.dumps(document, ensure_ascii=False, allow_nan=False)


def as_csv(table: Sequence[Sequence[object]]) -> str:
    """CSV that a spreadsheet opens; text that begins like a formula is kept text."""
    from planner.export.text import protected

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([[protected(cell) if isinstance(cell, str) else cell for cell in row] for row in table])
    return out.getvalue()


@contextmanager
def counting(doing: str, *, quiet: bool = False) -> Iterator[Callable[[int, int], None]]:
    """A bar that counts work done, where somebody can see it: call it with how many are done, and of how many."""
    screen = console(stderr=True)
    if quiet or not screen.is_terminal:
        yield lambda _done, _of: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=screen, transient=True) as bar:
        task = bar.add_task(doing, total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)
