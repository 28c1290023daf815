"""An Excel file as its parts: find a sheet, replace or add a part, write the file again.

Part names are as in the archive, without a leading slash. Nothing is run, followed or expanded here; files come
through the reader's checks first.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from planner.errors import InputError

CONTENT_TYPES = "[Content_Types].xml"
_RELATIONS_TYPE = "rels=application/vnd.openxmlformats-package.relationships+xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass(frozen=True)
class Relation:
    """A link from one part to another: its id, the last word of its type, and the part it points to."""

    id: str
    kind: str
    target: str


@dataclass(frozen=True, eq=False)
class Package:
    """The parts of a workbook by name, in the order of the archive; changed by replacing whole parts."""

    parts: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def read(cls, content: bytes, file: str) -> Package:
        """Take a workbook apart.

        Raises:
            InputError: where it is not a whole .xlsx or .xlsm file.
        """
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                parts = {member.filename: archive.read(member) for member in archive.infolist() if not member.is_dir()}
        except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError):
            raise InputError(f"{file} is no Excel workbook of today's kind; save it as .xlsx and try again.") from None
        return cls(parts)

    def write(self, path: Path, password: str | None = None) -> None:
        """Write the workbook; with a password, protected by it as the original was."""
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self.parts.items():
                archive.writestr(name, content)
        if password is None:
            path.write_bytes(made.getvalue())
            return
        from msoffcrypto.format.ooxml import OOXMLFile

        with path.open("wb") as target:
            OOXMLFile(made).encrypt(password, target)

    def text(self, part: str) -> str:
        """The XML of a part, its attributes in double quotes.

        Raises:
            InputError: where it is not written in UTF-8, as all of today's programs do.
        """
        try:
            return _double_quoted(self.parts[part].decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise InputError("The workbook is written in an unusual way; save it again in Excel and retry.") from None

    def with_text(self, part: str, text: str) -> Package:
        return Package({**self.parts, part: text.encode("utf-8")})

    @property
    def workbook(self) -> str:
        """Name of the part that lists the sheets."""
        return next(
            (relation.target for relation in self.relations("") if relation.kind == "officeDocument"), "xl/workbook.xml"
        )

    def sheet_part(self, name: str) -> str:
        """Name of the part with the cells of a sheet.

        Raises:
            InputError: where there is no such sheet.
        """
        targets = {relation.id: relation.target for relation in self.relations(self.workbook)}
        for element in ElementTree.fromstring(self.parts[self.workbook]).iter():
            if _local(element.tag) == "sheet" and element.get("name") == name:
                ids = [value for key, value in element.attrib.items() if _local(key) == "id" and key != "id"]
                if ids and targets.get(ids[0]) in self.parts:
                    return targets[ids[0]]
        raise InputError(f"The workbook has no sheet “{name}” that can be written to.")

    def related(self, part: str, kind: str) -> str | None:
        """The part of a kind ("styles", "comments") that a part points to."""
        return next((relation.target for relation in self.relations(part) if relation.kind == kind), None)

    def relations(self, part: str) -> list[Relation]:
        name = self.named(_relations_part(part))
        if name not in self.parts:
            return []
        found = []
        for element in ElementTree.fromstring(self.parts[name]):
            target, kind = element.get("Target", ""), element.get("Type", "").rsplit("/", 1)[-1]
            if element.get("TargetMode") != "External":
                folder = posixpath.dirname(part)
                target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
                target = self.named(target)
            found.append(Relation(element.get("Id", ""), kind, target.lstrip("/")))
        return found

    def named(self, part: str) -> str:
        """A part's name as the archive writes it: capitals make no other name."""
        if part in self.parts:
            return part
        return next((name for name in self.parts if name.casefold() == part.casefold()), part)

    def without(self, owner: str, kind: str) -> Package:
        """Without the part of a kind that `owner` points to, such as "calcChain", which Excel makes again by itself."""
        relation = next((one for one in self.relations(owner) if one.kind == kind), None)
        if relation is None:
            return self
        links = self.named(_relations_part(owner))
        dropped = {
            links: rf'<(?:\w+:)?Relationship\b[^<>]*?\sId="{re.escape(relation.id)}"[^<>]*?/>',
            CONTENT_TYPES: rf'<(?:\w+:)?Override\b[^<>]*?\sPartName="/{re.escape(relation.target)}"[^<>]*?/>',
        }
        kept = Package({name: content for name, content in self.parts.items() if name != relation.target})
        for name, pattern in dropped.items():
            kept = kept.with_text(name, re.sub(pattern, "", kept.text(name), flags=re.IGNORECASE))
        return kept

    def with_part(self, owner: str, part: str, text: str, *, kind: str, content_type: str) -> tuple[Package, str]:
        """Add a part that `owner` points to; returns the package and the id of the new relation.

        Args:
            kind: the relation's full type.
            content_type: of the part, or `ending=type` for all parts of an ending.
        """
        name, package = self.named(_relations_part(owner)), self.with_text(part, text)
        if name not in self.parts:
            package = package.with_text(name, f'<Relationships xmlns="{_RELATIONS}"></Relationships>')
            package = package._with_type(name, _RELATIONS_TYPE)
        taken = {relation.id for relation in self.relations(owner)}
        number = next(n for n in range(1, len(taken) + 2) if f"rIdPlan{n}" not in taken)
        new = f'Relationship Id="rIdPlan{number}" Type={quoteattr(kind)} Target={quoteattr("/" + part)}'
        package = package.with_text(name, _with_child(package.text(name), new))
        return package._with_type(part, content_type), f"rIdPlan{number}"

    def _with_type(self, part: str, content_type: str) -> Package:
        types = self.text(CONTENT_TYPES)
        ending, _, declared = content_type.partition("=")
        if declared:
            if re.search(rf'Extension="{re.escape(ending)}"', types, re.IGNORECASE):
                return self
            new = f'Default Extension="{escape(ending)}" ContentType="{escape(declared)}"'
        else:
            new = f'Override PartName="/{escape(part)}" ContentType="{escape(content_type)}"'
        return self.with_text(CONTENT_TYPES, _with_child(types, new))


def _relations_part(part: str) -> str:
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels".lstrip("/") if part else "_rels/.rels"


def _with_child(xml: str, element: str) -> str:
    """The XML with one more empty element at the end of its root."""
    root = re.search(r"<((?:\w+:)?)[A-Za-z][^<>]*?(/?)>", xml)
    if root is None:
        return xml
    new = f"<{root[1]}{element}/>"
    if root[2]:
        name = root[0][1:].split(None, 1)[0].rstrip("/>")
        return f"{xml[: root.start()]}{root[0][:-2]}>{new}</{name}>{xml[root.end() :]}"
    end = xml.rindex("</")
    return xml[:end] + new + xml[end:]


def _double_quoted(xml: str) -> str:
    """The XML with the attributes of its tags in double quotes right after "=", as nearly all programs write them."""
    if not any(other in xml for other in ("='", ' ="', '= "', " ='", "= '")):
        return xml

    def attribute(match: re.Match[str]) -> str:
        value = match[2].replace('"', "&quot;") if match[1] is None else match[1]
        return f'="{value}"'

    def tag(match: re.Match[str]) -> str:
        return re.sub(r"""\s*=\s*(?:"([^"]*)"|'([^']*)')""", attribute, match[0])

    return re.sub(r"<[^<>!?][^<>]*>", tag, xml)


def _local(tag: str) -> str:
    return tag.rsplit("}", 1)[-1]
