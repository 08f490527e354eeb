"""The elements of a web page in the order of its text → lines and tables."""

from __future__ import annotations

import re

from lxml import etree

from gouji.model.inked import Inked
from gouji.model.medium import Spot
from gouji.reading.flow.lines import Lines
from gouji.reading.flow.pieces import pieces
from gouji.reading.flow.raised import raised
from gouji.reading.grid import covered
from gouji.reading.html.style import BLOCKS, is_large, is_shown
from gouji.reading.html.tables import Open
from gouji.reading.run import Piece
from gouji.reading.text import plainly_spaced

_BLANKS = re.compile(r"[ \t\r\n\f]+")
_SPACES = re.compile(r" {2,}")
_WRAPPED = re.compile(r"(?<=[　-鿿＀-￯])[ \t]*[\r\n][ \t\r\n]*(?=[　-鿿＀-￯])")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_SECTIONS = frozenset({"thead", "tbody", "tfoot"})
DEEPEST = 50  # tables within one another; what lies deeper is text of the cell it stands in


class Page:
    """Takes the start and the end of each element; keeps the text of the line at hand and the tables that are open."""

    def __init__(self, press: Lines) -> None:
        self.press = press
        self.pieces: list[Piece] = []
        self.open: list[Open] = []
        self.text: list[str] = []
        self.tables = 0
        self.deeper = 0  # tables passed over as too deep
        self.verbatim = 0  # `pre` elements open
        self.above = 0  # `sup` elements open
        self.pictures = 0  # large enough to hold a table

    def read(self, root: etree._Element) -> None:
        """Walk through the page. No recursion: a hostile page nests without end."""
        walk = etree.iterwalk(root, events=("start", "end"))
        passed: etree._Element | None = None
        for event, element in walk:
            if event == "start":
                if is_shown(element):
                    self.start(element)
                else:
                    walk.skip_subtree()
                    passed = element
                continue
            if element is not passed:
                self.close(element.tag)
            if tail := element.tail:
                self.take(tail)
        self.flush()

    def start(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in ("td", "th"):
            self.begin_cell(element)
        elif tag == "tr":
            self.flush()
            if self.open and not self.deeper:
                self.open[-1].begin_row()
        elif tag == "table":
            self.begin_table()
        elif tag == "br":
            self.flush()
        elif tag in BLOCKS or tag in _SECTIONS:
            self.flush()
            self.verbatim += tag == "pre"
        elif tag == "sup":
            self.above += 1
        elif tag == "input":
            self.text.append(_ticked(element))
        elif tag == "img":
            self.pictures += is_large(element)
        if text := element.text:
            self.take(text)

    def close(self, tag: str) -> None:
        if tag in ("td", "th"):
            self.end_cell()
        elif tag == "tr":
            self.flush()
            if self.open and not self.deeper:
                self.open[-1].end_row()
        elif tag == "table":
            self.end_table()
        elif tag in _SECTIONS:
            self.flush()
            if self.open and not self.deeper:
                self.open[-1].end_section()
        elif tag in BLOCKS:
            self.flush()
            self.verbatim -= tag == "pre"
        elif tag == "sup":
            self.above -= 1

    def take(self, text: str) -> None:
        """Text of the line at hand; in a `pre` element its own breaks end lines."""
        if self.above:
            text = raised(text, self.text[-1] if self.text else "")
            if not text:
                return
        if self.verbatim:
            first, *more = text.split("\n")
        elif not self.open and "\n" in text:  # tables in a text of bare lines, as converters write it
            first, *more = _BLANK_LINE.split(text)
        else:
            first, more = text, []
        self.text.append(first)
        for line in more:
            self.flush()
            self.text.append(line)

    def flush(self) -> None:
        """The line at hand is finished."""
        if not self.text:
            return
        text, self.text = "".join(self.text), []
        if not text or text.isspace():
            return
        if not self.verbatim:
            text = _BLANKS.sub(" ", _WRAPPED.sub("", text))
        elif "  " in text:
            text = _SPACES.sub(" ", text)
        text = plainly_spaced(text).strip()
        if not text:
            return
        if not self.open:
            self.pieces.extend(self.press.paragraph(text, Spot(cell="网页")))
            return
        table = self.open[-1]
        line = self.press.line(text.replace("\t", " "), Spot(cell=table.path))
        (table.content if table.cell is not None else table.above).append(line)

    def begin_table(self) -> None:
        self.flush()
        if len(self.open) >= DEEPEST:
            self.deeper += 1
            return
        self.tables += 1
        self.open.append(Open(self.tables))

    def end_table(self) -> None:
        self.flush()
        if self.deeper:
            self.deeper -= 1
            return
        if not self.open:
            return
        done = self.open.pop()
        done.end_row()
        self.press.count(done.table.size(), Spot(cell=done.path))
        if self.open and self.open[-1].cell is not None:
            self.open[-1].content += [*done.above, done.table]
        else:
            self.pieces += [*done.above, *pieces(done.table)]

    def begin_cell(self, element: etree._Element) -> None:
        self.flush()
        if self.open and not self.deeper:
            self.open[-1].begin_cell(element.get("colspan"), element.get("rowspan"))

    def end_cell(self) -> None:
        self.flush()
        if not self.open or self.deeper or self.open[-1].cell is None:
            return
        table = self.open[-1]
        assert table.cell is not None
        first = next((part for part in table.content if isinstance(part, Inked)), None)
        table.cell.blank = covered(first) if first is not None else self.press.empty(Spot(cell=table.path))
        table.cell = None


def _ticked(element: etree._Element) -> str:
    if (element.get("type") or "").lower() not in ("checkbox", "radio"):
        return ""
    return "□" if element.get("checked") is None else "☑"
