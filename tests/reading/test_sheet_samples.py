"""The sample documents laid out as workbooks, as departments do: what is found in the texts is found in the sheets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Alignment, Border, Side
from sample_blocks import blocks_of

from gouji.model.finding import Finding, Severity
from gouji.model.report import Report
from gouji.reading.grid import Block, Grid
from gouji.reading.read import read_document
from gouji.reading.seat.header_tree import header_of
from gouji.rules.catalogue import all_rules
from gouji.rules.check import check

ROOT = Path(__file__).resolve().parents[2]
FRAME = Border(*(Side(style="thin") for _ in range(4)))
AMOUNT = re.compile(r"^-?[\d,]+\.\d\d$")


def spans(grid: Grid) -> Iterator[tuple[int, int, int, int]]:
    """Merged cells of the header: over blanks to the right that nothing stands above, or down over blanks."""
    rows = [[cell.text for cell in row] for row in grid.rows[: header_of(grid).height]]
    for top, row in enumerate(rows):
        for left in (column for column, text in enumerate(row) if text):
            right, bottom = left, top
            while right + 1 < len(row) and not any(line[right + 1] for line in rows[: top + 1]) and _filled(rows, top, right + 1):
                right += 1
            while right == left and bottom + 1 < len(rows) and not rows[bottom + 1][left]:
                bottom += 1
            if (right, bottom) != (left, top):
                yield top, left, bottom, right


def _filled(rows: list[list[str]], top: int, column: int) -> bool:
    return any(line[column] for line in rows[top + 1 :])


def xlsx(found: Sequence[Block], frame: bool = True) -> bytes:
    """A sheet for each table under its merged title, sheets of text between them; amounts are numbers with a format."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    sheet, row = None, 0
    for block in found:
        if isinstance(block, Grid):
            _table(book.create_sheet(f"表{len(book.sheetnames)}"), block, frame)
            sheet = None
            continue
        if sheet is None:
            sheet, row = book.create_sheet(f"文字{len(book.sheetnames)}"), 0
        row += 1
        sheet.cell(row, 2, block.text)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _table(sheet: openpyxl.worksheet.worksheet.Worksheet, grid: Grid, frame: bool) -> None:
    width = grid.width + 1
    top = 1
    for caption in grid.captions:
        top += 1
        sheet.cell(top, 2, caption.text).alignment = Alignment(horizontal="center")
        sheet.merge_cells(start_row=top, end_row=top, start_column=2, end_column=width)
    for line in grid.rows:
        top += 1
        for column, cell in enumerate(line, start=2):
            box = sheet.cell(top, column)
            box.border = FRAME if frame else Border()
            _fill(box, cell.text)
    first = top - len(grid.rows) + 1
    for one, left, other, right in spans(grid):
        sheet.merge_cells(start_row=first + one, end_row=first + other, start_column=left + 2, end_column=right + 2)
    for note in grid.notes:
        top += 1
        sheet.cell(top, 2, note.text)


def _fill(box: openpyxl.cell.cell.Cell, text: str) -> None:
    if AMOUNT.match(text):
        box.value = float(text.replace(",", ""))
        box.number_format = "#,##0.00" if "," in text else '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '
        if not box.value:
            box.number_format = "0.00"
    elif re.fullmatch(r"\d{3,7}", text):
        box.value, box.number_format = int(text), "0"
    elif text:
        box.value = text.strip()
        box.alignment = Alignment(indent=2 if text.startswith(" ") else 0)


def grave(report: Report) -> set[tuple[str, str, str, str, str]]:
    found: list[Finding] = [f for one in check([report], all_rules()) for f in one.findings]
    return {
        (f.card.name, f.at.form, f.at.row, f.at.field, f.at.text) for f in found if f.severity is not Severity.NOTE
    }


@pytest.mark.parametrize("frame", [True, False], ids=["framed", "without rules"])
def test_the_findings_of_a_workbook_are_those_of_the_text(texts: dict[str, str], frame: bool) -> None:
    for name, text in texts.items():
        read = read_document(f"{name}.txt", text.encode())
        sheets = read_document(f"{name}.xlsx", xlsx(blocks_of(text), frame))
        assert (sheets.kind, sheets.body, sheets.year) == (read.kind, read.body, read.year)
        assert grave(sheets) == grave(read)
        assert [(table.form, list(table.columns)) for table in sheets.tables] == [
            (table.form, list(table.columns)) for table in read.tables
        ]
        assert [figure.value for figure in sheets.figures()] == [figure.value for figure in read.figures()]
