"""A ZIP package of parts (XLSX, DOCX) opened without trust: what it claims of itself is never believed, only counted."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import Any

from lxml import etree

from gouji.reading.sniff import LARGEST_DIRECTORY, directory_size
from gouji.reading.unreadable import Unreadable

MOST_PARTS = 2_000
LARGEST_PART = 256 * 1024 * 1024
LARGEST_WHOLE = 1024 * 1024 * 1024
HIGHEST_RATIO = 200  # of inflated to packed bytes, looked at beyond the first SMALL bytes
SMALL = 32 * 1024 * 1024
MOST_TAGS = 2_000_000  # of one element that stands in memory whole
_CHUNK = 64 * 1024

HARDENED: dict[str, Any] = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


class Package:
    """The parts of a package by name. All errors are Unreadable, in words for whoever saved the file."""

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        self._inflated = 0
        if directory_size(data) > LARGEST_DIRECTORY:
            raise self.refused("压缩包内的部分过多", "too many parts in the package")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            entries = self._zip.infolist()
        except _BROKEN:
            raise self.damaged() from None
        if len(entries) > MOST_PARTS:
            raise self.refused(f"压缩包内有 {len(entries)} 个部分", f"{len(entries)} parts in the package")
        self._entries = {_plain(entry.filename): entry for entry in entries}

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._entries

    def names(self) -> list[str]:
        """The names of all parts, in lower case: writers differ in it."""
        return list(self._entries)

    def read(self, name: str) -> bytes:
        """The bytes of a part."""
        return b"".join(self.chunks(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a part piece by piece, counted as they come."""
        entry = self._entries.get(_plain(name))
        if entry is None or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self.damaged()
        size = 0
        try:
            with self._zip.open(entry) as part:
                while chunk := part.read(_CHUNK):
                    size += len(chunk)
                    self._count(len(chunk), size, entry.compress_size)
                    yield chunk
        except _BROKEN:
            raise self.damaged() from None

    def _count(self, fresh: int, size: int, packed: int) -> None:
        self._inflated += fresh
        if size > LARGEST_PART or self._inflated > LARGEST_WHOLE:
            raise self.refused("解压后的内容过大", "it is too large once inflated")
        if size > SMALL and size > packed * HIGHEST_RATIO:
            raise self.refused("内容的压缩比异常（疑为压缩炸弹）", "it inflates out of all proportion")

    def root(self, name: str, most: int = MOST_TAGS) -> etree._Element:
        """The parsed XML of a part that may stand in memory whole: of `most` tags, opening and closing ones."""
        parser = etree.XMLParser(**HARDENED)
        tags = 0
        try:
            for chunk in self.chunks(name):
                if (tags := tags + chunk.count(b"<")) > most:
                    raise self.refused("内容的元素过多", "it has too many elements")
                parser.feed(chunk)
            root: etree._Element = parser.close()
        except etree.XMLSyntaxError:
            raise self.damaged() from None
        self._check_doctype(root)
        return root

    def elements(self, name: str, tags: Iterable[str]) -> Iterator[etree._Element]:
        """Every element of the given tags (`{namespace}name`, `{*}name`) as it ends; emptied once the next is asked for."""
        parser = etree.XMLPullParser(events=("end",), tag=list(tags), **HARDENED)
        waiting, checked = 0, False
        try:
            for chunk in self.chunks(name):
                waiting += chunk.count(b"<")
                parser.feed(chunk)
                for _, element in parser.read_events():
                    assert isinstance(element, etree._Element)
                    if not checked:
                        self._check_doctype(element)
                    waiting, checked = 0, True
                    yield element
                    _forget(element)
                if waiting > MOST_TAGS:
                    raise self.refused("内容的元素过多", "it has too many elements")
            parser.close()
        except etree.XMLSyntaxError:
            raise self.damaged() from None

    def relationships(self, name: str) -> dict[str, tuple[str, str]]:
        """Of a part: id → (last word of the type, name of the part meant). "" has those of the package; external ones go."""
        folder, _, own = name.rpartition("/")
        rels = join(folder, "_rels", f"{own}.rels")
        if rels not in self:
            return {}
        return {
            element.get("Id", ""): (element.get("Type", "").rpartition("/")[2], _target(name, element.get("Target", "")))
            for element in self.elements(rels, [_RELATIONSHIP])
            if element.get("TargetMode") != "External"
        }

    def _check_doctype(self, element: etree._Element) -> None:
        """No office program writes a document type; those that stand in one are attacks (entity bombs, foreign files)."""
        if element.getroottree().docinfo.internalDTD is not None:
            raise self.refused("文件内含不应有的 DTD 声明", "it holds a document type declaration")

    def damaged(self) -> Unreadable:
        """The refusal of a file that is cut short or not what it claims to be."""
        return Unreadable(
            self.path,
            "文件已损坏或不完整，无法打开。请在 Excel、WPS 或 Word 中打开并另存一次，或重新下载后再试。",
            "the file is damaged or incomplete; open it and save it again, or download it once more",
        )

    def refused(self, reason: str, english: str) -> Unreadable:
        """The refusal of a file whose contents would fill the memory, or could do harm."""
        return Unreadable(
            self.path,
            f"{reason}，为安全起见没有读取。请确认文件来源，或在 Excel、WPS 或 Word 中另存一次后再试。",
            f"not read, to be safe: {english}; check where the file comes from, or save it again",
        )


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _target(source: str, target: str) -> str:
    """The part that a relationship of the part `source` means."""
    return normpath(target if target.startswith("/") else join(dirname(source), target)).lstrip("/")


def _forget(element: etree._Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
