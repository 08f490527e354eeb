"""Documents as DOCX: headings, paragraphs and tables with merged cells; the header repeats on every page."""

from __future__ import annotations

from pathlib import Path

from docx import Document as new_document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table as WordTable

from printed.table import Document, Table


def write(document: Document, path: Path, landscape: bool = False, whole_rows: bool = True) -> None:
    """Write a text document; without `whole_rows` a page may end within a row."""
    word = new_document()
    word.styles["Normal"].font.size = Pt(9)
    word.styles["Normal"].font.name = "Noto Serif CJK SC"
    section = word.sections[0]
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    for part in document.parts:
        if isinstance(part, Table):
            _table(word, part, whole_rows)
        else:
            word.add_paragraph(part if isinstance(part, str) else "        ".join(part))
    word.save(str(path))


def _table(word: new_document, table: Table, whole_rows: bool) -> None:  # type: ignore[valid-type]
    word.add_paragraph(table.title).alignment = WD_ALIGN_PARAGRAPH.CENTER
    if table.unit:
        word.add_paragraph(f"编制部门：{table.body}")
        word.add_paragraph(f"单位：{table.unit}").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    made = word.add_table(table.height, table.width)
    made.style = "Table Grid"
    boxes = [list(row.cells) for row in made.rows]
    for cell in table.cells:
        box = boxes[cell.row][cell.column]
        if cell.rows * cell.columns > 1:
            box = box.merge(boxes[cell.row + cell.rows - 1][cell.column + cell.columns - 1])
        box.text = cell.text
        if cell.is_amount:
            box.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _row_marks(made, table.header, whole_rows)
    word.add_paragraph(table.note)


def _row_marks(made: WordTable, header: int, whole_rows: bool) -> None:
    for number, row in enumerate(made.rows):
        marks = row._tr.get_or_add_trPr()
        names = [*(["w:cantSplit"] if whole_rows else []), *(["w:tblHeader"] if number < header else [])]
        for name in names:
            mark = OxmlElement(name)
            mark.set(qn("w:val"), "true")
            marks.append(mark)
