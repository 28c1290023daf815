"""The inside of a zipped workbook, read piece by piece and never trusted: sizes are counted, not believed.

A zip's own figures can lie, and Python's `zipfile` stops where they say; the reader after us would not. So parts
are inflated here from their raw bytes, with a budget. What is small when sent and large when opened is refused.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from planner.errors import FileRefused
from planner.settings import Settings

PIECE = 1 << 20
"""Bytes handled at a time."""
_LOCAL_HEADER = struct.Struct("<4s5H3I2H")
MOST_PARTS = 10_000
MOST_KEPT = 64_000_000
"""Bytes of a part that is kept whole, such as the shared texts."""
MOST_TAGS = 2_000_000
"""Tags of a part that is looked through tag by tag; a workbook with all the formats that Excel allows has fewer."""
LONGEST = 4 << 20
"""Bytes of a cell or tag; the longest text that a cell can have takes a tenth, however it is written."""
MOST_SHRUNK, SHRUNK_ALLOWED = 100, 32_000_000
"""How many times smaller than itself a part may be in the zip, past so many bytes; cells shrink to a tenth or so."""


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
            if size > max(SHRUNK_ALLOWED, MOST_SHRUNK * self.parts[name].compress_size):
                raise FileRefused(
                    f"{self.file} unpacks to over {MOST_SHRUNK} times its size, which no client list does; copy "
                    "the list into a new workbook."
                )
            yield piece

    def text(self, name: str) -> bytes:
        """A whole part that is no sheet, such as a list of the sheets; kept.

        Raises:
            FileRefused: as `pieces` does, and when it is too large to be kept.
        """
        if name not in self._texts:
            pieces, size = [], 0
            for piece in self.pieces(name):
                refuse_entities(piece, self.file)
                pieces.append(piece)
                size += len(piece)
                if size > MOST_KEPT:
                    raise FileRefused(
                        f"{self.file} holds more than {MOST_KEPT / 1e6:g} MB of texts or formats beside its cells; "
                        "save only the sheet with the client list."
                    )
            self._texts[name] = b"".join(pieces)
        return self._texts[name]

    def count_tags(self, name: str) -> None:
        """Refuse a part that is looked through tag by tag, where that would take long.

        Raises:
            FileRefused: in one sentence.
        """
        if self.text(name).count(b"<") > MOST_TAGS:
            raise FileRefused(
                f"{self.file} has more formats or names than a spreadsheet program makes; copy the client list into a "
                "new workbook."
            )

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


def parse_tags(pieces: Iterable[bytes], start: Callable[[str, dict[str, str]], None], archive: Archive) -> None:
    """Call `start` with each tag of some XML, without its prefix, and its attributes.

    Raises:
        FileRefused: when it is not well formed, or declares entities.
    """
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda tag, attributes: start(tag.rpartition(":")[2], attributes)
    open_since = 0
    try:
        for piece in pieces:
            refuse_entities(piece, archive.file)
            open_since = 0 if b">" in piece else open_since + len(piece)
            if open_since > LONGEST:
                raise archive.damaged()
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError):
        raise archive.damaged() from None


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
