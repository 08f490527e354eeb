"""A list of projects with an indicator in each row (项目名称 | 年度目标 | 一级指标 … 指标性质 | 指标值 | 度量单位) in a dump."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from gouji.model.inked import Inked
from gouji.reading.dump.form import indicators, words
from gouji.reading.dump.form.indicator_cells import NATURE, OTHER, is_nature
from gouji.reading.dump.form.indicator_header import IndicatorHeader, header_of, is_level, known_words
from gouji.reading.dump.labels import labels_from
from gouji.reading.dump.printed import Printed
from gouji.reading.dump.projects.first_cells import MONEY, cells, is_unit
from gouji.reading.dump.table.figure_lines import is_numbering
from gouji.reading.dump.tidy import bare
from gouji.reading.grid import Grid, rectangular
from gouji.vocabulary.form import forms_named
from gouji.vocabulary.levels import first_level

FORM = "项目支出绩效目标表"
BESIDE = ("序号", "项目编码", "项目概况", "项目概述", "项目类别", "项目类型", "项目属性", "立项依据")
GOALS = ("项目绩效总目标", "项目年度绩效目标", "项目总目标", "项目目标", "项目年度目标")
SIGN = "指标性质"
FIRST = ("序号", "单位", "项目", "预算单位", "主管部门", "部门", "资金")
UNTOLD = "项目名称、目标与指标在文本中断开，栏次不能确定，自本行起的项目未予读取，请核对原件。"
UNNAMED = "该项目的名称、单位和目标在文本中连成一片，不能分栏，未予读取，请核对原件。"
NO_NATURE = "清单的空栏和栏界在文本中已丢失，不能确定各项目与指标的起止，未予读取，请核对原件。"


@dataclass(slots=True)
class _Project:
    """The lines before its first indicator, and those of its indicators."""

    first: list[Inked]
    units: list[Printed] = field(default_factory=list)
    lines: list[Printed] = field(default_factory=list)


def header_at(lines: Sequence[Printed], index: int) -> bool:
    """Does a header begin on a line that has the project's name first, then levels, then nature or value?"""
    if not lines[index].text.startswith(FIRST):
        return False
    window = lines[index : index + indicators.HEADER_LINES]
    first, rest = labels_from(window, 0, _first_words())
    if not any(_kind(cell.text) == "项目名称" for cell in first) or not rest:
        return False
    found = header_of(rest)
    known = known_words(rest)
    return sum(is_level(known.get(_plain(cell.text), "")) for cell in found.cells) >= 2 and len(found.columns) > 0


def grid(lines: Sequence[Printed], headings: tuple[str, ...] = ()) -> Grid:
    """The list whose lines these are: a row for each indicator, the cells of its project in the first one."""
    start = next(index for index in range(len(lines)) if header_at(lines, index))
    first, rest = labels_from(lines, start, _first_words())
    header = header_of(rest)
    reader = _Reader(tuple(first), header)
    reader.read([line for line in header.rest if not is_numbering(line)])
    rows = [(*first, *header.cells), *reader.rows]
    captions = tuple(line.content for line in lines[:start])
    return Grid(rectangular(rows), captions, (), headings, tuple(reader.doubts), tuple(reader.lost))


class _Reader:
    """Cuts the lines into projects and seats each."""

    def __init__(self, first: tuple[Inked, ...], header: IndicatorHeader) -> None:
        self.kinds = [_kind(cell.text) for cell in first]
        self.header = header
        self.rows: list[tuple[Inked, ...]] = []
        self.doubts: list[tuple[Inked, str]] = []
        self.lost: list[tuple[Inked, str]] = []

    def read(self, lines: Sequence[Printed]) -> None:
        if SIGN not in [name for name, _ in self.header.columns]:
            if lines:
                self.lost.append((lines[0].content, NO_NATURE))
            return
        for project in self._projects(lines):
            self._seat(project)

    def _projects(self, lines: Sequence[Printed]) -> list[_Project]:
        """A project begins where text stands before a first level; a line with a nature (≥) goes on with its indicators."""
        found: list[_Project] = []
        loose: list[Printed] = []
        for line in lines:
            at = next((number for number, token in enumerate(line.tokens) if first_level(token.text)), None)
            natured = any(is_nature(token.text) for token in line.tokens)
            before = line.tokens[: at or 0]
            if at is not None and (before or loose or not found) and not any(is_nature(token.text) for token in before):
                if loose and found and not before and self._may_go_on(found[-1]):
                    self.lost.append((loose[0].content, UNTOLD))
                    return found
                whole = bool(before) and len(before) == len(self.kinds)
                units = len(loose) if whole else sum(1 for above in loose[:1] if is_unit(above.tokens, self.kinds))
                pieces = [*(token for above in loose[units:] for token in above.tokens), *before]
                found.append(_Project(pieces, loose[:units]))
                loose = []
                line = _from(line, at)
            elif at is None and not natured:
                loose.append(line)
                continue
            if found:
                found[-1].lines += [*loose, line]
            loose = []
        if loose and found and self.header.roles[-1] == OTHER:
            found[-1].lines += loose
        return found

    def _may_go_on(self, project: _Project) -> bool:
        """May lines below the last indicator still be of it, its last cell being text or blank so far?"""
        behind = len(self.header.roles) - 1 - self.header.roles.index(NATURE)
        tokens = project.lines[-1].tokens
        nature = next((number for number, token in enumerate(tokens) if is_nature(token.text)), None)
        return nature is None or self.header.roles[-1] == OTHER or len(tokens) - 1 - nature < behind

    def _seat(self, project: _Project) -> None:
        for unit in project.units:
            seated = cells(unit.tokens, self.kinds)
            self.rows.append(seated.of_unit(unit.content))
        spot = (project.first or [project.lines[0].content])[0]
        first = cells(project.first, self.kinds)
        if not first.told:
            self.lost.append((spot, UNNAMED))
            return
        block = indicators.rows_under(project.lines, self.header.roles)
        self.doubts += block.doubts
        blank = tuple(spot.emptied() for _ in self.kinds)
        self.rows += [(*(first.row if number == 0 else blank), *row) for number, row in enumerate(block.rows)]


def _from(line: Printed, at: int) -> Printed:
    return line if at == 0 else Printed(Inked.join(line.tokens[at:], " "))


def _plain(text: str) -> str:
    return bare(text).replace("（", "(").replace("）", ")")


def _kind(text: str) -> str:
    """What a header cell before the levels heads."""
    return _first_words().get(_plain(text)) or _first_words().get(words.header_word(text), "")


@cache
def _first_words() -> dict[str, str]:
    """Every word that may head a column before the levels, with what it heads."""
    found: dict[str, str] = dict.fromkeys(GOALS, "绩效目标") | {word: word for word in BESIDE}
    for column in forms_named(FORM)[0].columns:
        if column.name != "绩效指标":
            kind = MONEY if column.measure == "money" else column.name
            found |= {_plain(word): kind for word in words.spellings(column)}
    return found
