"""Hostile and unusual files are refused in a sentence or read correctly, in bounded time and memory."""

import io
import re
import resource
import struct
import time
import tracemalloc
import zipfile

import msoffcrypto
import openpyxl
import pytest

from planner.errors import FileRefused, InputError, PasswordNeeded
from planner.fields import Field
from planner.reading import read_roster
from planner.settings import Settings
from tests.readers.make import codes, workbook
from tests.readers.ods import ods

LIST = workbook({"Clients": [["Account", "Fee"], ["Acme", 1000], ["Beta", 2000]]})
SHEET = "xl/worksheets/sheet1.xml"


def repacked(change, content=LIST):
    """The workbook with some parts changed: `change` maps a part's name to a function of its bytes, or new bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            data = old.read(part)
            made = change.get(part.filename, data)
            new.writestr(part.filename, made(data) if callable(made) else made)
        for name in change.keys() - set(old.namelist()):
            new.writestr(name, change[name])
    return out.getvalue()


def read(content, name="list.xlsx", **options):
    return read_roster(content, name=name, **options)


def refused(content, words, **options):
    with pytest.raises(FileRefused, match=words) as caught:
        read(content, **options)
    assert str(caught.value).endswith(".")


def test_two_cells_in_far_corners_are_refused_before_memory_is_spent():
    far = repacked(
        {
            SHEET: lambda xml: xml.replace(
                b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
            )
        }
    )
    tracemalloc.start()
    refused(far, "spans 1,048,576 rows and 16,384 columns")
    assert tracemalloc.get_traced_memory()[1] < 30_000_000
    tracemalloc.stop()


@pytest.mark.parametrize(
    "cell",
    [
        b"<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
        b'<row r = "1048576"><c r = "XFD1048576"><v>1</v></c></row>',
        b'<row\tr="1048576"><c\tr="XFD1048576"><v>1</v></c></row>',
        b'<row r="1048576"><c r="A1048576"/><c\tr="XFD1048576"><v>1</v></c></row>',
        b'<row r="1048576"><c r="A1048576"><f>1</f><c\tr="XFD1048576"><v>1</v></c></c></row>',
    ],
)
def test_far_corners_written_in_an_unusual_way_are_seen_too(cell):
    refused(repacked({SHEET: lambda xml: xml.replace(b"</sheetData>", cell + b"</sheetData>")}), "spans")


def test_thousands_of_formatted_but_empty_cells_do_not_count():
    empty = b"".join(b'<row r="%d"><c r="XFD%d" s="0"/></row>' % (i, i) for i in range(4, 9000))
    roster = read(repacked({SHEET: lambda xml: xml.replace(b"</sheetData>", empty + b"</sheetData>")}))
    assert roster.names.tolist() == ["Acme", "Beta"]


def test_cells_without_references_are_read():
    roster = read(repacked({SHEET: lambda xml: re.sub(rb'<c r="[A-Z]+\d+"', b"<c", xml)}))
    assert roster.names.tolist() == ["Acme", "Beta"]


def test_a_sheet_in_an_encoding_that_nobody_knows_is_refused():
    refused(repacked({SHEET: lambda xml: xml.replace(b"UTF-8", b"UTF--18").replace(b"<c r=", b"<c  r=")}), "damaged")


@pytest.mark.parametrize("part", [SHEET, "xl/sharedStrings.xml", "xl/workbook.xml"])
def test_xml_entities_are_refused(part):
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    refused(repacked({part: lambda xml: xml.replace(b"?>", b"?>" + bomb, 1)}), "XML entities")


def test_a_workbook_that_unpacks_to_too_much_is_refused():
    padded = {SHEET: lambda xml: xml.replace(b"<sheetData>", b"<!--" + b" " * 3_000_000 + b"--><sheetData>")}
    refused(repacked(padded), "unpacks to", settings=Settings(max_unzipped_mb=2))
    assert read(repacked(padded)).size == 2


def test_a_zip_that_lies_about_its_size_is_refused():
    content = bytearray(
        repacked({SHEET: lambda xml: xml.replace(b"<sheetData>", b"<!--" + b" " * 3_000_000 + b"--><sheetData>")})
    )
    at = content.rfind(b"PK\x01\x02", 0, content.rfind(SHEET.encode()))
    struct.pack_into("<I", content, at + 24, 700)
    refused(bytes(content), "unpacks to more", settings=Settings(max_unzipped_mb=2))


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_truncated_workbook_is_refused(share):
    refused(LIST[: int(len(LIST) * share)], "damaged")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7\n%...", "is a PDF"),
        (b"\x89PNG\r\n\x1a\n....", "is a picture"),
        (b"\x00\x01\x02\x03\x00\x00\x04" * 50, "not a workbook"),
        (b"<!doctype html><html><body>Sign in</body></html>", "a web page"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "damaged"),
    ],
)
def test_other_files_with_a_workbooks_ending_are_named_for_what_they_are(content, words):
    refused(content, words)


def test_an_archive_without_a_workbook_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("letter.txt", "hello")
    refused(out.getvalue(), "no workbook in it")


def test_a_workbook_with_another_ending_is_read_for_what_it_is():
    assert read(LIST, name="list.csv").size == 2
    assert read(b"Account,Fee\nAcme,5\n", name="list.xlsx").size == 1


def test_a_file_past_the_limit_of_size_is_refused():
    refused(LIST, "more than the", settings=Settings(max_file_mb=0.001))


def test_a_password_is_asked_for_and_opens_the_workbook():
    locked = io.BytesIO()
    msoffcrypto.OfficeFile(io.BytesIO(LIST)).encrypt("s3cret", locked)
    with pytest.raises(PasswordNeeded, match="password"):
        read(locked.getvalue())
    refused(locked.getvalue(), "does not open", password="wrong")
    assert read(locked.getvalue(), password="s3cret").names.tolist() == ["Acme", "Beta"]


def test_strict_open_xml_is_read():
    swaps = [
        (
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        ),
        (
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
    ]

    def strict(xml):
        for old, new in swaps:
            xml = xml.replace(old, new)
        return xml

    with zipfile.ZipFile(io.BytesIO(LIST)) as parts:
        names = [name for name in parts.namelist() if name.endswith((".xml", ".rels"))]
    roster = read(repacked(dict.fromkeys(names, strict)))
    assert roster.number(Field.ANNUAL_FEE).tolist() == [1000, 2000]


def test_error_cells_and_formulas_without_a_result_are_named():
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["Account", "Fee", "Chance"], ["Acme", "=1+1", 0.5], ["Beta", 7, "#REF!"], ["Gamma", 8, 0.2]):
        sheet.append(row)
    sheet["C3"].data_type = "e"
    out = io.BytesIO()
    book.save(out)
    roster = read(out.getvalue())
    assert {(issue.code, issue.cell) for issue in roster.issues} == {
        ("formula-without-result", "B2"),
        ("error-cell", "C3"),
    }
    assert "#REF!" in next(issue.message for issue in roster.issues if issue.code == "error-cell")


def test_strange_names_are_kept_as_they_are():
    names = ["=cmd|' /C calc'!A0", "שלום בע״מ", "🚀 Rocket 🚀", "Ünïcødé & Söhne", "O'Brien; DROP TABLE", "x" * 32_767]
    roster = read(workbook({"Clients": [["Account"], *[["'" + name if name[0] == "=" else name] for name in names]]}))
    assert [name.lstrip("'") for name in roster.names] == names
    assert codes(roster) == ["worked-out"], "that they are clients is told by the name of the sheet, and said"


WIDEST = 16_384
SECONDS = 40
"""Of the processor, on a slow machine; what grows with the square of the columns takes hours."""


@pytest.mark.parametrize(("kind", "columns"), [("xlsx", WIDEST), ("csv", WIDEST // 4)])
def test_every_column_that_a_sheet_can_have_is_read_in_bounded_time_and_memory(kind, columns):
    extra = columns - 2
    wide = [
        ["Account", "Fee", *[f"Extra {i}" for i in range(extra)]],
        *[[f"Firm {k}", 5, *range(extra)] for k in range(3)],
    ]
    text = "\n".join(",".join(map(str, row)) for row in wide).encode()
    content = workbook({"Clients": wide}) if kind == "xlsx" else text
    before, begun = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    roster = read(content, name=f"list.{kind}")
    assert time.process_time() - begun < SECONDS * columns / WIDEST
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 400_000
    assert roster.number(Field.ANNUAL_FEE).tolist() == [5, 5, 5]
    assert len(roster.other) == extra
    assert roster.other[f"Extra {extra - 1}"].tolist() == [str(extra - 1)] * 3


def test_wide_rows_of_text_do_not_make_the_search_for_a_header_endless():
    notes = [[f"note {i} {j}" for j in range(WIDEST // 32)] for i in range(30)]
    begun = time.process_time()
    roster = read("\n".join(",".join(row) for row in notes).encode(), name="list.csv")
    assert time.process_time() - begun < SECONDS / 4
    assert len(roster.names) + len(roster.skipped) >= len(notes) - 1, "no row is lost in silence"


LONGEST = 32_767


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_cells_of_the_greatest_length_are_read_whole_in_every_column(kind):
    long = "x" * LONGEST
    rows = [
        ["Account", "Fee", "Stage", "When", "Chance", long],
        [long, long, long, long, long, long],
        ["Acme", 5, "", "", "", ""],
    ]
    text = "\n".join(",".join(map(str, row)) for row in rows).encode()
    roster = read(workbook({"Clients": rows}) if kind == "xlsx" else text, name=f"list.{kind}")
    assert roster.names.tolist() == [long, "Acme"]
    assert all(len(issue.value) <= 200 and len(issue.message) < 600 for issue in roster.issues)
    assert "money-unreadable" in codes(roster)


def test_a_sheet_past_the_limit_of_cells_is_refused():
    refused(LIST, "more than the 3 cells", settings=Settings(max_cells=3))
    with pytest.raises(InputError, match="more than the 3 cells"):
        read(b"Account,Fee\nAcme,5\n", name="a.csv", settings=Settings(max_cells=3))


def test_an_opendocument_file_with_one_flipped_byte_is_read_or_refused_in_a_sentence():
    whole = ods([["Account", "Fee"], ["Acme", 1000.0]])
    with zipfile.ZipFile(io.BytesIO(whole)) as parts:
        content = parts.read("content.xml")
    said = set()
    for at in range(80):
        flipped = content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]
        try:
            read(repacked({"content.xml": flipped}, whole), name="list.ods")
        except InputError as error:
            said.add(str(error))
    assert any("damaged" in one for one in said)
    assert all(one.endswith(".") for one in said)
