"""Documents as XLSX: the prose on the first sheet, then a sheet for each table; amounts are numbers with a format."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from printed.table import Cell, Document, Table

LINE_HEIGHT = 16.0
_THIN = Side(style="thin")
_FRAME = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


def write(document: Document, path: Path, ruled: bool = True) -> None:
    """Write a workbook; its print set-up fits the width of a table on a page and repeats the header."""
    book = Workbook()
    prose = book.active
    prose.title = "说明"
    prose.column_dimensions["A"].width = 100
    for number, part in enumerate(document.parts):
        if isinstance(part, Table):
            _sheet(book.create_sheet(f"表{len(book.sheetnames)}"), part, ruled)
        else:
            cell = prose.cell(number + 1, 1, part if isinstance(part, str) else "".join(part))
            cell.alignment = Alignment(wrap_text=True)
    book.save(path)


def _sheet(sheet: Worksheet, table: Table, ruled: bool) -> None:
    top = _above(sheet, table)
    for cell in table.cells:
        row, column = top + cell.row, cell.column + 1
        _value(sheet, row, column, cell.text)
        sheet.cell(row, column).alignment = Alignment(
            wrap_text=True, vertical="center", horizontal="right" if cell.is_amount else None
        )
        for y in range(row, row + cell.rows):
            for x in range(column, column + cell.columns):
                sheet.cell(y, x).border = _FRAME if ruled else Border()
        if cell.rows * cell.columns > 1:
            sheet.merge_cells(
                start_row=row, start_column=column, end_row=row + cell.rows - 1, end_column=column + cell.columns - 1
            )
    for row in range(table.height):
        sheet.row_dimensions[top + row].height = LINE_HEIGHT * max(
            _lines(table, cell) for cell in table.anchors(row) or [Cell("", 0, 0)]
        )
    if table.note:
        sheet.cell(top + table.height, 1, table.note)
    for number, weight in enumerate(table.weights, 1):
        sheet.column_dimensions[get_column_letter(number)].width = weight + 2
    sheet.page_setup.orientation = "landscape" if table.width > 5 else "portrait"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    if table.header:
        sheet.print_title_rows = f"{top}:{top + table.header - 1}"


def _lines(table: Table, cell: Cell) -> int:
    """How many lines a cell takes: no spreadsheet fits the height of a row to cells that are merged."""
    width = sum(table.weights[cell.column : cell.column + cell.columns]) + 2 * cell.columns - 2
    return -(-sum(2 if sign > "\u2e80" else 1 for sign in cell.text) // max(1, int(width))) if cell.rows == 1 else 1


def _above(sheet: Worksheet, table: Table) -> int:
    """Title, body and unit; the first row of the table."""
    sheet.cell(1, 1, table.title).alignment = Alignment(horizontal="center")
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=table.width)
    if not table.unit:
        return 2
    sheet.cell(2, 1, f"编制部门：{table.body}")
    sheet.cell(2, table.width, f"单位：{table.unit}").alignment = Alignment(horizontal="right")
    return 3


def _value(sheet: Worksheet, row: int, column: int, text: str) -> None:
    cell = sheet.cell(row, column)
    bare = text.replace(",", "")
    if "." in bare and bare.replace(".", "", 1).isdigit():
        cell.value, cell.number_format = float(bare), "#,##0.00"
    elif bare.isdigit() and (bare != text or bare == "0"):
        cell.value, cell.number_format = int(bare), "#,##0"
    elif text:
        cell.value, cell.number_format = text, "@"
