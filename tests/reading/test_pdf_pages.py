"""What the PDF reader makes of pages drawn in many ways: the same table comes out, and the text around it."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from gouji.model.inked import Inked
from gouji.model.medium import Along
from gouji.reading.pdf.source import source
from gouji.reading.press import Source
from gouji.reading.run import Run

FONT = "STSong-Light"  # not embedded, as in many published files
ROWS = (
    ("项目", "决算数", "预算数"),
    ("合计", "1,234.56", "1,300.00"),
    ("基本支出", "1,000.00", "1,000.00"),
    ("项目支出", "234.56", "300.00"),
)
XS, YS = (60, 260, 380, 500), (90, 110, 130, 150, 170)
TEXTS = [list(row) for row in ROWS]

Rule = Callable[[float, float, float, float], None]


class Sheet:
    """A page to draw on, measured from its upper left corner."""

    def __init__(self, width: float = 595, height: float = 842) -> None:
        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
        self._bytes = io.BytesIO()
        self.canvas = Canvas(self._bytes, pagesize=(width, height))
        self.height = height

    def text(self, x: float, y: float, text: str, size: float = 10) -> None:
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(x, self.height - y, text)

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.canvas.setLineWidth(0.5)
        self.canvas.line(x0, self.height - y0, x1, self.height - y1)

    def box(self, left: float, top: float, right: float, bottom: float, grey: float = 0.0) -> None:
        self.canvas.setFillGray(grey)
        self.canvas.rect(left, self.height - bottom, right - left, bottom - top, stroke=0, fill=1)
        self.canvas.setFillGray(0)

    def rules(self, xs: Sequence[float] = XS, ys: Sequence[float] = YS, rule: Rule | None = None) -> None:
        rule = rule or self.line
        for y in ys:
            rule(xs[0], y, xs[-1], y)
        for x in xs:
            rule(x, ys[0], x, ys[-1])

    def fill(self, rows: Sequence[Sequence[str]] = ROWS, left: float = 0, top: float = 0) -> None:
        for y, row in zip(YS, rows, strict=False):
            for x, text in zip(XS, row, strict=False):
                self.text(x + 4 + left, y + 14 + top, text)

    def table(self) -> None:
        self.rules()
        self.fill()

    def page(self) -> None:
        self.canvas.showPage()

    def read(self) -> Source:
        self.canvas.save()
        return source(self._bytes.getvalue(), "决算.pdf")


def tables(read: Source) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in piece.rows] for piece in read.pieces if isinstance(piece, Run)]


def lines(read: Source) -> list[str]:
    return [piece.text for piece in read.pieces if isinstance(piece, Inked)]


def dotted(sheet: Sheet) -> Rule:
    def rule(x0: float, y0: float, x1: float, y1: float) -> None:
        count = int(max(x1 - x0, y1 - y0) / 2)
        for step in range(count + 1):
            x, y = x0 + (x1 - x0) * step / count, y0 + (y1 - y0) * step / count
            sheet.box(x - 0.25, y - 0.25, x + 0.25, y + 0.25)

    return rule


def doubled(sheet: Sheet) -> Rule:
    def rule(x0: float, y0: float, x1: float, y1: float) -> None:
        for aside in (0.0, 1.5):
            if y0 == y1:
                sheet.box(x0, y0 + aside, x1, y0 + aside + 0.5)
            else:
                sheet.box(x0 + aside, y0, x0 + aside + 0.5, y1)

    return rule


def test_a_ruled_table_keeps_its_cells_and_the_texts_around_it_stay_apart() -> None:
    sheet = Sheet()
    sheet.text(250, 50, "支出决算表", 16)
    sheet.text(60, 80, "部门：青川市档案馆")
    sheet.text(440, 80, "单位：万元")
    sheet.table()
    sheet.text(60, 190, "注：本表反映各项支出。")
    read = sheet.read()
    assert tables(read) == [TEXTS]
    assert lines(read) == ["支出决算表", "部门：青川市档案馆", "单位：万元", "注：本表反映各项支出。"]


@pytest.mark.parametrize("kind", [dotted, doubled])
def test_rules_of_dots_and_doubled_thin_boxes_are_rules(kind: Callable[[Sheet], Rule]) -> None:
    sheet = Sheet()
    sheet.rules(rule=kind(sheet))
    sheet.fill()
    assert tables(sheet.read()) == [TEXTS]


def test_white_boxes_behind_page_and_table_are_no_frames() -> None:
    sheet = Sheet()
    sheet.box(0, 0, 595, 842, grey=1)
    sheet.box(50, 40, 540, 300, grey=1)
    sheet.text(60, 60, "支出决算表", 14)
    sheet.table()
    read = sheet.read()
    assert tables(read) == [TEXTS]
    assert lines(read) == ["支出决算表"]


@pytest.mark.parametrize("gap", [0, 1])
def test_shaded_cells_without_rules_are_cells(gap: float) -> None:
    sheet = Sheet()
    for number, (top, bottom) in enumerate(pairwise(YS)):
        for left, right in pairwise(XS):
            sheet.box(left + gap, top + gap, right - gap, bottom - gap, grey=0.9 if number % 2 else 0.8)
    sheet.fill()
    assert tables(sheet.read()) == [TEXTS]


def test_a_merged_cell_covers_the_boxes_it_spans() -> None:
    sheet = Sheet()
    sheet.rules((60, 500), (90, 110))
    sheet.rules(XS, YS[1:])
    sheet.text(64, 104, "支出")
    sheet.fill([[], *ROWS[1:]])
    run = next(piece for piece in sheet.read().pieces if isinstance(piece, Run))
    assert [cell.text for cell in run.rows[0]] == ["支出", "", ""]
    assert {cell.runs[0] for cell in run.rows[0]} == {run.rows[0][0].runs[0]}


def test_open_sides_are_closed() -> None:
    sheet = Sheet()
    for y in YS:
        sheet.line(60, y, 500, y)
    for x in XS[1:-1]:
        sheet.line(x, 90, x, 170)
    sheet.fill()
    assert tables(sheet.read()) == [TEXTS]


def test_tables_side_by_side_keep_their_own_titles() -> None:
    sheet = Sheet(842, 595)
    for left, title in ((0, "收入表"), (400, "支出表")):
        sheet.text(60 + left, 70, title)
        sheet.rules([60 + left, 160 + left, 300 + left], YS)
        for y, row in zip(YS, ROWS, strict=False):
            sheet.text(64 + left, y + 14, row[0])
            sheet.text(164 + left, y + 14, row[1])
    found = sheet.read().pieces
    assert [piece.text if isinstance(piece, Inked) else len(piece.rows) for piece in found] == [
        "收入表",
        4,
        "支出表",
        4,
    ]


def test_content_turned_without_a_flag_is_read_and_its_boxes_run_upwards() -> None:
    sheet = Sheet(595, 842)
    sheet.canvas.rotate(90)
    sheet.canvas.translate(0, -595)
    sheet.height = 595
    sheet.table()
    read = sheet.read()
    assert tables(read) == [TEXTS]
    spot = read.spots[read.lines.index("1,234.56")]
    assert spot.along is Along.UP
    left, top, right, bottom = spot.box() or (0, 0, 0, 0)
    assert (110 < left < right < 130, 842 - 380 < top < bottom < 842 - 260) == (True, True)


def test_a_page_turned_by_its_flag_is_read_as_displayed() -> None:
    sheet = Sheet(842, 595)  # of the page as displayed
    sheet.canvas.rotate(90)
    sheet.canvas.translate(0, -595)
    sheet.canvas.setPageRotation(90)
    sheet.table()
    read = sheet.read()
    assert tables(read) == [TEXTS]
    assert (read.pages[0].width, read.pages[0].height) == (842, 595)
    left, top, right, bottom = read.spots[read.lines.index("1,234.56")].box() or (0, 0, 0, 0)
    assert (260 < left < right < 380, 110 < top < bottom < 130) == (True, True)


def test_a_label_that_stands_on_its_side_is_in_its_cell() -> None:
    sheet = Sheet()
    sheet.rules((60, 90, 500), (90, 170))
    for y in YS[1:-1]:
        sheet.line(90, y, 500, y)
    for y, name in zip(YS, ("数量指标", "质量指标", "时效指标", "成本指标"), strict=False):
        sheet.text(94, y + 14, name)
    sheet.canvas.translate(80, sheet.height - 155)
    sheet.canvas.rotate(90)
    sheet.canvas.setFont(FONT, 10)
    sheet.canvas.drawString(0, 0, "绩效指标")
    assert tables(sheet.read())[0][0] == ["绩效指标", "数量指标"]


def test_text_printed_twice_for_boldness_is_read_once() -> None:
    sheet = Sheet()
    for aside in (0, 0.3):
        sheet.text(250 + aside, 60, "支出决算表", 16)
        sheet.fill(left=aside)
    sheet.rules()
    read = sheet.read()
    assert tables(read) == [TEXTS]
    assert lines(read) == ["支出决算表"]


@pytest.mark.parametrize(
    ("clip", "at", "row", "words"),
    [
        ((60, 130, 200, 20), (64, 136), 1, "社会保障和就业支出"),  # too small a cell
        ((50, 170, 460, 70), (64, 190), 3, "跨页的单位"),  # cells merged down over the end of the page
    ],
)
def test_text_hidden_by_a_clip_belongs_to_the_nearest_cell_in_it(
    clip: tuple[float, float, float, float], at: tuple[float, float], row: int, words: str
) -> None:
    sheet = Sheet()
    sheet.rules()
    sheet.fill([("", *texts[1:]) if index == row else texts for index, texts in enumerate(ROWS)])
    sheet.canvas.saveState()
    path = sheet.canvas.beginPath()
    path.rect(clip[0], sheet.height - clip[1], *clip[2:])
    sheet.canvas.clipPath(path, stroke=0, fill=0)
    sheet.text(*at, words)
    sheet.canvas.restoreState()
    assert tables(sheet.read())[0][row][0] == words


def test_text_off_the_page_is_left_out_and_said() -> None:
    sheet = Sheet()
    sheet.table()
    sheet.text(60, 900, "看不见的99.99万元")
    read = sheet.read()
    assert lines(read) == []
    assert "印在纸张之外" in read.doubts[0][1]


def test_leaning_watermarks_are_no_text_of_the_table() -> None:
    sheet = Sheet()
    sheet.table()
    sheet.canvas.translate(100, 600)
    sheet.canvas.rotate(45)
    sheet.canvas.setFont(FONT, 40)
    sheet.canvas.drawString(0, 0, "内部资料")
    read = sheet.read()
    assert tables(read) == [TEXTS]
    assert lines(read) == []


def test_every_character_lies_in_the_box_that_is_told_of_it() -> None:
    sheet = Sheet()
    sheet.table()
    read = sheet.read()
    spot = read.spots[read.lines.index("1,234.56")]
    assert len(spot.edges) == len("1,234.56") + 1
    assert spot.page == 1
    assert 264 <= spot.edges[0] <= 265
    assert list(spot.edges) == sorted(spot.edges)


def test_rules_that_run_out_beyond_the_frame_make_no_columns() -> None:
    sheet = Sheet()
    for y in YS:
        sheet.line(48, y, 512, y)
    for x in XS:
        sheet.line(x, 90, x, 170)
    sheet.fill()
    assert tables(sheet.read()) == [TEXTS]
