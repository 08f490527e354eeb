"""Read a document: bytes in, report out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from importlib import import_module

from gouji.model.inked import Inked
from gouji.model.report import Report
from gouji.reading import dump, spaced, text
from gouji.reading.assemble import assemble
from gouji.reading.blocks import blocks, blocks_of
from gouji.reading.grid import Block
from gouji.reading.press import Source
from gouji.reading.scan.settle import settled
from gouji.reading.sniff import REFUSALS, Format, sniff
from gouji.reading.unreadable import Unreadable

# Each reader is a module with `source(data, path) -> Source`; loaded when first met, as some bring large libraries.
_READERS = {
    Format.PDF: "gouji.reading.pdf.source",
    Format.IMAGE: "gouji.reading.scan.source",
    Format.XLSX: "gouji.reading.office.xlsx",
    Format.XLS: "gouji.reading.office.xls",
    Format.SHEET_XML: "gouji.reading.office.sheet_xml",
    Format.DOCX: "gouji.reading.office.docx",
    Format.DOC: "gouji.reading.office.doc",
    Format.RTF: "gouji.reading.office.doc",
    Format.HTML: "gouji.reading.html.source",
    Format.MHTML: "gouji.reading.html.archive",
}

MOST_SPACED_LINES = 20_000  # some 400 pages; finding columns takes time, and texts are read without a limit of their own


def read_document(path: str, data: bytes) -> Report:
    """The report of a document in any format. Unreadable says why a file cannot be read, and what to do."""
    digest = hashlib.sha256(data).hexdigest()
    kind = sniff(data)
    if kind in REFUSALS:
        raise Unreadable(path, *REFUSALS[kind])
    reader = _READERS.get(kind)
    if reader is None:
        return _read_text(path, data, digest)
    make: Callable[[bytes, str], Source] = import_module(reader).source
    source = make(data, path)
    found = settled(blocks_of(source.pieces, source.whole), source.spots)
    return assemble(path, digest, found, tuple(source.lines), source)


def _read_text(path: str, data: bytes, digest: str) -> Report:
    decoded = text.decode(data, path)
    lines = text.lines(decoded, path)
    printed = tuple(text.physical(decoded))
    return assemble(path, digest, _blocks(path, lines, decoded), printed)


def _blocks(path: str, lines: list[Inked], decoded: str) -> tuple[Block, ...]:
    """The blocks of a text by what sets its columns: blanks, nothing any more, or tabs and bars."""
    if spaced.is_spaced(lines[:MOST_SPACED_LINES]):
        if len(lines) > MOST_SPACED_LINES:
            raise Unreadable(
                path,
                f"靠空格对齐的文本有 {len(lines)} 行，超过 {MOST_SPACED_LINES} 行的上限。请按单位或年度拆分，或提供原来的 PDF。",
                f"{len(lines)} lines with columns set by blanks, more than {MOST_SPACED_LINES}: split it, or give the PDF",
            )
        return spaced.blocks(lines, decoded)
    return dump.blocks(lines) if dump.is_dump(lines) else blocks(lines)
