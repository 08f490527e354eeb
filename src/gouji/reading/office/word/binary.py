"""The plain text of a binary Word file (DOC, WPS), by its piece table: to see whether a conversion lost any of it."""

from __future__ import annotations

import re
import struct
from io import BytesIO

LARGEST = 64 * 1024 * 1024
_LOCKED, _SECOND_TABLE = 0x0100, 0x0200
_FLAGS, _LENGTH, _CLX = 0x0A, 0x4C, 0x1A2  # where the header tells flags, signs of the body, and the piece table
_PACKED = 0x40000000
_CODE = re.compile(r"\x13[^\x13\x14\x15]*\x14?|[\x14\x15]")


class Locked(Exception):
    """The file is protected by a password."""


def text_of(data: bytes) -> str | None:
    """The text of the body, codes of fields left out; None where the file does not tell. Locked may be raised."""
    import olefile  # type: ignore[import-untyped]

    try:
        with olefile.OleFileIO(BytesIO(data)) as container:
            main = container.openstream("WordDocument").read(LARGEST)
            flags = struct.unpack_from("<H", main, _FLAGS)[0]
            if flags & _LOCKED:
                raise Locked
            table = container.openstream("1Table" if flags & _SECOND_TABLE else "0Table").read(LARGEST)
        return _CODE.sub("", _body(main, table))
    except Locked:
        raise
    except Exception:  # olefile and struct throw much at damaged files; LibreOffice may read them all the same
        return None


def _body(main: bytes, table: bytes) -> str:
    length = struct.unpack_from("<i", main, _LENGTH)[0]
    start, size = struct.unpack_from("<II", main, _CLX)
    pieces = _pieces(table[start : start + size])
    count = (len(pieces) - 4) // 12
    ends = struct.unpack_from(f"<{count + 1}I", pieces)
    parts: list[str] = []
    for index in range(count):
        place = struct.unpack_from("<I", pieces, 4 * (count + 1) + 8 * index + 2)[0]
        signs = ends[index + 1] - ends[index]
        if place & _PACKED:
            offset = (place & ~_PACKED) // 2
            parts.append(main[offset : offset + signs].decode("cp1252", "replace"))
        else:
            parts.append(main[place : place + 2 * signs].decode("utf-16-le", "replace"))
    return "".join(parts)[:length]


def _pieces(clx: bytes) -> bytes:
    """The piece table within its envelope: properties come before it."""
    position = 0
    while clx[position] == 1:
        position += 3 + struct.unpack_from("<H", clx, position + 1)[0]
    size = struct.unpack_from("<I", clx, position + 1)[0]
    return clx[position + 5 : position + 5 + size]
