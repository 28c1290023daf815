"""What is checked before a file is opened for good: what it is, how much it unpacks to, how far its cells reach.

Nothing here keeps more of a file in memory than one piece of a megabyte. Sizes are in bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from planner.errors import FileRefused, PasswordNeeded
from planner.settings import Settings

ZIP_MAGIC = b"PK\x03\x04"
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
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
    }
)


@dataclass(frozen=True)
class Findings:
    """What the scan saw.

    Attributes:
        format: "xlsx", "xlsb", "ods", "xls" or "text".
        boxes: rows and columns that each sheet's cells span, by sheet name, where it could be seen.
    """

    format: str
    boxes: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def check_sheet(self, name: str, file: str, settings: Settings) -> None:
        """Refuse a sheet whose cells lie so far apart that reading it would fill the memory.

        Raises:
            FileRefused: past the setting `max_cells`.
        """
        rows, columns = self.boxes.get(name, (0, 0))
        if rows * columns > settings.max_cells:
            raise FileRefused(
                f"The sheet “{name}” of {file} spans {rows:,} rows and {columns:,} columns, more than the "
                f"{settings.max_cells:,} cells that are read; delete what stands far from the list and save again."
            )


def unlock(content: bytes, file: str, password: str | None) -> bytes:
    """The content without its password protection; as it is when it has none.

    Raises:
        FileRefused: when a password is needed and not given, or does not open the file.
    """
    if not content.startswith(OLE_MAGIC):
        return content
    import msoffcrypto
    from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError

    try:
        document = msoffcrypto.OfficeFile(io.BytesIO(content))
        if not document.is_encrypted():
            return content
    except (FileFormatError, ParseError, OSError, ValueError, KeyError, IndexError, AttributeError, TypeError):
        return content
    if not password:
        raise PasswordNeeded(f"{file} is protected with a password; give the password to open it.")
    opened = io.BytesIO()
    try:
        document.load_key(password=password)
        document.decrypt(opened)
    except (InvalidKeyError, DecryptionError, ValueError):
        raise FileRefused(f"The password does not open {file}; check it and try again.") from None
    return opened.getvalue()


def inspect(content: bytes, file: str, settings: Settings) -> Findings:
    """Find what the file is, whatever its ending says, and whether it is safe to read.

    Raises:
        FileRefused: in one sentence, when it is not a workbook or is past a limit.
    """
    if content.startswith(ZIP_MAGIC):
        return _inspect_zip(content, file, settings)
    if content.startswith(OLE_MAGIC):
        return Findings("xls")
    for magic, what in OTHER_FILES.items():
        if content.startswith(magic):
            raise FileRefused(f"{file} is {what}, not a workbook; give an Excel, OpenDocument or CSV file.")
    if content[:4] in {b"\x09\x08\x10\x00", b"\x09\x04\x06\x00", b"\x09\x02\x06\x00"}:
        return Findings("xls")
    return Findings("text")


def _inspect_zip(content: bytes, file: str, settings: Settings) -> Findings:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        raise FileRefused(f"{file} is damaged or cut short; save it again or download it anew.") from None
    names = {member.filename for member in members}
    total = sum(member.file_size for member in members)
    if total > settings.max_unzipped_mb * 1_000_000:
        raise FileRefused(
            f"{file} unpacks to {total / 1e6:,.0f} MB, more than the {settings.max_unzipped_mb:g} MB that are read; "
            "save only the sheet with the client list, or raise the setting max_unzipped_mb."
        )
    if "xl/workbook.bin" in names:
        return Findings("xlsb")
    if "content.xml" in names:
        return Findings("ods")
    if any(name.startswith("xl/") for name in names):
        return Findings("xlsx")
    raise FileRefused(f"{file} is an archive, but there is no workbook in it; give an Excel or OpenDocument file.")
