"""The list of projects with their money, goals and indicators in a dump (项目支出绩效目标表) → the grid its table would give."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from gouji.model.inked import Inked
from gouji.reading.dump.labels import label_at, labels_from
from gouji.reading.dump.printed import Printed
from gouji.reading.dump.projects.fund_seats import Seated, seat
from gouji.reading.dump.projects.project_rows import Row, rows
from gouji.reading.dump.tidy import bare, tidy
from gouji.reading.grid import Grid
from gouji.vocabulary.form import forms_named

FORM = "项目支出绩效目标表"
# Funds that other years print beside those of the form.
MORE_FUNDS = (
    "一般公共预算",
    "一般公共预算拨款",
    "一般公共预算财政拨款",
    "政府性基金预算",
    "政府性基金预算拨款",
    "政府性基金预算财政拨款",
    "国有资本经营预算",
    "国有资本经营预算拨款",
    "国有资本经营预算财政拨款",
    "事业收入",
)
HEADER_LINES = 40
_INDICATOR = re.compile(r"(?:\d{1,3}\s*[、.．]\s*)?(?:一级指标[：:])?(?:成本|产出|效益|满意度)指标\s*[：:\-—]")


@dataclass(frozen=True, slots=True)
class _Words:
    """The header words of the form by what they head."""

    names: tuple[str, ...]
    totals: frozenset[str]
    funds: frozenset[str]
    goals: frozenset[str]
    indicators: frozenset[str]

    @property
    def all(self) -> tuple[str, ...]:
        return (*self.names, *self.totals, *self.funds, *self.goals, *self.indicators, "资金来源", "其中")


@cache
def _words() -> _Words:
    columns = {column.name: (column.name, *column.aliases) for column in forms_named(FORM)[0].columns}
    money = [column.name for column in forms_named(FORM)[0].columns if column.measure == "money"]
    funds = [word for name in money[1:] for word in columns[name]]
    return _Words(
        ("项目名称", "项目", "单位(项目)名称", "单位/项目名称", "单位名称(项目)"),
        frozenset(columns[money[0]]),
        frozenset((*funds, *MORE_FUNDS)),
        frozenset(columns["绩效目标"]),
        frozenset(columns["绩效指标"]),
    )


def header_at(lines: Sequence[Printed], index: int) -> tuple[list[Inked], int] | None:
    """The header cells that begin on a line, and the line after them; None where no such header stands."""
    words = _words()
    if not lines[index].text.startswith(("项目", "单位")) or not label_at(lines, index, words.names):
        return None
    window = lines[index : index + HEADER_LINES]
    cells, rest = labels_from(window, 0, words.all, ends=words.indicators)
    names = {_plain(cell.text) for cell in cells}
    if not names & words.goals or not names & words.indicators or not names & (words.funds | words.totals):
        return None
    return cells, index + len(window) - len(rest)


def grid(lines: Sequence[Printed], headings: tuple[str, ...] = ()) -> Grid:
    """The list whose lines these are, the title and header on every page."""
    captions, header, body = _pages(lines)
    names = [_plain(cell.text) for cell in header]
    found = rows(body)
    seated = seat(found, [name for name in names if name in _words().funds])
    cells = [tuple(header), *(_cells(row, seated, names) for row in found)]
    return Grid(tuple(cells), tuple(captions), headings=headings, doubts=tuple(seated.doubts))


def _pages(lines: Sequence[Printed]) -> tuple[list[Inked], list[Inked], list[Printed]]:
    """Captions and header of the first page, and the rows of all pages."""
    captions: list[Inked] = []
    header: list[Inked] = []
    body: list[Printed] = []
    index = 0
    while index < len(lines):
        found = header_at(lines, index)
        if found is None:
            body.append(lines[index])
            index += 1
        elif not header:
            captions = [line.content for line in body]
            header, index = found
            body = []
        else:
            repeated = {bare(caption.text) for caption in captions}
            while body and bare(body[-1].text) in repeated:
                body.pop()
            index = found[1]
    return captions, header, body


def _cells(row: Row, seated: Seated, names: Sequence[str]) -> tuple[Inked, ...]:
    """A row in the columns of the header."""
    goal, indicators = _goal_and_indicators(row)
    words = _words()
    funds = [index for index, name in enumerate(names) if name in words.funds]
    total = next((index for index, name in enumerate(names) if name in words.totals), None)
    cells = [_blank(row)] * len(names)
    cells[0] = _name(row)
    if total is not None and row.amounts:
        cells[total] = row.amounts[0]
    amounts = row.amounts[total is not None :]
    for index, box in zip(funds, seated.boxes(row, amounts, len(funds)), strict=True):
        cells[index] = box
    for index, name in enumerate(names):
        if name in words.goals:
            cells[index] = goal
        elif name in words.indicators:
            cells[index] = indicators
    return tuple(cells)


def _blank(row: Row) -> Inked:
    """An empty box, at the spot of its row."""
    return (row.name or row.amounts)[0].emptied()


def _name(row: Row) -> Inked:
    """The name; a project's keeps one blank before it."""
    name = tidy(Inked.join(row.name))
    if not row.project:
        return name
    line, column = name.spot(0)
    return Inked.join((Inked.at(" ", line or 1, max(1, (column or 2) - 1)), name))


def _goal_and_indicators(row: Row) -> tuple[Inked, Inked]:
    """The text of a row cut where the indicators begin: at the start of a line, or after a full stop."""
    text = Inked.join(row.text)
    starts = row.line_starts()
    for match in _INDICATOR.finditer(text.text):
        if match.start() in starts or text.text[match.start() - 1] in "。；; ":
            return tidy(text.cut(0, match.start()).strip()), tidy(text.cut(match.start()))
    return _halves(text)


def _halves(text: Inked) -> tuple[Inked, Inked]:
    """Goal and indicators of a row without any (涉密项目。 涉密项目。): two cells with the same words."""
    for match in re.finditer(" ", text.text):
        if bare(text.text[: match.start()]) == bare(text.text[match.end() :]):
            return text.cut(0, match.start()), text.cut(match.end())
    return tidy(text), Inked("")


def _plain(text: str) -> str:
    """A header word without blanks and without what stands in brackets."""
    return re.sub(r"[（(][^（）()]*[)）]", "", bare(text))
