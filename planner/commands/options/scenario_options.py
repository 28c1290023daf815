"""What the exploring commands share: options, how they open a list, their progress, and how they give answers."""

from __future__ import annotations

import csv
import inspect
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from planner.commands.options.list_options import (
    Answered,
    AsJson,
    Balance,
    Changed,
    CompaniesFile,
    Hours,
    Mapped,
    PasswordVariable,
    RosterFile,
    SheetName,
    open_list,
    settings_given,
)
from planner.commands.runner import busy, console, json_line, say
from planner.errors import InputError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from planner.commands.options.list_options import Opened
    from planner.result import Plan
    from planner.roster.roster import Roster


Outputs = Annotated[
    list[Path] | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write what was found as .csv or .json; may be given again."),
]
ENDINGS = (".csv", ".json")


@dataclass(frozen=True, eq=False)
class Asked:
    """What every exploring command is asked about: a list, how to read it and plan it, and where the answer goes.

    Attributes:
        changes: settings by name, checked.  outputs: files that can be written.
        json_only: whether standard output gets JSON and nothing else.
    """

    roster: Path
    companies: list[Path] | None
    sheet: str | None
    mapped: list[str] | None
    answered: list[str] | None
    password_env: str | None
    changes: dict[str, Any]
    outputs: list[Path]
    json_only: bool

    def open(self, other: Path | None = None) -> Opened:
        """The client list, or another file of the same people without its sheet and mapping; see `open_list`."""
        return open_list(
            other or self.roster,
            None if other else self.companies,
            sheet=None if other else self.sheet,
            mapped=None if other else self.mapped,
            answered=None if other else self.answered,
            password_env=self.password_env,
            changes=self.changes,
            quiet=self.json_only,
        )

    def plan(self, found: Roster | None = None) -> Plan:
        """The plan of the list (read now when not given) by the settings that were asked for."""
        from planner.pipeline import plan as make_plan

        found = found or self.open().roster
        with busy("Planning", quiet=self.json_only):
            return make_plan(found, **self.changes)

    def answer(
        self, document: Mapping[str, Any], screen: Callable[[], RenderableType], table: Sequence[Sequence[object]]
    ) -> None:
        """Print the document as JSON or the screen, and write the files: JSON from the document, CSV from the table."""
        from planner.export import whole

        if self.json_only:
            typer.echo(json_line(document))
        else:
            shown = screen()
            console().print(shown, soft_wrap=isinstance(shown, str))
        for path in self.outputs:
            is_json = path.suffix.lower() == ".json"
            with whole(path) as draft:
                text = json_line(document) + "\n" if is_json else as_csv(table)
                draft.write_text(text, encoding="utf-8" if is_json else "utf-8-sig", newline="")
            say(f"Written: {path}")


def _asked(
    roster: RosterFile,
    companies: CompaniesFile = None,
    balance: Balance = None,
    hours: Hours = None,
    sheet: SheetName = None,
    mapped: Mapped = None,
    answered: Answered = None,
    password_env: PasswordVariable = None,
    changed: Changed = None,
    output: Outputs = None,
    json_only: AsJson = False,
) -> Asked:
    """The shared options, refused here where no answer could be written or no setting is meant.

    Raises:
        InputError: on an output that has an unknown ending, no folder, or is a file that is read.
        SettingError: on an unknown setting or an impossible value.
    """
    from planner.export import check_targets

    outputs = output or []
    for path in outputs:
        if path.suffix.lower() not in ENDINGS:
            raise InputError(f"“{path.name}” does not say how to write it; end it in .csv or .json.")
    check_targets(outputs, sources=[roster, *(companies or ())])
    changes = settings_given(changed, balance=balance, hours=hours)
    return Asked(roster, companies, sheet, mapped, answered, password_env, changes, outputs, json_only)


def exploring(command: Callable[..., None], *, without: frozenset[str] = frozenset()) -> Callable[..., None]:
    """A command with the shared options beside its own, which stand behind the files in its help.

    Args:
        command: takes the `Asked` first, then its own options.
        without: names of shared options that the command does not have.
    """
    own = list(inspect.signature(command, eval_str=True).parameters.values())[1:]
    shared = [o for o in inspect.signature(_asked, eval_str=True).parameters.values() if o.name not in without]
    files = [option for option in shared if option.name in ("roster", "companies")]

    def run(**given: Any) -> None:
        options: Any = {option.name: given.pop(option.name) for option in own}
        command(_asked(**given), **options)

    options = [*files, *own, *shared[len(files) :]]
    signature = inspect.Signature([option.replace(kind=inspect.Parameter.KEYWORD_ONLY) for option in options])
    run.__doc__, run.__dict__["__signature__"] = command.__doc__, signature
    return run


def as_csv(table: Sequence[Sequence[object]]) -> str:
    """CSV that a spreadsheet opens; text that begins like a formula is kept text."""
    from planner.export.plan_csv import protected

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
