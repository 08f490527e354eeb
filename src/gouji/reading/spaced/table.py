"""A stretch of lines that is a table → its run of rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gouji.model.inked import Inked
from gouji.reading.dump.table.placing import marked
from gouji.reading.page.unruled import header as heading
from gouji.reading.page.unruled.columns import Column, column_of, edges, with_headed
from gouji.reading.page.unruled.header import Head
from gouji.reading.page.unruled.table import Unruled, filled_in, heading_word
from gouji.reading.page.unruled.words import Word
from gouji.reading.run import Run
from gouji.reading.spaced.columns import headed, inked, merged
from gouji.reading.spaced.finding import Stretch
from gouji.reading.spaced.heads import apart, is_broken, is_one, is_over, span, text
from gouji.reading.spaced.rows import rows
from gouji.reading.spaced.words import PITCH, SIZE, Cell, Row, is_code, is_figure

DOUBT = "此表是按空格排列的文本，列由文字位置推定，请核对原件。"
FIGURE, CODE, NAME = "figure", "code", "name"  # what stands in a column; "" where nothing does
UNTOLD = "表头有几栏与数字上下没有对齐，数字属于哪一栏无法确定，未读取，请核对原件。"
MOST_COLUMNS = 60  # no form has more
_LATIN = re.compile(r"[A-Za-z]")
SAME_MIDDLE = 1.3  # columns
FURTHEST = 2.2 * PITCH  # from line to line of one header cell


class Spaced(Unruled):
    """A table while it is put together, where the lines are rows of characters."""

    def __init__(self, found: Stretch) -> None:
        self.size = SIZE
        start = found.header
        lines = found.rows
        numbered = next((i for i in range(start - 1, -1, -1) if heading.is_numbering(lines[i].words)), None)
        if numbered is not None:
            start = numbered + 1
        head = lines[: start if numbered is None else numbered]
        self.head_lines = [list(row.words) for row in head]
        self.numbers = list(lines[numbered].words) if numbered is not None else []
        self._laid(head, lines[start:])

    def _laid(self, head: Sequence[Row], data: Sequence[Row]) -> None:
        columns = inked(data)
        if len(columns) > MOST_COLUMNS:
            columns = []
            head = ()
        heads = gathered(head)
        leaves = [head for head in heading.leaves(heads, SIZE) if not is_over(head, heads)]
        lowest = [heading_word(each) for each in leaves]
        self.unsure: set[int] = set()
        if self.numbers:
            columns, self.number_seats = with_headed(columns, self.numbers)
            seats = with_headed(columns, lowest)[1] if lowest else []
        else:
            columns, seats, self.unsure = headed(columns, lowest)
        if head:
            columns, seats = merged(columns, seats, data)
        self.columns: list[Column] = columns
        self.rows = [list(row) for row in rows(data, columns)] if columns else []
        own = {seat: word for seat, word in zip(seats, lowest, strict=False) if seat >= 0}
        self.edges = edges(columns, self.rows, own, SIZE) if columns else []
        for each, seat in zip(leaves, seats, strict=False):
            each.first = each.last = seat
        self.lost = span(heads, leaves) or any(is_broken(head) for head in leaves)
        self.heads = heading.seated(heads, columns, self.edges, SIZE) if columns else []
        apart(self.heads, columns)

    def _seat(self, word: Word) -> int:
        return column_of(self.columns, word)


def gathered(lines: Sequence[Row]) -> list[Head]:
    """The words of the header lines as cells: those below one another about one middle are one."""
    found: list[Head] = []
    for row in lines:
        for word in row.words:
            above = next((head for head in reversed(found) if _over(head, word)), None)
            if above is not None and _goes_on(above, word):
                above.words.append(word)
            else:
                found.append(Head([word]))
    return found


def _over(head: Head, word: Word) -> bool:
    return head.left < word.right and word.left < head.right and head.words[-1].base < word.base


def _goes_on(head: Head, word: Word) -> bool:
    last = head.words[-1]
    if word.base - last.base > FURTHEST or not is_one(text(head), word.text):
        return False
    return abs(head.middle - word.middle) <= SAME_MIDDLE or (head.left == word.left and len(last.text) > 2)


@dataclass(slots=True)
class Made:
    """A table of one page: its run, how many of its rows are header, and the kinds of its columns."""

    run: Run
    header: int
    columns: list[Column]
    kinds: list[str]


def table(found: Stretch) -> Made | None:
    """The table of a stretch of lines; None where no columns come out."""
    made = Spaced(found)
    if len(made.columns) < 2:
        return None
    boxes, owner, height = made.boxes()
    result = filled_in(
        height, len(made.columns), owner, lambda row, column: _content(boxes.get((row, column), []))
    )
    spot = next((cell for row in result for cell in row if cell.text), Inked(""))
    kinds = _kinds(made)
    run = Run(result, doubts=[(spot, DOUBT)], ruled=True)
    header = height - len(made.rows)
    unsure = [index for index, kind in enumerate(kinds) if kind == FIGURE and (made.lost or index in made.unsure)]
    for index in unsure if header else ():
        _lose(run, header, index)
    return Made(run, header, made.columns, kinds)


def _lose(run: Run, header: int, column: int) -> None:
    """What stands in a column could belong to the next one: it is shown and not to be reckoned with."""
    for row in run.rows[header:]:
        row[column] = marked(row[column])
    run.lost.append((next((row[column] for row in run.rows[header:] if row[column]), Inked("")), UNTOLD))


def _content(words: Sequence[Word]) -> Inked:
    """The lines of a cell as one text, a blank between two Latin words."""
    parts: list[Inked] = []
    for word in sorted(words, key=lambda word: (word.base, word.left)):
        assert isinstance(word, Cell)
        if parts and _LATIN.match(parts[-1].text[-1:]) and _LATIN.match(word.text):
            parts.append(Inked(" "))
        parts.append(word.content)
    return Inked.join(parts)


def _kinds(made: Spaced) -> list[str]:
    own: list[list[Cell]] = [[] for _ in made.columns]
    for row in made.rows:
        for word in row:
            if isinstance(word, Cell) and not word.is_total:
                own[column_of(made.columns, word)].append(word)
    return [_kind(words) for words in own]


def _kind(words: Sequence[Cell]) -> str:
    figures, codes = sum(map(is_figure, words)), sum(map(is_code, words))
    return "" if not words else FIGURE if 2 * figures > len(words) else CODE if 2 * codes > len(words) else NAME
