"""The inside of a zipped workbook, read piece by piece and never trusted: sizes are counted, not believed.

A zip's own figures can lie, and Python's `zipfile` stops where they say; the reader after us would not. So parts
are inflated here from their raw bytes, with a budget.
"""

from __future__ import annotations

import io
import struct
import xml.etree.ElementTree as ET
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from planner.errors import FileRefused
from planner.settings import Settings

PIECE = 1 << 20
"""Bytes handled at a time."""
_LOCAL_HEADER = struct.Struct("<4s5H3I2H")
MOST_PARTS = 10_000


@dataclass(frozen=True, eq=False)
class Archive:
    """A zipped workbook.

    Attributes:
        parts: its members by name.
        budget: how many bytes it may unpack to, all parts together.
    """

    file: str
    content: bytes
    parts: dict[str, zipfile.ZipInfo]
    budget: int
    _spent: dict[str, int] = field(default_factory=dict, repr=False)
    _texts: dict[str, bytes] = field(default_factory=dict, repr=False)

    def pieces(self, name: str) -> Iterator[bytes]:
        """The bytes of a part, a piece at a time.

        Raises:
            FileRefused: when the part is damaged, holds an XML entity, or the budget is overrun.
        """
        size = 0
        for piece in self._inflated(self.parts[name]):
            size += len(piece)
            self._spent[name] = size
            if sum(self._spent.values()) > self.budget:
                raise self.too_large()
            yield piece

    def text(self, name: str) -> bytes:
        """A whole part that is no sheet, such as a list of the sheets; kept."""
        if name not in self._texts:
            self._texts[name] = b"".join(self.pieces(name))
        return self._texts[name]

    def xml(self, name: str) -> ET.Element:
        """A small part as a tree; entities are refused before anything is parsed.

        Raises:
            FileRefused: when it is no well-formed XML.
        """
        content = self.text(name)
        refuse_entities(content, self.file)
        try:
            return ET.fromstring(content)
        except (ET.ParseError, ValueError, LookupError):
            raise self.damaged() from None

    def too_large(self) -> FileRefused:
        return FileRefused(
            f"{self.file} unpacks to more than the {self.budget / 1e6:g} MB that are read; save only the sheet with "
            "the client list, or raise the setting max_unzipped_mb."
        )

    def damaged(self) -> FileRefused:
        return FileRefused(f"{self.file} is damaged or cut short; save it again or download it anew.")

    def _inflated(self, part: zipfile.ZipInfo) -> Iterator[bytes]:
        start = part.header_offset
        header = self.content[start : start + _LOCAL_HEADER.size]
        if len(header) < _LOCAL_HEADER.size or header[:4] != b"PK\x03\x04":
            raise self.damaged()
        *_, name_length, extra_length = _LOCAL_HEADER.unpack(header)
        begin = start + _LOCAL_HEADER.size + name_length + extra_length
        raw = memoryview(self.content)[begin : begin + part.compress_size]
        if part.compress_type == zipfile.ZIP_STORED:
            yield from (bytes(raw[i : i + PIECE]) for i in range(0, len(raw), PIECE))
            return
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        pending: bytes | memoryview = raw
        try:
            while not inflater.eof:
                piece = inflater.decompress(pending, PIECE)
                pending = inflater.unconsumed_tail
                if not piece and not pending:
                    break
                yield piece
        except zlib.error:
            raise self.damaged() from None


def open_archive(content: bytes, file: str, settings: Settings) -> Archive:
    """The parts of a zipped workbook.

    Raises:
        FileRefused: when the zip is damaged, uses a password, or says that it unpacks to more than is read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, struct.error, OverflowError):
        raise FileRefused(f"{file} is damaged or cut short; save it again or download it anew.") from None
    found = Archive(file, content, {part.filename: part for part in members}, int(settings.max_unzipped_mb * 1_000_000))
    if any(part.flag_bits & 1 for part in members):
        raise FileRefused(f"{file} is an archive with a password; save the workbook itself.")
    if sum(part.file_size for part in members) > found.budget or len(members) > MOST_PARTS:
        raise found.too_large()
    if any(part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for part in members):
        raise found.damaged()
    return found


def has(content: bytes, rare: bytes, words: bytes) -> bool:
    """Whether there are some words in a part; a single byte of them that is rare there is looked for many times as
    fast."""
    return rare in content and words in content


def refuse_entities(content: bytes, file: str) -> None:
    """Refuse XML that declares entities, or hides in an encoding where they could not be seen.

    Raises:
        FileRefused: in one sentence.
    """
    if has(content, b"!", b"<!DOCTYPE") or has(content, b"!", b"<!ENTITY"):
        raise FileRefused(f"{file} holds XML entities, which no spreadsheet program writes; it is not read.")
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in content[:64]:
        raise FileRefused(f"{file} is written in an unusual way (UTF-16 XML); save it again in Excel.")
