"""Replies in the threads of comments of a sheet: newer programs show a cell's thread instead of its note."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from uuid import NAMESPACE_URL, uuid5

from planner.detection.table import letter
from planner.export.own_workbook.cells import as_text
from planner.export.own_workbook.package import Package

_PLANNER = f"{{{str(uuid5(NAMESPACE_URL, 'client-portfolio-planner')).upper()}}}"


def with_replies(package: Package, part: str, notes: Mapping[tuple[int, int], str], author: str) -> Package:
    """The workbook with the notes, by row and column from 1, as replies where their cells have a thread."""
    threads, people = package.related(part, "threadedComment"), package.related(package.workbook, "person")
    if threads is None or people is None or not {threads, people} <= set(package.parts):
        return package
    before = xml = package.text(threads)
    for (row, column), text in sorted(notes.items()):
        xml = _answered(xml, f"{letter(column - 1)}{row}", text)
    if xml == before:
        return package
    return package.with_text(threads, xml).with_text(people, _known(package.text(people), author))


def _answered(xml: str, address: str, text: str) -> str:
    """The threads with a reply at the end of a cell's, if it has one."""
    own = re.compile(
        rf'<((?:\w+:)?)threadedComment\b[^<>]*?\sref="{address}"[^<>]*?(?:/>|>.*?</\1threadedComment>)', re.DOTALL
    )
    held = list(own.finditer(xml))
    started = re.search(r'\sid="([^"]*)"', held[0][0]) if held else None
    if started is None:
        return xml
    p, now = held[0][1], dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.00")
    number = str(uuid5(NAMESPACE_URL, f"{started[1]} {len(held)} {text}")).upper()
    reply = (
        f'<{p}threadedComment ref="{address}" dT="{now}" personId="{_PLANNER}" id="{{{number}}}" '
        f'parentId="{started[1]}"><{p}text>{as_text(text)}</{p}text></{p}threadedComment>'
    )
    return xml[: held[-1].end()] + reply + xml[held[-1].end() :]


def _known(people: str, author: str) -> str:
    """The people of the workbook with the author of the replies."""
    if _PLANNER in people:
        return people
    p = (re.search(r"<((?:\w+:)?)personList\b", people) or ["", ""])[1]
    person = f'<{p}person displayName="{author}" id="{_PLANNER}" userId="{author}" providerId="None"/>'
    return people.replace(f"</{p}personList>", f"{person}</{p}personList>", 1)
