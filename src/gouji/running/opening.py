"""Files opened with care: the size is asked first, pipes are not waited for, the first bytes tell the kind."""

from __future__ import annotations

import os
import stat
from typing import BinaryIO

from gouji.reading import text
from gouji.reading.sniff import Format, sniff
from gouji.reading.text import LARGEST_TEXT
from gouji.reading.unreadable import LARGEST_FILE, too_large

HEAD = 65536
_CONTAINERS = (b"PK", b"\xd0\xcf\x11\xe0")  # ZIP and OLE: what is in them is told where it may do no harm


def is_text(path: str) -> bool:
    """Does the file begin as plain text? OSError where it cannot be opened."""
    with _opened(path) as stream:
        return _begins_as_text(stream.read(HEAD))


def is_pdf(path: str) -> bool:
    """Does the file begin as a PDF?"""
    try:
        with _opened(path) as stream:
            return sniff(stream.read(HEAD)) is Format.PDF
    except OSError:
        return False


def contents(path: str, shown: str) -> bytes:
    """The bytes of a file, never more than the cap of its kind. Unreadable for a larger one."""
    state = os.stat(path)
    if stat.S_ISREG(state.st_mode) and state.st_size > LARGEST_FILE:
        raise too_large(shown, state.st_size)
    with _opened(path) as stream:
        head = stream.read(HEAD)
        cap = LARGEST_TEXT if _begins_as_text(head) else LARGEST_FILE
        if stat.S_ISREG(state.st_mode) and state.st_size > cap:
            raise text.too_large(shown, state.st_size)
        rest = stream.read(cap + 1 - len(head)) if len(head) == HEAD else b""
    return head + rest


def _begins_as_text(head: bytes) -> bool:
    return not head.startswith(_CONTAINERS) and sniff(head) is Format.TEXT


def _opened(path: str) -> BinaryIO:
    return open(path, "rb", opener=_opened_at_once)


def _opened_at_once(path: str, flags: int) -> int:
    """A descriptor; a pipe that nobody writes to is empty and not waited for."""
    at_once = getattr(os, "O_NONBLOCK", 0)  # Windows has none
    descriptor = os.open(path, flags | at_once)
    if at_once:
        os.set_blocking(descriptor, True)
    return descriptor
