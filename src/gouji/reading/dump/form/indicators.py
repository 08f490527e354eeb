"""The indicator rows of a target form in a dump: level words, and the names and values below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from gouji.model.inked import Inked
from gouji.reading.dump.form import words
from gouji.reading.dump.form.indicator_cells import NATURE, OTHER, UNIT, VALUE, WEIGHT, Fitted, fitted
from gouji.reading.dump.labels import label_at, labels_from
from gouji.reading.dump.printed import Printed
from gouji.reading.dump.table.figure_lines import is_value
from gouji.reading.dump.table.placing import marked
from gouji.reading.dump.tidy import tidy
from gouji.reading.grid import Grid, rectangular
from gouji.vocabulary.levels import first_level, first_levels_over, second_level

PRODUCTS = "产出指标"  # older forms print 成本指标 below it

USUAL_COLUMNS = ("实施周期指标值", "年度指标值")
_ROLES = {
    "实施周期指标值": VALUE, "年度指标值": VALUE, "实际完成值": VALUE,
    "指标性质": NATURE, "指标方向性": NATURE, "度量单位": UNIT, "分值": WEIGHT, "得分": WEIGHT,
}  # fmt: skip

ONE_VALUE = 4.0  # by how much one value in a row must fit better than the two of the header
LOST_VALUES = "表头有两栏指标值，各行却大多只有一个值，空栏在文本中已丢失，现按年度指标值列示，请核对原件。"
TOTAL_LEFT = "有的指标行在文本中断开，系推断拼接，总分未用于核算，请核对原件。"
UNSURE = "该指标的名称和取值在文本中断成数行，系推断拼接，请核对原件。"

HEADER_LINES = 16
_OF_MONITORING = ("全年预计", "预计完成", "可能性")
_TOTAL = re.compile(r"^(?:总\s*分|合\s*计|总\s*计|自评总分)(?:[（(][^（）()]{0,8}[)）])?$")

Row = tuple[Inked, ...]  # level 1, level 2, name, one cell for each role


@dataclass(slots=True)
class Block:
    """The header of an indicator block, its rows, and the rows that could not be put together with certainty."""

    header: Row
    rows: list[Row] = field(default_factory=list)
    doubts: list[tuple[Inked, str]] = field(default_factory=list)


def header_at(lines: Sequence[Printed], index: int) -> bool:
    """Does the header of an indicator block begin on a line: two levels at least, and a value or points?"""
    if not lines[index].text.startswith(("一级指标", "指标类别", "绩效指标")):
        return False
    if any(word in line.text for line in lines[index : index + 3] for word in _OF_MONITORING):
        return False  # which of the many boxes of a form of monitoring are blank, a dump does not tell
    known = words.header_words(words.INDICATOR_FORM)
    header, _ = labels_from(lines[index : index + HEADER_LINES], 0, (*known, words.INDICATOR_FORM))
    names = [known[word].name for cell in header if (word := words.header_word(cell.text)) in known]
    return sum(name.endswith("级指标") for name in names) >= 2 and any(name in _ROLES for name in names)


def grid(lines: Sequence[Printed], headings: tuple[str, ...]) -> Grid:
    """A table of indicators that stands alone: its captions, its header, its rows and the total below."""
    start = next(index for index in range(len(lines)) if header_at(lines, index))
    body, total = without_total(lines[start:])
    label = label_at(body, 0, [words.INDICATOR_FORM])
    if label:
        body = [*([Printed(label.rest)] if label.rest else []), *body[label.following :]]
    found = block(body)
    rows = [found.header, *found.rows, *total_rows(found, total, 0)]
    return Grid(rectangular(rows), tuple(line.content for line in lines[:start]), (), headings, tuple(found.doubts))


def is_total(line: Printed) -> bool:
    """The last line of a scored table: 总分 100 96.6."""
    return bool(_TOTAL.match(line.tokens[0].text)) and all(is_value(token.text) for token in line.tokens[1:])


def without_total(lines: Sequence[Printed]) -> tuple[list[Printed], tuple[Inked, ...]]:
    """The lines of indicators, and the pieces of the total line; what stands below that line is no part of the form."""
    for index, line in enumerate(lines):
        if is_total(line):
            return list(lines[:index]), line.tokens
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
    for index, value in zip((score - 1, score) if len(total) > 2 else (score,), total[1:], strict=False):
        cells[index] = value
    return [tuple(cells)]


def block(lines: Sequence[Printed]) -> Block:
    """The header and the rows below it. The words over the columns behind the name tell what may stand in them."""
    known = words.header_words(words.INDICATOR_FORM)
    header, rest = labels_from(lines, 0, known)
    names = [known[word].name if (word := words.header_word(cell.text)) in known else cell.text for cell in header]
    behind = [name for name in names if not name.endswith("级指标")] or list(USUAL_COLUMNS)
    roles = [_ROLES.get(name, OTHER) for name in behind]
    found = Block(tuple(header))
    stretches = [(printed, stretch) for printed, stretch in _stretches(list(rest))]
    rows = [fitted(stretch, roles) for _, stretch in stretches]
    if roles == [VALUE, VALUE]:
        alone = [[_single(row) for row in fitted(stretch, [VALUE])] for _, stretch in stretches]
        if _cost(alone) + ONE_VALUE < _cost(rows):
            rows = alone
            found.doubts.append((header[-1] if header else rest[0].content, LOST_VALUES))
    _place(found, [printed for printed, _ in stretches], rows, roles)
    return found


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
            if not row.sure:
                found.doubts.append((name, UNSURE))
                others = [marked(cell) if role == WEIGHT else cell for cell, role in zip(others, roles, strict=True)]
            found.rows.append((level1, level2, name, *others))
            level1, level2 = level1.emptied(), level2.emptied()


def _stretches(lines: list[Printed]) -> list[tuple[list[Inked], list[Printed]]]:
    """The level words, each run of them with the lines up to the next."""
    found: list[tuple[list[Inked], list[Printed]]] = [([], [])]
    index = 0
    while index < len(lines):
        label = label_at(lines, index, words.levels())
        if label is None:
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
