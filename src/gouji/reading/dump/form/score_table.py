"""A table of points and scores without targets (一级指标 | 分值 | … | 评分标准 | 得分) in a dump: all rows certain, or none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, takewhile

from gouji.model.inked import Inked
from gouji.reading.dump.form import words
from gouji.reading.dump.form.indicator_cells import WEIGHT
from gouji.reading.dump.form.indicator_header import DESCRIPTION, HEADER_LINES, REASON, ROLES, is_level
from gouji.reading.dump.labels import labels_from
from gouji.reading.dump.printed import Printed
from gouji.reading.dump.table.figure_lines import is_figure
from gouji.reading.dump.tidy import bare, tidy

POINTS, SCORE, RATE = "分值", "得分", "得分率"
FIGURES = (POINTS, SCORE, RATE)
TEXTS = (
    "评分标准", "评价标准", "评分细则", "评分依据", "评分说明", "计分标准", "评分办法", "评价要点", "指标解释", "指标说明", "评价内容", "评分要点",
)  # fmt: skip
REASONS = ("扣分原因", "扣分说明", "扣分理由", "得分说明", "得分依据", "评分理由")
MOST_LINES = 12  # of one row
UNTOLD = "评分表的单元格在文本中断开，不能确定各行的分值与得分，该表未予读取，请核对原件。"

Row = tuple[Inked, ...]


@dataclass(frozen=True, slots=True)
class ScoreHeader:
    """What each column holds, its cell, and the lines below the header."""

    names: tuple[str, ...]
    cells: Row
    rest: list[Printed]

    @property
    def front(self) -> int:
        """How many columns levels and their points take up, the points of the lowest included."""
        last = max(index for index, name in enumerate(self.names) if is_level(name))
        return last + 1 + (self.names[last + 1 : last + 2] == (POINTS,))


def header_of(lines: Sequence[Printed]) -> ScoreHeader | None:
    """The header that begins on the first line; None unless it has levels, points and a score, and no value."""
    cells, rest = labels_from(lines[:HEADER_LINES], 0, _words())
    names = tuple(_words().get(bare(cell.text)) or _words().get(words.header_word(cell.text), "") for cell in cells)
    valued = any(name in ROLES and ROLES[name] != WEIGHT for name in names)
    if valued or names.count(SCORE) != 1 or POINTS not in names or sum(map(is_level, names)) < 2:
        return None
    header = ScoreHeader(names, tuple(cells), [*rest, *lines[HEADER_LINES:]])
    return header if names.index(SCORE) >= header.front and is_level(names[0]) else None


def rows(header: ScoreHeader, lines: Sequence[Printed], total: Sequence[Inked]) -> tuple[list[Row], Inked | None]:
    """The rows and the total line in the columns of the header; none, and a line that is not told, unless one reading fits."""
    after: dict[int, list[tuple[Row, int]]] = {len(lines): []}  # by line: the rows that may begin there, and their ends
    ways = {len(lines): 1}
    for start in range(len(lines) - 1, -1, -1):
        found = [(row, end) for end in _ends(start, ways) for row in _fitting(header, _tokens(lines[start:end]))]
        if found:
            after[start], ways[start] = found, min(2, sum(ways[end] for _, end in found))
    if ways.get(0) != 1:
        reached = min((start for start in ways if ways[start] == 1), default=0)
        return [], lines[max(0, min(reached - 1, len(lines) - 1))].content
    read: list[Row] = []
    position = 0
    while position < len(lines):
        row, position = after[position][0]
        read.append(row)
    return [*read, *_total(header, total)], None


def _ends(start: int, ways: dict[int, int]) -> list[int]:
    """The lines before which a row that begins on `start` may end, so that all lines below are rows too."""
    return [end for end in range(start + 1, start + MOST_LINES + 1) if end in ways]


def _tokens(lines: Sequence[Printed]) -> list[Inked]:
    return [token for line in lines for token in line.tokens]


def _fitting(header: ScoreHeader, tokens: Sequence[Inked]) -> Iterator[Row]:
    """Every way to read pieces as one row: the lowest levels that begin there, points, texts and score."""
    front = header.names[: header.front]
    levels = [index for index, name in enumerate(front) if is_level(name)]
    blank = tokens[0].emptied()
    for start in levels:
        wanted = front[start:]
        head = tokens[: len(wanted)]
        if len(head) < len(wanted) or any(
            is_figure(token.text) != (name == POINTS) for token, name in zip(head, wanted, strict=True)
        ):
            continue
        tail = _tail(tokens[len(wanted) :], header.names[header.front :], blank)
        if tail is not None:
            yield (*(blank for _ in front[:start]), *head, *tail)


def _tail(tokens: Sequence[Inked], names: Sequence[str], blank: Inked) -> Row | None:
    """What stands behind the points, read in order; only a reason may be blank. None where it does not fit."""
    row: list[Inked] = []
    for figures, group in groupby(names, key=lambda name: name in FIGURES):
        columns = list(group)
        if figures:
            found, tokens = tokens[: len(columns)], tokens[len(columns) :]
            if len(found) < len(columns) or not all(map(_is_figure_of, found, columns)):
                return None
            row += found
            continue
        texts = list(takewhile(lambda token: not is_figure(token.text), tokens))
        tokens = tokens[len(texts) :]
        if not texts and columns != [REASON]:
            return None
        row += _texts(texts, len(columns), blank)
    return None if tokens else tuple(row)


def _is_figure_of(cell: Inked, name: str) -> bool:
    """A score has no percent sign; a rate may lack it."""
    percent = cell.text.endswith(("%", "％"))
    return is_figure(cell.text) and (percent <= (name == RATE))


def _texts(texts: Sequence[Inked], count: int, blank: Inked) -> list[Inked]:
    """Texts in their columns; where blanks have cut them otherwise, all in the first."""
    if len(texts) == count:
        return list(texts)
    whole = tidy(Inked.join(texts)) if texts else blank
    return [whole, *(blank for _ in range(count - 1))]


def _total(header: ScoreHeader, total: Sequence[Inked]) -> list[Row]:
    """The points of the whole below those of the lowest level, and the score below the scores."""
    figures = [token for token in total[1:] if is_figure(token.text) and not token.text.endswith(("%", "％"))]
    if not total or not figures:
        return []
    cells = [total[0].emptied() for _ in header.names]
    cells[0] = total[0]
    cells[header.names.index(SCORE)] = figures[-1]
    points = [index for index, name in enumerate(header.names) if name == POINTS]
    if len(figures) > 1:
        cells[points[-1]] = figures[-2]
    return [tuple(cells)]


@cache
def _words() -> dict[str, str]:
    found = {word: column.name for word, column in words.header_words(words.INDICATOR_FORM).items()}
    return found | dict.fromkeys(TEXTS, DESCRIPTION) | dict.fromkeys(REASONS, REASON) | {RATE: RATE}
