"""`planner template`: a blank workbook to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from planner.commands.runner import say

TEMPLATE = Path("client-list.xlsx")


def template(
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="Where to write it, ending in .xlsx.")
    ] = TEMPLATE,
) -> None:
    """Write a blank client list with drop-downs and notes."""
    from planner.export.template.blank_list import write_template

    write_template(output)
    say(f"Written: {output}")
