"""XLS and ET workbooks (BIFF) → pieces, through xlrd: every cell as Excel prints it."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from typing import Any

import xlrd  # type: ignore[import-untyped]

from gouji.reading.office.printed.builtin_formats import BUILTIN
from gouji.reading.office.printed.number_formats import NumberFormat, number_format
from gouji.reading.office.sheets.sheet import Sheet, SheetRow
from gouji.reading.office.sheets.workbook import Workbook
from gouji.reading.press import Source
from gouji.reading.sniff import REFUSALS, Format
from gouji.reading.text import plainly_spaced
from gouji.reading.unreadable import Unreadable

_IN_FILE = frozenset({*range(5, 9), *range(37, 45)})  # formats with a number of Excel's own that files spell out
_GENERAL = number_format("General")
_UNICODE = 80  # the first version of the format whose texts are Unicode


def source(data: bytes, path: str) -> Source:
    """The pieces of a workbook, sheet by sheet in the order of the tabs."""
    try:
        return _source(_opened(data), path)
    except Unreadable:
        raise
    except Exception as error:  # xlrd throws almost anything at damaged files
        if "encrypted" in str(error):
            raise Unreadable(path, *REFUSALS[Format.LOCKED]) from None
        raise Unreadable(
            path,
            "工作簿已损坏或不是完整的 .xls 文件。请在 Excel 或 WPS 中打开并另存为 .xlsx 后再试。",
            "the workbook is damaged; open it in Excel or WPS and save it as .xlsx",
        ) from None


def _opened(data: bytes) -> Any:
    """The workbook; old Chinese ones that name no encoding, or a wrong one, are read as GB18030."""
    options = {"formatting_info": True, "on_demand": True, "ragged_rows": True, "ignore_workbook_corruption": True}
    try:
        book = xlrd.open_workbook(file_contents=data, logfile=StringIO(), **options)
        if book.biff_version >= _UNICODE or book.codepage:
            return book
    except UnicodeDecodeError:
        pass
    return xlrd.open_workbook(file_contents=data, logfile=StringIO(), encoding_override="gb18030", **options)


def _source(book: Any, path: str) -> Source:
    workbook = Workbook(path)
    styles = _Styles(book)
    for index in range(book.nsheets):
        name = book.sheet_names()[index]
        if book.sheet_visibility(index) if hasattr(book, "sheet_visibility") else book._sheet_visibility[index]:
            workbook.hide(name)
            continue
        workbook.take(_read(book.sheet_by_index(index), Sheet(path, name), styles))
        book.unload_sheet(index)
    return workbook.source()


class _Styles:
    """How cells print, by the number of their style."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self._formats: dict[int, NumberFormat] = {}

    def format(self, index: int) -> NumberFormat:
        found = self._formats.get(index)
        if found is None:
            found = self._formats[index] = self._made(index)
        return found

    def _made(self, index: int) -> NumberFormat:
        if not 0 <= index < len(self.book.xf_list):
            return _GENERAL
        key = self.book.xf_list[index].format_key
        known = self.book.format_map.get(key)
        code = BUILTIN.get(key) if key not in _IN_FILE else None
        return number_format(code or (known.format_str if known else BUILTIN.get(key, "General")), bool(self.book.datemode))

    def framed(self, index: int) -> bool:
        if not 0 <= index < len(self.book.xf_list):
            return False
        border = self.book.xf_list[index].border
        return bool(border.left_line_style or border.right_line_style)

    def indent(self, index: int) -> int:
        return int(self.book.xf_list[index].alignment.indent_level) if 0 <= index < len(self.book.xf_list) else 0


def _read(found: Any, sheet: Sheet, styles: _Styles) -> Sheet:
    sheet.merges = [(top + 1, left + 1, bottom, right) for top, bottom, left, right in found.merged_cells]
    sheet.hidden_columns = [(at + 1, at + 1) for at, info in found.colinfo_map.items() if info.hidden or info.width == 0]
    zeros = bool(getattr(found, "show_zero_values", 1))
    for index in range(found.nrows):
        info = found.rowinfo_map.get(index)
        row = SheetRow(index + 1, hidden=bool(info and (info.hidden or (info.height == 0 and info.height_mismatch))))
        for column, kind, value, style in _cells(found, index):
            if styles.framed(style):
                row.frame = (row.frame[0], column) if row.frame else (column, column)
            text = _text(kind, value, styles.format(style), zeros) if kind not in (0, 6) else ""
            if kind == xlrd.XL_CELL_ERROR:
                sheet.errors.append((row.number, column))
            if bare := text.strip():
                row.texts[column] = text
                if (indent := styles.indent(style)) or bare[0] != text[0]:
                    row.indents[column] = indent + len(text) - len(text.lstrip())
        sheet.put(row)
    return sheet


def _cells(found: Any, index: int) -> Iterator[tuple[int, int, Any, int]]:
    """Column, kind, value and style of the cells of a row."""
    width = found.row_len(index)
    styles = [found.cell_xf_index(index, column) for column in range(width)]
    return zip(range(1, width + 1), found.row_types(index), found.row_values(index), styles, strict=True)


def _text(kind: int, value: Any, style: NumberFormat, zeros: bool) -> str:
    """What a cell prints. Numbers come as the float that the file stores: its shortest digits are what was entered."""
    match kind:
        case xlrd.XL_CELL_TEXT:
            return style.text(plainly_spaced(value).replace("\r\n", "\n").replace("\r", "\n"))
        case xlrd.XL_CELL_NUMBER | xlrd.XL_CELL_DATE:
            return style.number(repr(value)).strip() if value or zeros else ""
        case xlrd.XL_CELL_BOOLEAN:
            return "TRUE" if value else "FALSE"
        case xlrd.XL_CELL_ERROR:
            return str(xlrd.error_text_from_code.get(value, "#N/A"))
    return ""
