"""Everything this package raises on purpose.

PlannerError            a sentence that a user can act on; shown as it stands
├── InputError          the file, a cell or an argument is wrong        (exit status 2)
│   ├── FileRefused     not a workbook, too large, damaged, protected
│   │   └── PasswordNeeded
│   └── SettingError    a setting, balance, limit or rule that cannot be used
├── NoPlan              the input is readable, yet no plan can be made  (exit status 1)
│   └── Contradiction   the user's own locks, minimums, limits and capacities conflict
└── SolverFault         the solver is wrong, not the input              (exit status 1)
"""

from __future__ import annotations

from dataclasses import dataclass


class PlannerError(Exception):
    """Base of all errors meant for users: `str(error)` is a whole sentence, never a traceback."""

    exit_status = 2


class InputError(PlannerError):
    """The file, a cell or an argument is wrong."""


class FileRefused(InputError):
    """A file that is not read: unknown format, damaged, protected, or past a limit of size."""


class PasswordNeeded(FileRefused):
    """A file that is protected with a password, which was not given or does not open it."""


class SettingError(InputError):
    """A setting, balance, limit, rule or mapping that cannot be used as given."""


class NoPlan(PlannerError):
    """The input could be read, but no plan can be made from it."""

    exit_status = 1


@dataclass(frozen=True)
class Conflict:
    """One of the user's own settings that takes part in a contradiction.

    Attributes:
        what: the setting in the user's words, e.g. "Oxfield Trust is locked at 30 h".
        where: sheet and cell ("Clients!K14"), or the setting's name.
        value: the amount as the user gave it.
        change: the smallest change of this amount that mends the conflict ("lower to 22 h"), or "".
    """

    what: str
    where: str = ""
    value: float | None = None
    change: str = ""


class Contradiction(NoPlan):
    """The smallest set of the user's settings that cannot all hold.

    Attributes:
        conflicts: the set; leaving out any one of them makes a plan possible.
    """

    def __init__(self, message: str, conflicts: tuple[Conflict, ...] = ()) -> None:
        super().__init__(message)
        self.conflicts = conflicts


class SolverFault(PlannerError):
    """The solver gave an answer that cannot be true: an error of ours, which no change of the input need mend."""

    exit_status = 1
