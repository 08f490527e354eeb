"""Documents as PDF, drawn by ourselves so that every rule, turn and page break is as the layout says."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from printed.layouts import Layout, Rules, Turn
from printed.setting import LEADING, PAD, Band, Set, broken, cut, set_table
from printed.table import Cell, Document, Table

FONT = "STSong-Light"  # not embedded: every reader brings its own
MARGIN = 50.0
GREY, PALE, WHITE = (0.82, 0.85, 0.9), (0.93, 0.93, 0.93), (1.0, 1.0, 1.0)


Shown = tuple[
    int, str, list[int]
]  # what a page shows of a table: page from 1, title, rows of the table (a header again and again)


def write(document: Document, layout: Layout, path: Path) -> list[Shown]:
    """Print a document; which rows of its tables came on which page."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    sheet = _Sheet(layout, path)
    for part in document.parts:
        if isinstance(part, Table):
            sheet.table(part)
        elif isinstance(part, tuple):
            sheet.spread(part)
        else:
            sheet.paragraph(part)
    sheet.close()
    return sheet.shown


class _Sheet:
    """The page being printed. Lengths are in points from its upper left corner as it is read."""

    def __init__(self, layout: Layout, path: Path) -> None:
        self.layout = layout
        short, long = A4
        self.width, self.height = (long, short) if layout.landscape else (short, long)
        # The library itself swaps the sides of a page that is flagged as turned.
        size = (self.height, self.width) if layout.turn is Turn.LYING else (self.width, self.height)
        self.canvas = Canvas(str(path), pagesize=size, invariant=1)
        self.number = 0
        self.y = 0.0
        self.shown: list[Shown] = []
        self._open()

    def measure(self, text: str, size: float | None = None) -> float:
        return float(pdfmetrics.stringWidth(text, FONT, size or self.layout.size))

    def _open(self) -> None:
        self.number += 1
        self.y = MARGIN
        if self.layout.turn is not Turn.UPRIGHT:
            self.canvas.transform(0, 1, -1, 0, self.height, 0)
        if self.layout.turn is Turn.FLAGGED:
            self.canvas.setPageRotation(90)
        if self.layout.white_boxes:
            self.fill(MARGIN / 2, MARGIN / 2, self.width - MARGIN / 2, self.height - MARGIN / 2, WHITE)

    def _end(self) -> None:
        self.text(self.width / 2, self.height - MARGIN / 2, self.layout.page_numbers.format(self.number), 8, "centre")
        self.canvas.showPage()

    def close(self) -> None:
        self._end()
        self.canvas.save()

    def turn_page(self) -> None:
        self._end()
        self._open()

    @property
    def left(self) -> float:
        """What is left of the page."""
        return self.height - MARGIN - self.y

    def text(self, x: float, base: float, text: str, size: float, side: str = "left") -> None:
        self.canvas.setFont(FONT, size)
        draw = {
            "left": self.canvas.drawString,
            "right": self.canvas.drawRightString,
            "centre": self.canvas.drawCentredString,
        }
        draw[side](x, self.height - base, text)

    def fill(self, left: float, top: float, right: float, bottom: float, colour: tuple[float, float, float]) -> None:
        self.canvas.setFillColorRGB(*colour)
        self.canvas.rect(left, self.height - bottom, right - left, bottom - top, stroke=0, fill=1)
        self.canvas.setFillColorRGB(0, 0, 0)

    def line(self, left: float, top: float, right: float, bottom: float) -> None:
        if self.layout.rules is Rules.BOXES:
            for shift in (0.0, 0.7):
                self.fill(left + shift, top + shift, right + shift + 0.5, bottom + shift + 0.5, (0, 0, 0))
            return
        self.canvas.setLineWidth(0.6)
        self.canvas.setDash(*((1, 2) if self.layout.rules is Rules.DOTTED else ()))
        self.canvas.line(left, self.height - top, right, self.height - bottom)

    def paragraph(self, text: str) -> None:
        size = self.layout.size + 1.5
        if len(text) > 40:
            text = "　　" + text
        for line in broken(text, self.width - 2 * MARGIN, lambda piece: self.measure(piece, size)):
            self._line(line, size)

    def _line(self, text: str, size: float, side: str = "left", x: float = MARGIN) -> None:
        if self.left < size * LEADING:
            self.turn_page()
        self.y += size * LEADING
        self.text(x, self.y, text, size, side)

    def spread(self, texts: tuple[str, ...]) -> None:
        """Texts on one line, spread over the width, as names under a signature."""
        size = self.layout.size + 1
        self._line("", size)
        step = (self.width - 2 * MARGIN) / len(texts)
        for place, text in enumerate(texts):
            self.text(MARGIN + step * place, self.y, text, size)

    def table(self, table: Table) -> None:
        made = set_table(table, self.width - 2 * MARGIN, self.layout.size, self.measure)
        # A table does not begin where only its title finds room.
        if (self.layout.own_page and self.y > MARGIN) or self.left < 90 + sum(made.heights[: table.header + 2]):
            self.turn_page()
        self._above(table, table.title)
        again = 50.0 if self.layout.title_repeated else 0.0
        for number, bands in enumerate(cut(made, self.layout, self.left, self.height - 2 * MARGIN - again)):
            if number:
                self.turn_page()
                if self.layout.title_repeated:
                    self._above(table, f"{table.title}（续）")
            _Stretch(self, made, bands).draw()
            self.shown.append((self.number, table.title, [band.row for band in bands]))
        if table.note:
            self._line(table.note, self.layout.size)
        self.y += 14

    def _above(self, table: Table, title: str) -> None:
        self.y += 6
        self._line(title, self.layout.size + 4, "centre", self.width / 2)
        if table.unit:
            self._line(f"编制部门：{table.body}", self.layout.size)
            self.text(self.width - MARGIN, self.y, f"单位：{table.unit}", self.layout.size, "right")
        self.y += 5


class _Stretch:
    """What one page shows of a table."""

    def __init__(self, sheet: _Sheet, made: Set, bands: list[Band]) -> None:
        self.sheet, self.made, self.bands = sheet, made, bands
        self.tops = [sheet.y]
        for band in bands:
            self.tops.append(self.tops[-1] + band.height)

    def draw(self) -> None:
        self._shade()
        for index, cell in enumerate(self.made.table.cells):
            shown = [place for place, band in enumerate(self.bands) if cell.row <= band.row < cell.row + cell.rows]
            for first, last in _stretches(shown, [band.row for band in self.bands]):
                self._cell(index, cell, first, last)
        self.sheet.canvas.setDash()
        self.sheet.y = self.tops[-1]

    def _shade(self) -> None:
        layout, edges = self.sheet.layout, self.made.edges
        for place, band in enumerate(self.bands):
            is_header = band.row < self.made.table.header
            colour = (
                GREY if layout.shaded_header and is_header else PALE if layout.shaded_rows and band.row % 2 else None
            )
            if colour or layout.white_boxes:
                self.sheet.fill(MARGIN, self.tops[place], MARGIN + edges[-1], self.tops[place + 1], colour or WHITE)

    def _cell(self, index: int, cell: Cell, first: int, last: int) -> None:
        edges = self.made.edges
        left, right = MARGIN + edges[cell.column], MARGIN + edges[cell.column + cell.columns]
        top, bottom = self.tops[first], self.tops[last + 1]
        self._frame(cell, first, last, (left, top, right, bottom))
        band = self.bands[first]
        if cell.rows > 1 and band.row != cell.row and band.row >= self.made.table.header:
            return  # the text of a merged cell that a page cuts stands in its first part only
        lines = self.made.lines[index] if cell.rows > 1 else self.made.lines[index][band.start : band.end]
        size = self.sheet.layout.size
        base = (top + bottom) / 2 - len(lines) * self.made.leading / 2 + size * 1.02
        side = (
            "centre"
            if cell.row < self.made.table.header or cell.text in ("合计", "总计")
            else "right"
            if cell.is_amount
            else "left"
        )
        x = {"left": left + PAD, "right": right - PAD, "centre": (left + right) / 2}[side]
        for number, line in enumerate(lines):
            self.sheet.text(x, base + number * self.made.leading, line, size, side)

    def _frame(self, cell: Cell, first: int, last: int, box: tuple[float, float, float, float]) -> None:
        left, top, right, bottom = box
        rules, header = self.sheet.layout.rules, self.made.table.header
        opened = self.bands[first].start > 0 and self.sheet.layout.rules_open
        closed = self.bands[last].end < self.made.depths[self.bands[last].row] and self.sheet.layout.rules_open
        ends = {0, len(self.bands)} | {place for place, band in enumerate(self.bands) if place and band.row == header}
        for place, y, open_there in ((first, top, opened), (last + 1, bottom, closed)):
            across = rules not in (Rules.NONE, Rules.THREE, Rules.UPRIGHT) or (
                rules is not Rules.NONE and place in ends
            )
            in_header = rules is Rules.UPRIGHT and self.bands[first].row < header
            if (across or in_header) and not open_there:
                self.sheet.line(left, y, right, y)
        if rules in (Rules.GRID, Rules.DOTTED, Rules.BOXES, Rules.UPRIGHT):
            for x in (left, right):
                self.sheet.line(x, top, x, bottom)


def _stretches(places: list[int], rows: list[int]) -> list[tuple[int, int]]:
    """Places next to each other, as (first, last); a row that stands alone in each is one for itself."""
    if not places:
        return []
    breaks = [after for before, after in pairwise(places) if after != before + 1 or rows[after] == rows[before]]
    starts = [places[0], *breaks]
    return [
        (start, max(place for place in places if place < end))
        for start, end in zip(starts, [*breaks, places[-1] + 1], strict=True)
    ]
