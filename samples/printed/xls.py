"""Documents as XLS (BIFF8): the same sheets as the XLSX."""

from __future__ import annotations

from pathlib import Path

import xlwt

from printed.table import Document, Table

_FRAME = "borders: left thin, right thin, top thin, bottom thin; align: wrap on"


def write(document: Document, path: Path) -> None:
    """Write a workbook."""
    book = xlwt.Workbook(encoding="utf-8")
    prose = book.add_sheet("说明")
    for number, part in enumerate(document.parts):
        if isinstance(part, Table):
            _sheet(book, part, len(book._Workbook__worksheets))
        else:
            prose.write(number, 0, part if isinstance(part, str) else "".join(part))
    book.save(str(path))


def _sheet(book: xlwt.Workbook, table: Table, number: int) -> None:
    sheet = book.add_sheet(f"表{number}")
    styles = {form: xlwt.easyxf(_FRAME, num_format_str=form) for form in ("@", "#,##0", "#,##0.00")}
    sheet.write_merge(0, 0, 0, table.width - 1, table.title)
    top = 1
    if table.unit:
        sheet.write(1, 0, f"编制部门：{table.body}")
        sheet.write(1, table.width - 1, f"单位：{table.unit}")
        top = 2
    for cell in table.cells:
        bare = cell.text.replace(",", "")
        value: str | float = cell.text
        form = "@"
        if "." in bare and bare.replace(".", "", 1).isdigit():
            value, form = float(bare), "#,##0.00"
        elif bare.isdigit() and (bare != cell.text or bare == "0"):
            value, form = float(bare), "#,##0"
        box = (top + cell.row, top + cell.row + cell.rows - 1, cell.column, cell.column + cell.columns - 1)
        sheet.write_merge(*box, value, styles[form])
    if table.note:
        sheet.write(top + table.height, 0, table.note)
