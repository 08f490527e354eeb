"""DOCX → text lines and runs of table rows, each with its path (第12段, 表3/行5/格2)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from gouji.model.inked import Inked
from gouji.model.medium import Medium
from gouji.reading.flow.lines import Lines
from gouji.reading.flow.tabs import without_tabs
from gouji.reading.flow.whole import are_whole
from gouji.reading.office.package import Package
from gouji.reading.office.word.body import Body
from gouji.reading.office.word.markup import attribute, child, name_of
from gouji.reading.office.word.numbering import Numbering
from gouji.reading.office.word.styles import Styles
from gouji.reading.press import Source
from gouji.reading.unreadable import Unreadable

USUAL = "word/document.xml"
MOST_TAGS = 6_000_000  # Word writes some 25 for a cell of a table


def source(data: bytes, path: str) -> Source:
    """What a DOCX prints. Headers, footers, comments and hidden text are left out."""
    package = Package(data, path)
    main = next((part for kind, part in package.relationships("").values() if kind == "officeDocument"), USUAL)
    related = {kind: part for kind, part in package.relationships(main).values() if part in package}

    def root(kind: str) -> etree._Element | None:
        return package.root(related[kind]) if kind in related else None

    styles = Styles(root("styles"))
    notes = dict(_notes(root("footnotes"), "footnote")) | dict(_notes(root("endnotes"), "endnote"))
    reader = Body(Lines(path), styles, Numbering(root("numbering"), styles), notes)
    body = child(package.root(main, MOST_TAGS), "body")
    pieces = list(without_tabs(reader.read(body if body is not None else ())))
    if not pieces:
        raise _without_text(path, reader)
    press = reader.press
    whole = are_whole(piece.text for piece in pieces if isinstance(piece, Inked))
    return Source(Medium.WORD, pieces, press.lines, press.spots, doubts=reader.doubts, whole=whole)


def _notes(root: etree._Element | None, kind: str) -> Iterator[tuple[str, etree._Element]]:
    for element in root if root is not None else ():
        if name_of(element) == kind and attribute(element, "type") in ("", "normal"):
            yield f"{kind} {attribute(element, 'id')}", element


def _without_text(path: str, reader: Body) -> Unreadable:
    if any("图片" in message for _, message, _ in reader.doubts):
        return Unreadable(
            path,
            "文件里只有图片，没有文字。请提供有文字的原文件，或另存为 PDF 后按扫描件读取。",
            "the file holds only pictures; give the original with its text, or save it as PDF to have it read as a scan",
        )
    return Unreadable(path, "文件里没有文字。请确认文件是否完整。", "there is no text in the file; check that it is complete")
