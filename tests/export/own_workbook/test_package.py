"""Workbooks that other programs write in other ways come back as whole as Excel's own."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from python_calamine import CalamineWorkbook

import planner
from planner.export.own_workbook.mark_issues import write_marked
from planner.export.own_workbook.plan_columns import HEADERS, write_into
from planner.reading import read_roster
from planner.records.issues import Issue
from planner.vocabulary import Severity
from tests.export.own_workbook.make import parts, rich_workbook

TYPES = "[Content_Types].xml"
Parts = dict[str, bytes]


def is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels", ".vml"))


def in_single_quotes(held: Parts) -> Parts:
    """All attributes as `a='b'`."""

    def tag(match: re.Match[str]) -> str:
        return re.sub(r'="([^"\']*)"', r"='\1'", match[0])

    return {
        name: re.sub(r"<[^<>!?][^<>]*>", tag, held[name].decode()).encode() if is_xml(name) else held[name]
        for name in held
    }


def with_spaces(held: Parts) -> Parts:
    """All attributes as `a = "b"`, without a note or a drawing."""

    def tag(match: re.Match[str]) -> str:
        return re.sub(r'="([^"]*)"', r' = "\1"', match[0])

    return {
        name: re.sub(r"<[^<>!?][^<>]*>", tag, content.decode()).encode() if is_xml(name) else content
        for name, content in without_relations(held).items()
    }


def without_relations(held: Parts) -> Parts:
    """No sheet has a drawing, a note or any other part of its own."""
    kept = {name: content for name, content in held.items() if not re.search("worksheets/_rels|comments|drawing", name)}
    types = re.sub(rb'<Override PartName="[^"]*(?:comments|drawing)[^>]*/>', b"", kept[TYPES])
    sheets = {name: content for name, content in kept.items() if name.startswith("xl/worksheets/")}
    bare = {name: re.sub(rb"<(?:drawing|legacyDrawing)[^>]*/>", b"", content) for name, content in sheets.items()}
    return {**kept, **bare, TYPES: types}


def with_prefixes(held: Parts) -> Parts:
    """Content types and relations under a prefix of their own."""

    def prefixed(xml: str) -> str:
        return re.sub(r"<(/?)(?=[A-Z])", r"<\1ns0:", xml).replace("xmlns=", "xmlns:ns0=", 1)

    return {
        name: prefixed(content.decode()).encode() if name == TYPES or name.endswith(".rels") else content
        for name, content in without_relations(held).items()
    }


def with_no_type_for_relations(held: Parts) -> Parts:
    """A type for each part of relations in place of one for their ending."""
    kept = without_relations(held)
    (told,) = re.findall(r'<Default Extension="rels" ContentType="([^"]*)"/>', kept[TYPES].decode())
    each = "".join(f'<Override PartName="/{n}" ContentType="{told}"/>' for n in kept if n.endswith(".rels"))
    types = re.sub(r'<Default Extension="rels"[^>]*/>', each, kept[TYPES].decode())
    return {**kept, TYPES: types.encode()}


def with_empty_styles(held: Parts) -> Parts:
    """Cells without a format say so: `s=""`."""
    return {
        name: re.sub(rb'<c (r="\w+")(?! s=)', rb'<c \1 s=""', content) if "worksheets/sheet" in name else content
        for name, content in held.items()
    }


@pytest.fixture(params=[in_single_quotes, with_prefixes, with_no_type_for_relations, with_empty_styles])
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A workbook written in one of these ways."""
    written: Callable[[Parts], Parts] = request.param
    rich_workbook(tmp_path / "plain.xlsx")
    before = parts(tmp_path / "plain.xlsx")
    after = written(before)
    assert after != before
    with zipfile.ZipFile(tmp_path / "clients.xlsx", "w") as archive:
        for name, content in after.items():
            archive.writestr(name, content)
    return tmp_path / "clients.xlsx"


def is_whole(path: Path) -> None:
    """All XML is well formed, and every part has a type: notes one of their own."""
    held = parts(path)
    for name, content in held.items():
        if is_xml(name):
            ElementTree.fromstring(content)
    types = list(ElementTree.fromstring(held[TYPES]))
    endings, told = ({element.get(key, "").lower() for element in types} for key in ("Extension", "PartName"))
    for name in held.keys() - {TYPES}:
        assert f"/{name.lower()}" in told or ("comments" not in name and name.rsplit(".")[-1].lower() in endings), name


def rows(path: Path) -> list[list[object]]:
    """The cells of the list, its header first."""
    return CalamineWorkbook.from_path(str(path)).get_sheet_by_name("Clients").to_python()[-4:]


def test_it_is_read_like_any_other(source: Path) -> None:
    plain, read = read_roster(source.with_name("plain.xlsx")), read_roster(source)
    assert read.names.tolist() == plain.names.tolist()
    assert read.columns.keys() == plain.columns.keys()
    assert [issue.message for issue in read.issues] == [issue.message for issue in plain.issues]


def test_its_issues_are_marked(source: Path, tmp_path: Path) -> None:
    issue = Issue("a", Severity.WARNING, "This fee is odd.", "Type a number.", "Clients", "D5", "x")
    write_marked(replace(read_roster(source), issues=(issue,)), source, tmp_path / "marked.xlsx")
    is_whole(tmp_path / "marked.xlsx")
    notes = [content.decode() for name, content in parts(tmp_path / "marked.xlsx").items() if "comments" in name]
    assert "This fee is odd. Type a number." in "".join(notes)
    assert rows(tmp_path / "marked.xlsx") == rows(source)


def test_the_plan_stands_beside_its_rows(source: Path, tmp_path: Path) -> None:
    made = planner.plan(read_roster(source), hours=40)
    write_into(made, source, tmp_path / "own.xlsx")
    is_whole(tmp_path / "own.xlsx")
    head, *planned = rows(tmp_path / "own.xlsx")
    assert tuple(head[8:]) == HEADERS
    assert [row[:8] for row in planned] == rows(source)[1:]
    assert [row[8] for row in planned] == made.allocation.hours.tolist()


def test_attributes_with_spaces_around_their_sign_are_seen(tmp_path: Path) -> None:
    rich_workbook(tmp_path / "plain.xlsx")
    roster = read_roster(tmp_path / "plain.xlsx")
    with zipfile.ZipFile(tmp_path / "clients.xlsx", "w") as archive:
        for name, content in with_spaces(parts(tmp_path / "plain.xlsx")).items():
            archive.writestr(name, content)
    issue = Issue("a", Severity.WARNING, "This fee is odd.", "Type a number.", "Clients", "D5", "x")
    write_marked(replace(roster, issues=(issue,)), tmp_path / "clients.xlsx", tmp_path / "marked.xlsx")
    is_whole(tmp_path / "marked.xlsx")
    types = ElementTree.fromstring(parts(tmp_path / "marked.xlsx")[TYPES])
    endings = [element.get("Extension") for element in types if element.get("Extension")]
    assert len(endings) == len(set(endings))
