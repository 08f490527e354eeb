"""The printed header over indicators: words broken over lines, groups over their columns, months before a word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from gouji.model.inked import Inked
from gouji.reading.dump.form import words
from gouji.reading.dump.form.indicator_cells import NATURE, OTHER, POSSIBLE, RATE, UNIT, VALUE, WEIGHT
from gouji.reading.dump.labels import labels_from
from gouji.reading.dump.printed import Printed
from gouji.reading.dump.tidy import bare

TICK = "tick"  # a box of its own for each answer (确定能 | 有可能): the dump keeps the tick and loses the box
ROLES = {
    "实施周期指标值": VALUE, "年度指标值": VALUE, "半年指标值": VALUE, "实际完成值": VALUE, "全年预计完成情况": VALUE,
    "复核完成值": VALUE, "指标性质": NATURE, "指标方向性": NATURE, "度量单位": UNIT, "分值": WEIGHT, "得分": WEIGHT,
    "复核得分": WEIGHT, "偏离度": RATE, "完成目标可能性": POSSIBLE,
}  # fmt: skip
ANSWERS = ("确定能", "有可能", "完全不可能")
CAUSES = ("经费保障", "制度保障", "人员保障", "硬件条件保障", "其他保障")
REASON, POSSIBILITY = "偏差原因分析及改进措施", "完成目标可能性"
NAME, DESCRIPTION, SORT = "三级指标", "指标解释", "指标属性"
HEADER_LINES = 16
_MONTHS = re.compile(r"(?:^|(?<=\s))(?:\d{1,2}月?[-—–－~～至]\d{1,2}月份?|上半年|截至\d{1,2}月底?)(?=\S)")


@dataclass(frozen=True, slots=True)
class IndicatorHeader:
    """All cells in order, those behind the name (name of the form's column, cell), boxes to be ticked, the lines below."""

    cells: tuple[Inked, ...]
    columns: tuple[tuple[str, Inked], ...]
    ticks: tuple[Inked, ...]
    rest: list[Printed]

    @property
    def roles(self) -> list[str]:
        return [role_of(name) for name, _ in self.columns]


def role_of(name: str) -> str:
    return ROLES.get(name, OTHER)


def header_of(lines: Sequence[Printed]) -> IndicatorHeader:
    """The header that begins on the first line."""
    known = known_words(lines)
    cells, rest = labels_from(lines, 0, known)
    named = [(_name(cell.text, known), cell) for cell in cells]
    named = _described(_ungrouped(named))
    ticked = [(name, cell) for name, cell in named if name in (*ANSWERS, *CAUSES)]
    named = _without_ticks([pair for pair in named if pair not in ticked], {name for name, _ in ticked})
    columns = tuple((name, cell) for name, cell in named if not is_level(name))
    return IndicatorHeader(tuple(cell for _, cell in named), columns, tuple(cell for _, cell in ticked), list(rest))


def known_words(lines: Sequence[Printed]) -> dict[str, str]:
    """Every word that may head a column, also behind the months that the header prints before it (1-7月执行情况)."""
    known = dict(_words())
    months = {found for line in lines[:HEADER_LINES] for found in _MONTHS.findall(line.text)}
    return known | {month + word: name for month in sorted(months)[:4] for word, name in known.items()}


def _name(text: str, known: dict[str, str]) -> str:
    """The column that a cell heads; brackets inside its words (半年（程）指标值) belong to them."""
    whole = bare(text).replace("（", "(").replace("）", ")")
    return known.get(whole) or known.get(words.header_word(text), text)


@cache
def _words() -> dict[str, str]:
    more = {SORT: SORT, "指标目标值": "年度指标值", "绩效目标值": "年度指标值"}
    return more | {word: column.name for word, column in words.header_words(words.INDICATOR_FORM).items()}


def is_level(name: str) -> bool:
    return name.endswith("级指标")


def _ungrouped(named: list[tuple[str, Inked]]) -> list[tuple[str, Inked]]:
    """Levels and values that stand one line lower, under the words of their groups, put where they belong."""
    first = next((index for index, (name, _) in enumerate(named) if is_level(name)), 0)
    if not first:
        return named
    below = {name for name, _ in named[first:]}
    return [
        *named[first:],
        *((name, cell) for name, cell in named[:first] if name not in below and name != words.INDICATOR_FORM),
    ]


def _described(named: list[tuple[str, Inked]]) -> list[tuple[str, Inked]]:
    """Where a column of names has been printed as 三级指标, 指标内容 behind it describes."""
    third = next(
        (index for index, (name, cell) in enumerate(named) if name == NAME and is_level(bare(cell.text))), None
    )
    if third is None:
        return named
    return [
        (DESCRIPTION if name == NAME and index > third and not is_level(bare(cell.text)) else name, cell)
        for index, (name, cell) in enumerate(named)
    ]


def _without_ticks(named: list[tuple[str, Inked]], ticked: set[str]) -> list[tuple[str, Inked]]:
    """Boxes to be ticked give no column; the words over them neither, and what is left comes in the usual order."""
    if not ticked:
        return named
    if ticked & set(ANSWERS):
        named = [pair for pair in named if pair[0] != POSSIBILITY]
    reasons = [pair for pair in named if pair[0] == REASON]
    last = [pair for pair in named if pair[0] == POSSIBILITY]
    remarks = [pair for pair in named if pair[0] == "备注"]
    rest = [pair for pair in named if pair[0] not in (REASON, POSSIBILITY, "备注")]
    return [*rest, *reasons[-1:], *last, *remarks]
