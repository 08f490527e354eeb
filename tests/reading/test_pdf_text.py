"""The running text of PDFs: lines become paragraphs, and what belongs to the paper is left out."""

from __future__ import annotations

import io

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from gouji.model.inked import Inked
from gouji.reading.pdf.source import source
from gouji.reading.run import Run

FONT = "STSong-Light"
HEIGHT = 842.0


class Sheet:
    """A page to write on, measured from its upper left corner."""

    def __init__(self) -> None:
        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
        self._bytes = io.BytesIO()
        self.canvas = Canvas(self._bytes, pagesize=(595, HEIGHT))

    def text(self, x: float, y: float, text: str, size: float = 10) -> None:
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(x, HEIGHT - y, text)

    def grid(self, xs: tuple[float, ...], ys: tuple[float, ...]) -> None:
        self.canvas.grid(xs, [HEIGHT - y for y in ys])

    def page(self) -> None:
        self.canvas.showPage()

    def pieces(self) -> list[str | list[list[str]]]:
        """Paragraphs as texts, tables as rows of texts."""
        self.canvas.save()
        found = source(self._bytes.getvalue(), "决算.pdf").pieces
        return [piece.text if isinstance(piece, Inked) else _texts(piece) for piece in found]


def _texts(run: Run) -> list[list[str]]:
    return [[cell.text for cell in row] for row in run.rows]


def test_page_numbers_and_running_heads_are_left_out() -> None:
    sheet = Sheet()
    for number in range(1, 5):
        sheet.text(60, 40, "青川市档案馆二〇二四年度公开文本", 8)
        sheet.text(60, 200, f"{'一二三四'[number - 1]}、支出情况{100 + number}.00万元")
        sheet.text(290, 810, f"- {number} -")
        sheet.page()
    assert sheet.pieces() == [f"{'一二三四'[number - 1]}、支出情况{100 + number}.00万元" for number in range(1, 5)]


def test_a_page_number_below_a_table_is_not_an_amount_of_it() -> None:
    sheet = Sheet()
    sheet.grid((60, 260, 500), (740, 760, 780))
    for y, name, amount in ((754, "合计", "1,234.56"), (774, "基本支出", "1,000.00")):
        sheet.text(64, y, name)
        sheet.text(450, y, amount)
    sheet.text(450, 815, "12")
    assert sheet.pieces() == [[["合计", "1,234.56"], ["基本支出", "1,000.00"]]]


def test_wrapped_lines_are_one_paragraph_and_a_set_in_line_begins_the_next() -> None:
    sheet = Sheet()
    sheet.text(80, 100, "本部门二〇二四年度支出合计一千万元，其中基本支出六百万元，")
    sheet.text(60, 120, "项目支出四百万元，比上年增加一百万元，主要原因是新增一个信息化项目")
    sheet.text(60, 140, "的支出。")
    sheet.text(80, 160, "一、收入情况")
    sheet.text(80, 180, "收入合计1,234.56万元。")
    found = sheet.pieces()
    assert [str(piece)[-6:] for piece in found] == ["项目的支出。", "一、收入情况", ".56万元。"]


def test_a_number_broken_in_its_cell_is_whole_and_latin_words_stay_apart() -> None:
    sheet = Sheet()
    sheet.grid((60, 200, 300), (90, 120))
    sheet.text(64, 102, "OA system")
    sheet.text(64, 114, "upgrade")
    sheet.text(204, 102, "91,775.")
    sheet.text(204, 114, "64")
    assert sheet.pieces() == [[["OA system upgrade", "91,775.64"]]]


def test_raised_marks_stay_on_their_line() -> None:
    sheet = Sheet()
    sheet.text(60, 100, "建筑面积13459m", 12)
    sheet.text(60 + sheet.canvas.stringWidth("建筑面积13459m", FONT, 12), 96, "2", 7)
    sheet.text(62 + sheet.canvas.stringWidth("建筑面积13459m2", FONT, 12), 100, "，已验收", 12)
    assert sheet.pieces() == ["建筑面积13459m2，已验收"]
