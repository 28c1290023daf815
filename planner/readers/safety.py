"""What is checked before a file is opened for good: what it is, how much it unpacks to, how far its cells reach.

Sheets are gone through piece by piece. Macros and external links are never looked at.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from planner.errors import FileRefused, PasswordNeeded
from planner.readers.binary_scans import ods_boxes, xls_box, xlsb_boxes
from planner.readers.fills import STYLES, fill_styles, struck_styles
from planner.readers.xlsx_scan import SheetScan, currency_styles, scan_sheet, sheet_parts
from planner.readers.zip_limits import Archive, open_archive
from planner.settings import Settings

ZIP_MAGIC = b"PK\x03\x04"
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BIFF_STARTS = (b"\x09\x08\x10\x00", b"\x09\x08\x08\x00", b"\x09\x04\x06\x00", b"\x09\x02\x06\x00", b"\x09\x00\x04\x00")
OTHER_FILES = MappingProxyType(
    {
        b"%PDF": "a PDF",
        b"\x89PNG": "a picture",
        b"\xff\xd8\xff": "a picture",
        b"GIF8": "a picture",
        b"{\\rtf": "a text document",
        b"\x7fELF": "a program",
        b"MZ": "a program",
        b"Rar!": "an archive",
        b"7z\xbc\xaf": "an archive",
        b"\x1f\x8b": "a compressed file",
        b"SQLite format 3": "a database",
        b"<!DOCTYPE": "a web page",
        b"<html": "a web page",
        b"<?xml": "an XML file",
    }
)
XLS_MOST_CELLS = 65_536 * 256
SHARED_TEXTS = "xl/sharedstrings.xml"
"""The part with the texts of an `.xlsx`, in small letters."""


@dataclass(frozen=True, eq=False)
class Findings:
    """What a file is, and what its sheets hold where that can be seen before they are read.

    Attributes:
        format: "xlsx", "xlsb", "ods", "xls" or "text".
        boxes: rows and columns that each sheet's cells span; "" stands for every sheet.
        parts, signs, fills, strikes: where the sheets of an `.xlsx` are, and which of its cell styles have a currency,
            are filled with a colour or struck through.
    """

    format: str
    archive: Archive | None = None
    boxes: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)
    signs: Mapping[int, str] = field(default_factory=dict)
    fills: Mapping[int, str] = field(default_factory=dict)
    strikes: Mapping[int, str] = field(default_factory=dict)

    def scan(self, name: str, file: str, settings: Settings) -> SheetScan:
        """Look at a sheet before it is read.

        Raises:
            FileRefused: when it is damaged, or its cells lie so far apart that reading it would fill the memory.
        """
        if self.archive is not None and name in self.parts:
            found = scan_sheet(self.archive, self.parts[name], self.signs, settings.max_cells, self.fills, self.strikes)
        else:
            found = SheetScan(*self.boxes.get(name, self.boxes.get("", (0, 0))))
        if found.rows * found.columns > settings.max_cells:
            sheet = f"The sheet “{name}”" if name else "A sheet"
            raise FileRefused(
                f"{sheet} of {file} spans {found.rows:,} rows and {found.columns:,} columns, more than the "
                f"{settings.max_cells:,} cells that are read; delete what stands far from the list and save again."
            )
        return found


def unlock(content: bytes, file: str, password: str | None) -> bytes:
    """The content without its password protection; as it is when it has none.

    Raises:
        PasswordNeeded: when a password is needed and not given, or does not open the file.
    """
    if not content.startswith(OLE_MAGIC):
        return content
    import msoffcrypto
    from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError

    damage = (FileFormatError, ParseError, OSError, ValueError, LookupError, AttributeError, TypeError, AssertionError)
    try:
        document = msoffcrypto.OfficeFile(io.BytesIO(content))
        if not document.is_encrypted():
            return content
    except (*damage, struct.error, NotImplementedError):
        return content
    if not password:
        raise PasswordNeeded(f"{file} is protected with a password; give the password to open it.")
    opened = io.BytesIO()
    try:
        document.load_key(password=password)
        document.decrypt(opened)
    except (InvalidKeyError, DecryptionError, *damage, struct.error):
        raise PasswordNeeded(f"The password does not open {file}; check it and try again.") from None
    return opened.getvalue()


def inspect(content: bytes, file: str, settings: Settings) -> Findings:
    """Find what the file is, whatever its ending says, and whether it is safe to read.

    Raises:
        FileRefused: in one sentence, when it is not a workbook or is past a limit.
    """
    if content.startswith(ZIP_MAGIC):
        return _inspect_zip(open_archive(content, file, settings))
    if content.startswith(OLE_MAGIC):
        return _inspect_xls(content, file, settings)
    if content.startswith(BIFF_STARTS):
        return Findings("xls", boxes={"": xls_box(content)})
    start = content[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    for magic, what in OTHER_FILES.items():
        if start[: len(magic)].lower() == magic.lower():
            raise FileRefused(f"{file} is {what}, not a workbook; give an Excel, OpenDocument or CSV file.")
    return Findings("text")


def _inspect_zip(archive: Archive) -> Findings:
    if "xl/workbook.bin" in archive.parts:
        return Findings("xlsb", boxes={"": xlsb_boxes(archive)})
    if "content.xml" in archive.parts:
        return Findings("ods", boxes=ods_boxes(archive))
    if any(name.startswith("xl/") for name in archive.parts):
        _weigh_shared(archive)
        signs, fills = currency_styles(archive), fill_styles(archive)
        strikes = struck_styles(archive)
        return Findings("xlsx", archive, parts=sheet_parts(archive), signs=signs, fills=fills, strikes=strikes)
    raise FileRefused(
        f"{archive.file} is an archive, but there is no workbook in it; give an Excel or OpenDocument file."
    )


def _weigh_shared(archive: Archive) -> None:
    """Count the shared texts, which are read with every sheet.

    Raises:
        FileRefused: past the limit, or with XML entities in them.
    """
    for name in archive.parts:
        if name.lower() in {SHARED_TEXTS, STYLES}:
            archive.text(name)


def _inspect_xls(content: bytes, file: str, settings: Settings) -> Findings:
    """An old workbook can span no more than 16.8 million cells a sheet; it is scanned where fewer are allowed."""
    if settings.max_cells >= XLS_MOST_CELLS:
        return Findings("xls")
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(content)) as ole:
            name = next((name for name in ("Workbook", "Book") if ole.exists(name)), None)
            stream = ole.openstream(name).read() if name else b""
    except (OSError, ValueError, IndexError, TypeError):
        raise FileRefused(f"{file} is damaged or not a workbook; save it again in Excel.") from None
    return Findings("xls", boxes={"": xls_box(stream)})
