"""The body of a Word document in order: paragraphs become lines, tables runs of rows, each with its path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from gouji.model.inked import Inked
from gouji.model.medium import Spot
from gouji.reading.flow.lines import Lines
from gouji.reading.flow.pieces import pieces
from gouji.reading.flow.table import Table
from gouji.reading.grid import covered
from gouji.reading.office.word.markup import WRAPPERS, attribute, child, is_on, name_of
from gouji.reading.office.word.numbering import Numbering, before
from gouji.reading.office.word.styles import Styles
from gouji.reading.office.word.tables import read_table
from gouji.reading.office.word.words import Words, words_of
from gouji.reading.run import Piece, Run

DEEPEST = 20  # tables and text boxes within one another


@dataclass
class Body:
    """Reads block after block. `notes` are the elements of footnotes and endnotes by "footnote 3", "endnote 1"."""

    press: Lines
    styles: Styles
    numbering: Numbering
    notes: dict[str, etree._Element]
    here: Spot = field(default_factory=Spot)
    paragraphs: int = 0
    tables: int = 0
    depth: int = 0
    hung: list[str] = field(default_factory=list)  # notes met, not printed yet
    carried: str = ""  # the text of a paragraph whose end a tracked change deletes
    doubts: list[tuple[Inked, str, bool]] = field(default_factory=list)
    said: set[str] = field(default_factory=set)

    def read(self, blocks: Iterable[etree._Element]) -> Iterator[Piece]:
        """The pieces of the body's blocks, notes behind the block they hang on."""
        for element in blocks:
            name = name_of(element)
            if name == "p":
                self.paragraphs += 1
                yield from self.paragraph(element, f"第{self.paragraphs}段")
            elif name == "tbl":
                yield from self.table(element)
            elif name in WRAPPERS:
                yield from self.read(element) if not _is_prompt(element) else ()
                continue
            elif name == "altChunk":
                self.doubt("文件中嵌入了另一份文件，其内容没有读取，请另存为 .docx 后再试。", True)
            yield from self._notes()

    def doubt(self, message: str, unread: bool = False) -> None:
        """Say something of the document, once."""
        if message not in self.said:
            self.said.add(message)
            self.doubts.append((self.press.empty(self.here), message, unread))

    def table(self, element: etree._Element) -> Iterator[Piece]:
        """A table of the body, or of a text box."""
        if (table := self._table(element)) is None:
            return
        self.press.count(table.size(), self.here)
        found = list(pieces(table))
        runs = [piece for piece in found if isinstance(piece, Run)]
        if runs:
            runs[-1].notes += [line for line in self._notes() if isinstance(line, Inked)]
        yield from found

    def _table(self, element: etree._Element) -> Table | None:
        """The boxes of a table at any depth."""
        self.tables += 1
        if self.depth >= DEEPEST:
            self.doubt("表格层层嵌套过深，里层的内容没有读取，请核对原件。", True)
            return None
        path = f"表{self.tables}"
        self.depth += 1
        table = read_table(element, lambda cell, row, order: self._cell(cell, Spot(cell=f"{path}/行{row}/格{order}")))
        self.depth -= 1
        return table

    def _cell(self, element: etree._Element, spot: Spot) -> tuple[Inked, list[Inked | Table]]:
        self.here = spot
        parts = list(self._parts(element, spot))
        first = next((part for part in parts if isinstance(part, Inked)), None)
        return (covered(first) if first is not None else self.press.empty(spot)), parts

    def _parts(self, element: etree._Element, spot: Spot) -> Iterator[Inked | Table]:
        """The lines of a cell and the tables within it."""
        for one in element:
            name = name_of(one)
            if name == "p":
                yield from self._lines(one, spot)
            elif name == "tbl":
                if (table := self._table(one)) is not None:
                    yield table
            elif name in WRAPPERS and not _is_prompt(one):
                yield from self._parts(one, spot)

    def _lines(self, element: etree._Element, spot: Spot) -> Iterator[Inked | Table]:
        """The lines of a paragraph of a cell, those of its text boxes behind them."""
        properties = child(element, "pPr")
        words = self._words(element, properties)
        label = self._label(properties)
        text = before(label, words.text.strip()) if words.text.strip() else label.strip()
        for line in text.replace("\t", " ").split("\n"):
            if line.strip():
                yield self.press.line(line.strip(), spot)
        for box in self._boxes(words):
            self.depth += 1
            yield from self._parts(box, spot)
            self.depth -= 1

    def paragraph(self, element: etree._Element, path: str) -> Iterator[Piece]:
        """The lines of a paragraph of the body, and what its text boxes hold."""
        self.here = Spot(cell=path)
        properties = child(element, "pPr")
        words = self._words(element, properties)
        text = self.carried + words.text
        self.carried = ""
        if text.strip():
            label = self._label(properties)
            if _runs_on(properties):
                self.carried = text
            else:
                yield from self.press.paragraph(before(label, text.strip()), self.here)
        for box in self._boxes(words):
            self.depth += 1
            yield from self.read(box)
            self.depth -= 1

    def _boxes(self, words: Words) -> list[etree._Element]:
        """The text boxes hung on a paragraph, unless they lie too deep in one another."""
        if words.boxes and self.depth >= DEEPEST:
            self.doubt("文本框层层嵌套过深，里层的内容没有读取，请核对原件。", True)
            return []
        return words.boxes

    def _label(self, properties: etree._Element | None) -> str:
        style = child(properties, "pStyle")
        return self.numbering.label(properties, attribute(style) if style is not None else "")

    def _words(self, element: etree._Element, properties: etree._Element | None) -> Words:
        words = words_of(element, self.styles)
        style = child(properties, "pStyle")
        if style is not None and self.styles.hides(attribute(style)) and not _shown(element):
            words.text = ""
        self.hung += [f"footnote {identity}" for identity in words.footnotes]
        self.hung += [f"endnote {identity}" for identity in words.endnotes]
        self._say(words)
        return words

    def _say(self, words: Words) -> None:
        if words.revised:
            self.doubt(
                "文件含未接受的修订：插入的文字已读取，删除的文字未读取。请在 Word 中接受或拒绝全部修订后再发布。",
            )
        if words.objects:
            self.doubt("文件中嵌入了工作表等对象，其中的数字没有读取，请核对原件。", True)
        if words.pictures:
            self.doubt("文件中有图片，其中的文字和数字没有读取，请核对原件。", True)

    def _notes(self) -> Iterator[Piece]:
        """The notes met since the last block. What a note hangs on itself is left alone."""
        hung, self.hung = self.hung, []
        for name in dict.fromkeys(hung):
            kind, _, identity = name.partition(" ")
            for element in self.notes.pop(name, ()):
                text = words_of(element, self.styles).text.strip() if name_of(element) == "p" else ""
                spot = Spot(cell=f"{'脚注' if kind == 'footnote' else '尾注'}{identity}")
                yield from self.press.paragraph(text, spot)


def _is_prompt(element: etree._Element) -> bool:
    """Is a content control not filled in, so that only its prompt shows?"""
    return child(element, "sdtPr", "showingPlcHdr") is not None


def _runs_on(properties: etree._Element | None) -> bool:
    """Does a tracked change delete the end of the paragraph, so that it goes on into the next?"""
    return child(properties, "rPr", "del") is not None


def _shown(element: etree._Element) -> bool:
    """Does a run of a paragraph whose style hides it say otherwise?"""
    found = (child(one, "rPr", "vanish") for one in element if name_of(one) == "r")
    return any(vanish is not None and not is_on(vanish) for vanish in found)
