"""Read a document: bytes in, report out."""

from __future__ import annotations

import hashlib

from gouji.model.report import Report
from gouji.reading import dump, text
from gouji.reading.assemble import assemble
from gouji.reading.blocks import blocks


def read_document(path: str, data: bytes) -> Report:
    """The report of a text document. Unreadable says why a file cannot be read."""
    decoded = text.decode(data, path)
    lines = text.lines(decoded, path)
    printed = tuple(text.physical(decoded))
    found = dump.blocks(lines) if dump.is_dump(lines) else blocks(lines)
    return assemble(path, hashlib.sha256(data).hexdigest(), found, printed)
