"""What a file really is, by its bytes: names lie (a .pdf that is HTML, an .xls that is a web page)."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """The formats told apart. Those without a reader are named so that the refusal can say what to do."""

    TEXT = "text"
    HTML = "html"
    PDF = "pdf"
    IMAGE = "image"
    XLSX = "xlsx"
    DOCX = "docx"
    XLS = "xls"
    DOC = "doc"


def sniff(data: bytes) -> Format:
    """The format of a file's bytes; TEXT when nothing else is recognised."""
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    return Format.TEXT
