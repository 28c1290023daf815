"""The client list that a command was pointed at, and the options that say how to read it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from planner.commands.runner import busy, console
from planner.errors import InputError, PasswordNeeded
from planner.goods import GROUP_SPECS
from planner.text import listed

if TYPE_CHECKING:
    from planner.roster.roster import Roster

SHARED_BY = listed([spec.short for spec in GROUP_SPECS.values()])
RosterFile = Annotated[Path, typer.Argument(help="Your client list: an Excel, OpenDocument or CSV file.")]
CompaniesFile = Annotated[
    list[Path] | None,
    typer.Argument(help="Files that belong to it: the companies of deals, their contacts, the owners."),
]
Balance = Annotated[
    str | None,
    typer.Option(metavar="20/30/50", help=f"Shares for {SHARED_BY}; they add to 100."),
]
Hours = Annotated[str | None, typer.Option(metavar="HOURS", help="All hours there are in the period.")]
SheetName = Annotated[str | None, typer.Option("--sheet", metavar="NAME", help="The sheet with the client list.")]
Mapped = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="FIELD=HEADER", help="Read a field from this column; may be given again."),
]
PasswordVariable = Annotated[
    str | None,
    typer.Option("--password-env", metavar="VAR", help="Environment variable that holds the file's password."),
]
Answered = Annotated[
    list[str] | None,
    typer.Option("--answer", metavar="CODE=VALUE", help="Answer a question of planner check; may be given again."),
]
Changed = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="KEY=VALUE", help="Change a setting; may be given again."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print only JSON on standard output.")]


@dataclass(frozen=True, eq=False)
class Opened:
    """A client list, the password that opened it, and how to read it again with further answers."""

    roster: Roster
    password: str | None
    reread: Callable[[Mapping[str, str]], Roster]


def open_list(
    roster: Path,
    companies: Sequence[Path] | None,
    *,
    sheet: str | None,
    mapped: Sequence[str] | None,
    answered: Sequence[str] | None,
    password_env: str | None,
    changes: Mapping[str, object],
    quiet: bool,
) -> Opened:
    """Read the client list; asks for a password where one is needed and somebody is there to give it.

    Raises:
        InputError: when the file or an option cannot be used.
    """
    from planner.reading import read_roster
    from planner.settings import make_settings

    mapping = mapping_given(mapped or ())
    answers = assignments(answered or (), "--answer", last=True)
    settings = make_settings(changes)

    def attempt(password: str | None) -> Opened:
        def read(more: Mapping[str, str]) -> Roster:
            return read_roster(
                roster,
                companies=companies,
                sheet=sheet,
                mapping=mapping,
                answers={**answers, **more},
                password=password,
                settings=settings,
            )

        with busy(f"Reading {roster.name}", quiet=quiet):
            found = read({})
        if answers:
            from planner.questions.known_codes import check_answers

            check_answers(found, answers, changes)
        return Opened(found, password, read)

    password = _password_from(password_env)
    try:
        return attempt(password)
    except PasswordNeeded:
        if password is not None or not sys.stdin.isatty():
            raise
    return attempt(console(stderr=True).input(f"Password of {roster.name}: ", password=True))


def assignments(given: Sequence[str], option: str, *, last: bool = False) -> dict[str, str]:
    """`KEY=VALUE` options as a mapping; keys that may hold a `=` themselves are parted at the last one.

    Raises:
        InputError: where there is no `=`.
    """
    pairs: dict[str, str] = {}
    for text in given:
        key, equals, value = text.rpartition("=") if last else text.partition("=")
        if not equals or not key.strip():
            raise InputError(f"{option} “{text}” has no “=”; write it as {option} NAME=VALUE.")
        pairs[key.strip()] = value.strip()
    return pairs


def settings_given(changed: Sequence[str] | None, **flags: object) -> dict[str, Any]:
    """Settings from `--set` and from flags of their own, which win; checked before anything is read.

    Raises:
        SettingError: on an unknown name or an impossible value.
    """
    from planner.settings import make_settings

    changes: dict[str, Any] = dict(assignments(changed or (), "--set"))
    changes.update({name: value for name, value in flags.items() if value is not None})
    make_settings(changes)
    return changes


def mapping_given(given: Sequence[str]) -> dict[str, str]:
    """Field → header from `--map`.

    Raises:
        SettingError: on a field that there is not; the nearest is named.
    """
    from planner.fields import known_field

    return {str(known_field(key)): header for key, header in assignments(given, "--map").items()}


def _password_from(variable: str | None) -> str | None:
    if variable is None:
        return None
    if variable not in os.environ:
        raise InputError(f"There is no environment variable called “{variable}” to take the password from.")
    return os.environ[variable]
