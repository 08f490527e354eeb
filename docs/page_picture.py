"""The picture of how a page becomes a table, drawn from what the PDF reader itself makes of an invented page."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pypdfium2.raw as pdfium
import svg
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from gouji.model.figure import Figure
from gouji.model.report import Report
from gouji.reading.page.ink import Glyph, PageInk
from gouji.reading.page.lattice import Lattice, lattices
from gouji.reading.pdf.document import opened
from gouji.reading.pdf.page import read_page
from gouji.reading.read import read_document

WIDTH, HEIGHT = 274, 196  # points, of the invented page
XS, YS = (12, 50, 128, 172, 218, 264), (54, 72, 90, 108, 126, 144, 162, 180)
FONT, SIZE = "STSong-Light", 9
ROWS = (
    ("", "合计", "36.00", "24.00", "12.00"),
    ("201", "一般公共服务支出", "36.00", "24.00", "12.00"),
    ("20126", "档案事务", "36.00", "24.00", "21.00"),
    ("2012601", "行政运行", "24.00", "24.00", ""),
    ("2012604", "档案馆", "12.00", "", "12.00"),
)
CELLS = ("#e3edff", "#eef4ff")
SHOWN = ("档案事务", "项目支出")


def page_picture() -> str:
    """Three panels: the ink PDFium gives, the lattice of its rules, the table with the box of one figure."""
    data = _printed()
    ink = _ink(data)
    report = read_document("部门预算.pdf", data)
    panels = (
        ("1　墨迹：字和线", _of_ink(ink)),
        ("2　格网：线围出的格", _of_lattice(ink)),
        ("3　表：每个数带着地址", _of_table(report)),
    )
    parts = []
    for number, (title, drawn) in enumerate(panels):
        x = 16 + number * (WIDTH + 16)
        parts += [svg.text(x, 30, title, svg.INK, 15), f'<g transform="translate({x} 42)">', *drawn, "</g>"]
    return svg.picture(16 + 3 * (WIDTH + 16), HEIGHT + 60, parts)


def _printed() -> bytes:
    """A page with a table: a header of two levels, a total, codes, and one amount whose digits are swapped."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(WIDTH, HEIGHT), invariant=True)
    canvas.setFont(FONT, SIZE)
    canvas.drawCentredString(WIDTH / 2, HEIGHT - 24, "青川市档案馆2025年支出预算总表")
    canvas.drawRightString(XS[-1], HEIGHT - 46, "单位：万元")
    for y in YS:
        canvas.line(XS[3] if y == YS[1] else XS[0], HEIGHT - y, XS[-1], HEIGHT - y)
    for x in XS:
        canvas.line(x, HEIGHT - (YS[1] if x == XS[4] else YS[0]), x, HEIGHT - YS[-1])
    for x, words in zip(XS, ("科目编码", "科目名称", "合计"), strict=False):
        canvas.drawString(x + 1, HEIGHT - YS[1] - 3, words)
    canvas.drawCentredString((XS[3] + XS[5]) / 2, HEIGHT - YS[0] - 13, "其中")
    for x, words in zip(XS[3:], ("基本支出", "项目支出"), strict=False):
        canvas.drawString(x + 5, HEIGHT - YS[1] - 13, words)
    for y, (code, name, *amounts) in zip(YS[2:], ROWS, strict=False):
        canvas.drawString(XS[0] + 3, HEIGHT - y - 13, code)
        canvas.drawString(XS[1] + 3, HEIGHT - y - 13, name)
        for right, amount in zip(XS[3:], amounts, strict=True):
            canvas.drawRightString(right - 5, HEIGHT - y - 13, amount)
    canvas.save()
    return stream.getvalue()


def _ink(data: bytes) -> PageInk:
    with opened(data, "部门预算.pdf") as document:
        page = pdfium.FPDF_LoadPage(document.handle, 0)
        try:
            return read_page(page, 1).ink
        finally:
            pdfium.FPDF_ClosePage(page)


def _of_ink(ink: PageInk) -> Iterator[str]:
    """Each character with its box, each rule as its strokes were drawn."""
    yield _paper()
    for left, top, right, bottom in ink.strokes:
        yield f'<path d="M{left:.1f} {top:.1f}L{right:.1f} {bottom:.1f}" stroke="#c2410c" stroke-width="1"/>'
    for glyph in ink.glyphs:
        yield _box(glyph.left, glyph.top, glyph.right, glyph.bottom, "none", "#9db7e8")
        yield _sign(glyph)


def _of_lattice(ink: PageInk) -> Iterator[str]:
    """The cells, merged ones whole, and the edges of rows and columns that run through the frame."""
    yield _paper()
    for frame in lattices(ink.strokes, ink.shades):
        for number, cell in enumerate(frame.cells):
            yield _box(*frame.box(cell), CELLS[number % 2], "#3b6fd4")
        yield from _edges(frame)
    yield from map(_sign, ink.glyphs)


def _edges(frame: Lattice) -> Iterator[str]:
    style = 'stroke="#3b6fd4" stroke-width="0.6" stroke-dasharray="2 3"'
    for x in frame.xs:
        yield f'<path d="M{x:.1f} {frame.top - 8:.1f}V{frame.bottom + 8:.1f}" {style}/>'
    for y in frame.ys:
        yield f'<path d="M{frame.left - 8:.1f} {y:.1f}H{frame.right + 8:.1f}" {style}/>'


def _of_table(report: Report) -> Iterator[str]:
    """The table as the rules see it, and where one of its figures lies."""
    (table,) = report.tables
    yield _box(0, 0, WIDTH, HEIGHT, "#f6f8fa", "#d0d7de")
    yield svg.text(10, 22, f"《{table.form}》　{table.unit}", svg.INK, 12)
    for number, column in enumerate(table.columns):
        yield svg.text(154 + 56 * number, 40, column, svg.PALE, 10, "end")
    for number, row in enumerate(table.rows):
        y = 58 + 17 * number
        yield svg.text(10, y, f"{row.code}　{row.name}" if row.code else row.name, svg.INK, 10)
        for place, column in enumerate(table.columns):
            figure = row.figure(column)
            right = 154 + 56 * place
            if (row.name, column) == SHOWN:
                yield _box(right - 40, y - 12, right + 5, y + 4, svg.RED, "#b42318")
            if figure is not None:
                yield svg.text(right, y, figure.text, svg.INK, 10, "end")
    shown = table.figure(*SHOWN)
    assert shown is not None
    yield from _address(report, shown)


def _address(report: Report, figure: Figure) -> Iterator[str]:
    ((page, area),) = report.areas(figure.place.ink)
    left, top, right, bottom = area
    box = f"从 ({left:g}, {top:g}) 到 ({right:g}, {bottom:g}) 点"
    yield svg.text(10, 152, figure.place.label, svg.INK, 11)
    yield svg.text(10, 169, f"{figure.value:,.0f} 元，末位值 {figure.step:,.0f} 元", svg.INK, 11)
    yield svg.text(10, 186, f"第 {page} 页　{box}", svg.PALE, 10)


def _paper() -> str:
    return _box(0, 0, WIDTH, HEIGHT, "#fff", "#d0d7de")


def _sign(glyph: Glyph) -> str:
    return svg.text(round(glyph.left, 1), round(glyph.base, 1), glyph.text, svg.INK, SIZE)


def _box(left: float, top: float, right: float, bottom: float, fill: str, line: str) -> str:
    size = f'x="{left:.1f}" y="{top:.1f}" width="{right - left:.1f}" height="{bottom - top:.1f}"'
    return f'<rect {size} fill="{fill}" stroke="{line}" stroke-width="0.5"/>'
