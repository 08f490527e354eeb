"""A stretch of lines that is a table without upright rules → its run of rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from gouji.model.inked import Inked
from gouji.reading.grid import covered
from gouji.reading.page.lines import lines as lines_of
from gouji.reading.page.printing import Printer
from gouji.reading.page.segments import Segment
from gouji.reading.page.table import joined
from gouji.reading.page.unruled import header as heading
from gouji.reading.page.unruled.columns import Column, column_of, edges, inked, with_headed
from gouji.reading.page.unruled.finding import Stretch, is_upper_part
from gouji.reading.page.unruled.header import Head
from gouji.reading.page.unruled.rows import rows
from gouji.reading.page.unruled.words import Word, em
from gouji.reading.run import Run

DOUBT = "此表没有框线，列由文字位置推定，请核对原件。"

Boxes = dict[tuple[int, int], list[Word]]


class Unruled:
    """A table while it is put together."""

    def __init__(self, found: Stretch, rules: Sequence[Segment]) -> None:
        self.size = em(found.lines[found.header])
        self._parted(found)
        self._columned(rules, found)

    def _parted(self, found: Stretch) -> None:
        """Header lines, the line of column numbers, and lines of data; names above the first amounts are data."""
        start = found.header
        numbered = next((i for i in range(start - 1, -1, -1) if heading.is_numbering(found.words[i])), None)
        if numbered is not None:
            start = numbered + 1
        while start and numbered != start - 1 and is_upper_part(found.words[start - 1], found.words[start], self.size):
            start -= 1
        self.head_lines = found.words[: start if numbered is None else numbered]
        self.numbers = found.words[numbered] if numbered is not None else []
        self.data_lines = found.words[start:]

    def _columned(self, rules: Sequence[Segment], found: Stretch) -> None:
        left, right = min(line.left for line in found.lines), max(line.right for line in found.lines)
        across = [rule.at for rule in rules if rule.end - rule.start > 0.9 * (right - left)]
        columns = inked(self.data_lines, self.size)
        heads = heading.gathered(self.head_lines, rules, self.size)
        leaves = heading.leaves(heads, self.size)
        lowest = [heading_word(head) for head in leaves]
        if self.numbers:
            columns, self.number_seats = with_headed(columns, self.numbers)
            seats = with_headed(columns, lowest)[1] if lowest else []
        else:
            columns, seats = with_headed(columns, lowest)
        self.columns: list[Column] = columns
        self.rows = rows(self.data_lines, columns, across, self.size)
        own = {seat: word for seat, word in zip(seats, lowest, strict=False) if seat >= 0}
        self.edges = edges(columns, self.rows, own, self.size)
        for head, seat in zip(leaves, seats, strict=False):
            head.first = head.last = seat
        self.heads = heading.seated(heads, columns, self.edges, self.size)

    def boxes(self) -> tuple[Boxes, dict[tuple[int, int], tuple[int, int]], int]:
        """The words of each first box, the first box of each covered one, and the number of rows."""
        width = len(self.columns)
        height = heading.levelled(self.heads, width)
        found: Boxes = {}
        owner: dict[tuple[int, int], tuple[int, int]] = {}
        for head in self.heads:
            found.setdefault((head.row, head.first), []).extend(head.words)
            for row in range(head.row, head.row + head.rows):
                for column in range(head.first, head.last + 1):
                    owner.setdefault((row, column), (head.row, head.first))
        if self.numbers:
            self._numbered(found, owner, height)
            height += 1
        for number, words in enumerate(self.rows, height):
            self._row(found, owner, number, words)
        return found, owner, height + len(self.rows)

    def _numbered(self, found: Boxes, owner: dict[tuple[int, int], tuple[int, int]], row: int) -> None:
        """The line of column numbers; its own label reaches up to the first number."""
        places = [(max(seat, 0), word) for seat, word in zip(self.number_seats, self.numbers, strict=True)]
        for column, word in places:
            found.setdefault((row, column), []).append(word)
        first = min((column for column, word in places if word.text.isdigit()), default=0)
        labels = [column for column, word in places if not word.text.isdigit() and column < first]
        if len(labels) == 1 and all(head.first > 0 or head.last > 0 or head.rows for head in self.heads):
            words = found.pop((row, labels[0]))
            found[row, 0] = words
            if self._is_across(words[0], first):
                owner.update({(row, column): (row, 0) for column in range(first)})

    def _seat(self, word: Word) -> int:
        return next(
            (i for i in range(len(self.columns)) if self.edges[i] <= word.middle < self.edges[i + 1]),
            column_of(self.columns, word),
        )

    def _is_across(self, word: Word, end: int) -> bool:
        """Does a word stand in the middle of the columns up to `end`, rather than in the one it lies in?"""
        if end < 2:
            return False
        whole = abs((self.edges[0] + self.edges[end]) / 2 - word.middle)
        own = self._seat(word)
        return (
            whole < abs((self.edges[own] + self.edges[own + 1]) / 2 - word.middle)
            and word.left - self.edges[own] > 0.8 * self.size
        )

    def _reach(self, row: list[Word]) -> int:
        """Up to which column a total without amounts reaches: as far as the first cell of the header; 0 if it does not."""
        first = next((head for head in self.heads if head.first == 0 < head.last and head.row == 0), None)
        within = first is not None and self.edges[0] < row[0].middle < self.edges[first.last + 1]
        return first.last + 1 if first is not None and within and len(row) == 1 else 0

    def _row(self, found: Boxes, owner: dict[tuple[int, int], tuple[int, int]], number: int, row: list[Word]) -> None:
        places = [(column_of(self.columns, word) if word.is_amount else self._seat(word), word) for word in row]
        for column, word in places:
            found.setdefault((number, column), []).append(word)
        totals = [(column, word) for column, word in places if word.is_total]
        end = min((column for column, word in places if word.is_amount), default=0) or self._reach(row)
        if len(totals) == 1 and len([1 for column, _ in places if column < end]) == 1:
            column, word = totals[0]
            if column < end and (column > 0 or len(row) == 1 or self._is_across(word, end)):
                found[number, 0] = found.pop((number, column))
                owner.update({(number, other): (number, 0) for other in range(end)})


def heading_word(head: Head) -> Word:
    """A header cell as one word of its whole width."""
    first = head.words[0]
    return Word(first.glyphs, first.text, head.left, head.right, first.top, head.words[-1].bottom, head.height)


def table(found: Stretch, rules: Sequence[Segment], printer: Printer, page: int) -> Run | None:
    """The run of a table without upright rules; None where no columns come out."""
    made = Unruled(found, rules)
    if len(made.columns) < 2:
        return None
    boxes, owner, height = made.boxes()
    heights = _heights(boxes, height)

    def content(row: int, column: int) -> Inked:
        top, bottom = heights[row]
        box = (made.edges[column], top, made.edges[column + 1], bottom)
        return _cell(boxes.get((row, column), []), box, printer)

    result = filled_in(height, len(made.columns), owner, content)
    spot = next((cell for row in result for cell in row if cell.text), result[0][0])
    marks = tuple((round(column.left, 1), round(column.right, 1)) for column in made.columns)
    return Run(
        result, edges=tuple(round(edge, 1) for edge in made.edges), page=page, inks=marks, doubts=[(spot, DOUBT)]
    )


def filled_in(
    height: int, width: int, owner: Mapping[tuple[int, int], tuple[int, int]], content: Callable[[int, int], Inked]
) -> list[list[Inked]]:
    """Rows of so many columns from the content of each box; a box whose owner is another is covered by that one."""
    printed: dict[tuple[int, int], Inked] = {}
    for row in range(height):
        for column in range(width):
            first = owner.get((row, column), (row, column))
            shared = first != (row, column) and first in printed
            printed[row, column] = covered(printed[first]) if shared else content(row, column)
    return [[printed[row, column] for column in range(width)] for row in range(height)]


def _heights(boxes: Boxes, height: int) -> list[tuple[float, float]]:
    """From where to where each row prints."""
    found: list[tuple[float, float]] = []
    for row in range(height):
        words = [word for (index, _), box in boxes.items() if index == row for word in box]
        before = found[-1] if found else (0.0, 0.0)
        found.append((min(w.top for w in words), max(w.bottom for w in words)) if words else (before[1], before[1]))
    return found


def _cell(words: list[Word], box: tuple[float, float, float, float], printer: Printer) -> Inked:
    if not words:
        return printer.blank(*box)
    found = lines_of([glyph for word in words for glyph in word.glyphs])
    return joined([printer.line(line) for line in found])
