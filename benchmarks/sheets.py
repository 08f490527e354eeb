"""Cells a second of a workbook read as it is printed: `.venv/bin/python benchmarks/sheets.py [--rows N]`.

The workbook is made here: framed rows of a code, a name and ten amounts with thousand separators under a merged title.
Beside it in the same run: openpyxl, which gives the stored numbers without their printed form, and for the old format
xlrd alone. CPU time, median of some rounds.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Sequence
from io import BytesIO

import openpyxl
import xlrd
import xlwt
from openpyxl.styles import Border, Side
from pace import cpu_seconds, tell_speed

from gouji.reading.office import xls, xlsx

ROUNDS = 5
AMOUNTS = 10
LAST_ROW_OF_XLS = 65_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=8_000)
    rows = _rows(parser.parse_args().rows)
    cells = sum(map(len, rows))
    new, old = _xlsx(rows), _xls(rows[:LAST_ROW_OF_XLS])
    print(f"{len(rows)} rows, {cells} cells; median of {ROUNDS}, cells a second of CPU time")
    peer = _tell("openpyxl, xlsx, stored values", cells, lambda: _values(new))
    _tell("gouji, xlsx, printed text with sheet and cell", cells, lambda: xlsx.source(new, "表.xlsx"), peer)
    cells = sum(map(len, rows[:LAST_ROW_OF_XLS]))
    peer = _tell("xlrd, xls, stored values", cells, lambda: xlrd.open_workbook(file_contents=old, formatting_info=True))
    _tell("gouji, xls, printed text with sheet and cell", cells, lambda: xls.source(old, "表.xls"), peer)


def _rows(count: int) -> list[list[str | float]]:
    chance = random.Random(1)
    amounts = [[chance.randint(0, 10**9) / 100 for _ in range(AMOUNTS)] for _ in range(count)]
    return [[2010101 + number % 100, f"项目{number}", *row] for number, row in enumerate(amounts)]


def _xlsx(rows: Sequence[Sequence[str | float]]) -> bytes:
    book, stream = openpyxl.Workbook(), BytesIO()
    sheet = book.active
    frame = Border(*(Side(style="thin") for _ in range(4)))
    sheet.append(["支出决算表"])
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=AMOUNTS + 2)
    for row in rows:
        sheet.append(row)
    for line in sheet.iter_rows(min_row=2):
        for column, cell in enumerate(line):
            cell.border = frame
            cell.number_format = "#,##0.00" if column > 1 else "0"
    book.save(stream)
    return stream.getvalue()


def _xls(rows: Sequence[Sequence[str | float]]) -> bytes:
    book, stream = xlwt.Workbook(encoding="utf-8"), BytesIO()
    sheet = book.add_sheet("表")
    frame = "borders: left thin, right thin, top thin, bottom thin"
    styles = [xlwt.easyxf(frame, num_format_str=form) for form in ("0", "#,##0.00")]
    sheet.write_merge(0, 0, 0, AMOUNTS + 1, "支出决算表")
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            sheet.write(number, column, value, styles[column > 1])
    book.save(stream)
    return stream.getvalue()


def _values(data: bytes) -> int:
    book = openpyxl.load_workbook(BytesIO(data))
    return sum(cell.value is not None for sheet in book for row in sheet.iter_rows() for cell in row)


def _tell(what: str, cells: int, work: Callable[[], object], peer: float | None = None) -> float:
    return tell_speed(what, cells, cpu_seconds(work, ROUNDS), peer)


if __name__ == "__main__":
    main()
