"""Workbooks in the XML of Excel 2003 (often named .xls by systems that export them) → pieces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from lxml import etree

from gouji.reading.office.package import HARDENED
from gouji.reading.office.printed.number_formats import number_format
from gouji.reading.office.sheets.sheet import Sheet, SheetRow
from gouji.reading.office.sheets.workbook import Workbook
from gouji.reading.office.xlsx import LAST_COLUMN, LAST_ROW
from gouji.reading.office.xlsx_styles import GENERAL, Style
from gouji.reading.press import Source
from gouji.reading.text import plainly_spaced
from gouji.reading.unreadable import Unreadable

MOST_TAGS = 10_000_000  # of a file: two for each cell, and some

_SPACE = "urn:schemas-microsoft-com:office:spreadsheet"
_NAMED = {
    "Fixed": "0.00", "Standard": "#,##0.00", "Percent": "0.00%", "Scientific": "0.00E+00",
    "Currency": '"¥"#,##0.00;"¥"-#,##0.00', "Euro Currency": "[$€-2]#,##0.00", "General Number": "General",
    "General Date": "yyyy/m/d h:mm", "Long Date": 'yyyy"年"m"月"d"日"', "Medium Date": "d-mmm-yy",
    "Short Date": "yyyy/m/d", "Long Time": "h:mm:ss", "Medium Time": "h:mm AM/PM", "Short Time": "h:mm",
}  # fmt: skip
_EPOCH = datetime(1899, 12, 30)


def source(data: bytes, path: str) -> Source:
    """The pieces of a workbook, sheet by sheet."""
    workbook = Workbook(path)
    reader = _Reader(path, {"Default": GENERAL})
    try:
        if data.count(b"<") > MOST_TAGS:
            raise _damaged(path)
        for element in _elements(data, path):
            if (sheet := reader.took(element)) is not None:
                if element.find("{*}WorksheetOptions/{*}Visible") is not None:
                    workbook.hide(sheet.name)
                else:
                    workbook.take(sheet)
    except etree.XMLSyntaxError:
        raise _damaged(path) from None
    return workbook.source()


def _damaged(path: str) -> Unreadable:
    return Unreadable(
        path,
        "XML 表格已损坏或内容异常。请在 Excel 或 WPS 中打开并另存为 .xlsx 后再试。",
        "the XML workbook is damaged; open it in Excel or WPS and save it as .xlsx",
    )


def _elements(data: bytes, path: str) -> Iterator[etree._Element]:
    tags = [f"{{{_SPACE}}}{name}" for name in ("Style", "Column", "Row", "Worksheet")]
    for _, element in etree.iterparse(BytesIO(data), events=("end",), tag=tags, **HARDENED):
        assert isinstance(element, etree._Element)
        if element.getroottree().docinfo.internalDTD is not None:
            raise _damaged(path)
        yield element
        if etree.QName(element).localname == "Row":
            element.clear()


@dataclass
class _Reader:
    """Takes the elements in order: the styles, and for each sheet its columns and rows, at last the sheet itself."""

    path: str
    styles: dict[str, Style]
    sheet: Sheet | None = None
    column: int = 0

    def took(self, element: etree._Element) -> Sheet | None:
        """Take an element; gives back the sheet that it ends."""
        sheet = self.sheet = self.sheet or Sheet(self.path, "")
        match etree.QName(element).localname:
            case "Style":
                self.styles[_of(element, "ID")] = self._style(element)
            case "Column":
                self.column = _number(element, "Index") or self.column + 1
                last = self.column + _number(element, "Span")
                if _of(element, "Hidden") == "1":
                    sheet.hidden_columns.append((self.column, last))
                self.column = last
            case "Row":
                self._row(element, sheet)
            case _:
                sheet.name, self.sheet, self.column = _of(element, "Name"), None, 0
                return sheet
        return None

    def _style(self, element: etree._Element) -> Style:
        parent = self.styles.get(_of(element, "Parent") or "Default", GENERAL)
        format, alignment, borders = (element.find(f"{{{_SPACE}}}{name}") for name in ("NumberFormat", "Alignment", "Borders"))
        code = _of(format, "Format") if format is not None else None
        sides = [_of(side, "Position") for side in borders] if borders is not None else None
        return Style(
            parent.format if code is None else number_format(_NAMED.get(code, code) or "General"),
            _number(alignment, "Indent") if alignment is not None else parent.indent,
            parent.framed if sides is None else "Left" in sides or "Right" in sides,
        )

    def _row(self, element: etree._Element, sheet: Sheet) -> None:
        number = _number(element, "Index") or sheet.last + 1
        if not sheet.last < number <= LAST_ROW:
            if len(element):
                sheet.lost.append((number, 1))
            return
        row = SheetRow(number, hidden=_of(element, "Hidden") == "1")
        column = 0
        for cell in element.iterfind(f"{{{_SPACE}}}Cell"):
            column = max(column + 1, _number(cell, "Index"))
            right, bottom = column + _number(cell, "MergeAcross"), number + _number(cell, "MergeDown")
            if right > LAST_COLUMN:
                sheet.lost.append((number, column))
                break
            if (right, bottom) != (column, number):
                sheet.merges.append((number, column, bottom, right))
            self._cell(cell, row, column, right, sheet)
            column = right
        sheet.put(row)

    def _cell(self, cell: etree._Element, row: SheetRow, column: int, right: int, sheet: Sheet) -> None:
        style = self.styles.get(_of(cell, "StyleID") or "Default", GENERAL)
        if style.framed:
            row.frame = (row.frame[0], right) if row.frame else (column, right)
        data = cell.find(f"{{{_SPACE}}}Data")
        if data is None:
            if _of(cell, "Formula"):
                sheet.uncalculated.append((row.number, column))
            return
        kind, stored = _of(data, "Type"), "".join(str(part) for part in data.itertext())
        if kind == "Error":
            sheet.errors.append((row.number, column))
        if bare := (text := _printed(kind, stored, style)).strip():
            row.texts[column] = text
            if style.indent or bare[0] != text[0]:
                row.indents[column] = style.indent + len(text) - len(text.lstrip())


def _printed(kind: str, stored: str, style: Style) -> str:
    if kind == "Number":
        return style.format.number(stored).strip()
    if kind == "DateTime":
        try:
            days = datetime.fromisoformat(stored.rstrip("Z")) - _EPOCH
        except ValueError:
            return stored
        return style.format.number(f"{days.days}.{days.seconds * 10**9 // 86400:09d}").strip()
    if kind == "Boolean":
        return "TRUE" if stored == "1" else "FALSE"
    return style.format.text(plainly_spaced(stored).replace("\r\n", "\n"))


def _of(element: etree._Element | None, name: str) -> str:
    return "" if element is None else element.get(f"{{{_SPACE}}}{name}", "")


def _number(element: etree._Element | None, name: str) -> int:
    text = _of(element, name)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 0
