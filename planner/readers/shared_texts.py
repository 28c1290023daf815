"""The shared texts of an `.xlsx`, where all of them are written in the usual way: `<si><t>Tern Robotics</t></si>`.

Anything unusual (runs of formats, comments, entities with numbers, `_x000D_`, spaces that are to be trimmed) is left
to the reader, all of it.
"""

from __future__ import annotations

import re
import zlib

from planner.readers.zip_limits import Archive, has

MOST = 16_000_000
"""Bytes of texts that are read here: on the way they are held several times."""
PART = "xl/sharedstrings.xml"
"""The name of their part, in small letters."""
_ALL = re.compile(
    r'\ufeff?(?:<\?xml version="1\.0" encoding="(?:UTF|utf)-8"[^<>]*>\s*)?<sst(?:\s[^<>]*)?>'
    r"<si>(<t.*)</t></si></sst>\s*",
    re.DOTALL,
)
_KEPT, _NEXT = '<t xml:space="preserve">', "</t></si><si><t>"
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))
_OTHER_ENTITY = re.compile("&(?!(?:amp|lt|gt|quot|apos);)")


def shared_texts(archive: Archive) -> list[str]:
    """The shared texts in their order; none where any is written in an unusual way or the part is damaged."""
    names = [name for name in archive.parts if name.lower() == PART]
    content = archive.text(names[0]) if len(names) == 1 else b""
    if not content or len(content) > MOST or zlib.crc32(content) != archive.parts[names[0]].CRC:
        return []
    if b"\r" in content or b"\x01" in content or has(content, b"_", b"_x"):
        return []
    try:
        written = _ALL.fullmatch(content.decode())
    except UnicodeDecodeError:
        return []
    return _texts(written[1]) if written else []


def _texts(written: str) -> list[str]:
    """The texts of `<t>One</t></si><si><t>Two`; one whose outer spaces are kept begins with \\1 on the way."""
    marked = written.replace(_KEPT, "<t>\x01")
    texts = marked[len("<t>") :].split(_NEXT)
    inside = marked.count("<") - 1 - (len(texts) - 1) * _NEXT.count("<")
    if inside or not marked.startswith("<t>") or _OTHER_ENTITY.search(marked):
        return []
    if any(text[0] != "\x01" for text in texts if text != text.strip()):
        return []
    if len(marked) != len(written):
        texts = [text.removeprefix("\x01") for text in texts]
    for entity, mark in _ENTITIES:
        if entity in marked:
            texts = [text.replace(entity, mark) for text in texts]
    return texts
