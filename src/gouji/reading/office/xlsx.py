"""XLSX workbooks → pieces: every cell as Excel prints it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from gouji.model.sheet_columns import column_number
from gouji.reading.office.package import Package
from gouji.reading.office.sheets.sheet import Merge, Sheet, SheetRow
from gouji.reading.office.sheets.workbook import Workbook
from gouji.reading.office.xlsx_styles import GENERAL, Style, styles_of
from gouji.reading.press import Source
from gouji.reading.text import plainly_spaced

MOST_STRINGS = 1_000_000
LAST_COLUMN, LAST_ROW = 16_384, 1_048_576

_PARTS = ("{*}row", "{*}mergeCell", "{*}col", "{*}sheetView")
_TRUE = ("1", "true")
_LETTERS = re.compile(r"[A-Z]{1,3}")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def source(data: bytes, path: str) -> Source:
    """The pieces of a workbook, sheet by sheet in the order of the tabs."""
    package = Package(data, path)
    book = _Book(package)
    workbook = Workbook(path)
    for name, part, hidden in book.sheets:
        if hidden:
            workbook.hide(name)
        elif part not in package:
            workbook.lose(name)
        else:
            workbook.take(_Reader(book, Sheet(path, name)).read(part))
    return workbook.source()


class _Book:
    """What the sheets of a workbook share: texts, styles, the system of dates."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.part = dict(package.relationships("").values()).get("officeDocument", "xl/workbook.xml")
        if self.part not in package:
            raise package.damaged()
        root = package.root(self.part)
        self.parts = package.relationships(self.part)
        properties = root.find("{*}workbookPr")
        self.from_1904 = properties is not None and properties.get("date1904") in _TRUE
        self.sheets = [sheet for element in root.iterfind("{*}sheets/{*}sheet") if (sheet := self._sheet(element))]
        self.styles = self._styles()
        self._strings: list[str] | None = None

    def _sheet(self, element: etree._Element) -> tuple[str, str, bool] | None:
        """Name, part ("" where none is named) and whether it is hidden; sheets that are charts hold no table."""
        key = next((str(value) for name, value in element.items() if str(name).endswith("}id")), "")
        kind, part = self.parts.get(key, ("worksheet", ""))
        if kind != "worksheet":
            return None
        return element.get("name", ""), part, element.get("state", "visible") != "visible"

    def _part(self, kind: str) -> str | None:
        return next((part for found, part in self.parts.values() if found == kind and part in self.package), None)

    def _styles(self) -> list[Style]:
        part = self._part("styles")
        return styles_of(self.package.root(part), self.from_1904) if part else []

    @property
    def strings(self) -> list[str]:
        """The shared texts, read when the first cell asks for one."""
        if self._strings is None:
            self._strings = []
            part = self._part("sharedStrings")
            for element in self.package.elements(part, ["{*}si"]) if part else ():
                self._strings.append(text_of(element))
                if len(self._strings) > MOST_STRINGS:
                    raise self.package.refused("共享文字过多", "too many shared strings")
        return self._strings


def text_of(element: etree._Element) -> str:
    """The text of a shared or inline string: its runs joined, the readings of characters (phonetic runs) left out."""
    if len(element) == 1 and len(element[0]) == 0:
        return _plain(element[0].text or "")
    return _plain(
        "".join(
            node.text or ""
            for node in element.iter("{*}t")
            if not any(etree.QName(above).localname == "rPh" for above in node.iterancestors())
        )
    )


def _plain(text: str) -> str:
    """Escaped signs (_x000D_) put right, special spaces made plain."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return plainly_spaced(text).replace("\r\n", "\n").replace("\r", "\n")


@dataclass(slots=True)
class _Reader:
    """Reads one sheet. `known` remembers the printed text of numbers met before."""

    book: _Book
    sheet: Sheet
    zeros: bool = True
    known: dict[tuple[str | None, str], str] = field(default_factory=dict)
    columns: dict[str, int] = field(default_factory=dict)

    def read(self, part: str) -> Sheet:
        for element in self.book.package.elements(part, _PARTS):
            match etree.QName(element).localname:
                case "row":
                    self._row(element)
                case "col" if element.get("hidden") in _TRUE or element.get("width") == "0":
                    self.sheet.hidden_columns.append((_whole(element.get("min")), _whole(element.get("max"))))
                case "mergeCell" if merge := _merge(element.get("ref", "")):
                    self.sheet.merges.append(merge)
                case "sheetView":
                    self.zeros = element.get("showZeros", "1") in _TRUE
        return self.sheet

    def _row(self, element: etree._Element) -> None:
        number = _whole(element.get("r")) or self.sheet.last + 1
        row = SheetRow(number, hidden=element.get("hidden") in _TRUE or element.get("ht") == "0")
        if self.sheet.last < number <= LAST_ROW:
            self._cells(element, row)
            if list(row.texts) != (ordered := sorted(row.texts)):
                row.texts = {column: row.texts[column] for column in ordered}
            self.sheet.put(row)
        elif len(element):
            self.sheet.lost.append((number, 1))

    def _cells(self, element: etree._Element, row: SheetRow) -> None:
        column = 0
        styles = self.book.styles
        for cell in element:
            reference = cell.get("r")
            column = self._column(reference) if reference else column + 1
            if not 0 < column <= LAST_COLUMN:
                continue
            index = cell.get("s")
            style = styles[int(index)] if index and index.isdigit() and int(index) < len(styles) else GENERAL
            if style.framed:
                row.frame = (row.frame[0], column) if row.frame else (column, column)
            if len(cell):
                text = self._text(cell, index, style, row.number, column)
                if text and (bare := text.strip()) and column not in row.texts:
                    row.texts[column] = text
                    if style.indent or bare[0] != text[0]:
                        row.indents[column] = style.indent + len(text) - len(text.lstrip())

    def _column(self, reference: str) -> int:
        letters = reference.rstrip("0123456789")
        column = self.columns.get(letters)
        if column is None:
            column = self.columns[letters] = column_number(letters) if _LETTERS.fullmatch(letters) else 0
        return column

    def _text(self, cell: etree._Element, index: str | None, style: Style, row: int, column: int) -> str:
        """What a cell prints. A formula without a stored result prints nothing, and is said."""
        kind = cell.get("t", "n")
        child = cell[-1]
        stored = child.text
        if kind == "inlineStr":
            return style.format.text(text_of(child))
        if not child.tag.endswith("}v") or not stored:
            if kind != "str" and any(part.tag.endswith("}f") for part in cell):
                self.sheet.uncalculated.append((row, column))
            return ""
        match kind:
            case "s":
                return style.format.text(self._shared(stored, row, column))
            case "n":
                return self._number(stored, index, style)
            case "b":
                return "TRUE" if stored in _TRUE else "FALSE"
            case "e":
                self.sheet.errors.append((row, column))
                return stored
        return style.format.text(_plain(stored))

    def _shared(self, stored: str, row: int, column: int) -> str:
        """A text that the sheets share, by its number."""
        strings = self.book.strings
        if stored.isdigit() and int(stored) < len(strings):
            return strings[int(stored)]
        self.sheet.lost.append((row, column))
        return ""

    def _number(self, stored: str, index: str | None, style: Style) -> str:
        printed = self.known.get((index, stored))
        if printed is None:
            printed = style.format.number(stored).strip()
            if not self.zeros and not stored.strip("0.-"):
                printed = ""
            self.known[index, stored] = printed
        return printed


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else 0


def _merge(reference: str) -> Merge | None:
    """`A1:C2` → rows and columns."""
    corners = list(_corners(reference))
    if len(corners) != 2:
        return None
    (top, left), (bottom, right) = corners
    return (top, left, bottom, right) if 0 < top <= bottom and 0 < left <= right else None


def _corners(reference: str) -> Iterator[tuple[int, int]]:
    for corner in reference.replace("$", "").split(":")[:2]:
        letters = corner.rstrip("0123456789")
        if _LETTERS.fullmatch(letters):
            yield _whole(corner[len(letters) :]), column_number(letters)


