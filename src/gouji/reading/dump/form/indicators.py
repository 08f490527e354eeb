"""The indicator rows of a target form in a dump: level words, and the names and values below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from gouji.model.inked import Inked
from gouji.reading.dump.form import optional_cells, score_table, words
from gouji.reading.dump.form.indicator_cells import OTHER, VALUE, WEIGHT, Fitted, fitted
from gouji.reading.dump.form.indicator_header import ROLES, IndicatorHeader, header_of, known_words
from gouji.reading.dump.labels import Label, label_at, labels_from
from gouji.reading.dump.printed import Printed
from gouji.reading.dump.table.figure_lines import is_value
from gouji.reading.dump.table.placing import marked
from gouji.reading.dump.tidy import tidy
from gouji.reading.grid import Grid, rectangular
from gouji.vocabulary.levels import first_level, first_levels_over, second_level

PRODUCTS = "产出指标"  # older forms print 成本指标 below it

USUAL_COLUMNS = ("实施周期指标值", "年度指标值")

ONE_VALUE = 4.0  # by how much one value in a row must fit better than the two of the header
LOST_VALUES = "表头有两栏指标值，各行却大多只有一个值，空栏在文本中已丢失，现按年度指标值列示，请核对原件。"
TOTAL_LEFT = "有的指标行在文本中断开，系推断拼接，总分未用于核算，请核对原件。"
LOST_TICKS = "表中打勾（√）的栏在文本中已丢失，不能确定勾选的是哪一栏，未予读取，请核对原件。"
TICKS = ("√", "☑", "✓", "✔", "■")
ALIKE = "原因、备注等相邻的文字栏有的为空，空栏在文本中已丢失，文字按靠前的一栏列示，请核对原件。"
UNSURE = "该指标的名称和取值在文本中断成数行，系推断拼接，请核对原件。"

HEADER_LINES = 16
GRADES = ("优", "良", "中", "差", "优秀", "良好", "合格", "不合格")
_TOTAL = re.compile(r"^(?:总\s*分|合\s*计|总\s*计|自评总分)(?:[（(][^（）()]{0,8}[)）])?$")

REMARKS = (
    "其他需要说明的事项",
    "其他需要说明的问题",
    "其他需说明的事项",
    "其他说明事项",
)  # a box between indicators and total

Row = tuple[Inked, ...]  # level 1, level 2, name, one cell for each role


@dataclass(slots=True)
class Block:
    """The header of an indicator block, its rows, and the rows that could not be put together with certainty."""

    header: Row
    rows: list[Row] = field(default_factory=list)
    doubts: list[tuple[Inked, str]] = field(default_factory=list)
    lost: list[tuple[Inked, str]] = field(default_factory=list)


def header_at(lines: Sequence[Printed], index: int) -> bool:
    """Does the header of an indicator block begin on a line: two levels at least, and a value or points?"""
    if not lines[index].text.startswith(("一级指标", "指标类别", "绩效指标")):
        return False
    if score_table.header_of(lines[index : index + HEADER_LINES]):
        return True
    known = known_words(lines[index : index + HEADER_LINES])
    header, _ = labels_from(lines[index : index + HEADER_LINES], 0, (*known, words.INDICATOR_FORM))
    names = [known[word] for cell in header if (word := words.header_word(cell.text)) in known]
    return sum(name.endswith("级指标") for name in names) >= 2 and any(name in ROLES for name in names)


def grid(lines: Sequence[Printed], headings: tuple[str, ...]) -> Grid:
    """A table of indicators that stands alone: its captions, its header, its rows and the total below."""
    start = next(index for index in range(len(lines)) if header_at(lines, index))
    body, total = without_total(lines[start:])
    label = label_at(body, 0, [words.INDICATOR_FORM])
    if label:
        body = [*([Printed(label.rest)] if label.rest else []), *body[label.following :]]
    captions = tuple(line.content for line in lines[:start])
    if scored := score_table.header_of(body):
        return _scored(scored, total, captions, headings)
    found = block(body)
    rows = [found.header, *found.rows, *total_rows(found, total, 0)]
    return Grid(rectangular(rows), captions, (), headings, tuple(found.doubts), tuple(found.lost))


def _scored(
    header: score_table.ScoreHeader, total: tuple[Inked, ...], captions: tuple[Inked, ...], headings: tuple[str, ...]
) -> Grid:
    """A table of points and scores; where a row is not told the whole table is unread, as its sums would not be true."""
    count = next((index for index, line in enumerate(header.rest) if is_total(line)), len(header.rest))
    rows, untold = score_table.rows(header, header.rest[:count], total)
    lost = ((untold, score_table.UNTOLD),) if untold else ()
    return Grid(rectangular([header.cells, *rows]), captions, (), headings, lost=lost)


def is_total(line: Printed) -> bool:
    """The last line of a scored table: 总分 100 96.6."""
    behind = line.tokens[1:-1] if line.tokens[-1].text in GRADES else line.tokens[1:]
    return bool(_TOTAL.match(line.tokens[0].text)) and all(is_value(token.text) for token in behind)


def without_total(lines: Sequence[Printed]) -> tuple[list[Printed], tuple[Inked, ...]]:
    """The lines of indicators, and the pieces of the total line; what stands below that line is no part of the form."""
    for index, line in enumerate(lines):
        if is_total(line):
            remark = next((above for above in range(index) if label_at(lines, above, REMARKS)), index)
            return list(lines[:remark]), line.tokens
    return list(lines), ()


def total_rows(block: Block, total: tuple[Inked, ...], before: int) -> list[Row]:
    """The total line in the columns of points and score; `before` columns stand before the header.

    Where a row is not certain its points are not either, and the total is not held against their sum.
    """
    if not total:
        return []
    if any(message == UNSURE for _, message in block.doubts):
        block.doubts.append((total[0], TOTAL_LEFT))
        return []
    width = len(block.header) + before
    score = next((i + before for i, cell in enumerate(block.header) if cell.text.endswith("得分")), width - 1)
    cells = [total[0], *[total[0].emptied()] * (width - 1)]
    figures = [value for value in total[1:] if value.text not in GRADES]
    for index, value in zip((score - 1, score) if len(figures) > 1 else (score,), figures, strict=False):
        cells[index] = value
    return [tuple(cells)]


def block(lines: Sequence[Printed]) -> Block:
    """The header and the rows below it. The words over the columns behind the name tell what may stand in them."""
    header = header_of(lines)
    roles = header.roles or [VALUE] * len(USUAL_COLUMNS)
    found = Block(header.cells)
    rest = _without_ticks(header, found)
    return _filled(found, rest, roles)


def rows_under(lines: Sequence[Printed], roles: Sequence[str]) -> Block:
    """The rows of lines whose header stands elsewhere: level words, names and a cell for each of `roles`."""
    return _filled(Block(()), lines, roles)


def _filled(found: Block, lines: Sequence[Printed], roles: Sequence[str]) -> Block:
    stretches = [(printed, stretch) for printed, stretch in _stretches(list(lines))]
    fit = optional_cells.fitted if optional_cells.fits(roles) else fitted
    rows = [fit(stretch, roles) for _, stretch in stretches]
    if list(roles) == [VALUE, VALUE]:
        alone = [[_single(row) for row in fitted(stretch, [VALUE])] for _, stretch in stretches]
        if _cost(alone) + ONE_VALUE < _cost(rows):
            rows = alone
            found.doubts.append((found.header[-1] if found.header else lines[0].content, LOST_VALUES))
    _place(found, [printed for printed, _ in stretches], rows, roles)
    return found


def _without_ticks(header: IndicatorHeader, found: Block) -> list[Printed]:
    """The lines below the header without ticks, and a word on the first: which box was ticked is lost."""
    if not header.ticks:
        return header.rest
    kept: list[Printed] = []
    for line in header.rest:
        tokens = [token for token in line.tokens if token.text not in TICKS]
        if len(tokens) < len(line.tokens):
            if not found.lost:
                found.lost.append((line.content, LOST_TICKS))
            line = Printed(Inked.join(tokens, " "))
        kept += [line] if line.text else []
    return kept


def _single(row: Fitted) -> Fitted:
    """A row with one value where the header has two: it stands for the year."""
    name, value = row.cells
    return Fitted((name, value.emptied(), value), row.cost)


def _cost(rows: Sequence[Sequence[Fitted]]) -> float:
    return sum(row.cost for stretch in rows for row in stretch)


def _place(found: Block, levels: Sequence[list[Inked]], rows: Sequence[Sequence[Fitted]], roles: Sequence[str]) -> None:
    """Level 1, level 2, name and the other cells of every indicator, in order."""
    first, paired = "", False
    for printed, stretch in zip(levels, rows, strict=True):
        level1, level2 = _placed(printed, first, paired)
        if level1.text:
            first, paired = level1.text, bool(level2.text)
        for row in stretch:
            name, *others = map(tidy, row.cells)
            if _alike(row, roles) and not any(message == ALIKE for _, message in found.doubts):
                found.doubts.append((name, ALIKE))
            if not row.sure:
                found.doubts.append((name, UNSURE))
                others = [marked(cell) if role == WEIGHT else cell for cell, role in zip(others, roles, strict=True)]
            found.rows.append((level1, level2, name, *others))
            level1, level2 = level1.emptied(), level2.emptied()


def _alike(row: Fitted, roles: Sequence[str]) -> bool:
    """Of two columns of free text side by side, is only one filled, so that the text may be of either?"""
    filled = [bool(cell.text) for cell in row.cells[1:]]
    pairs = zip(pairwise(roles), pairwise(filled), strict=False)
    return any(names == (OTHER, OTHER) and sum(both) == 1 for names, both in pairs)


def _stretches(lines: list[Printed]) -> list[tuple[list[Inked], list[Printed]]]:
    """The level words, each run of them with the lines up to the next."""
    found: list[tuple[list[Inked], list[Printed]]] = [([], [])]
    index = 0
    while index < len(lines):
        label = label_at(lines, index, words.levels())
        if label is None or (not found[-1][1] and _is_name(label, [word.text for word in found[-1][0]])):
            found[-1][1].append(lines[index])
            index += 1
            continue
        if found[-1][1]:
            found.append(([], []))
        found[-1][0].append(label.content)
        index = label.following
        if label.rest:
            index -= 1
            lines[index] = Printed(label.rest)
    return found


def _is_name(label: Label, printed: Sequence[str]) -> bool:
    """Behind both of its levels the same word once more, 指标 left out, is the name of the indicator."""
    return len(printed) > 1 and not label.name.endswith("指标") and any(word.startswith(label.name) for word in printed)


def _placed(printed: Sequence[Inked], above: str, paired: bool) -> tuple[Inked, Inked]:
    """The level words printed before a row in their columns.

    `above` is the first level in force, `paired` says that it was printed with a second one. A lone second level that
    does not belong under it was printed in the first column, its own being merged or missing.
    """
    if not printed:
        return Inked(""), Inked("")
    last = printed[-1]
    before = next((word for word in reversed(printed[:-1]) if first_level(word.text) or word.text == last.text), None)
    if before is not None and second_level(last.text):
        return before, last
    if first_level(last.text) and not (above == PRODUCTS and PRODUCTS in first_levels_over(last.text)):
        return last, last.emptied()
    over = set(first_levels_over(last.text))
    belongs = not over or not above or first_level(above) in over
    sister = paired and bool(over & set(first_levels_over(above)))
    return (last.emptied(), last) if belongs or sister else (last, last.emptied())
